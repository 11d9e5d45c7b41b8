"""The looks at what a copy says of the matters of the story: `meanings` and `polarity`, told to the learner."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ascom_coach.review.generic.draft import Hit, wrong
from ascom_coach.review.model import Status
from ascom_coach.review.watch.matters import roots
from ascom_coach.review.watch.meanings import Clash, Said, exchanged, other_things, other_values
from ascom_coach.review.watch.plainly import (
    Told,
    not_only,
    other_age,
    other_length,
    other_shares,
    other_since,
    vague_moment,
)
from ascom_coach.review.watch.polarity import turned_round
from ascom_coach.review.watch.told_done import done_to_come, said_right
from ascom_coach.review.watch.watch import Watch
from ascom_coach.scenarios import controls as ask

_HINT = "Comparez avec vos notes et vos documents."


def other_matter(watch: Watch) -> Iterator[Hit]:
    """A known amount, date or hour that the text gives to another matter."""
    if watch.is_text and watch.context.values:
        said, lore = _said(watch), watch.story.lore
        message = (
            "Cette valeur est celle d’autre chose\u00a0: vos documents en donnent une autre pour {about}."
        )
        yield from _hits(watch, other_values(said, lore, _leads(watch)), message)
        message = "Cette correction est à l’envers\u00a0: relisez ce que l’on vous a dit sur {about}."
        yield from _hits(watch, exchanged(said, lore), message, mark=".envers")


def other_thing(watch: Watch) -> Iterator[Hit]:
    """Another object where the story names one."""
    if watch.is_text:
        clashes = other_things(_said(watch), watch.story.lore)
        yield from _hits(watch, clashes, "Ce n’est pas ce que l’on vous a dit sur {about}.")


def other_way(watch: Watch) -> Iterator[Hit]:
    """Yes for no, or no for yes."""
    if watch.is_text:
        clashes = turned_round(_said(watch), watch.story.lore, by_papers=not watch.reports)
        yield from _hits(watch, clashes, "C’est le contraire de ce que l’on vous a dit sur {about}.")


def other_fact(watch: Watch) -> Iterator[Hit]:
    """A fact contradicted in plain words: a length, a moment, a share, a day, a paper said to be right."""
    if not watch.is_text:
        return
    said, lore = _said(watch), watch.story.lore
    marks = (
        (".duree", other_length),
        (".vague", vague_moment),
        (".depuis", other_since),
        (".parts", other_shares),
        (".seuls", not_only),
        (".age", other_age),
    )
    for mark, look in marks:
        yield from _told(watch, look(said, lore), mark, "Ce n’est pas ce que l’on vous a dit sur {about}.")
    message = "Ce jour est à venir, et le texte dit que c’est fait."
    yield from _told(watch, done_to_come(said, watch.context.today), ".fait", message)
    message = "Ce document n’est pas sans erreur\u00a0: «\u00a0{about}\u00a0»."
    yield from _told(watch, said_right(said, _papers_with_faults(watch)), ".juste", message)


def _told(watch: Watch, found: Iterator[Told], mark: str, message: str) -> Iterator[Hit]:
    for number, (start, end, about) in enumerate(found, 1):
        yield wrong(message.format(about=about), watch.view.place(start, end), _HINT, mark=f"{mark}{number}")


def _papers_with_faults(watch: Watch) -> list[tuple[frozenset[str], str]]:
    """(roots of the title, title) of the documents handed out in which something wrong is to be told."""
    told = {one.id for one in watch.story.scenario.anomalies if one.attendu == "signaler"}
    return [
        (
            roots(f"{paper.titre} {paper.id}") - roots("modèle document dossier base liste"),
            paper.titre or paper.id,
        )
        for paper in watch.story.scenario.documents_remis
        if told & set(paper.anomalies)
    ]


def _hits(watch: Watch, clashes: Iterator[Clash], message: str, mark: str = "") -> Iterator[Hit]:
    owned = _controlled(watch)
    for number, one in enumerate(clashes, 1):
        if one.matter.fact in owned:
            continue  # a control of the scenario judges that fact, and charges its absence
        status: Status = "defaut" if one.certain else "a_verifier"
        place = watch.view.place(one.start, one.end)
        yield Hit(
            status, message.format(about=one.matter.about), place, _HINT, one.certain, f"{mark}.{number}"
        )


def _controlled(watch: Watch) -> set[str]:
    """Facts that a control wants in this text, and that it does not state."""
    wanted = {
        name for control in watch.context.production.controles if isinstance(control, ask.FactsPresent)
        for name in control.faits
    }  # fmt: skip
    text = watch.view
    return {
        name
        for name in wanted
        if not list(text.find(watch.story.current.get(name, ""))) and not _states(watch, name)
    }


def _states(watch: Watch, name: str) -> bool:
    own = {(value.kind, str(value.value)) for fact, value in watch.story.facts if fact == name}
    return bool(own & {(value.kind, str(value.value)) for value in watch.context.values})


def _said(watch: Watch) -> Said:
    return Said(watch.view.text, tuple(watch.draft.sentences), watch.context.values)


def _leads(watch: Watch) -> dict[int, str]:
    """For each value that fills the cell of a table: the first cell of its row."""
    found: dict[int, str] = {}
    first: dict[str, str] = {}
    for block in watch.view.blocks:
        row = re.fullmatch(r"(t\d+\.r\d+)\.c(\d+)", block.locator.ref)
        if row:
            first.setdefault(row[1], block.text)
    for value in watch.context.values:
        block = watch.view.blocks[watch.view.index(value.start)]
        row = re.fullmatch(r"(t\d+\.r\d+)\.c(\d+)", block.locator.ref)
        if row and row[2] != "1" and len(value.text) >= len(block.text.strip()) - 2:
            found[value.start] = first[row[1]]
    return found
