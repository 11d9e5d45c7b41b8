"""The fifth hand's faults in the client base and in the planning.

Written from the stories, the documents handed out, the gold copies and the référentiel, without reading the checks.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from tests.benchmarks.mutation.fifth_tables import crossed, half_column, moved, spread
from tests.benchmarks.mutation.fourth_tables import chart, column, column_more, looks, slipped, title
from tests.benchmarks.mutation.other import OtherFault, put
from tests.benchmarks.mutation.third import (
    blotted,
    emptied,
    exchanged,
    faults,
    formatted,
    heading,
    hidden_row,
    narrow,
    renamed,
    row_gone,
    row_more,
)


def base() -> Iterator[OtherFault]:
    client, phone, seen, mail, file = "Vasseur", "Téléphone", "Dernière visite", "Courriel", "Dossier"
    yield from faults("base", (
        ("telephone typed in the mail’s column", "K1.2 K1.3", moved(client, phone, mail)),
        ("firm’s own telephone", "K1.2 K1.3", put(client, phone, "01 99 00 24 18")),
        ("letter O for a zero", "K1.2 K1.1 K1.3", put(client, phone, lambda old, row: "O" + old[1:])),
        ("telephone with a digit too many", "K1.2 K1.3", put(client, phone, lambda old, row: old + "5")),
        ("telephone to be asked for", "K1.2 K1.3", put(client, phone, "à redemander")),
        ("telephone replaced by a remark", "K1.2 K1.3", put(client, phone, "nouveau numéro, voir Camille")),
        ("new telephone all down the column", "K1.2", spread(client, phone)),
        ("new telephone given to Moreau too", "K1.2", crossed(client, "Moreau", phone)),
        ("new telephone in error", "K1.2 K1.1", put(client, phone, "=#REF!")),
        ("street misspelt", "K1.2", put(client, "Adresse", "3 impasse des Lavandes")),
        ("address gone", "K1.2", put(client, "Adresse", None)),
        ("mail of another domain", "K1.2", put(client, mail, "c.vasseur@mesagerie.example")),
        ("file number gone", "K1.2", put(client, file, None)),
        ("invoice’s number for the file’s", "K1.2", put(client, file, "F-2026-318")),
        ("visit of the year before", "K1.2", put(client, seen, dt.datetime(2025, 11, 12))),
        ("visit of today", "K1.2", put(client, seen, dt.datetime(2026, 11, 16))),
        ("visit gone", "K1.2", put(client, seen, None)),
        ("visit as words", "K1.1 K1.2 K1.5", put(client, seen, "jeudi dernier")),
        ("surname and first name exchanged", "K1.2",
         _both_cells(renamed(client, "Carole"), put("Carole", "Prénom", "Vasseur"))),
        ("client’s mother entered", "K1.2", row_more("Vasseur mère", client, Prénom="Yvonne")),
        ("trial row left", "K1.2", row_more("Test", client, Prénom="Camille")),
        ("another client twice", "K1.2", row_more("Le Bihan", "Le Bihan")),
        ("client lost on the way", "K1.2", row_gone("Zeller")),
        ("client’s own row lost", "K1.2 K1.3", row_gone(client)),
        ("two clients’ mails exchanged", "K1.2", exchanged("Cormier", "Diarra", mail)),
        ("two clients’ files exchanged", "K1.2", exchanged("Abiven", "Moreau", file)),
        ("files sorted alone", "K1.2", slipped(file)),
        ("visits sorted alone", "K1.2", slipped(seen)),
        ("addresses sorted alone", "K1.2", slipped("Adresse")),
        ("first names gone", "K1.2", emptied("Prénom")),
        ("visits gone", "K1.2", emptied(seen)),
        ("health of the mother noted", "K1.2 K1.4",
         column_more("Observations", client, "mère de santé fragile, ne peut rester seule")),
        ("money troubles noted", "K1.2 K1.4",
         column_more("Observations", "Moreau", "mauvais payeur, au chômage")),
        ("insult noted", "K1.2 K1.4", column_more("Observations", client, "râleuse professionnelle")),
    ))  # fmt: skip
    yield from looks("base", (
        ("row of another client hidden", "K1.5 K1.2", hidden_row("Garrec")),
        ("column too narrow for its dates", "K1.5", narrow(seen)),
        ("new telephone in white on white", "K1.5 K1.2", blotted(client, phone)),
    ))  # fmt: skip


def _both_cells(first: Any, second: Any) -> Any:
    """Two changes of a row; the place is the second's."""

    def change(table: Any) -> Any:
        return None if first(table) is None else second(table)

    return change


def planning(keys: list[str]) -> Iterator[OtherFault]:
    chief, apprentice = keys[0], keys[-3]
    yield from _people(chief, apprentice)
    yield from _hours(chief, apprentice)
    yield from _meals(chief)
    yield from _sums()


def _people(chief: str, apprentice: str) -> Iterator[OtherFault]:
    yield from faults("planning_chiffre", (
        ("person at home taken off", "K2.2 K2.3", row_gone("Ondine Carrel")),
        ("chief of the workshop forgotten", "K2.2 K2.3", row_gone(chief)),
        ("apprentice’s name cut off", "K2.2 K2.3", renamed(apprentice, apprentice[:-2])),
        ("apprentice in the service of another", "K2.3 K2.2", put(apprentice, "Service", "Comptabilité")),
        ("apprentice without a zone", "K2.2 K2.3", put(apprentice, "Zone", None)),
        ("two apprentices", "K2.4 K2.3 K2.2", row_more(apprentice, apprentice, Zone="Toile")),
        ("one who has left under another’s zone", "K2.4 K2.3 K2.2", renamed("Clément Vauquelin", "Patrick Guénot")),
        ("assistant counted too", "K2.2 K2.3", row_more("Camille Astruc", "Fanny Lescure", Service="Bureau")),
        ("caterer counted too", "K2.2 K2.3", row_more("Armelle Quintin", "Fanny Lescure", Service="Traiteur")),
        ("safety man twice", "K2.4 K2.3 K2.2", row_more("Régis Maubert", "Régis Maubert", Zone="Poulies")),
        ("Salma in both zones on one row", "K2.4 K2.3", put("Salma Brossard", "Zone", "Poulies / Fil et sangles")),
        ("three in a zone", "K2.3 K2.2", put("Bastien Oriol", "Zone", "Toile")),
        ("zone that does not exist", "K2.3 K2.2", put("Hawa Diouf", "Zone", "Grenier")),
        ("zones sorted alone", "K2.3 K2.2", slipped("Zone")),
        ("names sorted alone", "K2.3 K2.2", slipped("Personne")),
        ("zones gone", "K2.2 K2.3", emptied("Zone")),
        ("services gone", "K2.2 K2.3", emptied("Service")),
        ("title with this very Saturday", "K2.3 K2.2", title(1, "Inventaire du samedi 16 janvier 2027")),
        ("title with another weekday", "K2.3 K2.2", title(1, "Inventaire du vendredi 23 janvier 2027")),
        ("version of last year", "K2.4 K2.3 K2.2",
         title(2, "planning et coût des repas, version du 12 janvier 2026")),
        ("reason of the management told", "K2.2 K2.5",
         title(2, "planning demandé par la banque avant le prêt, version du 11 janvier 2027")),
        ("diets with names", "K2.2 K2.5", column_more("Régime", "Hawa Diouf", "végétarienne, sans porc")),
        ("health of a colleague", "K2.2 K2.5",
         column_more("Remarque", "Joaquim Teles", "arrêt maladie en décembre, dos")),
        ("judgement on a colleague", "K2.2 K2.5", column_more("Remarque", "Bastien Oriol", "lent, à surveiller")),
        ("key of the meals turned round", "K2.3 K2.2",
         title(19, "Repas : 0 = déjeune sur place, 1 = ne déjeune pas (à distance).")),
    ))  # fmt: skip


def _hours(chief: str, apprentice: str) -> Iterator[OtherFault]:
    begin, end, hours = "Début", "Fin", "Heures"
    yield from faults("planning_chiffre", (
        ("another beginning for half of the team", "K2.3 K2.2 K2.4", half_column(begin, dt.time(7, 30))),
        ("end of the draft for half of the team", "K2.3 K2.2 K2.4", half_column(end, dt.time(12, 0))),
        ("end in the afternoon for all", "K2.3 K2.2", column(end, dt.time(17, 0))),
        ("beginning at nine for all", "K2.3 K2.2", column(begin, dt.time(9, 15))),
        ("beginning in the evening", "K2.3 K2.2", put("Joaquim Teles", begin, dt.time(20, 30))),
        ("beginning gone", "K2.2 K2.3", put("Édith Maurin", begin, None)),
        ("end gone", "K2.2 K2.3", put(apprentice, end, None)),
        ("ends typed as text", "K2.1 K2.3", column(end, "12h30")),
        ("beginnings left blank", "K2.2 K2.3", emptied(begin)),
        ("hours of the person at home taken off", "K2.3 K2.2", put("Ondine Carrel", hours, 0)),
        ("hours typed in words", "K2.1 K2.3", put(chief, hours, "4 h")),
        ("hours typed all down the column", "K2.1 K2.3", column(hours, 4)),
        ("times typed in the formula", "K2.1 K2.3", put(chief, hours, "=(12.5-8.5)*24/24")),
        ("formula of the row above", "K2.3 K2.1",
         put("Régis Maubert", hours, lambda old, row: f"=(E{row - 1}-D{row})*24")),
        ("hours in minutes", "K2.3 K2.1", column(hours, lambda old, row: f"=(E{row}-D{row})*24*60")),
        ("hours of twelve hours a day", "K2.3 K2.1",
         put("Nolwenn Périgaud", hours, lambda old, row: f"=(E{row}-D{row})*12")),
        ("break taken off for all", "K2.3 K2.1", column(hours, lambda old, row: f"=(E{row}-D{row})*24-0.5")),
        ("hours blank for the apprentice", "K2.2 K2.3", put(apprentice, hours, None)),
        ("hours in error", "K2.3 K2.1", put("Bastien Oriol", hours, "=(#REF!-D9)*24")),
        ("unit of the heading wrong", "K2.3 K2.2", heading(hours, "Minutes")),
        ("hours shown as dates", "K2.3 K2.2", formatted("Total", hours, "dd/mm/yyyy")),
        ("hours shown in euros", "K2.3 K2.2", formatted("Total", hours, '0.00" €"')),
    ))  # fmt: skip
    yield from looks("planning_chiffre", (
        ("apprentice’s row hidden", "K2.2", hidden_row(apprentice)),
        ("total of the cost in white on white", "K2.2 K2.3", blotted("Total", "Coût du repas")),
        ("chart that counts the total too", "K2.3", chart("Coût du repas", 13)),
    ))  # fmt: skip


def _meals(chief: str) -> Iterator[OtherFault]:
    meal, price, cost = "Repas", "Prix du repas", "Coût du repas"
    yield from faults("planning_chiffre", (
        ("number of the meals in one row", "K2.3 K2.2", put(chief, meal, 11)),
        ("meal taken off twice", "K2.3 K2.2", put("Hawa Diouf", meal, -1)),
        ("meal blank", "K2.2 K2.3", put("Régis Maubert", meal, None)),
        ("diet in place of a number", "K2.1 K2.3 K2.5 K2.2", put("Salma Brossard", meal, "sans gluten")),
        ("meals as crosses", "K2.1 K2.3", column(meal, "x")),
        ("the ceiling as the price", "K2.3 K2.2", column(price, 16)),
        ("price without its comma", "K2.3 K2.2", column(price, lambda old, row: old * 100)),
        ("price without its comma for one", "K2.3 K2.2", put("Joaquim Teles", price, lambda old, row: old * 10)),
        ("last year’s price for half of the team", "K2.3 K2.4 K2.2", half_column(price, 12.9)),
        ("last year’s price for one", "K2.3 K2.4 K2.2", put("Nolwenn Périgaud", price, 12.9)),
        ("price above the ceiling for one", "K2.3 K2.2", put(chief, price, 18.9)),
        ("prices gone", "K2.2 K2.3", emptied(price)),
        ("prices typed with their unit", "K2.1 K2.3",
         column(price, lambda old, row: f"{old:.2f} euros".replace(".", ","))),
        ("prices said to be without tax", "K2.3 K2.2", heading(price, "Prix du repas HT")),
        ("cost that forgets the meal", "K2.3 K2.1", put("Ondine Carrel", cost, lambda old, row: f"=H{row}")),
        ("price typed in the formulas", "K2.1 K2.3", column(cost, lambda old, row: f"=G{row}*14.9")),
        ("cost with tax added", "K2.3 K2.1", column(cost, lambda old, row: f"=G{row}*H{row}*1.1")),
        ("cost of the row above", "K2.3 K2.1",
         put("Ondine Carrel", cost, lambda old, row: f"=G{row - 1}*H{row - 1}")),
        ("cost typed all down the column", "K2.1 K2.3", column(cost, 14.5)),
        ("cost divided", "K2.3 K2.1", put("Hawa Diouf", cost, lambda old, row: f"=H{row}/2")),
        ("costs gone", "K2.2 K2.3", emptied(cost)),
    ))  # fmt: skip


def _sums() -> Iterator[OtherFault]:
    hours, meal, cost, foot = "Heures", "Repas", "Coût du repas", "Total"
    yield from faults("planning_chiffre", (
        ("total that counts itself", "K2.3 K2.1", put(foot, cost, lambda old, row: f"=SUM(I5:I{row})")),
        ("total of the hours without the apprentice", "K2.3 K2.1",
         put(foot, hours, lambda old, row: f"=SUM(F5:F13,F15:F{row - 1})")),
        ("total of the hours without the last two", "K2.3 K2.1",
         put(foot, hours, lambda old, row: f"=SUM(F5:F{row - 3})")),
        ("tax added to prices that hold it", "K2.3 K2.1",
         put(foot, cost, lambda old, row: f"=SUM(I5:I{row - 1})*1.2")),
        ("discount taken off that nobody granted", "K2.3 K2.1",
         put(foot, cost, lambda old, row: f"=SUM(I5:I{row - 1})*0.95")),
        ("greatest for total", "K2.3 K2.1", put(foot, cost, lambda old, row: f"=MAX(I5:I{row - 1})")),
        ("hours of one person times twelve", "K2.1 K2.3", put(foot, hours, lambda old, row: "=F5*12")),
        ("beginnings added up", "K2.3 K2.1", put(foot, hours, lambda old, row: f"=SUM(D5:D{row - 1})")),
        ("totals of the draft left", "K2.4 K2.3 K2.1",
         _both_cells(put(foot, cost, 141.9), put(foot, hours, 44))),
        ("total of twelve meals typed", "K2.3 K2.1", put(foot, meal, 12)),
        ("estimate’s sum for the total", "K2.3 K2.4 K2.1", put(foot, cost, 184)),
        ("no total of the hours", "K2.2 K2.3", put(foot, hours, None)),
        ("no total of the meals", "K2.2 K2.3", put(foot, meal, None)),
    ))  # fmt: skip
