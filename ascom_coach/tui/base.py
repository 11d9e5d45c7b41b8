"""What all screens share: the top lines, the footer, work in threads, and failures said in one calm sentence."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable, Coroutine
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, cast

from textual.app import ComposeResult
from textual.binding import ActiveBinding, Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.screen import ModalScreen, Screen
from textual.widgets import Checkbox, Footer, RadioButton, Static
from textual.widgets._footer import FooterKey
from textual.widgets.option_list import Option

from ascom_coach.errors import CoachError
from ascom_coach.tui.keys import EVERYWHERE, bindings

if TYPE_CHECKING:
    from ascom_coach.tui.app import CoachApp

Result = TypeVar("Result")


_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_FRENCH_SPACE = re.compile(r" (?=[:;!?»€%])|(?<=«) ")


def readable(text: str) -> str:
    """Text without what would command the terminal: each control character becomes a dot, lines and tabs stay."""
    return _CONTROL.sub("·", text)


def shown(text: str) -> str:
    """Readable text as French prints it: no line begins with one of « : ; ! ? » » or ends with « « »."""
    return _FRENCH_SPACE.sub("\u00a0", readable(text))


def _tame(content: Any) -> Any:
    if isinstance(content, Content):
        return Content(shown(content.plain), spans=list(content.spans))
    return shown(content) if isinstance(content, str) else content


class Plain(Static):
    """Text shown as it is: nothing in it is ever read as markup or obeyed by the terminal."""

    def __init__(self, content: Any = "", *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(_tame(content), id=id, classes=classes, markup=False)

    def update(self, content: Any = "", *, layout: bool = True) -> None:
        """Show something else. The same words cost nothing: a clock that ticks lays no screen out again."""
        tamed = _tame(content)
        if not (isinstance(tamed, str) and tamed == self.content):
            super().update(tamed, layout=layout)


def listed(label: str | Content, name: str | None = None, *, disabled: bool = False) -> Option:
    """A line of a list, as tame as `Plain`."""
    return Option(_tame(label), id=name, disabled=disabled)


class Choice(RadioButton):
    """A choice whose mark is readable without colours: (●) or ( )."""

    MARKS: ClassVar[tuple[str, str]] = ("( )", "(●)")

    @property
    def _button(self) -> Content:
        return Content.styled(self.MARKS[self.value], self.get_visual_style("toggle--button"))


class Tick(Checkbox):
    """A box to tick, readable without colours: [x] or [ ]."""

    MARKS: ClassVar[tuple[str, str]] = ("[ ]", "[x]")

    @property
    def _button(self) -> Content:
        return Content.styled(self.MARKS[self.value], self.get_visual_style("toggle--button"))


class KeyLine(Footer):
    """The footer, composed again only when a key came, went or changed: most changes of focus change none."""

    def __init__(self) -> None:
        super().__init__(show_command_palette=False, compact=True)
        self._keys: list[tuple[Binding, bool, str]] = []

    def compose(self) -> ComposeResult:
        """One key an action. They are born compact: a class that comes later costs each of them a second styling."""
        seen: set[str] = set()
        for binding, enabled, tooltip in self._keys:
            if binding.action not in seen:
                seen.add(binding.action)
                yield FooterKey(
                    binding.key,
                    self.app.get_key_display(binding),
                    binding.description,
                    binding.action,
                    disabled=not enabled,
                    tooltip=tooltip,
                    classes="-compact",
                )

    async def recompose(self) -> None:
        """Show the keys of now, if others are shown."""
        if not self.is_attached:
            return
        found = self.screen.active_bindings.values()
        keys = [(one.binding, one.enabled, one.tooltip) for one in found if one.binding.show]
        if keys != self._keys:
            self._keys = keys
            await super().recompose()


class Attempts:
    """Work that may fail, for screens: the rest of the app goes on."""

    @property
    def coach_app(self) -> CoachApp:
        """The app, with its own type."""
        return cast("CoachApp", self.app)  # type: ignore[attr-defined]

    def attempt(self, work: Awaitable[Any], *, group: str = "travail", exclusive: bool = False) -> None:
        """Start some work. A foreseen failure is said in its own words, any other in one sentence."""
        self.run_worker(  # type: ignore[attr-defined]
            self._guarded(work), group=group, exclusive=exclusive, exit_on_error=False
        )

    def travel(self, work: Coroutine[Any, Any, Any]) -> None:
        """Start work that leaves this screen. It belongs to the app and outlives the screen; one at a time."""
        if self.coach_app.travelling:
            work.close()
            return
        self.coach_app.travelling = True
        self.coach_app.run_worker(self._travelling(work), group="trajet", exit_on_error=False)

    async def _travelling(self, work: Coroutine[Any, Any, Any]) -> None:
        try:
            await self._guarded(work)
        finally:
            self.coach_app.travelling = False

    async def _guarded(self, work: Awaitable[Any]) -> None:
        try:
            await work
        except CoachError as error:
            self.refused(str(error))
        except asyncio.CancelledError:
            raise
        except Exception as error:  # noqa: BLE001 - said to the person, kept in the log
            self.coach_app.unexpected(type(self).__name__, error)

    async def in_thread(self, work: Callable[..., Result], *arguments: Any, **named: Any) -> Result:
        """Run heavy work beside the screen."""
        return await asyncio.to_thread(work, *arguments, **named)

    def refused(self, sentence: str) -> None:
        """A foreseen failure: what, where, what to do."""
        self.coach_app.tell(sentence)


class CoachScreen(Attempts, Screen[None], inherit_bindings=False):
    """A screen: title, steps, one line that says what to do now, the body, the footer."""

    PLACE: ClassVar[str] = ""
    BINDINGS: ClassVar[list[BindingType]] = []

    def compose(self) -> ComposeResult:
        """The same frame on every screen."""
        with_steps = self.steps()
        with Horizontal(id="tete"):
            yield Plain(self.heading(), id="entete")
            yield Plain("", id="horloge")
        if with_steps:
            yield Plain(with_steps, id="etapes")
        yield Plain(self.next_action(), id="suite")
        yield from self.body()
        yield KeyLine()

    def heading(self) -> str:
        """The title line."""
        return "ascom-coach"

    def steps(self) -> str:
        """The line of steps, empty outside a session."""
        return ""

    def next_action(self) -> str:
        """What to do now, in one line."""
        return ""

    def body(self) -> ComposeResult:
        """The screen's own widgets."""
        yield from ()

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """Keys in the order of the table, so that the footer is the same whatever has the focus."""
        own = [binding.key for binding in self._bindings.key_to_bindings.get("f1", [])]
        own += [key for key in self._bindings.key_to_bindings if key not in own]
        found = super().active_bindings
        return dict(
            sorted(found.items(), key=lambda item: own.index(item[0]) if item[0] in own else len(own))
        )

    def say_next(self, sentence: str = "") -> None:
        """Change the line that says what to do now."""
        self.query_one("#suite", Plain).update(sentence or self.next_action())

    async def leave(self) -> None:
        """Called before the screen goes: keep what was being typed."""


class Dialog(Attempts, ModalScreen[Any], inherit_bindings=False):
    """A small window over a screen; Escape closes it with no answer."""

    PLACE: ClassVar[str] = ""
    BINDINGS: ClassVar[list[BindingType]] = bindings(EVERYWHERE)

    async def leave(self) -> None:
        """Nothing to keep."""
