from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ascom_coach.models import Masker

IBAN = "FR76 3000 6000 0112 3456 7890 189"
CARD = "4111 1111 1111 1111"
SIRET = "732 829 320 00074"
NIR = "2 69 05 49 588 157 80"
VALID = ["claire.roux@atelier.example", "06 39 98 12 34", "+33 6 39 98 12 34", IBAN, IBAN.replace(" ", ""), CARD,
         "4111-1111-1111-1111", SIRET, SIRET.replace(" ", ""), "732 829 320", NIR, NIR.replace(" ", "")]  # fmt: skip
LOOK_ALIKE = ["1 250,00 €", "facture F-2027-0312", "le 14/03/2027", "FR76 3000 6000 0112 3456 7890 188",
              "732 829 321 00074", "4111 1111 1111 1112", "commande 20270314", "12 500 pièces"]  # fmt: skip


def test_each_identifier_is_hidden_and_comes_back() -> None:
    for value in VALID:
        text = f"Voici : {value}, merci."
        masker = Masker([text])
        masked = masker.mask(text)
        assert value not in masked, value
        assert masked.count("[") == 1, value
        assert masker.unmask(masked) == text


def test_look_alikes_are_left_alone() -> None:
    for text in LOOK_ALIKE:
        assert Masker([text]).mask(text) == text


def test_the_same_identifier_keeps_its_placeholder() -> None:
    masker = Masker()
    assert masker.mask("06 39 98 12 34 ou 06 39 98 12 34") == "[TEL_1] ou [TEL_1]"
    assert masker.mask("06 39 98 56 78") == "[TEL_2]"


def test_a_placeholder_already_in_the_text_stays_itself() -> None:
    text = "[TEL_1] puis 06 39 98 12 34"
    masker = Masker([text])
    assert masker.mask(text) == "[TEL_1] puis [TEL_2]"
    assert masker.unmask(masker.mask(text)) == text


@given(
    st.lists(
        st.one_of(st.sampled_from(VALID), st.text(max_size=12), st.sampled_from(["[MAIL_1]", "[TEL_2]"]))
    )
)
def test_round_trip_on_any_text(parts: list[str]) -> None:
    text = " ".join(parts)
    masker = Masker([text])
    assert masker.unmask(masker.mask(text)) == text
