"""The search with a model's vectors, all parts real: child process, loopback server, Chroma on disk, the shell."""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from ascom_coach.cli.main import main
from ascom_coach.coach import Coach
from ascom_coach.errors import CoachError, RefusedInputError, WrongUseError
from ascom_coach.model_settings import ModelSettings
from ascom_coach.models import Clocks, Embedder, ErrorCode, KeyStore, ModelError, embedding_profile
from ascom_coach.models.child.process import Child
from ascom_coach.retrieval import open_in_memory, open_index
from ascom_coach.searching import prepare, uses_model
from ascom_coach.settings import load_settings, save_setting
from ascom_coach.vector_settings import VectorSettings
from ascom_coach.voicing import ModelVoice

from .conftest import Asked
from .fault_server import FaultServer
from .talking_server import TalkingServer
from .vector_faults import SIZE

pytestmark = pytest.mark.xdist_group("litellm-child")

QUESTION = "relancer un client qui n’a pas réglé sa facture"
BUILT_IN = open_in_memory().ask(QUESTION).to_json()
BATCHES = 14
"""Requests for the whole index: 105 passages, 8 at a time."""
QUICK = Clocks(start=60, connect=1, total=0.6)
PATIENT = Clocks(start=60, connect=2, total=20)


def embedder(child: Child, server: FaultServer, model: str) -> Embedder:
    wire = model.partition("/")[0]
    wanted = embedding_profile({"vecteurs": {"modele": model, "adresse": server.base(wire)}}, {})
    assert wanted is not None
    clocks = QUICK if "slow" in model else PATIENT
    return Embedder(
        wanted, link=child, environ={}, question_clocks=clocks, passages_clocks=PATIENT, sleep=lambda _: None
    )


@pytest.fixture
def notices() -> list[str]:
    return []


@pytest.mark.parametrize("wire", ["openai", "mistral", "ollama"])
def test_made_then_asked(
    child: Child, server: FaultServer, wire: str, tmp_path: Path, notices: list[str]
) -> None:
    assert child.wait_ready(60)
    with open_index(tmp_path, notices.append, embedder(child, server, f"{wire}/ok")) as index:
        before = server.hits("ok")
        known = index.build_model_index()
        assert known is not None
        assert (known.dimensions, known.passages) == (SIZE, 105)
        assert server.hits("ok") == before + BATCHES
        assert index.ask(QUESTION).engine == "chroma+modele+lexique"
        assert [one["input"] for one in server.requests if "input" in one][-1] == [QUESTION]
    assert notices == []


@pytest.mark.parametrize(
    "fault",
    ["s500", "s401", "vec_reset", "vec_slow", "vec_half", "nan", "too_few", "too_many", "ragged", "zeros", "size_9"],
)  # fmt: skip
def test_a_fault_in_the_middle_leaves_the_built_in_index(
    child: Child, server: FaultServer, tmp_path: Path, notices: list[str], fault: str
) -> None:
    assert child.wait_ready(60)
    model = embedder(child, server, f"ollama/later_5_{fault}")
    model._passages_clocks = QUICK if fault == "vec_slow" else PATIENT
    with open_index(tmp_path, notices.append, model) as index:
        with pytest.raises(CoachError) as caught:
            index.build_model_index()
        assert "\u00a0: " in str(caught.value)
        assert index.model_index() is None
        answer = index.ask(QUESTION)
        assert answer.to_json() == BUILT_IN | {"engine": "chroma+lexique"}
    assert len(notices) == 1
    assert not [one for one in tmp_path.glob("modele-*") if one.is_dir()]
    part = [one.read_text(encoding="utf-8").splitlines() for one in tmp_path.glob("*.part")]
    assert [len(lines) for lines in part] == ([] if fault == "size_9" else [40])


@pytest.mark.parametrize(
    "fault", ["s503", "vec_reset", "vec_slow", "vec_page", "infinite", "none", "zeros", "size_9"]
)
def test_a_fault_at_a_question_leaves_the_built_in_order(
    child: Child, server: FaultServer, tmp_path: Path, notices: list[str], fault: str
) -> None:
    assert child.wait_ready(60)
    with open_index(
        tmp_path, notices.append, embedder(child, server, f"openai/later_{BATCHES}_{fault}")
    ) as index:
        index.build_model_index()
        for _ in range(2):
            assert index.ask(QUESTION).to_json() == BUILT_IN | {"engine": "chroma+lexique"}
    assert len(notices) == 1
    assert notices[0].startswith("La recherche intégrée répond sans le modèle openai/later_14_")
    assert server.hits(f"later_{BATCHES}_{fault}") == BATCHES + (1 if fault == "vec_slow" else 2)


def test_closing_ends_a_construction_and_keeps_what_came(
    child: Child, server: FaultServer, tmp_path: Path
) -> None:
    assert child.wait_ready(60)
    model = embedder(child, server, "openai/later_3_vec_slow")
    with open_index(tmp_path, None, model) as index:

        def going(done: int, total: int) -> None:
            if done == 24:
                threading.Timer(0.3, index.close).start()

        with pytest.raises(ModelError) as caught:
            index.build_model_index(going)
    assert caught.value.code is ErrorCode.CANCELLED
    (part,) = tmp_path.glob("*.part")
    assert len(part.read_text(encoding="utf-8").splitlines()) == 24
    assert not list(tmp_path.glob("*.en-cours"))


# The person's settings


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("ASCOM_MODELE", "ASCOM_ADRESSE", "ASCOM_CLE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setitem(sys.modules, "keyring", None)
    monkeypatch.setenv("ASCOM_DONNEES", str(tmp_path / "dossier"))
    return tmp_path / "dossier"


@pytest.fixture
def coach(folder: Path, child: Child, talk: TalkingServer, notices: list[str]) -> Iterator[Coach]:
    one = Coach(folder, notify=notices.append)
    one._voice = ModelVoice(talk.profile(), notices.append, gateway=talk.gateway(child))
    yield one
    one._voice = None  # the child belongs to all the tests
    one.close()


def test_a_coach_makes_and_uses_the_chosen_model(
    coach: Coach, server: FaultServer, folder: Path, notices: list[str]
) -> None:
    coach.models.vectors.choose("ollama/ok", adresse=server.address)
    assert uses_model(coach)
    before = server.hits("ok")
    assert coach.ask(QUESTION, quick=True).engine == "chroma+lexique"
    coach.diagnostic()
    coach.lessons(type("Nothing", (), {"findings": [], "priorities": ()})())  # type: ignore[arg-type]
    assert server.hits("ok") == before
    prepare(coach)
    assert [one[:27] for one in notices] == ["L’index du modèle se constr", "L’index de ollama/ok est pr"]
    prepare(coach)
    assert len(notices) == 2
    assert coach.ask(QUESTION).engine == "chroma+modele+lexique"
    assert server.hits("ok") == before + BATCHES + 1
    assert "index prêt (105 passages, 48 valeurs" in coach.models.vectors.state().detail
    coach.models.vectors.switch_off()
    coach.forget_settings()
    coach._close_index()
    assert not uses_model(coach)
    assert coach.ask(QUESTION).to_json() == BUILT_IN | {"engine": "chroma+lexique"}


def test_a_failing_construction_is_told(coach: Coach, server: FaultServer, notices: list[str]) -> None:
    coach.models.vectors.choose("openai/later_2_s402", adresse=server.base("openai"))
    prepare(coach)
    assert notices[-1].startswith(
        "L’index du modèle n’est pas construit\u00a0: le compte chez le fournisseur"
    )


def test_a_hosted_model_waits_for_consent(
    coach: Coach, notices: list[str], server: FaultServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    vectors = coach.models.vectors
    wanted = vectors.choose("mistral/mistral-embed")
    with pytest.raises(RefusedInputError, match=r"Mistral AI \(France\)"):
        vectors.allowed(wanted)
    assert coach.ask(QUESTION).to_json() == BUILT_IN | {"engine": "chroma+lexique"}
    assert len(notices) == 1
    assert "modele accord vecteurs" in notices[0]
    for line in (vectors.state(), vectors.test()):
        assert (line.id, line.status) == ("vectors", "échec")
        assert line.remedy
    payload = coach.models.payload(coach.models.profile("vecteurs"))
    assert "[TEL_1]" in payload
    coach.models.agree(wanted.profile)
    vectors.allowed(wanted)
    assert "accord du" in vectors.state().detail
    coach.models.withdraw(wanted.profile)
    assert vectors.state().status == "échec"
    monkeypatch.setenv("ASCOM_MODELE", "integre")
    assert vectors.active() is None
    assert vectors.state().status == "ok"


def test_a_model_that_ollama_has_served_elsewhere_is_hosted_from_then_on(
    folder: Path, server: FaultServer
) -> None:
    vectors = VectorSettings(folder, environ={})
    vectors.choose("ollama/copie", adresse=server.address)
    line = vectors.test()
    assert (line.id, line.status) == ("remote", "échec")
    assert "ollama.com" in line.detail
    wanted = vectors.active()
    assert wanted is not None
    assert not wanted.profile.local
    assert vectors.state().status == "échec"
    vectors.choose("ollama/ok", adresse=server.address)
    assert vectors.state().status == "non testé"


def test_what_is_written_and_kept(folder: Path) -> None:
    vectors = VectorSettings(folder, environ={})
    vectors.choose("bge-m3")
    save_setting(folder, ("modele", "vecteurs"), "contexte", 2000)
    vectors.switch_off()
    assert vectors.active() is None
    vectors.choose("bge-m3")
    assert load_settings(folder).model == {"vecteurs": {"modele": "ollama/bge-m3", "contexte": 2000}}
    save_setting(folder, ("modele", "vecteurs"), "adresse", "http://127.0.0.1:9")
    assert vectors.choose("bge-m3").profile.address == "http://127.0.0.1:9"
    assert load_settings(folder).model["vecteurs"]["contexte"] == 2000
    vectors.choose("ollama/autre")
    assert load_settings(folder).model == {"vecteurs": {"modele": "ollama/autre"}}
    with pytest.raises(CoachError):
        vectors.choose("ollama/x", adresse="ftp://x")
    assert load_settings(folder).model == {"vecteurs": {"modele": "ollama/autre"}}
    save_setting(folder, ("modele", "vecteurs"), "modele", "")
    assert vectors.state().status == "échec"
    models = ModelSettings(folder, environ={})
    models.save("local", {"modele": "petit"})
    models.remove("local")
    assert [row.name for row in models.rows()] == ["integre"]


def test_a_key_serves_the_vectors_and_outlives_another_profile_of_the_same_party(folder: Path) -> None:
    models = ModelSettings(folder, environ={})
    models.vectors.choose("mistral/mistral-embed")
    models.save("loin", {"modele": "mistral/petit"})
    models.keep_key("vecteurs", "canari-1a2b")
    models.remove("loin")
    assert KeyStore(folder).find(models.profile("vecteurs"), {}).value == "canari-1a2b"
    with pytest.raises(WrongUseError):
        models.save("vecteurs", {"modele": "petit"})


def test_the_shell(
    folder: Path,
    server: FaultServer,
    home_child: Child,
    lend: Callable[[Child], list[Asked]],
    capsys: pytest.CaptureFixture[str],
) -> None:
    asked = lend(home_child)

    def said(*arguments: str, status: int = 0) -> str:
        assert main(list(arguments)) == status
        return capsys.readouterr().out

    assert "Vecteurs intégrés" in said("modele", "vecteurs")
    assert "est prêt\u00a0: 105 passages" in said(
        "modele", "vecteurs", "ollama/ok", "--adresse", server.address
    )
    state: list[dict[str, Any]] = json.loads(said("modele", "etat", "--json"))
    assert [one["id"] for one in state] == ["profile", "vectors"]
    assert "index prêt" in state[-1]["detail"]
    assert "index prêt" in said("diagnostic")
    out = said("modele", "vecteurs", "ollama/s404", "--adresse", server.address, status=3)
    assert "échec" in out
    assert "intégrée répond" in out
    assert "Vecteurs intégrés" in said("modele", "vecteurs", "integre")
    assert json.loads(said("demander", QUESTION, "--json"))["engine"] == "chroma+lexique"
    save_setting(folder, ("modele", "vecteurs"), "modelle", "x")
    assert "vecteurs.modelle" in said("modele", "etat")
    assert set(asked) == {Asked("", True)}
