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
from ascom_coach.tui.delivery import Delivery
from ascom_coach.tui.dialogs import Confirm, Pick
from ascom_coach.tui.dialogue import Dialogue, Line, lines_of
from ascom_coach.tui.keys import bindings
from ascom_coach.tui.messages import Underway
from ascom_coach.tui.sitting import Sitting
from ascom_coach.tui.words import count

NOTES_DELAY = 1.5
"""Seconds without typing after which notes are kept."""


class SayInput(Input):
    """One line to speak; a paste of several lines is kept whole."""

    def _on_paste(self, event: events.Paste) -> None:
        self.insert_text_at_cursor(readable(" ".join(event.text.splitlines())))
        event.stop()
        event.prevent_default()


class Interview(Delivery):
    """Listen, ask, note."""

    PLACE = "entretien"
    BINDINGS = bindings("entretien")
    AUTO_FOCUS = "#parole"

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
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
        notes = self.query_one("#notes", TextArea)
        notes.border_title = "Vos notes (F3)"
        notes.move_cursor(notes.document.end)
        self.query_one("#oral").display = False
        if self.desk.rehearsal.voice is not None:
            self.desk.rehearsal.live = self._passing
        recorded = lines_of(self.sitting, self.desk.rehearsal.events)
        self._dialogue.add(
            [line for line in recorded if line.n <= self.sitting.spoken and self._may_stay(line)]
        )
        self.deliver([line for line in recorded if line.n > self.sitting.spoken])
        self.refresh_all()

    def next_action(self) -> str:
        """What to do now."""
        state = self.desk.state
        if self.speaking:
            return self.listening_line()
        if self._busy and self.desk.rehearsal.voice is not None:
            return "On vous répond… Entrée : ne plus attendre le modèle."
        if state.over:
            return "La séance est terminée. F6 : le bilan."
        if not self.desk.present():
            return "Personne à qui parler ici. F6 : étape suivante. F7 : écrire et remettre."
        if len(state.pending) == 1:
            return "Répondez par oui ou par non, puis Entrée (ou cliquez)."
        if state.pending:
            return "Précisez : tapez le numéro de votre choix, puis Entrée (ou cliquez)."
        if state.misses >= 2 and not state.exam:
            return "On ne vous comprend pas : dites-le autrement, ou F4 pour voir les sujets."
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
            return self.desk.hearings_left() > 0 or self.coach_app.aloud.can_repeat()
        if action == "topics":
            return not self.desk.state.exam and bool(self.desk.present())
        if action == "address":
            return len(self.desk.present()) > 1
        return True

    def refresh_all(self) -> None:
        """Keys, the line that says what to do, whom one speaks to, the choices offered."""
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
            row.mount_all(self._answers())
        row.display = bool(state.pending and people and not self.speaking)

    def _answers(self) -> list[Button]:
        """A button for each thing that may be meant, or « oui » and « non » when there is only one."""
        labels = self.desk.state.pending_labels
        if len(labels) == 1:
            named = [("1", f"Oui, {labels[0]}"), ("Non", "Non, autre chose")]
        else:
            named = [(str(i), f"{i} {label}") for i, label in enumerate(labels, 1)]
        return [Button(Content(words), name=name, classes="precision", compact=True) for name, words in named]

    # Speaking

    @on(Input.Submitted, "#parole")
    def _spoken(self, event: Input.Submitted) -> None:
        text = event.value.strip()
        if self.speaking:
            if text:
                self.refused("Laissez finir la phrase : votre question reste dans la ligne.")
            else:
                self.skip_sentence()
            return
        if self._busy:
            if text:
                self.refused("Laissez finir la phrase : votre question reste dans la ligne.")
            else:
                self.desk.rehearsal.hush()
            return
        pending = self.desk.state.pending
        if not text and self.desk.place() == "echanges" and self.desk.present() and not pending:
            text = "…"
        if not text:
            return
        if text.isdecimal() and pending:
            self.attempt(self._play(commands.Choose(int(text)), clear=True))
        else:
            self.attempt(self._play(commands.Say(text), clear=True))

    def _passing(self, lines: tuple[tuple[str, str], ...]) -> None:
        """From the thread that plays: what has been said of a turn so far."""
        self.post_message(Underway(self.desk.state.n, lines))

    @on(Underway)
    def _said_so_far(self, message: Underway) -> None:
        if self._busy and message.after == self.desk.state.n:
            names = [(self.sitting.name_of(who), text) for who, text in message.lines]
            self._dialogue.under_way([Line(0, name, text, mine=name == "Vous") for name, text in names])

    @on(Button.Pressed, ".precision")
    def _precise(self, event: Button.Pressed) -> None:
        name = event.button.name or "1"
        self.attempt(self._play(commands.Choose(int(name)) if name.isdecimal() else commands.Say(name)))

    async def _play(self, command: commands.Command, *, clear: bool = False) -> None:
        line = self.query_one("#parole", Input)
        typed = line.value if clear else ""
        self._busy = True
        if clear:
            line.value = ""
        if isinstance(command, commands.Say) and self.desk.rehearsal.voice is not None:
            self._dialogue.under_way([Line(0, "Vous", command.text, mine=True)])
        self.say_next()
        try:
            happened = await self.sitting.play(command)
        except BaseException:
            self._busy = False
            line.value = typed + line.value
            self._dialogue.settle()
            self.say_next()
            raise
        self._busy = False
        with self.app.batch_update():
            self._dialogue.settle()
            await self.happened(happened)
        if self.focused is None or isinstance(self.focused, Button):
            line.focus()

    async def happened(self, events: list[Event]) -> None:
        """Show what is now on disk."""
        self.deliver(lines_of(self.sitting, events))
        self.refresh_all()

    # Keys

    def action_notes(self) -> None:
        """To the notes and back."""
        notes = self.query_one("#notes", TextArea)
        (self.query_one("#parole", Input) if notes.has_focus else notes).focus()

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
        """Keep the notes; the voice stops, and nobody waits for the end of a line."""
        self.coach_app.aloud.hush()
        if self._busy:
            self.desk.rehearsal.hush()
        if self._notes is not None:
            self._notes.stop()
        await self._keep_notes()
