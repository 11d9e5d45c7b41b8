"""Words near in meaning: neighbours of French, nothing invented for the unknown, one French sentence when damaged."""

from __future__ import annotations

from pathlib import Path

import pytest

from ascom_coach.errors import SurroundingsError
from ascom_coach.language import stems
from ascom_coach.rehearsal.understanding import vectors


def _even(stem: str) -> float:
    return 1.0


def _near(first: str, second: str) -> float:
    return float(vectors.mean(stems(first), _even) @ vectors.mean(stems(second), _even))


@pytest.mark.parametrize(
    ("word", "near", "far"),
    [
        ("camion", "véhicule", "signature"),
        ("étage", "ascenseur", "facture"),
        ("malade", "souffrant", "camion"),
        ("chaise", "fauteuil", "acompte"),
    ],
)
def test_neighbours_are_nearer_than_strangers(word: str, near: str, far: str) -> None:
    assert _near(word, near) > _near(word, far) + 0.1


def test_an_unknown_word_has_no_neighbour() -> None:
    assert vectors.known(["zzblorg"]) == []
    assert not vectors.mean(["zzblorg"], _even).any()
    assert vectors.covered(["zzblorg"], vectors.of(stems("camion")), _even) == 0.0


def test_a_cloud_knows_its_nearest_text() -> None:
    cloud = vectors.Cloud([stems("quel camion"), stems("la date du chantier")], _even)
    truck, invoice = vectors.mean(stems("le véhicule"), _even), vectors.mean(stems("la signature"), _even)
    assert cloud.nearest_text(truck) > cloud.nearest_text(invoice)
    assert cloud.centre(truck) > cloud.centre(invoice)
    assert vectors.Cloud([], _even).nearest_text(truck) == 0.0


def test_a_damaged_file_is_said_in_french(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = tmp_path / "mots.npz"
    broken.write_bytes(b"PK nothing")
    monkeypatch.setattr(vectors, "vectors_file", lambda: broken)
    vectors._kept.cache_clear()
    try:
        with pytest.raises(SurroundingsError, match=r"mots\.npz"):
            vectors.known(["camion"])
    finally:
        vectors._kept.cache_clear()
