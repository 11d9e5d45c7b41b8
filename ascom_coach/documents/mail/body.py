"""What every message has once its container is open: lines of the body, links and pictures of its web version."""

from __future__ import annotations

from ascom_coach.documents.model import Block, Document, Image, Link, Locator, Mail, Notice
from ascom_coach.documents.texts.html_reader import html_to_lines, read_html
from ascom_coach.documents.texts.text_reader import split_lines

HEADERS = (("from", "de"), ("to", "a"), ("cc", "cc"), ("bcc", "cci"), ("date", "date"), ("subject", "objet"))


def message_document(
    path: str, kind: str, sha256: str, mail: Mail, shown: dict[str, str], plain: str | None, rich: str | None
) -> Document:
    """Blocks `de`, `a`, `cc`, `date`, `objet`, then `corps:l1`…, from the headers as shown and the two bodies.

    The text version is read when it holds something, else the lines of the web version.
    """
    blocks = [
        Block(Locator(path, "mail_header", ref), "mail_header", shown[name], style=name)
        for name, ref in HEADERS
        if shown.get(name)
    ]
    links: list[Link] = []
    images: list[Image] = []
    lines: list[tuple[str, bool]] = []
    if plain is not None and (plain.strip() or rich is None):
        lines = [(line, False) for line in split_lines(plain, path)]
    elif rich is not None:
        lines = html_to_lines(rich, path)
    if rich is not None:
        page = read_html(rich, path, "")
        where = Locator(path, "mail_line", "corps:html")
        links = [Link(where, link.text, link.target) for link in page.links]
        images = [Image(where, image.alt) for image in page.images]
    for number, (line, hidden) in enumerate(lines, 1):
        blocks.append(Block(Locator(path, "mail_line", f"corps:l{number}"), "mail_line", line, hidden=hidden))
    return Document(
        path,
        kind,
        sha256,
        blocks=tuple(blocks),
        mail=mail,
        links=tuple(links),
        images=tuple(images),
        notices=_notices(path, mail, plain is None and rich is not None, bool(lines)),
    )


def _notices(path: str, mail: Mail, html_only: bool, has_body: bool) -> tuple[Notice, ...]:
    place = Locator(path, "file", "")
    found: list[Notice] = []
    if html_only:
        message = "Le message n’a pas de version texte\u00a0; sa version HTML est relue."
        found.append(Notice("sans_version_texte", message, place))
    if not has_body:
        found.append(Notice("corps_vide", "Le corps du message est vide.", place))
    if mail.attachments:
        names = ", ".join(mail.attachments[:10])
        message = f"Les pièces jointes ne sont pas ouvertes\u00a0: {names}."
        found.append(Notice("pieces_jointes", message, place))
    return tuple(found)
