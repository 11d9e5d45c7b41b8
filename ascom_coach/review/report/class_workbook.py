"""The workbook of results of a class: trainees, levels with a chart, frequent errors, copies to look at together."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from ascom_coach.review.classes import ClassReview
from ascom_coach.review.levels import ORDER
from ascom_coach.review.report.class_story import CAREFUL, NO_LEVEL_SHOWN, defects, shown_level
from ascom_coach.review.report.words import LEVELS, clean, french, place, together

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

COLOURS = ("B45309", "D9A441", "4E8FB8", "1F5C85", "C8C8C8")
WIDEST = 60


def class_workbook(result: ClassReview) -> bytes:
    """The file's bytes. Levels are counted by formulas, so that a level changed by hand moves the chart."""
    import openpyxl

    book = openpyxl.Workbook()
    people = book.active
    assert people is not None
    people.title = "Résultats"
    _people(people, result)
    _spread(book, result, people.max_row)
    often = book.create_sheet("Erreurs fréquentes")
    _add(often, ["Copies", "Critère", "Contrôle", "Ce qui est à reprendre", "Exemple", "Où", "Stagiaire"])
    for item in result.frequent:
        example = item.example
        words = [item.check, item.message, example.quote, place(example.locator), item.trainee]
        _add(often, [item.copies, item.criterion, *words])
    if result.alike:
        page = book.create_sheet("À regarder")
        _add(page, ["Copies", "Ce qu’elles ont en commun"])
        for pair in result.alike:
            _add(page, [together(pair.trainees), " ; ".join(pair.reasons)])
        _add(page, [])
        _add(page, [french(CAREFUL)])
    for sheet in book.worksheets:
        _dress(sheet, "B2" if sheet is people else "A2", filtered=sheet in (people, often))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _people(sheet: Worksheet, result: ClassReview) -> None:
    names = list(result.levels)
    _add(sheet, ["Stagiaire", *names, "Contrôles évalués", "Contrôles en tout", "À reprendre", "Remarque"])
    for copy in result.copies:
        if copy.review is None:
            _add(sheet, [copy.trainee, *(None for _ in names), None, None, None, copy.remark])
            continue
        criteria = copy.review.criteria
        counts = [sum(one.assessed for one in criteria), sum(one.total for one in criteria), defects(copy)]
        _add(
            sheet, [copy.trainee, *(shown_level(copy, name) for name in names), *counts, copy.remark or None]
        )


def _spread(book: Workbook, result: ClassReview, last: int) -> None:
    from openpyxl.chart import BarChart, Reference
    from openpyxl.utils import get_column_letter as letter

    names, sheet = list(result.levels), book.create_sheet("Répartition")
    sheet.append(["Critère", *(LEVELS[name] for name in ORDER), NO_LEVEL_SHOWN])
    for rank, name in enumerate(names, 2):
        area = f"'Résultats'!${letter(rank)}$2:${letter(rank)}${last}"
        counts = [f"=COUNTIF({area},{letter(at)}$1)" for at in range(2, len(ORDER) + 2)]
        sheet.append([name, *counts, f'=COUNTIF({area},"–")'])
    if not names:
        return
    chart = BarChart()
    chart.type, chart.grouping, chart.overlap = "bar", "percentStacked", 100
    chart.title, chart.x_axis.title, chart.y_axis.title = "Niveaux de la classe", "Critère", "Part des copies"
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.x_axis.scaling.orientation = "maxMin"
    values = Reference(sheet, min_col=2, max_col=len(ORDER) + 2, min_row=1, max_row=len(names) + 1)
    chart.add_data(values, titles_from_data=True)
    chart.set_categories(Reference(sheet, min_col=1, min_row=2, max_row=len(names) + 1))
    for series, colour in zip(chart.series, COLOURS, strict=True):
        series.graphicalProperties.solidFill = colour
    chart.width, chart.height = 22, 11
    sheet.add_chart(chart, f"A{len(names) + 4}")


def _add(sheet: Worksheet, values: list[Any]) -> None:
    """A row whose texts stay texts, whatever they begin with."""
    sheet.append([clean(value) if isinstance(value, str) else value for value in values])
    for cell in sheet[sheet.max_row] if values else ():
        if isinstance(cell.value, str) and cell.value[:1] in ("=", "+", "-", "@"):
            cell.data_type = "s"


def _dress(sheet: Worksheet, frozen: str, *, filtered: bool) -> None:
    """Headings in sight, columns wide enough, a page that fits."""
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter as letter
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.freeze_panes = frozen
    sheet.page_setup.orientation, sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = (
        "landscape",
        1,
        0,
    )
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"
    for cell in sheet[1]:
        cell.font, cell.fill = Font(bold=True), PatternFill("solid", fgColor="DCE6F1")
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    for rank, column in enumerate(sheet.columns, 1):
        texts = [str(cell.value) for cell in column if cell.value is not None and cell.data_type != "f"]
        sheet.column_dimensions[letter(rank)].width = min(WIDEST, max(map(len, texts), default=8) + 2)
    if filtered:
        sheet.auto_filter.ref = sheet.dimensions
