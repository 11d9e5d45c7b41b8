"""Comments in presentations: at their slide, and no other part changes by a byte."""

from __future__ import annotations

import pytest

from ascom_coach.documents import Annotation, Locator, parse_bytes
from ascom_coach.documents.annotation.annotations import annotated_bytes
from ascom_coach.errors import RefusedInputError

from .builders import parts_of
from .fidelity_powerpoint import FILES, SLIDES, commented, conversation, deck
from .office import needs_office, turned
from .test_annotations import untouched

RELATIONS = "ppt/slides/_rels/slide{}.xml.rels"


def remark(ref: str, text: str, kind: str = "slide") -> Annotation:
    return Annotation(Locator("bilan.pptx", kind, ref), text)


def annotated(data: bytes, *remarks: Annotation) -> bytes:
    copy = annotated_bytes(data, "bilan.pptx", remarks)
    assert copy is not None
    return copy


def said(data: bytes) -> list[tuple[str, str, str]]:
    return [(one.locator.ref, one.style, one.text) for one in parse_bytes(data, "bilan.pptx").comments]


def test_each_remark_hangs_on_its_slide() -> None:
    data = deck(SLIDES)
    copy = annotated(
        data,
        remark("d2", "Unité absente."),
        remark("d1", "Titre.\nTrop long."),
        remark("d2", "Seconde.", "chart"),
    )
    assert said(copy) == [
        ("d1", "Coach ASCOM", "Titre.\nTrop long."),
        ("d2", "Coach ASCOM", "Unité absente."),
        ("d2", "Coach ASCOM", "Seconde."),
    ]
    assert untouched(data, copy) == {
        "[Content_Types].xml", "ppt/_rels/presentation.xml.rels", RELATIONS.format(1), RELATIONS.format(2),
    }  # fmt: skip
    assert parse_bytes(copy, "x").blocks == parse_bytes(data, "x").blocks
    comments = parts_of(copy)["ppt/comments/comment1.xml"].decode()
    assert [f'idx="{at}"' in comments for at in (1, 2, 3)] == [True, False, True]
    assert 'lastIdx="3"' in parts_of(copy)["ppt/commentAuthors.xml"].decode()


def test_a_slide_without_remark_keeps_its_relations_and_a_lost_place_says_itself() -> None:
    data = deck(SLIDES)
    copy = annotated(data, remark("d9", "Loin."), remark("", "Ensemble.", "file"))
    assert [text for _, _, text in said(copy)] == ["[diapositive 9] Loin.", "[ensemble du fichier] Ensemble."]
    assert RELATIONS.format(2) not in untouched(data, copy)


def test_comments_already_there_are_kept_and_numbered_apart() -> None:
    data = commented()
    copy = annotated(data, remark("d1", "Citez le tableau."))
    assert said(copy) == [
        ("d1", "Léa Roussel", "Quelle source ?"),
        ("d1", "Coach ASCOM", "Citez le tableau."),
    ]
    assert untouched(data, copy) == {"ppt/commentAuthors.xml", "ppt/comments/comment1.xml"}
    again = annotated(copy, remark("d1", "Encore."))
    assert [text for *_, text in said(again)] == ["Quelle source ?", "Citez le tableau.", "Encore."]
    assert parts_of(again)["ppt/commentAuthors.xml"].count(b"<p:cmAuthor ") == 2


def test_a_conversation_of_a_recent_version_is_left_byte_for_byte() -> None:
    data = conversation()
    copy = annotated(data, remark("d1", "Citez le tableau."))
    assert {(author, text) for _, author, text in said(copy)} == {
        ("Léa Roussel", "Quelle source ?"), ("Coach ASCOM", "Citez le tableau."),
    }  # fmt: skip
    assert untouched(data, copy) == {
        "[Content_Types].xml", "ppt/_rels/presentation.xml.rels", RELATIONS.format(1),
    }  # fmt: skip


@pytest.mark.parametrize("name", FILES)
def test_no_remark_no_change(name: str) -> None:
    file, data = FILES[name]()
    copy = annotated_bytes(data, file, [])
    assert copy is not None
    assert parts_of(copy) == parts_of(data)


def test_a_presentation_without_slides_says_so() -> None:
    with pytest.raises(RefusedInputError, match="ne peut pas recevoir d’annotations"):
        annotated(deck([]), remark("d1", "x"))


def test_what_xml_refuses_is_left_out() -> None:
    assert said(annotated(deck(SLIDES), remark("d1", "a\x00b\x0bc")))[0][2] == "abc"


@pytest.mark.soffice
@needs_office
def test_libreoffice_opens_the_copies_and_has_the_comments() -> None:
    copies = {
        "neuf": annotated(deck(SLIDES), remark("d1", "Un."), remark("d2", "Deux.")),
        "commente": annotated(commented(), remark("d1", "Un."), remark("d2", "Deux.")),
        "conversation": annotated(conversation(), remark("d1", "Un."), remark("d2", "Deux.")),
    }
    made = turned({f"{name}.pptx": data for name, data in copies.items()}, "odp")
    assert set(made) == set(copies)
    for data in made.values():
        found = [(item.locator.ref, item.text) for item in parse_bytes(data, "a.odp").comments]
        assert [one for one in found if one[1] in ("Un.", "Deux.")] == [("d1", "Un."), ("d2", "Deux.")]
