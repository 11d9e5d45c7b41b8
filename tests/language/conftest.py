"""The small list of files, and the real LanguageTool when `ASCOM_TEST_JARS` names a folder that has its files."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from ascom_coach.language.outside import FolderSource, OwnServer, find_java, install, lt_files
from tests.language.small_server import alive, use_small_list


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A data folder's `langue`, where LanguageTool is four small files."""
    monkeypatch.setattr(lt_files, "load_lines", lt_files.load_lines)
    use_small_list(tmp_path)
    yield tmp_path / "langue"
    lt_files.jars.cache_clear()


@pytest.fixture(scope="session")
def real_place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A real LanguageTool, installed from the folder that `ASCOM_TEST_JARS` names."""
    named = os.environ.get("ASCOM_TEST_JARS", "")
    if not named:
        pytest.skip("ASCOM_TEST_JARS ne nomme aucun dossier qui a les fichiers de LanguageTool 6.8")
    if not find_java().fits:
        pytest.skip("il n’y a pas de Java 17 ou plus récent ici")
    place = tmp_path_factory.mktemp("languagetool") / "langue"
    assert install(place, [FolderSource(Path(named))]).complete
    return place


@pytest.fixture(scope="session")
def real_server(real_place: Path) -> Iterator[OwnServer]:
    server = OwnServer(real_place)
    server.settle()
    yield server
    pid = server.facts["pid"]
    server.close()
    assert not alive(pid)
