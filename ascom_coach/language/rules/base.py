"""What a rule of the embedded proofreader is, and the two ways to write one: a pattern or a function on views."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from ascom_coach.language.remarks import Label
from ascom_coach.language.rules.needed import lowered, may_match, needed
from ascom_coach.language.syntax.view import View, plain_view, views

Hit = tuple[int, int, tuple[str, ...]]
"""(start, end, suggestions) in the whole text."""

Fix = str | Callable[[str], str]
"""A template of a suggestion, or what makes it from the words found."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A narrow rule. `message` explains in French, `test` is the phrase to apply.

    `wrong` are sentences it must find, each with the expected first suggestion (or an empty string); `right` are
    sentences it must leave alone. Both run as tests. A rule that alarms on correct text is removed.
    """

    id: str
    label: Label
    message: str
    test: str
    find: Callable[[str], Iterator[Hit]]
    wrong: tuple[tuple[str, str], ...]
    right: tuple[str, ...]
    counted: bool = True


def by_pattern(
    source: str, *fixes: Fix, group: str | int = 0, skip: str = ""
) -> Callable[[str], Iterator[Hit]]:
    """A finder by regular expression on the plain view, case ignored; `fixes` are templates of the suggestions, or make
    them from what was found.

    `group` bounds the span; a match is left out where `skip` matches the text just before it.
    """
    asked = needed(source)

    @cache
    def compiled() -> tuple[re.Pattern[str], re.Pattern[str] | None]:
        """At the first text that may match: most patterns never meet one."""
        return re.compile(source, re.IGNORECASE), re.compile(rf"(?:{skip})$", re.IGNORECASE) if skip else None

    def find(text: str) -> Iterator[Hit]:
        whole = plain_view(text)
        if not may_match(lowered(whole), asked):
            return
        pattern, unless = compiled()
        for match in pattern.finditer(whole):
            if unless and unless.search(whole[: match.start()]):
                continue
            start, end = match.span(group)
            found = whole[start:end]
            yield (
                start,
                end,
                tuple(fix(found) if callable(fix) else cased(found, match.expand(fix)) for fix in fixes),
            )

    return find


def by_view(reader: Callable[[View], Iterator[Hit]]) -> Callable[[str], Iterator[Hit]]:
    """A finder by function on each sentence view."""

    def find(text: str) -> Iterator[Hit]:
        for view in views(text):
            yield from reader(view)

    return find


def rule(
    name: str,
    label: Label,
    message: str,
    test: str,
    find: Callable[[View], object],
    wrong: tuple[tuple[str, str], ...],
    right: tuple[str, ...],
    counted: bool = True,
) -> Rule:
    """A rule whose finder reads one sentence view after the other."""
    return Rule(name, label, message, test, by_view(find), wrong, right, counted)  # type: ignore[arg-type]


def cased(model: str, fix: str) -> str:
    """`fix` with the capital of `model`."""
    return fix[:1].upper() + fix[1:] if model[:1].isupper() and fix[:1].islower() else fix


def mark_rule(
    name: str,
    message: str,
    test: str,
    find: Callable[[str], Iterator[Hit]],
    wrong: tuple[tuple[str, str], ...],
    right: tuple[str, ...],
    counted: bool = True,
) -> Rule:
    """A rule of punctuation, `ponct_` before its name."""
    return Rule(f"ponct_{name}", "ponctuation", message, test, find, wrong, right, counted)
