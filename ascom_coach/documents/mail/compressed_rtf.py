"""The body of an Outlook message kept as compressed RTF ([MS-OXRTFCP], as of version 16)."""

from __future__ import annotations

import struct

from ascom_coach.documents.refusals import refusal

MAX_BYTES = 2_000_000
_START = (
    b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor "
    b"MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par "
    b"\\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx"
)
_WINDOW = 4096


def decompress(data: bytes, name: str) -> bytes:
    """The RTF in `data`. Raises RefusedInputError when it is damaged or longer than `MAX_BYTES`."""
    if len(data) < 16:
        raise refusal("damaged", name)
    size, mark = struct.unpack_from("<I4s", data, 4)
    if size > MAX_BYTES:
        raise refusal("too_long", name)
    if mark == b"MELA":
        return data[16 : 16 + size]
    if mark != b"LZFu":
        raise refusal("damaged", name)
    window = bytearray(_START.ljust(_WINDOW, b"\x00"))
    out = bytearray()
    write, at = len(_START), 16
    while at < len(data):
        control = data[at]
        at += 1
        for bit in range(8):
            if control >> bit & 1:
                if at + 1 >= len(data):
                    return bytes(out)
                pair = data[at] << 8 | data[at + 1]
                at += 2
                origin, length = pair >> 4, (pair & 15) + 2
                if origin == write:
                    return bytes(out)
                piece = (window[(origin + step) % _WINDOW] for step in range(length))
            else:
                if at >= len(data):
                    return bytes(out)
                piece = (byte for byte in data[at : at + 1])
                at += 1
            for byte in piece:
                window[write] = byte
                write = (write + 1) % _WINDOW
                out.append(byte)
        if len(out) > size + _WINDOW:
            raise refusal("damaged", name)
    return bytes(out)
