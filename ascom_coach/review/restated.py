# ruff: noqa: E501 -- a pattern stays on one line
"""Other honest writings of a value of the story, where the author gave one: « E35 » for « code E35 », « 16 participants »
for « 16 places », « âge minimum : 12 ans » for « à partir de 12 ans », « chacun apporte son pique-nique ».

`mentions` knows the forms of a value (a date, an hour, an amount); these know what people say around it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from ascom_coach.language import all_values, fold, plain, sentences, stem
from ascom_coach.review.table_lines import row_spans
from ascom_coach.review.text_view import TextView

_AROUND = 30
"""Code points read on each side of an age for the words that make it a least one."""
_FROM = re.compile(
    r"^(?:a partir de|des|au moins|minimum|plus de)(?!\w)|(?<!\w)(?:minimum|au moins|et plus)$"
)
_LEAST = re.compile(
    r"(?<!\w)(?:min(?:imum|imal\w*|i|\.)?|au moins|a partir d|des|et plus|ou plus|revolus|moins de)(?!\w)"
)
_NOT_LEAST = re.compile(r"(?<!\w)(?:max(?:imum|imal\w*|i)?|au plus|jusqu|jamais)(?!\w)")
_DIETS = (
    (r"(?<!\w)vegetarien(?:ne)?s?(?!\w)", r"(?<!\w)sans viande(?!\w)", r"(?<!\w)vege(?!\w)"),
    (r"(?<!\w)sans gluten(?!\w)", r"(?<!\w)intoleran\w+ au gluten(?!\w)", r"(?<!\w)coeliaques?(?!\w)"),
)
"""Ways to say a diet."""
_RANGED = re.compile(r"^de .* a ")
_OPENS = re.compile(
    r"(?<!\w)(?:de|des|a partir de|ouvr\w+ a|commence\w* a|debut\w*(?: a| :)?|accueil (?:des|a)) $"
)
_ENDS = re.compile(
    r"(?<!\w)(?:termin\w+|fin\w*|s'acheve\w*|jusqu'|ferm\w+|clotur\w+)(?: \w+){0,2}? ?(?:a|vers|:) $"
)
_PEOPLE = frozenset(
    map(stem, ["places", "personnes", "participants", "participantes", "inscrits", "inscrites", "convives"])
)
"""Units that count the same heads."""
_BRING = re.compile(
    r"(?<!\w)(?:apport\w+|prevo\w+|prevu\w*|muni\w*|emport\w+|pren(?:ez|dre|ds)|ven(?:ir|ez) avec|tires? du sac|dans (?:votre|son|leur) sac)(?!\w)"
)
_TO_BRING = "apport"
_NO = re.compile(
    r"(?<!\w)(?:ne|n'|pas|sans|ni|inutile|aucun\w*|rien|offert\w*|fourni\w*|compris\w*|inclus\w*|servi\w*)(?!\w)"
)
_SMALL = 3


def restated(value: str, view: TextView, today: dt.date) -> list[tuple[int, int]]:
    """Where a text states a value in other honest words; empty when it does not, or when the value has none."""
    return sorted(
        {
            *_code(value, view, today),
            *_heads(value, view, today),
            *_from_age(value, view, today),
            *_words(value, view, today),
            *_opening(value, view, today),
            *_diet(value, view),
        }
    )


def _code(value: str, view: TextView, today: dt.date) -> Iterator[tuple[int, int]]:
    """A code needs no noun before it: « Affichage : E35 »."""
    found = all_values(value, today)
    if len(found) != 1 or found[0].kind != "reference" or not re.fullmatch(r"[A-Z]+-?\d+", found[0].text):
        return
    if len(value.split()) == len(found[0].text.split()) + 1:
        yield from view.find(found[0].text)


def _heads(value: str, view: TextView, today: dt.date) -> Iterator[tuple[int, int]]:
    """A number of places is a number of people."""
    found = all_values(value, today)
    if len(found) != 1 or found[0].kind != "quantite" or found[0].unit not in _PEOPLE:
        return
    for one in all_values(view.text, today):
        if one.kind == "quantite" and one.value == found[0].value and one.unit in _PEOPLE:
            yield one.start, one.end


def _from_age(value: str, view: TextView, today: dt.date) -> Iterator[tuple[int, int]]:
    """An age from which one may come, however the limit is said."""
    found = all_values(value, today)
    if len(found) != 1 or found[0].kind != "delai" or not _FROM.search(plain(value)):
        return
    folded = fold(view.text)
    for match in re.finditer(r"[^\n.;!?]+", folded.text):
        first, last = folded.span(*match.span())
        for one in all_values(view.text[first:last], today):
            if (one.kind, one.value, one.unit) != (found[0].kind, found[0].value, found[0].unit):
                continue
            start, end = first + one.start, first + one.end
            before = plain(view.text[max(first, start - _AROUND) : start])
            after = plain(view.text[end : min(last, end + _AROUND)])
            own = f"{before.rpartition(',')[2]} {after.partition(',')[0]}"  # « 24 au maximum, dès 12 ans »
            if _LEAST.search(f"{before} {after}") and not _NOT_LEAST.search(own):
                yield start, end


def _opening(value: str, view: TextView, today: dt.date) -> Iterator[tuple[int, int]]:
    """A day that opens here and ends further on: « de 9 h à midi… la journée se termine à 15 h 30 »."""
    found = all_values(value, today)
    if [one.kind for one in found] != ["heure", "heure"] or not _RANGED.match(plain(value)):
        return
    hours = [one for one in all_values(view.text, today) if one.kind == "heure"]
    opens = [one for one in hours if one.value == found[0].value and _OPENS.search(_before(view, one.start))]
    ends = [one for one in hours if one.value == found[1].value and _ENDS.search(_before(view, one.start))]
    if opens and ends and opens[0].start < ends[0].start:
        yield ends[0].start, ends[0].end


def _diet(value: str, view: TextView) -> Iterator[tuple[int, int]]:
    """« Deux végétariens » are « deux sans viande »."""
    said = next((ways for ways in _DIETS if any(re.search(way, plain(value)) for way in ways)), ())
    folded = fold(view.text)
    for way in said:
        for match in re.finditer(way, folded.text):
            yield folded.span(*match.span())


def _before(view: TextView, at: int) -> str:
    return plain(view.text[max(0, at - _AROUND) : at]).rpartition("\n")[2]


def _words(value: str, view: TextView, today: dt.date) -> Iterator[tuple[int, int]]:
    """The words of a value that is no name and no number, in any order in one sentence or in one row of a table.

    A place may hold names, which are written as they are: « dans notre verger-école, situé route de Plaisance ».
    """
    if (
        all_values(value, today)
        or re.match(r"[A-ZÀ-Þ]|\S* ?[#@]", value)
        or re.search(r"[#@]|\b(?:M\.|Mme|Mlle) ", value)
    ):
        return
    proper = re.findall(r"\b[A-ZÀ-Þ][\w’-]+", value)
    wanted = [word for word in re.findall(r"[a-z]+", plain(value)) if len(word) > _SMALL]
    if len(wanted) < 2:
        return
    spans = [*_sentences(view), *row_spans(view)]
    if proper:  # « le verger-école ouvre ses rangs. Rendez-vous route de Plaisance »
        spans += [
            (view.start(rank), view.start(rank) + len(block.text)) for rank, block in enumerate(view.blocks)
        ]
    for start, end in spans:
        said = plain(view.text[start:end])
        named = all(re.search(rf"\b{re.escape(one)}\b", view.text[start:end]) for one in proper)
        if (
            named
            and all(_there(word, said) for word in wanted)
            and not any(
                _NO.search(clause) for clause in re.split(r"[,;()]", said) if _there(wanted[0], clause)
            )
        ):
            yield start, end


def _there(word: str, said: str) -> bool:
    if word.startswith(_TO_BRING):
        return bool(_BRING.search(said))
    return stem(word) in {stem(part) for part in re.findall(r"[a-z]+", said)}


def _sentences(view: TextView) -> Sequence[tuple[int, int]]:
    return [(one.start, one.end) for one in sentences(view.text)]
