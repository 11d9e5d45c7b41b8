# ruff: noqa: E501 -- an example stays on one line
"""Agreement shown by words that may stand far apart."""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language import morphology as forms
from ascom_coach.language.morphology import noun_shape
from ascom_coach.language.noungroup import forms_of_noun, numbers_of, only_adjective
from ascom_coach.language.remarks import Label
from ascom_coach.language.rulebase import Hit, Rule, by_view
from ascom_coach.language.subjects import COLLECTIVE
from ascom_coach.language.view import View, Word

_PLURAL = frozenset(["les", "des", "ces", "mes", "tes", "ses", "nos", "vos", "leurs", "plusieurs", "quelques", "certains", "certaines",
                     "deux", "trois", "quatre", "cinq", "six"])  # fmt: skip
_SINGLE = {"le": "m", "la": "f", "un": "m", "une": "f", "ce": "m", "cet": "m", "cette": "f", "ma": "f", "sa": "f", "l'": "", "votre": "",
           "notre": "", "mon": "", "son": "", "leur": "", "chaque": ""}  # fmt: skip
ADVERBS = frozenset(["très", "trop", "plus", "moins", "mal", "bien", "assez", "peu", "encore", "déjà", "toujours", "tous", "toutes", "aussi",
                      "pas", "dûment", "correctement", "entièrement", "également", "enfin", "vraiment", "jamais"])  # fmt: skip
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
ALONE = frozenset(
    ["téléphoner", "succéder", "parler", "sourire", "mentir", "nuire", "ressembler", "convenir", "suffire"]
)
_BEFORE_NOUN = frozenset(["meilleurs", "meilleures", "nouveaux", "nouvelles", "anciens", "anciennes", "petits", "petites", "grands", "grandes", "bons", "bonnes",
                           "principaux", "principales", "premiers", "premières", "derniers", "dernières", "prochains", "prochaines", "différents", "différentes",
                           "divers", "diverses", "futurs", "futures", "autres", "mauvais", "mauvaises", "gros", "grosses", "vieux", "beaux", "belles", "jeunes",
                           "nombreux", "nombreuses", "précédents", "précédentes"])  # fmt: skip


def _described(word: Word) -> bool:
    """A participle that is no other form of its verb, or an adjective that is nothing else."""
    if word.verb("ppas") and not forms.finite(word):
        return not word.has("R")
    return only_adjective(word) and not word.has("N", "R", "P")


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
        wrong = target and view.glued(at, verb) and verbal(target) and not forms.has_person(target, person)
        if wrong and target and (fixes := forms.conjugated(target, person)):
            yield target.start, target.end, fixes


def _reflexive(view: View) -> Iterator[Hit]:
    """« Elle s'est chargé de réserver », « Les deux sociétés se sont associé pour »."""
    for at in range(2, len(view.words) - 1):
        if view.low(at - 1) not in ("se", "s'") or view.low(at) not in (
            "est",
            "sont",
            "était",
            "étaient",
            "sera",
            "seront",
        ):
            continue
        target, after = view.words[at + 1], view.at(at + 2)
        if not target.near or not target.verb("ppas", "q") or forms.finite(target):
            continue
        if (
            after
            and after.near
            and not after.has("P")
            and after.low not in ("de", "d'", "du", "au", "aux", "à", "et")
        ):
            continue
        if {one.lemma for one in target.readings if one.pos == "V"} & (
            ALONE | {"rendre", "demander", "permettre", "dire", "faire", "plaire", "promettre", "donner"}
        ):
            continue
        shape = _subject(view, at - 2)
        if shape and not forms.agrees(target, *shape) and (fixes := forms.agreed(target, *shape)):
            yield target.start, target.end, fixes


def _subject(view: View, at: int) -> tuple[str, str] | None:
    """Gender and number of the pronoun or of the short noun group that ends at `at`."""
    pronoun = {"il": ("m", "s"), "elle": ("f", "s"), "ils": ("m", "p"), "elles": ("f", "p")}.get(view.low(at))
    if pronoun:
        return pronoun
    word = view.words[at]
    if at == 0 or not word.has("N") or not word.near or not word.text.islower():
        return None
    start = at - 1
    if view.low(start) in ("deux", "trois", "quatre", "cinq") and start:
        start -= 1
    opened = ("que", "qu'", "si", "car", "mais", "et", "comme", "lorsque", "quand", "donc", "puisque")
    if start > 0 and view.words[start].near and view.low(start - 1) not in opened:
        return None
    gender = (noun_shape(word) or ("e", ""))[0]
    if view.low(start) in _PLURAL and gender in "mf":
        return gender, "p"
    if view.low(start) in _SINGLE and gender in "mf":
        return gender, "s"
    return None


def _being_plural(view: View) -> Iterator[Hit]:
    """« sont devenus trop long », « étaient mal fermé », « ont tous été rappelé », « les objectifs étant atteint »."""
    for at, word in enumerate(view.words[:-1]):
        end = at + 1
        if (
            word.low == "étant"
            and at > 1
            and view.low(at - 2) in _PLURAL
            and numbers_of(view.words[at - 1]) == {"p"}
        ):
            said = view.words[end]
            if said.near and said.verb("ppas") and said.only("V", "A") and not forms.agrees(said, "", "p"):
                gender = (noun_shape(view.words[at - 1]) or ("m", ""))[0]
                yield said.start, said.end, forms.agreed(said, gender if gender in "mf" else "m", "p")
            continue
        if word.low in (
            "sont",
            "étaient",
            "seront",
            "seraient",
            "semblent",
            "paraissent",
            "deviennent",
            "restent",
            "soient",
        ):
            if (
                view.words[end].verb("ppas")
                and forms.agrees(view.words[end], "", "p")
                and any(one.lemma in ("devenir", "rester", "tomber") for one in view.words[end].readings)
            ):
                end += 1
        elif word.low in ("ont", "avaient", "auront", "auraient"):
            while view.low(end) in ADVERBS:
                end += 1
            if view.low(end) != "été":
                continue
            end += 1
        else:
            continue
        if view.low(at - 1) in ("ce", "se", "s'", "nous", "vous") and word.low != "ont":
            continue
        while view.low(end) in ADVERBS:
            end += 1
        target = view.at(end)
        if not target or not view.glued(at, end) or target.clitic or not _described(target):
            continue
        if not forms.agrees(target, "", "p") and (
            fixes := forms.agreed(
                target,
                "f" if forms.agrees(target, "f", "s") and not forms.agrees(target, "m", "s") else "m",
                "p",
            )
        ):
            yield target.start, target.end, (*fixes, *forms.agreed(target, "f", "p"))


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
        if view.low(noun) in _PLURAL:
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


def _apart(view: View) -> Iterator[Hit]:
    """« Ces offres, valable jusqu'à lundi, », « La commande n° 12, passé le 4 mars, »."""
    det = view.low(0)
    if len(view.words) < 5 or (det not in _PLURAL and det not in _SINGLE):
        return
    comma = next(
        (
            at
            for at in range(2, min(9, len(view.words)))
            if not view.words[at].near and not view.words[at].clitic
        ),
        0,
    )
    noun = next((at for at in (1, 2) if view.words[at].has("N") and not view.words[at].only("A")), 0)
    if not comma or not noun or comma <= noun:
        return
    gap = view.text[view.words[comma - 1].end - view.offset : view.words[comma].start - view.offset].strip()
    end = comma
    while view.low(end) in ADVERBS or (view.low(end) in ("une", "fois") and view.low(comma) == "une"):
        end += 1
    target = view.at(end)
    if gap != "," or not target or not view.glued(comma, end) or not _described(target):
        return
    if any(verbal(word) and not word.has("N", "A", "P", "D") for word in view.words[noun + 1 : comma]):
        return
    close = next((word for word in view.words[end + 1 :] if not word.near), None)
    if close is None or view.text.count(",") < 2:
        return
    gender = (noun_shape(view.words[noun]) or ("e", ""))[0]
    number = "p" if det in _PLURAL else "s"
    shape = (gender if gender in ("m", "f") else "", number)
    inside = (
        [] if view.low(comma) == "une" else [word for word in view.words[noun + 1 : comma] if word.has("N")]
    )
    if any(
        not word.readings
        for word in view.words[noun + 1 : comma]
        if word.text[:1].isupper() and word.text.isalpha()
    ):
        return
    if forms.agrees(target, *shape) or any(
        forms.agrees(target, (noun_shape(one) or ("", ""))[0], (noun_shape(one) or ("", ""))[1])
        for one in inside
        if noun_shape(one)
    ):
        return
    if fixes := forms.agreed(target, shape[0] or "m", number):
        yield target.start, target.end, fixes


def _noun_of_noun(view: View) -> Iterator[Hit]:
    """« Le chiffre d'affaires trimestrielle », « une remise exceptionnel »."""
    for at in range(len(view.words) - 2):
        det = view.low(at)
        if det not in _SINGLE or view.words[at].clitic:
            continue
        if at and view.words[at].near and view.words[at - 1].has("P", "C"):
            continue  # itself a complement: the adjective may be of the noun before
        noun = view.words[at + 1]
        gender = (noun_shape(noun) or ("e", ""))[0]
        if (
            not noun.has("N")
            or noun.has("P", "R")
            or gender not in ("m", "f")
            or _SINGLE[det] not in ("", gender)
            or numbers_of(noun) != {"s"}
        ):
            continue
        end = at + 2
        if (
            view.low(end) in ("d'", "de")
            and end + 2 < len(view.words)
            and view.words[end + 1].has("N")
            and not view.words[end + 1].has("D", "O", "P")
        ):
            if any(
                forms.agrees(view.words[end + 2], shape[0], shape[1].replace("i", ""))
                for shape in [noun_shape(view.words[end + 1]) or ("", "")]
            ):
                continue
            end += 2
        target = view.at(end)
        if not target or not view.glued(at, end) or target.clitic or not target.text.islower():
            continue
        endings = (
            "el",
            "elle",
            "al",
            "ale",
            "eux",
            "euse",
            "if",
            "ive",
            "ien",
            "ienne",
            "ant",
            "ante",
            "ent",
            "ente",
        )
        if (
            (
                target.low.endswith(endings)
                and target.has("A")
                and not target.has("V", "R", "P")
                and forms.agrees(target, "", "s")
            )
            and not forms.agrees(target, gender, "s")
            and (fixes := forms.agreed(target, gender, "s"))
        ):
            yield target.start, target.end, fixes


def _noun_after_adjective(view: View) -> Iterator[Hit]:
    """« Nos meilleurs client », « documents dûment complété »."""
    for at in range(len(view.words) - 2):
        adjective, noun = view.words[at + 1], view.words[at + 2]
        if at and view.words[at].near and view.words[at - 1].has("N", "P"):
            continue
        if (
            view.low(at) not in _PLURAL
            or not view.glued(at, at + 2)
            or not noun.text.islower()
            or noun.clitic
        ):
            continue
        if (
            adjective.low in _BEFORE_NOUN
            and numbers_of(adjective) <= {"p"}
            and noun.has("N")
            and not noun.has("V", "P", "R", "D", "O")
            and numbers_of(noun) == {"s"}
        ):
            yield noun.start, noun.end, tuple(forms_of_noun(noun, "p"))
        if (
            numbers_of(adjective) == {"p"}
            and adjective.has("N")
            and noun.low in ("dûment", "bien", "mal", "déjà", "correctement", "entièrement")
        ):
            target = view.at(at + 3)
            if (
                target
                and target.near
                and target.verb("ppas")
                and only_adjective(target)
                and not forms.agrees(target, "", "p")
            ):
                gender = (noun_shape(adjective) or ("m", ""))[0]
                yield target.start, target.end, forms.agreed(target, gender if gender in "mf" else "m", "p")


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
    if not noun or len(view.words) < 6 or (det not in _PLURAL and det not in _SINGLE) or not noun.near:
        return
    number = "p" if det in _PLURAL else "s"
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
        view.low(0) not in _PLURAL
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


def _rule(
    name: str,
    label: Label,
    message: str,
    test: str,
    find: object,
    wrong: tuple[tuple[str, str], ...],
    right: tuple[str, ...],
) -> Rule:
    return Rule(f"distance_{name}", label, message, test, by_view(find), wrong, right)  # type: ignore[arg-type]


RULES: tuple[Rule, ...] = (
    _rule("qui", "accord", "Après « moi qui », « toi qui », « nous qui », « ceux qui », le verbe se met à cette personne.", "Remplacez par « je », « tu », « nous », « ils ».", _who,
          (("C'est moi qui a préparé le dossier.", "ai"), ("Ceux qui veut venir s'inscrivent.", "veulent")), ("C'est moi qui ai préparé le dossier.", "Ceux qui veulent venir s'inscrivent.", "C'est lui qui a signé.")),
    _rule("pronominal", "accord", "Le participe d’un verbe pronominal s’accorde avec le sujet.", "Qui s’est chargé ? Accordez avec la réponse.", _reflexive,
          (("Elle s'est chargé de réserver les billets.", "chargée"), ("Les deux sociétés se sont associé pour répondre.", "associées")), ("Elle s'est chargée de réserver les billets.", "Elles se sont lavé les mains.", "Elle s'est rendu compte de l'erreur.")),
    _rule("attribut_pluriel", "accord", "Après un verbe d’état au pluriel, l’adjectif ou le participe est au pluriel.", "Plusieurs : la marque du pluriel sur chaque mot.", _being_plural,
          (("Nos délais sont devenus trop long.", "longs"), ("Les candidats ont tous été rappelé par Thomas.", "rappelés")), ("Nos délais sont devenus trop longs.", "Les candidats ont tous été rappelés par Thomas.", "Ils sont moins de dix.")),
    _rule("plupart", "accord", "Après « la plupart », « peu de », « beaucoup de », le verbe se met au pluriel.", "Remplacez par « ils » ou « elles ».", _most,
          (("La plupart des factures a été réglée.", "ont"), ("Peu de candidats maîtrise le logiciel.", "maîtrisent")), ("La plupart des factures ont été réglées.", "Peu de candidats maîtrisent le logiciel.", "Le nombre de dossiers baisse.")),
    _rule("apposition", "accord", "Le mot mis entre virgules s’accorde avec le nom qui le précède.", "Reformulez : « ces offres sont valables ».", _apart,
          (("Ces offres, valable jusqu'à lundi, ne sont pas cumulables.", "valables"), ("La commande, passé hier par Mme Roy, est prête.", "passée")), ("Ces offres, valables jusqu'à lundi, ne sont pas cumulables.", "La commande, passée hier par Mme Roy, est prête.")),
    _rule("complement", "accord", "L’adjectif s’accorde avec le nom qu’il complète, même si un autre mot les sépare.", "Qu’est-ce qui est… ? Accordez avec la réponse.", _noun_of_noun,
          (("Le chiffre d'affaires trimestrielle est bon.", "trimestriel"), ("Une remise exceptionnel vous est accordée.", "exceptionnelle")), ("Le chiffre d'affaires trimestriel est bon.", "Une remise exceptionnelle vous est accordée.")),
    _rule("nom_apres", "accord", "Dans un groupe au pluriel, chaque mot prend la marque du pluriel.", "Plusieurs : pluriel sur le nom comme sur l’adjectif.", _noun_after_adjective,
          (("Nos meilleurs client seront invités.", "clients"), ("Renvoyez les documents dûment complété.", "complétés")), ("Nos meilleurs clients seront invités.", "Renvoyez les documents dûment complétés.")),
    _rule("loin", "accord", "Le verbe s’accorde avec son sujet, même de loin.", "Demandez « qui est-ce qui… ? » devant le verbe.", _far,
          (("Les résultats de l'enquête menée auprès de nos abonnés montre une nette progression.", "montrent"), ("Le service des ressources humaines traitent toutes les demandes.", "traite")),
          ("Les résultats de l'enquête menée auprès de nos abonnés montrent une nette progression.", "Le service des ressources humaines traite toutes les demandes.")),
    _rule("qui_virgule", "accord", "Après « qui », le verbe s’accorde avec le nom qui précède.", "Remplacez « qui » par « ils » ou « elles ».", _comma_who,
          (("Les frais de port, qui s'élève à 18 euros, restent à votre charge.", "élèvent"),), ("Les frais de port, qui s'élèvent à 18 euros, restent à votre charge.",)),
)  # fmt: skip
