"""From bytes to a `Document`: what the file really is, then the reader for that. Pure: touches no disk."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace

from ascom_coach.documents.guard.package import Package
from ascom_coach.documents.guard.sniffing import binary_kind, decode_text, extension, text_kind
from ascom_coach.documents.injection.address import with_warnings
from ascom_coach.documents.model import Document, Locator, Notice
from ascom_coach.documents.refusals import MAX_FILE_MB, refusal

_FAMILIES = {
    "docx": "docx",
    "docm": "docx",
    "dotx": "docx",
    "dotm": "docx",
    "xlsx": "xlsx",
    "xlsm": "xlsx",
    "xltx": "xlsx",
    "xltm": "xlsx",
    "pptx": "pptx",
    "pptm": "pptx",
    "potx": "pptx",
    "ppsx": "pptx",
    "odt": "odt",
    "ods": "ods",
    "odp": "odp",
}
_EXTENSIONS = {
    "txt": {".txt", ".text", ""},
    "md": {".md", ".markdown"},
    "csv": {".csv", ".tsv", ".txt"},
    "eml": {".eml"},
    "html": {".html", ".htm", ".xhtml"},
    "odt": {".odt", ".ott"},
    "ods": {".ods", ".ots"},
    "odp": {".odp", ".otp"},
}


def parse_bytes(data: bytes, name: str) -> Document:
    """Read a file's content in this process; `name` is the path to show and write in locators.

    Raises RefusedInputError, with one French sentence, for everything that cannot or must not be read.
    """
    if not data:
        raise refusal("empty", name)
    if len(data) > MAX_FILE_MB * 1_000_000:
        raise refusal("too_big", name)
    sha256 = hashlib.sha256(data).hexdigest()
    kind = binary_kind(data)
    if kind == "zip":
        document = _parse_package(Package(data, name), name, sha256)
    elif kind == "pdf":
        from ascom_coach.documents.texts.pdf_reader import read_pdf

        document = read_pdf(data, name, sha256)
    elif kind == "rtf":
        from ascom_coach.documents.texts.rtf_reader import read_rtf

        document = read_rtf(data, name, sha256)
    elif kind == "msg":
        from ascom_coach.documents.mail.msg_reader import read_msg

        document = read_msg(data, name, sha256)
    elif kind is not None:
        raise refusal(kind, name)
    else:
        document = _parse_text(data, name, sha256)
    return with_warnings(_with_extension_notice(document, name))


def _parse_package(package: Package, name: str, sha256: str) -> Document:
    kind = package.kind()
    if kind not in _FAMILIES:
        raise refusal(kind, name)
    family = _FAMILIES[kind]
    package.check_xml(family)
    if family == "docx":
        from ascom_coach.documents.ooxml.docx_reader import read_docx

        return read_docx(package, name, sha256, kind)
    if family == "xlsx":
        from ascom_coach.documents.ooxml.xlsx_reader import read_xlsx

        return read_xlsx(package, name, sha256, kind)
    if family == "pptx":
        from ascom_coach.documents.ooxml.pptx_reader import read_pptx

        return read_pptx(package, name, sha256, kind)
    if family == "odt":
        from ascom_coach.documents.odf.odt_reader import read_odt

        return read_odt(package, name, sha256)
    if family == "odp":
        from ascom_coach.documents.odf.odp_reader import read_odp

        return read_odp(package, name, sha256)
    from ascom_coach.documents.odf.ods_reader import read_ods

    return read_ods(package, name, sha256)


def _parse_text(data: bytes, name: str, sha256: str) -> Document:
    from ascom_coach.documents.mail import eml_reader
    from ascom_coach.documents.texts import html_reader, text_reader

    text, encoding = decode_text(data, name)
    if not text.strip("\ufeff \t\r\n\f\x0b\x1a"):
        raise refusal("empty", name)
    kind = text_kind(text, name)
    if kind == "eml":
        return eml_reader.read_mail(data if encoding != "utf-16" else text.encode(), name, sha256)
    if kind == "html":
        if len(text) > text_reader.MAX_CHARACTERS:
            raise refusal("too_long", name)
        return html_reader.read_html(text, name, sha256)
    readers: dict[str, Callable[..., Document]] = {
        "md": text_reader.read_markdown,
        "csv": text_reader.read_csv,
    }
    return readers.get(kind, text_reader.read_text)(text, name, sha256, encoding=encoding)


def _with_extension_notice(document: Document, name: str) -> Document:
    ext = extension(name)
    if ext in _EXTENSIONS.get(document.type, {f".{document.type}"}):
        return document
    shown = f"«\u00a0{ext}\u00a0»" if ext else "absente"
    message = (
        f"L’extension du fichier ({shown}) ne correspond pas à son contenu (.{document.type})\u00a0; "
        f"il est lu comme un .{document.type}."
    )
    notice = Notice("extension_trompeuse", message, Locator(name, "file", ""))
    return replace(document, notices=(notice, *document.notices))
