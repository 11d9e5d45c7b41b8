"""What a text must hold for a pattern to match at all: a quick look that spares nearly all searches.

Read from the parsed pattern: lists of strings, one of each list has to be there. The answer is only ever « cannot
match » or « perhaps »; a pattern that asks for nothing sure is always tried.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib import import_module
from typing import Any

Strings = frozenset[str]

_SAME = str.maketrans({"ı": "i", "İ": "i", "ſ": "s"})
"""Letters that a search without case takes for another one, and `str.lower` does not."""
_MOST = 16
"""Strings above which a run of known letters is cut: a list must stay quick to look for."""
_LISTS = 2
_NOTHING = frozenset([""])


@lru_cache(maxsize=64)
def lowered(text: str) -> str:
    """The text in which `needed` strings are looked for."""
    return text.translate(_SAME).lower()


def needed(source: str) -> tuple[tuple[str, ...], ...]:
    """Lists of strings in lower case: a text that `source` matches holds at least one string of each."""
    try:
        parsed = import_module("re._parser").parse(source)
    except (
        ImportError,
        AttributeError,
    ):  # a private module of Python's: without it, every pattern is always tried
        return ()
    found = {_shortest(one) for one in _asked(parsed) if "" not in one}
    best: list[Strings] = []
    for one in sorted(found - {frozenset(" ")}, key=lambda one: (_cost(one), sorted(one))):
        if len(best) < _LISTS and not any(_implied(one, other) for other in best):
            best.append(one)
    return tuple(tuple(sorted(one)) for one in best)


def _implied(strings: Strings, longer: Strings) -> bool:
    """Whether a text that holds one of the longer strings holds one of the others."""
    return all(any(one in other for one in strings) for other in longer)


def _shortest(strings: Strings) -> Strings:
    """Without the strings that hold another one: where they are, it is."""
    return frozenset(one for one in strings if not any(other in one for other in strings if other != one))


def _cost(strings: Strings) -> float:
    """The more strings, and the shorter the shortest, the less a list spares."""
    return len(strings) / 4 - min(map(len, strings))


def may_match(low: str, asked: Iterable[tuple[str, ...]]) -> bool:
    """Whether a text, `lowered`, holds what a pattern needs."""
    for strings in asked:
        for one in strings:
            if one in low:
                break
        else:
            return False
    return True


def _asked(items: Iterable[Any]) -> Iterator[Strings]:
    """What elements that follow each other ask for: the strings of each run of known letters."""
    run = _NOTHING
    for code, value in items:
        known = _known(str(code), value)
        if str(code) == "ASSERT":
            behind = value[0] < 0
            beside, whole = _end(value[1], behind)
            if not behind:
                yield _joined(run, beside) or beside
            elif run == _NOTHING:
                run = beside
            else:
                whole = False
            if not whole:
                yield from _asked(value[1])
        elif known is None:
            yield run
            run = _NOTHING
            yield from _inside(str(code), value)
        elif longer := _joined(run, known):
            run = longer
        else:
            yield run
            run = known
    yield run


def _joined(run: Strings, more: Strings) -> Strings:
    """Every string of a run with every string behind it; nothing when there are too many."""
    if len(run) * len(more) > _MOST:
        return frozenset()
    return more if run == _NOTHING else frozenset(a + b for a in run for b in more)


def _known(code: str, value: Any) -> Strings | None:
    """All that one element can be, or None when it is not a short list. What only looks around is empty."""
    if code == "LITERAL":
        return frozenset([chr(value).translate(_SAME).lower()])
    if code in ("AT", "ASSERT", "ASSERT_NOT"):
        return _NOTHING
    if code == "SUBPATTERN":
        return _whole(value[-1])
    if code == "IN" and len(value) <= 8 and all(str(one[0]) == "LITERAL" for one in value):
        return frozenset(chr(one[1]).translate(_SAME).lower() for one in value)
    if code == "BRANCH":
        ways = [_whole(way) for way in value[1]]
        return frozenset().union(*(way for way in ways if way)) if None not in ways else None
    if code == "MAX_REPEAT" and value[:2] == (0, 1):
        once = _whole(value[2])
        return None if once is None else once | _NOTHING
    return None


def _whole(items: Iterable[Any]) -> Strings | None:
    out = _NOTHING
    for code, value in items:
        known = _known(str(code), value)
        if known is None:
            return None
        out = _joined(out, known)
        if not out:
            return None
    return out


def _end(items: Iterable[Any], last: bool) -> tuple[Strings, bool]:
    """The known strings that elements begin with, or end with when `last`; whether that is all of them."""
    run = _NOTHING
    for code, value in reversed(list(items)) if last else items:
        known = _known(str(code), value)
        longer = known and (_joined(known, run) if last else _joined(run, known))
        if not longer:
            return run, False
        run = longer
    return run, True


def _inside(code: str, value: Any) -> Iterator[Strings]:
    """What an element asks for whose strings cannot all be listed."""
    if code == "SUBPATTERN":
        yield from _asked(value[-1])
    elif code == "BRANCH":
        ways = [max(_asked(way), key=lambda one: min(map(len, one))) for way in value[1]]
        yield frozenset().union(*ways)
    elif code == "MAX_REPEAT" and value[0] > 0:
        yield from _asked(value[2])
