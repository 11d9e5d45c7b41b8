"""The tenses that a place allows, where it allows several: each is proposed."""

from __future__ import annotations

from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.view import View, Word

_HAVE = {"1s": "ai", "2s": "as", "3s": "a", "1p": "avons", "2p": "avez", "3p": "ont"}
_WITH_BEING = frozenset(
    ["aller", "venir", "arriver", "partir", "entrer", "rentrer", "sortir", "monter", "descendre", "naître", "mourir",
     "rester", "tomber", "retourner", "revenir", "devenir", "parvenir", "intervenir", "décéder", "passer"]
)  # fmt: skip
"""Verbs that take « être », or may: their compound past agrees with a subject that is not known here."""


def supposed(verb: Word, person: str) -> tuple[str, ...]:
    """After « si »: the imperfect, then the present. « si le temps le permettait », « s’il le permet »."""
    return _first_of_each(verb, person, "iimp", "ipre")


def past(view: View, at: int, person: str) -> tuple[str, ...]:
    """After a date that is over: the imperfect, the compound past where « avoir » makes it, then the simple past."""
    verb = view.words[at]
    imperfect, simple = _first_of_each(verb, person, "iimp"), _first_of_each(verb, person, "ipsi")
    done = forms.participles(verb)[:1]
    compound: tuple[str, ...] = ()
    if done and person in _HAVE and view.low(at - 1) not in forms.CLITICS:
        with_being = _WITH_BEING.intersection(forms.infinitives(verb)) or view.low(at - 1) in ("se", "s'")
        compound = () if with_being else (f"{_HAVE[person]} {done[0]}",)
    return tuple(dict.fromkeys((*imperfect, *compound, *simple)))


def _first_of_each(verb: Word, person: str, *tenses: str) -> tuple[str, ...]:
    found = [form for tense in tenses for form in forms.conjugated(verb, person, tense)[:1]]
    return tuple(dict.fromkeys(found))
