"""Outlook messages (.msg), with the same places as .eml ones. Properties are those of [MS-OXMSG] and [MS-OXPROPS].

Attachments are named, never opened.
"""

from __future__ import annotations

import datetime as dt
import email
import re
import struct
from email.utils import format_datetime
from typing import Final

from ascom_coach.documents.encodings import known_encoding
from ascom_coach.documents.guard.ole import OleFile
from ascom_coach.documents.mail.body import message_document
from ascom_coach.documents.mail.compressed_rtf import decompress
from ascom_coach.documents.mail.eml_reader import decoded, split_addresses
from ascom_coach.documents.model import Document, Mail
from ascom_coach.documents.refusals import refusal

MAX_PEOPLE = 2000
_MAX_VALUE = 8_000_000
_SUBJECT, _HEADERS, _BODY, _RTF, _HTML = "0037", "007D", "1000", "1009", "1013"
_SENT, _DELIVERED = 0x0039, 0x0E06
_CODEPAGE, _WEB_CODEPAGE = 0x3FFD, 0x3FDE
_RECIPIENT_KIND: Final = 0x0C15
_ENCODINGS = {65001: "utf-8", 20127: "cp1252", 28591: "cp1252", 28605: "iso8859-15", 1200: "utf-16-le"}
_EPOCH = dt.datetime(1601, 1, 1, tzinfo=dt.UTC)


def read_msg(data: bytes, path: str, sha256: str) -> Document:
    """The message. Raises RefusedInputError when it is damaged or too large."""
    return _MsgReader(data, path).document(sha256)


class _MsgReader:
    def __init__(self, data: bytes, path: str) -> None:
        self.path = path
        self.ole = OleFile(data, path)
        self.fixed = self._fixed("", 32)
        self.encoding = _encoding(self.fixed.get(_CODEPAGE), "cp1252")

    def document(self, sha256: str) -> Document:
        headers = self._internet_headers()
        people = self._people()
        sender = _address(
            self._text("0C1A") or self._text("0042"), self._first("5D01", "5D02", "0C1F", "0065")
        )
        to, cc, bcc = (people.get(kind, ()) for kind in (1, 2, 3))
        to = to or tuple(split_addresses(self._text("0E04")))
        date = headers.get("date", "") or self._date()
        mail = Mail(
            sender=headers.get("from", "") or sender,
            to=tuple(item.strip() for item in to if item.strip()),
            cc=cc,
            bcc=bcc,
            subject=self._text(_SUBJECT).strip(),
            date=date,
            attachments=self._attachments(),
            headers=headers,
        )
        shown = {
            "from": mail.sender,
            "to": ", ".join(mail.to),
            "cc": ", ".join(mail.cc),
            "bcc": ", ".join(mail.bcc),
            "date": date,
            "subject": mail.subject,
        }
        plain, rich = self._bodies()
        return message_document(self.path, "msg", sha256, mail, shown, plain, rich)

    def _fixed(self, folder: str, head: int) -> dict[int, int]:
        """Numbers and dates of a storage by property id: 16-byte records after `head` bytes."""
        name = f"{folder}__properties_version1.0"
        if name not in self.ole.streams:
            return {}
        raw = self._value(name)[head:]
        found: dict[int, int] = {}
        for at in range(0, len(raw) - 15, 16):
            kind, ident, _, value = struct.unpack_from("<HHIQ", raw, at)
            found[ident] = value & 0xFFFFFFFF if kind == 0x0003 else value
        return found

    def _value(self, stream: str) -> bytes:
        entry = self.ole.streams.get(stream)
        if entry is not None and entry.size > _MAX_VALUE:
            raise refusal("too_long", self.path)
        return self.ole.read(stream)

    def _text(self, ident: str, folder: str = "") -> str:
        """A text property, stored as UTF-16 (001F) or in the message's own code page (001E)."""
        for kind, encoding in (("001F", "utf-16-le"), ("001E", self.encoding)):
            name = f"{folder}__substg1.0_{ident}{kind}"
            if name in self.ole.streams:
                text = self._value(name).decode(encoding, "replace")
                return text.rstrip("\x00").replace("\x00", "")
        return ""

    def _first(self, *idents: str, folder: str = "") -> str:
        """The first property that holds an internet address."""
        return next((text for ident in idents if "@" in (text := self._text(ident, folder))), "")

    def _people(self) -> dict[int, tuple[str, ...]]:
        found: dict[int, list[str]] = {}
        for storage in self._storages("__recip_version1.0_"):
            kind = self._fixed(f"{storage}/", 8).get(_RECIPIENT_KIND, 1) & 0xF
            name = self._text("3001", f"{storage}/")
            address = self._first("39FE", "3003", folder=f"{storage}/")
            found.setdefault(kind, []).append(_address(name, address))
        return {kind: tuple(item for item in items if item) for kind, items in found.items()}

    def _attachments(self) -> tuple[str, ...]:
        names = []
        for storage in self._storages("__attach_version1.0_"):
            folder = f"{storage}/"
            name = next(
                (text for ident in ("3707", "3704", "3001") if (text := self._text(ident, folder))), ""
            )
            names.append(" ".join(name.split()) or "sans nom")
        return tuple(names)

    def _storages(self, prefix: str) -> list[str]:
        found = sorted(name for name in self.ole.storages if name.startswith(prefix) and "/" not in name)
        if len(found) > MAX_PEOPLE:
            raise refusal("too_many", self.path)
        return found

    def _internet_headers(self) -> dict[str, str]:
        """Headers of a message that was received or sent, empty for a draft."""
        text = self._text(_HEADERS)[:200_000]
        found: dict[str, str] = {}
        if ":" in text:
            for name, value in email.message_from_string(re.sub(r"^\s+", "", text)).raw_items():
                if len(found) < 500 and len(str(value)) < 10_000:
                    found.setdefault(name.lower(), decoded(str(value)))
        return found

    def _date(self) -> str:
        ticks = self.fixed.get(_SENT) or self.fixed.get(_DELIVERED) or 0
        try:
            return format_datetime(_EPOCH + dt.timedelta(microseconds=ticks // 10)) if ticks else ""
        except OverflowError:
            return ""

    def _bodies(self) -> tuple[str | None, str | None]:
        streams = self.ole.streams
        plain: str | None = None
        if any(f"__substg1.0_{_BODY}{kind}" in streams for kind in ("001F", "001E")):
            plain = self._text(_BODY)
        rich: str | None = self._text(_HTML) or None
        if rich is None and f"__substg1.0_{_HTML}0102" in streams:
            raw = self._value(f"__substg1.0_{_HTML}0102")
            rich = raw.decode(_encoding(self.fixed.get(_WEB_CODEPAGE), _declared(raw)), "replace")
        if not (plain or "").strip() and rich is None and f"__substg1.0_{_RTF}0102" in streams:
            plain = self._from_rtf(self._value(f"__substg1.0_{_RTF}0102"))
        return plain, rich

    def _from_rtf(self, packed: bytes) -> str:
        from ascom_coach.documents.texts.rtf_reader import read_rtf

        source = decompress(packed, self.path)
        return "\n".join(block.text for block in read_rtf(source, self.path, "").blocks)


def _address(name: str, address: str) -> str:
    """`Name <address>`, or the one that is known."""
    name, address = " ".join(name.split()), address.strip()
    if not address or name.strip("'\"").casefold() == address.casefold():
        return address or name
    name = f'"{name}"' if "," in name or ";" in name else name
    return f"{name} <{address}>" if name else address


def _encoding(codepage: int | None, otherwise: str) -> str:
    if codepage is None:
        return otherwise
    return known_encoding(_ENCODINGS.get(codepage, f"cp{codepage}")) or otherwise


def _declared(raw: bytes) -> str:
    """The encoding that a web page names, else UTF-8 when it is, else Windows-1252."""
    match = re.search(rb"charset=[\"']?([\w-]{2,30})", raw[:2000], re.I)
    if match:
        return known_encoding(match.group(1).decode("ascii", "replace")) or "cp1252"
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"
