"""A sheet as its author describes it: title lines, header, rows by heading, calculated columns, totals.

`SheetPlan` is the description made regular; `layout` places it in cells. A weak sample is a plan changed by
`change_plan` (`modifie`, `ajoute`, `supprime`, `sans`, `avec`, `valeurs_fixes`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ascom_coach.formulas import column_letters, column_number
from ascom_coach.scenarios.workshop.cells import FORMATS, TypedCell, typed
from ascom_coach.scenarios.workshop.items import flat_text, too_long, yes
from ascom_coach.scenarios.workshop.source import FileSpec

SHEET_KEYS = (
    "titre", "entete", "types", "lignes", "formules", "total", "totaux", "notes", "figer", "filtre", "largeurs",
    "formats", "validations", "mise_en_forme", "graphique", "graphiques", "impression", "masquee", "style", "cle",
)  # fmt: skip
CHANGE_KEYS = (
    "feuille",
    "cle",
    "modifie",
    "ajoute",
    "supprime",
    "sans",
    "avec",
    "valeurs_fixes",
    "supprime_colonnes",
)
_BRACKET = re.compile(r"\[([^\[\]]+)\]")
_ROW = re.compile(r"\{(ligne|debut|fin)(?:([+-])(\d+))?\}")


@dataclass(slots=True)
class SheetPlan:
    """One sheet. Rows are texts by heading; totals are rows under the data, with a label in the first column."""

    name: str
    header: list[str]
    rows: list[dict[str, str]]
    titles: list[str]
    totals: list[dict[str, str]]
    notes: list[str]
    formulas: dict[str, str]
    options: dict[str, Any]
    fixed: set[str] = field(default_factory=set)

    @property
    def key(self) -> str:
        """The heading that names a row."""
        return str(self.options.get("cle") or (self.header[0] if self.header else ""))


@dataclass(slots=True)
class Layout:
    """Cells by (row, column) from 1, and where the parts stand. Rows are 0 when there is no such part."""

    cells: dict[tuple[int, int], TypedCell]
    roles: dict[int, str]
    header_row: int
    first: int
    last: int
    columns: int


def plan_sheet(spec: FileSpec, name: str, body: Any) -> SheetPlan:
    """The plan of a sheet. Raises RefusedInputError."""
    if isinstance(body, list):
        body = {"lignes": body}
    if not isinstance(body, dict):
        raise spec.refuse(f"la feuille « {name} » a une « entete » et des « lignes ».")
    spec.check_keys(body, SHEET_KEYS, name)
    header = [flat_text(spec, cell) for cell in body.get("entete") or []]
    if len(set(header)) != len(header):
        raise spec.refuse(f"deux colonnes de « {name} » portent le même titre.")
    width = (
        0 if header else max([0, *(len(row) for row in body.get("lignes") or [] if isinstance(row, list))])
    )
    names = header or [f"#{index}" for index in range(1, width + 1)]
    plan = SheetPlan(
        name, names, [_row(spec, row, names) for row in body.get("lignes") or []],
        _lines(spec, body.get("titre")), [], _lines(spec, body.get("notes")),
        _mapping(spec, body.get("formules"), "formules"), dict(body),
    )  # fmt: skip
    totals = body.get("totaux") or ([body["total"]] if body.get("total") else [])
    plan.totals = [_total(spec, plan, item) for item in totals]
    for key in ("types", "formats", "formules", "largeurs", "validations"):
        spec.check_keys(_mapping(spec, body.get(key), key, texts=False), names, key)
    return plan


def _lines(spec: FileSpec, value: Any) -> list[str]:
    if value in (None, ""):
        return []
    return [flat_text(spec, item) for item in (value if isinstance(value, list) else [value])]


def _mapping(spec: FileSpec, value: Any, where: str, *, texts: bool = True) -> dict[str, Any]:
    if value in (None, ""):
        return {}
    if not isinstance(value, dict):
        raise spec.refuse(f"« {where} » s’écrit « colonne: valeur », une par ligne.")
    return {key: flat_text(spec, item) for key, item in value.items()} if texts else value


def _row(spec: FileSpec, row: Any, names: list[str]) -> dict[str, str]:
    if isinstance(row, dict):
        spec.check_keys(row, names, "lignes")
        return {key: flat_text(spec, value) for key, value in row.items()}
    if not isinstance(row, list):
        raise spec.refuse('une ligne s’écrit entre crochets : [Mme Kessler, 4, "12,50"].')
    if len(row) > len(names):
        raise spec.refuse(too_long(row, names))
    return {name: flat_text(spec, cell) for name, cell in zip(names, row, strict=False)}


def _total(spec: FileSpec, plan: SheetPlan, item: Any) -> dict[str, str]:
    if isinstance(item, str):
        item = {"libelle": item}
    if not isinstance(item, dict):
        raise spec.refuse("« total » s’écrit {libelle: Total, colonnes: [Montant]}.")
    columns = item.get("colonnes") or []
    columns = [columns] if isinstance(columns, str) else columns
    values = {
        key: flat_text(spec, value) for key, value in item.items() if key not in ("libelle", "colonnes")
    }
    spec.check_keys([*columns, *values], plan.header, "total")
    row = {plan.header[0]: str(item.get("libelle", "Total"))} if plan.header else {}
    row.update({name: f"=SUM([{name}]{{debut}}:[{name}]{{fin}})" for name in columns})
    return {**row, **values}


def change_plan(spec: FileSpec, plan: SheetPlan, change: Mapping[str, Any]) -> None:
    """Apply a sample's changes to a copy of its base. Raises RefusedInputError for a row that does not exist."""
    spec.check_keys(change, CHANGE_KEYS)
    key = str(change.get("cle") or plan.key)
    for item in _list(change.get("modifie")):
        if not isinstance(item, dict):
            raise spec.refuse("« modifie » liste des {ligne: …, colonne: …, valeur: …}.")
        spec.check_keys(item, ("ligne", "colonne", "valeur", "rang", "feuille"), "modifie")
        spec.check_keys([str(item.get("colonne", ""))], plan.header, "modifie")
        row = _find(spec, plan, key, str(item.get("ligne", "")), _rank(spec, item.get("rang", "1")))
        row[str(item["colonne"])] = flat_text(spec, item.get("valeur", ""))
    for name in _list(change.get("supprime")):
        found = _find(spec, plan, key, flat_text(spec, name), 1)
        holder = plan.rows if any(row is found for row in plan.rows) else plan.totals
        holder[:] = [row for row in holder if row is not found]
    plan.rows += [_row(spec, row, plan.header) for row in _list(change.get("ajoute"))]
    for name in _list(change.get("supprime_colonnes")):
        spec.check_keys([str(name)], plan.header, "supprime_colonnes")
        plan.header.remove(str(name))
        plan.formulas.pop(str(name), None)
    fixed = {str(name) for name in _list(change.get("valeurs_fixes"))}
    spec.check_keys(fixed, [*plan.header, "tout"], "valeurs_fixes")
    plan.fixed |= fixed
    for name in _list(change.get("sans")):
        spec.check_keys([str(name)], SHEET_KEYS, "sans")
        _without(plan, str(name))
    extra = change.get("avec") or {}
    if not isinstance(extra, dict):
        raise spec.refuse("« avec » s’écrit comme une feuille : une rubrique par ligne.")
    spec.check_keys(extra, SHEET_KEYS, "avec")
    plan.options.update(extra)
    if "titre" in extra:
        plan.titles = _lines(spec, extra["titre"])
    if "formules" in extra:
        plan.formulas.update(_mapping(spec, extra["formules"], "formules"))
    if "total" in extra or "totaux" in extra:
        plan.totals = [_total(spec, plan, item) for item in extra.get("totaux") or [extra["total"]]]


def _without(plan: SheetPlan, name: str) -> None:
    plan.options.pop(name, None)
    if name in ("total", "totaux"):
        plan.totals = []
    elif name == "graphique":
        plan.options.pop("graphiques", None)
    elif name == "titre":
        plan.titles = []
    elif name in ("figer", "filtre"):
        plan.options[name] = "non"
    elif name == "style":
        plan.options["style"] = "aucun"
    elif name in ("types", "formats"):
        plan.options["formats"] = dict.fromkeys(plan.header, "nombre")


def _list(value: Any) -> list[Any]:
    if value in (None, "", {}):
        return []
    return value if isinstance(value, list) else [value]


def _rank(spec: FileSpec, value: Any) -> int:
    if not re.fullmatch(r"[1-9]\d{0,3}", str(value)):
        raise spec.refuse("« rang » est un nombre : 2 pour la deuxième ligne de ce nom.")
    return int(str(value))


def _find(spec: FileSpec, plan: SheetPlan, key: str, wanted: str, rank: int) -> dict[str, str]:
    label = plan.header[0] if plan.header else ""
    rows = [row for row in plan.rows if row.get(key) == wanted]
    rows += [row for row in plan.totals if row.get(label) == wanted]
    if len(rows) < rank:
        raise spec.refuse(
            f"la feuille « {plan.name} » n’a pas de ligne « {wanted} » dans la colonne « {key} »."
        )
    return rows[rank - 1]


def layout(spec: FileSpec, plan: SheetPlan) -> Layout:
    """Where everything goes. Raises RefusedInputError for a value that does not fit its column's type."""
    cells: dict[tuple[int, int], TypedCell] = {}
    roles: dict[int, str] = {}
    row = 0
    for number, title in enumerate(plan.titles):
        row += 1
        cells[row, 1] = TypedCell(title)
        roles[row] = "titre" if number == 0 else "sous-titre"
    row += 1 if plan.titles else 0
    named = [name for name in plan.header if not name.startswith("#")]
    header_row = 0
    if named:
        row += 1
        header_row = row
        roles[row] = "entete"
        for column, name in enumerate(plan.header, 1):
            if not name.startswith("#"):
                cells[row, column] = TypedCell(name)
    first, last = row + 1, row + len(plan.rows)
    bounds = {"debut": first, "fin": max(first, last)}
    for data in plan.rows:
        row += 1
        roles[row] = "ligne"
        for column, name in enumerate(plan.header, 1):
            text = data.get(name, "") or plan.formulas.get(name, "")
            if text:
                cells[row, column] = _cell(
                    spec, plan, name, _placed(spec, plan, text, {**bounds, "ligne": row})
                )
    for data in plan.totals:
        row += 1
        roles[row] = "total"
        for column, name in enumerate(plan.header, 1):
            if data.get(name):
                text = _placed(spec, plan, data[name], {**bounds, "ligne": row})
                cells[row, column] = typed(text) if column == 1 else _cell(spec, plan, name, text)
    for note in plan.notes:
        row += 1
        cells[row + 1, 1] = TypedCell(note)
        roles[row + 1] = "note"
    return Layout(cells, roles, header_row, first, last, len(plan.header))


def _placed(spec: FileSpec, plan: SheetPlan, text: str, rows: Mapping[str, int]) -> str:
    """A formula with `[Colonne]` and `{ligne}`, `{debut}`, `{fin}`, `{ligne-1}` turned into addresses."""
    if not text.startswith("="):
        return text

    def row(match: re.Match[str]) -> str:
        return str(rows[match[1]] + int(f"{match[2] or '+'}{match[3] or 0}"))

    text = _ROW.sub(row, text)

    def column(match: re.Match[str]) -> str:
        spec.check_keys([match[1]], plan.header, "formules")
        letters = column_letters(plan.header.index(match[1]) + 1)
        after = match.string[match.end() : match.end() + 1]
        return letters if after.isdecimal() else f"{letters}{rows['ligne']}"

    return _BRACKET.sub(column, text)


def _cell(spec: FileSpec, plan: SheetPlan, name: str, text: str) -> TypedCell:
    types = plan.options.get("types") or {}
    kind = str(types.get(name, "")) if isinstance(types, dict) else ""
    if kind and kind not in FORMATS:
        raise spec.refuse(f"le type « {kind} » n’existe pas, choisissez parmi {', '.join(FORMATS)}.")
    try:
        return typed(text, kind, name)
    except ValueError:
        return TypedCell(text)


def column_kinds(plan: SheetPlan, found: Layout) -> dict[str, str]:
    """The kind of each column, from its values, else from the columns that its formula uses (amounts win)."""
    kinds: dict[str, str] = {}
    formulas: dict[str, str] = {}
    for (row, column), cell in sorted(found.cells.items()):
        name = plan.header[column - 1] if column <= len(plan.header) else ""
        if found.roles.get(row) != "ligne" or not name:
            continue
        if cell.formula and cell.kind == "nombre":
            formulas.setdefault(name, cell.formula)
        elif cell.kind != "texte":
            kinds.setdefault(name, cell.kind)
    for name, formula in formulas.items():
        if name in kinds:
            continue
        used = {
            kinds.get(plan.header[column_number(letters) - 1], "")
            for letters in re.findall(r"(?<![A-Za-z!])\$?([A-Z]{1,2})\$?\d", formula)
            if column_number(letters) <= len(plan.header)
        }
        best = next((kind for kind in ("euros", "euros_ronds", "decimal", "entier") if kind in used), "")
        if best:
            kinds[name] = best
    return kinds


def styled(plan: SheetPlan) -> bool:
    """Whether the sheet has the house look."""
    return str(plan.options.get("style", "")) != "aucun"


def frozen(plan: SheetPlan) -> bool:
    """Whether the header stays in view."""
    return yes(plan.options.get("figer", "oui")) and styled(plan)
