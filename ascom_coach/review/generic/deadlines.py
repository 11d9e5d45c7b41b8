# ruff: noqa: E501 -- a pattern stays on one line
"""Check of what is to come: not past at the date of the document, the next meeting after this one, answers before the event."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from ascom_coach.language import Value, plain
from ascom_coach.review.generic.draft import MANY_CELLS, Draft, Hit, good, wrong
from ascom_coach.review.generic.moved import is_day, moved
from ascom_coach.review.generic.told_past import told_past

_AHEAD = re.compile(
    r"(?:avant(?: le)?|au plus tard(?: le)?|d'ici(?: le| au)?|jusqu'au|valables? jusqu'au|date limite\W{0,4}(?:fixee au|au|le)?|"
    r"(?:aura|auront) lieu(?: le)?|(?:se|nous nous|vous vous) (?:tiendr|retrouver|reunir|derouler)\w+(?: le)?|"
    r"(?:sera|seront|serons|serez)(?: \w+){1,3} le|(?:vous )?attend\w* le|rendez-vous(?: est)?(?: fixe| pris)?(?: au| le| du)|"
    r"(?:livr|recevr|expedier|interviendr|passer|reporter)(?:ons|ont|a|ai|ez)(?: \w+){0,3} le|"
    r"(?:livraison|intervention|reunion) (?:est )?prevue? (?:le|au))(?: (?:le|au|du))?\W{0,2}(?:\w+ heures? )?$"
)
_DUE = re.compile(
    r"(?:echeance|a regler(?: avant)?|payable|reglement|paiement|(?:livraison|prestation|intervention|execution|date) (?:souhaitee|prevue)|validite)(?: (?:le|au|avant le|du|jusqu'au))?\s*:?\s*(?:le )?$"
)
_OVER = re.compile(
    r"(?<!\w)(?:dev(?:ait|aient|iez|ions)|aur(?:ait|aient|iez|ions)|etait|etaient|etiez|avait|avaient|aviez|avions|"
    r"(?:a|ont|avons|avez|ai) (?:ete|eu|bien|recu|ete \w+|pu)|n'a pas|n'ont pas|n'avons pas|n'avez pas|initial\w*|depuis|echue?s?|"
    r"(?:d'|apres )avoir \w+|(?:s'est|se sont|est|sont|etes) (?:arrive|parvenu|venu|passe|parti|intervenu|tenu|termine|reste)\w*|(?:passee?|recue?|postee?|envoyee?)s? (?:avant|le)|"
    r"dernier\w*|precedent\w*|rappel\w*|ancien\w*|deja|restee?s?|jusqu'alors|prevoyait|indiquait|annonce\w*|promis\w*|convenu\w*)(?!\w)"
)
_DEADLINES = ("facture", "devis", "bon_commande")
_NEXT = re.compile(
    r"prochaine? (?:reunion|seance|rencontre|rendez-vous|assemblee|conseil|comite|permanence|date)(?:,? (?:aura lieu|se tiendra|est (?:prevue?|fixee?)|prevue?|fixee?))?\W*(?:le |au )?$"
)
_MET = re.compile(
    r"(?:reunion|seance|conseil|assemblee|comite|point|entretien|rencontre)(?!\w)[^\n.;]{0,50}?(?:du|le|date ?:)\W*$|^\W*(?:date(?: de la \w+)?)\W*$"
)
_HEAD = 14
"""Lines among which minutes say when people met."""
_ANSWER = re.compile(
    r"(?:repon\w+|confirm\w*|inscri\w*|reserv\w*|retourn\w*|coupon)[^.;!?\n]{0,60}(?:avant(?: le)?|jusqu'au|au plus tard(?: le)?|d'ici(?: le| au)?)\W*$"
)
_EVENT = re.compile(
    r"(?:aur(?:a|ont) lieu|se (?:tiendr|deroul|reuni)\w+|(?:invit|convoqu|convi)\w*[^.;!?\n]{0,60}|(?:date|quand) ?:)(?: le| du| au)?\W*$|^\W*(?:le )?$"
)
"""Before the day of what is announced; a line that begins with a day announces it too."""
_FAR = 120
"""Days beyond which a later date is that of something else."""


def deadlines(draft: Draft, lot: tuple[Draft, ...]) -> Iterator[Hit]:
    """A date announced as to come is not before the date of the document; an answer is not due after the event."""
    if len(draft.view.blocks) > MANY_CELLS:
        return
    if not draft.sure:
        yield from _next_meeting(draft)
        yield from _answers(draft)
        yield from moved(draft)
        yield from told_past(draft)
    if draft.day is None:
        return
    text = draft.view.text
    good_one = None
    for number, value in enumerate(draft.values, 1):
        if not isinstance(value.value, dt.date) or not is_day(value):
            continue
        before = plain(text[max(0, value.start - 60) : value.start])
        line = before.rpartition("\n")[2] if draft.kind_id not in _DEADLINES else before
        due = draft.kind_id in _DEADLINES and _DUE.search(line.replace("\n", " "))
        if not _AHEAD.search(line) and not due:
            continue
        if _OVER.search(re.split(r"[,;]", line)[-1] if draft.sure else draft.sentence_at(value.start)):
            continue
        if value.value < draft.day:
            message = f"Cette échéance est passée à la date du document ({draft.day:%d/%m/%Y})."
            certain = bool(re.search(r"(?:19|20)\d\d", value.text))
            yield wrong(
                message,
                draft.view.place(value.start, value.end),
                "Quelle date votre lecteur peut-il encore tenir ?",
                certain=certain,
                mark=f".{number}",
            )
        else:
            good_one = good_one or value
    if good_one is not None:
        place = draft.view.place(good_one.start, good_one.end)
        yield good("Les échéances viennent après la date du document.", place)


def _days(draft: Draft) -> Iterator[tuple[Value, dt.date, str, int]]:
    """The days that a draft writes with their year, or that its own date places: value, day, its line so far, its line."""
    text = draft.view.text
    for value in draft.values:
        dated = draft.day is not None or re.search(r"(?:19|20)\d\d", value.text)
        if isinstance(value.value, dt.date) and is_day(value) and dated:
            start = text.rfind("\n", 0, value.start) + 1
            yield value, value.value, plain(text[start : value.start]), text.count("\n", 0, value.start)


def _undated(draft: Draft) -> Iterator[tuple[Value, dt.date, str, int]]:
    """Where a draft has no date: its days without a year, read in the one year that its other days give."""
    text = draft.view.text
    years = {day.year for _, day, _, _ in _days(draft)} if draft.day is None else set()
    for value in draft.values if len(years) == 1 else ():
        if isinstance(value.value, dt.date) and is_day(value) and not re.search(r"(?:19|20)\d\d", value.text):
            start = text.rfind("\n", 0, value.start) + 1
            day = (
                value.value.replace(year=min(years))
                if (value.value.month, value.value.day) != (2, 29)
                else value.value
            )
            yield value, day, plain(text[start : value.start]), text.count("\n", 0, value.start)


def _next_meeting(draft: Draft) -> Iterator[Hit]:
    """« Prochaine réunion » comes after the one that minutes tell of."""
    if draft.kind_id != "compte_rendu":
        return
    met = next((day for _, day, line, row in _days(draft) if row < _HEAD and _meets(line)), draft.day)
    for value, day, line, _ in _days(draft):
        if met is not None and _NEXT.search(line) and day <= met:
            message = f"La prochaine réunion ne peut pas précéder celle du {met:%d/%m/%Y}."
            place = draft.view.place(value.start, value.end)
            yield wrong(message, place, "Quelle date a été retenue ?", certain=True, mark=".prochaine")
            return


def _meets(line: str) -> bool:
    return bool(_MET.search(line)) and not _NEXT.search(line)


def _answers(draft: Draft) -> Iterator[Hit]:
    """« Répondez avant le » a day that comes before the event."""
    events, answers = set(), []
    for value, day, line, _ in [*_days(draft), *_undated(draft)]:
        if _ANSWER.search(line):
            answers.append((value, day))
        elif _EVENT.search(line):
            events.add(day)
    events = {day for day in events if draft.day is None or day > draft.day}
    for value, day in answers:
        if events and max(events) < day and (day - max(events)).days < _FAR:
            message = f"On répondrait après l’événement, annoncé pour le {max(events):%d/%m/%Y}."
            place = draft.view.place(value.start, value.end)
            yield wrong(message, place, "Laquelle des deux dates est la bonne ?", mark=".reponse")
            return
