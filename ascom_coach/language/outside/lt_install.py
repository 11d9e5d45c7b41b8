"""Put LanguageTool's files in a folder, repair them, take them away. Nothing is kept that is not what we expect.

Each file is written beside its place, its sha256 taken while it comes, and renamed: a cut, a full disk or a wrong file
leaves what was good. Only what is missing or damaged is asked for.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import IO

from ascom_coach.errors import RefusedInputError, SurroundingsError
from ascom_coach.language.outside.lt_files import (
    BUNDLE_FOLDER,
    JARS_FOLDER,
    Installed,
    Jar,
    inspect,
    jars,
    total_size,
)
from ascom_coach.language.outside.lt_sources import Source, SourceError

Progress = Callable[[int, int, str], None]
_BLOCK = 1 << 18
_FULL = (errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC))
NO_SOURCE = (
    "Je n’ai aucune source pour LanguageTool : indiquez un dossier ou un zip avec "
    "« langue installer --depuis CHEMIN », ou un dépôt dans les réglages, ou installez Maven, "
    "ou acceptez le téléchargement public avec « --telecharger »."
)


def install(
    place: Path,
    sources: Sequence[Source],
    progress: Progress = lambda done, total, name: None,
    tell: Callable[[str], None] = lambda sentence: None,
) -> Installed:
    """Fill `place` from the first sources that serve; `progress(bytes there, bytes needed, file)` after each file.

    Raises RefusedInputError when files are still missing after the last source (what is good stays), SurroundingsError
    when the disk is full or refuses.
    """
    wanted = lacking(place)
    if wanted and not sources:
        raise RefusedInputError(NO_SOURCE)
    folder = _prepared(place / JARS_FOLDER, total_size(wanted))
    reason = ""
    for source in sources:
        if not wanted:
            break
        try:
            reason = _from(source, folder, wanted, progress)
        except SourceError as error:
            reason = str(error)
        wanted = lacking(place)
        if wanted and source is not sources[-1]:
            tell(reason)
    if wanted:
        kept = len(jars()) - len(wanted)
        raise RefusedInputError(
            f"{reason} LanguageTool reste incomplet ({kept} fichiers sur {len(jars())} sont gardés)."
        )
    return inspect(place)


def lacking(place: Path) -> list[Jar]:
    """The files of our list that are not, whole and exact, under `place`."""
    found = inspect(place)
    if found.bundle and found.complete:
        return []
    bad = {*found.missing, *found.damaged} if not found.bundle else {jar.name for jar in jars()}
    return [jar for jar in jars() if jar.name in bad]


def _from(source: Source, folder: Path, wanted: Sequence[Jar], progress: Progress) -> str:
    done, there, wrong = set[str](), total_size() - total_size(wanted), ""
    given = source.give(wanted)
    with contextlib.closing(given):  # type: ignore[type-var]
        for jar, stream in given:
            if jar.name in done:
                continue
            try:
                good = _put(folder, jar, stream)
            except OSError as error:
                raise _disk(error, folder) from None
            if not good:
                wrong = wrong or jar.name
                continue
            done.add(jar.name)
            there += jar.size
            progress(there, total_size(), jar.name)
    left = [jar.name for jar in wanted if jar.name not in done]
    if wrong in left:
        return f"« {wrong} », donné par {source.name}, n’est pas le fichier attendu : je ne l’ai pas gardé."
    if not left:
        return ""
    lack = "Un fichier manque" if len(left) == 1 else f"{len(left)} fichiers manquent"
    return f"{lack} dans {source.name}, dont « {left[0]} »."


def _put(folder: Path, jar: Jar, stream: IO[bytes]) -> bool:
    """Write a file if it is the one expected. Raises OSError for this disk; a stream that breaks is a wrong file."""
    temporary = folder / f"{jar.name}.{os.getpid()}.part"
    summed, size = hashlib.sha256(), 0
    try:
        with temporary.open("wb") as out:
            while size <= jar.size:
                try:
                    block = stream.read(min(_BLOCK, jar.size + 1 - size))
                except Exception:  # noqa: BLE001 - a damaged archive or a stick pulled out
                    return False
                if not block:
                    break
                size += len(block)
                summed.update(block)
                out.write(block)
            out.flush()
            os.fsync(out.fileno())
        if size != jar.size or summed.hexdigest() != jar.sha256:
            return False
        temporary.replace(folder / jar.name)
        return True
    finally:
        temporary.unlink(missing_ok=True)


def _prepared(folder: Path, needed: int) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        free = shutil.disk_usage(folder).free
    except OSError as error:
        raise _disk(error, folder) from None
    if free < needed + (1 << 20):
        raise SurroundingsError(
            f"Il reste {megabytes(free)} sur ce disque et il en faut {megabytes(needed)} pour LanguageTool : "
            "libérez de la place, puis recommencez."
        )
    return folder


def _disk(error: OSError, folder: Path) -> SurroundingsError:
    if error.errno in _FULL:
        return SurroundingsError(
            "Le disque est plein : ce qui est déjà vérifié est gardé, libérez de la place, puis recommencez."
        )
    return SurroundingsError(
        f"Je ne peux pas écrire dans « {folder} » : vérifiez les droits du dossier, et fermez les autres fenêtres."
    )


def uninstall(place: Path) -> int:
    """Take LanguageTool away; the bytes given back (0 when there was nothing). Raises SurroundingsError."""
    freed = 0
    for folder in (place / JARS_FOLDER, place / BUNDLE_FOLDER):
        if not folder.is_dir():
            continue
        try:
            freed += sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
            shutil.rmtree(folder)
        except OSError:
            raise SurroundingsError(
                f"Je n’ai pas pu tout retirer de « {folder} » : fermez les autres fenêtres d’ascom-coach, "
                "puis recommencez."
            ) from None
    with contextlib.suppress(OSError):
        for path in place.glob("serveur*"):
            path.unlink()
        place.rmdir()  # only when nothing else is kept there
    return freed


def megabytes(size: int) -> str:
    """« 39,6 Mo »."""
    return f"{size / 1_000_000:.1f} Mo".replace(".", ",")
