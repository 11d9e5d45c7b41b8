from __future__ import annotations

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from ascom_coach.language import (
    Repairer,
    Vocabulary,
    fold,
    fold_typed,
    normalise_typed,
    plain,
    sentences,
    stem,
    stems,
    tokens,
)

FRENCH = st.text(alphabet="aàâbcçdeéèêiïoôœuùzÀÉŒ'’ \u00a0\u202f-–.,;!?«»0123456789\n🙂\u0301", max_size=80)


@given(st.one_of(FRENCH, st.text(max_size=60)))
def test_the_map_leads_back(text: str) -> None:
    folded = fold(text)
    assert len(folded.text) == len(folded.starts) == len(folded.ends)
    assert list(folded.starts) == sorted(folded.starts)
    for index in range(len(folded.text)):
        start, end = folded.span(index, index + 1)
        assert 0 <= start < end <= len(text)
        assert folded.text[index] in plain(text[start:end])


@given(FRENCH)
def test_folding_ignores_composition_case_and_accents(text: str) -> None:
    assert plain(unicodedata.normalize("NFD", text)) == plain(unicodedata.normalize("NFC", text))
    assert plain(plain(text)) == plain(text)


@settings(deadline=None)  # the first text loads what typed French is read with
@given(FRENCH)
def test_typed_map_stays_inside(text: str) -> None:
    folded = fold_typed(text)
    assert len(folded.text) == len(folded.starts) == len(folded.ends)
    assert all(0 <= a < b <= len(text) for a, b in zip(folded.starts, folded.ends, strict=True))


@given(FRENCH)
def test_tokens_and_sentences_quote_the_text(text: str) -> None:
    for one in [*tokens(text), *sentences(text)]:
        assert text[one.start : one.end] == one.text
        assert one.text.strip()


def test_fold_opens_ligatures_and_spaces() -> None:
    text = "L’Œuvre\u00a0: déjà"
    folded = fold(text)
    assert folded.text == "l'oeuvre : deja"
    at = folded.text.index("oeuvre")
    assert text[slice(*folded.span(at, at + 6))] == "Œuvre"


def test_sentences_respect_abbreviations() -> None:
    found = [one.text for one in sentences("M. Roux est là. Mme Bay aussi ? Oui.\nÀ demain")]
    assert found == ["M. Roux est là.", "Mme Bay aussi ?", "Oui.", "À demain"]


def test_stems_join_forms() -> None:
    assert stem("signées") == stem("signé") == stem("signe")
    assert stems("Les chaises livrées") == stems("la chaise livrée")


def test_typed_forms_are_written_out() -> None:
    assert normalise_typed("ref de la cmde svp") == "référence de la commande s'il vous plaît"
    assert normalise_typed("qd c livré ?") == "quand c'est livré ?"
    assert normalise_typed("jattend lheure") == "j'attends l'heure"
    assert normalise_typed("c koi le num tel") == "c'est quoi le numéro de téléphone"


def test_real_french_is_left_alone() -> None:
    for text in [
        "M. Dupont a dit oui.",
        "Le plan C est bon.",
        "Mes livres sont là.",
        "vitamine C.",
        "5 m de tissu",
        "La carte de Mme Roy",
        "Vous livrez quand ?",
    ]:
        assert normalise_typed(text) == text


def test_repairer_needs_the_vocabulary_and_spares_french() -> None:
    repairer = Repairer(["commande", "livraison", "référence", "désolé"])
    assert repairer.repair("comande") == "commande"
    assert repairer.repair("livrezon") == "livraison"
    assert repairer.repair("dezoler") == "désolé"
    assert repairer.repair("commandes") is None
    assert repairer.repair("livre") is None
    assert repairer.repair("xyzzy") is None
    assert repairer.repair_text("ou est ma comande") == "ou est ma commande"
    assert repairer.repair_text("vs avié pris koi ?") == "vous aviez pris quoi ?"
    assert repairer.repair_text("vous pouvé venir") == "vous pouvez venir"
    assert repairer.repair_text("je vous parle, il avé") == "je vous parle, il avé"
    assert repairer.repair_text("s'il y a du retard") == "s'il y a du retard"
    assert Repairer(["main", "mains"]).repair_text("la main-d’œuvre") == "la main-d’œuvre"


def test_repairer_knows_what_it_shares_after_its_own() -> None:
    shared = Vocabulary(["commande", "désolé"])
    repairer = Repairer(["livraison"], shared)
    assert repairer.repair("livrezon") == "livraison"
    assert repairer.repair("dezoler") == "désolé"
    assert repairer.repair("desolé") is None
    assert Repairer(["désole"], shared).repair("dezoler") == "désole"
    assert Repairer(["livraison"]).repair("dezoler") is None
