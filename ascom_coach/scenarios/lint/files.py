"""The scenario's files: present, readable, without leaks, with the anomalies they announce. Reads the disk."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path as FilePath

from ascom_coach.documents import Document, parse_bytes
from ascom_coach.errors import CoachError
from ascom_coach.language import find_values, mentions
from ascom_coach.scenarios.lint.fiction import check_text
from ascom_coach.scenarios.lint.handed import PROPERTIES, told_by
from ascom_coach.scenarios.lint.leaks import check_document_leaks
from ascom_coach.scenarios.lint.model import LEVELS, Lint, Path, Problem
from ascom_coach.scenarios.lint.source import read_source
from ascom_coach.scenarios.loader import Script
from ascom_coach.scenarios.source import read_text
from ascom_coach.scenarios.workshop.building import render
from ascom_coach.scenarios.workshop.source import FILE

MAX_BYTES = 20_000_000


def check_files(lint: Lint, script: Script) -> None:
    """All checks of this module."""
    built = _built(lint, script)
    files = {**_on_disk(script.folder), **built}
    documents: dict[str, Document] = {}
    for index, item in enumerate(script.scenario.documents_remis):
        path: Path = ("documents_remis", index, "fichier")
        document = _opened(lint, path, files, f"documents/{item.fichier}", "ASC211")
        if document is not None:
            documents[item.id] = document
    samples(lint, script, files)
    told = {name: told_by(item) for name, item in documents.items()}
    paths: dict[str, Path] = {
        item.id: ("documents_remis", n) for n, item in enumerate(lint.scenario.documents_remis)
    }
    check_document_leaks(lint, {name: (paths[name], places) for name, places in told.items()})
    for name, places in told.items():
        check_text(lint, paths[name], "\n".join(places.values()), f"document « {name} »")
    shown = {
        name: "\n".join(text for place, text in places.items() if place != PROPERTIES)
        for name, places in told.items()
    }
    _anomalies(lint, shown, paths)
    if not script.seed:
        _stale(lint, script.folder, built)


def handed_out(script: Script) -> dict[str, Document]:
    """The documents handed out in this draw, by id, as described or as they lie in the folder.

    What is missing or does not open is left out: the linter tells it.
    """
    lint = Lint(FILE, {}, {}, script.scenario, [])
    files = {**_on_disk(script.folder), **_built(lint, script)}
    found: dict[str, Document] = {}
    for item in script.scenario.documents_remis:
        document = _opened(lint, (), files, f"documents/{item.fichier}", "ASC211")
        if document is not None:
            found[item.id] = document
    return found


def _built(lint: Lint, script: Script) -> dict[str, bytes]:
    path = script.folder / FILE
    if not path.is_file():
        return {}
    try:
        lint.problems += _written(read_text(path))
        return render(script)
    except CoachError as error:
        line = re.search(r"ligne (\d+)", str(error))
        lint.problems.append(Problem(FILE, int(line[1]) if line else 1, 1, "bloquant", "ASC801", str(error),
                                     "Corrigez fabrique.yaml, puis vérifiez de nouveau."))  # fmt: skip
        return {}


@lru_cache(maxsize=4)
def _written(text: str) -> tuple[Problem, ...]:
    """What is wrong with the writing of `fabrique.yaml`."""
    return tuple(read_source(text, FILE)[2])


def _on_disk(folder: FilePath) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for group in ("documents", "temoins", "corrige"):
        for path in sorted((folder / group).rglob("*")):
            try:
                if path.is_file() and path.stat().st_size <= MAX_BYTES:
                    found[path.relative_to(folder).as_posix()] = path.read_bytes()
            except OSError:
                continue
    return found


def _opened(lint: Lint, where: Path, files: Mapping[str, bytes], name: str, code: str) -> Document | None:
    if name not in files:
        level = LEVELS[0] if code == "ASC211" else LEVELS[1]
        lint.tell(code, level, where, f"Le fichier « {name} » manque.",
                  "Décrivez-le dans fabrique.yaml, ou déposez-le dans le dossier.")  # fmt: skip
        return None
    try:
        return _parsed(files[name], name)
    except CoachError as error:
        lint.tell("ASC802", "bloquant", where, f"Le fichier « {name} » ne s’ouvre pas\u00a0: {error}",
                  "Enregistrez-le de nouveau.")  # fmt: skip
        return None


@lru_cache(maxsize=64)
def _parsed(data: bytes, name: str) -> Document:
    """Kept: few files change from one draw, or one verification, to the next."""
    return parse_bytes(data, name)


def samples(lint: Lint, script: Script, files: Mapping[str, bytes]) -> None:
    """Samples of each level and the model answers: declared and present."""
    scenario = script.scenario
    written = [
        item.id for item in scenario.productions if item.formats or item.type not in ("entretien", "oral")
    ]
    if not written:
        return
    for level in ("excellente", "moyenne", "faible"):
        if not scenario.temoins.get(level):
            lint.tell("ASC803", "a_corriger", ("temoins",), f"Il n’y a pas de témoin « {level} ».",
                      "Ajoutez une copie de ce niveau, pour éprouver les contrôles.")  # fmt: skip
    for name in written:
        if scenario.temoins.get("excellente") and name not in scenario.temoins["excellente"]:
            lint.tell("ASC803", "a_corriger", ("temoins", "excellente"),
                      f"Le témoin « excellente » ne rend pas « {name} ».", "Ajoutez ce fichier.")  # fmt: skip
    for level, wanted in scenario.temoins.items():
        for name, file in wanted.items():
            places = [place for place in (f"temoins/{level}/{file}", f"temoins/{file}") if place in files]
            _opened(
                lint,
                ("temoins", level, name),
                files,
                places[0] if places else f"temoins/{level}/{file}",
                "ASC212",
            )
    for name, file in scenario.corrige.items():
        _opened(lint, ("corrige", name), files, f"corrige/{file}", "ASC213")
    if not scenario.corrige:
        lint.tell(
            "ASC213",
            "conseil",
            ("corrige",),
            "Il n’y a pas de corrigé.",
            "Ajoutez « corrige » et ses fichiers.",
        )


def _anomalies(lint: Lint, shown: Mapping[str, str], paths: Mapping[str, Path]) -> None:
    scenario, today = lint.scenario, lint.scenario.date_fictive
    facts = {fact.id: fact for fact in scenario.faits}
    for index, anomaly in enumerate(scenario.anomalies):
        holders = [
            item.id for item in scenario.documents_remis if anomaly.id in item.anomalies and item.id in shown
        ]
        if not holders:
            continue
        everything = "\n".join(shown.values())
        right = facts[anomaly.fait].valeur if anomaly.fait in facts else anomaly.valeur
        if (
            anomaly.attendu == "corriger"
            and right
            and all(mentions(shown[name], right, today) for name in holders)
        ):
            lint.tell("ASC215", "a_corriger", paths[holders[0]],
                      f"« {holders[0]} » contient déjà la bonne valeur de « {anomaly.id} »\u00a0: "
                      "l’anomalie n’y est pas.",
                      "Remettez la valeur fausse dans le document.")  # fmt: skip
        told = [anomaly.detail[value.start : value.end] for value in find_values(anomaly.detail, today)
                if any(char.isdecimal() for char in anomaly.detail[value.start : value.end])]  # fmt: skip
        if told and not any(mentions(everything, value, today) for value in told):
            lint.tell("ASC215", "conseil", ("anomalies", index),
                      f"Je ne retrouve dans aucun document ce que décrit l’anomalie « {anomaly.id} ».",
                      "Vérifiez que le document la porte bien.")  # fmt: skip


def _stale(lint: Lint, folder: FilePath, built: Mapping[str, bytes]) -> None:
    for name, data in built.items():
        path = folder.joinpath(*name.split("/"))
        if path.is_file() and path.read_bytes() != data:
            lint.problems.append(Problem(FILE, 1, 1, "conseil", "ASC804",
                                         f"« {name} » n’est plus celui que décrit fabrique.yaml.",
                                         "Lancez « ascom-coach scenario fabriquer »."))  # fmt: skip
            return
