"""Comments of a PowerPoint presentation, of both kinds: classic ones and the modern ones with their answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ascom_coach.documents.model import Block, Locator
from ascom_coach.documents.ooxml.shared import A, P, local

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element as Element

    from ascom_coach.documents.guard.package import Package, Relation

MOST = 2_000


def comment_authors(package: Package, relations: Mapping[str, Relation]) -> dict[str, str]:
    """Names by id, from the parts that the presentation names."""
    found: dict[str, str] = {}
    for relation in relations.values():
        if relation.type in ("commentAuthors", "authors") and not relation.external:
            root = package.optional_xml(relation.target)
            for item in root if root is not None else ():
                found[item.get("id") or ""] = item.get("name") or ""
    return found


def slide_comments(root: Element, path: str, slide: int, authors: Mapping[str, str]) -> Iterator[Block]:
    """The comments of a slide in their order, each with its author as style; an answer follows what it answers."""
    place = Locator(path, "comment", f"d{slide}")
    for count, item in enumerate(root.iter("{*}cm", "{*}reply")):
        if count >= MOST:
            return
        text = _text(item)
        if text.strip():
            yield Block(place, "comment", text, style=authors.get(item.get("authorId") or "", ""))


def _text(item: Element) -> str:
    classic = item.find(P + "text")
    if classic is not None:
        return (classic.text or "").strip()
    body = next((one for one in item if local(one) == "txBody"), None)
    lines = body.iterfind(A + "p") if body is not None else ()
    return "\n".join(
        "".join("\n" if local(piece) == "br" else piece.text or "" for piece in line.iter(A + "t", A + "br"))
        for line in lines
    ).strip()
