"""Acts of typed turns: what was learnt beside the patterns."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from ascom_coach.errors import SurroundingsError
from ascom_coach.language import ACTS, find_acts, spoken_acts
from ascom_coach.language.said import spoken


@pytest.fixture(scope="module")
def build() -> ModuleType:
    spec = importlib.util.spec_from_file_location("construire_actes", spoken.FOLDER / "construire.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def names(text: str) -> set[str]:
    return {one.act for one in spoken_acts(text)}


# None of these sentences is among those that were learnt; no pattern shows their act.
@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("ma collègue du service pose va reprendre votre appel tout de suite", "transfert"),
        ("moi c'est Odile du secrétariat", "presentation"),
        ("mille excuses pour ce contretemps de vendredi", "excuse"),
        ("allez bonne soirée madame et à mardi", "cloture"),
        ("espèce de bon à rien", "insulte"),
        ("grand merci à vous pour ces précisions", "remerciement"),
    ],
)
def test_acts_that_no_list_of_words_holds(text: str, act: str) -> None:
    assert act in names(text)


@pytest.mark.parametrize(
    "text",
    [
        "Quel est le numéro de votre commande ?",
        "La livraison était prévue mardi à quel endroit ?",
        "Le technicien vous avait promis un remboursement ?",
        "Vous habitez à quel étage ?",
        "combien de cartons ont été livrés",
        "Le transfert de fonds date de quel jour ?",
    ],
)
def test_ordinary_questions_do_nothing(text: str) -> None:
    assert names(text) == set()


@pytest.mark.parametrize("text", ["", "   ", "?!", "\n", "😀"])
def test_nothing_said_is_no_act(text: str) -> None:
    assert spoken_acts(text) == ()


def test_an_act_stands_at_its_words_or_at_its_sentence() -> None:
    text = "Votre dossier est complet. Ma collègue du service pose va reprendre votre appel tout de suite."
    assert not any(one.act == "transfert" for one in find_acts(text))
    (found,) = [one for one in spoken_acts(text) if one.act == "transfert"]
    assert (
        text[found.start : found.end] == "Ma collègue du service pose va reprendre votre appel tout de suite."
    )


def test_acts_of_a_turn_are_told_once_each_in_order() -> None:
    found = spoken_acts("Bonjour, bonjour madame. Merci de votre patience, merci.")
    assert [one.act for one in found] == sorted(
        {one.act for one in found}, key=[one.act for one in found].index
    )
    assert [one.start for one in found] == sorted(one.start for one in found)
    assert {"salutation", "remerciement"} <= {one.act for one in found}


def test_weights_were_learnt_from_these_sentences_and_these_features(build: ModuleType) -> None:
    with np.load(spoken.FOLDER / "poids.npz") as kept:
        assert str(kept["fingerprint"]) == build.fingerprint(build.rows()), "run construire.py again"


def test_every_sentence_has_known_acts_and_none_repeats_the_benchmark(build: ModuleType) -> None:
    known = build.rows()
    assert {act for _, acts, _ in known for act in acts} == set(ACTS)
    apart = Path(__file__).parents[1] / "benchmarks" / "acts_other.txt"
    held = {line.partition("|")[2].strip() for line in apart.read_text(encoding="utf-8").splitlines()}
    told = {text for _, _, text in known}
    assert not {text for text in held & told if len(text.split()) > 5}


def test_a_floor_keeps_the_precision_asked_for(build: ModuleType) -> None:
    scores = np.array([0.9, 0.8, 0.7, 0.6])
    assert build.floor(scores, np.array([True, True, False, True]), 0.93) == 0.8
    assert build.floor(scores, np.array([False, False, False, False]), 0.93) > scores.max()


def test_evidence_counts_with_its_sign(build: ModuleType) -> None:
    rows = np.array([[value, 1.0] for value in (0.0, 0.1, 0.2, 0.6, 0.8, 0.9)])
    slope, always = build.logistic(rows, np.array([0.0, 0.0, 1.0, 0.0, 1.0, 1.0]))
    assert slope > 0 > always


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Désolée, je vous rembourse demain.", ["je vous rembourse demain"]),
        ("je comprends bien mais je ne peux pas", ["je comprends bien", "mais je ne peux pas"]),
        ("je vous rappelle demain", []),
        ("", []),
    ],
)
def test_a_turn_is_cut_into_clauses(text: str, parts: list[str]) -> None:
    assert spoken.clauses(text) == parts


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("toutes nos excuses, votre table sera remplacée vendredi", {"excuse", "engagement"}),
        ("merci d'avoir attendu, je vous passe la comptabilité", {"remerciement", "transfert"}),
    ],
)
def test_two_acts_in_one_turn(text: str, acts: set[str]) -> None:
    assert names(text) == acts


def test_damaged_weights_are_said_in_french(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spoken, "FOLDER", tmp_path)
    (tmp_path / "seuils.json").write_text("{}", encoding="utf-8")
    (tmp_path / "poids.npz").write_bytes(b"rien")
    spoken._learnt.cache_clear()
    with pytest.raises(SurroundingsError, match="réinstallez le programme"):
        spoken._learnt()
    spoken._learnt.cache_clear()


@pytest.mark.parametrize("text", ["oui", "Oui, oui.", "non", "Bien", "ok bon", "Ah oui ?", "Euh…"])
def test_a_bare_answer_does_nothing_by_itself(text: str) -> None:
    assert spoken_acts(text) == ()


def test_a_short_act_is_still_one() -> None:
    assert [act.act for act in spoken_acts("merci")] == ["remerciement"]
    assert [act.act for act in spoken_acts("Non merci, au revoir")][-1] == "cloture"
