"""The sixth hand’s first half: faults in the planning.

Written from the stories, the documents handed out, the gold copies and the référentiel, without reading the checks.
"""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks.mutation.fifth_tables import half_column
from tests.benchmarks.mutation.fourth_tables import column, looks
from tests.benchmarks.mutation.other import OtherFault, put
from tests.benchmarks.mutation.sixth import filtered, later, shown, turned_row, under
from tests.benchmarks.mutation.third import faults, row_more

HOURS = "Heures"
COST = "Coût du repas"
PRICE = "Prix du repas"
FOOT = "Total"
HAWA = "Hawa Diouf"
REGIS = "Régis Maubert"
ONDINE = "Ondine Carrel"


def planning(keys: list[str]) -> Iterator[OtherFault]:
    yield from faults(
        "planning_chiffre",
        (
            (
                "total of costs taken twice",
                "K2.3",
                put(FOOT, COST, lambda old, row: f"=SUM(I5:I{row - 1})*2"),
            ),
            (
                "total of costs less a discount made up",
                "K2.3",
                put(FOOT, COST, lambda old, row: f"=SUM(I5:I{row - 1})*0.9"),
            ),
            ("totals on one another’s place", "K2.3", turned_row(FOOT, HOURS, "Repas")),
            ("total with its unit typed", "K2.3 K2.1", put(FOOT, HOURS, "quarante-huit heures")),
            ("prices of the lower rows left blank", "K2.3", half_column(PRICE, None)),
            ("costs pinned to the first row", "K2.3", column(COST, lambda old, row: "=$G$5*$H$5")),
            ("cost of the row above", "K2.3", put(ONDINE, COST, lambda old, row: f"=G{row - 1}*H{row}")),
            ("one person starts an hour late", "K2.3", put(REGIS, "Début", later(1))),
            ("start and end exchanged on a row", "K2.3", turned_row("Édith Maurin", "Début", "Fin")),
            ("one who works from home sent to the quay", "K2.3", put(ONDINE, "Zone", "Cale")),
            (
                "apprentice there twice",
                "K2.3",
                row_more("L’apprenti", "Clément Vauquelin", Service="Atelier"),
            ),
            ("meal of the one at home told as a word", "K2.3", put(ONDINE, "Repas", "non")),
            ("two meals for one", "K2.3", put(HAWA, "Repas", 2)),
            ("comment on a colleague", "K2.5 K2.2", under("Bastien est toujours en retard, à surveiller.")),
        ),
    )
    yield from looks(
        "planning_chiffre",
        (
            ("costs in dollars", "K2.3", shown(COST, "[$$-409]#,##0.00")),
            ("costs shown without cents", "K2.3 K2.1", shown(COST, "0")),
            ("filter left on one person", "K2.2 K2.1", filtered(HAWA)),
        ),
    )
