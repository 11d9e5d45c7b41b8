"""What works here and what is missing, each line with its remedy. Nothing is changed, nothing leaves the machine."""

from __future__ import annotations

import sys
from importlib import metadata
from typing import TYPE_CHECKING, Any

from ascom_coach.errors import CoachError

if TYPE_CHECKING:
    from ascom_coach.coach import Coach


def diagnostic(coach: Coach) -> list[dict[str, Any]]:
    """One line per part: {label, ok, optional, detail}."""
    lines: list[dict[str, Any]] = []

    def add(label: str, ok: bool, detail: str, *, optional: bool = False) -> None:
        lines.append({"label": label, "ok": ok, "optional": optional, "detail": detail})

    add("Python", sys.version_info >= (3, 11), ".".join(map(str, sys.version_info[:3])))
    for name in ("textual", "chromadb", "litellm", "python-docx", "openpyxl", "language-tool-python"):
        try:
            add(name, True, metadata.version(name))
        except metadata.PackageNotFoundError:
            add(name, False, "absent : réinstallez ascom-coach")
    try:
        add("Journal", True, f"{len(coach.journal.sessions())} séances dans « {coach.data} »")
    except CoachError as error:
        add("Journal", False, str(error))
    add("Réglages", not coach.settings.problem, coach.settings.problem or "lus", optional=True)
    try:
        answer = coach.ask("Quels sont les critères du bloc 1 ?", quick=True)
        add("Référentiel", bool(answer.passages), f"recherche prête ({answer.to_json()['engine']})")
    except CoachError as error:
        add("Référentiel", False, str(error))
    cards = coach.cards()
    broken = [card for card in cards if card.problem]
    add("Scénarios", not broken, broken[0].problem if broken else f"{len(cards)} prêts", optional=True)
    for state in coach.proofing.state(test=False):
        told = state["reason"] or state["detail"]
        told += f" (pour l’ajouter : {state['fix']})" if state["fix"] else ""
        add(f"Correcteur {state['id']}", state["available"], told, optional=state["id"] != "integre")
    from ascom_coach.documents import office_program
    from ascom_coach.speech import missing

    silent = missing()
    add("Voix", not silent, silent or "prête (à activer dans Réglages)", optional=True)
    try:
        model = coach.models.active()
        add("Modèle de langage", True, model.model if model else "aucun, ce n’est pas gênant", optional=True)
    except CoachError as error:
        add("Modèle de langage", False, str(error), optional=True)
    vectors = coach.models.vectors.state()
    add(
        vectors.label,
        vectors.status != "échec",
        " ".join((vectors.detail, vectors.remedy)).strip(),
        optional=True,
    )
    office = office_program() is not None
    can = "trouvé, peut convertir les .doc, .xls et .ppt (relire --convertir)"
    cannot = "absent : les .doc, .xls et .ppt se donnent enregistrés en .docx, .xlsx et .pptx"
    add("LibreOffice", office, can if office else cannot, optional=True)
    return lines
