from __future__ import annotations

import pytest

from ascom_coach.errors import CoachError, SurroundingsError, WrongUseError
from ascom_coach.models import active_profile, departure_notice, leaves_machine, make_profile, odd_keys

SETTINGS = {
    "actif": "maison",
    "profils": {
        "maison": {"modele": "ollama_chat/petit", "adresse": "http://127.0.0.1:11434/", "contexte": 4096},
        "loin": {"modele": "mistral/grand", "cle_env": "MISTRAL_API_KEY", "masquage": False},
        "casse": {"adresse": "http://127.0.0.1"},
        "court": {"modele": "a/b", "contexte": 12},
    },
}


def test_no_model_by_default() -> None:
    assert active_profile({}, {}) is None
    assert active_profile(SETTINGS, {"ASCOM_MODELE": "integre"}) is None


def test_the_settings_choose() -> None:
    profile = active_profile(SETTINGS, {})
    assert profile is not None
    assert (profile.name, profile.model, profile.address, profile.context) == (
        "maison",
        "ollama_chat/petit",
        "http://127.0.0.1:11434",
        4096,
    )
    assert profile.local


def test_the_environment_wins() -> None:
    other = active_profile(SETTINGS, {"ASCOM_MODELE": "loin", "ASCOM_CLE": "x"})
    assert other is not None
    assert (other.name, other.key_env, other.mask) == ("loin", "ASCOM_CLE", False)
    free = active_profile({}, {"ASCOM_MODELE": "petit:8b", "ASCOM_ADRESSE": "http://localhost:8080/v1"})
    assert free is not None
    assert (free.model, free.local, free.key_env) == ("openai/petit:8b", True, None)


def test_a_key_never_enters_a_profile() -> None:
    profile = active_profile({}, {"ASCOM_MODELE": "openai/x", "ASCOM_CLE": "canari"})
    assert "canari" not in repr(profile)


@pytest.mark.parametrize("name", ["absent", "casse", "court"])
def test_faulty_settings_are_named(name: str) -> None:
    with pytest.raises(SurroundingsError, match=name):
        active_profile(SETTINGS | {"actif": name}, {})


@pytest.mark.parametrize(
    ("model", "address", "local"),
    [
        ("ollama_chat/petit", None, True),
        ("petit:8b", None, True),
        ("ollama_chat/petit", "http://[::1]:11434", True),
        ("ollama_chat/petit", "http://127.8.0.1", True),
        ("lm_studio/petit", None, True),
        ("ollama_chat/grand:cloud", None, False),
        ("ollama_chat/grand:120b-cloud", None, False),
        ("ollama_chat/petit", "http://192.168.1.20:11434", False),
        ("openai/x", "http://127.0.0.1.lac.example/v1", False),
        ("openai/x", "http://localhost.lac.example/v1", False),
        ("openai/x", None, False),
        ("mistral/x", None, False),
    ],
)
def test_what_stays_on_the_machine(model: str, address: str | None, local: bool) -> None:
    profile = make_profile("p", model, address=address)
    assert profile.local is local
    assert leaves_machine(profile) is not local
    assert ("Rien ne sort" in departure_notice(profile)) is local


def test_who_receives() -> None:
    assert "Mistral AI (France)" in departure_notice(make_profile("p", "mistral/x"))
    assert "réseau local" in departure_notice(
        make_profile("p", "ollama_chat/x", address="http://192.168.1.20")
    )
    assert "localhost" not in departure_notice(make_profile("p", "x:cloud", address="http://localhost:11434"))


@pytest.mark.parametrize("address", ["ftp://lac.example", "http://", "http://moi:secret@lac.example/v1"])
def test_an_odd_address_is_refused_without_repeating_it(address: str) -> None:
    with pytest.raises(WrongUseError) as caught:
        make_profile("p", "openai/x", address=address)
    assert "secret" not in str(caught.value)


def test_an_empty_name_is_refused() -> None:
    with pytest.raises(CoachError):
        make_profile("p", "  ")


def test_a_model_of_one_run_keeps_to_the_ceiling_set_for_its_receiver() -> None:
    settings = {
        "profils": {
            "a": {"modele": "mistral/petit", "plafond": 3},
            "b": {"modele": "mistral/grand", "plafond": 2},
            "c": {"modele": "openai/x", "plafond": 1},
        }
    }
    for model, ceiling in (("mistral/autre", 2.0), ("groq/x", None)):
        profile = active_profile(settings, {"ASCOM_MODELE": model})
        assert profile is not None
        assert profile.ceiling == ceiling


@pytest.mark.parametrize(
    ("model", "address", "party"),
    [
        ("mistral/x", None, "mistral"),
        ("openai/x", "https://API.lac.example:8443/v1", "openai@api.lac.example:8443"),
        ("ollama_chat/x", None, "ollama_chat@127.0.0.1:11434"),
        ("ollama_chat/x:cloud", None, "ollama.com"),
    ],
)
def test_who_is_spoken_to(model: str, address: str | None, party: str) -> None:
    assert make_profile("p", model, address=address).party == party


def test_an_address_that_is_not_encrypted_is_told() -> None:
    for model, address, told in (
        ("openai/x", "http://lac.example/v1", True),
        ("openai/x", "https://lac.example/v1", False),
        ("openai/x", "http://127.0.0.1:8080/v1", False),
        ("ollama_chat/x:cloud", None, False),
        ("mistral/x", None, False),
    ):
        assert ("pas chiffrée" in departure_notice(make_profile("p", model, address=address))) is told


def test_words_that_nothing_reads_are_named() -> None:
    assert odd_keys(SETTINGS) == []
    odd = {"actif": "x", "profil": {}, "profils": {"p": {"modele": "x", "clef": "y"}, "q": 3}}
    assert odd_keys(odd) == ["profil", "profils.p.clef"]
