"""Values, formulas and charts of LibreOffice workbooks, in the words of Excel."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from ascom_coach.documents.model import CellValue, Chart, Locator
from ascom_coach.documents.odf.ods_ranges import excel_range
from ascom_coach.documents.odf.shared import CHART, OFFICE, STYLE, TABLE, TEXT, plain_text
from ascom_coach.documents.stored_numbers import number

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_REFERENCE = re.compile(r"\[([^\]]*)\]")
_ERRORS = re.compile(
    r"#(?:REF!|DIV/0!|N/A|NAME\?|NUM!|VALUE!|NULL!|NOM\s?\?|VALEUR\s?!|NOMBRE\s?!)|Err:\d{3}"
)


def cell_value(item: Element, kind: str, text: str) -> tuple[CellValue, str | None]:
    """The value of a cell and its error, if any, from its declared type."""
    if _ERRORS.fullmatch(text.strip()):
        return text.strip(), text.strip()
    if kind in ("float", "percentage", "currency"):
        raw = item.get(OFFICE + "value") or ""
        value = number(raw)
        return (value if value is not None else raw or None), None
    if kind == "boolean":
        return item.get(OFFICE + "boolean-value") == "true", None
    if kind == "date":
        raw = item.get(OFFICE + "date-value") or ""
        try:
            return (dt.datetime.fromisoformat(raw) if "T" in raw else dt.date.fromisoformat(raw)), None
        except ValueError:
            return raw, None
    if kind == "time":
        match = re.fullmatch(r"PT(\d+)H(\d+)M(\d+)(?:[.,]\d+)?S", item.get(OFFICE + "time-value") or "")
        if match and int(match.group(1)) < 24:
            return dt.time(int(match.group(1)), int(match.group(2)) % 60, int(match.group(3)) % 60), None
    return (item.get(OFFICE + "string-value") or text or None), None


def formula_text(stored: str) -> str | None:
    """`of:=SUM([.A1:.A3];2)` as `=SUM(A1:A3,2)`, references of other sheets as `Sheet!A1`."""
    if not stored:
        return None
    text = stored.split(":=", 1)[-1] if ":=" in stored[:12] else stored.lstrip("=")

    def reference(match: re.Match[str]) -> str:
        return excel_range(match.group(1))

    outside = re.split(r'("(?:[^"]|"")*")', text)
    shown = [
        part if at % 2 else _REFERENCE.sub(reference, part).replace(";", ",")
        for at, part in enumerate(outside)
    ]
    return "=" + "".join(shown)


def chart_of(chart: Element, place: Locator, root: Element | None = None) -> Chart:
    """A chart object, as the Excel reader would describe it; `root` is the part that holds it, with its styles.

    Series are named by the range of their label; the caller, who knows the cells, puts the text there.
    """

    def title(item: Element | None) -> str:
        mark = item.find(CHART + "title") if item is not None else None
        return "\n".join(plain_text(line) for line in mark.iter(TEXT + "p")) if mark is not None else ""

    axes: dict[str | None, Element] = {}
    seconds: list[Element] = []
    for item in chart.iter(CHART + "axis"):
        if item.get(CHART + "name") == "secondary-y":
            seconds.append(item)
        else:
            axes.setdefault(item.get(CHART + "dimension"), item)
    series = list(chart.iter(CHART + "series"))
    doubled = len({item.get(CHART + "attached-axis") or "primary-y" for item in series}) > 1
    categories = [item.get(TABLE + "cell-range-address") or "" for item in chart.iter(CHART + "categories")]
    return Chart(
        place,
        _chart_kind(chart, series, root),
        title(chart),
        title(axes.get("x")),
        title(axes.get("y")),
        tuple(excel_range(item.get(CHART + "values-cell-range-address") or "") for item in series),
        chart.find(CHART + "legend") is not None,
        tuple(excel_range(item) for item in categories if item),
        tuple(excel_range(item.get(CHART + "label-cell-address") or "") for item in series),
        _axis_start(chart, axes.get("y")),
        2 if doubled else 1,
        title(seconds[0]) if doubled and seconds else "",
    )


def _chart_kind(chart: Element, series: list[Element], root: Element | None) -> str:
    """`barChart:bar` when the bars lie down; a chart of columns and lines is `barChart:col+lineChart`."""
    plot = chart.find(CHART + "plot-area")
    style = (plot.get(CHART + "style-name") or "") if plot is not None else ""
    lying = any(
        mark.get(CHART + "vertical") == "true"
        for item in (root.iter(STYLE + "style") if root is not None else ())
        if item.get(STYLE + "name") == style
        for mark in item.iterfind(STYLE + "chart-properties")
    )
    names = {"bar": f"barChart:{'bar' if lying else 'col'}", "circle": "pieChart", "ring": "doughnutChart"}
    words = [chart.get(CHART + "class") or "", *(item.get(CHART + "class") or "" for item in series)]
    kinds = [word.rpartition(":")[2] for word in words if word]
    return "+".join(dict.fromkeys(names.get(kind, f"{kind}Chart") for kind in kinds))


def _axis_start(chart: Element, axis: Element | None) -> str:
    """Where the value axis was made to start, in the style of the axis."""
    name = axis.get(CHART + "style-name") if axis is not None else None
    for style in chart.getroottree().getroot().iter(STYLE + "style") if name else ():
        if style.get(STYLE + "name") == name:
            return next((item.get(CHART + "minimum") or "" for item in style), "")
    return ""
