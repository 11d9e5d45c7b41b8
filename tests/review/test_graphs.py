# ruff: noqa: E501  (markup reads better on one line)
"""Charts of which nobody gave the rules: title, unit, axes; the same from a workbook, a moved table, ods and pptx."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import Any

import pytest

from ascom_coach.documents import Document, parse_bytes
from ascom_coach.review import Finding
from tests.documents.builders import _ODF_NS, R_TYPE, odf, pack, parts_of
from tests.documents.posters import P_NS, RELS
from tests.review import material

LAYOUTS = ("xlsx", "moved", "ods", "pptx")


@dataclass
class Graph:
    """Bars of amounts by month, with a second series as bars or a line when `second` is told."""

    title: str = "Chiffre d’affaires mensuel, en euros"
    heading: str = "Chiffre d’affaires"
    start: str = ""
    second: str = ""
    titles: tuple[str, str] = ("", "")
    format: str = "General"

    def document(self, layout: str) -> Document:
        """The chart, read."""
        if layout == "ods":
            return parse_bytes(self._ods(), "ventes.ods")
        data = self._book(4 if layout == "moved" else 1)
        if layout != "pptx":
            return parse_bytes(data, "ventes.xlsx")
        return parse_bytes(deck(parts_of(data)["xl/charts/chart1.xml"]), "ventes.pptx")

    def _book(self, top: int) -> bytes:
        import openpyxl
        from openpyxl.chart import BarChart, LineChart, Reference

        book = openpyxl.Workbook()
        page: Any = book.active
        page.title = "Bilan" if top > 1 else "Ventes"
        if top > 1:
            page["A1"] = "Librairie Pasquet"
        for offset, row in enumerate(
            (
                ("Mois", self.heading, "Visites"),
                ("Janvier", 12400, 310),
                ("Février", 11850, 342),
                ("Mars", 13200, 398),
            )
        ):
            for column, value in enumerate(row, 1):
                page.cell(top + offset, column, value).number_format = self.format
        chart: Any = BarChart()
        self._dress(chart, self.titles[0])
        if self.start:
            chart.y_axis.scaling.min = float(self.start)
        chart.add_data(Reference(page, min_col=2, min_row=top, max_row=top + 3), titles_from_data=True)
        chart.set_categories(Reference(page, min_col=1, min_row=top + 1, max_row=top + 3))
        if self.second:
            other: Any = BarChart() if self.second == "bar" else LineChart()
            other.add_data(Reference(page, min_col=3, min_row=top, max_row=top + 3), titles_from_data=True)
            other.y_axis.axId = 200
            other.y_axis.crosses = "max"
            if self.titles[1]:
                other.y_axis.title = self.titles[1]
            chart += other
        page.add_chart(chart, "F3")
        out = io.BytesIO()
        book.save(out)
        return out.getvalue()

    def _dress(self, chart: Any, upright: str) -> None:
        if self.title:
            chart.title = self.title
        if upright:
            chart.y_axis.title = upright

    def _ods(self) -> bytes:
        def titled(text: str) -> str:
            return f"<chart:title><text:p>{text}</text:p></chart:title>" if text else ""

        style = (
            f'<style:style style:name="axe" style:family="chart"><style:chart-properties chart:minimum="{self.start}"/></style:style>'
            if self.start
            else ""
        )
        series = '<chart:series chart:values-cell-range-address="Ventes.B2:Ventes.B4" chart:label-cell-address="Ventes.B1" chart:class="chart:bar" chart:attached-axis="primary-y"/>'
        axes = f'<chart:axis chart:dimension="x" chart:name="primary-x"><chart:categories table:cell-range-address="Ventes.A2:Ventes.A4"/></chart:axis><chart:axis chart:dimension="y" chart:name="primary-y" chart:style-name="axe">{titled(self.titles[0])}</chart:axis>'
        if self.second:
            kind = "bar" if self.second == "bar" else "line"
            series += f'<chart:series chart:values-cell-range-address="Ventes.C2:Ventes.C4" chart:label-cell-address="Ventes.C1" chart:class="chart:{kind}" chart:attached-axis="secondary-y"/>'
            axes += f'<chart:axis chart:dimension="y" chart:name="secondary-y">{titled(self.titles[1])}</chart:axis>'
        chart = f'<office:document-content {_ODF_NS}><office:automatic-styles>{style}</office:automatic-styles><office:body><office:chart><chart:chart chart:class="chart:bar">{titled(self.title)}<chart:plot-area>{axes}{series}</chart:plot-area></chart:chart></office:chart></office:body></office:document-content>'
        rows = "".join(
            "<table:table-row>" + "".join(
                f'<table:table-cell office:value-type="float" office:value="{value}"><text:p>{value}</text:p></table:table-cell>' if isinstance(value, int)
                else f'<table:table-cell office:value-type="string"><text:p>{value}</text:p></table:table-cell>' for value in row
            ) + "</table:table-row>"
            for row in (("Mois", self.heading, "Visites"), ("Janvier", 12400, 310), ("Février", 11850, 342), ("Mars", 13200, 398))
        )  # fmt: skip
        frame = '<draw:frame><draw:object xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="./Object 1"/></draw:frame>'
        inner = f'<table:table table:name="Ventes"><table:shapes>{frame}</table:shapes>{rows}</table:table>'
        return pack({**parts_of(odf("spreadsheet", inner)), "Object 1/content.xml": chart})


def deck(chart: bytes) -> bytes:
    """A presentation that shows this chart."""
    link = '<Relationship Id="{}" Type="' + R_TYPE + '{}" Target="{}"/>'
    frame = '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="2" name="G" descr="Les ventes"/></p:nvGraphicFramePr><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="c1"/></a:graphicData></a:graphic></p:graphicFrame>'
    return pack({
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/ppt/presentation.xml" ContentType="application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"/></Types>',
        "_rels/.rels": RELS.format(link.format("r1", "officeDocument", "ppt/presentation.xml")),
        "ppt/presentation.xml": f'<p:presentation {P_NS}><p:sldIdLst><p:sldId id="1" r:id="s1"/></p:sldIdLst></p:presentation>',
        "ppt/_rels/presentation.xml.rels": RELS.format(link.format("s1", "slide", "slides/slide1.xml")),
        "ppt/slides/slide1.xml": f"<p:sld {P_NS}><p:cSld><p:spTree>{frame}</p:spTree></p:cSld></p:sld>",
        "ppt/slides/_rels/slide1.xml.rels": RELS.format(link.format("c1", "chart", "../charts/chart1.xml")),
        "ppt/charts/chart1.xml": chart,
    })  # fmt: skip


def told(graph: Graph, layout: str) -> list[Finding]:
    """Remarks on the chart of a draft."""
    result = material.draft_review(graph.document(layout), production="P2.3")
    wrong = [one for one in result.findings if one.status in ("defaut", "a_verifier")]
    return [one for one in wrong if one.check == "brouillon:graphique"]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(
    ("graph", "words"),
    [
        (Graph(title="", heading="Visites"), "pas de titre"),
        (Graph(start="10000"), "commence à 10000"),
        (Graph(second="bar"), "sur deux échelles"),
        (Graph(second="line"), "laquelle se lit à gauche"),
        (Graph(second="line", titles=("Euros", "")), "laquelle se lit à gauche"),
        (Graph(title="Chiffre d’affaires mensuel"), "son unité"),
        (Graph(title="Le bilan", titles=("Montant", ""), heading="Montant"), "son unité"),
    ],
)
def test_what_misleads_or_lacks_is_to_be_checked(graph: Graph, words: str, layout: str) -> None:
    found = told(graph, layout)
    assert [one.status for one in found] == ["a_verifier"], [one.message for one in found]
    assert words in found[0].message
    assert found[0].criterion == "K2.3"
    assert found[0].locator is not None
    assert found[0].locator.kind == "chart"


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(
    "graph",
    [
        Graph(),
        Graph(start="0"),
        Graph(title="Visites par mois", heading="Visites"),
        Graph(title="Chiffre d’affaires", titles=("En euros", "")),
        Graph(title="Chiffre d’affaires", heading="CA (€)"),
        Graph(second="line", titles=("Euros", "Visites")),
    ],
)
def test_a_chart_that_says_what_it_shows_brings_no_remark(graph: Graph, layout: str) -> None:
    if layout == "pptx" and graph.heading == "CA (€)":
        graph = Graph(title="Chiffre d’affaires en k€")  # a slide has no cell to read the heading in
    assert told(graph, layout) == []


def test_the_format_of_the_cells_gives_the_unit() -> None:
    graph = Graph(title="Chiffre d’affaires mensuel", format='# ##0 "€"')
    assert told(graph, "xlsx") == []


def test_with_a_contract_two_scales_for_the_same_thing_are_a_defect() -> None:
    control = {
        "id": "g",
        "type": "graphique",
        "critere": "K1.5",
        "titres_axes": "non",
        "colonnes": ["Chiffre d’affaires"],
    }
    production = material.workbook(control, entete=["Mois", "Chiffre d’affaires", "Visites"], cle="Mois")
    for second, status in (("bar", "defaut"), ("line", "conforme"), ("", "conforme")):
        for layout in ("xlsx", "moved", "ods"):
            result = material.review(material.scenario(production), Graph(second=second).document(layout))
            assert material.only(result).status == status, (second, layout)
