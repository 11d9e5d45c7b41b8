"""A class of copies: reviewed side by side in several processes, each copy's failure kept to itself.

`review_class(coach, place, …)` gives a `ClassReview`; `write_class` writes the report and the workbook of results.
Each process has its own coach and its own reading process; it writes the annotated copies of the trainees it reviewed.
"""

from __future__ import annotations

import multiprocessing
import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ascom_coach.clock import now
from ascom_coach.coach import Coach
from ascom_coach.errors import CoachError, RefusedInputError, SurroundingsError
from ascom_coach.handins import HandIn, hand_ins
from ascom_coach.scenarios.controls import AnomalyReported
from ascom_coach.scenarios.schema import Scenario

if TYPE_CHECKING:
    from ascom_coach.review import ClassCopy, ClassReview

Progress = Callable[[int, int, str], None]
"""(copies done, copies in all, trainee just done)"""
MAX_PROCESSES = 4
_CRASHED = "la relecture s’est arrêtée sur cette copie : ouvrez ses fichiers, enregistrez-les, puis relisez-la seule."


@dataclass(frozen=True, slots=True)
class Order:
    """What every process needs to know. `back` receives one folder a trainee."""

    data: Path
    scenario: str | None = None
    production: str | None = None
    bloc: int | None = None
    instruction: str = ""
    seed: int = 0
    back: Path | None = None


def review_class(
    coach: Coach,
    place: Path,
    *,
    scenario: str | None = None,
    production: str | None = None,
    bloc: int | None = None,
    instruction: str = "",
    seed: int = 0,
    back: Path | None = None,
    progress: Progress | None = None,
) -> ClassReview:
    """Review the copies of a folder or a Moodle zip. `back` receives one annotated folder a trainee.

    A copy that fails is told in its place. Raises RefusedInputError for a scenario or a place that does not hold,
    SurroundingsError when a folder cannot be written.
    """
    from ascom_coach.review import class_review

    known = coach.script(scenario, seed).scenario if scenario else None
    if back is not None:
        _make(back)
    with tempfile.TemporaryDirectory(prefix="ascom-classe-") as work:
        handed = hand_ins(place, Path(work))
        order = Order(coach.data, scenario, production, bloc, instruction, seed, back)
        done: dict[str, ClassCopy] = {}
        for copy in _reviewed(handed, order):
            done[copy.trainee] = copy
            if progress is not None:
                progress(len(done), len(handed), copy.trainee)
    copies = [done[one.trainee] for one in handed]
    return class_review(known.titre, copies, _anomalies(known)) if known else class_review("", copies)


def _anomalies(scenario: Scenario) -> dict[str, str]:
    """For each control that looks for an anomaly in what is handed in, what the anomaly is."""
    return {
        f"{production.id}.{control.id}": scenario.anomaly(control.anomalie).detail
        for production in scenario.productions
        for control in production.controles
        if isinstance(control, AnomalyReported)
    }


def write_class(result: ClassReview, path: Path, *, title: str = "") -> list[Path]:
    """Write the report (.docx or .html) with its workbook of results beside it, or the workbook alone (.xlsx).

    Raises RefusedInputError on another ending, SurroundingsError when nothing can be written.
    """
    from ascom_coach.review import class_docx, class_html, class_story, class_workbook, read_day

    suffix, today = path.suffix.lower(), now()[:10]
    if suffix not in (".docx", ".html", ".xlsx"):
        raise RefusedInputError(f"« {path.name} » : choisissez un rapport en .docx, .html ou .xlsx.")
    story = class_story(result, title or result.scenario or "Une classe de copies", today)
    day = read_day(today)
    assert day is not None
    written: dict[Path, bytes] = {}
    if suffix == ".html":
        written[path] = class_html(story).encode("utf-8")
    elif suffix == ".docx":
        written[path] = class_docx(story, day)
    written[path.with_suffix(".xlsx")] = class_workbook(result)
    for target, data in written.items():
        _make(target.parent)
        try:
            target.write_bytes(data)
        except OSError:
            raise SurroundingsError(
                f"Je n’ai pas pu écrire « {target} » : fermez-le s’il est ouvert, ou choisissez un autre dossier."
            ) from None
    return list(written)


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise SurroundingsError(
            f"Je ne peux pas écrire dans « {folder} » : choisissez un autre dossier."
        ) from None


def _reviewed(handed: Sequence[HandIn], order: Order) -> Iterator[ClassCopy]:
    """Copies as they are done. A process that dies takes no other copy with it."""
    from ascom_coach.review import ClassCopy

    left = list(handed)
    size = max(1, min(os.cpu_count() or 1, MAX_PROCESSES, len(left)))
    while left:
        broken: list[HandIn] = []
        for hand_in, copy in _one_pool(left, order, size):
            if copy is None:
                broken.append(hand_in)
            else:
                yield copy
        if size == 1 and broken:  # alone with its process: this copy is the cause
            yield ClassCopy(broken[0].trainee, problem=_CRASHED)
            broken = broken[1:]
        left, size = broken, 1


def _one_pool(handed: Sequence[HandIn], order: Order, size: int) -> Iterator[tuple[HandIn, ClassCopy | None]]:
    """Each copy with its review, None for those that a dead process left undone."""
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(size, mp_context=context, initializer=_begin, initargs=(order,)) as pool:
        waiting: dict[Future[ClassCopy], HandIn] = {pool.submit(_review_one, one): one for one in handed}
        try:
            while waiting:
                done, _ = wait(waiting, return_when=FIRST_COMPLETED)
                for future in sorted(done, key=lambda one: waiting[one].trainee):
                    hand_in = waiting.pop(future)
                    try:
                        yield hand_in, future.result()
                    except BrokenProcessPool:
                        yield hand_in, None
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


class _Worker:
    """What a process keeps from one copy to the next."""

    def __init__(self, order: Order) -> None:
        from ascom_coach.language import default_engines
        from ascom_coach.papers import start_documents
        from ascom_coach.review import Situation

        self.order = order
        self.coach = Coach(order.data)
        # Levels rest on the embedded proofreader: no process starts a server of its own for the others.
        self.engines = list(default_engines())
        script = self.coach.script(order.scenario, order.seed) if order.scenario else None
        self.start: dict[str, Any] = start_documents(script) if script else {}
        self.situation = Situation(
            script=script, production=order.production, bloc=order.bloc, instruction=order.instruction,
            engines=self.engines, start_documents=self.start,
        )  # fmt: skip

    def review(self, hand_in: HandIn) -> ClassCopy:
        from ascom_coach.documents import read_documents
        from ascom_coach.review import ClassCopy, Copy, review_copies, trace_of

        if not hand_in.files:
            return ClassCopy(hand_in.trainee, problem="aucun fichier remis.")
        shown = _shown(hand_in.files)
        documents = read_documents(hand_in.files, shown_as=shown)
        copies = [Copy.of(document) for document in documents]
        review = review_copies(copies, self.situation)
        if not review.files:
            reasons = " ".join(item["reason"] for item in review.refused)
            return ClassCopy(hand_in.trainee, problem=reasons or "aucun fichier lisible.")
        read = [copy.document for copy in copies if copy.document is not None]
        if self.order.back is not None:
            self._give_back(hand_in, review, shown)
        return ClassCopy(hand_in.trainee, review, trace=trace_of(review, read, list(self.start.values())))

    def _give_back(self, hand_in: HandIn, review: Any, shown: Sequence[str]) -> None:
        from ascom_coach.papers import annotate_copies, write_report

        assert self.order.back is not None
        folder = self.order.back / hand_in.folder
        refused = {item["path"] for item in review.refused}
        kept = [(name, file) for name, file in zip(shown, hand_in.files, strict=True) if name not in refused]
        annotate_copies(review, kept, folder)
        script = self.situation.script
        write_report(
            review, folder / "rapport.html", scenario=script.scenario if script else None, today=now()[:10]
        )


def _shown(files: Sequence[Path]) -> list[str]:
    """Names as the review writes them: the file's own, with a number when two are the same."""
    names: list[str] = []
    for file in files:
        name, rank = file.name, 2
        while name in names:
            name, rank = f"{file.stem} ({rank}){file.suffix}", rank + 1
        names.append(name)
    return names


_worker: list[_Worker] = []


def _begin(order: Order) -> None:
    _worker[:] = [_Worker(order)]


def _review_one(hand_in: HandIn) -> ClassCopy:
    """One copy, whatever happens to it."""
    from ascom_coach.review import ClassCopy

    try:
        return _worker[0].review(hand_in)
    except CoachError as error:
        return ClassCopy(hand_in.trainee, problem=str(error))
    except Exception:  # noqa: BLE001  (one copy's failure is told beside its name; the others go on)
        return ClassCopy(hand_in.trainee, problem=_CRASHED)
