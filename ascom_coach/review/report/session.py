"""What the session adds to a report: instructions, moods, what was said. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from ascom_coach.review.report.parts import Curve, Item, Section, Table, Text
from ascom_coach.review.report.words import NBSP, clean, count, french

MOOD_MAX = 5
_NOT_ASKED = "Un point n’était pas précisé, et vous ne l’avez pas demandé."
_SEVERAL_NOT_ASKED = "{} points n’étaient pas précisés, et vous ne les avez pas demandés."
_ANSWERS = {
    "heard": ("✓ entendue", "✗ pas entendue", "– n’était pas dite"),
    "asked": ("✓ demandée", "✗ pas demandée", "– rien à demander"),
    "done": ("✓ faite", "✗ pas faite", "– non vérifiée"),
}


def instructions_section(items: Sequence[Mapping[str, Any]]) -> Section:
    """Each point of the instruction: heard, asked, done.

    Points that nobody said and that were not asked keep their names to themselves, together in one row where the first
    of them stands: they stay to be found.
    """
    rows: list[tuple[str, ...]] = []
    hidden = sum(_hidden(item) for item in items)
    told = False
    for item in items:
        label = _label(item)
        if _hidden(item):
            if told:
                continue
            told = True
            label = _NOT_ASKED if hidden == 1 else _SEVERAL_NOT_ASKED.format(hidden)
        name = french(label) if label else _named(clean(item.get("id", "")))
        rows.append((name, *(_answer(key, item.get(key)) for key in _ANSWERS)))
    body: Item = (
        Table(
            "Chaque point de la consigne",
            ("Point", "Entendue", "Demandée", "Faite"),
            tuple(rows),
            (40, 20, 20, 20),
        )
        if rows
        else Text("Ce scénario n’a pas de consigne orale.")
    )
    return Section("consignes", f"La consigne{NBSP}: entendue, demandée, faite", (body,))


def _label(item: Mapping[str, Any]) -> str:
    return next((str(item[key]) for key in ("label", "text", "dit", "quoi") if item.get(key)), "")


def _hidden(item: Mapping[str, Any]) -> bool:
    """Whether a point was neither said nor asked for, and may not be named."""
    return not _label(item) and item.get("heard") is None and item.get("asked") is False


def _named(key: str) -> str:
    """An id when nothing better is known: « ecrire au client », « Point m1 »."""
    return f"Point {key}" if len(key) < 4 else re.sub(r"[_-]+", " ", key)


def _answer(key: str, value: object) -> str:
    yes, no, unknown = _ANSWERS[key]
    return unknown if value is None else yes if value else no


def mood_section(points: Sequence[tuple[str, int, str]]) -> Section:
    """The moods as a curve and as a table."""
    title = "L’humeur pendant l’échange"
    if not points:
        return Section("humeur", title, (Text("Elle n’a pas changé pendant l’échange."),))
    series: dict[str, list[tuple[int, int]]] = {}
    rows = []
    for rank, (who, mood, reason) in enumerate(points, 1):
        series.setdefault(clean(who), []).append((rank, min(MOOD_MAX, max(0, int(mood)))))
        rows.append((str(rank), clean(who), f"{mood} sur {MOOD_MAX}", french(reason)))
    curve = Curve(
        f"Humeur de {MOOD_MAX} (la meilleure) à 0, changement après changement",
        tuple((who, tuple(spots)) for who, spots in series.items()),
        len(points),
    )
    table = Table(
        "Ce qui a changé l’humeur", ("N°", "Qui", "Humeur", "Pourquoi"), tuple(rows), (8, 27, 15, 50)
    )
    return Section("humeur", title, (curve, table))


def transcript_section(lines: Sequence[tuple[str, str, int]]) -> Section:
    """What was said, with the numbers that the findings name."""
    if not lines:
        return Section("echange", "Ce qui s’est dit", (Text("Rien n’a été dit."),))
    rows = tuple((str(n), clean(who), clean(text)) for who, text, n in lines)
    caption = f"{count(len(rows), 'réplique', 'répliques')}, avec le numéro de l’échange"
    return Section(
        "echange",
        "Ce qui s’est dit",
        (Table(caption, ("Échange", "Qui", "Paroles"), rows, (13, 22, 65)),),
    )
