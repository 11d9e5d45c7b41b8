from __future__ import annotations

import json
import logging
import os
import stat
import sys
from pathlib import Path

import pytest

from ascom_coach.errors import WrongUseError
from ascom_coach.models import KeyStore, hide_keys, make_profile
from ascom_coach.models.child.process import Child, child_command
from ascom_coach.tui.desktop import log_failure

CANARY = "canari-d41d8cd98f"
FAR = make_profile("loin", "mistral/petit", key_env="CLE_ESSAI")
ELSEWHERE = make_profile("ailleurs", "openai/petit", address="https://gateway.example/v1")


@pytest.fixture(autouse=True)
def _no_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tests never write in the keyring of the machine they run on."""
    monkeypatch.setitem(sys.modules, "keyring", None)


def test_the_environment_comes_first_then_the_file(tmp_path: Path) -> None:
    store = KeyStore(tmp_path)
    assert store.find(FAR, {}).source == ""
    assert store.keep(FAR, f"  {CANARY}\n") == "fichier"
    assert (store.find(FAR, {}).value, store.find(FAR, {}).source) == (CANARY, "fichier")
    assert store.find(FAR, {"CLE_ESSAI": "autre-cle"}).source == "variable"
    assert KeyStore(None).find(FAR, {}).value == ""


def test_a_key_goes_only_to_its_party(tmp_path: Path) -> None:
    store = KeyStore(tmp_path)
    store.keep(FAR, CANARY)
    assert store.find(ELSEWHERE, {}).value == ""
    moved = make_profile("loin", "mistral/petit", address="https://autre.example")
    assert store.find(moved, {}).value == ""
    store.keep(ELSEWHERE, "seconde-cle")
    store.forget(FAR)
    assert store.find(FAR, {}).value == ""
    assert store.find(ELSEWHERE, {}).value == "seconde-cle"


@pytest.mark.skipif(os.name != "posix", reason="modes of POSIX")
def test_the_file_is_for_its_owner_alone(tmp_path: Path) -> None:
    store = KeyStore(tmp_path / "neuf")
    store.keep(FAR, CANARY)
    path = tmp_path / "neuf" / "cles.json"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    path.chmod(0o644)
    assert store.find(FAR, {}).value == CANARY
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize("text", ["", "abc", "deux mots", "ligne\nautre", "clé-accentuée", "x" * 5000])
def test_what_cannot_be_a_key_is_refused_without_repeating_it(tmp_path: Path, text: str) -> None:
    with pytest.raises(WrongUseError) as caught:
        KeyStore(tmp_path).keep(FAR, text)
    assert not text or text not in str(caught.value)
    assert not (tmp_path / "cles.json").exists()


def test_a_damaged_file_is_as_no_key(tmp_path: Path) -> None:
    (tmp_path / "cles.json").write_text("[1", encoding="utf-8")
    assert KeyStore(tmp_path).find(FAR, {}).value == ""
    KeyStore(tmp_path).keep(FAR, CANARY)
    assert json.loads((tmp_path / "cles.json").read_text(encoding="utf-8")) == {"mistral": CANARY}


def test_a_key_is_not_printed_and_leaves_no_trace_in_the_log_of_failures(tmp_path: Path) -> None:
    store = KeyStore(tmp_path)
    store.keep(FAR, CANARY)
    assert CANARY not in repr(store.find(FAR, {}))
    try:
        raise RuntimeError(f"the server said: Incorrect API key provided: {CANARY}, Bearer abcdef123456")
    except RuntimeError as error:
        path = log_failure(tmp_path, "essai", error)
    assert path is not None
    written = path.read_text(encoding="utf-8")
    assert "RuntimeError" in written
    assert CANARY not in written
    assert "abcdef123456" not in written


def test_ordinary_words_are_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ESSAI_API_KEY", "tiroir-47-bleu")
    assert hide_keys("clé tiroir-47-bleu refusée") == "clé *** refusée"
    text = "Bonjour, la clé du local technique est au tableau ; dossier n° 4512, le 14 mars."
    assert hide_keys(text) == text


LOUD = """import os, sys
print("key is", os.environ["ASCOM_WORKER_KEY"], file=sys.stderr, flush=True)
print('{"event": "ready"}', flush=True); sys.stdin.read()"""


def test_what_the_child_prints_is_logged_without_the_key(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(
        "ascom_coach.models.child.process.child_command", lambda: [sys.executable, "-c", LOUD]
    )
    caplog.set_level(logging.DEBUG)
    child = Child(os.environ, CANARY)
    child.start()
    assert child.wait_ready(30)
    child.close()
    for thread in child.threads:
        thread.join(10)
    assert "key is ***" in caplog.text
    assert CANARY not in caplog.text
    assert CANARY not in " ".join(child_command())


class _Ring:
    """A keyring in memory, with the two calls of the real one that are used, and its way to be absent."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, name: str) -> str | None:
        return self.kept.get((service, name))

    def set_password(self, service: str, name: str, value: str) -> None:
        self.kept[service, name] = value

    def delete_password(self, service: str, name: str) -> None:
        del self.kept[service, name]


def test_a_keyring_that_works_is_preferred_and_empties_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = KeyStore(tmp_path)
    store.keep(FAR, "ancienne-cle")
    ring = _Ring()
    monkeypatch.setattr("ascom_coach.models.profile.keys._keyring", lambda: ring)
    assert store.keep(FAR, CANARY) == "trousseau"
    assert store.find(FAR, {}).source == "trousseau"
    assert (tmp_path / "cles.json").read_text(encoding="utf-8") == "{}"
    store.forget(FAR)
    assert store.find(FAR, {}).source == ""
    store.forget(FAR)


def test_a_broken_keyring_falls_back_on_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Locked(_Ring):
        def set_password(self, service: str, name: str, value: str) -> None:
            raise OSError("locked")

        def get_password(self, service: str, name: str) -> str | None:
            raise OSError("locked")

    monkeypatch.setattr("ascom_coach.models.profile.keys._keyring", Locked)
    store = KeyStore(tmp_path)
    assert store.keep(FAR, CANARY) == "fichier"
    assert store.find(FAR, {}).source == "fichier"
