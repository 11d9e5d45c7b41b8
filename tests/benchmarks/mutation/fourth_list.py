"""The fourth hand's faults in the list of recipients.

Written from the story, the documents handed out, the gold copies and the référentiel, without reading the checks.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any

from tests.benchmarks.mutation.fourth_tables import column_more, looks, sheet_font, slipped
from tests.benchmarks.mutation.other import OtherFault, Place, put
from tests.benchmarks.mutation.sheets import Table
from tests.benchmarks.mutation.third import (
    emptied,
    exchanged,
    faults,
    heading,
    renamed,
    row_gone,
    row_more,
    summed,
)

OPTED_OUT = {"C-101": ("Abadie", "Louis"), "C-113": ("Kermadec", "Yves")}
"""Of these two, the one whose row is not in the good copy has unsubscribed."""
COUNTER = {"Pradel": "Jourdan", "Tessier": "Lambert", "Oumari": "Wolff"}
WRONG_MAILS = {"Pradel": "h.pradel@courier", "Tessier": "tessier.h@messagerie", "Oumari": "oumari@@courrier"}
"""Who asked at the counter to be left out, and the address that cannot work, by the client drawn for C-111."""
PRIVATE = "Opérée du dos en mai, à ménager"


def _opted_out(table: Table) -> Place | None:
    number = next(one for one in OPTED_OUT if one not in table.keys)
    name, first = OPTED_OUT[number]
    return _added(table, number, name, first, Accord="désinscrit le 12/01/2027")


def _at_the_counter(table: Table) -> Place | None:
    name = COUNTER[str(table.cell("C-111", "Nom").value)]
    return _added(table, "C-106", name, "Gilles")


def _town_hall(table: Table) -> Place | None:
    mail = "espaces.verts@mairie-vaylac.example"
    return _added(table, "C-110", "Mairie de Vaylac", None, Courriel=mail, Profil="Professionnel")


def _added(table: Table, number: str, name: str, first: str | None, **cells: Any) -> Place:
    mail = f"{first}.{name}@messagerie.example".lower()
    table.copy_row(number, "C-118", **{"Nom": name, "Prénom": first, "Courriel": mail, **cells})
    return number, ""


def _double(take_away: bool) -> Callable[[Table], Place | None]:
    """The older of the two rows of the same client, beside the newer or instead of it."""

    def change(table: Table) -> Place | None:
        kept = next(one for one in ("C-102", "C-115") if one in table.keys)
        older = "C-115" if kept == "C-102" else "C-102"
        seen = dt.datetime(2024, 4, 20)
        if take_away:
            table.cell(kept, "Dernière venue").value = seen
            table.page.cell(table.row(kept), table.key).value = older
        else:
            table.copy_row(older, kept, **{"Dernière venue": seen})
        return older, ""

    return change


def _wrong_mail(table: Table) -> Place | None:
    table.cell("C-111", "Courriel").value = WRONG_MAILS[str(table.cell("C-111", "Nom").value)]
    return "C-111", "Courriel"


def mailing(keys: list[str]) -> Iterator[OtherFault]:
    mail, seen, foot = "Courriel", "Dernière venue", "Destinataires"
    yield from faults("liste", (
        ("person who unsubscribed kept", "KX3.5 KX3.2 KX3.1", _opted_out),
        ("person who asked at the counter kept", "KX3.5 KX3.2 KX3.1", _at_the_counter),
        ("town hall kept", "KX3.1 KX3.2", _town_hall),
        ("older double kept too", "KX3.2 KX3.1", _double(take_away=False)),
        ("older double kept instead of the newer", "KX3.2 KX3.1", _double(take_away=True)),
        ("client entered again", "KX3.2 KX3.1", row_more("C-118", "C-118")),
        ("address that cannot work left", "KX3.2", _wrong_mail),
        ("address made up for C-111", "KX3.2", put("C-111", mail, "helene@courrier.example")),
        ("address of C-111 emptied", "KX3.2", put("C-111", mail, None)),
        ("private remark left", "KX3.5", put("C-109", "Remarque", PRIVATE)),
        ("private remark shortened", "KX3.5", put("C-109", "Remarque", "problème de dos")),
        ("private remark moved to another row", "KX3.5 KX3.2", put("C-112", "Remarque", PRIVATE)),
        ("client of the good list removed", "KX3.2 KX3.1", row_gone("C-105")),
        ("client with an ordinary remark removed", "KX3.2 KX3.1", row_gone("C-114")),
        ("last client lost", "KX3.2 KX3.1", row_gone("C-118")),
        ("number of recipients typed", "KX3.2 KX3.1", put(foot, mail, 11)),
        ("number of the extraction’s rows", "KX3.2", put(foot, mail, 18)),
        ("count a row short", "KX3.2", put(foot, mail, lambda old, row: f"=COUNTA(D5:D{row - 2})")),
        ("count of the headings too", "KX3.2", put(foot, mail, lambda old, row: f"=COUNTA(D1:D{row - 1})")),
        ("sum for a count", "KX3.2", summed(mail, "=SUM({col}{first}:{col}{last})")),
        ("count of remarks", "KX3.2", put(foot, mail, lambda old, row: f"=COUNTA(H5:H{row - 1})")),
        ("no count", "KX3.1 KX3.2", row_gone(foot)),
        ("numbers changed", "KX3.1 KX3.2", renamed("C-103", "C-001")),
        ("mail without its sign", "KX3.2", put("C-112", mail, "rosa.ibarra.courrier.example")),
        ("mail with a space", "KX3.2", put("C-108", mail, "farid gineste@courrier.example")),
        ("mail with a comma", "KX3.2", put("C-118", mail, "claire,nguyen@courrier.example")),
        ("mail mistyped", "KX3.2", put("C-105", mail, "paule.esteve@courier.example")),
        ("two mails exchanged", "KX3.2", exchanged("C-105", "C-108", mail)),
        ("mails sorted alone", "KX3.2", slipped(mail)),
        ("mail gone", "KX3.2 KX3.1", put("C-103", mail, None)),
        ("name misspelt", "KX3.2", put("C-114", "Nom", "Lavergn")),
        ("agreement withdrawn, row kept", "KX3.5 KX3.2", put("C-108", "Accord", "désinscrit le 08/06/2026")),
        ("agreement left empty", "KX3.5 KX3.2", put("C-112", "Accord", None)),
        ("agreements gone", "KX3.1 KX3.5 KX3.2", emptied("Accord")),
        ("profile changed", "KX3.2 KX3.1", put("C-105", "Profil", "Professionnel")),
        ("last visit changed", "KX3.2", put("C-108", seen, dt.datetime(2027, 3, 6))),
        ("column renamed", "KX3.1 KX3.2", heading("Courriel", "Contact")),
        ("dates of birth added", "KX3.5 KX3.1", column_more("Date de naissance", "C-109", "12/05/1951")),
    ))  # fmt: skip
    yield from looks("liste", (
        ("list in five-point type", "KX3.4", sheet_font(size=5)),
        ("list in very pale grey", "KX3.4 KX3.5", sheet_font(color="FFEFEFEF")),
    ))  # fmt: skip
