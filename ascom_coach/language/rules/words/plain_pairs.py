# ruff: noqa: E501 -- an example stays on one line
"""Look-alikes that their neighbours settle: « c'et », « par ce que » that opens a clause, « plus tôt que sur », « s'élève a 30 »."""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, cased, rule
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.spine_parts import PREPOSITIONS
from ascom_coach.language.syntax.view import View

_USUAL = frozenset(["habitude", "coutume", "ordinaire", "avant", "prévu", "hier", "accoutumée"])
_RELATIVE = frozenset(["qui", "que", "qu'", "dont", "où", "quiconque"])


def _is(view: View) -> Iterator[Hit]:
    """« c'et que la date a changé »."""
    for at in range(len(view.words) - 2):
        if view.low(at) == "c'" and view.low(at + 1) == "et" and view.words[at + 1].near:
            yield view.words[at + 1].start, view.words[at + 1].end, ("est",)


def _because(view: View) -> Iterator[Hit]:
    """« Par ce que le stock est épuisé », « il a tardé, par ce que la route est fermée »."""
    for at in range(len(view.words) - 4):
        if view.low(at) != "par" or view.low(at + 1) != "ce" or view.low(at + 2) not in ("que", "qu'"):
            continue
        if (at and view.words[at].near and view.low(at - 1) != "et") or not view.glued(at, at + 2):
            continue
        one = view.words[at + 3]
        if one.near and one.has("D") and one.low not in ("ce", "cela"):
            last = view.words[at + 2]
            yield view.words[at].start, last.end, (cased(view.words[at].text, f"parce {last.low}"),)


def _rather(view: View) -> Iterator[Hit]:
    """« la terrasse plus tôt que sur le toit », « partir plus tôt que de rester »."""
    for at in range(1, len(view.words) - 3):
        one, two, link = view.words[at], view.words[at + 1], view.words[at + 2]
        if (
            one.low != "plus"
            or two.low != "tôt"
            or link.low not in ("que", "qu'")
            or not view.glued(at, at + 3)
        ):
            continue
        after = view.low(at + 3)
        if (
            after not in PREPOSITIONS | {"des", "du", "aux", "au"}
            or {view.low(at + 4), view.low(at + 5)} & _USUAL
        ):
            continue
        if any(word.text[:1].isdecimal() for word in view.words[at + 3 : at + 7]):
            continue
        yield one.start, two.end, ("plutôt",)


def _to(view: View) -> Iterator[Hit]:
    """« Le total s'élève a 30 euros », « deux choix s'offrent a vous »: the verb has its subject, « a » has none."""
    for at in range(2, len(view.words) - 1):
        word, verb, after = view.words[at], view.words[at - 1], view.words[at + 1]
        if (
            word.low != "a"
            or word.clitic
            or not word.near
            or not after.near
            or view.low(at - 2) not in ("se", "s'")
        ):
            continue
        if (
            not verb.has("V")
            or not (forms.finite(verb) or verb.verb("ppre") or verb.verb("inf"))
            or verb.verb("ppas")
        ):
            continue
        if any(one.low in _RELATIVE for one in view.words[:at]) and not verb.verb("ppre"):
            continue
        if after.verb("ppas") or not (
            after.has("D")
            or after.low in ("vous", "nous", "lui", "eux", "elle", "moi")
            or after.text[:1].isdecimal()
        ):
            continue
        if (
            after.low in ("vous", "nous", "lui")
            and (behind := view.at(at + 2))
            and behind.near
            and behind.verb("ppas")
        ):
            continue
        yield word.start, word.end, ("à",)


RULES: tuple[Rule, ...] = (
    rule("paire_c_et", "homophones", "« C’est » : le verbe « être », avec « st ».", "Remplacez par « c’était ».", _is,
         (("Ce qui compte, c'et que la date a changé.", "est"),), ("Ce qui compte, c'est que la date a changé.",)),
    rule("paire_parce_que", "homophones", "Pour dire la cause, on écrit « parce que ».", "Si l’on peut dire « puisque », c’est « parce que ».", _because,
         (("Par ce que le stock est épuisé, nous attendons.", "Parce que"), ("Il est resté, par ce que la porte fermait mal.", "parce que")),
         ("Parce que le stock est épuisé, nous attendons.", "Je suis surpris par ce que vous dites.", "Par ce que vous m'écrivez, je comprends tout.")),
    rule("paire_plutot_que", "homophones", "Pour dire une préférence, on écrit « plutôt que », en un mot.", "Si l’on peut dire « au lieu de », c’est « plutôt ».", _rather,
         (("Posez-le sur la table plus tôt que sur le sol.", "plutôt"), ("Mieux vaut écrire plus tôt que de se taire.", "plutôt")),
         ("Posez-le sur la table plutôt que sur le sol.", "Il est parti plus tôt que d'habitude.", "Venez plus tôt que prévu.")),
    rule("paire_se_verbe_a", "homophones", "Le verbe a déjà son sujet : ici, c’est la préposition « à ».", "Remplacez par « avait » : cela ne se dit pas, donc « à ».", _to,
         (("Le total s'élève a 30 euros.", "à"), ("Deux choix s'offrent a vous.", "à"), ("La règle s'appliquant a la parcelle est claire.", "à")),
         ("Le total s'élève à 30 euros.", "Celui qui s'inscrit a la priorité.", "Le client qui se plaint a un avoir.")),
)  # fmt: skip
