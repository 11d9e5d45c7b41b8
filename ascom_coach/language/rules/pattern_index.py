"""The listed patterns by the word they begin at, with the words that must stand beside it: what a place asks for first.

« à » begins dozens of patterns; nearly all of them also name the word before it or behind it, and are put aside by one
look at that word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from ascom_coach.language.rules.word_patterns import Atom, Pattern
from ascom_coach.language.syntax.view import View

_ANY: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Place:
    """A pattern of the rule `name`, where its wrong form begins with `first`."""

    name: str
    pattern: Pattern
    first: str

    @cached_property
    def behind(self) -> frozenset[str]:
        """The words one of which stands right behind the first; empty when others may."""
        wrong = [one for one in self.pattern.wrong if one[0].lstrip("-") == self.first]
        if all(len(one) > 1 for one in wrong):
            return frozenset(one[1].lstrip("-") for one in wrong)
        return _named(self.pattern.after[:1], 0) if all(len(one) == 1 for one in wrong) else _ANY

    @cached_property
    def before(self) -> frozenset[str]:
        """The words one of which stands right before the first; empty when others may."""
        return _named(self.pattern.left[-1:], -1)


def _named(beside: tuple[Atom, ...], end: int) -> frozenset[str]:
    """The words that an element asks for; `end` is which of several stands beside. Empty when it takes others too."""
    if not beside or beside[0].least == 0:
        return _ANY
    if beside[0].kind == "either":
        ways = [_named((way[end],), end) for way in beside[0].ways]
        return frozenset().union(*ways) if all(ways) else _ANY
    return beside[0].one.listed() if beside[0].kind == "word" else _ANY


class PatternIndex:
    """Patterns with the name of their rule, found by word or by lemma."""

    def __init__(self, patterns: Iterable[tuple[str, Pattern]]) -> None:
        self._words: dict[str, list[Place]] = {}
        self._lemmas: dict[str, list[Place]] = {}
        for name, pattern in patterns:
            kept = self._lemmas if pattern.by_lemma else self._words
            for first in dict.fromkeys(one[0].lstrip("-") for one in pattern.wrong):
                kept.setdefault(first, []).append(Place(name, pattern, first))

    def at(self, view: View, at: int) -> Iterator[Place]:
        """The patterns that may begin at the word `at`, as far as the words beside it tell."""
        word = view.words[at]
        places = self._words.get(word.low, [])
        for lemma in dict.fromkeys(one.lemma for one in word.readings):
            if lemma in self._lemmas:
                places = [*places, *self._lemmas[lemma]]
        if not places:
            return
        before, behind = view.low(at - 1), view.low(at + 1)
        for place in places:
            if place.behind and behind not in place.behind:
                continue
            if place.before and before not in place.before:
                continue
            yield place
