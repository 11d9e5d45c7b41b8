# ruff: noqa: E501 -- a pattern or an example stays on one line
"""One grammar for what a French text states: dates, hours, deadlines, amounts, quantities, references.

`find_values` reads a text around a fictional day. Self-corrections are followed: in « onze, enfin douze » only
the second value is kept, with `corrected` set.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from functools import lru_cache

from ascom_coach.language.text import fold, plain
from ascom_coach.language.values.scan import Kind, Reader, Value

__all__ = ["Kind", "Value", "all_values", "find_values"]

_FIX = (
    r"(?:enfin|non|pardon|plutot|je veux dire|excuse[rz]?[ -]moi|je rectifie|je corrige|correction|oups|erreur|"
    r"c'est-a-dire|attends|attendez|je me trompe|mais non|plus exactement|desolee?|euh|ah|oh|ou|c'est|enfin bref)"
)
_FIX_GAP = re.compile(rf"[ ,.;:!…-]*(?:{_FIX}[ ,.;:!…-]+)*(?:enfin|non|pardon|plutot|je veux dire|excuse[rz]?[ -]moi|je rectifie|"
                      rf"je corrige|correction|oups|erreur|attends|attendez|je me trompe|plus exactement)[ ,.;:!…-]*(?:{_FIX}[ ,.;:!…-]+)*(?:(?:le|la|les|a|au|pour|de|du|vers|d'ici) ?)*")  # fmt: skip
_NOT_GAP = re.compile(r",? ?(?:et )?(?:non(?: pas)?|pas) (?:(?:le|la|les|a|au|pour|de|du|vers) ?)*")
_BUT_GAP = re.compile(r",? (?:mais(?: plutot| bien)?|plutot) (?:(?:le|la|les|a|au|pour|de|du|vers) ?)*")
_NEGATED = re.compile(r"(?:^|[^\w])(?:pas|non)(?: (?:le|la|les|a|au|pour|de|du))* ?$")
_RANGE_GAP = re.compile(r" ?(?:a|ou|-|et) ?")


def find_values(text: str, today: dt.date) -> list[Value]:
    """Values stated in `text`, in order, without overlap; dates are read around `today`.

    A value that the speaker corrects at once is left out; the one that replaces it has `corrected` set.
    """
    return [value for value, kept in _corrected(text, all_values(text, today)) if kept]


@lru_cache(maxsize=8192)  # all the lines of a scenario's papers are read again for each copy
def all_values(text: str, today: dt.date) -> tuple[Value, ...]:
    """As `find_values`, with the corrected values left in and without the `corrected` mark."""
    folded = fold(text)
    found: list[Value] = []
    taken = bytearray(len(folded.text) + 1)
    for value, start, end in Reader(text, folded, today).scan():
        if not any(taken[start:end]):
            taken[start:end] = b"\1" * (end - start)
            found.append(value)
    found.sort(key=lambda value: value.start)
    return tuple(_shared_units(found, text))


def _shared_units(found: list[Value], text: str) -> list[Value]:
    """« 20 à 30 € », « 2 ou 3 jours »: the first number takes the unit of the second."""
    out = list(found)
    for index in range(len(out) - 1):
        first, second = out[index], out[index + 1]
        bare = (
            first.kind == "quantite" and not first.unit and second.kind in ("montant", "delai", "pourcentage")
        )
        if bare and _RANGE_GAP.fullmatch(plain(text[first.end : second.start])):
            out[index] = replace(first, kind=second.kind, unit=second.unit)
    return out


def _comparable(first: Value, second: Value) -> bool:
    if first.kind == second.kind:
        return True
    counted = {"quantite", "montant", "delai", "pourcentage"}
    return first.kind in counted and second.kind in counted and not (first.unit and second.unit)


def _corrected(text: str, found: tuple[Value, ...]) -> list[tuple[Value, bool]]:
    kept = [True] * len(found)
    out = list(found)
    for index in range(len(found) - 1):
        first, second = out[index], out[index + 1]
        if not _comparable(first, second):
            continue
        gap = plain(text[first.end : second.start])
        if _FIX_GAP.fullmatch(gap) or (
            _BUT_GAP.fullmatch(gap) and _NEGATED.search(plain(text[: first.start]))
        ):
            kept[index] = False
            if second.kind == "quantite" and not second.unit:
                second = replace(second, kind=first.kind, unit=first.unit)
            out[index + 1] = replace(second, corrected=True)
        elif _NOT_GAP.fullmatch(gap):
            kept[index + 1] = False
            out[index] = replace(first, corrected=True)
    return list(zip(out, kept, strict=True))
