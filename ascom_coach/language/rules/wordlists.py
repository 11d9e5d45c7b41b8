"""Forms listed in a file of the knowledge, each with what should be written: how they are spelled out and found."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import product

from ascom_coach.language.data import load_lines
from ascom_coach.language.names import named
from ascom_coach.language.rules.base import Hit, cased
from ascom_coach.language.syntax.view import plain_view
from ascom_coach.language.text import words

_ENDINGS = ("er", "é", "ée", "és", "ées", "ez", "e", "ons", "ent", "ais", "ait", "aient", "era", "erons")
_BEFORE = re.compile(r"(?:\bil |n'|\bne )$")
"""What makes « y a » and « faut » correct."""
_PART = re.compile(r"\((\w+)\)|(\*)|([^(*]+)")


def expanded(form: str) -> tuple[str, ...]:
    """All spellings of a form of the list: « (s) » is facultative, « * » stands for the endings of a regular verb."""
    parts: list[tuple[str, ...]] = []
    for match in _PART.finditer(form):
        optional, star, plain = match.groups()
        parts.append(("", optional) if optional else _ENDINGS if star else (plain,))
    return tuple(dict.fromkeys("".join(one) for one in product(*parts)))


@cache
def _table(name: str, section: str) -> dict[str, tuple[tuple[str, str], ...]]:
    """First word → (whole form, better), the longest forms first."""
    found: dict[str, list[tuple[str, str]]] = {}
    current = ""
    for row in load_lines(name):
        if row.startswith("["):
            current = row.strip("[]")
        elif current == section:
            form, _, better = (part.strip() for part in row.partition("|"))
            for one in expanded(form):
                found.setdefault(_first(one), []).append((one, better))
    return {key: tuple(sorted(rows, key=lambda one: -len(one[0]))) for key, rows in found.items()}


def _first(form: str) -> str:
    head = form.split(" ", 1)[0]
    return head.lower() if head.isalpha() else words(form)[0].text.lower()


def listed(name: str, section: str, narrow: bool = False) -> Callable[[str], Iterator[Hit]]:
    """A finder of the forms of one section of `knowledge/lexique/<name>`.

    With `narrow`, the words that the fix does not change are left out of the span.
    """

    def find(text: str) -> Iterator[Hit]:
        low = plain_view(text).lower()
        curly = "’" in text
        table = _table(name, section)
        end = 0
        for token in words(plain_view(text)):
            if named(text, token.text):
                continue  # « Mme Ben Amar »
            for form, better in table.get(token.text.lower(), ()):
                stop = token.start + len(form)
                if (
                    token.start >= end
                    and low.startswith(form, token.start)
                    and not _goes_on(low, stop, form)
                    and not (form.startswith(("y a", "faut")) and _BEFORE.search(low, 0, token.start))
                    and not (form.startswith("a ") and text[token.start] == "A")
                ):
                    fix = better if curly else better.replace("’", "'")
                    first, last = token.start, stop
                    if narrow:
                        first, last, fix = _narrowed(text, first, last, fix)
                    yield first, last, tuple(cased(text[first:last], one) for one in fix.split(" / "))
                    end = stop
                    break

    return find


def _goes_on(low: str, stop: int, form: str) -> bool:
    """Whether the last word of the form is only the beginning of a longer one."""
    return form[-1].isalpha() and (
        low[stop : stop + 1].isalnum() or low[stop : stop + 1] in ("-", "'", "_", "@")
    )


def _narrowed(text: str, start: int, stop: int, fix: str) -> tuple[int, int, str]:
    """The span and the fix without the words that both begin or end with."""
    written, meant = text[start:stop].split(" "), fix.split(" ")
    first = 0
    while first < min(len(written), len(meant)) - 1 and written[first].lower() == meant[first]:
        first += 1
    last = 0
    while last < min(len(written), len(meant)) - first - 1 and written[-1 - last].lower() == meant[-1 - last]:
        last += 1
    begin = start + sum(len(word) + 1 for word in written[:first])
    end = stop - sum(len(word) + 1 for word in written[len(written) - last :])
    return begin, end, " ".join(meant[first : len(meant) - last])
