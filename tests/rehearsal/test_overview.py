"""Questions about the whole: what was already said comes back, nothing more, and it never costs."""

from __future__ import annotations

import pytest

from ascom_coach.rehearsal import Rehearsal, Stage
from ascom_coach.rehearsal.commands import NextStep, Say
from ascom_coach.rehearsal.lines import shared
from ascom_coach.scenarios import find_script


def _played(slug: str = "chaudiere-du-lundi", *, call: bool = False, exam: bool = False) -> Rehearsal:
    played = Rehearsal(Stage(find_script(slug, seed=0), exam=exam), lambda events: None)
    played.start()
    if call:
        played.do(NextStep())
    return played


def _answers(played: Rehearsal, text: str) -> list[tuple[str, str]]:
    """(words, reason) of what is answered."""
    return [
        (one.text, one.reason)
        for one in played.do(Say(text))
        if one.name == "said" and one.who != "stagiaire"
    ]


@pytest.mark.parametrize(
    "text",
    ["qu’est-ce que je dois faire exactement ?", "je fais quoi du coup", "Tu peux me résumer la consigne ?"],
)
def test_the_tasks_are_said_again_in_one_breath(text: str) -> None:
    ((line, reason),) = _answers(_played("la-journee-du-greffage"), text)
    assert reason == "redit"
    assert "Tu prépares l’e-mail aux clients" in line
    assert "désherbe-moi la liste d’envoi" in line
    assert "cinq euros" not in line  # a limit is no task


@pytest.mark.parametrize(
    "text",
    [
        "attends, tu peux répéter plus lentement",
        "pas si vite",
        "j’ai pas tout noté",
        "Tu peux répéter encore une fois ?",
    ],
)
def test_who_could_not_follow_hears_the_tasks_again(text: str) -> None:
    ((line, reason),) = _answers(_played("la-journee-du-greffage"), text)
    assert reason == "redit"
    assert "Tu prépares l’e-mail aux clients" in line


@pytest.mark.parametrize(
    ("text", "again"),
    [
        ("attends le geste c est combien", True),
        ("pardon c'est quoi le montant max", True),
        ("attends je cherche un stylo", False),
    ],
)
def test_a_word_that_holds_the_other_one_hides_no_question(text: str, again: bool) -> None:
    ((line, _),) = _answers(_played(), text)
    assert ("cinquante euros" in line) == again


@pytest.mark.parametrize(
    "text", ["c’est pour quand tout ça", "j’ai jusqu’à quand ?", "bon, c'est pour quand ?"]
)
def test_the_deadline_is_said_again(text: str) -> None:
    ((line, reason),) = _answers(_played(), text)
    assert reason == "redit"
    assert "avant onze heures trente" in line


@pytest.mark.parametrize("text", ["ça marche, autre chose ?", "ok, d’autres questions ?"])
def test_nothing_else_gets_an_answer(text: str) -> None:
    ((line, _),) = _answers(_played(), text)
    assert line in shared("rien_d_autre", "tutoiement")


@pytest.mark.parametrize(
    "text",
    [
        "c quoi le pb avec mme vasseur ?",
        "elle se plaint de quoi ?",
        "que se passe-t-il ?",
        "attends j ai pas tout compris c est quoi le pb avec la cliente",
    ],
)
def test_a_manager_says_again_whom_it_is_about(text: str) -> None:
    ((line, reason),) = _answers(_played(), text)
    assert reason == "redit"
    assert line.endswith("Tu prends Mme Vasseur, elle a déjà laissé deux messages.")


@pytest.mark.parametrize(
    "text",
    [
        "que s’est-il passé ?",
        "qu'est ce qui vous arrive",
        "dites moi ce qui s est passé svp",
        "racontez-moi ce qui s’est passé",
        "Que puis-je faire pour vous ?",
    ],
)
def test_a_caller_says_again_why_they_call(text: str) -> None:
    played = _played(call=True)
    before = played.state.mood.get("cliente")
    ((line, reason),) = _answers(played, text)
    assert reason == "redit"
    assert line.endswith("et personne ne me rappelle.")
    assert (played.state.mood.get("cliente"), played.state.misses) == (before, 0)


def test_open_questions_never_count_as_questions_without_listening() -> None:
    played = _played(call=True)
    before = played.state.mood.get("cliente")
    for text in (
        "que s’est-il passé ?",
        "quel est le problème ?",
        "racontez-moi tout",
        "qu’est-ce qui ne va pas ?",
    ):
        played.do(Say(text))
    assert played.state.mood.get("cliente") == before


def test_in_an_exam_nothing_is_said_twice() -> None:
    ((line, _),) = _answers(_played(exam=True), "qu’est-ce que je dois faire ?")
    assert "Mme Vasseur" not in line


@pytest.mark.parametrize(
    "text", ["je fais quoi pour la facture ?", "qu’est-ce que je dois faire de sa fiche ?"]
)
def test_a_question_about_one_thing_is_not_about_the_whole(text: str) -> None:
    lines = _answers(_played(), text)
    assert not any("Tu prends Mme Vasseur" in line for line, _ in lines)


@pytest.mark.parametrize(
    ("text", "call"),
    [
        ("qui est au courant ?", False),
        ("c’est quoi son problème à la cliente ?", False),
        ("la chaudière a quel âge ?", True),
        ("il y a une garantie ?", False),
        ("quel ton je dois prendre ?", False),
    ],
)
def test_work_is_not_taken_for_small_talk(text: str, call: bool) -> None:
    assert all(reason != "hors sujet" for _, reason in _answers(_played(call=call), text))


@pytest.mark.parametrize(
    "text",
    [
        "vous avez quel âge au fait ?",
        "il fait quel temps chez vous ?",
        "vous aimez le foot ?",
        "on a droit au wifi ?",
    ],
)
def test_small_talk_still_gets_its_dodge(text: str) -> None:
    assert [reason for _, reason in _answers(_played(call=True), text)] == ["hors sujet"]


def test_what_is_clear_but_held_by_nobody_is_not_misheard() -> None:
    ((_, reason),) = _answers(_played(), "il y a une garantie ?")
    assert reason == "ne sait pas"
    ((_, reason),) = _answers(_played(), "gloub bizou trelu ?")
    assert reason == "pas compris"
