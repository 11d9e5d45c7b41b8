# ruff: noqa: E501, SIM905 -- a list of words stays compact
"""Whether « et » opens a clause of its own: « Le hall est propre et les chaises sont… » has two subjects, not one.

Norm: « et » joins what has the same function; a group behind a whole clause, then followed by a verb, is the subject of
that verb (Grevisse and Goosse, « Le Bon Usage », §§ 267-269).
"""

from __future__ import annotations

from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.view import View, Word

_HELD = frozenset(
    "qui que qu' dont où quand si s' comme lorsque lorsqu' puisque puisqu' quoique car mais ou ni et quel quelle quels quelles combien "
    "lequel laquelle lesquels lesquelles auquel auxquels entre".split()
)
"""Words behind which what « et » joins may belong to a clause that is not over."""
_FRONT = frozenset("quand si s' comme lorsque lorsqu' puisque puisqu' dès après avant pour afin bien tant depuis pendant tandis".split())  # fmt: skip


def second_clause(view: View, at: int) -> bool:
    """Whether the group at `at`, behind « et », can only be the subject of the verb that follows it: the clause before
    « et » has its verb already, and nothing opens another one between."""
    if at < 4 or view.low(at - 1) != "et" or not view.words[at].near or not view.words[at - 1].near:
        return False
    verb = next((here for here in range(at - 2, 0, -1) if _stops(view, here)), 0)
    if not verb or view.low(verb) in _HELD or not _acts(view.words[verb]):
        return False
    for here in range(verb - 1, -1, -1):
        low = view.low(here)
        if low in ("que", "qu'") and here > 1 and _says(view, here - 1):
            return True  # « elle dit que le hall est propre et les chaises… »
        if low in _HELD:
            return False
        if not view.words[here].near:
            return low not in _FRONT
    return True


def _acts(word: Word) -> bool:
    if word.low in forms.AUXILIARIES:
        return word.low not in ("être", "été", "avoir", "eu", "ayant", "soit")
    return word.only("V") and forms.finite(word) and not word.verb("ppas") and not word.clitic


def _says(view: View, at: int) -> bool:
    """Whether the word before « que » is a verb with its pronoun, or nothing but a verb: « elle dit que »."""
    word = view.words[at]
    return word.only("V") or (forms.finite(word) and view.low(at - 1) in forms.PERSONS)


def _stops(view: View, at: int) -> bool:
    """Whether the search back ends at the word: a verb, a word that holds what follows, or a mark behind it."""
    return view.low(at) in _HELD or _acts(view.words[at]) or not view.words[at].near
