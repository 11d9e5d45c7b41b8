"""Looks at the characters of a text: few fonts, bold and colours for a few words, every word in sight."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ascom_coach.documents import Block
from ascom_coach.review.generic.draft import Hit, wrong
from ascom_coach.review.text_view import clipped
from ascom_coach.review.watch.dress import CONTRAST, between
from ascom_coach.review.watch.watch import Watch

_BODY = ("paragraph", "list_item", "html", "line")
_SHOWN = (*_BODY, "title", "heading")
_FONTS = 3
"""Families from which a page looks like a patchwork: the titles may have one, the text another."""
_SENTENCE, _SEVERAL, _WORDS = 12, 2, 3
_NIGHT = 7.0
"""Contrast with white from which a ground is dark."""
_DARK = 90
"""Lightness (of 255) up to which a colour reads as black, or as grey: no part of it stands out from the others."""


def faces(watch: Watch) -> Iterator[Hit]:
    """Two or three fonts at most; no whole text in bold, no single paragraph in a bright colour, nothing hidden."""
    if not watch.is_text:
        return
    shown = [
        one for one in watch.document.blocks if one.kind in _SHOWN and not one.hidden and one.text.strip()
    ]
    yield from _fonts(watch, shown)
    long = [one for one in shown if one.kind in _BODY and len(one.text.split()) >= _SENTENCE]
    if len(long) >= _SEVERAL and all(one.bold for one in long):
        place = long[0].locator, clipped(long[0].text)
        yield wrong(
            "Tout est en gras\u00a0: plus rien ne ressort.",
            place,
            "Quels mots votre lecteur doit-il voir d’abord ?",
            mark=".gras",
        )
    bright = [one for one in long if _bright(one.color)]
    if 0 < len(bright) <= _SEVERAL and len(long) > 2 * len(bright):
        for number, one in enumerate(bright, 1):
            message = "Ce paragraphe est d’une autre couleur que le reste."
            yield wrong(
                message,
                (one.locator, clipped(one.text)),
                "Que dit cette couleur à votre lecteur ?",
                mark=f".couleur{number}",
            )
    yield from _hidden(watch)
    yield from _ground(watch)


def _fonts(watch: Watch, shown: list[Block]) -> Iterator[Hit]:
    given = {one.font for paper in watch.story.start.values() for one in paper.blocks if one.font}
    used = Counter(one.font for one in shown if one.font)
    own = [font for font, count in used.items() if font not in given and count >= _SEVERAL]
    if len(used) < _FONTS or len(own) < _FONTS - 1 or len(own) <= len(set(used) & given):
        return
    odd = next(one for one in shown if one.font in own)
    message = f"Ce texte mélange {len(used)} polices."
    yield wrong(
        message, (odd.locator, clipped(odd.text)), "Combien en a le modèle de la maison ?", mark=".polices"
    )


def _bright(color: str) -> bool:
    if len(color) != len("RRGGBB"):
        return False
    parts = [int(color[at : at + 2], 16) for at in (0, 2, 4)]
    return max(parts) - min(parts) > _DARK


def _hidden(watch: Watch) -> Iterator[Hit]:
    """Words that nobody sees: white on white, hidden characters."""
    given = {one.text.strip() for paper in watch.story.start.values() for one in paper.blocks if one.hidden}
    for number, one in enumerate(watch.document.blocks, 1):
        if (
            one.hidden
            and one.kind in _SHOWN
            and len(one.text.split()) >= _WORDS
            and one.text.strip() not in given
        ):
            message = (
                "Votre lecteur ne voit pas ces mots\u00a0: ils sont masqués, ou de la couleur du papier."
            )
            yield wrong(
                message,
                (one.locator, clipped(one.text)),
                "Affichez tout le texte en noir.",
                mark=f".masque{number}",
            )


def _ground(watch: Watch) -> Iterator[Hit]:
    """A page of the web with a dark ground, and one colour of text that does not stand apart from it."""
    if watch.document.type != "html":
        return
    grounds = {one.value for one in watch.document.uses if one.kind == "fond"}
    texts = {one.value for one in watch.document.uses if one.kind == "texte"}
    dark = [one for one in grounds if between(one, "FFFFFF") > _NIGHT]
    if len(texts) == 1 and any(between(one, *texts) < CONTRAST for one in dark):
        message = "Le texte ne ressort pas sur ce fond."
        yield wrong(message, watch.view.first(), "Lisez la page en plein soleil.", mark=".fond")
