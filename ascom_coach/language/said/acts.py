"""Speech acts in what a person says or writes: apology, promise, blame, refusal…

Patterns are data (`knowledge/lexique/actes.yaml`). They run on text folded after SMS forms are written out and
likely typos of act words are repaired. Negation, reported speech, conditionals and offers cancel a match.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal, cast, get_args

from ascom_coach.language.data import load_yaml
from ascom_coach.language.lexicon import lexicon
from ascom_coach.language.repair import Repairer
from ascom_coach.language.text import Folded
from ascom_coach.language.typed import fold_typed

ActName = Literal[
    "salutation",
    "presentation",
    "empathie",
    "excuse",
    "reformulation",
    "engagement",
    "reproche",
    "refus",
    "interruption",
    "menace",
    "insulte",
    "cloture",
    "remerciement",
    "attente",
    "transfert",
]
ACTS: tuple[str, ...] = get_args(ActName)


@dataclass(frozen=True, slots=True)
class Act:
    """An act at `start:end` of the text."""

    act: ActName
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Patterns:
    find: tuple[re.Pattern[str], ...]
    unless: tuple[re.Pattern[str], ...]
    guards: tuple[str, ...]
    sure: tuple[re.Pattern[str], ...]


@cache
def _patterns() -> dict[str, _Patterns]:
    raw = load_yaml("actes.yaml")
    macros = raw["macros"]

    def build(source: str) -> re.Pattern[str]:
        for name, text in macros.items():
            source = source.replace(f"<{name}>", text)
        return re.compile(source)

    return {
        act: _Patterns(
            tuple(build(one) for one in raw["actes"][act]["motifs"]),
            tuple(build(one) for one in raw["actes"][act].get("sauf", ())),
            tuple(raw["actes"][act].get("gardes", ())),
            tuple(build(one) for one in raw["actes"][act].get("surs", ())),
        )
        for act in ACTS
    }


@cache
def _guards() -> dict[str, tuple[re.Pattern[str], ...]]:
    return {
        name: tuple(re.compile(one) for one in found)
        for name, found in load_yaml("actes.yaml")["gardes"].items()
    }


@cache
def _repairer() -> Repairer:
    return Repairer(load_yaml("actes.yaml")["vocabulaire"])


_QUOTED = re.compile(r"«[^»]*»|\"[^\"\n]{2,}\"")
_FOLDED_WORD = re.compile(r"[a-z]{4,}")


@lru_cache(maxsize=512)
def prepared(text: str) -> Folded:
    """`text` folded for act patterns: typed forms written out, act words repaired, quotations blanked."""
    folded = fold_typed(text)
    quoted = _QUOTED.sub(lambda match: " " * len(match.group()), folded.text)
    if not quoted.strip(' .!?"'):
        quoted = folded.text
    chars: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    last = 0
    for match in _FOLDED_WORD.finditer(quoted):
        fixed = _repairer().repair(match.group())
        if fixed is None:
            continue
        first, stop = match.span()
        chars.append(quoted[last:first])
        starts.extend(folded.starts[last:first])
        ends.extend(folded.ends[last:first])
        new = re.sub(r"[^a-z]", "", fold_typed(fixed).text)
        chars.append(new)
        starts.extend([folded.starts[first]] * len(new))
        ends.extend([folded.ends[stop - 1]] * len(new))
        last = stop
    chars.append(quoted[last:])
    starts.extend(folded.starts[last:])
    ends.extend(folded.ends[last:])
    return Folded("".join(chars), tuple(starts), tuple(ends))


def clause_before(text: str, at: int) -> str:
    """The part of the sentence that stands before `at` in a folded text, cut at strong marks and at « mais »."""
    before = re.split(r"[.!?;\n]", text[max(0, at - 120) : at])[-1]
    return re.split(r",? mais (?!pas )", before)[-1]


def guarded(text: str, at: int, names: tuple[str, ...]) -> bool:
    """Whether one of the named contexts cancels what starts at `at` of a folded text."""
    before = clause_before(text, at)
    return any(pattern.search(before) for name in names for pattern in _guards()[name])


def _is_future(words: str) -> bool:
    last = words.rsplit(maxsplit=1)[-1]
    return any(lexicon().verb(form, "ifut") for form in lexicon().spellings(last)) and last not in (
        "serai",
        "serons",
        "aurai",
        "aurons",
        "aura",
        "sera",
        "pourrai",
        "pourrons",
        "pourra",
        "saurai",
        "saurons",
        "faudra",
        "devrai",
        "devrons",
        "devra",
        "voudrai",
        "voudrons",
    )


_STATES = frozenset(
    [
        "être",
        "avoir",
        "savoir",
        "pouvoir",
        "vouloir",
        "devoir",
        "comprendre",
        "voir",
        "entendre",
        "penser",
        "croire",
        "espérer",
        "attendre",
        "aimer",
        "préférer",
        "souhaiter",
        "regretter",
        "recevoir",
        "habiter",
        "travailler",
        "connaître",
        "trouver",
        "imaginer",
        "douter",
        "remercier",
        "excuser",
        "souvenir",
        "arriver",
        "rester",
        "partir",
        "ouvrir",
        "fermer",
        "finir",
        "commencer",
        "récapituler",
        "résumer",
        "reprendre",
        "reformuler",
        "noter",
        "couper",
        "interrompre",
        "arrêter",
        "passer",
        "transférer",
        "dire",
        "répéter",
        "refuser",
    ]
)
"""Verbs that say how one is, what happens to one or how one speaks: with a day, they are no promise."""


def _is_deed(word: str) -> bool:
    """Whether a form can be the present of a verb of action: « je contacte », « nous apportons »."""
    forms = [one for form in lexicon().spellings(word) for one in lexicon().analyses(form)]
    return any(one.pos == "V" and "ipre" in one.tags for one in forms) and not any(
        one.pos == "V" and one.lemma in _STATES for one in forms
    )


def _question(text: str, end: int) -> bool:
    after = re.match(r"[^.!?;\n]{0,80}", text[end:])
    return bool(after) and text[end + len(after.group()) :].lstrip()[:1] == "?" if after else False


def find_acts(text: str, *, register: str | None = None) -> list[Act]:
    """Acts in `text`, by position; one entry per place and act.

    `register` (`tutoiement` or `vouvoiement`) is what the listener expects; in an address to a person one says
    « vous » to, an order such as « attends » is read as an interruption rather than a request to wait.
    """
    return list(_acts(text, register))


def sure_acts(text: str) -> list[Act]:
    """Acts of spoken words shown by patterns that leave no doubt (`surs`); what was learnt knows nothing of them."""
    return list(_acts(text, None, sure=True))


@lru_cache(maxsize=256)
def _acts(text: str, register: str | None, *, sure: bool = False) -> tuple[Act, ...]:
    """Kept for a while: several controls ask for the acts of one copy."""
    folded = prepared(text)
    found: list[Act] = []
    for act, patterns in _patterns().items():
        cancelled = [match.span() for pattern in patterns.unless for match in pattern.finditer(folded.text)]
        spans: list[tuple[int, int]] = []
        for pattern in patterns.sure if sure else patterns.find:
            for match in pattern.finditer(folded.text):
                start, end = match.span()
                while start < end and folded.text[start] in " ,.!;:\n":
                    start += 1
                if start == end or any(a < end and start < b for a, b in cancelled):
                    continue
                if match.groupdict().get("futur") and not _is_future(match["futur"]):
                    continue
                if match.groupdict().get("present") and not _is_deed(match["present"]):
                    continue
                if guarded(folded.text, start, patterns.guards):
                    continue
                if act == "engagement" and _question(folded.text, end):
                    continue
                spans.append((start, end))
        for start, end in _joined(spans):
            first, last = folded.span(start, end)
            name = act
            if act == "attente" and register == "vouvoiement" and folded.text[start:end] == "attends":
                name = "interruption"
            found.append(Act(cast(ActName, name), first, last))
    return tuple(sorted(set(found), key=lambda one: (one.start, one.end, one.act)))


def _joined(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    out: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if out and start < out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out
