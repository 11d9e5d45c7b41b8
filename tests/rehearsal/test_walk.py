"""A conversation turn by turn."""

from __future__ import annotations

from ascom_coach.rehearsal import Rehearsal, exchanges
from ascom_coach.rehearsal.commands import NextStep, Say


def test_each_turn_has_its_answers_its_moods_and_what_it_obtained(rehearsal: Rehearsal) -> None:
    rehearsal.do(NextStep())
    rehearsal.do(Say("Je comprends votre agacement."))
    rehearsal.do(Say("Quel est le modèle de la lampe ?"))
    rehearsal.do(Say("C’est votre faute."))
    rehearsal.do(Say("Bla bla, hein ?"))
    first, second, third, last = exchanges(rehearsal.stage, rehearsal.events)
    assert (first.said, first.mood) == ("Je comprends votre agacement.", 3)
    assert first.moods[0][2:] == (1, "vous avez reconnu ce que la personne ressent")
    assert second.learnt == ["le modèle de la lampe"]
    assert second.answers[-1] == ("cliente", "C’est une Aurore.")
    assert third.mood == 1
    assert not last.understood
    assert [turn.n for turn in (first, second, third, last)] == sorted(
        turn.n for turn in (first, second, third, last)
    )


def test_a_gate_that_stays_closed_is_told_by_its_public_label(rehearsal: Rehearsal) -> None:
    rehearsal.do(NextStep())
    rehearsal.do(Say("Comment s’est-elle cassée ?"))
    [turn] = exchanges(rehearsal.stage, rehearsal.events)
    assert turn.kept_back == ["les circonstances"]
    assert turn.learnt == []
