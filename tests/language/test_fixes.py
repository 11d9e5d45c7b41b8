# ruff: noqa: E501 -- a table keeps its lines
"""What is proposed for an error: the right form is among the first three, and near sentences keep their one fix."""

from __future__ import annotations

import pytest

from ascom_coach.language import EmbeddedEngine, Remark, proofread
from ascom_coach.language.fixes.inflected import inflected
from ascom_coach.language.fixes.shown import widened
from ascom_coach.language.fixes.written import as_written

ENGINE = [EmbeddedEngine()]


def shown(text: str, word: str) -> tuple[str, ...]:
    """The first three fixes of the remark on `word`."""
    start = text.index(word)
    found = [one for one in proofread(text, ENGINE).remarks if one.start <= start < one.end]
    assert found, text
    return found[0].suggestions[:3]


@pytest.mark.parametrize(
    ("text", "word", "fix"),
    [
        # what the corrected sentence still asks for comes first
        ("Les paquets du lundi ne sont pas arriver.", "arriver", "arrivés"),
        ("Les volets doivent être changer avant juin.", "changer", "changés"),
        ("Les cartes que vous avez commander sont là.", "commander", "commandées"),
        ("J'aimerais que tu vient plus tôt.", "vient", "viennes"),
        # « avoir » and « être »
        ("Si le courrier n'ai pas arrivé ce soir, prévenez-nous.", "ai", "n'est"),
    ],
)  # fmt: skip
def test_what_the_corrected_sentence_asks_for_comes_first(text: str, word: str, fix: str) -> None:
    assert shown(text, word)[0] == fix


@pytest.mark.parametrize(
    ("text", "word", "fix"),
    [
        ("Nous somme fermés le samedi.", "somme", "sommes"),
        ("Vous avait laissé votre parapluie.", "avait", "avez"),
        ("Pouvait-vous passer au guichet ?", "Pouvait", "Pouvez"),
        ("Le budget annuelle dépasse nos prévisions.", "annuelle", "annuel"),
        ("Je n'est pas eu de réponse.", "est", "n'ai"),
        ("Si vous voudriez un reçu, demandez-le.", "voudriez", "voulez"),
        ("Hier, le cabinet enverra les fiches.", "enverra", "a envoyé"),
    ],
)  # fmt: skip
def test_what_was_heard_and_what_the_place_allows_are_proposed(text: str, word: str, fix: str) -> None:
    assert fix in shown(text, word)


@pytest.mark.parametrize(
    ("text", "word", "fixes"),
    [
        ("Nos clients arrive demain.", "arrive", ("arrivent",)),
        ("Les dossiers sont prêt.", "prêt", ("prêts",)),
        ("Tu mange trop vite.", "mange", ("manges",)),
        ("Elle a manger seule.", "manger", ("mangé",)),
    ],
)  # fmt: skip
def test_a_sentence_with_one_right_fix_gets_one(text: str, word: str, fixes: tuple[str, ...]) -> None:
    assert shown(text, word) == fixes


def test_a_fix_made_beside_another_is_read_with_it() -> None:
    text = "Les salles est nettoyer chaque soir."
    assert shown(text, "est")[0] == "sont"
    assert shown(text, "nettoyer")[0] == "nettoyées"


@pytest.mark.parametrize(
    ("text", "quote", "fix"),
    [
        ("La responsable de la cantine, vous répondra mardi.", "cantine,", "cantine"),
        ("Le quai est fermé , la cour aussi.", "fermé ,", "fermé,"),
        ("Une remise de 12% est prévue.", "12%", "12\u00a0%"),
        ("Entrez par le quai ( porte B) du fond.", "( porte", "(porte"),
        ("Je me demande si le guichet est ouvert ?", "ouvert ?", "ouvert."),
        ("Quelle heure est-il chez vous !", "vous !", "vous ?"),
        ("J'ai tombé dans la cour.", "J'ai", "Je suis"),
        ("Je m'ai trompée de porte.", "m'ai", "me suis"),
    ],
)  # fmt: skip
def test_a_fix_is_shown_with_the_words_it_cannot_be_read_without(text: str, quote: str, fix: str) -> None:
    found = {one.quote: one.suggestions for one in proofread(text, ENGINE).remarks}
    assert found[quote][0] == fix
    assert all(text[one.start : one.end] == one.quote for one in proofread(text, ENGINE).remarks)


def remark(text: str, quote: str, *fixes: str, label: str = "ponctuation") -> Remark:
    start = text.index(quote)
    return Remark(start, start + len(quote), label, "x", quote, "m", fixes, ("integre",))  # type: ignore[arg-type]


def test_a_mark_beside_another_remark_stays_alone() -> None:
    text = "La directrise, vous répondra."
    word, comma = remark(text, "directrise", "directrice", label="orthographe"), remark(text, ",", "")
    first, second = widened(text, [word, comma])
    assert (first, second.quote, second.suggestions) == (word, ",", ())


def test_a_fix_keeps_the_small_word_that_it_does_not_change() -> None:
    text = "Le fournisseur n'as rien envoyé."
    assert shown(text, "as")[0] == "a"


@pytest.mark.parametrize(
    ("text", "quote", "fix", "written"),
    [
        ("Leurs avez-vous répondu ?", "Leurs", "leur", "Leur"),
        ("Merci de répondre ASAP.", "ASAP", "Dès que possible", "dès que possible"),
        ("Il c’est trompé.", "c’est", "s'est", "s’est"),
        ("Il c'est trompé.", "c'est", "s’est", "s'est"),
        ("Voir la SNCF demain.", "SNCF", "SNCF", "SNCF"),
        ("Le Lundi, nous fermons.", "Lundi", "lundi", "lundi"),
    ],
)  # fmt: skip
def test_a_fix_is_written_as_this_text_would(text: str, quote: str, fix: str, written: str) -> None:
    assert as_written(text, remark(text, quote, fix)).suggestions == (written,)


@pytest.mark.parametrize(
    ("quote", "better", "form"),
    [
        ("zappé", "oublier", "oublié"), ("solutionnons", "résoudre", "résolvons"), ("checkez", "vérifier", "vérifiez"),
        ("gosses", "enfant", "enfants"), ("collaborent ensemble", "collaborer", "collaborent"),
        ("super contentes", "très content", "très contentes"), ("boss", "responsable", "responsable"),
        ("checker", "vérifier", "vérifier"), ("illico", "aussitôt", "aussitôt"), ("feedback", "retour", "retour"),
    ],
)  # fmt: skip
def test_a_listed_word_takes_the_form_of_the_one_it_replaces(quote: str, better: str, form: str) -> None:
    assert inflected(quote, better) == form


def test_a_word_that_may_be_a_name_gets_nothing_but_its_own_writing() -> None:
    found = proofread("Tomasz arrive demain avec nous.", ENGINE).remarks
    assert [one.suggestions for one in found if one.quote == "Tomasz"] in ([], [()])
    assert shown("Malheuresement, le guichet est fermé.", "Malheuresement")[0] == "Malheureusement"


@pytest.mark.parametrize(
    ("text", "word", "fix"),
    [
        ("C'est la 3ème relance.", "3ème", "3e"), ("C'est la 1ère fois.", "1ère", "1re"),
        ("Est il parti avec la clé ?", "Est il", "Est-il"), ("Repassez cet après midi.", "après midi", "après-midi"),
        ("Il faut pallier au retard.", "pallier au", "pallier le"), ("Elle a lu tous le contrat.", "tous", "tout"),
        ("Quelle que soit le prix, dites-le.", "Quelle", "Quel"), ("Un colis de 4 Kgs.", "Kgs", "kg"),
        ("Le retard est dû à cause d'une grève.", "dû à cause", "dû à "), ("La note (page 12 est longue.", "(page", "(page 12)"),
        ("Réunion à 9H dans la cour.", "9H", "9\u00a0h"),
    ],
)  # fmt: skip
def test_a_rule_says_what_to_write(text: str, word: str, fix: str) -> None:
    assert shown(text, word)[0] == fix
