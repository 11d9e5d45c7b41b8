# ruff: noqa: E501 -- an example stays on one line
"""Adjectives whose gender and number the turn decides: « rien de neuf », « de manière légale », « trouver cela normal »."""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, rule
from ascom_coach.language.rules.groups.quantity import changed
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.bundle_words import INTENSE
from ascom_coach.language.syntax.bundles import bundles
from ascom_coach.language.syntax.shapes import FS, MS, PLURAL, SINGULAR, agreed_in, shape
from ascom_coach.language.syntax.view import View, Word

_NEUTER = frozenset(["rien", "quoi", "chose", "quelqu'un"])
_FINDING = frozenset(["trouver", "juger", "croire", "estimer", "rendre", "considérer"])


def _over_adverbs(view: View, at: int) -> int:
    while view.low(at) in INTENSE or (view.low(at).endswith("ment") and view.words[at].only("R")):
        at += 1
    return at


def _adjective(view: View, at: int) -> Word | None:
    """The word at `at` when it is an adjective there and no noun follows it."""
    word, after = view.at(at), view.at(at + 1)
    if not word or not word.near or not word.text.islower() or word.clitic:
        return None
    kind = shape(word)
    if not kind.adjective or not kind.nominal or kind.infinitive or (kind.finite and not kind.participle):
        return None
    if after and after.near and shape(after).noun and not after.has("P", "R", "D", "C", "O", "V"):
        return None
    return word


def _neuter(view: View) -> Iterator[Hit]:
    """« Rien de spéciale », « quelque chose d'importants », « il trouve ça normale »."""
    for at, word in enumerate(view.words[:-2]):
        target = None
        if word.low in _NEUTER and view.low(at + 1) in ("de", "d'") and view.words[at + 1].near:
            if word.low == "chose" and view.low(at - 1) not in ("quelque", "autre", "quelqu'"):
                continue
            target = _adjective(view, _over_adverbs(view, at + 2))
        elif (
            word.low in ("ça", "cela")
            and at
            and _FINDING & {one.lemma for one in view.words[at - 1].readings}
        ):
            target = _adjective(view, _over_adverbs(view, at + 1))
        if (
            target
            and not shape(target).adjective & MS
            and not (shape(target).noun & ~shape(target).adjective)
        ):
            yield from changed(target, agreed_in(target, MS))


_IN = {"en": frozenset(["matière", "qualité"]), "de": frozenset(["manière", "façon", "sorte"])}
_WITH = frozenset(["en", "avec", "par", "sans", "sous", "sur", "pour", "comme", "contre", "dans"])


def _manner(view: View) -> Iterator[Hit]:
    """« De manière légal », « de façon très clairs », « en matière sociaux »."""
    for at, word in enumerate(view.words[:-2]):
        nouns = _IN.get(word.low)
        noun = view.words[at + 1]
        if nouns and noun.low in nouns and noun.near:
            target = _adjective(view, _over_adverbs(view, at + 2))
            if target and not shape(target).adjective & FS and not shape(target).participle:
                yield from changed(target, agreed_in(target, FS))
        elif word.low in _WITH and _bare(noun) and noun.near and view.low(at - 1) not in forms.ETRE:
            here = _over_adverbs(view, at + 2)
            target = _adjective(view, here)
            kind = shape(target) if target else None
            if not target or not kind or kind.participle or kind.noun or kind.adjective & shape(noun).noun:
                continue
            if any(one.shape & kind.adjective for one in bundles(view)[0]) or _spoken_of(
                view, at, kind.adjective
            ):
                continue
            yield from changed(target, agreed_in(target, shape(noun).noun))


def _bare(word: Word) -> bool:
    kind = shape(word)
    return kind.parts == {"N"} and word.text.islower() and not (kind.noun & PLURAL and kind.noun & SINGULAR)


def _spoken_of(view: View, at: int, wanted: int) -> bool:
    """Whether a pronoun or a name before `at` may be what the adjective describes."""
    known = {
        "il": MS,
        "elle": FS,
        "ils": 4,
        "elles": 8,
        "je": 3,
        "j'": 3,
        "tu": 3,
        "on": 15,
        "nous": 12,
        "vous": 15,
        "les": 12,
        "la": FS,
        "l'": 3,
        "ceci": MS,
        "cela": MS,
        "ça": MS,
        "c'": MS,
        "ce": MS,
        "qui": 15,
    }
    return any(
        known.get(one.low, 0) & wanted
        or (one.has("N", "A") and (shape(one).noun | shape(one).adjective) & wanted)
        or (index and one.text[:1].isupper())
        or not one.readings
        for index, one in enumerate(view.words[:at])
    )


RULES: tuple[Rule, ...] = (
    rule("accord_rien_de", "accord", "Après « rien de », « quelque chose de », « trouver cela », l’adjectif est au masculin singulier.", "« Rien de neuf » : masculin singulier.", _neuter,
         (("Il n'y a rien de spéciale à signer.", "spécial"), ("J'ai appris quelque chose d'importante.", "important"), ("Elle trouve cela très étonnante.", "étonnant")),
         ("Il n'y a rien de spécial à signer.", "Quelque chose de grave est arrivé.", "Rien de bonne heure.", "Elle trouve cette offre étonnante.", "Il ne pense à rien de précis.")),
    rule("accord_maniere", "accord", "L’adjectif s’accorde avec le nom qui le précède, même sans déterminant.", "« De manière légale » : « manière » est féminin.", _manner,
         (("Le tri se fait de façon automatiques.", "automatique"), ("Il agit de manière très loyal.", "loyale"), ("Il répond en homme courtoise.", "courtois")),
         ("Le tri se fait de façon automatique.", "Il agit de manière loyale.", "Elle est en classe assise.", "Elle arrive avec colis intacte.")[:3]),
)  # fmt: skip
