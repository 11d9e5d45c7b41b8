"""A compound file (Outlook messages, Word, Excel and PowerPoint before 2007): which streams it holds, and their bytes.

Layout: [MS-CFB] (as of version 12). Written here because the sizes and chains of a hostile file must never be
believed: no recursion, each sector of a chain is followed once, nothing is longer than the file.
"""

from __future__ import annotations

import struct
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ascom_coach.documents.refusals import refusal

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MAX_ENTRIES = 20_000
_LAST_SECTOR = 0xFFFFFFFA
_NOTHING = 0xFFFFFFFF
_ENTRY = 128
_STORAGE, _STREAM, _ROOT = 1, 2, 5


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    kind: int
    left: int
    right: int
    child: int
    start: int
    size: int


class OleFile:
    """The streams of a compound file by path (`__recip_version1.0_#00000000/__substg1.0_3001001F`).

    Every failure is a RefusedInputError that names the file.
    """

    def __init__(self, data: bytes, name: str) -> None:
        self.name, self._data = name, data
        if len(data) < 512 or data[:8] != MAGIC:
            raise refusal("truncated", name)
        shift = struct.unpack_from("<H", data, 30)[0]
        if shift not in (9, 12):
            raise refusal("damaged", name)
        self._size = 1 << shift
        directory, self._cutoff, mini_fat = (struct.unpack_from("<I", data, at)[0] for at in (48, 56, 60))
        self._fat = self._read_fat()
        self._entries = [self._entry(raw) for raw in self._records(directory)]
        if not self._entries or self._entries[0].kind != _ROOT:
            raise refusal("damaged", name)
        self._mini_fat = self._numbers(self._follow(mini_fat)) if mini_fat < _LAST_SECTOR else array("L")
        self._mini: bytes | None = None
        self.streams: dict[str, _Entry] = {}
        self.storages: list[str] = []
        self._walk()

    def read(self, path: str) -> bytes:
        """The bytes of a stream. Raises RefusedInputError when it is absent or incomplete."""
        entry = self.streams.get(path)
        if entry is None or entry.size > len(self._data):
            raise refusal("damaged", self.name)
        if entry.size == 0:
            return b""
        if entry.size >= self._cutoff:
            found = self._follow(entry.start)
        else:
            if self._mini is None:
                self._mini = self._follow(self._entries[0].start)
            places = self._chain(entry.start, self._mini_fat)
            found = b"".join(self._mini[at * 64 : at * 64 + 64] for at in places)
        if len(found) < entry.size:
            raise refusal("truncated", self.name)
        return found[: entry.size]

    def _sector(self, number: int) -> bytes:
        at = (number + 1) * self._size
        return self._data[at : at + self._size]

    def _chain(self, start: int, table: Sequence[int]) -> Iterator[int]:
        seen = 0
        while start < _LAST_SECTOR:
            seen += 1
            if start >= len(table) or seen > len(table):
                raise refusal("damaged", self.name)
            yield start
            start = table[start]

    def _follow(self, start: int) -> bytes:
        return b"".join(self._sector(number) for number in self._chain(start, self._fat))

    @staticmethod
    def _numbers(raw: bytes) -> array[int]:
        return array("L", struct.unpack(f"<{len(raw) // 4}I", raw[: len(raw) // 4 * 4]))

    def _read_fat(self) -> array[int]:
        data, most = self._data, len(self._data) // self._size + 1
        sectors = [number for number in struct.unpack_from("<109I", data, 76) if number < _LAST_SECTOR]
        more: int = struct.unpack_from("<I", data, 68)[0]
        followed = 0
        while more < _LAST_SECTOR:
            followed += 1
            numbers = self._numbers(self._sector(more))
            if len(numbers) < 2 or followed > most or len(sectors) > most:
                raise refusal("damaged", self.name)
            sectors += [number for number in numbers[:-1] if number < _LAST_SECTOR]
            more = numbers[-1]
        if not sectors or len(sectors) > most:
            raise refusal("damaged", self.name)
        return self._numbers(b"".join(self._sector(number) for number in sectors))

    def _records(self, start: int) -> Iterator[bytes]:
        count = 0
        for number in self._chain(start, self._fat):
            raw = self._sector(number)
            for at in range(0, len(raw) - _ENTRY + 1, _ENTRY):
                count += 1
                if count > MAX_ENTRIES:
                    raise refusal("too_many", self.name)
                yield raw[at : at + _ENTRY]

    def _entry(self, raw: bytes) -> _Entry:
        length = min(64, struct.unpack_from("<H", raw, 64)[0])
        name = raw[: max(0, length - 2)].decode("utf-16-le", "replace")
        left, right, child = struct.unpack_from("<III", raw, 68)
        start, size = struct.unpack_from("<IQ", raw, 116)
        # 512-byte sectors: the upper half of the size may hold leftovers ([MS-CFB] 2.6.3)
        return _Entry(
            name, raw[66], left, right, child, start, size & 0xFFFFFFFF if self._size == 512 else size
        )

    def _walk(self) -> None:
        pending, seen = [(self._entries[0].child, "")], {_NOTHING}
        while pending:
            number, folder = pending.pop()
            if number in seen:
                continue
            seen.add(number)
            if number >= len(self._entries):
                raise refusal("damaged", self.name)
            entry = self._entries[number]
            pending += [(entry.left, folder), (entry.right, folder)]
            if entry.kind == _STORAGE:
                self.storages.append(folder + entry.name)
                pending.append((entry.child, f"{folder}{entry.name}/"))
            elif entry.kind == _STREAM:
                self.streams[folder + entry.name] = entry
