# ruff: noqa: E501 -- a table keeps its lines
"""How well a form fits the place of a misspelt word: after « vous » a verb of that person, after « les » a plural."""

from __future__ import annotations

from ascom_coach.language.lexicon import Analysis, lexicon
from ascom_coach.language.syntax.morphology import AVOIR, CLITICS, ETRE, PERSONS
from ascom_coach.language.syntax.view import View

_BEFORE_INFINITIVE = frozenset(["à", "de", "d'", "pour", "sans", "faire", "devez", "faut", "peut", "peux", "pouvez", "pouvons", "dois", "doit", "devons",
                                "peuvent", "doivent", "va", "vais", "allons", "vont", "allez", "veux", "veut", "voulez", "voulons", "faudrait",
                                "pourriez", "pourrais", "pourrait", "souhaite", "souhaitons", "voudrais", "voudrait"])  # fmt: skip
_BETWEEN = frozenset(
    ["pas", "bien", "déjà", "toujours", "jamais", "rien", "plus", "encore", "été", "aussi", "tout", "trop"]
)
_MANY = frozenset(
    [
        "les",
        "des",
        "ces",
        "mes",
        "ses",
        "nos",
        "vos",
        "leurs",
        "tes",
        "aux",
        "deux",
        "trois",
        "plusieurs",
        "quelques",
    ]
)
_MASCULINE = frozenset(["le", "un", "ce", "cet", "du", "au"])
_FEMININE = frozenset(["la", "une", "cette", "ma", "sa", "ta"])
_EITHER = frozenset(["l'", "mon", "ton", "son", "notre", "votre", "leur", "chaque"])
_OBJECTS = CLITICS | {"nous", "vous"}
_HEADS = _OBJECTS | PERSONS.keys() | _BEFORE_INFINITIVE
_GAIN = 0.45


def fit(view: View, at: int, form: str) -> float:
    """What `form` gains by standing at `at`: 0 when the words before say nothing of it."""
    found = lexicon().analyses(form.rpartition("'")[2])
    return _GAIN if any(_answers(one, asked) for asked in _asked(view, at) for one in found) else 0.0


def _answers(one: Analysis, asked: str) -> bool:
    kind, _, more = asked.partition(".")
    if kind == "V":
        return one.pos == "V" and more in one.tags and not one.tags & {"simp", "ipsi", "impe"}
    if kind in ("ppas", "inf"):
        return kind in one.tags
    gender, number = more[0], more[1]
    shaped = "ppas" in one.tags or (kind == "N" and one.pos in "NA")
    return shaped and one.number in (number, "i", "") and (gender == "-" or one.gender in (gender, "e", ""))


def _asked(view: View, at: int) -> tuple[str, ...]:
    """What the words before the place ask for: `V.2p`, `K.ms`, `ppas`, `inf`, `N.fp`; nothing when they say nothing."""
    before = at - 1
    while before > 0 and view.low(before) in _BETWEEN and view.words[before].near:
        before -= 1
    if before < 0 or not view.glued(before, at):
        return ()
    low = view.low(before)
    if low in AVOIR:
        return ("K.ms",)
    if low in ETRE:
        return ("ppas",)
    out = []
    if before == at - 1 and low in _MANY | _EITHER | _MASCULINE | _FEMININE:
        gender = "m" if low in _MASCULINE else "f" if low in _FEMININE else "-"
        out.append(f"N.{gender}{'p' if low in _MANY else 's'}")
    head = before
    while head > 0 and view.low(head) in _OBJECTS and view.words[head].near and view.low(head - 1) in _HEADS:
        head -= 1
    if view.low(head) in _BEFORE_INFINITIVE:
        out.append("inf")
    elif view.low(head) in PERSONS:
        out.append(f"V.{PERSONS[view.low(head)]}")
    return tuple(out)
