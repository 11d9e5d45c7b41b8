"""The listed patterns by the word they begin at, with the words that must stand beside it: what a place asks for first.

« à » begins dozens of patterns; nearly all of them also name the word before it or behind it, and are put aside by one
look at that word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from ascom_coach.language.rules.word_patterns import Atom, Pattern, begins, parse
from ascom_coach.language.syntax.view import View, Word

_ANY: frozenset[str] = frozenset()
_MOST = 16384
"""Words of the texts read whose lines are kept."""


@dataclass(frozen=True)
class Place:
    """A line of the rule `name`, where its wrong form begins with `first`."""

    name: str
    source: str
    first: str

    @property
    def pattern(self) -> Pattern:
        """What the line says, read at the first use."""
        return parse(self.source)

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
    """Lines with the name of their rule, found by word or by lemma. A line is read when its first word is met."""

    def __init__(self, lines: Iterable[tuple[str, str]]) -> None:
        self._words: dict[str, list[tuple[str, str]]] = {}
        self._lemmas: dict[str, list[tuple[str, str]]] = {}
        self._met: dict[str, tuple[Place, ...]] = {}
        for line in lines:
            firsts, by_lemma = begins(line[1])
            kept = self._lemmas if by_lemma else self._words
            for first in firsts:
                kept.setdefault(first, []).append(line)

    def _of(self, word: Word) -> tuple[Place, ...]:
        """The lines that may begin at a word, those of the word as it is written first."""
        found = [Place(*line, word.low) for line in self._words.get(word.low, ())]
        for lemma in dict.fromkeys(one.lemma for one in word.readings):
            found += [Place(*line, lemma) for line in self._lemmas.get(lemma, ())]
        return tuple(found)

    def at(self, view: View, at: int) -> Iterator[Place]:
        """The lines that may begin at the word `at`, as far as the words beside it tell."""
        word = view.words[at]
        places = self._met.get(word.text)
        if places is None:
            if len(self._met) > _MOST:
                self._met.clear()
            places = self._met[word.text] = self._of(word)
        if not places:
            return
        before, behind = view.low(at - 1), view.low(at + 1)
        for place in places:
            if (not place.behind or behind in place.behind) and (not place.before or before in place.before):
                yield place
