"""The sixth hand’s first half: faults in the list of recipients.

Written from the stories, the documents handed out, the gold copies and the référentiel, without reading the checks.
"""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks.mutation.fourth_tables import column_more, looks, title
from tests.benchmarks.mutation.other import OtherFault, put
from tests.benchmarks.mutation.sixth import filtered, shown, under
from tests.benchmarks.mutation.third import faults, hidden_column, renamed, row_more

MAIL = "Courriel"
NOTE = "Remarque"
CONSENT = "Accord"
SEEN = "Dernière venue"
FOOT = "Destinataires"


def mailing(keys: list[str]) -> Iterator[OtherFault]:
    yield from faults(
        "liste",
        (
            (
                "mail with the domain’s end misspelt",
                "KX3.2",
                put("C-111", MAIL, lambda old, row: old.replace(".example", ".exemple")),
            ),
            ("mail with a space", "KX3.2", put("C-114", MAIL, "noemie.lavergne @courrier.example")),
            ("mail of the firm itself", "KX3.2", put("C-112", MAIL, "ateliers@vergers-aubepine.example")),
            ("consent left blank", "KX3.5 KX3.2", put("C-103", CONSENT, None)),
            ("union noted", "KX3.5", put("C-112", NOTE, "déléguée syndicale CGT")),
            ("illness noted", "KX3.5", put("C-105", NOTE, "en chimiothérapie")),
            ("orientation noted", "KX3.5", put("C-114", NOTE, "vit avec sa compagne")),
            (
                "column of bank cards",
                "KX3.5 KX3.1",
                column_more("Carte bancaire", "C-103", "1111 2222 3333 4444"),
            ),
            (
                "colleague of the shop added",
                "KX3.2 KX3.1",
                row_more(
                    "C-119", "C-118", Nom="Yanis", Prénom=None, Courriel="yanis@vergers-aubepine.example"
                ),
            ),
            ("number without its dash", "KX3.1 KX3.2", renamed("C-112", "C112")),
            ("number of another client", "KX3.1 KX3.2", renamed("C-114", "C-141")),
            ("count doubled", "KX3.2", put(FOOT, MAIL, lambda old, row: f"=COUNTA(D5:D{row - 1})*2")),
            ("title of another list", "KX3.2 KX3.4", title(1, "Liste des fournisseurs")),
            (
                "those who left listed under the table",
                "KX3.5 KX3.1",
                under("Ne veulent plus : Delmas, Kermadec, Jourdan"),
            ),
        ),
    )
    yield from looks(
        "liste",
        (
            ("filter left on one recipient", "KX3.4 KX3.2", filtered("C-112")),
            ("mails hidden", "KX3.4 KX3.2", hidden_column(MAIL)),
            ("visits in the American order", "KX3.4 KX3.2", shown(SEEN, "mm/dd/yyyy")),
        ),
    )
