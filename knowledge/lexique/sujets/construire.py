"""Learn the topics of questions from the phrasings of this folder, and write `poids.npz` and `espace.npz`.

    python knowledge/lexique/sujets/construire.py

Needs nothing but the project. Run again after any change of the phrasings or of `lexique/concepts`.
"""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from ascom_coach.language import normalise_typed
from ascom_coach.language.ridge import DIMENSIONS, aims, design, learn, left_out
from ascom_coach.rehearsal.understanding.sameness import learn_space, space_file
from ascom_coach.rehearsal.understanding.topics import FOLDER, features, weights_file

Row = tuple[str, str]


def rows(folder: Path = FOLDER) -> list[Row]:
    """(topic, phrasing) of every file, in order."""
    found: list[Row] = []
    for path in sorted(folder.glob("*.txt")):
        topic = ""
        for line in path.read_text(encoding="utf-8").splitlines():
            text = line.strip()
            if text.startswith("# ") and " " not in text[2:]:
                topic = text[2:]
            elif text and not text.startswith("#"):
                found.append((topic, text))
    return found


def fingerprint(found: list[Row], every: int = 20) -> str:
    """Changes with any phrasing, and with what the features of one phrasing in `every` are."""
    seen = [found, [sorted(features(normalise_typed(text)).items()) for _, text in found[::every]]]
    return hashlib.sha256(json.dumps(seen, ensure_ascii=False).encode()).hexdigest()[:16]


def main() -> None:
    """Learn the topics, then how much phrasings of one topic differ, on scores that no phrasing gave itself."""
    import numpy as np

    known = rows()
    aimed = [({topic: 1.0}, features(normalise_typed(text))) for topic, text in known]
    learn(aimed).save(weights_file(), fingerprint(known))
    _, inputs = design(aimed, DIMENSIONS)
    labels, targets = aims(aimed)
    fresh = left_out(inputs @ inputs.T, targets)
    parts = zip(("centre", "directions", "spread"), learn_space(fresh, targets.argmax(axis=1)), strict=True)
    kept = {name: part.astype(np.float32) for name, part in parts}
    np.savez_compressed(space_file(), fingerprint=np.array(fingerprint(known)), **kept)
    size = (weights_file().stat().st_size + space_file().stat().st_size) // 1000
    sys.stdout.write(f"{len(labels)} topics, {len(known)} phrasings, {size} kB\n")


if __name__ == "__main__":
    main()
