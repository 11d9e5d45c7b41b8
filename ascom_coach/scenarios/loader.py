"""From a folder to a scenario ready to play: read, typed, variables drawn by the seed.

This module reads the disk; what it returns are plain values.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import ValidationError

from ascom_coach.errors import RefusedInputError
from ascom_coach.resources import scenarios_dir
from ascom_coach.scenarios.phrases import with_phrases
from ascom_coach.scenarios.schema import Draft, Scenario
from ascom_coach.scenarios.source import french_problem, read_tree
from ascom_coach.scenarios.variants import draw


@dataclass(frozen=True, slots=True)
class Script:
    """A scenario drawn for one seed, with the folder that holds its files."""

    scenario: Scenario
    folder: Path
    seed: int = 0
    values: Mapping[str, str] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """The slug."""
        return self.scenario.id

    def document(self, document_id: str) -> Path:
        """Path of a handed-out document in the scenario's folder. Raises KeyError."""
        for item in self.scenario.documents_remis:
            if item.id == document_id:
                return self.folder / "documents" / item.fichier
        raise KeyError(document_id)

    def sample(self, level: str, production_id: str) -> Path | None:
        """The sample of a level (`excellente`, `moyenne`, `faible`): `temoins/LEVEL/FILE`, else `temoins/FILE`."""
        name = self.scenario.temoins.get(level, {}).get(production_id, "")
        places = (self.folder / "temoins" / level / name, self.folder / "temoins" / name)
        return next((path for path in places if name and path.is_file()), None)

    def model_answer(self, production_id: str) -> Path | None:
        """The answer key of a production, None when there is none."""
        name = self.scenario.corrige.get(production_id, "")
        path = self.folder / "corrige" / name
        return path if name and path.is_file() else None


def _scenario_file(place: Path) -> Path:
    path = place / "scenario.yaml" if place.is_dir() else place
    if not path.is_file():
        raise RefusedInputError(
            f"Je ne trouve pas de fichier scenario.yaml dans « {place} » : indiquez le dossier d’un scénario."
        )
    return path


def load_script(place: Path, *, seed: int = 0) -> Script:
    """The scenario of a folder (or of its `scenario.yaml`), variables drawn for `seed`.

    Raises RefusedInputError with the first problem, its line and what to do.
    """
    path = _scenario_file(place)
    tree = with_phrases(read_tree(path), path.parent)
    drawn = draw(tree, seed)
    try:
        return Script(Scenario.model_validate(drawn.tree), path.parent, seed, drawn.values)
    except ValidationError as error:
        raise RefusedInputError(french_problem(path, error)) from None


def load_draft(place: Path) -> Draft:
    """Facts only, for trying the understanding of a draft. Raises RefusedInputError."""
    path = _scenario_file(place)
    tree = with_phrases(read_tree(path), path.parent)
    try:
        return Draft.model_validate(draw(tree, 0).tree)
    except ValidationError as error:
        raise RefusedInputError(french_problem(path, error)) from None


def scenario_folders(extra: Iterable[Path] = ()) -> dict[str, Path]:
    """Slug → folder of every scenario: those that ship, then the trainer's, which win over the same name."""
    found: dict[str, Path] = {}
    for root in (scenarios_dir(), *extra):
        if root.is_dir():
            for path in sorted(root.glob("*/scenario.yaml")):
                found[path.parent.name] = path.parent
    return found


def find_script(name: str, *, seed: int = 0, extra: Iterable[Path] = ()) -> Script:
    """A scenario by slug or by folder. Raises RefusedInputError naming those that exist."""
    folders = scenario_folders(extra)
    if name in folders:
        return load_script(folders[name], seed=seed)
    place = Path(name)
    if place.exists():
        return load_script(place, seed=seed)
    known = ", ".join(sorted(folders)) or "aucun pour l’instant"
    raise RefusedInputError(
        f"Je ne connais pas de scénario « {name} » : choisissez parmi {known}, ou indiquez un dossier."
    )
