"""Hand-ins as people really write them: no false alarm on a good copy, each planted fault found in its place."""

from __future__ import annotations

import pytest

from ascom_coach.rehearsal import State
from tests.review.material import letter, only, review, scenario, text

LIMIT = {"id": "c1", "type": "limite", "critere": "K1.2", "autorise": "geste"}
PARTS = {"id": "c1", "type": "parties", "critere": "K1.5", "parties": ["objet"]}


@pytest.mark.parametrize(
    "sentence",
    [
        "M. Bernard vous accorde un avoir de 35 €.",
        "Lumex vous offre une remise de 30 €.",
        "Un geste commercial de 45 € vous est accordé.",
        "Nous vous proposons un geste commercial de 40 € sur la facture de 120 €.",
    ],
)
def test_an_offer_over_the_limit_is_found_whoever_makes_it(sentence: str) -> None:
    finding = only(review(scenario(letter(LIMIT)), text(f"Bonjour Madame,\n\n{sentence}\n")))
    assert (finding.status, finding.criterion) == ("defaut", "K1.2")
    assert finding.quote
    assert finding.quote in sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "M. Bernard vous accorde un avoir de 15 €.",
        "M. Bernard ne vous accorde pas l’avoir de 35 €.",
        "Nous vous proposons un geste commercial de 20 € sur la facture de 120 €.",
        "La direction vous propose un geste commercial de 18€ sur votre commande de 90 €.",
        "Vous avez demandé un geste commercial de 80 € : M. Bernard étudie ce point.",
    ],
)
def test_a_price_or_a_refused_offer_is_no_offer(sentence: str) -> None:
    finding = only(review(scenario(letter(LIMIT)), text(f"Bonjour Madame,\n\n{sentence}\n")))
    assert finding.status == "conforme"


@pytest.mark.parametrize("head", ["Objet :\n\nMadame,", "Objet:\nMadame Petit,", "OBJET :\nBonjour Madame,"])
def test_a_subject_line_with_nothing_behind_is_no_subject(head: str) -> None:
    body = f"{head}\n\nVotre commande C-1802 part mercredi 4 mars.\n"
    assert only(review(scenario(letter(PARTS)), text(body))).status == "defaut"


@pytest.mark.parametrize(
    "head", ["Objet : votre commande", "Objet – votre commande", "Objet :\nVotre commande C-1802"]
)
def test_a_subject_beside_or_below_its_label_is_a_subject(head: str) -> None:
    body = f"{head}\n\nMadame,\n\nVotre commande part mercredi 4 mars.\n"
    assert only(review(scenario(letter(PARTS)), text(body))).status == "conforme"


ARRIVAL = {"id": "c1", "type": "faits_presents", "critere": "K1.2", "faits": ["arrivage"]}
LATE = State(twists=frozenset({"retard"}))


@pytest.mark.parametrize(
    "body",
    [
        "Vos lampes arrivent jeudi 5 mars.\n\nNous vous les livrerons mercredi 4 mars.\n",
        "Vos lampes arrivent mercredi 4 mars ou jeudi 5 mars.\n",
    ],
)
def test_the_outdated_value_kept_beside_the_right_one_is_found(body: str) -> None:
    finding = only(review(scenario(letter(ARRIVAL)), text(body), state=LATE))
    assert (finding.status, finding.criterion) == ("defaut", "K1.2")
    assert "mercredi 4 mars" in finding.quote


@pytest.mark.parametrize(
    "body",
    [
        "Vos lampes arrivent jeudi 5 mars, et non mercredi 4 mars.\n",
        "L’arrivage prévu mercredi 4 mars est repoussé : vos lampes seront là jeudi 5 mars.\n",
        "Je vous avais dit mercredi 4 mars ; ce sera finalement le 05/03.\n",
        "Vos lampes arrivent jeudi 5 mars.\n",
    ],
)
def test_an_outdated_value_said_to_be_over_is_no_fault(body: str) -> None:
    assert only(review(scenario(letter(ARRIVAL)), text(body), state=LATE)).status == "conforme"


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("Nous vous offrons 50 € de remise.", "defaut"),
        ("Nous ne vous offrirons pas 50 € de remise.", "conforme"),
        ("Nous ne vous offrons pas 50 € de remise.", "conforme"),
        ("Nous vous offrons 15 € de remise.", "conforme"),
    ],
)
def test_an_offer_in_the_present_counts_and_a_refusal_does_not(words: str, status: str) -> None:
    control = {"id": "c1", "type": "limite", "critere": "K1.2", "autorise": "geste"}
    assert only(review(scenario(letter(control)), text(words))).status == status
