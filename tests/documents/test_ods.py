# ruff: noqa: E501  (markup reads better on one line)
"""LibreOffice workbooks say the same as Excel ones: formats, rules, names, charts, print set-up."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from ascom_coach.documents import Sheet, parse_bytes

from .builders import odf, pack, parts_of, xlsx
from .office import needs_office, turned

NUMBER = '<number:number number:decimal-places="2" number:min-integer-digits="1" number:grouping="true"/>'
STYLES = (
    f'<number:currency-style style:name="N1P0">{NUMBER}<number:text> </number:text><number:currency-symbol>€</number:currency-symbol></number:currency-style>'
    f'<number:currency-style style:name="N1"><style:text-properties fo:color="#ff0000"/><number:text>-</number:text>{NUMBER}<number:text> </number:text><number:currency-symbol>€</number:currency-symbol><style:map style:condition="value()&gt;=0" style:apply-style-name="N1P0"/></number:currency-style>'
    '<number:date-style style:name="N2"><number:day-of-week number:style="long"/><number:text> </number:text><number:day/><number:text> </number:text><number:month number:textual="true" number:style="long"/><number:text> </number:text><number:year number:style="long"/></number:date-style>'
    '<number:percentage-style style:name="N3"><number:number number:decimal-places="1" number:min-integer-digits="1"/><number:text>%</number:text></number:percentage-style>'
    '<number:time-style style:name="N4" number:truncate-on-overflow="false"><number:hours/><number:text>:</number:text><number:minutes number:style="long"/></number:time-style>'
    '<number:number-style style:name="N5"><number:number number:decimal-places="0" number:min-integer-digits="5"/></number:number-style>'
    '<number:number-style style:name="N6"><number:number number:decimal-places="2" number:min-decimal-places="0" number:min-integer-digits="1"/><number:text> kg</number:text></number:number-style>'
    + "".join(f'<style:style style:name="ce{at}" style:family="table-cell" style:data-style-name="N{at}"/>' for at in range(1, 7))
    + '<style:style style:name="ce7" style:family="table-cell"><style:map style:condition="cell-content()&gt;300" style:apply-style-name="X"/><style:map style:condition="is-true-formula([.$D2]&gt;50)" style:apply-style-name="X"/></style:style>'
    '<style:style style:name="ta1" style:family="table" style:master-page-name="MP"/>'
)  # fmt: skip
RULES = (
    '<table:content-validations><table:content-validation table:name="val1" table:condition="of:cell-content-is-in-list(&quot;Payé&quot;;&quot;Impayé&quot;)"/>'
    '<table:content-validation table:name="val2" table:condition="of:cell-content-is-decimal-number() and cell-content()&gt;=0"/>'
    '<table:content-validation table:name="val3" table:condition="of:cell-content-is-date() and cell-content-is-between(46023,46387)"/>'
    '<table:content-validation table:name="val4" table:condition="of:cell-content-is-in-list([$Listes.$A$1:.$A$9])"/>'
    '<table:content-validation table:name="val5" table:condition="of:is-true-formula(ISNUMBER([.A1]))"/></table:content-validations>'
)
PAGES = (
    '<office:document-styles xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
    '<office:automatic-styles><style:page-layout style:name="PL"><style:page-layout-properties style:print-orientation="landscape" style:scale-to-X="1"/></style:page-layout></office:automatic-styles>'
    '<office:master-styles><style:master-page style:name="MP" style:page-layout-name="PL"><style:header><style:region-left><text:p>Atelier</text:p></style:region-left><style:region-right><text:p><text:sheet-name>?</text:sheet-name></text:p></style:region-right></style:header>'
    "<style:footer><text:p>Page <text:page-number>1</text:page-number>/<text:page-count>9</text:page-count></text:p></style:footer></style:master-page></office:master-styles></office:document-styles>"
)
SETTINGS = (
    '<office:document-settings xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:config="urn:oasis:names:tc:opendocument:xmlns:config:1.0"><config:config-item-map-named><config:config-item-map-entry config:name="Feuille">'
    '<config:config-item config:name="VerticalSplitMode">2</config:config-item><config:config-item config:name="VerticalSplitPosition">1</config:config-item></config:config-item-map-entry></config:config-item-map-named></office:document-settings>'
)


def cell(value: str, style: str = "", kind: str = "float", rule: str = "", more: str = "") -> str:
    look = f' table:style-name="{style}"' if style else ""
    check = f' table:content-validation-name="{rule}"' if rule else ""
    return f'<table:table-cell{look}{check} office:value-type="{kind}" office:{"date-" if kind == "date" else ""}value="{value}">{more}</table:table-cell>'


def sheet_of(rows: str, before: str = "", after: str = "", attributes: str = "") -> Sheet:
    body = f'{before}<table:table table:name="Feuille" table:style-name="ta1" {attributes}>{rows}</table:table>{after}'
    parts: dict[str, bytes | str] = dict(parts_of(odf("spreadsheet", body, STYLES)))
    return parse_bytes(pack({**parts, "styles.xml": PAGES, "settings.xml": SETTINGS}), "v.ods").sheets[0]


def row(*cells: str, more: str = "") -> str:
    return f"<table:table-row{more}>{''.join(cells)}</table:table-row>"


def test_number_formats_are_those_of_excel() -> None:
    values = [
        ("12.5", "ce1"),
        ("2026-03-02", "ce2"),
        ("0.055", "ce3"),
        ("0.5", "ce4"),
        ("1000", "ce5"),
        ("3", "ce6"),
        ("4", ""),
    ]
    sheet = sheet_of(
        row(*[cell(value, style, "date" if style == "ce2" else "float") for value, style in values])
    )
    assert [item.number_format for item in sheet.cells.values()] == [
        '#,##0.00 "€";[Red]-#,##0.00 "€"', "dddd d mmmm yyyy", "0.0%", "[h]:mm", "00000", '0.## "kg"', "General",
    ]  # fmt: skip
    assert sheet.cells[1, 2].value == dt.date(2026, 3, 2)


def test_validations_and_conditional_formats() -> None:
    rows = row(
        cell("1", "ce7", rule="val1"), cell("2", rule="val2"), more=' table:number-rows-repeated="3"'
    ) + row(
        cell("1", "ce7", rule="val1"), cell("2", rule="val3"), cell("3", rule="val4"), cell("3", rule="val5")
    )
    sheet = sheet_of(rows, RULES)
    assert sheet.validations == (
        'A1:A4 list "Payé,Impayé"', "B1:B3 decimal greaterThanOrEqual 0", "B4 date 46023 46387",
        "C4 list $Listes!$A$1:$A$9".replace("$Listes", "Listes"), "D4 custom ISNUMBER(A1)",
    )  # fmt: skip
    assert sheet.conditional_formats == ("A1:A4 cellIs greaterThan 300", "A1:A4 expression $D2>50")
    plain = sheet_of(row(cell("1")))
    assert (plain.validations, plain.conditional_formats) == ((), ())


def test_print_set_up_headers_and_frozen_rows() -> None:
    rows = f"<table:table-header-rows>{row(cell('1'))}</table:table-header-rows>{row(cell('2'))}"
    body = f'<table:table table:name="Feuille" table:style-name="ta1" table:print-ranges="Feuille.A1:Feuille.B9">{rows}</table:table>'
    parts: dict[str, bytes | str] = dict(parts_of(odf("spreadsheet", body, STYLES)))
    document = parse_bytes(pack({**parts, "styles.xml": PAGES, "settings.xml": SETTINGS}), "v.ods")
    sheet = document.sheets[0]
    assert (sheet.landscape, sheet.fit_to_page, sheet.frozen) == (True, True, "A2")
    assert (sheet.print_area, sheet.print_titles) == ("Feuille!A1:B9", "1:1")
    assert [(block.locator.ref, block.text) for block in document.blocks] == [
        ("Feuille!entete", "&LAtelier&R&A"), ("Feuille!pied", "&CPage &P/&N"),
    ]  # fmt: skip


def test_names_lists_filters_and_pivots() -> None:
    after = (
        '<table:named-expressions><table:named-range table:name="zone" table:cell-range-address="$\'Ma feuille\'.$A$1:.$B$9"/>'
        '<table:named-expression table:name="tva" table:expression="of:=0.2"/><table:named-range table:name="_xlnm.Print_Area" table:cell-range-address="x"/></table:named-expressions>'
        '<table:database-ranges><table:database-range table:name="Clients" table:target-range-address="Feuille.D1:Feuille.E9"/>'
        '<table:database-range table:name="__Anonymous_Sheet_DB__0" table:target-range-address="Feuille.A1:Feuille.B9" table:display-filter-buttons="true"/></table:database-ranges>'
        '<table:data-pilot-tables><table:data-pilot-table table:name="Croisé" table:target-range-address="Feuille.G1:Feuille.H4"/></table:data-pilot-tables>'
    )
    body = f'<table:table table:name="Feuille">{row(cell("1"))}</table:table>{after}'
    document = parse_bytes(odf("spreadsheet", body), "v.ods")
    assert dict(document.names) == {"zone": "'Ma feuille'!$A$1:$B$9", "tva": "0.2"}
    sheet = document.sheets[0]
    assert (sheet.tables, sheet.autofilter, sheet.pivots) == (("Clients D1:E9",), "A1:B9", ("Croisé G1:H4",))


def test_hidden_rows_links_boxes_and_outside_content() -> None:
    rows = (
        '<table:table-column table:visibility="collapse"/><table:table-column table:number-columns-repeated="16383"/>'
        + row(
            '<table:table-cell office:value-type="string"><text:p><text:a xlink:href="https://x.example">le site</text:a></text:p></table:table-cell>'
        )
        + row(
            cell("1"),
            cell(
                "2",
                more='<draw:custom-shape><text:p>Note en marge</text:p></draw:custom-shape><draw:frame><draw:image xlink:href="https://images.example/a.png"/></draw:frame>',
            ),
            more=' table:visibility="collapse"',
        )
        + row(
            '<table:table-cell table:number-columns-repeated="16384"/>',
            more=' table:visibility="collapse" table:number-rows-repeated="1048000"',
        )
    )
    document = parse_bytes(odf("spreadsheet", f'<table:table table:name="F">{rows}</table:table>'), "v.ods")
    assert [(link.locator.ref, link.text, link.target) for link in document.links] == [
        ("F!A1", "le site", "https://x.example")
    ]
    assert [(block.locator.ref, block.text) for block in document.blocks] == [("F!B2", "Note en marge")]
    assert [image.locator.ref for image in document.images] == ["F!B2"]
    assert [notice.code for notice in document.notices] == [
        "lien_externe",
        "lignes_masquees",
        "colonnes_masquees",
    ]
    assert [item.hidden for item in document.sheets[0].cells.values()] == [True, True, True]


def test_another_workbook_kept_inside_is_not_a_sheet() -> None:
    other = '<table:table table:name="\'file:///a.ods\'#$F"><table:table-source xlink:href="../a.ods"/></table:table>'
    document = parse_bytes(
        odf("spreadsheet", f'<table:table table:name="F">{row(cell("1"))}</table:table>{other}'), "v.ods"
    )
    assert [sheet.name for sheet in document.sheets] == ["F"]
    assert [notice.code for notice in document.notices] == ["lien_externe"]


def _rich(book: Any) -> None:
    from openpyxl.chart import BarChart, PieChart, Reference
    from openpyxl.formatting.rule import CellIsRule, ColorScaleRule, FormulaRule
    from openpyxl.workbook.defined_name import DefinedName
    from openpyxl.worksheet.datavalidation import DataValidation

    sheet = book.active
    sheet.title = "Ventes du mois"
    for line in (
        ["Mois", "HT", "TVA", "Statut"],
        *[[f"M{at}", 100.5 * at, f"=B{at + 1}*0.2", "Payé"] for at in range(1, 7)],
    ):
        sheet.append(line)
    for at in range(2, 8):
        sheet.cell(at, 2).number_format = '#,##0.00 "€"'
        sheet.cell(at, 3).number_format = "0.0%"
    for kind, span, more in (
        ("list", "D2:D7", {"formula1": '"Payé,Impayé"'}),
        ("decimal", "B2:B7", {"operator": "greaterThan", "formula1": "0"}),
    ):
        rule = DataValidation(type=kind, **more)
        rule.add(span)
        sheet.add_data_validation(rule)
    sheet.conditional_formatting.add("B2:B7", CellIsRule(operator="greaterThan", formula=["300"]))
    sheet.conditional_formatting.add("C2:C7", FormulaRule(formula=["$C2>50"]))
    sheet.conditional_formatting.add(
        "B2:B8", ColorScaleRule(start_type="min", start_color="FF0000", end_type="max", end_color="00FF00")
    )
    book.defined_names["zone"] = DefinedName("zone", attr_text="'Ventes du mois'!$A$1:$D$7")
    for kind, at in ((BarChart, "F2"), (PieChart, "F20")):
        chart = kind()
        chart.title = "Ventes"
        chart.add_data(Reference(sheet, min_col=2, min_row=1, max_row=7), titles_from_data=True)
        chart.set_categories(Reference(sheet, min_col=1, min_row=2, max_row=7))
        if kind is BarChart:
            chart.type = "bar"
        sheet.add_chart(chart, at)
    sheet.print_title_rows, sheet.page_setup.orientation, sheet.sheet_properties.pageSetUpPr.fitToPage = (
        "1:1",
        "landscape",
        True,
    )
    sheet.oddFooter.center.text = "Page &P/&N"
    sheet.row_dimensions[4].hidden = True
    book.create_sheet("Cachée").sheet_state = "hidden"


@pytest.mark.soffice
@needs_office
def test_an_ods_made_by_libreoffice_reads_like_the_xlsx_it_comes_from() -> None:
    data = xlsx(_rich)
    before, after = parse_bytes(data, "a.xlsx"), parse_bytes(turned({"a.xlsx": data}, "ods")["a"], "a.ods")
    one, two = before.sheets[0], after.sheets[0]
    assert {key: (item.formula, item.number_format, item.hidden) for key, item in one.cells.items()} == {
        key: (item.formula, item.number_format, item.hidden) for key, item in two.cells.items()
    }
    assert two.cells[3, 3].value == Decimal("40.2")
    assert set(one.validations) == set(two.validations)
    assert set(one.conditional_formats) == set(two.conditional_formats)
    assert dict(before.names) == dict(after.names)
    assert [(chart.kind, chart.title, chart.series, chart.locator.ref) for chart in two.charts] == [
        ("barChart:bar", "Ventes", ("HT",), "Ventes du mois!F2"), ("pieChart", "Ventes", ("HT",), "Ventes du mois!F20"),
    ]  # fmt: skip
    assert [chart.ranges for chart in two.charts] == [("'Ventes du mois'!B2:B7",)] * 2
    assert (two.landscape, two.fit_to_page, two.print_titles) == (one.landscape, one.fit_to_page, "1:1")
    assert [block.text for block in after.blocks] == [block.text for block in before.blocks]
    assert {notice.code for notice in after.notices} == {"lignes_masquees", "feuille_masquee"}


def _sized(size: str, *, default: str = "") -> list[tuple[str, int]]:
    """Small sizes of a workbook with one cell of its own style and two of the default one."""
    own = f'<style:style style:name="petit" style:family="table-cell"><style:text-properties fo:font-size="{size}"/></style:style>'
    if default:
        own += f'<style:default-style style:family="table-cell"><style:text-properties fo:font-size="{default}"/></style:default-style>'
    row = cell("1", "petit", more="<text:p>1</text:p>") + cell("2") + cell("3")
    body = f'<table:table table:name="F"><table:table-row>{row}</table:table-row></table:table>'
    document = parse_bytes(odf("spreadsheet", body, own), "t.ods")
    return [(use.value, use.count) for use in document.uses if use.kind == "taille"]


def test_small_characters_of_cells_are_told_as_in_excel() -> None:
    assert _sized("6pt") == [("6", 1)]
    assert _sized("5.5pt", default="6pt") == [("5.5", 1), ("6", 2)]


@pytest.mark.parametrize(("size", "default"), [("10pt", ""), ("8pt", "11pt"), ("1.2.3pt", ""), ("60%", "")])
def test_characters_of_a_readable_size_are_not(size: str, default: str) -> None:
    assert _sized(size, default=default) == []


@pytest.mark.soffice
@needs_office
@pytest.mark.parametrize("size", [5, 11])
def test_an_ods_made_by_libreoffice_tells_the_same_sizes(size: int) -> None:
    def small(book: Any) -> None:
        from openpyxl.styles import Font

        for row in range(1, 6):
            book.active.cell(row, 1, row).font = Font(size=size)
        book.active.cell(6, 1, "Total")

    data = xlsx(small)
    files = (parse_bytes(data, "a.xlsx"), parse_bytes(turned({"a.xlsx": data}, "ods")["a"], "a.ods"))
    told = [[(use.value, use.count) for use in one.uses if use.kind == "taille"] for one in files]
    assert told[0] == told[1] == ([("5", 5)] if size == 5 else [])
