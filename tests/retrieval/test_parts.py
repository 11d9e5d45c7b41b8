from __future__ import annotations

import math

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ascom_coach.referential import load_referential
from ascom_coach.retrieval import hashing, knowledge
from ascom_coach.retrieval.absences import Absences, Card, compile_form
from ascom_coach.retrieval.folding import flat, fold, ids_in, stem, words
from ascom_coach.retrieval.intent import read_intent
from ascom_coach.retrieval.lexical import Bm25
from ascom_coach.retrieval.spelling import Speller, distance, sound
from ascom_coach.retrieval.thesaurus import Entry, Thesaurus
from ascom_coach.retrieval.wordlists import GENERIC, STOP, WEAK


def test_folding() -> None:
    assert fold("  L’Œuvre  ÉTÉ ") == "l'oeuvre ete"
    assert words("L’examen d’e-mailing, mettre à jour") == ["examen", "emailing", "miseajour"]
    assert words("compte-rendu") == words("comptes rendus") == ["compterendu"]
    assert flat("Qu’est-ce ?") == "qu est ce"


def test_stems_bring_forms_together_but_not_short_words() -> None:
    assert stem("livrer") == stem("livree")
    assert stem("commande") == stem("commander")
    assert stem("cms") == "cms"
    assert stem("commande") != stem("comment")


def test_ids() -> None:
    assert ids_in("voir k1.3 et A2.7, puis p1.2A") == ("K1.3", "A2.07", "P1.2a")
    assert ids_in("10.5 euros en 2026") == ()


SPELLER = Speller(
    {"kel": "quel"}, ["commande", "reclamation", "fournisseur", "stock", "accueil"], ["comment"]
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("comande", "commande"),
        ("reclamassion", "reclamation"),
        ("fournisser", "fournisseur"),
        ("stok", "stock"),
        ("akeuil", "accueil"),
        ("recalmation", "reclamation"),
    ],
)
def test_typos_of_the_trade_are_repaired(typed: str, meant: str) -> None:
    assert SPELLER.repair(typed) == meant


@pytest.mark.parametrize("word", ["comment", "commandes", "sto", "bonjour", "quel"])
def test_known_and_short_words_are_left_alone(word: str) -> None:
    assert SPELLER.repair(word) is None


def test_sms_and_glued_articles() -> None:
    assert SPELLER.expand_sms(["kel", "stock"]) == ["quel", "stock"]
    assert "accueil" in [token.text for token in SPELLER.read(["laccueil"])]
    assert sound("commande") != sound("comment")


@given(st.text("abc", max_size=6), st.text("abc", max_size=6))
@example("aab", "abca")
def test_distance_is_symmetric_and_bounded(left: str, right: str) -> None:
    assert distance(left, right, 9) == distance(right, left, 9)
    assert (distance(left, right, 9) == 0) == (left == right)
    assert distance(left, right, 1) == min(distance(left, right, 9), 2)


def test_a_swap_counts_one() -> None:
    assert distance("reunoin", "reunion", 2) == 1


def test_bm25_prefers_rare_words() -> None:
    bm25 = Bm25({"a": ["stock", "suivi"], "b": ["suivi"], "c": ["suivi", "vente"]})
    scores = bm25.scores([("stock", 1.0), ("suivi", 1.0)])
    assert max(scores, key=lambda one: scores[one]) == "a"
    assert bm25.scores([("inconnu", 1.0)]) == {}
    assert all(0.0 <= value <= 1.0 for value in scores.values())


def test_vectors_are_unit_and_stable() -> None:
    vector = hashing.vector("gestion des stocks")
    assert len(vector) == hashing.DIMENSIONS
    assert math.isclose(sum(value * value for value in vector), 1.0, rel_tol=1e-9)
    assert hashing.vector("gestion des stocks") == vector
    assert not any(hashing.vector("le la les"))
    near = hashing.cosine(vector, hashing.vector("gestion du stock"))
    assert near > hashing.cosine(vector, hashing.vector("réseaux sociaux"))


def test_our_embedding_is_registered_and_never_the_default() -> None:
    from chromadb.utils.embedding_functions import known_embedding_functions

    from ascom_coach.retrieval.embedding import AscomHash

    ours = AscomHash()
    assert known_embedding_functions[ours.name()] is AscomHash
    again = AscomHash.build_from_config(ours.get_config())
    assert [list(map(float, one)) for one in again(["stock"])] == [
        list(map(float, one)) for one in ours(["stock"])
    ]
    assert ours.default_space() in ours.supported_spaces()


def test_thesaurus_aims_by_order() -> None:
    thesaurus = Thesaurus([Entry(("X", "Y"), ("ranger les papiers",)), Entry(("Z",), ("payer une facture",))])
    hits = thesaurus.search([(stem("papiers"), 1.0)])
    assert hits["X"].score > hits["Y"].score
    assert "Z" not in hits
    assert thesaurus.search([]) == {}


@pytest.mark.parametrize(
    ("form", "text", "match"),
    [
        ("combien de points", "il y a combien de points", True),
        ("dur* … epreuve", "la duree de l epreuve", True),
        ("dur* … epreuve", "dur un deux trois quatre cinq six epreuve", False),
        ("note sur 20|vingt", "note sur vingt", True),
        ("si … jour_j|examen", "si je tombe le jour j", True),
        ("age", "agenda partage", False),
        ("^ qui note", "qui note les copies", True),
        ("^ qui note", "une personne qui note les appels", False),
    ],
)
def test_surface_forms(form: str, text: str, match: bool) -> None:
    assert bool(compile_form(form).search(text)) is match


def test_a_card_gives_way_to_its_exceptions() -> None:
    card = Card("c", "absence", ("duree*",), ("duree de conservation",), "Non.", ())
    cards = Absences([card])
    assert cards.match("quelle duree") == (card, "duree")
    assert cards.match("duree de conservation des papiers") is None


def test_intent() -> None:
    intent = read_intent("tous les criteres du bloc 1")
    assert (intent.kinds, intent.bloc, intent.wants_list) == (("critere",), 1, True)
    assert read_intent("dans les trois blocs").every_bloc
    assert read_intent("la deuxieme partie").blocs == (2,)
    assert read_intent("bloc communication").blocs == (3,)
    assert read_intent("ranger des papiers").kinds == ()
    assert read_intent("un bloc").blocs == ()


REF = load_referential()


def test_every_passage_is_aimed_at_by_several_phrasings() -> None:
    said: dict[str, int] = {}
    for entry in knowledge.entries():
        for target in entry.targets:
            assert REF.has_passage(target), target
            for twin in REF.twins(target):
                said[twin] = said.get(twin, 0) + len(entry.phrases)
    assert [passage.id for passage in REF.passages if said.get(passage.id, 0) < 4] == []


def test_phrasings_have_a_subject_and_are_not_repeated_in_an_entry() -> None:
    for entry in knowledge.entries():
        assert len(set(entry.phrases)) == len(entry.phrases), entry.phrases
        for phrase in entry.phrases:
            assert any(word not in STOP for word in words(phrase)), phrase


def test_cards_are_complete_and_point_at_true_passages() -> None:
    ids = [card.id for card in knowledge.cards()]
    assert len(ids) == len(set(ids))
    for card in knowledge.cards():
        assert card.forms
        assert card.sentence.endswith((".", "!"))
        assert " :" not in card.sentence, "a no-break space goes before a colon"
        assert all(REF.has_passage(one) for one in card.passages)
        assert card.passages or card.reason == "hors_champ"
        for form in card.forms + card.unless:
            plain = " ".join(form.replace("…", " ").split())
            assert fold(plain) == plain, f"{card.id}: {form} is matched on folded text"


def test_no_card_fires_on_the_text_of_the_referential() -> None:
    cards = Absences(knowledge.cards())
    fired = {
        passage.id: matched[1]
        for passage in REF.passages
        if passage.id != "L1" and (matched := cards.match(flat(passage.text)))
    }
    assert fired == {}


def test_word_lists_are_folded_and_apart() -> None:
    for words_of in (STOP, GENERIC, WEAK):
        assert all(fold(word) == word for word in words_of)
    assert not STOP & GENERIC


def test_sms_words_are_no_grammar_words() -> None:
    assert set(knowledge.sms()) & (STOP - {"c"}) <= {"tel", "ya"}


def test_synonyms_stand_for_one_group_only() -> None:
    heads = set(knowledge.synonyms().values())
    for word, head in knowledge.synonyms().items():
        assert word == head or word not in heads, f"{word} is both a member and a head"
        assert word not in STOP
