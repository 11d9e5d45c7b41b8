# ruff: noqa: E501 -- a pattern or an example stays on one line
"""Looks at what a copy states: copied right, not against the story, explained by its documents."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator

from ascom_coach.language import Value, mentions, one_edit, plain
from ascom_coach.review.generic.draft import Hit, wrong
from ascom_coach.review.plannings.hour_ranges import RANGE, turned
from ascom_coach.review.watch.watch import Watch
from ascom_coach.scenarios import controls as ask

_COPIED = ("reference", "telephone", "courriel", "lien")
_ROOT = 5
_PLAIN_ROOTS = frozenset(
    ["heure", "quand", "date", "jour", "quel", "quell", "combi", "numer", "perso", "avant", "apres"]
)
"""Beginnings of words that say too little of what a fact is about."""
_OVER = re.compile(
    r"(?<!\w)(?:au lieu|a la place|et non|ne \w+ plus|n'\w+ plus|finalement|initial\w*|etai\w+|disai\w+|compt(?:ait|aient)|"
    r"indiquai\w*|annonc\w*|ancien\w*|corrig\w*|erreur|l'an dernier|l'annee derniere|dernier\w*|precedent\w*|depuis|deja|rappel\w*)(?!\w)"
)
"""Words of a sentence in which an old value may stand."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_SMALL = 60
_POSTCODE = re.compile(r"(?<![\d/-])\d{5}(?= [A-ZÀ-Þ])")
_TOWN = r"[A-ZÀ-Þ][\w’'-]+(?: (?:la|le|les|de|du|des|sur|sous|en|[A-ZÀ-Þ][\w’'-]+))*"
_STREET = re.compile(
    r"(?<![\d/-])(?P<number>\d{1,4})(?: ?(?:bis|ter))?,? (?P<way>(?:rue|avenue|boulevard|place|chemin|allee|impasse|route|quai|cours|square|passage)(?: [\w'-]+){1,5})"
)
_MEET = frozenset(["rende", "arriv", "comme", "debut", "termi", "finir", "finis", "accue", "passe"])
"""Beginnings of words that say that people meet, begin or end at that hour."""


def near_values(watch: Watch) -> Iterator[Hit]:
    """A reference, a number or an address that is nowhere in the story, one slip away from one that is; a hashtag
    without its sign."""
    marks = {one for line in watch.story.spoken for one in re.findall(r"#(\w{5,})", line)}
    for name in sorted(marks):
        match = re.search(rf"(?<![\w#/.]){re.escape(name)}(?!\w)", watch.view.text)
        if match is not None:
            message = "Sans son signe #, ce mot-dièse ne rassemble personne."
            yield wrong(
                message,
                watch.view.place(*match.span()),
                "Comment vous l’a-t-on donné ?",
                mark=f".diese.{name}",
            )
    for number, value in enumerate(watch.context.values, 1):
        if value.kind not in _COPIED or watch.story.knows(value):
            continue
        near = [
            text for kind, text in watch.story.known if kind == value.kind and slipped(str(value.value), text)
        ]
        if near:
            place = watch.view.place(value.start, value.end)
            message = "Cela ressemble à ce que disent vos documents, à un ou deux signes près."
            yield wrong(message, place, "Recopiez-le signe par signe.", mark=f".{number}")


def addresses(watch: Watch) -> Iterator[Hit]:
    """A postcode or a house number that is not the one of the documents."""
    text = watch.view.text
    papers = "\n".join((*watch.story.paper_lines, *watch.story.told))
    known = set(re.findall(r"(?<!\d)\d{5}(?!\d)", papers))
    for number, match in enumerate(_POSTCODE.finditer(text), 1):
        if match.group() not in known and any(one_edit(match.group(), one) for one in known):
            message = "Ce code postal n’est pas celui de vos documents."
            yield wrong(
                message,
                watch.view.place(*match.span()),
                "Recopiez-le chiffre par chiffre.",
                mark=f".{number}",
            )
    towns = {code: {plain(name) for name in re.findall(rf"{code} ({_TOWN})", papers)} for code in known}
    for number, match in enumerate(re.finditer(rf"(?<![\d/-])(\d{{5}}) ({_TOWN})", text), 1):
        right = towns.get(match[1], set())
        if right and plain(match[2]) not in right:
            message = "Cette ville n’est pas celle de vos documents."
            yield wrong(
                message,
                watch.view.place(*match.span()),
                "Comparez avec l’adresse remise.",
                mark=f".ville{number}",
            )
    folded = watch.draft.folded
    written = plain("\n".join(watch.story.paper_lines))
    for number, match in enumerate(_STREET.finditer(folded.text), 1):
        way = re.escape(match["way"].split("\n")[0])
        numbers = Counter(re.findall(rf"(?<![\d/-])(\d{{1,4}}),? {way}(?!\w)", written))
        most, count = numbers.most_common(1)[0] if numbers else ("", 0)
        if most and match["number"] != most and numbers[match["number"]] * 2 <= count:
            if watch.reports or _OVER.search(watch.draft.sentence_at(folded.span(*match.span())[0])):
                continue
            message = "Ce numéro de rue n’est pas celui de vos documents."
            yield wrong(
                message, watch.draft.at(match), "Comparez-les : un seul est juste.", mark=f".rue{number}"
            )


def slipped(one: str, two: str) -> bool:
    """One sign more, less or other, or the same signs in another order (five at least)."""
    first, second = one.casefold(), two.casefold()
    if first == second or min(len(first), len(second)) < _ROOT:
        return False
    return one_edit(first, second) or (len(first) == len(second) and sorted(first) == sorted(second))


def contradicted(watch: Watch) -> Iterator[Hit]:
    """An hour or a counted thing that no one told, where the story tells another."""
    if not watch.is_text:
        return
    yield from other_range(watch)
    facts = watch.story.facts
    mine = {(value.kind, str(value.value)) for _, value in facts}
    for number, value in enumerate(watch.context.values, 1):
        if (value.kind, str(value.value)) in mine or value.approximate:
            continue
        against = _counted_otherwise(watch, value) if value.kind in ("quantite", "delai") else ""
        if value.kind == "heure" and not watch.story.knows(value):
            against = _hour_otherwise(watch, value)
        if against:
            label = watch.story.scenario.fact(against).porte_sur
            message = f"Ce n’est pas ce que l’on vous a dit sur {label}."
            place = watch.view.place(value.start, value.end)
            yield wrong(message, place, "Comparez avec vos notes.", mark=f".{number}")


def other_range(watch: Watch) -> Iterator[Hit]:
    """« de 7 h à 12 h 30 » where the story ends at 12 h 30 and begins at no such hour."""
    if not watch.is_text or watch.reports:
        return
    hours = {str(one.value) for _, one in watch.story.facts if one.kind == "heure"}
    for number, match in enumerate(RANGE.finditer(watch.draft.folded.text), 1):
        first, last = watch.draft.folded.span(*match.span())
        ends = [one for one in watch.context.values if one.kind == "heure" and first <= one.start < last]
        known = [str(one.value) in hours for one in ends]
        if len(ends) == 2 and sum(known) == 1 and not _OVER.search(watch.draft.sentence_at(first)):
            odd = ends[known.index(False)]
            if watch.story.knows(odd) and str(odd.value) in hours:
                continue
            place = watch.view.place(odd.start, odd.end)
            yield wrong(
                "Cette heure n’est pas celle que l’on vous a dite.",
                place,
                "Comparez avec vos notes.",
                mark=f".plage{number}",
            )


def _sentence(watch: Watch, value: Value) -> str:
    return watch.draft.sentence_at(value.start)


def _counted_otherwise(watch: Watch, value: Value) -> str:
    """The fact that counts the same things otherwise, empty when there is none."""
    unit = value.unit
    if not unit or unit in (
        "jour",
        "semaine",
        "mois",
        "heure",
        "minute",
        "mot",
        "euro",
        "point",
        "message",
        "ligne",
    ):
        return ""
    told = [(name, one) for name, one in watch.story.facts if one.kind == value.kind and one.unit == unit]
    if not told or any(one.value == value.value for _, one in told):
        return ""
    if watch.story.knows(value) and (watch.reports or _OVER.search(_sentence(watch, value))):
        return ""
    return told[0][0]


def _hour_otherwise(watch: Watch, value: Value) -> str:
    """The fact whose hour this one replaces: its day stands beside it, or its words do."""
    said = _sentence(watch, value)
    if not said or _OVER.search(said):
        return ""
    roots = {word[:_ROOT] for word in re.findall(r"\w{4,}", said)}
    days = {
        one.value for one in watch.context.values
        if one.kind == "date" and abs(one.start - value.start) <= _SMALL
    }  # fmt: skip
    hours = {name for name, one in watch.story.facts if one.kind == "heure"}
    for name in sorted(hours):
        dated = {one.value for fact, one in watch.story.facts if fact == name and one.kind == "date"}
        if dated & days:
            return name
        fact = watch.story.scenario.fact(name)
        words = {
            word[:_ROOT]
            for text in (fact.porte_sur, *fact.mots_cles)
            for word in re.findall(r"\w{4,}", plain(text))
        }
        if roots & (words - _PLAIN_ROOTS):
            return name
    return min(hours, default="") if roots & _MEET else ""


def turned_hours(watch: Watch) -> Iterator[Hit]:
    """« de 16 h à 9 h 30 »: the end is before the beginning (a night is left alone)."""
    if not watch.is_text:
        return
    for number, match in enumerate(turned(watch.draft.folded.text), 1):
        message = "L’heure de fin vient avant l’heure de début."
        yield wrong(message, watch.draft.at(match), "Relisez les deux heures.", mark=f".{number}")


def last_year(watch: Watch) -> Iterator[Hit]:
    """A full date of a past year, in a text or above a table, where nothing says that it is past."""
    today = watch.context.today
    grid = watch.grid
    for number, value in enumerate(watch.context.values, 1):
        if value.kind != "date" or not isinstance(value.value, dt.date) or not _YEAR.search(value.text):
            continue
        if value.value.year >= today.year or _OVER.search(_sentence(watch, value)):
            continue
        block = watch.view.blocks[watch.view.index(value.start)]
        if not watch.is_text:
            if grid is None or not _beside(block.locator.ref, grid.header) or len(block.text.split()) < 3:
                continue
        elif watch.reports:
            continue
        place = watch.view.place(value.start, value.end)
        message = f"Cette date est de {value.value.year}, et nous sommes en {today.year}."
        yield wrong(message, place, "Ce texte vient-il d’un ancien document ?", mark=f".{number}")


def _beside(ref: str, header: int) -> bool:
    row = re.search(r"(\d+)$", ref)
    return row is not None and int(row[1]) < header


def outdated_elsewhere(watch: Watch) -> Iterator[Hit]:
    """What a control bans from another text of the hand-in is no better in this one, unless it reports on it."""
    if not watch.is_text or watch.reports:
        return
    own = [one for one in watch.context.production.controles if isinstance(one, ask.ValuesAbsent)]
    mine = {value for one in own for value in one.valeurs}
    number = 0
    for production in watch.story.scenario.productions:
        if production.id == watch.context.production.id or production.contrat is not None:
            continue
        for control in production.controles:
            if not isinstance(control, ask.ValuesAbsent):
                continue
            for value in control.valeurs:
                spans = (
                    []
                    if value in mine
                    else [*watch.view.find(value), *mentions(watch.view.text, value, watch.context.today)]
                )
                for start, end in spans[:1]:
                    if _OVER.search(watch.draft.sentence_at(start)):
                        continue
                    number += 1
                    told = control.raison or "ce n’est plus vrai"
                    place = watch.view.place(start, end)
                    yield wrong(
                        f"À cet endroit, {told}.", place, "Que savez-vous à ce sujet ?", mark=f".{number}"
                    )
