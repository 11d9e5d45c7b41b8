"""A report says which turn and which appreciation came from which model and prompt, and nothing when none did."""

from __future__ import annotations

import dataclasses

from ascom_coach.papers import model_turns
from ascom_coach.rehearsal import Rehearsal, Stage
from ascom_coach.rehearsal.commands import NextStep, Say
from ascom_coach.review import CriterionResult, Review, report_html
from ascom_coach.review.report.engines import engines_section
from ascom_coach.review.report.parts import Table
from ascom_coach.scenarios import find_script

ENGINE = "ollama_chat/petit, consigne voix@2"


def review(**appreciation: object) -> Review:
    criterion = CriterionResult("K1.4", "Qualité de la relation", True, None, 0, 1)
    given = appreciation or None
    return Review("essai", None, (), (dataclasses.replace(criterion, appreciation=given),), ())


def rows(found: Review, turns: list[tuple[int, str, str]]) -> tuple[tuple[str, ...], ...]:
    section = engines_section(found, turns)
    assert section is not None
    (table,) = (item for item in section.items if isinstance(item, Table))
    return table.rows


def test_nothing_is_said_without_a_model() -> None:
    assert engines_section(review(), []) is None
    assert engines_section(review(source="formateur", text="Bien."), []) is None
    assert "Ce qui vient d’un modèle" not in report_html(review(), title="Essai")


def test_turns_and_appreciations_are_under_their_model_and_prompt() -> None:
    judged = review(source="modele", text="Ton posé.", model="mistral/grand", prompt="juge@1")
    found = rows(
        judged, [(4, "réplique", ENGINE), (9, "réplique", ENGINE), (7, "lecture d’une question", ENGINE)]
    )
    assert found == (
        (ENGINE, "réplique", "4, 9"),
        (ENGINE, "lecture d’une question", "7"),
        ("mistral/grand, consigne juge@1", "appréciation", "K1.4"),
    )
    page = report_html(judged, title="Essai", voices=[(4, "réplique", ENGINE)])
    assert "Ce qui vient d’un modèle" in page
    assert ENGINE in page


def test_many_turns_are_cut_with_their_count() -> None:
    ((_, _, where),) = rows(review(), [(n, "réplique", ENGINE) for n in range(50)])
    assert where.endswith("39 et 10 autres")


def test_turns_are_read_from_the_events_of_a_real_session() -> None:
    def play(voiced: bool) -> list[tuple[int, str, str]]:
        voice = (lambda call: (call.scripted, "modele", ENGINE)) if voiced else None
        played = Rehearsal(Stage(find_script("chaudiere-du-lundi")), lambda events: None, voice=voice)
        played.start("Léa")
        for command in (NextStep(), Say("Bonjour Madame."), Say("Quel est votre numéro de dossier ?")):
            played.do(command)
        return model_turns(played.events)

    assert play(False) == []
    turns = play(True)
    assert len(turns) >= 2
    assert {(use, engine) for _, use, engine in turns} == {("réplique", ENGINE)}
