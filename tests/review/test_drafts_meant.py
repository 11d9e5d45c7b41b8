# ruff: noqa: E501 -- a sentence stays on one line
"""What a draft says and cannot mean: offers of work, actions of nobody, dates of one letter, rows against their limit."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from ascom_coach.documents import Document, parse_bytes
from ascom_coach.review import Finding
from ascom_coach.review.norms import cited
from tests.review.material import draft_review
from tests.review.ordinary import sheet, text, word
from tests.review.test_drafts import told


def read(document: Document, check: str, production: str) -> list[Finding]:
    return told(draft_review(document, production=production), check)


def offer(*lines: str, title: str = "Offre d’emploi : assistant commercial (H/F)") -> list[Finding]:
    return read(
        parse_bytes(word((title, "Title"), "La maison Kerbrat recrute.", *lines), "offre.docx"),
        "offre_emploi",
        "P2.5",
    )


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("Nous cherchons une jeune femme souriante.", "l’âge"),
        ("Vous avez entre 20 et 30 ans.", "l’âge"),
        ("Le poste convient à un homme.", "le sexe"),
        ("De préférence célibataire, sans enfant.", "situation de famille"),
        ("Nationalité française exigée.", "l’origine"),
        ("Vous êtes en parfaite santé.", "la santé"),
        ("Un CDI à temps plein. À la fin de ce CDD, un bilan est fait.", "CDI et d’un CDD"),
    ],
)
def test_an_offer_that_the_law_forbids_is_told(line: str, what: str) -> None:
    [found] = offer(line)
    assert found.status == "a_verifier"
    assert what in found.message


@pytest.mark.parametrize(
    "line",
    [
        "Vous avez 3 ans d’expérience et parlez anglais.",
        "Un CDD de six mois, qui peut devenir un CDI.",
        "Vous savez présenter un produit et animer une jeune équipe.",
        "Le poste est ouvert aux femmes et aux hommes.",
        "Une femme de ménage passe le soir.",
        "Vous aimez les enfants et la santé vous intéresse.",
    ],
)
def test_an_offer_that_asks_for_skills_is_left_alone(line: str) -> None:
    assert not offer(line)


def test_an_offer_is_open_to_both() -> None:
    [found] = offer("CDI à temps plein.", title="Offre d’emploi : vendeur")
    assert found.id.endswith(".mixte")
    assert not offer("CDI à temps plein.", title="Offre d’emploi : vendeur ou vendeuse, homme ou femme")
    answer = "Objet : votre offre d’emploi\n\nMadame,\n\nJe suis un jeune homme motivé.\n\nCordialement,\nTom Vidal\n"
    assert not read(parse_bytes(text(answer), "lettre.txt"), "offre_emploi", "P2.5")


@pytest.mark.parametrize(
    "opening",
    ["La maison Kerbrat recrute.", "Nous recherchons un vendeur.", "Poste à pourvoir au 1er avril."],
)
def test_an_offer_is_known_by_its_words(opening: str) -> None:
    lines = (
        "Maison Kerbrat",
        opening,
        "Poste : réceptionniste (F/H), CDI",
        "Vous êtes une jeune femme souriante.",
        "Contrat de six mois renouvelable.",
    )
    found = read(parse_bytes(word(*lines), "annonce.docx"), "offre_emploi", "P2.5")
    assert [one.id.rpartition(".")[2] for one in found] == ["critere1", "contrat"]


def test_an_offer_says_how_to_answer() -> None:
    lines = [
        ("Offre d’emploi : réceptionniste (F/H)", "Title"),
        "CDI, 35 h par semaine.",
        "Votre profil : bon relationnel.",
    ]
    assert [one.id for one in read(parse_bytes(word(*lines), "offre.docx"), "mentions", "P2.5")] == [
        "brouillon.mentions.reponse"
    ]
    assert not read(
        parse_bytes(word(*lines, "Candidature à emploi@kerbrat.example"), "offre.docx"), "mentions", "P2.5"
    )


@pytest.mark.parametrize(
    ("line", "told_"),
    [
        ("Étape 2. Ouvrez une session : mot de passe « Kerbrat!26 ».", True),
        ("Étape 2. Entrez : code portail 4512.", True),
        ("Étape 2. Ouvrez une session avec votre mot de passe.", False),
        ("Étape 2. Changez le mot de passe avant le 12 mars.", False),
        ("Étape 2. Notez le code postal 29200 et le code article 4512.", False),
    ],
)
def test_a_code_in_clear_is_told(line: str, told_: bool) -> None:
    lines = (
        ("Mode opératoire : ouvrir le bureau", "Title"),
        "Étape 1. Allumez.",
        line,
        "Étape 3. En cas d’écart, appelez.",
    )
    assert bool(read(parse_bytes(word(*lines), "procedure.docx"), "donnees_personnelles", "P2.4")) is told_


def minutes(*lines: Any) -> Document:
    head = (
        ("Compte rendu de la réunion du 12 mars 2026", "Heading 1"),
        "Présents : Mme Roux, M. Vidal",
        "Excusé : M. Kerbrat",
    )
    return parse_bytes(word(*head, *lines), "cr.docx")


@pytest.mark.parametrize(
    ("line", "told_"),
    [
        ("M. Kerbrat propose de refaire la vitrine.", True),
        ("M. Kerbrat a transmis son avis : il propose de refaire la vitrine.", False),
        ("M. Vidal propose de refaire la vitrine.", False),
        ("Mme Kerbrat, cliente, demande une remise.", False),
    ],
)
def test_somebody_excused_does_not_speak(line: str, told_: bool) -> None:
    assert bool(read(minutes(line), "presences", "P2.4")) is told_


@pytest.mark.parametrize(
    ("line", "told_"),
    [
        ("Début : 14 h – Fin : 13 h 30", True),
        ("La réunion a lieu de 16 h à 9 h 30.", True),
        ("Début : 14 h – Fin : 15 h 30", False),
        ("L’alarme fonctionne de 22 h à 6 h.", False),
    ],
)
def test_what_ends_before_it_begins_is_told(line: str, told_: bool) -> None:
    assert bool(read(minutes(line), "jours", "P2.4")) is told_


@pytest.mark.parametrize(
    ("cells", "marks"),
    [
        (("Mme Roux", "20 mars", "M. Vidal", "24 mars"), []),
        (("Mme Roux", "20 mars", "", "24 mars"), ["owner"]),
        (("Mme Roux", "20 mars", "M. Vidal", "à définir"), ["due"]),
        (("", "", "", ""), []),
    ],
)
def test_an_action_has_somebody_and_a_day(cells: tuple[str, ...], marks: list[str]) -> None:
    one, two = cells[:2], cells[2:]
    table = [
        ["Action", "Qui", "Pour quand"],
        ["Commander les lampes", *one],
        ["Rappeler le transporteur", *two],
    ]
    found = read(minutes(table), "actions", "P2.4")
    assert [one.id.rpartition(".")[2] for one in found] == marks


def letter(body: str) -> Document:
    head = "Brest, le 12 octobre 2026\n\nObjet : votre réclamation du 5 octobre 2026\n\nMadame,\n\n"
    return parse_bytes(text(f"{head}{body}\n\nCordialement,\n\nTom Vidal\n"), "lettre.txt")


@pytest.mark.parametrize(
    ("body", "told_"),
    [
        ("La facture L-12, échue le 30 octobre 2026, n’est pas réglée.", True),
        ("La facture L-12, échue le 30 septembre 2026, n’est pas réglée.", False),
        ("La facture L-12 arrive à échéance le 30 octobre 2026.", False),
        ("Vous nous avez écrit le 6 octobre 2026 au sujet d’une lampe.", True),
        ("Vous nous avez écrit le 5 octobre 2026 au sujet d’une lampe.", False),
        ("Vous nous avez écrit à nouveau le 6 octobre 2026.", False),
        ("Nous avons bien reçu votre commande du 1er octobre 2026.", False),
    ],
)
def test_dates_that_a_letter_denies_are_told(body: str, told_: bool) -> None:
    assert bool(read(letter(body), "echeances", "P1.5")) is told_


def test_an_answer_without_its_year_is_due_before_the_event() -> None:
    def convocation(day: str) -> list[Finding]:
        body = f"Objet : réunion du comité\n\nBonjour,\n\nVous êtes invités à la réunion le mardi 24 novembre 2026.\n\nMerci de confirmer votre présence avant le {day}.\n\nCordialement,\nTom Vidal\n"
        return read(parse_bytes(text(body), "convocation.txt"), "echeances", "P2.4")

    assert len(convocation("27 novembre")) == 1
    assert not convocation("20 novembre")


STOCK = [["Référence", "Désignation", "Stock", "Seuil", "À commander", "Prix unitaire", "Valeur"]]


def stock(*rows: list[Any]) -> Document:
    return parse_bytes(sheet([*STOCK, *rows]), "stock.xlsx")


GOOD = (["A10", "Ramettes", 12, 10, "non", 4.5, 54], ["A11", "Stylos", 6, 20, "oui", 0.8, 4.8], ["A12", "Chemises", 3, 5, "oui", 1.2, 3.6],
        ["A13", "Agrafeuses", 8, 2, "non", 9.9, 79.2])  # fmt: skip


@pytest.mark.parametrize(
    ("row", "check", "quote"),
    [
        (["A14", "Classeurs", 15, 20, "non", 3.1, 46.5], "seuils", "non"),
        (["A14", "Classeurs", 25, 20, "oui", 3.1, 77.5], "seuils", "oui"),
        (["A14", "Classeurs", 25, 20, "non", 3.1, 75.5], "lignes_calculees", "75.5"),
        (["A14", "Classeurs", -5, 20, "oui", 3.1, -15.5], "lignes", "-5"),
    ],
)
def test_a_row_of_a_stock_that_cannot_be_is_told(row: list[Any], check: str, quote: str) -> None:
    [found] = read(stock(*GOOD, row), check, "P1.2")
    assert (found.status, found.quote) == ("a_verifier", quote)


def test_a_stock_that_holds_is_left_alone() -> None:
    review = draft_review(stock(*GOOD, ["A14", "Classeurs", 20, 20, "non", 3.1, 62]), production="P1.2")
    assert not [one for check in ("seuils", "lignes_calculees", "lignes") for one in told(review, check)]
    moves = [
        ["Date", "Référence", "Écart de stock"],
        ["02/03/2026", "A10", 2],
        ["03/03/2026", "A11", -4],
        ["04/03/2026", "A12", 0],
        ["05/03/2026", "A13", 1],
    ]
    assert not read(parse_bytes(sheet(moves), "ecarts.xlsx"), "lignes", "P1.2")


def test_hours_between_a_beginning_and_an_end_are_counted() -> None:
    def planning(hours: float) -> list[Finding]:
        rows = [
            ["Jour", "Personne", "Début", "Fin", "Heures"],
            ["lundi", "Léa", "8:00", "12:00", 4],
            ["mardi", "Tom", "14:00", "18:00", hours],
            ["mercredi", "Léa", "9:00", "11:30", 2.5],
        ]
        return read(parse_bytes(sheet(rows), "planning.xlsx"), "creneaux", "P2.2")

    assert [one.quote for one in planning(5)] == ["5"]
    assert not planning(4)


def test_a_wrong_weekday_is_told_once_and_is_no_fault_of_french() -> None:
    review = draft_review(
        parse_bytes(
            word(("Portes ouvertes", "Title"), "Lundi 12 septembre 2026 de 10 h à 18 h"), "affiche.docx"
        ),
        production="P3.2",
    )
    assert len(told(review, "jours")) == 1
    assert review.language["remarks"] == []
    assert all(not family["errors"] for one in review.language["texts"] for family in one["families"])


@pytest.mark.parametrize(
    ("body", "check", "told_"),
    [
        (
            "Votre âge ne correspond pas au profil, et nous ne retenons pas votre candidature.",
            "offre_emploi",
            True,
        ),
        (
            "Votre expérience ne correspond pas au profil, et nous ne retenons pas votre candidature.",
            "offre_emploi",
            False,
        ),
        ("Nous avons lu votre candidature du 28 octobre 2026.", "echeances", True),
        ("La réunion s’est tenue le 20 octobre 2026.", "echeances", True),
        ("La réunion s’est tenue le 5 octobre 2026.", "echeances", False),
        ("La réunion a été reportée au 20 octobre 2026.", "echeances", False),
        ("Fondée en 1998, la maison fête ses 30 ans.", "echeances", True),
        ("Fondée en 1996, la maison fête ses 30 ans.", "echeances", False),
        ("Mme Inès Roux vous attend. Demandez M. Roux à l’accueil.", "coordonnees", True),
        ("Mme Inès Roux vous attend, ou son mari, M. Roux.", "coordonnees", False),
        ("Infos : 05 56 44 12 301.", "coordonnees", True),
        ("Infos : 05 56 44 12 30.", "coordonnees", False),
        ("Trois vendeurs, quatre apprentis : huit personnes vous attendent.", "calculs_texte", True),
        ("La lampe : 59 € → 49 €, soit −30 %.", "calculs_texte", True),
        ("La lampe : 60 € → 45 €, soit −25 %.", "calculs_texte", False),
        ("Trois vendeurs, quatre apprentis : sept personnes vous attendent.", "calculs_texte", False),
    ],
)
def test_a_letter_that_cannot_mean_what_it_says(body: str, check: str, told_: bool) -> None:
    assert bool(read(letter(body), check, "P1.5")) is told_


def agenda(*points: str) -> Document:
    head = (("Ordre du jour", "Title"), "Réunion d’équipe du 22 octobre 2026, de 9 h à 10 h, salle bleue")
    return parse_bytes(word(*head, *points), "ordre-du-jour.docx")


def test_points_fit_in_the_meeting() -> None:
    assert (
        len(read(agenda("Bilan du salon (20 min)", "Planning (30 min)", "Achats (30 min)"), "durees", "P2.4"))
        == 1
    )
    assert not read(
        agenda("Bilan du salon (20 min)", "Planning (30 min)", "Achats (10 min)"), "durees", "P2.4"
    )


@pytest.mark.parametrize(("step", "told_"), [(7, True), (3, False)])
def test_a_step_that_is_sent_to_exists(step: int, told_: bool) -> None:
    lines = (("Mode opératoire : noter un appel", "Title"), "Étape 1 : ouvrez le classeur.", "Étape 2 : notez le nom.", "Étape 3 : enregistrez.",
             f"En cas d’erreur, reprenez à l’étape {step}.")  # fmt: skip
    found = read(parse_bytes(word(*lines), "procedure.docx"), "restes", "P2.4")
    assert [one.id.rpartition(".")[2] for one in found] == (["renvoi"] if told_ else [])


MAILINGS = [["Envoi", "Destinataires", "Ouvertures", "Taux d’ouverture", "Clics"], ["Mars", 200, 80, "40 %", 12], ["Avril", 250, 100, "40 %", 30],
            ["Mai", 240, 96, "40 %", 20], ["Juin", 260, 65, "25 %", 10]]  # fmt: skip


@pytest.mark.parametrize(
    ("row", "column", "value", "check"),
    [
        (3, 3, "45 %", "evolutions"),
        (2, 4, 120, "lignes"),
        (4, 2, 270, "lignes"),
        (None, 0, "", "evolutions"),
        (None, 0, "", "lignes"),
    ],
)
def test_a_share_and_a_part_are_those_of_their_row(
    row: int | None, column: int, value: Any, check: str
) -> None:
    rows = [list(one) for one in MAILINGS]
    if row is not None:
        rows[row][column] = value
    found = read(parse_bytes(sheet(rows), "campagne.xlsx"), check, "P3.6")
    assert [one.quote for one in found] == ([str(value)] if row is not None else [])


def test_a_reference_names_one_article_and_a_delay_its_days() -> None:
    prices = [
        ["Référence", "Désignation", "Prix HT"],
        ["R1", "Lampe", 18],
        ["R2", "Abat-jour", 20],
        ["R3", "Pied", 12],
        ["R1", "Ampoule", 4],
    ]
    assert [one.quote for one in read(parse_bytes(sheet(prices), "tarifs.xlsx"), "lignes", "P3.2")] == ["R1"]
    prices[4][0] = "R4"
    assert not read(parse_bytes(sheet(prices), "tarifs.xlsx"), "lignes", "P3.2")
    days = [dt.date(2026, 9, number) for number in (1, 3, 4, 4, 7, 14, 9, 12)]
    rows = [
        ["Commande", "Date prévue", "Date de livraison", "Retard"],
        *[[f"C{n}", days[2 * n], days[2 * n + 1], late] for n, late in enumerate((2, 0, 5, 3))],
    ]
    assert [
        one.quote for one in read(parse_bytes(sheet(rows), "suivi.xlsx"), "lignes_calculees", "P1.3")
    ] == ["5"]
    rows[3][3] = 7
    assert not read(parse_bytes(sheet(rows), "suivi.xlsx"), "lignes_calculees", "P1.3")


def test_an_average_below_a_total_is_looked_at() -> None:
    rows = [
        ["Commande", "Retard", "Montant"],
        ["C1", 2, 120],
        ["C2", 0, 80],
        ["C3", 7, 300],
        ["Total", None, 500],
        ["Moyenne", 4, None],
    ]
    [found] = read(parse_bytes(sheet(rows), "suivi.xlsx"), "totaux", "P1.3")
    assert found.quote == "4"
    rows[5][1] = 3
    assert not read(parse_bytes(sheet(rows), "suivi.xlsx"), "totaux", "P1.3")


def test_a_paper_that_attests_is_signed_and_a_release_gives_a_contact() -> None:
    lines = (
        ("Attestation d’emploi", "Title"),
        "Je soussignée Inès Roux, gérante, atteste que M. Tom Vidal travaille ici.",
        "Fait à Brest, le 12 mars 2026",
    )
    assert [one.id for one in read(parse_bytes(word(*lines), "attestation.docx"), "mentions", "P2.5")] == [
        "brouillon.mentions.signature"
    ]
    assert not read(parse_bytes(word(*lines, "Inès Roux"), "attestation.docx"), "mentions", "P2.5")
    release = (
        ("La maison Kerbrat ouvre ses portes", "Title"),
        "Brest, le 12 mars 2026",
        "La maison Kerbrat ouvre ses portes samedi.",
    )
    assert read(parse_bytes(word(*release), "communique.docx"), "mentions", "P3.5")
    assert not read(
        parse_bytes(word(*release, "Contact presse : Tom Vidal"), "communique.docx"), "mentions", "P3.5"
    )


def test_a_link_without_an_address_leads_nowhere() -> None:
    page = "<html lang='fr'><head><title>Lampes</title></head><body><p>Bonjour</p><p><a href='{}'>Voir les lampes</a></p></body></html>"
    assert read(parse_bytes(page.format("").encode(), "page.html"), "liens", "P3.3")
    assert not read(
        parse_bytes(page.format("https://lampes.example/lampes").encode(), "page.html"), "liens", "P3.3"
    )


def test_a_column_of_numbers_is_no_day_of_order() -> None:
    def rows(late: dt.date) -> list[list[Any]]:
        head = ["Commande", "Commandée le", "Livraison prévue", "Livrée le"]
        days = [(8, 13, 16), (9, 14, 14), (10, 15, 15)]
        return [head, *[[f"C-{n}", dt.date(2026, 10, one), dt.date(2026, 10, two), dt.date(2026, 10, three)] for n, (one, two, three) in enumerate(days)],
                ["C-9", dt.date(2026, 10, 15), dt.date(2026, 10, 20), late]]  # fmt: skip

    assert [
        one.quote
        for one in read(parse_bytes(sheet(rows(dt.date(2026, 10, 13))), "suivi.xlsx"), "lignes", "P1.3")
    ] == ["2026-10-13"]
    assert not read(parse_bytes(sheet(rows(dt.date(2026, 10, 18))), "suivi.xlsx"), "lignes", "P1.3")


def test_a_typed_day_of_a_workbook_exists() -> None:
    def bill(day: str) -> list[Finding]:
        return read(
            parse_bytes(
                sheet(
                    [
                        ["Facture F-12"],
                        [f"Date d’échéance : {day}"],
                        ["Désignation", "Quantité", "Part"],
                        ["Lampe", 3, "3/4"],
                    ]
                ),
                "facture.xlsx",
            ),
            "jours",
            "P1.4",
        )

    assert len(bill("31/04/2026")) == 1
    assert not bill("30/04/2026")


def test_a_slip_needs_no_closing_and_a_title_does_not_shout() -> None:
    slip = (
        ("FICHE DE MESSAGE TÉLÉPHONIQUE REÇU"),
        "De la part de : Madame Fournier",
        "Appel reçu le 9 juin 2026 à 14 h",
        "Motif : rappeler avant jeudi.",
    )
    review = draft_review(parse_bytes(word(*slip), "fiche-message.docx"), production="P2.1")
    assert not [*told(review, "parties"), *told(review, "ton")]
    loud = draft_review(
        parse_bytes(
            text("Bonjour Madame,\n\nVous DEVEZ NOUS REPONDRE TOUT DE SUITE.\n\nCordialement,\nTom Vidal\n"),
            "mail.txt",
        ),
        production="P1.5",
    )
    assert told(loud, "ton")


def test_a_legal_reference_does_not_break() -> None:
    assert (
        cited("C. com., art. L. 441-9 ; RGPD, art. 13")
        == "C.\u00a0com., art.\u00a0L.\u00a0441-9 ; RGPD, art.\u00a013"
    )
    assert cited("usage professionnel, à 9 h 30") == "usage professionnel, à 9 h 30"
    [found] = offer("Vous êtes en parfaite santé.")
    assert "L.\u00a01132-1" in found.message
