"""Heads of messages: a subject, labelled or not, and in a mail the person whom its text is about."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ascom_coach.language import plain
from ascom_coach.review.generic.draft import Hit, wrong
from ascom_coach.review.text_view import Place
from ascom_coach.review.watch.matters import roots
from ascom_coach.review.watch.strange import rows_of_people
from ascom_coach.review.watch.watch import Watch

_FEW = 3
_LABELLED = re.compile(r"^\W*(?:a|de|pour|date|destinataires?|copies?|cc|from|to) ?: ?\w")
_TELLING, _SHARED = 4, 2
"""Words of a line that says what a message is about, and how many of them the text takes up again."""


def mail_heads(watch: Watch) -> Iterator[Hit]:
    """A mail has a subject; it does not go to somebody else of the lists than the person it writes about."""
    mail = watch.document.mail
    if mail is None or not watch.is_text:
        return
    if not re.search(r"\w", mail.subject):
        message = "Ce message n’a pas d’objet."
        yield wrong(message, _head(watch, "objet"), "De quoi parle-t-il, en une ligne ?", mark=".objet")
    if not watch.goes_out or not mail.to:
        return
    rows = list(rows_of_people(watch))
    to = plain(" ".join(mail.to))
    named = set(re.findall(r"[a-z][\w'-]{2,}", to))
    boxes = set(re.findall(r"[\w.+-]+@[\w.-]+\w", to))
    body = set(re.findall(r"[\w'@.-]*\w", plain(f"{mail.subject}\n{_body(watch)}")))
    for words, text in rows:
        mine = boxes & set(re.findall(r"[\w.+-]+@[\w.-]+\w", text)) or (len(words) > 1 and words <= named)
        spoken = [other for other, line in rows if _about(line, other, body)]
        if mine and spoken and words not in spoken and not words & body:
            message = "Ce message part chez une autre personne que celle dont il parle."
            yield wrong(message, _head(watch, "a"), "À qui est ce dossier ?", mark=".destinataire")
            return


def titled_above(watch: Watch) -> bool:
    """Whether a line above the greeting is a subject without its label: its words name the work, or come back below."""
    call = watch.draft.parts.get("appel", (0,))[0]
    below = roots("\n".join((watch.story.scenario.titre, *watch.view.lines[call + 1 :])))
    return any(
        len(line.split()) >= _TELLING
        and line.strip()[-1:] not in ".,"
        and not _LABELLED.match(plain(line).strip())
        and len(roots(line) & below) >= _SHARED
        for line in watch.view.lines[:call]
    )


def _about(line: str, words: frozenset[str], body: set[str]) -> bool:
    """Whether a text holds the name of a row or one of its references."""
    references = {one for one in re.findall(r"[a-z]+-\d{2,}[\w-]*", line) if len(one) > _FEW}
    return bool(references & body) or words <= body


def _body(watch: Watch) -> str:
    return "\n".join(block.text for block in watch.view.blocks if block.kind != "mail_header")


def _head(watch: Watch, ref: str) -> Place:
    """The header of that name, the top of the text when the mail has none."""
    for rank, block in enumerate(watch.view.blocks):
        if block.locator.ref == ref:
            start = watch.view.start(rank)
            return watch.view.place(start, start + len(block.text))
    return watch.view.first()
