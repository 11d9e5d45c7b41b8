"""Charts of a package, as the file describes them: type, titles, ranges."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from ascom_coach.documents.model import Chart, Locator
from ascom_coach.documents.ooxml.shared import A, C, local

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from ascom_coach.documents.guard.package import Package, Relation


def read_chart(root: Element, place: Locator) -> Chart | None:
    """The chart of a chart part, or None when the part holds none."""
    chart = root.find(C + "chart")
    if chart is None:
        return _extended_chart(root, place)
    plot = chart.find(C + "plotArea")
    if plot is None:
        return None
    kinds: list[str] = []
    series: list[Element] = []
    for item in plot:
        if local(item).endswith("Chart"):
            direction = item.find(C + "barDir")
            kinds.append(local(item) + (f":{direction.get('val') or 'col'}" if direction is not None else ""))
            series.extend(item.iterfind(C + "ser"))
    names = tuple(_cached(item.find(C + "tx")) for item in series)
    title_mark = chart.find(C + "title")
    title = _title(title_mark)
    if title_mark is not None and not title and len(names) == 1:
        title = names[0]
    x_title, y_title = _axis_titles(plot)
    scales = _scales(plot)
    if len(scales) > 1:
        y_title = _title(scales[0].find(C + "title"))
    return Chart(
        locator=place,
        kind="+".join(dict.fromkeys(kinds)),
        title=title,
        x_title=x_title,
        y_title=y_title,
        ranges=tuple(range_ for item in series if (range_ := _range(item, "val", "yVal"))),
        legend=chart.find(C + "legend") is not None,
        categories=tuple(dict.fromkeys(range_ for item in series if (range_ := _range(item, "cat", "xVal")))),
        series=names,
        y_min=_axis_start(plot),
        axes=max(1, len(scales)),
        y2_title=_title(scales[1].find(C + "title")) if len(scales) > 1 else "",
    )


def _scales(plot: Element, kind: str = "Chart") -> list[Element]:
    """The value axes that series are drawn on, each once, in the order of the groups of that kind."""
    axes = {
        mark.get("val") or "": item
        for item in plot
        if local(item) == "valAx" and (mark := item.find(C + "axId")) is not None
    }
    found: dict[str, Element] = {}
    for group in plot:
        mine = (
            [mark.get("val") or "" for mark in group.iterfind(C + "axId")]
            if local(group).endswith(kind)
            else []
        )
        upright = [one for one in mine if one in axes]
        if upright:
            found.setdefault(upright[-1], axes[upright[-1]])  # the second one of a scatter chart
    return list(found.values())


def _axis_start(plot: Element) -> str:
    """Where the value axis was made to start: that of the bars when there are some."""
    axes = _scales(plot, "barChart") or [item for item in plot if local(item) == "valAx"]
    starts = [item.find(f"{C}scaling/{C}min") for item in axes]
    return next((item.get("val") or "" for item in reversed(starts) if item is not None), "")


def related_charts(
    package: Package, relations: Mapping[str, Relation], idents: Iterable[str], place: Locator
) -> Iterator[Chart]:
    """The charts that relationships lead to, at the place of the drawing that shows them."""
    for ident in idents:
        relation = relations.get(ident)
        inside = relation is not None and not relation.external and relation.type in ("chart", "chartEx")
        root = package.optional_xml(relation.target) if relation is not None and inside else None
        chart = read_chart(root, replace(place, kind="chart")) if root is not None else None
        if chart is not None:
            yield chart


def _axis_titles(plot: Element) -> tuple[str, str]:
    values = [item for item in plot if local(item) == "valAx"]
    others = [item for item in plot if local(item) in ("catAx", "dateAx", "serAx")]
    if not others and len(values) >= 2:  # a scatter chart has two value axes
        others, values = values[:1], values[1:]
    across = next((title for item in others if (title := _title(item.find(C + "title")))), "")
    upright = next((title for item in values if (title := _title(item.find(C + "title")))), "")
    return across, upright


def _title(item: Element | None) -> str:
    if item is None:
        return ""
    rich = item.find(f"{C}tx/{C}rich")
    if rich is not None:
        lines = ["".join(text.text or "" for text in part.iter(A + "t")) for part in rich.iterfind(A + "p")]
        return "\n".join(line for line in lines if line).strip()
    return _cached(item.find(C + "tx"))


def _cached(item: Element | None) -> str:
    if item is None:
        return ""
    values = [value.text or "" for value in item.iter(C + "v")]
    return " ".join(values).strip() or "".join(formula.text or "" for formula in item.iter(C + "f"))


def _range(series: Element, *names: str) -> str:
    for name in names:
        part = series.find(C + name)
        formula = next(part.iter(C + "f"), None) if part is not None else None
        if formula is not None and formula.text:
            return formula.text
    return ""


def _extended_chart(root: Element, place: Locator) -> Chart | None:
    kinds = [item.get("layoutId") or "" for item in root.iter() if local(item) == "series"]
    if not kinds:
        return None
    ranges = tuple(item.text for item in root.iter() if local(item) == "f" and item.text)
    title = " ".join(
        text.text or "" for item in root.iter() if local(item) == "title" for text in item.iter(A + "t")
    ).strip()
    legend = any(local(item) == "legend" for item in root.iter())
    return Chart(place, "+".join(dict.fromkeys(kinds)), title=title, ranges=ranges, legend=legend)
