"""A package (docx, xlsx) and a picture whose bytes are the same on every machine.

Parts are stored, not deflated: compressors differ from one machine to the next.
"""

from __future__ import annotations

import datetime as dt
import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from functools import lru_cache
from xml.sax.saxutils import escape, quoteattr

XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_FORBIDDEN = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 65534, 65535)) | dict.fromkeys(
    range(55296, 57344)
)


def text(value: str) -> str:
    """A text ready for XML content."""
    return escape(value.translate(_FORBIDDEN))


def attribute(value: str) -> str:
    """A text ready for an XML attribute, with its quotes."""
    return quoteattr(value.translate(_FORBIDDEN))


def package(parts: Mapping[str, str | bytes], day: dt.date) -> bytes:
    """The parts, in order, as an Office package dated at eight o'clock on `day`."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, content in parts.items():
            info = zipfile.ZipInfo(name, (max(1980, day.year), day.month, day.day, 8, 0, 0))
            info.create_system = 0
            info.external_attr = 0
            archive.writestr(info, content.encode() if isinstance(content, str) else content)
    return buffer.getvalue()


def core_properties(title: str, author: str, day: dt.date) -> str:
    """docProps/core.xml."""
    moment = f"{day.isoformat()}T08:00:00Z"
    return (
        f'{XML}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{text(title)}</dc:title><dc:creator>{text(author)}</dc:creator>"
        f"<cp:lastModifiedBy>{text(author)}</cp:lastModifiedBy><cp:revision>1</cp:revision>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{moment}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{moment}</dcterms:modified><dc:language>fr-FR</dc:language>'
        "</cp:coreProperties>"
    )


def app_properties(application: str, company: str) -> str:
    """docProps/app.xml."""
    return (
        f'{XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        f"<Application>{text(application)}</Application><Company>{text(company)}</Company></Properties>"
    )


def content_types(overrides: Mapping[str, str]) -> str:
    """[Content_Types].xml from part name → type after `application/vnd.openxmlformats-`."""
    rows = "".join(
        f'<Override PartName="/{name}" ContentType="application/vnd.openxmlformats-{kind}+xml"/>'
        for name, kind in overrides.items()
    )
    return (
        f'{XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
        f"{rows}</Types>"
    )


def relationships(targets: Mapping[str, tuple[str, str]]) -> str:
    """A .rels part from id → (kind, target). A target with a scheme is external."""
    rows = []
    for name, (kind, target) in targets.items():
        base = (
            "http://schemas.openxmlformats.org/package/2006/relationships/metadata"
            if kind == "core-properties"
            else R
        )
        mode = ' TargetMode="External"' if kind == "hyperlink" else ""
        rows.append(f'<Relationship Id="{name}" Type="{base}/{kind}" Target={attribute(target)}{mode}/>')
    return (
        f'{XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f"{''.join(rows)}</Relationships>"
    )


def root_relationships(main: str) -> str:
    """_rels/.rels."""
    return relationships(
        {
            "rId1": ("officeDocument", main),
            "rId2": ("core-properties", "docProps/core.xml"),
            "rId3": ("extended-properties", "docProps/app.xml"),
        }
    )


@lru_cache(maxsize=64)  # every letter of a scenario carries the same logo
def picture(width: int, height: int, color: str, seed: str) -> bytes:
    """A PNG of that size in pixels: a plain ground of `color` (RRGGBB) with lighter shapes drawn from `seed`."""
    ground = tuple(int(color[at : at + 2], 16) for at in (0, 2, 4))
    light = tuple(part + (255 - part) * 3 // 5 for part in ground)
    white = (255, 255, 255)
    marks = zlib.crc32(seed.encode())
    cell = max(1, min(width, height) // 5)
    left, top = (width - 5 * cell) // 2, (height - 5 * cell) // 2
    raw = bytearray()
    for y in range(height):
        raw.append(0)
        for x in range(width):
            column, row = (x - left) // cell, (y - top) // cell
            pixel = ground
            if 0 <= column < 5 and 0 <= row < 5:
                bit = row * 3 + min(column, 4 - column)
                if marks >> bit & 1:
                    pixel = white if marks >> (bit + 15) & 1 else light
            raw += bytes(pixel)
    return (
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
        + _chunk(b"IDAT", _stored(bytes(raw)))
        + _chunk(b"IEND", b"")
    )


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _stored(data: bytes) -> bytes:
    """A zlib stream of stored blocks."""
    out = bytearray(b"\x78\x01")
    for start in range(0, len(data), 65_535):
        block = data[start : start + 65_535]
        final = start + len(block) >= len(data)
        out += struct.pack("<BHH", final, len(block), len(block) ^ 0xFFFF) + block
    return bytes(out + struct.pack(">I", zlib.adler32(data)))
