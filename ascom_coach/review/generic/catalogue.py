"""Which function answers for which check of `controles.yaml`."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ascom_coach.review.generic import (
    attendance,
    days,
    deadlines,
    details,
    evolutions,
    form,
    graphs,
    mailing,
    mentions,
    people,
    plans,
    readers,
    remains,
    row_arithmetic,
    rows_hold,
    sheets,
    sums,
    tidy,
    together,
    tone,
    totals,
    visuals,
)  # fmt: skip
from ascom_coach.review.generic.draft import Draft, Hit

Look = Callable[[Draft, tuple[Draft, ...]], Iterator[Hit]]
INSTRUCTION = "demande"
"""The check that `requested.py` answers for, since it looks at the instruction too."""

LOOKS: dict[str, Look] = {
    "parties": form.usual_parts,
    "a_completer": remains.blanks,
    "mentions": mentions.carried,
    "jours": days.real_days,
    "echeances": deadlines.deadlines,
    "coordonnees": details.whole,
    "presences": attendance.there_or_not,
    "calculs": sums.calculations,
    "texte_tableau": sums.text_and_table,
    "pieces_jointes": form.attached,
    "interlocuteur": people.one_correspondent,
    "destinataires": people.recipients,
    "restes": remains.old_traces,
    "donnees_personnelles": people.personal_data,
    "registre": readers.one_register,
    "ton": tone.tone,
    "langue": form.french,
    "styles": form.tools,
    "images": form.pictures,
    "qualite_images": visuals.pictures_fit,
    "page_web": form.web_page,
    "liens": form.links,
    "desinscription": mailing.way_out,
    "champs": mailing.merge_fields,
    "etapes": form.steps,
    "longueur_media": form.media_length,
    "relecture": remains.shared_work,
    "erreur_calcul": sheets.displayed_errors,
    "totaux": totals.column_totals,
    "lignes_calculees": row_arithmetic.computed_rows,
    "evolutions": evolutions.growths,
    "formules": totals.computed_totals,
    "grand_tableau": sheets.long_table,
    "creneaux": plans.slots_hold,
    "doublons": sheets.duplicates,
    "saisies": sheets.entries,
    "lignes": rows_hold.rows_hold,
    "presentation_tableau": tidy.presented,
    "graphique": graphs.charts,
    "lot": together.agree,
    "versions": together.same_facts,
}
