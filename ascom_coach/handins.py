"""The hand-ins of a class, as they arrive: a folder with one sub-folder a trainee, or the archive that Moodle gives.

Moodle names folders « Nom Prénom_12345_assignsubmission_file » (or puts that before each file's name), with `_file` or
`_onlinetext` for what was typed on line.
"""

from __future__ import annotations

import re
import unicodedata
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from ascom_coach.errors import RefusedInputError, SurroundingsError

MAX_TRAINEES = 400
MAX_ENTRIES = 5_000
MAX_ENTRY = 21_000_000
MAX_TOTAL = 1_500_000_000
_MOODLE = re.compile(r"(?P<name>.+?)_(?P<number>\d+)_assignsubmission_(?:file|onlinetext)(?:_(?P<rest>.*))?")
_LEFT_OUT = re.compile(r"^(?:~\$|\.|~.*\.tmp$|thumbs\.db$|desktop\.ini$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class HandIn:
    """What one trainee handed in. `folder` is a safe name for what is given back."""

    trainee: str
    folder: str
    files: tuple[Path, ...]


def hand_ins(place: Path, work: Path) -> list[HandIn]:
    """The hand-ins in a folder or a zip, by name. `work` receives what a zip holds.

    Raises RefusedInputError when there is no copy in it, SurroundingsError when `work` cannot be written.
    """
    if place.is_dir():
        found = _in_folder(place)
    elif place.is_file() and zipfile.is_zipfile(place):
        found = _in_folder(_unpacked(place, work))
    else:
        raise RefusedInputError(
            f"« {place} » n’est ni un dossier ni un zip : indiquez le dossier de la classe, ou le zip de Moodle."
        )
    if not found:
        raise RefusedInputError(
            f"Je ne trouve aucune copie dans « {place.name} » : il faut un sous-dossier par stagiaire."
        )
    if len(found) > MAX_TRAINEES:
        raise RefusedInputError(f"Il y a plus de {MAX_TRAINEES} stagiaires : relisez une classe à la fois.")
    names: set[str] = set()
    listed = []
    for trainee, files in sorted(found.items(), key=lambda one: _order(one[0])):
        listed.append(
            HandIn(trainee, _safe(trainee, names), tuple(sorted(files, key=lambda file: _order(file.name))))
        )
    return listed


def _order(name: str) -> str:
    folded = unicodedata.normalize("NFKD", name.casefold())
    return "".join(char for char in folded if not unicodedata.combining(char))


def _safe(name: str, taken: set[str]) -> str:
    """A folder name that every system accepts, unlike those already given."""
    base = re.sub(r'[\\/:*?"<>|\x00-\x1f]', "-", name).strip(" .")[:80] or "stagiaire"
    if re.fullmatch(r"(?i)con|prn|aux|nul|com\d|lpt\d", base):
        base = f"_{base}"
    safe, rank = base, 2
    while safe.casefold() in taken:
        safe, rank = f"{base} ({rank})", rank + 1
    taken.add(safe.casefold())
    return safe


def _in_folder(place: Path) -> dict[str, list[Path]]:
    """Files by trainee: one sub-folder each, or Moodle's names."""
    try:
        inside = sorted(place.iterdir())
    except OSError:
        raise RefusedInputError(
            f"Je ne peux pas lire le dossier « {place} » : vérifiez vos droits."
        ) from None
    folders = [item for item in inside if item.is_dir() and not item.is_symlink() and _counts(item)]
    loose = [item for item in inside if item.is_file() and _counts(item)]
    if len(folders) == 1 and not loose and not _MOODLE.fullmatch(folders[0].name):
        deeper = [item for item in folders[0].iterdir() if item.is_dir() and _counts(item)]
        if deeper:  # a zip often holds one folder around all the others
            return _in_folder(folders[0])
    keyed: dict[tuple[str, str], list[Path]] = {}
    for folder in folders:
        match = _MOODLE.fullmatch(folder.name)
        key = (match["name"], match["number"]) if match else (folder.name, "")
        keyed.setdefault(key, []).extend(_files(folder))
    for file in loose:
        match = _MOODLE.fullmatch(file.name)
        if match and match["rest"]:
            keyed.setdefault((match["name"], match["number"]), []).append(file)
    twins = [name for name, _ in keyed]
    return {
        f"{name} ({number})" if number and twins.count(name) > 1 else name: files
        for (name, number), files in keyed.items()
    }


def _files(folder: Path, depth: int = 0) -> list[Path]:
    found: list[Path] = []
    for item in sorted(folder.iterdir()) if depth < 4 else ():
        if item.is_symlink() or not _counts(item):
            continue
        found += _files(item, depth + 1) if item.is_dir() else [item]
    return found


def _counts(item: Path) -> bool:
    return not _LEFT_OUT.search(item.name) and item.name != "__MACOSX"


def _unpacked(archive: Path, work: Path) -> Path:
    """The files of an archive, written under `work` by names of ours where theirs are not safe."""
    target = work / "copies"
    written = 0
    try:
        with zipfile.ZipFile(archive) as package:
            entries = [entry for entry in package.infolist() if not entry.is_dir()]
            if len(entries) > MAX_ENTRIES or sum(entry.file_size for entry in entries) > MAX_TOTAL:
                raise RefusedInputError(f"« {archive.name} » est trop gros : relisez une classe à la fois.")
            for entry in entries:
                parts = [
                    part
                    for part in PurePosixPath(_name(entry).replace("\\", "/")).parts
                    if part not in ("/", "..", ".")
                ]
                if not parts or "__MACOSX" in parts or _LEFT_OUT.search(parts[-1]):
                    continue
                file = target.joinpath(*_clean(parts))
                file.parent.mkdir(parents=True, exist_ok=True)
                with package.open(entry) as stream:
                    data = stream.read(MAX_ENTRY + 1)
                written += len(data)
                if written > MAX_TOTAL:
                    raise RefusedInputError(
                        f"« {archive.name} » est trop gros : relisez une classe à la fois."
                    )
                file.write_bytes(data)  # a file over the limit of a copy is refused when it is read
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError):
        raise RefusedInputError(
            f"« {archive.name} » ne s’ouvre pas (abîmé ou protégé par un mot de passe) : téléchargez-le de nouveau."
        ) from None
    except OSError:
        raise SurroundingsError(
            "Je n’ai pas pu décompresser l’archive : libérez de la place, puis recommencez."
        ) from None
    if not target.is_dir():
        raise RefusedInputError(f"« {archive.name} » ne contient aucun fichier.")
    return target


def _name(entry: zipfile.ZipInfo) -> str:
    """The name of an entry; old archives write UTF-8 without saying so."""
    if entry.flag_bits & 0x800:
        return entry.filename
    try:
        return entry.filename.encode("cp437").decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return entry.filename


def _clean(parts: Iterable[str]) -> list[str]:
    return [re.sub(r'[:*?"<>|\x00-\x1f]', "-", part).rstrip(" .") or "-" for part in parts]
