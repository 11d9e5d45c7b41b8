"""The XML parts of a workbook: cells, styles, views, print set-up, validations, conditional formats, charts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from ascom_coach.formulas import Scalar, as_text, column_letters, decimal_text
from ascom_coach.scenarios.workshop.cells import FORMATS, TypedCell, typed
from ascom_coach.scenarios.workshop.docx import color
from ascom_coach.scenarios.workshop.items import yes
from ascom_coach.scenarios.workshop.sheet import SheetPlan, column_kinds, frozen, styled
from ascom_coach.scenarios.workshop.source import FileSpec
from ascom_coach.scenarios.workshop.zip import XML, R, attribute, relationships, text

if TYPE_CHECKING:
    from ascom_coach.scenarios.workshop.xlsx import Workbook

S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_ROLES = ("ligne", "entete", "total", "titre", "sous-titre", "note", "brut")


class Looks:
    """Cell formats, numbered as they are first used."""

    def __init__(self) -> None:
        self._formats: dict[str, int] = {}
        self._found: dict[tuple[str, str], int] = {("brut", "General"): 0}
        self._colors: list[str] = []

    def of(self, role: str, code: str) -> int:
        """The style number for a role (`entete`, `ligne`…) and a number format."""
        return self._found.setdefault((role, code), len(self._found))

    def differential(self, fill: str) -> int:
        """The number of a conditional look with that background."""
        if fill not in self._colors:
            self._colors.append(fill)
        return self._colors.index(fill)

    def xml(self) -> str:
        """xl/styles.xml."""
        xfs = []
        for role, code in self._found:
            number = 0 if code == "General" else self._formats.setdefault(code, 164 + len(self._formats))
            font = {"entete": 1, "total": 1, "titre": 2, "sous-titre": 3, "note": 3}.get(role, 0)
            fill = 2 if role == "entete" else 0
            border = 1 if role in ("ligne", "entete") else 2 if role == "total" else 0
            wrap = '<alignment vertical="center" wrapText="1"/>' if role == "entete" else ""
            aligned = ' applyAlignment="1"' if wrap else ""
            xfs.append(
                f'<xf numFmtId="{number}" fontId="{font}" fillId="{fill}" borderId="{border}" xfId="0" '
                f'applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1"{aligned}>{wrap}</xf>'
            )
        formats = "".join(
            f'<numFmt numFmtId="{number}" formatCode={attribute(code)}/>'
            for code, number in self._formats.items()
        )
        line = '<{0} style="thin"><color rgb="FFBFBFBF"/></{0}>'
        box = "".join(line.format(side) for side in ("left", "right", "top", "bottom"))
        dxfs = "".join(
            f'<dxf><fill><patternFill patternType="solid"><bgColor rgb="FF{fill}"/></patternFill></fill></dxf>'
            for fill in self._colors
        )
        plain = '<sz val="11"/><name val="Calibri"/><family val="2"/>'
        return (
            f'{XML}<styleSheet xmlns="{S}">'
            + (f'<numFmts count="{len(self._formats)}">{formats}</numFmts>' if formats else "")
            + f'<fonts count="4"><font>{plain}</font><font><b/>{plain}</font>'
            f'<font><b/><sz val="15"/><color rgb="FF1F4E5F"/><name val="Calibri"/><family val="2"/></font>'
            f'<font><i/><sz val="10"/><color rgb="FF595959"/><name val="Calibri"/><family val="2"/></font></fonts>'
            '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/>'
            '</fill><fill><patternFill patternType="solid"><fgColor rgb="FFDCE6EA"/><bgColor indexed="64"/>'
            "</patternFill></fill></fills>"
            f'<borders count="3"><border><left/><right/><top/><bottom/><diagonal/></border><border>{box}<diagonal/>'
            '</border><border><left/><right/><top style="medium"><color rgb="FF1F4E5F"/></top><bottom/><diagonal/>'
            '</border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'
            f'</cellStyleXfs><cellXfs count="{len(xfs)}">{"".join(xfs)}</cellXfs><cellStyles count="1">'
            f'<cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles><dxfs count="{len(self._colors)}">'
            f"{dxfs}</dxfs></styleSheet>"
        )


def workbook_xml(book: Workbook) -> str:
    """xl/workbook.xml with the print titles, print areas and filters as defined names."""
    sheets, names = [], []
    for number, plan in enumerate(book.plans):
        hidden = ' state="hidden"' if yes(plan.options.get("masquee")) and number else ""
        sheets.append(
            f'<sheet name={attribute(plan.name)} sheetId="{number + 1}"{hidden} r:id="rId{number + 1}"/>'
        )
        found = book.layouts[number]
        quoted = "'" + plan.name.replace("'", "''") + "'"
        printing = _mapping(plan.options.get("impression"))
        charts = len(chart_list(plan))
        bottom = max([19 * charts, *found.roles, 1])
        right = column_letters(found.columns + (9 if charts else 0))
        if found.header_row and _filtered(plan):
            last = max(found.last, found.header_row)
            area = f"{quoted}!$A${found.header_row}:${column_letters(found.columns)}${last}"
            names.append(("_xlnm._FilterDatabase", number, area, ' hidden="1"'))
        if yes(printing.get("zone")):
            names.append(("_xlnm.Print_Area", number, f"{quoted}!$A$1:${right}${bottom}", ""))
        if yes(printing.get("titres")) and found.header_row:
            names.append(
                ("_xlnm.Print_Titles", number, f"{quoted}!${found.header_row}:${found.header_row}", "")
            )
    defined = "".join(
        f'<definedName name="{name}" localSheetId="{sheet}"{extra}>{text(area)}</definedName>'
        for name, sheet, area, extra in sorted(names)
    )
    return (
        f'{XML}<workbook xmlns="{S}" xmlns:r="{R}"><bookViews><workbookView activeTab="0"/></bookViews>'
        f"<sheets>{''.join(sheets)}</sheets>"
        + (f"<definedNames>{defined}</definedNames>" if defined else "")
        + '<calcPr calcId="191029" fullCalcOnLoad="1"/></workbook>'
    )


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _filtered(plan: SheetPlan) -> bool:
    return yes(plan.options.get("filtre", "non"))


def sheet_xml(spec: FileSpec, book: Workbook, number: int, looks: Looks, *, drawing: bool) -> str:
    """One xl/worksheets/sheetN.xml."""
    plan, found = book.plans[number], book.layouts[number]
    options = plan.options
    printing = _mapping(options.get("impression"))
    fit = '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' if yes(printing.get("ajuster")) else ""
    selected = "" if number else 'tabSelected="1" '
    view = f'<sheetView showGridLines="1" {selected}workbookViewId="0"'
    if found.header_row and frozen(plan):
        top = found.header_row
        view += (
            f'><pane ySplit="{top}" topLeftCell="A{top + 1}" activePane="bottomLeft" state="frozen"/>'
            '<selection pane="bottomLeft"/></sheetView>'
        )
    else:
        view += "/>"
    rows = _rows(book, number, looks)
    last = column_letters(found.columns or 1)
    filter_ = (
        f'<autoFilter ref="A{found.header_row}:{last}{max(found.last, found.header_row)}"/>'
        if found.header_row and _filtered(plan) else ""
    )  # fmt: skip
    orientation = "landscape" if printing.get("orientation") == "paysage" else "portrait"
    footer = str(printing.get("pied", ""))
    code = re.sub(r"\{pages?\}", lambda m: "&P" if m[0] == "{page}" else "&N", footer.replace("&", "&&"))
    page = (
        '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>'
        f'<pageSetup paperSize="9" orientation="{orientation}"'
        + (' fitToWidth="1" fitToHeight="0"' if fit else "")
        + "/>"
        + (f"<headerFooter><oddFooter>{text('&C' + code)}</oddFooter></headerFooter>" if footer else "")
    )
    return (
        f'{XML}<worksheet xmlns="{S}" xmlns:r="{R}">{fit}<sheetViews>{view}</sheetViews>'
        f'<sheetFormatPr defaultRowHeight="15"/>{_columns(book, number)}<sheetData>{rows}</sheetData>{filter_}'
        f"{_conditional(spec, book, number, looks)}{_validations(spec, book, number)}{page}"
        + ('<drawing r:id="rId1"/>' if drawing else "")
        + "</worksheet>"
    )


def _columns(book: Workbook, number: int) -> str:
    plan, found = book.plans[number], book.layouts[number]
    if not styled(plan) and not plan.options.get("largeurs"):
        return ""
    widths = _mapping(plan.options.get("largeurs"))
    out = []
    for column, name in enumerate(plan.header, 1):
        longest = 8
        for (row, other), cell in found.cells.items():
            if other == column and found.roles.get(row) in ("entete", "ligne", "total"):
                shown = 12 if cell.formula or cell.kind in ("euros", "date") else len(as_text(cell.value))
                longest = max(longest, min(42, shown))
        given = str(widths.get(name, "")).replace(",", ".")
        width = float(given) if re.fullmatch(r"\d+(\.\d+)?", given) else longest + 2.5
        out.append(f'<col min="{column}" max="{column}" width="{width:g}" customWidth="1"/>')
    return f"<cols>{''.join(out)}</cols>" if out else ""


def _code(plan: SheetPlan, name: str, cell: TypedCell, role: str, kinds: Mapping[str, str]) -> str:
    if role in ("ligne", "total"):
        given = str(_mapping(plan.options.get("formats")).get(name, ""))
        if given:
            return FORMATS.get(given, given)
    if cell.formula and cell.kind == "nombre" and role in ("ligne", "total"):
        return FORMATS.get(kinds.get(name, ""), "General")
    return FORMATS.get(cell.kind, "General")


def _rows(book: Workbook, number: int, looks: Looks) -> str:
    plan, found = book.plans[number], book.layouts[number]
    by_row: dict[int, list[str]] = {}
    kinds = column_kinds(plan, found)
    for (row, column), cell in sorted(found.cells.items()):
        role = found.roles.get(row, "ligne")
        name = plan.header[column - 1] if column <= len(plan.header) else ""
        style = looks.of(role if styled(plan) else "brut", _code(plan, name, cell, role, kinds))
        ref = f"{column_letters(column)}{row}"
        value = book.cached(number, row, column) if cell.formula else cell.value
        by_row.setdefault(row, []).append(_cell_xml(ref, style, cell.formula, value))
    if styled(plan):  # empty cells of a framed table keep their frame
        for row, role in found.roles.items():
            if role in ("ligne", "total"):
                for column in range(1, found.columns + 1):
                    if (row, column) not in found.cells:
                        cell_xml = f'<c r="{column_letters(column)}{row}" s="{looks.of(role, "General")}"/>'
                        by_row.setdefault(row, []).insert(min(column - 1, len(by_row.get(row, []))), cell_xml)
    return "".join(f'<row r="{row}">{"".join(by_row[row])}</row>' for row in sorted(by_row))


def _cell_xml(ref: str, style: int, formula: str, value: Scalar) -> str:
    inner = f"<f>{text(formula)}</f>" if formula else ""
    if value is None:
        return f'<c r="{ref}" s="{style}">{inner}</c>'
    if isinstance(value, bool):
        return f'<c r="{ref}" s="{style}" t="b">{inner}<v>{int(value)}</v></c>'
    if isinstance(value, Decimal):
        return f'<c r="{ref}" s="{style}">{inner}<v>{decimal_text(value)}</v></c>'
    if formula:
        return f'<c r="{ref}" s="{style}" t="str">{inner}<v>{text(value)}</v></c>'
    return f'<c r="{ref}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{text(value)}</t></is></c>'


def _span(book: Workbook, number: int, name: str) -> str:
    found = book.layouts[number]
    letters = column_letters(book.plans[number].header.index(name) + 1)
    return f"{letters}{found.first}:{letters}{max(found.first, found.last)}"


def _conditional(spec: FileSpec, book: Workbook, number: int, looks: Looks) -> str:
    plan = book.plans[number]
    rules = plan.options.get("mise_en_forme") or []
    out = []
    for rank, rule in enumerate(rules if isinstance(rules, list) else [rules], 1):
        if not isinstance(rule, dict):
            raise spec.refuse('« mise_en_forme » liste des {colonne: Montant, si: "> 100", couleur: orange}.')
        spec.check_keys(rule, ("colonne", "si", "couleur"), "mise_en_forme")
        spec.check_keys([str(rule.get("colonne", ""))], plan.header, "mise_en_forme")
        match = re.fullmatch(r"\s*(<=|>=|<>|=|<|>)\s*(.+)", str(rule.get("si", "")))
        if match is None:
            raise spec.refuse('« si » s’écrit avec un signe et une valeur : "> 100", "= Annulé".')
        operator = {
            "<=": "lessThanOrEqual", ">=": "greaterThanOrEqual", "<>": "notEqual", "=": "equal",
            "<": "lessThan", ">": "greaterThan",
        }[match[1]]  # fmt: skip
        limit = typed(match[2])
        shown = decimal_text(limit.value) if isinstance(limit.value, Decimal) else f'"{match[2]}"'
        fill = {"rouge": "F8CBAD", "vert": "C6E0B4", "orange": "FFE0B2", "jaune": "FFF2B3", "bleu": "BDD7EE"}.get(
            str(rule.get("couleur", "orange"))) or color(spec, str(rule["couleur"]))  # fmt: skip
        out.append(
            f'<conditionalFormatting sqref="{_span(book, number, str(rule["colonne"]))}"><cfRule type="cellIs" '
            f'dxfId="{looks.differential(fill)}" priority="{rank}" operator="{operator}"><formula>'
            f"{text(shown)}</formula></cfRule></conditionalFormatting>"
        )
    return "".join(out)


def _validations(spec: FileSpec, book: Workbook, number: int) -> str:
    given = _mapping(book.plans[number].options.get("validations"))
    out = []
    for name, choices in given.items():
        if not isinstance(choices, list):
            raise spec.refuse("« validations » s’écrit « Statut: [Réglé, En attente] ».")
        listed = '"' + ",".join(str(choice) for choice in choices) + '"'
        out.append(
            f'<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="{_span(book, number, name)}">'
            f"<formula1>{text(listed)}</formula1></dataValidation>"
        )
    return f'<dataValidations count="{len(out)}">{"".join(out)}</dataValidations>' if out else ""


def chart_list(plan: SheetPlan) -> list[Any]:
    """The charts asked for on a sheet."""
    charts = plan.options.get("graphiques") or [plan.options.get("graphique")]
    return [chart for chart in charts if chart] if isinstance(charts, list) else []


def chart_files(spec: FileSpec, book: Workbook, number: int, before: int) -> dict[str, str]:
    """The drawing of a sheet and its charts, numbered after `before`; empty when there is no chart."""
    from ascom_coach.scenarios.workshop.chart import chart_xml, drawing_xml

    charts = chart_list(book.plans[number])
    if not charts:
        return {}
    part = f"drawing{number + 1}.xml"
    files = {
        f"xl/drawings/{part}": drawing_xml(
            book.layouts[number], [str(_mapping(c).get("titre", "")) for c in charts]
        ),
        f"xl/drawings/_rels/{part}.rels": relationships(
            {f"rId{i}": ("chart", f"../charts/chart{before + i}.xml") for i in range(1, len(charts) + 1)}
        ),
    }
    for rank, chart in enumerate(charts, 1):
        files[f"xl/charts/chart{before + rank}.xml"] = chart_xml(spec, book, number, chart)
    return files
