# ruff: noqa: E501 -- a sentence stays on one line
"""What an instruction lists, names or rules out: read, left alone, then looked for in the hand-in."""

from __future__ import annotations

import pytest

from ascom_coach.documents import parse_bytes
from ascom_coach.review import Finding, read_instruction
from tests.review.material import draft_review
from tests.review.ordinary import text


def asked(sentence: str) -> set[tuple[str, str, str]]:
    return {(one.role, one.sort, one.value) for one in read_instruction(sentence).demands}


@pytest.mark.parametrize(
    ("sentence", "demands"),
    [
        ("À l’ordre du jour : le loyer, les horaires d’hiver et la kermesse.", {("a_trouver", "point", "loyer"), ("a_trouver", "point", "horaires d’hiver"), ("a_trouver", "point", "kermesse")}),
        ("Au programme : accueil, visite du fournil, goûter.", {("a_trouver", "point", "accueil"), ("a_trouver", "point", "visite du fournil"), ("a_trouver", "point", "goûter")}),
        ("On y parlera des plannings.", {("a_trouver", "point", "plannings")}),
        ("N’oublie pas de citer Malika, Hugo Le Bris et Sacha.", {("a_trouver", "nom", "Malika"), ("a_trouver", "nom", "Hugo Le Bris"), ("a_trouver", "nom", "Sacha")}),
        ("Rendez-vous en salle Ouessant.", {("a_trouver", "mots", "salle Ouessant")}),
        ("Ça se passe salle 12.", {("a_trouver", "mots", "salle 12")}),
        ("Écris le mot SOLDES en grand.", {("a_trouver", "mots", "SOLDES")}),
        ("Mets bien notre logo en haut.", {("a_trouver", "partie", "image")}),
        ("On lui offre la livraison.", {("a_trouver", "point", "la livraison")}),
        ("On leur fait une remise de 8 %, pas plus.", {("limite", "pourcentage", "8 %")}),
        ("Surtout pas de menace.", {("a_eviter", "acte", "menace")}),
        ("Sans reproche, hein.", {("a_eviter", "acte", "reproche")}),
        ("Pas la peine de parler du dégât des eaux.", {("a_eviter", "mots", "dégât des eaux")}),
        ("Une page maxi.", {("pour_vous", "quantite", "Une page maxi")}),
        ("Une demi-page, pas plus.", {("pour_vous", "quantite", "Une demi-page")}),
        ("Tu signes à ma place, Hugo Le Bris.", {("a_trouver", "partie", "signature"), ("a_trouver", "nom", "Hugo Le Bris")}),
        ("Donne-lui son numéro de dossier.", {("a_trouver", "point", "son numéro de dossier")}),
        ("Signé : la direction.", {("a_trouver", "partie", "signature")}),
    ],
)  # fmt: skip
def test_what_a_sentence_lists_or_rules_out(sentence: str, demands: set[tuple[str, str, str]]) -> None:
    assert asked(sentence) >= demands


@pytest.mark.parametrize(
    ("sentence", "sort"),
    [
        ("Le programme est affiché au mur.", "point"),
        ("L’ordre du jour suivra.", "point"),
        ("On lui propose un café.", "point"),
        ("La salle est prise jeudi.", "mots"),
        ("C’est le mot du président.", "mots"),
        ("Tourne la page et signe.", "quantite"),
        ("Donne-lui mon numéro direct, le 02 98 00 11 22.", "point"),
        ("Il menace de partir.", "acte"),
        ("Le parchemin signé est au coffre.", "partie"),
    ],
)
def test_what_only_looks_like_a_list(sentence: str, sort: str) -> None:
    assert not [one for one in asked(sentence) if one[1] == sort]


def test_a_day_told_twice_is_one_date() -> None:
    assert [
        one[2]
        for one in asked("La réunion de mardi prochain, le 3 novembre, est à 14 h.")
        if one[1] == "date"
    ] == ["3 novembre"]
    both = {one[2] for one in asked("Prévois mardi prochain et le 3 novembre.") if one[1] == "date"}
    assert both == {"mardi prochain", "3 novembre"}


ORDER = (
    "Écris à M. Yann Kerbrat : réunion le mardi 14 avril 2026 à 14 h 30, salle Ouessant. À l’ordre du jour : le loyer, la kermesse. "
    "Pas de menace."
)
LETTER = (
    "Monsieur Yann Kerbrat,\n\nNous nous réunirons le mardi 14 avril 2026 à 14 h 30, en salle Ouessant.\n\n"
    "Nous y parlerons du loyer et de la kermesse.{more}\n\nCordialement,\n\nTom Vidal\n"
)


def defects(letter: str) -> list[Finding]:
    review = draft_review(parse_bytes(text(letter), "lettre.txt"), production="P1.5", instruction=ORDER)
    return [
        one
        for one in review.findings
        if one.check == "brouillon:demande" and one.status in ("defaut", "a_verifier")
    ]


def test_a_letter_that_does_it_all_brings_no_remark() -> None:
    assert defects(LETTER.format(more="")) == []


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("en salle Ouessant", "chez nous", "salle Ouessant"),
        (" et de la kermesse", "", "kermesse"),
        ("{more}", " Si vous ne venez pas, je porterai plainte.", "une menace"),
    ],
)
def test_a_letter_that_leaves_one_out_is_told(old: str, new: str, words: str) -> None:
    [found] = defects(LETTER.replace(old, new).format(more=""))
    assert words in found.message
