"""Messages (.eml): decoded headers, lines of the body, names of the attachments. Nothing is ever fetched."""

from __future__ import annotations

import email
import re
from email.header import decode_header
from email.message import Message

from ascom_coach.documents.encodings import known_encoding
from ascom_coach.documents.mail.body import HEADERS, message_document
from ascom_coach.documents.model import Document, Mail
from ascom_coach.documents.refusals import refusal

_MAX_PARTS = 500
_MAX_HEADERS = 2000
_MAX_HEADER = 60_000
_MAX_CONTENT_HEADER = 4000


def read_mail(data: bytes, path: str, sha256: str) -> Document:
    """A message: blocks `de`, `a`, `cc`, `date`, `objet`, then `corps:l1`… Raises RefusedInputError when
    damaged."""
    try:
        message = email.message_from_bytes(data)
        return _read(message, path, sha256)
    except (
        LookupError,
        ValueError,
        TypeError,
        AttributeError,
        IndexError,
        RecursionError,
        AssertionError,
    ) as error:
        raise refusal("damaged", path) from error


def _read(message: Message[str, str], path: str, sha256: str) -> Document:
    parts = [part for part in message.walk() if not part.is_multipart()]
    if len(parts) > _MAX_PARTS:
        raise refusal("too_many", path)
    _check_headers([message, *parts], path)
    bodies = [part for part in parts if not _is_attachment(part) and part.get_content_maintype() == "text"]
    plain = next((part for part in bodies if part.get_content_subtype() != "html"), None)
    rich = next((part for part in bodies if part.get_content_subtype() == "html"), None)
    return message_document(
        path,
        "eml",
        sha256,
        _mail(message, parts),
        {name: _header(message, name) for name, _ in HEADERS},
        _text(plain) if plain is not None else None,
        _text(rich) if rich is not None else None,
    )


def _mail(message: Message[str, str], parts: list[Message[str, str]]) -> Mail:
    def addresses(name: str) -> tuple[str, ...]:
        text = _header(message, name)
        return tuple(item.strip() for item in split_addresses(text) if item.strip())

    headers: dict[str, str] = {}
    for name, value in message.raw_items():
        headers.setdefault(name.lower(), decoded(str(value)))
    attachments = tuple(_filename(part) for part in parts if _is_attachment(part))
    return Mail(
        sender=_header(message, "from"),
        to=addresses("to"),
        cc=addresses("cc"),
        bcc=addresses("bcc"),
        subject=_header(message, "subject"),
        date=_header(message, "date"),
        attachments=attachments,
        headers=headers,
    )


def split_addresses(text: str) -> list[str]:
    """Addresses of a header, cut at commas and semicolons outside quotes."""
    found, quoted, current = [], False, ""
    for char in text:
        quoted ^= char == '"'
        if char in ",;" and not quoted:
            found.append(current)
            current = ""
        else:
            current += char
    return [*found, current]


def _check_headers(parts: list[Message[str, str]], path: str) -> None:
    """Headers beyond what a mail program writes are refused: decoding them takes more than their size."""
    for part in parts:
        names = part.keys()
        if len(names) > _MAX_HEADERS:
            raise refusal("too_many", path)
        for name, value in part.raw_items():
            if len(str(value)) > (
                _MAX_CONTENT_HEADER if name.lower().startswith("content-") else _MAX_HEADER
            ):
                raise refusal("too_long", path)


def _header(message: Message[str, str], name: str) -> str:
    return decoded(next((str(value) for key, value in message.raw_items() if key.lower() == name), ""))


def decoded(raw: str) -> str:
    """A header as a person reads it: encoded words decoded, raw bytes taken as UTF-8 or Windows-1252."""
    if any("\udc80" <= char <= "\udcff" for char in raw):
        data = raw.encode("utf-8", "surrogateescape")
        try:
            raw = data.decode("utf-8")
        except UnicodeDecodeError:
            raw = data.decode("cp1252", "replace")
    if "=?" in raw:
        pieces = []
        for piece, charset in decode_header(re.sub(r"\r?\n", "", raw)):
            if isinstance(piece, bytes):
                try:
                    piece = piece.decode(known_encoding(charset or "utf-8") or "utf-8")  # noqa: PLW2901
                except (LookupError, UnicodeDecodeError):
                    piece = piece.decode("cp1252", "replace")  # noqa: PLW2901
            pieces.append(piece)
        raw = "".join(pieces)
    return " ".join(raw.split()).encode("utf-8", "replace").decode("utf-8")


def _is_attachment(part: Message[str, str]) -> bool:
    if part.get_content_disposition() == "attachment":
        return True
    return part.get_content_maintype() != "text" or bool(_raw_filename(part))


def _raw_filename(part: Message[str, str]) -> str:
    try:
        return part.get_filename() or ""
    except Exception:  # noqa: BLE001  (same reason as for headers)
        return ""


def _filename(part: Message[str, str]) -> str:
    return (
        _raw_filename(part).encode("utf-8", "replace").decode("utf-8")
        or f"sans nom ({part.get_content_type()})"
    )


def _text(part: Message[str, str]) -> str:
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else str(part.get_payload()).encode("utf-8", "replace")
    charset = known_encoding(part.get_content_charset() or "utf-8") or "utf-8"
    try:
        return data.decode(charset)
    except (LookupError, UnicodeDecodeError):
        return data.decode("cp1252", "replace")
