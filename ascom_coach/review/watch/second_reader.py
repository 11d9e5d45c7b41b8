# ruff: noqa: E501 -- a pattern stays on one line
"""Passages of a message that speak to somebody else than the person greeted: « Pour M. Lemoine : pouvez-vous… »."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ascom_coach.documents import Block
from ascom_coach.language import plain
from ascom_coach.review.watch.watch import Watch

_TITLE = re.compile(r"(?:m\.?|mr|mme|mlle|monsieur|madame|mademoiselle|mesdames|messieurs)(?!\w)")
_VOCATIVE = re.compile(
    r"^\W*(?:bonjour |et |enfin |ps ?: ?)?(?:pour |a l'attention de )?(?P<who>[a-z][\w.'-]*(?: [\w.'-]+){0,3}?) ?[,:] ?(?=\S|$)"
)
"""« Monsieur, », « M. Lemoine : », « Pour Bénédicte, » at the beginning of a paragraph or of a sentence."""
_HEADS = re.compile(
    r"^\W*(?:\d+[.)] ?)?(?:pour|a l'attention de|a l'attention d'|a) (?P<who>[^,;:!?]{2,40}?)\W*$"
)
_REPORTED = re.compile(
    r"(?<!\w)(?:ecri\w*|repond\w*|reponse|dit|dis|dira\w*|annonc\w*|message|texte|phrase|formul\w*|propos\w*|courriel|mail|lettre)"
    r"(?!\w)[^:.!?]{0,60}: ?[^.!?]*$"
)
"""« Je lui ai répondu : vous… », « Ma réponse à la cliente : nous passons chez vous »."""
_SEVERAL = re.compile(
    r"(?<!\w)vous (?=(?:deux|trois|quatre|tous|toutes|autres)(?!\w))|(?<!\w)(?:entre|chacun de|chacune de) vous(?!\w)"
)
_SHORT = 8


def to_others(watch: Watch, greeted: str) -> list[tuple[int, int]]:
    """Spans of the text that are for somebody else than the person greeted, or for several people together."""
    cast = {
        frozenset(re.findall(r"[\w'-]{3,}", plain(one.nom)))
        for one in watch.story.scenario.personnages.values()
    }
    others = frozenset[str]().union(*(words for words in cast if greeted not in words)) - {greeted}
    view = watch.view
    found = list(_blocks(watch, others, greeted))
    for start, end in watch.draft.sentences:
        sentence = plain(view.text[start:end])
        if _names(_VOCATIVE.match(sentence), others):
            found.append((start, end))
    folded = watch.draft.folded
    found += [folded.span(*match.span()) for match in _SEVERAL.finditer(folded.text)]
    return found


def reported(before: str) -> bool:
    """Whether what precedes a word in its sentence says that these words go to another reader."""
    return _REPORTED.search(plain(before)) is not None


def _blocks(watch: Watch, others: frozenset[str], greeted: str) -> Iterator[tuple[int, int]]:
    """Paragraphs under a head that names another reader, or that open by calling that reader, items included."""
    under = called = False
    for rank, block in enumerate(watch.view.blocks):
        folded = plain(block.text).strip()
        apart = rank == 0 or not right_under(watch.view.blocks[rank - 1], block)
        if _heads(block):
            under = (under and not _parts(block)) or _names(
                _HEADS.match(folded) or re.match(r"^\W*(?P<who>.+?)\W*$", folded), others
            )
        item = (
            block.numbered
            or block.kind == "list_item"
            or re.match(r"\s*(?:[-–—•*]|\d{1,2}[.)])\s", block.text)
        )
        called = _names(_VOCATIVE.match(folded), others) or (called and (bool(item) or not apart))
        if greeted in re.findall(r"[\w'-]+", folded)[:3] and not _heads(block):
            under = called = False
        if under or called:
            start = watch.view.start(rank)
            yield start, start + len(block.text)


def right_under(above: Block, block: Block) -> bool:
    """Whether a typed line stands right under another one, without a blank: one passage."""
    one, two = (re.fullmatch(r"(\D*)(\d+)", near.locator.ref) for near in (above, block))
    typed = above.kind == block.kind and block.kind in ("line", "mail_line")
    return (
        typed and one is not None and two is not None and (one[1], int(one[2]) + 1) == (two[1], int(two[2]))
    )


def _heads(block: Block) -> bool:
    text = block.text.strip()
    bare = len(text.split()) <= _SHORT and text[-1:] not in ".!?;,"
    shown = block.bold or text.endswith(":") or _HEADS.match(plain(text)) is not None
    return block.kind in ("title", "heading") or (bare and shown)


def _parts(block: Block) -> bool:
    """Whether a head begins a part of its own; « Deux points : » leads what follows, in the part where it stands."""
    shown = block.kind in ("title", "heading") or block.bold
    return shown or _HEADS.match(plain(block.text.strip())) is not None


def _names(match: re.Match[str] | None, others: frozenset[str]) -> bool:
    if match is None:
        return False
    words = re.findall(r"[\w'-]+\.?", match["who"])
    return bool(words) and all(_TITLE.fullmatch(one) or one.strip(".") in others for one in words)
