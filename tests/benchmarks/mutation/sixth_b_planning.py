"""The sixth hand’s second half: faults in the planning. Read only by those who measure.

Written from the stories, the documents handed out, the gold copies and the référentiel, without reading the checks.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from tests.benchmarks.mutation.fourth_tables import column, looks, title
from tests.benchmarks.mutation.other import OtherFault, put
from tests.benchmarks.mutation.sixth import later, sheet_more, shown
from tests.benchmarks.mutation.third import both, faults, row_gone

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
            ("twelve meals in the formula of the total", "K2.3", put(FOOT, COST, "=12*H5")),
            (
                "hours counted, not added",
                "K2.3",
                put(FOOT, HOURS, lambda old, row: f"=COUNTA(F5:F{row - 1})"),
            ),
            ("prices as words", "K2.3 K2.1", column(PRICE, lambda old, row: f"{old} euros")),
            ("cost from the hours", "K2.3", put(HAWA, COST, lambda old, row: f"=F{row}*H{row}")),
            (
                "hours with their sign reversed",
                "K2.3",
                column(HOURS, lambda old, row: f"=(D{row}-E{row})*24"),
            ),
            (
                "hours from the wrong line up",
                "K2.3",
                put(HAWA, HOURS, lambda old, row: f"=(E{row}-D{row})*8"),
            ),
            ("one person ends half a day late", "K2.3", put(REGIS, "Fin", later(5))),
            ("end after midnight", "K2.3", put("Bastien Oriol", "Fin", later(-12))),
            ("everybody starts at nine", "K2.3", column("Début", dt.time(9, 0))),
            ("next day in the title", "K2.3", title(1, "Inventaire du dimanche 24 janvier 2027")),
            ("month of February in the title", "K2.3", title(1, "Inventaire du samedi 23 février 2027")),
            ("service of a person left blank", "K2.2 K2.3", put("Fanny Lescure", "Service", None)),
            ("meal below nought", "K2.3", put(ONDINE, "Repas", -1)),
            (
                "one half of the team lost",
                "K2.2 K2.3",
                both(row_gone("Joaquim Teles"), row_gone("Bastien Oriol"), row_gone("Hawa Diouf")),
            ),
        ),
    )
    yield from looks(
        "planning_chiffre",
        (
            ("hours shown as a clock", "K2.3 K2.1", shown(HOURS, "hh:mm")),
            (
                "last year’s rows left on another sheet",
                "K2.2 K2.4",
                sheet_more(
                    "2026",
                    [["Inventaire du samedi 24 janvier 2026"], ["Patrick Guénot", "Livraison", "Mezzanine"]],
                ),
            ),
        ),
    )
