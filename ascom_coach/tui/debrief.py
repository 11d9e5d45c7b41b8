"""Bilan: three priorities first, then levels, every finding with its evidence, what was heard, said and missed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult

from ascom_coach.errors import RefusedInputError
from ascom_coach.rehearsal import commands
from ascom_coach.tui.desktop import open_with_system, paths_in
from ascom_coach.tui.dialogs import AskLine, Confirm, Pick
from ascom_coach.tui.keys import bindings
from ascom_coach.tui.review_pane import ReviewPane, review_entries, session_entries
from ascom_coach.tui.sitting import Sitting
from ascom_coach.tui.stage_screen import StageScreen

if TYPE_CHECKING:
    from ascom_coach.review import Finding, Review


_ASKED = 100
"""Characters of a finding's message that go into the search, for the trainer's course."""


class Debrief(StageScreen):
    """The list on the left, what is chosen on the right."""

    PLACE = "bilan"
    MOMENT = "bilan"
    BINDINGS = bindings("bilan")
    AUTO_FOCUS = "#constats"

    def __init__(self, sitting: Sitting, review: Review | None = None) -> None:
        super().__init__(sitting)
        self.review = review

    def next_action(self) -> str:
        """What to do now."""
        if self.review is None:
            return "Je relis votre travail…"
        again = "F6 : nouvelle version." if not self.desk.state.exam else "Échap : accueil."
        return f"Commencez par vos priorités. Flèches : lire chaque constat. {again} F7 : rapport à imprimer."

    def body(self) -> ComposeResult:
        """List and detail."""
        yield ReviewPane()

    def on_mount(self) -> None:
        """Review beside the screen."""
        self.attempt(self._review(), group="relecture", exclusive=True)

    async def _review(self) -> None:
        if self.desk.state.exam and not self.desk.state.over and self.desk.copies():
            await self.sitting.play(commands.Finish())
        try:
            self.review = await self.sitting.reviewed()
        except RefusedInputError as error:
            self._fill()
            self.say_next(str(error))
            return
        self._fill()
        self.say_next()
        if self.review.prose:
            self.attempt(self._appraise(self.review), group="appreciation", exclusive=True)

    async def _appraise(self, review: Review) -> None:
        """A model's opinion of the prose arrives after the levels, beside them."""
        appraised = await self.in_thread(self.sitting.coach.appraise, review, self.desk)
        if appraised is not review and self.review is review:
            self.review = self.sitting.review = appraised
            self._fill()
            self.coach_app.tell("Le modèle a donné son appréciation : elle est au pied de chaque critère.")

    def _fill(self) -> None:
        review, pane = self.review, self.query_one(ReviewPane)
        if review is None:
            pane.fill(session_entries(self.desk, None))
        else:
            pane.fill(review_entries(review, self.desk, pane.opened))

    @on(ReviewPane.FileChosen)
    def _file(self, event: ReviewPane.FileChosen) -> None:
        self.attempt(self.in_thread(open_with_system, event.path))

    def _chosen_finding(self) -> Finding | None:
        entry = self.query_one(ReviewPane).chosen
        return entry.finding if entry is not None else None

    def library_question(self) -> str:
        """The passages behind the chosen finding, so that F9 opens on them."""
        finding = self._chosen_finding()
        return f"{' '.join(finding.passages)} {finding.message[:_ASKED]}" if finding is not None else ""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys that lead nowhere now are not offered."""
        if action == "hint":
            return not self.desk.state.exam and not self.desk.state.over
        if action == "again":
            return not self.desk.state.exam
        if action == "finish":
            return not self.desk.state.over
        return True

    # Actions

    def action_hint(self) -> None:
        """The next hint of the chosen finding, or the next step of the chosen rule of French."""
        entry = self.query_one(ReviewPane).chosen
        if entry is not None and entry.lesson is not None:
            self.query_one(ReviewPane).open_step()
            return
        finding = self._chosen_finding()
        control = self.desk.control_of(finding) if finding else ""
        if not control:
            self.refused("Choisissez d’abord un constat à reprendre ; celui-ci n’a pas d’indice.")
            return
        self.attempt(self._hint(control, finding.hint if finding else ""))

    async def _hint(self, control: str, shown: str) -> None:
        """The next hint that says something new: the first one may be the next step already shown."""
        await self.sitting.play(commands.AskHint(control))
        if self.desk.opened_hints(control)[-1] == shown and self.desk.hints_left(control):
            await self.sitting.play(commands.AskHint(control))
        self.query_one(ReviewPane).show_chosen()

    def action_again(self) -> None:
        """A new version."""
        if self.desk.state.exam:
            self.refused("En examen, il n’y a qu’une version. Échap : revenir à l’accueil.")
        else:
            self.travel(self.coach_app.go("redaction"))

    def action_finish(self) -> None:
        """Close the session."""
        if self.desk.state.over:
            self.refused("Cette séance est déjà close. Son bilan reste ici.")
            return
        self.app.push_screen(
            Confirm(
                "Clore la séance ? Son bilan reste, les indices se ferment.",
                "Clore",
                "Garder ouverte",
                careful=True,
            ),
            lambda yes: self.attempt(self._finish()) if yes else None,
        )

    async def _finish(self) -> None:
        await self.sitting.play(commands.Finish())
        self.refresh_bindings()
        self.coach_app.tell("Séance close. Échap : accueil.")
        self.query_one(ReviewPane).show_chosen()

    def action_report(self) -> None:
        """A document to keep, print or hand over."""
        if self.review is None:
            self.refused("Rien n’est relu pour l’instant : remettez d’abord un document (F6).")
            return
        version = self.desk.state.version()
        place = self.desk.folder / f"bilan-version-{version}.docx"
        self.app.push_screen(
            AskLine(
                "Où écrire le rapport ? (.docx pour Word, .html pour une page web)", str(place), "Écrire"
            ),
            lambda typed: self.attempt(self._report(typed)) if typed else None,
        )

    async def _report(self, typed: str) -> None:
        assert self.review is not None
        found = paths_in(typed)
        path = Path(found[0] if found else typed).expanduser()
        written = await self.in_thread(self.sitting.coach.write_report, self.review, path, desk=self.desk)
        self.coach_app.tell(f"Rapport écrit : {written}")

    def action_what_if(self) -> None:
        """Play again from the chosen turn, on a branch that keeps the first session."""
        entry = self.query_one(ReviewPane).chosen
        if entry is None or entry.turn is None:
            self.refused("Choisissez d’abord un tour, en bas de la liste : « L’échange, tour par tour ».")
            return
        before = entry.turn.n
        self.app.push_screen(
            Confirm(
                "Reprendre l’échange à partir d’ici ? Cette séance reste telle quelle.",
                "Reprendre",
                "Rester ici",
            ),
            lambda sure: self.travel(self.coach_app.branch(self.desk, before)) if sure else None,
        )

    def action_meant(self) -> None:
        """Say what the chosen sentence asked for."""
        entry = self.query_one(ReviewPane).chosen
        turn = entry.turn if entry is not None else None
        if turn is None or (self.desk.state.exam and not self.desk.state.over):
            self.refused("Choisissez d’abord un tour, en bas de la liste : « L’échange, tour par tour ».")
            return
        topics = self.desk.stage.topics(turn.who)
        self.app.push_screen(
            Pick(f"« {turn.said} » demandait :", [fact.porte_sur for fact in topics]),
            lambda number: self.attempt(self._meant(turn.said, topics[number - 1].id)) if number else None,
        )

    async def _meant(self, said: str, fact: str) -> None:
        await self.in_thread(self.sitting.coach.keep_phrase, self.desk, said, fact)
        self.coach_app.tell(
            "C’est noté. Le formateur pourra l’ajouter au scénario avec « scenario phrases »."
        )

    def action_verdict(self) -> None:
        """A trainer's word on the chosen finding."""
        from ascom_coach.tui.verdict import VerdictForm

        finding = self._chosen_finding()
        if finding is None:
            self.refused("Choisissez d’abord un constat dans la liste.")
            return
        self.app.push_screen(
            VerdictForm(finding, self._opinion(finding)),
            lambda given: self.attempt(self._verdict(given)) if given else None,
        )

    def _opinion(self, finding: Finding) -> str:
        """The model's answer on a finding, as a reason that a trainer may make their own."""
        from ascom_coach.review import appreciations

        items = appreciations(self.review) if self.review is not None else []
        mine = (one for one in items if one["control"] == finding.id and one["outcome"] == "avis")
        return next((f"appréciation adoptée : « {one['answer']} » ({one['model']})" for one in mine), "")

    async def _verdict(self, given: object) -> None:
        from ascom_coach.review import TrainerVerdict

        assert isinstance(given, TrainerVerdict)
        await self.in_thread(self.sitting.coach.with_verdict, self.desk, given)
        await self._review()
        self.coach_app.tell("L’avis du formateur est gardé à côté du constat.")
