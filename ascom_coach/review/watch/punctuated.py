# ruff: noqa: E501 -- a pattern stays on one line
"""Looks at how sentences are written: capitals, spaces before marks, question marks, breath, « ne » of a negation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ascom_coach.language import fold, lexicon, plain
from ascom_coach.review.generic.draft import Hit, wrong
from ascom_coach.review.watch.watch import Watch

_SMALL = re.compile(r"(?<=[a-zà-ÿ]{5}[.!?] )[a-zà-ÿ](?=[a-zà-ÿ’']* )")
_GLUED = re.compile(r"(?<=[a-zà-ÿ)»])[;!?:](?=\s|$)")
_SPACED = re.compile(r"[ \u00a0\u202f][;!?:](?=\s|$)")
_FEW = 3
_ASKS = re.compile(
    r"^\W*(?:peux-tu|pouvez-vous|pourrais-tu|pourriez-vous|veux-tu|voulez-vous|est-ce que?|as-tu|avez-vous|sais-tu|savez-vous|dois-je|puis-je|faut-il|y a-t-il|peut-on)(?!\w)"
)
_BREATH = 30
"""Words that nobody says without a mark between them."""
_INSIDE = re.compile(r"[,;:()–—«»…/|]| - ")
_NOT = re.compile(
    r"(?<![\w'-])(?P<who>j'|c'|(?:je|tu|il|elle|on|nous|vous|ils|elles|ca|cela|qui) )(?:(?:me|te|se|le|la|les|lui|leur|y|en|nous|vous) |(?:m'|t'|s'|l'))*(?P<verb>[a-z]+) pas(?! a pas)(?! de deux)(?![\w-])"
)
_NE = re.compile(r"(?<!\w)(?:ne |n'|ni |sans )")
_TEXTS = ("paragraph", "list_item", "html", "line", "mail_line")


def sentences(watch: Watch) -> Iterator[Hit]:
    """Capitals, spaces, question marks, breath: what anyone sets right on reading again."""
    if not watch.is_text or watch.document.type == "eml":
        return
    view = watch.view
    bodies = [(rank, block) for rank, block in enumerate(view.blocks) if block.kind in _TEXTS]
    spaced = sum(bool(_SPACED.search(block.text)) for _, block in bodies)
    number = 0
    for rank, block in bodies:
        origin = view.start(rank)
        small = _SMALL.search(block.text)
        if small is not None:
            number += 1
            yield wrong("Cette phrase commence sans majuscule.", view.place(origin + small.start() - 8, origin + small.end()),
                        "Comment commence une phrase ?", mark=f".{number}")  # fmt: skip
        glued = _GLUED.search(re.sub(r"\S+(?:://|@)\S+", lambda found: "x" * len(found.group()), block.text))
        if glued is not None and spaced >= _FEW - 1:
            number += 1
            yield wrong("Il manque une espace avant ce signe.", view.place(origin + glued.start(), origin + glued.end()),
                        "Comment avez-vous écrit les autres ?", mark=f".{number}")  # fmt: skip
    for start, end in watch.draft.sentences:
        said = view.text[start:end]
        folded = plain(said)
        message, hint = "", ""
        if _ASKS.match(folded) and "?" not in view.text[start : end + 3]:
            message, hint = (
                "Cette question n’a pas son point d’interrogation.",
                "Que demandez-vous, et où cela finit-il ?",
            )
        elif len(said.split()) >= _BREATH and not _INSIDE.search(said):
            message, hint = (
                "Cette phrase est d’un seul souffle, sans une virgule.",
                "Lisez-la à voix haute : où respirez-vous ?",
            )
        if message:
            number += 1
            yield wrong(message, view.place(start, end), hint, mark=f".{number}")
    if watch.goes_out or watch.context.production.type == "note":
        yield from _half_negations(watch)


def _half_negations(watch: Watch) -> Iterator[Hit]:
    """« si ce moment vous convient pas »: the spoken negation, without its « ne »."""
    for number, (start, end) in enumerate(watch.draft.sentences, 1):
        folded = fold(watch.view.text[start:end])
        for match in _NOT.finditer(folded.text):
            first, last = folded.span(*match.span("verb"))
            verb = watch.view.text[start + first : start + last].lower()
            finite = any(
                one.pos == "V" and not {"inf", "ppas", "ppre"} & one.tags for one in lexicon().analyses(verb)
            )
            if finite and not _NE.search(folded.text[max(0, match.start() - 25) : match.end()]):
                place = watch.view.place(
                    start + folded.span(*match.span())[0], start + folded.span(*match.span())[1]
                )
                yield wrong(
                    "Il manque le « ne » de cette négation.",
                    place,
                    "Comment l’écririez-vous à un client ?",
                    mark=f".ne{number}",
                )
                break
