"""Profiles, consents and keys as a person sets them, in a real folder; the test of a connection on loopback."""

from __future__ import annotations

import datetime as dt
import socket
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ascom_coach.errors import RefusedInputError, SurroundingsError, WrongUseError
from ascom_coach.model_settings import ModelSettings
from ascom_coach.models import EXAMPLE, Gateway, load_prompt, request_body, voice_messages
from ascom_coach.models.child.process import Child

from .conftest import Asked
from .fault_server import FaultServer

DAY = dt.date(2026, 11, 25)
KEY = "canari-77aa12"


@pytest.fixture
def models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModelSettings:
    monkeypatch.setitem(sys.modules, "keyring", None)
    return ModelSettings(tmp_path, environ={}, today=DAY)


def table(models: ModelSettings) -> dict[str, Any]:
    found: dict[str, Any] = tomllib.loads((models.folder / "reglages.toml").read_text(encoding="utf-8"))
    return found["modele"]


def test_nothing_is_set_and_nothing_is_written(models: ModelSettings) -> None:
    (row,) = models.rows()
    assert (row.name, row.place, row.active) == ("integre", "intégré", True)
    assert models.active() is None
    assert models.state()[0].detail.startswith("Aucun modèle")
    assert list(models.folder.iterdir()) == []


def test_a_local_profile_is_kept_with_its_comments_and_used(models: ModelSettings) -> None:
    (models.folder / "reglages.toml").write_text(
        "# à moi\n[affichage]\ntheme = 'clair' # jour\n", encoding="utf-8"
    )
    assert (
        models.save("local", {"modele": "ministral-3:8b", "adresse": ""}).address == "http://127.0.0.1:11434"
    )
    models.activate("local")
    text = (models.folder / "reglages.toml").read_text(encoding="utf-8")
    assert "# à moi" in text
    assert "theme = 'clair' # jour" in text
    assert table(models) == {"profils": {"local": {"modele": "ollama_chat/ministral-3:8b"}}, "actif": "local"}
    assert [(row.name, row.place, row.active) for row in models.rows()] == [
        ("integre", "intégré", False), ("local", "local", True),
    ]  # fmt: skip
    models.remove("local")
    assert models.active() is None
    assert len(models.rows()) == 1


@pytest.mark.parametrize("name", ["", "integre", "Mon profil", "a.b", "é", "x" * 40])
def test_odd_names_are_refused(models: ModelSettings, name: str) -> None:
    with pytest.raises(WrongUseError, match="minuscules"):
        models.save(name, {"modele": "x"})
    assert not (models.folder / "reglages.toml").exists()


@pytest.mark.parametrize(
    "fields", [{"modele": ""}, {"modele": "x", "adresse": "ftp://x"}, {"modele": "mistral/x", "plafond": -2}]
)
def test_a_wrong_profile_leaves_the_former_one(models: ModelSettings, fields: dict[str, Any]) -> None:
    models.save("p", {"modele": "mistral/bon", "plafond": 3})
    before = table(models)
    with pytest.raises((WrongUseError, SurroundingsError)):
        models.save("p", fields)
    assert table(models) == before


def test_a_hosted_profile_waits_for_consent_per_receiver(models: ModelSettings) -> None:
    far = models.save("loin", {"modele": "mistral/petit"})
    models.save("autre", {"modele": "openai/petit", "adresse": "https://passerelle.example/v1"})
    with pytest.raises(RefusedInputError, match=r"Mistral AI \(France\)"):
        models.activate("loin")
    assert [line.id for line in models.test(far)] == ["privacy"]
    assert models.agree(far) == DAY
    models.activate("loin")
    assert table(models)["consentements"] == {"mistral": DAY}
    assert {row.name: row.agreed for row in models.rows()} == {"integre": None, "loin": DAY, "autre": None}
    with pytest.raises(RefusedInputError, match=r"passerelle\.example"):
        models.activate("autre")
    models.withdraw(far)
    assert models.active() is None
    assert "mistral" not in table(models).get("consentements", {})


def test_a_consent_does_not_follow_a_profile_to_another_receiver(models: ModelSettings) -> None:
    models.agree(models.save("loin", {"modele": "mistral/petit"}))
    moved = models.save("loin", {"modele": "openai/petit", "adresse": "https://ailleurs.example/v1"})
    assert [row.agreed for row in models.rows() if row.name == "loin"] == [None]
    assert [line.id for line in models.test(moved)] == ["privacy"]
    (models.folder / "reglages.toml").write_text(
        '[modele.profils.main]\nmodele = "mistral/x"\nconsentement = 2026-11-01\n', encoding="utf-8"
    )
    assert models.rows()[1].agreed == dt.date(2026, 11, 1)
    models.save("main", {"modele": "groq/x"})
    assert models.rows()[1].agreed is None
    models.save("main", {"modele": "mistral/x", "consentement": DAY})
    models.withdraw(models.profile("main"))
    assert models.rows()[1].agreed is None


def test_cloud_tags_and_the_local_network_leave(models: ModelSettings) -> None:
    for name, model, address in (
        ("nuage", "gpt-oss:120b-cloud", ""),
        ("voisin", "ministral-3:8b", "http://192.168.1.20:11434"),
    ):
        models.save(name, {"modele": model, "adresse": address})
        with pytest.raises(RefusedInputError):
            models.activate(name)
    assert {row.place for row in models.rows()} == {"intégré", "hébergé"}
    assert models.profile("nuage").party == "ollama.com"


def test_a_key_is_in_none_of_what_is_written_or_shown(models: ModelSettings) -> None:
    far = models.save("loin", {"modele": "mistral/petit", "plafond": 2})
    assert models.keep_key("loin", KEY).endswith("que vous seul pouvez lire.")
    models.agree(far)
    models.activate("loin")
    shown = repr(models.rows()) + repr(models.state()) + models.payload(far)
    assert KEY not in shown
    assert models.rows()[1].key == "fichier"
    kept = [path.name for path in models.folder.iterdir() if KEY in path.read_text(encoding="utf-8")]
    assert kept == ["cles.json"]
    assert "aucun appel, sur un plafond de 2,00\u00a0$" in models.rows()[1].spent
    models.forget_key("loin")
    assert models.rows()[1].key == ""


def test_what_is_damaged_is_shown_and_the_rest_works(models: ModelSettings) -> None:
    (models.folder / "reglages.toml").write_text(
        '[modele]\nactif = "bon"\nprofile = 1\n[modele.profils.bon]\nmodele = "ollama_chat/x"\nadrese = "y"\n'
        '[modele.profils.casse]\ncontexte = 12\n', encoding="utf-8",
    )  # fmt: skip
    rows = models.rows()
    assert (rows[2].place, bool(rows[2].problem)) == ("à corriger", True)
    assert [line.detail for line in models.state() if line.status == "échec"] == [
        "Mot inconnu\u00a0: profile.", "Mot inconnu\u00a0: profils.bon.adrese.",
    ]  # fmt: skip
    models.remove("casse")
    assert len(models.rows()) == 2


@pytest.mark.xdist_group("litellm-child")
def test_a_test_that_passes_is_dated_and_forgotten_when_the_profile_moves(
    models: ModelSettings,
    server: FaultServer,
    home_child: Child,
    lend: Callable[[Child], list[Asked]],
) -> None:
    asked = lend(home_child)
    profile = models.save("local", {"modele": "openai/json", "adresse": server.base("openai")})
    lines = {line.id: line.status for line in models.test(profile)}
    assert asked == [Asked("", True)]
    assert lines["address"] == "ok"
    assert (
        "teste" not in table(models)["profils"]["local"]
    )  # the stub's fixed words are not the object asked for
    models._note("local", "teste", DAY)
    assert models.rows()[1].tested == "2026-11-25"
    models.save("local", {"plafond": 1})
    assert models.rows()[1].tested
    models.save("local", {"modele": "openai/ok"})
    assert models.rows()[1].tested == ""


def test_a_model_that_ollama_passes_on_becomes_hosted(models: ModelSettings, server: FaultServer) -> None:
    profile = models.save("local", {"modele": "ollama_chat/copie", "adresse": server.address})
    assert profile.local
    models.activate("local")
    before = len(server.requests)
    lines = list(models.test(profile))
    assert (lines[-4].id, lines[-4].status) == ("remote", "échec")
    assert "ollama.com" in lines[-4].detail
    assert len(server.requests) == before
    assert models.rows()[1].place == "hébergé"
    assert [line.id for line in models.test(models.profile("local"))] == ["privacy"]


@pytest.mark.xdist_group("litellm-child")
@pytest.mark.parametrize("provider", ["openai", "mistral", "ollama_chat"])
@pytest.mark.parametrize("hosted", [False, True])
def test_what_is_shown_before_consent_is_what_is_sent(
    models: ModelSettings, child: Child, server: FaultServer, provider: str, hosted: bool
) -> None:
    fields = {"modele": f"{provider}/json", "adresse": server.base(provider), "heberge": hosted}
    models.save("p", fields)
    models._note("p", "heberge", hosted)
    profile = models.profile("p")
    prompt = load_prompt("voix")
    messages = voice_messages(EXAMPLE)
    options = {"schema": prompt.schema, "max_tokens": prompt.max_tokens, "temperature": prompt.temperature}
    gateway = Gateway(profile, link=child, environ={})
    gateway.complete(messages, **options)
    sent = [one for one in server.requests if "messages" in one][-1]
    ours = {"path", "authorization", "headers"}
    body = request_body(profile, gateway.payload(messages, **options))
    assert body == {key: value for key, value in sent.items() if key not in ours}
    names = {name.lower() for name in sent["headers"]}
    assert {name for name in names if not name.startswith("x-stainless-")} <= {
        "host", "user-agent", "accept", "accept-encoding", "connection", "content-type", "content-length",
        "authorization",
    }  # fmt: skip
    told = " ".join(value for name, value in sent["headers"].items() if name.lower() != "host")
    assert len(socket.gethostname()) < 4 or socket.gethostname() not in told
    shown = models.payload(profile)
    assert ("06 39 98 12 34" in shown) is not hosted
    assert ("[TEL_1]" in shown) is hosted
    assert "[MAIL_1]" in shown or not hosted
