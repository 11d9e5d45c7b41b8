"""Writing results: JSON for scripts, text for people."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from ascom_coach.coach import Coach
from ascom_coach.errors import RefusedInputError


@contextmanager
def opened(arguments: argparse.Namespace) -> Iterator[Coach]:
    """The coach of the chosen data folder; its notices go to the error stream."""
    coach = Coach(getattr(arguments, "donnees", None), notify=tell)
    if coach.settings.problem and coach.data.is_dir():
        tell(coach.settings.problem)
    try:
        yield coach
    finally:
        coach.close()


def tell(sentence: str) -> None:
    """A notice for the person, apart from the result."""
    print(sentence, file=sys.stderr)


def dump(value: Any) -> None:
    """One JSON document."""
    print(json.dumps(value, ensure_ascii=False, indent=2))


def dump_line(value: Any) -> None:
    """One JSON line, out at once."""
    print(json.dumps(value, ensure_ascii=False), flush=True)


def lines_of(path: Path) -> list[str]:
    """Lines of a text file in UTF-8 or, failing that, Windows' western encoding. Raises RefusedInputError."""
    try:
        data = path.read_bytes()
    except OSError:
        raise RefusedInputError(f"Je ne peux pas lire « {path} » : vérifiez le nom et le dossier.") from None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    return text.splitlines()
