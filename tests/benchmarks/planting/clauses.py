# ruff: noqa: E501 -- lists of words stay compact, one condition a line
"""Moods and tenses that a clause asks for, prepositions that verbs take, « ne » left out, orders."""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.syntax.morphology import conjugated_of, has_person
from ascom_coach.language.syntax.view import View, Word
from planting.base import AVOIR, ETRE, PRONOUNS, Plant, put, surely_finite

_DE = frozenset(
    [
        "permettre",
        "demander",
        "décider",
        "essayer",
        "accepter",
        "refuser",
        "proposer",
        "oublier",
        "éviter",
        "promettre",
        "conseiller",
        "choisir",
        "éviter",
        "envisager",
        "recommander",
        "suggérer",
        "prévoir",
        "convenir",
        "tenter",
        "risquer",
        "attendre",
        "rappeler",
        "dire",
        "interdire",
    ]
)
_A = frozenset(["aider", "inviter", "réussir", "hésiter", "autoriser", "apprendre", "penser", "chercher", "tenir", "encourager", "consister", "arriver", "renoncer", "parvenir", "viser", "servir", "habituer", "préparer"])  # fmt: skip
_BARE = frozenset(["pouvoir", "devoir", "vouloir", "falloir", "souhaiter", "savoir", "espérer", "préférer"])
_NEGATIVE = frozenset(["pas", "plus", "jamais", "rien", "aucun", "aucune", "personne"])
_TOLD_TIME = frozenset(
    [
        "demain",
        "lundi",
        "mardi",
        "mercredi",
        "jeudi",
        "vendredi",
        "samedi",
        "dimanche",
        "prochain",
        "prochaine",
        "dès",
        "bientôt",
    ]
)
_WISHED = frozenset(["souhaiter", "aimer", "vouloir", "préférer"])
_PERSON = {**PRONOUNS, "ce": "3s", "c'": "3s", "cela": "3s"}


def plants(view: View) -> Iterator[Plant]:
    yield from _after_si(view)
    yield from _subjunctive(view)
    yield from _future_or_condition(view)
    yield from _prepositions(view)
    yield from _negation(view)
    yield from _endings(view)


def _person_of(view: View, at: int) -> str:
    back = at - 1
    while back > 0 and view.low(back) in (
        "ne",
        "n'",
        "se",
        "s'",
        "me",
        "m'",
        "y",
        "en",
        "le",
        "la",
        "les",
        "lui",
        "leur",
        "l'",
    ):
        back -= 1
    if view.low(back) in _PERSON and has_person(view.words[at], _PERSON[view.low(back)]):
        return _PERSON[view.low(back)]
    word = view.words[at]
    tags = frozenset().union(*(one.tags for one in word.readings))
    return "3p" if "3p" in tags or word.low.endswith("nt") else "3s"


def _after_si(view: View) -> Iterator[Plant]:
    for at, word in enumerate(view.words):
        if word.low not in ("si", "s'") or (
            at and view.low(at - 1) in ("savoir", "demander", "comme", "vérifier", "même")
        ):
            continue
        if word.low == "s'" and view.low(at + 1) not in ("il", "ils"):
            continue
        if word.low == "si" and view.low(at + 1) not in {
            *PRONOUNS,
            "le",
            "la",
            "les",
            "un",
            "une",
            "l'",
            "votre",
            "vos",
            "nos",
            "notre",
        }:
            continue
        if at and word.near and view.words[at - 1].has("V", "N", "A"):
            continue  # « dites-nous si vous viendrez »: a question
        for verb in range(at + 1, min(at + 7, len(view.words))):
            one = view.words[verb]
            if surely_finite(one) and not one.clitic:
                person = _person_of(view, verb)
                if one.verb("iimp") or one.verb("ipre"):
                    for wrong in conjugated_of(one, person, "cond")[:1]:
                        yield put("si + conditionnel", "conjugaison", one, wrong)
                if one.verb("ipre"):
                    for wrong in conjugated_of(one, person, "ifut")[:1]:
                        yield put("si + futur", "conjugaison", one, wrong)
                break


def _subjunctive(view: View) -> Iterator[Plant]:
    """The subjunctive of a correct sentence put in the indicative, where the two differ."""
    for at, word in enumerate(view.words):
        moods = frozenset().union(*(one.tags for one in word.readings if one.pos == "V"))
        if (
            "spre" not in moods
            or moods & {"ipre", "inf"}
            or word.clitic
            or not word.has("V")
            or word.has("N", "A")
        ):
            continue
        if not any(one.low in ("que", "qu'") for one in view.words[max(0, at - 7) : at]):
            continue
        for wrong in conjugated_of(word, _person_of(view, at), "ipre")[:1]:
            yield put("subjonctif > indicatif", "conjugaison", word, wrong)
        for wrong in conjugated_of(word, _person_of(view, at), "ifut")[:1]:
            yield put("subjonctif > futur", "conjugaison", word, wrong)


def _future_or_condition(view: View) -> Iterator[Plant]:
    for at, word in enumerate(view.words):
        low = view.low(at - 1)
        if low not in ("je", "j'") and view.low(at - 2) not in ("je", "j'"):
            continue
        told = view.lows & _TOLD_TIME
        if word.low.endswith("rai") and word.verb("ifut", "1s") and told and not view.lows & {"si", "s'"}:
            yield put("je -rai>-rais", "conjugaison", word, f"{word.low}s")
        elif (
            word.low.endswith("rais")
            and word.verb("cond")
            and (word.infinitives & _WISHED or view.lows & {"si"})
        ):
            yield put("je -rais>-rai", "conjugaison", word, word.low[:-1])


def _prepositions(view: View) -> Iterator[Plant]:
    for at, word in enumerate(view.words):
        lemmas = word.infinitives
        link, after = view.at(at + 1), view.at(at + 2)
        if link is not None and link.near and after is not None and after.verb("inf") and not after.has("N"):
            vowel = after.low[:1] in "aeiouyhéèêà"
            if lemmas & _DE and link.low in ("de", "d'"):
                yield Plant("préposition de>à", "style", link.start, after.start, "à ")
            if lemmas & _A and link.low == "à":
                yield Plant("préposition à>de", "style", link.start, after.start, "d'" if vowel else "de ")
            if lemmas & (_DE | _A) and link.low in ("à", "de", "d'"):
                yield Plant("préposition ôtée", "style", link.start, after.start, "")
        if lemmas & _BARE and link is not None and link.near and link.verb("inf") and not link.has("N"):
            yield Plant(
                "préposition de trop",
                "style",
                link.start,
                link.end,
                f"{'d' + chr(39) if link.low[:1] in 'aeiouhé' else 'de '}{link.text}",
            )


def _negation(view: View) -> Iterator[Plant]:
    for at, word in enumerate(view.words):
        if word.low not in ("ne", "n'") or not any(view.low(i) in _NEGATIVE for i in range(at + 2, at + 5)):
            continue
        after = view.at(at + 1)
        if after is None or not at:
            continue
        before = view.words[at - 1]
        if before.low in ("je", "se", "que", "le"):
            continue  # an elision would be wrong as well
        if word.low == "n'" and before.low == "on":
            yield Plant("on n'>on", "style", before.start, after.end, f"{before.text} {after.text}")
            continue
        yield Plant("« ne » oublié", "style", before.start, after.end, f"{before.text} {after.text}")


def _endings(view: View) -> Iterator[Plant]:
    """« fini » for « finit », « pris » for « prit », a letter that is not heard; orders with an « s »."""
    for at, word in enumerate(view.words):
        if not word.text.islower() or word.clitic or not word.has("V"):
            continue
        past = [one for one in word.readings if one.pos == "V" and "ppas" in one.tags]
        if past and view.low(at - 1) in AVOIR | ETRE and word.low.endswith(("i", "u", "is", "it")):
            for wrong in _unheard(word):
                yield put("participe -i/-it/-is, -u/-ut", "conjugaison", word, wrong)
        if word.low.endswith(("e", "a")) and word.verb("impe", "2s") and at == 0:
            yield put("impératif -s", "conjugaison", word, f"{word.low}s")


def _unheard(word: Word) -> Iterator[str]:
    low = word.low
    if low.endswith(("is", "it")):
        yield low[:-1]
        yield low[:-1] + ("t" if low.endswith("s") else "s")
    elif low.endswith("i"):
        yield low + "t"
        yield low + "s"
    elif low.endswith("u"):
        yield low + "t"
