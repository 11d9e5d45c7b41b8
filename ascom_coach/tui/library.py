"""Référentiel: search as one types, or go through the text bloc by bloc; what the text lacks is said."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from ascom_coach.tui.base import CoachScreen, Plain, listed
from ascom_coach.tui.desktop import paths_in
from ascom_coach.tui.dialogs import AskLine, Pick
from ascom_coach.tui.keys import bindings
from ascom_coach.tui.passage_card import KINDS, cut, lesson_content, passage_content, training_content

if TYPE_CHECKING:
    from ascom_coach.retrieval import Answer, Found
    from ascom_coach.retrieval.course import CoursePassage

DEBOUNCE = 0.3
"""Seconds without typing before a search."""

_ABSENCES = {3: ("criteres_bloc3",), 2: ("mise_en_forme_bloc2",)}


class Library(CoachScreen):
    """The question on top, results on the left, the passage whole on the right."""

    PLACE = "referentiel"
    BINDINGS = bindings("referentiel")
    AUTO_FOCUS = "#question"

    def __init__(self, bloc: int | None = None, question: str = "") -> None:
        super().__init__()
        self.bloc = bloc
        self.question = question
        self.answer: Answer | None = None
        self.sent = ""
        self.shows: list[Callable[[], Content] | None] = []
        self.passages: dict[int, str] = {}

    def heading(self) -> str:
        """Name of the screen."""
        return "Le référentiel du titre ASCOM"

    def next_action(self) -> str:
        """What to do now."""
        return "Posez une question avec vos mots, ou parcourez la liste (↓). Entrée : lire le passage."

    def body(self) -> ComposeResult:
        """Question, list, passage."""
        yield Input(
            placeholder="Par exemple : quels documents pour un client mécontent ?",
            id="question",
            compact=True,
        )
        yield Plain("", id="reponse")
        with Horizontal(id="bibliotheque"):
            yield OptionList(listed("Un instant…", disabled=True), id="passages", markup=False)
            with VerticalScroll(id="passage", can_focus=True):
                yield Plain("", id="passage-texte")

    def on_mount(self) -> None:
        """Begin with the whole text."""
        self.query_one("#reponse").display = False
        work = self._search(self.question) if self.question else self._browse()
        self.attempt(work, group="recherche", exclusive=True)
        self.attempt(self._prepare(), group="index")

    async def _prepare(self) -> None:
        from ascom_coach.searching import prepare

        if self.coach_app.coach is not None:
            await self.in_thread(prepare, self.coach_app.coach)

    @on(Input.Changed, "#question")
    def _typed(self, event: Input.Changed) -> None:
        self.sent = ""
        work = self._search(event.value.strip()) if event.value.strip() else self._browse()
        self.attempt(work, group="recherche", exclusive=True)

    async def _search(self, question: str) -> None:
        quick = question != self.sent  # words still being typed are for no model
        if quick:
            await asyncio.sleep(DEBOUNCE)
        answer = await self.in_thread(self.coach_app.loaded.ask, question, k=8, quick=quick)
        self._show_answer(answer)

    def _show_answer(self, answer: Answer) -> None:
        self.answer = answer
        self._word()
        said = self.query_one("#reponse", Plain)
        said.display = True
        said.update(answer.answer)
        entries: list[Option] = []
        self.shows, self.passages = [], {}
        if answer.choices:
            self._title(entries, "Vouliez-vous parler de ?")
        for choice in answer.choices:
            self._entry(entries, f"{choice.id} · {choice.label}", choice.id)
        if answer.passages:
            self._title(entries, "Passages" if answer.answered else "Passages les plus proches")
        for found in answer.passages:
            self._entry(entries, f"{'/'.join(found.ids)} · {found.passage.shown}", found.passage.id, found)
        if answer.course:
            self._title(entries, "Votre cours (non officiel)")
        for lesson in answer.course:
            self._lesson(entries, lesson)
        self._list(entries)

    async def _browse(self) -> None:
        from ascom_coach.referential import load_referential

        referential = await self.in_thread(load_referential)
        self.query_one("#reponse").display = False
        entries: list[Option] = []
        self.shows, self.passages = [], {}
        blocs: tuple[int | None, ...] = (1, 2, 3, None)
        if self.bloc is not None:
            blocs = (self.bloc, *[bloc for bloc in blocs if bloc != self.bloc])
        for bloc in blocs:
            self._title(entries, f"BLOC {bloc}" if bloc else "LE TITRE")
            passages = [passage for passage in referential.passages if passage.bloc == bloc]
            for code in _ABSENCES.get(bloc or 0, ()) if bloc else ("ponderation", "note_de_passage", "duree"):
                self._absence(entries, code)
            for kind, name in KINDS.items():
                some = [passage for passage in passages if passage.kind == kind]
                if some:
                    self._title(entries, name)
                for passage in some:
                    self._entry(entries, f"{passage.id} · {passage.shown}", passage.id)
            if bloc == 3:
                self._title(entries, "Repère de formation, non officiel")
                for criterion in referential.criteria(3):
                    self._unofficial(entries, criterion.id, criterion.label)
        self._list(entries)

    def _title(self, entries: list[Option], words: str) -> None:
        entries.append(listed(Content.styled(words, "bold"), disabled=True))
        self.shows.append(None)

    def _entry(self, entries: list[Option], label: str, passage_id: str, found: Found | None = None) -> None:
        entries.append(listed(cut(label)))
        self.passages[len(self.shows)] = passage_id
        self.shows.append(lambda: passage_content(passage_id, found))

    def _lesson(self, entries: list[Option], lesson: CoursePassage) -> None:
        entries.append(listed(cut(f"{lesson.file} · {lesson.place}")))
        self.shows.append(lambda: lesson_content(lesson))

    def _absence(self, entries: list[Option], code: str) -> None:
        from ascom_coach.referential import absence

        sentence = absence(code).sentence
        entries.append(listed(cut(f"! {sentence}")))
        self.shows.append(lambda: Content.assemble(("Ce que le texte ne dit pas\n\n", "bold"), sentence))

    def _unofficial(self, entries: list[Option], name: str, label: str) -> None:
        entries.append(listed(cut(f"{name} · {label}")))
        self.shows.append(
            lambda: Content.assemble((f"{name} · {label}\n\n", "bold"), "Repère de formation, non officiel.")
        )

    def _list(self, entries: list[Option]) -> None:
        options = self.query_one("#passages", OptionList)
        options.clear_options()
        options.add_options(entries)
        options.highlighted = next((i for i, show in enumerate(self.shows) if show is not None), None)

    @on(OptionList.OptionHighlighted, "#passages")
    def _shown(self, event: OptionList.OptionHighlighted) -> None:
        at = event.option_index
        show = self.shows[at] if at < len(self.shows) else None
        if show is None:
            return
        text = show()
        self.query_one("#passage-texte", Plain).update(text)
        self.query_one("#passage").scroll_home(animate=False)
        if at in self.passages:
            self.attempt(self._train(self.passages[at], text), group="scenarios", exclusive=True)

    async def _train(self, passage_id: str, text: Content) -> None:
        """Add the scenarios that train the passage once they are read."""
        from ascom_coach.referential import load_referential

        if not load_referential().row(passage_id):
            return
        cards = await self.in_thread(self.coach_app.loaded.training, passage_id)
        self.query_one("#passage-texte", Plain).update(text + training_content(cards))

    @on(OptionList.OptionSelected, "#passages")
    def _read(self) -> None:
        self.query_one("#passage").focus()

    @on(Input.Submitted, "#question")
    def _to_results(self) -> None:
        self.query_one("#passages").focus()
        self.sent = self.query_one("#question", Input).value.strip()
        if self.sent and self._with_model():
            self.attempt(self._search(self.sent), group="recherche", exclusive=True)
        else:
            self._word()

    def _with_model(self) -> bool:
        from ascom_coach.searching import uses_model

        return self.coach_app.coach is not None and uses_model(self.coach_app.coach)

    def _word(self) -> None:
        """Ask a model for two sentences once a question was sent with Enter and its answer is there."""
        if self.answer is not None and self.answer.answered and self.answer.question == self.sent:
            self.attempt(self._phrase(self.answer), group="phrase", exclusive=True)

    async def _phrase(self, answer: Answer) -> None:
        """A model's two sentences above the answer, when there is a model and they stand."""
        worded = (await self.in_thread(self.coach_app.loaded.phrase, answer)).phrased
        if worded and self.answer is answer:
            mark = f"(mis en mots par {worded['model']}, à vérifier dans les passages)"
            self.query_one("#reponse", Plain).update(f"{worded['text']}\n{mark}\n\n{answer.answer}")

    def on_key(self, event: object) -> None:
        """The down arrow goes from the question to the list."""
        if getattr(event, "key", "") == "down" and isinstance(self.focused, Input):
            self.query_one("#passages").focus()

    def action_search(self) -> None:
        """To the question."""
        self.query_one("#question").focus()

    def action_copy_passage(self) -> None:
        """The passage, word for word with its place, to the clipboard."""
        from ascom_coach.referential import load_referential

        at = self.query_one("#passages", OptionList).highlighted
        name = self.passages.get(-1 if at is None else at)
        if name is None:
            self.refused("Choisissez d’abord un passage dans la liste.")
            return
        passage = load_referential().passage(name)
        self.app.copy_to_clipboard(f"« {passage.shown} » (référentiel ASCOM, {name})")
        self.say_next(f"{name} est copié\u00a0: collez-le où vous voulez.")

    def action_add_course(self) -> None:
        """A document of the trainer's, beside the official text."""
        self.app.push_screen(
            AskLine(
                "Quel document ajouter à la recherche\u00a0? Collez son chemin, ou celui d’un dossier "
                "(.docx, .odt, .pptx, .pdf, .md, .txt). Il ne sera jamais montré comme officiel.",
                button="Ajouter",
            ),
            lambda typed: self.attempt(self._add_course(typed), group="cours") if typed else None,
        )

    async def _add_course(self, typed: str) -> None:
        places = [Path(one).expanduser() for one in paths_in(typed) or [typed]]
        self.say_next("Lecture de votre cours…")
        done = await self.in_thread(self.coach_app.loaded.add_course, places, self._progress)
        self.say_next()
        for one in done:
            self.coach_app.tell(one.sentence)
        if not done:
            self.refused(
                "Ce dossier ne contient aucun document à ajouter (.docx, .odt, .pptx, .pdf, .md, .txt)."
            )

    def _progress(self, done: int, total: int, name: str) -> None:
        if name:
            self.app.call_from_thread(
                self.say_next, f"Lecture de votre cours\u00a0: {done + 1}/{total}, {name}"
            )

    def action_remove_course(self) -> None:
        """One of the files of the course goes."""
        self.attempt(self._remove_course(), group="cours")

    async def _remove_course(self) -> None:
        files = await self.in_thread(self.coach_app.loaded.course_files)
        if not files:
            self.refused("Aucun cours n’est ajouté\u00a0: F7 en ajoute un.")
            return
        names = [f"{one.name} ({one.passages} passages)" for one in files]
        choice = await self.app.push_screen_wait(Pick("Quel cours retirer de la recherche\u00a0?", names))
        if choice:
            gone = await self.in_thread(self.coach_app.loaded.remove_course, [files[choice - 1].path])
            self.coach_app.tell(
                f"«\u00a0{gone[0]}\u00a0» est retiré de vos cours. Votre fichier reste en place."
            )

    def action_browse(self) -> None:
        """The whole text again."""
        self.query_one("#question", Input).value = ""
        self.query_one("#passages").focus()
