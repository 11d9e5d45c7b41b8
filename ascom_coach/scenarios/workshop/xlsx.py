"""A workbook from its description, with results stored beside formulas so that it reads the same everywhere."""

from __future__ import annotations

import copy
import datetime as dt
from collections.abc import Mapping
from typing import Any

from ascom_coach.formulas import Calculator, NotComputedError, Scalar
from ascom_coach.scenarios.workshop.cells import TypedCell
from ascom_coach.scenarios.workshop.sheet import (
    CHANGE_KEYS,
    Layout,
    SheetPlan,
    change_plan,
    column_kinds,
    layout,
    plan_sheet,
)
from ascom_coach.scenarios.workshop.source import FileSpec
from ascom_coach.scenarios.workshop.xlsx_parts import Looks, chart_files, sheet_xml, workbook_xml
from ascom_coach.scenarios.workshop.zip import (
    app_properties,
    content_types,
    core_properties,
    package,
    relationships,
    root_relationships,
)

BOOK_KEYS = ("feuilles", "titre", "auteur", "base", "changements", *CHANGE_KEYS)
_INVALID = set("[]:*?/\\")


class Workbook:
    """Sheets planned, placed and computed. Raises RefusedInputError when the description does not hold."""

    def __init__(self, spec: FileSpec, plans: list[SheetPlan], today: dt.date) -> None:
        self.plans = plans
        self.layouts: list[Layout] = [layout(spec, plan) for plan in plans]
        self._names = {plan.name: number for number, plan in enumerate(plans)}
        self._results: dict[tuple[int, int, int], Scalar] = {}
        self._failed: set[tuple[int, int, int]] = set()
        self._pending: set[tuple[int, int, int]] = set()
        self._today = today

    def result(self, sheet: int, row: int, column: int) -> Scalar:
        """The value of a cell, computed when it is a formula. Raises NotComputedError."""
        cell = self.layouts[sheet].cells.get((row, column))
        if cell is None:
            return None
        if not cell.formula:
            return cell.value
        where = (sheet, row, column)
        if where in self._results:
            return self._results[where]
        if where in self._pending or where in self._failed:
            raise NotComputedError("circular")

        def look(name: str, other_row: int, other_column: int) -> Scalar:
            if name and name not in self._names:
                raise NotComputedError(name)
            return self.result(self._names[name] if name else sheet, other_row, other_column)

        self._pending.add(where)
        try:
            self._results[where] = Calculator(look, today=self._today).value(cell.formula)
        except NotComputedError:
            self._failed.add(where)
            raise
        finally:
            self._pending.discard(where)
        return self._results[where]

    def cached(self, sheet: int, row: int, column: int) -> Scalar:
        """As `result`, None when it cannot be computed here."""
        try:
            return self.result(sheet, row, column)
        except NotComputedError:
            return None

    def freeze_values(self) -> None:
        """Replace the formulas of the columns in `fixed` by their results."""
        for number, plan in enumerate(self.plans):
            found = self.layouts[number]
            kinds = column_kinds(plan, found)
            for (row, column), cell in list(found.cells.items()):
                named = plan.header[column - 1] if column <= len(plan.header) else ""
                if cell.formula and (named in plan.fixed or "tout" in plan.fixed):
                    found.cells[row, column] = TypedCell(
                        self.cached(number, row, column), kind=kinds.get(named, cell.kind)
                    )


def plans_of(spec: FileSpec, known: Mapping[str, FileSpec], depth: int = 0) -> list[SheetPlan]:
    """The sheets of a file, through its `base` if it has one. Raises RefusedInputError."""
    body = spec.body
    if not isinstance(body, dict):
        raise spec.refuse("un classeur a des « feuilles », ou une « base » à modifier.")
    if "feuilles" not in body and "base" not in body and "lignes" in body:
        body = {"feuilles": {"Feuille1": body}}
    spec.check_keys(body, BOOK_KEYS)
    plans: list[SheetPlan] = []
    if body.get("base"):
        if depth > 10:
            raise spec.refuse("les « base » tournent en rond.")
        plans = copy.deepcopy(plans_of(find_base(spec, known, str(body["base"])), known, depth + 1))
    sheets = body.get("feuilles") or {}
    if not isinstance(sheets, dict):
        raise spec.refuse("sous « feuilles », écrivez un nom de feuille par ligne, suivi de deux-points.")
    for name, sheet in sheets.items():
        if not 1 <= len(name) <= 31 or set(name) & _INVALID or name.startswith("'") or name.endswith("'"):
            raise spec.refuse(
                f"« {name} » ne peut pas être un nom de feuille : 31 signes au plus, sans [ ] : * ? /."
            )
        plan = plan_sheet(spec, name, sheet)
        plans = [plan if old.name == name else old for old in plans]
        plans += [] if any(old is plan for old in plans) else [plan]
    if not plans:
        raise spec.refuse("ce classeur n’a pas de feuille.")
    changes = list(body.get("changements") or []) if isinstance(body.get("changements"), list) else []
    own = {key: value for key, value in body.items() if key in CHANGE_KEYS}
    for change in [*([own] if own else []), *changes]:
        if not isinstance(change, dict):
            raise spec.refuse("« changements » est une liste de {feuille: …, modifie: …}.")
        change_plan(spec, _sheet(spec, plans, str(change.get("feuille") or plans[0].name)), change)
    return plans


def _sheet(spec: FileSpec, plans: list[SheetPlan], name: str) -> SheetPlan:
    for plan in plans:
        if plan.name == name:
            return plan
    raise spec.refuse(
        f"la feuille « {name} » n’existe pas, choisissez parmi {', '.join(p.name for p in plans)}."
    )


def find_base(spec: FileSpec, known: Mapping[str, FileSpec], base: str) -> FileSpec:
    """The file that `base` names: a whole path, `excellente/x.docx`, or a name. Raises RefusedInputError."""
    folder = spec.path.rpartition("/")[0]
    names = (base, f"temoins/{base}", f"{folder}/{base}", f"documents/{base}", f"corrige/{base}")
    for name in names:
        if name in known and name != spec.path:
            if known[name].extension != spec.extension:
                raise spec.refuse(f"« {base} » n’est pas un .{spec.extension}.")
            return known[name]
    raise spec.refuse(f"je ne trouve pas la base « {base} » parmi les fichiers décrits ici.")


def build_xlsx(spec: FileSpec, known: Mapping[str, FileSpec], *, author: str, day: dt.date) -> bytes:
    """The file's bytes. Raises RefusedInputError."""
    book = Workbook(spec, plans_of(spec, known), day)
    book.freeze_values()
    looks = Looks()
    overrides = {
        "xl/workbook.xml": "officedocument.spreadsheetml.sheet.main",
        "xl/styles.xml": "officedocument.spreadsheetml.styles",
        "docProps/core.xml": "package.core-properties",
        "docProps/app.xml": "officedocument.extended-properties",
    }
    title = str(spec.body.get("titre", "")) if isinstance(spec.body, dict) else ""
    owner = str(spec.body.get("auteur", "")) if isinstance(spec.body, dict) else ""
    title = title or next((line for plan in book.plans for line in plan.titles), "")
    relations: dict[str, tuple[str, str]] = {"rIdS": ("styles", "styles.xml")}
    parts: dict[str, str | bytes] = {}
    charts = 0
    for number in range(1, len(book.plans) + 1):
        name = f"xl/worksheets/sheet{number}.xml"
        overrides[name] = "officedocument.spreadsheetml.worksheet"
        relations[f"rId{number}"] = ("worksheet", f"worksheets/sheet{number}.xml")
        files = chart_files(spec, book, number - 1, charts)
        parts[name] = sheet_xml(spec, book, number - 1, looks, drawing=bool(files))
        if files:
            parts[f"xl/worksheets/_rels/sheet{number}.xml.rels"] = relationships(
                {"rId1": ("drawing", f"../drawings/drawing{number}.xml")}
            )
            for part, content in files.items():
                parts[part] = content
                if part.endswith(".rels"):
                    continue
                kind = "drawing" if "/drawings/" in part else "drawingml.chart"
                overrides[part] = f"officedocument.{kind}"
                charts += kind == "drawingml.chart"
    whole: dict[str, Any] = {
        "[Content_Types].xml": content_types(overrides),
        "_rels/.rels": root_relationships("xl/workbook.xml"),
        "docProps/core.xml": core_properties(title, owner or author, day),
        "docProps/app.xml": app_properties("Microsoft Excel", author),
        "xl/workbook.xml": workbook_xml(book),
        "xl/_rels/workbook.xml.rels": relationships(relations),
        "xl/styles.xml": looks.xml(),
        **parts,
    }
    return package(whole, day)
