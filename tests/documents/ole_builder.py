"""Compound files and Outlook messages, written from the format's description, for the tests to read and to damage."""

from __future__ import annotations

import datetime as dt
import struct
from collections.abc import Mapping, Sequence

_END, _FREE, _FAT_MARK = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
_CUTOFF, _SECTOR, _MINI = 4096, 512, 64
Tree = Mapping[str, "bytes | Tree"]


def compound(tree: Tree) -> bytes:
    """The file holding `tree`: bytes are streams, mappings are storages."""
    entries: list[list[object]] = [
        ["Root Entry", 5, _FREE, _FREE, 0, 0]
    ]  # name, kind, right, child, start, size
    fat: list[int] = []
    mini_fat: list[int] = []
    sectors, mini = bytearray(), bytearray()

    def store(data: bytes, table: list[int], place: bytearray, unit: int) -> int:
        if not data:
            return _END
        start, count = len(table), -(-len(data) // unit)
        table.extend([*range(start + 1, start + count), _END])
        place.extend(data.ljust(count * unit, b"\0"))
        return start

    def add(branch: Tree, parent: int) -> None:
        last = None
        for name, content in branch.items():
            number = len(entries)
            if isinstance(content, bytes):
                small = len(content) < _CUTOFF
                start = (
                    store(content, mini_fat, mini, _MINI) if small else store(content, fat, sectors, _SECTOR)
                )
                entries.append([name, 2, _FREE, _FREE, start, len(content)])
            else:
                entries.append([name, 1, _FREE, _FREE, 0, 0])
            if last is None:
                entries[parent][3] = number
            else:
                entries[last][2] = number
            last = number
            if not isinstance(content, bytes):
                add(content, number)

    add(tree, 0)
    entries[0][4], entries[0][5] = store(bytes(mini), fat, sectors, _SECTOR), len(mini)
    directory = b"".join(_entry(*entry) for entry in entries)  # type: ignore[arg-type]
    directory_at = store(directory, fat, sectors, _SECTOR)
    mini_fat_at = store(struct.pack(f"<{len(mini_fat)}I", *mini_fat), fat, sectors, _SECTOR)
    own = 1
    while own * 128 < len(fat) + own:
        own += 1
    fat_at = len(fat)
    table = fat + [_FAT_MARK] * own
    table += [_FREE] * (own * 128 - len(table))
    places = [*range(fat_at, fat_at + own)] + [_FREE] * (109 - own)
    head = struct.pack(
        "<8s16xHHHHH6xIIIIIIIII",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0x3E, 3, 0xFFFE, 9, 6,
        0, own, directory_at, 0, _CUTOFF, mini_fat_at, -(-len(mini_fat) // 128), _END, 0,
    )  # fmt: skip
    return head + struct.pack("<109I", *places) + bytes(sectors) + struct.pack(f"<{len(table)}I", *table)


def _entry(name: str, kind: int, right: int, child: int, start: int, size: int) -> bytes:
    raw = name.encode("utf-16-le")
    head = (raw + b"\0\0").ljust(64, b"\0") + struct.pack("<HBB", len(raw) + 2, kind, 1)
    return head + struct.pack("<III36xIQ", _FREE, right, child, start, size)


def properties(numbers: Mapping[int, int], head: int = 8) -> bytes:
    """A property stream; ids above 0xFFFF give the type in their upper half."""
    records = [
        struct.pack("<HHIQ", ident >> 16 or 3, ident & 0xFFFF, 6, value) for ident, value in numbers.items()
    ]
    return bytes(head) + b"".join(records)


def moment(when: dt.datetime) -> int:
    """A date as Outlook stores it: tenths of a microsecond since 1601."""
    return int((when - dt.datetime(1601, 1, 1, tzinfo=dt.UTC)) / dt.timedelta(microseconds=1)) * 10


def message(
    subject: str = "Réclamation n° 12",
    body: str | None = "Bonjour,\r\n\r\nVoici l’avoir.\r\n",
    people: Sequence[tuple[int, str, str]] = ((1, "Paul Roy", "paul@pro.example"),),
    attached: Sequence[str] = (),
    more: Mapping[str, bytes] | None = None,
    numbers: Mapping[int, int] | None = None,
) -> bytes:
    """An Outlook message as Outlook saves it, in Unicode."""
    tree: dict[str, bytes | Tree] = {
        "__properties_version1.0": properties(numbers or {}, 32),
        "__substg1.0_0037001F": subject.encode("utf-16-le"),
        "__substg1.0_0C1A001F": "Inès Roy".encode("utf-16-le"),
        "__substg1.0_5D01001F": "ines@atelier.example".encode("utf-16-le"),
    }
    if body is not None:
        tree["__substg1.0_1000001F"] = body.encode("utf-16-le")
    for at, (kind, name, address) in enumerate(people):
        tree[f"__recip_version1.0_#{at:08X}"] = {
            "__properties_version1.0": properties({0x0C15: kind}),
            "__substg1.0_3001001F": name.encode("utf-16-le"),
            "__substg1.0_39FE001F": address.encode("utf-16-le"),
        }
    for at, name in enumerate(attached):
        tree[f"__attach_version1.0_#{at:08X}"] = {
            "__properties_version1.0": properties({}),
            "__substg1.0_3707001F": name.encode("utf-16-le"),
            "__substg1.0_37010102": "WordDocument".encode("utf-16-le") * 400,
        }
    return compound(tree | (dict(more) if more else {}))
