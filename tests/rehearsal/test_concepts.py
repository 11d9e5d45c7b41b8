"""The concept lexicon and the generic decoys: what their files promise to whoever reads them."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
import yaml

from ascom_coach.language import STOP_WORDS, plain, stems
from ascom_coach.rehearsal.understanding.concepts import concepts
from ascom_coach.resources import knowledge_dir

FOLDER = knowledge_dir() / "lexique" / "concepts"
DECOYS = knowledge_dir() / "lexique" / "leurres.yaml"
GENERAL_WORDS = """faire avoir être aller pouvoir vouloir devoir mettre prendre donner savoir dire chose truc besoin
comment combien pourquoi pas non sans jamais rien"""
TOO_GENERAL = frozenset(stems(GENERAL_WORDS))
NBSP = "\u00a0"

Lexicon = dict[str, list[str]]


def load(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def read(folder: Path) -> Lexicon:
    """Entries by concept id; an id written twice raises."""
    found: Lexicon = {}
    for path in sorted(folder.glob("*.yaml")):
        for concept, body in load(path).items():
            assert concept not in found, f"{path.name}: {concept} is written twice"
            assert list(body) == ["entrees"], f"{path.name}: {concept}"
            found[concept] = body["entrees"]
    return found


def holds(long: list[str], short: list[str]) -> bool:
    return any(long[at : at + len(short)] == short for at in range(len(long) - len(short) + 1))


def defects(lexicon: Lexicon) -> list[str]:
    """Every broken rule, in words."""
    found: list[str] = []
    owners: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for concept, entries in lexicon.items():
        if not re.fullmatch(r"[a-z][a-z0-9_]*", concept):
            found.append(f"id {concept}")
        cut = [(entry, stems(entry)) for entry in entries]
        for entry, sequence in cut:
            if len(entry) < 3:
                found.append(f"short {concept}/{entry}")
            if not sequence:
                found.append(f"stop words only {concept}/{entry}")
            elif len(sequence) == 1 and sequence[0] in TOO_GENERAL:
                found.append(f"too general {concept}/{entry}")
            owners[tuple(sequence)].add(concept)
            for other, inner in cut:
                if other != entry and inner and holds(sequence, inner):
                    found.append(f"already caught {concept}/{entry} by {other}")
        if len(set(entries)) != len(entries):
            found.append(f"twice in {concept}")
    found.extend(
        f"in {len(names)} concepts {' '.join(key)}" for key, names in owners.items() if len(names) > 3
    )
    return found


def test_the_lexicon_is_wide_enough() -> None:
    lexicon = read(FOLDER)
    assert len(lexicon) >= 180
    assert sum(len(entries) for entries in lexicon.values()) >= 2400


def test_the_lexicon_breaks_no_rule() -> None:
    assert defects(read(FOLDER)) == []


@pytest.mark.parametrize(
    ("lexicon", "said"),
    [
        ({"Date": ["quel jour"]}, "id Date"),
        ({"delai": ["si"]}, "short delai/si"),
        ({"delai": ["pour qui est-ce"]}, "stop words only delai/pour qui est-ce"),
        ({"delai": ["besoin"]}, "too general delai/besoin"),
        ({"casse": ["casser", "tasse cassée"]}, "already caught casse/tasse cassée by casser"),
        ({"casse": ["fendu", "fendu"]}, "twice in casse"),
        ({name: ["colis"] for name in ("a1", "a2", "a3", "a4")}, "in 4 concepts colis"),
    ],
)
def test_each_rule_catches_what_breaks_it(lexicon: Lexicon, said: str) -> None:
    assert said in defects(lexicon)


def test_each_file_names_its_subject() -> None:
    for path in FOLDER.glob("*.yaml"):
        assert re.match(r"# \S.+\n", path.read_text(encoding="utf-8")), path.name


def tags(question: str) -> set[str]:
    return concepts(stems(question))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("C’est arrivé quand ?", "La date de livraison, c’était laquelle ?"),
        ("Vous avez payé comment ?", "Par quel mode de paiement ?"),
        ("On sera combien autour de la table ?", "Quel est le nombre de participants ?"),
        ("Il vous en reste en magasin ?", "Quel est l’état du stock ?"),
        ("Quelqu’un est végan ?", "Y a-t-il des allergies à signaler ?"),
        ("Vous aviez signé le bon ?", "Des réserves à la réception ?"),
        ("Qui donne le feu vert ?", "Par qui est-ce validé ?"),
        ("Qui encadre le nouveau ?", "Comment s’appelle son tuteur ?"),
        ("Je pars d’une trame ?", "Il existe un modèle ?"),
        ("Certains suivront en visio ?", "Qui participe à distance ?"),
        ("Vous préférez une ristourne ?", "Une remise vous conviendrait ?"),
        ("Il est tombé en panne ?", "L’appareil ne fonctionne plus ?"),
        ("C’est quoi l’enveloppe ?", "De quel budget je dispose ?"),
        ("On met quel mot-dièse ?", "Quels hashtags faut-il ?"),
        ("Il rentre de congé lundi ?", "Ses vacances finissent quel jour ?"),
    ],
)
def test_two_ways_of_asking_share_a_concept(first: str, second: str) -> None:
    assert tags(first) & tags(second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("De quelle couleur était la nappe ?", "À quel numéro vous joindre ?"),
        ("Vous voulez être remboursé ?", "La réunion a lieu dans quelle salle ?"),
        ("Qui signe le courrier ?", "Combien de végétariens ?"),
        ("Le transporteur est passé à midi ?", "Quel est le slogan ?"),
        ("Le mot de passe a expiré ?", "Quel train prend la directrice ?"),
    ],
)
def test_two_subjects_share_none(first: str, second: str) -> None:
    assert tags(first)
    assert tags(second)
    assert not tags(first) & tags(second)


def test_decoys_are_enough_and_well_formed() -> None:
    decoys = load(DECOYS)
    assert len(decoys) >= 45
    assert len({decoy["id"] for decoy in decoys}) == len(decoys)
    for decoy in decoys:
        assert set(decoy) == {"id", "questions", "mots_cles", "reponses"}, decoy["id"]
        assert re.fullmatch(r"[a-z][a-z0-9_]*", decoy["id"])
        assert len(set(decoy["questions"])) >= 8, decoy["id"]
        assert len(decoy["mots_cles"]) >= 2, decoy["id"]
        assert set(decoy["reponses"]) == {"vous", "tu"}, decoy["id"]


def test_no_question_belongs_to_two_decoys() -> None:
    seen: dict[str, str] = {}
    for decoy in load(DECOYS):
        for question in decoy["questions"]:
            key = " ".join(stems(question, keep_stop_words=True))
            assert seen.setdefault(key, decoy["id"]) == decoy["id"], question


def test_keywords_of_decoys_carry_meaning() -> None:
    for decoy in load(DECOYS):
        for keyword in decoy["mots_cles"]:
            left = [stem for stem in stems(keyword) if stem not in TOO_GENERAL and stem not in STOP_WORDS]
            assert any(len(stem) >= 3 for stem in left), f"{decoy['id']}: {keyword}"


@pytest.mark.parametrize(
    ("form", "wrong"),
    [("vous", r"\b(?:tu|toi|te|ton|ta|tes|t’\w+)\b"), ("tu", r"\b(?:vous|votre|vos)\b")],
)
def test_dodges_are_short_typeset_and_keep_one_form_of_address(form: str, wrong: str) -> None:
    for decoy in load(DECOYS):
        replies = decoy["reponses"][form]
        assert len(set(replies)) >= 3, decoy["id"]
        for reply in replies:
            assert len(reply) <= 90, reply
            assert reply[0].isupper(), reply
            assert reply[-1] in ".?!", reply
            assert "'" not in reply, reply
            assert not re.search(rf"(?<!{NBSP})[?!:;»]", reply), reply
            assert not re.search(wrong, reply.lower()), reply
            assert not re.search(r"\b(?:scenario|exercice|robot|modele|fait secret)\b", plain(reply)), reply
