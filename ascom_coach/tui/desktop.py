"""The thin shell of the app: paths typed or dropped, other programs, folders looked at, the log of failures."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import traceback
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlparse

from ascom_coach.errors import SurroundingsError

LOG = "erreurs.log"


def paths_in(text: str) -> list[str]:
    """Paths of a line that was typed, pasted or dropped: quotes, file:// addresses, %20 and « \\  » are undone.

    A line that names an existing file as it stands is one path, spaces included.
    """
    found: list[str] = []
    for line in text.splitlines():
        line = line.strip()  # noqa: PLW2901
        if not line:
            continue
        whole = _clean(line)
        if _exists(whole):
            found.append(whole)
            continue
        pieces = [_clean(piece) for piece in _pieces(line)]
        found += pieces if len(pieces) > 1 and all(_exists(piece) for piece in pieces) else [whole]
    return found


def _exists(name: str) -> bool:
    with suppress(OSError, ValueError):
        return Path(name).expanduser().exists()
    return False


def _pieces(line: str) -> list[str]:
    """Words of a line, kept together by quotes or by a backslash before a space."""
    return re.findall(r"""'[^']*'|"[^"]*"|(?:\\ |\S)+""", line)


def _clean(piece: str) -> str:
    piece = piece.strip()
    if len(piece) > 1 and piece[0] == piece[-1] and piece[0] in "\"'":
        piece = piece[1:-1]
    if piece.startswith("file:"):
        address = urlparse(piece)
        piece = unquote(address.path)
        if address.netloc and address.netloc != "localhost":
            piece = f"//{address.netloc}{piece}"
        if re.match(r"/[A-Za-z]:", piece):
            piece = piece[1:]
        return piece
    if os.sep == "/" and "\\" in piece and not _exists(piece):
        piece = re.sub(r"\\(.)", r"\1", piece)
    if "%" in piece and not _exists(piece) and _exists(unquote(piece)):
        piece = unquote(piece)
    return piece


def open_with_system(path: Path) -> None:
    """Open a file or a folder in the system's own program. Raises SurroundingsError."""
    if not path.exists():
        raise SurroundingsError(
            f"« {path} » n’existe plus : relancez le scénario pour retrouver ses documents."
        )
    try:
        if sys.platform == "win32":
            os.startfile(path)
            return
        opener = "open" if sys.platform == "darwin" else "xdg-open"
        subprocess.Popen(
            [opener, str(path)],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
        )  # fmt: skip
    except OSError:
        raise SurroundingsError(f"Aucun programme ne s’ouvre d’ici : ouvrez vous-même « {path} ».") from None


@dataclass(frozen=True, slots=True)
class Seen:
    """A file as it was at one look: size in bytes, time of change in nanoseconds."""

    size: int
    changed: int


class Watch:
    """Notices files saved in some folders since the first look.

    A file is told once it is the same at two looks in a row, so that a half-written one is left alone.
    Working files of office programs (`~$…`, `.~lock…`, hidden and temporary ones) are passed over.
    """

    def __init__(self, folders: Iterable[Path]) -> None:
        self.folders = tuple(folders)
        self._known = self._look()
        self._waiting: dict[Path, Seen] = {}

    def look(self) -> list[Path]:
        """Files saved since, each told once for each save."""
        ready: list[Path] = []
        for path, seen in self._look().items():
            if self._known.get(path) == seen:
                continue
            if self._waiting.get(path) == seen and seen.size:
                self._known[path] = seen
                self._waiting.pop(path, None)
                ready.append(path)
            else:
                self._waiting[path] = seen
        return ready

    def _look(self) -> dict[Path, Seen]:
        found: dict[Path, Seen] = {}
        for folder in self.folders:
            with suppress(OSError):
                for entry in os.scandir(folder):
                    if entry.name.startswith((".", "~")) or entry.name.lower().endswith(
                        (".tmp", ".part", ".bak")
                    ):
                        continue
                    with suppress(OSError):
                        if entry.is_file():
                            status = entry.stat()
                            found[Path(entry.path)] = Seen(status.st_size, status.st_mtime_ns)
        return found


def log_failure(folder: Path, where: str, error: BaseException) -> Path | None:
    """Keep the details of an unforeseen failure; None when even that is impossible."""
    from ascom_coach.models import hide_keys

    path = folder / LOG
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8") as file:
            file.write(hide_keys(f"--- {where}\n{''.join(traceback.format_exception(error))}\n"))
        return path
    return None
