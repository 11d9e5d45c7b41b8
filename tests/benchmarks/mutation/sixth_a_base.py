"""The sixth hand’s first half: faults in the clients’ table.

Written from the stories, the documents handed out, the gold copies and the référentiel, without reading the checks.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from tests.benchmarks.mutation.fifth_tables import crossed
from tests.benchmarks.mutation.fourth_tables import column_more, looks, sheet_font
from tests.benchmarks.mutation.other import OtherFault, put
from tests.benchmarks.mutation.sixth import merged, overwritten, shown
from tests.benchmarks.mutation.third import both, exchanged, faults, narrow, row_gone

VASSEUR = "Vasseur"
PHONE = "Téléphone"
SEEN = "Dernière visite"


def base() -> Iterator[OtherFault]:
    yield from faults(
        "base",
        (
            (
                "country code and zero together",
                "K1.2 K1.5",
                put(VASSEUR, PHONE, lambda old, row: f"+33 {old}"),
            ),
            (
                "telephone with a letter",
                "K1.2",
                put(VASSEUR, PHONE, lambda old, row: old.replace("9", "g", 1)),
            ),
            ("telephone replaced by a word", "K1.2", put(VASSEUR, PHONE, "voir le message")),
            ("new telephone on the last client’s row too", "K1.2", crossed(VASSEUR, "Zeller", PHONE)),
            (
                "new column for the new telephone, the old one kept",
                "K1.2",
                both(
                    put(VASSEUR, PHONE, "02 61 91 40 12"),
                    column_more("Nouveau tél.", VASSEUR, "voir message"),
                ),
            ),
            ("client’s row pasted over another one", "K1.2", overwritten("Zeller", VASSEUR)),
            (
                "judgement on the client",
                "K1.4 K1.2",
                column_more("Commentaire", VASSEUR, "cliente pénible, à éviter"),
            ),
            ("telephone of another client wiped", "K1.2", put("Cormier", PHONE, None)),
            (
                "day and month of another client exchanged",
                "K1.2",
                put("Abiven", SEEN, dt.datetime(2026, 4, 9)),
            ),
            ("visits of two clients exchanged", "K1.2", exchanged("Diarra", "Garrec", SEEN)),
            ("first client gone", "K1.2", row_gone("Abiven")),
            ("names merged", "K1.1 K1.2", merged("Moreau", "Zeller", "Nom")),
            (
                "town glued to one address",
                "K1.2 K1.5",
                put("Diarra", "Adresse", "7 place de la Halle 29999 Châteaulin"),
            ),
        ),
    )
    yield from looks(
        "base",
        (
            ("telephones too narrow to be read", "K1.5", narrow(PHONE)),
            ("visits shown as numbers", "K1.5 K1.1", shown(SEEN, "General")),
            ("base in giant letters", "K1.5", sheet_font(name="Comic Sans MS", size=20)),
        ),
    )
