"""What the story ties together: a matter, the words that name it, its value; and which words stand beside which values.

Words are compared by their first letters (`roots`), so that « facture », « facturé » and « factures » are one.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import takewhile

from ascom_coach.documents import Document
from ascom_coach.language import all_values, plain
from ascom_coach.review.workbooks.cells import amount, number_in
from ascom_coach.scenarios.schema import Fact

_ROOT = 5
_EMPTY = frozenset(
    re.findall(
        r"\w+",
        """les des une aux par pour avec dans sur sous chez vers entre sans mais donc car que qui quoi dont est
        sont sera seront etait ete etre avoir ont son ses mon mes ton tes nos vos notre votre leur leurs cette ces cet
        elle elles ils nous vous tout toute tous toutes tres plus moins bien aussi comme quel quelle quels quelles
        combien quand ici cela ceci cest sil oui non""",
    )
)
"""Words that name nothing."""
_MOST_ROWS = 400
_ENOUGH = 2
"""Words of a value that make a line of a document be about it."""

_PRICED = re.compile(
    r"(?:[-–—•*] )?(?P<label>[^\W\d_][\w’' -]{3,40}?) ?: (?P<price>\d[\d ]*(?:[.,]\d{1,2})? ?€)(?=[ .,;]|$)"
)
"""A line of a price list: « Panier du large : 14,50 €. Salade, dessert »."""

Key = tuple[str, str]
"""The kind of a value and the value itself, as compared."""


@lru_cache(maxsize=20_000)
def roots(text: str) -> frozenset[str]:
    """Beginnings of the words of a text that say something: « la facture d’acompte » gives `factu`, `acomp`."""
    words = re.findall(r"[^\W\d_]{3,}", plain(text))
    return frozenset(word[:_ROOT] for word in words if word not in _EMPTY)


def key(kind: str, value: object) -> Key:
    """A value as it is compared: 240 and 240,00 are one."""
    return kind, f"{value.normalize():f}" if isinstance(value, Decimal) else str(value)


@dataclass(frozen=True)
class Matter:
    """A thing with a value: a fact (`fact`), or a row of a list handed out (`family` names the list).

    `label` holds the words that always name it, `words` those and its keywords.
    """

    about: str
    label: frozenset[str]
    words: frozenset[str]
    text: str
    values: frozenset[Key]
    fact: str = ""
    family: str = ""
    said: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()


@dataclass(frozen=True)
class Unit:
    """A line or a row of the story: the roots and the values that stand together there."""

    words: frozenset[str]
    values: frozenset[Key]


@dataclass(frozen=True)
class Lore:
    """All that the looks at meanings compare a copy with. `papers`: lines of the documents handed out; `rules`: what
    was ordered and what is known to be wrong; `faults`: the latter alone, with the fact that each is about."""

    matters: tuple[Matter, ...]
    units: tuple[Unit, ...]
    papers: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()

    def together(self, word: str, value: Key) -> bool:
        """Whether the story ever writes that word near that value."""
        return any(word in unit.words and value in unit.values for unit in self.units)

    def near(self, some: frozenset[str], others: frozenset[str]) -> bool:
        """Whether a line of the story holds a word of both."""
        return any(unit.words & some and unit.words & others for unit in self.units)


def lore_of(
    facts: Iterable[tuple[Fact, str]],
    lines: Sequence[str],
    papers: Sequence[str],
    documents: Mapping[str, Document],
    today: dt.date,
    rules: Sequence[str] = (),
    faults: Sequence[str] = (),
) -> Lore:
    """What a story ties together: its facts with their present values, every line told (`lines`), every line and every
    document handed out (`papers`, `documents`)."""
    known = [fact_matter(fact, value, today, papers) for fact, value in facts]
    listed = [row for name, one in documents.items() for row in priced_rows(name, one, today)]
    units = [Unit(roots(line), _keys(line, today)) for line in dict.fromkeys((*lines, *papers))]
    units += [Unit(one.words, one.values) for one in known]
    units += [unit for one in documents.values() for unit in _row_units(one, today)]
    return Lore((*known, *listed), tuple(units), tuple(papers), tuple(rules), tuple(faults))


def fact_matter(fact: Fact, value: str, today: dt.date, papers: Sequence[str] = ()) -> Matter:
    """The matter of a fact whose value is now `value`; a line of a document said to hold it speaks for it."""
    words = frozenset[str]().union(*(roots(text) for text in (fact.porte_sur, *fact.mots_cles)))
    said = (value, *(line.replace("{valeur}", value) for line in fact.reponses))
    own = roots(value)
    if fact.aussi_dans and len(own) >= _ENOUGH:
        said += tuple(line for line in papers if own <= roots(line))
    return Matter(
        fact.porte_sur, roots(fact.porte_sur), words, value, _keys(value, today), fact.id, said=said,
        keywords=fact.mots_cles,
    )  # fmt: skip


def priced_rows(name: str, document: Document, today: dt.date) -> Iterator[Matter]:
    """Rows of the lists of a document that give one amount to one thing: « Déplacement | 48,00 € »."""
    for rank, rows in enumerate(_lists(document, today)):
        seen: dict[frozenset[str], list[tuple[str, Decimal]]] = {}
        for label, number in rows:
            seen.setdefault(roots(label), []).append((label, number))
        for words, found in seen.items():
            if words and len(found) == 1 and len(rows) > 1:
                label, number = found[0]
                value = frozenset([key("montant", number)])
                yield Matter(
                    f"«\u00a0{label.strip()}\u00a0»", words, words, "", value, family=f"{name}.{rank}"
                )


def _lists(document: Document, today: dt.date) -> Iterator[list[tuple[str, Decimal]]]:
    for rows in _sheets(document):
        yield list(_single(rows))
    for table in document.tables:
        lines = [[(text, _euros(text, today)) for text in row if text.strip()] for row in table.rows]
        yield list(_single(lines))
    yield [
        (match["label"], number)
        for block in document.visible
        if block.kind != "table_cell" and (match := _PRICED.match(block.text.strip()))
        and (number := _euros(match["price"], today)) is not None
    ]  # fmt: skip


def _sheets(document: Document) -> Iterator[list[list[tuple[str, Decimal | None]]]]:
    """The rows of each sheet, as (text, number it shows)."""
    for sheet in document.sheets:
        rows: dict[int, list[tuple[str, Decimal | None]]] = {}
        for (row, _), cell in sorted(sheet.cells.items()):
            if not cell.text.strip():
                continue
            if row not in rows and len(rows) >= _MOST_ROWS:
                break
            rows.setdefault(row, []).append((cell.text, amount(cell)))
        yield list(rows.values())


def _euros(text: str, today: dt.date) -> Decimal | None:
    """The amount that a cell of a text is, None when it says more."""
    found = all_values(text, today)
    if len(found) == 1 and found[0].kind == "montant" and isinstance(found[0].value, Decimal):
        return found[0].value if len(found[0].text) >= len(text.strip()) - 4 else None
    return number_in(text)


def _single(rows: Iterable[Sequence[tuple[str, Decimal | None]]]) -> Iterator[tuple[str, Decimal]]:
    """Rows made of one label and one number."""
    for row in rows:
        labels = [text for text, number in row if number is None]
        numbers = [number for _, number in row if number is not None]
        if len(labels) == 1 and len(numbers) == 1:
            yield labels[0], numbers[0]


def _row_units(document: Document, today: dt.date) -> Iterator[Unit]:
    """One unit a row of a table; the words above its first number speak of all its rows."""
    for rows in _sheets(document):
        tops = takewhile(lambda row: all(number is None for _, number in row), rows)
        above = " ".join(text for row in tops for text, _ in row)
        for row in rows:
            text = " | ".join(text for text, _ in row)
            numbers = {key("montant", number) for _, number in row if number is not None}
            yield Unit(roots(f"{above} {text}"), _keys(text, today) | numbers)
    for table in document.tables:
        above = " ".join(table.rows[0]) if table.rows else ""
        for line in table.rows:
            yield Unit(roots(f"{above} {' '.join(line)}"), _keys(" | ".join(line), today))


def _keys(text: str, today: dt.date) -> frozenset[Key]:
    return frozenset(key(value.kind, value.value) for value in all_values(text, today))
