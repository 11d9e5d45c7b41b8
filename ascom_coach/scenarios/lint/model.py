"""What the linter finds: a problem with its place, its level, its French sentence and its remedy.

`HELP` gives one French line a code; codes are stable and grouped: 1 writing (YAML and types), 2 references,
3 leaks, 4 reachability, 5 understanding, 6 style, 7 fiction, 8 files.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal

import yaml

from ascom_coach.resources import knowledge_dir
from ascom_coach.scenarios.schema import Scenario
from ascom_coach.scenarios.source import Place, place_of
from ascom_coach.scenarios.variants import written

Level = Literal["bloquant", "a_corriger", "conseil"]
LEVELS: tuple[Level, ...] = ("bloquant", "a_corriger", "conseil")
_SHOWN = {"bloquant": "Bloquant", "a_corriger": "À corriger", "conseil": "Conseil"}
Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing to change. Lines and columns from 1."""

    file: str
    line: int
    column: int
    level: Level
    code: str
    message: str
    fix: str = ""

    def to_json(self) -> dict[str, object]:
        """The object of the command line contract."""
        return {
            "file": self.file,
            "line": self.line,
            "column": self.column,
            "level": self.level,
            "code": self.code,
            "message": self.message,
            "fix": self.fix,
        }

    @property
    def sentence(self) -> str:
        """One French line for a screen."""
        remedy = f" {self.fix}" if self.fix else ""
        return f"{self.file}, ligne {self.line}\u00a0: {_SHOWN[self.level]} ({self.code}). {self.message}{remedy}"


@cache
def help_lines() -> dict[str, str]:
    """Code → one French line, from `knowledge/aide/scenarios.yaml`."""
    path = knowledge_dir() / "aide" / "scenarios.yaml"
    tree = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return {str(code): str(line) for code, line in tree["codes"].items()}


@dataclass
class Lint:
    """A scenario under examination, drawn for a seed, and what was found so far.

    `tree` holds what was drawn, its variables still between braces; `origin` leads from its paths to those of the file.
    """

    file: str
    tree: Any
    places: Mapping[Path, Place]
    scenario: Scenario
    problems: list[Problem] = field(default_factory=list)
    origin: Mapping[Path, Path] = field(default_factory=dict)

    def tell(self, code: str, level: Level, path: Path, message: str, fix: str = "") -> None:
        """Keep a problem at the place of a path of the file."""
        line, column = place_of(written(path, self.origin) if self.origin else path, self.places)
        problem = Problem(self.file, line, column, level, code, message, fix)
        if problem not in self.problems:
            self.problems.append(problem)
