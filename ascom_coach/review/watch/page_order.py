# ruff: noqa: E501 -- a pattern stays on one line
"""The look at the order of the parts: the subject above the text, who signs under it, the house at the head."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ascom_coach.documents import Document
from ascom_coach.language import plain
from ascom_coach.review.generic.draft import Hit, wrong
from ascom_coach.review.text_view import clipped
from ascom_coach.review.watch.letterhead import gives_contact
from ascom_coach.review.watch.watch import Watch

_SUBJECT = re.compile(r"^\W*(?:objet|sujet|concerne) ?: ?\S")
_HEAD = re.compile(
    r"^\W*(?:(?:objet|sujet|concerne|de|a|pour|copies?|cc|date|destinataires?) ?: ?\S|(?:[a-z' -]+, )?le \d{1,2}(?:er)? [a-z]+ \d{4})"
)
_GREETING = re.compile(
    r"^\W*(?:bonjour|bonsoir|salut|coucou|chere?s?|madame|monsieur|mesdames|messieurs|hello)(?!\w)"
)
_SIGNED = re.compile(
    r"(?!M\.|Mme|Mlle|Monsieur|Madame)(?:[A-ZÀ-Þ][\w’.-]+(?: [A-ZÀ-Þ][\w’.-]+)+(?:, [\w’ -]{3,40})?(?:,? pour [\w’. -]{3,40})?|(?:L’|L'|La |Le |Toute l’)(?:équipe|direction|rédaction|service)(?: [\w’ -]{3,40})?)[.,]?"
)
_POSTCODE = re.compile(r"(?<!\d)\d{5} [A-ZÀ-Þ]")
_BODY = 12
"""Words from which a line is the text itself."""
_BLOCK = ("heading", "title", "list_item", "table_cell", "header", "footer")
_WRITTEN = ("message_client", "lettre", "message_interne", "note_interne", "note", "emailing")


def parts_in_order(watch: Watch) -> Iterator[Hit]:
    """Head, text, signature; a text made on a model with a letterhead keeps the name of the house."""
    kind = watch.context.production.type
    if not watch.is_text or kind not in _WRITTEN or watch.document.mail is not None:
        return
    blocks = watch.view.blocks
    body = [
        rank
        for rank, block in enumerate(blocks)
        if len(block.text.split()) >= _BODY and not gives_contact(block.text)
    ]
    if body:
        for block in blocks[body[0] + 1 :]:
            if _SUBJECT.match(plain(block.text)):
                place = block.locator, clipped(block.text)
                yield wrong(
                    "L’objet vient après le texte.",
                    place,
                    "Quand votre lecteur en a-t-il besoin ?",
                    mark=".objet",
                )
                break
        yield from _signed_first(watch, body)
    yield from _no_letterhead(watch)


def _signed_first(watch: Watch, body: list[int]) -> Iterator[Hit]:
    blocks = watch.view.blocks
    if any(_signature(block.text) for block in blocks[body[0] + 1 :]):
        return
    top = next((rank for rank, block in enumerate(blocks) if _HEAD.match(plain(block.text))), None)
    for rank in range(top + 1 if top is not None else 0, body[0]):
        block = blocks[rank]
        address = any(_POSTCODE.search(one.text) for one in blocks[rank + 1 : rank + 4])
        if block.kind not in _BLOCK and _signature(block.text) and not address:
            place = block.locator, clipped(block.text)
            yield wrong(
                "La signature vient avant le texte.",
                place,
                "Où signe-t-on ce que l’on a écrit ?",
                mark=".signature",
            )
            return


def _signature(line: str) -> bool:
    return bool(_SIGNED.fullmatch(line.strip())) and not _GREETING.match(plain(line))


def _no_letterhead(watch: Watch) -> Iterator[Hit]:
    """The model has the house at its head, and this copy has it nowhere but at its foot."""
    house = plain(watch.story.scenario.entreprise.nom)
    mine = _title(watch.document)
    model = next(
        (one for one in watch.story.start.values() if mine and not one.sheets and _title(one) == mine), None
    )
    if model is None or not _named(model, house) or _named(watch.document, house):
        return
    yield wrong(
        "L’en-tête du modèle n’y est plus.",
        watch.view.first(),
        "De quelle maison vient ce document ?",
        mark=".entete",
    )


def _named(document: Document, house: str) -> bool:
    return any(house in plain(block.text) for block in document.visible if block.kind != "footer")


def _title(document: Document) -> str:
    """The folded title of a text: a title, or a heading of the first rank."""
    heads = (
        one for one in document.visible if one.kind == "title" or (one.kind == "heading" and one.level == 1)
    )
    return next((plain(one.text).strip() for one in heads), "")
