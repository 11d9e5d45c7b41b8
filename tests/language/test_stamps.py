"""The learnt files were learnt from what the code says now; otherwise they must be learnt again."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ascom_coach.language.data import context_weights, form_weights
from ascom_coach.language.learnt.stamps import context_stamp, form_stamp


@pytest.mark.parametrize(
    ("kept", "now", "script"),
    [
        (context_weights, context_stamp, "construire.py"),
        (form_weights, form_stamp, "construire_formes.py"),
    ],
)
def test_learnt_weights_are_not_stale(
    kept: Callable[[], dict[str, object]], now: Callable[[], str], script: str
) -> None:
    assert str(kept()["empreinte"]) == now(), f"learn again with knowledge/lexique/contexte/{script}"


def test_a_changed_feature_changes_the_stamp(monkeypatch: pytest.MonkeyPatch) -> None:
    before = form_stamp(), context_stamp()
    monkeypatch.setattr("ascom_coach.language.learnt.stamps.BITS", 20)
    monkeypatch.setattr("ascom_coach.language.learnt.stamps.DIMENSIONS", 8)
    assert not set(before) & {form_stamp(), context_stamp()}
