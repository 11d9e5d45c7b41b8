# ruff: noqa: E501  (markup reads better on one line)
"""Outlook messages that try to hurt: `KINDS` maps a name to (file name, content)."""

from __future__ import annotations

import struct
from collections.abc import Callable

from .ole_builder import compound, message

_DIRECTORY, _MINI_FAT, _DIFAT, _FAT_PLACES = 48, 60, 68, 76


def _number(data: bytes | bytearray, at: int) -> int:
    return int(struct.unpack_from("<I", data, at)[0])


def _patched(data: bytes, at: int, value: int) -> bytes:
    changed = bytearray(data)
    struct.pack_into("<I", changed, at, value)
    return bytes(changed)


def _chain_loop() -> bytes:
    data = message(body="x" * 9000)
    fat = (_number(data, _FAT_PLACES) + 1) * 512
    return _patched(data, fat + 4 * _number(data, _DIRECTORY), _number(data, _DIRECTORY))


def _entry_field(name: str, field: int, value: int) -> bytes:
    data = message()
    at = data.index(name.encode("utf-16-le") + b"\0\0")
    return _patched(data, at + field, value)


def _rtf(size: int, mark: bytes, content: bytes) -> bytes:
    return message(
        body=None, more={"__substg1.0_10090102": struct.pack("<II4sI", 0, size, mark, 0) + content}
    )


KINDS: dict[str, Callable[[], tuple[str, bytes]]] = {
    "whole password": lambda: ("a.docx", compound({"EncryptionInfo": b"x" * 200, "EncryptedPackage": b"x" * 9000})),
    "whole old doc": lambda: ("a.docx", compound({"1Table": b"x" * 200, "WordDocument": b"x" * 9000})),
    "whole old xls": lambda: ("a.xlsx", compound({"Workbook": b"x" * 9000})),
    "whole old ppt": lambda: ("a.ppt", compound({"Current User": b"x", "PowerPoint Document": b"x" * 9000})),
    "whole unknown ole": lambda: ("a.docx", compound({"Contents": b"x" * 9000})),
    "msg cut": lambda: ("a.msg", message(body="x" * 20_000)[:-6000]),
    "msg head only": lambda: ("a.msg", message()[:512]),
    "msg chain loop": lambda: ("a.msg", _chain_loop()),
    "msg directory loop": lambda: ("a.msg", _entry_field("__substg1.0_0037001F", 72, 1)),
    "msg directory outside": lambda: ("a.msg", _entry_field("__substg1.0_0037001F", 72, 99_999)),
    "msg size lie": lambda: ("a.msg", _entry_field("__substg1.0_1000001F", 120, 0x7FFFFFFF)),
    "msg start lie": lambda: ("a.msg", _entry_field("__substg1.0_1000001F", 116, 0x00FFFFFF)),
    "msg no fat": lambda: ("a.msg", _patched(message(), _FAT_PLACES, 0xFFFFFFFF)),
    "msg fat loop": lambda: ("a.msg", _patched(message(), _DIFAT, 0)),
    "msg mini fat outside": lambda: ("a.msg", _patched(message(), _MINI_FAT, 0x00FFFFFF)),
    "msg huge sectors": lambda: ("a.msg", message()[:30] + b"\x1f\x00" + message()[32:]),
    "msg too many entries": lambda: (
        "a.msg", message(more={f"__substg1.0_{at:04X}001F": b"x" for at in range(21_000)}),
    ),
    "msg too many people": lambda: ("a.msg", message(people=[(1, f"n{at}", "") for at in range(2_500)])),
    "msg rtf lie": lambda: ("a.msg", _rtf(0x7FFFFFFF, b"LZFu", b"\x00" * 99)),
    "msg rtf bomb": lambda: ("a.msg", _rtf(1000, b"LZFu", b"\xff" + b"\x00\x0f" * 8 + (b"\xff" + b"\x00\x0f" * 8) * 90_000)),
    "msg rtf odd": lambda: ("a.msg", _rtf(1000, b"ZIPX", b"\x00" * 99)),
    "msg odd code page": lambda: ("a.msg", message(numbers={0x3FFD: 4_000_000_000, 0x3FDE: 37})),
    "msg long text": lambda: ("a.msg", message(body="x\n" * 70_000)),
    "msg web bomb": lambda: ("a.msg", message(body="ok", more={"__substg1.0_10130102": b"<html>" + b"<!--x" * 300_000})),
    "mail slow codec": lambda: (
        "a.eml", b"From: a@b.example\nTo: c@d.example\nSubject: s\nContent-Type: text/plain; charset=punycode\n\n-"
        + b"aab9zz" * 300_000,
    ),
}  # fmt: skip
