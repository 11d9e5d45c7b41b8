# ruff: noqa: E501 -- a sentence stays on one line
"""Drafts without a scenario: each planted fault found by its check in three layouts, and nothing on the clean ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from ascom_coach.documents import Document, parse_bytes
from ascom_coach.review import Finding, Review
from ascom_coach.review.generic.contracts import catalogue, criterion_for, kinds, particulars, productions
from tests.review import ordinary
from tests.review.material import draft_review
from tests.review.ordinary import INVOICE, QUOTE, RELANCE

Items = Sequence[Any]
LAYOUTS = ("docx", "odt", "txt")


def rendered(items: Items, layout: str) -> Document:
    """The same text as a Word file, an OpenDocument file or a plain text."""
    if layout == "txt":
        lines = []
        for item in items:
            if isinstance(item, list):
                lines += ["\t".join(row) for row in item]
            else:
                lines.append(item if isinstance(item, str) else item[0])
        return parse_bytes("\n".join(lines).encode(), "copie.txt")
    make = {"docx": ordinary.word, "odt": ordinary.writer}[layout]
    return parse_bytes(make(*items), f"copie.{layout}")


def changed(items: Items, old: str, new: str) -> list[Any]:
    """The items with a text replaced; a paragraph that becomes empty goes."""

    def swap(item: Any) -> Any:
        if isinstance(item, list):
            return [[cell.replace(old, new) for cell in row] for row in item]
        if isinstance(item, tuple):
            return (item[0].replace(old, new), item[1])
        return item.replace(old, new)

    out = [swap(item) for item in items]
    assert out != list(items), f"« {old} » is not in the text"
    return [item for item in out if item != ""]


def told(review: Review, check: str) -> list[Finding]:
    """Remarks of a check."""
    return [
        one
        for one in review.findings
        if one.check == f"brouillon:{check}" and one.status in ("defaut", "a_verifier")
    ]


def remarks(review: Review) -> list[str]:
    """Checks that remark something; what the file itself makes one look at is left aside."""
    wrong = [one for one in review.findings if one.status in ("defaut", "a_verifier")]
    return [one.check for one in wrong if one.check.startswith("brouillon:")]


MINUTES = (
    "Compte rendu de la réunion du 24 mars 2026", "Présents : Claire Morel, Paul Guérin.", "Les périodes de fermeture sont validées.",
    [["Décision", "Responsable", "Échéance"], ["Afficher le planning", "Paul Guérin", "3 avril 2026"]],
)  # fmt: skip
CALL = (
    "Tours, le 9 mars 2026", "Objet : convocation à la réunion d’équipe", "Madame, Monsieur,",
    "Vous êtes invités à la réunion d’équipe qui aura lieu le mardi 24 mars 2026 à 14 h, en salle Ronsard.",
    "Ordre du jour : bilan du mois de février et planning des congés.", "Cordialement,", "Claire Morel",
)  # fmt: skip
FAULTS: dict[str, tuple[str, Items, str, str, str, str]] = {
    # name: (production, base, old, new, check, words of the quote or empty)
    "no_subject": ("P1.5", RELANCE, "Objet : rappel de la facture F-2026-031", "", "parties", ""),
    "no_signature": ("P1.5", RELANCE[:-2], "Nous vous prions d’agréer, Monsieur, nos salutations distinguées.", "Merci d’avance.", "parties", ""),
    "blank": ("P1.5", RELANCE, "Monsieur,", "Monsieur [Nom],", "a_completer", "[Nom]"),
    "dots": ("P1.5", RELANCE, "486,00 €", "............ €", "a_completer", "...."),
    "wrong_weekday": ("P2.4", CALL, "mardi 24 mars 2026", "jeudi 24 mars 2026", "jours", "jeudi 24 mars 2026"),
    "no_such_day": ("P1.5", RELANCE, "31 mars 2026", "31 avril 2026", "jours", "31 avril 2026"),
    "past_deadline": ("P1.5", RELANCE, "avant le 31 mars 2026", "avant le 10 mars 2026", "echeances", "10 mars 2026"),
    "past_meeting": ("P2.4", CALL, "mardi 24 mars 2026", "mardi 24 février 2026", "echeances", "24 février 2026"),
    "line": ("P1.4", INVOICE, "340,00 €", "350,00 €", "calculs", "350,00"),
    "sum": ("P1.4", QUOTE, "192,00", "182,00", "calculs", "182,00"),
    "vat": ("P1.4", INVOICE, "91,10 €", "91,01 €", "calculs", "91,01"),
    "with_tax": ("P1.4", INVOICE, "546,60 €", "564,60 €", "calculs", "564,60"),
    "other_person": ("P1.5", RELANCE, "agréer, Monsieur,", "agréer, Madame,", "interlocuteur", "Madame"),
    "other_title": ("P1.5", changed(RELANCE, "agréer, Monsieur,", "agréer, Madame,"), "Monsieur,", "Madame,", "interlocuteur", "Madame"),
    "other_name": ("P1.5", RELANCE, "Monsieur,", "Monsieur Delage,", "interlocuteur", "Delage"),
    "mixed_address": ("P1.5", RELANCE, "Si votre paiement", "Si ton paiement", "registre", "ton"),
    "social_security": ("P2.5", CALL, "Ordre du jour :", "N° 2 85 04 75 116 203 82. Ordre du jour :", "donnees_personnelles", "2 85 04 75 116 203 82"),
    "health": ("P2.4", CALL, "Ordre du jour :", "M. Guérin, en arrêt maladie, sera absent. Ordre du jour :", "donnees_personnelles", "arrêt maladie"),
    "french": ("P1.5", RELANCE, "n’est pas réglée", "nes pas réglé", "langue", ""),
    "invoice_number": ("P1.4", INVOICE, "Facture n° F-2026-044", "Facture", "mentions", ""),
    "invoice_siren": ("P1.4", INVOICE, "SIREN 512 330 871 – RCS Tours – ", "", "mentions", ""),
    "invoice_due": ("P1.4", INVOICE, "Échéance : 15 avril 2026. Règlement par virement.", "", "mentions", ""),
    "invoice_fee": ("P1.4", INVOICE, " et indemnité forfaitaire de 40 € pour frais de recouvrement", "", "mentions", ""),
    "invoice_discount": ("P1.4", INVOICE, " Pas d’escompte pour paiement anticipé.", "", "mentions", ""),
    "quote_validity": ("P1.4", QUOTE, "Offre valable jusqu’au 3 avril 2026", "", "mentions", ""),
    "quote_due_before": ("P1.4", QUOTE, "jusqu’au 3 avril 2026", "jusqu’au 3 février 2026", "echeances", "3 février 2026"),
    "reminder_invoice": ("P1.5", changed(RELANCE, "la facture F-2026-031 du", "la facture du"), "facture F-2026-031", "facture", "mentions", ""),
    "reminder_crossing": ("P1.5", changed(RELANCE, "Sauf erreur de notre part, la", "La"), " Si votre paiement nous est parvenu entre-temps, ne tenez pas compte de ce courrier.", "", "mentions", ""),
    "no_place": ("P2.4", CALL, ", en salle Ronsard", "", "mentions", ""),
    "no_agenda": ("P2.4", CALL, "Ordre du jour : bilan du mois de février et planning des congés.", "", "mentions", ""),
    "no_one_in_charge": ("P2.4", MINUTES, "Responsable", "Remarque", "mentions", ""),
}  # fmt: skip
DOUBTS = {
    "invoice_fee",
    "invoice_discount",
    "reminder_crossing",
    "no_one_in_charge",
    "no_place",
    "health",
    "french",
}
"""Faults that are only « à vérifier », even when the production is confirmed."""


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", FAULTS)
def test_a_planted_fault_is_found_by_its_check(name: str, layout: str) -> None:
    production, items, old, new, check, words = FAULTS[name]
    result = draft_review(rendered(changed(items, old, new), layout), production=production)
    found = told(result, check)
    assert found, f"{name} in {layout}: {remarks(result)}"
    bloc = int(production[1])
    assert found[0].criterion == criterion_for(catalogue()[check].role, bloc)
    assert found[0].hint
    if name not in DOUBTS:
        assert found[0].status == "defaut"
    if words:
        assert any(words in one.quote for one in found), [one.quote for one in found]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(
    ("production", "items"),
    [
        ("P1.5", RELANCE),
        ("P1.4", INVOICE),
        ("P1.4", QUOTE),
        ("P2.4", CALL),
        ("P2.4", MINUTES),
        ("P2.5", CALL),
    ],
)
def test_the_clean_text_brings_no_remark(production: str, items: Items, layout: str) -> None:
    assert remarks(draft_review(rendered(items, layout), production=production)) == []


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_fault_in_a_file_that_is_only_guessed_costs_nothing(layout: str) -> None:
    spoilt = changed(INVOICE, "546,60 €", "564,60 €")
    result = draft_review(rendered(spoilt, layout))
    assert {one.status for one in told(result, "calculs")} == {"a_verifier"}
    assert all(item.level is None for item in result.criteria)
    assert all("confirmez" in item.why for item in result.criteria if item.total)
    [kind] = [one for one in result.findings if one.check == "brouillon:production"]
    assert "Deviné" in kind.message
    assert "facture" in kind.message


@pytest.mark.parametrize(
    ("day", "wrong"),
    [
        ("jeudi 24 mars", True),  # a Thursday in 2022, a few weeks from a letter of 9 March 2026
        ("mardi 24 mars", False),
        ("vendredi 24 octobre", False),  # months away: the year may be another one
    ],
)
def test_a_day_soon_after_the_letter_is_of_its_year(day: str, wrong: bool) -> None:
    found = told(
        draft_review(rendered(changed(CALL, "mardi 24 mars 2026", day), "docx"), production="P2.4"), "jours"
    )
    assert [day in one.quote for one in found] == ([True] if wrong else [])


@pytest.mark.parametrize(
    ("first", "second", "wrong"),
    [
        ("jeudi 3 décembre", "vendredi 5 décembre", True),  # no year has both
        ("jeudi 3 décembre", "vendredi 4 décembre", False),
        ("mardi 1er décembre", "jeudi 14 janvier", False),  # two years, a few weeks apart
    ],
)
def test_two_days_of_a_text_without_a_year_agree(first: str, second: str, wrong: bool) -> None:
    body = (
        "Bonjour à tous,",
        f"La réunion du {first} est reportée au {second}, en salle 2.",
        "Bonne journée,",
        "Lina",
    )
    found = told(draft_review(rendered(body, "txt"), production="P2.4"), "jours")
    assert [first in one.message and second in one.quote for one in found] == [True] * wrong


TOTALS = "Total HT : 455,50 €\nTVA 20 % : 91,10 €\nTotal TTC : 546,60 €"
LUMPS = [
    ["Désignation", "Quantité", "Prix unitaire HT", "Montant HT"],
    ["Étagère en chêne", "4", "85,00 €", "340,00 €"],
    ["Pose", "3 h", "26,50 €", "79,50 €"],
    ["Déplacement", "forfait", "", "36,00 €"],
]


@pytest.mark.parametrize("layout", ["docx", "odt"])
@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("", "", ""),
        ("546,60", "564,60", "TTC"),
        ("79,50 €", "97,50 €", "quantité"),
        ("36,00 €", "63,00 €", "somme"),
    ],
)
def test_totals_under_the_table_and_lines_with_units_are_added_up(
    old: str, new: str, words: str, layout: str
) -> None:
    items = [LUMPS if isinstance(item, list) else item for item in INVOICE]
    items.insert(items.index(LUMPS) + 1, TOTALS)
    if old:
        items = changed(items, old, new)
    found = told(draft_review(rendered(items, layout), production="P1.4"), "calculs")
    assert any(words in one.message for one in found) if words else found == []


def test_what_the_law_added_holds_from_its_day_on() -> None:
    before = draft_review(rendered(INVOICE, "docx"), production="P1.4")
    assert told(before, "mentions") == []
    later = changed(changed(INVOICE, "16 mars 2026", "20 septembre 2027"), "15 avril 2026", "20 octobre 2027")
    ids = {one.id for one in told(draft_review(rendered(later, "docx"), production="P1.4"), "mentions")}
    assert ids == {"brouillon.mentions.siren_client", "brouillon.mentions.nature"}


def test_a_rule_holds_between_its_days() -> None:
    import datetime as dt

    [fee] = [one for one in particulars("facture") if one.id == "indemnite"]
    assert fee.holds_on(dt.date(2013, 1, 1))
    assert not fee.holds_on(dt.date(2012, 12, 31))
    ended = replace(fee, until=dt.date(2020, 6, 30))
    assert ended.holds_on(dt.date(2020, 6, 30))
    assert not ended.holds_on(dt.date(2020, 7, 1))


def test_an_invoice_to_a_person_needs_no_recovery_fee() -> None:
    items = changed(INVOICE, "Hôtel du Cygne SARL", "Mme Odile Perrin")
    items = changed(items, " et indemnité forfaitaire de 40 € pour frais de recouvrement", "")
    assert remarks(draft_review(rendered(items, "docx"), production="P1.4")) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Votre commande devait arriver avant le 10 mars 2026.",
        "La facture était à régler avant le 1er mars 2026.",
        "Nous avons bien reçu votre courrier du 2 mars 2026.",
        "Comme convenu, notre technicien est passé le vendredi 6 mars 2026.",
        "Nous vous répondrons au plus tard le 27 mars 2026.",
    ],
)
def test_a_date_that_is_rightly_past_or_to_come_is_left_alone(sentence: str) -> None:
    items = [*RELANCE[:10], sentence, *RELANCE[10:]]
    assert remarks(draft_review(rendered(items, "docx"), production="P1.5")) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Le ton employé dans votre message nous a touchés.",
        "Nous restons ouverts 24 h/24 et 7 j/7, y compris en mai.",
        "Le client a écrit : « Tu me rappelles demain ? », et nous l’avons rappelé.",
        "Votre remise de 5 % porte sur un total de 486,00 €.",
        "Notre gamme XXL est disponible en trois tailles.",
    ],
)
def test_ordinary_sentences_are_left_alone(sentence: str) -> None:
    items = [*RELANCE[:10], sentence, *RELANCE[10:]]
    found = draft_review(rendered(items, "txt"), production="P1.5")
    assert [one for one in remarks(found) if one != "brouillon:langue"] == []


def test_a_total_in_the_text_is_that_of_the_table() -> None:
    line = "Nous vous confirmons que le montant total de votre facture s’élève à 546,60 € TTC, payable par virement."
    for layout in LAYOUTS:
        assert (
            told(draft_review(rendered([*INVOICE, line], layout), production="P1.4"), "texte_tableau") == []
        )
        spoilt = [*INVOICE, line.replace("546,60", "564,60")]
        [found] = told(draft_review(rendered(spoilt, layout), production="P1.4"), "texte_tableau")
        assert found.status == "defaut"
        assert "564,60" in found.quote


def test_every_production_has_a_contract_and_every_check_a_function() -> None:
    from ascom_coach.referential import BLOCS, load_referential
    from ascom_coach.review.generic.catalogue import INSTRUCTION, LOOKS

    known = {item.id for bloc in BLOCS for item in load_referential().productions(bloc)}
    assert set(productions()) == known
    assert {kind.production for kind in kinds()} <= known
    assert known - {kind.production for kind in kinds()} == {"P3.0", "P3.1", "P3.7"}
    used = {name for contract in productions().values() for name in contract.checks}
    assert used == set(catalogue()) == {*LOOKS, INSTRUCTION}
    for one in catalogue().values():
        assert one.version >= 1
        assert one.source
        assert one.severity in ("bloquant", "majeur", "mineur")
    for kind in kinds():
        for particular in particulars(kind.id):
            assert particular.source
            assert particular.patterns


def test_several_productions_are_each_given_their_file() -> None:
    letter = rendered(RELANCE, "docx")
    data = ordinary.sheet([["Facture", "Montant TTC"], ["F-2026-031", 486]], title="Suivi")
    result = draft_review(letter, parse_bytes(data, "suivi.xlsx"), production="P1.5,P1.3")
    kinds_ = {
        one.locator.file: one.production
        for one in result.findings
        if one.check == "brouillon:production" and one.locator
    }
    assert kinds_ == {"copie.docx": "P1.5", "suivi.xlsx": "P1.3"}
    assert remarks(result) == []
