"""Reading `fabrique.yaml`: one tree of files to build, with the variables of the seed put in place.

Inside any text: `{variable}`, `{date_longue}` (11 mai 2026), `{date_courte}` (11/05/2026), `{entreprise}`, and a
calculation `{=quantite*12,5 : euros}` (formats: `euros`, `entier`, `decimal`). An element of a list with a key
`si: {variable: valeur}` is kept only when the variable has that value (or one of a list of values).
"""

from __future__ import annotations

import datetime as dt
import difflib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

import yaml

from ascom_coach.errors import RefusedInputError
from ascom_coach.formulas import (
    Calculator,
    NotComputedError,
    Scalar,
    decimal_text,
    number,
    to_english,
)
from ascom_coach.scenarios.source import Place, compose, french_yaml_problem, read_text
from ascom_coach.scenarios.variants import fill, holds

FILE = "fabrique.yaml"
GROUPS = ("documents", "temoins", "corrige")
_MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
    "décembre",
)  # fmt: skip
_CALCULATION = re.compile(r"\{=([^{}:]+?)(?::\s*(\w+)\s*)?\}")


@dataclass(frozen=True, slots=True)
class FileSpec:
    """One file to build: its path under the scenario's folder, what it holds, its line in fabrique.yaml."""

    path: str
    body: Any
    line: int = 1

    @property
    def extension(self) -> str:
        """`docx`, `xlsx`…"""
        return self.path.rpartition(".")[2].lower()

    def refuse(self, message: str) -> RefusedInputError:
        """The error to raise about this file."""
        return RefusedInputError(f"« {FILE} », ligne {self.line}, fichier « {self.path} » : {message}")

    def check_keys(self, given: Iterable[str], known: Iterable[str], where: str = "") -> None:
        """Raise RefusedInputError at the first key that is not known, naming the nearest one."""
        names = list(known)
        for key in given:
            if key not in names:
                near = difflib.get_close_matches(str(key), names, 1, 0.6)
                hint = (
                    f"vouliez-vous « {near[0]} » ?"
                    if near
                    else f"les rubriques possibles sont {', '.join(names)}."
                )
                inside = f" dans « {where} »" if where else ""
                raise self.refuse(f"je ne connais pas « {key} »{inside} ; {hint}")


def french_day(day: dt.date) -> str:
    """11 mai 2026, 1er juin 2026."""
    return f"{'1er' if day.day == 1 else day.day} {_MONTHS[day.month - 1]} {day.year}"


def french_number(value: Decimal, style: str = "") -> str:
    """1 250,5 ; with `euros`: 1 250,50 € (no-break spaces)."""
    places = {"euros": 2, "decimal": 2, "entier": 0}.get(style)
    if places is not None:
        shown = f"{value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP):,}"
    else:
        whole, _, rest = decimal_text(value).partition(".")
        shown = f"{int(whole):,}" + (f".{rest}" if rest else "")
    shown = shown.replace(",", "\u202f").replace(".", ",")
    return f"{shown}\u00a0€" if style == "euros" else shown


def names_of(values: Mapping[str, str], day: dt.date, company: str) -> dict[str, str]:
    """The scenario's variables and those that are always there."""
    return {
        "date_fictive": day.isoformat(),
        "date_longue": french_day(day),
        "date_courte": day.strftime("%d/%m/%Y"),
        "entreprise": company,
        **values,
    }


def source_text(folder: Path) -> str:
    """What `fabrique.yaml` holds. Raises RefusedInputError."""
    path = folder / FILE
    if not path.is_file():
        raise RefusedInputError(
            f"Je ne trouve pas « {FILE} » dans « {folder.name} » : c’est lui qui décrit les documents à fabriquer."
        )
    return read_text(path)


def read_files(text: str, values: Mapping[str, str]) -> dict[str, FileSpec]:
    """Path → what to build, from the text of `fabrique.yaml`, variables replaced. `values` as given by `names_of`.

    Raises RefusedInputError.
    """
    try:
        tree, places = compose(text)
    except yaml.YAMLError as error:
        raise RefusedInputError(f"« {FILE} » {french_yaml_problem(error)}") from None
    return file_specs(tree, places, values)


def file_specs(
    tree: Any, places: Mapping[tuple[str | int, ...], Place], values: Mapping[str, str]
) -> dict[str, FileSpec]:
    """The files of a tree already read. Raises RefusedInputError."""
    root = FileSpec("(tout le fichier)", {})
    if not isinstance(tree, dict):
        raise root.refuse("commencez par « documents: », puis un fichier par ligne.")
    root.check_keys(tree, (*GROUPS, "commun", "format"))
    found: dict[str, FileSpec] = {}
    for group in GROUPS:
        entries = tree.get(group) or {}
        levels = {("temoins", level): files for level, files in _mapping(entries, root, group).items()} if (
            group == "temoins") else {(group,): entries}  # fmt: skip
        for prefix, files in levels.items():
            for name, body in _mapping(files, root, " > ".join(prefix)).items():
                line = places.get((*prefix, name), (1, 1))[0]
                target = "/".join((*prefix, str(name)))
                spec = FileSpec(fill(target, values), body, line)
                _check_name(spec)
                found[spec.path] = FileSpec(
                    spec.path, _prepare(body, values, tree.get("commun") or {}, spec), line
                )
    return found


def _mapping(value: Any, root: FileSpec, where: str) -> dict[str, Any]:
    if value in ("", None):
        return {}
    if not isinstance(value, dict):
        raise root.refuse(f"sous « {where} », écrivez un nom de fichier par ligne, suivi de deux-points.")
    return value


def _check_name(spec: FileSpec) -> None:
    parts = spec.path.split("/")
    if any(part in ("", ".", "..") for part in parts) or re.search(r'[\\:*?"<>|\x00-\x1f]', spec.path):
        raise spec.refuse("ce nom de fichier ne convient pas, écrivez par exemple « clients.xlsx ».")
    if "." not in parts[-1]:
        raise spec.refuse("ajoutez l’extension au nom du fichier (.docx, .xlsx, .txt, .eml…).")


def _prepare(value: Any, values: Mapping[str, str], shared: Any, spec: FileSpec, depth: int = 0) -> Any:
    if depth > 30:
        raise spec.refuse("les rubriques sont trop imbriquées.")
    if isinstance(value, str):
        return calculate(fill(value, values), values, spec)
    if isinstance(value, dict):
        return {
            calculate(fill(key, values), values, spec): _prepare(item, values, shared, spec, depth + 1)
            for key, item in value.items()
            if key != "si" or not isinstance(item, dict)
        }
    if isinstance(value, list):
        out: list[Any] = []
        for item in value:
            if isinstance(item, dict) and not holds(item.get("si"), values):
                continue
            if isinstance(item, dict) and set(item) - {"si"} == {"reprend"}:
                name = str(item["reprend"])
                if not isinstance(shared, dict) or name not in shared:
                    raise spec.refuse(f"« commun » ne contient pas « {name} ».")
                block = shared[name]
                out += _prepare(
                    block if isinstance(block, list) else [block], values, shared, spec, depth + 1
                )
                continue
            out.append(_prepare(item, values, shared, spec, depth + 1))
        return out
    return value


def calculate(text: str, values: Mapping[str, str], spec: FileSpec) -> str:
    """`text` with each `{=…}` replaced by its result, written in French. Raises RefusedInputError."""
    if "{=" not in text:
        return text

    def result(match: re.Match[str]) -> str:
        formula, style = match.group(1), match.group(2) or ""
        if style not in ("", "euros", "entier", "decimal"):
            raise spec.refuse(f"le format « {style} » n’existe pas, écrivez euros, entier ou decimal.")
        try:
            names: dict[str, Scalar] = {}
            for name, value in values.items():
                try:
                    names[name] = number(value.removesuffix("€").strip()) if value else None
                except NotComputedError:
                    names[name] = value
            formula = re.sub(r"(?<=\d),(?=\d)", ".", formula)
            return french_number(number(Calculator(names=names).value(to_english(formula))), style)
        except NotComputedError:
            raise spec.refuse(
                f"je ne sais pas calculer « {match.group(1).strip()} » : utilisez des nombres et les variables."
            ) from None

    return _CALCULATION.sub(result, text)
