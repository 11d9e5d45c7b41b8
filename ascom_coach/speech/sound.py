"""The shell of the room: eSpeak NG through ctypes, wav files, the system's player."""

from __future__ import annotations

import ctypes
import io
import shutil
import subprocess
import sys
import threading
import wave
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from ascom_coach.errors import SurroundingsError
from ascom_coach.speech.players import WINSOUND, player_for
from ascom_coach.speech.timbre import Timbre
from ascom_coach.speech.wording import spoken

# speak_lib.h, eSpeak NG 1.52: AUDIO_OUTPUT_SYNCHRONOUS, espeakINITIALIZE_DONT_EXIT, espeakRATE, espeakPITCH,
# POS_CHARACTER, espeakCHARS_UTF8.
_SYNCHRONOUS, _DONT_EXIT, _RATE, _PITCH, _CHARACTERS, _UTF8 = 2, 0x8000, 1, 3, 1, 1
_INSTALL = 'pip install "ascom-coach[voix]"'
_ALREADY = threading.Lock()


def missing() -> str:
    """Why no voice can be heard here, in one sentence; empty when it can."""
    try:
        import espeakng_loader
    except ImportError:
        return f"La voix n’est pas installée (commande : {_INSTALL}) ; le texte s’affiche au rythme de la parole."
    if not Path(espeakng_loader.get_library_path()).is_file():
        return f"La voix est incomplète : réinstallez-la ({_INSTALL}) ; le texte reste affiché."
    if system_player() is None:
        return (
            "Aucun lecteur de son n’est installé (paplay, pw-play, aplay ou afplay) : la voix reste muette, le texte"
            " s’affiche."
        )
    return ""


def system_player() -> tuple[str, ...] | None:
    """The player of this system, None when there is none."""
    return player_for(sys.platform, shutil.which)


class _Synthesiser:
    """The library, once per process: it keeps one voice for everybody, so one text at a time."""

    def __init__(self) -> None:
        import espeakng_loader

        self._library: Any = ctypes.CDLL(espeakng_loader.get_library_path())
        data = espeakng_loader.get_data_path()
        encoded = data.encode("mbcs" if sys.platform == "win32" else sys.getfilesystemencoding())
        self._library.espeak_Initialize.argtypes = [ctypes.c_int, ctypes.c_int, ctypes.c_char_p, ctypes.c_int]
        self.rate = int(self._library.espeak_Initialize(_SYNCHRONOUS, 0, encoded, _DONT_EXIT))
        if self.rate <= 0:
            raise OSError("espeak_Initialize")
        self._library.espeak_Synth.argtypes = [
            ctypes.c_char_p, ctypes.c_size_t, ctypes.c_uint, ctypes.c_int, ctypes.c_uint, ctypes.c_uint,
            ctypes.c_void_p, ctypes.c_void_p,
        ]  # fmt: skip
        self._chunks: list[bytes] = []
        kind = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p)
        self._callback = kind(self._take)
        self._library.espeak_SetSynthCallback(self._callback)

    def _take(self, samples: Any, count: int, events: Any) -> int:
        if samples and count > 0:
            self._chunks.append(ctypes.string_at(samples, count * 2))
        return 0

    def samples(self, text: str, timbre: Timbre) -> bytes:
        self._chunks = []
        if self._library.espeak_SetVoiceByName(f"fr+{timbre.variant}".encode()):
            self._library.espeak_SetVoiceByName(b"fr")
        self._library.espeak_SetParameter(_RATE, timbre.pace, 0)
        self._library.espeak_SetParameter(_PITCH, timbre.pitch, 0)
        data = text.encode() + b"\0"
        status = self._library.espeak_Synth(data, len(data), 0, _CHARACTERS, 0, _UTF8, None, None)
        self._library.espeak_Synchronize()
        if status:
            raise OSError("espeak_Synth")
        return b"".join(self._chunks)


@cache
def _synthesiser() -> _Synthesiser:
    return _Synthesiser()


def synthesise(text: str, timbre: Timbre) -> tuple[bytes, float]:
    """A wav (mono, 16 bits) of a written French text, and its length in seconds. Raises SurroundingsError."""
    try:
        with _ALREADY:
            voice = _synthesiser()
            samples = voice.samples(spoken(text), timbre)
    except (ImportError, OSError, AttributeError, RuntimeError):
        raise SurroundingsError(
            f"La voix ne démarre pas ici : réinstallez-la ({_INSTALL}) ; le texte reste affiché."
        ) from None
    buffer = io.BytesIO()
    with wave.open(buffer, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(voice.rate)
        file.writeframes(samples)
    return buffer.getvalue(), len(samples) / 2 / voice.rate


def start_player(player: tuple[str, ...], path: Path) -> tuple[Callable[[], None], Callable[[float], bool]]:
    """Begin to play a wav: (a function that stops it, a function that waits some seconds and tells if it failed).

    Raises SurroundingsError when the player cannot even start.
    """
    if player[0] == WINSOUND:
        return _start_windows(path)
    try:
        process = subprocess.Popen(
            [*player, str(path)], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
    except OSError:
        raise _mute(player) from None

    def stop() -> None:
        process.kill()
        process.wait()

    def failed(seconds: float) -> bool:
        try:
            return process.wait(seconds) != 0
        except subprocess.TimeoutExpired:
            return False

    return stop, failed


def _start_windows(path: Path) -> tuple[Callable[[], None], Callable[[float], bool]]:
    import importlib

    try:
        winsound: Any = importlib.import_module("winsound")
        winsound.PlaySound(str(path), winsound.SND_FILENAME | winsound.SND_ASYNC | winsound.SND_NODEFAULT)
    except (ImportError, RuntimeError):
        raise _mute((WINSOUND,)) from None
    return lambda: winsound.PlaySound(None, 0), lambda seconds: False


def _mute(player: tuple[str, ...]) -> SurroundingsError:
    return SurroundingsError(
        f"Le lecteur de son « {Path(player[0]).stem} » ne marche pas ici : la voix se tait, le texte reste affiché."
    )


def mute_sentence(player: tuple[str, ...]) -> str:
    """What to say when the player gave up."""
    return str(_mute(player))
