"""Looks at how a text is dressed: every paragraph can be read, none stands out by accident, lists are real ones."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ascom_coach.documents import Block, Document
from ascom_coach.language import plain
from ascom_coach.review.generic.draft import Hit, wrong
from ascom_coach.review.text_view import clipped
from ascom_coach.review.watch.watch import Watch

CONTRAST = 3.0
"""Ratio under which even large text is too pale (WCAG 2.1, criterion 1.4.3, that RGAA 3.2 takes up)."""
SMALLEST = 7.0
TINT = 1.3
"""Ratio with white up to which a ground is as light as paper."""
_SLIDES = ("pptx", "odp")
_BODY = ("paragraph", "list_item", "html", "slide", "textbox")
_SENTENCE = 12
_SIDE = 3
_TYPED = re.compile(r"^\s*[-–—•*·]\s+\S")


def readable(watch: Watch) -> Iterator[Hit]:
    """No pale text on a white page, no tiny text; no centred sentence among paragraphs that are not."""
    if not watch.is_text:
        return
    kinds = (*_BODY, "title", "heading")
    body = [block for block in watch.document.blocks if block.kind in kinds and not block.hidden]
    body = [block for block in body if block.text.strip()]
    filled = _painted(watch.document)
    long = [block for block in body if len(block.text.split()) >= _SENTENCE]
    centred = [block for block in long if block.align == "center"]
    for number, block in enumerate(body, 1):
        said, hint = "", ""
        if not filled and block.color and contrast(block.color) < CONTRAST:
            said, hint = "Ce texte est trop pâle pour être lu.", "De quelle couleur est le reste du texte ?"
        elif block.size is not None and block.size < SMALLEST:
            said, hint = "Ce texte est trop petit pour être lu.", "Quelle taille a le reste du texte ?"
        elif [block] == centred and len(long) > _SIDE - 1:
            said, hint = "Ce paragraphe est centré, les autres non.", "Pourquoi serait-il à part ?"
        if said:
            yield wrong(said, (block.locator, clipped(block.text)), hint, mark=f".{number}")


def _painted(document: Document) -> bool:
    """Whether the ground may be dark somewhere; a page of the web tells the ground of each block by itself."""
    if document.type == "html":
        return False
    dark = any(use.kind == "fond" and contrast(use.value) > TINT for use in document.uses)
    return dark or (document.type in _SLIDES and bool(document.images))


def contrast(color: str) -> float:
    """Contrast of a colour with white, from 1 (white) to 21 (black); 21 where the colour is no RGB."""
    light = _light(color)
    return 21.0 if light is None else 1.05 / light


def between(ground: str, text: str) -> float:
    """Contrast of two colours; 21 where one is no RGB."""
    lights = [light for one in (ground, text) if (light := _light(one)) is not None]
    return max(lights) / min(lights) if len(lights) > 1 else 21.0


def _light(color: str) -> float | None:
    """How light a colour is, from 0.05 (black) to 1.05 (white)."""
    found = re.fullmatch(r"#?([0-9a-fA-F]{6})", color)
    if found is None:
        return None
    parts = [int(found[1][at : at + 2], 16) / 255 for at in (0, 2, 4)]
    lights = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * lights[0] + 0.7152 * lights[1] + 0.0722 * lights[2] + 0.05


def typed_item(watch: Watch) -> Iterator[Hit]:
    """A line typed with a hyphen beside the items of a real list."""
    blocks: list[Block] = [block for block in watch.document.blocks if block.text.strip()]
    for number, block in enumerate(blocks):
        beside = blocks[max(0, number - 1) : number] + blocks[number + 1 : number + 2]
        if block.numbered or not _TYPED.match(block.text) or not any(one.numbered for one in beside):
            continue
        message = "Ce tiret est tapé à la main, à côté d’une vraie liste."
        place = block.locator, clipped(block.text)
        yield wrong(message, place, "Quel bouton du logiciel fait les listes ?", mark=f".{number}")


_ITEM = re.compile(r"(?:(?<=[.;] )|(?<=[.;])|^|(?<=\n))(?P<label>[A-ZÀ-Þ][\w’' -]{2,28}?)\s?: ")
_OF_HOUSE = re.compile(
    r"(?<!\w)(?:tel\w*|fax|mail|mel|e-mail|courriel|site|sire[nt]|tva|iban|bic|ape|naf|rcs|capital|n°)(?!\w)"
)
"""Labels that stand in a row in a letterhead."""
_OF_HEAD = re.compile(
    r"(?:de(?: la part de)?|a(?: l'attention de)?|pour|copies?(?: a)?|en copie|cc|date|le|objet|sujet|destinataires?|"
    r"emetteur|expediteur|(?:(?:nos|vos|n|v) ?/?)?ref\w*)"
)
"""Labels of the lines that open a letter or a note: they stand one above the other, and make no list."""
_ENDS = re.compile(r";\s*$")
_RUN_ON = 3


def flattened(watch: Watch) -> Iterator[Hit]:
    """Items of a list run together in one paragraph, or set as paragraphs of their own: the software makes lists."""
    if not watch.is_text or watch.document.type in ("txt", "md", "eml", "msg"):
        return
    blocks = [
        one for one in watch.document.blocks if one.kind in _BODY and not one.hidden and one.text.strip()
    ]
    hint = "Quel bouton du logiciel fait les listes ?"
    for number, block in enumerate(blocks, 1):
        labels = [
            match["label"]
            for match in _ITEM.finditer(block.text)
            if not _OF_HEAD.fullmatch(plain(match["label"]).strip())
        ]
        if len(labels) >= _RUN_ON and not any(_OF_HOUSE.search(plain(one)) for one in labels):
            place = block.locator, clipped(block.text)
            yield wrong(
                "Plusieurs points se suivent ici dans un seul paragraphe.", place, hint, mark=f".{number}"
            )
    run: list[Block] = []
    for one in (*blocks, None):
        if one is not None and not one.numbered and one.kind != "slide" and _ENDS.search(one.text):
            run.append(one)
            continue
        if len(run) >= _RUN_ON:
            place = run[0].locator, clipped(run[0].text)
            yield wrong("Ces points forment une liste, et n’en ont pas la forme.", place, hint, mark=".suite")
        run = []
