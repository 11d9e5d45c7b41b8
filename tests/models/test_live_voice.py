"""A line shown sentence by sentence: nothing ungranted flashes by, and what was shown is what stands."""

from __future__ import annotations

import io
import json
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from ascom_coach.cli.live_lines import LiveLines
from ascom_coach.models import Clocks, Gateway, Spoken, check_reply, speak_live
from ascom_coach.models.child.process import Child
from ascom_coach.models.guard.beginning import sentence_ends, weigh_beginning
from ascom_coach.models.tasks.partial_reply import words_so_far
from ascom_coach.rehearsal import Event, Live, Rehearsal, Stage, commands
from ascom_coach.rehearsal.events import Said
from ascom_coach.scenarios import find_script
from ascom_coach.voicing import ModelVoice

from .talking_server import HangUpError, TalkingServer
from .test_guard import GOOD, NOTHING_GRANTED, REQUEST

child_group = pytest.mark.xdist_group("litellm-child")
FACT = "La livraison est prévue jeudi 14 mars à 9 h 30."
THANKS = "Voilà, vous savez tout."


# Reading an answer that is still coming


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        (FACT, "{}"),
        ("Il a dit « c’est cassé »… puis rien.", "{}"),
        ('Un "mot" entre guillemets, une \\ barre\nune ligne.', "{}"),
        ("Un clin d’œil \U0001f609 en passant.", "```json\n{}\n```"),
    ],
)
@pytest.mark.parametrize("ascii_only", [False, True])
def test_the_words_grow_and_never_change(text: str, shape: str, ascii_only: bool) -> None:
    answer = shape.format(json.dumps({"replique": text}, ensure_ascii=ascii_only))
    before = ""
    whole = False
    for cut in range(len(answer) + 1):
        found = words_so_far(answer[:cut])
        if found is None:
            assert not before
            continue
        words, whole = found
        assert words.startswith(before)
        assert text.startswith(words)
        before = words
    assert (before, whole) == (text, True)


@pytest.mark.parametrize(
    "answer",
    [
        "",
        "Bonjour. Je vous écoute.",
        '{"autre": "Bonjour."',
        '["Bonjour."',
        'D’accord : {"replique": "Oui."}',
    ],
)
def test_only_the_form_asked_for_is_read_before_its_end(answer: str) -> None:
    assert words_so_far(answer) is None


def test_where_sentences_end() -> None:
    words = "C’est M. Kessler ! Le 14.03 à 9 h 30, dit-il… « Oui. » Appelez le réf. 12 et J. Dupont. Puis"
    ends = [words[:end] for end in sentence_ends(words, whole=False)]
    assert [end[-6:] for end in ends] == ["sler !", "it-il…", "Oui. »", "upont."]
    assert sentence_ends(words, whole=True)[-1] == len(words)
    assert sentence_ends("Le prix est 12.", whole=False) == []
    assert sentence_ends(" ", whole=True) == []


# What may be shown of a line


@pytest.mark.parametrize(
    ("beginning", "verdict"),
    [
        (FACT, "montrer"),
        (f"Alors, je regarde. {FACT}", "montrer"),
        ("Alors, je regarde.", "attendre"),  # the news is not said yet
        ("La livraison est prévue jeudi 15 mars à 9 h 30.", "refuser"),
        ("Bertrand Colin vous le dira, je crois que oui.", "refuser"),
        ("Je te le dis tout de suite.", "refuser"),
        ("Madame, monsieur, voici votre réponse.", "refuser"),
        ("En tant qu’IA, je regarde.", "refuser"),
        ("The delivery is on Thursday and you will have it.", "refuser"),
        ("The delivery is here and you will have it.", "attendre"),  # the rest may be French
        (f"{FACT} \x1b[2J", "refuser"),
    ],
)
def test_a_beginning_is_shown_awaited_or_refused(beginning: str, verdict: str) -> None:
    assert weigh_beginning(beginning, REQUEST)[0] == verdict


@pytest.mark.parametrize(
    ("beginning", "verdict"),
    [
        ("Bonjour Madame.", "attendre"),  # two words tell no language
        ("Delivery tomorrow morning guaranteed.", "attendre"),
        ("Absolument ! Certainement ! Évidemment ! Bravo !", "refuser"),  # four sentences
        ("Oui, tout à fait, c’est bien ça.", "attendre"),  # 480 euros: the trainee's own figure
        ("Je ne sais pas encore, voyez plus tard.", "montrer"),
    ],
)
def test_a_beginning_without_news(beginning: str, verdict: str) -> None:
    assert weigh_beginning(beginning, NOTHING_GRANTED)[0] == verdict


def test_a_denial_is_not_shown_without_its_denial() -> None:
    request = replace(REQUEST, granted=(("qui signe", "le gérant"),), scripted_line="Le gérant ne signe pas.")
    assert weigh_beginning("Pour le gérant, c’est lui que vous avez vu.", request)[0] == "attendre"
    assert weigh_beginning("Le gérant ne signe pas, vous savez.", request)[0] == "montrer"


@pytest.mark.parametrize("reply", GOOD)
def test_what_passes_whole_is_refused_nowhere_and_what_is_shown_passes(reply: str) -> None:
    for end in sentence_ends(reply, whole=True):
        verdict, reason = weigh_beginning(reply[:end], REQUEST)
        assert verdict != "refuser", reason
        if verdict == "montrer":
            assert check_reply(reply[:end], REQUEST) is None


# Through the child


def words(*pieces: str) -> Iterator[str]:
    """An answer in the form asked for, piece by piece."""
    yield '{"replique": "'
    yield from pieces
    yield '"}'


def live(
    child: Child, talk: TalkingServer, shown: list[str], clocks: Clocks | None = None, **more: Any
) -> Spoken:
    gateway = Gateway(talk.profile(), link=child, sleep=lambda _: None, clocks=clocks)
    return speak_live(gateway, more.get("request", REQUEST), more.get("show", shown.append))


@child_group
def test_a_sentence_is_shown_before_the_last_word_is_sent(child: Child, talk: TalkingServer) -> None:
    seen = threading.Event()
    in_time: list[bool] = []

    def drip(body: Any) -> Iterator[str]:
        yield '{"replique": "'
        for word in FACT.split(" "):
            yield f"{word} "
        in_time.append(seen.wait(10))
        yield f'{THANKS}"}}'

    talk.say = drip
    shown: list[str] = []

    def show(text: str) -> None:
        shown.append(text)
        seen.set()

    spoken = live(child, talk, shown, show=show)
    assert in_time == [True]
    assert shown == [FACT, f"{FACT} {THANKS}"]
    assert (spoken.text, spoken.source, spoken.reason) == (shown[-1], "modele", "")


@child_group
def test_a_value_nobody_granted_ends_the_line_before_it(child: Child, talk: TalkingServer) -> None:
    never = threading.Event()

    def drip(body: Any) -> Iterator[str]:
        yield '{"replique": "' + FACT + " Comptez 350 euros. "
        talk.left.wait(5)
        for _ in range(1000):  # the line is dropped: a write soon fails
            yield "Et voilà. "
            never.wait(0.01)

    talk.say = drip
    shown: list[str] = []
    spoken = live(child, talk, shown)
    assert shown == [FACT]
    assert (spoken.text, spoken.source) == (FACT, "modele")
    assert "350" in spoken.reason
    assert len(talk.bodies) == 1, "what was shown stands: nothing is asked again"


@child_group
def test_a_bad_first_sentence_is_asked_again_and_shown_never(child: Child, talk: TalkingServer) -> None:
    answers = [words("Comptez 350 euros. ", FACT), words(FACT)]
    talk.say = lambda body: answers.pop(0)
    shown: list[str] = []
    assert live(child, talk, shown).text == FACT
    assert shown == [FACT]
    answers = [words("Comptez 350 euros."), words("Je regarde, un instant. ", "Voilà.")]
    spoken = live(child, talk, shown)
    assert (spoken.text, spoken.source) == (REQUEST.scripted_line, "script")
    assert "non dit" in spoken.reason
    assert shown == [FACT]


@child_group
@pytest.mark.parametrize("after_a_sentence", [True, False])
@pytest.mark.parametrize("failure", ["stall", "hang up"])
def test_a_line_that_breaks_off(
    child: Child, talk: TalkingServer, failure: str, after_a_sentence: bool
) -> None:
    done = threading.Event()

    def drip(body: Any) -> Iterator[str]:
        yield '{"replique": "' + (f"{FACT} Et pour " if after_a_sentence else "La livraison est pré")
        if failure == "hang up":
            raise HangUpError
        done.wait(10)

    talk.say = drip
    shown: list[str] = []
    spoken = live(child, talk, shown, Clocks(connect=2, first_word=5, silence=0.3, total=10))
    done.set()
    assert spoken.reason
    if after_a_sentence:
        assert shown == [FACT]
        assert (spoken.text, spoken.source) == (FACT, "modele")
    else:
        assert shown == []
        assert (spoken.text, spoken.source) == (REQUEST.scripted_line, "script")


@child_group
def test_who_waits_no_longer_is_freed_at_once(child: Child, talk: TalkingServer) -> None:
    done = threading.Event()

    def drip(body: Any) -> Iterator[str]:
        yield '{"replique": "' + FACT + " Et"
        done.wait(10)

    talk.say = drip
    gateway = Gateway(talk.profile(), link=child)
    left: list[float] = []

    def leave(_: str) -> None:
        def cancel() -> None:
            left.append(time.monotonic())
            gateway.cancel()

        threading.Timer(0.05, cancel).start()

    spoken = speak_live(gateway, REQUEST, leave)
    took = time.monotonic() - left[0]
    done.set()
    assert (spoken.text, spoken.source) == (FACT, "modele")
    assert "annulée" in spoken.reason
    assert took < 0.1


@child_group
def test_odd_answers_show_nothing_that_does_not_stand(child: Child, talk: TalkingServer) -> None:
    other = "C’est jeudi 14 mars à 9 h 30, je crois."
    cases: dict[str, tuple[list[str], list[str], str]] = {
        "bare text is read whole": ([f"{FACT} {THANKS}"], [], f"{FACT} {THANKS}"),
        "a thought before": ([f"Il faut la date. {FACT}</think>", *words(FACT)], [FACT], FACT),
        "a thought aloud": ([f"Il faut la date. {FACT} ", "Bon. </think>", *words(FACT)], [], FACT),
        "a key said twice": (['{"replique": "', FACT, f' ", "replique": "{other}"}}'], [FACT], FACT),
        "words after the object": ([*words(FACT), " Voilà !"], [FACT], FACT),
        "too many sentences": ([*words(FACT, " Bon.", " Bien.", " Voilà.", " Au revoir.")], [], ""),
        "a lone half of a sign": (['{"replique": "', f'{FACT} \\ud800 zut."}}'], [FACT], FACT),
    }
    for name, (pieces, expected, text) in cases.items():
        talk.say = lambda body, pieces=pieces: iter(pieces)  # type: ignore[misc]
        shown: list[str] = []
        spoken = live(child, talk, shown)
        assert spoken.source == "modele", name
        assert spoken.text == (text or shown[-1]), name
        if text:
            assert shown == expected, name
        assert len(shown) < 4
        assert check_reply(spoken.text, REQUEST) is None, name


# A turn of a session

SCRIPT = find_script("chaudiere-du-lundi")


def session(
    child: Child, talk: TalkingServer, told: list[str], live: Live | None
) -> tuple[Rehearsal, list[Event]]:
    voice = ModelVoice(
        talk.profile(), told.append, gateway=Gateway(talk.profile(), link=child, sleep=lambda _: None)
    )
    kept: list[Event] = []
    played = Rehearsal(Stage(SCRIPT), kept.extend, voice=voice)
    played.start("Léa")
    played.do(commands.NextStep())
    played.live = live
    return played, kept


def obeying(body: dict[str, Any]) -> Iterator[str]:
    """Words the line it is given, in two sentences."""
    user = body["messages"][-1]["content"]
    line = user.partition("sans rien y ajouter) :\n")[2].partition("\n\n")[0]
    yield json.dumps({"replique": line}, ensure_ascii=False)[:-2]
    yield ' Voilà, vous savez tout."}'


@child_group
def test_the_journal_keeps_what_was_shown_with_its_source(child: Child, talk: TalkingServer) -> None:
    talk.say = obeying
    shown: list[tuple[tuple[str, str], ...]] = []
    told: list[str] = []
    played, kept = session(child, talk, told, shown.append)
    kept.clear()
    played.do(commands.Say("Quel est votre numéro de dossier ?"))
    said = [event for event in kept if isinstance(event, Said)]
    assert shown[0][0] == ("stagiaire", "Quel est votre numéro de dossier ?")
    assert shown[-1] == tuple((one.who, one.text) for one in said)
    assert len(shown) > 1
    assert [one.source for one in said] == ["stagiaire", "modele"]
    assert said[-1].engine.startswith("openai/essai, consigne voix@")
    assert told == []


@child_group
def test_who_hushes_gets_the_script_for_the_rest_and_no_notice(child: Child, talk: TalkingServer) -> None:
    done = threading.Event()
    told: list[str] = []
    played, kept = session(child, talk, told, lambda lines: None)
    kept.clear()

    def stuck(body: Any) -> Iterator[str]:
        yield '{"replique": "Je'
        threading.Thread(target=played.hush).start()
        done.wait(10)

    talk.say = stuck
    asked = len(talk.bodies)
    played.do(commands.Say("Bonjour Madame, je comprends, excusez-nous. Quel est votre numéro de dossier ?"))
    done.set()
    said = [event for event in kept if isinstance(event, Said)]
    assert {one.source for one in said} == {"stagiaire", "script"}
    assert len(talk.bodies) == asked + 1, "the rest of the turn asks nothing any more"
    assert told == []
    talk.say = obeying
    played.do(commands.Say("Quel est votre numéro de dossier ?"))
    assert len(talk.bodies) > asked + 1, "the next turn is asked for as before"


def test_a_terminal_gets_each_word_once() -> None:
    played = Rehearsal(Stage(SCRIPT), lambda events: None)
    played.start("Léa")
    played.do(commands.NextStep())
    out = io.StringIO()
    lines = LiveLines(out, lambda who: who.upper())
    mine = ("stagiaire", "Bonjour.")
    lines.show((mine, ("cliente", "Allô.")))
    lines.show((mine, ("cliente", "Allô. Enfin !")))
    lines.show((mine, ("cliente", "Allô. Enfin !"), ("gerant", "Oui ?")))
    events = played.do(commands.Say("Bonjour."))
    heard = next(event for event in events if isinstance(event, Said) and event.who != "stagiaire")
    told = [replace(heard, who="cliente", text="Allô. Enfin !"), replace(heard, who="gerant", text="Oui ?")]
    script = replace(heard, text="Autre chose.")
    assert lines.settle([*told, script]) == [script]
    assert out.getvalue() == "CLIENTE : Allô. Enfin !\nGERANT : Oui ?\n"
    assert lines.settle(told) == told, "a turn that showed nothing is told whole"
