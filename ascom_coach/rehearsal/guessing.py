"""A value put forward for a yes: « le 23, c’est ça ? », « Mathis avec un i ? » asks for the fact that has it,
or nearly, though it names nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from ascom_coach.language import Value, find_values, lexicon, plain, same_value
from ascom_coach.rehearsal.turn import Turn
from ascom_coach.rehearsal.understanding import Reading
from ascom_coach.rehearsal.understanding.bids import puts_forward
from ascom_coach.scenarios.schema import Fact

_NAME = re.compile(r"(?:(?:M\.|Mme|Mlle) )?[A-ZÀ-Ý][\w’'-]+(?: [A-ZÀ-Ý][\w’'-]+){0,2}")
_LETTERS = 4
"""Letters from which a name is one."""
_REACHING = frozenset(["telephone", "courriel"])
"""A number or an address read out, right or wrong, asks for the one that is right."""
_SURE_KINDS = frozenset(["date", "heure", "montant"])


def guessed(turn: Turn, who: str, readings: Iterable[Reading]) -> list[Reading]:
    """The readings, those that check a value which one untold fact of `who` holds asking for that fact."""
    return [_checked(turn, who, reading) for reading in readings]


def _checked(turn: Turn, who: str, reading: Reading) -> Reading:
    held = {fact.id for fact in turn.stage.facts_of(who)}
    checked = puts_forward(reading.text) or (reading.asking and "?" in reading.text)
    if set(reading.facts) & held or not checked:
        return reading
    if (named := _nearly_named(turn, who, reading.text)) is not None:
        return _asks_for(reading, named)
    today = turn.stage.script.scenario.date_fictive
    said = find_values(reading.text, today)
    values = [value for value in said if value.kind in _SURE_KINDS]
    reach = {value.kind for value in said} & _REACHING
    if (likely := _likeliest(turn, reading, held, said)) is not None:
        return _asks_for(reading, likely)
    right = [
        fact
        for fact in turn.stage.facts_of(who)
        if fact.id not in turn.state.told
        and any(
            known.kind in reach or any(same_value(value, known) for value in values)
            for known in find_values(turn.state.changed.get(fact.id, fact.valeur), today)
        )
    ]
    if len(right) != 1:
        return reading
    return _asks_for(reading, right[0])


def _likeliest(turn: Turn, reading: Reading, held: set[str], said: list[Value]) -> Fact | None:
    """The untold fact that words most resemble, if it holds a value that they put forward: « 500 je crois »."""
    first = reading.candidates[0][0] if reading.candidates else ""
    if first not in held or first in turn.state.told:
        return None
    fact = turn.stage.script.scenario.fact(first)
    today = turn.stage.script.scenario.date_fictive
    known = find_values(turn.state.changed.get(first, fact.valeur), today)
    counted = {value.value for value in known if value.kind == "quantite"}
    value = turn.state.changed.get(first, fact.valeur)
    digits = set(re.findall(r"\d{3,}", value)) & set(
        re.findall(r"\d{3,}", reading.text)
    )  # « le 3308 »: CM-3308
    same = bool(digits) or any(same_value(one, other) for one in said for other in known)
    return fact if same or any(one.kind == "quantite" and one.value in counted for one in said) else None


def _asks_for(reading: Reading, fact: Fact) -> Reading:
    return replace(reading, decision="fait", facts=(fact.id,), candidates=((fact.id, 1.0),), asking=True)


def _nearly_named(turn: Turn, who: str, text: str) -> Fact | None:
    """The one untold fact of `who` that is a name which words hold, spelt right or nearly; none when several are."""
    said = [word for word in re.findall(r"[a-z'-]+", plain(text)) if len(word) >= _LETTERS]
    found = []
    for fact in turn.stage.facts_of(who):
        value = turn.state.changed.get(fact.id, fact.valeur)
        names = (
            [plain(one) for one in value.split() if len(one) >= _LETTERS] if _NAME.fullmatch(value) else []
        )
        alike = any(word == name or _slips(word, name) for word in said for name in names)
        if alike and fact.id not in turn.state.told:
            found.append(fact)
    return found[0] if len(found) == 1 else None


def _slips(word: str, name: str) -> bool:
    """Whether one letter at most tells them apart: « mathis », « Mathys »; not what is itself a French word."""
    if any(form.islower() for form in lexicon().spellings(word)) or abs(len(word) - len(name)) > 1:
        return False
    short, long = sorted((word, name), key=len)
    at = next((i for i, (one, two) in enumerate(zip(short, long, strict=False)) if one != two), len(short))
    return short[at + (len(short) == len(long)) :] == long[at + 1 :]
