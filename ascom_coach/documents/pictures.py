"""Format and pixels of a picture, from the first bytes of its file; nothing is decoded."""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass

HEAD = 400_000
"""Bytes read at most: a photograph may hold a long notice before its size."""
_JPEG_SIZES = frozenset((*range(0xC0, 0xC4), *range(0xC5, 0xC8), *range(0xC9, 0xCC), *range(0xCD, 0xD0)))


@dataclass(frozen=True, slots=True)
class Pixels:
    """`format` is `png`, `jpeg`, `gif`, `bmp`, `webp`, or `svg`, `emf`, `wmf` which have no pixels (0 × 0)."""

    format: str
    width: int = 0
    height: int = 0


def measured(head: bytes) -> Pixels | None:
    """What the first bytes of a picture say; None when they are of no known format, or damaged."""
    try:
        return _measured(head)
    except (struct.error, IndexError):
        return None


def _measured(head: bytes) -> Pixels | None:
    if head.startswith(b"\x89PNG\r\n\x1a\n") and head[12:16] == b"IHDR":
        return _fair("png", *struct.unpack(">II", head[16:24]))
    if head.startswith((b"GIF87a", b"GIF89a")):
        return _fair("gif", *struct.unpack("<HH", head[6:10]))
    if head.startswith(b"BM"):
        width, height = struct.unpack("<ii", head[18:26])
        return _fair("bmp", width, abs(height))
    if head.startswith(b"\xff\xd8"):
        return _jpeg(head)
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return _webp(head)
    if head.startswith(b"\x01\x00\x00\x00") and head[40:44] == b" EMF":
        return Pixels("emf")
    if head.startswith((b"\xd7\xcd\xc6\x9a", b"\x01\x00\x09\x00")):
        return Pixels("wmf")
    return Pixels("svg") if re.search(rb"<svg[\s>]", head[:4_000]) else None


def _fair(kind: str, width: int, height: int) -> Pixels | None:
    return Pixels(kind, width, height) if 0 < width < 100_000 and 0 < height < 100_000 else None


def _jpeg(head: bytes) -> Pixels | None:
    at = 2
    while at + 9 < len(head):
        if head[at] != 0xFF:
            return None
        code = head[at + 1]
        if code == 0xFF or code in (0x01, *range(0xD0, 0xD9)):
            at += 1 if code == 0xFF else 2
            continue
        if code in _JPEG_SIZES:
            height, width = struct.unpack(">HH", head[at + 5 : at + 9])
            return _fair("jpeg", width, height)
        at += 2 + int.from_bytes(head[at + 2 : at + 4], "big")
    return None


def _webp(head: bytes) -> Pixels | None:
    form = head[12:16]
    if form == b"VP8X":
        width, height = (int.from_bytes(head[at : at + 3], "little") + 1 for at in (24, 27))
        return _fair("webp", width, height)
    if form == b"VP8 ":
        width, height = struct.unpack("<HH", head[26:30])
        return _fair("webp", width & 0x3FFF, height & 0x3FFF)
    if form == b"VP8L":
        bits = int.from_bytes(head[21:25], "little")
        return _fair("webp", (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
    return None
