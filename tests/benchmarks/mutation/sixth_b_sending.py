"""The sixth hand’s second half: faults in the list of recipients. Read only by those who measure.

Written from the stories, the documents handed out, the gold copies and the référentiel, without reading the checks.
"""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks.mutation.fourth_tables import looks, sheet_font
from tests.benchmarks.mutation.other import OtherFault, put
from tests.benchmarks.mutation.sixth import merged, only, overwritten, sheet_more
from tests.benchmarks.mutation.third import faults, row_more

MAIL = "Courriel"
NOTE = "Remarque"
FOOT = "Destinataires"


def mailing(keys: list[str]) -> Iterator[OtherFault]:
    yield from faults(
        "liste",
        (
            ("mail with a letter lost", "KX3.2", put("C-112", MAIL, "rosa.ibara@courrier.example")),
            ("mail with a comma for a point", "KX3.2", put("C-105", MAIL, "paule,esteve@courrier.example")),
            ("mail at another provider", "KX3.2", put("C-103", MAIL, "m.cazals@messagerie.example")),
            (
                "mail with the link’s prefix",
                "KX3.2",
                put("C-118", MAIL, "mailto:claire.nguyen@courrier.example"),
            ),
            ("profile of a professional", "KX3.2 KX3.1", put("C-103", "Profil", "Professionnel")),
            ("first name of another client", "KX3.2", put("C-118", "Prénom", "Clara")),
            ("sentence noted", "KX3.5", put("C-118", NOTE, "condamnée avec sursis en 2024")),
            ("origin noted", "KX3.5", put("C-118", NOTE, "d’origine vietnamienne")),
            ("same row twice", "KX3.2", row_more("C-112", "C-112")),
            (
                "professional kept as a private client",
                "KX3.1 KX3.2",
                row_more(
                    "C-110",
                    "C-118",
                    Nom="Mairie de Vaylac",
                    Prénom=None,
                    Courriel="espaces.verts@mairie-vaylac.example",
                ),
            ),
            ("row pasted over another one", "KX3.2", overwritten("C-105", "C-118")),
            ("one recipient alone", "KX3.2 KX3.1", only("C-118")),
            ("count of the blanks", "KX3.2", put(FOOT, MAIL, lambda old, row: f"=COUNTBLANK(D5:D{row - 1})")),
            ("names merged", "KX3.4 KX3.2", merged("C-112", "C-114", "Nom")),
        ),
    )
    yield from looks(
        "liste",
        (
            ("list in giant letters", "KX3.4", sheet_font(name="Comic Sans MS", size=22)),
            (
                "those who left kept on another sheet",
                "KX3.5 KX3.1",
                sheet_more(
                    "Anciens",
                    [
                        ["C-104", "Delmas", "Hugo", "hugo.delmas@messagerie.example"],
                        ["C-113", "Kermadec", "Yves", "yves.kermadec@messagerie.example"],
                    ],
                ),
            ),
        ),
    )
