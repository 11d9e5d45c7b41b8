"""A gold copy handed in as a mail: the letter, the word or the message to clients, its picture and links kept."""

from __future__ import annotations

import html
import io
import re
import unicodedata
from email.message import EmailMessage
from email.policy import default
from typing import Any

from tests.benchmarks.mutation.copies import WordCopy, opened

FIRMS = {
    "Thermélia": ("Camille Perrot", "thermelia.example", "Mon, 16 Nov 2026 10:40:00 +0100"),
    "Fanny": ("Camille Astruc", "voilerie-tramezel.example", "Mon, 11 Jan 2027 11:10:00 +0100"),
    "Odile": ("Camille", "vergers-aubepine.example", "Tue, 02 Feb 2027 11:15:00 +0100"),
    "pépinière": ("Les Vergers d’Aubépine", "vergers-aubepine.example", "Thu, 11 Feb 2027 09:00:00 +0100"),
}
"""Who writes, at which firm, when: found by a word of the copy."""
WORKSHOP = FIRMS["Thermélia"]
KNOWN = {"À": "To", "Copie": "Cc", "Objet": "Subject", "De": "From"}
OPENING = re.compile(r"(Bonjour|Coucou|Yo|Madame|Chère|Cher|Monsieur)\b")
TAGS = {"Title": "h1", "Heading 2": "h2", "List Bullet": "li"}


def recast(data: bytes, name: str, kind: str) -> tuple[bytes, str]:
    """The same copy as a mail, and its name."""
    if kind != "eml":
        raise ValueError(kind)
    copy = opened(data, name)
    lines = [line.rstrip() for line in copy.lines()]
    message = _headed(lines)
    if isinstance(copy, WordCopy) and any(one.hyperlinks for one in copy.paragraphs):
        _dressed(message, copy)
    else:
        body = [one for one in lines if not _header(one)]
        start = next((rank for rank, one in enumerate(body) if OPENING.match(one)), 0)
        joint = "\n" if "" in body[start:-1] else "\n\n"
        message.set_content(joint.join(body[start:]).strip() + "\n", cte="8bit")
    return bytes(message), name.rpartition(".")[0] + ".eml"


def _header(line: str) -> re.Match[str] | None:
    return re.fullmatch(r"(À|Copie|Objet|De) : ?(.*)", line)


def _headed(lines: list[str]) -> EmailMessage:
    """A mail without a body: the lines « De : », « À : », « Copie : », « Objet : » become headers."""
    whole = "\n".join(lines)
    writer, domain, date = next((one for word, one in FIRMS.items() if word in whole), WORKSHOP)
    heads = {"From": f"{writer} <bureau@{domain}>", "Date": date}
    for match in filter(None, map(_header, lines)):
        heads[KNOWN[match[1]]] = match[2]
    if "To" not in heads:
        heads["To"] = (
            "Mme Carole Vasseur <c.vasseur@messagerie.example>" if "Vasseur" in whole else "Odile Marchadier"
        )
        if "pépinière" in whole:
            heads["To"] = "ateliers@vergers-aubepine.example"
    message = EmailMessage(policy=default.clone(cte_type="8bit", utf8=True, max_line_length=998))
    for head, text in heads.items():
        message[head] = _addresses(text, domain) if head in ("From", "To", "Cc") else text
    return message


def _addresses(text: str, domain: str) -> str:
    """Names with their boxes; « Name, box » is one address."""
    told = re.sub(r"^([^,@]+), (\S+@\S+)$", r"\1 <\2>", text.removesuffix(", atelier"))
    names = told.split(", ")
    return ", ".join(one if "@" in one else f"{one} <{_box(one)}@{domain}>" for one in names if one)


def _box(name: str) -> str:
    plain = "".join(one for one in unicodedata.normalize("NFD", name.lower()) if one.isalnum() or one == " ")
    return ".".join(one for one in plain.split() if one not in ("m", "mme")) or "bureau"


def _dressed(message: EmailMessage, copy: WordCopy) -> None:
    """The body of a message to clients: titles, list, links, the picture inside."""
    shown = [one for one in copy.paragraphs if not _header(one.text)]
    message.set_content("\n\n".join(one.text for one in shown if one.text.strip()) + "\n", cte="8bit")
    page = "".join(
        f"<{tag}>{_inside(one)}</{tag}>\n" for one in shown for tag in [TAGS.get(one.style.name, "p")]
    )
    page = re.sub(r"(<li>.*</li>\n)+", lambda found: f"<ul>\n{found[0]}</ul>\n", page)
    message.add_alternative(
        f'<html lang="fr"><body>\n{page}</body></html>\n', subtype="html", charset="utf-8", cte="8bit"
    )
    for shape in copy.document.inline_shapes:
        part = copy.document.part.related_parts[shape._inline.graphic.graphicData.pic.blipFill.blip.embed]
        parts = message.get_payload()
        assert isinstance(parts, list)
        within: Any = parts[-1]
        within.add_related(part.blob, "image", part.content_type.partition("/")[2], cid="<photo>")
        within.set_boundary("page-et-image")
    message.set_boundary("texte-et-page")


def _inside(paragraph: Any) -> str:
    told = io.StringIO()
    for one in paragraph.iter_inner_content():
        words = html.escape(one.text, quote=False)
        told.write(f'<a href="{html.escape(one.url)}">{words}</a>' if hasattr(one, "url") else words)
    for shape in paragraph._p.xpath(".//wp:docPr"):
        told.write(f'<img src="cid:photo" alt="{html.escape(shape.get("descr") or "")}">')
    return told.getvalue()
