"""What a chart draws, said by the headings of its ranges rather than by addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ascom_coach.documents import Cell, Chart, Document, Sheet
from ascom_coach.language import plain
from ascom_coach.review.workbooks.cells import amount, number_in
from ascom_coach.review.workbooks.grid import named

_RANGE = re.compile(
    r"(?:(?P<sheet>'(?:[^']|'')+'|[^'!,;()\s]+)[!.])?\$?(?P<left>[A-Z]{1,3})\$?(?P<top>\d+)"
    r"(?::(?:[^!:$]+[!.])?\$?(?P<right>[A-Z]{1,3})\$?(?P<bottom>\d+))?"
)
_TOTAL = re.compile(r"(?:sous[ -]?total|total|totaux|somme)\b")


@dataclass(frozen=True)
class _Area:
    sheet: Sheet
    top: int
    left: int
    bottom: int
    right: int

    def cell(self, row: int, column: int) -> Cell | None:
        return self.sheet.cells.get((row, column))


def _number(letters: str) -> int:
    value = 0
    for letter in letters:
        value = value * 26 + ord(letter) - 64
    return value


def _areas(ranges: tuple[str, ...], document: Document) -> Iterator[_Area]:
    sheets = {sheet.name.casefold(): sheet for sheet in document.sheets}
    for text in ranges:
        for match in _RANGE.finditer(text):
            name = (match["sheet"] or "").lstrip("$").strip("'").replace("''", "'")
            sheet = sheets.get(name.casefold()) or (document.sheets[0] if not name else None)
            if sheet is not None:
                top, left = int(match["top"]), _number(match["left"])
                bottom, right = int(match["bottom"] or top), _number(match["right"] or match["left"])
                yield _Area(sheet, top, left, bottom, right)


def headings_of(chart: Chart, document: Document) -> set[str]:
    """Folded texts that name what is drawn: series names, headings above the ranges, texts of the category range."""
    texts = list(chart.series)
    for area in (*_areas(chart.ranges, document), *_areas(chart.categories, document)):
        for column in range(area.left, min(area.right, area.left + 50) + 1):
            heads = [area.cell(area.top - 1, column), area.cell(area.top, column)]
            texts += [cell.text for cell in heads if cell is not None and amount(cell) is None]
        beside = area.cell(area.top, area.left - 1)
        if area.top == area.bottom and beside is not None:
            texts.append(beside.text)
    return {named(text) for text in texts if text.strip()}


def slips(chart: Chart, document: Document) -> str:
    """What a range of values takes too much or too little of, in French; empty when it fits its column."""
    named_rows = [
        area.bottom - area.top for area in _areas(chart.categories, document) if area.left == area.right
    ]
    for area in _areas(chart.ranges, document):
        if area.left != area.right or area.bottom - area.top < 1:
            continue
        if _sums(area, area.bottom):
            return "Le graphique compte aussi le total : les autres barres en paraissent petites."
        above, below = area.cell(area.top - 1, area.left), area.cell(area.bottom + 1, area.left)
        if (below is not None and amount(below) is not None and not _sums(area, area.bottom + 1)) or (
            above is not None and amount(above) is not None
        ):
            return "Le graphique oublie des lignes du tableau."
        if named_rows and area.bottom - area.top not in named_rows:
            return "Les noms et les valeurs du graphique ne vont pas de la même ligne à la même ligne."
    return ""


def _sums(area: _Area, row: int) -> bool:
    return any(
        _TOTAL.match(named(cell.text))
        for (line, _), cell in area.sheet.cells.items()
        if line == row and cell.text
    )


_KINDS = {
    "bar": "barres", "bar3D": "barres", "line": "courbe", "line3D": "courbe", "pie": "secteurs", "pie3D": "secteurs",
    "doughnut": "secteurs", "ring": "secteurs", "scatter": "nuage", "area": "aires", "area3D": "aires",
}  # fmt: skip


def kinds_of(chart: Chart) -> set[str]:
    """The families of a chart: barres, courbe, secteurs, nuage, aires."""
    parts = (part.partition(":")[0].removesuffix("Chart") for part in chart.kind.split("+"))
    return {_KINDS[part] for part in parts if part in _KINDS}


def cut_axis(chart: Chart) -> bool:
    """Whether bars do not start at zero, so that their lengths no longer say the amounts."""
    start = number_in(chart.y_min) if chart.y_min else None
    return "barres" in kinds_of(chart) and start is not None and start > 0


def tells_unit(chart: Chart, unit: str, document: Document) -> bool:
    """Whether a title, an axis, a series or the formats of the drawn cells give the unit."""
    words = {plain(word) for word in _UNITS.get(plain(unit), (unit,))}
    told = plain(" ".join((chart.title, chart.x_title, chart.y_title, *chart.series)))
    told += " " + " ".join(headings_of(chart, document))
    return any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", told) for word in words)


def unit_untold(chart: Chart, document: Document) -> bool:
    """Whether a chart draws amounts, times or rates and no title, series, format or text of the sheet says in what."""
    if "secteurs" in kinds_of(chart):
        return False
    told = plain(" ".join((chart.title, chart.x_title, chart.y_title, chart.y2_title, *chart.series)))
    told += " " + " ".join(headings_of(chart, document))
    if not _MEASURED.search(told) or _UNIT.search(told):
        return False
    for area in _areas(chart.ranges, document):
        first = area.cell(area.bottom, area.right)
        if first is not None and _UNIT.search(plain(first.number_format)):
            return False
        texts = [cell.text for cell in list(area.sheet.cells.values())[:_READ] if isinstance(cell.value, str)]
        if any(_UNIT.search(plain(text)) for text in texts):
            return False
    return True


_READ = 200
"""Cells of a sheet among which a line such as « en euros » is looked for."""
_MEASURED = re.compile(
    r"(?<!\w)(?:ca|chiffres? d'affaires|montants?|budgets?|depenses|recettes|charges|prix|couts?|salaires?|marges?|"
    r"durees?|temps|delais?|poids|distances?|surfaces?|consommations?|taux)(?!\w)"
)
_UNIT = re.compile(
    r"[€$%‰]|(?<!\w)(?:k?eur(?:os?)?|euros?|milliers|millions|pourcentages?|pour cent|heures|h|jours|minutes?|min|mn|"
    r"secondes?|kg|grammes?|tonnes?|m2|m²|ha|km|cm|metres|litres?|m3|kwh|mwh|wh|nombre|nb|indice|"
    r"base 100|h+:mm(?::ss)?)(?!\w)"
)
_UNITS = {
    "€": ("€", "euro", "euros", "eur", "k€"), "%": ("%", "pourcentage", "part", "taux"),
    "heures": ("heures", "heure", "h"), "h": ("heures", "heure", "h"),
}  # fmt: skip
