"""The fourth hand's faults in the client base and in the planning.

Written from the stories, the documents handed out, the gold copies and the référentiel, without reading the checks.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from tests.benchmarks.mutation.fourth_bloc1 import OLD_PHONES
from tests.benchmarks.mutation.fourth_tables import (
    chart,
    column,
    column_more,
    looks,
    sheet_font,
    slipped,
    title,
)
from tests.benchmarks.mutation.other import OtherFault, Place, put, turned
from tests.benchmarks.mutation.sheets import Table
from tests.benchmarks.mutation.third import (
    Change,
    both,
    emptied,
    exchanged,
    faults,
    formatted,
    heading,
    hidden_column,
    renamed,
    row_gone,
    row_more,
    summed,
)


def _digits(value: Any, row: int) -> str:
    return turned(str(value))


def _as_number(value: Any, row: int) -> int:
    return int(str(value).replace(" ", ""))


def base() -> Iterator[OtherFault]:
    client, phone, seen = "Vasseur", "Téléphone", "Dernière visite"
    yield from faults("base", (
        ("old telephone left", "K1.3 K1.2", _old_phone("{old}")),
        ("new telephone mistyped", "K1.2 K1.3", put(client, phone, _digits)),
        ("telephone a pair short", "K1.2 K1.3", put(client, phone, lambda old, row: old[:-3])),
        ("telephone gone", "K1.2 K1.3", put(client, phone, None)),
        ("telephone typed as a number, its zero lost", "K1.2 K1.1 K1.5", put(client, phone, _as_number)),
        ("old telephone kept beside the new one", "K1.3 K1.2", _old_phone("{old} / {new}")),
        ("new telephone on the next client’s row", "K1.2 K1.3", _on_another_row),
        ("client twice, old row kept", "K1.2 K1.3", _second_row),
        ("another client’s telephone spoilt", "K1.2", put("Moreau", phone, _digits)),
        ("two clients’ telephones exchanged", "K1.2", exchanged("Abiven", "Garrec", phone)),
        ("address of the faulty invoice", "K1.3 K1.2", put(client, "Adresse", "13 impasse du Lavoir")),
        ("mail without its sign", "K1.2", put(client, "Courriel", "c.vasseur.messagerie.example")),
        ("mail gone", "K1.2", put(client, "Courriel", None)),
        ("mail invented for a client who has none", "K1.2",
         put("Garrec", "Courriel", "paul.garrec@messagerie.example")),
        ("file number mistyped", "K1.2", put(client, "Dossier", _digits)),
        ("file number of another client", "K1.2", put(client, "Dossier", "I-2391")),
        ("date of the faulty invoice", "K1.2 K1.3", put(client, seen, dt.datetime(2026, 11, 10))),
        ("visit to come written as done", "K1.2", put(client, seen, dt.datetime(2026, 11, 17))),
        ("another client’s visit changed", "K1.2", put("Le Bihan", seen, dt.datetime(2026, 10, 21))),
        ("first name changed", "K1.2", put(client, "Prénom", "Caroline")),
        ("client’s name misspelt", "K1.2", renamed(client, "Vaseur")),
        ("another client’s name spoilt", "K1.2", renamed("Cormier", "Cornier")),
        ("client lost", "K1.2", row_gone("Moreau")),
        ("telephones sorted alone", "K1.2", slipped(phone)),
        ("mails gone", "K1.2", emptied("Courriel")),
        ("rude remark about the client", "K1.2 K1.4",
         column_more("Remarque", client, "cliente pénible, rappeler le moins possible")),
        ("heading gone", "K1.2 K1.5", heading("Dossier", None)),
        ("client’s address given to another", "K1.2", put("Diarra", "Adresse", "3 impasse du Lavoir")),
    ))  # fmt: skip
    yield from looks("base", (
        ("visit typed as text among dates", "K1.1 K1.5 K1.2", put(client, seen, "12 nov.")),
        ("telephones hidden", "K1.5 K1.2", hidden_column(phone)),
        ("table in five-point type", "K1.5", sheet_font(size=5)),
        ("table in very pale grey", "K1.5", sheet_font(color="FFEFEFEF")),
    ))  # fmt: skip


def _old_phone(shape: str) -> Change:
    """The number that the client no longer has, alone or beside the new one."""

    def change(table: Table) -> Place | None:
        cell = table.cell("Vasseur", "Téléphone")
        cell.value = shape.format(old=_no_longer(table), new=cell.value)
        return "Vasseur", "Téléphone"

    return change


def _no_longer(table: Table) -> str:
    return OLD_PHONES[str(table.cell("Vasseur", "Dossier").value)]


def _on_another_row(table: Table) -> Place | None:
    right, wrong = table.cell("Vasseur", "Téléphone"), table.cell("Zeller", "Téléphone")
    wrong.value, right.value = right.value, _no_longer(table)
    return "Vasseur", "Téléphone"


def _second_row(table: Table) -> Place | None:
    kept = table.cell("Vasseur", "Téléphone")
    table.copy_row("Vasseur", "Vasseur", Téléphone=kept.value)
    kept.value = _no_longer(table)
    return "Vasseur", ""


def planning(keys: list[str]) -> Iterator[OtherFault]:
    chief, apprentice = keys[0], keys[-3]
    yield from _people(chief, apprentice)
    yield from _sums(chief, keys[-1])


def _people(chief: str, apprentice: str) -> Iterator[OtherFault]:
    meal, price = "Repas", "Prix du repas"
    yield from faults("planning_chiffre", (
        ("person entered twice", "K2.4 K2.3 K2.2",
         row_more("Salma Brossard", "Hawa Diouf", Service="Atelier", Zone="Fil et sangles")),
        ("person who has left kept", "K2.4 K2.3 K2.2",
         row_more("Patrick Guénot", "Clément Vauquelin", Service="Livraison", Zone="Mezzanine")),
        ("director among those who count", "K2.2 K2.3 K2.4",
         row_more("Bénédicte Hourcade", "Fanny Lescure", Service="Direction", Zone="Saisie")),
        ("apprentice forgotten", "K2.2 K2.4 K2.3", row_gone(apprentice)),
        ("apprentice without a name", "K2.2 K2.3 K2.4", renamed(apprentice, "Apprenti")),
        ("apprentice in another zone", "K2.2 K2.3", put(apprentice, "Zone", "Cale")),
        ("person forgotten", "K2.2 K2.3", row_gone("Régis Maubert")),
        ("person’s name misspelt", "K2.3 K2.2", renamed("Nolwenn Périgaud", "Nolwen Perrigaud")),
        ("zone of the double kept", "K2.4 K2.3 K2.2", put("Salma Brossard", "Zone", "Fil et sangles")),
        ("person without a zone", "K2.2 K2.3", put("Hawa Diouf", "Zone", None)),
        ("two zones exchanged", "K2.3 K2.2", exchanged("Joaquim Teles", "Fanny Lescure", "Zone")),
        ("service of another person", "K2.3 K2.2", put("Clément Vauquelin", "Service", "Comptabilité")),
        ("draft’s hours left", "K2.3 K2.2 K2.4",
         both(column("Fin", dt.time(12, 0)), column("Début", dt.time(8, 0)))),
        ("hours changed for one person only", "K2.3 K2.2 K2.4", put(chief, "Début", dt.time(7, 30))),
        ("one person leaves early", "K2.4 K2.3 K2.2", put("Bastien Oriol", "Fin", dt.time(11, 0))),
        ("end before the beginning", "K2.3 K2.2 K2.4", put("Hawa Diouf", "Fin", dt.time(2, 30))),
        ("begins typed as text", "K2.1 K2.3", put("Hawa Diouf", "Début", "8h30")),
        ("meal for the person at home", "K2.3 K2.2 K2.4", put("Ondine Carrel", meal, 1)),
        ("no meal for one who is there", "K2.3 K2.2", put("Fanny Lescure", meal, 0)),
        ("two meals for one person", "K2.3 K2.2", put("Édith Maurin", meal, 2)),
        ("meal typed as a word", "K2.1 K2.3", put("Bastien Oriol", meal, "oui")),
        ("price of no menu for one person", "K2.4 K2.3", put("Édith Maurin", price, 9.9)),
        ("last year’s prices left", "K2.3 K2.4 K2.2", column(price, 12.9)),
        ("menu above the ceiling", "K2.3 K2.2", column(price, 18.9)),
        ("menu without the diets", "K2.3 K2.2", column(price, 11.2)),
        ("price typed as text", "K2.1 K2.3",
         put("Salma Brossard", price, lambda old, row: f"{old:.2f} €".replace(".", ","))),
        ("price missing for one person", "K2.3 K2.2", put("Salma Brossard", price, None)),
        ("last year’s title", "K2.4 K2.3 K2.2", title(1, "Inventaire du samedi 24 janvier 2026")),
        ("draft’s title left", "K2.2 K2.4 K2.3", title(1, "Inventaire — projet de planning")),
        ("draft’s warning left", "K2.2 K2.4 K2.3",
         title(2, "préparé le 8 janvier 2027 d’après celui de l’an dernier, à vérifier")),
        ("draft’s remark on the price left", "K2.2 K2.3 K2.4",
         title(20, "Le prix du repas est celui de l’an dernier.")),
    ))  # fmt: skip


def _sums(chief: str, last: str) -> Iterator[OtherFault]:
    hours, meal, cost = "Heures", "Repas", "Coût du repas"
    foot = "Total"
    yield from faults("planning_chiffre", (
        ("total of the hours typed", "K2.1 K2.3 K2.4", put(foot, hours, 44)),
        ("right total of the meals typed", "K2.1 K2.3 K2.4", put(foot, meal, 11)),
        ("total of the cost of the draft", "K2.3 K2.4 K2.1", put(foot, cost, 141.9)),
        ("total of the hours a row short", "K2.3 K2.1",
         put(foot, hours, lambda old, row: f"=SUM(F5:F{row - 2})")),
        ("total of the cost without its first row", "K2.3 K2.1",
         put(foot, cost, lambda old, row: f"=SUM(I6:I{row - 1})")),
        ("total of the meals of half the rows", "K2.3 K2.1", put(foot, meal, "=SUM(G5:G10)")),
        ("total of another column", "K2.3 K2.1", put(foot, cost, lambda old, row: f"=SUM(H5:H{row - 1})")),
        ("mean for a total", "K2.3 K2.1", summed(hours, "=AVERAGE({col}{first}:{col}{last})")),
        ("rows counted instead of meals", "K2.3 K2.1", summed(meal, "=COUNT({col}{first}:{col}{last})")),
        ("total with a reference lost", "K2.3 K2.1", put(foot, cost, "=SUM(#REF!)")),
        ("no total of the cost", "K2.2 K2.3", put(foot, cost, None)),
        ("no total at all", "K2.2 K2.3", row_gone(foot)),
        ("hours typed in a row", "K2.1 K2.3", put("Hawa Diouf", hours, 4)),
        ("hours without times twenty-four", "K2.3 K2.1",
         put("Hawa Diouf", hours, lambda old, row: f"=E{row}-D{row}")),
        ("an hour taken off in a formula", "K2.3 K2.1",
         put("Hawa Diouf", hours, lambda old, row: f"=(E{row}-D{row})*24-1")),
        ("hours counted backwards", "K2.3 K2.1", put(last, hours, lambda old, row: f"=(D{row}-E{row})*24")),
        ("cost typed in a row", "K2.1 K2.3", put(chief, cost, 12.9)),
        ("cost made of hours and price", "K2.3 K2.1",
         put("Joaquim Teles", cost, lambda old, row: f"=F{row}*H{row}")),
        ("cost added instead of multiplied", "K2.3 K2.1", column(cost, lambda old, row: f"=G{row}+H{row}")),
        ("price in one cell, copied without a fixed reference", "K2.3 K2.1", _unfixed),
        ("column of the hours gone", "K2.2 K2.3", emptied(hours)),
        ("heading gone", "K2.2 K2.3", heading("Prix du repas", None)),
    ))  # fmt: skip
    yield from looks("planning_chiffre", (
        ("money shown in another currency", "K2.3 K2.2", formatted(foot, cost, '"$"#,##0.00')),
        ("planning in five-point type", "K2.2", sheet_font(size=5)),
        ("chart of half the rows, without a title", "K2.3 K2.2", chart(cost, 5)),
    ))  # fmt: skip


def _unfixed(table: Table) -> Place | None:
    """The price stands under the note; the formula slides away from it."""
    first = table.top + 1
    table.page.cell(table.page.max_row + 2, 1).value = "Prix du panier"
    source = table.page.cell(table.page.max_row, 2)
    source.value = table.page.cell(first, table.heads["Prix du repas"]).value
    for key in table.keys:
        cell = table.cell(key, "Coût du repas")
        cell.value = f"=G{cell.row}*B{source.row + cell.row - first}"
    return "", "Coût du repas"
