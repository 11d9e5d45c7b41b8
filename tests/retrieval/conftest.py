from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from ascom_coach.retrieval import Index, open_in_memory, open_index


@pytest.fixture(scope="session")
def index() -> Index:
    """Rules and ranking do not depend on the disk: most tests use memory."""
    return open_in_memory()


@pytest.fixture
def on_disk(tmp_path: Path) -> Iterator[Index]:
    with open_index(tmp_path / "dossier à accents") as opened:
        yield opened
