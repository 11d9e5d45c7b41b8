"""The classifier: in step with its questions, adds up words never seen together, knows what the text lacks."""

from __future__ import annotations

import importlib.util
from collections import Counter
from types import ModuleType

import numpy as np
import pytest

from ascom_coach.errors import SurroundingsError
from ascom_coach.retrieval import classifier, knowledge
from ascom_coach.retrieval.brain import load_brain
from ascom_coach.retrieval.classifier import ABSENT, features, load_classifier, weights_file
from ascom_coach.retrieval.folding import stem, words
from ascom_coach.retrieval.wordlists import STOP


def _builder() -> ModuleType:
    spec = importlib.util.spec_from_file_location(
        "construire_questions", weights_file().with_name("construire.py")
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _scores(question: str) -> dict[str, float]:
    brain = load_brain()
    return brain.classifier.scores(features(question, brain.speller, brain.synonyms))


def test_weights_were_learnt_from_the_questions_as_they_are() -> None:
    builder = _builder()
    with np.load(weights_file(), allow_pickle=False) as kept:
        assert str(kept["fingerprint"]) == builder.fingerprint(builder.examples())


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("le fleuriste a reçu des tulipes fanées dans ses cartons", "A1.10"),
        ("faire visiter l’atelier à la nouvelle apprentie", "A2.13"),
        ("recadrer la photo de la vitrine", "A3.04"),
    ],
)
def test_words_never_seen_together_add_up(question: str, wanted: str) -> None:
    scores = _scores(question)
    assert wanted in sorted(scores, key=lambda one: -scores[one])[:3]


def test_a_question_on_marks_resembles_an_absence_more_than_any_passage() -> None:
    scores = _scores("quel est le coefficient de la deuxième épreuve")
    assert max(scores, key=lambda one: scores[one]).startswith(ABSENT)


def test_a_question_on_the_trade_resembles_no_absence() -> None:
    scores = _scores("ranger les factures dans des classeurs")
    assert not max(scores, key=lambda one: scores[one]).startswith(ABSENT)


def test_every_target_exists() -> None:
    referential = load_brain().referential
    cards = {card.id for card in knowledge.cards()} | {"criteres_bloc3", "mise_en_forme_bloc2"}
    for entry in knowledge.questions():
        for target in entry.targets:
            known = target.removeprefix(ABSENT) in cards if target.startswith(ABSENT) else None
            assert known if known is not None else referential.has_passage(target), target


def test_there_are_many_phrasings_over_many_topics_and_none_is_empty_of_subject() -> None:
    entries = (*knowledge.entries(), *knowledge.questions())
    assert sum(len(entry.phrases) for entry in entries) >= 800
    assert len({entry.targets for entry in entries}) >= 150
    said = [one for entry in entries for one in entry.phrases]
    assert all(len(one) >= 2 for one in said)


def test_no_trigger_is_too_short_and_none_fires_everywhere() -> None:
    said = [
        one
        for entry in (*knowledge.entries(), *knowledge.questions())
        if not entry.targets[0].startswith(ABSENT)
        for one in entry.phrases
    ]
    for one in said:
        acronym = any(len(word) > 1 and word.isupper() for word in one.replace("’", " ").split())
        assert acronym or any(len(word) >= 4 for word in words(one)), one
    found = Counter(root for one in said for root in {stem(word) for word in words(one) if word not in STOP})
    (root, count), *_ = found.most_common(1)
    assert count <= 0.05 * len(said), root


def test_no_phrasing_stands_twice_for_different_passages() -> None:
    aimed: dict[str, set[str]] = {}
    for entry in knowledge.questions():
        for one in entry.phrases:
            aimed.setdefault(one.casefold(), set()).add(entry.targets[0])
    clashes = Counter({one: len(targets) for one, targets in aimed.items() if len(targets) > 1})
    assert len(clashes) <= 0.01 * len(aimed), clashes.most_common(5)


def test_a_damaged_file_is_said_in_french(tmp_path, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    broken = tmp_path / "poids.npz"
    broken.write_bytes(b"PK nothing")
    monkeypatch.setattr(classifier, "weights_file", lambda: broken)
    load_classifier.cache_clear()
    try:
        with pytest.raises(SurroundingsError, match=r"poids\.npz"):
            load_classifier()
    finally:
        load_classifier.cache_clear()
