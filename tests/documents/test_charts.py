# ruff: noqa: E501  (markup reads better on one line)
"""Charts of texts and presentations: what they show and from which cells, as in workbooks."""

from __future__ import annotations

import pytest

from ascom_coach.documents import Chart, parse_bytes

from .builders import R_TYPE, odf, pack, parts_of
from .fidelity_excel import chart_part
from .fidelity_odf import FILES as LIBRE
from .fidelity_word import FILES as WORD
from .test_pptx import NS, RELS, link


def deck() -> bytes:
    frame = '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="2" name="G" descr="Ventes par mois"/></p:nvGraphicFramePr><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="c1"/></a:graphicData></a:graphic></p:graphicFrame>'
    return pack({
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/ppt/presentation.xml" ContentType="application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"/></Types>',
        "_rels/.rels": RELS.format(link("r1", "officeDocument", "ppt/presentation.xml")),
        "ppt/presentation.xml": f'<p:presentation {NS}><p:sldIdLst><p:sldId id="1" r:id="s1"/></p:sldIdLst></p:presentation>',
        "ppt/_rels/presentation.xml.rels": RELS.format(link("s1", "slide", "slides/slide1.xml")),
        "ppt/slides/slide1.xml": f"<p:sld {NS}><p:cSld><p:spTree>{frame}</p:spTree></p:cSld></p:sld>",
        "ppt/slides/_rels/slide1.xml.rels": RELS.format(f'<Relationship Id="c1" Type="{R_TYPE}chart" Target="../charts/chart1.xml"/>'),
        "ppt/charts/chart1.xml": chart_part(),
    })  # fmt: skip


def libre(kind: str) -> bytes:
    chart = parts_of(LIBRE["graphique"]()[1])["Object 1/content.xml"]
    frame = (
        '<draw:frame><draw:object xlink:href="./Object 1"/><svg:desc>Ventes par mois</svg:desc></draw:frame>'
    )
    inner = f"<text:p>Les ventes :{frame}</text:p>" if kind == "text" else f"<draw:page>{frame}</draw:page>"
    parts: dict[str, bytes | str] = dict(parts_of(odf(kind, inner)))
    return pack({**parts, "Object 1/content.xml": chart})


def only(data: bytes) -> Chart:
    document = parse_bytes(data, "copie")
    assert [image.alt for image in document.images] == ["Ventes par mois"]
    (chart,) = document.charts
    return chart


@pytest.mark.parametrize(
    ("data", "ref"), [(WORD["graphique incorporé"]()[1], "p2"), (deck(), "d1")], ids=["docx", "pptx"]
)
def test_word_and_powerpoint(data: bytes, ref: str) -> None:
    chart = only(data)
    assert (chart.locator.kind, chart.locator.ref, chart.kind, chart.title) == (
        "chart",
        ref,
        "barChart:col",
        "Ventes",
    )
    assert (chart.ranges, chart.categories, chart.series) == (
        ("Ventes!$B$2:$B$6",),
        ("Ventes!$A$2:$A$6",),
        ("HT",),
    )


@pytest.mark.parametrize(("kind", "ref"), [("text", "p1"), ("presentation", "d1")])
def test_libreoffice(kind: str, ref: str) -> None:
    chart = only(libre(kind))
    assert (chart.locator.ref, chart.kind, chart.title, chart.ranges) == (
        ref,
        "barChart:col",
        "Ventes",
        ("Ventes!B2:B6",),
    )


def test_a_picture_is_no_chart() -> None:
    assert parse_bytes(WORD["image"]()[1], "a.docx").charts == ()
    assert parse_bytes(LIBRE["image"]()[1], "a.odt").charts == ()
