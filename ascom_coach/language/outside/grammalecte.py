"""The engine `grammalecte`, for who has it: found, run as a process of its own, never imported here nor shipped (GPL).

Known places: the one in the settings, `langue/grammalecte` in the data folder, the Debian packages
`grammalecte-cli` and `libreoffice-grammalecte`, a LibreOffice extension of this person. The text goes through a pipe.
Options and rule types are those of Grammalecte 2.1.2 (2023).
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ascom_coach.language.protect import soft_zones, touches
from ascom_coach.language.remarks import EngineUnavailableError, Label, Remark

ENGINE_ID = "grammalecte"
FAILED = "Grammalecte ne répond pas : le correcteur intégré prend le relais."
_PACKAGE = "grammalecte"
# Run by the Python that has Grammalecte: one line of the text is one paragraph, the answer is one JSON document.
_RUNNER = """
import json, sys
if sys.argv[1]:
    sys.path.insert(0, sys.argv[1])
import grammalecte
checker = grammalecte.GrammarChecker("fr")
found = []
for line in sys.stdin.buffer.read().decode("utf-8").split("\\n"):
    grammar, spelling = checker.getParagraphErrors(line, bSpellSugg=True)
    found.append([list(grammar), list(spelling)])
sys.stdout.buffer.write(json.dumps(found, default=str).encode("ascii"))
"""
_EXTENSIONS = "uno_packages/cache/uno_packages/*/*rammalecte*.oxt/pythonpath"
_SYSTEM_EXTENSION = "/usr/lib/libreoffice/share/extensions/grammalecte/pythonpath"

TYPES: dict[str, tuple[Label, bool]] = {
    "conf": ("homophones", True),
    "loc": ("orthographe", True),
    "tu": ("orthographe", True),
    "mc": ("orthographe", False),
    "ocr": ("orthographe", False),
    "WORD": ("orthographe", True),
    "gn": ("accord", True),
    "ppas": ("accord", True),
    "conj": ("conjugaison", True),
    "infi": ("conjugaison", True),
    "imp": ("conjugaison", True),
    "vmode": ("conjugaison", True),
    "inte": ("conjugaison", True),
    "virg": ("ponctuation", False),
    "poncfin": ("ponctuation", False),
    "eleu": ("typographie", True),
    "maj": ("typographie", False),
    "minis": ("typographie", False),
    "typo": ("typographie", False),
    "num": ("typographie", False),
    "bs": ("style", False),
    "pleo": ("style", False),
    "neg": ("style", False),
    "redon1": ("style", False),
    "redon2": ("style", False),
    "date": ("style", False),
    "eepi": ("style", False),
}
"""Our label for each type of its remarks, and whether it is counted."""
DROPPED = frozenset(
    ["apos", "esp", "tab", "nbsp", "unit", "nf", "liga", "mapos", "chim", "html", "latex", "md", "idrule"]
)
"""Types that speak of the keyboard, not of French: no-break spaces, straight apostrophes, list dashes, units."""


@dataclass(frozen=True, slots=True)
class Grammalecte:
    """A Grammalecte found here: the Python that runs it, and the folder of its package, if it needs one."""

    python: str
    folder: str = ""


def find_grammalecte(named: str, place: Path) -> Grammalecte | None:
    """The first one found, or None. `named`: the setting (a folder or a script); `place`: ours."""
    for folder in _folders(named, place):
        if (folder / _PACKAGE / "__init__.py").is_file():
            return Grammalecte(sys.executable, str(folder))
    script = shutil.which("grammalecte-cli")
    if script and (python := _interpreter(Path(script))):
        return Grammalecte(python)
    return None


def _folders(named: str, place: Path) -> Iterator[Path]:
    if named:
        path = Path(named).expanduser()
        yield from (path, path / "pythonpath", path.parent)
    yield from (place / _PACKAGE, place / _PACKAGE / "pythonpath")
    if script := shutil.which("grammalecte-cli.py"):
        yield Path(script).resolve().parent
    yield Path(_SYSTEM_EXTENSION)
    homes = [
        Path.home() / ".config/libreoffice/4/user",
        Path.home() / "Library/Application Support/LibreOffice/4/user",
    ]
    if roaming := os.environ.get("APPDATA"):
        homes.append(Path(roaming) / "LibreOffice/4/user")
    for home in homes:
        yield from sorted(home.glob(_EXTENSIONS))


def _interpreter(script: Path) -> str | None:
    try:
        with script.open("rb") as file:
            first = file.readline(200).decode("utf-8", "replace")
    except OSError:
        return None
    found = re.match(r"#!\s*(\S*python3?\S*)\s*$", first)
    return found[1] if found else None


class GrammalecteEngine:
    """Engine `grammalecte`. One process a check (0.1 to 0.3 s); after a failure it stays silent."""

    id = ENGINE_ID

    def __init__(self, found: Grammalecte, *, timeout: float = 20.0) -> None:
        self._found = found
        self._timeout = timeout
        self._off = False

    def check(self, text: str) -> Sequence[Remark]:
        """Remarks of Grammalecte. Raises EngineUnavailableError when its process fails or takes too long."""
        if self._off:
            raise EngineUnavailableError(FAILED)
        if not text.strip():
            return []
        # A line break of any kind is one character here and there, so offsets stay those of the text.
        lines = text.replace("\r", " ").split("\n")
        try:
            return self._remarks(text, lines, self._run("\n".join(lines)))
        except (OSError, subprocess.SubprocessError, ValueError, KeyError, TypeError, IndexError) as error:
            self._off = True
            raise EngineUnavailableError(FAILED) from error

    def _run(self, text: str) -> Any:
        done = subprocess.run(
            [self._found.python, "-I", "-c", _RUNNER, self._found.folder], input=text.encode("utf-8", "replace"),
            capture_output=True, timeout=self._timeout, check=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )  # fmt: skip
        return json.loads(done.stdout)

    def _remarks(self, text: str, lines: Sequence[str], found: Any) -> list[Remark]:
        remarks, origin = [], 0
        zones = soft_zones(text)
        for line, (grammar, spelling) in zip(lines, found, strict=True):
            for item in (*grammar, *spelling):
                start, end = origin + int(item["nStart"]), origin + int(item["nEnd"])
                if origin <= start < end <= origin + len(line) and (
                    one := _remark(text, start, end, item, zones)
                ):
                    remarks.append(one)
            origin += len(line) + 1
        return remarks


def _remark(text: str, start: int, end: int, item: Any, zones: Any) -> Remark | None:
    kind = str(item["sType"])
    if kind in DROPPED:
        return None
    label, counted = TYPES.get(kind, ("style", False))
    quote = text[start:end]
    if kind == "WORD" and (
        quote[:1].isupper() or touches(zones, start, end) or any(char.isdecimal() for char in quote)
    ):
        return None
    return Remark(
        start,
        end,
        label,
        f"gl_{item.get('sRuleId') or 'orthographe'}",
        quote,
        str(item.get("sMessage") or "Ce mot n’est pas dans le dictionnaire de Grammalecte.").strip(),
        tuple(str(fix) for fix in list(item.get("aSuggestions") or ())[:5]),
        (ENGINE_ID,),
        counted,
        "Lisez l’explication, puis relisez la phrase corrigée en entier.",
    )
