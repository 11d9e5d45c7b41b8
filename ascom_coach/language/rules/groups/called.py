# ruff: noqa: E501 -- an example stays on one line
"""Agreement with the person called (« Mesdames, vous êtes invitées ») and of small determiners before a plural noun."""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, rule
from ascom_coach.language.rules.groups.predicate import describes
from ascom_coach.language.rules.groups.quantity import changed
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.frames import past
from ascom_coach.language.syntax.noungroup import numbers_of
from ascom_coach.language.syntax.predicates import over
from ascom_coach.language.syntax.shapes import FEMALE, FP, FS, MALE, MP, MS, PLURAL, agreed_in, joined, shape
from ascom_coach.language.syntax.spine_parts import between
from ascom_coach.language.syntax.view import View, Word

_CALLED = {
    "mesdames": FP,
    "messieurs": MP,
    "madame": FS,
    "monsieur": MS,
    "mademoiselle": FS,
    "mesdemoiselles": FP,
}
_DEAR = frozenset(["cher", "chère", "chers", "chères"])
_BE = frozenset(["êtes", "serez", "étiez", "seriez", "soyez", "restez", "resterez"])


def _person(view: View) -> tuple[int, int]:
    """(set of those called at the head of the sentence, place behind), (0, 0) when nobody is."""
    at = 1 if view.low(0) in ("bonjour", "bonsoir") else 0
    mask = 0
    while at < len(view.words):
        low = view.low(at)
        if low in _CALLED and (view.words[at].text[:1].isupper() or at):
            one = _CALLED[low]
        elif (
            low in _DEAR and (noun := view.at(at + 1)) and noun.near and noun.has("N") and noun.text.islower()
        ):
            one = shape(view.words[at]).adjective & shape(noun).noun
            at += 1
        else:
            break
        mask = joined(mask, one) if mask else one
        at += 1
        while (name := view.at(at)) and name.near and name.text[:1].isupper() and name.low not in _CALLED:
            at += 1
        if view.low(at) == "et" or (view.low(at) in ("la", "le") and view.words[at].near):
            at += 1 if view.low(at) == "et" else 2
    return (mask, at) if mask in (MS, FS, MP, FP) else (0, 0)


def _called(view: View) -> Iterator[Hit]:
    """« Mesdames, vous êtes invité », « Chères clientes, soyez rassuré »."""
    mask, here = _person(view)
    if not mask or here >= len(view.words) or between(view, here) != ",":
        return
    for at in range(here, min(here + 14, len(view.words) - 1)):
        low = view.low(at)
        if low in ("il", "elle", "on", "ils", "elles", "nous", "je", "qui", "que", "qu'") or between(
            view, at
        ) not in ("", ","):
            return
        said = low in _BE or (low in ("avez", "aviez") and view.low(past(view, at + 1)) == "été")
        if not said or (
            view.low(at - 1) != "vous" and view.low(at + 1) != "vous" and not view.words[at].verb("impe")
        ):
            continue
        if view.low(at - 1) == "vous" and view.low(at - 2) in ("et", "ou"):
            return  # « Madame, vos fils et vous êtes attendus »
        place = over(view, at + 1)
        if view.words[place : place + 1] and view.words[place].clitic:
            place = over(view, place + 1)
        if low in ("avez", "aviez"):
            place = over(view, past(view, at + 1) + 1)
        word = view.at(place)
        if not word or not word.near or not word.text.islower():
            return
        kind = shape(word)
        said = (kind.participle and not kind.finite) or describes(view, place)
        if said and not kind.adjective & mask:
            yield from changed(word, agreed_in(word, mask))
        return


def _plural_noun(view: View, at: int) -> Word | None:
    """The noun behind the determiner at `at`, over one adjective, when it is plural and can be nothing else here."""
    for place in (at + 1, at + 2):
        noun = view.at(place)
        if (
            not noun
            or not noun.near
            or noun.clitic
            or not noun.text.islower()
            or noun.has("P", "D", "R", "C", "O")
        ):
            return None
        if noun.has("A") and view.low(place + 1) in ("que", "qu'"):
            return None  # « quelque importantes que soient »
        if noun.has("N") and numbers_of(noun) == {"p"}:
            spoken = noun.verb() and not noun.verb("ppas")
            only_you = not any(
                forms.has_person(noun, one) for one in ("1s", "3s", "1p", "2p", "3p")
            ) and not noun.verb("inf")
            return (
                noun if not spoken or (only_you and not any(one.low == "tu" for one in view.words)) else None
            )
        if not (noun.has("A") and numbers_of(noun) == {"p"}):
            return None
    return None


def _small(view: View) -> Iterator[Hit]:
    """« Certain plantes », « il reste quelque places », « écrivez leur initiales »."""
    for at, word in enumerate(view.words[:-1]):
        if word.low not in ("certain", "certaine", "quelque", "leur") or word.clitic:
            continue
        before = view.at(at - 1)
        if (
            before
            and word.near
            and (
                before.has("D")
                or (word.low.startswith("certain") and before.has("N", "A"))
                or (word.low == "leur" and before.low in forms.CLITICS | forms.PERSONS.keys())
            )
        ):
            continue
        noun = _plural_noun(view, at)
        if noun is None:
            continue
        if word.low == "leur":
            yield from changed(word, ("leurs",))
        elif word.low == "quelque":
            yield from changed(word, ("quelques",))
        else:
            own = shape(noun).noun & PLURAL
            yield from changed(
                word,
                ("certaines",)
                if not own & MALE
                else ("certains",)
                if not own & FEMALE
                else ("certains", "certaines"),
            )


RULES: tuple[Rule, ...] = (
    rule("accord_personne_appelee", "accord", "Avec « vous », l’adjectif ou le participe s’accorde avec la personne à qui l’on parle.", "À qui parle-t-on : un homme, une femme, plusieurs ?", _called,
         (("Mesdames, vous êtes invité à l'atelier.", "invitées"), ("Chères clientes, soyez rassuré.", "rassurées"), ("Madame, vous êtes attendu à neuf heures.", "attendue"), ("Mesdames et Messieurs, vous serez accueilli par Léa.", "accueillis")),
         ("Mesdames, vous êtes invitées à l'atelier.", "Madame, Monsieur, vous êtes attendus à neuf heures.", "Madame, vous êtes ravie, lui aussi.", "Monsieur, la salle où vous êtes est fermée.", "Madame la maire, vous êtes élue pour six ans.")),
    rule("accord_petit_determinant", "accord", "Devant un nom au pluriel : « certains », « certaines », « quelques », « leurs ».", "Plusieurs choses : la marque du pluriel sur chaque mot.", _small,
         (("Certain plantes ont soif.", "Certaines"), ("Il reste quelque places dans le car.", "quelques"), ("Écrivez leur initiales sur le sac.", "leurs")),
         ("Certaines plantes ont soif.", "Il reste quelques places.", "Quelque trois cents places restent.", "Tu leur montres la salle.", "Un certain temps passe.", "Nous leur écrivons.")),
)  # fmt: skip
