# ruff: noqa: E501 -- a pattern stays on one line
"""The look at sentences that lost a word or their end: two little words that never meet, a line that breaks off."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ascom_coach.language import fold
from ascom_coach.review.generic.draft import Hit, wrong
from ascom_coach.review.watch.watch import Watch

_OWNERS = r"(?:mes|tes|ses|nos|vos|leurs|notre|votre|mon|ton)"
_LACKS = re.compile(
    rf"(?<![\w'-])(?:(?:je|j'|tu|il|elle|nous|ils|elles) (?:me |te |vous |lui |leur )(?={_OWNERS} )|(?:je|tu|il|elle|ils|elles) (?={_OWNERS} )|"
    rf"(?:les|ces|cette|cet|{_OWNERS}) (?=(?:de|du|dans|pour|avec|est|sont|sera|seront) )|(?:le|la) (?=(?:de la|du|dans|avec|chez) ))"
)
"""A pronoun before « nos », an article before « de »: the verb or the noun is gone."""
_OPENS = re.compile(r"^\W*(?:je|tu|il|elle|nous|vous|ils|elles) (?=(?:avec|dans|de|du|pour|sur|chez|par) )")
_OPEN_END = re.compile(
    r"(?<![\w'-])(?:a|au|aux|de|du|des|d'|le|la|les|un|une|et|ou|mais|que|qui|dont|pour|par|avec|sans|dans|sur|sous|chez|vers|entre|parce que|afin de|ainsi que|votre|notre|vos|nos|son|sa|ses|ce|cette|ces)$"
)
_KINDS = ("paragraph", "line", "html", "list_item", "mail_line")
_LONG, _PLAIN = 5, 9
_MARK = re.compile(r"[.!?;:,…»)]\s*$")


def cut_short(watch: Watch) -> Iterator[Hit]:
    """Every sentence has its words, its beginning and its end."""
    if not watch.is_text:
        return
    number = 0
    for start, end in watch.draft.sentences:
        folded = fold(watch.view.text[start:end])
        match = _OPENS.search(folded.text) or _LACKS.search(folded.text)
        if match is not None:
            number += 1
            first, last = folded.span(*match.span())
            following = re.match(r"\S+", watch.view.text[start + last : end])
            place = watch.view.place(start + first, start + last + (following.end() if following else 0))
            yield wrong("Il manque un mot ici.", place, "Lisez la phrase à voix haute.", mark=f".{number}")
    for rank, block in enumerate(watch.view.blocks):
        text = block.text.strip()
        if block.kind not in _KINDS or len(text.split()) < _LONG or _MARK.search(text):
            continue
        if block.kind == "line" and _wrapped(watch, rank):
            continue
        said = fold(text).text
        origin = watch.view.start(rank)
        if _OPEN_END.search(said):
            number += 1
            place = watch.view.place(origin, origin + len(block.text))
            yield wrong(
                "Cette phrase n’est pas finie.",
                place,
                "Que vouliez-vous dire ensuite ?",
                mark=f".fin{number}",
            )
        elif block.kind == "line" and text[0].islower() and len(text.split()) >= _PLAIN:
            number += 1
            place = watch.view.place(origin, origin + len(block.text))
            message = "Cette phrase n’a ni majuscule ni point."
            yield wrong(message, place, "Où commence-t-elle, où finit-elle ?", mark=f".nue{number}")


def _wrapped(watch: Watch, rank: int) -> bool:
    """Whether a line of plain text goes on from the line above it, or into the line below it."""
    numbers = [
        int(one.locator.ref[1:]) if re.fullmatch(r"l\d+", one.locator.ref) else -1
        for one in watch.view.blocks
    ]
    beside = [numbers[at] for at in (rank - 1, rank + 1) if 0 <= at < len(numbers)]
    return any(abs(one - numbers[rank]) == 1 for one in beside)
