"""From a call of the rehearsal to a voice: consent, one notice, and a script that always speaks."""

from __future__ import annotations

import datetime as dt

import pytest

from ascom_coach.coach import Coach
from ascom_coach.models import INTERLOCUTOR, Completion, ErrorCode, Gateway, ModelError, load_prompt
from ascom_coach.rehearsal import Rehearsal, Stage, Voice, VoiceCall
from ascom_coach.rehearsal.commands import NextStep, Say
from ascom_coach.scenarios import find_script
from ascom_coach.voicing import ModelVoice, voice_of, voice_request

CALL = VoiceCall(
    "cliente", "Mme Aubin", "cliente", "vouvoiement", "posée", 2, 1, "Depuis jeudi, rien ne marche.",
    (("le jour de la panne", "jeudi"),), "Depuis quand ?",
    (("cliente", "Allô ?"), ("stagiaire", "Depuis quand ?")), "Une laverie.",
)  # fmt: skip


class Fake:
    """A gateway that raises or answers one thing."""

    def __init__(self, outcome: Exception | str) -> None:
        self.outcome = outcome
        self.calls = 0

    def complete(self, *_: object, **__: object) -> Completion:
        self.calls += 1
        if isinstance(self.outcome, Exception):
            raise self.outcome
        return Completion(self.outcome, None, "essai", 0.1, 0.2, 1)


def voice(outcome: Exception | str, notices: list[str]) -> ModelVoice:
    return ModelVoice(None, notices.append, gateway=Fake(outcome))  # type: ignore[arg-type]


def test_a_good_reply_is_said_and_nothing_is_noticed() -> None:
    notices: list[str] = []
    text = "Rien ne marche depuis jeudi, vous entendez ?"
    assert voice(text, notices)(CALL) == (
        text,
        "modele",
        f"essai, consigne voix@{load_prompt('voix').version}",
    )
    assert notices == []


@pytest.mark.parametrize(
    "outcome", [ModelError(ErrorCode.REFUSED), ValueError("secret"), RuntimeError(), "Depuis lundi."]
)
def test_any_failure_gives_the_script_and_one_notice(outcome: Exception | str) -> None:
    notices: list[str] = []
    words = voice(outcome, notices)
    for _ in range(3):
        text, source, reason = words(CALL)
        assert (text, source) == (CALL.scripted, "script")
        assert reason
        assert "secret" not in reason
    assert len(notices) == 1
    assert notices[0].startswith("Le moteur intégré a pris le relais")


def test_a_closed_voice_starts_nothing_again() -> None:
    notices: list[str] = []
    words = voice("Rien ne marche depuis jeudi.", notices)
    words.gateway.close = lambda: None  # type: ignore[method-assign]
    words.close()
    assert words(CALL)[:2] == (CALL.scripted, "script")
    assert (words.gateway.calls, notices) == (0, [])  # type: ignore[attr-defined]


def test_a_long_answer_is_not_asked_for_twice() -> None:
    for seconds, calls in ((0.2, 2), (45.0, 1)):
        fake = Fake("Depuis lundi.")
        answer = Completion("Depuis lundi.", None, "essai", 0.1, seconds, 1)
        fake.complete = lambda *_, fake=fake, answer=answer, **__: (
            setattr(fake, "calls", fake.calls + 1),
            answer,
        )[1]  # type: ignore[method-assign]
        assert ModelVoice(None, lambda _: None, gateway=fake)(CALL)[1] == "script"  # type: ignore[arg-type]
        assert fake.calls == calls


def test_the_request_names_people_and_says_each_thing_once() -> None:
    request = voice_request(CALL)
    assert request.last_turns == (("Mme Aubin", "Allô ?"),)
    assert request.trainee_text == "Depuis quand ?"
    assert request.mood_level == 1
    later = voice_request(
        VoiceCall(**{field: getattr(CALL, field) for field in CALL.__slots__} | {"trainee_text": ""})
    )
    assert later.last_turns[-1] == (INTERLOCUTOR, "Depuis quand ?")


def test_a_models_words_move_no_time() -> None:
    def minutes(voice: Voice | None) -> list[tuple[str, float]]:
        played = Rehearsal(Stage(find_script("chaudiere-du-lundi")), lambda events: None, voice=voice)
        played.start()
        for command in (
            NextStep(),
            Say("Bonjour Madame."),
            Say("Quel est votre numéro de dossier ?"),
            NextStep(),
        ):
            played.do(command)
        return [(type(event).__name__, event.minute) for event in played.events]

    assert minutes(lambda call: (f"{call.scripted} " * 40, "modele", "")) == minutes(None)


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Models whose gateway was started; no child is."""
    names: list[str] = []
    monkeypatch.setattr(Gateway, "warm_up", lambda self: names.append(self.profile.model))
    return names


def settings(**profile: object) -> dict[str, object]:
    return {"actif": "loin", "profils": {"loin": {"modele": "mistral/petit"} | profile}}


def test_no_model_no_voice_and_no_word(started: list[str]) -> None:
    notices: list[str] = []
    assert voice_of({}, notices.append) is None
    assert (notices, started) == ([], [])


@pytest.mark.parametrize("consent", [None, True, "oui", ""])
def test_a_hosted_model_waits_for_a_dated_consent(started: list[str], consent: object) -> None:
    notices: list[str] = []
    assert voice_of(settings(consentement=consent), notices.append) is None
    assert started == []
    assert len(notices) == 1
    assert "Mistral AI (France)" in notices[0]
    assert "consentement" in notices[0]


@pytest.mark.parametrize("consent", [dt.date(2026, 11, 24), "2026-11-24"])
def test_a_dated_consent_opens_the_voice(started: list[str], consent: object) -> None:
    assert voice_of(settings(consentement=consent), pytest.fail) is not None
    assert started == ["mistral/petit"]


def test_a_model_of_one_run_needs_the_consent_of_its_own_provider(
    started: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    given = settings(consentement="2026-11-24")
    monkeypatch.setenv("ASCOM_MODELE", "mistral/grand")
    assert voice_of(given, pytest.fail) is not None
    monkeypatch.setenv("ASCOM_MODELE", "openai/autre")
    assert voice_of(given, lambda _: None) is None
    monkeypatch.setenv("ASCOM_MODELE", "mistral/grand")
    monkeypatch.setenv("ASCOM_ADRESSE", "https://ailleurs.example")
    assert voice_of(given, lambda _: None) is None
    assert started == ["mistral/grand"]


def test_a_local_model_needs_no_consent(started: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASCOM_MODELE", "ollama_chat/petit")
    assert voice_of({}, pytest.fail) is not None
    monkeypatch.setenv("ASCOM_MODELE", "ollama_chat/petit:cloud")
    assert voice_of({}, lambda _: None) is None


def test_settings_that_cannot_be_used_are_told_and_the_session_goes_on(started: list[str]) -> None:
    notices: list[str] = []
    assert voice_of({"actif": "absent", "profils": []}, notices.append) is None
    assert "absent" in notices[0]


def test_the_coach_keeps_one_voice_and_closes_it(started: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    closed: list[str] = []
    monkeypatch.setattr(Gateway, "close", lambda self: closed.append(self.profile.model))
    monkeypatch.setenv("ASCOM_MODELE", "ollama_chat/petit")
    coach = Coach()
    assert coach.voice() is coach.voice() is not None
    assert coach.models.state()[0].detail.startswith("ollama_chat/petit")
    coach.close()
    assert (started, closed) == (["ollama_chat/petit"], ["ollama_chat/petit"])
