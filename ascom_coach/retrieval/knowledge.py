"""Reads `knowledge/thesaurus`, `knowledge/absences` and the SMS table: the room's only reader of content."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from ascom_coach.errors import SurroundingsError
from ascom_coach.resources import knowledge_dir
from ascom_coach.retrieval.absences import Card
from ascom_coach.retrieval.folding import fold
from ascom_coach.retrieval.thesaurus import Entry


def _read(path: Path) -> Any:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=loader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise SurroundingsError(
            f"Le fichier de recherche « {path.name} » est illisible\u00a0: réinstallez le programme."
        ) from error


def _files(name: str) -> list[Path]:
    return sorted((knowledge_dir() / name).glob("*.yaml"))


@cache
def entries() -> tuple[Entry, ...]:
    """Everyday phrasings of every subject file."""
    return tuple(
        Entry(tuple(row["vise"]), tuple(str(one) for one in row["dit"]))
        for path in _files("thesaurus")
        for row in _read(path)
    )


@cache
def questions(skipped: str = "") -> tuple[Entry, ...]:
    """What people ask, file by file; a target is a passage id or « absent:» and the id of an absence card.

    `skipped` names a file to leave out, to measure on it what the others teach.
    """
    return tuple(
        Entry(tuple(row["vise"]), tuple(str(one) for one in row["dit"]))
        for path in _files("questions")
        if path.name != skipped
        for row in _read(path)
    )


@cache
def cards() -> tuple[Card, ...]:
    """Absence cards of every file."""
    return tuple(
        Card(
            id=row["id"],
            reason="hors_champ" if row.get("hors_champ") else "absence",
            forms=tuple(str(one) for one in row["formes"]),
            unless=tuple(str(one) for one in row.get("sauf", ())),
            sentence=row["phrase"],
            passages=tuple(row.get("passages", ())),
        )
        for path in _files("absences")
        for row in _read(path)
    )


@cache
def sms() -> dict[str, str]:
    """Hurried words and what they stand for."""
    table: dict[str, str] = {}
    path = knowledge_dir() / "ecriture" / "sms.yaml"
    table.update({fold(str(key)): fold(str(value)) for key, value in _read(path).items()})
    return table


@cache
def synonyms() -> dict[str, str]:
    """Words taken for one another, each with the word that stands for its group."""
    groups: dict[str, list[str]] = _read(knowledge_dir() / "ecriture" / "synonymes.yaml")
    return {fold(str(word)): fold(head) for head, members in groups.items() for word in members}
