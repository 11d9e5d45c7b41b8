"""From the rehearsal's voice call to a model's words, when a model is configured. The script stays in command."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Literal, cast

from ascom_coach.models import Gateway, VoiceRequest, active_profile, leaves_machine, speak

if TYPE_CHECKING:
    from ascom_coach.models import ModelProfile
    from ascom_coach.rehearsal import VoiceCall
    from ascom_coach.rehearsal.events import Source

MOODS = (
    "furieux, prêt à raccrocher", "en colère, sec", "agacé, sur la défensive", "calme mais attentif",
    "plutôt rassuré", "satisfait, cordial",
)  # fmt: skip
NEUTRAL = "neutre, professionnel"
NO_CONSENT = (
    "Le modèle réglé est hébergé hors de ce poste, et vous n’avez pas donné votre accord : "
    "les personnages parlent avec le moteur intégré."
)


class ModelVoice:
    """Words lines with a configured model. A failure gives the scripted line, and is told once."""

    def __init__(self, profile: ModelProfile, notify: Callable[[str], None]) -> None:
        self.gateway = Gateway(profile)
        self._notify = notify
        self._told = False

    def __call__(self, call: VoiceCall) -> tuple[str, Source, str]:
        """The words of a line, where they come from, and why when they are the script's."""
        request = VoiceRequest(
            character_name=call.name,
            register=cast("Literal['tutoiement', 'vouvoiement']", call.register),
            style=", ".join(part for part in (call.role, call.style) if part),
            mood_words=NEUTRAL if call.mood is None else MOODS[call.mood],
            max_sentences=call.max_sentences,
            granted=call.granted,
            public_context=call.public_context,
            last_turns=call.last_turns,
            trainee_text=call.trainee_text,
            scripted_line=call.scripted,
            mood_level=call.mood,
        )
        spoken = speak(self.gateway, request)
        if spoken.source == "script" and not self._told:
            self._told = True
            self._notify(f"Le moteur intégré a pris le relais du modèle : {spoken.reason}")
        return spoken.text, spoken.source, spoken.reason

    def close(self) -> None:
        """End the child process."""
        self.gateway.close()


def configured(settings: Mapping[str, Any]) -> ModelProfile | None:
    """The profile of the settings or of the environment; None for the embedded engine. Raises SurroundingsError."""
    return active_profile(settings, os.environ)


def voice_of(settings: Mapping[str, Any], notify: Callable[[str], None]) -> ModelVoice | None:
    """The configured model's voice, warming up in the background; None when there is none or no consent."""
    profile = configured(settings)
    if profile is None:
        return None
    if leaves_machine(profile) and not _consent(settings, profile.name):
        notify(NO_CONSENT)
        return None
    voice = ModelVoice(profile, notify)
    voice.gateway.warm_up()
    return voice


def _consent(settings: Mapping[str, Any], name: str) -> bool:
    """Whether the profile carries a dated agreement (`consentement`)."""
    profile = settings.get("profils", {}).get(name, {})
    return bool(isinstance(profile, Mapping) and profile.get("consentement"))
