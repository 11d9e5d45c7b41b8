# ruff: noqa: E501  (markup reads better on one line)
"""How a workbook's table presents itself: told when anyone would set it right, quiet on sound tables of any layout."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from ascom_coach.documents import Document, parse_bytes
from ascom_coach.review import Finding
from tests.documents.builders import xlsx
from tests.documents.fidelity_odf import whole
from tests.documents.office import needs_office, turned
from tests.review import material


class Table:
    """A table that a test changes before it is written. `top` and `left` move it; `bold` marks the headings."""

    def __init__(self, top: int = 0, left: int = 0) -> None:
        self.top, self.left = top, left
        self.rows: list[list[Any]] = [["Facture", "Date", "Montant", "Quantité"]]
        for at in range(1, 9):
            self.rows.append([f"F-{at:03}", dt.date(2026, 3, at), 120.5 * at, at])
        self.formats = {2: "dd/mm/yyyy", 3: '#,##0.00\\ "€"', 4: "0"}
        self.fonts: dict[tuple[int, int], str] = {}
        self.other: dict[tuple[int, int], str] = {}
        self.widths = {1: 12.0, 2: 12.0, 3: 14.0, 4: 12.0}
        self.bold = True
        self.setup: Callable[[Any], None] = lambda sheet: None

    def build(self, book: Any) -> None:
        from openpyxl.styles import Font
        from openpyxl.utils import get_column_letter

        sheet = book.active
        if self.top:
            sheet.cell(1, 1, "Suivi des factures").font = Font(name="Calibri", size=16, bold=True)
        for at, row in enumerate(self.rows):
            for column, value in enumerate(row, 1):
                cell = sheet.cell(self.top + at + 1, self.left + column, value)
                cell.font = Font(name=self.fonts.get((at, column), "Calibri"), bold=self.bold and at == 0)
                if at:
                    cell.number_format = self.other.get((at, column), self.formats.get(column, "General"))
        for column, width in self.widths.items():
            sheet.column_dimensions[get_column_letter(self.left + column)].width = width
        self.setup(sheet)

    def document(self) -> Document:
        return parse_bytes(xlsx(self.build), "suivi.xlsx")


def remarks(document: Document) -> list[Finding]:
    result = material.draft_review(document, production="P1.3")
    return [one for one in result.findings if one.check == "brouillon:presentation_tableau"]


def _no_bold(table: Table) -> None:
    table.bold = False


def _font(table: Table) -> None:
    table.fonts[3, 3] = "Comic Sans MS"


def _narrow(table: Table) -> None:
    table.widths[3] = 6.0


def _narrow_date(table: Table) -> None:
    table.widths[2] = 7.5


def _decimals(table: Table) -> None:
    table.other[4, 3] = '#,##0\\ "€"'


def _no_euro(table: Table) -> None:
    table.other[5, 3] = "0.00"


def _date_format(table: Table) -> None:
    table.other[6, 2] = "d-mmm-yy"


def _day_number(table: Table) -> None:
    table.rows[3][1] = 46082
    table.other[3, 2] = "General"


def _print_area(table: Table) -> None:
    from openpyxl.utils import get_column_letter

    first, last = get_column_letter(table.left + 1), get_column_letter(table.left + 3)
    table.setup = lambda sheet: setattr(sheet, "print_area", f"{first}{table.top + 1}:{last}{table.top + 9}")


def _page(table: Table) -> None:
    table.widths = {1: 40.0 - 10 * table.left, 2: 30.0, 3: 20.0, 4: 12.0}
    table.setup = lambda sheet: setattr(sheet.page_setup, "orientation", "portrait")


FAULTS = {
    "plain headings": (_no_bold, "titres ne se distingue pas", (0, 1)),
    "another font": (_font, "en Comic Sans MS, et le reste du tableau en Calibri", (3, 3)),
    "narrow amounts": (_narrow, "trop étroite", (1, 3)),
    "narrow dates": (_narrow_date, "trop étroite", (1, 2)),
    "decimals": (_decimals, "présentée comme les autres", (4, 3)),
    "unit lost": (_no_euro, "présentée comme les autres", (5, 3)),
    "date format": (_date_format, "présentée comme les autres", (6, 2)),
    "date as a number": (_day_number, "s’affiche comme un nombre", (3, 2)),
    "print area": (_print_area, "zone d’impression", (0, 4)),
    "page too narrow": (_page, "autre page", (0, 4)),
}
LAYOUTS = {"as it is": (0, 0), "under a title": (2, 0), "moved": (3, 2)}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", FAULTS)
def test_told_at_its_place_and_never_counted(name: str, layout: str) -> None:
    change, words, (row, column) = FAULTS[name]
    table = Table(*LAYOUTS[layout])
    change(table)
    [found] = remarks(table.document())
    assert found.status == "a_verifier"
    assert words in found.message
    assert found.locator is not None
    letter = "ABCDEFGHI"[table.left + column - 1]
    assert found.locator.ref == f"Sheet!{letter}{table.top + row + 1}"


def _general(table: Table) -> None:
    table.formats = {2: "dd/mm/yyyy"}


def _as_general(table: Table) -> None:
    table.other[2, 4] = "General"


def _listed(table: Table) -> None:
    table.bold = False
    table.setup = lambda sheet: setattr(sheet, "freeze_panes", f"A{table.top + 2}")


def _wide_title(table: Table) -> None:
    table.fonts = dict.fromkeys([(0, at) for at in range(1, 5)], "Georgia")


def _fitted(table: Table) -> None:
    table.widths = {1: 40.0, 2: 30.0, 3: 20.0, 4: 12.0}

    def setup(sheet: Any) -> None:
        sheet.page_setup.orientation = "portrait"
        sheet.sheet_properties.pageSetUpPr.fitToPage = True

    table.setup = setup


def _unset_widths(table: Table) -> None:
    table.widths = {}


def _negative(table: Table) -> None:
    table.rows[4][2] = -482.0


def _bare(table: Table) -> None:
    table.bold, table.widths = False, {}
    table.top = 0


SOUND: dict[str, Callable[[Table], None]] = {
    "as written": lambda table: None,
    "no formats": _general,
    "a general format that shows the same": _as_general,
    "frozen headings": _listed,
    "headings in their own font": _wide_title,
    "fitted to the page": _fitted,
    "widths left to the program": _unset_widths,
    "a negative amount": _negative,
    "a bare list": _bare,
}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", SOUND)
def test_sound_tables_are_left_alone(name: str, layout: str) -> None:
    table = Table(*LAYOUTS[layout])
    SOUND[name](table)
    assert [(one.status, one.message) for one in remarks(table.document())] == [
        ("conforme", "Le tableau se présente bien.")
    ]


def _ods(bold: bool = True, odd: str = "", width: str = "3cm") -> Document:
    """The same table as LibreOffice writes it."""
    styles = (
        f'<style:style style:name="co" style:family="table-column"><style:table-column-properties style:column-width="{width}"/></style:style>'
        '<number:currency-style style:name="N1"><number:number number:decimal-places="2" number:min-integer-digits="1" number:grouping="true"/><number:text> </number:text><number:currency-symbol>€</number:currency-symbol></number:currency-style>'
        '<style:style style:name="t" style:family="table-cell"><style:text-properties fo:font-weight="bold"/></style:style>'
        '<style:style style:name="m" style:family="table-cell" style:data-style-name="N1"><style:text-properties fo:font-family="Arial"/></style:style>'
        '<style:style style:name="x" style:family="table-cell" style:data-style-name="N1"><style:text-properties fo:font-family="Courier"/></style:style>'
    )
    head = "".join(
        f'<table:table-cell office:value-type="string"{" table:style-name=" + chr(34) + "t" + chr(34) if bold else ""}><text:p>{name}</text:p></table:table-cell>'
        for name in ("Facture", "Client", "Montant")
    )
    rows = "".join(
        f'<table:table-row><table:table-cell office:value-type="string" table:style-name="m"><text:p>F-{at}</text:p></table:table-cell><table:table-cell table:style-name="m" office:value-type="string"><text:p>Client {at}</text:p></table:table-cell>'
        f'<table:table-cell office:value-type="float" office:value="{at * 1200.5}" table:style-name="{odd if odd and at == 4 else "m"}"><text:p>{at}</text:p></table:table-cell></table:table-row>'
        for at in range(1, 9)
    )
    inner = f'<table:table table:name="Suivi"><table:table-column table:style-name="co" table:number-columns-repeated="3"/><table:table-row>{head}</table:table-row>{rows}</table:table>'
    return parse_bytes(whole("spreadsheet", inner, styles), "suivi.ods")


def test_libreoffice_workbooks_are_read_alike() -> None:
    assert [one.status for one in remarks(_ods())] == ["conforme"]
    assert [one.message for one in remarks(_ods(bold=False))] == [
        "La ligne de titres ne se distingue pas des données."
    ]
    [font] = remarks(_ods(odd="x"))
    assert font.message == "Cette cellule est en Courier, et le reste du tableau en Arial."
    assert font.locator is not None
    assert font.locator.ref == "Suivi!C5"
    [narrow] = remarks(_ods(width="1cm"))
    assert "####" in narrow.message


def test_a_charter_holds_for_workbooks_too() -> None:
    from ascom_coach.review.charter import charter_fonts, other_colors, other_fonts

    table = Table()
    table.fonts[3, 3] = "Comic Sans MS"

    def setup(sheet: Any) -> None:
        from openpyxl.styles import PatternFill

        sheet["A1"].fill = PatternFill("solid", fgColor="FFC00000")

    table.setup = setup
    document = table.document()
    assert [(use.value, use.locator.ref) for use in other_fonts(document, ["Calibri"])] == [
        ("Comic Sans MS", "Sheet!C4")
    ]
    assert charter_fonts(document, ["Calibri"])[0].count == 35
    assert [(use.value, use.locator.ref) for use in other_colors(document, ["1F3864"])] == [
        ("C00000", "Sheet!A1")
    ]
    assert list(other_colors(document, ["C00000"])) == []


@pytest.mark.soffice
@needs_office
def test_the_same_remarks_once_saved_by_libreoffice() -> None:
    tables = {"bon": Table(), "police": Table(), "nombre": Table(), "etroit": Table()}
    _font(tables["police"])
    _decimals(tables["nombre"])
    _narrow(tables["etroit"])
    made = turned({f"{name}.xlsx": xlsx(table.build) for name, table in tables.items()}, "ods")
    found = {
        name: [one.message for one in remarks(parse_bytes(data, "a.ods"))] for name, data in made.items()
    }
    assert found["bon"] == ["Le tableau se présente bien."]
    assert "Comic Sans MS" in found["police"][0]
    assert "comme les autres" in found["nombre"][0]
    assert "####" in found["etroit"][0]
