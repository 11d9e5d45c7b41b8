# ruff: noqa: E501  (markup reads better on one line)
"""Files that try to hurt, each built in memory: `KINDS` maps a name to (file name, content)."""

from __future__ import annotations

import io
import struct
import warnings
import zipfile
from collections.abc import Callable

from .builders import W_NS, docx, docx_body, odf, pack, paragraph, parts_of, run, xlsx, xlsx_sheet
from .hostile_messages import KINDS as MESSAGES
from .pdf_builder import pdf

_MAIL = b"From: a@b.example\nTo: c@d.example\nSubject: s\n"
Built = tuple[str, bytes]
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENTITIES = '<!DOCTYPE z [<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {chr(98 + at)} "{f"&{chr(97 + at)};" * 10}">' for at in range(9)
)
_EXTERNAL = '<!DOCTYPE z [<!ENTITY x SYSTEM "file:///etc/hostname">]>'


def _with_document(xml: str | bytes) -> bytes:
    parts: dict[str, bytes | str] = dict(parts_of(docx()))
    parts["word/document.xml"] = xml
    return pack(parts)


def _document(inner: str, prolog: str = "") -> str:
    return f'<?xml version="1.0"?>{prolog}<w:document {W_NS}><w:body>{inner}</w:body></w:document>'


def _with_extra(name: str, content: bytes) -> bytes:
    parts: dict[str, bytes | str] = dict(parts_of(docx()))
    parts[name] = content
    return pack(parts)


def _duplicate() -> bytes:
    buffer = io.BytesIO(docx())
    with warnings.catch_warnings(), zipfile.ZipFile(buffer, "a") as package:
        warnings.simplefilter("ignore")
        package.writestr("word/document.xml", _document(paragraph(run("autre"))))
    return buffer.getvalue()


def _forged_size() -> bytes:
    data = bytearray(docx())
    at = data.rfind(b"PK\x01\x02", 0, data.rfind(b"word/document.xml"))
    struct.pack_into("<I", data, at + 24, 10)
    return bytes(data)


def _encrypted_flag() -> bytes:
    data = bytearray(docx())
    at = 0
    while (at := data.find(b"PK\x01\x02", at)) >= 0:
        data[at + 8] |= 1
        at += 4
    return bytes(data)


def _many_parts() -> bytes:
    parts: dict[str, bytes | str] = dict(parts_of(docx()))
    parts |= {f"word/media/image{at}.png": b"" for at in range(4000)}
    return pack(parts)


def _broken_crc() -> bytes:
    parts = parts_of(docx())
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return buffer.getvalue().replace(b"<w:body>", b"<w:bodi>")


def _method(method: int) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as package:
        for name, content in parts_of(docx()).items():
            package.writestr(name, content)
    return buffer.getvalue()


def _rel_loop() -> bytes:
    parts: dict[str, bytes | str] = dict(parts_of(docx()))
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(b"word/document.xml", b"../../../etc/passwd")  # type: ignore[arg-type]
    return pack(parts)


def _style_loop() -> bytes:
    parts: dict[str, bytes | str] = dict(
        parts_of(docx_body(paragraph(run("bonjour"), ppr='<w:pStyle w:val="A"/>')))
    )
    parts["word/styles.xml"] = (
        f'<w:styles {W_NS}><w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style></w:styles>'
    )
    return pack(parts)


def _ods_repeats(filled: str) -> bytes:
    row = f'<table:table-row table:number-rows-repeated="1048000"><table:table-cell {filled} table:number-columns-repeated="1000"/></table:table-row>'
    return odf("spreadsheet", f'<table:table table:name="F">{row}</table:table>')


KINDS: dict[str, Callable[[], Built]] = {
    "empty": lambda: ("a.docx", b""),
    "spaces": lambda: ("a.txt", b" \r\n\t "),
    "truncated docx": lambda: ("a.docx", docx()[:-400]),
    "truncated early": lambda: ("a.docx", docx()[:300]),
    "head only": lambda: ("a.xlsx", b"PK\x03\x04"),
    "empty zip": lambda: ("a.docx", pack({})),
    "plain zip": lambda: ("a.zip", pack({"lettre.txt": "bonjour"})),
    "password": lambda: ("a.docx", OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(600)),
    "old doc": lambda: ("a.docx", OLE + bytes(600) + "WordDocument".encode("utf-16-le") + bytes(600)),
    "old xls": lambda: ("a.xls", OLE + bytes(600) + "Workbook".encode("utf-16-le") + bytes(600)),
    "old ppt": lambda: ("a.ppt", OLE + bytes(600) + "PowerPoint Document".encode("utf-16-le") + bytes(600)),
    "outlook": lambda: ("a.msg", OLE + bytes(600) + "__substg1.0_0037".encode("utf-16-le") + bytes(600)),
    "unknown ole": lambda: ("a.docx", OLE + bytes(1200)),
    "pdf": lambda: ("a.docx", b"%PDF-1.7\n1 0 obj"),
    "rtf": lambda: ("a.doc", b"{\\rtf1 bonjour}"),
    "deep rtf": lambda: ("a.rtf", b"{\\rtf1 " + b"{" * 200_000),
    "pdf bomb": lambda: ("a.pdf", pdf((), content=b" " * 400_000_000)),
    "pdf page loop": lambda: ("a.pdf", pdf(("x",)).replace(b"/Kids [4 0 R]", b"/Kids [2 0 R]")),
    "pdf many pages": lambda: ("a.pdf", pdf(*[("x",)] * 2_000)),
    "pdf endless text": lambda: ("a.pdf", pdf((), content=b"BT /F1 12 Tf " + b"(mot) Tj " * 2_000_000 + b"ET")),
    "png": lambda: ("a.docx", b"\x89PNG\r\n\x1a\n" + bytes(99)),
    "gzip": lambda: ("a.docx", b"\x1f\x8b\x08" + bytes(99)),
    "exe": lambda: ("a.txt", b"MZ\x90\x00\x03" + bytes(range(256)) * 4),
    "raw xml": lambda: ("a.docx", b'<?xml version="1.0"?><w:wordDocument/>'),
    "text bomb": lambda: ("a.docx", _with_document(_document(paragraph(run("a" * 30_000_000))))),
    "eight million tags": lambda: ("a.docx", _with_document(_document("<w:p/>" * 4_000_000))),
    "many tags": lambda: ("a.docx", _with_document(_document(_varied("<w:p><w:r><w:t>{}</w:t></w:r></w:p>", 120_000)))),
    "media bomb": lambda: ("a.docx", _with_extra("word/media/image1.png", bytes(48_000_000))),
    "billion laughs": lambda: ("a.docx", _with_document(_document(paragraph(run("&i;")), _ENTITIES + "]>"))),
    "billion laughs xlsx": lambda: ("a.xlsx", _xlsx_doctype()),
    "external entity": lambda: ("a.docx", _with_document(_document(paragraph(run("&x;")), _EXTERNAL))),
    "utf-16 doctype": lambda: ("a.docx", _with_document(_document(paragraph(run("&x;")), _EXTERNAL).replace('"1.0"?', '"1.0" encoding="utf-16"?', 1).encode("utf-16"))),
    "odf doctype": lambda: ("a.odt", pack({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": f"{_EXTERNAL}<z/>"})),
    "duplicate part": lambda: ("a.docx", _duplicate()),
    "climbing name": lambda: ("a.docx", _with_extra("../../evil.txt", b"x")),
    "absolute name": lambda: ("a.docx", _with_extra("/tmp/evil.txt", b"x")),
    "drive name": lambda: ("a.docx", _with_extra("C:\\evil.txt", b"x")),
    "forged size": lambda: ("a.docx", _forged_size()),
    "zip password": lambda: ("a.docx", _encrypted_flag()),
    "too many parts": lambda: ("a.docx", _many_parts()),
    "broken checksum": lambda: ("a.docx", _broken_crc()),
    "odd compression": lambda: ("a.docx", _method(zipfile.ZIP_BZIP2)),
    "main part outside": lambda: ("a.docx", _rel_loop()),
    "deep nesting": lambda: ("a.docx", _with_document(_document("<w:sdt><w:sdtContent>" * 3000 + "</w:sdtContent></w:sdt>" * 3000))),
    "broken xml": lambda: ("a.docx", _with_document(_document("<w:p>"))),
    "not xml": lambda: ("a.docx", _with_document(b"\x00\x01bonjour")),
    "style loop": lambda: ("a.docx", _style_loop()),
    "unclosed field": lambda: ("a.docx", docx_body(paragraph('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * 500, run("suite")))),
    "no content types": lambda: ("a.xlsx", pack({"xl/workbook.xml": "<workbook/>"})),
    "wild cell": lambda: ("a.xlsx", xlsx_sheet('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')),
    "cell off the sheet": lambda: ("a.xlsx", xlsx_sheet('<row r="99999999"><c r="ZZZ1"><v>1</v></c></row>')),
    "huge number": lambda: ("a.xlsx", xlsx_sheet('<row><c><v>1E999999999</v></c><c><v>1E-999999999</v></c></row>')),
    "string out of range": lambda: ("a.xlsx", xlsx_sheet('<row><c t="s"><v>999999</v></c></row>')),
    "many cells": lambda: ("a.xlsx", _many_cells()),
    "hidden columns": lambda: ("a.xlsx", xlsx_sheet('<row><c><v>1</v></c></row>', '<cols><col min="1" max="999999999" hidden="1"/></cols>')),
    "wide ods": lambda: ("a.ods", _ods_repeats("")),
    "wide filled ods": lambda: ("a.ods", _ods_repeats('office:value-type="float" office:value="1"')),
    "ods rules": lambda: ("a.ods", odf("spreadsheet", "<table:content-validations>" + _varied('<table:content-validation table:name="v" table:condition="cell-content-is-in-list(&quot;{}"/>', 20_000) + '</table:content-validations><table:table table:name="F">' + _varied('<table:table-row table:number-rows-repeated="9" table:id="{}"><table:table-cell table:content-validation-name="v" table:number-columns-repeated="9"/></table:table-row>', 20_000) + "</table:table>")),
    "ods data style loop": lambda: ("a.ods", odf("spreadsheet", '<table:table table:name="F"><table:table-row><table:table-cell table:style-name="ce1" office:value-type="float" office:value="1"/></table:table-row></table:table>', '<style:style style:name="ce1" style:family="table-cell" style:data-style-name="N1"/><number:number-style style:name="N1"><number:number number:decimal-places="999999999" number:min-integer-digits="999999999"/><style:map style:apply-style-name="N1"/></number:number-style>')),
    "ods hidden columns": lambda: ("a.ods", odf("spreadsheet", '<table:table table:name="F">' + _varied('<table:table-column table:id="{}" table:visibility="collapse" table:number-columns-repeated="1000"/>', 50_000) + "</table:table>")),
    "ods many drawings": lambda: ("a.ods", odf("spreadsheet", '<table:table table:name="F"><table:shapes>' + _varied('<draw:frame><draw:object xlink:href="./O{}"/></draw:frame>', 50_000) + "</table:shapes></table:table>")),
    "ods password": lambda: ("a.ods", pack({**parts_of(odf("spreadsheet", "")), "META-INF/manifest.xml": '<manifest:manifest xmlns:manifest="x"><manifest:encryption-data/></manifest:manifest>'})),
    "odt wrapped password": lambda: ("a.odt", pack({"mimetype": "application/vnd.oasis.opendocument.text", "encrypted-package": b"x" * 99})),
    "odp cut": lambda: ("a.odp", odf("presentation", "<draw:page/>" * 9)[:-200]),
    "odp many slides": lambda: ("a.odp", odf("presentation", "<draw:page/>" * 3000)),
    "odp deep groups": lambda: ("a.odp", odf("presentation", "<draw:page>" + "<draw:g>" * 5000 + "</draw:g>" * 5000 + "</draw:page>")),
    "odp wide table": lambda: ("a.odp", odf("presentation", "<draw:page><draw:frame><table:table><table:table-row>" + '<table:table-cell table:number-columns-repeated="999999999"><text:p>x</text:p></table:table-cell>' * 2000 + "</table:table-row></table:table></draw:frame></draw:page>")),
    "odp spaces": lambda: ("a.odp", odf("presentation", "<draw:page><draw:frame><draw:text-box><text:p>x" + '<text:s text:c="999999999"/>' * 2000 + "</text:p></draw:text-box></draw:frame></draw:page>")),
    "odp many tags": lambda: ("a.odp", odf("presentation", _varied("<draw:page><text:p>{}</text:p></draw:page>", 200_000))),
    "long text": lambda: ("a.txt", b"x\n" * 3_000_000),
    "one long line": lambda: ("a.txt", b"mot " * 2_000_000),
    "wide csv": lambda: ("a.csv", b"1;2;3;4;5;6;7;8\n" * 60_000),
    "unclosed csv": lambda: ("a.csv", b'"' + b"a;b\n" * 200_000),
    "deep html": lambda: ("a.html", b"<html>" + b"<div>" * 60_000 + b"fin"),
    "tag soup": lambda: ("a.html", b"<html>" + b"<a href='x'>" * 300_000),
    "mail boundary loop": lambda: ("a.eml", b"From: a@b.example\nTo: c@d.example\nSubject: =?utf-8?q?=ff=fe?=\nContent-Type: multipart/mixed; boundary=x\n\n" + b"--x\n" * 20_000),
    "mail odd charset": lambda: ("a.eml", b"From: a@b.example\nTo: c@d.example\nSubject: s\nContent-Type: text/plain; charset=klingon\n\nbonjour \xe9"),
    "unclosed comments": lambda: ("a.html", b"<html>" + b"<!--x" * 400_000),
    "html of angles": lambda: ("a.html", b"<html>" + b"<" * 3_000_000),
    "quoted attributes": lambda: ("a.html", b"<html>" + b'<a x="' * 400_000),
    "comments before html": lambda: ("a.txt", b"<!---->" * 400 + b"x"),
    "brackets": lambda: ("a.md", b"[" * 3_900_000),
    "wide heading": lambda: ("a.md", b"# " + b" " * 3_900_000 + b"x"),
    "endless subject": lambda: ("a.eml", _MAIL + b"X-S: " + b"=?utf-8?q?a?= " * 100_000 + b"\n\nx"),
    "full subject": lambda: ("a.eml", _MAIL + b"X-S: " + b"=?utf-8?q?a?= " * 4_000 + b"\n\nx"),
    "many headers": lambda: ("a.eml", _MAIL + b"".join(b"X-%d: a\n" % at for at in range(50_000)) + b"\nx"),
    "nested parts": lambda: ("a.eml", _MAIL + b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (at, at) for at in range(3000))),
    "many orders": lambda: ("a.txt", b"ignore correcteur note " * 150_000),
    "long shared formula": lambda: ("a.xlsx", xlsx_sheet('<row><c><f t="shared" si="0">' + "A1+" * 3000 + "1</f></c>" + '<c><f t="shared" si="0"/></c>' * 16_000 + "</row>")),
    "half utf-16": lambda: ("a.txt", b"\xff\xfeb\x00o\x00n"),
    "lock file": lambda: ("~$lettre.docx", b"\x05Moi" + bytes(50)),
    "libreoffice lock": lambda: (".~lock.lettre.odt#", b",moi,pc,01.01.2026;"),
}  # fmt: skip
KINDS |= MESSAGES


def _many_cells() -> bytes:
    return xlsx_sheet(_varied("<row><c><v>{0}</v></c><c><v>{0}1</v></c></row>", 110_000))


def _varied(pattern: str, times: int) -> str:
    """The pattern many times with unlike numbers, so that it does not compress like a bomb."""
    return "".join(pattern.format(at * 7919 % 1_000_003 * 104_729) for at in range(times))


def _xlsx_doctype() -> bytes:
    parts: dict[str, bytes | str] = dict(parts_of(xlsx()))
    parts["xl/worksheets/sheet1.xml"] = f"{_ENTITIES}]><worksheet>&i;</worksheet>"
    return pack(parts)
