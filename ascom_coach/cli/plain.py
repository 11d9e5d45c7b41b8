"""The line mode: each thing that happens is one line added below, nothing is ever redrawn.

Good for screen readers, pipes and old terminals. The same engine as the app.
"""

from __future__ import annotations

from ascom_coach.desk import Desk
from ascom_coach.rehearsal import TRAINEE, Event, to_record

_STEPS = {"consigne_orale": "la consigne", "dialogue": "l’échange", "production": "la rédaction"}


def opening(desk: Desk) -> list[str]:
    """Who, where, what is expected: the lines that open a session."""
    scenario = desk.scenario
    lines = [
        f"{scenario.titre} — {scenario.entreprise.nom}, {scenario.entreprise.secteur}".rstrip(", "),
        f"Nous sommes le {french_day(desk)}.",
    ]
    if scenario.presentation:
        lines.append(scenario.presentation)
    if scenario.documents_remis:
        lines.append(f"Vos documents sont dans : {desk.documents}")
    for production in scenario.to_hand_in:
        if production.formats:
            kinds = ", ".join(production.formats)
            lines.append(f"À remettre — {production.id} : {production.titre or production.demande} ({kinds})")
    lines.append("Écrivez ce que vous dites. /aide montre les actions.")
    return lines


_DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
    "décembre",
)  # fmt: skip


def french_day(desk: Desk) -> str:
    """« lundi 11 mai 2026 »."""
    day = desk.scenario.date_fictive
    number = "1er" if day.day == 1 else str(day.day)
    return f"{_DAYS[day.weekday()]} {number} {_MONTHS[day.month - 1]} {day.year}"


def told(desk: Desk, events: list[Event]) -> list[str]:
    """The lines that tell these events; what must stay hidden until the debrief is left out."""
    lines: list[str] = []
    for event in events:
        line = _line(desk, to_record(event))
        if line:
            lines.append(line)
    missed = any(event.name == "not_understood" for event in events)
    if missed and desk.state.misses >= 2 and not desk.state.exam:
        lines.append("(Bloqué ? /sujet montre de quoi cette personne peut parler.)")
    return lines


def _line(desk: Desk, record: dict[str, object]) -> str:
    name = str(record["event"])
    if name == "step_entered":
        ids = [step.id for step in desk.stage.steps]
        step = desk.stage.step(str(record["step"]))
        title = getattr(step, "titre", "") or _STEPS.get(str(record["kind"]), "")
        return f"— Étape {ids.index(step.id) + 1} sur {len(ids)} : {title}"
    if name in ("said", "heard"):
        who = str(record["who"])
        return f"{'Vous' if who == TRAINEE else desk.stage.character(who).nom} : {record['text']}"
    if name == "clarifying":
        labels = record["labels"]
        assert isinstance(labels, list)
        if len(labels) == 1:
            return "(Répondez par oui, par non, ou dites autrement ce que vous voulez savoir.)"
        choices = ", ".join(f"{i} pour {label}" for i, label in enumerate(labels, 1))
        return f"(Répondez par {choices}, ou par non.)"
    if name == "topics":
        facts = record["facts"]
        assert isinstance(facts, list)
        listed = [desk.scenario.fact(str(fact)).porte_sur for fact in facts]
        return "Sujets (comptés comme une aide) : " + " ; ".join(
            f"{i}. {label}" for i, label in enumerate(listed, 1)
        )
    return _other(name, record)


def _other(name: str, record: dict[str, object]) -> str:
    match name:
        case "conversation_ended":
            return f"(La conversation est terminée : {record['reason']}. /suite pour continuer.)"
        case "hint":
            return f"Indice (compté comme une aide) : {record['text']}"
        case "handed_in":
            return f"Remis : {record['production']}, version {record['version']} ({record['path']})"
        case "waited":
            return f"({record['minutes']:g} min passent.)"
        case "noted":
            return "(Notes gardées.)"
        case "ended":
            return "— Fin de la séance."
    return ""
