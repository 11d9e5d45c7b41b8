"""The instruction that a learner received, from a file of any kind or from the list they corrected."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ascom_coach.errors import RefusedInputError

if TYPE_CHECKING:
    from ascom_coach.review import Instruction


def instruction_of(path: Path) -> Instruction:
    """What a file asks: a document is read, a .yaml list is taken as confirmed. Raises RefusedInputError."""
    from ascom_coach.documents import RefusedFile, read_documents
    from ascom_coach.review import load_instruction, read_instruction

    if path.suffix.lower() in (".yaml", ".yml"):
        try:
            text = path.read_text(encoding="utf-8-sig")
        except UnicodeDecodeError:
            raise RefusedInputError(
                f"« {path} » : enregistrez cette liste en UTF-8, puis recommencez."
            ) from None
        except OSError:
            raise RefusedInputError(
                f"Je ne peux pas lire « {path} » : vérifiez le nom et le dossier."
            ) from None
        return load_instruction(text, path.as_posix())
    [item] = read_documents([path], shown_as=[path.as_posix()])
    if isinstance(item, RefusedFile):
        raise RefusedInputError(item.reason)
    return read_instruction(item)


def typed_instruction(typed: str) -> Instruction | str:
    """What was typed or pasted: the path of a file on one line is read as that file, anything else is the text."""
    line = typed.strip().strip("'\"")
    if line and "\n" not in line and len(line) < 260:
        path = Path(line).expanduser()
        if path.suffix and path.is_file():
            return instruction_of(path)
    return typed
