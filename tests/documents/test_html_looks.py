"""Colours and sizes of a web page where its words stand: inline, by its own rules, inherited, over a painted ground."""

from __future__ import annotations

import pytest

from ascom_coach.documents import parse_bytes


def _block(body: str, sheet: str = "") -> object:
    page = (
        f"<!DOCTYPE html><html><head><title>t</title><style>{sheet}</style></head><body>{body}</body></html>"
    )
    [block] = [one for one in parse_bytes(page.encode(), "p.html").blocks if "mots" in one.text]
    return block


@pytest.mark.parametrize(
    ("body", "sheet", "color", "size"),
    [
        ('<p style="color:#f2f2e6">des mots</p>', "", "F2F2E6", None),
        ('<p style="font-size: 8px">des mots</p>', "", "", 6.0),
        ('<div style="color: rgb(10, 20, 30)"><p>des mots</p></div>', "", "0A141E", None),
        ('<p class="gris">des mots</p>', ".gris { color: #ddd; font-size: 50% }", "DDDDDD", 6.0),
        ('<p id="pied">des mots</p>', "p { color: red } #pied { color: #123456 }", "123456", None),
        ('<p><font color="#CCCCCC">des mots</font></p>', "", "CCCCCC", None),
        ('<p style="background:#003366;color:#f2f2e6">des mots</p>', "", "", None),
        ('<p style="background-color:#fdfdfd;color:#f2f2e6">des mots</p>', "", "F2F2E6", None),
        ('<p style="border-color:#f2f2e6">des mots</p>', "", "", None),
        ('<p>des mots en nombre <span style="color:#eeeeee">ici</span></p>', "", "", None),
        ("<p>des mots</p>", "nav p { color: #eee }", "", None),
    ],
)
def test_the_look_of_a_block(body: str, sheet: str, color: str, size: float | None) -> None:
    block = _block(body, sheet)
    assert (block.color, block.size) == (color, size)  # type: ignore[attr-defined]


def test_the_words_of_a_picture_are_those_of_its_link() -> None:
    page = '<a href="https://a.example"><img src="a.png" alt="Le plan"></a><a href="https://b.example"></a>'
    links = parse_bytes(f"<html><body><p>{page}</p></body></html>".encode(), "p.html").links
    assert [one.text for one in links] == ["Le plan", ""]
