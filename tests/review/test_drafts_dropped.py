"""Drafts dropped without a scenario: what is to be filled in by hand, what a spoken instruction bans or counts."""

from __future__ import annotations

import pytest

from ascom_coach.documents import parse_bytes
from ascom_coach.review import read_instruction
from tests.review.material import draft_review
from tests.review.ordinary import QUOTE, text, word
from tests.review.test_drafts import CALL, changed, rendered, told

SLIP = ("Coupon à retourner avant le 20 mars 2026", "Nom : ................ Prénom : ................")
TORN = ("Merci de renvoyer le coupon ci-dessous.", "--------------------", "Nom : ________________")
LAYOUTS = ("docx", "odt", "txt")


def about_demand(document, instruction: str) -> list[tuple[str, str, str]]:
    review = draft_review(document, instruction=read_instruction(instruction))
    return [
        (one.status, one.message, one.quote) for one in review.findings if one.check == "brouillon:demande"
    ]


def post(body: str, layout: str):
    items = body.split("\n")
    return parse_bytes(word(*items), "post.docx") if layout == "docx" else parse_bytes(text(body), "post.txt")


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("slip", [SLIP, TORN])
def test_a_slip_to_send_back_is_left_to_its_reader(layout: str, slip: tuple[str, ...]) -> None:
    assert not told(draft_review(rendered((*CALL, *slip), layout), production="P2.4"), "a_completer")


@pytest.mark.parametrize("layout", LAYOUTS)
def test_dots_before_the_slip_or_without_one_are_still_told(layout: str) -> None:
    before = changed((*CALL, *SLIP), "en salle Ronsard", "en salle ............")
    assert told(draft_review(rendered(before, layout), production="P2.4"), "a_completer")
    alone = changed(CALL, "en salle Ronsard", "en salle ............")
    assert told(draft_review(rendered(alone, layout), production="P2.4"), "a_completer")
    named = (*CALL, SLIP[0], "Nom : [Nom]")
    assert told(draft_review(rendered(named, layout), production="P2.4"), "a_completer")


ASKED = "Fais un post : on ouvre dimanche 29 mars. Mets 3 hashtags, et pas de prix."


@pytest.mark.parametrize("layout", ["docx", "txt"])
def test_hashtags_asked_are_counted(layout: str) -> None:
    three = about_demand(post("On ouvre dimanche 29 mars !\n#tours #boulangerie #10ans", layout), ASKED)
    assert [status for status, message, _ in three if "hashtags" in message] == ["conforme"]
    two = about_demand(
        post("On ouvre dimanche 29 mars !\n#tours #boulangerie, sonnez au n° #3", layout), ASKED
    )
    assert [status for status, message, _ in two if "hashtags" in message] == ["a_verifier"]


@pytest.mark.parametrize("layout", ["docx", "txt"])
def test_an_amount_is_a_price(layout: str) -> None:
    body = "On ouvre dimanche 29 mars !\n{}\n#tours #boulangerie #pain"
    priced = about_demand(post(body.format("Croissant à 1,20 € toute la matinée."), layout), ASKED)
    assert [status for status, message, _ in priced if "prix" in message] == ["a_verifier"]
    free = about_demand(post(body.format("Croissants chauds, 12 sortes de pain."), layout), ASKED)
    assert [status for status, message, _ in free if "prix" in message] == ["conforme"]


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("Pas besoin de lui parler du retard.", "retard"),
        ("Écris à Mme Roy, aucun besoin de mentionner la panne.", "panne"),
        ("Réponds-lui sans lui parler du retard.", "retard"),
    ],
)
def test_what_need_not_be_told_is_left_out(said: str, words: str) -> None:
    read = read_instruction(said)
    assert [one.value for one in read.demands if one.role == "a_eviter"] == [words]


def test_a_need_is_no_ban() -> None:
    read = read_instruction("On a besoin de parler du retard. Ils n’ont pas besoin de deux tables.")
    assert not [one for one in read.demands if one.role == "a_eviter"]


def test_spoken_excuses_are_asked() -> None:
    read = read_instruction("Réponds à M. Haddad. On s’excuse et on refait la facture.")
    assert ("acte", "excuse") in {(one.sort, one.value) for one in read.demands}
    not_asked = read_instruction("Réponds à M. Haddad. On s’excuse pas, la facture est juste.")
    assert ("acte", "excuse") not in {(one.sort, one.value) for one in not_asked.demands}


def test_the_name_to_sign_with_is_read() -> None:
    read = read_instruction("Écris à Mme Perrin et signe de ma part, Thomas Girard.")
    assert ("nom", "Thomas Girard") in {(one.sort, one.value) for one in read.demands}
    plainly = read_instruction("Écris à Mme Perrin et signe de ma part.")
    assert not [one for one in plainly.demands if one.sort == "nom"]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_therapeutic_part_time_is_a_word_on_health(layout: str) -> None:
    line = "M. Guérin, à mi-temps{}, sera absent. Ordre du jour :"
    medical = changed(CALL, "Ordre du jour :", line.format(" thérapeutique"))
    assert told(draft_review(rendered(medical, layout), production="P2.4"), "donnees_personnelles")
    ordinary = changed(CALL, "Ordre du jour :", line.format(""))
    assert not told(draft_review(rendered(ordinary, layout), production="P2.4"), "donnees_personnelles")


@pytest.mark.parametrize("layout", ["docx", "odt"])
@pytest.mark.parametrize(("first", "second", "words"), [("1. ", "2. ", "numéros"), ("- ", "- ", "tirets")])
def test_a_typed_list_is_named_as_it_is_typed(layout: str, first: str, second: str, words: str) -> None:
    items = (*CALL[:4], f"{first}Bilan du mois de février", f"{second}Planning des congés", *CALL[5:])
    [found] = told(draft_review(rendered(items, layout), production="P2.4"), "styles")
    assert f"des {words} tapés" in found.message


def test_one_particular_is_told_in_the_singular() -> None:
    poster = rendered(
        ("Portes ouvertes", "Venez samedi 21 mars 2026 de 10 h à 18 h !", "Librairie Plume, 01 99 00 41 27"),
        "docx",
    )
    said = [one.message for one in draft_review(poster).findings if one.check == "brouillon:mentions"]
    assert said == ["La mention attendue est là."]
    minutes = [
        one.message
        for one in draft_review(rendered(CALL, "docx")).findings
        if one.check == "brouillon:mentions"
    ]
    assert minutes == ["Les 4 mentions attendues sont là."]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(("said", "wrong"), [
    ("Acompte de 30 % à la commande, soit 97,02 €", True),
    ("Acompte de 30 % à la commande, soit 90,72 €", False),
    ("Acompte de 30 % à la commande, soit 90 €", False),
    ("Acompte de 40 % du total HT, soit 100,80 €", False),
    ("Acompte de 30 % à la commande. Déplacement : 35,00 €", False),
])  # fmt: skip
def test_a_deposit_is_its_share_of_a_total(layout: str, said: str, wrong: bool) -> None:
    items = changed(QUOTE, "Acompte de 30 % à la commande, solde à la fin des travaux.", f"{said}.")
    found = told(draft_review(rendered(items, layout), production="P1.4"), "calculs")
    assert [one.message.startswith("Cet acompte") for one in found] == [True] * wrong
