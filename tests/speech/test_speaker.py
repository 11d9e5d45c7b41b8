"""Real speech to a real wav, played by a real process; what is missing is said once and the text goes on."""

from __future__ import annotations

import importlib.util
import io
import sys
import threading
import wave
from pathlib import Path

import pytest

from ascom_coach.speech import Speaker, Timbre, missing, synthesise

heard = pytest.mark.skipif(
    importlib.util.find_spec("espeakng_loader") is None, reason="the extra [voix] is not installed"
)
SENTENCE = "Il lui faut une réponse écrite avant onze heures trente."

PLAYER = """
import pathlib, shutil, sys, time
kept, seconds, status = pathlib.Path(sys.argv[1]), float(sys.argv[2]), int(sys.argv[3])
with kept.open("ab") as file:
    file.write(pathlib.Path(sys.argv[4]).read_bytes()[:4] + b"\\n")
time.sleep(seconds)
sys.exit(status)
"""


def player(folder: Path, seconds: float = 0.0, status: int = 0) -> tuple[str, ...]:
    """A player that keeps the first bytes of what it is given, then lasts."""
    script = folder / "lecteur.py"
    script.write_text(PLAYER, encoding="utf-8")
    return (sys.executable, "-S", str(script), str(folder / "joue.txt"), str(seconds), str(status))


@heard
def test_a_sentence_becomes_a_wav_of_a_plausible_length() -> None:
    data, seconds = synthesise(SENTENCE, Timbre(pace=150))
    with wave.open(io.BytesIO(data)) as file:
        assert (file.getnchannels(), file.getsampwidth()) == (1, 2)
        assert file.getnframes() / file.getframerate() == pytest.approx(seconds)
        loudest = max(file.readframes(file.getnframes()))
    assert loudest > 0
    assert 2.0 < seconds < 6.0


@heard
def test_pace_pitch_and_variant_are_heard() -> None:
    usual = synthesise(SENTENCE, Timbre(150, 50, "f2"))
    assert synthesise(SENTENCE, Timbre(150, 50, "f2"))[1] == pytest.approx(usual[1], rel=0.02)
    assert synthesise(SENTENCE, Timbre(100, 50, "f2"))[1] > usual[1] * 1.2
    assert synthesise(SENTENCE, Timbre(150, 80, "f2"))[0] != usual[0]
    assert synthesise(SENTENCE, Timbre(150, 50, "m3"))[0] != usual[0]


@heard
@pytest.mark.parametrize("text", ["", "…", "\x00\x1b[31m", "<speak>", "a" * 5000, "😀 oui"], ids=range(6))
def test_strange_texts_do_not_break_it(text: str) -> None:
    assert synthesise(text, Timbre(pace=450))[1] >= 0


@heard
def test_sentences_are_played_one_after_the_other(tmp_path: Path) -> None:
    problems: list[str] = []
    speaker = Speaker(problems.append, player=player(tmp_path))
    lengths = [speaker.say(text, Timbre(pace=450)).result(10) for text in ("Oui.", "Non.")]
    last = speaker.say("Si.", Timbre(pace=450))
    assert last.result(10) > 0.1
    speaker.close()
    assert all(0.1 < length < 3 for length in lengths)
    assert (tmp_path / "joue.txt").read_bytes().startswith(b"RIFF\n")
    assert problems == []


@heard
def test_stopping_ends_the_player_and_drops_what_waits(tmp_path: Path) -> None:
    speaker = Speaker(lambda sentence: None, player=player(tmp_path, seconds=60))
    first = speaker.say(SENTENCE, Timbre(pace=80))
    waiting = speaker.say("Et ceci n’est jamais dit.", Timbre())
    assert first.result(10) > 3
    speaker.stop()
    assert waiting.result(10) == 0
    after = speaker.say("Oui.", Timbre(pace=450))
    assert 0 < after.result(10) < 3
    speaker.close()
    speaker._thread.join(10)
    assert not speaker._thread.is_alive()


@heard
def test_hearing_again(tmp_path: Path) -> None:
    speaker = Speaker(lambda sentence: None, player=player(tmp_path))
    assert not speaker.again()
    speaker.say("Oui.", Timbre(pace=450)).result(10)
    assert speaker.again()
    speaker.close()


@heard
def test_a_player_that_fails_is_told_once_and_the_voice_goes_silent(tmp_path: Path) -> None:
    told = threading.Event()
    problems: list[str] = []

    def hear(sentence: str) -> None:
        problems.append(sentence)
        told.set()

    speaker = Speaker(hear, player=("/nulle/part/lecteur",))
    speaker.say("Oui.", Timbre())
    assert told.wait(10)
    assert speaker.say("Encore.", Timbre()).result(10) == 0
    speaker.close()
    assert len(problems) == 1
    assert "lecteur" in problems[0]
    assert "texte" in problems[0]


def test_without_the_extra_one_sentence_says_how_to_get_it() -> None:
    if importlib.util.find_spec("espeakng_loader") is None:
        assert "ascom-coach[voix]" in missing()
    else:
        assert missing() == "" or "Aucun lecteur" in missing()


def test_a_speaker_without_a_library_tells_and_answers_at_once(tmp_path: Path) -> None:
    problems: list[str] = []
    told = threading.Event()
    speaker = Speaker(lambda sentence: (problems.append(sentence), told.set())[1], player=player(tmp_path))
    length = speaker.say("Oui.", Timbre(pace=450)).result(10)
    speaker.close()
    if importlib.util.find_spec("espeakng_loader") is None:
        assert length == 0
        assert told.wait(10)
        assert "réinstallez" in problems[0]
    else:
        assert length > 0
