"""Old .doc, .xls and .ppt files met by a command: LibreOffice converts a copy when the person agrees."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from ascom_coach.cli.output import tell
from ascom_coach.documents import convert, converted_place, convertible


def ready(files: Sequence[Path], *, agreed: bool, option: str = "") -> list[Path]:
    """The files to read: an old one is replaced by its converted copy, written beside it, when `agreed` or when the
    person says so on a terminal. Otherwise it is left, and `option` (what to add to the command) is named."""
    return [_ready(path, agreed=agreed, option=option) for path in files]


def _ready(path: Path, *, agreed: bool, option: str) -> Path:
    if not convertible(path):
        return path
    if not agreed and not _asked(path):
        if option:
            tell(f"« {path.name} » : LibreOffice peut en convertir une copie ; ajoutez {option}.")
        return path
    made = convert(path)
    tell(
        f"« {path.name} » converti par LibreOffice : « {made.name} » est relu, votre fichier reste tel quel."
    )
    return made


def _asked(path: Path) -> bool:
    if not sys.stdin.isatty():
        return False
    tell(
        f"« {path.name} » est d’un ancien format. LibreOffice est installé : il peut en écrire une copie convertie, "
        f"« {converted_place(path).name} », à côté ; votre fichier reste tel quel."
    )
    print("Convertir ? (o/n) ", end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().lower() in ("o", "oui")
