"""What a cell says, compared by meaning: numbers to the cent, dates, hours, phones, words."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from ascom_coach.documents import Cell
from ascom_coach.language import find_values, plain, same_value
from ascom_coach.review.text_view import Place
from ascom_coach.review.workbooks.grid import named

CENT = Decimal("0.01")
ALONE = ("telephone", "courriel")
"""Kinds of which a cell holds one: an old number beside the new one is not the new one."""
_WHOLE = 0.8
"""Share of a text that its one number must take for the text to be that number."""
_FINE = Decimal("0.0001")
_NUMBER = re.compile(r"([-+]?\d+(?:[.,]\d+)?)(?:€|eur|euros?)?(?:ht|ttc)?(%?)")
_SPACES = re.compile(r"[\s\u00a0\u202f]+")


def at(cell: Cell) -> Place:
    """A cell as a place, its text as the quote; its error or its formula when it shows none."""
    return cell.locator, cell.text or cell.error or cell.formula or ""


def empty_beside(key: Cell, head: Cell) -> Cell:
    """The empty cell at the row of a key and in the column of a heading: files do not keep such cells."""
    sheet, _, name = head.locator.ref.rpartition("!")
    ref = f"{sheet}!{name.rstrip('0123456789')}{key.row}"
    return replace(
        head,
        locator=replace(head.locator, ref=ref),
        row=key.row,
        value=None,
        formula=None,
        error=None,
        note="",
    )


def number_in(text: str) -> Decimal | None:
    """The number that a text is: « 1 250,50 € », « 12,5 % » (0.125); None when it says more than a number."""
    match = _NUMBER.fullmatch(_SPACES.sub("", plain(text)))
    if match is None:
        return None
    value = Decimal(match.group(1).replace(",", "."))
    return value / 100 if match.group(2) else value


def amount(cell: Cell | None) -> Decimal | None:
    """The number a cell shows, typed as a number or as text; None for other text or nothing."""
    if cell is None or isinstance(cell.value, bool):
        return None
    if isinstance(cell.value, Decimal):
        return cell.value
    return number_in(cell.value) if isinstance(cell.value, str) else None


def cents(value: Decimal) -> Decimal:
    """Rounded to the cent, halves up."""
    return value.quantize(CENT, ROUND_HALF_UP)


def same_number(have: Decimal, expected: str, today: dt.date) -> bool | None:
    """Whether a number is the expected one, to the cent (rates to the hundredth of a percent).

    None when `expected` is no number. « 48 h » and « 11 repas » are compared by their number.
    """
    wanted = number_in(expected)
    if wanted is None:
        inside = [one.value for one in find_values(expected, today) if isinstance(one.value, Decimal)]
        if len(inside) != 1:
            return None
        wanted = inside[0]
    if "%" in expected:
        rate = wanted.quantize(_FINE, ROUND_HALF_UP)
        return rate in (have.quantize(_FINE, ROUND_HALF_UP), (have / 100).quantize(_FINE, ROUND_HALF_UP))
    return cents(have) == cents(wanted)


def same_cell(cell: Cell | None, expected: str, today: dt.date) -> bool:
    """Whether a cell says the expected value; an empty expectation wants an empty cell."""
    if cell is None or not cell.text.strip():
        return not expected.strip()
    have = amount(cell)
    digits = "".join(filter(str.isdigit, expected))
    shown_digits = "".join(filter(str.isdigit, cell.text))
    if have is not None:
        if len(digits) >= 9 and digits.lstrip("0") == shown_digits.lstrip("0"):
            return True  # a phone or a code kept as a number has lost its first zero
        same = same_number(have, expected, today)
        if same is not None:
            return same
    wanted = find_values(expected, today)
    if (
        len(wanted) == 1
        and wanted[0].kind == "quantite"
        and len(wanted[0].text) < len(expected.strip()) * _WHOLE
    ):
        wanted = []  # « 3 impasse du Lavoir » says more than its number
    if len(wanted) == 1:
        said = [one for one in find_values(cell.text, today) if one.kind == wanted[0].kind]
        if any(same_value(one, wanted[0]) for one in said):
            return wanted[0].kind not in ALONE or all(same_value(one, wanted[0]) for one in said)
    if named(cell.text) == named(expected) or _same_words(cell.text, expected):
        return True
    return len(digits) >= 8 and digits == shown_digits and not re.search(r"[a-z@]", plain(expected))


def _same_words(first: str, second: str) -> bool:
    """The same words but for punctuation; addresses, references and numbers keep theirs."""
    if re.search(r"[@\d]", first + second):
        return False
    return re.findall(r"\w+", plain(first)) == re.findall(r"\w+", plain(second))


def serial(cell: Cell) -> dt.date | None:
    """The day that a bare number of a cell would be, shown as a date; None outside of a century."""
    if (
        not isinstance(cell.value, Decimal)
        or cell.value != int(cell.value)
        or not 25_000 < cell.value < 62_000
    ):
        return None
    return dt.date(1899, 12, 30) + dt.timedelta(days=int(cell.value))
