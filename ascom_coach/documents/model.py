"""The one shape that every file takes once opened: blocks and sheets, each with its place.

Readers build a `Document`; checks, proofreaders, reports and annotated copies only know this shape.
Offsets are Unicode code points in the text of the block they belong to.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

BlockKind = Literal[
    "title",
    "heading",
    "paragraph",
    "list_item",
    "table_cell",
    "header",
    "footer",
    "footnote",
    "comment",
    "textbox",
    "slide",
    "notes",
    "mail_header",
    "mail_line",
    "line",
    "html",
]
UseKind = Literal["texte", "fond", "police", "taille"]
CellValue = str | Decimal | bool | dt.date | dt.datetime | dt.time | None


@dataclass(frozen=True, slots=True)
class Locator:
    """A place in a file that a person can find.

    `ref`: `p12` (12th paragraph of the body), `t2.r3.c1` (table, row, column), `Feuille!B7`, `d4` (slide),
    `entete1`, `pied1`, `note3`, `objet`, `de`, `a`, `corps:l8` (mail), `l8` (line of a text),
    `page3:l5` (pdf), `seance:n31`.
    """

    file: str
    kind: str
    ref: str
    start: int | None = None
    end: int | None = None

    def at(self, start: int, end: int) -> Locator:
        """The same place, narrowed to a span of its text."""
        return Locator(self.file, self.kind, self.ref, start, end)

    def to_json(self) -> dict[str, object]:
        """The contract's `locator` object."""
        return {"file": self.file, "kind": self.kind, "ref": self.ref, "start": self.start, "end": self.end}


@dataclass(frozen=True, slots=True)
class Block:
    """A run of text with one place: a paragraph, a table cell, a mail line, a slide shape.

    `text` is what the reader of the document sees: accepted insertions, no deletions.
    `style` is the name of the style in the file (`Heading 1`, `Titre 1`, `List Bullet`); `level` the heading
    level.
    `numbered` tells a real list item from a typed dash; `bold` is true when all of the text is bold.
    `hidden` text (vanish, white on white, 2 pt or less) is read, reported, never counted as content.
    `size` (points), `font` and `color` (RRGGBB, empty for automatic) are those of most of the characters.
    """

    locator: Locator
    kind: BlockKind
    text: str
    style: str = ""
    level: int | None = None
    numbered: bool = False
    bold: bool = False
    size: float | None = None
    align: str = ""
    hidden: bool = False
    page_break_before: bool = False
    font: str = ""
    color: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a text document. `rows` hold cell texts; `header_repeated` is the real repeated header
    row."""

    number: int
    rows: tuple[tuple[str, ...], ...]
    header_repeated: bool = False
    style: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A spreadsheet cell. `value` is what is shown: the cached result when `formula` is set, or None if none
    is stored."""

    locator: Locator
    row: int
    column: int
    value: CellValue
    formula: str | None = None
    number_format: str = "General"
    error: str | None = None
    hidden: bool = False
    note: str = ""

    @property
    def text(self) -> str:
        """The value as plain text, dates as ISO, hours as 08:30, numbers without exponent."""
        value = self.value
        if isinstance(value, str):
            return value
        if value is None:
            return ""
        if isinstance(value, Decimal):
            return format(value.normalize(), "f") if value else "0"
        if isinstance(value, bool):
            return "VRAI" if value else "FAUX"
        if isinstance(value, dt.time) and not value.second and not value.microsecond:
            return value.isoformat(timespec="minutes")
        return value.isoformat()


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart: its type in the file's words, titles, and the ranges of its series.

    `kind` is the element of the file (`lineChart`, `pieChart`), with its direction for bars (`barChart:col`,
    `barChart:bar`); combined charts are joined by `+`. `ranges` are the value ranges, one a series,
    `categories`
    the category ranges without repeats, `series` the series names as stored. `y_min` is where the value axis
    was made to start (that of the bars when there are several), empty when the software decides. `axes` counts the
    value axes that series are drawn on; `y2_title` is the title of the second one.
    """

    locator: Locator
    kind: str
    title: str = ""
    x_title: str = ""
    y_title: str = ""
    ranges: tuple[str, ...] = ()
    legend: bool = False
    categories: tuple[str, ...] = ()
    series: tuple[str, ...] = ()
    y_min: str = ""
    axes: int = 1
    y2_title: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet. `cells` holds only the cells that exist, keyed by (row, column), both from 1.

    `tables` reads `Name A1:D20`, `validations` `B2:B20 list "Oui,Non"` (range, type, formula),
    `conditional_formats` `C2:C9 cellIs greaterThan 10` (range, type, operator and formulas), `pivots`
    `Name A3:C9`; `frozen` is the first cell that scrolls (`A2` for one frozen row). `widths` are those of the columns
    that were set, in characters (0 when hidden), `default_width` that of the others. `marked_rows` are the rows with a
    written cell that is bold or painted. `page_width` is how many centimetres of columns a printed page holds at its
    scale, 0 when nobody set the printing up.
    """

    name: str
    cells: Mapping[tuple[int, int], Cell]
    hidden: bool = False
    frozen: str | None = None
    autofilter: str | None = None
    tables: tuple[str, ...] = ()
    validations: tuple[str, ...] = ()
    conditional_formats: tuple[str, ...] = ()
    charts: tuple[Chart, ...] = ()
    merged: tuple[str, ...] = ()
    print_area: str | None = None
    print_titles: str | None = None
    fit_to_page: bool = False
    landscape: bool = False
    pivots: tuple[str, ...] = ()
    protected: bool = False
    widths: Mapping[int, float] = field(default_factory=dict)
    default_width: float = 8.43
    marked_rows: tuple[int, ...] = ()
    page_width: float = 0.0

    def rows(self) -> Iterator[tuple[int, tuple[Cell, ...]]]:
        """Rows from the top, each with its existing cells from the left."""
        by_row: dict[int, list[Cell]] = {}
        for cell in self.cells.values():
            by_row.setdefault(cell.row, []).append(cell)
        for row in sorted(by_row):
            yield row, tuple(sorted(by_row[row], key=lambda cell: cell.column))


@dataclass(frozen=True, slots=True)
class Mail:
    """Headers of a message. Addresses are as written."""

    sender: str = ""
    to: tuple[str, ...] = ()
    cc: tuple[str, ...] = ()
    bcc: tuple[str, ...] = ()
    subject: str = ""
    date: str = ""
    attachments: tuple[str, ...] = ()
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Image:
    """A picture with its alternative text, empty when there is none.

    `width` and `height` are its size on the page in centimetres, 0 when the file does not tell; `crop` the parts of
    the picture cut away (left, top, right, bottom, from 0 to 1); `format` is `png`, `jpeg`, `svg`… and `pixels` the
    size of the picture file, (0, 0) for drawings and for pictures kept elsewhere.
    """

    locator: Locator
    alt: str = ""
    width: float = 0.0
    height: float = 0.0
    pixels: tuple[int, int] = (0, 0)
    crop: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    format: str = ""

    @property
    def shown_pixels(self) -> tuple[float, float]:
        """Pixels that are seen, once cropped."""
        left, top, right, bottom = self.crop
        return self.pixels[0] * max(0.0, 1 - left - right), self.pixels[1] * max(0.0, 1 - top - bottom)

    @property
    def stretch(self) -> float:
        """Width over height as shown, over that of the picture: 1 when it is not stretched or nobody can tell."""
        across, down = self.shown_pixels
        if min(across, down, self.width, self.height) <= 0:
            return 1.0
        return (self.width / self.height) / (across / down)

    @property
    def dpi(self) -> float:
        """Points per inch at the size on the page, the lower of both directions; 0 when nobody can tell."""
        across, down = self.shown_pixels
        if min(across, down, self.width, self.height) <= 0:
            return 0.0
        return min(across / self.width, down / self.height) * 2.54


@dataclass(frozen=True, slots=True)
class StyleUse:
    """A colour (`texte` or `fond`, as RRGGBB), a font (`police`) or a very small size of characters (`taille`, in
    points, workbooks only) that the document uses, and its first place."""

    kind: UseKind
    value: str
    locator: Locator
    count: int = 1


@dataclass(frozen=True, slots=True)
class Link:
    """A hyperlink: the text shown and where it leads. It is never followed."""

    locator: Locator
    text: str
    target: str


@dataclass(frozen=True, slots=True)
class DocField:
    """A field of a text document: PAGE, TOC, MERGEFIELD name, DATE."""

    locator: Locator
    code: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Notice:
    """Something about the file that the person should know: macro, external link, hidden text.

    `code` is stable (`macro`, `lien_externe`, `texte_masque`, `consigne_au_correcteur`…); `message` is
    French.
    """

    code: str
    message: str
    locator: Locator | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A file, opened. `type` is the real type (`docx`, `xlsx`, `txt`, `md`, `eml`…), not the extension.

    `page` is in centimetres (`width`, `height`, `top`, `bottom`, `left`, `right`) for the first section, plus
    `sections` (how many). `properties`: `title`, `author`, `last_modified_by`, `created`, `modified`,
    `language`…
    `names` are the defined names of a workbook, `charts` those of a text or a presentation
    (sheets have theirs), `uses` its colours and fonts. `comments` and `deleted` are not part of `blocks`.
    """

    path: str
    type: str
    sha256: str
    blocks: tuple[Block, ...] = ()
    sheets: tuple[Sheet, ...] = ()
    tables: tuple[Table, ...] = ()
    mail: Mail | None = None
    images: tuple[Image, ...] = ()
    links: tuple[Link, ...] = ()
    fields: tuple[DocField, ...] = ()
    comments: tuple[Block, ...] = ()
    deleted: tuple[Block, ...] = ()
    properties: Mapping[str, str] = field(default_factory=dict)
    page: Mapping[str, float] = field(default_factory=dict)
    notices: tuple[Notice, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    charts: tuple[Chart, ...] = ()
    uses: tuple[StyleUse, ...] = ()

    @property
    def visible(self) -> tuple[Block, ...]:
        """Blocks that count as content: not hidden, not empty."""
        return tuple(block for block in self.blocks if not block.hidden and block.text.strip())

    @property
    def text(self) -> str:
        """All visible text, a block a line, in reading order; spreadsheet cells are not included."""
        return "\n".join(block.text for block in self.visible)


@dataclass(frozen=True, slots=True)
class RefusedFile:
    """A file that could not be read, with the French sentence that says why and what to do."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Annotation:
    """A remark to write beside a place of a copy, signed by `author`."""

    locator: Locator
    text: str
    author: str = "Coach ASCOM"
