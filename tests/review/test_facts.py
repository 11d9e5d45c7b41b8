"""What a copy says, on copies written in many ways: clean ones stay clean, slips are found where they stand."""

from __future__ import annotations

from typing import Any

import pytest

from ascom_coach.documents import Document
from ascom_coach.review import Finding
from tests.review.material import docx, letter, only, review, scenario, text, workbook, xlsx

HEAD = ["Article", "Quantité", "Prix", "Montant"]


def judge(control: dict[str, Any], document: Document, **changes: Any) -> list[Finding]:
    production = workbook if document.sheets else letter
    script = scenario(production({"id": "c1", "critere": "K1.2", **control}), **changes)
    return [item for item in review(script, document).findings if item.criterion]


FACTS = {"type": "faits_presents", "faits": ["commande", "arrivage", "telephone"]}


@pytest.mark.parametrize(
    "document",
    [
        text("Votre commande C-1802 arrive le jeudi 5 mars.\nRappelez le 06 39 98 20 11."),
        text(
            "Votre commande C1802 arrive donc à notre dépôt le jeudi\n5 mars 2026. Rappelez-nous au 06 39 98\n20 11."
        ),
        docx(["Commande C-1802", "Arrivage : 05/03/2026", "Tél. 0639982011"]),
        xlsx([HEAD, ["Note", "commande C-1802", "jeudi 5 mars", "0639982011"]]),
    ],
)
def test_facts_are_found_however_they_are_written(document: Document) -> None:
    assert [item.status for item in judge(FACTS, document)] == ["conforme"]


def test_each_missing_fact_is_a_finding_of_its_own_where_the_slip_stands() -> None:
    document = text(
        "Bonjour,\nVotre commande C-1820 arrive mercredi 4 mars.\nMon numéro : 06 39 98 20 12.\nAna"
    )
    number, old, phone = judge(FACTS, document)
    assert (number.id, number.locator and number.locator.ref) == ("reponse.c1.1", "l2")
    assert "plus à jour" in old.message
    assert phone.quote == "Mon numéro : 06 39 98 20 12."


def test_a_value_alone_of_its_kind_is_no_slip_when_it_is_the_letter_s_date() -> None:
    [finding] = judge(
        {"type": "faits_presents", "faits": ["arrivage"]}, text("Brest, le 2 mars 2026\nBonjour Madame.")
    )
    assert finding.quote == "Brest, le 2 mars 2026"  # the first line, as an anchor
    assert finding.message.startswith("Il manque la date d’arrivage :")


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("Sur les 48 chaises commandées, nous vous livrerons 6 chaises samedi.", "conforme"),
        ("Vous aviez commandé 48 chaises. Nous en expédierons 6 dès demain.", "conforme"),
        ("Vous recevrez six chaises vendredi.", "conforme"),
        ("Nous vous livrerons 10 chaises samedi.", "defaut"),
        ("Vos chaises partent bientôt.", "defaut"),
    ],
)
def test_the_promised_quantity_is_the_one_that_can_be_kept(words: str, status: str) -> None:
    [finding] = judge({"type": "quantite_promise", "valeur": "6 chaises"}, text(words))
    assert finding.status == status


REPORTED = {"type": "anomalie_signalee", "anomalie": "an_prix", "mots": ["bon|prix", "12,50"]}


@pytest.mark.parametrize(
    "document",
    [
        text("Le bon annonce 12,50 € et la facture 14 €."),
        text("En contrôlant la livraison de ce matin, j’ai vu que le prix de la\nlampe a changé depuis notre dernière\n"
             "commande : il passe à 12,50 €."),
        docx(["Le prix ne correspond pas.", "La facture dit 14 €, le tarif 12,50 €."]),
        xlsx([HEAD, ["Lampe", "prix à revoir", "12,50 € au tarif", "14"]]),
    ],
)  # fmt: skip
def test_an_anomaly_is_told_in_a_paragraph_or_two(document: Document) -> None:
    assert [item.status for item in judge(REPORTED, document)] == ["conforme"]


@pytest.mark.parametrize(
    "document",
    [
        text("Bonjour, vous devez 12,50 €."),  # « bon » is not « bonjour »
        docx(["Le prix nous convient.", "Merci.", "À bientôt.", "Reste 12,50 € à payer."]),
    ],
)
def test_words_far_apart_tell_no_anomaly(document: Document) -> None:
    assert [item.status for item in judge(REPORTED, document)] == ["defaut"]


def test_a_sentence_cut_at_the_end_of_a_line_is_read_whole() -> None:
    words = "Pour nous faire pardonner ce long retard, nous vous ferons un\ngeste de 80 euros sur la prochaine facture."
    [finding] = judge({"type": "limite", "autorise": "geste"}, text(words))
    assert finding.status == "defaut"
    assert finding.quote in words.split("\n")
    apart = "Nous parlerons de tout cela lundi prochain avec le gérant\nGeste de 80 euros"
    assert judge({"type": "limite", "autorise": "geste"}, text(apart))[0].status == "conforme"


def test_what_had_to_go_is_found_everywhere_and_whole_words_only() -> None:
    control = {"type": "absents", "valeurs": ["2025", "M. Legrand", "7 mars"]}
    clean = docx(["Paris, le 3 mars 2026", "Le lot 120257 est là, voyez Mme Legrandin."])
    assert judge(control, clean)[0].status == "conforme"
    left = judge(control, docx(["Le 07/03/2026", "Comme en 12/2025, voyez M.\u00a0Legrand."]))
    assert [item.locator and item.locator.ref for item in left] == ["p1", "p2", "p2"]
    [cell] = judge(control, xlsx([HEAD, ["Lampe", 1, 2, "vu avec M. Legrand"]]))
    assert cell.locator is not None
    assert cell.locator.ref == "Feuil1!D2"


def test_a_control_waits_for_its_unforeseen_event() -> None:
    from ascom_coach.rehearsal import State

    control = {"type": "valeurs_presentes", "valeurs": ["jeudi 5 mars"], "si_imprevu_survenu": "retard"}
    script = scenario(letter({"id": "c1", "critere": "K1.2", **control}))
    quiet = review(script, text("Bonjour."), state=State())
    assert [item.status for item in quiet.findings] == ["sans_objet"]
    late = review(script, text("Bonjour."), state=State(twists=frozenset({"retard"})))
    assert [item.status for item in late.findings] == ["defaut"]


def test_the_french_of_a_workbook_is_read_cell_by_cell() -> None:
    control = {"type": "langue"}
    wrong = [
        HEAD,
        ["Lampe", "les clients a payé hier", "ils sont venu nous voir", "vous avez appeler le depot"],
    ]
    [finding] = judge(control, xlsx(wrong))
    assert finding.status == "defaut"
    assert finding.locator is not None
    assert finding.locator.kind == "cell"
    assert judge(control, xlsx([HEAD, ["Lampe", 4, 12.5, 50]]))[0].status == "conforme"


PLACES = {"id": "c1", "type": "faits_presents", "critere": "K1.2", "faits": ["arrivage"]}


@pytest.mark.parametrize(
    ("body", "quote"),
    [
        # Another day stands where the right one should: that sentence, not the first one.
        (
            "Votre commande C-1802 est bien notée.\n\nVos lampes arrivent vendredi 6 mars.\n",
            "vendredi 6 mars",
        ),
        # No day at all: the sentence that speaks of the arrival.
        (
            "Votre commande C-1802 est bien notée et suivie de près par nous.\n\nL’arrivage des lampes est prévu.\n",
            "arrivage",
        ),
    ],
)
def test_a_missing_fact_is_told_where_the_text_speaks_of_it(body: str, quote: str) -> None:
    finding = only(review(scenario(letter(PLACES)), text(body)))
    assert finding.status == "defaut"
    assert quote in finding.quote


def test_a_stranger_named_in_place_of_somebody_is_the_place() -> None:
    control = {
        "id": "c1",
        "type": "valeurs_presentes",
        "critere": "K1.2",
        "valeurs": ["Mme Petit"],
        "intitule": "la cliente",
    }
    body = "Commande C-1802 notée.\n\nElle sera remise à Claire Dumoulin.\n\nMerci.\n\nBonne journée,\nL’équipe\n"
    finding = only(review(scenario(letter(control)), text(body)))
    assert "Claire Dumoulin" in finding.quote
