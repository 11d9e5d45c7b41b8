"""Brouillon: somebody comes with a file; what it is, the instruction received if any, and the review."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Button, Input, Select, TextArea

from ascom_coach.instructions import typed_instruction
from ascom_coach.referential import BLOCS, load_referential
from ascom_coach.review import Instruction, read_instruction
from ascom_coach.tui.base import CoachScreen, Plain
from ascom_coach.tui.desktop import paths_in
from ascom_coach.tui.keys import bindings
from ascom_coach.tui.older import ready
from ascom_coach.tui.review_pane import ReviewPane, review_entries
from ascom_coach.tui.writing import PathInput

if TYPE_CHECKING:
    from collections.abc import Callable

    from ascom_coach.review import Review


class Draft(CoachScreen):
    """Three short questions, then the review."""

    PLACE = "brouillon"
    BINDINGS = bindings("brouillon")
    AUTO_FOCUS = "#fichier"

    def heading(self) -> str:
        """Name of the screen."""
        return "Relire un brouillon"

    def next_action(self) -> str:
        """What to do now."""
        return "Indiquez votre fichier, dites ce que c’est, puis F8. La consigne reçue aide à mieux relire."

    def body(self) -> ComposeResult:
        """File, kind, instruction."""
        referential = load_referential()
        kinds = [("Je ne sais pas : devinez, et dites-moi pourquoi", "")]
        for bloc in BLOCS:
            kinds.append((f"Bloc {bloc}, sans préciser", f"bloc:{bloc}"))
            for item in referential.productions(bloc):
                kinds.append((f"{item.id} · {item.label}", item.id))
        with VerticalScroll(id="brouillon", can_focus=False):
            yield Plain("1. Votre fichier (texte, Word, classeur, message…)")
            yield PathInput(placeholder="Glissez-le ici, ou tapez son chemin", id="fichier", compact=True)
            yield Plain("2. Ce que c’est", classes="question")
            yield Select(
                kinds, prompt="Choisissez", value="", allow_blank=False, id="production", compact=True
            )
            yield Plain("3. La consigne reçue, si vous l’avez (facultatif)", classes="question")
            yield TextArea(
                id="consigne", placeholder="Collez-la ici, ou glissez son fichier.", tab_behavior="focus"
            )
            yield Button("Relire mon brouillon", id="relire", variant="primary", compact=True)

    @on(Input.Submitted, "#fichier")
    @on(Button.Pressed, "#relire")
    def action_review(self) -> None:
        """Review it."""
        self.attempt(self._review(), group="relecture", exclusive=True)

    async def _review(self) -> None:
        paths = [Path(name).expanduser() for name in paths_in(self.query_one("#fichier", Input).value)]
        if not paths:
            self.refused(
                "Indiquez d’abord votre fichier : glissez-le sur la première ligne, ou tapez son chemin."
            )
            return
        paths = await ready(self, paths)
        kind = str(self.query_one("#production", Select).value)
        bloc = int(kind.removeprefix("bloc:")) if kind.startswith("bloc:") else None
        production = kind if kind and bloc is None else None
        typed = self.query_one("#consigne", TextArea).text
        self.say_next("Je relis votre brouillon…")
        try:
            asked = await self.in_thread(typed_instruction, typed)

            def again(instruction: Instruction | str) -> Review:
                return self.coach_app.loaded.review_files(
                    paths, production=production, bloc=bloc, instruction=instruction, note=True
                )

            review = await self.in_thread(again, asked)
            read = read_instruction(asked) if isinstance(asked, str) and asked.strip() else asked
        finally:
            self.say_next()
        if review.refused and not review.files:
            self.refused(" ".join(str(item.get("reason", "")) for item in review.refused))
            return
        await self.coach_app.visit(
            DraftReview(review, read if isinstance(read, Instruction) else None, again)
        )

    def action_library(self) -> None:
        """The référentiel."""
        self.attempt(self._library())

    async def _library(self) -> None:
        from ascom_coach.tui.library import Library

        await self.coach_app.visit(Library())


class DraftReview(CoachScreen):
    """What a jury would say of a draft."""

    PLACE = "relecture"
    BINDINGS = bindings("relecture")
    AUTO_FOCUS = "#constats"

    def __init__(
        self,
        review: Review,
        instruction: Instruction | None = None,
        again: Callable[[Instruction], Review] | None = None,
    ) -> None:
        super().__init__()
        self.review, self.instruction, self.again = review, instruction, again

    def heading(self) -> str:
        """The files that were read."""
        return "Relecture : " + ", ".join(Path(item.get("path", "")).name for item in self.review.files)

    def next_action(self) -> str:
        """What to do now."""
        if self.instruction is not None and not self.instruction.confirmed:
            return "Vérifiez ce que j’ai lu dans la consigne : F6. Échap puis F8 : relire un fichier corrigé."
        return "Commencez par vos priorités, corrigez votre fichier, puis Échap et F8 pour le relire. F7 : rapport."

    def body(self) -> ComposeResult:
        """List and detail."""
        yield ReviewPane()

    def on_mount(self) -> None:
        """Fill it."""
        self._fill()
        if self.review.prose:
            self.attempt(self._appraise(), group="appreciation", exclusive=True)

    def _fill(self) -> None:
        pane = self.query_one(ReviewPane)
        pane.fill(review_entries(self.review, opened=pane.opened))

    async def _appraise(self) -> None:
        """A model's opinion of the prose arrives after the rest, beside it."""
        appraised = await self.in_thread(self.coach_app.loaded.appraise, self.review)
        if appraised is not self.review:
            self.review = appraised
            self._fill()
            self.coach_app.tell(
                "Le modèle a donné son appréciation\u00a0: elle est au pied du critère de rédaction."
            )

    def action_demands(self) -> None:
        """What was read in the instruction, to be corrected."""
        if self.instruction is None or self.again is None:
            self.refused("Aucune consigne n’a été donnée : Échap, puis collez-la sous votre fichier.")
            return
        from ascom_coach.tui.demands import Demands

        self.attempt(self.coach_app.visit(Demands(self.instruction, self._corrected)))

    def _corrected(self, instruction: Instruction) -> None:
        self.instruction = instruction
        self.attempt(self._read_again(instruction), group="relecture", exclusive=True)

    async def _read_again(self, instruction: Instruction) -> None:
        assert self.again is not None
        self.say_next("Je relis avec votre liste…")
        try:
            self.review = await self.in_thread(self.again, instruction)
        finally:
            self.say_next()
        self._fill()
        self.coach_app.tell("C’est relu avec votre liste.")

    def action_step(self) -> None:
        """The next step of the chosen rule of French."""
        if not self.query_one(ReviewPane).open_step():
            self.refused(
                "Choisissez d’abord une règle de français, en bas de la liste, qui ait encore une étape."
            )

    def action_report(self) -> None:
        """A document to keep."""
        from ascom_coach.tui.dialogs import AskLine

        first = (
            Path(self.review.files[0].get("path", "brouillon")) if self.review.files else Path("brouillon")
        )
        place = first.with_name(f"{first.stem}-relecture.docx").expanduser().absolute()
        self.app.push_screen(
            AskLine(
                "Où écrire le rapport ? (.docx pour Word, .html pour une page web)", str(place), "Écrire"
            ),
            lambda typed: self.attempt(self._report(typed)) if typed else None,
        )

    async def _report(self, typed: str) -> None:
        found = paths_in(typed)
        path = Path(found[0] if found else typed).expanduser()
        written = await self.in_thread(self.coach_app.loaded.write_report, self.review, path)
        self.coach_app.tell(f"Rapport écrit : {written}")
