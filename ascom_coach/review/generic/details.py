# ruff: noqa: E501 -- a pattern stays on one line
"""Check of references, phone numbers, postcodes and names in a text: whole, and the same all along. Tables have `sheets.entries`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ascom_coach.review.generic.draft import Draft, Hit, good, wrong
from ascom_coach.review.generic.written_twice import names_spelt, titled_twice

_CALL = re.compile(
    r"(?<!\w)(?:tel(?:ephone)?\.?|portable|mobile|fixe|(?:joindre|joignable|appele[rz]|rappele[rz]|contacte[rz]|telephone[rz]|disposition|reponds?|renseignements?|infos?|informations?|contacts?|reservations?|inscriptions?)(?: \w+)?(?: au)?)\s*:?\s*"
    r"(?P<number>(?:\+33 ?(?:\(0\) ?)?[1-9]|0[1-9])(?:[ .-]?\d){4,11})(?![\d/])(?!\s?(?:€|euros?|h(?!\w)|%))"
)
_PHONE = re.compile(r"(?:\+33(?:\(0\))?|0)[1-9]\d{8}")
_SHORT = re.compile(
    r"(?:^|,\s*|\s[–-]\s)(?:f-)?(?P<code>\d{4}|\d{6}) (?!(?:euros?|eur|places?|km|m2|points?|articles?|pieces?|h)(?!\w))[a-z][a-z' -]{2,}(?:\s+cedex\s*\d*)?\W*$",
    re.MULTILINE,
)
_STREET = re.compile(
    r"(?<!\w)(?:rue|avenue|av\.|place|quai|boulevard|bd|chemin|allee|impasse|route|cours|square|esplanade|lieu-dit|zone|z\.?[ai]\.?|bp) "
)
_SEVERAL = 4
"""References of one shape from which a text is about a list of them."""


def whole(draft: Draft, lot: tuple[Draft, ...]) -> Iterator[Hit]:
    """No phone number with a digit too few or too many, no postcode of four, no digits swapped, no name spelt twice."""
    if draft.document.sheets or not draft.view.blocks:
        return
    hits = [*_phones(draft), *_postcodes(draft), *_swapped(draft), *names_spelt(draft), *titled_twice(draft)]
    yield from hits
    if not hits:
        yield good("Les références et les coordonnées sont entières.", draft.view.main())


def _phones(draft: Draft) -> Iterator[Hit]:
    for number, match in enumerate(_CALL.finditer(draft.folded.text), 1):
        if not _PHONE.fullmatch(re.sub(r"[ .-]", "", match["number"])):
            place = draft.view.place(*draft.folded.span(*match.span("number")))
            message = "Ce numéro de téléphone n’a pas dix chiffres."
            yield wrong(message, place, "Vérifiez-le dans le document d’origine.", mark=f".telephone{number}")


def _postcodes(draft: Draft) -> Iterator[Hit]:
    """« 4100 Blois » under or after a street. Belgian, Swiss and Luxembourg codes have four digits: never charged."""
    text = draft.folded.text
    for number, match in enumerate(_SHORT.finditer(text), 1):
        start = text.rfind("\n", 0, match.start())
        before = text[text.rfind("\n", 0, max(start, 0)) + 1 : match.start("code")]
        if _STREET.search(before):
            place = draft.view.place(*draft.folded.span(*match.span("code")))
            message = "Ce code postal n’a pas cinq chiffres."
            yield wrong(message, place, "Vérifiez-le dans le document d’origine.", mark=f".postal{number}")


def _swapped(draft: Draft) -> Iterator[Hit]:
    """« C-4471 » and « C-4417 », never said together: one of the two is a slip."""
    seen: dict[str, list[tuple[int, int]]] = {}
    for value in draft.values:
        code = str(value.value)
        if (
            value.kind in ("reference", "telephone")
            and value.unit != "url"
            and len(re.findall(r"\d", code)) >= 4
        ):
            seen.setdefault(code, []).append((value.start, value.end))
    codes = list(seen)
    for rank, one in enumerate(codes):
        near = [two for two in codes[:rank] if _turned(one, two)]
        shape = re.sub(r"\d", "0", one)
        alike = [code for code in codes if re.sub(r"\d", "0", code) == shape]
        if len(near) != 1 or len(alike) >= _SEVERAL or _together(draft, seen[one], seen[near[0]]):
            continue
        message = "Deux chiffres sont échangés par rapport à ce qui est écrit ailleurs dans ce document."
        yield wrong(
            message,
            draft.view.place(*seen[one][0]),
            "Laquelle des deux écritures est la bonne ?",
            mark=".echange",
        )
        return


def _turned(one: str, two: str) -> bool:
    """Whether two codes differ by two neighbouring digits, swapped."""
    if len(one) != len(two):
        return False
    apart = [at for at in range(len(one)) if one[at] != two[at]]
    return (
        len(apart) == 2
        and apart[1] == apart[0] + 1
        and one[apart[0]] == two[apart[1]]
        and one[apart[1]] == two[apart[0]]
    )


def _together(draft: Draft, first: list[tuple[int, int]], second: list[tuple[int, int]]) -> bool:
    """Whether one sentence or line names both: two different things, then."""
    text = draft.view.text
    for one, _ in first:
        for two, _ in second:
            low, high = sorted((one, two))
            if "\n" not in text[low:high] and not re.search(r"[.!?] ", text[low:high]):
                return True
    return False
