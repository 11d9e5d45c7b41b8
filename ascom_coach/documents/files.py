"""From a path to bytes: what may be opened, checked before it is."""

from __future__ import annotations

import contextlib
import stat
from collections.abc import Iterable
from pathlib import Path

from ascom_coach.documents.model import Document, RefusedFile
from ascom_coach.documents.refusals import MAX_FILE_MB, refusal
from ascom_coach.documents.sandbox.process import shared_process
from ascom_coach.errors import RefusedInputError, SurroundingsError

_TEMPORARY = ("~$", ".~lock.", "~wrl")


def read_document(path: Path, *, shown_as: str | None = None) -> Document:
    """Read a file of any supported type in a separate process.

    `shown_as` is the path written in the document and its locators: by default the path as given when it is
    relative, else the file's name alone, so that results do not depend on the machine's folders.
    Raises RefusedInputError with one French sentence for any file that cannot or must not be read.
    """
    name = shown_as if shown_as is not None else default_name(path)
    return shared_process().parse(read_bytes(path, name), name)


def read_documents(
    paths: Iterable[Path], *, shown_as: Iterable[str] | None = None
) -> list[Document | RefusedFile]:
    """Read several files with one process; a refused file does not stop the others.

    `shown_as` gives, for each path, the text that locators carry (the path's own default name otherwise).
    """
    found: list[Document | RefusedFile] = []
    places = list(paths)
    names = list(shown_as) if shown_as is not None else [default_name(path) for path in places]
    for path, name in zip(places, names, strict=True):
        try:
            found.append(read_document(path, shown_as=name))
        except RefusedInputError as error:
            found.append(RefusedFile(name, str(error)))
    return found


def default_name(path: Path) -> str:
    """The path as given when relative, with `/`, else its last part."""
    return path.name if path.is_absolute() else path.as_posix()


def read_bytes(path: Path, name: str) -> bytes:
    """The content of an ordinary file. Links, folders and devices are refused without being opened."""
    if path.name.lower().startswith(_TEMPORARY):
        raise refusal("temporary", name)
    try:
        status = path.lstat()
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        raise refusal("missing", name) from error
    except OSError as error:
        raise refusal("unreadable", name) from error
    if stat.S_ISLNK(status.st_mode):
        raise refusal("symlink", name)
    if stat.S_ISDIR(status.st_mode):
        raise refusal("folder", name)
    if not stat.S_ISREG(status.st_mode):
        raise refusal("special", name)
    if status.st_size == 0:
        raise refusal("empty", name)
    if status.st_size > MAX_FILE_MB * 1_000_000:
        raise refusal("too_big", name)
    data = b""
    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_FILE_MB * 1_000_000 + 1)
    except OSError as error:
        raise refusal("unreadable", name) from error
    return data


def write_bytes(path: Path, data: bytes) -> None:
    """Write a file in one go: a reader never sees half of it. Raises SurroundingsError when the disk
    refuses."""
    partial = path.with_name(path.name + ".partiel")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        partial.write_bytes(data)
        partial.replace(path)
    except OSError as error:
        raise SurroundingsError(
            f"Impossible d’écrire «\u00a0{path.name}\u00a0»\u00a0; vérifiez le dossier, l’espace libre, et "
            f"que le fichier n’est pas ouvert."
        ) from error
    finally:
        with contextlib.suppress(OSError):
            partial.unlink(missing_ok=True)
