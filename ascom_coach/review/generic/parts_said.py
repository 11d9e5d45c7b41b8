"""Parts that a sentence gives with their whole: « 35 personnes : 20 adultes et 15 enfants »."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from decimal import Decimal

from ascom_coach.language import Value, plain
from ascom_coach.review.generic.draft import Draft, Hit, wrong

_OPENS = re.compile(r"(?: \w+){0,3} ?(?:: ?|\(|, soit |\(soit )(?:avec )?")
_JOINS = re.compile(r"(?: [\w'-]+){0,3}(?:, | et |, et | \+ )")
_CLOSES = re.compile(r"(?: [\w'-]+){0,3}(?: ?: ?|, soit |, ce qui fait |, au total,? )")
_ENDS = re.compile(r"(?: [\w'-]+){0,3} ?(?:[.;!)\n]|$)")
_ABOUT = re.compile(r"(?<!\w)(?:environ|presque|maximum|minimum|au moins|au plus|dont)(?!\w)")
_SLIP = Decimal("0.25")
"""Share of the whole beyond which the parts are those of something else."""


def parts_said(draft: Draft) -> Iterator[Hit]:
    """A whole that is not the sum of the parts told behind it. Parts that are far from it count something else."""
    counts = [
        one for one in draft.values if one.kind in ("quantite", "montant") and isinstance(one.value, Decimal)
    ]
    for rank, whole in enumerate(counts):
        parts = _parts(draft, counts[rank:]) or _parts_before(draft, counts[: rank + 1])
        if (
            len(parts) < 2
            or whole.approximate
            or any(one.approximate or one.kind != whole.kind for one in parts)
        ):
            continue
        total = sum((one.value for one in parts if isinstance(one.value, Decimal)), Decimal(0))
        assert isinstance(whole.value, Decimal)
        if total != whole.value and abs(total - whole.value) <= max(Decimal(3), whole.value * _SLIP):
            message = f"Les parties font {f'{total.normalize():f}'.replace('.', ',')}, et non ce nombre."
            place = draft.view.place(min(whole.start, parts[0].start), max(whole.end, parts[-1].end))
            yield wrong(
                message,
                place,
                "Le total ou l’une des parties : qu’est-ce qui est juste ?",
                mark=f".total{rank}",
            )


def _parts(draft: Draft, counts: list[Value]) -> list[Value]:
    """The values that a sentence adds up behind the first one, to its end."""
    text = draft.view.text
    found: list[Value] = []
    for one, two in itertools.pairwise(counts):
        gap = plain(text[one.end : two.start])
        if not (_JOINS if found else _OPENS).fullmatch(gap) or _ABOUT.search(gap):
            break
        found.append(two)
    return found if found and _ENDS.match(plain(text[found[-1].end : found[-1].end + 60])) else []


def _parts_before(draft: Draft, counts: list[Value]) -> list[Value]:
    """The values that a sentence adds up before their whole: « trois relieurs, quatre apprentis : huit personnes »."""
    text = draft.view.text
    found: list[Value] = []
    for one, two in itertools.pairwise(reversed(counts)):  # from the whole, backwards
        gap = plain(text[two.end : one.start])
        if not (_JOINS if found else _CLOSES).fullmatch(gap) or _ABOUT.search(gap):
            break
        found.insert(0, two)
    opens = not found or re.search(r"(?:^|[.!?;:\n])[^\d]{0,30}$", text[: found[0].start])
    return (
        found if opens and counts and _ENDS.match(plain(text[counts[-1].end : counts[-1].end + 60])) else []
    )
