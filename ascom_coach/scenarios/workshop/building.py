"""Build the documents, samples and answer key of a scenario from `fabrique.yaml`. This module writes the disk.

`fabrique.yaml` has three rubrics, `documents`, `temoins` (by level) and `corrige`, each a list of files with what they
hold: see `source` (variables, calculations), `docx` (text documents), `sheet` (workbooks),
`text` (txt, md, csv, html, eml) and `knowledge/aide/fabrique.md`, the help that authors read.
The same scenario and seed give the same bytes on every machine.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from ascom_coach.errors import SurroundingsError
from ascom_coach.scenarios.loader import Script
from ascom_coach.scenarios.workshop.source import FILE, GROUPS, FileSpec, names_of, read_files, source_text
from ascom_coach.scenarios.workshop.xlsx import find_base

_KINDS = ("docx", "xlsx", "txt", "md", "csv", "html", "eml")
_CHANGES = ("base", "remplace", "retire", "ajoute")


def build(script: Script, out: Path, *, parts: Sequence[str] = GROUPS) -> list[Path]:
    """Write `out/documents/…`, `out/temoins/NIVEAU/…` and `out/corrige/…`; the paths written, in order.

    Raises RefusedInputError when fabrique.yaml does not hold, SurroundingsError when nothing can be written.
    """
    return _write(render(script, parts=parts), out)


def build_documents(script: Script, out: Path) -> list[Path]:
    """Write the handed-out documents of that seed to `out/documents`. Without fabrique.yaml, they are copied."""
    if not (script.folder / FILE).is_file():
        source = script.folder / "documents"
        files = {
            f"documents/{path.name}": path.read_bytes() for path in sorted(source.glob("*")) if path.is_file()
        }
        return _write(files, out)
    return build(script, out, parts=("documents",))


def render(script: Script, *, parts: Sequence[str] = GROUPS) -> dict[str, bytes]:
    """Path under the scenario's folder → bytes, without touching the disk further than reading the source."""
    scenario = script.scenario
    author, day = scenario.entreprise.nom, scenario.date_fictive
    names = names_of(script.values, day, author)
    text = source_text(script.folder)
    return dict(_rendered(text, tuple(names.items()), author, day, tuple(parts)))


@lru_cache(maxsize=16)
def _rendered(
    text: str, names: tuple[tuple[str, str], ...], author: str, day: dt.date, parts: tuple[str, ...]
) -> dict[str, bytes]:
    """Kept: each copy of a session is read against the same papers, an author verifies again at each change."""
    return render_files(read_files(text, dict(names)), author=author, day=day, parts=parts)


def render_files(
    specs: Mapping[str, FileSpec], *, author: str, day: dt.date, parts: Sequence[str] = GROUPS
) -> dict[str, bytes]:
    """As `render`, from files already described. Raises RefusedInputError."""
    done: dict[str, bytes] = {}

    def make(path: str, above: tuple[str, ...] = ()) -> bytes:
        if path not in done:
            if path in above:
                raise specs[path].refuse("cette pièce jointe se contient elle-même.")
            done[path] = _render(
                specs, specs[path], author, day, lambda spec, name: attach(spec, name, (*above, path))
            )
        return done[path]

    def attach(spec: FileSpec, name: str, above: tuple[str, ...]) -> tuple[str, bytes]:
        folder = spec.path.rpartition("/")[0]
        for found in (name, f"{folder}/{name}", f"documents/{name}", f"temoins/{name}", f"corrige/{name}"):
            if found in specs:
                return found.rpartition("/")[2], make(found, above)
        raise spec.refuse(f"la pièce jointe « {name} » n’est pas décrite dans {FILE}.")

    wanted = [path for path in specs if path.split("/")[0] in parts]
    return {path: make(path) for path in wanted}


def _render(specs: Mapping[str, FileSpec], spec: FileSpec, author: str, day: dt.date, attach: Any) -> bytes:
    kind = spec.extension
    if kind not in _KINDS:
        raise spec.refuse(f"je ne sais pas fabriquer de « .{kind} », choisissez parmi {', '.join(_KINDS)}.")
    if kind == "xlsx":
        from ascom_coach.scenarios.workshop.xlsx import build_xlsx

        return build_xlsx(spec, specs, author=author, day=day)
    spec = resolved(spec, specs)
    if kind == "docx":
        from ascom_coach.scenarios.workshop.docx import build_docx

        return build_docx(spec, author=author, day=day)
    from ascom_coach.scenarios.workshop import text as plain

    if kind == "eml":
        return plain.build_mail(spec, day, lambda name: attach(spec, name))
    return {"csv": plain.build_csv, "html": plain.build_html}.get(kind, plain.build_text)(spec)


def resolved(spec: FileSpec, known: Mapping[str, FileSpec], depth: int = 0) -> FileSpec:
    """A text file with its `base` taken and changed: `remplace`, `retire`, `ajoute`, and its own rubrics over it."""
    body = spec.body
    if not isinstance(body, dict) or "base" not in body:
        return spec
    if depth > 10:
        raise spec.refuse("les « base » tournent en rond.")
    base = resolved(find_base(spec, known, str(body["base"])), known, depth + 1).body
    replaced = body.get("remplace") or {}
    if not isinstance(replaced, dict):
        raise spec.refuse('« remplace » s’écrit « "ancien texte": nouveau texte », un par ligne.')
    for old, new in replaced.items():
        if not isinstance(new, str) or not _holds(base, old):
            raise spec.refuse(f"la base ne contient pas « {old} », à remplacer.")
        base = _replace(base, old, new)
    for gone in body.get("retire") or []:
        kept = _remove(base, str(gone))
        if kept == base:
            raise spec.refuse(f"la base ne contient pas « {gone} », à retirer.")
        base = kept
    added = body.get("ajoute") or []
    if added and isinstance(base, str):
        base = base.rstrip("\n") + "\n" + "\n".join(str(item) for item in added) + "\n"
    elif added and isinstance(base, list):
        base = [*base, *added]
    elif added:
        base = {**base, "contenu": [*(base.get("contenu") or []), *added]}
    own = {key: value for key, value in body.items() if key not in _CHANGES}
    if own and not isinstance(base, dict):
        base = {"contenu": base} if spec.extension in ("docx", "html") else {"texte": base}
    return FileSpec(spec.path, {**base, **own} if own else base, spec.line)


def _holds(tree: Any, text: str) -> bool:
    if isinstance(tree, dict):
        return any(_holds(item, text) for item in tree.values())
    if isinstance(tree, list):
        return any(_holds(item, text) for item in tree)
    return text in str(tree)


def _replace(tree: Any, old: str, new: str) -> Any:
    if isinstance(tree, dict):
        return {key: _replace(item, old, new) for key, item in tree.items()}
    if isinstance(tree, list):
        return [_replace(item, old, new) for item in tree]
    return tree.replace(old, new) if isinstance(tree, str) else tree


def _remove(tree: Any, text: str) -> Any:
    """Without the list elements, or the lines of a text, that hold `text`."""
    if isinstance(tree, dict):
        return {key: _remove(item, text) for key, item in tree.items()}
    if isinstance(tree, list):
        deep = [item for item in tree if not (isinstance(item, str) and text in item)]
        deep = [
            item for item in deep if not (isinstance(item, dict) and _holds(item, text) and _leaf(item, text))
        ]
        return [_remove(item, text) for item in deep]
    if isinstance(tree, str) and "\n" in tree:
        return "\n".join(line for line in tree.split("\n") if text not in line)
    return tree


def _leaf(item: Mapping[str, Any], text: str) -> bool:
    return any(
        isinstance(value, str) and text in value and "\n" not in value.strip() for value in item.values()
    )


def _write(files: Mapping[str, bytes], out: Path) -> list[Path]:
    written = []
    try:
        for name, data in files.items():
            path = out.joinpath(*name.split("/"))
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
            written.append(path)
    except OSError as error:
        raise SurroundingsError(
            f"Je ne peux pas écrire dans « {out} » : vérifiez la place libre et les droits du dossier."
        ) from error
    return written
