from __future__ import annotations

import builtins
import shutil
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from ascom_coach.retrieval import Index, hashing, open_in_memory, open_index, rebuild, store

QUESTION = "relancer un client qui n’a pas réglé sa facture"
RIGHT = [(one.passage.id, round(one.score, 3)) for one in open_in_memory().ask(QUESTION).passages]


def found(index: Index) -> list[tuple[str, float]]:
    return [(one.passage.id, round(one.score, 3)) for one in index.ask(QUESTION).passages]


def test_disk_and_memory_agree(on_disk: Index) -> None:
    assert on_disk.engine == "chroma+lexique"
    assert found(on_disk) == RIGHT
    assert open_in_memory().engine == "memoire+lexique"


def test_no_notice_when_all_is_well(tmp_path: Path) -> None:
    notices: list[str] = []
    for _ in range(2):
        with open_index(tmp_path, notices.append) as index:
            assert found(index) == RIGHT
    assert notices == []


def _half(path: Path) -> None:
    base = path / "chroma" / "chroma.sqlite3"
    base.write_bytes(base.read_bytes()[: base.stat().st_size // 2])


def _garbage(path: Path) -> None:
    base = path / "chroma" / "chroma.sqlite3"
    base.write_bytes(b"not a database at all" * 400)


def _no_vectors(path: Path) -> None:
    for item in (path / "chroma").iterdir():
        if item.is_dir():
            shutil.rmtree(item)


def _emptied(path: Path) -> None:
    (path / "chroma" / "chroma.sqlite3").write_bytes(b"")


def _lost(path: Path) -> None:
    shutil.rmtree(path)


@pytest.mark.parametrize("harm", [_half, _garbage, _no_vectors, _emptied, _lost])
def test_a_damaged_index_is_rebuilt(tmp_path: Path, harm: Any) -> None:
    path = tmp_path / "index"
    open_index(path).close()
    harm(path)
    notices: list[str] = []
    with open_index(path, notices.append) as index:
        assert found(index) == RIGHT
        assert index.engine == "chroma+lexique"
    assert len(notices) <= 1
    if harm in (_half, _garbage):
        assert notices == [store.REBUILT]


def test_a_folder_lost_while_open_still_answers(tmp_path: Path) -> None:
    with open_index(tmp_path / "index") as index:
        shutil.rmtree(tmp_path / "index")
        assert found(index) == RIGHT


def test_an_old_version_is_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(hashing, "VERSION", hashing.VERSION + 1)
        open_index(tmp_path).close()
    notices: list[str] = []
    with open_index(tmp_path, notices.append) as index:
        assert found(index) == RIGHT
    assert notices == [store.REBUILT]
    import chromadb
    from chromadb.config import Settings

    client = chromadb.PersistentClient(
        str(tmp_path / "chroma"), settings=Settings(anonymized_telemetry=False)
    )
    assert len([one for one in client.list_collections() if one.name.startswith(store.PREFIX)]) == 1
    assert len([one for one in (tmp_path / "chroma").iterdir() if one.is_dir()]) <= 1


def test_the_tag_follows_content_and_version(monkeypatch: pytest.MonkeyPatch) -> None:
    documents = [store.Document("A", "un texte", 1, "activite")]
    before = store.content_tag(documents)
    assert store.content_tag(list(documents)) == before
    assert store.content_tag([store.Document("A", "un autre", 1, "activite")]) != before
    monkeypatch.setattr(hashing, "VERSION", 99)
    assert store.content_tag(documents) != before


def test_nothing_is_opened_on_the_network(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: socket.socket, address: Any) -> None:
        raise AssertionError(f"connection to {address}")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket.socket, "connect_ex", refuse)
    with pytest.raises(AssertionError):
        socket.create_connection(("127.0.0.1", 9))
    with open_index(tmp_path) as index:
        assert found(index) == RIGHT
        assert index.engine == "chroma+lexique"


def test_without_chromadb_the_answers_are_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *rest: Any, **more: Any) -> Any:
        if name.startswith("chromadb"):
            raise ImportError(name)
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    notices: list[str] = []
    index = open_index(tmp_path, notices.append)
    monkeypatch.undo()
    assert index.engine == "memoire+lexique"
    assert notices == [store.IN_MEMORY]
    assert found(index) == RIGHT


def test_a_folder_that_cannot_be_made_falls_back_to_memory(tmp_path: Path) -> None:
    (tmp_path / "fichier").write_text("occupé", encoding="utf-8")
    notices: list[str] = []
    with open_index(tmp_path / "fichier", notices.append) as index:
        assert found(index) == RIGHT
    assert notices == [store.IN_MEMORY]
    assert (tmp_path / "fichier").read_text(encoding="utf-8") == "occupé"


def test_rebuild_says_how_many(tmp_path: Path) -> None:
    open_index(tmp_path).close()
    (tmp_path / "voisin.txt").write_text("reste", encoding="utf-8")
    assert rebuild(tmp_path) == 105
    assert (tmp_path / "voisin.txt").exists()
    with open_index(tmp_path) as index:
        assert found(index) == RIGHT


def test_importing_the_room_does_not_import_chromadb() -> None:
    code = "import sys, ascom_coach.retrieval; sys.exit('chromadb' in sys.modules or 'numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_two_processes_open_a_new_path_at_once(tmp_path: Path) -> None:
    code = (
        "import sys, pathlib\n"
        "from ascom_coach.retrieval import open_index\n"
        "with open_index(pathlib.Path(sys.argv[1])) as index:\n"
        "    print(index.engine, index.ask('gestion des stocks').passages[0].passage.id)\n"
    )
    runs = [
        subprocess.Popen(
            [sys.executable, "-c", code, str(tmp_path / "index")], stdout=subprocess.PIPE, text=True
        )
        for _ in range(2)
    ]
    said = [run.communicate(timeout=60)[0].strip() for run in runs]
    assert said == ["chroma+lexique A1.05"] * 2
