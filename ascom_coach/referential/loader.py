"""Reads `knowledge/referentiel/`. The only module of the room that touches the disk."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from ascom_coach.errors import SurroundingsError
from ascom_coach.referential.model import Passage, Segment
from ascom_coach.resources import knowledge_dir


def folder() -> Path:
    """Where the référentiel lives."""
    return knowledge_dir() / "referentiel"


def read_text(name: str) -> str:
    """Content of one file of the référentiel.

    Raises:
        SurroundingsError: the file is missing or unreadable.
    """
    path = folder() / name
    try:
        return path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise SurroundingsError(
            f"Le fichier « {name} » du référentiel est introuvable ou abîmé\u00a0: réinstallez le programme."
        ) from error


@cache
def source_text() -> str:
    """The official text as it was given, whole."""
    return read_text("source.txt")


def read_passages() -> Iterator[Passage]:
    """Passages in the order of the file."""
    for line in read_text("passages.jsonl").splitlines():
        if not line.strip():
            continue
        row: dict[str, Any] = json.loads(line)
        place = row["source"]
        yield Passage(
            id=row["id"],
            bloc=row["bloc"],
            kind=row["kind"],
            text=row["texte"],
            group=row["groupe"],
            line=place["line"],
            segments=tuple(Segment(part["start"], part["end"]) for part in place["segments"]),
            note=row["note"],
        )


def read_rows(name: str) -> list[dict[str, str]]:
    """Rows of one CSV table of the référentiel."""
    return list(csv.DictReader(read_text(name).splitlines()))


def read_absences() -> list[dict[str, Any]]:
    """Entries of `absences.yaml`."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    entries: list[dict[str, Any]] = yaml.load(read_text("absences.yaml"), Loader=loader)
    return entries
