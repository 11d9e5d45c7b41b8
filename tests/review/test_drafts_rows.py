# ruff: noqa: E501 -- a row stays on one line
"""Rows of a draft's table that contradict themselves, and what its columns say of people: found, and left alone."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from ascom_coach.documents import parse_bytes
from tests.review.material import draft_review
from tests.review.ordinary import sheet
from tests.review.test_drafts import told

Rows = list[list[Any]]


def day(number: int, month: int) -> dt.date:
    return dt.date(2026, month, number)


def read(rows: Rows, check: str, production: str = "P1.3", dress: Any = None) -> list[Any]:
    document = parse_bytes(sheet(rows, dress=dress), "tableau.xlsx")
    return told(draft_review(document, production=production), check)


def register(*rows: list[Any], head: str = "Échéance") -> Rows:
    clean = [
        ["AV-01", "Garage Lemaire", day(3, 2), day(5, 3)],
        ["AV-02", "Crèche Ti-Loustics", day(10, 2), day(10, 2)],
        ["AV-03", "Camping du Lac", day(12, 2), day(14, 3)],
        ["AV-04", "Pharmacie Oriol", day(20, 2), None],
    ]
    return [["N° facture", "Client", "Date de facture", head], *clean, *rows]


@pytest.mark.parametrize("head", ["Échéance", "À régler avant le", "Payée le", "Date limite de paiement"])
def test_a_day_before_the_one_it_follows_is_told(head: str) -> None:
    [found] = read(register(["AV-05", "Mairie de Sens", day(24, 2), day(24, 1)], head=head), "lignes")
    assert (found.status, found.locator.ref, found.quote) == ("a_verifier", "Feuil1!D6", "2026-01-24")
    assert not read(register(["AV-05", "Mairie de Sens", day(24, 2), day(24, 3)], head=head), "lignes")


def test_two_columns_that_are_always_the_other_way_round_are_no_slip() -> None:
    rows: Rows = [
        ["Client", "Date", "Payée le"],
        *[[f"Client {n}", day(n + 10, 3), day(n, 3)] for n in range(1, 7)],
    ]
    assert not read(rows, "lignes")


def test_days_typed_as_text_are_read() -> None:
    rows: Rows = [["Stage", "Début", "Fin"], ["Accueil", "02/03/2026", "06/03/2026"], ["Paie", "09/03/2026", "13/03/2026"],
                  ["Excel", "16/03/2026", "12/03/2026"], ["Word", "23/03/26", "27/03/26"]]  # fmt: skip
    [found] = read(rows, "lignes", "P2.2")
    assert found.quote == "12/03/2026"


def test_one_number_for_two_clients_is_told() -> None:
    [found] = read(register(["AV-02", "Mairie de Sens", day(24, 2), day(24, 3)]), "lignes")
    assert found.quote == "AV-02"
    assert "AV-02" not in found.message + found.hint


def test_one_number_for_the_lines_or_payments_of_one_client_is_left_alone() -> None:
    assert not read(register(["AV-01", "Garage Lemaire", day(3, 2), day(8, 3)]), "lignes")


def test_a_number_shared_everywhere_is_no_number_of_a_document() -> None:
    rows: Rows = [["N° contrat", "Client"], *[["CT-1", f"Client {n}"] for n in range(6)]]
    assert not read([["N° contrat", "Client", "Ville"], *[[*row, "Sens"] for row in rows[1:]]], "lignes")


def test_a_weekday_beside_another_day_is_counted() -> None:
    rows: Rows = [["Jour", "Date", "Activité"], ["lundi", day(16, 3), "Inventaire"], ["Mercredi", day(19, 3), "Réunion"],
                  ["vendredi", day(20, 3), "Livraisons"]]  # fmt: skip
    [found] = read(rows, "lignes", "P2.2")
    assert (found.status, found.quote) == ("defaut", "Mercredi")
    rows[2][0] = "Jeudi"
    assert not read(rows, "lignes", "P2.2")


def test_a_weekday_in_a_row_of_two_dates_is_left_alone() -> None:
    rows: Rows = [["Client", "Commande", "Livraison", "Jour de tournée"], *[
        [f"Client {n}", day(2, 3), day(n, 4), "mardi"] for n in range(3, 8)
    ]]  # fmt: skip
    assert not read(rows, "lignes")


def contacts(postcode: Any, phone: Any, remark: str = "", head: str = "Observations") -> Rows:
    return [["Nom", "Code postal", "Téléphone", "Ville", head], ["Aubry", 89100, "03 99 00 41 27", "Sens", ""],
            ["Bosc", postcode, phone, "Nice", remark], ["Colin", 75011, "06 39 98 10 24", "Paris", "préfère le matin"]]  # fmt: skip


def test_a_first_zero_that_is_lost_is_told() -> None:
    assert [one.quote for one in read(contacts(6000, 639981024), "saisies", "P1.2")] == ["6000", "639981024"]


def test_a_zero_that_the_format_shows_is_there() -> None:
    def dress(page: Any) -> None:
        page["B3"].number_format, page["C3"].number_format = "00000", '0#" "##" "##" "##" "##'

    assert not read(contacts(6000, 639981024), "saisies", "P1.2", dress)
    assert not read(contacts("06000", "06 39 98 10 24"), "saisies", "P1.2")


@pytest.mark.parametrize("remark", ["asthmatique", "en arrêt maladie", "syndiquée"])
def test_a_remark_that_tells_too_much_of_a_person_is_told(remark: str) -> None:
    [found] = read(contacts("06000", "", remark), "donnees_personnelles", "P1.2")
    assert (found.locator.ref, "sensible" in found.message) == ("Feuil1!E3", True)


@pytest.mark.parametrize(
    "remark",
    ["pénible au téléphone", "mauvais payeur", "client bizarre", "lente, pose mille questions", "très lente"],
)
def test_a_remark_that_judges_a_person_is_told(remark: str) -> None:
    [found] = read(contacts("06000", "", remark, "Commentaire"), "donnees_personnelles", "P1.2")
    assert "juge" in found.message


@pytest.mark.parametrize(
    "remark",
    [
        "règle à 30 jours",
        "à rappeler lundi",
        "livraison difficile d’accès",
        "absent en août",
        "remise lente à obtenir",
    ],
)
def test_a_remark_of_work_is_left_alone(remark: str) -> None:
    assert not read(contacts("06000", "", remark), "donnees_personnelles", "P1.2")


def test_a_remark_on_a_thing_is_left_alone() -> None:
    rows: Rows = [["Article", "Prix", "Stock", "Observations"], ["Lampe", 12, 3, "peu fiable"], ["Lit", 99, 1, "lente à livrer"],
                  ["Table", 80, 2, ""]]  # fmt: skip
    assert not read(rows, "donnees_personnelles", "P1.2")


def growth(*shares: Any, head: str = "Évolution") -> Rows:
    pairs = [("Avril", 200, 250), ("Mai", 400, 360), ("Juin", 300, 330), ("Juillet", 150, 150)]
    return [
        ["Mois", "2025", "2026", head],
        *[[*pair, share] for pair, share in zip(pairs, shares, strict=True)],
    ]


def test_a_share_that_its_row_denies_is_told() -> None:
    [found] = read(growth("25 %", "10 %", "10 %", "0 %"), "evolutions", "P2.3")
    assert (found.status, found.quote) == ("a_verifier", "10 %")
    assert not read(growth("25 %", "-10 %", "10 %", "0 %"), "evolutions", "P2.3")


def test_a_share_kept_as_a_number_in_percent_is_read() -> None:
    def dress(page: Any) -> None:
        for row in range(2, 6):
            page.cell(row, 4).number_format = "0.0 %"

    [found] = read(growth(0.25, -0.1, 0.2, 0.0), "evolutions", "P2.3", dress)
    assert found.locator.ref == "Feuil1!D4"
    assert not read(growth(0.25, -0.1, 0.1, 0.0), "evolutions", "P2.3", dress)


def test_a_column_computed_the_other_way_round_or_in_another_way_is_left_alone() -> None:
    assert not read(growth("-20 %", "11 %", "-9 %", "0 %"), "evolutions", "P2.3")
    assert not read(growth("12 %", "8 %", "3 %", "1 %", head="Évolution du stock"), "evolutions", "P2.3")


def computed(
    *rows: list[Any], heads: tuple[str, ...] = ("Fournisseur", "Prix HT", "TVA", "Prix TTC")
) -> Rows:
    return [list(heads), *[list(row) for row in rows]]


QUOTES = (["Dupin", 1300, 260, 1560], ["Oriol", 1250, 250, 1500], ["Vallier", 980, 196, 1176])


@pytest.mark.parametrize(
    ("rows", "odd"),
    [
        (computed(*QUOTES, ["Ti Gwer", 1100, 220, 1302]), "D5"),
        (computed(["Drap", 12, 10, 2], ["Taie", 24, 20, 4], ["Housse", 9, 6, -3], ["Plaid", 5, 5, 0],
                  heads=("Article", "Commandé", "Livré", "Écart")), "D4"),
        (computed(["Vis", 40, 20, 35, 25], ["Clou", 100, 10, 42, 68], ["Écrou", 60, 30, 55, 53],
                  heads=("Article", "Stock initial", "Entrées", "Sorties", "Stock final")), "E4"),
        (computed(["Affiche", 50, 1.2, 60], ["Dépliant", 200, 0.35, 70], ["Carte", 300, 0.2, 66],
                  heads=("Article", "Quantité", "Prix", "Montant")), "D4"),
    ],
)  # fmt: skip
def test_a_row_that_is_not_computed_like_the_others_is_told(rows: Rows, odd: str) -> None:
    [found] = read(rows, "lignes_calculees")
    assert (found.status, found.locator.ref) == ("a_verifier", f"Feuil1!{odd}")
    assert "Sur cette ligne" in found.message


def test_two_ways_that_fit_as_well_point_at_no_row() -> None:
    heads = ("Article", "Commandé", "Livré", "Écart")
    rows = computed(
        ["Drap", 12, 10, -2], ["Taie", 24, 20, 4], ["Plaid", 5, 5, 0], ["Housse", 6, 6, 0], heads=heads
    )
    [found] = read(rows, "lignes_calculees")
    assert "Dans cette colonne" in found.message


@pytest.mark.parametrize(
    "rows",
    [
        computed(*QUOTES),
        computed(
            ["Gants", 12, 20, 8],
            ["Ruban", 40, 15, 0],
            ["Colle", 3, 10, 7],
            heads=("Article", "Stock", "Seuil", "À commander"),
        ),
        computed(
            ["Avril", 812, 9, 5400],
            ["Mai", 845, 11, 6120],
            ["Juin", 901, 10, 6890],
            heads=("Mois", "Abonnés", "Posts", "Vues"),
        ),
        computed(
            ["Lit", 2, 90, 180],
            ["Table", 3, 80, 250],
            ["Banc", 4, 40, 100],
            heads=("Article", "Places", "Longueur", "Prix"),
        ),
        computed(
            ["Lit", 1, 90, 90],
            ["Table", 1, 80, 80],
            ["Banc", 1, 40, 45],
            heads=("Article", "Nombre", "Hauteur", "Largeur"),
        ),
    ],
)
def test_rows_that_agree_or_that_nothing_computes_are_left_alone(rows: Rows) -> None:
    assert not read(rows, "lignes_calculees")


def test_a_row_with_the_formula_of_the_others_is_computed_like_them() -> None:
    rows = computed(*[[f"Article {n}", n * 3, 10, f"=MAX(5,B{n + 1}-C{n + 1})"] for n in (1, 4, 5, 6, 7)],
                    heads=("Article", "Stock", "Seuil", "Reste"))  # fmt: skip
    assert not read(rows, "lignes_calculees")


@pytest.mark.parametrize(("mean", "told_wrong"), [(335, False), (335.0, False), (340, True), (334.97, True)])
def test_an_average_is_that_of_its_column(mean: float, told_wrong: bool) -> None:
    rows: Rows = [
        ["Mois", "Vues", "Ventes"],
        ["Janvier", 310, 4],
        ["Février", 290, 5],
        ["Mars", 405, 5],
        ["Moyenne", mean, 4.67],
    ]
    assert [one.quote for one in read(rows, "totaux")] == ([str(mean)] if told_wrong else [])


def diary(second: str, title: str = "Agenda") -> list[Any]:
    rows: Rows = [
        ["Date", "Heure", "Rendez-vous", "Durée"],
        [day(16, 3), "9 h", "Banque", "1 h"],
        [day(16, 3), second, "Fournisseur", "45 min"],
    ]
    document = parse_bytes(sheet(rows, title=title), "tableau.xlsx")
    return told(draft_review(document, production="P2.2"), "creneaux")


def test_an_agenda_that_names_nobody_is_that_of_one_person() -> None:
    [found] = diary("9 h 30")
    assert (found.status, found.locator.ref) == ("a_verifier", "Agenda!B3")
    assert not diary("10 h")
    assert not diary("9 h 30", "Planning")  # nobody says that one person holds both
