"""Texts joined, cut, searched and shown in a format."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from decimal import ROUND_HALF_UP, Decimal

from ascom_coach.formulas.criteria import wildcard
from ascom_coach.formulas.shown import shown_as
from ascom_coach.formulas.values import (
    Argument,
    Fault,
    FaultError,
    NotComputedError,
    as_text,
    flat,
    number,
    scalar,
    truth,
    whole,
)

Function = Callable[[Sequence[Argument]], Argument]


def _on_text(change: Callable[[str], Argument]) -> Function:
    return lambda arguments: change(as_text(arguments[0]))


def _joined(arguments: Sequence[Argument]) -> Argument:
    return "".join(as_text(item) for item in flat(arguments))


def _textjoin(arguments: Sequence[Argument]) -> Argument:
    mark, skip = as_text(arguments[0]), truth(arguments[1])
    pieces = [as_text(item) for item in flat(arguments[2:])]
    return mark.join(piece for piece in pieces if piece or not skip)


def _size(arguments: Sequence[Argument], at: int) -> int:
    size = whole(arguments[at]) if len(arguments) > at else 1
    if size < 0:
        raise FaultError("#VALUE!")
    return size


def _right(arguments: Sequence[Argument]) -> Argument:
    text, size = as_text(arguments[0]), _size(arguments, 1)
    return text[-size:] if size else ""


def _mid(arguments: Sequence[Argument]) -> Argument:
    start, size = whole(arguments[1]), _size(arguments, 2)
    if start < 1:
        raise FaultError("#VALUE!")
    return as_text(arguments[0])[start - 1 : start - 1 + size]


def _substitute(arguments: Sequence[Argument]) -> Argument:
    text, old, new = (as_text(item) for item in arguments[:3])
    if not old:
        return text
    if len(arguments) < 4:
        return text.replace(old, new)
    rank = whole(arguments[3])
    pieces = text.split(old)
    if not 1 <= rank < len(pieces):
        return text
    return old.join(pieces[:rank]) + new + old.join(pieces[rank:])


def _replace(arguments: Sequence[Argument]) -> Argument:
    text, start, size = as_text(arguments[0]), whole(arguments[1]), _size(arguments, 2)
    if start < 1:
        raise FaultError("#VALUE!")
    return text[: start - 1] + as_text(arguments[3]) + text[start - 1 + size :]


def _find(arguments: Sequence[Argument], *, exact: bool) -> Argument:
    part, text = as_text(arguments[0]), as_text(arguments[1])
    start = whole(arguments[2]) if len(arguments) > 2 else 1
    if not 1 <= start <= len(text) + 1:
        raise FaultError("#VALUE!")
    pattern = None if exact else wildcard(part)
    if pattern is not None:
        match = re.compile(pattern.pattern.replace(".*", ".*?"), pattern.flags).search(text, start - 1)
        place = match.start() if match else -1
    elif exact:
        place = text.find(part, start - 1)
    else:
        place = text.casefold().find(part.casefold(), start - 1)
    if place < 0:
        raise FaultError("#VALUE!")
    return Decimal(place + 1)


def _proper(text: str) -> str:
    return re.sub(r"[^\W\d_]+", lambda match: match[0][0].upper() + match[0][1:].lower(), text)


def _text(arguments: Sequence[Argument]) -> Argument:
    value = scalar(arguments[0])
    if isinstance(value, str):
        return value
    return shown_as(number(value), as_text(arguments[1]))


def _value(arguments: Sequence[Argument]) -> Argument:
    value = scalar(arguments[0])
    if isinstance(value, bool) or value is None or value == "":
        raise FaultError("#VALUE!")
    return number(value)


def _repeat(arguments: Sequence[Argument]) -> Argument:
    text, times = as_text(arguments[0]), _size(arguments, 1)
    if len(text) * times > 32_767:
        raise FaultError("#VALUE!")
    return text * times


def _char(arguments: Sequence[Argument]) -> Argument:
    code = whole(arguments[0])
    if not 1 <= code <= 255:
        raise FaultError("#VALUE!")
    return bytes([code]).decode("cp1252", errors="replace")


def _code(text: str) -> Argument:
    if not text:
        raise FaultError("#VALUE!")
    try:
        return Decimal(text[0].encode("cp1252")[0])
    except UnicodeEncodeError:
        raise NotComputedError("CODE") from None


def _fixed(arguments: Sequence[Argument]) -> Argument:
    places = whole(arguments[1]) if len(arguments) > 1 else 2
    if not 0 <= places <= 15:
        raise NotComputedError("FIXED")
    plain = len(arguments) > 2 and truth(arguments[2])
    value = number(arguments[0]).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    return shown_as(value, ("0" if plain else "#,##0") + ("." + "0" * places if places else ""))


def _only_text(arguments: Sequence[Argument]) -> Argument:
    value = arguments[0] if isinstance(arguments[0], Fault) else scalar(arguments[0])
    return value if isinstance(value, str) else ""


FUNCTIONS: dict[str, Function] = {
    "CONCATENATE": _joined, "CONCAT": _joined, "TEXTJOIN": _textjoin,
    "LEFT": lambda a: as_text(a[0])[: _size(a, 1)], "RIGHT": _right, "MID": _mid,
    "LEN": _on_text(lambda text: Decimal(len(text))), "UPPER": _on_text(str.upper), "LOWER": _on_text(str.lower),
    "PROPER": _on_text(_proper), "TRIM": _on_text(lambda text: re.sub(" +", " ", text).strip(" ")),
    "CLEAN": _on_text(lambda text: re.sub(r"[\x00-\x1f]", "", text)), "SUBSTITUTE": _substitute,
    "REPLACE": _replace, "FIND": lambda a: _find(a, exact=True), "SEARCH": lambda a: _find(a, exact=False),
    "REPT": _repeat, "TEXT": _text, "VALUE": _value, "EXACT": lambda a: as_text(a[0]) == as_text(a[1]),
    "CHAR": _char, "CODE": _on_text(_code), "FIXED": _fixed, "T": _only_text,
}  # fmt: skip
