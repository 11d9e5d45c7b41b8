from __future__ import annotations

import random
import re

from hypothesis import given
from hypothesis import strategies as st

from ascom_coach.documents import read_document
from ascom_coach.models import Masker
from ascom_coach.resources import knowledge_dir, scenarios_dir

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


def luhn(body: str) -> str:
    """The body and its Luhn digit."""
    total = sum(
        sum(divmod(int(digit) * 2, 10)) if rank % 2 == 0 else int(digit)
        for rank, digit in enumerate(reversed(body))
    )
    return body + str(-total % 10)


def figures(draw: random.Random, size: int) -> str:
    return "".join(draw.choices("0123456789", k=size))


def made(draw: random.Random, kind: str) -> list[str]:
    """The groups of a valid identifier."""
    if kind == "iban":
        bank = figures(draw, 23)
        number = f"FR{98 - int(bank + '152700') % 97:02d}{bank}"
        return re.findall(".{1,4}", number)
    if kind == "nir":
        body = f"{draw.choice('12')}{figures(draw, 2)}{draw.randint(1, 12):02d}{draw.choice(['2A', '2B', '75', '59'])}"
        body += figures(draw, 6)
        key = 97 - int(body.replace("2A", "19").replace("2B", "18")) % 97
        return [body[0], body[1:3], body[3:5], body[5:7], body[7:10], body[10:], f"{key:02d}"]
    if kind == "card":
        return re.findall(".{4}", luhn(draw.choice("45") + figures(draw, 14)))
    if kind == "siren":
        return re.findall(".{3}", luhn(figures(draw, 8)))
    if kind == "siret":
        number = luhn(luhn(figures(draw, 8)) + figures(draw, 4))
        return [number[:3], number[3:6], number[6:9], number[9:]]
    return ["0" + draw.choice("1234567"), *(figures(draw, 2) for _ in range(4))]


def test_valid_identifiers_of_each_kind_in_each_spacing() -> None:
    draw = random.Random(7)
    tried = 0
    for _ in range(9):
        for kind in ("iban", "nir", "card", "siren", "siret", "tel"):
            for gap in ("", " ", "\u00a0", "."):
                value = gap.join(made(draw, kind))
                text = f"Voici le numéro {value}, à noter."
                masked = Masker().mask(text)
                assert re.fullmatch(r"Voici le numéro \[[A-Z]+_1\], à noter\.", masked), (kind, value, masked)
                tried += 1
    assert tried > 200


def test_what_follows_an_iban_does_not_hide_it() -> None:
    for after in (" BIC AGRIFRPP", " 12 euros", " DUPONT", ". Merci", "\nBIC : AGRIFRPP"):
        assert Masker().mask(f"IBAN : {IBAN}{after}") == f"IBAN : [IBAN_1]{after}"
    assert "[IBAN_1]" in Masker().mask(IBAN.lower())


def test_rarer_writings() -> None:
    for value in ("356 000 000 49837", "3782 822463 10005", "FR 83 404 833 048", "FR83404833048", "0033 6 39 98 12 34",
                  "+33 (0)6 39 98 12 34"):  # fmt: skip
        assert Masker().mask(f"x {value} y").count("[") == 1, value


def test_the_texts_of_the_house_are_not_taken_for_identifiers() -> None:
    """Fictional telephones and mails apart, nothing of the référentiel or of the scenarios is masked."""
    texts = [path.read_text(encoding="utf-8") for path in knowledge_dir().rglob("*.jsonl")]
    texts += [path.read_text(encoding="utf-8") for path in scenarios_dir().glob("*/scenario.yaml")]
    texts += [
        read_document(path).text
        for path in sorted(scenarios_dir().glob("*/documents/*"))
        if path.suffix in (".docx", ".xlsx", ".txt", ".eml")
    ][:12]
    lines = [line for text in texts for line in text.splitlines() if line.strip()]
    odd = [
        line for line in lines if re.search(r"\[(?:IBAN|NIR|CARTE|TVA|SIRET|SIREN)_1\]", Masker().mask(line))
    ]
    assert len(lines) > 1000
    assert odd == []
