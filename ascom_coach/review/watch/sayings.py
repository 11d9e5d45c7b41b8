# ruff: noqa: E501 -- a pattern or an example stays on one line
"""Looks at how a copy speaks: nothing said twice, nobody attacked, no shouting, no chat."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ascom_coach.language import find_acts, plain
from ascom_coach.review.checks.text import ACT_WORDS
from ascom_coach.review.generic.draft import Hit, wrong
from ascom_coach.review.harsh_words import CHAT, JUDGED, SHARP, SHOUT, SMILEY, judges
from ascom_coach.review.watch.watch import Watch
from ascom_coach.review.workbooks.cells import at
from ascom_coach.review.workbooks.grid import named

_ENOUGH = 8
"""Words from which a paragraph is not repeated by chance."""
_RUDE = ("menace", "insulte", "reproche")
_SPOKEN = re.compile(
    r"(?<![\w'-])(?:du coup|bon ben|eh ben|en gros|genre,|voila,? quoi|quoi(?= ?[.!])|bref(?=[ ,])|franchement|carrement|au niveau du planning)(?![\w'-])"
)
"""Words of the spoken tongue, out of place on paper that many read."""
_ASIDE = re.compile(
    r"(?<![\w-])(?:anniversaires?(?! de (?:l'entreprise|la societe|la maison))|aperos?|barbecues?|belle-(?:mere|soeur)|beau-(?:pere|frere)|le match de|mes vacances|mon week-end|ta soiree|ma soiree|mon chien|mon chat|prendre un verre|ce soir chez)(?![\w'-])"
)
"""Private matters that a message of work has no room for, unless the story speaks of them."""


def repeated(watch: Watch) -> Iterator[Hit]:
    """The same paragraph stands twice."""
    if not watch.is_text:
        return
    seen: set[str] = set()
    for number, block in enumerate(watch.view.blocks, 1):
        words = " ".join(plain(block.text).split())
        if len(words.split()) < _ENOUGH:
            continue
        if words in seen:
            place = block.locator, block.text[:180]
            yield wrong(
                "Ce paragraphe est déjà plus haut.", place, "Lequel des deux garder ?", mark=f".{number}"
            )
        seen.add(words)


def tone(watch: Watch) -> Iterator[Hit]:
    """No threat, insult or reproach; no shouting; no words of a chat; nobody judged, cells added included."""
    if not watch.is_text:
        yield from _cells_that_judge(watch)
        return
    view, number = watch.view, 0
    controlled = {
        name for control in watch.context.production.controles for name in getattr(control, "actes", ())
        if getattr(control, "type", "") == "actes_absents"
    }  # fmt: skip
    for act in find_acts(view.text):
        if act.act in _RUDE and act.act not in controlled and not _invites(watch, act.start):
            number += 1
            yield wrong(f"On lit ici {ACT_WORDS[act.act]}.", view.place(act.start, act.end),
                        "Comment dire la même chose sans attaquer ?", mark=f".{number}")  # fmt: skip
    for match in SHOUT.finditer(view.text):
        if view.blocks[view.index(match.start())].kind in ("title", "heading", "header", "footer"):
            continue
        number += 1
        yield wrong(
            "Ici, le texte crie.",
            view.place(*match.span()),
            "Que perdrait la phrase sans cela ?",
            mark=f".{number}",
        )
    for match in SMILEY.finditer(view.text):
        number += 1
        yield wrong("Cette figure est celle d’une conversation.", view.place(*match.span()),
                    "La mettriez-vous sur un papier à en-tête ?", mark=f".{number}")  # fmt: skip
    folded = watch.draft.folded
    said = " ".join(plain(line) for line in watch.story.spoken)
    looked = [
        (CHAT, "Ces mots sont ceux d’une conversation."),
        (JUDGED, "Ces mots jugent quelqu’un."),
        (SHARP, "Ces mots attaquent ou menacent quelqu’un."),
        (_ASIDE, "Cela n’a pas sa place dans un message de travail."),
    ]
    if watch.goes_out or watch.context.production.type == "note":
        looked.append((_SPOKEN, "Ces mots sont ceux de l’oral."))
    for pattern, message in looked:
        for match in pattern.finditer(folded.text):
            if pattern is _ASIDE and match.group() in said:
                continue
            number += 1
            yield wrong(message, view.place(*folded.span(*match.span())), "Comment l’écrire pour un client ou un chef ?",
                        mark=f".{number}")  # fmt: skip


_INVITES = re.compile(r"^\W*(?:vous n'avez|tu n'as) (?:encore )?jamais [^?]+\? ?$")


def _invites(watch: Watch, start: int) -> bool:
    """« Vous n’avez jamais tenu de greffoir ? », said to everybody in what announces something."""
    announces = watch.context.production.type in ("emailing", "page_web", "reseaux")
    return announces and _INVITES.match(watch.draft.sentence_at(start)) is not None


def _cells_that_judge(watch: Watch) -> Iterator[Hit]:
    """A cell that the file handed out did not hold judges nobody: the person has a right to read it."""
    given = {
        named(cell.text)
        for paper in watch.story.start.values()
        for sheet in paper.sheets
        for cell in sheet.cells.values()
    }
    number = 0
    for sheet in watch.document.sheets:
        for cell in sheet.cells.values():
            if not isinstance(cell.value, str) or named(cell.text) in given:
                continue
            if judges(cell.text) or any(pattern.search(plain(cell.text)) for pattern in (JUDGED, SHARP)):
                number += 1
                message = "Cette remarque juge une personne, qui a le droit de la lire."
                yield wrong(message, at(cell), "Que faut-il vraiment garder d’elle ?", mark=f".{number}")
