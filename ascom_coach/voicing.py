"""From the rehearsal's voice call to a model's words, when a model is configured. The script stays in command."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, cast

from ascom_coach.errors import CoachError
from ascom_coach.models import (
    INTERLOCUTOR,
    ErrorCode,
    Gateway,
    Ladder,
    LadderFile,
    Routed,
    RouteRequest,
    VoiceRequest,
    active_profile,
    departure_notice,
    french_sentence,
    may_send,
    route,
    speak,
    speak_live,
)

if TYPE_CHECKING:
    from pathlib import Path

    from ascom_coach.models import ModelProfile
    from ascom_coach.rehearsal import RouteCall, RouteReply, VoiceCall
    from ascom_coach.rehearsal.events import Source

MOODS = (
    "furieux, prêt à raccrocher", "en colère, sec", "agacé, sur la défensive", "calme mais attentif",
    "plutôt rassuré", "satisfait, cordial",
)  # fmt: skip
NEUTRAL = "neutre, professionnel"
_CLOSED = "La voix du modèle est fermée."
_LEFT = french_sentence(ErrorCode.CANCELLED)
_BROKEN = "La voix du modèle s’est arrêtée sur une panne imprévue."


class ModelVoice:
    """Words lines and reads unsure questions with a configured model. A failure is told once."""

    def __init__(
        self,
        profile: ModelProfile,
        notify: Callable[[str], None],
        *,
        gateway: Gateway | None = None,
        folder: Path | None = None,
    ) -> None:
        self.gateway = gateway or Gateway(profile, folder=folder)
        self.ladder = Ladder(self.gateway, LadderFile(folder) if folder is not None else None)
        self._notify = notify
        self._told = False
        self._closed = False

    def __call__(self, call: VoiceCall) -> tuple[str, Source, str]:
        """The words of a line, where they come from, and which model and prompt, or why the script. Never raises."""
        source: Source
        if self._closed:
            return call.scripted, "script", _CLOSED
        try:
            request = voice_request(call)
            spoken = (
                speak(self.gateway, request)
                if call.show is None
                else speak_live(self.gateway, request, call.show)
            )
            text, source, reason = spoken.text, spoken.source, spoken.reason
            if source == "modele":
                reason = f"{spoken.model}, consigne {spoken.prompt}{', écourtée' if reason else ''}"
        except Exception:  # noqa: BLE001 - whatever a model brings about, the session goes on
            text, source, reason = call.scripted, "script", _BROKEN
        if source == "script":
            self.tell_once(reason)
        return text, source, reason

    def route(self, call: RouteCall) -> RouteReply:
        """The subject that unsure words are about, or none. Never raises."""
        from ascom_coach.rehearsal import RouteReply

        if self._closed:
            return RouteReply("", _CLOSED)
        try:
            found = route(self.ladder, RouteRequest(call.name, call.choices, call.text, call.before))
        except Exception:  # noqa: BLE001 - whatever a model brings about, the session goes on
            found = Routed("", _BROKEN)
        self.tell_once(found.reason)
        return RouteReply(found.choice, found.reason, found.model, found.prompt)

    def tell_once(self, reason: str) -> None:
        """Say, the first time only, that the embedded engine took over and why."""
        if reason and reason != _LEFT and not self._told and not self._closed:
            self._told = True
            self._notify(
                f"Le moteur intégré a pris le relais du modèle\u00a0: {reason[:1].lower()}{reason[1:]}"
            )

    def cancel(self) -> None:
        """Leave what is being asked, from any thread: the line under way ends there, or is the script's."""
        self.gateway.cancel()

    def close(self) -> None:
        """End the child process. A line under way, and any later one, is the script's."""
        self._closed = True
        self.gateway.close()


def voice_request(call: VoiceCall) -> VoiceRequest:
    """What the model may know of a line to say, and nothing else."""
    from ascom_coach.rehearsal import TRAINEE

    names = {TRAINEE: INTERLOCUTOR, call.who: call.name}
    turns = tuple((names.get(who, who), text) for who, text in call.last_turns)
    if turns and turns[-1] == (INTERLOCUTOR, call.trainee_text):
        turns = turns[:-1]
    return VoiceRequest(
        character_name=call.name,
        register=cast("Literal['tutoiement', 'vouvoiement']", call.register),
        style=", ".join(part for part in (call.role, call.style) if part),
        mood_words=NEUTRAL if call.mood is None else MOODS[call.mood],
        max_sentences=call.max_sentences,
        granted=call.granted,
        public_context=call.public_context,
        last_turns=turns,
        trainee_text=call.trainee_text,
        scripted_line=call.scripted,
        mood_level=call.mood,
    )


def configured(settings: Mapping[str, Any]) -> ModelProfile | None:
    """The profile of the settings or of the environment; None for the embedded engine.

    Raises SurroundingsError or WrongUseError when it cannot be used.
    """
    return active_profile(settings, os.environ)


def voice_of(
    settings: Mapping[str, Any], notify: Callable[[str], None], folder: Path | None = None
) -> ModelVoice | None:
    """The configured model's voice, warming up in the background; `folder` is the person's.

    None, and a notice, when its profile cannot be used or when it leaves the machine without consent; None
    and silence when no model is set.
    """
    try:
        profile = configured(settings)
    except CoachError as error:
        notify(str(error))
        return None
    if profile is None:
        return None
    if not may_send(settings, profile):
        notify(_no_consent(profile))
        return None
    voice = ModelVoice(profile, notify, folder=folder)
    voice.gateway.warm_up()
    return voice


def _no_consent(profile: ModelProfile) -> str:
    return (
        "Votre accord manque pour ce modèle hébergé ailleurs, et le moteur intégré joue à sa place."
        f" {departure_notice(profile)} L’écran Modèle des réglages (ou «\u00a0ascom-coach modele accord\u00a0»)"
        " montre ce qui partirait et recueille votre consentement."
    )
