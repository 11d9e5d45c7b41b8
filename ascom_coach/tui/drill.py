"""Three sentences to complete, one at a time, each answer explained at once."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList

from ascom_coach.tui.base import Dialog, Plain, listed

if TYPE_CHECKING:
    from ascom_coach.language import Exercise, Family

_CHOOSE = "Un chiffre, ou Entrée : choisir · Échap : arrêter, vos réponses sont gardées"
_GO_ON = "Entrée : continuer"
ASKED, KEPT, TOLD = "posé", "gardé", "expliqué"


class Drill(Dialog):
    """`keep` stores each answer before it is explained."""

    def __init__(
        self,
        exercises: Sequence[Exercise],
        families: Mapping[str, Family],
        keep: Callable[[Exercise, bool], Awaitable[None]],
    ) -> None:
        super().__init__()
        self.exercises, self.families, self.keep = exercises, families, keep
        self.rank, self.right = 0, 0
        self.moment = ASKED

    def compose(self) -> ComposeResult:
        """The sentence, the choices, the explanation."""
        with Vertical(classes="fenetre"):
            yield Plain("", id="exercice")
            yield OptionList(id="choix-exercice", markup=False)
            yield Plain("", id="correction")
            yield Plain(_CHOOSE, id="mode-exercice", classes="doux")

    def on_mount(self) -> None:
        """The first sentence."""
        self._ask()

    def _ask(self) -> None:
        one = self.exercises[self.rank]
        self.moment = ASKED
        title = self.families[one.family].title
        self.query_one("#exercice", Plain).update(
            Content.assemble((f"{self.rank + 1} sur {len(self.exercises)} · {title}\n\n", "bold"), one.shown)
        )
        self._offer([f"{number}. {choice}" for number, choice in enumerate(one.choices, 1)], _CHOOSE)
        self.query_one("#correction", Plain).update("")

    def _offer(self, lines: Sequence[str], words: str) -> None:
        options = self.query_one("#choix-exercice", OptionList)
        options.clear_options()
        options.add_options([listed(line) for line in lines])
        options.highlighted = 0
        options.focus()
        self.query_one("#mode-exercice", Plain).update(words)

    def on_key(self, event: object) -> None:
        """A digit chooses at once."""
        key = getattr(event, "key", "")
        if key.isdecimal() and 1 <= int(key) <= len(self.exercises[self.rank].choices):
            self._take(int(key) - 1)

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        if self.moment != TOLD:
            self._take(event.option_index)
        elif self.rank + 1 < len(self.exercises):
            self.rank += 1
            self._ask()
        else:
            self.dismiss(self.right)

    def _take(self, index: int) -> None:
        """The first answer counts; what is pressed while it is kept does nothing."""
        if self.moment == ASKED:
            self.moment = KEPT
            self.attempt(self._answer(index), group="exercice")

    async def _answer(self, index: int) -> None:
        one = self.exercises[self.rank]
        right = one.choices[index] == one.right
        await self.keep(one, right)
        self.moment = TOLD
        self.right += right
        family = self.families[one.family]
        last = self.rank + 1 == len(self.exercises)
        verdict = "Juste." if right else f"Non : « {one.right} »."
        if last:
            verdict += f" Vous avez {self.right} sur {len(self.exercises)}."
        parts: list[str | tuple[str, str]] = [("\n" + verdict, "bold"), f"\n{one.sentence}\n"]
        if not right:
            parts += [f"\n{family.rule}\n", ("Test : ", "bold"), family.test]
        self.query_one("#correction", Plain).update(Content.assemble(*parts))
        self._offer(["Terminer" if last else "Continuer"], _GO_ON)
