# ruff: noqa: E501 -- markup stays on one line
"""Text too pale or too small, lists without their shape: told in Word, LibreOffice, a web page and slides."""

from __future__ import annotations

from typing import Any

import pytest

from ascom_coach.documents import Document, parse_bytes
from tests.documents.builders import docx, odf, pack
from tests.documents.test_pptx import NS, RELS, link
from tests.review.looking import laid, look

SENTENCE = "Le matin, les greffeurs vous montrent les gestes, et chacun les répète sur un rameau choisi."
OTHER = (
    "L’après-midi, chacun greffe son arbre avec leurs conseils, puis il l’emporte chez lui pour le planter."
)


def _shown(layout: str, *, color: str = "", points: int = 0) -> Document:
    """A sentence in this colour or size, beside an ordinary one."""
    if layout == "docx":

        def build(document: Any) -> None:
            from docx.shared import Pt, RGBColor

            run = document.add_paragraph().add_run(SENTENCE)
            if color:
                run.font.color.rgb = RGBColor.from_string(color)
            if points:
                run.font.size = Pt(points)
            document.add_paragraph(OTHER)

        return parse_bytes(docx(build), "a.docx")
    if layout == "odt":
        look_ = (f' fo:color="#{color}"' if color else "") + (f' fo:font-size="{points}pt"' if points else "")
        style = f'<style:style style:name="P1" style:family="paragraph"><style:text-properties{look_}/></style:style>'
        body = f'<text:p text:style-name="P1">{SENTENCE}</text:p><text:p>{OTHER}</text:p>'
        return parse_bytes(odf("text", body, style), "a.odt")
    if layout == "html":
        css = (f"color:#{color};" if color else "") + (f"font-size:{points}pt" if points else "")
        page = f'<html><body><p style="{css}">{SENTENCE}</p><p>{OTHER}</p></body></html>'
        return parse_bytes(page.encode(), "a.html")
    return _slide(color, points)


def _slide(color: str, points: int) -> Document:
    fill = f'<a:solidFill><a:srgbClr val="{color}"/></a:solidFill>' if color else ""
    size = f' sz="{points * 100}"' if points else ""
    shapes = "".join(
        f'<p:sp><p:nvSpPr><p:cNvPr id="1" name="Zone"/><p:nvPr/></p:nvSpPr><p:txBody><a:p><a:r>{rpr}<a:t>{text}</a:t></a:r></a:p></p:txBody></p:sp>'
        for text, rpr in ((SENTENCE, f"<a:rPr{size}>{fill}</a:rPr>"), (OTHER, ""))
    )
    kind = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
    parts: dict[str, bytes | str] = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Override PartName="/ppt/presentation.xml" ContentType="{kind}"/></Types>',
        "_rels/.rels": RELS.format(link("r1", "officeDocument", "ppt/presentation.xml")),
        "ppt/presentation.xml": f'<p:presentation {NS}><p:sldIdLst><p:sldId id="1" r:id="s1"/></p:sldIdLst></p:presentation>',
        "ppt/_rels/presentation.xml.rels": RELS.format(link("s1", "slide", "slides/slide1.xml")),
        "ppt/slides/slide1.xml": f"<p:sld {NS}><p:cSld><p:spTree>{shapes}</p:spTree></p:cSld></p:sld>",
    }
    return parse_bytes(pack(parts), "a.pptx")


LAYOUTS = ("docx", "odt", "html", "pptx")


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(("color", "points"), [("E8E8D8", 0), ("", 5)])
def test_pale_and_tiny_text(layout: str, color: str, points: int) -> None:
    [hit] = look("lisible", "page_web", _shown(layout, color=color, points=points))
    assert SENTENCE.startswith(hit.place[1][:40])


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(("color", "points"), [("1F4E5F", 0), ("", 9), ("595959", 0)])
def test_text_that_can_be_read(layout: str, color: str, points: int) -> None:
    assert look("lisible", "page_web", _shown(layout, color=color, points=points)) == []


RUN_ON = "Lieu : le verger. Tarif : 32 €. Repas : chacun apporte le sien."
ITEMS = ["un sécateur propre ;", "des gants épais ;", "de l’eau pour la journée ;"]


@pytest.mark.parametrize("layout", ["docx", "odt", "html"])
def test_lists_without_their_shape(layout: str) -> None:
    [hit] = look("liste_aplatie", "page_web", laid([SENTENCE, RUN_ON], layout))
    assert hit.place[1] == RUN_ON
    [hit] = look("liste_aplatie", "page_web", laid([SENTENCE, *ITEMS, OTHER], layout))
    assert hit.place[1] == ITEMS[0]


@pytest.mark.parametrize("layout", ["docx", "odt", "html"])
def test_lines_that_are_no_list(layout: str) -> None:
    lines = [
        SENTENCE,
        "Tél. : 01 99 00 24 18. Courriel : bureau@thermelia.example. Siret : 000 000 000 00000.",
        "Attention : apportez vos gants. Le repas : chacun le sien.",
        *ITEMS[:2],
        OTHER,
    ]
    assert look("liste_aplatie", "page_web", laid(lines, layout)) == []


def test_a_real_list_is_left_alone() -> None:
    page = (
        f"<html><body><p>{SENTENCE}</p><ul>{''.join(f'<li>{one}</li>' for one in ITEMS)}</ul></body></html>"
    )
    assert look("liste_aplatie", "page_web", parse_bytes(page.encode(), "a.html")) == []
