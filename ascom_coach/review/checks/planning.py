"""Check of a planning: nobody twice at once, ends after starts, durations, opening days and hours."""

from __future__ import annotations

from dataclasses import replace

from ascom_coach.language import opening
from ascom_coach.review.context import Context
from ascom_coach.review.model import Finding
from ascom_coach.review.plannings.holds import clashes
from ascom_coach.review.plannings.slots import read_slots
from ascom_coach.scenarios import controls_look as ask

HINTS = {
    "chevauchement": "Qui peut prendre l’un des deux créneaux, ou à quelle autre heure ?",
    "ordre": "Laquelle des deux heures est la bonne ?",
    "duree": "Comptez de l’heure de début à l’heure de fin.",
    "ferme": "Quels sont les jours et les heures d’ouverture ?",
}
_MOST = 6


def slots_hold(control: ask.Slots, context: Context) -> list[Finding]:
    """Every slot that cannot hold, a finding each."""
    document = context.document
    slots = read_slots(document, context.today, control.noms) if document is not None else ()
    if not slots:
        message = "Je ne retrouve pas de créneaux : dites le jour, l’heure de début et l’heure de fin."
        return [
            context.found(
                control, "defaut", message, at=context.view.first(), hint="Qui, quel jour, de quand à quand ?"
            )
        ]
    when = opening(" ; ".join(control.ouverture))
    if when is not None:
        when = replace(when, off=frozenset(context.scenario.jours_feries))
    found = clashes(slots, when, across=True)
    if not found:
        message = "Personne n’est attendu à deux endroits à la fois, et les heures se tiennent."
        return [context.found(control, "conforme", message, at=slots[0].place)]
    return [
        context.found(control, "defaut", one.message, at=one.place, hint=HINTS[one.kind], mark=f".{rank}")
        for rank, one in enumerate(found[:_MOST], 1)
    ]
