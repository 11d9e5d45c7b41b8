"""Plain text, Markdown and CSV. Lines are `l1`, `l2`… as an editor numbers them."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from decimal import Decimal
from pathlib import PurePosixPath

from ascom_coach.documents.cell_refs import MAX_CELLS, column_letters
from ascom_coach.documents.model import (
    Block,
    BlockKind,
    Cell,
    CellValue,
    Document,
    Image,
    Link,
    Locator,
    Notice,
    Sheet,
)
from ascom_coach.documents.refusals import refusal

MAX_CHARACTERS = 4_000_000
MAX_LINES = 60_000
_HEADING = re.compile(r"(#{1,6})[ \t]+(.*)")
_ITEM = re.compile(r"\s*(?:[-*+]|\d{1,3}[.)])[ \t]+(.*)$")
_LINK = re.compile(r"(!?)\[([^\[\]\n]{0,500})\]\(([^()\s\n]{1,500})[^()\n]{0,200}\)")
_LINE_ENDS = re.compile(r"\r\n|\r|\n")
_NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,2}(?:[ \u00a0\u202f]\d{3})+|[1-9]\d*)(?:[.,]\d+)?")
_DATE = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})|(\d{4})-(\d{2})-(\d{2})")


def split_lines(text: str, name: str) -> list[str]:
    """Lines without their ends. Raises RefusedInputError beyond what can be read at ease."""
    if len(text) > MAX_CHARACTERS:
        raise refusal("too_long", name)
    lines = _LINE_ENDS.split(text)
    if len(lines) > MAX_LINES:
        raise refusal("too_long", name)
    if lines and lines[-1] == "":
        lines.pop()
    return lines


def read_text(text: str, path: str, sha256: str, *, encoding: str) -> Document:
    """A plain text: one block a line, blank lines included."""
    blocks = tuple(
        Block(Locator(path, "line", f"l{number}"), "line", line)
        for number, line in enumerate(split_lines(text, path), 1)
    )
    return Document(path, "txt", sha256, blocks=blocks, properties={"encoding": encoding})


def read_markdown(text: str, path: str, sha256: str, *, encoding: str) -> Document:
    """A Markdown text: headings get their level, real list items are numbered, marks stay in the text of
    lines."""
    blocks: list[Block] = []
    links: list[Link] = []
    images: list[Image] = []
    fenced = False
    for number, line in enumerate(split_lines(text, path), 1):
        place = Locator(path, "line", f"l{number}")
        if line.lstrip().startswith(("```", "~~~")):
            fenced = not fenced
            blocks.append(Block(place, "line", line))
            continue
        blocks.append(Block(place, "line", line) if fenced else _markdown_line(place, line))
        for bang, label, target in () if fenced else _LINK.findall(line):
            if bang:
                images.append(Image(place, label))
            else:
                links.append(Link(place, label, target))
    properties = {"encoding": encoding}
    return Document(
        path,
        "md",
        sha256,
        blocks=tuple(blocks),
        links=tuple(links),
        images=tuple(images),
        properties=properties,
    )


def _markdown_line(place: Locator, line: str) -> Block:
    if match := _HEADING.match(line):
        level = len(match.group(1))
        title = match.group(2).strip()
        bare = title.rstrip("#")
        title = bare.rstrip() if not bare or bare[-1] in " \t" else title
        return Block(place, "heading", title, style=f"Titre {level}", level=level)
    kind: BlockKind = "list_item" if _ITEM.match(line) else "line"
    return Block(place, kind, line, numbered=kind == "list_item")


def read_csv(text: str, path: str, sha256: str, *, encoding: str) -> Document:
    """A CSV as one sheet named after the file; `;`, tab or comma, whichever cuts the first lines most
    evenly."""
    if len(text) > MAX_CHARACTERS:
        raise refusal("too_long", path)
    separator = _separator(text)
    name = PurePosixPath(path).stem or "Feuille"
    cells: dict[tuple[int, int], Cell] = {}
    csv.field_size_limit(MAX_CHARACTERS)
    try:
        for row, values in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=separator), 1):
            if len(cells) + len(values) > MAX_CELLS:
                raise refusal("too_many", path)
            for column, value in enumerate(values, 1):
                if value.strip():
                    place = Locator(path, "cell", f"{name}!{column_letters(column)}{row}")
                    cells[row, column] = Cell(place, row, column, typed(value.strip()))
    except csv.Error as error:
        raise refusal("damaged", path) from error
    properties = {"encoding": encoding, "separator": separator}
    sheet = Sheet(name, cells)
    notices = (
        ()
        if cells
        else (Notice("feuille_vide", "Le fichier ne contient aucune valeur.", Locator(path, "file", "")),)
    )
    return Document(path, "csv", sha256, sheets=(sheet,), properties=properties, notices=notices)


def _separator(text: str) -> str:
    lines = [line for line in text[:20000].splitlines()[:30] if line.strip()]
    if lines and (match := re.fullmatch(r"sep=(.)", lines[0].strip())):
        return match.group(1)

    def evenness(mark: str) -> tuple[int, int]:
        counts = [line.count(mark) for line in lines] or [0]
        return (sum(1 for count in counts if count == counts[0] and count), counts[0])

    return max((";", "\t", ",", "|"), key=evenness)


def typed(text: str) -> CellValue:
    """A French or plain number as a Decimal, a date as a date; codes with a leading zero stay text."""
    if len(text) < 20 and _NUMBER.fullmatch(text):
        return Decimal(re.sub(r"[ \u00a0\u202f]", "", text).replace(",", "."))
    if match := _DATE.fullmatch(text):
        day, month, year, iso_year, iso_month, iso_day = match.groups()
        try:
            return dt.date(int(year or iso_year), int(month or iso_month), int(day or iso_day))
        except ValueError:
            return text
    return text
