# ruff: noqa: E501 -- an example stays on one line
"""« Si » with an imperfect goes with a conditional, whoever the subject is. A doubt: « si » may tell of the past."""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, rule
from ascom_coach.language.rules.verbs.tenses import moods
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.view import View, Word

_PEOPLE = {"nous": "1p", "il": "3s", "elle": "3s", "on": "3s", "ils": "3p", "elles": "3p", "tu": "2s"}


def _imperfect(view: View) -> int:
    """The place of the imperfect behind the « si » that opens the sentence, 0 without one."""
    if view.low(0) not in ("si", "s'"):
        return 0
    for at in range(1, min(9, len(view.words))):
        word = view.words[at]
        if not word.near:
            return 0
        if word.has("V") and forms.finite(word) and not word.has("N", "A", "D", "P"):
            return at if moods(word) == {"iimp"} else 0
    return 0


def _future(view: View) -> Iterator[Hit]:
    """« Si la pièce était en stock, nous pourrons réparer »: « pourrions »."""
    start = _imperfect(view)
    if not start or any(word.low in ("hier", "alors", "déjà") for word in view.words[: start + 4]):
        return
    for at in range(start + 1, len(view.words) - 1):
        if view.words[at].near:
            continue
        verb, person = _verb(view, at)
        if verb and person and moods(verb) == {"ifut"}:
            yield verb.start, verb.end, forms.conjugated(verb, person, "cond")
        return


def _verb(view: View, at: int) -> tuple[Word | None, str]:
    person = _PEOPLE.get(view.low(at), "")
    if not person and view.words[at].has("D"):
        at += 1
        person = next(
            (
                one
                for one in ("3p", "3s")
                if at + 1 < len(view.words) and forms.has_person(view.words[at + 1], one)
            ),
            "",
        )
    here = at + 1
    while view.low(here) in forms.CLITICS:
        here += 1
    return view.at(here), person


# fmt: off
RULES: tuple[Rule, ...] = (
    rule("conj_si_futur", "conjugaison", "« Si » + imparfait va avec le conditionnel, « si » + présent avec le futur.", "« Si c’était libre, nous viendrions » ; « si c’est libre, nous viendrons ».", _future,
         (("Si la pièce était en stock, nous pourrons réparer demain.", "pourrions"), ("S'il faisait beau, le marché aura lieu dehors.", "aurait")),
         ("Si la pièce était en stock, nous pourrions réparer demain.", "Si la pièce est en stock, nous pourrons réparer demain.", "Si le colis était déjà abîmé hier, nous le remplacerons."), False),
)
# fmt: on
