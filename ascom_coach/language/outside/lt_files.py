"""Which files make a LanguageTool for French, and what of them is on this disk.

The list is ours (`knowledge/lexique/languagetool.txt`): 43 jars of LanguageTool 6.8, each with its size, its sha256 and
its licence. A file that is not exactly one of these is never run. The wrapper's own bundle, verified as a whole by the
wrapper, is kept beside with a list of its files made when it was unpacked (`MANIFEST`).
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ascom_coach.language.data import load_lines

VERSION = "6.8"
JARS_FOLDER = f"languagetool-{VERSION}"
BUNDLE_FOLDER = f"LanguageTool-{VERSION}"
MANIFEST = "fichiers.txt"
_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class Jar:
    """One file of the list. `size` is in bytes, `sha256` in lower-case hexadecimal."""

    group: str
    artifact: str
    version: str
    size: int
    sha256: str
    licence: str

    @property
    def name(self) -> str:
        """The file's name, as Maven gives it."""
        return f"{self.artifact}-{self.version}.jar"

    @property
    def maven_path(self) -> str:
        """Where a Maven-layout repository keeps it, below its base."""
        return f"{self.group.replace('.', '/')}/{self.artifact}/{self.version}/{self.name}"


@cache
def jars() -> tuple[Jar, ...]:
    """The files that are needed. Raises SurroundingsError when our list is missing or damaged."""
    found = []
    for line in load_lines("languagetool.txt"):
        name, size, digest, licence = line.split(" ", 3)
        group, artifact, version = name.split(":")
        found.append(Jar(group, artifact, version, int(size), digest, licence))
    return tuple(found)


def total_size(files: Iterable[Jar] | None = None) -> int:
    """Bytes of these files, or of all."""
    return sum(jar.size for jar in (jars() if files is None else files))


def licences() -> list[tuple[str, list[str]]]:
    """Each licence with the artifacts under it, the most used first."""
    kept: dict[str, list[str]] = {}
    for jar in jars():
        kept.setdefault(jar.licence, []).append(jar.artifact)
    return sorted(kept.items(), key=lambda item: (-len(item[1]), item[0]))


def digest_of(path: Path) -> str:
    """The sha256 of a file. Raises OSError."""
    summed = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            summed.update(block)
    return summed.hexdigest()


@dataclass(frozen=True, slots=True)
class Installed:
    """What is on the disk: `folder` when there is something, the files that are missing and those that are damaged.

    `class_path` is relative to `folder`; nothing else than the listed files is ever put on it.
    """

    folder: Path | None = None
    class_path: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    damaged: tuple[str, ...] = ()
    size: int = 0
    bundle: bool = False

    @property
    def complete(self) -> bool:
        """Whether the server can be started."""
        return self.folder is not None and not self.missing and not self.damaged


def inspect(place: Path, *, thorough: bool = True) -> Installed:
    """What of LanguageTool is under `place`; every byte is read when `thorough`, else names and sizes only."""
    folder = place / JARS_FOLDER
    bundle = place / BUNDLE_FOLDER
    if not folder.is_dir() and (bundle / MANIFEST).is_file():
        return _inspect_bundle(bundle, thorough)
    if not folder.is_dir():
        return Installed(missing=tuple(jar.name for jar in jars()))
    missing, damaged, good = _checked(folder, [(jar.sha256, jar.size, jar.name) for jar in jars()], thorough)
    return Installed(folder, tuple(jar.name for jar in jars()), missing, damaged, good)


def _checked(
    folder: Path, rows: Iterable[tuple[str, int, str]], thorough: bool
) -> tuple[tuple[str, ...], tuple[str, ...], int]:
    """The names missing and those damaged among `(sha256, bytes, name)`, and the bytes that are good."""
    missing: list[str] = []
    damaged: list[str] = []
    good = 0
    for digest, size, name in rows:
        state = _state(folder / name, size, digest, thorough)
        if state == "good":
            good += size
        else:
            (missing if state == "missing" else damaged).append(name)
    return tuple(missing), tuple(damaged), good


def _state(path: Path, size: int, digest: str, thorough: bool) -> str:
    try:
        if path.stat().st_size != size or (thorough and digest_of(path) != digest):
            return "damaged"
    except FileNotFoundError:
        return "missing"
    except OSError:
        return "damaged"
    return "good"


def _inspect_bundle(folder: Path, thorough: bool) -> Installed:
    try:
        lines = (folder / MANIFEST).read_text(encoding="utf-8").splitlines()
        rows = [
            (digest, int(length), name) for digest, length, name in (line.split(" ", 2) for line in lines)
        ]
    except (OSError, ValueError):
        return Installed(folder, damaged=(MANIFEST,), bundle=True)
    missing, damaged, good = _checked(folder, rows, thorough)
    programs = sorted(name for _, _, name in rows if name.endswith(".jar"))
    programs.sort(key=lambda name: not name.startswith("languagetool-server"))
    # The bundle keeps rules and dictionaries as plain files beside its jars.
    return Installed(folder, (*programs, "."), missing, damaged, good, True)


def write_manifest(folder: Path) -> None:
    """Note every file of an unpacked bundle, so that damage is seen later. Raises OSError."""
    rows = []
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.name != MANIFEST:
            name = path.relative_to(folder).as_posix()
            rows.append(f"{digest_of(path)} {path.stat().st_size} {name}")
    temporary = folder / f"{MANIFEST}.{os.getpid()}.part"
    temporary.write_text("\n".join(rows) + "\n", encoding="utf-8")
    temporary.replace(folder / MANIFEST)


def pom(files: Iterable[Jar]) -> str:
    """A Maven project that asks for exactly these files and for nothing they bring along."""
    alone = "<exclusions><exclusion><groupId>*</groupId><artifactId>*</artifactId></exclusion></exclusions>"
    wanted = "\n".join(
        f"    <dependency><groupId>{jar.group}</groupId><artifactId>{jar.artifact}</artifactId>"
        f"<version>{jar.version}</version>{alone}</dependency>"
        for jar in files
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<project>\n  <modelVersion>4.0.0</modelVersion>\n'
        "  <groupId>ascom.coach</groupId><artifactId>langue</artifactId><version>1</version>"
        "<packaging>pom</packaging>\n"
        f"  <dependencies>\n{wanted}\n  </dependencies>\n</project>\n"
    )
