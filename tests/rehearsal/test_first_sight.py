# ruff: noqa: E501 - what people type stays on one line
"""What a trainee types without a thought, on scenarios that no list was made for: each look both ways."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from ascom_coach.language import find_values, leave_asked, spoken_acts
from ascom_coach.rehearsal import Rehearsal, Stage
from ascom_coach.rehearsal.commands import Address, NextStep, Say
from ascom_coach.rehearsal.events import Clarifying, Event, Granted, NotUnderstood, Said
from ascom_coach.rehearsal.identity import someone_asked, uncalled
from ascom_coach.rehearsal.understanding.bids import puts_forward
from ascom_coach.rehearsal.understanding.ellipsis import bare_thing, conditional, of_it
from ascom_coach.rehearsal.understanding.precisely import answers_otherwise, asked_precisely, held_precisely
from ascom_coach.rehearsal.understanding.questions import questions, states, wants
from ascom_coach.rehearsal.understanding.small_talk import lightly
from ascom_coach.scenarios.loader import Script
from ascom_coach.scenarios.schema import Scenario
from tests.rehearsal.conftest import small_scenario

TODAY = dt.date(2026, 3, 2)


def _fact(
    name: str, who: str, label: str, value: str, *questions: str, keys: Sequence[str] = ()
) -> dict[str, Any]:
    return {
        "id": name, "qui": who, "porte_sur": label, "valeur": value, "acces": "si_demande",
        "questions": list(questions), "mots_cles": list(keys), "reponses": ["Voilà : {valeur}."],
    }  # fmt: skip


def played(who: str = "chef") -> Rehearsal:
    """A workshop for children, as a trainer would write it in a hurry: two questions and a keyword or two a fact."""
    points = [
        {"id": "p1", "nature": "quoi", "dit": "Prépare le mot pour l’atelier de poterie."},
        {"id": "p2", "nature": "quantite", "valeur": "14", "dit": "Ils seront quatorze, pas un de plus."},
        {
            "id": "p3",
            "nature": "limite",
            "valeur": "90 EUR",
            "dit": "Pour la terre, quatre-vingt-dix euros au plus.",
        },
        {"id": "p4", "nature": "delai", "valeur": "17:00", "dit": "Je repasse le prendre à dix-sept heures."},
    ]
    step = {"type": "consigne_orale", "id": "consigne", "qui": "chef", "ecoutes": "2", "points": points}
    tree = small_scenario(
        etapes=[
            step,
            {"type": "dialogue", "id": "appel", "qui": ["depot", "cliente"], "tours_max": "30"},
            {"type": "production", "id": "redaction", "productions": ["reponse"]},
        ],
        imprevus=[],
        delegation={},
        faits=[
            _fact("jour", "chef", "le jour choisi", "mercredi 11 mars", "C’est quel mercredi ?", "Quelle date ?"),
            _fact("annule", "depot", "ce qu’on fait s’il neige", "on garde la séance", "Et s’il neige ?", "On annule si le temps est mauvais ?", keys=["neige"]),
            _fact("debut", "depot", "l’heure de début", "9 h 15", "On commence à quelle heure ?", "Ça démarre quand ?", keys=["commence"]),
            _fact("tablier", "depot", "ce qu’il faut apporter", "un vieux tablier", "Ils apportent quoi ?", "Faut venir avec quoi ?", keys=["tablier", "apporter"]),
            _fact("nom_potier", "depot", "le nom du potier", "Ludovik", "Comment s’appelle le potier ?", "C’est qui, le potier ?"),
            _fact("place_potier", "depot", "la place du potier", "au fond de la cour", "Où s’installe le potier ?", "Le potier, tu le mets où ?", keys=["cour"]),
        ],
        productions=[],
    )  # fmt: skip
    tree["personnages"]["depot"]["role"] = "animatrice"
    out = Rehearsal(Stage(Script(Scenario.model_validate(tree), Path(), 0, {})), lambda events: None)
    out.start()
    if who != "chef":
        out.do(NextStep())
    if who == "cliente":
        out.do(Address(who))
    return out


def granted(events: Sequence[Event]) -> list[str]:
    return [event.fact for event in events if isinstance(event, Granted)]


def answer(text: str, who: str = "chef") -> str:
    return " ".join(one.text for one in played(who).do(Say(text)) if isinstance(one, Said) and one.who == who)


# Of what kind exactly: an hour or a day, money or heads.


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("a quelle heure on ouvre mardi", "heure"),
        ("c’est quelle date la fete", "jour"),
        ("quel mardi au juste", "jour"),
        ("vous etes combien a table", "compte"),
        ("combien de chaises je sors", "compte"),
        ("combien ca coute pour un groupe", "montant"),
        ("quand est-ce qu’on ouvre", ""),
        ("c’est combien", ""),
        ("combien de temps ça dure", ""),
        ("combien d’euros au plus", "montant"),
    ],
)
def test_the_precise_kind_asked_for(text: str, kind: str) -> None:
    assert asked_precisely(text) == kind


def test_a_close_kind_is_no_answer() -> None:
    day, hour = held_precisely("mardi 3 mars"), held_precisely("9 h 30")
    assert answers_otherwise("heure", day, ())
    assert not answers_otherwise("heure", hour, ())
    assert not answers_otherwise("heure", held_precisely("mardi 3 mars à 9 h 30"), ())
    assert not answers_otherwise("heure", day, ("À quelle heure ?",))  # the author asks it so
    assert not answers_otherwise("heure", held_precisely("le gymnase"), ())
    assert not answers_otherwise("", day, ())


def test_an_hour_is_asked_of_who_knows_it_though_a_day_is_named() -> None:
    assert granted(played("depot").do(Say("mercredi on commence a quelle heure"))) == ["debut"]


def test_how_many_they_are_is_not_what_they_cost() -> None:
    assert "quatorze" in answer("ils sont combien deja")
    assert "quatre-vingt-dix" not in answer("ils sont combien deja")
    assert "quatre-vingt-dix" in answer("redis moi le montant stp")
    assert "dix-sept heures" in answer("jai pas bien note l heure")


# What was said, put forward or asked again.


def test_a_value_that_was_said_is_said_again_in_full() -> None:
    assert "quatorze" in answer("14 c’est avec ou sans les animateurs ?")
    assert "quatorze" not in answer("12 c’est avec ou sans les animateurs ?")
    assert "quatorze" not in answer("ok 14 c’est noté")


def test_what_ends_with_already_is_asked_again() -> None:
    assert "quatre-vingt-dix" in answer("le budget c’est combien déjà ?")
    assert "dix-sept" not in answer("ceux qui sont déjà venus repassent")
    assert "quatre-vingt-dix" not in answer("le budget c’est combien déjà ?", "depot")  # who never said it


def test_a_name_put_forward_nearly_right() -> None:
    assert granted(played("depot").do(Say("ludovic avec un c c’est ça ?"))) == ["nom_potier"]
    assert granted(played("depot").do(Say("ludovik avec un k c’est ça ?"))) == ["nom_potier"]
    assert granted(played("depot").do(Say("bernard avec un d c’est ça ?"))) == []


@pytest.mark.parametrize(
    "text", ["c’est bon si je mets 9h15", "ok pour toi si j’écris mardi", "le 12, c’est ça ?"]
)
def test_put_forward(text: str) -> None:
    assert puts_forward(text)


@pytest.mark.parametrize("text", ["c’est bon, je mets 9h15", "je mets 9h15", "si je mets 9h15 il râle"])
def test_not_put_forward(text: str) -> None:
    assert not puts_forward(text)


def test_hours_from_and_to() -> None:
    def told(text: str) -> list[tuple[str, object]]:
        return [(one.kind, one.value) for one in find_values(text, TODAY)]

    assert told("9h30-16h") == [("heure", dt.time(9, 30)), ("heure", dt.time(16))]
    assert told("plutôt 8h/9h15") == [("heure", dt.time(8)), ("heure", dt.time(9, 15))]
    assert told("AB12-3h")[0][0] == "reference"
    assert told("le dossier 9H3016H")[0][0] == "reference"


# What is asked under a condition, at the end, of both, of « il ».


@pytest.mark.parametrize(
    ("piece", "parts"),
    [
        ("si jamais il neige on peut annuler ?", ("on peut annuler ?", "si jamais il neige ?")),
        ("si elle refuse je fais quoi", ("je fais quoi", "si elle refuse ?")),
        ("on peut annuler ?", ()),
        ("vous savez si on peut annuler ?", ()),
    ],
)
def test_conditions(piece: str, parts: tuple[str, ...]) -> None:
    assert conditional(piece) == parts


def test_si_is_no_yes_when_it_begins_a_condition() -> None:
    doubting = played("depot")
    assert any(isinstance(event, Clarifying) for event in doubting.do(Say("c est ou exactement")))
    assert granted(doubting.do(Say("si il neige on fait quoi"))) == ["annule"]
    again = played("depot")
    again.do(Say("c est ou exactement"))
    assert granted(again.do(Say("si si"))) == ["place_potier"]


def test_two_questions_the_second_by_yes_or_no() -> None:
    assert len(questions("tu viens quand et il te faut un carton ou pas")) == 2
    assert len(questions("tu viens quand et il te faut un carton")) == 1
    assert len(questions("tu ranges tout et il te faut un carton ou pas")) == 1


def test_he_is_who_the_name_was_of() -> None:
    assert of_it("tu le mets où", "le nom du livreur") == "tu mets le livreur où"
    assert of_it("il arrive quand", "le nom du livreur") == "le livreur arrive quand"
    assert of_it("il arrive quand", "la livraison") == "il arrive quand la livraison"


def test_where_he_goes_after_his_name() -> None:
    one = played("depot")
    assert granted(one.do(Say("c’est qui le potier"))) == ["nom_potier"]
    assert granted(one.do(Say("ok et tu le mets ou"))) == ["place_potier"]


def test_a_keyword_and_nothing_else() -> None:
    assert granted(played("depot").do(Say("et pour la neige ?"))) == ["annule"]
    assert bare_thing("et pour la neige ?") == "neige"
    assert bare_thing("la neige tombe") == ""
    assert bare_thing("et on garde la neige ?") == ""


# Whom one speaks to and of.


def test_who_somebody_is() -> None:
    assert "Animatrice" in answer("c’est qui anouk déjà ?")
    assert "Animatrice" not in answer("anouk est là ?")
    assert answer("c’est qui gérard déjà ?")


def test_who_is_meant() -> None:
    turn = _Named(played("depot"))
    assert someone_asked(turn, "c qui anouk") == "depot"  # type: ignore[arg-type]
    assert someone_asked(turn, "c’est qui qui garde anouk") == ""  # type: ignore[arg-type]
    assert uncalled(turn, "depot", "salut Anouk tu commences quand") == "salut tu commences quand"  # type: ignore[arg-type]
    assert uncalled(turn, "depot", "Anouk commence quand") == "Anouk commence quand"  # type: ignore[arg-type]
    assert uncalled(turn, "cliente", "salut Anouk tu commences quand") == "salut Anouk tu commences quand"  # type: ignore[arg-type]


class _Named:
    """What `identity` needs of a turn."""

    def __init__(self, rehearsal: Rehearsal) -> None:
        self.stage = rehearsal.stage


def test_a_second_person_promises_nothing() -> None:
    def promised(text: str) -> bool:
        return any(one.act == "engagement" for one in spoken_acts(text))

    assert not promised("vous etes chez vous demain matin ou plutot laprem")
    assert promised("vous recevrez un courrier demain sans faute")
    assert promised("je vous rappelle demain matin")


def test_enough_is_no_order_to_be_quiet() -> None:
    def cut(text: str) -> bool:
        return any(one.act == "interruption" for one in spoken_acts(text))

    assert cut("bon, ça suffit !")
    assert cut("assez")
    assert not cut("tu crois que trois tables ça suffit")
    assert not cut("y en aura assez pour tous")


# What asks for no fact.


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("t es sure que ca rentre", "certain"),
        ("tu seras joignable ?", "joignable"),
        ("vous serez là si j’ai un souci ?", "joignable"),
        ("tu te souviens du modèle de l’an passé ?", "souvenir"),
        ("allo vous m’entendez ?", "entendu"),
        ("si on vous le change demain ça vous irait ?", "proposition_a_voir"),
        ("vous seriez d’accord pour un bon d’achat", "proposition_a_voir"),
        ("tu veux relire avant que j’envoie ?", "offre_a_voir"),
        ("tu es sur le planning ?", None),
        ("tu seras là mardi ?", None),
        ("à quelle heure vous êtes joignable ?", None),
        ("mardi ça vous irait ?", None),
        ("tu veux quoi comme papier ?", None),
    ],
)
def test_lightly(text: str, kind: str | None) -> None:
    assert lightly(text) == kind


def test_asked_to_wait_one_waits() -> None:
    assert "attends" in answer("tu peux patienter deux minutes je regarde avec la compta", "depot")
    assert "attends" not in answer("tu peux commencer deux minutes plus tôt ?", "depot")


def test_what_others_know_is_rather_told_than_asked() -> None:
    events = played("depot").do(Say("c’est urgent, il y a une dame qui attend la date"))
    assert not any(isinstance(event, NotUnderstood) for event in events)
    assert granted(played("chef").do(Say("la date c’est quel mercredi ?"))) == ["jour"]


def test_no_denial_of_what_was_just_told() -> None:
    said = answer("faut venir avec quoi ? un tablier ?", "depot")
    assert "tablier" in said
    assert "reste" not in said


def test_more_than_a_number_is_more_than_a_sum() -> None:
    more = leave_asked("si elle demande plus que 40 je fais quoi", TODAY)
    assert more is not None
    assert more.beyond
    assert more.how_far
    far = leave_asked("je peux monter jusqu’à 40 ?", TODAY)
    assert far is not None
    assert [one.kind for one in far.deed.values] == ["montant"]
    assert leave_asked("si elle demande 40 chaises je fais quoi", TODAY) is None


# Marks that are none, and marks that are.


@pytest.mark.parametrize(
    "text",
    ["on vous le porte ou vous passez", "c’est toi qui ouvres demain", "on pourrait avoir un autre modèle"],
)
def test_asks(text: str) -> None:
    assert wants(text)
    assert not states(text)


@pytest.mark.parametrize("text", ["on vous le porte demain ou jeudi", "je vous appelle ou je vous écris"])
def test_tells(text: str) -> None:
    assert states(text)
