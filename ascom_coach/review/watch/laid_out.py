"""Looks at how a text is set on its page: paragraphs, headings that are headings, lists, the picture asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ascom_coach.documents import Block
from ascom_coach.language import plain
from ascom_coach.review.generic.draft import Hit, wrong
from ascom_coach.review.text_view import clipped
from ascom_coach.review.watch.watch import Watch

_BLOCK, _SENTENCES, _PARTS = 100, 5, 2
_LONG = 12
_HEAD = 6
_STYLED = ("docx", "docm", "odt", "html")
_LABEL = re.compile(r"^(?P<label>[A-ZÀ-Þ][\w’' -]{2,28}?)\s?: \S")
_HEADER = re.compile(
    r"(?:a|de|objet|sujet|copies?|cc|date|ref\w*|n/ref|v/ref|pour|destinataires?|expediteur|emetteur|photos?|credit|tel\w*|fax|mail|courriel|e-mail|site|siret|siren|dossier|p\.?j|signe)(?!\w)"
)
_RUN = 3
_ITEM = 25
_PICTURE = re.compile(r"(?<!\w)(?:son |une |l'|avec |, )(?:image|photo|illustration|visuel)(?!\w)")
_MESSAGES = ("message_client", "lettre", "message_interne", "note_interne", "fil", "note")


def one_block(watch: Watch) -> Iterator[Hit]:
    """A letter or a message of several matters has several paragraphs."""
    if not watch.is_text or watch.context.production.type not in _MESSAGES:
        return
    blocks = [block for block in watch.view.blocks if len(block.text.split()) >= _LONG]
    for number, block in enumerate(blocks, 1):
        sentences = len(re.findall(r"[.!?](?=\s+[A-ZÀ-Þ])", block.text)) + 1
        if len(block.text.split()) >= _BLOCK and sentences >= _SENTENCES and len(blocks) <= _PARTS + 1:
            message = "Tout tient ici dans un seul paragraphe."
            yield wrong(
                message,
                (block.locator, clipped(block.text)),
                "Combien de sujets y voyez-vous ?",
                mark=f".{number}",
            )


def typed_headings(watch: Watch) -> Iterator[Hit]:
    """Headings are headings, not short lines; none stands over nothing."""
    if not watch.is_text or watch.document.type not in _STYLED:
        return
    seen = [block for block in watch.document.visible if block.kind not in ("header", "footer")]
    blocks = [block for block in seen if block.kind != "table_cell"]
    for number, (one, two) in enumerate(pairwise(seen), 1):
        under = one.kind == "heading" and one.level and one.level > 1
        if under and two.kind == "heading" and two.level and two.level <= (one.level or 0):
            message = "Il n’y a rien sous ce titre."
            yield wrong(
                message, (one.locator, clipped(one.text)), "Que devait-on y lire ?", mark=f".vide{number}"
            )
    if watch.context.production.type not in ("note", "page_web", "emailing", "document"):
        return
    given = {
        plain(block.text).strip()
        for paper in watch.story.start.values()
        for block in paper.blocks
        if (block.kind == "heading" and (block.level or 1) > 1) or block.kind == "title"
    }
    proper = [block for block in blocks if block.kind == "heading" and (block.level or 1) > 1]
    if proper:
        return
    top = next((rank for rank, block in enumerate(blocks) if block.kind in ("title", "heading")), 0)
    typed = [
        one
        for before, one, two in zip(blocks[top:], blocks[top + 1 :], blocks[top + 2 :], strict=False)
        if _like_a_heading(one, two, given) and not _names_who_writes(before)
    ]
    for number, block in enumerate(typed if len(typed) >= _PARTS else (), 1):
        place = block.locator, clipped(block.text)
        message = "Ce titre est tapé comme du texte : le logiciel ne sait pas que c’est un titre."
        yield wrong(message, place, "Quel style donne leur rang aux titres ?", mark=f".tape{number}")


def _names_who_writes(before: Block) -> bool:
    """Whether a line stands under a closing (« À bientôt, »): it signs."""
    return before.text.rstrip().endswith(",") and len(before.text.split()) <= _HEAD


def _like_a_heading(block: Block, after: Block, given: set[str]) -> bool:
    text = block.text.strip()
    if block.kind not in ("paragraph", "html") or block.numbered or len(text.split()) > _HEAD:
        return False
    if block.style in ("th", "td", "caption", "figcaption"):
        return False  # a cell, the words under a picture
    body = after.numbered or after.kind == "list_item" or len(after.text.split()) >= _HEAD
    known = plain(text) in given
    plainly = (
        text[:1].isupper() and text[-1:] not in ".,;:!" and ":" not in text and not re.search(r"[\d@#]", text)
    )
    return body and (known or (plainly and len(text.split()) >= 1 and not after.text.startswith(text)))


def label_lines(watch: Watch) -> Iterator[Hit]:
    """Practical points (« Prix : … ») one under the other are a list."""
    kinds = ("page_web", "emailing", "note")
    if not watch.is_text or watch.document.type not in _STYLED or watch.context.production.type not in kinds:
        return
    run: list[Block] = []
    gap = False
    for block in (*watch.document.visible, None):
        if block is not None and _point(block):
            run.append(block)
            gap = False
            continue
        plain_line = block is not None and block.kind in ("paragraph", "html") and not block.numbered
        if block is not None and plain_line and run and not gap and len(block.text.split()) <= _LONG:
            gap = True  # one point among them may go without a label
            continue
        if len(run) >= _RUN:
            place = run[0].locator, clipped(run[0].text)
            message = "Ces points forment une liste, et n’en ont pas la forme."
            yield wrong(message, place, "Quel bouton du logiciel fait les listes ?", mark=".points")
        run, gap = [], False


def _point(block: Block) -> bool:
    match = _LABEL.match(block.text)
    plainly = block.kind in ("paragraph", "html") and not block.numbered and len(block.text.split()) <= _ITEM
    return bool(match) and plainly and not _HEADER.match(plain(match["label"]) if match else "")


def picture_asked(watch: Watch) -> Iterator[Hit]:
    """The picture that the demand wants is there."""
    if not watch.is_text or watch.document.type not in _STYLED or watch.document.images:
        return
    if _PICTURE.search(watch.asked):
        yield wrong(
            "L’image demandée n’est pas là.", watch.view.first(), "Laquelle a-t-on le droit de publier ?"
        )
