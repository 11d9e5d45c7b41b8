# ruff: noqa: E501  (markup reads better on one line)
"""Colours, fonts, sizes and pixels of pictures, the same from every format."""

from __future__ import annotations

import struct

import pytest

from ascom_coach.documents import read_document
from ascom_coach.documents.pictures import Pixels, measured

from .posters import LAYOUTS, Poster, png


@pytest.mark.parametrize("layout", LAYOUTS)
def test_colours_fonts_and_pictures_are_read(layout: str) -> None:
    document = Poster().document(layout)
    uses = {(one.kind, one.value) for one in document.uses}
    assert {("texte", "1F4E79"), ("texte", "C55A11"), ("fond", "1F4E79"), ("police", "Calibri")} <= uses
    assert {value for kind, value in uses if kind == "police"} == {"Calibri"}
    assert {value for kind, value in uses if kind != "police"} - {"000000"} == {"1F4E79", "C55A11"}
    [image] = document.images
    assert image.alt == "La façade de l’atelier"
    assert (image.format, image.pixels) == ("png", (600, 400))
    assert (image.width, image.height) == pytest.approx((6, 4), abs=0.02)
    assert image.stretch == pytest.approx(1, abs=0.01)
    assert image.dpi == pytest.approx(254, abs=2)
    place = next(one.locator for one in document.uses if one.value == "C55A11")
    assert any(block.locator == place for block in document.blocks)


@pytest.mark.parametrize("layout", ["docx", "pptx"])
def test_what_is_cropped_is_not_stretched(layout: str) -> None:
    [image] = Poster(size=(6.0, 2.0), crop=(0, 250, 0, 250)).document(layout).images
    assert image.crop == (0.0, 0.25, 0.0, 0.25)
    assert image.stretch == pytest.approx(1)
    [pulled] = Poster(size=(6.0, 2.0)).document(layout).images
    assert pulled.stretch == pytest.approx(2)


def test_the_reading_process_gives_the_same(tmp_path: object) -> None:
    from pathlib import Path

    path = Path(str(tmp_path), "affiche.docx")
    path.write_bytes(Poster().data("docx"))
    there, here = read_document(path), Poster().document("docx")
    assert there.uses
    assert [(one.kind, one.value, one.count) for one in there.uses] == [
        (o.kind, o.value, o.count) for o in here.uses
    ]
    assert there.images[0].pixels == here.images[0].pixels


def jpeg(width: int, height: int) -> bytes:
    notice = b"\xff\xe1" + struct.pack(">H", 2 + 70_000 % 65_000) + b"x" * (70_000 % 65_000)
    size = b"\xff\xc0" + struct.pack(">HBHH", 17, 8, height, width) + b"\x00" * 10
    return b"\xff\xd8" + notice + size


@pytest.mark.parametrize(
    ("head", "found"),
    [
        (png(30, 20), Pixels("png", 30, 20)),
        (jpeg(640, 480), Pixels("jpeg", 640, 480)),
        (b"GIF89a" + struct.pack("<HH", 12, 9) + b"\x00", Pixels("gif", 12, 9)),
        (b"BM" + b"\x00" * 16 + struct.pack("<ii", 40, -25), Pixels("bmp", 40, 25)),
        (b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', Pixels("svg")),
        (b"\x01\x00\x00\x00" + b"\x00" * 36 + b" EMF", Pixels("emf")),
        (png(30, 20)[:18], None),
        (b"\xff\xd8\xff\xe1\xff\xff", None),
        (b"\xff\xd8 pas une photo, vraiment pas", None),
        (b"", None),
        (b"RIFF\x00\x00\x00\x00WEBPVP8X" + b"\x00" * 8 + b"\x0f\x00\x00\x07\x00\x00", Pixels("webp", 16, 8)),
    ],
    ids=["png", "jpeg", "gif", "bmp", "svg", "emf", "cut", "odd", "none", "empty", "webp"],
)
def test_pixels_come_from_the_first_bytes(head: bytes, found: Pixels | None) -> None:
    assert measured(head) == found


LONG_SHEETS = {
    "comments": "/*" * 90_000,
    "name": "a" * 180_000,
    "dashes": "a-" * 90_000,
    "colours": "color:" * 30_000,
    "blanks": " " * 180_000 + ":",
}


@pytest.mark.parametrize("sheet", LONG_SHEETS.values(), ids=LONG_SHEETS)
def test_a_style_sheet_made_to_last_is_read_at_once(sheet: str) -> None:
    import time

    from ascom_coach.documents import parse_bytes

    start = time.process_time()
    parse_bytes(
        f"<html><head><style>{sheet}</style></head><body><p>Bonjour</p></body></html>".encode(), "p.html"
    )
    assert time.process_time() - start < 2


def test_comments_of_a_style_sheet_are_no_rules() -> None:
    from ascom_coach.documents import parse_bytes

    page = "<style>/* p { color: #C00000 } */ p { color: #1F4E79; /* font-family: Arial */ font-family: Calibri, sans-serif }</style><p>Bonjour</p>"
    document = parse_bytes(f"<html><body>{page}</body></html>".encode(), "p.html")
    assert {one.value for one in document.uses} == {"1F4E79", "Calibri"}
