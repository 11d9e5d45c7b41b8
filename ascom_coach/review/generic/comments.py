# ruff: noqa: E501 -- a pattern stays on one line
"""What the cells of a workbook say of people: its notes, its columns of remarks. A person may ask to read them.

Sources: RGPD, art. 9 (sensitive data) and 15 (right of access); CNIL, advice on free comment fields (objective, never
judging).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ascom_coach.language import plain
from ascom_coach.review.generic.draft import Draft, Hit, wrong
from ascom_coach.review.harsh_words import judges
from ascom_coach.review.text_view import clipped
from ascom_coach.review.workbooks.cells import at

SENSITIVE = (
    ("sur la santé d’une personne",
     r"(?:problemes? (?:de|au|aux) (?:dos|genoux?|coeur|sante|hanche|vue|audition)|mal (?:de|au) dos|raisons? (?:de sante|medicales?)|maladie de \w+|arret maladie|conge maladie|(?:mi-?temps|temps partiel) therapeutique|depression|depressive?|cancer|grossesse|enceinte|diabet\w+|hospitalis\w+|handicapee?|maladie (?:grave|chronique)|"
     r"operee? d\w+|coeliaque|intolerante? au|allergi(?:que|e)s?|burn[- ]out|en cure|traitement medical|sclerose|(?:chimio|radio)therapie|sous dialyse|operee? en|asthm\w+|vih|alcooli\w+|sous (?:antidepresseurs?|anxiolytiques?|tranquillisants?|morphine|insuline|curatelle|tutelle)|antidepresseurs?|fausse couche|interruption de grossesse|bipolaire|schizophren\w+)"),
    ("sur les opinions ou la vie privée d’une personne",
     r"(?:syndiquee?|(?:deleguee?s?|representante?s?|adherente?s?|elue?s?) syndica\w+|syndicalistes?|adhere a la (?:cgt|cfdt)|de confession|catholique|musulmane?|juive?|homosexuel\w*|casier judiciaire|en (?:instance de|plein) divorce|(?:vit|habite|est) (?:avec|chez|en couple avec) (?:sa|son) (?:compagne|compagnon|copine|copain|conjointe?|amie?|petite? amie?)|se separe de|pacsee?|vient de (?:divorcer|se separer|perdre son|perdre sa)|opinions? politiques?|militante?s?|milite\w* pour|surendett\w*)"),
)  # fmt: skip
_REMARKS = re.compile(
    r"(?:observation|remarque|commentaire|note|annotation|divers|infos?|informations?)s?(?: .*)?"
)
_PEOPLE = re.compile(
    r"(?:noms?|prenoms?|nom (?:et|du|de la|de l') ?.*|clients?|clientes?|salariee?s?|adherente?s?|participante?s?|contacts?|interlocuteurs?|stagiaires?|candidate?s?)"
)


def sensitive(text: str) -> bool:
    """Whether a folded text tells of a person's health, opinions or private life."""
    return any(re.search(rf"(?<!\w){pattern}(?!\w)", text) for _, pattern in SENSITIVE)


def commented(draft: Draft) -> Iterator[Hit]:
    """No sensitive data in a note or in a remark beside a person's name, and nobody judged there."""
    for sheet in draft.document.sheets if draft.sure else ():
        for cell in sheet.cells.values():
            if cell.note and sensitive(plain(cell.note)):
                message = "La note de cette cellule donne une donnée sensible."
                yield wrong(
                    message, (cell.locator, clipped(cell.note)), "Qui lira ce fichier ?", mark=".note"
                )
                return
    for grid in draft.grids if not draft.sure else ():
        columns = [number for name, number in grid.columns.items() if _REMARKS.fullmatch(name)]
        if not columns or not any(_PEOPLE.fullmatch(name) for name in grid.columns):
            continue
        cells = [row[number] for row in grid.rows for number in columns if number in row and row[number].text]
        for mark, told, test in (
            (".sensible", "Cette remarque donne une donnée sensible sur une personne.", sensitive),
            (".jugement", "Cette remarque juge une personne, qui a le droit de la lire.", judges),
        ):
            said = next((one for one in cells if test(plain(one.text))), None)
            if said is not None:
                hint = "Quel fait utile au travail écririez-vous à la place ?"
                yield wrong(told, at(said), hint, mark=mark)
