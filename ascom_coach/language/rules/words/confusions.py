"""Words taken for others, told by the turn they stand in: the rules that `knowledge/lexique/confusions/*.txt` lists.

A file holds rules, each of lines that begin with a sign:

    = banc_ban | homophones | à vérifier    name and label; the third part makes its remarks doubts that count nothing
    : Un « banc » de poissons prend un c.   the explanation shown to the learner
    ? Remplacez par « groupe ».             the test to apply
    + Un ban de poissons approche. > banc   a wrong sentence and its fix, run as a test
    - Les bans sont publiés.                a right one
    [ban>banc] de (poissons|sable)          patterns (`word_patterns.py`)
    & à ras bord | à ras bords < à rat bore  a set expression caught when it is written as it is heard (`heard.py`):
                                            what is right, what is right too, other misspellings
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import cast

from ascom_coach.language.data import pattern_files
from ascom_coach.language.remarks import LABELS, Label
from ascom_coach.language.rules.base import Hit, Rule
from ascom_coach.language.rules.heard import Expression, found, read, table
from ascom_coach.language.rules.pattern_index import PatternIndex
from ascom_coach.language.rules.word_patterns import Pattern, parse
from ascom_coach.language.syntax.view import views


@dataclass(slots=True)
class Entry:
    """A rule as its file writes it."""

    name: str
    label: str
    counted: bool = True
    message: str = ""
    test: str = ""
    lines: list[str] = field(default_factory=list)
    expressions: list[Expression] = field(default_factory=list)
    wrong: list[tuple[str, str]] = field(default_factory=list)
    right: list[str] = field(default_factory=list)

    @property
    def patterns(self) -> list[Pattern]:
        """What its lines say. Raises ValueError with the faulty one."""
        return [parse(line) for line in self.lines]


def read_entries(lines: tuple[str, ...]) -> list[Entry]:
    """The rules of one file. Raises ValueError with the faulty line; patterns are read later."""
    out: list[Entry] = []
    for line in lines:
        sign, rest = line[0], line[1:].strip()
        if sign == "=":
            name, label, *doubt = (part.strip() for part in rest.split("|"))
            if label not in LABELS:
                raise ValueError(f"unknown label in {line!r}")
            out.append(Entry(name, label, not doubt))
        elif not out:
            raise ValueError(f"no rule begins before {line!r}")
        elif sign == ":":
            out[-1].message = rest
        elif sign == "?":
            out[-1].test = rest
        elif sign == "+":
            text, _, fix = rest.rpartition(" > ")
            out[-1].wrong.append((text, fix))
        elif sign == "-":
            out[-1].right.append(rest)
        elif sign == "&":
            out[-1].expressions.append(read(out[-1].name, rest))
        else:
            out[-1].lines.append(line)
    return out


@cache
def entries() -> tuple[Entry, ...]:
    """All listed rules."""
    return tuple(one for lines in pattern_files().values() for one in read_entries(lines))


@cache
def _index() -> PatternIndex:
    return PatternIndex((entry.name, line) for entry in entries() for line in entry.lines)


@cache
def _heard() -> tuple[dict[str, list[Expression]], int]:
    """The set expressions by their sounds, and the length of the longest."""
    known = table(expression for entry in entries() for expression in entry.expressions)
    return known, max(map(len, known), default=0)


@lru_cache(maxsize=64)
def _found(text: str) -> dict[str, list[Hit]]:
    """What every listed rule finds in a text, read once for all."""
    index = _index()
    out: dict[str, list[Hit]] = {}
    for view in views(text):
        for name, hit in found(view, *_heard()):
            out.setdefault(name, []).append(hit)
        for at in range(len(view.words)):
            for place in index.at(view, at):
                for hit in parse(place.source).hits(view, at):
                    if hit not in out.setdefault(place.name, []):
                        out[place.name].append(hit)
    return out


def _finder(name: str) -> Callable[[str], Iterator[Hit]]:
    return lambda text: iter(_found(text).get(name, ()))


RULES: tuple[Rule, ...] = tuple(
    Rule(
        one.name,
        cast(Label, one.label),
        one.message,
        one.test,
        _finder(one.name),
        tuple(one.wrong),
        tuple(one.right),
        one.counted,
    )
    for one in entries()
)
