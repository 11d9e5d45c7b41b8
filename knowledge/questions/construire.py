"""Learn from the questions of this folder which passages a question aims at, and write `poids.npz`.

    python knowledge/questions/construire.py [--sauf FICHIER]

Needs nothing but the project. Run again after any change of `questions/`, `thesaurus/`, `absences/` or `ecriture/`.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from ascom_coach.language.ridge import Ridge, learn
from ascom_coach.referential import load_referential
from ascom_coach.retrieval import knowledge
from ascom_coach.retrieval.brain import make_speller
from ascom_coach.retrieval.classifier import TARGET_WEIGHTS, features, weights_file

FRAMES = Path(__file__).with_name("cadres.txt")
_LONG = 200
"""Characters from which a passage is no subject of a sentence."""
Example = tuple[tuple[str, ...], str]


def examples(skipped: str = "") -> list[Example]:
    """Labels, first of the twins, and what was said: questions, phrasings of the thesaurus, the passages."""
    referential = load_referential()

    def first(label: str) -> str:
        return referential.twins(label)[0] if referential.has_passage(label) else label

    said = [(entry.targets, one) for entry in knowledge.questions(skipped) for one in entry.phrases]
    said += [(entry.targets, one) for entry in knowledge.entries() for one in entry.phrases]
    frames = [line for line in FRAMES.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    for one in referential.passages:
        said += [
            ((one.id,), frame.replace("…", one.text)) for frame in ("…", *frames) if len(one.text) < _LONG
        ]
        said += [((one.id,), one.text)] if len(one.text) >= _LONG else []
    return [(tuple(dict.fromkeys(map(first, targets))), one) for targets, one in said]


def fingerprint(rows: list[Example]) -> str:
    """Changes with any phrasing or target."""
    return hashlib.sha256(json.dumps(rows, ensure_ascii=False).encode()).hexdigest()[:16]


def train(rows: list[Example]) -> Ridge:
    """The weights of all labels."""
    speller, synonyms = make_speller(), knowledge.synonyms()
    return learn(
        [
            (dict(zip(targets, TARGET_WEIGHTS, strict=False)), features(one, speller, synonyms))
            for targets, one in rows
        ]
    )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sauf", default="", help="leave one file of questions out")
    parser.add_argument("--vers", type=Path, default=weights_file(), help="where to write")
    options = parser.parse_args()
    rows = examples(options.sauf)
    train(rows).save(options.vers, fingerprint(rows))
    sys.stdout.write(f"{len(rows)} phrasings, {options.vers.stat().st_size // 1000} kB\n")
