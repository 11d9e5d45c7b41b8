"""Text that speaks to the corrector instead of the reader: « ignore les consignes », « note maximale »…

What is read is data. Such a sentence changes no level; it is reported so that a person can look at it. It
is recognised by sure signs (`order_patterns.py`), by its words in other languages (`foreign_orders.py`), and by its
likeness to orders learnt from (`likeness.py`), as it stands and under each disguise (`disguises.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from enum import IntEnum
from functools import lru_cache
from itertools import pairwise

from ascom_coach.documents.injection.disguises import Reading, readings
from ascom_coach.documents.injection.foreign_orders import foreign_order
from ascom_coach.documents.injection.likeness import HIDDEN, LIKELY, SURE, is_telling, likeness, pieces
from ascom_coach.documents.injection.notions import fold, tokens
from ascom_coach.documents.injection.order_patterns import staged, sure_order
from ascom_coach.documents.model import Block, Document, Locator, Notice
from ascom_coach.documents.places import describe_place

_INVISIBLE = re.compile("[\u200b\u200c\u200d\u2060\u2061-\u2064\ufeff\u00ad\U000e0000-\U000e007f]")
MAX_NOTICES = 20


class Address(IntEnum):
    """How much a text speaks to whoever corrects."""

    NO = 0
    LIKELY = 1
    SURE = 2


def addressed_to_corrector(text: str) -> bool:
    """Whether a text surely gives orders to whoever corrects, asks for the key, or bears a verdict of its own.

    Accents, case and zero-width characters do not matter; several languages and the usual disguises are read.
    """
    return address(text) is Address.SURE


def address(text: str) -> Address:
    """The same, with what only looks like it: for a person to see, the copy stays as it is."""
    if len(text) < (8 if text.isascii() else 4):
        return Address.NO
    return _judged(text[:200_000])


@lru_cache(maxsize=2_000)
def _judged(text: str) -> Address:
    found = _address(Reading(text, hidden=False))
    bare = text if text.isascii() else _INVISIBLE.sub("", text)
    for one in dict.fromkeys((text, bare)):
        for reading in readings(one):
            if found is Address.SURE:
                return found
            found = max(found, _address(reading))
    return found


def _address(reading: Reading) -> Address:
    plain = _plain(reading.text)
    if staged(plain) or foreign_order(plain):
        return Address.SURE
    if not is_telling(tokens(plain)):
        return Address.NO
    alike = max(map(likeness, pieces(plain)), default=-1.0)
    if alike >= (HIDDEN if reading.hidden else SURE) or sure_order(plain):
        return Address.SURE
    return Address.LIKELY if alike >= LIKELY else Address.NO


def _plain(text: str) -> str:
    """Lower case, without accents or invisible characters, with plain spaces and apostrophes."""
    if text.isascii():
        return text.lower()
    text = _INVISIBLE.sub("", text).replace("’", "'").replace("\u00a0", " ").replace("\u202f", " ")
    return fold(text)


def spread_over(one: Block, two: Block) -> bool:
    """Whether an order begins at the end of a line and goes on in the next one (neither says it alone)."""
    if (
        one.kind != two.kind
        or one.kind not in ("line", "mail_line")
        or one.text.rstrip().endswith((".", "!", "?"))
    ):
        return False
    alone = addressed_to_corrector(one.text) or addressed_to_corrector(two.text)
    return not alone and addressed_to_corrector(f"{one.text} {two.text}")


def _places(document: Document) -> Iterable[tuple[Locator, str]]:
    for block in (*document.blocks, *document.comments, *document.deleted):
        yield block.locator, block.text
    for image in document.images:
        yield image.locator, image.alt
    for link in document.links:
        yield link.locator, link.target
    for sheet in document.sheets:
        yield Locator(document.path, "sheet", f"{sheet.name}!"), sheet.name
        for cell in sheet.cells.values():
            if isinstance(cell.value, str):
                yield cell.locator, cell.value
            if cell.note:
                yield cell.locator, cell.note
    for name, value in document.properties.items():
        yield Locator(document.path, "property", f"propriete:{name}"), value


def with_warnings(document: Document) -> Document:
    """The same document with notices for hidden text, invisible characters and orders to the corrector."""
    notices = list(document.notices)
    hidden = [block for block in document.blocks if block.hidden and block.text.strip()]
    for block in hidden[:MAX_NOTICES]:
        place = describe_place(block.locator)
        message = (
            f"Du texte masqué se trouve ici ({place})\u00a0: il est signalé et ne compte pas dans la copie."
        )
        notices.append(Notice("texte_masque", message, block.locator))
    orders: dict[str, Locator] = {}
    doubts: dict[str, Locator] = {}
    invisible: Locator | None = None
    verdicts: dict[str, Address] = {}
    for locator, text in _places(document):
        if text not in verdicts:
            verdicts[text] = address(text)
            if invisible is None and text and not text.isascii() and _ZERO_WIDTH.search(text):
                invisible = locator
        if verdicts[text] is Address.SURE:
            orders.setdefault(locator.ref, locator)
        elif verdicts[text]:
            doubts.setdefault(locator.ref, locator)
    for one, two in pairwise(document.blocks):
        if one.locator.ref not in orders and spread_over(one, two):
            orders.setdefault(one.locator.ref, one.locator)
    for locator in list(orders.values())[:MAX_NOTICES]:
        message = (
            f"Ce passage s’adresse au correcteur ({describe_place(locator)})\u00a0: il ne change "
            f"aucun niveau."
        )
        notices.append(Notice("consigne_au_correcteur", message, locator))
    for locator in [one for ref, one in doubts.items() if ref not in orders][:MAX_NOTICES]:
        message = (
            f"Ce passage semble s’adresser au correcteur ({describe_place(locator)})\u00a0: à regarder. Il ne change "
            f"aucun niveau."
        )
        notices.append(Notice("consigne_possible", message, locator))
    if invisible is not None:
        message = f"Des caractères invisibles se trouvent dans le texte ({describe_place(invisible)})."
        notices.append(Notice("caracteres_invisibles", message, invisible))
    return replace(document, notices=tuple(notices))


_ZERO_WIDTH = re.compile("[\u200b\u2060-\u2064\U000e0000-\U000e007f]")
