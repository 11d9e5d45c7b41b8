"""Entretien: the instruction said at its pace, the conversation, notes beside it."""

from __future__ import annotations

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Button, Input, TextArea

from ascom_coach.rehearsal import Event, commands
from ascom_coach.tui.base import Plain, readable
from ascom_coach.tui.dialogs import Confirm, Pick
from ascom_coach.tui.dialogue import Dialogue, Line, lines_of
from ascom_coach.tui.keys import bindings
from ascom_coach.tui.sitting import Sitting
from ascom_coach.tui.stage_screen import StageScreen
from ascom_coach.tui.words import count

NOTES_DELAY = 1.5
"""Seconds without typing after which notes are kept."""


class SayInput(Input):
    """One line to speak; a paste of several lines is kept whole."""

    def _on_paste(self, event: events.Paste) -> None:
        self.insert_text_at_cursor(readable(" ".join(event.text.splitlines())))
        event.stop()
        event.prevent_default()


class Interview(StageScreen):
    """Listen, ask, note."""

    PLACE = "entretien"
    BINDINGS = bindings("entretien")
    AUTO_FOCUS = "#parole"

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        self.waiting: list[Line] = []
        self._speech: Timer | None = None
        self._notes: Timer | None = None
        self._kept_notes = readable(self.desk.state.notes)
        self._busy = False

    @property
    def moment(self) -> str:
        """Where the session is, even when one only comes back to read."""
        return self.desk.place()

    def body(self) -> ComposeResult:
        """Dialogue and notes side by side, the line to speak below."""
        with Horizontal(id="scene"):
            with Vertical(id="gauche"):
                yield Dialogue(id="dialogue")
                yield Plain("", id="oral")
            with Vertical(id="droite"):
                yield TextArea(
                    self._kept_notes,
                    id="notes",
                    placeholder="Notez ici ce que vous retenez.",
                    tab_behavior="focus",
                )
        yield Horizontal(id="choix")
        with Horizontal(id="ligne-parole"):
            yield Plain("", id="a-qui")
            yield SayInput(placeholder="Ce que vous dites, puis Entrée", id="parole", compact=True)

    def on_mount(self) -> None:
        """Show what was said, then say what was not."""
        super().on_mount()
        notes = self.query_one("#notes", TextArea)
        notes.border_title = "Vos notes (F3)"
        notes.move_cursor(notes.document.end)
        self.query_one("#oral").display = False
        recorded = lines_of(self.sitting, self.desk.rehearsal.events)
        self._dialogue.add(
            [line for line in recorded if line.n <= self.sitting.spoken and self._may_stay(line)]
        )
        self._deliver([line for line in recorded if line.n > self.sitting.spoken])
        self._refresh()

    @property
    def _dialogue(self) -> Dialogue:
        return self.query_one("#dialogue", Dialogue)

    def _may_stay(self, line: Line) -> bool:
        """In exam mode an instruction does not stay on the screen."""
        state = self.desk.state
        return state.exam_transcript or not (line.instruction and state.exam)

    # Saying things at their pace

    def _deliver(self, lines: list[Line]) -> None:
        self.waiting += lines
        if self.waiting and self._speech is None:
            self._say_one()

    def _say_one(self) -> None:
        """The next line; an instruction lasts as long as its words."""
        self._speech = None
        settings = self.sitting.coach.settings
        while self.waiting:
            line = self.waiting.pop(0)
            self.sitting.spoken = max(self.sitting.spoken, line.n)
            stays = self._may_stay(line)
            if stays:
                self._dialogue.add([line])
            else:
                self._aloud(Content.assemble((f"{line.who} : ", "bold"), line.text))
            if line.instruction and not (settings.instant_speech and stays):
                seconds = max(1.0, len(line.text.split()) / settings.words_per_minute * 60)
                self._speech = self.set_timer(seconds, self._say_one)
                break
        else:
            self._aloud(Content(""))
        self._refresh()

    def _aloud(self, words: Content) -> None:
        """Words that do not stay."""
        oral = self.query_one("#oral", Plain)
        oral.update(words)
        oral.display = bool(words)

    @property
    def speaking(self) -> bool:
        """Whether somebody is still saying the instruction."""
        return self._speech is not None

    def next_action(self) -> str:
        """What to do now."""
        state = self.desk.state
        if self.speaking:
            skip = "" if state.exam else " Entrée : phrase suivante."
            return f"Écoutez et notez (F3 : vos notes).{skip}"
        if state.over:
            return "La séance est terminée. F6 : le bilan."
        if not self.desk.present():
            return "Personne à qui parler ici. F6 : étape suivante. F7 : écrire et remettre."
        if state.pending:
            return "Précisez : tapez le numéro de votre choix, puis Entrée (ou cliquez)."
        if self.desk.place() == "consigne":
            left = self.desk.hearings_left()
            again = (
                f"F5 : réécouter ({count(left, 'écoute restante', 'écoutes restantes')})"
                if left
                else "Plus d’écoute possible"
            )
            return f"Demandez ce qui manque. {again}. F6 : étape suivante."
        if state.misses >= 2 and not state.exam:
            return "On ne vous comprend pas : dites-le autrement, ou F4 pour voir les sujets."
        return "Parlez avec vos mots, puis Entrée. Quand tout est dit, prenez congé, puis F6."

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys that lead nowhere now are not offered."""
        if action == "hear_again":
            return self.desk.hearings_left() > 0
        if action == "topics":
            return not self.desk.state.exam and bool(self.desk.present())
        if action == "address":
            return len(self.desk.present()) > 1
        return True

    def _refresh(self) -> None:
        self.refresh_bindings()
        self.say_next()
        self.show_steps()
        state = self.desk.state
        people = self.desk.present()
        to = state.speaking_to if state.speaking_to in people else people[0] if people else ""
        others = " (F8)" if len(people) > 1 else ""
        self.query_one("#a-qui", Plain).update(f"À {self.sitting.name_of(to)}{others} :" if to else "")
        self.query_one("#ligne-parole").display = bool(people)
        row = self.query_one("#choix", Horizontal)
        row.remove_children()
        if state.pending and people and not self.speaking:
            row.mount_all(
                [
                    Button(Content(f"{i} {label}"), name=str(i), classes="precision", compact=True)
                    for i, label in enumerate(state.pending_labels, 1)
                ]
            )
        row.display = bool(state.pending and people and not self.speaking)

    # Speaking

    @on(Input.Submitted, "#parole")
    def _spoken(self, event: Input.Submitted) -> None:
        text = event.value.strip()
        if self.speaking:
            if not text and not self.desk.state.exam and self._speech is not None:
                self._speech.stop()
                self._say_one()
            elif text:
                self.refused("Laissez finir la phrase : votre question reste dans la ligne.")
            return
        if not text or self._busy:
            return
        pending = self.desk.state.pending
        if text.isdigit() and pending:
            self.attempt(self._play(commands.Choose(int(text)), clear=True))
        else:
            self.attempt(self._play(commands.Say(text), clear=True))

    @on(Button.Pressed, ".precision")
    def _precise(self, event: Button.Pressed) -> None:
        self.attempt(self._play(commands.Choose(int(event.button.name or 1))))

    async def _play(self, command: commands.Command, *, clear: bool = False) -> None:
        line = self.query_one("#parole", Input)
        self._busy = True
        try:
            happened = await self.sitting.play(command)
            if clear:
                line.value = ""
        finally:
            self._busy = False
        await self.happened(happened)
        if self.focused is None or isinstance(self.focused, Button):
            line.focus()

    async def happened(self, events: list[Event]) -> None:
        """Show what is now on disk."""
        self._deliver(lines_of(self.sitting, events))
        self._refresh()

    # Keys

    def action_notes(self) -> None:
        """To the notes and back."""
        notes = self.query_one("#notes", TextArea)
        (self.query_one("#parole", Input) if notes.has_focus else notes).focus()

    def action_hear_again(self) -> None:
        """The instruction once more."""
        if not self.speaking:
            self.attempt(self._play(commands.HearAgain()))

    def action_topics(self) -> None:
        """What this person can speak about; opening the list is kept as a help."""
        if not self.speaking:
            self.attempt(self._topics())

    async def _topics(self) -> None:
        await self.happened(await self.sitting.play(commands.ShowTopics()))
        state = self.desk.state
        people = self.desk.present()
        who = state.speaking_to if state.speaking_to in people else people[0]
        labels = [fact.porte_sur for fact in self.desk.stage.topics(who)]
        if not labels:
            self.refused(f"{self.sitting.name_of(who)} n’a rien de plus à vous apprendre.")
            return
        self.app.push_screen(
            Pick(f"De quoi voulez-vous parler à {self.sitting.name_of(who)} ?", labels),
            lambda number: self.attempt(self._play(commands.AskTopic(number))) if number else None,
        )

    def action_address(self) -> None:
        """Somebody else."""
        people = self.desk.present()
        if len(people) < 2:
            self.refused("Il n’y a pas d’autre personne à qui parler dans cette étape.")
            return
        names = [self._title(who) for who in people]
        self.app.push_screen(
            Pick("À qui voulez-vous parler ?", names),
            lambda number: self.attempt(self._play(commands.Address(people[number - 1]))) if number else None,
        )

    def _title(self, who: str) -> str:
        person = self.desk.stage.character(who)
        return f"{person.nom}, {person.role}" if person.role else person.nom

    def action_forward(self) -> None:
        """On to the next step, after one question when something closes behind."""
        if self.desk.state.over:
            self.travel(self.coach_app.go("bilan"))
        elif self.desk.stage.following(self.desk.state.step) is None:
            self.action_write()
        elif self.desk.present():
            names = " et ".join(self.sitting.name_of(who) for who in self.desk.present())
            self.app.push_screen(
                Confirm(
                    f"Passer à l’étape suivante ? Vous ne pourrez plus interroger {names} ici.",
                    "Étape suivante",
                    "Rester",
                ),
                lambda yes: self.travel(self.next_step()) if yes else None,
            )
        else:
            self.travel(self.next_step())

    # Notes

    @on(TextArea.Changed, "#notes")
    def _noted(self) -> None:
        if self._notes is not None:
            self._notes.stop()
        self._notes = self.set_timer(NOTES_DELAY, lambda: self.attempt(self._keep_notes(), group="notes"))

    async def _keep_notes(self) -> None:
        text = self.query_one("#notes", TextArea).text
        if text != self._kept_notes:
            await self.sitting.play(commands.Note(text))
            self._kept_notes = text

    async def leave(self) -> None:
        """Keep the notes, and what is left to say counts as said."""
        if self._notes is not None:
            self._notes.stop()
        await self._keep_notes()
