"""Stamps of what the learnt files were learnt from: weights kept under another stamp than the code's are stale.

A stamp is drawn from what the code says of a few witness sentences, so that any change of a feature, of the lexicon or
of the candidates shows, and a change that touches none of them does not.
"""

from __future__ import annotations

import zlib

from ascom_coach.language.learnt.choices import DIMENSIONS, verb_choices
from ascom_coach.language.learnt.context import features, line
from ascom_coach.language.learnt.fitting import BITS, MOST, candidates, classes
from ascom_coach.language.learnt.sets import SETS
from ascom_coach.language.learnt.slots import slot_names
from ascom_coach.language.syntax.view import View, views

_WITNESSES = (
    "Les trois dossiers que M. Martin nous a remis hier ne sont pas complets, car il manque deux pièces signées.",
    "Veuillez nous confirmer votre présence à la réunion du 3 mars : la salle où elle se tient est petite.",
    "Si vous avez déjà réglé cette facture, c'est qu'elle s'est égarée ; dites-le-nous.",
)


def _seen() -> list[View]:
    return [view for text in _WITNESSES for view in views(text)]


def _stamp(parts: list[str]) -> str:
    return f"{zlib.crc32('|'.join(parts).encode()):08x}"


def context_stamp() -> str:
    """Stamp of what `poids.npz` is learnt from: what stands around a place, the sets and their forms."""
    parts = [str(DIMENSIONS)]
    for view in _seen():
        found = line(view)
        for at, word in enumerate(view.words):
            parts += features(found, found.place[at], found.place[at])
            parts.append(repr(verb_choices(word.low)))
    for name, one in sorted(SETS.items()):
        parts.append(f"{name}:{sorted(one.forms.items())}")
    return _stamp(parts)


def form_stamp() -> str:
    """Stamp of what `formes.npz` is learnt from: the reading of a place, the candidates and their classes."""
    parts = [str(BITS), str(MOST)]
    for view in _seen():
        for at, word in enumerate(view.words):
            parts += slot_names(view, at)
            for form in sorted(candidates(word.low)):
                parts.append(f"{form}{classes(form)}")
    return _stamp(parts)
