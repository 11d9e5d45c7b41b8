# ruff: noqa: E501 -- a row stays on one line
"""Ridge regression on hashed features: learns, keeps, reads back."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from ascom_coach.language.ridge import hashed, learn, load, unit

ROWS = [
    ({"fruit": 1.0}, "une pomme rouge"), ({"fruit": 1.0}, "des poires et une pomme"), ({"fruit": 1.0}, "une poire mûre"),
    ({"outil": 1.0}, "un marteau lourd"), ({"outil": 1.0}, "une scie et un marteau"), ({"outil": 1.0}, "la scie coupe"),
]  # fmt: skip


def _counts(text: str) -> Counter[int]:
    return hashed(text.split())


def test_a_vector_has_length_one() -> None:
    places, values = unit(Counter({3: 2, 9: 1}), np.ones(16))
    assert places == [3, 9]
    assert sum(one * one for one in values) == pytest.approx(1.0)


def test_words_never_seen_together_add_up_and_the_file_gives_the_same(tmp_path: Path) -> None:
    model = learn([(wanted, _counts(text)) for wanted, text in ROWS])
    scores = model.scores(_counts("pomme poire"))
    assert scores["fruit"] > 0.4 > 4 * scores["outil"]
    model.save(tmp_path / "poids.npz", "empreinte")
    assert load(tmp_path / "poids.npz").scores(_counts("pomme poire")) == pytest.approx(scores, abs=1e-2)


def test_nothing_known_scores_nothing() -> None:
    model = learn([(wanted, _counts(text)) for wanted, text in ROWS])
    assert model.scores(_counts("")) == {"fruit": 0.0, "outil": 0.0}
    assert max(model.scores(_counts("zyxw")).values()) == 0.0


def test_a_damaged_file_raises(tmp_path: Path) -> None:
    (tmp_path / "poids.npz").write_bytes(b"PK nothing")
    with pytest.raises((OSError, ValueError, KeyError)):
        load(tmp_path / "poids.npz")
