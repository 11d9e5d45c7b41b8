"""Check of the decisions of minutes: each action has somebody and a day, where the table has columns for them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ascom_coach.language import plain
from ascom_coach.review.generic.draft import Draft, Hit, good, wrong
from ascom_coach.review.table_lines import table_cells

_ACTION = re.compile(r"(?:actions?|taches?|decisions?|a faire|quoi|points? a suivre)(?: .*)?")
_OWNER = re.compile(
    r"(?:par )?(?:qui|responsables?|pilotes?|charge[e]? (?:de|d').*|en charge|porteurs?|attribue[e]? a)(?: .*)?"
)
_DUE = re.compile(r"(?:pour |d'ici )?(?:quand|le|echeances?|delais?|dates?(?: limite)?)(?: .*)?")
_TOLD = {"owner": "Cette action n’a pas de responsable.", "due": "Cette action n’a pas d’échéance."}
_NONE = frozenset(["", "-", "–", "—", "?", "a definir", "a preciser", "nc"])


def owned(draft: Draft, lot: tuple[Draft, ...]) -> Iterator[Hit]:
    """No action without a name or a day, in a table where most actions have them."""
    looked = None
    told = 0
    for cells in table_cells(draft.view):
        heads = {
            column: plain(block.text).strip(" :") for (line, column), block in cells.items() if line == 1
        }
        actions = [column for column, head in heads.items() if _ACTION.fullmatch(head)]
        lines = sorted({line for line, _ in cells} - {1})
        for role, pattern in (("owner", _OWNER), ("due", _DUE)):
            columns = [
                column for column, head in heads.items() if pattern.fullmatch(head) and column not in actions
            ]
            if len(actions) != 1 or len(columns) != 1:
                continue
            said = [(cells.get((line, actions[0])), cells.get((line, columns[0]))) for line in lines]
            rows = [
                (action, plain(cell.text).strip() if cell else "")
                for action, cell in said
                if action and action.text.strip()
            ]
            empty = [action for action, text in rows if text in _NONE]
            if empty and 2 * len(empty) <= len(rows):
                told += 1
                place = (empty[0].locator, empty[0].text[:180])
                yield wrong(_TOLD[role], place, "Qui s’en charge, et pour quand ?", mark=f".{role}")
            looked = looked or (rows[0][0] if rows and not empty else None)
    if looked is not None and not told:
        yield good("Chaque action a son responsable et son échéance.", (looked.locator, looked.text[:180]))
