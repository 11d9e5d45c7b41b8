"""Web pages and HTML mails as text: headings, paragraphs, items, cells, links, images; never rendered."""

from __future__ import annotations

import re
from base64 import b64decode
from collections import Counter
from collections.abc import Mapping
from contextlib import suppress

from ascom_coach.documents.dress import Dress
from ascom_coach.documents.model import Block, BlockKind, Document, Image, Link, Locator
from ascom_coach.documents.pictures import HEAD, measured
from ascom_coach.documents.refusals import refusal
from ascom_coach.documents.texts.css import dress_css
from ascom_coach.documents.texts.html_looks import HtmlLook, StyleSheet

_XML_HEAD = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
MAX_TAGS = 150_000
_INSIDE = re.compile(r"data:image/[\w.+-]+;base64,(?P<data>[A-Za-z0-9+/=\s]+)")
_ON_DISK = re.compile(r"(?i)(?:file:|[a-z]:[\\/]|\\\\|/(?:home|users)/)")
"""A picture that only the computer of its author has."""
_MOVING = {"marquee", "blink"}
_BLOCKS = {
    "p",
    "div",
    "section",
    "article",
    "header",
    "footer",
    "main",
    "aside",
    "nav",
    "ul",
    "ol",
    "li",
    "table",
    "tr",
    "td",
    "th",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "blockquote",
    "pre",
    "br",
    "hr",
    "form",
    "figure",
    "figcaption",
    "body",
    "title",
    "dt",
    "dd",
    "address",
    "label",
    "button",
    "option",
}
_SILENT = {"script", "style", "template", "noscript", "svg"}
_BOLD = {"b", "strong", "th"}
_VOID = {"br", "hr", "img", "input", "meta", "link", "col", "area", "base", "source", "wbr", "embed", "track"}
_HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*[0-2](?:\.\d+)?\s*(?:px|pt)?\s*(?:;|$)|"
    r"opacity\s*:\s*0(?:\.0+)?\s*(?:;|$)|"
    r"(?:^|[;\s])color\s*:\s*(?:#fff(?:fff)?|white)\s*(?:;|$)",
    re.I,
)


class _Reader:
    """Hears elements start, end and speak, and keeps the blocks they make."""

    def __init__(self, path: str) -> None:
        self.line = 1
        self.path = path
        self.blocks: list[Block] = []
        self.links: list[Link] = []
        self.images: list[Image] = []
        self.properties: dict[str, str] = {}
        self.dress = Dress()
        self.count = 0
        self._text = ""
        self._light = 0
        self._stack: list[tuple[str, bool]] = []
        self._sheet = StyleSheet()
        self._looks: list[HtmlLook] = []
        self._seen: Counter[HtmlLook] = Counter()
        self._silent = 0
        self._link: tuple[str, str] | None = None
        self._in_title = False

    def start(self, tag: str, values: Mapping[str, str]) -> None:
        self.count += 1
        if self.count > MAX_TAGS:
            raise refusal("too_many", self.path)
        if tag == "html" and values.get("lang"):
            self.properties["language"] = values["lang"]
        if tag == "meta" and values.get("name", "").lower() == "description":
            self.properties["description"] = values.get("content", "")
        if tag in _BLOCKS:
            self.flush()
        if tag in _MOVING:
            self.properties.setdefault("moving", tag)
        self._dress(tag, values)
        if tag == "img":
            self.images.append(_image(values, self._place()))
            if _ON_DISK.match(values.get("src", "").strip()):
                self.properties.setdefault("image_on_disk", values["src"].strip()[:200])
            if self._link:
                self._link = (self._link[0], f"{self._link[1]} {values.get('alt', '')}")
        if tag == "a" and "href" in values:
            self._link = (values["href"], "")
        if tag in _VOID:
            return
        hidden = "hidden" in values or bool(_HIDING.search(values.get("style", "")[:500])) or tag in _SILENT
        if hidden:
            self.flush()
        self._stack.append((tag, hidden))
        self._looks.append(self._sheet.look(tag, values, self._looks[-1] if self._looks else HtmlLook()))
        self._silent += tag in _SILENT
        self._in_title = tag == "title"

    def _dress(self, tag: str, values: Mapping[str, str]) -> None:
        if values.get("style"):
            dress_css(self.dress, values["style"][:2_000], self._place())
        if values.get("bgcolor"):
            self.dress.color("fond", values["bgcolor"], self._place())
        if tag == "font":
            self.dress.color("texte", values.get("color", ""), self._place())
            self.dress.font(values.get("face", "").partition(",")[0], self._place())

    def end(self, tag: str) -> None:
        if not any(name == tag for name, _ in self._stack[-200:]):
            return
        if tag in _BLOCKS or any(hidden for _, hidden in self._stack[-1:]):
            self.flush()
        if tag == "a" and self._link:
            self.links.append(Link(self._place(), " ".join(self._link[1].split()), self._link[0]))
            self._link = None
        while self._stack:
            name, _ = self._stack.pop()
            self._looks.pop()
            self._silent -= name in _SILENT
            if name == tag:
                break
        self._in_title = False

    def data(self, data: str) -> None:
        if self._stack and self._stack[-1][0] == "style" and data.strip():
            dress_css(self.dress, data[:200_000], self._place())
            self._sheet.read(data)
        if self._silent:
            return
        if self._in_title:
            self.properties["title"] = (self.properties.get("title", "") + data).strip()
            return
        self._text += data
        if not any(name in _BOLD for name, _ in self._stack[-30:]):
            self._light += len("".join(data.split()))
        if self._looks and data.strip():
            self._seen[self._looks[-1]] += len(data.strip())
        if self._link:
            self._link = (self._link[0], self._link[1] + data)

    def _place(self) -> Locator:
        return Locator(self.path, "html", f"l{self.line}")

    def flush(self) -> None:
        """Close the current block."""
        text = " ".join(self._text.split())
        light, self._light = self._light, 0
        look = max(self._seen, key=self._seen.__getitem__, default=HtmlLook())
        self._seen = Counter()
        self._text = ""
        if not text:
            return
        names = [name for name, _ in self._stack[-30:]]
        hidden = any(flag for _, flag in self._stack)
        level = next((int(name[1]) for name in reversed(names) if re.fullmatch(r"h[1-6]", name)), None)
        kind: BlockKind = "heading" if level else "list_item" if "li" in names else "html"
        tag = next((name for name in reversed(names) if name in _BLOCKS), "")
        self.blocks.append(
            Block(
                self._place(),
                kind,
                text,
                style=tag,
                level=level,
                numbered=kind == "list_item",
                bold=not light,
                size=look.size,
                align=look.align,
                hidden=hidden,
                color=look.shown_color,
            )
        )


def _image(values: Mapping[str, str], place: Locator) -> Image:
    """A picture; its pixels are known when it is written in the page itself. 96 points of the screen are an inch."""
    sides = [_length(values, name) for name in ("width", "height")]
    pixels = None
    if match := _INSIDE.match(values.get("src", "")):
        with suppress(ValueError):
            pixels = measured(b64decode(re.sub(r"\s+", "", match["data"])[: HEAD // 3 * 4]))
    known = (pixels.width, pixels.height) if pixels else (0, 0)
    return Image(
        place,
        values.get("alt", "").strip(),
        sides[0],
        sides[1],
        known,
        format=pixels.format if pixels else "",
    )


def _length(values: Mapping[str, str], name: str) -> float:
    """A side in centimetres, 0 when the page does not fix it."""
    style = re.search(rf"(?<![\w-]){name}\s*:\s*(\d{{1,5}})px", values.get("style", ""))
    plain = re.fullmatch(r"(\d{1,5})(?:px)?", values.get(name, "").strip())
    match = style or plain
    return round(int(match[1]) / 96 * 2.54, 3) if match else 0.0


def read_html(text: str, path: str, sha256: str) -> Document:
    """A page: block places are the source line where the element starts."""
    from lxml import etree

    reader = _Reader(path)
    parser = etree.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, encoding="utf-8")
    try:
        root = etree.fromstring(_XML_HEAD.sub("", text, count=1).encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise refusal("damaged", path) from error
    for event, element in etree.iterwalk(root, events=("start", "end")) if root is not None else ():
        tag = element.tag.lower()
        if event == "start":
            reader.line = element.sourceline or reader.line
            reader.start(tag, {str(name): str(value) for name, value in element.attrib.items()})
            reader.data(element.text or "")
        else:
            reader.end(tag)
            reader.data(element.tail or "")
    reader.flush()
    return Document(
        path,
        "html",
        sha256,
        blocks=tuple(reader.blocks),
        links=tuple(reader.links),
        images=tuple(reader.images),
        properties=reader.properties,
        uses=reader.dress.uses(),
    )


def html_to_lines(text: str, path: str) -> list[tuple[str, bool]]:
    """Lines of an HTML-only mail, each with whether it is hidden."""
    return [(block.text, block.hidden) for block in read_html(text, path, "").blocks]
