"""Which function answers for which look of `vigilance.yaml`."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ascom_coach.review.generic.draft import Hit
from ascom_coach.review.watch import (
    amounts,
    cells,
    dress,
    letters,
    lists,
    matter_looks,
    parts,
    proper_names,
    sayings,
    tables,
    values,
)
from ascom_coach.review.watch.watch import Watch

WATCHES: dict[str, Callable[[Watch], Iterator[Hit]]] = {
    "valeurs_proches": values.near_values,
    "adresses": values.addresses,
    "noms": proper_names.misspelt,
    "contredit": values.contradicted,
    "autre_affaire": matter_looks.other_matter,
    "autre_objet": matter_looks.other_thing,
    "sens_contraire": matter_looks.other_way,
    "plafond": amounts.above_limit,
    "montants": amounts.unexplained_amounts,
    "periode": values.turned_hours,
    "date_du_document": letters.own_date,
    "annee_passee": values.last_year,
    "perime_ailleurs": values.outdated_elsewhere,
    "pieces_annoncees": letters.announced,
    "salutation": letters.greeted,
    "destinataire": letters.addressed,
    "copie": letters.copied,
    "objet": letters.subject,
    "signature": letters.signed,
    "repetition": sayings.repeated,
    "ton": sayings.tone,
    "pagination": letters.footer,
    "cellules_touchees": cells.touched,
    "colonne_egale": cells.even_column,
    "lignes_en_double": tables.doubled,
    "masque": tables.out_of_sight,
    "nature": cells.typed_as_text,
    "unite": tables.unit_lost,
    "formule_voisine": tables.neighbour_formula,
    "ebauche": tables.draft_remarks,
    "annonce_chiffree": amounts.other_count,
    "lisible": dress.readable,
    "liste_tapee": dress.typed_item,
    "parties_attendues": parts.lacking,
    "personnes": parts.strangers,
    "fonction": parts.function,
    "objet_et_texte": parts.subject_and_text,
    "faute_sure": parts.sure_faults,
    "date_a_venir": lists.late_dates,
    "majuscule": lists.small_letters,
    "cellule_videe": lists.emptied,
    "colonne_privee": lists.private_column,
    "total_etrange": lists.odd_totals,
}
