"""What a door can ask for. The terminal app, the line mode and the commands call these and hold no rule of their own.

A `Coach` owns one data folder. Heavy parts (index, documents, models) are imported when first asked for.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ascom_coach.clock import now
from ascom_coach.errors import RefusedInputError
from ascom_coach.settings import Settings, data_folder, load_settings
from ascom_coach.shelf import Card, shelf, training

if TYPE_CHECKING:
    from ascom_coach.desk import Desk
    from ascom_coach.journal import Journal, Notes
    from ascom_coach.model_settings import ModelSettings
    from ascom_coach.models import Evaluation
    from ascom_coach.proofing import Proofing
    from ascom_coach.rehearsal import Voice
    from ascom_coach.retrieval import Answer, Index
    from ascom_coach.retrieval.course import Added, Course, CourseFile
    from ascom_coach.review import Instruction, Review, TrainerVerdict
    from ascom_coach.scenarios import Phrase, Script
    from ascom_coach.sessions import Sessions
    from ascom_coach.voicing import ModelVoice


class Coach:
    """The program for one data folder."""

    def __init__(self, data: Path | None = None, *, notify: Callable[[str], None] | None = None) -> None:
        self.data = data_folder(data)
        self.notify = notify or (lambda sentence: None)
        self._index: Index | None = None
        self._opening = threading.Lock()
        self._voice: ModelVoice | None = None

    @cached_property
    def settings(self) -> Settings:
        """What the person set (re-read with `forget_settings`)."""
        return load_settings(self.data)

    def forget_settings(self) -> None:
        """Read the settings again at the next use."""
        self.__dict__.pop("settings", None)

    @cached_property
    def journal(self) -> Journal:
        """Where everything is kept. Raises SurroundingsError."""
        from ascom_coach.journal import Journal

        return Journal(self.data)

    @property
    def scenario_folders(self) -> tuple[Path, ...]:
        """Trainers' scenarios: their folder in the data folder, then those of the settings."""
        return (self.data / "scenarios", *self.settings.scenario_folders)

    def close(self) -> None:
        """Release the index, the voice, the proofreaders and the journal."""
        self.forget_voice()
        if "proofing" in self.__dict__:
            self.proofing.close()
        if "journal" in self.__dict__:
            self.journal.close()
            del self.__dict__["journal"]

    # The référentiel

    def ask(self, question: str, *, bloc: int | None = None, k: int = 5, quick: bool = False) -> Answer:
        """Passages that answer, or an honest no; `quick` asks no embedding model. Raises RefusedInputError if empty."""
        return self.search().ask(question, bloc=bloc, k=k, quick=quick)

    def search(self) -> Index:
        """The index of the référentiel, opened once, with the person's own vectors when they chose a model."""
        from ascom_coach.searching import open_search

        with self._opening:
            if self._index is None:
                self._index = open_search(self.data, self.notify, self.voice)
            return self._index

    def add_course(
        self, paths: Sequence[Path], progress: Callable[[int, int, str], None] | None = None
    ) -> list[Added]:
        """Add documents of the trainer's to the search, never as official. Raises SurroundingsError."""
        with self._course() as course:
            return course.add(paths, progress)

    def remove_course(self, names: Sequence[str]) -> list[str]:
        """Take documents out of the search; their names. Raises RefusedInputError, SurroundingsError."""
        with self._course() as course:
            return course.remove(names)

    def course_files(self) -> list[CourseFile]:
        """The documents added to the search. Raises SurroundingsError."""
        with self._course() as course:
            return course.files()

    def _course(self) -> Course:
        from ascom_coach.retrieval.course import open_course

        self._close_index()
        return open_course(self.data / "index", self.notify)

    def _close_index(self) -> None:
        if self._index is not None:
            self._index.close()
            self._index = None

    def lessons(self, review: Review) -> dict[str, str]:
        """Where the trainer's course speaks of each priority of a review; empty without a course."""
        from ascom_coach.retrieval.course import has_course

        if not has_course(self.data / "index"):
            return {}
        wanted = [one for one in review.findings if one.id in review.priorities]
        found = {one.id: self.ask(one.message, quick=True).course for one in wanted}
        return {name: f"{some[0].file}, {some[0].place}" for name, some in found.items() if some}

    # Scenarios and sessions

    def script(self, name: str, seed: int = 0) -> Script:
        """A scenario by slug or folder. Raises RefusedInputError."""
        from ascom_coach.scenarios import find_script

        return find_script(name, seed=seed, extra=self.scenario_folders)

    def cards(self, person: str | None = None) -> list[Card]:
        """Every scenario with where this person stands, by bloc then level. A broken one says so in `problem`."""
        return shelf(self.scenario_folders, self.journal if person else None, person)

    def training(self, passage_id: str) -> list[Card]:
        """The scenarios that train a passage of the référentiel. Raises RefusedInputError on an unknown id."""
        from ascom_coach.referential import load_referential

        return training(shelf(self.scenario_folders, None, None), load_referential().twins(passage_id))

    def open_desk(
        self,
        scenario: str,
        *,
        seed: int = 0,
        exam: bool = False,
        person: str = "",
        replies: str | None = None,
        voice: Voice | None = None,
    ) -> Desk:
        """Start a session. With `replies` (their text) time is virtual and the label depends on nothing else.

        Raises RefusedInputError when the scenario cannot be played, SurroundingsError when nothing can be kept.
        """
        script = self.script(scenario, seed)
        return self._sessions.start(script, exam=exam, person=person, replies=replies, voice=voice)

    def resume(self, name: str, *, voice: Voice | None = None) -> Desk:
        """Go on with a session, by its id, or the last unfinished one of a scenario. Raises RefusedInputError."""
        return self._sessions.resume(name, voice)

    def branch(self, desk: Desk, before: int, *, voice: Voice | None = None) -> Desk:
        """« Et si ? »: a new session that holds what came before event `before`; the first one stays as it is.

        It is a training session even when the first was an exam. Raises RefusedInputError during an exam.
        """
        return self._sessions.branch(desk, before, voice)

    @property
    def _sessions(self) -> Sessions:
        from ascom_coach.sessions import Sessions

        return Sessions(self.data, self.journal, self.settings, self.script)

    def keep_phrase(self, desk: Desk, text: str, fact: str) -> None:
        """« Cette phrase voulait dire… »: keep a sentence with the fact it asked for, for the trainer's pack."""
        from ascom_coach.scenarios import Phrase, add_phrases

        add_phrases(self._phrases(desk.scenario.id), [Phrase(dit=text, fait=fact)])

    def phrases(self, scenario: str) -> tuple[Phrase, ...]:
        """The sentences kept for a scenario on this machine."""
        from ascom_coach.scenarios import read_phrases

        return read_phrases(self._phrases(scenario))

    def take_phrases(self, scenario: str) -> int:
        """Write the kept sentences into the scenario's own folder; how many were new. Raises CoachError."""
        from ascom_coach.scenarios import PHRASES_FILE, add_phrases

        script = self.script(scenario)
        return add_phrases(script.folder / PHRASES_FILE, self.phrases(script.id))

    def _phrases(self, scenario: str) -> Path:
        return self.data / "phrases" / f"{scenario}.yaml"

    # Reviews

    def review_desk(self, desk: Desk) -> Review:
        """Review what a session handed in, compare with its last version, keep the result."""
        from ascom_coach.marking import review_desk

        return review_desk(desk, self.journal, self.engines(), now())

    def review_files(
        self,
        files: Sequence[Path],
        *,
        scenario: str | None = None,
        session: str | None = None,
        production: str | None = None,
        bloc: int | None = None,
        instruction: Instruction | str = "",
        previous: Sequence[Path] = (),
        verdicts: Sequence[TrainerVerdict] = (),
        seed: int = 0,
        note: bool = False,
    ) -> Review:
        """Review files as they are: for a scenario, a past session, or as a draft with nothing but the référentiel.

        With `note` the texts go into the notebook of the person who uses the program.
        """
        from ascom_coach.marking import noted, of_scenario, of_session, review_files
        from ascom_coach.review import Situation

        situation = Situation(
            production=production,
            bloc=bloc,
            instruction=instruction,
            verdicts=verdicts,
            engines=self.engines(),
        )
        if session:
            desk = self.resume(session)
            for verdict in verdicts:
                self.with_verdict(desk, verdict)
            situation = of_session(situation, desk, self.journal)
        elif scenario:
            situation = of_scenario(situation, self.script(scenario, seed))
        review, documents = review_files(files, situation, previous)
        return noted(review, documents, self.journal, now()) if note else review

    @cached_property
    def proofing(self) -> Proofing:
        """The proofreaders of this folder, and what installs them."""
        from ascom_coach.proofing import Proofing

        return Proofing(self.data, lambda: self.settings, self.notify)

    def engines(self) -> list[Any]:
        """Proofreaders: ours, then those that the person has; `ASCOM_LANGUE_MOTEURS` may leave some out."""
        return list(self.proofing.engines())

    # The voice

    def voice(self) -> ModelVoice | None:
        """Words the characters' lines with the configured model; None when there is none."""
        if self._voice is None:
            from ascom_coach.voicing import voice_of

            self._voice = voice_of(self.settings.model, self.notify, self.data)
        return self._voice

    def phrase(self, answer: Answer) -> Answer:
        """The answer with the model's two cited sentences; as it is without a model, or when they do not stand."""
        if not answer.answered or (voice := self.voice()) is None:
            return answer
        from ascom_coach.phrasing import phrase

        return phrase(answer, voice.ladder, voice.tell_once)

    def appraise(self, review: Review, desk: Desk | None = None) -> Review:
        """The review with the model's appreciation of the prose beside its levels; as it is without a model."""
        if not review.prose or (voice := self.voice()) is None:
            return review
        from ascom_coach.appraising import appraise

        kept = self.journal.reviews(session=desk.id) if desk is not None else []
        appraised = appraise(review, voice.ladder, voice.tell_once, [one.document for one in kept])
        if desk is not None and appraised is not review:
            self.journal.amend_review(desk.id, desk.state.version(), appraised.to_json())
        return appraised

    def evaluate_model(
        self, times: int, target: Path | None, progress: Callable[[int, int], None]
    ) -> tuple[Evaluation, str, Path]:
        """The configured model on the fixed cases: figures, page, where it is kept. Raises CoachError."""
        from ascom_coach.evaluating import evaluate_model

        if (voice := self.voice()) is None:
            raise RefusedInputError("Aucun modèle n’est en service : réglez-en un, puis « modele tester ».")
        return evaluate_model(voice.gateway, voice.ladder, self.data, times, target, progress)

    @cached_property
    def models(self) -> ModelSettings:
        """Profiles, keys, consents and tests of models."""
        from ascom_coach.model_settings import ModelSettings

        return ModelSettings(self.data)

    def forget_voice(self) -> None:
        """Use another model from the next session or question on."""
        self.forget_settings()
        self._close_index()
        if self._voice is not None:
            self._voice.close()
            self._voice = None

    # Papers

    def write_report(
        self,
        review: Review,
        path: Path,
        *,
        desk: Desk | None = None,
        scenario: str | None = None,
        seed: int = 0,
    ) -> Path:
        """Write a review as a .docx or .html report, titled by its session or its scenario. Raises CoachError."""
        from ascom_coach.papers import write_report

        played = self.script(scenario, seed).scenario if scenario else None
        lessons = self.lessons(review)
        return write_report(review, path, desk=desk, scenario=played, today=now()[:10], lessons=lessons)

    def annotate(self, review: Review, files: Sequence[Path], target: Path) -> list[Path]:
        """Copies of reviewed files with a remark at each defect; the originals are not touched."""
        from ascom_coach.papers import annotate_copies

        return annotate_copies(review, [(path.as_posix(), path) for path in files], target)

    def proofread_files(self, files: Sequence[Path]) -> dict[str, Any]:
        """The French of files (contract of `langue corriger`)."""
        from ascom_coach.papers import proofread_files

        return proofread_files(files, self.engines())

    # People and progress

    @property
    def notes(self) -> Notes:
        """The error notebook of the person who uses the program. Raises SurroundingsError."""
        from ascom_coach.journal import Notes

        return Notes(self.journal, self.journal.person())

    def choose_person(self, name: str) -> str:
        """Use that name from now on. Raises RefusedInputError when it is empty or too long."""
        return self.journal.choose_person(name, now())

    def export_person(self, name: str, target: Path) -> Path:
        """Everything of a person in one archive."""
        from ascom_coach.archive import export_person

        return export_person(self.journal, self.data, name, target)

    def erase_person(self, name: str) -> None:
        """Erase everything of a person from this machine."""
        from ascom_coach.archive import erase_person

        erase_person(self.journal, self.data, name)

    def progress(self, person: str | None = None) -> dict[str, Any]:
        """Sessions, levels over time and frequent language errors of a person (contract of `progression`)."""
        from ascom_coach.notebook import progress

        return progress(self.journal, person or self.journal.person())

    def language_state(self) -> list[dict[str, Any]]:
        """Which proofreaders answer, what is missing and how to repair it."""
        return self.proofing.state(test=True)

    def diagnostic(self) -> list[dict[str, Any]]:
        """What works here and what is missing."""
        from ascom_coach.checkup import diagnostic

        return diagnostic(self)

    def with_verdict(self, desk: Desk, verdict: TrainerVerdict) -> None:
        """Keep a trainer's word on a check of a session."""
        self.journal.add_verdict(desk.id, replace(verdict, at=now()), now())
