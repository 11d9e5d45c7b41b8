# ruff: noqa: E501  (markup reads better on one line)
"""Excel workbooks: formulas, stored results, types, and what surrounds the cells."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ascom_coach.documents import Sheet, parse_bytes
from ascom_coach.documents.cell_refs import column_letters, column_number, shift
from ascom_coach.documents.ooxml.xlsx_formats import date_kind
from ascom_coach.documents.stored_numbers import number

from .builders import R_TYPE, pack, parts_of, xlsx, xlsx_sheet

DATES = (
    '<numFmts count="2"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="#,##0.00\\ &quot;€&quot;"/></numFmts>'
    '<fonts><font/><font><color rgb="FFFFFFFF"/></font></fonts>'
    '<fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
    '<fill><patternFill patternType="solid"><fgColor rgb="FF1F3864"/></patternFill></fill></fills>'
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="0" fontId="1" fillId="0"/>'
    '<xf numFmtId="0" fontId="1" fillId="2"/><xf numFmtId="20"/><xf numFmtId="22"/><xf numFmtId="14"/></cellXfs>'
)


def sheet(rows: str, around: str = "", styles: str | None = DATES) -> Sheet:
    return parse_bytes(xlsx_sheet(rows, around, styles), "v.xlsx").sheets[0]


def test_values_are_exact_and_typed() -> None:
    found = sheet(
        '<row r="1"><c r="A1"><v>0.28000000000000003</v></c><c r="B1"><v>1234.5</v></c><c r="C1" t="b"><v>1</v></c>'
        '<c r="D1" t="e"><v>#REF!</v></c><c r="E1" t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r></is></c>'
        '<c r="F1" s="1"><v>46083</v></c><c r="G1" s="2"><v>1E3</v></c><c r="H1" t="str"><f>A1&amp;"x"</f><v>0,28x</v></c></row>'
        '<row r="3"><c r="B3" s="5"><v>0.375</v></c><c r="C3" s="6"><v>46083.5</v></c><c r="D3" s="7"><v>60</v></c></row>'
    )
    value = {cell.locator.ref: cell.value for cell in found.cells.values()}
    assert value["Feuille!A1"] == Decimal("0.28")
    assert value["Feuille!B1"] == Decimal("1234.5")
    assert value["Feuille!C1"] is True
    assert value["Feuille!E1"] == "ab"
    assert value["Feuille!F1"] == dt.date(2026, 3, 2)
    assert value["Feuille!G1"] == Decimal(1000)
    assert value["Feuille!B3"] == dt.time(9, 0)
    assert value["Feuille!C3"] == dt.datetime(2026, 3, 2, 12, 0)
    assert found.cells[1, 4].error == "#REF!"
    assert found.cells[1, 7].number_format == '#,##0.00\\ "€"'
    assert found.cells[1, 8].formula == '=A1&"x"'


def test_a_stale_dimension_and_missing_references_lose_nothing() -> None:
    found = sheet("<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>")
    assert {key: cell.value for key, cell in found.cells.items()} == {(1, 1): 1, (1, 2): 2, (2, 1): 3}


def test_shared_formulas_are_given_cell_by_cell() -> None:
    found = sheet(
        '<row r="2"><c r="C2"><f t="shared" ref="C2:C4" si="0">A2*$B$1+SUM(A$1:A2)</f><v>1</v></c></row>'
        '<row r="3"><c r="C3"><f t="shared" si="0"/><v>2</v></c></row><row r="4"><c r="D4"><f t="shared" si="0"/></c></row>'
    )
    assert [cell.formula for cell in found.cells.values()] == [
        "=A2*$B$1+SUM(A$1:A2)", "=A3*$B$1+SUM(A$1:A3)", "=B4*$B$1+SUM(B$1:B4)",
    ]  # fmt: skip
    assert found.cells[4, 4].value is None


def test_formulas_without_results_are_said() -> None:
    document = parse_bytes(xlsx_sheet("<row><c><f>1+1</f></c><c><f>2</f><v>2</v></c></row>"), "v.xlsx")
    assert [notice.code for notice in document.notices] == ["valeurs_non_calculees"]
    assert document.notices[0].message.startswith("1 formule")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("A1", "B3"), ("$A$1", "$A$1"), ("A$1:$B2", "B$1:$B4"), ("SUM(A:A)", "SUM(B:B)"), ("SUM(1:1)", "SUM(3:3)"),
        ("SUM($1:1)", "SUM($1:3)"), ('"A1"&A1', '"A1"&B3'), ("'Été A1'!B2", "'Été A1'!C4"), ("Ventes!A1", "Ventes!B3"),
        ("LOG10(A1)", "LOG10(B3)"), ("Tab1[A1]", "Tab1[A1]"), ("Taux20+A1", "Taux20+B3"), ("XFD1", "#REF!"), ("1.5E3+A1", "1.5E3+B3"),
        ("A1048576", "#REF!"), ("A1_x", "A1_x"),
    ],
)  # fmt: skip
def test_shift(before: str, after: str) -> None:
    assert shift(before, 2, 1) == after


@given(st.integers(1, 16384))
def test_column_letters_and_back(column: int) -> None:
    assert column_number(column_letters(column)) == column


@given(st.integers(1, 400), st.integers(1, 400), st.integers(0, 50), st.integers(0, 50))
def test_shift_agrees_with_openpyxl(row: int, column: int, down: int, right: int) -> None:
    from openpyxl.formula.translate import Translator

    origin = f"{column_letters(column)}{row}"
    formula = f'=IF({origin}>$A{row},SUM({origin}:{column_letters(column + 1)}${row + 3}),"{origin}")*Ventes!{origin}'
    target = f"{column_letters(column + right)}{row + down}"
    assert shift(formula, down, right) == Translator(formula, origin=origin).translate_formula(target)


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("General", ""), ("0.00", ""), ('#,##0.00\\ "€"', ""), ("0%", ""), ("@", ""), ("dd/mm/yyyy", "date"),
        ("[$-40C]d mmmm yyyy;@", "date"), ("mmm-yy", "date"), ("h:mm", "time"), ("dd/mm/yyyy hh:mm", "datetime"),
        ("[h]:mm", "elapsed"), ('0 "jours"', ""), ('[Red]-0.00', ""), ("jj/mm/aaaa", "date"), ("mmmm", "date"), ("0.00E+00", ""),
    ],
)  # fmt: skip
def test_date_formats(code: str, kind: str) -> None:
    assert date_kind(code) == kind


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=2))
def test_binary_neighbours_come_back_to_what_was_typed(value: Decimal) -> None:
    assert number(format(float(value), ".17g")) == value


def test_hidden_rows_columns_sheets_and_white_cells() -> None:
    found = sheet(
        '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row><row r="2" hidden="1"><c r="A2"><v>3</v></c></row>'
        '<row r="3"><c r="A3" s="3"><v>4</v></c><c r="C3" s="4"><v>5</v></c></row>',
        '<cols><col min="2" max="2" hidden="1"/></cols>',
    )
    assert {key: cell.hidden for key, cell in found.cells.items()} == {
        (1, 1): False, (1, 2): True, (2, 1): True, (3, 1): True, (3, 3): False,
    }  # fmt: skip


def build(book: Any) -> None:
    from openpyxl.chart import BarChart, LineChart, Reference
    from openpyxl.comments import Comment
    from openpyxl.formatting.rule import CellIsRule
    from openpyxl.worksheet.datavalidation import DataValidation
    from openpyxl.worksheet.table import Table

    ws = book.active
    ws.title = "Ventes du mois"
    ws.append(["Mois", "CA"])
    for row in (["janvier", 10], ["février", 20]):
        ws.append(row)
    ws["B2"].comment = Comment("À vérifier", "Léa")
    ws["D9"].comment = Comment("Rien ici", "Léa")
    ws.freeze_panes = "B2"
    ws.merge_cells("F1:G1")
    ws.add_table(Table(displayName="Ventes", ref="A1:B3"))
    check = DataValidation(type="list", formula1='"Oui,Non"')
    check.add("C2:C9")
    ws.add_data_validation(check)
    ws.conditional_formatting.add("B2:B9", CellIsRule(operator="greaterThan", formula=["15"]))
    chart = BarChart()
    chart.title, chart.y_axis.title, chart.x_axis.title = "CA par mois", "Euros", "Mois"
    chart.add_data(Reference(ws, min_col=2, min_row=1, max_row=3), titles_from_data=True)
    chart.set_categories(Reference(ws, min_col=1, min_row=2, max_row=3))
    ws.add_chart(chart, "E5")
    line = LineChart()
    line.legend = None
    line.add_data(Reference(ws, min_col=2, min_row=2, max_row=3))
    ws.add_chart(line, "E25")
    ws.print_area = "A1:B3"
    ws.print_title_rows = "1:1"
    ws.sheet_properties.pageSetUpPr.fitToPage = True
    ws.page_setup.orientation = "landscape"
    ws.oddFooter.center.text = "Page &P"
    ws["A2"].hyperlink = "https://x.example"
    other = book.create_sheet("Calculs")
    other.sheet_state = "hidden"
    other["A1"] = "brouillon"
    other.auto_filter.ref = "A1:A4"


def test_what_surrounds_the_cells() -> None:
    document = parse_bytes(xlsx(build), "v.xlsx")
    first, second = document.sheets
    assert first.cells[2, 2].note == "À vérifier"
    assert (first.cells[9, 4].value, first.cells[9, 4].note) == (None, "Rien ici")
    assert first.frozen == "B2"
    assert first.merged == ("F1:G1",)
    assert first.tables == ("Ventes A1:B3",)
    assert first.validations == ('C2:C9 list "Oui,Non"',)
    assert first.conditional_formats == ("B2:B9 cellIs greaterThan 15",)
    assert (first.print_titles or "").endswith("$1:$1")
    assert "$A$1:$B$3" in (first.print_area or "")
    assert first.fit_to_page
    assert first.landscape
    bar, line = first.charts
    assert (bar.kind, bar.title, bar.x_title, bar.y_title, bar.legend) == (
        "barChart:col",
        "CA par mois",
        "Mois",
        "Euros",
        True,
    )
    assert bar.ranges == ("'Ventes du mois'!$B$2:$B$3",)
    assert bar.categories == ("'Ventes du mois'!$A$2:$A$3",)
    assert bar.locator.ref == "Ventes du mois!E5"
    assert (line.kind, line.title, line.legend) == ("lineChart", "", False)
    assert (second.hidden, second.autofilter, second.cells[1, 1].hidden) == (True, "A1:A4", True)
    assert {notice.code for notice in document.notices} == {"feuille_masquee"}
    assert document.links[0].target == "https://x.example"
    assert [block.text for block in document.blocks] == ["&CPage &P"]


def test_a_plain_workbook_has_no_notice() -> None:
    document = parse_bytes(xlsx(lambda book: book.active.append(["a", 1])), "v.xlsx")
    assert not document.notices
    assert not document.sheets[0].hidden
    assert document.sheets[0].frozen is None


def test_macros_and_outside_links_are_reported() -> None:
    parts: dict[str, Any] = parts_of(xlsx(lambda book: book.active.append([1])))
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
        b"vnd.openxmlformats-officedocument.spreadsheetml.sheet.main", b"vnd.ms-excel.sheet.macroEnabled.main"
    )
    parts["xl/vbaProject.bin"] = b"x"
    parts["xl/externalLinks/externalLink1.xml"] = "<externalLink/>"
    parts["xl/externalLinks/_rels/externalLink1.xml.rels"] = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        f'Type="{R_TYPE}externalLinkPath" Target="prix.xlsx" TargetMode="External"/></Relationships>'
    )
    document = parse_bytes(pack(parts), "v.xlsm")
    assert document.type == "xlsm"
    assert {notice.code for notice in document.notices} == {"macro", "lien_externe"}


def test_the_1904_calendar() -> None:
    parts: dict[str, Any] = parts_of(xlsx_sheet('<row><c s="1"><v>0</v></c></row>', styles=DATES))
    book = parts["xl/workbook.xml"]
    parts["xl/workbook.xml"] = re.sub(rb"<workbookPr[^>]*/>", b'<workbookPr date1904="1"/>', book)
    assert parse_bytes(pack(parts), "v.xlsx").sheets[0].cells[1, 1].value == dt.date(1904, 1, 1)
