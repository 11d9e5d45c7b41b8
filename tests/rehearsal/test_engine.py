from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ascom_coach.errors import RefusedInputError
from ascom_coach.rehearsal import Rehearsal, Stage, commands, fold, from_record, summary, to_record
from ascom_coach.rehearsal.commands import (
    Address,
    AskHint,
    AskTopic,
    Choose,
    Finish,
    HearAgain,
    NextStep,
    Note,
    Say,
    SelfAssess,
    ShowTopics,
    Wait,
    parse,
)  # fmt: skip
from ascom_coach.scenarios.loader import Script
from ascom_coach.scenarios.schema import Scenario
from tests.rehearsal.conftest import small_scenario


def said(events: list) -> list[str]:
    return [event.text for event in events if event.name == "said" and event.who != "stagiaire"]


def names(events: list) -> list[str]:
    return [event.name for event in events]


def test_the_instruction_is_heard_point_by_point_and_no_more_often_than_allowed(rehearsal: Rehearsal) -> None:
    assert rehearsal.state.points_heard == {"p1", "p2"}
    assert names(rehearsal.do(HearAgain())) == ["heard", "heard"]
    refused = rehearsal.do(HearAgain())
    assert names(refused) == ["said"]
    assert refused[0].reason == "écoutes épuisées"


def test_one_hearing_only_in_an_exam(script: Script) -> None:
    exam = Rehearsal(Stage(script, exam=True), lambda events: None)
    exam.start()
    assert "heard" not in names(exam.do(HearAgain()))
    with pytest.raises(RefusedInputError):
        exam.do(ShowTopics())
    with pytest.raises(RefusedInputError):
        exam.do(AskHint())


def test_a_fact_is_told_when_asked_and_not_before(rehearsal: Rehearsal) -> None:
    rehearsal.do(NextStep())
    assert "modele" not in rehearsal.state.told
    events = rehearsal.do(Say("Bonjour, quel est le modèle de la lampe ?"))
    assert rehearsal.state.told["modele"] == "Aurore"
    assert "C’est une Aurore." in said(events)


def test_two_questions_give_two_answers(rehearsal: Rehearsal) -> None:
    rehearsal.do(NextStep())
    rehearsal.do(Say("Quel est le modèle de la lampe et quand l’avez-vous achetée ?"))
    assert {"modele", "achat"} <= set(rehearsal.state.told)


def test_a_fact_behind_the_mood_is_dodged_then_told(rehearsal: Rehearsal) -> None:
    rehearsal.do(NextStep())
    events = rehearsal.do(Say("Est-elle tombée ?"))
    assert "withheld" in names(events)
    assert "buffet" not in " ".join(said(events))
    rehearsal.do(Say("Je comprends votre agacement."))
    rehearsal.do(Say("Je vous présente mes excuses."))
    assert rehearsal.state.mood["cliente"] == 4
    rehearsal.do(Say("Est-elle tombée ?"))
    assert rehearsal.state.told["chute"] == "une chute du buffet"


def test_a_kind_word_counts_once(rehearsal: Rehearsal) -> None:
    rehearsal.do(NextStep())
    for _ in range(4):
        rehearsal.do(Say("Je comprends votre agacement."))
    assert rehearsal.state.mood["cliente"] == 3


def test_blame_costs_and_says_why(rehearsal: Rehearsal) -> None:
    rehearsal.do(NextStep())
    rehearsal.do(Say("C’est votre faute, Madame."))
    assert rehearsal.state.mood_curve[-1].mood == 0
    assert "faute" in rehearsal.state.mood_curve[-1].reason


def test_a_forbidden_promise_is_seen(rehearsal: Rehearsal) -> None:
    rehearsal.do(NextStep())
    rehearsal.do(Say("Nous allons vous rembourser demain."))
    assert rehearsal.state.promises[0].verdict == "interdit"
    rehearsal.do(Say("Je vous offre un geste commercial de 30 euros."))
    assert rehearsal.state.promises[-1].verdict == "au-dela"
    rehearsal.do(Say("Je vous offre un geste commercial de 15 euros."))
    assert rehearsal.state.promises[-1].verdict == "permis"


def test_a_summary_asks_nothing(rehearsal: Rehearsal) -> None:
    rehearsal.do(NextStep())
    events = rehearsal.do(
        Say("Si je résume bien, la lampe est cassée et vous avez gardé le modèle de la lampe.")
    )
    assert not {"asked", "clarifying"} & set(names(events))
    assert rehearsal.do(Say("Si je comprends bien, quel est le modèle de la lampe ?"))
    assert "modele" in rehearsal.state.told


def test_other_peoples_knowledge_stays_with_them(rehearsal: Rehearsal) -> None:
    rehearsal.do(NextStep())
    rehearsal.do(Say("Quand arrivent les lampes ?"))
    assert "arrivage" not in rehearsal.state.told
    rehearsal.do(Address("depot"))
    rehearsal.do(Say("Quand arrivent les lampes ?"))
    assert rehearsal.state.told["arrivage"] == "mercredi 4 mars"


def test_nobody_known_is_a_refusal_that_changes_nothing(rehearsal: Rehearsal) -> None:
    rehearsal.do(NextStep())
    before = rehearsal.state
    with pytest.raises(RefusedInputError, match="joignable"):
        rehearsal.do(Address("pape"))
    assert rehearsal.state == before


def test_topics_reach_every_fact_and_count_as_help(rehearsal: Rehearsal) -> None:
    rehearsal.do(NextStep())
    rehearsal.do(ShowTopics())
    for number in (1, 2):
        rehearsal.do(AskTopic(number))
    assert {"modele", "achat"} <= set(rehearsal.state.told)
    assert rehearsal.state.helps == 2
    with pytest.raises(RefusedInputError):
        rehearsal.do(AskTopic(9))


def test_the_twist_comes_in_time_and_changes_the_fact(rehearsal: Rehearsal) -> None:
    rehearsal.do(NextStep())
    rehearsal.do(NextStep())
    assert not rehearsal.state.twists
    events = rehearsal.do(Wait(6))
    assert rehearsal.state.twists == {"retard"}
    assert rehearsal.state.changed["arrivage"] == "jeudi 5 mars"
    assert "La lampe n’arrive que jeudi." in said(events)


def test_no_twist_before_its_minute(rehearsal: Rehearsal) -> None:
    rehearsal.do(NextStep())
    rehearsal.do(NextStep())
    rehearsal.do(Wait(4))
    assert not rehearsal.state.twists


def test_a_good_end_and_a_short_one(rehearsal: Rehearsal) -> None:
    rehearsal.do(NextStep())
    rehearsal.do(Say("Merci, au revoir."))
    assert rehearsal.state.closed["appel"] == "cloturee"
    with pytest.raises(RefusedInputError, match="terminée"):
        rehearsal.do(Say("Encore une chose."))


def test_a_colleague_stays_reachable_when_the_client_has_hung_up(rehearsal: Rehearsal) -> None:
    rehearsal.do(NextStep())
    rehearsal.do(Say("Merci, au revoir."))
    rehearsal.do(Address("depot"))
    rehearsal.do(Say("Quand arrivent les lampes ?"))
    assert "arrivage" in rehearsal.state.told
    assert said(rehearsal.do(Say("Merci, au revoir.")))
    with pytest.raises(RefusedInputError, match="terminée"):
        rehearsal.do(Address("cliente"))


def test_success_needs_the_essential_facts_and_the_mood(rehearsal: Rehearsal) -> None:
    rehearsal.do(NextStep())
    rehearsal.do(Say("Je comprends votre agacement. Quel est le modèle de la lampe ?"))
    rehearsal.do(Say("Merci, au revoir."))
    assert rehearsal.state.closed["appel"] == "reussie"


def test_clarification_is_answered_by_number_rank_or_words(script: Script) -> None:
    for reply, fact in (("2", 1), ("le premier", 0)):
        played = Rehearsal(Stage(script), lambda events: None)
        played.start()
        played.do(NextStep())
        from ascom_coach.rehearsal import events as ev

        turn = played._turn()
        turn.emit(
            ev.Clarifying,
            who="cliente",
            facts=("modele", "achat"),
            labels=("le modèle de la lampe", "la date d’achat"),
        )
        played._keep(turn)
        played.do(Say(reply))
        assert list(played.state.told) == [("modele", "achat")[fact]]
    with pytest.raises(RefusedInputError):
        played.do(Choose(1))


def test_self_assessment_takes_the_scenarios_criteria_only(rehearsal: Rehearsal) -> None:
    rehearsal.do(SelfAssess("K1.2", "atteint"))
    with pytest.raises(RefusedInputError):
        rehearsal.do(SelfAssess("K9.9", "atteint"))


def test_hints_come_one_by_one_then_run_out(rehearsal: Rehearsal) -> None:
    assert rehearsal.do(AskHint())[0].text == "Relisez vos notes."
    with pytest.raises(RefusedInputError):
        rehearsal.do(AskHint())


def test_the_end_is_the_end(rehearsal: Rehearsal) -> None:
    rehearsal.do(Finish())
    assert rehearsal.state.over
    with pytest.raises(RefusedInputError):
        rehearsal.do(Say("Allô ?"))


LINES = (
    "Bonjour", "Quel est le modèle de la lampe ?", "/suite", "Je comprends votre agacement.", "c koi le modele svp",
    "/a depot", "Quand arrivent les lampes ?", "/a cliente", "/sujet", "/sujet 1", "/attendre 3", "/note rien",
    "C’est votre faute", "on vous rembourse", "1", "/indice", "/encore", "Merci, au revoir.", "[bold]x[/]", "😀" * 50,
)  # fmt: skip


def play(lines: list[str]) -> Rehearsal:
    played = Rehearsal(STAGE, lambda events: None)
    played.start()
    for line in lines:
        try:
            command = parse(line)
            if command is not None:
                played.do(command)
        except RefusedInputError:
            continue
    return played


SCRIPT = Script(Scenario.model_validate(small_scenario()), None, 0, {})  # type: ignore[arg-type]
STAGE = Stage(SCRIPT)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(LINES), max_size=14))
def test_the_state_is_the_fold_of_the_stored_events(lines: list[str]) -> None:
    played = play(lines)
    stored = [from_record(json.loads(json.dumps(to_record(event)))) for event in played.events]
    assert stored == played.events
    assert fold(stored) == played.state
    assert [event.n for event in stored] == list(range(1, len(stored) + 1))
    minutes = [event.minute for event in stored]
    assert minutes == sorted(minutes)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(LINES), max_size=12), st.integers(0, 11))
def test_going_on_after_any_line_changes_nothing(lines: list[str], cut: int) -> None:
    whole = play(lines)
    half = play(lines[:cut])
    resumed = Rehearsal(STAGE, lambda events: None, events=half.events)
    for line in lines[cut:]:
        try:
            command = parse(line)
            if command is not None:
                resumed.do(command)
        except RefusedInputError:
            continue
    assert [to_record(e) for e in resumed.events] == [to_record(e) for e in whole.events]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(LINES), max_size=14))
def test_a_locked_value_is_never_said(lines: list[str]) -> None:
    played = Rehearsal(STAGE, lambda events: None)
    played.start()
    for line in lines:
        try:
            command = parse(line)
            if command is None:
                continue
            events = played.do(command)
        except RefusedInputError:
            continue
        text = " ".join(said(events))
        for fact in SCRIPT.scenario.faits:
            if fact.id not in played.state.told:
                assert fact.valeur not in text


@pytest.mark.parametrize(
    "line", ["/choix", "/choix deux", "/attendre demain", "/a", "/auto K1.2 parfait", "/danse", "/remettre"]
)
def test_an_incomplete_action_is_explained(line: str) -> None:
    with pytest.raises(RefusedInputError, match="action"):
        parse(line)


def test_paths_may_have_spaces_and_names() -> None:
    command = parse('/remettre reponse="C:\\Mes documents\\lettre un.docx" base=b.xlsx c.txt')
    assert isinstance(command, commands.HandInFiles)
    assert command.files == (
        ("reponse", "C:\\Mes documents\\lettre un.docx"),
        ("base", "b.xlsx"),
        ("", "c.txt"),
    )


def test_the_summary_names_what_was_missed(rehearsal: Rehearsal) -> None:
    rehearsal.do(Say("Je lui écris comment ?"))
    rehearsal.do(Note("Mme Petit, midi"))
    rehearsal.do(Finish())
    told = summary(rehearsal.stage, rehearsal.state)
    assert told["facts_granted"] == ["canal"]
    assert {"id": "m1", "heard": None, "asked": True, "done": None} in told["instructions"]  # type: ignore[operator]


def test_every_kind_of_event_can_be_read_back() -> None:
    from ascom_coach.rehearsal import events

    kinds = {
        item for item in vars(events).values() if isinstance(item, type) and issubclass(item, events.Event)
    }
    assert set(events._KINDS.values()) == kinds - {events.Event}
