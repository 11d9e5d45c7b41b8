"""The third hand's faults in the three workbooks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any

from tests.benchmarks.mutation.other import OtherFault, Place, fault, put, turned
from tests.benchmarks.mutation.sheets import Table
from tests.benchmarks.mutation.third import (
    blotted,
    emptied,
    exchanged,
    faults,
    formatted,
    heading,
    hidden_column,
    hidden_row,
    narrow,
    renamed,
    row_gone,
    row_more,
    summed,
)

LOOKS = {"row hidden", "column hidden", "column too narrow", "white on white", "sheet renamed", "unit of another money",
         "hours shown as a clock", "date shown as a number"}  # fmt: skip
"""Faults of look: another layout would rebuild the cells without it."""


def _settled(listed: Iterator[OtherFault]) -> Iterator[OtherFault]:
    for one in listed:
        yield fault(one.production, one.name, " ".join(one.criteria), one.change, moves=one.name not in LOOKS)


def _digits(value: Any, row: int) -> str:
    return turned(str(value))


def _extra(key: str, head: str, text: str) -> Callable[[Table], Place | None]:
    """A column that nobody asked for."""

    def change(table: Table) -> Place | None:
        column = max(table.heads.values()) + 1
        table.page.cell(table.top, column).value = head
        table.page.cell(table.row(key), column).value = text
        return key, head

    return change


def _sheet(name: str) -> Callable[[Table], Place | None]:
    def change(table: Table) -> Place | None:
        table.page.title = name
        return "", ""

    return change


def _above(text: str) -> Callable[[Table], Place | None]:
    """The title over the table."""

    def change(table: Table) -> Place | None:
        table.page.cell(1, 1).value = text
        return text, ""

    return change


def base() -> Iterator[OtherFault]:
    visit, phone = "Dernière visite", "Téléphone"
    yield from _settled(faults("base", (
        ("new number with digits exchanged", "K1.2 K1.3", put("Vasseur", phone, _digits)),
        ("number without its zero", "K1.2 K1.1",
         put("Vasseur", phone, lambda old, row: int(str(old).replace(" ", "")))),
        ("number gone", "K1.2 K1.3", put("Vasseur", phone, None)),
        ("another client’s address changed", "K1.2", put("Moreau", "Adresse", "21 rue Haute")),
        ("another client’s number changed", "K1.2", put("Diarra", phone, _digits)),
        ("another client gone", "K1.2", row_gone("Diarra")),
        ("row added instead of corrected", "K1.2 K1.3", row_more("Vasseur-Morel", "Vasseur")),
        ("date as text", "K1.1 K1.2", put("Vasseur", visit, "12 novembre 2026")),
        ("visit to come written as made", "K1.2", put("Vasseur", visit, dt.datetime(2026, 11, 17))),
        ("file with digits exchanged", "K1.2", put("Vasseur", "Dossier", _digits)),
        ("two files exchanged", "K1.2", exchanged("Abiven", "Cormier", "Dossier")),
        ("address of mail wrong", "K1.2", put("Vasseur", "Courriel", "c.vasseur@messagerie")),
        ("addresses of mail exchanged", "K1.2", exchanged("Abiven", "Zeller", "Courriel")),
        ("family written in the base", "K1.2 K1.4", _extra("Vasseur", "Remarque", "mère âgée et fragile au foyer")),
        ("judgement written in the base", "K1.4 K1.2", put("Vasseur", "Prénom", "Carole (râleuse)")),
        ("heading gone", "K1.5 K1.2 K1.1", heading(phone, None)),
        ("name without its capital", "K1.5 K1.4 K1.2", renamed("Vasseur", "vasseur")),
        ("name misspelt", "K1.2", renamed("Le Bihan", "Le Bian")),
        ("column too narrow", "K1.5 K1.1", narrow(visit)),
        ("column hidden", "K1.1 K1.2 K1.5", hidden_column(phone)),
        ("row hidden", "K1.1 K1.2 K1.5", hidden_row("Garrec")),
        ("date shown as a number", "K1.5 K1.1 K1.2", formatted("Vasseur", visit, "General")),
        ("street number of the wrong invoice", "K1.2", put("Vasseur", "Adresse", "13 impasse du Lavoir")),
        ("column gone", "K1.2", emptied("Courriel")),
    )))  # fmt: skip


def planning(keys: list[str]) -> Iterator[OtherFault]:
    apprentice = keys[-3]
    cost, price = "Coût du repas", "Prix du repas"
    yield from _settled(faults("planning_chiffre", (
        ("start after the end", "K2.3 K2.4", put("Bastien Oriol", "Début", dt.time(15, 30))),
        ("comes after the others", "K2.3", put("Hawa Diouf", "Début", dt.time(10, 0))),
        ("leaves before the others", "K2.3 K2.4", put("Bastien Oriol", "Fin", dt.time(11, 0))),
        ("two meals for one", "K2.3", put("Joaquim Teles", "Repas", 2)),
        ("no meal for one who is there", "K2.3", put(apprentice, "Repas", 0)),
        ("one who has left still there", "K2.4 K2.3", row_more("Patrick Guénot", "Clément Vauquelin")),
        ("twice, in two zones", "K2.4 K2.3", row_more("Hawa Diouf", "Hawa Diouf", Zone="Toile")),
        ("zone of the model kept", "K2.3 K2.4", put("Salma Brossard", "Zone", "Toile")),
        ("apprentice in another zone", "K2.3", put(apprentice, "Zone", "Saisie")),
        ("somebody forgotten", "K2.3 K2.2", row_gone("Nolwenn Périgaud")),
        ("name misspelt", "K2.3", renamed("Édith Maurin", "Édith Morin")),
        ("service wrong", "K2.3", put("Régis Maubert", "Service", "Comptabilité")),
        ("price wrong in one row", "K2.3 K2.4",
         put("Joaquim Teles", price, lambda old, row: float(old) - 0.36)),
        ("price as text", "K2.1 K2.3", put("Hawa Diouf", price, "quatorze euros")),
        ("unit of another money", "K2.3 K2.2", formatted("Total", cost, '#,##0.00\\ "$"')),
        ("hours shown as a clock", "K2.3 K2.1 K2.2", formatted("Total", "Heures", "hh:mm")),
        ("title of last year", "K2.4 K2.3 K2.2", _above("Inventaire du samedi 24 janvier 2026")),
        ("time as text", "K2.1 K2.3", put("Joaquim Teles", "Début", "8h30")),
        ("cost added instead of multiplied", "K2.3 K2.1",
         put("Régis Maubert", cost, lambda old, row: f"=G{row}+H{row}")),
        ("cost of the hours", "K2.3 K2.1", put("Régis Maubert", cost, lambda old, row: f"=F{row}*H{row}")),
        ("hours the wrong way round", "K2.3 K2.1",
         put("Hawa Diouf", "Heures", lambda old, row: f"=(D{row}-E{row})*24")),
        ("hours typed with their unit", "K2.1 K2.3", put("Hawa Diouf", "Heures", "4 h")),
        ("meals total typed", "K2.1", put("Total", "Repas", 11)),
        ("meals counted instead of added", "K2.3 K2.1", summed("Repas", "=COUNT({col}{first}:{col}{last})")),
        ("greatest instead of the sum", "K2.3 K2.1", summed("Heures", "=MAX({col}{first}:{col}{last})")),
        ("total that adds itself", "K2.3 K2.1", put("Total", "Repas", lambda old, row: f"=SUM(G5:G{row})")),
        ("total rounded", "K2.3", summed(cost, "=ROUND(SUM({col}{first}:{col}{last}),-1)")),
        ("prices added up", "K2.3 K2.2 K2.1", summed(price, "=SUM({col}{first}:{col}{last})")),
        ("total with its unit typed", "K2.1 K2.3", summed("Heures", "48 heures")),
        ("total of costs gone", "K2.2 K2.3", put("Total", cost, None)),
        ("cost called without tax", "K2.3 K2.2", heading(cost, "Coût HT")),
        ("heading gone", "K2.2", heading("Zone", None)),
        ("zone empty", "K2.3 K2.2", put("Clément Vauquelin", "Zone", None)),
        ("white on white", "K2.2", blotted("Total", cost)),
        ("row hidden", "K2.2 K2.3", hidden_row("Fanny Lescure")),
        ("diet written beside a name", "K2.2 K2.5", _extra("Hawa Diouf", "Régime", "sans porc")),
    )))  # fmt: skip


def mailing(keys: list[str]) -> Iterator[OtherFault]:
    one, two, three = keys[1], keys[4], keys[-1]
    mail, remark, seen = "Courriel", "Remarque", "Dernière venue"
    foot = "Destinataires"
    yield from _settled(faults("liste", (
        ("names of two rows exchanged", "KX3.2", exchanged(one, two, "Nom")),
        ("addresses of two rows exchanged", "KX3.2", exchanged(one, two, mail)),
        ("heading renamed", "KX3.2 KX3.1", heading(mail, "Mail")),
        ("column gone", "KX3.1 KX3.2", emptied("Accord")),
        ("number changed", "KX3.2 KX3.1", renamed(one, "C-901")),
        ("date as text", "KX3.2 KX3.4", put(two, seen, "le 7 mars 2026")),
        ("date to come", "KX3.2", put(two, seen, dt.datetime(2028, 3, 4))),
        ("address without its end", "KX3.2", put(two, mail, lambda old, row: str(old).rpartition(".")[0])),
        ("address with a space", "KX3.2", put(two, mail, lambda old, row: str(old).replace("@", " @"))),
        ("two addresses in a cell", "KX3.2", put(three, mail, lambda old, row: f"{old} ; contact@exemple.example")),
        ("address gone", "KX3.2", put(three, mail, None)),
        ("illness told", "KX3.5", put(one, remark, "Diabétique, prévoir une pause")),
        ("union told", "KX3.5", put(two, remark, "Déléguée syndicale")),
        ("private life told", "KX3.5", put(three, remark, "En plein divorce, ne pas appeler le soir")),
        ("birth told in a column more", "KX3.5 KX3.1", _extra(one, "Né(e) le", "12/05/1961")),
        ("twice in the list", "KX3.2", row_more("C-140", two)),
        ("unsubscribed kept", "KX3.5 KX3.2",
         row_more("C-141", one, Nom="Roux", Prénom="Basile", Courriel="b.roux@courrier.example",
                  Accord="désinscrit le 08/06/2026")),
        ("professional kept", "KX3.1 KX3.2", put(two, "Profil", "Professionnel")),
        ("agreement turned round", "KX3.5 KX3.2", put(two, "Accord", "non")),
        ("agreement empty", "KX3.5 KX3.2", put(three, "Accord", None)),
        ("somebody forgotten", "KX3.2 KX3.1", row_gone(two)),
        ("count typed in words", "KX3.1 KX3.2", put(foot, mail, "onze personnes")),
        ("count of numbers only", "KX3.2", summed(mail, "=COUNT({col}{first}:{col}{last})")),
        ("count with the heading", "KX3.2", summed(mail, "=COUNTA({col}{top}:{col}{last})")),
        ("count without its first row", "KX3.2", put(foot, mail, lambda old, row: f"=COUNTA(D6:D{row - 1})")),
        ("count gone", "KX3.1 KX3.2", put(foot, mail, None)),
        ("row hidden", "KX3.2 KX3.4 KX3.1", hidden_row(two)),
        ("column too narrow", "KX3.4", narrow(seen)),
        ("white on white", "KX3.4", blotted(two, "Nom")),
        ("sheet renamed", "KX3.1 KX3.2", _sheet("Feuil1")),
    )))  # fmt: skip
