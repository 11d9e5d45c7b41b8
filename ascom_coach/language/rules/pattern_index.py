"""The listed patterns by the word they begin at, with the words that must stand beside it: what a place asks for first.

« à » begins dozens of patterns; nearly all of them also name the word before it or behind it, and are put aside by one
look at that word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ascom_coach.language.rules.word_patterns import words_of
from ascom_coach.language.syntax.view import View, Word
from ascom_coach.language.text import tokens

_ANY: frozenset[str] = frozenset()
_MOST = 16384
"""Words of the texts read whose lines are kept."""
_LEFT = re.compile(r"(?:^|\s)(\([^()]*\)|[^\s()]+)\s*\[")
_RIGHT = re.compile(r"\]\s*(\([^()]*\)|[^\s()]+)(?=\s|$)")
_WRONG = re.compile(r"\[([^\[\]>]+)>")
_PLAIN = re.compile(r"[^\W\d_]+")


class Place(NamedTuple):
    """A line of the rule `name`, with the words one of which stands right before its first wrong word, or right behind;
    empty when others may."""

    name: str
    source: str
    before: frozenset[str]
    behind: frozenset[str]

    @classmethod
    def of(cls, name: str, source: str) -> Place:
        """Read from the line as it is written: only one that these words let through is parsed."""
        line = source.replace("’", "'")
        left, right, wrong = _LEFT.search(line), _RIGHT.search(line), _WRONG.search(line)
        forms = [form.replace("*", " ").split() for form in wrong[1].split("|")] if wrong else []
        if any(not _PLAIN.fullmatch(word) for form in forms for word in form[:2]):
            behind = _ANY
        elif all(len(form) > 1 for form in forms):
            behind = frozenset(form[1].lower() for form in forms)
        else:
            behind = _named(right[1], 0) if right and all(len(form) == 1 for form in forms) else _ANY
        return cls(name, source, _named(left[1], -1) if left else _ANY, behind)


def _named(element: str, end: int) -> frozenset[str]:
    """The words that an element of a line asks for, `end` is which of several stands beside; empty if others fit."""
    ways = [way.split() for way in element.strip("()").split("|")]
    if any(not _PLAIN.fullmatch(word) for way in ways for word in way) or not all(ways):
        return _ANY
    return frozenset(way[end].lower() for way in ways)


def begins(source: str) -> tuple[list[str], bool]:
    """The words, or the lemmas, at which the wrong forms of a line begin, and whether they are lemmas.

    Read without the rest: most lines of the lists are never met. Raises ValueError where no brackets are.
    """
    match = _WRONG.search(source.replace("’", "'"))
    if not match:
        raise ValueError(f"no [wrong>right] in {source!r}")
    firsts = (_first_word(one.strip()) for one in match[1].split("|"))
    return list(dict.fromkeys(firsts)), match[1].strip().endswith("*")


def _first_word(text: str) -> str:
    head = text.split(" ", 1)[0].rstrip("*")
    if head.isalpha():
        return head.lower()
    elided, mark, rest = head.partition("'")
    if mark and elided.isalpha() and "-" not in rest:
        return tokens(head if rest else f"{head}un")[0].text.lower()
    return words_of(text)[0].lstrip("-")


class PatternIndex:
    """Lines with the name of their rule, found by word or by lemma. A line is looked at when its first word is met."""

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
        found = [Place.of(*line) for line in self._words.get(word.low, ())]
        for lemma in dict.fromkeys(one.lemma for one in word.readings):
            found += [Place.of(*line) for line in self._lemmas.get(lemma, ())]
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
