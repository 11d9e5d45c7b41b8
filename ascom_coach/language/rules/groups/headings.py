# ruff: noqa: E501 -- an example stays on one line
"""Headings and notes without a verb: « Objet : réunion annulée », « Compte rendu : décisions prises, points à revoir ».

Norm: the adjective or participle agrees there as anywhere else (Grevisse and Goosse, « Le Bon Usage », § 338).
"""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, rule
from ascom_coach.language.rules.groups.quantity import changed
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.shapes import PLURAL, agreed_in, shape
from ascom_coach.language.syntax.spine_parts import between
from ascom_coach.language.syntax.view import View, Word

_OF = frozenset(["de", "d'"])
_BEHIND = frozenset(
    [
        "le",
        "du",
        "au",
        "à",
        "par",
        "pour",
        "en",
        "dans",
        "lundi",
        "mardi",
        "mercredi",
        "jeudi",
        "vendredi",
        "samedi",
        "dimanche",
        "hier",
        "depuis",
        "sur",
        "n",
        "no",
        "n°",
    ]
)
_FIXED = frozenset(
    [
        "découverte",
        "compris",
        "comprise",
        "joint",
        "inclus",
        "excepté",
        "vu",
        "attendu",
        "passé",
        "ouvert",
        "fermé",
        "complet",
        "urgent",
        "terminé",
        "gratuit",
    ]
)


def _noun(word: Word | None) -> int:
    """The set of a plain noun, 0 for another word."""
    if (
        not word
        or not word.text.isalpha()
        or word.clitic
        or word.low in forms.ETRE | forms.AVOIR
        or word.has("P", "D", "O", "C", "R")
    ):
        return 0
    kind = shape(word)
    return kind.noun if kind.nominal and not kind.participle and not kind.infinitive else 0


def _starts(view: View) -> Iterator[int]:
    """Where a note may begin: the first word, or behind a colon, a comma, a semicolon of a text with no verb before."""
    for at in range(len(view.words)):
        if at == 0 or between(view, at) in (":", "–", "—", "-", ";", ","):
            yield at


def _chain(view: View, at: int) -> tuple[int, int, int] | None:
    """(set of the first noun, sets of all its nouns, place behind) of « demande de congés », « relance facture »."""
    head = _noun(view.at(at))
    if not head or (at and forms.finite(view.words[at]) and between(view, at) == ","):
        return None
    mask, here = head, at + 1
    while here < len(view.words) and view.words[here].near:
        if view.low(here) in _OF and (other := _noun(view.at(here + 1))) and view.words[here + 1].near:
            mask, here = mask | other, here + 2
        elif (other := _noun(view.at(here))) and not shape(view.words[here]).adjective:
            mask, here = mask | other, here + 1
        else:
            break
    return head, mask, here


def _agrees_not(view: View) -> Iterator[Hit]:
    """« Objet : réunion annulé », « décisions prise, points à revoir »."""
    for at in _starts(view):
        found = _chain(view, at)
        if not found:
            continue
        head, mask, here = found
        said, after = view.at(here), view.at(here + 1)
        if not said or not said.near or not said.text.islower() or said.low in _FIXED or "-" in said.low:
            continue
        kind = shape(said)
        noun_too = kind.noun and not kind.participle
        if not kind.adjective or noun_too or kind.infinitive or not kind.nominal or kind.adjective & mask:
            continue
        if kind.finite and not kind.participle:
            continue
        closed = after is None or not after.near or after.low in _BEHIND or after.text[:1].isdecimal()
        listed = at > 0 and between(view, at) == ","
        if not closed or (listed and kind.adjective & PLURAL):
            continue
        if _told(view, at) and (between(view, at) != ":" or (after is not None and after.near)):
            continue
        yield from changed(said, agreed_in(said, mask if mask & (mask - 1) else head))


def _told(view: View, at: int) -> bool:
    """Whether the sentence has a plain verb: then it is no note."""
    return any(
        word.low in forms.ETRE | forms.AVOIR
        or (word.only("V") and not word.verb("ppas") and not word.verb("inf"))
        for word in view.words
    )


RULES: tuple[Rule, ...] = (
    rule("accord_note", "accord", "Même sans verbe ni déterminant, l’adjectif ou le participe s’accorde avec son nom.", "Ajoutez « la », « les » : « la réunion annulée ».", _agrees_not,
         (("Objet : réunion annulé", "annulée"), ("Objet : demande de congés payé", "payée"), ("Compte rendu : personnes présentes, décisions prise, points à revoir.", "prises"), ("Objet : devis travaux validée", "")),
         ("Objet : réunion annulée", "Objet : demande de congés payés", "Fournitures : stylos, cahiers, classeurs bleus.", "Objet : demande de congé refusée", "Prix net : port compris.")),
)  # fmt: skip
