"""F1 and the command palette, both written from the table of keys."""

from __future__ import annotations

import unicodedata
from itertools import groupby

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, OptionList

from ascom_coach.tui.base import Dialog, Plain, listed
from ascom_coach.tui.keys import Key, key_name, keys_of

_HINTS = (
    "Tout se fait aussi à la souris : cliquez sur une ligne, un bouton, ou une touche en bas de l’écran.",
    "Pour copier du texte avec votre terminal, gardez Maj enfoncée en glissant la souris.",
    "Dans une liste : flèches pour choisir, Entrée pour ouvrir. Tab passe à la zone suivante.",
)


def _keys(key: Key) -> str:
    return " ou ".join(key_name(one) for one in key.keys.split(","))


class HelpScreen(Dialog):
    """All the keys of the screen below, by group."""

    def __init__(self, place: str) -> None:
        super().__init__()
        self.place = place

    def compose(self) -> ComposeResult:
        """One line a key."""
        keys = sorted(keys_of(self.place), key=lambda key: key.group)
        with VerticalScroll(classes="fenetre grande", can_focus=True):
            yield Plain(Content.styled("Aide : les touches de cet écran", "bold"))
            for group, members in groupby(keys, key=lambda key: key.group):
                yield Plain(Content.styled(f"\n{group}", "bold"), classes="groupe")
                for key in members:
                    with Horizontal(classes="touche"):
                        yield Plain(Content.styled(_keys(key), "bold"), classes="nom-touche")
                        yield Plain(key.help, classes="aide-touche")
            yield Plain("")
            for line in _HINTS:
                yield Plain(line, classes="doux")
            yield Plain("Échap : fermer cette aide", classes="doux")


def _folded(text: str) -> str:
    letters = unicodedata.normalize("NFD", text.lower())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


class Palette(Dialog):
    """Type a few letters of an action; the answer is the action to run, or None."""

    def __init__(self, place: str) -> None:
        super().__init__()
        unlisted = ("app.palette", "app.focus_next", "app.focus_previous", "screen.copy_text")
        self.keys = [key for key in keys_of(place) if key.action not in unlisted]

    def compose(self) -> ComposeResult:
        """A line and the matching actions."""
        with Vertical(classes="fenetre grande"):
            yield Input(
                placeholder="Que voulez-vous faire ? Quelques lettres suffisent.", id="ligne", compact=True
            )
            yield OptionList(id="actions", markup=False)
            yield Plain("↓ puis Entrée : lancer · Échap : fermer", classes="doux")

    def on_mount(self) -> None:
        """Everything is listed first."""
        self._list("")

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self._list(event.value)

    def _list(self, typed: str) -> None:
        words = _folded(typed).split()
        found = [
            key for key in self.keys if all(word in _folded(f"{key.label} {key.help}") for word in words)
        ]
        options = self.query_one("#actions", OptionList)
        options.clear_options()
        options.add_options(
            [
                listed(Content.assemble((key.label, "bold"), f" — {key.help} ({_keys(key)})"), name=key.id)
                for key in found
            ]
        )
        if found:
            options.highlighted = 0
        else:
            options.add_option(listed("Aucune action ne correspond : essayez un autre mot.", disabled=True))

    @on(Input.Submitted)
    def _first(self) -> None:
        options = self.query_one("#actions", OptionList)
        if options.highlighted is not None:
            self._run(options.get_option_at_index(options.highlighted).id)

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self._run(event.option.id)

    def on_key(self, event: object) -> None:
        """The down arrow goes from the line to the list."""
        if getattr(event, "key", "") == "down" and isinstance(self.focused, Input):
            self.query_one("#actions", OptionList).focus()

    def _run(self, key_id: str | None) -> None:
        self.dismiss(next((key.action for key in self.keys if key.id == key_id), None))
