"""Each person has a voice of their own, the same every time."""

from __future__ import annotations

import pytest

from ascom_coach.scenarios import load_script, scenario_folders
from ascom_coach.speech import player_for, timbre_of
from ascom_coach.speech.players import WINSOUND


def test_what_the_author_writes_is_heard() -> None:
    slow = timbre_of("x", speed="lente", gender="femme", pitch="aigue")
    fast = timbre_of("x", speed="rapide", gender="homme", pitch="grave")
    assert slow.pace < 140 < fast.pace
    assert slow.woman
    assert not fast.woman
    assert slow.pitch > 60
    assert fast.pitch < 40


def test_manners_change_the_pace_unless_the_author_chose() -> None:
    assert (
        timbre_of("x", manners=["presse"]).pace
        > timbre_of("x").pace
        > timbre_of("x", manners=["confus"]).pace
    )
    assert timbre_of("x", manners=["presse"], speed="normale") == timbre_of("x")


def test_civility_and_role_give_the_gender() -> None:
    assert timbre_of("a", "Mme Vasseur").woman
    assert not timbre_of("a", "M. Castaing").woman
    assert timbre_of("a", "Odile", role="patronne").woman
    assert not timbre_of("a", "Paul", role="gérant").woman


def test_the_pace_of_the_settings_leads_within_what_the_voice_can_do() -> None:
    assert timbre_of("x", pace=100).pace < timbre_of("x", pace=200).pace
    assert timbre_of("x", pace=60, speed="lente").pace == 80
    assert timbre_of("x", pace=1000).pace == 450


def test_people_of_a_shipped_scenario_do_not_sound_alike() -> None:
    for folder in scenario_folders().values():
        people = load_script(folder).scenario.personnages
        voices = {
            timbre_of(
                who, one.nom, role=one.role, manners=one.manieres, gender=one.voix.genre,
                speed=one.voix.vitesse, pitch=one.voix.hauteur,
            )
            for who, one in people.items()
        }  # fmt: skip
        assert len(voices) == len(people)


@pytest.mark.parametrize(
    ("platform", "there", "command"),
    [
        ("win32", [], (WINSOUND,)),
        ("darwin", ["afplay", "aplay"], ("/x/afplay",)),
        ("darwin", ["aplay"], None),
        ("linux", ["aplay", "paplay"], ("/x/paplay",)),
        ("linux", ["pw-play", "aplay"], ("/x/pw-play",)),
        ("linux", ["aplay"], ("/x/aplay", "-q")),
        ("linux", ["afplay"], None),
        ("freebsd14", ["aplay"], ("/x/aplay", "-q")),
    ],
)
def test_the_player_of_each_system(platform: str, there: list[str], command: tuple[str, ...] | None) -> None:
    assert player_for(platform, lambda name: f"/x/{name}" if name in there else None) == command
