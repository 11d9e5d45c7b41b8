# ruff: noqa: E501 -- an example stays on one line
"""The verb far from its subject: « ceux qui », « la plupart des », complements between."""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.remarks import Label
from ascom_coach.language.rules.base import Hit, Rule, by_view
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.noungroup import numbers_of
from ascom_coach.language.syntax.subjects import COLLECTIVE
from ascom_coach.language.syntax.view import View, Word

PLURAL = frozenset(["les", "des", "ces", "mes", "tes", "ses", "nos", "vos", "leurs", "plusieurs", "quelques", "certains", "certaines",
                     "deux", "trois", "quatre", "cinq", "six"])  # fmt: skip
SINGULAR = {"le": "m", "la": "f", "un": "m", "une": "f", "ce": "m", "cet": "m", "cette": "f", "ma": "f", "sa": "f", "l'": "", "votre": "",
           "notre": "", "mon": "", "son": "", "leur": "", "chaque": ""}  # fmt: skip
_QUI = {
    "moi": "1s",
    "toi": "2s",
    "nous": "1p",
    "vous": "2p",
    "eux": "3p",
    "ceux": "3p",
    "celles": "3p",
    "celui": "3s",
    "celle": "3s",
}


_SELF = {"1s": "me", "2s": "te", "1p": "nous", "2p": "vous"}


def verbal(word: Word) -> bool:
    """Whether a word may be a finite verb."""
    return any(one.pos == "V" and one.tags.intersection(forms.FINITE) for one in word.readings)


def _who(view: View) -> Iterator[Hit]:
    """« C'est moi qui a préparé le dossier »."""
    for at in range(len(view.words) - 2):
        person = _QUI.get(view.low(at))
        if (
            not person
            or view.low(at + 1) != "qui"
            or view.low(at - 1) in ("en", "que", "qu'", "et", "ou", "ni", "de")
            or (
                view.low(at) in ("nous", "vous")
                and view.low(at - 1) not in ("est", "c'est", "sommes", "êtes", "")
            )
        ):
            continue
        verb = at + 2
        while view.low(verb) in forms.CLITICS:
            verb += 1
        target = view.at(verb)
        if (
            person in _SELF
            and view.low(at + 2) in ("se", "s'")
            and target
            and view.glued(at, verb)
            and verbal(target)
        ):
            clitic = view.words[at + 2]
            own = forms.conjugated(target, person)[:1] or (target.low,)
            short = clitic.low == "s'" and len(_SELF[person]) == 2
            yield (
                clitic.start,
                target.end,
                tuple(
                    f"{_SELF[person] if not short else _SELF[person][0]}{chr(39) if short else ' '}{one}"
                    for one in own
                ),
            )
            continue
        wrong = target and view.glued(at, verb) and verbal(target) and not forms.has_person(target, person)
        if wrong and target and (fixes := forms.conjugated(target, person)):
            yield target.start, target.end, fixes


def _most(view: View) -> Iterator[Hit]:
    """« La plupart des factures a été réglée », « Peu de candidats maîtrise le logiciel »."""
    for at in range(len(view.words) - 3):
        many = view.low(at) == "plupart" or (
            view.low(at) in ("peu", "beaucoup", "nombre", "bon", "énormément")
            and view.low(at + 1) in ("de", "d'")
        )
        if (
            not many
            or (view.low(at) == "peu" and at and view.low(at - 1) in ("un", "le"))
            or (view.low(at) == "nombre" and at and view.low(at - 1) in ("le", "ce"))
        ):
            continue
        noun = at + 2
        if view.low(noun) in PLURAL:
            noun += 1
        word, verb = view.at(noun), view.at(noun + 1)
        if (
            not word
            or not verb
            or not view.glued(at, noun + 1)
            or numbers_of(word) != {"p"}
            or not word.has("N")
        ):
            continue
        if (
            verbal(verb)
            and forms.has_person(verb, "3s")
            and not forms.has_person(verb, "3p")
            and (verb.only("V") or verb.low in ("a", "est") or not verb.has("A"))
        ):
            yield verb.start, verb.end, forms.conjugated(verb, "3p")


_DETERMINED = frozenset(
    [
        "le",
        "la",
        "les",
        "l'",
        "un",
        "une",
        "des",
        "tous",
        "toutes",
        "tout",
        "toute",
        "nos",
        "vos",
        "notre",
        "votre",
        "ce",
        "cette",
        "ces",
    ]
)


def _far(view: View) -> Iterator[Hit]:
    """« Les résultats de l'enquête menée auprès de nos abonnés montre une progression »."""
    det, noun = view.low(0), view.at(1)
    if not noun or len(view.words) < 6 or (det not in PLURAL and det not in SINGULAR) or not noun.near:
        return
    number = "p" if det in PLURAL else "s"
    if not noun.has("N") or noun.has("A") or numbers_of(noun) != {number} or noun.low in COLLECTIVE:
        return
    commas = 0
    for at in range(2, min(18, len(view.words) - 1)):
        word, before, after = view.words[at], view.words[at - 1], view.words[at + 1]
        if word.low in (
            "qui",
            "que",
            "qu'",
            "dont",
            "où",
            "et",
            "ou",
            "ni",
            "si",
            "comme",
            "quand",
            "c'",
            "ce",
            "il",
            "ils",
            "on",
            "elle",
            "elles",
            "je",
            "nous",
            "vous",
        ):
            return
        if not word.near and not word.clitic:
            gap = view.text[before.end - view.offset : word.start - view.offset].strip()
            if gap != ",":
                return
            commas += 1
        if not verbal(word) or at < 4:
            if word.only("V") and verbal(word):
                return
            continue
        placed = before.has("N", "A") or before.verb("ppas")
        if (
            placed
            and commas in (0, 2)
            and after.near
            and after.low in _DETERMINED
            and not word.has("P", "D", "R")
        ):
            wanted, other = f"3{number}", f"3{'s' if number == 'p' else 'p'}"
            if (
                forms.has_person(word, other)
                and not forms.has_person(word, wanted)
                and (fixes := forms.conjugated(word, wanted))
            ):
                yield word.start, word.end, fixes
            return
        if word.only("V"):
            return


def _comma_who(view: View) -> Iterator[Hit]:
    """« Les frais de port, qui s'élève à 18 €, »."""
    if (
        view.low(0) not in PLURAL
        or len(view.words) < 5
        or numbers_of(view.words[1]) == {"s"}
        or not view.words[1].has("N")
    ):
        return
    for at in range(2, min(7, len(view.words) - 2)):
        if view.low(at) == "qui" and not view.words[at].near:
            verb = at + 1
            while view.low(verb) in forms.CLITICS:
                verb += 1
            target = view.at(verb)
            if (
                target
                and view.glued(at, verb)
                and verbal(target)
                and forms.has_person(target, "3s")
                and not forms.has_person(target, "3p")
            ) and (fixes := forms.conjugated(target, "3p")):
                yield target.start, target.end, fixes
            return
        if not view.words[at].near or not (view.words[at].has("P", "N", "A", "D")):
            return


def distance_rule(
    name: str,
    label: Label,
    message: str,
    test: str,
    find: object,
    wrong: tuple[tuple[str, str], ...],
    right: tuple[str, ...],
) -> Rule:
    """A rule on words that stand far apart, named `distance_…`."""
    return Rule(f"distance_{name}", label, message, test, by_view(find), wrong, right)  # type: ignore[arg-type]


RULES: tuple[Rule, ...] = (
    distance_rule("qui", "accord", "Après « moi qui », « toi qui », « nous qui », « ceux qui », le verbe se met à cette personne.", "Remplacez par « je », « tu », « nous », « ils ».", _who,
          (("C'est moi qui a préparé le dossier.", "ai"), ("C'est moi qui s'occupe du tri.", "m'occupe"), ("C'est nous qui se charge du pain.", "nous chargeons"), ("Ceux qui veut venir s'inscrivent.", "veulent")), ("C'est moi qui ai préparé le dossier.", "Ceux qui veulent venir s'inscrivent.", "C'est lui qui a signé.")),
    distance_rule("plupart", "accord", "Après « la plupart », « peu de », « beaucoup de », le verbe se met au pluriel.", "Remplacez par « ils » ou « elles ».", _most,
          (("La plupart des factures a été réglée.", "ont"), ("Peu de candidats maîtrise le logiciel.", "maîtrisent")), ("La plupart des factures ont été réglées.", "Peu de candidats maîtrisent le logiciel.", "Le nombre de dossiers baisse.")),
    distance_rule("loin", "accord", "Le verbe s’accorde avec son sujet, même de loin.", "Demandez « qui est-ce qui… ? » devant le verbe.", _far,
          (("Les résultats de l'enquête menée auprès de nos abonnés montre une nette progression.", "montrent"), ("Le service des ressources humaines traitent toutes les demandes.", "traite")),
          ("Les résultats de l'enquête menée auprès de nos abonnés montrent une nette progression.", "Le service des ressources humaines traite toutes les demandes.")),
    distance_rule("qui_virgule", "accord", "Après « qui », le verbe s’accorde avec le nom qui précède.", "Remplacez « qui » par « ils » ou « elles ».", _comma_who,
          (("Les frais de port, qui s'élève à 18 euros, restent à votre charge.", "élèvent"),), ("Les frais de port, qui s'élèvent à 18 euros, restent à votre charge.",)),
)  # fmt: skip
