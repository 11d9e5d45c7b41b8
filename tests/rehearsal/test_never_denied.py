"""What holds in every conversation: nothing said is denied, no doubt comes back, no line is said twice in a row."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from itertools import pairwise

import pytest

from ascom_coach.rehearsal import Rehearsal, Stage
from ascom_coach.rehearsal.commands import Address, AskTopic, NextStep, Say
from ascom_coach.rehearsal.events import TRAINEE, Clarifying, Event, Granted, NotUnderstood, Said
from ascom_coach.rehearsal.lines import not_again, shared
from ascom_coach.rehearsal.turn import NEAR
from ascom_coach.scenarios import find_script
from ascom_coach.scenarios.schema import OralInstruction
from tests.rehearsal.test_first_sight import played

SHIPPED = ["chaudiere-du-lundi", "compter-la-toile", "la-journee-du-greffage"]
DENIALS = {"ne sait pas", "hors sujet", "pas compris", "esquive"}


def rehearsal(stage: Stage, events: Sequence[Event] = ()) -> Rehearsal:
    return Rehearsal(stage, lambda recorded: None, events=events)


def meetings(stage: Stage) -> Iterator[tuple[str, list[Event]]]:
    """Each person of each step, and the events up to the moment when one may speak to them."""
    for step in stage.steps:
        for who in stage.people(step):
            one = rehearsal(stage)
            one.start()
            while one.state.step != step.id:
                one.do(NextStep())
            if one.state.speaking_to != who:
                one.do(Address(who))
            yield who, list(one.events)


def denied(events: Sequence[Event]) -> list[str]:
    return [
        one.text for one in events if isinstance(one, Said) and one.who != TRAINEE and one.reason in DENIALS
    ]


def asked_again(stage: Stage, few: bool) -> Iterator[tuple[list[Event], str]]:
    """Events after which something is known, and the author's words that ask for it again."""
    for who, base in meetings(stage):
        for rank, fact in enumerate(stage.topics(who), 1):
            one = rehearsal(stage, base)
            if not any(isinstance(event, Granted) for event in one.do(AskTopic(rank))):
                continue
            keywords = [f"c’est quoi déjà, {word} ?" for word in fact.mots_cles]
            bare = [f"{word} ?" for word in fact.mots_cles]
            texts = (
                [*fact.questions[:1], *keywords[:2], *bare[-1:]]
                if few
                else [*fact.questions, *keywords, *bare]
            )
            yield from ((list(one.events), text) for text in texts)
        for step in stage.steps:
            if isinstance(step, OralInstruction) and step.qui == who:
                yield from ((base, text) for point in step.points for text in point.questions)


@pytest.mark.parametrize("slug", SHIPPED)
def test_what_was_told_is_not_denied(slug: str) -> None:
    stage = Stage(find_script(slug, seed=1))
    lost = {
        text: lines
        for events, text in asked_again(stage, few=True)
        if (lines := denied(rehearsal(stage, events).do(Say(text))))
    }
    assert not lost


def test_what_was_told_is_not_denied_whatever_the_words() -> None:
    stage = played().stage
    for events, text in asked_again(stage, few=False):
        assert not denied(rehearsal(stage, events).do(Say(text))), text


def test_what_was_not_told_is_still_not_known() -> None:
    one = played()
    assert denied(one.do(Say("c’est qui le maire ?")))
    assert denied(one.do(Say("vous vendez des fleurs ?")))


def test_a_point_is_said_again_and_not_for_another_kind() -> None:
    one = played()
    again = [event.text for event in one.do(Say("ils sont combien au final")) if isinstance(event, Said)]
    assert "quatorze" in again[-1]
    other = [event.text for event in one.do(Say("la terre elle vient d’ou")) if isinstance(event, Said)]
    assert "quatre-vingt-dix" not in other[-1]


LINES = (
    "et pour le potier", "le potier", "on commence ou", "ça démarre où", "et s’il fait pas beau", "ils mangent quoi",
    "il faut quoi", "c’est quand", "non", "oui", "non pas ça", "zzz brr", "ok", "d’accord", "bonjour", "merci",
    "on fait quoi", "je dois prévenir qui", "t’as une idée", "la cour c’est grand ?", "un tablier ?", "je te rappelle",
    "elle est où la salle", "tu peux répéter", "et sinon", "la date", "c’est le potier qui apporte", "il vient comment",
    "redis-moi l’heure",
)  # fmt: skip


@pytest.mark.parametrize("who", ["chef", "depot"])
def test_no_line_twice_and_no_doubt_twice(who: str) -> None:
    for seed in range(12):
        dice = random.Random(seed)
        one = played(who)
        refused: set[str] = set()
        for _ in range(25):
            offered = set(one.state.pending)
            said = dice.choice(LINES)
            events = one.do(Say(said))
            if offered and any(isinstance(e, NotUnderstood) and e.reason == "autre chose" for e in events):
                refused |= offered
            refused -= {event.fact for event in events if isinstance(event, Granted)}
            assert not refused & {fact for e in events if isinstance(e, Clarifying) for fact in e.facts}
        doubts = [event for event in one.events if isinstance(event, Clarifying)]
        for first, second in pairwise(doubts):
            if second.turn != first.turn + 1 or set(first.facts) != set(second.facts):
                continue  # the one other case: « oui » to several things, and the person asks which
            words = [line.text for line in one.state.transcript if line.turn == second.turn]
            assert words[0] == "oui"
            assert len(second.facts) > 1
        lines = [line for line in one.state.transcript if line.who != TRAINEE and line.turn > 0]
        for at, line in enumerate(lines):
            near = [other for other in lines[:at] if other.who == line.who and line.turn - other.turn < NEAR]
            assert line.text not in [other.text for other in near], line.text


def test_a_line_is_led_only_when_it_is_the_same() -> None:
    line = "C’est le 12."
    assert not_again(line, {"C’est le 13."}, "demandé", "vouvoiement", "1") == line
    said = {line}
    for turn in range(8):
        new = not_again(line, said, "demandé", "vouvoiement", str(turn))
        assert new.endswith(line)
        assert new not in said
        said.add(new)
    assert not_again("Oui.", {"Oui."}, "a entendu", "tutoiement", "1").split()[0] != "Oui."
    assert all(
        "{" not in lead
        for kind in ("reponse", "ignore", "entendu")
        for lead in shared(f"encore_{kind}", "tu")
    )


def test_what_is_offered_twice_is_answered() -> None:
    one = played("depot")
    first = [event for event in one.do(Say("le potier")) if isinstance(event, Clarifying)]
    again = one.do(Say("bah le potier"))
    if first:
        assert not any(isinstance(e, Clarifying) and set(e.facts) == set(first[0].facts) for e in again)
