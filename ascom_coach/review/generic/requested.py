"""Check of what the instruction asks, each item said to be « lu dans la consigne »."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from difflib import SequenceMatcher

from ascom_coach.language import find_acts, find_values, mentions, plain, register_of, stems
from ascom_coach.review.checks.text import ACT_WORDS, PART_WORDS
from ascom_coach.review.generic.draft import Draft, Hit
from ascom_coach.review.generic.dress_asked import worn
from ascom_coach.review.generic.instruction import Demand, Instruction
from ascom_coach.review.generic.left_out import said_all_the_same
from ascom_coach.review.generic.plans import outside
from ascom_coach.review.gift_words import gift_kinds
from ascom_coach.review.text_view import Place
from ascom_coach.review.workbooks.cells import at, same_cell
from ascom_coach.review.workbooks.grid import open_sheets

_KINDS = {
    "date": "la date", "heure": "l’heure", "delai": "le délai", "montant": "le montant", "quantite": "la quantité",
    "pourcentage": "le pourcentage", "reference": "la référence", "telephone": "le téléphone", "courriel": "l’adresse",
    "couleur": "la couleur", "police": "la police", "nom": "le nom", "destinataire": "le destinataire",
    "point": "le point", "mots": "les mots",
}  # fmt: skip
_PARTS = PART_WORDS | {"tableau": "un tableau", "graphique": "un graphique", "image": "une image"}
_GESTURE = re.compile(
    r"(?:geste|remise|avoir|offr|rembours|bon d'achat|reduction|indemni|dedommag|rabais|cadeau|accord)"
)
_WEEKDAYS = frozenset(["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"])
_COPIED = ("reference", "courriel", "telephone")
"""What is copied sign by sign."""
_HASHTAGS = re.compile(r"(?P<count>\d{1,2}) (?:hashtags?|mots?[ -]dieses?)")
_HASHTAG = re.compile(r"(?<![\w&/])#[^\W\d_]\w*|(?<![\w&/])#\d+[^\W\d]\w*")
_SIMILAR = 0.7
_SHARE = 0.5
"""Part of the words of a point that must be found for it to be dealt with."""
_SHORT_NAME = 2
_CIVILITY = frozenset(
    ["m.", "mme", "mlle", "me", "dr", "monsieur", "madame", "mademoiselle", "maitre", "docteur"]
)


@dataclass(frozen=True, slots=True)
class Answer:
    """Whether one file answers a demand: True, False, or None when the demand does not bear on it.

    `nearly`: at `place` stands a reference, a number or an address with a slip.
    """

    met: bool | None
    place: Place = (None, "")
    nearly: bool = False


def requested(draft: Draft, lot: tuple[Draft, ...], instruction: Instruction, first: bool) -> Iterator[Hit]:
    """One hit a demand: met here, or met by no file of the hand-in (told once, on the first one)."""
    for number, demand in enumerate(instruction.demands, 1):
        if demand.role == "pour_vous":
            continue
        mine = answer(demand, draft)
        mark, told = f".{number}", _told(demand)
        if mine.met:
            yield Hit("conforme", f"{_good_words(demand)} ({told}).", mine.place, certain=True, mark=mark)
        elif mine.met is False:
            crossed = demand.role in ("a_eviter", "limite")
            elsewhere = not crossed and any(answer(demand, other).met for other in lot)
            if (first or crossed) and not elsewhere:
                words, hint = _wrong_words(demand), _hint(demand)
                if mine.nearly:
                    words, hint = (
                        "Vous écrivez presque la même chose que la consigne",
                        "Comparez les deux, signe par signe.",
                    )
                yield Hit(
                    "defaut", f"{words} ({told}).", mine.place, hint,
                    instruction.confirmed, mark,
                    severity="bloquant" if crossed and not demand.sort.startswith("mots_") else None,
                )  # fmt: skip


def _told(demand: Demand) -> str:
    return f"lu dans la consigne : {in_words(demand)}"


def in_words(demand: Demand) -> str:
    """A demand in a few French words: « la date « 12 mars » »."""
    if demand.sort == "partie":
        return _PARTS.get(demand.value, demand.value)
    if demand.sort == "acte":
        return ACT_WORDS.get(demand.value, demand.value)
    if demand.sort in ("mots_max", "mots_min"):
        return f"{demand.value} mots {'au plus' if demand.sort == 'mots_max' else 'au moins'}"
    if demand.sort == "registre":
        return f"le {demand.value}"
    if demand.sort == "ouverture":
        return f"quand on peut placer un créneau, « {demand.value} »"
    what = "la limite de" if demand.role == "limite" else _KINDS.get(demand.sort, "la valeur")
    return f"{what} « {demand.value} »"


def _good_words(demand: Demand) -> str:
    if demand.sort == "ouverture":
        return "Les créneaux sont aux jours et aux heures permis"
    words = {
        "limite": "Vous restez dans la limite",
        "a_eviter": "Vous laissez de côté ce qui ne doit pas être dit",
    }
    return words.get(demand.role, "Vous reprenez ce qui est demandé")


def _wrong_words(demand: Demand) -> str:
    if demand.sort in ("mots_max", "mots_min"):
        return "La longueur n’est pas celle demandée"
    if demand.sort == "ouverture":
        return "Un créneau sort des jours ou des heures permis"
    if demand.role == "a_eviter" and gift_kinds(plain(demand.value)):
        return "Vous accordez ici ce qui ne devait pas l’être"
    words = {"limite": "Vous dépassez une limite", "a_eviter": "On lit ici ce qui ne devait pas être dit"}
    return words.get(demand.role, "Je ne retrouve pas ceci")


def _hint(demand: Demand) -> str:
    if demand.role == "limite" or (demand.role == "a_eviter" and gift_kinds(plain(demand.value))):
        return "Que vous a-t-on permis ?"
    return (
        "Pourquoi vous a-t-on demandé de vous taire ?"
        if demand.role == "a_eviter"
        else "Votre lecteur en a-t-il besoin pour agir ?"
    )


def answer(demand: Demand, draft: Draft) -> Answer:
    """What a file says to a demand."""
    if demand.role == "limite":
        return _LIMITS.get(demand.sort, _gesture)(demand, draft)
    if demand.role == "a_eviter" and demand.sort == "acte":
        found = _act(demand, draft)
        return replace(found, met=None if found.met is None else not found.met)
    if demand.role == "a_eviter":
        return Answer(*said_all_the_same(draft, demand.value, values=demand.sort != "mots"))
    return _SORTS.get(demand.sort, _stated)(demand, draft)


def _stated(demand: Demand, draft: Draft) -> Answer:
    """A value, in any written form; in a workbook, a cell that says just that."""
    view, day = draft.whole, draft.today
    if match := _HASHTAGS.fullmatch(plain(demand.value)):
        marks = list(_HASHTAG.finditer(view.text))
        return Answer(
            len(marks) >= int(match["count"]), view.place(*marks[0].span()) if marks else view.main()
        )
    spans = mentions(view.text, demand.value, day) or view.find(demand.value)
    same = [span for span in spans if _one_weekday(demand.value, view.text[slice(*span)])]
    if spans:
        return Answer(bool(same), view.place(*(same or spans)[0]), nearly=not same)
    for sheet in open_sheets(draft.document):
        for cell in sheet.cells.values():
            if cell.text and not cell.hidden and same_cell(cell, demand.value, day):
                return Answer(True, at(cell))
    place = _slip(demand, draft)
    return Answer(False, place, nearly=place[0] is not None and demand.sort in _COPIED)


def _one_weekday(asked: str, written: str) -> bool:
    """Whether two writings of a date name one weekday, or one of them none: « jeudi 4 » is not « vendredi 4 »."""
    named = [
        set(re.findall(r"[a-z]+di(?!\w)|dimanche", plain(text))) & _WEEKDAYS for text in (asked, written)
    ]
    return not all(named) or named[0] == named[1]


def _slip(demand: Demand, draft: Draft) -> Place:
    """Where nearly the same thing stands."""
    wanted = find_values(demand.value, draft.today)
    if len(wanted) != 1:
        return None, ""
    near = [one for one in draft.values if one.kind == wanted[0].kind and one.unit == wanted[0].unit]
    if wanted[0].kind in _COPIED:
        near = [
            one
            for one in near
            if SequenceMatcher(None, plain(one.text), plain(demand.value)).ratio() >= _SIMILAR
        ]
    elif wanted[0].kind == "date":
        near = [one for one in near if one.value != draft.day and _one_slip(one.value, wanted[0].value)]
    return draft.view.place(near[0].start, near[0].end) if len(near) == 1 else (None, "")


def _one_slip(first: object, second: object) -> bool:
    """Whether two dates share their day or their month: another date of the text proves nothing."""
    if not isinstance(first, dt.date) or not isinstance(second, dt.date):
        return False
    return first.day == second.day or (first.year, first.month) == (second.year, second.month)


def _named(demand: Demand, draft: Draft) -> Answer:
    """A name: the whole of it, else its last word."""
    words = [word for word in demand.value.split() if plain(word) not in _CIVILITY]
    person = demand.sort == "destinataire" or len(words) < len(demand.value.split())
    kept = words[-1:] if person else words[:1]
    head = _head(draft) if demand.sort == "destinataire" else len(draft.whole.text)
    for wanted in (" ".join(words), *(word for word in kept if len(word) > _SHORT_NAME)):
        spans = [span for span in draft.whole.find(wanted) if span[0] < head]
        if spans:
            return Answer(True, draft.whole.place(*spans[0]))
    mail = draft.document.mail
    to = plain(" ".join((*mail.to, *mail.cc))) if mail else ""
    if any(plain(word) in to for word in kept if len(word) > _SHORT_NAME):
        return Answer(True, draft.view.first())
    return Answer(None if draft.document.sheets and demand.sort == "destinataire" else False)


def _head(draft: Draft) -> int:
    """Where the greeting ends: whom a letter is for stands before; the end of a text that greets nobody."""
    if "appel" not in draft.parts:
        return len(draft.whole.text)
    index, _, end = draft.parts["appel"]
    greeting = draft.view.lines[index][:end]
    at = draft.whole.text.find(greeting)
    return at + len(greeting) if at >= 0 else len(draft.whole.text)


def _part(demand: Demand, draft: Draft) -> Answer:
    document = draft.document
    first = draft.view.first()
    if demand.value == "tableau":
        return Answer(bool(document.tables or document.sheets), first)
    if demand.value == "graphique":
        charted = any(sheet.charts for sheet in document.sheets)
        return Answer(charted or bool(document.images), first)
    if demand.value == "image":
        return Answer(bool(document.images), first)
    if document.sheets:
        return Answer(None)
    mail = document.mail
    have = demand.value in draft.parts
    if mail is not None:
        have |= {
            "objet": bool(mail.subject),
            "date_lieu": bool(mail.date),
            "pieces_jointes": bool(mail.attachments),
        }.get(demand.value, False)
    if demand.value == "pieces_jointes" and not have:
        have = bool(
            re.search(
                r"ci[- ]joint|piece jointe|je (?:vous )?joins|nous (?:vous )?joignons", draft.folded.text
            )
        )
    return Answer(have, first)


def _act(demand: Demand, draft: Draft) -> Answer:
    if draft.document.sheets:
        return Answer(None)
    act = next((one for one in find_acts(draft.view.text) if one.act == demand.value), None)
    return Answer(act is not None, draft.view.place(act.start, act.end) if act else draft.view.main())


def _register(demand: Demand, draft: Draft) -> Answer:
    used = register_of(draft.view.text)
    if not used.main or draft.document.sheets:
        return Answer(None)
    spans = used.vouvoiement if demand.value == "vouvoiement" else used.tutoiement
    others = used.tutoiement if demand.value == "vouvoiement" else used.vouvoiement
    return Answer(not others, draft.view.place(*(others or spans)[0]))


def _point(demand: Demand, draft: Draft) -> Answer:
    """A point is dealt with when half of its words stand in the file."""
    wanted = set(stems(demand.value))
    if not wanted:
        return Answer(None)
    there = set(stems(draft.view.text))
    return Answer(len(wanted & there) >= _SHARE * len(wanted), draft.view.main())


def _words(demand: Demand, draft: Draft) -> Answer:
    if draft.document.sheets:
        return Answer(None)
    words = draft.view.body_words
    bound = int(demand.value)
    return Answer(words <= bound if demand.sort == "mots_max" else words >= bound, draft.view.last())


def _placed(demand: Demand, draft: Draft) -> Answer:
    """Every slot of a planning is inside the days and hours that the instruction gives."""
    return Answer(*outside(draft, demand.value))


def _dress(demand: Demand, draft: Draft) -> Answer:
    """A colour or a font of the charter is used."""
    return Answer(*worn(draft, demand.sort, demand.value))


def _gesture(demand: Demand, draft: Draft) -> Answer:
    """Nothing offered above the limit: same kind of value, in a sentence that gives something."""
    limits = [one for one in find_values(demand.value, draft.today) if isinstance(one.value, Decimal)]
    offered = None
    for value in draft.values if limits else ():
        same = value.kind == limits[0].kind and value.unit == limits[0].unit
        if not same or not isinstance(value.value, Decimal) or not isinstance(limits[0].value, Decimal):
            continue
        before = plain(draft.view.text[max(0, value.start - 70) : value.start])
        if value.kind in ("montant", "pourcentage") and not _GESTURE.search(before.rpartition(".")[2]):
            continue
        if value.value > limits[0].value:
            return Answer(False, draft.view.place(value.start, value.end))
        offered = offered or value
    return Answer(True, draft.view.place(offered.start, offered.end)) if offered else Answer(None)


Reader = Callable[[Demand, Draft], Answer]
_SORTS: dict[str, Reader] = {
    "nom": _named, "destinataire": _named, "partie": _part, "acte": _act, "registre": _register, "point": _point,
    "mots_max": _words, "mots_min": _words, "couleur": _dress, "police": _dress,
}  # fmt: skip
_LIMITS: dict[str, Reader] = {"mots_max": _words, "mots_min": _words, "ouverture": _placed}
