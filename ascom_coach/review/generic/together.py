# ruff: noqa: E501 -- a pattern or an example stays on one line
"""Checks between the files of one hand-in: the amount in the mail is the amount in the workbook."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from decimal import Decimal

from ascom_coach.language import Value, one_edit, plain
from ascom_coach.review.generic.draft import Draft, Hit, good, wrong
from ascom_coach.review.generic.sums import made_up, stated_amounts

_ANNOUNCED = re.compile(
    r"ci[- ]joint|en piece jointe|vous trouverez|le tableau|la facture|le devis|notre devis|votre facture|le classeur|le fichier|l'avoir"
)
_CENT = Decimal("0.01")
_NAME = re.compile(r"(?<!\w)(?:M\.|Mme|Mlle|Madame|Monsieur)\s+(?P<name>[A-ZÉÈÀÂÎÔÇ][\w’'-]{4,})")
_LABELS = (
    ("l’échéance", re.compile(r"echeance(?: (?:le|du|au|fixee au))?\s*:?\s*(?:le )?$")),
    ("la livraison", re.compile(r"livraison(?: (?:le|du|prevue le|prevue|aura lieu le))?\s*:?\s*(?:le )?$")),
    ("la réunion", re.compile(r"reunion(?: (?:le|du|aura lieu le|se tiendra le))?\s*:?\s*(?:le )?$")),
    ("l’intervention", re.compile(r"intervention(?: (?:le|du|prevue le|aura lieu le))?\s*:?\s*(?:le )?$")),
)


def agree(draft: Draft, lot: tuple[Draft, ...]) -> Iterator[Hit]:
    """What this file says is what the other files of the hand-in say."""
    if not lot:
        return
    looked = False
    for hit in (*_amounts(draft, lot), *_references(draft, lot), *_names(draft, lot), *_dates(draft, lot)):
        looked = True
        if hit.status == "defaut":
            yield hit
    if looked:
        yield good("Ce fichier dit la même chose que les autres de la remise.", draft.view.main())


def _tied(draft: Draft, other: Draft) -> bool:
    """Whether two files speak of the same business: a reference in common."""
    return bool(_refs(draft) & _refs(other))


def _refs(draft: Draft) -> set[str]:
    found = {str(one.value) for one in draft.values if one.kind == "reference"}
    return {one for one in found if len(one) >= 4}


def _amounts(draft: Draft, lot: tuple[Draft, ...]) -> Iterator[Hit]:
    """A total said in a sentence stands among the numbers of the file it is about."""
    sources = [other for other in lot if other.totals or other.document.sheets]
    tied = [other for other in sources if _tied(draft, other)]
    told = bool(_ANNOUNCED.search(draft.folded.text))
    aimed = tied or (sources if told and len(sources) == 1 else [])
    if not aimed:
        return
    known = set(draft.numbers) | made_up(draft)
    for other in aimed:
        known |= other.numbers | {one.value for one in other.totals}
        known |= {
            one.value for one in other.values if one.kind == "montant" and isinstance(one.value, Decimal)
        }
    for number, (value, _, start, end) in enumerate(stated_amounts(draft), 1):
        if any(abs(value - one) < _CENT for one in known):
            yield good("", draft.view.place(start, end))
        else:
            name = aimed[0].document.path.rpartition("/")[2]
            message = f"Ce montant n’est pas dans « {name} »."
            yield wrong(
                message,
                draft.view.place(start, end),
                "Lequel des deux fichiers est à jour ?",
                certain=bool(tied),
                mark=f".montant{number}",
            )


def _references(draft: Draft, lot: tuple[Draft, ...]) -> Iterator[Hit]:
    """A reference is not a typing slip of the only one of its kind in another file."""
    for kind, told in (("reference", "Cette référence"), ("telephone", "Ce numéro")):
        mine = [one for one in draft.values if one.kind == kind]
        for other in lot:
            theirs = {str(one.value) for one in other.values if one.kind == kind}
            if other.document.sheets or len(theirs) > 4:
                continue
            for value in mine:
                if str(value.value) in theirs:
                    yield good("", draft.view.place(value.start, value.end))
                    continue
                near = [one for one in theirs if _swapped(str(value.value), one)]
                if len(near) == 1 and near[0] not in {str(one.value) for one in mine}:
                    message = f"{told} s’écrit autrement dans « {other.document.path.rpartition('/')[2]} »."
                    yield wrong(
                        message,
                        draft.view.place(value.start, value.end),
                        "Laquelle est la bonne ?",
                        mark=f".{kind}",
                    )
                    return


def _swapped(one: str, two: str) -> bool:
    return one != two and len(one) == len(two) >= 5 and sorted(one) == sorted(two)


def _names(draft: Draft, lot: tuple[Draft, ...]) -> Iterator[Hit]:
    """A person keeps the same spelling."""
    mine = {match["name"]: match for match in _NAME.finditer(draft.view.text)}
    for other in lot:
        theirs = {match["name"] for match in _NAME.finditer(other.view.text)}
        for name, match in mine.items():
            if name in theirs:
                yield good("", draft.view.place(*match.span()))
                continue
            near = [one for one in theirs if one not in mine and one_edit(plain(name), plain(one))]
            if near and plain(near[0]) != plain(name):
                message = f"Ce nom s’écrit autrement dans « {other.document.path.rpartition('/')[2]} »."
                yield wrong(
                    message,
                    draft.view.place(*match.span()),
                    "Comment la personne signe-t-elle ?",
                    mark=".nom",
                )
                return


def _labelled_dates(draft: Draft) -> dict[str, set[tuple[dt.date, int, int]]]:
    found: dict[str, set[tuple[dt.date, int, int]]] = {}
    for value in draft.values:
        if value.kind != "date" or value.unit or not isinstance(value.value, dt.date):
            continue
        before = plain(draft.view.text[max(0, value.start - 40) : value.start]).replace("\n", " ")
        for label, pattern in _LABELS:
            if pattern.search(before):
                found.setdefault(label, set()).add((value.value, value.start, value.end))
    return found


def _dates(draft: Draft, lot: tuple[Draft, ...]) -> Iterator[Hit]:
    """The same deadline in two files about the same business."""
    mine = _labelled_dates(draft)
    for other in lot:
        if not _tied(draft, other):
            continue
        theirs = _labelled_dates(other)
        for label, dates in mine.items():
            days, others = {one[0] for one in dates}, {one[0] for one in theirs.get(label, ())}
            if len(days) == len(others) == 1:
                _, start, end = next(iter(dates))
                if days == others:
                    yield good("", draft.view.place(start, end))
                else:
                    name = other.document.path.rpartition("/")[2]
                    message = f"Pour {label}, « {name} » donne le {next(iter(others)):%d/%m/%Y}."
                    yield wrong(
                        message, draft.view.place(start, end), "Quelle date est la bonne ?", mark=".date"
                    )
                    return


_FACTS = ("date", "montant", "telephone", "heure")


def same_facts(draft: Draft, lot: tuple[Draft, ...]) -> Iterator[Hit]:
    """Versions of one text for several media: the shorter ones state nothing that the longest does not."""
    longest = max((draft, *lot), key=lambda one: one.view.words, default=draft)
    if not lot or draft is longest or longest.document.sheets:
        return
    known = {(one.kind, _key(one)) for one in longest.values}
    looked = 0
    for number, value in enumerate(draft.values, 1):
        if value.kind not in _FACTS or value.unit == "jour_semaine" or value.value == draft.day:
            continue
        looked += 1
        if (value.kind, _key(value)) not in known:
            name = longest.document.path.rpartition("/")[2]
            message = f"« {value.text.strip()} » n’est pas dans « {name} », la version la plus longue."
            yield wrong(
                message,
                draft.view.place(value.start, value.end),
                "Les deux versions disent-elles la même chose ?",
                mark=f".{number}",
            )
    if looked:
        yield good("Les faits sont les mêmes dans les deux versions.", draft.view.main())


def _key(value: Value) -> object:
    return value.value
