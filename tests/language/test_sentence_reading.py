"""What the proofreader reads of a sentence: chunks, subjects, choices between look-alike forms."""

from __future__ import annotations

import pytest

from ascom_coach.language.learnt.choices import VERB_SET, doubts, verb_choices, weights
from ascom_coach.language.learnt.context import features, line
from ascom_coach.language.learnt.sets import SETS
from ascom_coach.language.syntax.chunks import chunks
from ascom_coach.language.syntax.subjects import clauses
from ascom_coach.language.syntax.view import View, views


def view(text: str) -> View:
    (found,) = views(text)
    return found


@pytest.mark.parametrize(
    ("text", "shapes"),
    [
        ("La liste des clients est jointe.", "Nfs desNmp E Kfs"),
        ("Nous les avons commandées lundi.", "nous =les H Kfp Nms"),
        ("Le dossier que vous avez envoyé suivra.", "Nms que vous H Kms V"),
        ("Deux salles, dont une petite, restent libres.", "Nfp , dont Nfs , L Kp"),
    ],
)
def test_a_sentence_is_a_row_of_chunks(text: str, shapes: str) -> None:
    assert " ".join(one.shape for one in chunks(view(text))) == shapes


@pytest.mark.parametrize(
    ("text", "number", "gender", "verb"),
    [
        ("La liste des clients sont là.", "s", "f", "sont"),
        ("Les dossiers que la direction a signés part demain.", "p", "m", "part"),
        ("Le gérant et son associée viendront.", "p", "m", "viendront"),
        ("La gérante et son adjointe viendront.", "p", "f", "viendront"),
        ("Il faut que les clients signent.", "p", "m", "signent"),
    ],
)
def test_the_head_of_the_subject_is_found(text: str, number: str, gender: str, verb: str) -> None:
    found = view(text)
    (clause,) = [
        one for one in clauses(found) if found.words[chunks(found)[one.verb].first].text == verb
    ] or [None]
    assert clause is not None
    assert (clause.number, clause.gender) == (number, gender)


@pytest.mark.parametrize(
    "text",
    [
        "Une dizaine de clients attendent.",
        "Le gérant ou son associé viendra.",
        "La plupart des clients paient.",
        "Dans le bureau attendent deux clients.",
    ],
)
def test_a_doubtful_subject_is_not_given(text: str) -> None:
    assert not list(clauses(view(text)))


def test_every_set_was_learnt_and_doubts_in_known_labels() -> None:
    for name, chosen in SETS.items():
        learnt = weights(name)
        assert set(learnt.labels) == set(chosen.forms)
        assert learnt.threshold >= 2.0
        assert {label for pair in chosen.doubted for label in pair} <= set(chosen.forms)
    assert set(weights(VERB_SET).labels) == {"I", "K", "T", "V", "Z"}


def test_the_written_form_weighs_nothing() -> None:
    """Only what stands around is read: both spellings of a place have the same features."""
    one, two = view("Le devis et valable."), view("Le devis est valable.")
    assert features(line(one), 2, 2)[:-6] == features(line(two), 2, 2)[:-6]


def test_verb_choices_are_forms_heard_alike() -> None:
    label, others = verb_choices("envoyer") or ("", {})
    assert label == "I"
    assert "envoyé" in others["K"]
    assert "envoyez" in others["Z"]
    assert verb_choices("pris") is None
    assert verb_choices("facture") is None


def test_a_choice_is_said_only_in_the_directions_listed() -> None:
    assert [(one.written, one.better) for one in doubts(view("Les clients on payé."), "on")] == [
        ("on", "ont")
    ]
    assert not list(doubts(view("Nous livrons dès lundi."), "des"))
