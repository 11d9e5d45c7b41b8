# ruff: noqa: E501 -- a sentence stays on one line
"""Drafts that are messages, workbooks, pages, mailings, or several files at once: a fault found, a clean one left alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from ascom_coach.documents import Document, parse_bytes
from ascom_coach.review import Review
from tests.documents.builders import odf
from tests.review.material import draft_review
from tests.review.ordinary import INVOICE, mail, sheet, text, word
from tests.review.test_drafts import changed, remarks, rendered, told

BODY = (
    "Bonjour Madame Ferhat,\n\nVotre colis partira mercredi 18 mars 2026. Vous trouverez le bon de livraison en pièce jointe.\n\n"
    "Je reste à votre disposition au 01 99 00 41 27.\n\nCordialement,\n\nLéa Roussel\nTissages Vallier\n"
)
SENDER, CLIENT = (
    "Léa Roussel <lea.roussel@tissages.example>",
    "Mme Nadia Ferhat <nadia.ferhat@messagerie.example>",
)


def message(
    body: str = BODY,
    to: str = CLIENT,
    subject: str = "Votre commande C-4471",
    attach: Sequence[str] = ("bon.pdf",),
    **headers: str,
) -> Document:
    return parse_bytes(mail(SENDER, to, subject, body, attach=attach, **headers), "message.eml")


def read(document: Document, production: str) -> Review:
    return draft_review(document, production=production)


def test_a_clean_message_brings_no_remark() -> None:
    assert remarks(read(message(), "P1.5")) == []


@pytest.mark.parametrize(
    ("document", "check", "quote"),
    [
        (message(attach=()), "pieces_jointes", "pièce jointe"),
        (message(to="M. Paul Garnier <paul.garnier@messagerie.example>"), "interlocuteur", "Madame Ferhat"),
        (
            message(to="Mme Sonia Garnier <sonia.garnier@messagerie.example>"),
            "interlocuteur",
            "Madame Ferhat",
        ),
        (message(subject=""), "parties", ""),
    ],
)
def test_a_fault_of_a_message_is_found(document: Document, check: str, quote: str) -> None:
    [found] = told(read(document, "P1.5"), check)
    assert found.status == "defaut"
    assert quote in found.quote


def test_recipients_who_see_each_other_are_told() -> None:
    everyone = ", ".join(f"client{n}@maison{n}.example" for n in range(6))
    assert told(read(message(to=everyone), "P3.4"), "destinataires")
    hidden = message(to="bonjour@tissages.example", Bcc=everyone)
    assert not told(read(hidden, "P3.4"), "destinataires")


OFFER = "Bonjour,\n\nProfitez de 10 % de remise sur nos nappes avant le 29 mars 2026.\n\nÀ bientôt,\n\nToute l’équipe des Tissages Vallier\n"
WAY_OUT = "\nPour ne plus recevoir nos offres, vous pouvez vous désinscrire : https://tissages.example/desinscription\n"


def test_a_mailing_says_how_to_leave() -> None:
    subject = "Emailing de printemps"
    [found] = told(read(message(OFFER, "clients@tissages.example", subject, ()), "P3.4"), "desinscription")
    assert (found.status, found.severity, found.criterion) == ("defaut", "bloquant", "KX3.5")
    with_header = message(
        OFFER, "clients@tissages.example", subject, (), List_Unsubscribe="<mailto:stop@tissages.example>"
    )
    for clean in (message(OFFER + WAY_OUT, "clients@tissages.example", subject, ()), with_header):
        assert not told(read(clean, "P3.4"), "desinscription")
    page = (
        f'<html lang="fr"><head><title>Offre</title></head><body><h1>Nappes</h1><p>{OFFER}</p>@</body></html>'
    )
    link = '<p><a href="https://tissages.example/desinscription">Se désinscrire</a></p>'
    assert told(read(parse_bytes(text(page.replace("@", "")), "offre.html"), "P3.4"), "desinscription")
    assert not told(read(parse_bytes(text(page.replace("@", link)), "offre.html"), "P3.4"), "desinscription")


def test_a_typed_merge_field_is_told() -> None:
    typed = word(
        "Objet : notre offre de publipostage",
        "Bonjour «Prénom» «Nom»,",
        "Profitez de nos nappes.",
        "Cordialement,",
        "Léa Roussel",
    )
    [found] = told(read(parse_bytes(typed, "lettre.docx"), "P3.4"), "champs")
    assert "«Prénom»" in found.quote
    plain = word(
        "Objet : notre offre de publipostage",
        "Bonjour,",
        "Il nous a dit « oui ».",
        "Cordialement,",
        "Léa Roussel",
    )
    assert not told(read(parse_bytes(plain, "lettre.docx"), "P3.4"), "champs")


PAGE = (
    '<!DOCTYPE html><html lang="fr"><head><title>Ateliers</title></head><body><h1>Nos ateliers</h1><p>Le samedi 28 mars 2026 à 10 h.</p>'
    '<img src="a.jpg" alt="Deux mains taillent une branche"><p><a href="inscription.html">S’inscrire</a></p></body></html>'
)


@pytest.mark.parametrize(
    ("old", "new", "check"),
    [
        (' lang="fr"', "", "page_web"), ("<title>Ateliers</title>", "", "page_web"), ("h1>", "h2>", "page_web"),
        ("<p>Le", "<h1>Le printemps</h1><p>Le", "page_web"), (' alt="Deux mains taillent une branche"', "", "images"),
        ("inscription.html", "#", "liens"), (">S’inscrire<", ">Cliquez ici<", "liens"), ("samedi 28 mars", "lundi 28 mars", "jours"),
    ],
)  # fmt: skip
def test_a_fault_of_a_page_is_found(old: str, new: str, check: str) -> None:
    assert old in PAGE
    assert remarks(read(parse_bytes(text(PAGE), "page.html"), "P3.3")) == []
    assert told(read(parse_bytes(text(PAGE.replace(old, new)), "page.html"), "P3.3"), check)


def test_a_post_too_long_for_its_network_is_told() -> None:
    words = "Venez tailler vos arbres avec nous ce printemps. " * 8
    assert told(read(parse_bytes(text(words), "publication-twitter.txt"), "P3.3"), "longueur_media")
    assert not told(read(parse_bytes(text(words), "publication-linkedin.txt"), "P3.3"), "longueur_media")


FOLLOW = [
    ["Facture", "Client", "Montant"],
    ["F-1", "Arnal", 120],
    ["F-2", "Dupin", 80.5],
    ["F-3", "Sow", 99.5],
    ["Total", None, "=SUM(C2:C4)"],
]


def book(rows: Sequence[Sequence[Any]], layout: str) -> Document:
    """The same cells as xlsx (moved or not) or ods."""
    if layout == "ods":
        cells = "".join("<table:table-row>" + "".join(map(_cell, row)) + "</table:table-row>" for row in rows)
        return parse_bytes(
            odf("spreadsheet", f'<table:table table:name="Suivi">{cells}</table:table>'), "suivi.ods"
        )
    moved = [["Suivi des règlements de mars"], [], *rows] if layout == "titre" else rows
    shifted = [[_moved(cell, 2) for cell in row] for row in moved] if layout == "titre" else moved
    return parse_bytes(sheet(shifted, title="Suivi"), "suivi.xlsx")


def _moved(cell: Any, by: int) -> Any:
    import re

    return (
        re.sub(r"([A-Z])(\d+)", lambda m: f"{m[1]}{int(m[2]) + by}", cell)
        if isinstance(cell, str) and cell.startswith("=")
        else cell
    )


def _cell(value: Any) -> str:
    if value is None:
        return "<table:table-cell/>"
    if isinstance(value, str) and value.startswith("="):
        formula = value.replace("SUM(C2:C4)", "SUM([.C2:.C4])").replace("SUM(C2:C3)", "SUM([.C2:.C3])")
        formula = formula.replace("C2+C3+C4", "[.C2]+[.C3]+[.C4]")
        total = "200.5" if "C3]" in formula and "C4" not in formula else "300"
        return f'<table:table-cell table:formula="of:{formula}" office:value-type="float" office:value="{total}"><text:p>{total}</text:p></table:table-cell>'
    if isinstance(value, str):
        return f'<table:table-cell office:value-type="string"><text:p>{value}</text:p></table:table-cell>'
    return f'<table:table-cell office:value-type="float" office:value="{value}"><text:p>{value}</text:p></table:table-cell>'


@pytest.mark.parametrize("layout", ["xlsx", "titre", "ods"])
@pytest.mark.parametrize(
    ("total", "check"),
    [(310, "totaux"), ("=SUM(C2:C3)", "totaux"), (300, "formules"), ("=C2+C3+C4", "formules")],
)
def test_a_fault_of_a_total_is_found_and_costs_nothing(total: Any, check: str, layout: str) -> None:
    assert remarks(read(book(FOLLOW, layout), "P1.3")) == []
    spoilt = [*FOLLOW[:-1], ["Total", None, total]]
    [found] = told(read(book(spoilt, layout), "P1.3"), check)
    assert found.status == "a_verifier"  # nobody described this workbook


MARGINS = [
    ["Mois", "Ventes", "Objectif", "Écart"],
    *[[f"Mois {row - 1}", 4000 + 10 * row, 4000, f"=B{row}-C{row}"] for row in range(2, 7)],
]


@pytest.mark.parametrize("layout", ["xlsx", "titre"])
@pytest.mark.parametrize(("row", "typed"), [(3, True), (5, False)])
def test_a_number_typed_amid_formulas_is_told(layout: str, row: int, typed: bool) -> None:
    """At the end of a column the number may be a value of its own: nothing stands below it."""
    spoilt = [list(line) for line in MARGINS]
    spoilt[row][3] = 50
    assert told(read(book(MARGINS, layout), "P1.3"), "formules") == []
    assert ["milieu" in one.id for one in told(read(book(spoilt, layout), "P1.3"), "formules")] == [
        True
    ] * typed


@pytest.mark.parametrize(
    ("total", "check"),
    [(310, "totaux"), ("=SUM(C2:C3)", "totaux"), ("=C2+C3+C4", "formules"), ("=SUM(C2:C4)", "")],
)
def test_a_workbook_that_nobody_names_is_looked_at_all_the_same(total: Any, check: str) -> None:
    rows = [["Repère", "Client", "Montant"], *FOLLOW[1:-1], ["Total", None, total]]
    result = draft_review(parse_bytes(sheet(rows, title="Feuil1"), "feuille.xlsx"))
    assert [one.rpartition(":")[2] for one in remarks(result)] == ([check] if check else [])
    assert all(one.status == "a_verifier" for one in result.findings if one.check == f"brouillon:{check}")


CLIENTS = [
    ["Nom", "Code postal", "E-mail", "Téléphone", "Commandes"],
    ["Garnier", "44000", "elise.garnier@messagerie.example", "06 39 98 10 21", 4],
    ["Tanguy", "29200", "yann.tanguy@courrier.example", "06 39 98 10 22", 2],
    ["Sow", "35000", "a.sow@courrier.example", "01 99 00 10 23", 7],
]


@pytest.mark.parametrize("layout", ["xlsx", "titre", "ods"])
@pytest.mark.parametrize(
    ("row", "check"),
    [
        (["Lebrun", 1000, "m.lebrun@courrier.example", "06 39 98 10 24", 1], "saisies"),
        (["Lebrun", "4410", "m.lebrun@courrier.example", "06 39 98 10 24", 1], "saisies"),
        (["Lebrun", "441000", "m.lebrun@courrier.example", "06 39 98 10 24", 1], "saisies"),
        (["Lebrun", "44100", "m.lebrun@courrier", "06 39 98 10 24", 1], "saisies"),
        (["Lebrun", "44100", "m.lebrun@@courrier.example", "06 39 98 10 24", 1], "saisies"),
        (["Lebrun", "44100", "m.lebrun@courrier.example", "06 39 98 10", 1], "saisies"),
        (["Lebrun", "44100", "m.lebrun@courrier.example", "06 39 98 10 24", "3"], "saisies"),
        (["Sow", "35000", "a.sow@courrier.example", "01 99 00 10 23", 7], "doublons"),
        (["Sow A.", "35000", "a.sow@courrier.example", "01 99 00 10 28", 1], "doublons"),
    ],
)
def test_a_fault_of_a_list_is_found(row: list[Any], check: str, layout: str) -> None:
    assert remarks(read(book(CLIENTS, layout), "P1.2")) == []
    found = read(book([*CLIENTS, row], layout), "P1.2")
    assert [one.rpartition(":")[2] for one in remarks(found)] == [check]


def test_an_error_shown_and_a_long_table_without_headings_in_sight() -> None:
    rows: list[list[Any]] = [
        ["Mois", "Ventes", "Marge"],
        *([f"Semaine {n}", 100 + n, 10 + n] for n in range(60)),
    ]
    long = read(parse_bytes(sheet(rows), "a.xlsx"), "P1.3")
    assert [one.status for one in told(long, "grand_tableau")] == ["a_verifier"]
    assert remarks(read(parse_bytes(sheet(rows, frozen="A2"), "a.xlsx"), "P1.3")) == []
    csv = b"Mois;Ventes\nMars;#REF!\n"
    assert not told(read(parse_bytes(csv, "a.csv"), "P1.3"), "totaux")


def test_the_amount_in_the_message_is_the_amount_in_the_invoice() -> None:
    invoice = rendered(INVOICE, "docx")
    words = "Bonjour Monsieur,\n\nVous trouverez ci-joint notre facture F-2026-044, d’un montant total de {} € TTC, à régler avant le 15 avril 2026.\n\nCordialement,\n\nClaire Morel\n"
    good = message(words.format("546,60"), "hotel@cygne.example", "Facture F-2026-044", ("facture.pdf",))
    assert not told(draft_review(good, invoice, production="P1.5,P1.4"), "lot")
    bad = message(words.format("564,60"), "hotel@cygne.example", "Facture F-2026-044", ("facture.pdf",))
    [found] = told(draft_review(bad, invoice, production="P1.5,P1.4"), "lot")
    assert found.status == "defaut"
    assert "564,60" in found.quote
    assert "copie.docx" in found.message


def test_the_amount_in_the_note_is_the_amount_in_the_workbook() -> None:
    workbook = book(FOLLOW, "titre")
    words = "Bonjour Paul,\n\nVous trouverez ci-joint le tableau des règlements : le total s’élève à {} €.\n\nCordialement,\n\nClaire Morel\n"
    for amount, expected in (("300,00", 0), ("330,00", 1)):
        note = message(words.format(amount), "paul@tissages.example", "Suivi des règlements", ("suivi.pdf",))
        assert len(told(draft_review(note, workbook, production="P1.5,P1.3"), "lot")) == expected


def test_names_references_and_deadlines_agree_between_two_files() -> None:
    letter = rendered(INVOICE, "docx")
    words = "Bonjour,\n\nLa facture F-2026-044 de Mme Morlaix arrive à échéance le {}.\n\nCordialement,\n\nClaire Morel\n"
    other = parse_bytes(text(words.format("15 avril 2026")), "mot.txt")
    assert not told(draft_review(other, letter), "lot")
    late = parse_bytes(text(words.format("30 avril 2026")), "mot.txt")
    assert "15/04/2026" in told(draft_review(late, letter), "lot")[0].message
    twisted = parse_bytes(text(words.format("15 avril 2026").replace("F-2026-044", "F-2026-404")), "mot.txt")
    assert "référence" in told(draft_review(twisted, letter), "lot")[0].message
    spelt = parse_bytes(
        text("Bonjour Mme Morlaix,\n\nVotre place est retenue.\n\nCordialement,\n\nClaire\n"), "b.txt"
    )
    name = parse_bytes(
        text("Bonjour Mme Morlais,\n\nVotre place est retenue.\n\nCordialement,\n\nClaire\n"), "a.txt"
    )
    assert "nom" in told(draft_review(name, spelt), "lot")[0].message


def test_a_short_version_states_nothing_new() -> None:
    long = parse_bytes(
        word(
            ("Communiqué de presse", "Title"),
            "Le domaine ouvre ses portes le samedi 28 mars 2026, de 10 h à 17 h. L’entrée coûte 5 €, et une dégustation est offerte à tous les visiteurs.",
        ),
        "communique.docx",
    )
    good = parse_bytes(
        text("Portes ouvertes le samedi 28 mars 2026 dès 10 h, entrée 5 €. #domaine"), "publication.txt"
    )
    assert not told(draft_review(long, good, production="P3.5"), "versions")
    bad = parse_bytes(
        text("Portes ouvertes le samedi 28 mars 2026 dès 10 h, entrée 6 €. #domaine"), "publication.txt"
    )
    [found] = told(draft_review(long, bad, production="P3.5"), "versions")
    assert "6 €" in found.message


def test_what_a_model_document_leaves_behind() -> None:
    letter = (
        "Tours, le 16 mars 2026",
        "Objet : nos horaires",
        "Madame,",
        "Nous vous accueillons le mardi.",
        "Cordialement,",
        "Claire Morel",
    )
    old = parse_bytes(word(*letter, footer="Tarifs 2025 – Atelier Chambly, depuis 1998"), "a.docx")
    [found] = told(read(old, "P1.5"), "restes")
    assert "2025" in found.quote
    new = parse_bytes(word(*letter, footer="Tarifs 2026 – Atelier Chambly, depuis 1998"), "a.docx")
    assert remarks(read(new, "P1.5")) == []
    title = changed(letter, "nos horaires", "nos vœux pour 2025")
    assert "2025" in told(read(rendered(title, "odt"), "P1.5"), "restes")[0].quote
    for words in ("nos vœux pour 2026", "le bilan de 2025"):
        assert remarks(read(rendered(changed(letter, "nos horaires", words), "txt"), "P1.5")) == []


def test_what_a_message_quotes_of_another_is_not_its_own() -> None:
    reply = (
        BODY
        + "\nLe 10/03/2026, Nadia Ferhat a écrit :\n> Tu me rappelles ?\n> Merci à toi\nDossier [Nom] XXXX\n"
    )
    assert remarks(read(message(reply), "P1.5")) == []
    assert told(read(message(BODY + "\nTu me rappelles ?\n"), "P1.5"), "registre")


def test_an_empty_cell_keeps_the_columns_of_a_line() -> None:
    lines = [
        ["Réf", "Libellé", "Qté", "PU HT", "Remise", "Total HT"],
        ["A", "Tonte", "3", "45,00", "10 %", "121,50"],
        ["B", "Haie", "2", "60,00", "", "120,00"],
    ]
    bill = [
        *INVOICE[:8],
        lines,
        "Total HT : 241,50 €",
        "TVA 20 % : 48,30 €",
        "Total TTC : 289,80 €",
        *INVOICE[9:],
    ]
    for layout in ("docx", "odt"):
        assert remarks(read(rendered(bill, layout), "P1.4")) == []
        wrong = [*bill[:8], [*lines[:2], ["B", "Haie", "2", "60,00", "", "102,00"]], *bill[9:]]
        assert told(read(rendered(wrong, layout), "P1.4"), "calculs")


def test_a_message_signed_by_somebody_else_is_told() -> None:
    other = message(BODY.replace("Léa Roussel\n", "Sophie Marchand\n"))
    [found] = told(read(other, "P1.5"), "restes")
    assert found.status == "a_verifier"
    assert found.quote == "Sophie Marchand"
    assert not told(read(message(BODY.replace("Léa Roussel\n", "L. Roussel\n")), "P1.5"), "restes")


def test_steps_say_what_to_do() -> None:
    title = ("Mode opératoire : numériser une facture", "Title")
    good = [title, "1. Retirer les agrafes.", "2. Posez la page sur la vitre.", "3. Enregistrer le fichier."]
    bad = [title, "1. Les agrafes", "2. La vitre du scanner", "3. Le dossier du fournisseur"]
    none = [title, "Il faut retirer les agrafes puis poser la page."]
    for items, expected in ((good, 0), (bad, 1), (none, 1)):
        for layout in ("docx", "odt", "txt"):
            assert len(told(read(rendered(items, layout), "P2.4"), "etapes")) == expected


def test_an_announced_file_can_be_handed_in_with_the_letter() -> None:
    letter = rendered(
        [
            *INVOICE[:0],
            "Tours, le 16 mars 2026",
            "Objet : votre facture",
            "Madame,",
            "Vous trouverez ci-joint la facture.",
            "Cordialement,",
            "Claire Morel",
        ],
        "docx",
    )
    alone = [one for one in read(letter, "P1.5").findings if one.check == "brouillon:pieces_jointes"]
    assert [(one.status, one.needs) for one in alone] == [("non_evaluable", "lot")]
    both = draft_review(letter, rendered(INVOICE, "odt"), production="P1.5,P1.4")
    assert [one.status for one in both.findings if one.check == "brouillon:pieces_jointes"] == ["conforme"]


def test_a_credit_note_names_the_invoice_it_corrects() -> None:
    lines = (
        "Atelier Chambly SARL", "SIREN 512 330 871", "AVOIR n° A-2026-007", "Date : 18 mars 2026", "Motif : retour d’une étagère",
        "Facture d’origine n° F-2026-044", "Total HT : 85,00 €", "TVA 20 % : 17,00 €", "Total TTC : 102,00 €",
    )  # fmt: skip
    for layout in ("docx", "odt", "txt"):
        assert remarks(read(rendered(lines, layout), "P1.4")) == []
        without = changed(lines, "Facture d’origine n° F-2026-044", "")
        [found] = told(read(rendered(without, layout), "P1.4"), "mentions")
        assert found.id.endswith("facture_initiale")
        assert "289" in found.message
