"""The second hand's faults in the client base, the costed planning and the mailing list."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from typing import Any

from openpyxl.comments import Comment

from tests.benchmarks.mutation.other import OtherFault, Place, fault, put, turned
from tests.benchmarks.mutation.sheets import Table

Change = Callable[[Table], Place | None]


def _swapped(one: str, other: str, heads: tuple[str, ...]) -> Change:
    """Two rows that exchange some of their cells: a sort that took one column only."""

    def change(table: Table) -> Place:
        for head in heads:
            left, right = table.cell(one, head), table.cell(other, head)
            left.value, right.value = right.value, left.value
        return one, ""

    return change


def _hidden(key: str) -> Change:
    def change(table: Table) -> Place:
        table.page.row_dimensions[table.row(key)].hidden = True
        return key, ""

    return change


def _filtered(key: str, head: str, kept: str) -> Change:
    """A filter left on: a row is out of sight."""

    def change(table: Table) -> Place:
        last = table.row(table.keys[-1])
        width = max(table.heads.values())
        start = table.page.cell(table.top, 1).coordinate
        table.page.auto_filter.ref = f"{start}:{table.page.cell(last, width).coordinate}"
        table.page.auto_filter.add_filter_column(table.heads[head] - 1, [kept])
        table.page.row_dimensions[table.row(key)].hidden = True
        return key, ""

    return change


def _headed(head: str, new: str) -> Change:
    def change(table: Table) -> Place:
        table.page.cell(table.top, table.heads[head]).value = new
        return new

    return change


def _doubled(key: str, **changes: Any) -> Change:
    def change(table: Table) -> Place:
        table.copy_row(key, key, **changes)
        return key, ""

    return change


def _gone(key: str) -> Change:
    def change(table: Table) -> Place:
        table.delete(key)
        return ""

    return change


def _written(row: int, text: str, place: str) -> Change:
    """A title or a remark around the table."""

    def change(table: Table) -> Place:
        at = row if row > 0 else table.page.max_row + 1
        table.page.cell(at, 1).value = text
        return place

    return change


def _formatted(key: str, head: str, code: str) -> Change:
    def change(table: Table) -> Place:
        table.cell(key, head).number_format = code
        return key, head

    return change


def _renamed(key: str, head: str, new: str) -> Change:
    def change(table: Table) -> Place:
        table.cell(key, head).value = new
        return new, head

    return change


def _unlabelled(key: str, head: str) -> Change:
    def change(table: Table) -> Place:
        table.cell(key, head).value = None
        return ""

    return change


def _shorter(old: Any, row: int) -> Any:
    """=SUM(F5:F16) that forgets its last row."""
    return re.sub(r"(\d+)\)$", lambda m: f"{int(m[1]) - 1})", str(old))


def _aside(table: Table) -> Place:
    """Those who were taken out, kept on a sheet of their own, out of sight."""
    page = table.book.create_sheet("Supprimés")
    page.append(["N°", "Nom", "Courriel", "Accord"])
    page.append(["C-113", "Kermadec", "yves.kermadec@messagerie.example", "désinscrit le 12/01/2027"])
    page.sheet_state = "hidden"
    return "C-113", ""


def _noted(table: Table) -> Place:
    table.cell("C-109", "Remarque").comment = Comment("Opérée du dos en mai, à ménager", "Camille")
    return "C-109", "Remarque"


def base() -> Iterator[OtherFault]:
    listed: tuple[tuple[str, str, Change], ...] = (
        ("another client’s telephone changed", "K1.2", put("Garrec", "Téléphone", "02 61 91 41 89")),
        ("names sorted without their rows", "K1.2", _swapped("Cormier", "Diarra", ("Prénom",))),
        ("telephone stored as a number", "K1.2 K1.3",
         put("Vasseur", "Téléphone", lambda old, _: int(str(old).replace(" ", "")))),
        ("header with a typo", "K1.2 K1.4 K1.5", _headed("Téléphone", "Télephonne")),
        ("client entered a second time", "K1.2 K1.3", _doubled("Vasseur", Téléphone="02 61 91 40 12")),
        ("visit that has not taken place", "K1.2", put("Vasseur", "Dernière visite", dt.datetime(2026, 11, 27))),
        ("comma in the e-mail", "K1.2 K1.3", put("Vasseur", "Courriel", "c.vasseur@messagerie,example")),
        ("file number with digits exchanged", "K1.2", put("Vasseur", "Dossier", lambda old, _: turned(str(old)))),
        ("telephone with digits exchanged", "K1.3 K1.2",
         put("Vasseur", "Téléphone", lambda old, _: turned(str(old)))),
        ("telephone with a pair missing", "K1.3 K1.2", put("Vasseur", "Téléphone", lambda old, _: str(old)[:-3])),
        ("client taken out", "K1.2", _gone("Moreau")),
        ("first name changed", "K1.2", put("Vasseur", "Prénom", "Caroline")),
        ("two telephones in one cell", "K1.2 K1.3",
         put("Vasseur", "Téléphone", lambda old, _: f"02 61 91 40 12 / {old}")),
        ("title of last year", "K1.2", _written(2, "extraction du 16 novembre 2025", "16 novembre 2025")),
    )  # fmt: skip
    for name, criteria, change in listed:
        yield fault("base", name, criteria, change)
    yield fault("base", "filter left on", "K1.2 K1.5", _filtered("Moreau", "Prénom", "Carole"), moves=False)
    yield fault("base", "row hidden", "K1.2 K1.5", _hidden("Zeller"), moves=False)


def planning(apprentice: str) -> Iterator[OtherFault]:
    exact = "K2.2 K2.3 K2.4"
    listed: tuple[tuple[str, str, Change], ...] = (
        ("total of the hours one row short", "K2.3 K2.1", put("Total", "Heures", _shorter)),
        ("total of the meals one row short", "K2.3 K2.1 K2.4",
         put("Total", "Coût du repas", lambda old, _: re.sub(r"(\d+)\)$", lambda m: f"{int(m[1]) - 2})", str(old)))),
        ("one person left at the old hour", "K2.3 K2.4", put("Clément Vauquelin", "Début", dt.time(7, 30))),
        ("hours not multiplied by 24", "K2.1 K2.3", put("Joaquim Teles", "Heures", lambda _, row: f"=E{row}-D{row}")),
        ("hours typed in one row", "K2.1", put("Régis Maubert", "Heures", 4)),
        ("hour typed as text", "K2.1 K2.3 K2.4", put("Bastien Oriol", "Fin", "12h30")),
        ("price typed as text", "K2.1 K2.3 K2.4",
         put("Hawa Diouf", "Prix du repas", lambda old, _: f"{old:.2f} €".replace(".", ","))),
        ("colleague without a meal", "K2.3 K2.4", put("Fanny Lescure", "Repas", 0)),
        ("price a hundred times too high", exact, put("Nolwenn Périgaud", "Prix du repas", lambda old, _: old * 100)),
        ("euro sign lost in the total", "K2.1 K2.2 K2.3", _formatted("Total", "Coût du repas", "General")),
        ("name misspelt", "K2.2 K2.3", _renamed("Clément Vauquelin", "Personne", "Clément Vauquellin")),
        ("title of last year", exact, _written(1, "Inventaire du samedi 24 janvier 2026", "24 janvier 2026")),
        ("person left out", "K2.2 K2.3", _gone("Bastien Oriol")),
        ("three people in one zone", "K2.2 K2.3", put("Édith Maurin", "Zone", "Poulies")),
        ("sum typed cell by cell", "K2.1",
         put("Total", "Heures", lambda _, row: "=" + "+".join(f"F{one}" for one in range(5, row)))),
        ("remark of the draft left", exact,
         _written(0, "Le prix du repas est celui de l’an dernier.", "celui de l’an dernier")),
        ("broken reference", "K2.1 K2.3", put("Nolwenn Périgaud", "Heures", lambda _, row: f"=(E{row}-#REF!)*24")),
        ("apprentice entered twice", exact, _doubled(apprentice)),
        ("meals counted instead of added", "K2.3 K2.1",
         put("Total", "Repas", lambda old, _: str(old).replace("SUM", "COUNT"))),
        ("service of another", "K2.2 K2.3", put("Fanny Lescure", "Service", "Atelier")),
        ("finish before the start", "K2.3 K2.4", put("Salma Brossard", "Fin", dt.time(7, 0))),
        ("two meals for one person", "K2.3 K2.4", put("Édith Maurin", "Repas", 2)),
        ("formula of the row below", "K2.1 K2.3",
         put("Salma Brossard", "Coût du repas", lambda _, row: f"=G{row + 1}*H{row}")),
        ("label of the total gone", "K2.2 K2.3 K2.1", _unlabelled("Total", "Personne")),
    )  # fmt: skip
    for name, criteria, change in listed:
        yield fault("planning_chiffre", name, criteria, change)
    yield fault("planning_chiffre", "row hidden", exact, _hidden("Ondine Carrel"), moves=False)


def mailing() -> Iterator[OtherFault]:
    listed: tuple[tuple[str, str, Change], ...] = (
        ("count one row short", "KX3.2 KX3.4", put("Destinataires", "Courriel", _shorter)),
        ("space inside the e-mail", "KX3.2", put("C-103", "Courriel", "m.cazals @courrier.example")),
        ("addressee entered twice", "KX3.2", _doubled("C-105")),
        ("name and first name exchanged", "KX3.2", put("C-105", "Nom", "Paule")),
        ("header with a typo", "KX3.2 KX3.3 KX3.4", _headed("Courriel", "Couriel")),
        ("e-mails sorted without their rows", "KX3.2", _swapped("C-112", "C-114", ("Courriel",))),
        ("number written otherwise", "KX3.2", _renamed("C-114", "N°", "C-0114")),
        ("date typed as text", "KX3.2 KX3.4", put("C-105", "Dernière venue", "le 18 avril 2026")),
        ("title of last year", "KX3.2", _written(2, "au 2 février 2026", "2 février 2026")),
        ("e-mail of the wrong person", "KX3.2", put("C-111", "Courriel", "rosa.ibarra@courrier.example")),
        ("e-mail cut", "KX3.2", put("C-112", "Courriel", "rosa.ibarra@courrier")),
        ("remark on somebody’s family", "KX3.5", put("C-118", "Remarque", "En plein divorce, éviter d’appeler")),
        ("addressee left out", "KX3.2", _gone("C-105")),
        ("professional added", "KX3.1 KX3.2",
         _doubled("C-118", Nom="Mairie de Vaylac",
                  Profil="Professionnel", Courriel="espaces.verts@mairie-vaylac.example")),
        ("consent of another", "KX3.2 KX3.5", put("C-114", "Accord", "désinscrit le 08/06/2026")),
        ("count typed", "KX3.4", put("Destinataires", "Courriel", 11)),
        ("label of the count gone", "KX3.2 KX3.4", _unlabelled("Destinataires", "N°")),
    )  # fmt: skip
    for name, criteria, change in listed:
        yield fault("liste", name, criteria, change)
    yield fault("liste", "unsubscribed people on a hidden sheet", "KX3.5 KX3.2", _aside, moves=False)
    yield fault("liste", "health in a cell note", "KX3.5", _noted, moves=False)
    yield fault("liste", "row hidden", "KX3.2 KX3.4", _hidden("C-118"), moves=False)
