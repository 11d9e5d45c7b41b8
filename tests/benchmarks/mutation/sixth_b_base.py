"""The sixth hand’s second half: faults in the clients’ table. Read only by those who measure.

Written from the stories, the documents handed out, the gold copies and the référentiel, without reading the checks.
"""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks.mutation.fifth_tables import spread
from tests.benchmarks.mutation.fourth_tables import column, column_more, looks
from tests.benchmarks.mutation.other import OtherFault, put
from tests.benchmarks.mutation.sixth import filtered, only, sheet_more, under
from tests.benchmarks.mutation.third import faults, heading, row_more

VASSEUR = "Vasseur"
PHONE = "Téléphone"
SEEN = "Dernière visite"


def base() -> Iterator[OtherFault]:
    yield from faults(
        "base",
        (
            (
                "two telephones in the cell",
                "K1.2",
                put(VASSEUR, PHONE, lambda old, row: f"02 61 91 40 12 ou {old}"),
            ),
            (
                "first pair of the telephone wrong",
                "K1.2",
                put(VASSEUR, PHONE, lambda old, row: f"07{old[2:]}"),
            ),
            ("telephone with a pair too many", "K1.2", put(VASSEUR, PHONE, lambda old, row: f"{old} 18")),
            ("client’s row twice", "K1.2", row_more(VASSEUR, VASSEUR)),
            (
                "health of the client’s mother in the base",
                "K1.2",
                column_more("Commentaire", VASSEUR, "mère dépressive"),
            ),
            (
                "mail made up for who has none",
                "K1.2",
                put("Garrec", "Courriel", "p.garrec@messagerie.example"),
            ),
            ("first address pulled down", "K1.2", spread("Abiven", "Adresse")),
            ("heading of a raw column", "K1.5 K1.2", heading("Téléphone", "Colonne4")),
            ("file numbers without their letter", "K1.2", column("Dossier", lambda old, row: int(old[2:]))),
            ("client alone in her base", "K1.2", only(VASSEUR)),
            ("visits a year early", "K1.2", column(SEEN, lambda old, row: old.replace(year=2025))),
            ("first names in capitals", "K1.2 K1.5", column("Prénom", lambda old, row: str(old).upper())),
            (
                "note to oneself under the table",
                "K1.5 K1.2",
                under("Tel Mme V à recopier + appeler atelier !!"),
            ),
        ),
    )
    yield from looks(
        "base",
        (
            ("filter left on one client", "K1.5 K1.1", filtered(VASSEUR)),
            (
                "draft left on another sheet",
                "K1.5 K1.2",
                sheet_more("Feuil2", [["brouillon", "06 39", "???"], ["test", 1, 2]]),
            ),
        ),
    )
