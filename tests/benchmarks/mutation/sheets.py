"""Faults planted in workbooks, named by row key and heading, and the layouts in which the same table may come."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import openpyxl
from openpyxl.utils import get_column_letter as letter

Book = dict[tuple[int, int], Any]


class Table:
    """A workbook of one table: header row, key column, values and formulas by row key and heading."""

    def __init__(self, data: bytes, sheet: str, header: str) -> None:
        self.book = openpyxl.load_workbook(io.BytesIO(data))
        self.page = self.book[sheet] if sheet in self.book.sheetnames else self.book.worksheets[0]
        self.top = next(row for row in range(1, 30) if any(_text(cell) == header for cell in self.page[row]))
        self.heads = {_text(cell): cell.column for cell in self.page[self.top] if cell.value is not None}
        self.key = self.heads[header]

    def row(self, key: str) -> int:
        """The row whose key holds these words. Raises StopIteration when none does."""
        return next(
            row
            for row in range(self.top + 1, self.page.max_row + 1)
            if key in _text(self.page.cell(row, self.key))
        )

    def cell(self, key: str, head: str) -> Any:
        return self.page.cell(self.row(key), self.heads[head])

    @property
    def keys(self) -> list[str]:
        found = [_text(self.page.cell(row, self.key)) for row in range(self.top + 1, self.page.max_row + 1)]
        stop = next(
            (i for i, one in enumerate(found) if not one or one in ("Total", "Destinataires")), len(found)
        )
        return found[:stop]

    def delete(self, key: str) -> None:
        """Blank a row: sums keep their area."""
        row = self.row(key)
        for column in self.heads.values():
            self.page.cell(row, column).value = None

    def copy_row(self, key: str, like: str, **changes: Any) -> None:
        """A row more under the last one, like another; what is below moves down."""
        last, model = self.row(self.keys[-1]), self.row(like)
        lines = {
            row: [self.page.cell(row, c).value for c in range(1, self.page.max_column + 1)]
            for row in range(last + 1, self.page.max_row + 1)
        }
        for row, values in lines.items():
            for column, value in enumerate(values, 1):
                fresh = value
                if isinstance(value, str) and value.startswith("="):
                    fresh = re.sub(rf"(?<=:)([A-Z]+){last}\b", rf"\g<1>{last + 1}", value)
                self.page.cell(row + 1, column).value = fresh
        for head, column in self.heads.items():
            value = self.page.cell(model, column).value
            if isinstance(value, str) and value.startswith("="):
                value = re.sub(rf"([A-Z]+){model}\b", rf"\g<1>{last + 1}", value)
            target = self.page.cell(last + 1, column)
            target.value = changes.get(head, value)
            target.number_format = self.page.cell(model, column).number_format
        self.page.cell(last + 1, self.key).value = key

    def data(self) -> bytes:
        out = io.BytesIO()
        self.book.save(out)
        return out.getvalue()


def _text(cell: Any) -> str:
    return str(cell.value or "")


@dataclass(frozen=True)
class SheetFault:
    """One mutator: the control that must tell it, how, and where: (row key, heading), both empty for anywhere."""

    name: str
    control: str
    change: Callable[[Table], None]
    place: tuple[str, str] = ("", "")


def _put(key: str, head: str, value: Any) -> Callable[[Table], None]:
    def change(table: Table) -> None:
        old = table.cell(key, head).value
        table.cell(key, head).value = value(old, table.row(key)) if callable(value) else value

    return change


def planning(keys: list[str]) -> Iterator[SheetFault]:
    """The workbook of « Compter la toile »."""
    one, two, last = keys[2], keys[6], keys[-1]
    apprentice = keys[-3]
    yield SheetFault("hours typed", "b1", _put(one, "Heures", 4), (one, "Heures"))
    yield SheetFault("cost typed", "b1", _put(two, "Coût du repas", 14.5), (two, "Coût du repas"))
    yield SheetFault(
        "cost typed as text", "b1", _put(one, "Coût du repas", "14,50 €"), (one, "Coût du repas")
    )
    yield SheetFault(
        "hours of the row above",
        "b1",
        _put(two, "Heures", lambda old, row: f"=(E{row}-D{row - 1}+1/24)*24"),
        (two, "Heures"),
    )
    yield SheetFault(
        "hours forget the factor",
        "b1",
        _put(one, "Heures", lambda old, row: f"=E{row}-D{row}"),
        (one, "Heures"),
    )
    yield SheetFault(
        "price typed in the formula",
        "b1",
        _put(two, "Coût du repas", lambda old, row: f"=G{row}*H{row}+G{row}*0.5"),
        (two, "Coût du repas"),
    )
    yield SheetFault("cost left blank", "b1", _put(one, "Coût du repas", None), (one, ""))
    yield SheetFault("total of hours typed", "b2", _put("Total", "Heures", 48), ("Total", "Heures"))
    yield SheetFault(
        "total of costs typed",
        "b2",
        _put("Total", "Coût du repas", lambda old, row: 159.5),
        ("Total", "Coût du repas"),
    )
    yield SheetFault(
        "total one by one",
        "b2",
        _put(
            "Total",
            "Coût du repas",
            lambda old, row: "=" + "+".join(f"I{r}" for r in range(row - len(keys), row)),
        ),
        ("Total", "Coût du repas"),
    )
    yield SheetFault(
        "sum stops early",
        "b8",
        _put("Total", "Heures", lambda old, row: f"=SUM(F{row - len(keys)}:F{row - 2})"),
        ("Total", "Heures"),
    )
    yield SheetFault(
        "sum starts late",
        "b9",
        _put("Total", "Coût du repas", lambda old, row: f"=SUM(I{row - len(keys) + 1}:I{row - 1})"),
        ("Total", "Coût du repas"),
    )
    yield SheetFault(
        "sum of another column",
        "b9",
        _put("Total", "Coût du repas", lambda old, row: f"=SUM(H{row - len(keys)}:H{row - 1})"),
        ("Total", "Coût du repas"),
    )
    yield SheetFault(
        "broken reference", "b9", _put("Total", "Coût du repas", "=SUM(#REF!)"), ("Total", "Coût du repas")
    )
    yield SheetFault(
        "mean for a sum",
        "b8",
        _put("Total", "Heures", lambda old, row: f"=AVERAGE(F{row - len(keys)}:F{row - 1})"),
        ("Total", "Heures"),
    )
    yield SheetFault(
        "total without a label",
        "b8",
        lambda table: table.page.cell(table.row("Total"), table.key).__setattr__("value", "Ensemble"),
    )
    yield SheetFault("apprentice forgotten", "b3", lambda table: table.delete(apprentice))
    yield SheetFault("apprentice elsewhere", "b3", _put(apprentice, "Zone", "Cale"))
    yield SheetFault(
        "start of last year", "b4", _put("Hawa Diouf", "Début", _hour("07:45")), ("Hawa Diouf", "Début")
    )
    yield SheetFault(
        "end of last year", "b5", _put("Hawa Diouf", "Fin", _hour("11:15")), ("Hawa Diouf", "Fin")
    )
    yield SheetFault(
        "meal for the one at home", "b6", _put("Ondine Carrel", "Repas", 1), ("Ondine Carrel", "Repas")
    )
    yield SheetFault(
        "other price", "b7", _put("Hawa Diouf", "Prix du repas", 9.9), ("Hawa Diouf", "Prix du repas")
    )
    yield SheetFault(
        "twice in the list",
        "b10",
        lambda table: table.copy_row("Salma Brossard", "Salma Brossard", Zone="Fil et sangles"),
        ("Salma Brossard", ""),
    )
    yield SheetFault(
        "gone but there",
        "b11",
        lambda table: table.copy_row("Patrick Guénot", last, Zone="Cale"),
        ("Patrick Guénot", ""),
    )


def _loose(table: Table) -> None:
    """Headings that neither stay on screen nor come back on each page."""
    table.page.freeze_panes = None
    table.page._print_rows = None


def _hour(text: str) -> Any:
    import datetime as dt

    return lambda old, row: (
        dt.time.fromisoformat(text)
        if not isinstance(old, int | float)
        else int(text[:2]) / 24 + int(text[3:]) / 1440
    )


def clients(keys: list[str]) -> Iterator[SheetFault]:
    """The client base of « La chaudière du lundi »."""
    yield SheetFault(
        "old phone", "c30", _put("Vasseur", "Téléphone", "02 61 91 40 12"), ("Vasseur", "Téléphone")
    )
    yield SheetFault(
        "phone with a slip",
        "c30",
        _put("Vasseur", "Téléphone", lambda old, row: old[:-1] + ("4" if old[-1] != "4" else "5")),
        ("Vasseur", "Téléphone"),
    )
    yield SheetFault("phone erased", "c30", _put("Vasseur", "Téléphone", None), ("Vasseur", ""))
    for head, value in (
        ("Adresse", "22 rue Neuve"),
        ("Courriel", "moreau@messagerie.example"),
        ("Dossier", "I-9999"),
        ("Téléphone", "06 39 98 99 99"),
    ):
        yield SheetFault(f"another row's {head}", "c31", _put("Moreau", head, value), ("Moreau", head))
    yield SheetFault("a row less", "c31", lambda table: table.delete("Garrec"))
    yield SheetFault(
        "a row more", "c31", lambda table: table.copy_row("Yvon", "Zeller", Prénom="Luc"), ("Yvon", "")
    )
    yield SheetFault("header not frozen", "c32", _loose)
    yield SheetFault("a column less", "c31",
    lambda table: [table.page.cell(row, table.heads["Courriel"]).__setattr__("value",
    None) for row in range(table.top, table.page.max_row + 1)] and None)  # fmt: skip


def mailing(keys: list[str], scenario: Any) -> Iterator[SheetFault]:
    """The mailing list of « La journée du greffage »."""
    one = keys[0]
    yield SheetFault(
        "an address changed", "k1", _put(one, "Courriel", "autre@messagerie.example"), (one, "Courriel")
    )
    yield SheetFault("consent changed", "k1", _put(one, "Accord", "non"), (one, "Accord"))
    yield SheetFault("somebody less", "k1", lambda table: table.delete(one))
    yield SheetFault(
        "wrong address kept", "k7", _put("C-111", "Courriel", "h.pradel@courier"), ("C-111", "Courriel")
    )
    yield SheetFault(
        "count typed", "k10", _put("Destinataires", "Courriel", 11), ("Destinataires", "Courriel")
    )
    yield SheetFault(
        "count wrong", "k9", _put("Destinataires", "Courriel", 13), ("Destinataires", "Courriel")
    )
    yield SheetFault(
        "count stops early",
        "k9",
        _put("Destinataires", "Courriel", lambda old, row: f"=COUNTA(D{row - len(keys)}:D{row - 2})"),
        ("Destinataires", "Courriel"),
    )
    yield SheetFault("header not frozen", "k11", _loose)
    yield SheetFault(
        "professional kept",
        "k6",
        lambda table: table.copy_row("C-120", one, Profil="Professionnel"),
        ("C-120", ""),
    )
    for control in next(item for item in scenario.productions if item.id == "liste").controles:
        if control.type == "ligne_absente" and "N°" in control.valeurs:
            key = control.valeurs["N°"]
            yield SheetFault(
                f"{key} kept", control.id, lambda table, key=key: table.copy_row(key, one), (key, "")
            )  # type: ignore[misc]
        if control.type == "absents":
            yield SheetFault(
                "private remark kept",
                control.id,
                _put(one, "Remarque", f"Note : {control.valeurs[0]}"),
                (one, "Remarque"),
            )


LAYOUTS = ("as it is", "moved under a title", "renamed sheet", "columns reversed")


def laid_out(data: bytes, layout: str) -> bytes:
    """The same workbook in another layout."""
    if layout == "as it is":
        return data
    book = openpyxl.load_workbook(io.BytesIO(data))
    page = book.worksheets[0]
    if layout == "renamed sheet":
        page.title = "Ma feuille 2"
    elif layout == "moved under a title":
        _rebuild(page, lambda row, column: (row + 3, column + 2))
        page.cell(1, 1).value = "Travail remis"
    else:
        width = page.max_column
        _rebuild(page, lambda row, column: (row, width + 1 - column))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _rebuild(page: Any, where: Callable[[int, int], tuple[int, int]]) -> None:
    from openpyxl.utils import column_index_from_string as number

    def reference(match: re.Match[str]) -> str:
        row, column = where(int(match[2]), number(match[1]))
        return f"{letter(column)}{row}"

    cells = {
        (cell.row, cell.column): (cell.value, cell.number_format)
        for line in page.iter_rows()
        for cell in line
        if cell.value is not None
    }
    for merged in list(page.merged_cells.ranges):
        page.unmerge_cells(str(merged))
    frozen = page.freeze_panes
    for row, column in cells:
        page.cell(row, column).value = None
    for (row, column), (value, code) in cells.items():
        target = page.cell(*where(row, column))
        fresh = (
            re.sub(r"\b([A-Z]{1,2})(\d+)\b", reference, value)
            if isinstance(value, str) and value.startswith("=")
            else value
        )
        if isinstance(fresh, str) and fresh.startswith("="):  # an area turned round
            fresh = re.sub(
                r"([A-Z]+)(\d+):([A-Z]+)(\d+)",
                lambda m: (
                    ":".join(
                        sorted((m[1] + m[2], m[3] + m[4]), key=lambda one: number(re.sub(r"\d", "", one)))
                    )
                    if m[1] != m[3]
                    else m[0]
                ),
                fresh,
            )
        target.value, target.number_format = fresh, code
    if frozen:
        match = re.fullmatch(r"([A-Z]+)(\d+)", frozen)
        page.freeze_panes = f"A{where(int(match[2]), 1)[0]}" if match else frozen
