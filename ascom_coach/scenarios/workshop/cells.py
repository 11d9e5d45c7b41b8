"""What an author writes in a cell, typed: text, number, amount, date, hour, percentage or formula."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from decimal import Decimal

from ascom_coach.formulas import Scalar, serial, to_english

FORMATS = {
    "texte": "General",
    "nombre": "General",
    "entier": "#,##0",
    "decimal": "#,##0.00",
    "euros": '#,##0.00\\ "€"',
    "euros_ronds": '#,##0\\ "€"',
    "pourcentage": "0%",
    "date": "dd/mm/yyyy",
    "jour": "dddd\\ d\\ mmmm\\ yyyy",
    "heure": "hh:mm",
}
_NUMBER = re.compile(r"-?(?:0|[1-9]\d*|[1-9]\d{0,2}(?:[ \u00a0\u202f]\d{3})+)(?:[.,]\d+)?")
_AMOUNT = re.compile(r"(-?[\d \u00a0\u202f]+(?:[.,]\d+)?)[ \u00a0\u202f]?(?:€|EUR|euros?)", re.I)
_PERCENT = re.compile(r"(-?\d+(?:[.,]\d+)?)[ \u00a0\u202f]?%")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_FRENCH_DAY = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_HOUR = re.compile(r"(\d{1,2})[:h](\d{2})")
_CODES = re.compile(r"(?i)code|n°|num|t[ée]l|portable|fax|siret|siren|r[ée]f|postal|cp\b|id\b|mobile|compte")


@dataclass(frozen=True, slots=True)
class TypedCell:
    """A value ready to be stored: `formula` (English, without `=`) wins over `value`; `kind` is a key of FORMATS."""

    value: Scalar = None
    formula: str = ""
    kind: str = "texte"


def typed(text: str, kind: str = "", heading: str = "") -> TypedCell:
    """The cell that `text` means. `kind` decides when given; raises ValueError when the text does not fit it.

    Without `kind`, a text that reads as a formula, date, amount, percentage or plain number becomes one, except
    numbers under a heading of codes (téléphone, référence, code postal…) and numbers with a leading zero.
    """
    text = text.strip()
    if text == "":
        return TypedCell(kind=kind or "texte")
    if text.startswith("=") and len(text) > 1:
        return TypedCell(formula=to_english(text), kind=kind or "nombre")
    if kind == "texte":
        return TypedCell(text)
    if kind:
        return _as(text, kind)
    for guess in ("date", "euros", "pourcentage"):
        try:
            return _as(text, guess, strict=True)
        except ValueError:
            continue
    if _NUMBER.fullmatch(text) and not _CODES.search(heading):
        return TypedCell(_decimal(text), kind="decimal" if re.search(r"[.,]\d\d$", text) else "nombre")
    return TypedCell(text)


def _as(text: str, kind: str, *, strict: bool = False) -> TypedCell:
    if kind in ("date", "jour"):
        day = _day(text)
        if day is not None:
            return TypedCell(serial(day), kind=kind)
    elif kind == "heure":
        match = _HOUR.fullmatch(text)
        if match and int(match[1]) < 24 and int(match[2]) < 60:
            return TypedCell(Decimal(int(match[1]) * 60 + int(match[2])) / 1440, kind=kind)
    elif kind == "pourcentage":
        match = _PERCENT.fullmatch(text)
        if match:
            return TypedCell(_decimal(match[1]) / 100, kind=kind)
        if _NUMBER.fullmatch(text) and not strict:
            return TypedCell(_decimal(text), kind=kind)
    else:
        match = _AMOUNT.fullmatch(text)
        if match:
            return TypedCell(_decimal(match[1]), kind=kind)
        if _NUMBER.fullmatch(text) and not strict:
            return TypedCell(_decimal(text), kind=kind)
    raise ValueError(text)


def _day(text: str) -> dt.date | None:
    try:
        if match := _ISO.fullmatch(text):
            return dt.date(*map(int, match.groups()))
        if match := _FRENCH_DAY.fullmatch(text):
            day, month, year = map(int, match.groups())
            return dt.date(year, month, day)
    except ValueError:
        return None
    return None


def _decimal(text: str) -> Decimal:
    digits = re.sub(r"[ \u00a0\u202f]", "", text).replace(",", ".")
    if not re.fullmatch(r"-?\d+(?:\.\d+)?", digits):
        raise ValueError(text)
    return Decimal(digits)
