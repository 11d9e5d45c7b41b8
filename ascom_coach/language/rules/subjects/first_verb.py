# ruff: noqa: E501 -- an example stays on one line
"""The first verb behind the group that opens a clause: « Les rideaux orange sera remplacés », « Les demandes reçues après la date ne sera ».

`syntax/spine.py` accounts for each word between; here it is enough that no word between can be another subject, open
another clause or join another group: whatever else stands there hangs on the first noun.

Norm: the verb agrees with the head of its subject, not with its complements (Grevisse and Goosse, « Le Bon Usage »,
16e éd., 2016, §§ 427-428).
"""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, rule
from ascom_coach.language.rules.groups.quantity import changed
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.bundle_words import NUMERALS
from ascom_coach.language.syntax.spine import TIMES
from ascom_coach.language.syntax.spine_parts import PREPOSITIONS, between
from ascom_coach.language.syntax.subjects import COLLECTIVE
from ascom_coach.language.syntax.view import View, Word

_MANY = frozenset(
    [
        "les",
        "ces",
        "nos",
        "vos",
        "mes",
        "ses",
        "tes",
        "plusieurs",
        "quelques",
        "certains",
        "certaines",
        "leurs",
    ]
)
_ONE = frozenset(
    [
        "le",
        "la",
        "l'",
        "ce",
        "cet",
        "cette",
        "notre",
        "votre",
        "mon",
        "ton",
        "son",
        "ma",
        "ta",
        "sa",
        "chaque",
        "un",
        "une",
    ]
)
_OPENERS = frozenset(["que", "qu'", "car", "mais", "puisque", "puisqu'", "lorsque", "lorsqu'", "quand", "si"])
_OTHERS = frozenset(
    ["qui", "que", "qu'", "dont", "où", "et", "ou", "ni", "comme", "si", "quand", "lorsque", "il", "elle", "on", "ils", "elles", "je", "j'", "tu", "nous", "vous", "ce", "c'", "cela",
     "ça", "ceci", "celui", "celle", "ceux", "celles", "lequel", "laquelle", "lesquels", "mais", "car", "donc", "ainsi", "avec", "sauf", "quel", "quelle", "quels", "quelles",
     "auquel", "auxquels", "auxquelles", "duquel", "tout", "tous", "toute", "toutes", "autre", "autres", "plus", "moins", "autant", "voici", "voilà", "fois", "seul", "seule",
     "chacun", "chacune", "aucun", "aucune", "personne", "rien"]
)  # fmt: skip
"""Words that may be another subject, open a clause or join a group."""
_FUSED = frozenset(["du", "des", "au", "aux"])
_LIGHT = frozenset(["ne", "n'", "se", "s'", "y", "lui", "leur", "me", "m'", "te", "t'"])
_DISTRIBUTED = frozenset(
    [
        "moitié",
        "tiers",
        "quart",
        "couple",
        "équipe",
        "pourcentage",
        "part",
        "totalité",
        "gens",
        "maximum",
        "minimum",
    ]
)


def _verbs(view: View) -> Iterator[Hit]:
    for at in range(len(view.words) - 3):
        if not _opens(view, at):
            continue
        many = view.low(at) in _MANY
        if not many and view.low(at) not in _ONE:
            continue
        noun = _noun(view, at, many)
        if not noun:
            continue
        verb = _first_verb(view, noun + 1, many)
        if verb is None:
            continue
        wanted, other = ("3p", "3s") if many else ("3s", "3p")
        if forms.has_person(verb, other) and not forms.has_person(verb, wanted):
            yield from changed(verb, forms.conjugated(verb, wanted))


def _opens(view: View, at: int) -> bool:
    """Whether a clause opens at `at`: the head of the sentence, a conjunction, or a complement put in front."""
    if at == 0:
        return True
    if view.low(at - 1) in _OPENERS and view.words[at].near:
        return view.low(at - 2) not in (
            "plus",
            "moins",
            "autre",
            "autres",
            "même",
            "mêmes",
            "ne",
            "n'",
            "tel",
            "telle",
            "tels",
            "telles",
        ) and view.low(at - 1) not in ("que", "qu'")
    if between(view, at) != "," or any(between(view, here) for here in range(1, at)):
        return False
    first = view.words[0]
    fronted = (
        first.has("P", "R") and not first.has("V", "D") and first.low not in ("bonjour", "merci", "ci-joint")
    )
    return fronted and not any(forms.finite(one) for one in view.words[:at])


def _noun(view: View, at: int, many: bool) -> int:
    """The place of the noun of the group at `at`; 0 when it is not sure."""
    here = at + 1
    while (
        (word := view.at(here))
        and word.near
        and view.low(here) not in ("tout",)
        and (word.low in NUMERALS or word.text.isdecimal() or (word.only("A") and not word.clitic))
    ):
        here += 1
    word = view.at(here)
    if (
        word is None
        or not word.near
        or word.clitic
        or not word.text.islower()
        or word.has("P", "D", "R", "C", "O")
    ):
        return 0
    wanted = ("p", "i") if many else ("s", "i")
    if not any(one.pos == "N" and one.number in wanted for one in word.readings) or word.verb("inf"):
        return 0
    if (
        word.low.split("-")[-1] in COLLECTIVE
        or word.low in TIMES
        or word.low.rstrip("s") in TIMES | _DISTRIBUTED
        or word.low in COLLECTIVE
        or word.low.rstrip("s") in COLLECTIVE
    ):
        return 0
    return (
        0
        if view.low(at) in ("les", "le", "la", "l'")
        and any(forms.has_person(word, one) for one in ("3s", "3p"))
        else here
    )


def _first_verb(view: View, start: int, many: bool) -> Word | None:
    """The conjugated verb behind the group, when no word before it may be a subject; None when it is not sure."""
    sure = False
    for here in range(start, min(start + 16, len(view.words))):
        word = view.words[here]
        gap = between(view, here)
        opened = view.text[view.words[start - 1].end - view.offset : word.start - view.offset]
        if gap and (not set(gap) <= set('«»“”" ') or ("»" in gap and "«" not in opened)):
            return None
        if (
            word.clitic
            or word.low in _OTHERS
            or (not many and (word.low in COLLECTIVE or word.low.rstrip("s") in COLLECTIVE))
        ):
            return None
        after = view.at(here + 1)
        if after and after.clitic:
            return None
        if word.low in _LIGHT:
            sure = word.low in ("ne", "n'", "se", "s'")
            if word.low in ("leur", "y", "lui") or (word.low in ("me", "m'", "te", "t'")):
                sure = False
            continue
        if _acts(word, sure and here > start and view.low(here - 1) in ("ne", "n'", "se", "s'")):
            return word if here > start or word.low in forms.AUXILIARIES or word.only("V") else None
        if word.low in _ONE | _MANY and not _held(view, here):
            return None
        if (
            not word.has("N", "A", "S", "P", "D", "R", "G")
            and not word.verb("ppas")
            and not word.verb("inf")
            and not word.verb("ppre")
            and word.readings
        ):
            return None
        if forms.finite(word) and not word.has("N", "A", "P", "D") and not word.verb("ppas"):
            return None
        if forms.finite(word) and word.has("N", "A") and not _held_noun(view, here, many):
            return None
        sure = False
    return None


def _acts(word: Word, sure: bool) -> bool:
    if not forms.finite(word) or word.verb("inf") or not word.text.islower():
        return False
    if word.low in forms.AUXILIARIES:
        return word.low not in ("soit", "été", "avions", "es", "as", "ais")
    return (word.only("V") and not word.verb("ppas")) or (sure and not word.has("D", "P"))


def _held(view: View, at: int) -> bool:
    """Whether the group that opens at `at` hangs on a preposition or a participle: « après la date », « portant la mention »."""
    before = view.words[at - 1]
    return view.low(at - 1) in PREPOSITIONS or before.only("P") or before.verb("ppre") or before.verb("inf")


def _held_noun(view: View, at: int, many: bool) -> bool:
    """Whether a word that may be a verb too is a noun or an adjective here: behind a determiner, a preposition or as an adjective of the group."""
    before = view.words[at - 1]
    if (
        view.low(at - 1) in PREPOSITIONS | _FUSED
        or before.has("D")
        or before.low in NUMERALS
        or before.text.isdecimal()
    ):
        return True
    wanted = ("p", "i") if many else ("s", "i")
    if (
        before.has("N")
        and before.near
        and any(one.pos == "A" and one.number == "i" for one in view.words[at].readings)
    ):
        return True  # « les rideaux orange », « la date limite »
    return view.words[at].verb("ppas") and any(
        "ppas" in one.tags and one.number in wanted for one in view.words[at].readings
    )


RULES: tuple[Rule, ...] = (
    rule("accord_premier_verbe", "accord", "Le verbe s’accorde avec le nom qui ouvre la proposition, pas avec ce qui le complète.", "Remplacez tout le sujet par « il », « elle », « ils » ou « elles ».", _verbs,
         (("Les rideaux orange sera remplacés lundi.", "seront"), ("Les cartons arrivés après la fermeture ne sera pas ouverts.", "seront"), ("Les lettres portant la mention « urgent » doit partir.", "doivent"), ("Le travail sur le tri des bons doivent être repris.", "doit")),
         ("Les rideaux orange seront remplacés lundi.", "Les clients dont dépend la vente attendent.", "Le nombre de bons augmente.", "La plupart des clients attendent.", "Le directeur et son adjoint seront là.", "Les jours de pluie, le bus passe.", "Le chef, comme ses agents, est venu.", "Une dizaine de clients attendent.")),
)  # fmt: skip
