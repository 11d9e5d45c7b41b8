"""Web pages and HTML mails as text: headings, paragraphs, items, cells, links, images; never rendered."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from ascom_coach.documents.model import Block, BlockKind, Document, Image, Link, Locator
from ascom_coach.documents.refusals import refusal

MAX_TAGS = 150_000
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
_VOID = {"br", "hr", "img", "input", "meta", "link", "col", "area", "base", "source", "wbr", "embed", "track"}
_HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*[0-2](?:\.\d+)?\s*(?:px|pt)?\s*(?:;|$)|"
    r"opacity\s*:\s*0(?:\.0+)?\s*(?:;|$)|"
    r"(?:^|[;\s])color\s*:\s*(?:#fff(?:fff)?|white)\s*(?:;|$)",
    re.I,
)


class _Reader(HTMLParser):
    def __init__(self, path: str) -> None:
        super().__init__(convert_charrefs=True)
        self.path = path
        self.blocks: list[Block] = []
        self.links: list[Link] = []
        self.images: list[Image] = []
        self.properties: dict[str, str] = {}
        self.count = 0
        self._text = ""
        self._stack: list[tuple[str, bool]] = []
        self._silent = 0
        self._link: tuple[str, str] | None = None
        self._in_title = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.count += 1
        if self.count > MAX_TAGS:
            raise refusal("too_many", self.path)
        values = {name: value or "" for name, value in attrs}
        if tag == "html" and values.get("lang"):
            self.properties["language"] = values["lang"]
        if tag == "meta" and values.get("name", "").lower() == "description":
            self.properties["description"] = values.get("content", "")
        if tag in _BLOCKS:
            self._flush()
        if tag == "img":
            self.images.append(Image(self._place(), values.get("alt", "").strip()))
        if tag == "a" and values.get("href"):
            self._link = (values["href"], "")
        if tag in _VOID:
            return
        hidden = "hidden" in values or bool(_HIDING.search(values.get("style", ""))) or tag in _SILENT
        if hidden:
            self._flush()
        self._stack.append((tag, hidden))
        self._silent += tag in _SILENT
        self._in_title = tag == "title"

    def handle_endtag(self, tag: str) -> None:
        if not any(name == tag for name, _ in self._stack[-200:]):
            return
        if tag in _BLOCKS or any(hidden for _, hidden in self._stack[-1:]):
            self._flush()
        if tag == "a" and self._link:
            self.links.append(Link(self._place(), " ".join(self._link[1].split()), self._link[0]))
            self._link = None
        while self._stack:
            name, _ = self._stack.pop()
            self._silent -= name in _SILENT
            if name == tag:
                break
        self._in_title = False

    def handle_data(self, data: str) -> None:
        if self._silent:
            return
        if self._in_title:
            self.properties["title"] = (self.properties.get("title", "") + data).strip()
            return
        self._text += data
        if self._link:
            self._link = (self._link[0], self._link[1] + data)

    def _place(self) -> Locator:
        return Locator(self.path, "html", f"l{self.getpos()[0]}")

    def _flush(self) -> None:
        text = " ".join(self._text.split())
        self._text = ""
        if not text:
            return
        names = [name for name, _ in self._stack[-30:]]
        hidden = any(flag for _, flag in self._stack)
        level = next((int(name[1]) for name in reversed(names) if re.fullmatch(r"h[1-6]", name)), None)
        kind: BlockKind = "heading" if level else "list_item" if "li" in names else "html"
        bold = any(name in ("b", "strong", "th") for name in names)
        tag = next((name for name in reversed(names) if name in _BLOCKS), "")
        self.blocks.append(
            Block(
                self._place(),
                kind,
                text,
                style=tag,
                level=level,
                numbered=kind == "list_item",
                bold=bold,
                hidden=hidden,
            )
        )

    def close(self) -> None:
        super().close()
        self._flush()


def read_html(text: str, path: str, sha256: str) -> Document:
    """A page: block places are the source line where the element ends."""
    reader = _Reader(path)
    reader.feed(text)
    reader.close()
    return Document(
        path,
        "html",
        sha256,
        blocks=tuple(reader.blocks),
        links=tuple(reader.links),
        images=tuple(reader.images),
        properties=reader.properties,
    )


def html_to_lines(text: str, path: str) -> list[tuple[str, bool]]:
    """Lines of an HTML-only mail, each with whether it is hidden."""
    return [(block.text, block.hidden) for block in read_html(text, path, "").blocks]
