"""The app itself: themes, loading, moving between screens, failures. Screens hold the work."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import App
from textual.binding import Binding, BindingType
from textual.screen import Screen

from ascom_coach.errors import CoachError
from ascom_coach.settings import THEMES as THEME_NAMES
from ascom_coach.settings import data_folder, load_settings
from ascom_coach.tui.aloud import Aloud
from ascom_coach.tui.base import CoachScreen, Dialog, shown
from ascom_coach.tui.desktop import LOG, log_failure
from ascom_coach.tui.home import Home
from ascom_coach.tui.keys import EVERYWHERE, bindings, key_name
from ascom_coach.tui.line_breaks import keep_no_break_spaces
from ascom_coach.tui.messages import Told
from ascom_coach.tui.themes import THEMES

if TYPE_CHECKING:
    from ascom_coach.coach import Coach
    from ascom_coach.desk import Desk
    from ascom_coach.tui.sitting import Sitting


class CoachApp(App[None], inherit_bindings=False):
    """ascom-coach in a terminal. `data` is the person's folder; the rest opens a scenario or a session at once."""

    CSS_PATH = Path(__file__).with_name("app.tcss")
    TITLE = "ascom-coach"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = bindings(EVERYWHERE)
    HORIZONTAL_BREAKPOINTS = [(0, "-etroit"), (100, "-large")]  # noqa: RUF012 - not a class variable in the library

    def __init__(
        self,
        data: Path | None = None,
        *,
        scenario: str | None = None,
        resume: str | None = None,
        exam: bool = False,
        seed: int = 0,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        keep_no_break_spaces()
        self.data = data_folder(data)
        self.opening = (scenario, resume, exam, seed)
        self.clock = clock
        self.coach: Coach | None = None
        self.sitting: Sitting | None = None
        self.farewell = ""
        self.aloud = Aloud(self)
        self.travelling = False
        self.failures: list[BaseException] = []
        settings = load_settings(self.data)
        for theme in THEMES:
            self.register_theme(theme)
        self._first_theme(settings.theme if settings.theme in THEME_NAMES else THEME_NAMES[0])

    def _first_theme(self, name: str) -> None:
        """The theme before anything shows: one as dark as the library's own needs no second reading of all styles."""
        theme = self.get_theme(name)
        if theme is None or theme.dark != self.current_theme.dark:
            self.theme = name
            return
        self.set_reactive(CoachApp.theme, name)
        self.stylesheet.set_variables(self.get_css_variables())

    def get_default_screen(self) -> Screen[Any]:
        """The accueil is the first screen."""
        return Home()

    def on_mount(self) -> None:
        """Load the rest once something shows."""
        self.call_after_refresh(self.begin_loading)

    def begin_loading(self) -> None:
        """Import the coach beside the screen and open what was asked for."""
        home = self.screen_stack[0]
        assert isinstance(home, Home)
        home.attempt(self._load(home), group="chargement")

    async def _load(self, home: Home) -> None:
        try:
            self.coach = await asyncio.to_thread(self._import_coach)
            await asyncio.to_thread(lambda: self.coach and self.coach.journal)
        except CoachError as error:
            home.broken(str(error))
            raise
        except Exception:
            home.broken("Je n’ai pas pu me préparer. Vos données sont intactes : relancez le programme.")
            raise
        if self.coach.settings.problem:
            self.tell(self.coach.settings.problem)
        self.run_worker(
            asyncio.to_thread(self.coach.proofing.prewarm), group="correcteur", exit_on_error=False
        )
        await home.refresh_cards(first=True)
        scenario, resume, exam, seed = self.opening
        if resume is not None or scenario is not None:
            await self.open_session(scenario, resume=resume, exam=exam, seed=seed)

    def _import_coach(self) -> Coach:
        from ascom_coach.coach import Coach

        def tell(sentence: str) -> None:
            self.post_message(Told(sentence))

        return Coach(self.data, notify=tell)

    @property
    def loaded(self) -> Coach:
        """The coach. Raises CoachError before it is there."""
        if self.coach is None:
            raise CoachError("Je finis de me préparer : recommencez dans un instant.")
        return self.coach

    # Sessions

    async def open_session(
        self, scenario: str | None, *, resume: str | None = None, exam: bool = False, seed: int = 0
    ) -> None:
        """Start a scenario, or go on with a session. Raises CoachError."""
        from ascom_coach.tui.sitting import Sitting

        coach = self.loaded

        def work() -> Desk:
            voice = getattr(coach, "voice", lambda: None)()
            if resume is not None:
                return coach.resume(resume, voice=voice)
            return coach.open_desk(scenario or "", seed=seed, exam=exam, voice=voice)

        desk = await asyncio.to_thread(work)
        self.sitting = Sitting(coach, desk, fresh=resume is None, clock=self.clock)
        self.run_worker(asyncio.to_thread(lambda: desk.stage.reader), group="lecture", exit_on_error=False)
        await self.go("dossier" if resume is None else desk.place())

    async def branch(self, desk: Desk, before: int) -> None:
        """« Et si ? »: play again from an event of a session, in a session of its own. Raises CoachError."""
        from ascom_coach.tui.sitting import Sitting

        coach = self.loaded
        voice = getattr(coach, "voice", lambda: None)()
        fresh = await asyncio.to_thread(lambda: coach.branch(desk, before, voice=voice))
        self.sitting = Sitting(coach, fresh, fresh=False, clock=self.clock)
        await self.go(fresh.place())
        self.tell("Et si ? Vous reprenez d’ici ; la première séance est gardée.")

    async def go(self, place: str, **options: Any) -> None:
        """Show a screen of the session, in the place of the present one."""
        from ascom_coach.tui.places import session_screen

        if self.sitting is None:
            return
        while isinstance(self.screen, Dialog):
            self.pop_screen()
        if isinstance(self.screen, CoachScreen):
            await self.screen.leave()
        screen = session_screen(place, self.sitting, **options)
        if len(self.screen_stack) > 1:
            await self.switch_screen(screen)
        else:
            await self.push_screen(screen)

    async def visit(self, screen: CoachScreen) -> None:
        """Show a screen over the present one; Escape comes back."""
        if isinstance(self.screen, CoachScreen):
            await self.screen.leave()
        await self.push_screen(screen)

    # Actions that work everywhere

    async def action_back(self) -> None:
        """Close a window, or go back one screen; the first one stays."""
        screen = self.screen
        if isinstance(screen, Dialog):
            screen.dismiss(None)
            return
        if len(self.screen_stack) == 1:
            self.tell("Vous êtes à l’accueil. Pour quitter : Ctrl+Q.")
            return
        if isinstance(screen, CoachScreen):
            await screen.leave()
        self.pop_screen()
        below = self.screen
        if isinstance(below, Home):
            self.sitting = None
            below.attempt(below.refresh_cards())

    async def action_leave(self) -> None:
        """Keep what is being typed, then quit."""
        await asyncio.sleep(0.03)  # keys typed just before are still on their way to the text
        for screen in reversed(self.screen_stack):
            if isinstance(screen, CoachScreen):
                try:
                    await screen.leave()
                except CoachError as error:
                    self.farewell = str(error)
        self.exit()

    def action_help(self) -> None:
        """F1."""
        from ascom_coach.tui.help import HelpScreen

        if isinstance(self.screen, CoachScreen | Dialog) and not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen(self.screen.PLACE))

    def action_palette(self) -> None:
        """Ctrl+P."""
        from ascom_coach.tui.help import Palette

        if not isinstance(self.screen, CoachScreen):
            return

        def chosen(action: str | None) -> None:
            if action:
                self.call_later(self.run_action, action, self.screen)

        self.push_screen(Palette(self.screen.PLACE), chosen)

    def action_help_quit(self) -> None:
        """Ctrl+C quits nothing: say how to."""
        self.tell("Pour quitter : Ctrl+Q. Tout est gardé.")

    # Words and failures

    def tell(self, sentence: str, *, title: str = "") -> None:
        """A calm notice."""
        self.notify(shown(sentence), title=title, markup=False, timeout=6)

    def on_told(self, message: Told) -> None:
        """The coach has something to say."""
        self.tell(message.sentence)

    def unexpected(self, where: str, error: BaseException) -> None:
        """An unforeseen failure: one sentence on the screen, the details in a file, and the app goes on."""
        self.failures.append(error)
        path = log_failure(self.data, where, error)
        place = f" Les détails sont dans « {path} »." if path else ""
        self.tell(
            f"Cette action n’a pas abouti ; rien n’est perdu.{place} Recommencez, ou continuez autrement."
        )

    async def _dispatch_action(self, namespace: Any, action_name: str, params: Any) -> bool:
        try:
            return await super()._dispatch_action(namespace, action_name, params)
        except CoachError as error:
            self.tell(str(error))
        except Exception as error:  # noqa: BLE001 - one failed key must not close the app
            self.unexpected(action_name, error)
        return True

    def _handle_exception(self, error: Exception) -> None:
        """The last net: a broken screen cannot go on, so the app closes with one sentence. Events are on disk."""
        self.failures.append(error)
        if self.is_headless:
            super()._handle_exception(error)
            return
        log_failure(self.data, "app", error)
        self.farewell = (
            f"Un imprévu m’a arrêté ; rien de ce qui était enregistré n’est perdu. Les détails sont dans "
            f"« {self.data / LOG} ». Relancez ascom-coach et choisissez « Reprendre »."
        )
        self.exit(return_code=3)

    def on_unmount(self) -> None:
        """Release the voice, the journal and the index."""
        self.aloud.close()
        if self.coach is not None:
            self.coach.close()

    def get_key_display(self, binding: Binding) -> str:
        """Key names as on a French keyboard."""
        return key_name(binding.key)
