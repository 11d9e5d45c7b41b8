# ruff: noqa: E501 -- a pattern stays on one line
"""What a manager has said aloud may be asked for again: the same words come back, never more than was heard."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from ascom_coach.language import Value, find_values, plain, same_value, spoken_acts, stems
from ascom_coach.rehearsal.lines import shared
from ascom_coach.rehearsal.stage import SAID
from ascom_coach.rehearsal.turn import Turn
from ascom_coach.rehearsal.understanding import Reading
from ascom_coach.rehearsal.understanding.choice import AHEAD, POSSIBLE
from ascom_coach.scenarios.schema import OralInstruction, Point

NAMING = 4
"""Letters from which a stem may name something."""
SHORT = 3
"""The same among a few tasks: « la note », « la page »."""
_AGAIN = re.compile(
    r"(?<!\w)(?:redi(?:re|s|tes)|repet\w+|rappel(?:er|le|ez)(?:[- ]moi)? (?:pour|ce|le|la|les|l'|un)|repren\w+"
    r"|(?:tu|vous) (?:as|avez|avais|aviez|disais|disiez) (?:dit )?quoi|(?:tu|vous) (?:as|avez|avais|aviez|m'as|m'avez) dit *(?:[?!.,]|$)|c'etait quoi|(?:combien|quand|quoi|qui|comment|ou|quel(?:le)?s? \w+|lequel|laquelle)(?: [\w']+){0,4} deja(?= en tout| au (?:total|juste)| *(?:[?!.,]|$))|pas (?:bien |tout |trop |vraiment |sure? d'avoir (?:bien |tout )?)?(?:compris|entendu|note|suivi))(?!\w)"
)
"""« redis-moi pour la note »: what begins so asks for what was said."""
_TO_WRITE = re.compile(
    r"(?<!\w)(?:(?:je |on |j')(?:(?:dois|doit|peux|peut|vais|va) )?(?:leur |lui )?(?:met[sz]?|met|ecri[st]|di[st]|note|marque|raconte|mettre|ecrire|dire|noter|marquer|changer?|modifier?|corriger?|refaire|refai[st]) quoi"
    r"|(?:il )?faut (?:leur |lui )?(?:mettre|ecrire|dire|noter) quoi"
    r"|(?:qu'est[- ]ce que|ce que|quoi que) (?:je |on |j')(?:leur |lui )?(?:met[sz]?|met|ecri[st]|di[st]|note|marque|dois (?:leur |lui )?(?:mettre|ecrire|dire|noter)))(?!\w)"
)
"""« j’écris quoi dans le message ? »: who gave the task says it again, if nothing surer is asked for."""
_TASK = ("quoi", "format")
_THING = re.compile(
    r"(?<!\w)(?:pour|dans|sur|cote|le|la|les|l'|un|une|du|des|de|d'|ma|mon|mes|ce|cette) ?(\w{4,})"
)
_WONDERS = re.compile(
    r"(?<!\w)(?:ou (?!bien sur|quoi|alors)|avec ou sans|quoi[ ?!.]*$|comment(?! convenu| prevu| dit)(?!\w)|pourquoi)"
)
_A_FEW = 3
_KIND_NAMES = (
    ("montant", re.compile(r"(?<!\w)(?:montant|somme|budget|plafond|maximum|max|maxi|prix)(?!\w)")),
    ("heure", re.compile(r"(?<!\w)(?:heure|horaire|delai|echeance)s?(?!\w)")),
    ("date", re.compile(r"(?<!\w)(?:date|jour)s?(?!\w)")),
    ("quantite", re.compile(r"(?<!\w)(?:nombre|quantite|combien)(?!\w)")),
)
"""How one names the value of a point: « redis-moi le montant »."""
POINTED = 0.1
"""From which likelihood, if it is well ahead of any other, a point is what « redis-moi… » asks for."""
SHARE = 0.3
"""Share of the likeliest thing from which a point may be meant, when who speaks knows nothing else of it."""
MOST = 0.6
"""Share of the words of a point from which a turn is a repetition of it."""


def apart(turn: Turn, readings: Iterable[Reading], who: str = "") -> tuple[list[Reading], list[Point]]:
    """The readings about facts, and the points of the instruction that the others ask to hear again.

    A point that was not heard yet is nothing that one can ask for. A doubt whose first candidate is a point asks for
    that point, unless a decoy is nearer: saying again what was said gives nothing away, where a question back would
    only cost a turn. Without its points, a doubt is worth a question only if what is left is likely enough.
    """
    points = {SAID + point.id: point for point in heard_from(turn)}
    kept: list[Reading] = []
    again: list[Point] = []
    for reading in readings:
        theirs = heard_from(turn, who)
        named = _named_again(reading.text, theirs) if reading.candidates else None
        if named is None and who and reading.candidates:
            named = _by_value(turn, who, reading)
        if named is None and theirs and reading.candidates and _AGAIN.search(plain(reading.text)):
            named = _likeliest(reading, points)
        if named is None and who:
            named = _rather_said(turn, who, reading, points)
        if who and named is None and reading.candidates and not reading.facts:
            tasks = [point for point in heard_from(turn, who) if point.nature in _TASK]
            named = _named(reading.text, tasks, SHORT) if _TO_WRITE.search(plain(reading.text)) else None
        if named is not None:
            again.append(named)
            continue
        doubt = reading.decision == "clarifier" and not reading.decoy
        first = reading.facts or ((reading.candidates[0][0],) if doubt else ())
        point = points.get(first[0]) if first else None
        back = point is not None and read_back(reading.text, point, turn.stage.script.scenario.date_fictive)
        if back and not wonders(reading.text):
            kept.append(replace(reading, decision="aucun", facts=(), candidates=(), asking=False))
            continue
        if point is not None:
            again.append(point)
            continue
        known = tuple(pair for pair in reading.candidates if not pair[0].startswith(SAID))
        facts = tuple(fact for fact in reading.facts if not fact.startswith(SAID))
        likely = len(known) == len(reading.candidates) or sum(score for _, score in known) >= POSSIBLE
        held = bool(facts) if reading.decision == "fait" else likely
        kept.append(
            replace(reading, decision=reading.decision if held else "aucun", facts=facts, candidates=known)
        )
    return kept, again


def _named_again(text: str, points: Sequence[Point]) -> Point | None:
    """The one point that « tu peux me redire pour l’atelier » names by a word that no other point holds."""
    return _named(text, points) if _AGAIN.search(plain(text)) else None


def _by_value(turn: Turn, who: str, reading: Reading) -> Point | None:
    """The one point of `who` whose value a question holds (« 28, c’est avec les adultes ? »), or whose kind of value is
    to be said again (« répète le montant »); none when they are asked for something that they know.
    """
    mine = {fact.id for fact in turn.stage.facts_of(who)}
    doubt = reading.decision == "clarifier" and reading.candidates[0][0] in mine
    if doubt or mine & set(reading.facts) or not heard_from(turn, who):
        return None
    today, said = turn.stage.script.scenario.date_fictive, plain(reading.text)
    values = [one for one in find_values(reading.text, today) if not _few(one)]
    kinds = {kind for kind, name in _KIND_NAMES if name.search(said)} if _AGAIN.search(said) else set()
    found = []
    for point in heard_from(turn, who):
        known = find_values(point.dit, today)
        same = any(same_value(one, other) for one in values for other in known)
        if kinds & {one.kind for one in known} or (reading.asking and wonders(reading.text) and same):
            found.append(point)
    words = set(stems(reading.text))
    named = [point for point, own in zip(found, own_words(found), strict=True) if own & words]
    return found[0] if len(found) == 1 else named[0] if len(named) == 1 else None


def _rather_said(turn: Turn, who: str, reading: Reading, points: Mapping[str, Point]) -> Point | None:
    """The point that a doubt may ask for when the rest of it is about nothing that `who` knows."""
    mine = {fact.id for fact in turn.stage.facts_of(who)}
    if reading.decision != "clarifier" or any(fact in mine for fact, _ in reading.candidates):
        return None
    least = max(POINTED, SHARE * reading.candidates[0][1])
    likely = [fact for fact, score in reading.candidates if fact in points and score >= least]
    return points[likely[0]] if likely else None


def _few(value: Value) -> bool:
    """Whether a value is a small number, which may count anything: « avec deux s »."""
    return value.kind == "quantite" and isinstance(value.value, Decimal) and value.value <= _A_FEW


def _likeliest(reading: Reading, points: Mapping[str, Point]) -> Point | None:
    """The point that « tu peux me redire le budget ? » most resembles, if nothing else comes near."""
    (first, score), *others = reading.candidates
    ahead = score >= POINTED and all(other * AHEAD <= score for _, other in others)
    return points.get(first) if ahead else None


def _named(text: str, points: Sequence[Point], least: int = NAMING) -> Point | None:
    """The one of some points that words name."""
    said = {stem for match in _THING.finditer(plain(text)) for stem in stems(match[1])}
    named = [point for point, words in zip(points, own_words(points, least), strict=True) if words & said]
    return named[0] if len(named) == 1 else None


def own_words(points: Sequence[Point], least: int = NAMING) -> list[set[str]]:
    """For each point, the stems that only it holds, long enough to name something."""
    words = [{stem for stem in stems(point.dit) if len(stem) >= least} for point in points]
    return [
        mine - {stem for other, theirs in enumerate(words) if other != at for stem in theirs}
        for at, mine in enumerate(words)
    ]


def wonders(text: str) -> bool:
    """Whether words that hold a point still ask about it: « 16 euros par personne ou en tout », « et si ça ne suffit pas ? ».

    « Donc seize euros par personne ? » is a summary.
    """
    folded = plain(text)
    checked = "?" in text and not any(act.act == "reformulation" for act in spoken_acts(text))
    return checked or bool(_WONDERS.search(folded))


def read_back(text: str, point: Point, today: dt.date) -> bool:
    """Whether a turn says a point instead of asking for it: it holds its value, or most of its words."""
    said, known = find_values(text, today), find_values(point.dit, today)
    if known and any(same_value(one, other) for one in said for other in known):
        return True
    wanted = set(stems(point.dit))
    return bool(wanted) and len(wanted & set(stems(text))) >= MOST * len(wanted)


def heard_from(turn: Turn, who: str = "") -> list[Point]:
    """The points of oral instructions heard so far, from `who` or from anybody, in order."""
    return [
        point
        for step in turn.stage.steps
        if isinstance(step, OralInstruction) and who in ("", step.qui)
        for point in step.points
        if point.id in turn.state.points_heard
    ]


def say_again(turn: Turn, who: str, points: Iterable[Point], *, together: bool = False) -> None:
    """`who` says points again, each by itself or all in one breath; in an exam only refers back to them, for hearings
    are counted there.
    """
    register = turn.stage.character(who).registre
    asked = list(dict.fromkeys(points))
    said = [" ".join(point.dit for point in asked)] if together else [point.dit for point in asked]
    for point, words in zip(asked, said, strict=False):
        key = "pas_redit" if turn.stage.exam else "redit"
        line = turn.pick(shared(key, register), f"{key}:{point.id}")
        turn.say(who, line.replace("{reponse}", words), "redit")
        if turn.stage.exam:
            return
