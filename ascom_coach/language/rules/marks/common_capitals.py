# ruff: noqa: E501, SIM905 -- an example stays on one line, and lists of words read better as text
"""A common noun with a capital inside a sentence: « votre Entretien », « le poste de Magasinier ». A doubt, never counted.

Norm: a common noun takes no capital within a sentence; names of posts neither (Imprimerie nationale, « Lexique des règles
typographiques »).
"""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, by_view
from ascom_coach.language.syntax.view import View

_BEFORE = frozenset("votre notre mon ma mes vos nos un une cet cette".split())
_KEPT = frozenset(
    "madame monsieur mademoiselle maître docteur professeur directeur directrice président présidente maire état région conseil mairie assemblée "
    "ministère ministre préfet préfecture caisse poste internet web église excellence altesse france noël pâques société maison bourse chambre cour "
    "web service services département communauté université école institut centre office agence bureau direction".split()
)
_MONTHS = frozenset("janvier février mars avril mai juin juillet août septembre octobre novembre décembre lundi mardi mercredi jeudi vendredi samedi dimanche".split())  # fmt: skip


def _common(view: View) -> Iterator[Hit]:
    if view.text.isupper():
        return
    for at in range(1, len(view.words)):
        word, before = view.words[at], view.words[at - 1]
        text = word.text
        if not word.near or word.clitic or len(text) < 4 or not text[0].isupper() or not text[1:].islower():
            continue
        post = before.low == "de" and view.low(at - 2) in ("poste", "postes", "emploi", "métier")
        if not post and before.low not in _BEFORE:
            continue
        if before.text[0].isupper() or word.low in _KEPT | _MONTHS or not word.has("N") or word.has("S"):
            continue
        after = view.at(at + 1)
        if after is not None and (after.text[:1].isupper() or after.text[:1].isdecimal()) and not post:
            continue  # « une Renault Clio », « notre Espace Client »
        yield word.start, word.end, (word.low,)


# fmt: off
RULES: tuple[Rule, ...] = (
    Rule("typo_nom_commun_majuscule", "typographie", "Un nom commun ne prend pas de majuscule à l’intérieur de la phrase.", "Est-ce le nom propre d’une personne, d’un lieu, d’une marque ? Sinon, minuscule.", by_view(_common),
         (("Je reviens sur notre Entretien de mardi.", "entretien"), ("Je postule au poste de Magasinier.", "magasinier")),
         ("Je reviens sur notre entretien de mardi.", "Votre Directeur est là.", "J'ai acheté une Renault.", "Notre Espace Client est fermé."), False),
)
# fmt: on
