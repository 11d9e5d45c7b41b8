"""Rédaction: write here, or hand in files typed, dropped, pasted, or saved in a folder that is looked at."""

from __future__ import annotations

from pathlib import Path

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Button, Input, OptionList, TextArea

from ascom_coach.rehearsal import Event, commands
from ascom_coach.tui.base import Plain, listed, readable
from ascom_coach.tui.desktop import Watch, paths_in
from ascom_coach.tui.dialogs import AskLine, Confirm
from ascom_coach.tui.dialogue import lines_of
from ascom_coach.tui.keys import bindings
from ascom_coach.tui.older import ready
from ascom_coach.tui.sitting import Sitting
from ascom_coach.tui.stage_screen import StageScreen

SAVE_DELAY = 1.0
"""Seconds without typing after which the text is kept."""
LOOK_SECONDS = 0.7
"""Two looks make a saved file noticed within two seconds."""


class PathInput(Input):
    """A path: what is dropped or pasted is cleaned of quotes, file:// and %20."""

    def _on_paste(self, event: events.Paste) -> None:
        self.value = " ".join(f'"{path}"' if " " in path else path for path in paths_in(event.text))
        self.cursor_position = len(self.value)
        event.stop()
        event.prevent_default()


class DraftArea(TextArea):
    """Text being written; a path dropped on it goes to the line of the file, a text is pasted as by any TextArea."""

    async def _on_paste(self, event: events.Paste) -> None:
        found = paths_in(event.text) if len(event.text) < 2000 and "\n" not in event.text.strip() else []
        if found and all(("/" in path or "\\" in path) and Path(path).is_file() for path in found):
            screen = self.screen
            if isinstance(screen, Writing):
                screen.dropped(found)
            event.stop()
            event.prevent_default()  # else Textual goes on to the paste of TextArea, as it does for a text


class Writing(StageScreen):
    """One production at a time; nothing is judged while one writes."""

    PLACE = "redaction"
    MOMENT = "redaction"
    BINDINGS = bindings("redaction")
    AUTO_FOCUS = ""

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        self.productions = self.desk.scenario.to_hand_in
        self.current = self.productions[0].id if self.productions else ""
        self._saved = ""
        self._save: Timer | None = None
        self._watch: Watch | None = None

    def next_action(self) -> str:
        """What to do now."""
        missing = self._missing()
        if not missing:
            again = "" if self.desk.state.exam else " Vous pouvez encore remettre une autre version."
            return f"Tout est remis. F6 : terminer et vous évaluer.{again}"
        if self.current and self.desk.can_write(self.current):
            return "Écrivez ici puis F8 pour remettre, ou remettez un fichier. Tout est gardé au fur et à mesure."
        return "Travaillez dans votre logiciel et enregistrez : je vois le fichier, F8 le remet."

    def body(self) -> ComposeResult:
        """What to hand in on the left, the text on the right, the file below."""
        yield Plain("", id="appel")
        with Horizontal(id="atelier"):
            with Vertical(id="a-remettre"):
                yield OptionList(id="productions", markup=False)
                yield OptionList(id="reperes", markup=False)
                yield Plain("", id="dossier-suivi", classes="doux")
            with Vertical(id="feuille"):
                yield Plain("", id="demande")
                yield DraftArea(id="texte", placeholder="Écrivez ici…", tab_behavior="focus")
        with Horizontal(id="ligne-fichier"):
            yield Plain("Fichier :", id="fichier-titre")
            yield PathInput(
                placeholder="Glissez un fichier ici, ou tapez son chemin", id="fichier", compact=True
            )
            yield Button("Remettre", id="remettre", variant="primary", compact=True)

    def on_mount(self) -> None:
        """Show the first production not handed in yet."""
        self.query_one("#productions").border_title = "À remettre"
        self.query_one("#reperes").border_title = "Enregistrés à l’instant"
        missing = self._missing()
        if missing:
            self.current = missing[0]
        self._list()
        self._open(self.current)
        self._show_call()
        self._start_watch()
        self.set_interval(LOOK_SECONDS, self._look)
        area = self.query_one("#texte", TextArea)
        (area if area.display else self.query_one("#fichier")).focus()

    # Productions

    def _missing(self) -> list[str]:
        return [item.id for item in self.productions if self.desk.state.handed(item.id) is None]

    def _list(self) -> None:
        options = self.query_one("#productions", OptionList)
        options.clear_options()
        for item in self.productions:
            last = self.desk.state.handed(item.id)
            mark = f"✓ version {last.version} remise" if last else "○ à remettre"
            options.add_option(listed(f"{item.titre or item.id}\n{mark}", name=item.id))
        ids = [item.id for item in self.productions]
        options.highlighted = ids.index(self.current) if self.current in ids else None

    def _open(self, production: str) -> None:
        self.current = production
        if not production:
            self.query_one("#texte").display = False
            return
        item = self.desk.scenario.production(production)
        kinds = f" ({', '.join(item.formats)})" if item.formats else ""
        self.query_one("#demande", Plain).update(
            Content.assemble(
                (item.titre or item.id, "bold"), f" — {item.demande}" if item.demande else "", kinds
            )
        )
        writable = self.desk.can_write(production)
        area = self.query_one("#texte", TextArea)
        area.display = writable
        if writable:
            self._saved = readable(self.desk.draft(production))
            area.load_text(self._saved)
            area.move_cursor(area.document.end)
        else:
            self.query_one("#demande", Plain).update(
                Content.assemble(
                    (item.titre or item.id, "bold"),
                    f"\n{item.demande}\n\nCe document se fait dans votre logiciel{kinds}.\n"
                    "F4 ouvre le dossier des documents. Enregistrez votre travail dans ce dossier : il apparaît à "
                    "gauche, Entrée le remet. Ou indiquez son chemin en bas.",
                )
            )
        self.say_next()

    @on(OptionList.OptionHighlighted, "#productions")
    def _picked(self, event: OptionList.OptionHighlighted) -> None:
        if event.option.id and event.option.id != self.current:
            self.attempt(self._change(event.option.id))

    async def _change(self, production: str) -> None:
        await self._keep_text()
        self._open(production)

    @on(OptionList.OptionSelected, "#productions")
    def _entered(self) -> None:
        area = self.query_one("#texte", TextArea)
        (area if area.display else self.query_one("#fichier")).focus()

    # Keeping what is written

    @on(TextArea.Changed, "#texte")
    def _typed(self) -> None:
        if self._save is not None:
            self._save.stop()
        self._save = self.set_timer(SAVE_DELAY, lambda: self.attempt(self._keep_text(), group="brouillon"))

    async def _keep_text(self) -> None:
        area = self.query_one("#texte", TextArea)
        text = area.text
        if area.display and text != self._saved:
            production = self.current
            await self.in_thread(self.desk.save_draft, production, text)
            if production == self.current:
                self._saved = text

    async def leave(self) -> None:
        """Keep the text."""
        if self._save is not None:
            self._save.stop()
        await self._keep_text()

    # Handing in

    @on(Button.Pressed, "#remettre")
    @on(Input.Submitted, "#fichier")
    def action_hand_in(self) -> None:
        """The file indicated, else the text written here."""
        self.attempt(self._hand_in(), group="remise")

    async def _hand_in(self) -> None:
        line = self.query_one("#fichier", Input)
        if line.value.strip():
            await self._hand_in_files(paths_in(line.value))
            line.value = ""
            return
        if not self.desk.can_write(self.current):
            self.refused("Indiquez d’abord le fichier : glissez-le sur la ligne du bas, ou tapez son chemin.")
            return
        text = self.query_one("#texte", TextArea).text
        await self._keep_text()
        await self.sitting.hand_in_text(self.current, text)
        self._handed(self.current)

    async def _hand_in_files(self, paths: list[str]) -> None:
        modern = [str(path) for path in await ready(self, [Path(path) for path in paths])]
        files = tuple(
            (self.desk.production_for(path, self.current if len(modern) == 1 else ""), path)
            for path in modern
        )
        await self.sitting.play(commands.HandInFiles(files))
        for path in (*paths, *modern):
            if path in self.sitting.noticed:
                self.sitting.noticed.remove(path)
        for production, _ in files:
            self._handed(production)
        self._show_noticed()

    def _handed(self, production: str) -> None:
        last = self.desk.state.handed(production)
        item = self.desk.scenario.production(production)
        if self.desk.state.exam and last:
            self.coach_app.tell(f"Remis et scellé : {item.titre or item.id}, empreinte {last.sha256[:8]}.")
        else:
            self.coach_app.tell(f"Remis : {item.titre or item.id}, version {last.version if last else 1}.")
        self._list()
        self.say_next()

    def dropped(self, paths: list[str]) -> None:
        """A path was dropped on the text: put it on its line."""
        line = self.query_one("#fichier", Input)
        line.value = " ".join(f'"{path}"' if " " in path else path for path in paths)
        line.focus()
        self.coach_app.tell("Fichier reconnu : Entrée pour le remettre.")

    # The folder that is looked at

    def _start_watch(self) -> None:
        folders = [self.desk.documents]
        if self.sitting.watched:
            folders.append(Path(self.sitting.watched))
        self._watch = Watch(folders)
        self.query_one("#dossier-suivi", Plain).update(
            f"Dossier suivi : {folders[-1].name}\nF5 : en suivre un autre"
        )
        self._show_noticed()

    def _look(self) -> None:
        if self._watch is not None and self.app.screen is self:
            self.attempt(self._look_once(self._watch), group="dossier-suivi", exclusive=True)

    async def _look_once(self, watch: Watch) -> None:
        saved = await self.in_thread(watch.look)
        for path in saved:
            name = str(path)
            if name in self.sitting.noticed:
                self.sitting.noticed.remove(name)
            self.sitting.noticed.insert(0, name)
            self.coach_app.tell(
                f"J’ai vu « {path.name} » enregistré. Choisissez-le à gauche, Entrée le remet."
            )
        if saved:
            self._show_noticed()

    def _show_noticed(self) -> None:
        options = self.query_one("#reperes", OptionList)
        options.clear_options()
        options.add_options(
            [listed(Path(name).name, name=f"f{i}") for i, name in enumerate(self.sitting.noticed)]
        )
        options.display = bool(self.sitting.noticed)

    @on(OptionList.OptionSelected, "#reperes")
    def _take_noticed(self, event: OptionList.OptionSelected) -> None:
        self.attempt(self._hand_in_files([self.sitting.noticed[event.option_index]]), group="remise")

    def action_watch(self) -> None:
        """Look at another folder."""
        self.app.push_screen(
            AskLine(
                "Dans quel dossier enregistrez-vous vos fichiers ?", self.sitting.watched, "Suivre ce dossier"
            ),
            self._watch_folder,
        )

    def _watch_folder(self, typed: str | None) -> None:
        if not typed:
            return
        found = paths_in(typed)
        folder = Path(found[0]).expanduser() if found else Path(typed)
        if not folder.is_dir():
            self.refused(f"Je ne trouve pas le dossier « {folder} » : vérifiez son nom.")
            return
        self.sitting.watched = str(folder)
        self._start_watch()

    # Unforeseen calls, and the end

    async def happened(self, events: list[Event]) -> None:
        """Somebody calls while one writes: it stays above the text until one goes to answer."""
        self.sitting.calls += [
            f"{line.who} : {line.text}" for line in lines_of(self.sitting, events) if line.who
        ]
        self._show_call()

    def _show_call(self) -> None:
        banner = self.query_one("#appel", Plain)
        banner.display = bool(self.sitting.calls)
        if self.sitting.calls:
            banner.update(Content.assemble(("On vous appelle. ", "bold"), " ".join(self.sitting.calls[-2:])))

    def action_forward(self) -> None:
        """On to one's own judgement."""
        if not self.desk.copies():
            self.refused(
                "Rien n’est remis pour l’instant : F8 remet votre texte, ou le fichier indiqué en bas."
            )
            return
        missing = [self.desk.scenario.production(name).titre or name for name in self._missing()]
        if missing:
            self.app.push_screen(
                Confirm(
                    f"Il manque encore : {', '.join(missing)}. Terminer quand même ?",
                    "Terminer",
                    "Rester",
                    careful=True,
                ),
                lambda yes: self.travel(self.coach_app.go("auto")) if yes else None,
            )
        else:
            self.travel(self.coach_app.go("auto"))
