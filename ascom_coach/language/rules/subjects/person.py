# ruff: noqa: E501 -- an example stays on one line
"""A verb whose person has no subject in the sentence, or not the one of the verb it is joined to."""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, rule
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.noungroup import numbers_of
from ascom_coach.language.syntax.view import View, Word

_PERSONS = frozenset(["1s", "2s", "3s", "1p", "2p", "3p"])
_NEED = {
    "1p": ("nous", "moi"),
    "2p": ("vous", "toi"),
    "1s": ("je", "j'", "moi", "tu", "toi"),
    "2s": ("je", "j'", "moi", "tu", "toi"),
}
_LINKS = frozenset(["que", "qu'", "qui", "dont", "où", "si", "s'", "quand", "lorsque", "lorsqu'", "comme", "car", "mais", "puisque", "parce", "afin",
                    "il", "elle", "ils", "elles", "on", "ce", "c'", "cela", "ça", "quoi", "laquelle", "lequel", "ou"])  # fmt: skip


def _persons(word: Word) -> frozenset[str]:
    """Persons of the conjugated readings of a word that is nothing but a verb."""
    if (
        not word.only("V")
        or not word.text.islower()
        or word.clitic
        or word.verb("inf")
        or word.verb("ppas")
        or word.verb("ppre")
    ):
        return frozenset()
    return frozenset(tag for one in word.readings for tag in one.tags & _PERSONS)


def _third(view: View, at: int) -> tuple[str, ...]:
    """The forms that the subject most likely asks for: the nearest pronoun, else the third person."""
    word, tense = view.words[at], view.words[at]
    for place in range(at - 1, max(-1, at - 4), -1):
        person = forms.PERSONS.get(view.low(place))
        if person and not view.words[place].clitic:
            return forms.conjugated(tense, person)
    plural = any(numbers_of(one) == {"p"} and one.has("N") for one in view.words[:at])
    first, second = ("3p", "3s") if plural else ("3s", "3p")
    return tuple(dict.fromkeys((*forms.conjugated(word, first), *forms.conjugated(word, second))))[:3]


def _stranded(view: View) -> Iterator[Hit]:
    """« Les élèves partiront et mangerons », « vous pourrai », « Le client souhaitais »: no subject of that person."""
    lows = view.lows
    for at, word in enumerate(view.words):
        found = _persons(word)
        if not found or at == 0 or word.verb("impe"):
            continue
        if any(one.startswith(("moi-", "vous-", "nous-")) or one == "t'" for one in lows):
            continue
        if not (found <= {"1p"} or found <= {"2p"} or found <= {"1s", "2s"}):
            continue
        if lows.intersection(_NEED[next(iter(found))]) or (view.at(at + 1) and view.words[at + 1].clitic):
            continue
        if view.words[at - 1].has("D") or view.low(at - 1).isdecimal() or word.low.endswith("mètres"):
            continue
        if not word.near and not lows.intersection(("il", "elle", "on", "ils", "elles", "vous", "nous")):
            continue
        if view.low(at - 1) in ("ne", "n'", "vous", "en", "y") and at == 1:
            continue  # « Vous remercierons de… »: a note without its subject
        yield word.start, word.end, _third(view, at)


def _imperative_shape(view: View) -> Iterator[Hit]:
    """« Cette vis ne tiens pas »: after a noun, a form that could only be an order."""
    lows = view.lows
    if lows.intersection(_NEED["1s"]):
        return
    for at in range(2, len(view.words)):
        word = view.words[at]
        found = frozenset(tag for one in word.readings if one.pos == "V" for tag in one.tags & _PERSONS)
        if (
            not found
            or not found <= {"1s", "2s"}
            or not word.low.endswith("s")
            or not word.verb("impe")
            or word.clitic
        ):
            continue
        before = at - 1
        while before > 0 and view.low(before) in ("ne", "n'", "se", "s'", "me", "lui", "leur", "en", "y"):
            before -= 1
        denied = view.low(at - 1) in ("ne", "n'") or view.low(before + 1) in ("ne", "n'")
        noun = view.words[before]
        if (
            (
                noun.has("N")
                and view.words[before - 1].has("D")
                and view.glued(before - 1, at)
                and (denied or word.only("V"))
            )
            and not noun.has("R", "P")
            and before <= 3
        ):
            yield word.start, word.end, forms.conjugated_of(word, "3s", "ipre")


def _same_subject(view: View) -> Iterator[Hit]:
    """« Je reste à votre disposition et vous souhaitent »: one subject, two verbs, one person."""
    person = forms.PERSONS.get(view.low(0))
    if not person or len(view.words) < 5 or view.words[0].low == "vous":
        return
    first = 1
    while view.low(first) in forms.CLITICS:
        first += 1
    if not view.at(first) or not forms.has_person(view.words[first], person):
        return
    for at in range(first + 1, len(view.words) - 1):
        between = view.words[at]
        apart = forms.finite(between) and between.only("V") and not between.verb("ppas")
        if view.low(at) in _LINKS or (apart and not forms.has_person(between, person)):
            return  # another verb, with another subject
        if view.low(at) != "et":
            continue
        end = at + 1
        while view.low(end) in forms.CLITICS:
            end += 1
        target = view.at(end)
        if (
            not target
            or not view.glued(at, end)
            or not target.only("V")
            or not target.text.islower()
            or not forms.finite(target)
            or target.verb("ppas")
            or target.verb("inf")
        ):
            if end > at + 1:
                return
            continue
        if view.low(at + 1) == "vous" and forms.has_person(target, "2p"):
            return
        if view.low(at + 1) == "nous" and forms.has_person(target, "1p"):
            return
        turned = view.at(end + 1)
        if (turned and turned.clitic) or (target.verb("impe") and not forms.has_person(target, "3s")):
            return
        if not forms.has_person(target, person) and (fixes := forms.conjugated(target, person)):
            yield target.start, target.end, fixes
        return


def _we_to_you(view: View) -> Iterator[Hit]:
    """« et nous vous en remercient »: « nous », before « vous », is the subject."""
    for at in range(len(view.words) - 2):
        if (
            view.low(at) != "nous"
            or view.low(at + 1) != "vous"
            or view.low(at - 1)
            in ("à", "de", "pour", "chez", "avec", "par", "entre", "sur", "sans", "contre", "selon")
        ):
            continue
        end = at + 2
        while view.low(end) in forms.CLITICS:
            end += 1
        target = view.at(end)
        if (
            not target
            or not view.glued(at, end)
            or not target.only("V")
            or not forms.finite(target)
            or target.verb("inf")
            or target.verb("ppas")
        ):
            continue
        if (
            not forms.has_person(target, "1p")
            and not forms.has_person(target, "2p")
            and (fixes := forms.conjugated(target, "1p"))
        ):
            yield (
                target.start,
                target.end,
                tuple(sorted(fixes, key=len)),
            )


RULES: tuple[Rule, ...] = (
    rule("personne_sans_sujet", "conjugaison", "Cette terminaison demande un autre sujet que celui de la phrase.", "Cherchez le sujet, puis remplacez-le par « il » ou « ils ».", _stranded,
         (("Les enfants arriveront tôt et déjeunerons sur place.", "déjeuneront"), ("Quand tout sera prêt, vous pourrai entrer.", "pourrez"), ("Le client souhaitais un avoir.", "souhaitait")),
         ("Les enfants arriveront tôt et déjeuneront sur place.", "Serai absent lundi.", "Nous passerons et déjeunerons sur place.", "Mon fils et moi arriverons tôt.", "Allons à la poste.")),
    rule("personne_ordre", "conjugaison", "Après un nom sujet, le verbe est à la troisième personne.", "Remplacez le nom par « il » ou « elle ».", _imperative_shape,
         (("Cette vis ne tiens pas dans le bois.", "tient"),), ("Cette vis ne tient pas dans le bois.", "Ne fais pas cela.")),
    rule("personne_meme_sujet", "conjugaison", "Deux verbes qui ont le même sujet ont la même personne.", "Répétez le sujet devant le second verbe.", _same_subject,
         (("Je reste à votre écoute et vous adressent mes vœux.", "adresse"), ("Je reste à votre disposition et attend votre retour.", "attends"), ("Nous avons pris contact et attend une réponse.", "attendons")), ("Je reste à votre écoute et vous adresse mes vœux.", "Je le vois et vous venez.", "Je reste à votre disposition et attends votre retour.", "Je vous remercie et restez prudents.")),
    rule("personne_nous_vous", "conjugaison", "« Nous » placé devant « vous » est le sujet : -ons.", "Enlevez « vous » : « nous remercions ».", _we_to_you,
         (("Tout est réglé et nous vous en remercient.", "remercions"),), ("Tout est réglé et nous vous en remercions.", "Chez nous vous serez bien.", "C'est nous que vous cherchez.")),
)  # fmt: skip
