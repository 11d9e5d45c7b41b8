# ruff: noqa: E501 -- a pattern or an example stays on one line
"""Amounts of a commercial document by their labels, wherever they stand: total HT, TVA, total TTC, net à payer…"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from ascom_coach.documents import Block, Document
from ascom_coach.language import plain
from ascom_coach.review.text_view import Place, clipped
from ascom_coach.review.workbooks.cells import amount, at, number_in
from ascom_coach.review.workbooks.grid import open_sheets

_ROLES = (
    ("acompte", r"\b(?:acompte|arrhes|deja (?:verse|regle|paye)\w*)\b"),
    ("net", r"\b(?:net a (?:payer|regler|deduire)|reste (?:a (?:payer|regler)|du)|solde(?: a (?:payer|regler))?|a payer)\b"),
    ("ttc", r"\b(?:total|montant|net|prix|somme)?\b.{0,20}(?:\bt\.?t\.?c\b|toutes taxes)"),
    ("tva", r"^(?:(?:total|montant|dont|total de la|montant de la|plus|\+) ?)*\W*t\.?v\.?a\b"),
    ("remise", r"\b(?:remise|rabais|ristourne|escompte)\b"),
    ("port", r"\b(?:frais de (?:port|livraison|deplacement|dossier)|port|livraison|deplacement|transport|emballage)\b"),
    ("ht", r"\b(?:total|montant|net|sous[- ]total|base|somme)\b.{0,20}(?:\bh\.?t\b|hors taxes?)|^\W*(?:total )?h\.?t\W*$"),
)  # fmt: skip
_ROLE = tuple((name, re.compile(pattern)) for name, pattern in _ROLES)
_RATE = re.compile(r"(\d{1,2}(?:[.,]\d{1,2})?) ?%")
_TRAILING = re.compile(
    r"^(?P<label>.*?[^\d\s.,-])[\s:.]+(?P<number>-? ?\d[\d\s.,]*(?:€|eur\w*)?)\s*(?:ttc|ht)?\W*$"
)
_AMOUNT = re.compile(
    r"^-? ?\d[\d \u00a0\u202f]*(?:[.,]\d{1,4})?\s*(?:€|EUR|euros?)?\s*(?:HT|TTC)?$", re.IGNORECASE
)
_QUANTITY = re.compile(
    r"^(?:quantites?|qte|qtes|nombre|nb|nb\.|heures|nombre d'heures|nb heures|jours|qte livree)\b"
)
_UNIT_PRICE = re.compile(
    r"^(?:prix unit\w*|p\.? ?u\.?|pu ht|prix ht|prix|tarif|tarif horaire|taux horaire)(?: ?\(?(?:h\.?t\.?|€|en euros|ttc)\)?)*\W*$"
)
_LINE_TOTAL = re.compile(r"^(?:montant|total|prix total|total ligne|montant total|sous-total)(?: ?\(?(?:h\.?t\.?|€|en euros|ttc)\)?)*\W*$")  # fmt: skip
_REDUCED = re.compile(r"^(?:remise|rabais|% remise|remise %)")
_COUNTED = re.compile(r"(\d+(?:[.,]\d+)?) ?[a-z]{1,9}[²³23]?\.?$")
"""A quantity with its unit: « 3 h », « 12 m² », « 2 pièces »."""
PROSE = 8
"""Words from which a block is a sentence, not a label."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A cell of a row: its text, its number if it is one, its place."""

    text: str
    number: Decimal | None
    place: Place


Row = tuple[Figure, ...]
Tables = tuple[tuple[Row, ...], ...]


@dataclass(frozen=True, slots=True)
class Labelled:
    """An amount with its role (`ht`, `tva`, `ttc`, `net`, `acompte`, `remise`, `port`) and its VAT rate when said."""

    role: str
    value: Decimal
    place: Place
    rate: Decimal | None = None
    base: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """A line of an order: quantity × unit price, less a rate, and the amount written."""

    quantity: Decimal
    price: Decimal
    amount: Decimal
    reduction: Decimal
    place: Place


def rows_of(document: Document) -> Tables:
    """Tables as rows of figures; the labelled lines of the running text make a last table of their own."""
    tables: list[tuple[Row, ...]] = []
    for sheet in open_sheets(document):
        rows = []
        for _, cells in sheet.rows():
            row = tuple(Figure(cell.text, amount(cell), at(cell)) for cell in cells if cell.text.strip())
            rows += [row] if row else []
        tables.append(tuple(rows))
    boxes = [block for block in document.visible if block.kind == "table_cell"]
    for _, blocks in groupby(boxes, key=lambda block: block.locator.ref.split(".")[0]):
        rows = [
            _cells(list(line))
            for _, line in groupby(blocks, key=lambda block: block.locator.ref.split(".")[1:2])
        ]
        tables.append(tuple(rows))
    lines = [block for block in document.visible if block.kind not in ("table_cell", "mail_header")]
    loose = tuple(
        row
        for block in lines
        for line in block.text.split("\n")
        for row in _line(line, (block.locator, clipped(line)))
    )
    return (*tables, loose)


def _cells(blocks: list[Block]) -> Row:
    """A row of a table, an empty figure standing for each cell that holds nothing before its last one."""
    found: dict[int, Figure] = {}
    for rank, block in enumerate(blocks, 1):
        column = re.search(r"\.c(\d+)$", block.locator.ref)
        found.setdefault(
            int(column[1]) if column else rank, _figure(block.text, (block.locator, clipped(block.text)))
        )
    return tuple(found.get(index, Figure("", None, (None, ""))) for index in range(1, max(found) + 1))


def _figure(text: str, place: Place) -> Figure:
    return Figure(text, number_in(text) if _AMOUNT.match(text.strip()) or "%" in text else None, place)


def _line(text: str, place: Place) -> Iterator[Row]:
    """A line of text as a row: cut at tabs, bars, semicolons or wide spaces, else a label with the amount that ends it."""
    pieces = [piece.strip() for piece in re.split(r"\t+|\s*\|\s*| {3,}|;", text) if piece.strip()]
    if len(pieces) > 1:
        yield tuple(_figure(piece, place) for piece in pieces)
        return
    folded = plain(text).replace("\u202f", " ")
    match = _TRAILING.match(folded)
    if match and len(folded.split()) <= PROSE + 4 and len(match["label"].split()) <= PROSE:
        number = number_in(match["number"])
        if number is not None:
            yield Figure(match["label"], None, place), Figure(match["number"], number, place)


def role_of(label: str) -> str:
    """The role of a label, empty when it is none of ours."""
    folded = plain(label)
    return next((name for name, pattern in _ROLE if pattern.search(folded)), "")


def labelled(tables: Tables) -> tuple[Labelled, ...]:
    """Every labelled amount, in order. A row with more than two numbers is a line of detail, not a total."""
    found = []
    for table in tables:
        for row in table:
            words = [
                figure for figure in row if figure.number is None and re.search(r"[^\W\d_]", figure.text)
            ]
            numbers = [figure for figure in row if figure.number is not None and "%" not in figure.text]
            if not words or not numbers or len(numbers) > 2 or len(words) > 2:
                continue
            label = " ".join(figure.text for figure in words)
            role = role_of(label)
            if not role or len(label.split()) > PROSE:
                continue
            last = numbers[-1]
            value = last.number or Decimal(0)
            rate = _RATE.search(plain(" ".join(figure.text for figure in row)))
            percent = Decimal(rate[1].replace(",", ".")) / 100 if rate else None
            base = numbers[0].number if role == "tva" and len(numbers) == 2 else None
            found.append(Labelled(role, value, last.place, percent, base))
    return tuple(found)


def items(tables: Tables) -> tuple[tuple[Item, ...], ...]:
    """The lines of each table that has columns for the quantity, the unit price and the amount."""
    found = []
    for table in tables:
        columns: dict[str, int] = {}
        lines: list[Item] = []
        for row in table:
            heads = _columns(row)
            if not columns and len(heads) >= 3:
                columns = heads
            elif columns and len(row) >= max(columns.values()) + 1:
                item = _item(row, columns)
                lines += [item] if item else []
        if lines:
            found.append(tuple(lines))
    return tuple(found)


def _columns(row: Row) -> dict[str, int]:
    found: dict[str, int] = {}
    for index, figure in enumerate(row):
        name = plain(figure.text).strip()
        for role, pattern in (("quantity", _QUANTITY), ("price", _UNIT_PRICE), ("amount", _LINE_TOTAL), ("reduction", _REDUCED)):  # fmt: skip
            if pattern.match(name) and (role == "amount" or role not in found):
                found[role] = index
    return found if {"quantity", "price", "amount"} <= set(found) else {}


def _item(row: Row, columns: dict[str, int]) -> Item | None:
    values = {name: row[index].number for name, index in columns.items()}
    quantity, price, total = values.get("quantity"), values.get("price"), values.get("amount")
    if quantity is None and (counted := _COUNTED.match(plain(row[columns["quantity"]].text).strip())):
        quantity = number_in(counted[1])
    if total is not None and (quantity is None or price is None):
        return _lump(row, total, row[columns["amount"]].place)
    if quantity is None or price is None or total is None:
        return None
    cut = values.get("reduction") or Decimal(0)
    if cut >= 1 and "%" not in row[columns["reduction"]].text:
        return None  # a reduction in euros, or a rate typed as a number: not read here
    return Item(quantity, price, total, cut, row[columns["amount"]].place)


def _lump(row: Row, total: Decimal, place: Place) -> Item | None:
    """« Pose | forfait | | 114,00 »: a line without its detail; a total or a reduction is no line."""
    words = [figure.text for figure in row if figure.number is None and re.search(r"[^\W\d_]", figure.text)]
    if not words or any(role_of(one) or plain(one).strip().startswith("total") for one in words):
        return None
    return Item(Decimal(1), total, total, Decimal(0), place)


def numbers(tables: Tables) -> frozenset[Decimal]:
    """Every number that stands in a table or beside a label."""
    return frozenset(
        figure.number for table in tables for row in table for figure in row if figure.number is not None
    )
