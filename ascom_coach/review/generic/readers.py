# ruff: noqa: E501 -- a pattern stays on one line
"""The look at « tu » and « vous »: one form of address for each reader of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ascom_coach.language import plain, register_of
from ascom_coach.review.generic.draft import Draft, Hit, good, wrong

_ANOTHER = re.compile(
    r"^\W*(?:(?:Pour |À |A |@ ?)?(?:Monsieur|Madame|M\.|Mme|Mlle) [A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+)?|(?:Pour |@ ?)[A-ZÀ-Þ][\w’'-]+) ?[,:.] ?\w"
)
"""« Monsieur Lemoine, deux points vous reviennent »: from here on, the message speaks to somebody else."""
_ANOTHER_PART = re.compile(
    r"^\W*(?:\d+[.)] ?)?(?:[Pp]our|[ÀA] l[’']attention d(?:e |[’']))\s?(?:(?:Monsieur|Madame|M\.|Mme|Mlle) )?[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+)?\W*$"
)
"""A heading, « Pour M. Lemoine »."""
_CALLED = re.compile(r"^\W*(?:Monsieur|Madame) ?, ?[a-zà-ÿ]")
"""« Monsieur, pouvez-vous… » in a message that greets somebody by name."""


_NAME = r"(?!Monsieur|Madame|Mme|Mlle|Pour|Bonjour|Cher)[A-ZÀ-Þ][\w’'-]{2,}"


def _readers(draft: Draft) -> list[str]:
    """The text cut where it turns to another reader, each part with who reads it."""
    parts: list[list[str]] = [[]]
    greeted: set[str] = set()
    for block in draft.view.blocks:
        line = re.sub(r"\s", " ", block.text.strip())  # Word puts a fixed space before a colon
        turns = (
            _ANOTHER.match(line) or _ANOTHER_PART.match(line) or (_CALLED.match(line) if greeted else None)
        )
        names = {plain(word) for word in re.findall(_NAME, turns.group() if turns else line)}
        if turns and any(parts[-1]) and not names & greeted:
            parts.append([])
        if turns or line.endswith(","):
            greeted |= names
        parts[-1].append(block.text)
    return ["\n".join(some) for some in parts]


def one_register(draft: Draft, lot: tuple[Draft, ...]) -> Iterator[Hit]:
    """« tu » or « vous », not both to one reader."""
    if draft.document.sheets:
        return
    used = register_of(draft.view.text)
    if used.main == "mixte" and all(register_of(part).main != "mixte" for part in _readers(draft)):
        yield good("Le tutoiement et le vouvoiement vont chacun à son lecteur.", draft.view.main())
    elif used.main == "mixte":
        few, many = sorted((used.tutoiement, used.vouvoiement), key=len)
        told = "tutoie" if few == used.tutoiement else "vouvoie"
        message = f"Le texte {told} ici, et fait l’inverse ailleurs."
        certain = bool(draft.parts.get("appel")) and len(many) >= 2
        yield wrong(message, draft.view.place(*few[0]), "À qui écrivez-vous ?", certain=certain)
    elif used.main:
        first = (used.tutoiement or used.vouvoiement)[0]
        yield good(f"Le {used.main} est tenu.", draft.view.place(*first))
