"""What a trainee gives back to who gave instructions is heard as a summary, right or wrong, never as leave asked."""

from __future__ import annotations

import pytest

from ascom_coach.rehearsal import Rehearsal, Stage
from ascom_coach.rehearsal import events as ev
from ascom_coach.rehearsal.commands import NextStep, Say
from ascom_coach.rehearsal.lines import shared
from ascom_coach.rehearsal.understanding.bids import sets_off
from ascom_coach.scenarios import find_script

BOILER, APPLES, SAILS = "chaudiere-du-lundi", "la-journee-du-greffage", "compter-la-toile"


def _events(slug: str, text: str, *, exam: bool = False, steps: int = 0) -> list[ev.Event]:
    played = Rehearsal(Stage(find_script(slug, seed=0), exam=exam), lambda events: None)
    played.start()
    for _ in range(steps):
        played.do(NextStep())
    return list(played.do(Say(text)))


def _said(events: list[ev.Event]) -> list[str]:
    return [one.text for one in events if isinstance(one, ev.Said) and one.who != ev.TRAINEE]


def _acts(events: list[ev.Event]) -> set[str]:
    return {one.act for one in events if isinstance(one, ev.ActDetected)}


@pytest.mark.parametrize(
    ("slug", "text"),
    [
        (
            BOILER,
            "ok donc je réponds a mme vasseur avant 11h, je peux aller jusqu'a 50 euros et je préviens l'atelier",
        ),
        (BOILER, "je mets sa fiche à jour, je laisse un message à l’atelier"),
        (APPLES, "donc mail de 180 mots max, 5 euros de réduc pour les anciens, je nettoie la liste"),
        (SAILS, "alors l’inventaire c’est samedi à huit heures, on est douze, et la note fait une page"),
    ],
)
def test_several_points_given_back_are_a_summary_and_it_is_right(slug: str, text: str) -> None:
    events = _events(slug, text)
    assert "reformulation" in _acts(events)
    assert _said(events)[-1] in shared("reformule_bien", "tutoiement")


@pytest.mark.parametrize(
    ("slug", "text"),
    [
        (BOILER, "je peux aller jusqu’à 50 euros ?"),
        (BOILER, "combien je peux lui offrir, et l’atelier je le préviens ?"),
        (BOILER, "je mets sa fiche à jour"),
        (BOILER, "bien, je m’en occupe, à tout de suite"),
    ],
)
def test_a_question_one_point_or_none_is_no_summary(slug: str, text: str) -> None:
    events = _events(slug, text)
    assert "reformulation" not in _acts(events)
    assert not set(_said(events)) & set(shared("reformule_bien", "tutoiement"))


def test_a_wrong_value_of_a_summary_is_put_right_with_the_words_said_aloud() -> None:
    text = "je peux aller jusqu’à 80 euros, je mets sa fiche à jour et je préviens l’atelier"
    events = _events(BOILER, text)
    assert [one.said for one in events if isinstance(one, ev.Misquoted)] == ["80 euros"]
    assert "tu peux aller jusqu’à cinquante euros" in _said(events)[-1]


def test_in_an_exam_a_wrong_summary_is_no_second_hearing() -> None:
    text = "je peux aller jusqu’à 80 euros, je mets sa fiche à jour et je préviens l’atelier"
    assert not any("cinquante" in line for line in _said(_events(BOILER, text, exam=True)))


def test_to_the_client_the_same_words_are_no_summary_of_what_the_manager_said() -> None:
    text = "je mets votre fiche à jour, je laisse un message à l’atelier"
    assert "reformulation" not in _acts(_events(BOILER, text, steps=1))


@pytest.mark.parametrize("text", ["très bien, je m’y mets", "super j'y vais", "ok c’est parti", "je fonce !"])
def test_who_leaves_for_work_is_let_go(text: str) -> None:
    assert sets_off(text)
    assert _said(_events(BOILER, text))[-1] in shared("en_route", "tutoiement")


@pytest.mark.parametrize(
    "text", ["je commence par quoi ?", "j’y vais avec qui", "on y va quand ?", "je file la note à Fanny"]
)
def test_a_question_on_leaving_is_still_a_question(text: str) -> None:
    assert not sets_off(text)


@pytest.mark.parametrize(
    "text",
    [
        "elle s’appelle comment ?",
        "c’est quoi son nom ?",
        "comment s’appelle la cliente ?",
        "c’est qui déjà la cliente ?",
    ],
)
def test_whom_it_is_about_is_said_again(text: str) -> None:
    assert "Tu prends Mme Vasseur" in _said(_events(BOILER, text))[-1]


def test_a_man_is_not_the_lady_of_the_instruction() -> None:
    assert "Mme Vasseur" not in _said(_events(BOILER, "il s’appelle comment ?"))[-1]


@pytest.mark.parametrize(
    ("text", "point"),
    [
        ("vous pouvez me redire pour l’atelier", "Et laisse un message à l’atelier"),
        ("tu as dit quoi pour la fiche", "Mets sa fiche à jour"),
        ("je n’ai pas bien compris pour le geste", "Pour le geste, tu peux aller"),
    ],
)
def test_a_point_named_by_a_word_of_its_own_is_said_again(text: str, point: str) -> None:
    assert point in _said(_events(BOILER, text))[-1]


def test_what_nobody_said_is_not_said_again() -> None:
    assert "atelier" not in _said(_events(BOILER, "tu peux me redire pour le chauffe-eau"))[-1]


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("si elle demande un remboursement je dis quoi", "rembours"),
        ("et si elle veut plus de 50 euros ?", "cinquante euros"),
        ("et si Mme Vasseur réclame 40 euros ?", "cinquante euros"),
    ],
)
def test_what_the_client_may_want_is_leave_asked(text: str, answer: str) -> None:
    events = _events(BOILER, text)
    assert answer in _said(events)[-1].casefold()
    assert not any(isinstance(one, ev.Promised) for one in events)


def test_what_the_client_may_want_otherwise_is_no_leave() -> None:
    events = _events(BOILER, "si elle demande un rendez-vous je dis quoi")
    assert not any(isinstance(one, ev.Said) and one.reason == "délégation" for one in events)


@pytest.mark.parametrize(
    "text",
    ["c’est bien Mme Vasseur à l’appareil ?", "bonjour, madame vasseur ?", "vous êtes bien Mme Vasseur ?"],
)
def test_who_is_asked_for_says_so_and_it_is_no_presentation(text: str) -> None:
    events = _events(BOILER, text, steps=1)
    assert _said(events)[-1] in shared("c_est_moi", "vouvoiement")
    assert "presentation" not in _acts(events)


@pytest.mark.parametrize(
    "text",
    [
        "c’est bien M. Durand à l’appareil ?",
        "vous êtes Mme Vasseur de la mairie",
        "Camille, de Thermélia, à l’appareil.",
    ],
)
def test_somebody_else_is_not_who_answers(text: str) -> None:
    assert not set(_said(_events(BOILER, text, steps=1))) & set(shared("c_est_moi", "vouvoiement"))


@pytest.mark.parametrize(
    "text",
    [
        "donc je réponds avant 11 h 30, et 60 euros max, c’est ça ?",
        "60 euros max pour le geste, c’est ça ?",
    ],
)
def test_a_value_put_right_is_said_once(text: str) -> None:
    [said] = _said(_events(BOILER, text))
    assert "cinquante euros" in said
