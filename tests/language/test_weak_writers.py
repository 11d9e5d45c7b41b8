"""What weak writers' mails showed: guesses beside an error, clauses behind « et », capitals without accents."""

from __future__ import annotations

import pytest

from ascom_coach.language import EmbeddedEngine
from ascom_coach.language.syntax.second_clauses import second_clause
from ascom_coach.language.syntax.view import views


def _quotes(text: str, counted: bool = True) -> list[str]:
    return [one.quote for one in EmbeddedEngine().check(text) if one.counted or not counted]


def _fixes(text: str, quote: str) -> tuple[str, ...]:
    return next((one.suggestions for one in EmbeddedEngine().check(text) if one.quote == quote), ())


@pytest.mark.parametrize(
    ("text", "error", "guess"),
    [
        ("Pouvez-vous me dire qu'elle solution vous convient ?", "qu'elle", "solution"),
        ("Sinon, ont peut annuler la commande de lundi.", "ont", "peut"),
    ],
)
def test_a_guess_that_the_neighbour_misled_is_dropped(text: str, error: str, guess: str) -> None:
    quotes = _quotes(text)
    assert error in quotes
    assert guess not in quotes


def test_a_guess_that_explains_its_neighbour_stays() -> None:
    assert "on" in _quotes("Les tarifs on augmenté de trois pour cent en janvier.")


@pytest.mark.parametrize(
    ("text", "at", "opens"),
    [
        ("Le hall est propre et les chaises sont rangées.", 5, True),
        ("Nous avons reçu le colis et les factures sont jointes.", 6, True),
        ("Elle dit que le hall est propre et les chaises sont sales.", 8, True),
        ("Le client qui a appelé et la cliente sont venus.", 6, False),
        ("Quand je range la commande et les factures sont prêtes.", 6, False),
        ("La commande et les factures sont prêtes.", 3, False),
    ],
)
def test_whether_et_opens_a_clause(text: str, at: int, opens: bool) -> None:
    assert second_clause(views(text)[0], at) is opens


@pytest.mark.parametrize(
    ("wrong", "quote", "fix"),
    [
        ("Le gardien a payé et la facture est envoyé.", "envoyé", "envoyée"),
        ("La commande est partie et les acheteurs sont content.", "content", "contents"),
        ("J'ai prévenu le chef et les plannings sera changés.", "sera", "seront"),
    ],
)
def test_the_second_clause_agrees_with_its_own_subject(wrong: str, quote: str, fix: str) -> None:
    assert fix in _fixes(wrong, quote)


def test_a_clause_joined_to_a_whole_clause_and_right_is_left_alone() -> None:
    for text in (
        "Le gardien a payé et la facture est envoyée.",
        "Je pense que le bon et la facture sont prêts.",
        "Le bon que j'ai signé et la facture sont prêts.",
    ):
        assert _quotes(text) == []


def test_a_capital_without_its_accent_is_read_as_the_word() -> None:
    assert "présents" in _fixes("Etaient présent : Mme Roche et M. Petit.", "présent")
    assert _quotes("Etaient présents : Mme Roche et M. Petit.") == []


def test_a_short_misspelt_word_before_a_full_stop_is_no_abbreviation() -> None:
    assert "mieux" in _fixes("Tout se passe pour le mieu.", "mieu")
    assert "caisse" in _fixes("Elle tient les comptes et la caise.", "caise")
    assert _quotes("Il habite au 12 boul. Voltaire.") == []


def test_a_group_is_mended_with_the_adjectives_it_holds() -> None:
    assert any(
        "grands cartons" in fix
        for one in EmbeddedEngine().check("Il range les grand carton.")
        for fix in one.suggestions
    )


def test_nothing_follows_means_no_quotation_either() -> None:
    assert _quotes("Ne cliquez pas sur « Continuer ».") == []
    assert "sur" in _quotes("Je n'en suis pas sur.")


@pytest.mark.parametrize("text", ["Il lit «", "Il lit « ", "Il a noté : «\n\nLa suite vient lundi."])
def test_a_quotation_left_open_on_nothing_is_told_where_it_stands(text: str) -> None:
    [found] = [one for one in EmbeddedEngine().check(text) if one.rule == "ponct_guillemet_ouvert"]
    assert (found.quote, found.suggestions) == ("«", ())
    assert text[found.start : found.end] == "«"


def test_remarks_of_sentences_cut_anywhere_stay_inside_them() -> None:
    text = "Pensez a apporté vos « papiers », d’autres, maintenez enfoncée la touche, et l’envoi .pdf (joint) vous sera"
    for end in range(1, len(text) + 1):
        assert all(0 <= one.start < one.end <= end for one in EmbeddedEngine().check(text[:end]))
