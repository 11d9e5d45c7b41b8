"""The scenarios on the shelf: what each is about, where a person stands, and which ones train a passage."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ascom_coach.errors import CoachError

if TYPE_CHECKING:
    from ascom_coach.journal import Journal, SessionRow


@dataclass(frozen=True, slots=True)
class Card:
    """A scenario in the list. `state`: nouveau, en_cours, fait; `session` is the unfinished one to resume.

    `passages` are the ids of the référentiel that it trains; sub-productions count as their production.
    """

    id: str
    title: str
    bloc: int
    level: int
    minutes: int
    company: str
    presentation: str
    criteria: tuple[str, ...]
    passages: frozenset[str] = frozenset()
    state: str = "nouveau"
    session: str = ""
    best: tuple[tuple[str, str], ...] = ()
    problem: str = ""


def shelf(folders: Sequence[Path], journal: Journal | None, person: str | None) -> list[Card]:
    """Every scenario with where this person stands, by bloc then level. A broken one says so in `problem`."""
    from ascom_coach.scenarios import load_script, scenario_folders

    sessions = journal.sessions(person) if journal is not None and person else []
    cards = []
    for slug, folder in scenario_folders(folders).items():
        try:
            scenario = load_script(folder).scenario
        except CoachError as error:
            cards.append(Card(slug, slug, 0, 0, 0, "", "", (), problem=str(error)))
            continue
        mine = [row for row in sessions if row.scenario == scenario.id and not row.virtual]
        going = next((row for row in mine if not row.ended), None)
        aims = scenario.referentiel
        named = (*aims.activites, *aims.competences, *aims.productions, *aims.criteres)
        cards.append(
            Card(
                scenario.id, scenario.titre, scenario.bloc, scenario.niveau, scenario.duree_minutes,
                scenario.entreprise.nom, scenario.presentation, aims.criteres,
                frozenset(one.rstrip("abcde") for one in named),
                "en_cours" if going else "fait" if mine else "nouveau",
                going.id if going else "", _best(journal, mine) if journal is not None else (),
            )
        )  # fmt: skip
    return sorted(cards, key=lambda card: (card.bloc, card.level, card.title))


def training(cards: Sequence[Card], passage_ids: Sequence[str]) -> list[Card]:
    """The scenarios that train one of these passages, in the order given."""
    wanted = frozenset(passage_ids)
    return [card for card in cards if not card.problem and card.passages & wanted]


def _best(journal: Journal, sessions: Sequence[SessionRow]) -> tuple[tuple[str, str], ...]:
    """Last known level of each criterion over these sessions."""
    levels: dict[str, str] = {}
    for row in reversed(sessions):
        for kept in journal.reviews(session=row.id):
            for item in kept.document.get("criteria", []):
                if item.get("level"):
                    levels[item["id"]] = item["level"]
    return tuple(sorted(levels.items()))
