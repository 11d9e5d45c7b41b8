"""What a file really is, from its first bytes and its package parts, whatever its extension says."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from ascom_coach.documents.encodings import eight_bit
from ascom_coach.documents.guard.ole import MAGIC, OleFile
from ascom_coach.documents.refusals import refusal
from ascom_coach.errors import RefusedInputError

_MAGICS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "pdf"),
    (b"{\\rtf", "rtf"),
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"BM\x00", "image"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
    (b"\x1f\x8b", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"Rar!", "archive"),
    (b"BZh", "archive"),
    (b"\xfd7zXZ", "archive"),
)
_OLE_STREAMS: tuple[tuple[str, str], ...] = (
    ("EncryptedPackage", "password"),
    ("EncryptionInfo", "password"),
    ("WordDocument", "doc"),
    ("PowerPoint Document", "ppt"),
    ("Workbook", "xls"),
    ("Book", "xls"),
    ("__properties_version1.0", "msg"),
    ("__substg1.0", "msg"),
)
PACKAGE_TYPES: tuple[tuple[str, str], ...] = (
    ("wordprocessingml.document.main", "docx"),
    ("ms-word.document.macroenabled.main", "docm"),
    ("wordprocessingml.template.main", "dotx"),
    ("ms-word.template.macroenabledtemplate.main", "dotm"),
    ("spreadsheetml.sheet.main", "xlsx"),
    ("ms-excel.sheet.macroenabled.main", "xlsm"),
    ("spreadsheetml.template.main", "xltx"),
    ("ms-excel.template.macroenabled.main", "xltm"),
    ("ms-excel.sheet.binary", "xlsb"),
    ("presentationml.presentation.main", "pptx"),
    ("ms-powerpoint.presentation.macroenabled.main", "pptm"),
    ("presentationml.template.main", "potx"),
    ("presentationml.slideshow.main", "ppsx"),
)
ODF_TYPES: dict[bytes, str] = {
    b"application/vnd.oasis.opendocument.text": "odt",
    b"application/vnd.oasis.opendocument.text-template": "odt",
    b"application/vnd.oasis.opendocument.spreadsheet": "ods",
    b"application/vnd.oasis.opendocument.spreadsheet-template": "ods",
    b"application/vnd.oasis.opendocument.presentation": "odp",
    b"application/vnd.oasis.opendocument.presentation-template": "odp",
}
_TEXT_EXTENSIONS = {
    ".txt": "txt", ".md": "md", ".markdown": "md", ".csv": "csv", ".tsv": "csv",
    ".eml": "eml", ".html": "html", ".htm": "html", ".xhtml": "html",
}  # fmt: skip
_HTML_START = re.compile(
    r"\s*(?:<!--(?:(?!-->).)*-->\s*)*(<\?xml[^>]*>\s*)?(<!doctype\s+html|<html[\s>])", re.I | re.S
)
_MAIL_HEADER = re.compile(r"^(from|to|subject|date|received|mime-version|return-path|message-id|x-[\w-]+|"
                          r"content-type|delivered-to|reply-to|cc|dkim-signature)\s*:", re.I)  # fmt: skip


def extension(name: str) -> str:
    """The lower-case extension with its dot, or an empty string."""
    return PurePosixPath(name.replace("\\", "/")).suffix.lower()


def binary_kind(data: bytes) -> str | None:
    """`zip`, `pdf`, `rtf`, `msg`, a refusal code for what cannot be read, or None when it may be text."""
    if data[:4] == b"PK\x03\x04" or data[:4] == b"PK\x05\x06":
        return "zip"
    if data[:8] == MAGIC:
        return ole_kind(data)
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image"
    return next((code for magic, code in _MAGICS if data.startswith(magic)), None)


def ole_kind(data: bytes) -> str:
    """`msg`, or a refusal code (`password`, `doc`, `xls`, `ppt`, `ole`, `truncated`), from the top streams of a file:
    a message may hold a Word document. A file too damaged to be listed is recognised by names in its bytes."""
    try:
        names = set(OleFile(data, "").streams)
    except RefusedInputError:
        names = set()
    for stream, code in _OLE_STREAMS:
        if stream in names or (not names and stream.encode("utf-16-le") in data):
            return code
    return "ole" if names else "truncated"


def decode_text(data: bytes, name: str) -> tuple[str, str]:
    """Text and encoding of bytes that hold no known magic: UTF-8, UTF-16, else Windows-1252 (or DOS, Mac).

    Raises RefusedInputError when the bytes are not text.
    """
    text, encoding = _decode(data)
    if text is None:
        raise refusal("unknown", name)
    strange = sum(
        1 for char in text[:4000] if (char < " " and char not in "\t\n\r\f\x0b\x1a") or char == "\ufffd"
    )
    if "\x00" in text or strange > max(2, len(text[:4000]) // 200):
        raise refusal("unknown", name)
    return text, encoding


def _decode(data: bytes) -> tuple[str | None, str]:
    if data.startswith(b"\xef\xbb\xbf"):
        return data.decode("utf-8-sig", "replace"), "utf-8"
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        try:
            return data.decode("utf-16"), "utf-16"
        except UnicodeDecodeError:
            return None, ""
    half = data[:2000]
    if len(half) > 3 and half.count(0) > len(half) // 3:
        guess = "utf-16-le" if half[1::2].count(0) > half[0::2].count(0) else "utf-16-be"
        try:
            return data.decode(guess), "utf-16"
        except UnicodeDecodeError:
            return None, ""
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        encoding = eight_bit(data)
        return data.decode(encoding, "replace"), encoding


def text_kind(text: str, name: str) -> str:
    """The text type: what the content shows first, then what the extension says, else `txt`."""
    ext = _TEXT_EXTENSIONS.get(extension(name))
    if _HTML_START.match(text[:3000]):
        return "html"
    if ext != "html" and re.match(r"\s*<\?xml\b", text[:200]):
        raise refusal("xml", name)
    if ext in (None, "eml") and _looks_like_mail(text):
        return "eml"
    return ext or "txt"


def _looks_like_mail(text: str) -> bool:
    head = text[:6000].lstrip().splitlines()
    found = {match.group(1).lower() for line in head[:40] if (match := _MAIL_HEADER.match(line))}
    return bool(head) and bool(_MAIL_HEADER.match(head[0])) and len(found) >= 3
