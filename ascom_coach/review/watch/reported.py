# ruff: noqa: E501 -- a pattern stays on one line
"""The look at what a report leaves out: a paper whose faults nobody tells, a change that came on the way, a row added.

Only where the message was asked to say what was wrong or what was done. One word that is the fault’s own is enough to
have told it: a report may be short.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from ascom_coach.language import find_values, mentions, plain
from ascom_coach.review.generic.draft import Hit, wrong
from ascom_coach.review.text_view import Place
from ascom_coach.review.watch.matters import roots
from ascom_coach.review.watch.watch import Watch
from ascom_coach.review.workbooks.grid import named
from ascom_coach.scenarios import controls as ask

_ASKED = re.compile(
    r"(?<!\w)(?:cloche\w*|n'alla(?:it|ient) pas|ne va pas|ne vont pas|anomalies?|erreurs?|corrige\w*|rectifi\w*|signal\w*|rend\w* compte|ecarts?|problemes?)(?!\w)"
)
_COUNTS = frozenset(["quantite", "heure"])
_CHANGED = re.compile(
    r"(?<!\w)(?:plus que?|plus qu'|change\w*|desormais|maintenant|finalement|ferme\w*|avance\w*|report\w*)(?!\w)"
)
_SEVERAL = 2
ANYWHERE = roots(
    "deux trois quatre avant après encore alors donne lundi mardi mercredi jeudi vendredi samedi dimanche page date"
)
"""Beginnings of words that tell no fault by themselves."""


def left_out(watch: Watch) -> Iterator[Hit]:
    """Papers with several faults of which none is told, rows added that nobody names, a change that is not passed on."""
    if not watch.is_text or not watch.reports or not _ASKED.search(watch.asked):
        return
    told = roots(watch.view.text)
    place = watch.view.last()
    judged = {getattr(one, "anomalie", "") for one in watch.context.production.controles}
    known = {one.id: one for one in watch.story.scenario.anomalies}
    for number, paper in enumerate(watch.story.scenario.documents_remis, 1):
        faults = [known[one] for one in paper.anomalies if one in known]
        if len(faults) < _SEVERAL or any(one.id in judged for one in faults):
            continue
        often = Counter(root for one in known.values() for root in roots(one.detail))
        own = frozenset[str]().union(*(roots(f"{one.detail} {one.valeur}") for one in faults))
        own = frozenset(root for root in own if often[root] <= _SEVERAL) - roots(watch.asked) - ANYWHERE
        if not own & told:
            title = paper.titre or paper.id
            message = f"Vous ne dites rien de ce qui n’allait pas dans ce document : « {title} »."
            yield wrong(message, place, "Qu’y avez-vous corrigé ?", mark=f".papier{number}")
    yield from _changes(watch)
    yield from _rows_added(watch)


def _changes(watch: Watch) -> Iterator[Hit]:
    """What changed on the way stands in one of the reports of the hand-in."""
    wanted = {
        name
        for production in watch.story.scenario.productions
        for control in production.controles
        if isinstance(control, ask.FactsPresent) and production.type == watch.context.production.type
        for name in control.faits
    }
    for number, twist in enumerate(watch.story.scenario.imprevus, 1):
        change = twist.change
        if change is None or change.fait in wanted or watch.story.current.get(change.fait) != change.valeur:
            continue
        if not find_values(change.valeur, watch.context.today):
            continue
        fact = watch.story.scenario.fact(change.fait)
        if not _says(watch, watch.view.text, change.valeur, fact.valeur):
            about = fact.porte_sur
            message = f"Vous ne dites pas ce qui a changé en route sur {about}."
            place = _instead(watch, change.valeur) or watch.view.last()
            yield wrong(message, place, "Qui doit l’apprendre par vous ?", mark=f".imprevu{number}")


def _instead(watch: Watch, value: str) -> Place | None:
    """The only value of that kind that the story does not know, or that stands beside « plus que » or « changé »."""
    wanted = find_values(value, watch.context.today)
    kinds = {one.kind for one in wanted}
    near = [
        one for one in watch.context.values if one.kind in kinds or (one.kind in _COUNTS and kinds & _COUNTS)
    ]
    strange = [one for one in near if not watch.story.knows(one)]
    changed = [one for one in near if _CHANGED.search(watch.draft.sentence_at(one.start))]
    found = strange if len(strange) == 1 else changed if len(changed) == 1 else []
    return watch.view.place(found[0].start, found[0].end) if found else None


def _says(watch: Watch, text: str, value: str, before: str) -> bool:
    if mentions(text, value, watch.context.today):
        return True
    fresh = set(re.findall(r"\d+", value)) - set(re.findall(r"\d+", before))
    return bool(fresh) and all(re.search(rf"(?<!\d){one}(?!\d)", text) for one in fresh)


def _rows_added(watch: Watch) -> Iterator[Hit]:
    """Somebody added to a table of the hand-in, whom no document held, is named where the corrections are told."""
    folded = plain(watch.view.text)
    written = [plain(line) for line in watch.story.paper_lines]
    cells = {
        named(cell.text)
        for other in watch.context.others
        for sheet in other.sheets
        for cell in sheet.cells.values()
        if isinstance(cell.value, str)
    }
    rows = [
        key
        for production in watch.story.scenario.productions
        for control in production.controles
        if isinstance(control, ask.RowPresent)
        for key in tuple(control.valeurs.values())[:1]
    ]
    for number, key in enumerate(rows, 1):
        words = re.findall(r"[^\W\d_]{3,}", plain(key))
        fresh = named(key) in cells and not any(named(key) == named(line) for line in written)
        if words and fresh and not any(word in folded for word in words):
            message = f"Vous ne dites pas que vous avez ajouté une ligne : « {key} »."
            yield wrong(message, watch.view.last(), "Comment le saura-t-on ?", mark=f".ligne{number}")
