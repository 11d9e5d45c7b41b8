"""What asks for no fact is answered as people do: proposals, favours, thanks, summaries, secrets kept."""

from __future__ import annotations

from itertools import pairwise

import pytest

from ascom_coach.language import spoken_acts
from ascom_coach.rehearsal import Rehearsal, Stage
from ascom_coach.rehearsal.commands import Address, NextStep, Say
from ascom_coach.rehearsal.lines import shared
from ascom_coach.rehearsal.understanding.bids import asks_favour, offers_more, seeks_consent
from ascom_coach.scenarios import find_script


@pytest.mark.parametrize(
    "text",
    [
        "Je passe vendredi matin, ça vous va ?",
        "ça te convient ?",
        "On envoie une lettre, d’accord ?",
        "c’est bon pour toi ?",
    ],
)
def test_a_proposal_seeks_consent(text: str) -> None:
    assert seeks_consent(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ça vous va vendredi ?",
        "Quel jour vous va ?",
        "d’accord",
        "ok",
        "je note, d’accord",
        "c’est bon pour jeudi ?",
    ],
)
def test_a_question_or_an_agreement_seeks_none(text: str) -> None:
    assert not seeks_consent(text)


def test_a_favour_is_for_somebody_else() -> None:
    assert asks_favour("tu peux prévenir les collègues ?")
    assert asks_favour("vous pourriez leur passer le mot")
    assert not asks_favour("tu peux me dire qui vient ?")
    assert not asks_favour("vous pouvez nous rappeler l’heure ?")


def test_anything_else_ends_an_exchange_only_alone() -> None:
    assert offers_more("Avez-vous d’autres questions ?")
    assert offers_more("autre chose ?")
    assert not offers_more("Un échange, un avoir, autre chose ?")
    assert not offers_more("Vous avez essayé autre chose que l’eau tiède ?")


def _lines(slug: str, texts: list[str], *, to: str = "", steps: int = 1) -> list[str]:
    played = Rehearsal(Stage(find_script(slug, seed=0)), lambda events: None)
    played.start()
    for _ in range(steps):
        played.do(NextStep())
    if to:
        played.do(Address(to))
    for text in texts[:-1]:
        played.do(Say(text))
    events = played.do(Say(texts[-1]))
    return [event.text for event in events if event.name == "said" and event.who != "stagiaire"]  # type: ignore[attr-defined]


def test_thanks_a_favour_and_a_proposal_are_answered() -> None:
    slug = "compter-la-toile"
    assert _lines(slug, ["tu peux le dire aux autres stp"])[-1] in shared("service_rendu", "tutoiement")
    assert _lines(slug, ["merci"], to="comptable")[-1] in shared("remercie", "tutoiement")
    assert _lines(slug, ["je t’envoie la note à midi, ça te va ?"], to="comptable")[-1] in shared(
        "proposition_notee", "tutoiement"
    )
    assert _lines(slug, ["il y a des végétariens ?"], to="comptable")[-1] not in shared(
        "remercie", "tutoiement"
    )


def test_a_summary_is_confirmed_only_if_nothing_in_it_is_new() -> None:
    slug = "chaudiere-du-lundi"
    right = "si je résume, la chaudière est en panne depuis samedi 14 novembre"
    wrong = "si je résume, la chaudière est en panne depuis samedi et vous avez payé 300 euros"
    assert _lines(slug, ["Bonjour, Camille de Thermélia.", right, right])[-1] in shared(
        "reformule_bien", "vouvoiement"
    )
    assert not set(_lines(slug, ["Bonjour, Camille de Thermélia.", right, wrong])) & set(
        shared("reformule_bien", "vouvoiement")
    )


def test_who_is_spoken_of_is_understood_after_a_name() -> None:
    told = _lines("compter-la-toile", ["l’apprenti c’est quoi son nom", "il se met où"])
    assert "mezzanine" in " ".join(told)


def test_to_keep_a_secret_costs_nothing_even_a_turn_later() -> None:
    played = Rehearsal(Stage(find_script("la-journee-du-greffage", seed=0)), lambda events: None)
    played.start()
    played.do(NextStep())
    for text in (
        "Bonjour, je suis désolée pour la photo.",
        "Combien de places ?",
        "Quels horaires ?",
        "Il faut quoi comme outils ?",
    ):
        played.do(Say(text))
    assert played.state.pried
    before = played.state.mood["partenaire"]
    events = played.do(Say("désolée, je ne peux pas vous donner ça"))
    assert not any("refusé" in getattr(event, "reason", "") for event in events)
    assert played.state.mood["partenaire"] >= before
    assert [event.text for event in events if event.name == "said"][-1] in shared(
        "secret_garde", "vouvoiement"
    )  # type: ignore[attr-defined]


def test_a_line_is_not_begun_twice_in_a_row() -> None:
    slug = "la-journee-du-greffage"
    played = Rehearsal(Stage(find_script(slug, seed=0)), lambda events: None)
    played.start()
    lines = []
    for _ in range(6):
        events = played.do(Say("je note"))
        lines += [event.text for event in events if event.name == "said" and event.who != "stagiaire"]  # type: ignore[attr-defined]
    assert all(first != second for first, second in pairwise(lines))


def test_a_limit_is_not_gone_beyond() -> None:
    said = _lines("compter-la-toile", ["je peux dépasser 16 euros pour les repas ?"], steps=0)[-1]
    assert said.startswith(tuple(line.partition("{")[0] for line in shared("permission_trop", "tutoiement")))
    within = _lines("compter-la-toile", ["je peux aller à 16 euros pour les repas ?"], steps=0)[-1]
    assert within.startswith(
        tuple(line.partition("{")[0] for line in shared("permission_dans_la_limite", "tutoiement"))
    )


def test_taking_a_file_in_hand_commits_and_introduces_nobody() -> None:
    assert [act.act for act in spoken_acts("je m’occupe de votre dossier")] == ["engagement"]
    assert "presentation" in [
        act.act for act in spoken_acts("je m’appelle Ana, je m’occupe des inscriptions")
    ]


def test_apologies_are_heard_as_the_mood_allows() -> None:
    slug, text = "chaudiere-du-lundi", "Je vous présente toutes nos excuses au nom de l’entreprise."
    calm = _lines(
        slug, ["Je suis désolée, je comprends votre colère.", "Bonjour, Camille, de Thermélia.", text]
    )
    assert calm[-1] in shared("excuse_acceptee", "vouvoiement")
    cross = _lines(slug, ["ce n’est pas ma faute", text], steps=1)
    assert not set(cross) & set(shared("excuse_acceptee", "vouvoiement"))


def test_two_things_asked_at_once_are_both_dealt_with() -> None:
    lines = _lines("chaudiere-du-lundi", ["pouvez-vous me confirmer votre numéro et votre mail ?"])
    assert "c.vasseur@messagerie.example" in lines[0]
    assert "téléphone" in lines[1]
