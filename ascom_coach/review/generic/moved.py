# ruff: noqa: E501 -- a pattern stays on one line
"""Days that a text ties in time: what is put off comes later, what is brought forward earlier, what is cited is older."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from itertools import pairwise

from ascom_coach.language import Value, plain
from ascom_coach.review.generic.draft import Draft, Hit, wrong

_LATER = re.compile(
    r"(?<!\w)(?:report|repouss|retard|differ)(?:e|ee|es|ees|er|ons|ez)(?!\w)|remise?s? (?:au|a)(?!\w)"
)
_SOONER = re.compile(r"(?<!\w)avanc(?:e|ee|es|ees|er|ons|ez)(?!\w)")
_NOT = re.compile(r"(?<!\w)(?:ne|n'|pas|ni|sans)(?!\w)")
_CITED = re.compile(
    r"(?<!\w)(?:factures?|devis|bons? de (?:livraison|commande)|courriers?|lettres?|courriels?|e-?mails?|appels?|rappels?|relances?|commandes?|reclamations?|candidatures?|demandes?|inscriptions?|reservations?|messages?|visites?|avoirs?|comptes? rendus?)"
    r"(?: (?:n°|no|num(?:ero)?)? ?[a-z]{0,4}[-/ ]?[\d/-]+)?,? (?:date |datee |date du |recue? |passee |en date )?(?:du|le) $"
)
_TO_COME = re.compile(
    r"(?<!\w)(?:sera|seront|prevu\w*|livr(?:e|er|ee)s? le|prochain\w*|recevr\w+|aura|auront|envisag\w*)(?!\w)"
)
_LAPSED = re.compile(
    r"(?<!\w)(?:echue?s?(?: depuis)?|(?:arrivees?|(?:est|sont) arrives?) a echeance|exigibles? depuis|impayee?s? depuis|en retard depuis)(?: le)? $"
)
_WROTE = re.compile(
    r"(?:votre (?:reclamation|courrier|lettre|courriel|e-?mail|mail|message)(?: recue?)?(?: (?:du|le|en date du))|"
    r"vous nous avez (?:ecrit|contactee?s?|adresse|envoye|signale|fait part)[^.;\n]{0,30} le) $"
)
_SEVERAL = re.compile(
    r"(?<!\w)(?:nouvea\w+|second\w*|relanc\w+|puis|aussi|egalement|preceden\w+|premier\w*|deuxieme|dernier\w*|malgre|rappel\w*|vos (?:courriers|lettres|messages|courriels|mails|reclamations))(?!\w)"
)
_LOOSE = ("jour_semaine", "semaine", "mois", "debut", "fin", "milieu")


def is_day(value: Value) -> bool:
    """Whether a value is one day of the calendar, and no weekday, week, month or « début mars »."""
    return value.kind == "date" and not value.approximate and value.unit not in _LOOSE


def moved(draft: Draft) -> Iterator[Hit]:
    """« La réunion du 13 est avancée au 16 », « votre facture du 12 avril » in a letter of the 3rd."""
    text = draft.view.text
    days = [one for one in draft.values if isinstance(one.value, dt.date) and is_day(one)]
    for number, (one, two) in enumerate(pairwise(days), 1):
        between = plain(text[one.end : two.start])
        if "\n" in between or re.search(r"[.!?;]", between) or _NOT.search(between):
            continue
        first, then = one.value, two.value
        assert isinstance(first, dt.date)
        assert isinstance(then, dt.date)
        if (_LATER.search(between) and then < first) or (_SOONER.search(between) and then > first):
            message = "Ces deux dates ne vont pas dans le sens que dit la phrase."
            place = draft.view.place(one.start, two.end)
            yield wrong(message, place, "Est-ce plus tôt ou plus tard que prévu ?", mark=f".sens{number}")
    yield from _cited(draft, days)
    yield from _lapsed(draft, days)
    yield from _one_letter(draft, days)


def _lapsed(draft: Draft, days: list[Value]) -> Iterator[Hit]:
    """« Échue le 30 octobre » in a letter of the 12th."""
    text = draft.view.text
    for number, value in enumerate(days, 1):
        before = plain(text[max(0, value.start - 60) : value.start]).rpartition("\n")[2]
        if (
            draft.day is not None
            and isinstance(value.value, dt.date)
            and _LAPSED.search(before)
            and value.value > draft.day
        ):
            message = f"Cette date n’est pas encore passée à celle du document ({draft.day:%d/%m/%Y})."
            place = draft.view.place(value.start, value.end)
            yield wrong(message, place, "Laquelle des deux dates est la bonne ?", mark=f".passee{number}")
            return


def _one_letter(draft: Draft, days: list[Value]) -> Iterator[Hit]:
    """« Votre réclamation du 14 », then « vous nous avez écrit le 15 »."""
    told: dict[dt.date, Value] = {}
    for value in days:
        before = plain(draft.view.text[max(0, value.start - 80) : value.start]).rpartition("\n")[2]
        if isinstance(value.value, dt.date) and _WROTE.search(before):
            told.setdefault(value.value, value)
    if len(told) == 2 and not any(_SEVERAL.search(draft.sentence_at(one.start)) for one in told.values()):
        second = max(told.values(), key=lambda one: one.start)
        message = "Le courrier auquel vous répondez a ici une autre date que plus haut."
        place = draft.view.place(second.start, second.end)
        yield wrong(message, place, "Laquelle des deux dates est la bonne ?", mark=".courrier")


def _cited(draft: Draft, days: list[Value]) -> Iterator[Hit]:
    if draft.day is None:
        return
    text = draft.view.text
    for number, value in enumerate(days, 1):
        before = plain(text[max(0, value.start - 60) : value.start]).rpartition("\n")[2]
        dated = re.search(r"(?:19|20)\d\d", value.text)
        after = isinstance(value.value, dt.date) and value.value > draft.day
        if dated and after and _CITED.search(before) and not _TO_COME.search(draft.sentence_at(value.start)):
            message = f"Ce document serait daté d’après le vôtre ({draft.day:%d/%m/%Y})."
            place = draft.view.place(value.start, value.end)
            yield wrong(message, place, "Laquelle des deux dates est la bonne ?", mark=f".cite{number}")
            return
