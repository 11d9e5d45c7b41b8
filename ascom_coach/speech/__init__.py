"""A voice for what people say, optional: French, offline, with nothing downloaded.

    speaker = Speaker(on_problem=…)      # a thread of its own; `say` returns at once
    speaker.say("Bonjour.", timbre_of("cliente", "Mme Vasseur"))
    missing()                            # empty when a voice can be heard here, else one French sentence

`wording` writes a text as it is read aloud (amounts, hours, references), `timbre` gives each person their speed and
pitch, `players` names the system's player; only `sound` touches the library and the player, and `speaker` one wav.

The voice is eSpeak NG (library and French data from the package `espeakng-loader`, extra `[voix]`). It is GPL-3.0 or
later, as this program is; it is loaded in this process and shipped with neither the wheel nor the sources.
"""

from __future__ import annotations

from ascom_coach.speech.players import player_for
from ascom_coach.speech.sound import missing, synthesise
from ascom_coach.speech.speaker import Speaker
from ascom_coach.speech.timbre import Timbre, timbre_of
from ascom_coach.speech.wording import spoken

__all__ = ["Speaker", "Timbre", "missing", "player_for", "spoken", "synthesise", "timbre_of"]
