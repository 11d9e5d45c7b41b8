"""What floats over the cells of a LibreOffice sheet: charts, pictures, text boxes."""

from __future__ import annotations

import posixpath
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from ascom_coach.documents.cell_refs import column_number
from ascom_coach.documents.model import Block, Chart, Image, Locator, Sheet
from ascom_coach.documents.odf.ods_values import chart_of
from ascom_coach.documents.odf.shared import CHART, DRAW, SVG, TABLE, TEXT, XLINK, plain_text

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from ascom_coach.documents.guard.package import Package

MAX_DRAWINGS = 300


class Drawings:
    """Gathers the drawings of one sheet, each at the cell that holds it."""

    def __init__(self, package: Package, path: str, name: str) -> None:
        self.package, self.path, self.name = package, path, name
        self.charts: list[Chart] = []
        self.images: list[Image] = []
        self.boxes: list[Block] = []
        self._seen = 0

    def add(self, holder: Element, ref: str) -> None:
        """The drawings held by a cell (`ref` is its address) or by the sheet (`ref` is empty)."""
        for shape in holder:
            if shape.tag == DRAW + "g":
                self.add(shape, ref)
            elif str(shape.tag).startswith(DRAW) and self._seen < MAX_DRAWINGS:
                self._seen += 1
                self._shape(shape, ref or _end(shape))

    def _shape(self, shape: Element, ref: str) -> None:
        if shape.tag == DRAW + "frame" and shape.find(DRAW + "object") is not None:
            place = Locator(self.path, "chart", f"{self.name}!{ref}")
            chart = object_chart(self.package, shape, place)
            if chart is not None:
                self.charts.append(chart)
                return
        if shape.tag == DRAW + "frame" and shape.find(DRAW + "image") is not None:
            alt = shape.findtext(SVG + "desc") or shape.findtext(SVG + "title") or ""
            self.images.append(Image(Locator(self.path, "image", f"{self.name}!{ref}"), alt.strip()))
            return
        text = "\n".join(plain_text(line) for line in shape.iter(TEXT + "p")).strip()
        if text:
            self.boxes.append(Block(Locator(self.path, "textbox", f"{self.name}!{ref}"), "textbox", text))


def object_chart(package: Package, frame: Element, place: Locator) -> Chart | None:
    """The chart that a frame shows, when it holds one."""
    thing = frame.find(DRAW + "object")
    href = (thing.get(XLINK + "href") or "") if thing is not None else ""
    root = (
        package.optional_xml(posixpath.normpath(href.removeprefix("./")) + "/content.xml") if href else None
    )
    chart = next(root.iter(CHART + "chart"), None) if root is not None else None
    return chart_of(chart, place, root) if chart is not None else None


def named_series(sheets: list[Sheet]) -> list[Sheet]:
    """Charts whose series are named by a cell get the text of that cell."""
    by_name = {sheet.name: sheet for sheet in sheets}

    def text(label: str) -> str:
        name, _, cells = label.rpartition("!")
        sheet = by_name.get(name.strip("'").replace("''", "'"))
        match = re.fullmatch(r"([A-Z]{1,3})(\d{1,7})", cells.split(":")[0].replace("$", ""))
        if sheet is None or match is None:
            return label
        cell = sheet.cells.get((int(match.group(2)), column_number(match.group(1))))
        return cell.text if cell is not None else ""

    def named(chart: Chart) -> Chart:
        return replace(chart, series=tuple(text(label) for label in chart.series))

    return [replace(sheet, charts=tuple(named(chart) for chart in sheet.charts)) for sheet in sheets]


def _end(shape: Element) -> str:
    address = shape.get(TABLE + "end-cell-address") or ""
    return address.rsplit(".", 1)[-1] if "." in address else ""
