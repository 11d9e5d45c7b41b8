# ruff: noqa: E501 -- an example stays on one line
"""A noun in the place of the verb that sounds like it: « le responsable soutien notre projet », « Sophie emploi deux apprentis »."""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.phonetic import sound
from ascom_coach.language.rules.base import Hit, Rule, rule
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.shapes import PLURAL, SINGULAR
from ascom_coach.language.syntax.subject_sets import subjects
from ascom_coach.language.syntax.verb_guess import lemmas_behind, meant
from ascom_coach.language.syntax.view import View, Word

_OPENS_OBJECT = frozenset(
    ["le", "la", "les", "l'", "un", "une", "ce", "cet", "cette", "ces", "mon", "ma", "mes", "son", "sa", "ses", "notre", "nos", "votre", "vos", "leur", "leurs",
     "deux", "trois", "quatre", "cinq", "dix", "plusieurs", "quelques", "tous", "toutes"]
)  # fmt: skip
_LINKS = frozenset(["que", "qu'", "qui", "dont", "où", "quand", "si", "car", "mais", "et", "pour"])


def _noun_as_verb(view: View) -> Iterator[Hit]:
    for mask, end in subjects(view):
        if bool(mask & SINGULAR) == bool(mask & PLURAL) or view.low(end - 1) in forms.PERSONS:
            continue
        for at in (end, end - 1):
            word, opener, object_ = view.at(at), view.at(at + 1), view.at(at + 2)
            if (
                not word
                or not opener
                or not object_
                or opener.low not in _OPENS_OBJECT
                or not view.glued(at - 1, at + 2)
            ):
                continue
            if (
                not word.only("N")
                or not word.text.islower()
                or (forms.finite(object_) and not object_.has("N", "A"))
            ):
                continue
            if at < end and not _behind_noun(view, at):
                continue
            person = "3s" if mask & SINGULAR else "3p"
            found = (
                [
                    one
                    for one in meant(word, person)
                    if sound(one) == sound(word.low) or one.startswith(word.low)
                ]
                if lemmas_behind(word.low)
                else []
            )
            if found and not _has_verb(view, at + 2):
                yield word.start, word.end, tuple(found[:2])
                break


def _behind_noun(view: View, at: int) -> bool:
    """Whether the group that ends with the word at `at` could end before it: « le responsable | soutien »."""
    before, opener = view.words[at - 1], view.words[at - 2]
    return at > 1 and before.has("N") and opener.has("D") and not before.low.endswith("s")


def _has_verb(view: View, at: int) -> bool:
    """Whether the clause has its verb further on: « le service accueil le matin ouvre à 8 h »."""
    for word in view.words[at:]:
        if word.low in _LINKS or not word.near:
            return False
        if _surely_verb(word):
            return True
    return False


def _surely_verb(word: Word) -> bool:
    return word.low in forms.AUXILIARIES or (
        word.verb() and forms.finite(word) and not word.has("N", "A", "D", "P")
    )


RULES: tuple[Rule, ...] = (
    rule("nom_pour_verbe", "homophones", "Il faut ici un verbe ; ce mot est le nom qui sonne comme lui.", "Mettez la phrase au passé : « soutenait », « employait ».", _noun_as_verb,
         (("Le responsable soutien notre projet.", "soutient"), ("Sophie emploi deux apprentis.", "emploie"), ("Cette mesure maintien le prix.", "maintient")),
         ("Le responsable soutient notre projet.", "Le service accueil le matin ouvre à 8 h.", "Le contrat emploi que vous citez est clos.", "Notre soutien va au projet.", "La fiche appel, la voici.")),
)  # fmt: skip
