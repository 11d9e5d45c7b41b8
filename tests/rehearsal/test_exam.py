"""Exam mode: the rules of the moment it began, no help, sealed copies."""

from __future__ import annotations

import pytest

from ascom_coach.errors import RefusedInputError
from ascom_coach.rehearsal import Rehearsal, Stage, fold
from ascom_coach.rehearsal.commands import AskHint, HearAgain, NextStep, RecordHandIn, ShowTopics, Stored
from ascom_coach.scenarios.loader import Script


def _exam(script: Script, hearings: int = 1, *, transcript: bool = False) -> Rehearsal:
    played = Rehearsal(Stage(script, True, hearings, transcript), lambda events: None)
    played.start()
    return played


def _heard(played: Rehearsal) -> int:
    before = played.state.hearings
    played.do(HearAgain())
    return played.state.hearings - before


def test_one_hearing_unless_the_settings_say_more(script: Script) -> None:
    assert _heard(_exam(script)) == 0
    twice = _exam(script, 2)
    assert [_heard(twice), _heard(twice)] == [1, 0]


def test_a_session_keeps_the_rules_it_began_with(script: Script) -> None:
    played = _exam(script, 2, transcript=True)
    resumed = Rehearsal(Stage(script, True, 1, False), lambda events: None, events=played.events)
    assert _heard(resumed) == 1
    assert fold(played.events).exam_transcript


def test_no_help(script: Script) -> None:
    played = _exam(script)
    for command in (ShowTopics(), AskHint("c1")):
        with pytest.raises(RefusedInputError, match="examen"):
            played.do(command)


def test_a_copy_handed_in_is_sealed(script: Script) -> None:
    played = _exam(script)
    played.do(NextStep())
    played.do(NextStep())
    copy = RecordHandIn((Stored("reponse", "a.txt", "remises/reponse-v1.txt", "0" * 64),))
    played.do(copy)
    with pytest.raises(RefusedInputError, match="scellée"):
        played.do(copy)
    [handed] = played.state.hand_ins
    assert (handed.sha256, handed.version) == ("0" * 64, 1)
    assert handed.minute >= 0
