# ruff: noqa: E501 -- a pattern stays on one line
"""What a sentence of an instruction lists or names: points of an agenda, people to name, a room, a word to write, a gift."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ascom_coach.language import Folded, stems
from ascom_coach.review.gift_words import gift_kinds

Asked = tuple[str, str, tuple[int, int]]
"""Sort, value, span in the text."""
_AGENDA = re.compile(
    r"(?<!\w)(?:ordre du jour|au programme|points? (?:a (?:aborder|traiter|voir)|suivants?)|sujets? (?:a (?:aborder|traiter)|suivants?)|on (?:y )?parlera|on y parle)\s*(?::|de |des |du |d')\s*(?P<items>[^.!?\n]{4,200})"
)
_ITEM = re.compile(r"\s*(?:,|;|(?<!\w)et(?!\w))\s*")
_LEAD = re.compile(r"^(?:le |la |les |l'|l’|du |de la |des |de |d'|un |une |puis |enfin )+", re.IGNORECASE)
_NAMING = re.compile(
    r"(?<!\w)(?:cite[rz]?|nomme[rz]?|mentionne[rz]?|remercie[rz]?|convie[rz]?|invite[rz]?|previen[st]|prevene[rz]|prevenir)(?:[- ](?:bien|aussi|donc))? "
)
_PERSON = r"[A-ZÉÈÀÂÎÔÇ][\w’'-]{2,}(?: (?:(?:Le|La|Du|De|de|du) )?[A-ZÉÈÀÂÎÔÇ][\w’'-]+)?"
_PEOPLE = re.compile(rf"{_PERSON}(?:(?:, | et |, et ){_PERSON})*")
_ROOM = re.compile(
    r"(?<!\w)(?:[Ss]alle|[Aa]mphi(?:théâtre)?|[Aa]uditorium|[Hh]all|[Ee]space) (?:des? [a-zà-ÿ]{4,}|du [a-zà-ÿ]{4,}|bleue?|verte?|rouge|jaune|blanche?|orange|polyvalente?|\d+\w?|[A-ZÉÈ][\w’'-]+)"
)
_WORD = re.compile(
    r"(?:le mot|les mots|la mention|l’inscription|l'inscription)\s+(?P<words>[A-ZÉÈÀÂÎÔÇ]{3,}(?: [A-ZÉÈÀÂÎÔÇ]{2,})*)(?![\w’'-])"
)
_LOGO = re.compile(
    r"(?<!\w)(?:avec|met[sz]?|mettre|ajoute[rz]?|insere[rz]?|notre|le|et)(?: bien)?(?: notre| le| l[ea])? logo(?!\w)"
)
_GIVEN = re.compile(
    r"(?<!\w)(?:on|nous) (?:lui |leur |te |vous )(?:offr\w+|fai\w+|accord\w+|propos\w+|donn\w+|rembours\w+)(?: (?:donc|aussi|bien))? (?P<gift>[^,.;:!?\n]{4,60}?)(?= mais | pas plus| et |,|\.|;|:|!|\?|\n|$)"
)
_PAGES = re.compile(
    r"(?<!\w)(?:une (?:seule |demi-)?page|un (?:recto|seul cote))(?: a4)?(?: maxi(?:mum)?| au (?:plus|maximum))?(?= ?(?:,|\.|;|$))"
)


def listed_things(text: str, folded: Folded) -> Iterator[Asked]:
    """Points, names, rooms, words and gifts of a sentence, in the order of their kinds."""
    said = folded.text
    for match in _AGENDA.finditer(said):
        start, end = folded.span(*match.span("items"))
        yield from _items(text, start, end)
    for match in _NAMING.finditer(said):
        after = folded.span(*match.span())[1]
        if people := _PEOPLE.match(text, after):
            for one in re.finditer(_PERSON, people.group()):
                yield "nom", one.group(), (after + one.start(), after + one.end())
    for match in _ROOM.finditer(text):
        yield "mots", match.group(), match.span()
    for match in _WORD.finditer(text):
        yield "mots", match["words"], match.span("words")
    for match in _LOGO.finditer(said):
        yield "partie", "image", folded.span(*match.span())
    for match in _GIVEN.finditer(said):
        if gift_kinds(match.group()):
            at = folded.span(*match.span("gift"))
            yield "point", text[slice(*at)], at


def _items(text: str, start: int, end: int) -> Iterator[Asked]:
    at = start
    for piece in re.split(f"({_ITEM.pattern})", text[start:end]):
        lead = _LEAD.match(piece)
        begin = at + (lead.end() if lead else 0)
        words = text[begin : at + len(piece)].rstrip()
        if stems(words) and not _ITEM.fullmatch(piece):
            yield "point", words, (begin, begin + len(words))
        at += len(piece)


def page_bounds(folded: Folded) -> Iterator[tuple[int, int]]:
    """« une page maxi »: how long the paper may be, which only its print shows."""
    for match in _PAGES.finditer(folded.text):
        yield folded.span(*match.span())
