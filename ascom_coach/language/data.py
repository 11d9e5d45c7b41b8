"""The room's only door to disk: word lists and patterns under `knowledge/`, read once."""

from __future__ import annotations

import gzip
from functools import cache
from typing import Any

from ascom_coach.errors import SurroundingsError
from ascom_coach.resources import knowledge_dir


def _loader() -> Any:
    """Ten times faster where PyYAML comes with libyaml."""
    import yaml

    return getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@cache
def load_yaml(name: str) -> Any:
    """The content of `knowledge/lexique/<name>`, scalars as text.

    Raises SurroundingsError when the file is missing or damaged.
    """
    import yaml

    path = knowledge_dir() / "lexique" / name
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=_loader())
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise SurroundingsError(
            f"Le fichier de langue « {name} » est absent ou abîmé : réinstallez le programme."
        ) from error


@cache
def load_lines(name: str) -> tuple[str, ...]:
    """The lines of `knowledge/lexique/<name>`, blank ones and notes (`#`) left out. Raises SurroundingsError."""
    path = knowledge_dir() / "lexique" / name
    try:
        rows = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise SurroundingsError(
            f"Le fichier de langue « {name} » est absent ou abîmé : réinstallez le programme."
        ) from error
    return tuple(row.strip() for row in rows if row.strip() and not row.startswith("#"))


@cache
def exercise_files() -> dict[str, Any]:
    """The content of each file of `knowledge/exercices/` by name, in the order of names. Raises SurroundingsError."""
    import yaml

    folder = knowledge_dir() / "exercices"
    try:
        paths = sorted(path for path in folder.iterdir() if path.suffix == ".yaml")
        found = {path.stem: yaml.load(path.read_text(encoding="utf-8"), Loader=_loader()) for path in paths}
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise SurroundingsError(
            "Les exercices de français sont absents ou abîmés : réinstallez le programme."
        ) from error
    return found


@cache
def lexicon_bytes() -> bytes:
    """The unpacked lexicon (see `lexicon.Lexicon` for its format). Raises SurroundingsError if it is missing."""
    path = knowledge_dir() / "lexique" / "lexique.txt.gz"
    try:
        return gzip.decompress(path.read_bytes())
    except (OSError, EOFError) as error:
        raise SurroundingsError(
            "Le lexique français est absent ou abîmé : réinstallez le programme."
        ) from error


@cache
def context_weights() -> dict[str, Any]:
    """Arrays of `knowledge/lexique/contexte/poids.npz` by name. Raises SurroundingsError if missing or damaged."""
    return _arrays("poids.npz")


@cache
def form_weights() -> dict[str, Any]:
    """Arrays of `knowledge/lexique/contexte/formes.npz` by name. Raises SurroundingsError if missing or damaged."""
    return _arrays("formes.npz")


def _arrays(name: str) -> dict[str, Any]:
    import numpy as np

    path = knowledge_dir() / "lexique" / "contexte" / name
    try:
        with np.load(path, allow_pickle=False) as kept:
            return {name: kept[name] for name in kept.files}
    except (OSError, ValueError, KeyError) as error:
        raise SurroundingsError(
            "Les poids du correcteur français sont absents ou abîmés : réinstallez le programme."
        ) from error


@cache
def pattern_files() -> dict[str, tuple[str, ...]]:
    """The lines of each file of `knowledge/lexique/confusions/`, in the order of names. Raises SurroundingsError."""
    folder = knowledge_dir() / "lexique" / "confusions"
    try:
        names = sorted(path.name for path in folder.iterdir() if path.suffix == ".txt")
    except OSError as error:
        raise SurroundingsError(
            "Les listes de mots que l’on confond sont absentes : réinstallez le programme."
        ) from error
    return {name.removesuffix(".txt"): load_lines(f"confusions/{name}") for name in names}
