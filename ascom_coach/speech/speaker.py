"""Sentences said one after the other by a thread of its own: neither the screen nor the quit ever waits for it."""

from __future__ import annotations

import tempfile
import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from pathlib import Path

from ascom_coach.errors import CoachError
from ascom_coach.speech.sound import mute_sentence, start_player, synthesise, system_player
from ascom_coach.speech.timbre import Timbre

_EARLY = 0.3
"""Seconds within which a player that cannot play says so."""
_TAIL = 0.5
"""Seconds a player may need to close after the last sound."""


@dataclass(slots=True)
class _Sentence:
    text: str
    timbre: Timbre
    length: Future[float] = field(default_factory=Future)


class Speaker:
    """A voice. After a failure it says why once, through `on_problem` (called from its thread), and stays silent."""

    def __init__(self, on_problem: Callable[[str], None], *, player: tuple[str, ...] | None = None) -> None:
        self._on_problem = on_problem
        self._player = player or system_player()
        self._waiting: deque[_Sentence] = deque()
        self._wake = threading.Condition()
        self._hush = threading.Event()
        self._closed = False
        self._silent = False
        self._last: _Sentence | None = None
        self._thread = threading.Thread(target=self._run, name="voix", daemon=True)
        self._thread.start()

    def say(self, text: str, timbre: Timbre) -> Future[float]:
        """Queue a sentence. The future gives its length in seconds once it is made, 0 when it will not be heard."""
        sentence = _Sentence(text, timbre)
        sentence.length.set_running_or_notify_cancel()  # a screen that goes cannot cancel it under the thread
        with self._wake:
            if self._closed or self._silent:
                sentence.length.set_result(0.0)
                return sentence.length
            self._last = sentence
            self._waiting.append(sentence)
            self._wake.notify()
        return sentence.length

    def again(self) -> bool:
        """Say the last sentence once more, in the place of what is being said; False when there is none."""
        last = self._last
        if last is None or self._silent or self._closed:
            return False
        self.stop()
        self.say(last.text, last.timbre)
        return True

    def stop(self) -> None:
        """Be quiet now; what waited is dropped."""
        with self._wake:
            dropped, self._waiting = list(self._waiting), deque()
            self._hush.set()
        for sentence in dropped:
            sentence.length.set_result(0.0)

    def close(self) -> None:
        """Be quiet for good. Returns at once; the thread ends by itself."""
        with self._wake:
            self._closed = True
        self.stop()
        with self._wake:
            self._wake.notify()

    def _run(self) -> None:
        with tempfile.TemporaryDirectory(prefix="ascom-voix-", ignore_cleanup_errors=True) as folder:
            while (sentence := self._next()) is not None:
                try:
                    self._speak(sentence, Path(folder) / "voix.wav")
                except CoachError as error:
                    self._give_up(str(error))
                except OSError:
                    self._give_up(
                        "La voix se tait : le disque n’accepte plus de fichier. Le texte reste affiché."
                    )
                finally:
                    if not sentence.length.done():
                        sentence.length.set_result(0.0)

    def _next(self) -> _Sentence | None:
        with self._wake:
            while not self._waiting and not self._closed:
                self._wake.wait()
            if self._closed:
                return None
            self._hush.clear()
            return self._waiting.popleft()

    def _speak(self, sentence: _Sentence, path: Path) -> None:
        if self._player is None:
            self._give_up("Aucun lecteur de son n’est installé : la voix se tait, le texte reste affiché.")
            return
        data, seconds = synthesise(sentence.text, sentence.timbre)
        path.write_bytes(data)
        sentence.length.set_result(seconds)
        if self._hush.is_set():
            return
        stop, failed = start_player(self._player, path)
        try:
            if failed(min(_EARLY, seconds)):
                self._give_up(mute_sentence(self._player))
            elif not self._hush.wait(max(0.0, seconds - _EARLY)):
                failed(_TAIL)
        finally:
            stop()

    def _give_up(self, sentence: str) -> None:
        with self._wake:
            self._silent = True
        self.stop()
        self._on_problem(sentence)
