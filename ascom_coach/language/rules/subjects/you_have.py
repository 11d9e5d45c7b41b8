# ruff: noqa: E501 -- an example stays on one line
"""« que vous avait envoyé »: « nous » or « vous » that opens a clause is its subject, unless another comes behind the verb."""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, rule
from ascom_coach.language.rules.groups.quantity import changed
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.bundles import bundles
from ascom_coach.language.syntax.view import View

_OPENS = frozenset(["que", "qu'", "si", "quand", "lorsque", "dont", "où", "comme", "puisque", "car"])
_OBJECTS = frozenset(["le", "la", "l'", "les", "lui", "leur", "en", "y", "ne", "n'", "me", "m'"])
_BETWEEN = frozenset(["pas", "bien", "déjà", "plus", "jamais", "encore", "aussi", "toujours", "tous", "tout"])
_COMPARED = frozenset(["autre", "autres", "plus", "moins", "mieux", "même", "mêmes"])
"""« qui d'autre que vous aurait… »: « que » compares."""
_HEARD = {"nous": ("avons",), "vous": ("avez",)}
"""What « vous avait » sounds like."""
_PERSONS = {"nous": "1p", "vous": "2p"}


def _have(view: View) -> Iterator[Hit]:
    """« le dossier que vous avait envoyé lundi », « peut-être que vous l'avais oublié »."""
    words = view.words
    for at in range(1, len(words) - 2):
        low = words[at].low
        if low not in _PERSONS or view.low(at - 1) not in _OPENS or not words[at].near:
            continue
        if view.low(at - 2) in _COMPARED:
            continue
        here = at + 1
        while view.low(here) in _OBJECTS:
            here += 1
        verb = view.at(here)
        if verb is None or verb.low not in forms.AVOIR or verb.clitic or not view.glued(at, here):
            continue
        if not forms.finite(verb) or forms.has_person(verb, _PERSONS[low]):
            continue
        end = here + 1
        while view.low(end) in _BETWEEN:
            end += 1
        said = view.at(end)
        if said is None or not said.verb("ppas") or not view.glued(here, end):
            continue
        speaker = not any(forms.has_person(verb, one) for one in ("3s", "3p"))
        if speaker or not _subject_behind(view, end):
            heard = _HEARD[low] if verb.low in ("avait", "avais", "avaient") else ()
            yield from changed(verb, (*heard, *forms.conjugated(verb, _PERSONS[low])))


def _subject_behind(view: View, at: int) -> bool:
    """Whether a group, a name or a pronoun behind the participle at `at` may be the subject."""
    starts = {one.first for one in bundles(view)[0]}
    for here in range(at + 1, len(view.words)):
        word, before = view.words[here], view.low(here - 1)
        if not word.near:
            return False
        if forms.finite(word) and word.only("V"):
            return False
        free = before not in ("de", "d'", "à", "en", "pour", "par", "dans", "sur", "avec", "chez", "depuis", "avant", "après", "dès")  # fmt: skip
        if free and word.low not in ("du", "des", "au", "aux", "de", "d'") and here in starts:
            return True
        if word.text[:1].isupper() or word.low in (
            "quelqu'un",
            "celui",
            "celle",
            "ceux",
            "chacun",
            "personne",
        ):
            return True
    return False


RULES: tuple[Rule, ...] = (
    rule("personne_que_vous", "accord", "« Nous » ou « vous », juste après « que », commande ici la terminaison du verbe.", "Qui a fait l’action ? Si c’est « vous », le verbe finit comme « vous avez ».", _have,
         (("Vérifiez le colis que vous avait expédié mardi.", "avez"), ("Je crois que vous l'avais déjà signé.", "avez"), ("Le devis que nous avait préparé est joint.", "avons")),
         ("Vérifiez le colis que vous avez expédié mardi.", "Le colis que vous avait expédié mardi votre fils est là.", "Ce que vous a dit Karim est vrai.", "Je sais que vous aviez signé.", "Moi que vous avez vu.")),
)  # fmt: skip
