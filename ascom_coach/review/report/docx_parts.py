"""What python-docx leaves to us: page, styles, language, fields, tables that read well, bytes that never vary."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from typing import Any, TypedDict, Unpack

FONT = "Arial"
MARGIN_CM = 2.0
LINE_CM = 17.0
"""Width of a line on A4 with these margins."""
_INK, _GREY, _SHADE = "1A1A1A", "444444", "ECECEC"
_EPOCH = (2026, 1, 1, 0, 0, 0)


def new_document() -> Any:
    """An empty A4 document with sober styles, in French."""
    import docx
    from docx.shared import Cm

    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    for side in ("left_margin", "right_margin", "top_margin", "bottom_margin"):
        setattr(section, side, Cm(MARGIN_CM))
    section.footer_distance = Cm(1)
    _set_styles(document)
    return document


def _set_styles(document: Any) -> None:
    from docx.shared import Cm

    styles = document.styles
    _language(styles.element)
    _style(styles["Normal"], 10.5, before=2, after=3)
    _style(styles["Title"], 20, bold=True, after=6)
    _style(styles["Subtitle"], 10, color=_GREY)
    _style(styles["Heading 1"], 14, bold=True, before=12, after=4, keep=True)
    _style(styles["Heading 2"], 11.5, bold=True, before=9, after=2, keep=True)
    _style(styles["Caption"], 10, bold=True, before=5, after=3, keep=True)
    _style(styles["List Bullet"], 10.5, after=2)
    _style(styles["List Number"], 10.5, before=6, after=1)
    _style(styles["Footer"], 9, color=_GREY)
    _style(_added(styles, "Mention"), 9.5, color=_GREY, after=4)
    _style(_added(styles, "Constat"), 10.5, before=5, after=1)
    _style(_added(styles, "Constat, suite"), 10.5, after=1, indent=0.6)
    _style(_added(styles, "Intertitre"), 10.5, bold=True, before=6, after=1, keep=True)
    _style(_added(styles, "Preuve"), 10, color=_GREY, after=1, indent=0.6)
    _style(_added(styles, "Avertissement"), 11, bold=True, before=2, after=6)
    _style(_added(styles, "Cellule"), 9.5)
    _style(_added(styles, "Après tableau"), 4)
    _borders(styles["Heading 1"], ("bottom",))
    _borders(styles["Avertissement"], ("top", "left", "bottom", "right"))
    inside = styles["Avertissement"].paragraph_format
    inside.left_indent = inside.right_indent = Cm(0.15)


def _added(styles: Any, name: str) -> Any:
    from docx.enum.style import WD_STYLE_TYPE

    style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = styles["Normal"]
    style.quick_style = True
    return style


class _Look(TypedDict, total=False):
    """Sizes and spaces in points, indent in centimetres."""

    bold: bool
    italic: bool
    color: str
    before: float
    after: float
    keep: bool
    indent: float


def _style(style: Any, size: float, **look: Unpack[_Look]) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Cm, Pt, RGBColor

    style.font.name, style.font.size = FONT, Pt(size)
    style.font.bold, style.font.italic = look.get("bold", False), look.get("italic", False)
    style.font.color.rgb = RGBColor.from_string(look.get("color", _INK))
    fonts = style.element.rPr.rFonts
    for key in list(fonts.attrib):
        if key.endswith("Theme"):
            del fonts.attrib[key]
    for key in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(key), FONT)
    for tag in ("w:spacing", "w:kern"):
        for extra in style.element.rPr.findall(qn(tag)):
            style.element.rPr.remove(extra)
    shape = style.paragraph_format
    shape.space_before, shape.space_after = Pt(look.get("before", 0)), Pt(look.get("after", 0))
    shape.keep_with_next = look.get("keep", False)
    shape.widow_control = True
    if style.name == "Normal":
        shape.line_spacing = 1.1
    if "indent" in look:
        shape.left_indent = Cm(look["indent"])
    borders = style.element.pPr.find(qn("w:pBdr"))
    if borders is not None:
        style.element.pPr.remove(borders)


def _language(styles: Any) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    for holder in styles.iter(qn("w:rPrDefault")):
        run = holder.find(qn("w:rPr"))
        for old in run.findall(qn("w:lang")):
            run.remove(old)
        lang = OxmlElement("w:lang")
        for key in ("w:val", "w:eastAsia"):
            lang.set(qn(key), "fr-FR")
        run.append(lang)


def _borders(style: Any, sides: Sequence[str]) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    borders = OxmlElement("w:pBdr")
    for side in sides:
        line = OxmlElement(f"w:{side}")
        for key, value in (("val", "single"), ("sz", "8"), ("space", "3"), ("color", _INK)):
            line.set(qn(f"w:{key}"), value)
        borders.append(line)
    properties = style.element.get_or_add_pPr()
    properties.insert_element_before(
        borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc",
        "w:outlineLvl",
    )  # fmt: skip


def add_field(paragraph: Any, code: str) -> None:
    """A field such as PAGE, with a value for readers that do not compute it."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    for kind in ("begin", "code", "separate", "value", "end"):
        run = paragraph.add_run("1" if kind == "value" else "")
        if kind == "code":
            text = OxmlElement("w:instrText")
            text.set(qn("xml:space"), "preserve")
            text.text = f" {code} "
            run._r.append(text)
        elif kind != "value":
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._r.append(mark)


def add_footer(document: Any, words: str) -> None:
    """The same words and « page X sur Y » on each page."""
    from docx.enum.text import WD_TAB_ALIGNMENT
    from docx.shared import Cm

    paragraph = document.sections[0].footer.paragraphs[0]
    stops = paragraph.paragraph_format.tab_stops
    for stop in list(document.styles["Footer"].paragraph_format.tab_stops):
        stops.add_tab_stop(stop.position, WD_TAB_ALIGNMENT.CLEAR)
    stops.add_tab_stop(Cm(LINE_CM), WD_TAB_ALIGNMENT.RIGHT)
    paragraph.add_run(f"{words}\tPage\u00a0")
    add_field(paragraph, "PAGE")
    paragraph.add_run(" sur ")
    add_field(paragraph, "NUMPAGES")


def add_table(document: Any, header: Sequence[str], count: int, widths: Sequence[int], caption: str) -> Any:
    """A bordered table of `count` rows under a header that is repeated on each page. `widths` are shares of a line."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Cm

    table = document.add_table(rows=count + 1, cols=len(header), style="Table Grid")
    table.autofit = False
    properties = table._tbl.tblPr
    _padding(properties)
    named = OxmlElement("w:tblCaption")
    named.set(qn("w:val"), caption)
    properties.append(named)
    whole = sum(widths)
    sizes = [Cm(LINE_CM * width / whole) for width in widths]
    for column, size in zip(table.columns, sizes, strict=True):
        column.width = size
    for number, row in enumerate(table.rows):
        settings = row._tr.get_or_add_trPr()
        settings.append(OxmlElement("w:cantSplit"))
        if not number:
            settings.append(OxmlElement("w:tblHeader"))
        for cell, size in zip(row.cells, sizes, strict=True):
            cell.width = size
            cell.paragraphs[0].style = document.styles["Cellule"]
    for cell, words in zip(table.rows[0].cells, header, strict=True):
        run = cell.paragraphs[0].add_run(words)
        run.bold = True
        cell.paragraphs[0].paragraph_format.keep_with_next = True
        _shade(cell)
    return table


def set_least_height(row: Any, size: float) -> None:
    """At least that many centimetres, more when the words need it."""
    from docx.enum.table import WD_ROW_HEIGHT_RULE
    from docx.shared import Cm

    row.height, row.height_rule = Cm(size), WD_ROW_HEIGHT_RULE.AT_LEAST


def _padding(properties: Any) -> None:
    """Flush with the text, and room above and below the words (twentieths of a point)."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    indent, margins = OxmlElement("w:tblInd"), OxmlElement("w:tblCellMar")
    for side, size in (("top", 30), ("left", 85), ("bottom", 30), ("right", 85)):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), str(size))
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    indent.set(qn("w:w"), "85")
    indent.set(qn("w:type"), "dxa")
    layout, look = properties.find(qn("w:tblLayout")), properties.find(qn("w:tblLook"))
    layout.addprevious(indent)
    look.addprevious(margins)


def _shade(cell: Any) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    shade = OxmlElement("w:shd")
    for key, value in (("val", "clear"), ("color", "auto"), ("fill", _SHADE)):
        shade.set(qn(f"w:{key}"), value)
    cell._tc.get_or_add_tcPr().append(shade)


def steady_bytes(document: Any) -> bytes:
    """The file's bytes, with fixed times inside, so that the same review gives the same file."""
    raw, out = io.BytesIO(), io.BytesIO()
    document.save(raw)
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, source.read(name))
    return out.getvalue()
