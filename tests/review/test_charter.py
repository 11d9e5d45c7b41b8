# ruff: noqa: E501 -- a row stays on one line
"""The charter's colours and fonts, pictures that are blurred or stretched: found in five formats, quiet on clean ones."""

from __future__ import annotations

from typing import Any

import pytest

from ascom_coach.review import Finding, Review
from ascom_coach.review.charter import chroma, face, stretched
from tests.documents.posters import LAYOUTS, Poster
from tests.review import material

CHARTER = {
    "id": "charte",
    "type": "charte",
    "critere": "K1.5",
    "couleurs": ["#1F4E79", "#C55A11"],
    "polices": ["Calibri"],
}
PICTURES = {"id": "visuel", "type": "images", "critere": "K1.5", "impression": "oui"}
ON_PAPER = ("docx", "odt")


def reviewed(poster: Poster, layout: str, control: dict[str, Any]) -> list[Finding]:
    """What is said of a poster: that one control, and nothing that another look would add."""
    production = {
        "id": "affiche", "type": "affiche", "titre": "L’affiche", "referentiel": ["P3.1"], "formats": list(LAYOUTS),
        "controles": [control],
    }  # fmt: skip
    result = material.review(material.scenario(production), poster.document(layout), production="affiche")
    return [one for one in result.findings if one.criterion]


def told(result: Review) -> list[Finding]:
    """Remarks on pictures of a draft."""
    wrong = [one for one in result.findings if one.status in ("defaut", "a_verifier")]
    return [one for one in wrong if one.check == "brouillon:qualite_images"]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(
    "poster",
    [
        Poster(),
        Poster(colors=["1F4E79", "000000"], fill="FFFFFF"),
        Poster(colors=["404040", "1F4E79"], fill="8FA6BC"),  # a shade of the first colour
        Poster(colors=["20507C", "C45C13"], fonts=["Calibri", "Calibri Light"]),  # as a print would differ
    ],
)
def test_a_poster_in_the_charter_is_sound(poster: Poster, layout: str) -> None:
    [found] = reviewed(poster, layout, CHARTER)
    assert found.status == "conforme", found.message


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(
    ("poster", "words"),
    [
        (Poster(colors=["1F4E79", "C00000"]), "#C00000"),
        (Poster(colors=["1F4E79", "C55A11"], fill="70AD47"), "#70AD47"),
        (Poster(colors=["000000", "404040"], fill="FFFFFF"), "Aucune couleur de la charte"),
        (Poster(fonts=["Calibri", "Comic Sans MS"]), "Comic Sans MS"),
    ],
)
def test_what_leaves_the_charter_is_a_defect(poster: Poster, words: str, layout: str) -> None:
    [found] = reviewed(poster, layout, CHARTER)
    assert found.status == "defaut"
    assert words in found.message
    assert found.locator is not None


def test_the_place_is_that_of_the_colour() -> None:
    [found] = reviewed(Poster(colors=["1F4E79", "C00000"]), "docx", CHARTER)
    assert found.quote == "Venez découvrir nos ateliers en famille"


def test_a_plain_text_shows_no_charter() -> None:
    production = {
        "id": "affiche",
        "type": "affiche",
        "titre": "L’affiche",
        "referentiel": ["P3.1"],
        "formats": ["txt"],
        "controles": [CHARTER],
    }
    result = material.review(
        material.scenario(production), material.text("Portes ouvertes", "affiche.txt"), production="affiche"
    )
    assert [one.status for one in result.findings if one.criterion] == ["non_evaluable"]


def test_a_colour_that_is_none_is_refused() -> None:
    from pydantic import ValidationError

    with pytest.raises(ValidationError, match="n’est pas une couleur"):
        reviewed(Poster(), "docx", {**CHARTER, "couleurs": ["bleu nuit"]})


@pytest.mark.parametrize("layout", LAYOUTS)
def test_pictures_with_a_contract(layout: str) -> None:
    assert [one.status for one in reviewed(Poster(), layout, PICTURES)] == ["conforme"]
    [pulled] = reviewed(Poster(size=(6.0, 5.0)), layout, PICTURES)
    assert (pulled.status, "déformée" in pulled.message) == ("defaut", True)
    [blurred] = reviewed(Poster(pixels=(120, 80)), layout, PICTURES)
    assert (blurred.status, "points par pouce" in blurred.message) == ("defaut", True)
    [soft] = reviewed(Poster(pixels=(240, 160)), layout, PICTURES)
    assert soft.status == "a_verifier"
    screen = {**PICTURES, "impression": "non"}
    assert [one.status for one in reviewed(Poster(pixels=(120, 80)), layout, screen)] == ["conforme"]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_pictures_without_a_contract_are_to_be_checked(layout: str) -> None:
    assert told(material.draft_review(Poster().document(layout), production="P3.1")) == []
    [pulled] = told(material.draft_review(Poster(size=(6.0, 5.0)).document(layout), production="P3.1"))
    assert pulled.status == "a_verifier"
    soft = told(material.draft_review(Poster(pixels=(240, 160)).document(layout), production="P3.2"))
    assert [one.status for one in soft] == (["a_verifier"] if layout in ON_PAPER else [])
    assert told(material.draft_review(Poster(pixels=(240, 160)).document(layout), production="P2.4")) == []


@pytest.mark.parametrize("layout", ["docx", "pptx"])
def test_a_cropped_picture_and_an_icon_are_left_alone(layout: str) -> None:
    cropped = Poster(size=(6.0, 2.0), crop=(0, 250, 0, 250))
    assert told(material.draft_review(cropped.document(layout), production="P3.1")) == []
    icon = Poster(pixels=(30, 20), size=(1.5, 1.0))
    assert told(material.draft_review(icon.document(layout), production="P3.1")) == []


def test_a_photograph_taken_upright_is_not_stretched() -> None:
    from ascom_coach.documents import Image, Locator

    upright = Image(Locator("a.docx", "paragraph", "p1"), "", 4.0, 6.0, (600, 400), format="jpeg")
    assert not stretched(upright)
    assert stretched(Image(upright.locator, "", 4.0, 6.0, (600, 400), format="png"))
    assert stretched(Image(upright.locator, "", 6.0, 5.0, (600, 400), format="jpeg"))


def test_greys_have_no_colour_and_families_of_fonts_are_one() -> None:
    assert max(chroma(color) for color in ("000000", "FFFFFF", "808080", "7F8082")) < 2
    assert chroma("C00000") > 40
    assert face("Calibri Light") == face("calibri") != face("Candara")


INSTRUCTION = (
    "Prépare l’affiche des portes ouvertes avec nos couleurs #1F4E79 et #C55A11, dans la police Calibri."
)


def asked(poster: Poster, layout: str) -> dict[str, str]:
    """Each colour or font of the instruction with the outcome."""
    result = material.draft_review(poster.document(layout), production="P3.1", instruction=INSTRUCTION)
    found = [one for one in result.findings if one.check == "brouillon:demande"]
    return {
        name: one.status for one in found for name in ("#1F4E79", "#C55A11", "Calibri") if name in one.message
    }


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_instruction_gives_the_colours_and_the_font(layout: str) -> None:
    assert asked(Poster(), layout) == dict.fromkeys(("#1F4E79", "#C55A11", "Calibri"), "conforme")
    other = Poster(colors=["1F4E79", "C00000"], fonts=["Arial", "Arial"])
    assert asked(other, layout) == {"#1F4E79": "conforme", "#C55A11": "a_verifier", "Calibri": "a_verifier"}
