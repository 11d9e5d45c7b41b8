# ruff: noqa: E501 -- an example stays on one line
"""What the rules on commas ask of a sentence: its commas, its sure verbs, the subject that opens it."""

from __future__ import annotations

from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.asides import gap, sure_verb
from ascom_coach.language.syntax.chunks import Chunk, chunks
from ascom_coach.language.syntax.view import View

Mended = tuple[int, int, tuple[str, ...]]
"""Start, end, and what stands there once it is right."""
OPENERS = frozenset(["si", "s'", "quand", "lorsque", "lorsqu'", "comme", "puisque", "puisqu'"])
HELD = frozenset(["que", "qu'", "dont", "où", "qui", "et", "ou", "mais", "car", "ni", "donc", "comme", "quand", "lorsque", "si", "s'", "ce", "quoi"])  # fmt: skip
TIME = frozenset(["matin", "soir", "midi", "jour", "lendemain", "veille", "semaine", "mois", "année", "lundi", "mardi", "mercredi", "jeudi", "vendredi",
                   "samedi", "dimanche", "fois", "nuit", "été", "hiver", "printemps", "temps", "après-midi", "week-end", "instant", "moment", "an"])  # fmt: skip
_CALLED = frozenset(
    ["madame", "monsieur", "mesdames", "messieurs", "collègues", "amis", "tous", "toutes", "merci", "bonjour"]
)
ARTICLES = frozenset(["le", "la", "l'", "les", "un", "une", "notre", "nos", "votre", "vos", "mon", "ma", "mes", "ce", "cet", "cette", "ces", "son", "sa", "ses", "leur", "leurs"])  # fmt: skip
SUBJECTS = frozenset(["je", "j'", "tu", "il", "elle", "on", "nous", "vous", "ils", "elles"])
TITLES = frozenset(["m", "mme", "mlle", "monsieur", "madame"])


def commas(view: View) -> list[int]:
    """The words that a comma alone precedes; nothing when another mark stands inside the sentence."""
    out = []
    for at in range(1, len(view.words)):
        if not view.words[at].near and not view.words[at].clitic:
            mark = gap(view, at)
            if mark == "." and view.low(at - 1) in TITLES:
                continue
            if mark != ",":
                return []
            out.append(at)
    return out


def unbroken(view: View) -> bool:
    """Whether only spaces stand between the words of the sentence."""
    return all(word.near or word.clitic for word in view.words[1:])


def comma_after(view: View, at: int) -> Mended:
    """A comma is missing behind the word at `at`."""
    word = view.words[at]
    return word.start, word.end, (word.text + ",",)


def without_comma(view: View, at: int) -> Mended:
    """The comma before the word at `at` is one too many."""
    word = view.words[at - 1]
    return word.start, view.words[at].start - 1, (word.text,)


def verb_at(view: View, at: int) -> bool:
    """Whether the word at `at` is a conjugated verb and no noun of its determiner."""
    word = view.words[at]
    if word.low in ("a", "ai", "ont", "avons", "avez"):
        return True
    return sure_verb(word) and not word.clitic and not (at and view.words[at - 1].has("D") and word.has("N"))


def before_verb(view: View, verb: int) -> int:
    """The first pronoun before the verb at `verb`, or the verb itself."""
    here = verb
    while here > 0 and view.low(here - 1) in forms.CLITICS and view.words[here - 1].near:
        here -= 1
    return here


def head_of(view: View) -> tuple[int, tuple[Chunk, ...]]:
    """The number of chunks of the subject that opens the sentence, 0 when it does not open with one."""
    row = chunks(view)
    if not row or row[0].first or row[0].kind != "N" or row[0].prep or not view.words[0].has("D"):
        return 0, row
    if {view.low(at) for at in range(row[0].last + 1)} & (TIME | _CALLED):
        return 0, row
    size = 1
    while size < len(row) and (
        row[size].kind in ("U", "K")
        or (row[size].kind == "à" and row[size + 1 : size + 2] and row[size + 1].kind == "I")
        or (row[size].kind == "I" and row[size - 1].kind == "à")
        or (row[size].kind in ("de", "à", "en") and _place(view, row[size].last + 1))
        or (
            row[size].kind == "N"
            and (row[size].prep or (row[size].first == row[size].last and view.words[row[size].first].near))
        )
    ):
        size += 1
    return size, row


def _place(view: View, at: int) -> bool:
    """« de Brest », « à Nantes »: a name that makes no group of its own."""
    word = view.at(at)
    return word is not None and word.near and word.text[:1].isupper() and not word.has("D", "P", "V")


def verb_begins(view: View, at: int) -> bool:
    """Whether a verb, behind its pronouns, begins at `at`."""
    start = at
    while view.low(at) in forms.CLITICS:
        at += 1
    if at >= len(view.words):
        return False
    return verb_at(view, at) or (
        forms.has_person(view.words[at], "3s")
        and (at > start or view.words[at].has("V"))
        and not view.words[at].has("P", "R")
    )
