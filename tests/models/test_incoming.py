from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ascom_coach.models import Masker
from ascom_coach.models.gateway.incoming import IncomingText, looks_like_page, read_object

SCHEMA = {
    "type": "object",
    "required": ["sujet"],
    "properties": {"sujet": {"type": "string", "enum": ["date", "aucun"]}, "rang": {"type": "integer"}},
}


def pieces(text: str, size: int) -> list[str]:
    return [text[i : i + size] for i in range(0, len(text), size)]


@given(st.integers(1, 12))
def test_thoughts_never_show_however_the_text_is_cut(size: int) -> None:
    incoming = IncomingText()
    shown = "".join(incoming.feed(piece) for piece in pieces("Bon<think>secret <b> 3</think>jour < 4", size))
    assert shown + incoming.finish() == incoming.text == "Bonjour < 4"


@given(st.integers(1, 12))
def test_thoughts_whose_first_tag_was_lost(size: int) -> None:
    incoming = IncomingText()
    for piece in pieces("je réfléchis</think>Bonjour", size):
        incoming.feed(piece)
    incoming.finish()
    assert incoming.text == "Bonjour"


@given(st.integers(1, 12))
def test_placeholders_come_back_however_the_text_is_cut(size: int) -> None:
    masker = Masker()
    masked = masker.mask("au 06 39 98 12 34 [voir]")
    incoming = IncomingText(masker.unmask, masker.held_back)
    shown = "".join(incoming.feed(piece) for piece in pieces(masked, size)) + incoming.finish()
    assert shown == "au 06 39 98 12 34 [voir]"


def test_objects_are_read_strictly() -> None:
    assert read_object('{"sujet": "date", "autre": 1}', SCHEMA) == {"sujet": "date"}
    assert read_object('```json\n{"sujet": "aucun"}\n```', SCHEMA) == {"sujet": "aucun"}
    for bad in ("", "date", "[]", '{"sujet": "prix"}', '{"sujet": 3}', '{"rang": 1}', '{"sujet": "date", "rang": true}',
                '{"sujet": "date"', '{"sujet": "date"} et voilà'):  # fmt: skip
        assert read_object(bad, SCHEMA) is None, bad


def test_a_login_page_is_known() -> None:
    assert looks_like_page(" <!DOCTYPE html><p>")
    assert not looks_like_page("Le <html> est un langage.")
