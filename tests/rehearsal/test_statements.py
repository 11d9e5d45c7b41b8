"""Statements and idioms are not taken for questions; questions that look like them still are."""

from __future__ import annotations

import pytest

from ascom_coach.rehearsal import Askable, Reader, Rehearsal, Stage
from ascom_coach.rehearsal.commands import NextStep, Say
from ascom_coach.rehearsal.understanding.questions import named_choice, questions, states
from ascom_coach.scenarios import find_script

_READER = Reader([Askable("prix", ("Quel est le prix ?",), ("prix",), "le prix")])


def _wants(text: str) -> bool:
    return any(reading.asking for reading in _READER.read(text))


@pytest.mark.parametrize(
    "text",
    [
        "je comprends que ce soit long",
        "Calmez-vous.",
        "calmez vous svp",
        "un instant s’il vous plait",
        "je vous rappelle lundi ou mardi dans la matinée sans faute",
        "la personne qui s’en charge est prévenue et tout suit son cours",
        "il faut que je regarde avec le magasin",
        "quel dommage",
        "vous avez bien fait de nous prévenir",
        "je pense que tout sera réglé",
        "vous savez quoi, je m’en charge",
        "dites-moi tout",
        "j’ai besoin de toi pour samedi, je te tiens au courant",
        "ok et la cliente attend toujours notre réponse",
        "ok et merci",
        "votre attention s’il vous plaît",
        "un peu de patience svp",
        "j’ai besoin de vérifier le stock avec le magasin avant de répondre",
    ],
)
def test_a_statement_asks_nothing(text: str) -> None:
    assert not _wants(text)


@pytest.mark.parametrize(
    "text",
    [
        "que souhaitez-vous",
        "qui vient chercher le colis",
        "c’est où le dépôt",
        "le numéro de commande svp",
        "c’est pour qui le colis",
        "je suppose que quelqu’un doit relire",
        "dites-moi votre numéro",
        "j’attends vos précisions pour la salle",
        "quel jour vous convient",
        "Calmez-vous, quel est votre numéro ?",
        "c’est bien lundi",
        "ok et les horaires",
        "d’accord, et pour la salle",
        "merci, et le numéro de dossier",
        "votre numeros de telefone svp",
        "l’adresse exacte du chantier, s’il vous plaît",
        "vous n’avez rien dit sur la façon de payer",
        "je vous écoute pour l’adresse",
    ],
)
def test_a_question_that_looks_like_one_still_asks(text: str) -> None:
    assert _wants(text)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("samedi ok mais lequel ?", "quel samedi ?"),
        ("la salle, laquelle ?", "quelle salle ?"),
        ("jeudi d’accord mais lequel", "quel jeudi"),
        ("on roule avec lequel ?", "on roule avec lequel ?"),
        ("lequel des deux ?", "lequel des deux ?"),
        ("le camion, lequel des trois ?", "le camion, lequel des trois ?"),
    ],
)
def test_which_one_is_asked_of_what_was_named(text: str, asked: str) -> None:
    assert named_choice(text) == asked


def _after(slug: str, text: str, steps: int = 0, **kept: int) -> list[tuple[str, str]]:
    played = Rehearsal(Stage(find_script(slug, seed=0)), lambda events: None)
    played.start()
    for _ in range(steps):
        played.do(NextStep())
    events = played.do(Say(text))
    return [(event.name, getattr(event, "reason", "")) for event in events if event.name != "act"]


def test_when_the_mail_is_due_is_no_question_about_means() -> None:
    for text in ("c pour quand le mail", "le mail c’est pour quand ?"):
        assert ("said", "redit") in _after("chaudiere-du-lundi", text)
    assert ("granted", "demandé") in _after("chaudiere-du-lundi", "j’envoie ça par mail ou par courrier ?")


def test_a_commitment_typed_without_a_mark_asks_nothing() -> None:
    for text in ("je la rappelle à 14 h", "je lui écris tout de suite"):
        names = {name for name, _ in _after("chaudiere-du-lundi", text)}
        assert not names & {"asked", "clarifying", "not_understood"}, text
    assert "asked" in {name for name, _ in _after("chaudiere-du-lundi", "j’envoie ça comment")}


@pytest.mark.parametrize(
    "text",
    [
        "vous auriez dû rappeler aussi",
        "nickel je lui confirme 8h30",
        "super, je leur envoie le lien",
        "tu aurais pu me le dire",
    ],
)
def test_reproaches_and_what_one_does_next_ask_nothing(text: str) -> None:
    assert states(text)


@pytest.mark.parametrize(
    "text",
    ["vous auriez une adresse ?", "tu me confirmes 8 h 30 ?", "super, et le lien ?", "vous auriez un mail"],
)
def test_their_likes_still_ask(text: str) -> None:
    assert not states(text)


def test_a_title_ends_no_sentence() -> None:
    assert questions("je transmets à M. Lemoine et on revient vers vous.") == [
        "je transmets à M. Lemoine et on revient vers vous"
    ]
    assert len(questions("C’est pour Mme. Roux. Elle vient quand ?")) == 2


def test_two_things_in_one_line_are_two_questions() -> None:
    assert questions("Tu aurais un créneau demain et il te faut quoi comme matériel ?")[1:] == [
        "il te faut quoi comme matériel  ?"
    ]
