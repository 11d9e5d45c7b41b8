"""What was said aloud is not denied afterwards.

A question that seems to be about nothing held here, or about what somebody else holds, is held against what the person
spoken to said: points of the instruction, facts told that it names, the fact told last.

Only what was already said comes back, in the same words.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from ascom_coach.language import plain, stems
from ascom_coach.rehearsal.again import heard_from, own_words
from ascom_coach.rehearsal.clarifying import BEHIND
from ascom_coach.rehearsal.stage import SAID, answers_held
from ascom_coach.rehearsal.turn import Turn
from ascom_coach.rehearsal.understanding import Reading
from ascom_coach.rehearsal.understanding.choice import SURE
from ascom_coach.rehearsal.understanding.ellipsis import leans
from ascom_coach.rehearsal.understanding.evidence import ABOUT_THE_GAME
from ascom_coach.rehearsal.understanding.precisely import answers_otherwise, asked_precisely, held_precisely
from ascom_coach.rehearsal.understanding.questions import addresses, expects
from ascom_coach.scenarios.schema import Fact, Point

NAMING = 4
"""Letters from which a stem may name something."""
MOST = 0.6
"""Share of what a yes or no question names that was said, for it to be about what was said."""
_CLEFT = re.compile(r"(?<!\w)c'est (?:bien |donc |pas )?(?:nous|vous|toi|moi|lui|elles?|eux) qui(?!\w)")
_EMPTY = """
heure jour date moment fois nombre nom chose tard juste exactement précisément environ total maximum minimum déjà encore
vraiment veut veulent voudrait demande demander
dire dites sais savez peux pouvez dois faut veux voulez faire fait avoir être avez sera serait était mettre
aller un deux trois quatre cinq six sept huit neuf dix onze douze quinze vingt trente cent mille quand combien comment
final finalement pourquoi quelle quoi avant après tous tout toute
"""
_NO_THING = frozenset(stem for word in re.findall(r"\w+", _EMPTY) for stem in stems(word) or (plain(word),))
"""Stems that name nothing by themselves, or only the kind of answer."""


@dataclass(frozen=True, slots=True)
class Recalled:
    """What was said that a reading asks for: points to say again, or a fact told."""

    points: tuple[Point, ...] = ()
    fact: str = ""


def recalled(
    turn: Turn, who: str, readings: Sequence[Reading], held: Collection[str]
) -> tuple[list[Reading], list[Point]]:
    """The readings, those that ask for a fact told made sure of it, and the points that others ask to hear again."""
    kept: list[Reading] = []
    points: list[Point] = []
    for reading in readings:
        found = _recall(turn, who, reading, held) if _would_be_denied(reading, held) else None
        if found is None:
            kept.append(reading)
            continue
        points += found.points
        if found.fact:
            kept.append(replace(reading, decision="fait", facts=(found.fact,), decoy=""))
    return kept, points


def _would_be_denied(reading: Reading, held: Collection[str]) -> bool:
    """Whether a question obtains nothing that the person spoken to holds."""
    if not reading.asking:
        return False
    if reading.decision == "clarifier":
        least = BEHIND * reading.candidates[0][1]
        return not any(fact in held and score >= least for fact, score in reading.candidates)
    return not set(reading.facts) & set(held)


def _recall(turn: Turn, who: str, reading: Reading, held: Collection[str]) -> Recalled | None:
    if named := _told_by_name(turn, reading, held):
        return Recalled(fact=named)
    if last := _just_told(turn, reading, held):
        return Recalled(fact=last)
    if reading.decoy in ABOUT_THE_GAME:
        return None
    if quoted := _in_its_words(turn, who, reading.text):
        return Recalled(quoted)
    if reading.facts and addresses(reading.text):
        return None
    points = _points(turn, who, reading)
    return Recalled(points) if points else None


def _told_by_name(turn: Turn, reading: Reading, held: Collection[str]) -> str:
    """The fact told of which a question says one of the author's keywords and names nothing else, the last one told."""
    said = set(stems(reading.text))
    found: list[tuple[int, str]] = []
    for key in turn.state.told:
        if key not in held:
            continue
        fact = turn.stage.script.scenario.fact(key)
        most = max((len(word.split()) for word in fact.mots_cles if _says(reading.text, word)), default=0)
        left = said - _NO_THING - {stem for source in words_of(fact) for stem in stems(source)}
        if most and not left and _may_answer(fact, turn.state.told[key], reading.text):
            found.append((most, key))
    best = max((most for most, _ in found), default=0)
    return next((key for most, key in reversed(found) if most == best), "")


def _says(text: str, keyword: str) -> bool:
    """Whether a text holds the words that name something in a keyword, or the keyword itself when none does."""
    named = set(stems(keyword))
    return (
        named <= set(stems(text)) if named else f" {' '.join(bare(keyword))} " in f" {' '.join(bare(text))} "
    )


def _may_answer(fact: Fact, value: str, text: str) -> bool:
    """Whether a fact may give the kind of answer that a question calls for."""
    kind, held = _kind(text), answers_held(value)
    if kind and held and kind not in held and all(expects(question) != kind for question in fact.questions):
        return False
    return not answers_otherwise(asked_precisely(text), held_precisely(value), fact.questions)


def _just_told(turn: Turn, reading: Reading, held: Collection[str]) -> str:
    """The fact told last, when a question names nothing else and asks for the kind of answer that it gave."""
    last, kind = turn.state.last_fact, expects(reading.text)
    if last not in held or last not in turn.state.told or not kind or leans(reading.text):
        return ""
    fact = turn.stage.script.scenario.fact(last)
    value = turn.state.told[last]
    named = naming(reading.text) - {stem for source in words_of(fact) for stem in stems(source)}
    if named or kind not in answers_held(value):
        return ""
    wanted = asked_precisely(reading.text)
    return "" if answers_otherwise(wanted, held_precisely(value), fact.questions) else last


def _points(turn: Turn, who: str, reading: Reading) -> tuple[Point, ...]:
    """The point heard from `who` that a question is about: by its words, or by those of the fact that it asks for."""
    heard = heard_from(turn, who)
    if not heard:
        return ()
    kind, named = _kind(reading.text), naming(reading.text) - _people(turn)
    other = _asked_elsewhere(turn, reading)
    if not named and (alone := _only_of_kind(heard, reading.text)):
        return alone
    scored: list[tuple[float, Point]] = []
    for point, own in zip(heard, own_words(heard), strict=True):
        said = set(stems(point.dit))
        if kind and kind not in answers_held(point.dit) and kind != "raison":
            continue
        shared, by_fact = named & said, other & (said if kind else own)
        about = bool(shared) if kind else len(shared) >= max(1, MOST * len(named))
        if about or len(by_fact) + bool(kind) > 1:
            scored.append((len(shared) + 0.5 * len(by_fact), point))
    if not scored:
        return ()
    best = max(score for score, _ in scored)
    return tuple(point for score, point in scored if score == best)[:1]


def _in_its_words(turn: Turn, who: str, text: str) -> tuple[Point, ...]:
    """The point that the author expects to be asked again in these very words."""
    said = bare(text)
    return tuple(
        point for point in heard_from(turn, who) if any(bare(one) == said for one in point.questions)
    )[:1]


def bare(text: str) -> list[str]:
    """The words of a text, without accents, capitals or marks: two texts of the same words are the same question."""
    return re.findall(r"\w+", plain(text))


def _only_of_kind(heard: Sequence[Point], text: str) -> tuple[Point, ...]:
    """The one point that holds what « ils sont combien ? » asks for, when the question names nothing."""
    wanted = asked_precisely(text)
    found = [point for point in heard if wanted and wanted in held_precisely(point.dit)]
    return tuple(found) if len(found) == 1 else ()


def _asked_elsewhere(turn: Turn, reading: Reading) -> set[str]:
    """The stems that name what somebody else holds and a question surely asks for."""
    if not reading.candidates or reading.candidates[0][1] < SURE or reading.candidates[0][0].startswith(SAID):
        return set()
    fact = turn.stage.script.scenario.fact(reading.candidates[0][0])
    return {stem for source in (fact.porte_sur, *fact.mots_cles) for stem in naming(source)}


def _people(turn: Turn) -> set[str]:
    """The stems of people's names: who is spoken of says nothing of what is asked."""
    return {stem for one in turn.stage.script.scenario.personnages.values() for stem in stems(one.nom)}


def _kind(text: str) -> str:
    """The kind of answer asked for; « c’est nous qui… ? » asks for a yes, not who."""
    return "" if _CLEFT.search(plain(text)) else expects(text)


def naming(text: str) -> set[str]:
    """The stems of a text that name something."""
    return {stem for stem in stems(text) if len(stem) >= NAMING and stem not in _NO_THING}


def words_of(fact: Fact) -> Iterable[str]:
    """What the author gives to name a fact: its public label, keywords and examples."""
    return (fact.porte_sur, *fact.mots_cles, *fact.questions)
