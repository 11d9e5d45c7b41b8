# ruff: noqa: E501 -- a pattern stays on one line
"""Looks at a text beside the model and the tables handed out: parts lost, a list cut short, another number of the same words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from ascom_coach.documents import Block, Document
from ascom_coach.language import all_values, plain
from ascom_coach.review.generic.draft import Hit, wrong
from ascom_coach.review.text_view import clipped
from ascom_coach.review.watch.matters import roots
from ascom_coach.review.watch.meanings import QUOTED
from ascom_coach.review.watch.watch import Watch
from ascom_coach.scenarios import controls as ask

_NUMBERS = "un une deux trois quatre cinq six sept huit neuf dix onze douze quinze vingt trente".split()  # noqa: SIM905
_COUNT = re.compile(rf"(?<![\w-])(?:{'|'.join(_NUMBERS[2:])})(?![\w-])")
_SAME = 4
_VALUES = (3, 12)
_SHARE = 0.6
_SHORT = 30
_FEW_WORDS = 2
_PARTLY, _SEVERAL = 0.34, 2
"""Words of a part that are kept, and kinds of values it gives, all given here too: the part has another name."""
_BRIEF = 3
"""Words of a part that is a line or so: said elsewhere when the text has the words of its heading."""


def model_kept(watch: Watch) -> Iterator[Hit]:
    """A part of the model on which the text is made is not lost with all that it said."""
    if not watch.is_text or watch.context.production.type in ("emailing", "page_web", "message_interne"):
        return
    mine = _title(watch.document)
    model = next(
        (one for one in watch.story.start.values() if not one.sheets and mine and _title(one) == mine), None
    )
    if model is None:
        return
    heads = {plain(block.text).strip() for block in watch.view.blocks}
    here = roots(watch.view.text)
    parts = [block for block in watch.view.blocks if block.kind == "heading"]
    if len(parts) > sum(1 for _ in _sections(model)):
        return  # as many parts as the model, under other headings: what each must say is looked for elsewhere
    names = roots(" ".join((*watch.story.people, *_must_go(watch))))
    stated = {value.kind for value in watch.context.values}
    for number, (head, body) in enumerate(_sections(model), 1):
        own = roots(body) - roots(head)
        kept = len(own & here) / max(1, len(own))
        told = kept >= (0.5 if not roots(head) & here else 0.34)
        told = told or (
            kept >= _PARTLY and _SEVERAL <= len(_kinds(body, watch) & stated) == len(_kinds(body, watch))
        )
        told = told or (bool(roots(head)) and roots(head) <= here and len(own - names) <= _BRIEF)
        told = told or (head.strip().endswith("?") and _asked_of_somebody(watch))
        if plain(head).strip() not in heads and own and not told:
            message = f"Une partie du modèle n’y est plus : « {head.strip()} »."
            yield wrong(
                message, watch.view.last(), "Vos lecteurs en ont-ils encore besoin ?", mark=f".{number}"
            )


def _asked_of_somebody(watch: Watch) -> bool:
    """Whether a line that is a question stands above a person of the story: « Besoin d’une précision ? Joaquim Teles »."""
    people = watch.story.people
    return any(
        one.text.strip().endswith("?") and len(people & set(re.findall(r"[\w’'-]+", after.text))) >= _SEVERAL
        for one, after in pairwise(watch.view.blocks)
    )


def _kinds(text: str, watch: Watch) -> set[str]:
    """What kinds of values a part gives: a day and hours, under any title."""
    return {value.kind for value in all_values(text, watch.context.today)}


def _must_go(watch: Watch) -> Iterator[str]:
    """Values that a control wants out of the text."""
    for one in watch.context.production.controles:
        if isinstance(one, ask.ValuesAbsent):
            yield from one.valeurs


def _title(document: Document) -> str:
    """The folded title of a text: a title, or a heading of the first rank."""
    heads = (
        one for one in document.visible if one.kind == "title" or (one.kind == "heading" and one.level == 1)
    )
    return next((plain(one.text).strip() for one in heads), "")


def _sections(document: Document) -> Iterator[tuple[str, str]]:
    head, body = "", ""
    for block in document.visible:
        if block.kind == "heading":
            if head and body:
                yield head, body
            head, body = block.text, ""
        elif block.kind not in ("header", "footer"):
            body += f"\n{block.text}"
    if head and body:
        yield head, body


def whole_list(watch: Watch) -> Iterator[Hit]:
    """A line that names most values of a column of the tables (zones, rooms) names them all, unless it says otherwise."""
    if not watch.is_text:
        return
    text = plain(watch.view.text)
    tables = [*watch.context.others, *watch.story.start.values()]
    told: set[str] = set()
    for values in _columns(tables):
        for block in watch.view.blocks:
            line = plain(block.text)
            there = {one for one in values if _named(one, line)}
            if len(there) >= _VALUES[0] and len(there) >= _SHARE * len(values):
                yield from _strangers(watch, block, values)
            lacks = {one for one in values - there if not _named(one, text)}
            enough = len(there) >= _VALUES[0] and len(there) >= _SHARE * len(values)
            if not enough or not lacks or len(line.split()) > _SHORT or QUOTED.search(line) or told & lacks:
                continue
            told |= lacks
            names = ", ".join(sorted(lacks))
            message = f"Cette énumération oublie quelque chose : {names}."
            yield wrong(
                message,
                (block.locator, clipped(block.text)),
                "Comparez avec le tableau.",
                mark=f".{len(told)}",
            )


def _strangers(watch: Watch, block: Block, values: set[str]) -> Iterator[Hit]:
    """« …, cale, parking : comptage sur place » when no document knows a parking."""
    listed = re.split(r"[:(.]", block.text)[0]
    for number, item in enumerate(re.split(r", | et | ou ", listed), 1):
        words = re.findall(r"[a-z][\w'-]{3,}", plain(item))
        if not 0 < len(words) <= _FEW_WORDS or any(_named(one, plain(item)) for one in values):
            continue
        if (
            watch.whole
            and not set(words) & watch.story.words
            and not any(plain(item).strip() in one for one in values)
        ):
            message = f"« {item.strip()} » n’est dans aucun de vos documents."
            yield wrong(
                message, (block.locator, clipped(block.text)), "D’où vient-il ?", mark=f".de_trop{number}"
            )


def _named(value: str, line: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(value)}s?(?!\w)", line))


def _columns(documents: list[Document]) -> Iterator[set[str]]:
    """The folded values of the columns that hold a few words, most of them several times."""
    for document in documents:
        for sheet in document.sheets:
            columns: dict[int, list[str]] = {}
            for cell in sheet.cells.values():
                if isinstance(cell.value, str) and re.search(r"[^\W\d]{3}", cell.text) and not cell.hidden:
                    columns.setdefault(cell.column, []).append(plain(cell.text).strip())
            for texts in columns.values():
                often = Counter(texts)
                values = {one for one, count in often.items() if count > 1 and len(one.split()) <= 4}
                if _VALUES[0] < len(values) <= _VALUES[1]:
                    yield values


def same_words(watch: Watch) -> Iterator[Hit]:
    """« Vous comptez à trois » where the same words of a paper say « à deux »."""
    if not watch.is_text:
        return
    papers = list(
        dict.fromkeys(
            clause for line in watch.story.spoken for clause in _clauses(line) if _COUNT.search(clause)
        )
    )
    said = plain("\n".join(watch.story.spoken))
    number = 0
    for start, end in watch.draft.sentences:
        sentence = plain(watch.view.text[start:end])
        if QUOTED.search(re.sub(r"indiquee?s? (?:au|aux|dans|sur)", " ", sentence)) or not _COUNT.search(
            sentence
        ):
            continue
        for clause in _clauses(sentence):
            match = _COUNT.search(clause)
            if match is None:
                continue
            mine = _bare(clause)
            others = [one for one in papers if _alike(mine, _bare(one)) and len(_COUNT.findall(one)) == 1]
            near = (
                rf"{match.group()} {re.escape(after[0])}" if (after := clause[match.end() :].split()) else ""
            )
            if (
                not others
                or any(match.group() in re.findall(r"[\w-]+", one) for one in others)
                or (near and re.search(near, said))
            ):
                continue
            number += 1
            yield wrong("Ce nombre n’est pas celui de vos documents.", watch.view.place(start, end),
                        "Comparez avec le modèle remis.", mark=f".{number}")  # fmt: skip


def _clauses(line: str) -> list[str]:
    return [one.strip() for one in re.split(r"[.;:!?\n]", plain(line)) if len(one.split()) >= _SAME]


def _bare(clause: str) -> frozenset[str]:
    return frozenset(word for word in re.findall(r"[a-z]{3,}", clause) if word not in _NUMBERS)


def _alike(one: frozenset[str], two: frozenset[str]) -> bool:
    return len(one & two) >= _SAME and len(one & two) >= 0.75 * min(len(one), len(two))
