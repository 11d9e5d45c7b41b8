# ruff: noqa: E501 -- a pattern stays on one line
"""Looks at a hand-in as one thing: an event has one day in all its files, a thing one number, a promise one wording."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from ascom_coach.language import Value, find_promises, plain, same_value
from ascom_coach.review.generic.draft import Draft, Hit, wrong
from ascom_coach.review.watch.matters import roots
from ascom_coach.review.watch.meanings import QUOTED
from ascom_coach.review.watch.watch import Watch
from ascom_coach.scenarios import controls as ask

_EVENT = re.compile(
    r"(?<![\w-])(?P<noun>[a-z][\w-]{4,})(?: (?:annuel\w*|general\w*|prevue?s?|du personnel|de rentree|d'\w+|de la \w+|des \w+|du \w+))?,? "
    r"(?:(?:aura|a) lieu |se (?:tient|tiendra|deroule|deroulera) |(?:est|sera) (?:prevue?|fixee?|programmee?) )?(?:du|le|au|:) (?:\w+di )?$"
)
_PAPERS = frozenset(
    "factu courr lettr messa note bon devis avoir email fiche relev extra cours depui avant jusqu janvi fevri parti comme suite date repon deman vendr jeudi mardi merc lundi samed diman".split()  # noqa: SIM905
)
"""Beginnings of words that may have several days: papers, days, links."""
_LOOSE = frozenset(
    "jour semaine mois heure minute mot euro point message ligne an fois page personne".split()  # noqa: SIM905
)


@dataclass(frozen=True)
class _Day:
    root: str
    day: dt.date
    start: int
    end: int


def same_day(watch: Watch) -> Iterator[Hit]:
    """A coming event keeps its day in the subject, in the text and in the other files of the hand-in."""
    if not watch.is_text:
        return
    mine = list(_days(watch.draft, watch.context.today))
    others = [one for draft in watch.lot for one in _days(draft, watch.context.today)] if mine else []
    facts = {value.value for _, value in watch.story.facts if value.kind == "date"}
    number = 0
    for one in mine:
        elsewhere = {two.day for two in (*mine, *others) if two.root == one.root and two.day != one.day}
        right = {day for day in elsewhere if day in facts}
        if not elsewhere or one.day in facts or (facts and not right and len(elsewhere) > 1):
            continue
        if QUOTED.search(watch.draft.sentence_at(one.start)):
            continue
        number += 1
        place = watch.view.place(one.start, one.end)
        message = "Ce jour n’est pas le même ailleurs dans votre travail."
        yield wrong(message, place, "Lequel des deux est juste ?", mark=f".{number}")


def _days(draft: Draft, today: dt.date) -> Iterator[_Day]:
    for value in draft.values:
        day = value.value.date() if isinstance(value.value, dt.datetime) else value.value
        if value.kind != "date" or not isinstance(day, dt.date) or value.unit or day < today:
            continue
        before = plain(draft.view.text[max(0, value.start - 60) : value.start]).rpartition("\n")[2]
        match = _EVENT.search(before) if re.search(r"\d", value.text) else None
        for root in roots(match["noun"]) - _PAPERS if match else ():
            yield _Day(root, day, value.start, value.end)


def same_number(watch: Watch) -> Iterator[Hit]:
    """A thing counted once here and once in another text of the hand-in has one number."""
    if not watch.is_text or watch.reports:
        return
    number = 0
    known = {(value.unit, value.value) for _, value in watch.story.facts if value.kind == "quantite"}
    for value in _counted(watch.draft).values():
        for other in watch.lot:
            theirs = None if other.document.sheets else _counted(other).get(value.unit)
            if theirs is None or theirs.value == value.value or (value.unit, value.value) in known:
                continue
            number += 1
            message = f"« {other.document.path.rpartition('/')[2]} » donne un autre nombre."
            place = watch.view.place(value.start, value.end)
            yield wrong(message, place, "Lequel des deux est juste ?", mark=f".{number}")
            break


def _counted(draft: Draft) -> dict[str, Value]:
    """The things that a text counts once, by what is counted."""
    found: dict[str, list[Value]] = {}
    for value in draft.values:
        if (
            value.kind == "quantite"
            and value.unit
            and value.unit not in _LOOSE
            and isinstance(value.value, Decimal)
            and re.search(r"\ws$", value.text.strip())  # « 16 places », not « 3 impasse du Lavoir »
            and not QUOTED.search(draft.sentence_at(value.start))
        ):
            found.setdefault(value.unit, []).append(value)
    return {unit: values[0] for unit, values in found.items() if len({one.value for one in values}) == 1}


def said_aloud(watch: Watch) -> Iterator[Hit]:
    """What was promised aloud is not written otherwise; what is left out is no fault here.

    Where a control of the scenario compares the two, it judges alone.
    """
    state = watch.context.state
    made = any(isinstance(one, ask.KeptPromises) for one in watch.context.production.controles)
    if state is None or made or not watch.goes_out or not watch.is_text:
        return
    number = 0
    for line in state.transcript:
        if line.who in watch.story.scenario.personnages:
            continue
        for spoken in find_promises(line.text, watch.context.today):
            for written in watch.context.promises:
                clash = _other(spoken.values, written.values) if written.sense == spoken.sense else None
                if clash is not None and not spoken.conditional and not watch.story.knows(clash):
                    number += 1
                    said = f"« {spoken.text.strip()} »"
                    message = f"À l’oral, vous avez dit {said} ; vous écrivez autre chose."
                    place = watch.view.place(clash.start, clash.end)
                    yield wrong(
                        message, place, "Laquelle des deux paroles tiendrez-vous ?", mark=f".{number}"
                    )


def _other(spoken: tuple[Value, ...], written: tuple[Value, ...]) -> Value | None:
    """A day, an hour or an amount written where another of its kind was said."""
    for kind in ("date", "heure", "montant", "pourcentage"):
        said = [one for one in spoken if one.kind == kind]
        put = [one for one in written if one.kind == kind]
        if said and put and not any(same_value(one, two) for one in said for two in put):
            return put[0]
    return None
