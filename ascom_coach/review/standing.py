"""Where a value that is missing or wrong should stand: what is in its place, or the sentence that speaks of it."""

from __future__ import annotations

import datetime as dt
import re
from difflib import SequenceMatcher

from ascom_coach.language import Value, find_values, plain, same_value
from ascom_coach.review.context import Context, names
from ascom_coach.review.text_view import Place

SIMILAR = 0.7
ROOT = 6
"""Letters of a word that tell what it speaks of."""
SLIP = 0.85
"""How alike a value and the one expected are, from which it stands in its place even if the story knows it."""
ALMOST = 0.8
"""How alike two runs of words are from which one is a slip for the other."""
SHORTEST = 6
SEVERAL = 2
_STOP = re.compile(r"(?<!\bM)(?<!\bMM)(?<!\bDr)[.?!;] ")
"""A sentence does not end after « M. »."""
_TOLD_TO = re.compile(r"(?<!\w)(?:signal|indiqu|communiqu|declar|annonc)\w* (?:a|aupres d[e'])[ ]?$")
_ROOM = 40
_LISTED = 4
"""Commas of a sentence that is a list: what is said of a person stands in one item."""
AGREED = 1
"""Words that a sentence shares with a matter when it speaks of it."""
_ANY = frozenset(
    "person avant apres pour avec dans chez quel quelle quand nombre numero jour date heure poser celui celle".split()  # noqa: SIM905
)
"""Beginnings of words that name no matter by themselves."""
_CALENDAR = frozenset(
    "lundi mardi mercre jeudi vendre samedi dimanc janvie fevrie mars avril juin juille aout septem octobr "  # noqa: SIM905
    "novemb decemb".split()
)
"""Beginnings of the words of a date: every sentence with a date has some."""
_PERSON = re.compile(r"(?:M\.|Mme|Mlle|Madame|Monsieur) [A-ZÀ-Ý][\w’'-]+|\b[A-ZÀ-Ý][\w’'-]+ [A-ZÀ-Ý][\w’'-]+")
_PROPER = re.compile(r"\b[A-ZÀ-Þ][\w’-]{2,}")
_LETTERS = re.compile(r"[a-z]{4}")
_TITLES = re.compile(r"\b(?:M\.|Mme|Mlle|Madame|Monsieur|Mademoiselle) ")
_NAME = re.compile(r"(?<![.!?»] )\b(?!(?:La|Le|Les|Un|Une|Des) )[A-ZÀ-Ý][\w’'-]+(?: [A-ZÀ-Ý][\w’'-]+){1,2}\b")
_NAMED = re.compile(r"(?:\bM\.|\bMme|\b[A-ZÀ-Ý][\w’'-]+) [A-ZÀ-Ý][\w’'-]+")


def titled(value: str) -> tuple[str, ...]:
    """The same value with its title in full: « Madame Lacaze » for « Mme Lacaze »."""
    full = re.sub(r"\bMme\b", "Madame", re.sub(r"\bM\. ", "Monsieur ", value))
    return (full,) if full != value else ()


def well_named(value: str, told: str, text: str) -> bool:
    """Whether the proper names of a value are written as they are: « Merl » is not « Merle »."""
    name = _TITLES.sub("", value)
    wanted = [plain(match.group()) for match in _PROPER.finditer(name)]
    if len(wanted) < len(re.findall(r"\w{3,}", name)) or any(char.isdecimal() for char in value):
        return True  # more than a name: its words may be said otherwise
    written = set(re.findall(r"[\w-]+", plain(told))) | set(re.findall(r"[\w-]+", plain(text)))
    return all(name in written for name in wanted)


def slip_of(value: str, context: Context, words: tuple[str, ...] = ()) -> Place | None:
    """Where another value stands in place of the right one: of its kind, and none that the story knows.

    Among several, the only one of the sentences that speak of the matter (`words`), else the one that looks most like
    it; None when two look as much like it.
    """
    view = context.view
    about = _roots(words) - _CALENDAR
    for wanted in find_values(value, context.today):
        if any(same_value(one, wanted) for one in context.values):
            continue
        if isinstance(wanted.value, dt.datetime):
            day = next((one for one in context.values if one.value == wanted.value.date()), None)
            if day is not None:
                return view.place(day.start, day.end)
        near = [
            one
            for one in context.values
            if one.kind == wanted.kind and one.unit == wanted.unit and one.value != context.today
        ]
        beside = [one for one in near if len(_roots((sentence(view.text, one.start),)) & about) >= AGREED]
        if len(near) == 1 and not beside and _right_elsewhere(near[0], context):
            continue  # the one date of the text is another fact, well told
        if len(near) > 1 and len({str(one.value) for one in beside}) == 1:
            return view.place(beside[0].start, beside[0].end)
        if len(near) > 1:
            near = [
                one
                for one in near
                if not any(same_value(one, known) for known in context.known)
                or _likeness(one.text, wanted.text) >= SLIP
            ]
        if wanted.kind in ("reference", "courriel"):
            near = [one for one in near if _likeness(one.text, value) >= SIMILAR]
        ranked = sorted(near, key=lambda one: -_likeness(one.text, wanted.text))
        if ranked and (len(ranked) == 1 or _closer(ranked[0].text, ranked[1].text, wanted.text)):
            return view.place(ranked[0].start, ranked[0].end)
    stranger = _stranger(context) if _NAMED.search(value) else None
    if stranger is not None:
        return view.place(*stranger)
    return None


def _right_elsewhere(value: Value, context: Context) -> bool:
    """Whether a value is what the story tells now of something else."""
    told = [
        one for fact in context.scenario.faits for one in find_values(context.value(fact.id), context.today)
    ]
    return any(same_value(value, one) for one in told)


def elsewhere(value: str, context: Context, words: tuple[str, ...] = ()) -> Place | None:
    """What stands in place of words that are missing: almost the same, another of the same list, somebody else."""
    rival = somebody_else(value, words, context)
    return (
        _near_words(value, context)
        or (context.view.place(*rival) if rival is not None else None)
        or _sibling(value, context)
        or _anybody(context)
    )


def sentence(text: str, offset: int) -> str:
    """The sentence around an offset, its line at most."""
    first = text.rfind("\n", 0, offset) + 1
    start = max((match.end() for match in _STOP.finditer(text, first, offset)), default=first)
    after = _STOP.search(text, offset)
    line = text.find("\n", offset)
    ends = [after.start()] if after is not None else []
    return text[start : min([*ends, *([line] if line >= 0 else [])], default=len(text))]


def somebody_else(value: str, words: tuple[str, ...], context: Context) -> tuple[int, int] | None:
    """Where the text gives another person of the story the part of the one that `value` names.

    The right person is nowhere in the text, and one other is named in a sentence that speaks of the matter.
    """
    right = proper(value)
    text = context.view.text
    if not right or set(re.findall(r"[\w-]+", plain(text))) & right:
        return None
    about = _roots(words[:1]) - _ANY - {name[:ROOT] for name in right}
    words_too = _roots(words) - _ANY - {name[:ROOT] for name in right}
    people = {plain(word) for word in names(context.scenario)} | {
        plain(word) for line in _listed(context) for word in line.split()
    }
    found: dict[str, tuple[int, int]] = {}
    for match in _PERSON.finditer(text):
        if _TOLD_TO.search(plain(text[max(0, match.start() - _ROOM) : match.start()])):
            continue  # « les régimes signalés à Fanny »: she was told, it is not about her
        named = set(re.findall(r"[\w-]+", plain(_TITLES.sub("", match.group()))))
        spoken = sentence(text, match.start())
        if spoken.count(",") >= _LISTED:
            spoken = next((one for one in spoken.split(",") if match.group() in one), spoken)
        said = _roots((spoken.replace(match.group(), " "),)) - people
        if not named <= people or (not said & about and len(said & words_too) < SEVERAL):
            continue
        found.setdefault(plain(match.group()), match.span())
    if len(found) < SEVERAL:
        return next(iter(found.values()), None)
    gaps = sorted((_gap(text, span, about), span) for span in found.values())
    return gaps[0][1] if gaps[0][0] < gaps[1][0] else None


def _gap(text: str, span: tuple[int, int], about: set[str]) -> int:
    """Code points from a name to the nearest word after it, in its line, that speaks of the matter."""
    line = text[span[1] :].partition("\n")[0]
    starts = [word.start() for word in re.finditer(r"\w{4,}", line) if plain(word.group())[:ROOT] in about]
    return min(starts, default=10_000)


def proper(value: str) -> frozenset[str]:
    """The folded names of a value that begins with a person’s name: « Mme Lacaze, à la mairie »; empty for others."""
    head = re.match(r"(?:(?:M\.|Mme|Mlle) )?[A-ZÀ-Ý][\w’'-]+(?: [A-ZÀ-Ý][\w’'-]+)*(?=,|$)", value)
    if head is None or re.match(r"(?:La|Le|Les|L’|Un|Une|Des)\b", value):
        return frozenset()
    return frozenset(re.findall(r"[\w-]{3,}", plain(_TITLES.sub("", head.group()))))


def _listed(context: Context) -> list[str]:
    """Names of several words that the tables handed out hold."""
    lines = [
        cell.text for one in context.start.values() for sheet in one.sheets for cell in sheet.cells.values()
    ]
    lines += [
        text for one in context.start.values() for table in one.tables for row in table.rows for text in row
    ]
    return [line for line in dict.fromkeys(lines) if _NAME.fullmatch(line.strip())]


def _roots(texts: tuple[str, ...]) -> set[str]:
    return {word[:ROOT] for text in texts for word in re.findall(r"\w{4,}", plain(text))}


def _sibling(value: str, context: Context) -> Place | None:
    """Another entry of the column in which a table handed out holds this value: « Artimon » for « Réfectoire »."""
    for document in context.start.values():
        for sheet in document.sheets:
            columns = {
                column for (_, column), cell in sheet.cells.items() if plain(cell.text) == plain(value)
            }
            names = [cell.text for (_, column), cell in sheet.cells.items() if column in columns]
            for name in dict.fromkeys(names):
                spans = context.view.find(name) if _LETTERS.search(plain(name)) and name != value else []
                if spans:
                    return context.view.place(*spans[0])
    return None


def _near_words(value: str, context: Context) -> Place | None:
    """Where almost the same words stand: a name with a letter less, a hashtag cut in two."""
    view = context.view
    wanted = plain(value)
    size = len(value.split())
    if not _LETTERS.search(wanted) or len(wanted) < SHORTEST:
        return None
    parts = list(re.finditer(r"\S+", view.text))
    best: tuple[float, int, int] = (ALMOST, 0, 0)
    for count in {size - 1, size, size + 1} - {0}:
        for rank in range(len(parts) - count + 1):
            start, end = parts[rank].start(), parts[rank + count - 1].end()
            if abs(end - start - len(wanted)) > len(wanted) // 3 + 1 or "\n" in view.text[start:end]:
                continue
            run = plain(view.text[start:end]).strip(" .,;:!?()«»")
            matcher = SequenceMatcher(None, run, wanted)
            if matcher.quick_ratio() > best[0] and matcher.ratio() > best[0]:
                best = matcher.ratio(), start, end
    return view.place(best[1], best[2]) if best[2] else None


def _anybody(context: Context) -> Place | None:
    """The only person named that nothing in the story knows: perhaps what stands in place of the missing words."""
    found = _stranger(context)
    return context.view.place(*found) if found is not None else None


def _stranger(context: Context) -> tuple[int, int] | None:
    """The only person named that the story does not know, whoever signs left out."""
    view = context.view
    story = {plain(word) for word in names(context.scenario)} | context.written
    signing = {view.start(rank) for rank in range(max(0, len(view.blocks) - 4), len(view.blocks))}
    found = [
        match
        for match in _NAME.finditer(view.text)
        if match.start() not in signing and not any(plain(word) in story for word in match.group().split())
    ]
    return found[0].span() if len({match.group() for match in found}) == 1 else None


def _closer(one: str, two: str, wanted: str) -> bool:
    """Whether the first text is nearer to what is wanted, or says the same as the second."""
    return one == two or _likeness(one, wanted) > _likeness(two, wanted)


def _likeness(one: str, two: str) -> float:
    return SequenceMatcher(None, plain(one), plain(two)).ratio()


def spoken_of(words: tuple[str, ...], context: Context) -> Place:
    """The sentence that speaks most of what is missing; the first real one when none does."""
    view = context.view
    roots = {word[:ROOT] for text in words for word in re.findall(r"\w{4,}", plain(text))}
    blocks = [{word[:ROOT] for word in re.findall(r"\w+", plain(block.text))} for block in view.blocks]
    spread = {
        root: 1 / max(1, sum(root in block for block in blocks)) for root in roots
    }  # rare words tell more
    best: tuple[float, int] | None = None
    for rank, said in enumerate(blocks):
        label = re.match(r"\W*(\w{4,}) ?:", plain(view.blocks[rank].text))
        hits = sum(spread[root] for root in roots & said) + bool(label and label[1][:ROOT] in roots)
        if hits and (best is None or hits > best[0]):
            best = hits, rank
    if best is None:
        return view.main()
    start = view.start(best[1])
    return view.place(start, start + len(view.blocks[best[1]].text))
