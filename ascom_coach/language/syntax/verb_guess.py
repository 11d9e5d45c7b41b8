# ruff: noqa: E501 -- a list of words stays compact
"""The conjugated form meant by a word that is none: « j'appel », « tu travail », « on désir », « il entendu »."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from ascom_coach.language.lexicon import lexicon
from ascom_coach.language.phonetic import sound
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.view import Word

_APART = {
    "vie": "vivre", "vies": "vivre", "dix": "dire", "sort": "sortir", "sorts": "sortir", "croix": "croire", "crois": "croire", "voie": "voir",
    "voies": "voir", "voix": "voir", "envoi": "envoyer", "envois": "envoyer", "emploi": "employer", "emplois": "employer", "accueil": "accueillir",
    "soutien": "soutenir", "maintien": "maintenir", "entretien": "entretenir", "ennui": "ennuyer", "essai": "essayer", "paix": "payer",
    "doigt": "devoir", "doigts": "devoir", "fait": "faire", "faits": "faire", "faix": "faire", "peu": "pouvoir", "feu": "faire", "mais": "mettre",
    "mets": "mettre", "saint": "ceindre", "sang": "sentir", "sans": "sentir", "pers": "perdre", "pair": "perdre", "père": "perdre", "cour": "courir", "cours": "courir",
    "mort": "mourir", "morts": "mourir", "part": "partir", "parts": "partir", "plaie": "plaire", "rond": "rendre", "vin": "venir", "vain": "venir",
    "bois": "boire", "boit": "boire", "choix": "choisir", "été": "être", "étai": "être", "eu": "avoir", "vent": "vendre", "vents": "vendre", "fond": "fondre", "font": "faire",
    "fonds": "fondre", "fous": "foutre", "fou": "foutre", "lit": "lire", "lits": "lire", "écrit": "écrire", "écrits": "écrire", "pari": "parier", "oubli": "oublier",
    "appui": "appuyer", "tri": "trier", "cri": "crier", "pli": "plier", "défi": "défier", "souci": "soucier", "soucis": "soucier", "remerciement": "remercier",
    "renvoi": "renvoyer", "octroi": "octroyer", "aboi": "aboyer", "effroi": "effrayer", "relai": "relayer", "délai": "délayer", "balai": "balayer",
    "pronostic": "pronostiquer", "diagnostic": "diagnostiquer", "trafic": "trafiquer", "choc": "choquer", "troc": "troquer", "bloc": "bloquer", "risc": "risquer",
}  # fmt: skip
"""Nouns and their like that a verb sounds like though its infinitive does not begin with them."""


@lru_cache(maxsize=2048)
def lemmas_behind(low: str) -> tuple[str, ...]:
    """Infinitives that a noun or an adjective may stand for: « calcul » calculer, « abandon » abandonner."""
    out = [_APART[low]] if low in _APART else []
    stems = [low, low.rstrip("sx")] if low.endswith(("s", "x")) else [low]
    for stem in stems:
        for end in ("er", stem[-1:] + "er", "r", "ler", "ter", "uer", "quer", "ir", "re"):
            lemma = stem + end
            if any(
                one.lemma == lemma and "inf" in one.tags
                for one in lexicon().analyses(lemma)
                if one.pos == "V"
            ):
                out.append(lemma)
    return tuple(dict.fromkeys(out))


def _of(lemmas: tuple[str, ...], person: str, near: str, *tenses: str) -> Iterator[str]:
    for tense in tenses:
        for lemma in lemmas:
            for form, one in forms.forms_of_lemma(lemma, lemma[: max(2, len(lemma) - 4)] + "...."):
                if one.pos == "V" and tense in one.tags and forms.is_person(form, one, person):
                    yield form


def meant(word: Word, person: str, tense: str = "ipre") -> tuple[str, ...]:
    """Forms of `tense` at `person` that `word` may stand for, those that sound like it first; at most three."""
    lemmas = forms.infinitives(word) or lemmas_behind(word.low)
    key = sound(word.low)
    found = dict.fromkeys(_of(lemmas, person, word.low, tense))
    return tuple(sorted(found, key=lambda form: (sound(form) != key, len(form))))[:3]


_HAVE = {"1s": "ai", "2s": "as", "3s": "a", "1p": "avons", "2p": "avez", "3p": "ont"}
_BE = {"1s": "suis", "2s": "es", "3s": "est", "1p": "sommes", "2p": "êtes", "3p": "sont"}
_WAS = {"1s": "étais", "2s": "étais", "3s": "était", "1p": "étions", "2p": "étiez", "3p": "étaient"}
MOVES = frozenset(["aller", "venir", "partir", "arriver", "rester", "tomber", "devenir", "décéder", "naître", "revenir", "parvenir", "entrer"])  # fmt: skip


def with_auxiliary(participle: Word, person: str, reflexive: bool = False) -> tuple[str, ...]:
    """« entendu » at the third person: « a entendu »; « été »: « était », « a été »."""
    if participle.low in ("été", "étai", "étés"):
        return (_WAS[person], f"{_HAVE[person]} été")
    table = _BE if reflexive or set(forms.infinitives(participle)) & MOVES else _HAVE
    return (f"{table[person]} {participle.text}",)
