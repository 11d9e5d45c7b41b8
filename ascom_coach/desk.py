"""A session at the desk: the rehearsal, its folder on disk, the files handed in, its review.

Doors hold a `Desk`; they never touch the journal or the scenario's files themselves.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ascom_coach.errors import RefusedInputError, SurroundingsError
from ascom_coach.rehearsal import (
    Event,
    Exchange,
    Rehearsal,
    Stage,
    State,
    commands,
    exchanges,
    instructions,
    summary,
)
from ascom_coach.scenarios import Scenario

if TYPE_CHECKING:
    from ascom_coach.journal import SessionRow
    from ascom_coach.review import Finding, Review

MAX_BYTES = 20 * 1024 * 1024


class Desk:
    """One session. `folder` holds `documents/` (handed out) and `remises/` (copies of what was handed in)."""

    def __init__(self, row: SessionRow, rehearsal: Rehearsal, folder: Path) -> None:
        self.row = row
        self.rehearsal = rehearsal
        self.folder = folder

    @property
    def id(self) -> str:
        """The id that `--seance` takes."""
        return self.row.id

    @property
    def stage(self) -> Stage:
        """The scenario made ready."""
        return self.rehearsal.stage

    @property
    def scenario(self) -> Scenario:
        """The scenario as drawn for this session."""
        return self.rehearsal.stage.script.scenario

    @property
    def state(self) -> State:
        """Where the session stands."""
        return self.rehearsal.state

    @property
    def documents(self) -> Path:
        """Folder of the documents handed out."""
        return self.folder / "documents"

    def do(self, command: commands.Command) -> list[Event]:
        """Play a command; files are copied first. Raises CoachError with one French sentence."""
        if isinstance(command, commands.HandInFiles):
            return self.rehearsal.do(commands.RecordHandIn(tuple(self._keep(command.files))))
        return self.rehearsal.do(command)

    def hand_in_text(self, production: str, text: str) -> list[Event]:
        """Hand in what was written in the app, as a text file. Raises RefusedInputError when it is empty."""
        if not text.strip():
            raise RefusedInputError("Votre texte est vide : écrivez votre réponse, puis remettez-la.")
        self.save_draft(production, text)
        path = self._draft_path(production)
        return self.do(commands.HandInFiles(((production, str(path)),)))

    def _keep(self, files: Sequence[tuple[str, str]]) -> list[commands.Stored]:
        kept = []
        taken: set[str] = set()
        for production, name in files:
            path = Path(name).expanduser()
            data = _read(path)
            wanted = production or self._guess(path, taken)
            taken.add(wanted)
            last = self.state.handed(wanted)
            version = last.version + 1 if last else 1
            target = self.folder / "remises" / f"{wanted}-v{version}{path.suffix.lower()}"
            try:
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(data)
            except OSError:
                raise _cannot_write(target) from None
            digest = hashlib.sha256(data).hexdigest()
            kept.append(
                commands.Stored(wanted, str(name), target.relative_to(self.folder).as_posix(), digest)
            )
        return kept

    def _guess(self, path: Path, taken: set[str]) -> str:
        """The production a file is for: by its name, else by its format, the first one not handed in yet."""
        productions = self.scenario.to_hand_in
        name = path.stem.lower().replace("_", "-")
        for item in productions:
            if item.id.replace("_", "-") in name and item.id not in taken:
                return item.id
        start = {
            document.id: Path(document.fichier).stem.lower() for document in self.scenario.documents_remis
        }
        for item in productions:
            origin = start.get(item.contrat.depart, "") if item.contrat else ""
            if origin and origin in path.stem.lower() and item.id not in taken:
                return item.id
        suffix = path.suffix.lower().lstrip(".")
        fitting = [item.id for item in productions if suffix in item.formats and item.id not in taken]
        fresh = [item for item in fitting if self.state.handed(item) is None]
        if fresh or fitting:
            return (fresh or fitting)[0]
        expected = ", ".join(f"{item.titre or item.id} ({', '.join(item.formats)})" for item in productions)
        raise RefusedInputError(
            f"Je ne sais pas à quelle production correspond « {path.name} » : ce scénario attend {expected}."
        )

    def place(self) -> str:
        """The moment of the work: consigne, echanges, redaction, bilan (once handed in and judged by the trainee)."""
        if self.state.over or (self.state.self_assessment and self.copies()):
            return "bilan"
        kind = self.stage.step(self.state.step).type if self.state.step else "consigne_orale"
        return {"consigne_orale": "consigne", "dialogue": "echanges"}.get(kind, "redaction")

    def present(self) -> tuple[str, ...]:
        """Who can be spoken to now, nobody once the conversation or the session is over."""
        if self.state.over or not self.state.step or self.state.step in self.state.closed:
            return ()
        return self.stage.people(self.stage.step(self.state.step))

    def hearings_left(self) -> int:
        """How often the instruction of this step can still be heard."""
        step = self.stage.step(self.state.step) if self.state.step else None
        if step is None or step.type != "consigne_orale":
            return 0
        return max(0, self.stage.hearings(step, self.state) - self.state.hearings)

    def can_write(self, production: str) -> bool:
        """Whether a production may be written as plain text in the app."""
        formats = self.scenario.production(production).formats
        return not formats or bool({"txt", "md"} & set(formats))

    def draft(self, production: str) -> str:
        """What was being written for a production."""
        try:
            return self._draft_path(production).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            return ""

    def save_draft(self, production: str, text: str) -> None:
        """Keep what is being written. Raises SurroundingsError."""
        path = self._draft_path(production)
        temporary = path.with_suffix(".part")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            temporary.write_text(text, encoding="utf-8")
            temporary.replace(path)
        except OSError:
            raise _cannot_write(path) from None

    def _draft_path(self, production: str) -> Path:
        return self.folder / "brouillons" / f"{production}.txt"

    def production_for(self, file: str, wanted: str) -> str:
        """The production that a file is for: the wanted one when its format fits, else the best guess."""
        formats = self.scenario.production(wanted).formats if wanted else ()
        suffix = Path(file).suffix.lower().lstrip(".")
        return wanted if wanted and (not formats or suffix in formats) else self._guess(Path(file), set())

    def control_of(self, finding: Finding) -> str:
        """The control behind a finding, under the name that hints use; empty when it has no hints."""
        names = {finding.check, *finding.id.split(".")}
        return next((name for name in self.scenario.indices if name in names), "")

    def opened_hints(self, control: str) -> tuple[str, ...]:
        """Hints already opened for a control, in order."""
        return tuple(self.scenario.indices.get(control, ())[: self.state.hints.get(control, 0)])

    def hints_left(self, control: str) -> int:
        """How many hints of a control can still be opened: none in exam mode or once the session is over."""
        if self.state.exam or self.state.over:
            return 0
        return len(self.scenario.indices.get(control, ())) - self.state.hints.get(control, 0)

    def exchanges(self) -> list[Exchange]:
        """The conversation turn by turn."""
        return exchanges(self.stage, self.rehearsal.events)

    def missed(self) -> list[tuple[str, str, str]]:
        """What could have been learnt and was not: (public label, who knew, a question that asks for it).

        Empty before a second version.
        """
        if self.state.version() < 2:
            return []
        return [
            (fact.porte_sur, self.stage.character(fact.qui).nom, fact.questions[0] if fact.questions else "")
            for fact in self.scenario.faits
            if fact.id not in self.state.told and fact.acces != "jamais"
        ]

    def model_answers(self) -> list[tuple[str, Path]]:
        """Model answers, (title, file): only after a second version, never in exam mode."""
        if self.state.exam or self.state.version() < 2:
            return []
        folder = self.stage.script.folder / "corrige"
        found = []
        for production, file in self.scenario.corrige.items():
            if (folder / file).is_file():
                found.append((self.scenario.production(production).titre or production, folder / file))
        return found

    def copies(self) -> list[tuple[str, Path, str]]:
        """Last file of each production handed in: (production, stored path, path as the trainee gave it)."""
        found = []
        for production in self.scenario.productions:
            last = self.state.handed(production.id)
            if last is not None:
                found.append((production.id, self.folder / last.stored, last.path))
        return found

    def summary(self, review: Review | None = None) -> dict[str, object]:
        """The last line of `jouer --json`. With a review, each instruction point is done or not."""
        return summary(self.stage, self.state, self._done(review))

    def instructions(self, review: Review | None = None) -> list[dict[str, object]]:
        """Each instruction point: heard, asked, done, with its words; a gap nobody saw keeps its name hidden."""
        words = {}
        for step in self.scenario.etapes:
            if step.type == "consigne_orale":
                words.update({point.id: point.dit for point in step.points})
                gaps = (*step.manque, *step.ambigu)
                shown = {
                    gap.id: gap.quoi
                    for gap in gaps
                    if gap.fait in self.state.asked or self.state.version() > 1
                }
                words.update(shown)
        found = instructions(self.stage, self.state, self._done(review))
        return [{**item, "label": words.get(str(item["id"]), "")} for item in found]

    def _done(self, review: Review | None) -> dict[str, bool] | None:
        if review is None:
            return None
        controls = {
            (production.id, control.id): control.points
            for production in self.scenario.productions
            for control in production.controles
        }
        done: dict[str, bool] = {}
        for finding in review.findings:
            for (production, control), points in controls.items():
                if not finding.id.startswith(f"{production}.{control}"):
                    continue
                if finding.id.split(".")[1] != control or finding.status not in ("conforme", "defaut"):
                    continue
                for point in points:
                    done[point] = done.get(point, True) and finding.status == "conforme"
        return done


def lay_out(script_folder: Path, target: Path) -> None:
    """Copy the documents handed out into a session's folder. Raises SurroundingsError."""
    try:
        shutil.copytree(script_folder / "documents", target, dirs_exist_ok=True)
    except FileNotFoundError:
        target.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise _cannot_write(target) from None


def copy_work(source: Path, target: Path) -> None:
    """The documents and the copies handed in of a session, for a branch of it. Raises SurroundingsError."""
    try:
        for name in ("documents", "remises"):
            if (source / name).is_dir():
                shutil.copytree(source / name, target / name, dirs_exist_ok=True)
    except OSError:
        raise _cannot_write(target) from None


def _read(path: Path) -> bytes:
    if not path.exists():
        raise RefusedInputError(f"Je ne trouve pas « {path} » : vérifiez le nom et le dossier.")
    if not path.is_file():
        raise RefusedInputError(f"« {path} » n’est pas un fichier : remettez un document, pas un dossier.")
    try:
        if path.stat().st_size > MAX_BYTES:
            raise RefusedInputError(f"« {path.name} » dépasse 20 Mo : allégez ses images, puis remettez-le.")
        data = path.read_bytes()
    except OSError:
        raise RefusedInputError(
            f"Je ne peux pas lire « {path} » : fermez-le dans l’autre programme, puis recommencez."
        ) from None
    if not data:
        raise RefusedInputError(f"« {path.name} » est vide : enregistrez votre travail, puis remettez-le.")
    return data


def _cannot_write(path: Path) -> SurroundingsError:
    return SurroundingsError(
        f"Je n’ai pas pu écrire « {path} » : vérifiez l’espace libre et les droits du dossier, puis recommencez."
    )
