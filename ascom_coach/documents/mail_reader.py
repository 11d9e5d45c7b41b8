"""Messages (.eml): decoded headers, lines of the body, names of the attachments. Nothing is ever fetched."""

from __future__ import annotations

import email
import re
from email.header import decode_header
from email.message import Message

from ascom_coach.documents.html_reader import html_to_lines, read_html
from ascom_coach.documents.model import Block, Document, Image, Link, Locator, Mail, Notice
from ascom_coach.documents.refusals import refusal
from ascom_coach.documents.text_reader import split_lines

_HEADERS = (("from", "de"), ("to", "a"), ("cc", "cc"), ("bcc", "cci"), ("date", "date"), ("subject", "objet"))
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
    mail = _mail(message, parts)
    blocks = [
        Block(Locator(path, "mail_header", ref), "mail_header", text, style=name)
        for name, ref in _HEADERS
        if (text := _header(message, name))
    ]
    bodies = [part for part in parts if not _is_attachment(part) and part.get_content_maintype() == "text"]
    plain = next((part for part in bodies if part.get_content_subtype() != "html"), None)
    rich = next((part for part in bodies if part.get_content_subtype() == "html"), None)
    links: list[Link] = []
    images: list[Image] = []
    lines: list[tuple[str, bool]] = []
    if plain is not None and (_text(plain).strip() or rich is None):
        lines = [(line, False) for line in split_lines(_text(plain), path)]
    elif rich is not None:
        lines = html_to_lines(_text(rich), path)
    if rich is not None:
        page = read_html(_text(rich), path, "")
        where = Locator(path, "mail_line", "corps:html")
        links = [Link(where, link.text, link.target) for link in page.links]
        images = [Image(where, image.alt) for image in page.images]
    for number, (line, hidden) in enumerate(lines, 1):
        blocks.append(Block(Locator(path, "mail_line", f"corps:l{number}"), "mail_line", line, hidden=hidden))
    notices = _notices(path, mail, plain is None and rich is not None, bool(lines))
    return Document(
        path,
        "eml",
        sha256,
        blocks=tuple(blocks),
        mail=mail,
        links=tuple(links),
        images=tuple(images),
        notices=notices,
    )


def _notices(path: str, mail: Mail, html_only: bool, has_body: bool) -> tuple[Notice, ...]:
    place = Locator(path, "file", "")
    found: list[Notice] = []
    if html_only:
        found.append(
            Notice(
                "sans_version_texte",
                "Le message n’a pas de version texte\u00a0; sa version HTML est relue.",
                place,
            )
        )
    if not has_body:
        found.append(Notice("corps_vide", "Le corps du message est vide.", place))
    if mail.attachments:
        names = ", ".join(mail.attachments[:10])
        found.append(
            Notice("pieces_jointes", f"Les pièces jointes ne sont pas ouvertes\u00a0: {names}.", place)
        )
    return tuple(found)


def _mail(message: Message[str, str], parts: list[Message[str, str]]) -> Mail:
    def addresses(name: str) -> tuple[str, ...]:
        text = _header(message, name)
        return tuple(item.strip() for item in _split_addresses(text) if item.strip())

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


def _split_addresses(text: str) -> list[str]:
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
                    piece = piece.decode(charset or "utf-8")  # noqa: PLW2901
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
    charset = part.get_content_charset() or "utf-8"
    try:
        return data.decode(charset)
    except (LookupError, UnicodeDecodeError):
        return data.decode("cp1252", "replace")
