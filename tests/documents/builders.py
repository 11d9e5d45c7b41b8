"""Small real files built on the fly, and surgery on their packages."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from typing import Any

W_NS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
)
R_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def pack(parts: Mapping[str, bytes | str]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return buffer.getvalue()


def docx(build: Callable[[Any], None] | None = None) -> bytes:
    """A document made with python-docx."""
    import docx as library

    document = library.Document()
    if build is not None:
        build(document)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def docx_body(inner: str, **others: str) -> bytes:
    """A document whose body is the given WordprocessingML; `others` are more parts: `word_footnotes=…`."""
    parts: dict[str, bytes | str] = dict(parts_of(docx()))
    parts["word/document.xml"] = f"<w:document {W_NS}><w:body>{inner}<w:sectPr/></w:body></w:document>"
    relations = parts["word/_rels/document.xml.rels"].decode()  # type: ignore[union-attr]
    for name, content in others.items():
        kind = name.rstrip("0123456789")
        parts[f"word/{name}.xml"] = content
        link = f'<Relationship Id="rX{name}" Type="{R_TYPE}{kind}" Target="{name}.xml"/>'
        relations = relations.replace("</Relationships>", link + "</Relationships>")
    parts["word/_rels/document.xml.rels"] = relations
    return pack(parts)


def run(text: str, rpr: str = "") -> str:
    props = f"<w:rPr>{rpr}</w:rPr>" if rpr else ""
    return f'<w:r>{props}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs: str, ppr: str = "") -> str:
    props = f"<w:pPr>{ppr}</w:pPr>" if ppr else ""
    return f"<w:p>{props}{''.join(runs)}</w:p>"


def xlsx(build: Callable[[Any], None] | None = None) -> bytes:
    """A workbook made with openpyxl: it has formulas but no stored results."""
    import openpyxl

    book = openpyxl.Workbook()
    if build is not None:
        build(book)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def xlsx_sheet(rows: str, around: str = "", styles: str | None = None) -> bytes:
    """A workbook with one sheet called Feuille, whose rows are the given SpreadsheetML."""

    def build(book: Any) -> None:
        book.active.title = "Feuille"

    parts: dict[str, bytes | str] = dict(parts_of(xlsx(build)))
    name = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    parts["xl/worksheets/sheet1.xml"] = (
        f'<worksheet xmlns="{name}"><dimension ref="A1"/><sheetData>{rows}</sheetData>{around}</worksheet>'
    )
    if styles is not None:
        parts["xl/styles.xml"] = f'<styleSheet xmlns="{name}">{styles}</styleSheet>'
    return pack(parts)


_ODF_NS = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"), ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"), ("svg", "svg-compatible"), ("number", "datastyle"),
        ("presentation", "presentation"), ("chart", "chart"),
    )
)  # fmt: skip


def odf(kind: str, inner: str, styles: str = "") -> bytes:
    """An OpenDocument file (`text`, `spreadsheet` or `presentation`) with the given body."""
    content = (
        f'<office:document-content {_ODF_NS} xmlns:dc="http://purl.org/dc/elements/1.1/" '
        f'xmlns:xlink="http://www.w3.org/1999/xlink"><office:automatic-styles>{styles}</office:automatic-styles>'
        f"<office:body><office:{kind}>{inner}</office:{kind}></office:body></office:document-content>"
    )
    return pack({"mimetype": f"application/vnd.oasis.opendocument.{kind}", "content.xml": content})
