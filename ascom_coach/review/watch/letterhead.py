"""The look at the letterhead: what every paper of the house has at its top is at the top of the letter too."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ascom_coach.language import plain
from ascom_coach.review.generic.draft import Hit, wrong
from ascom_coach.review.text_view import TextView
from ascom_coach.review.watch.watch import Watch

_TOP, _SEVERAL = 6, 2
_PLACE = re.compile(r"\d{5} |(?:rue|quai|avenue|place|chemin|route|boulevard|impasse|allee)\b")
_CONTACT = re.compile(
    r"(?:\d\d[ .]?){5}|@|\d{5} [a-z]|"
    r"\d,? (?:bis,? |ter,? )?(?:rue|quai|avenue|place|chemin|route|boulevard|impasse|allee)\b"
)
_REACHED = re.compile(r"(?:\d\d[ .]?){5}|@")


def letterhead(watch: Watch) -> Iterator[Hit]:
    """A letter or a note under the name of the house gives its address and how to reach it, as its papers do."""
    if watch.document.type not in ("docx", "odt") or watch.context.production.type not in (
        "message_client",
        "lettre",
        "note",
    ):
        return
    heads = [
        [plain(line).strip() for line in TextView.of(paper, sides=True).lines if line.strip()][:_TOP]
        for paper in watch.story.start.values()
        if not paper.sheets and paper.mail is None
    ]
    house = plain(watch.story.scenario.entreprise.nom).strip()
    mine = [lines for lines in heads if lines and lines[0] == house]
    shared = [line for line in (mine[0] if mine else ()) if sum(line in one for one in mine) >= _SEVERAL]
    here = [plain(line) for line in TextView.of(watch.document, sides=True).lines]
    if len(shared) < _SEVERAL or not any(house in line for line in here[:_TOP]):
        return
    text = "\n".join(here)
    lacks = [
        line for line in shared if (_PLACE.search(line) or _REACHED.search(line)) and not _kept(line, text)
    ]
    if lacks:
        message = f"L’en-tête de la maison n’est pas entier : « {lacks[0]} » n’y est plus."
        yield wrong(message, watch.view.first(), "Que lit-on en haut de ses autres documents ?")


def gives_contact(line: str) -> bool:
    """Whether a line tells where somebody is or how to reach them, and is no sentence."""
    return bool(_CONTACT.search(plain(line))) and not re.search(r"[.!?;:…»]\s*$", line)


def _kept(line: str, text: str) -> bool:
    """Whether the figures and boxes of a line, or its words, stand somewhere in the text."""
    marks = re.findall(r"(?:\d\d[ .]?){5}|[\w.+-]+@[\w.-]+\w", line)
    words = re.findall(r"\w{3,}", line)
    if marks:
        return any(one.strip() in text for one in marks)
    return sum(one in text for one in words) * 3 >= 2 * len(words)
