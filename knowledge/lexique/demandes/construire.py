"""Learn what asks without any mark, from questions and from what is said without asking: `poids.npz`.

    python knowledge/lexique/demandes/construire.py [--left-out]

Questions are the phrasings of `../sujets`, bared of their mark: one in two of those that no word marks, and one in six
of the others, so that as much tells as asks; what tells is every piece of the turns of `../actes` that has no mark and
begins with no question word; `tons.txt` adds both. Needs nothing but the project; about a minute and 3 GB. Run again
after any change of those files or of the features. `--left-out` prints what the weights would find of each hand without
having learnt from it.
"""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from ascom_coach.language import normalise_typed
from ascom_coach.language.ridge import DIMENSIONS, aims, design, learn, solve
from ascom_coach.rehearsal.understanding.asking import FOLDER, features, weights_file
from ascom_coach.rehearsal.understanding.questions import asks, opens, questions

ALPHA = 0.3
MARKED, BARE = 6, 2
"""One in so many of the questions that a word marks, and of the others, is learnt from: more asks than tells."""
Row = tuple[str, bool, str]


def _lines(path: Path) -> list[str]:
    lines = (line.strip() for line in path.read_text(encoding="utf-8").splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def rows(folder: Path = FOLDER) -> list[Row]:
    """(hand, whether it asks, piece without question mark) of every piece, in order."""
    found: list[Row] = []
    for path in sorted((folder.parent / "sujets").glob("*.txt")):
        bare = (normalise_typed(line).replace("?", " ").strip() for line in _lines(path))
        found += [
            (path.stem, True, text)
            for at, text in enumerate(bare)
            if not at % (MARKED if asks(text) else BARE)
        ]
    for path in sorted((folder.parent / "actes").glob("main-*.txt")):
        for line in _lines(path):
            said = questions(normalise_typed(line.partition("|")[2]))
            found += [(path.stem, False, piece) for piece in said if "?" not in piece and not opens(piece)]
    for line in _lines(folder / "tons.txt"):
        sign, _, text = line.partition("|")
        found.append(("tons", sign.strip() == "?", normalise_typed(text).strip()))
    return found


def fingerprint(found: list[Row], every: int = 20) -> str:
    """Changes with any piece, and with what the features of one piece in `every` are."""
    seen = [found, [sorted(features(text).items()) for _, _, text in found[::every]]]
    return hashlib.sha256(json.dumps(seen, ensure_ascii=False).encode()).hexdigest()[:16]


def judge(found: list[Row]) -> None:
    """Print, at several floors, what is found of pieces by hands that were left out of the learning one by one."""
    import numpy as np

    aimed = [({"demande": float(asked)}, features(text)) for _, asked, text in found]
    _, inputs = design(aimed, DIMENSIONS)
    _, targets = aims(aimed)
    kernel = inputs @ inputs.T
    hands = np.array([hand for hand, _, _ in found])
    unseen = np.zeros(len(found))
    for hand in sorted(set(hands)):
        out, kept = np.flatnonzero(hands == hand), np.flatnonzero(hands != hand)
        dual = solve(kernel[np.ix_(kept, kept)], targets[kept], ALPHA)
        unseen[out] = (kernel[np.ix_(out, kept)] @ dual)[:, 0]
    asked = targets[:, 0] > 0
    for floor in (0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5):
        above = unseen > floor
        sys.stdout.write(
            f"floor {floor}: {above[asked].mean():.2f} of what asks, {above[~asked].mean():.2f} of what tells\n"
        )


if __name__ == "__main__":
    known = rows()
    if "--left-out" in sys.argv:
        judge(known)
    else:
        model = learn([({"demande": float(asked)}, features(text)) for _, asked, text in known], alpha=ALPHA)
        model.save(weights_file(), fingerprint(known))
        size = weights_file().stat().st_size // 1000
        sys.stdout.write(f"{len(known)} pieces, {sum(asked for _, asked, _ in known)} ask, {size} kB\n")
