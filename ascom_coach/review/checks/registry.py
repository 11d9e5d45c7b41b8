"""Which function answers for which type of control."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ascom_coach.review.checks import (
    charter,
    facts,
    formulas,
    layout,
    numbers,
    planning,
    promises,
    rows,
    session,
    text,
    workbook,
)
from ascom_coach.review.context import Context
from ascom_coach.review.model import Finding

Check = Callable[[Any, Context], list[Finding]]

CHECKS: dict[str, Check] = {
    "faits_presents": facts.facts_present,
    "valeurs_presentes": facts.values_present,
    "absents": facts.values_absent,
    "quantite_promise": facts.promised_quantity,
    "actes_presents": text.acts_present,
    "actes_absents": text.acts_absent,
    "longueur": text.length,
    "registre": text.register,
    "interdits": text.forbidden,
    "limite": text.limit,
    "parties": text.parts,
    "anomalie_signalee": facts.anomaly_reported,
    "langue": text.language,
    "cellule": workbook.cell_value,
    "lignes": rows.rows_changed,
    "ligne_presente": workbook.row_present,
    "ligne_absente": workbook.row_absent,
    "creneaux": planning.slots_hold,
    "total": numbers.total,
    "formules": formulas.formulas,
    "colonnes_typees": formulas.typed_columns,
    "graphique": numbers.chart,
    "presentation_classeur": numbers.workbook_form,
    "styles": layout.real_styles,
    "texte_alternatif": layout.alternative_text,
    "charte": charter.charter_kept,
    "images": charter.pictures_fit,
    "liens": layout.links_valid,
    "pieces_jointes": layout.attachments,
    "delai_de_remise": session.on_time,
    "faits_obtenus": session.facts_obtained,
    "conduite": session.conduct,
    "promesses_tenues": promises.kept_promises,
    "jugement": session.judgement,
}
# These look at the session, not at the copy.
WITHOUT_COPY = frozenset({"delai_de_remise", "faits_obtenus", "conduite"})
