# ruff: noqa: E501 -- an example stays on one line
"""« les minutes qui suit »: the verb behind « qui » is plural when every noun that « qui » may stand for is.

Norm: the verb of a relative clause agrees with the antecedent of « qui » (Grevisse and Goosse, « Le Bon Usage », § 431).
"""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, rule
from ascom_coach.language.rules.groups.quantity import changed
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.bundles import bundles
from ascom_coach.language.syntax.frames import lemmas
from ascom_coach.language.syntax.shapes import SINGULAR
from ascom_coach.language.syntax.spine import TIMES
from ascom_coach.language.syntax.spine_parts import between
from ascom_coach.language.syntax.view import View

_ASKING = frozenset(
    [
        "demander",
        "savoir",
        "dire",
        "ignorer",
        "préciser",
        "indiquer",
        "montrer",
        "expliquer",
        "voir",
        "deviner",
        "rappeler",
        "vérifier",
        "chercher",
        "apprendre",
    ]
)
_OF = frozenset(["de", "d'", "des", "du"])
_MANY = frozenset(["beaucoup", "plusieurs", "nombre", "plein", "tant", "ceux", "celles"])


def _who(view: View) -> Iterator[Hit]:
    groups = {one.last: one for one in bundles(view)[0]}
    for at in range(1, len(view.words) - 1):
        if view.low(at) != "qui" or between(view, at) not in ("", ","):
            continue
        here = at + 1
        while view.low(here) in forms.CLITICS and view.words[here].near:
            here += 1
        verb = view.at(here)
        if verb is None or not verb.near or verb.clitic or not forms.finite(verb):
            continue
        if not (verb.only("V") or verb.low in forms.AUXILIARIES) or verb.verb("ppas"):
            continue
        if not forms.has_person(verb, "3s") or forms.has_person(verb, "3p"):
            continue
        if any(lemmas(one) & _ASKING for one in view.words[max(0, at - 8) : at]):
            continue
        if _all_plural(view, at, groups):
            yield from changed(verb, forms.conjugated(verb, "3p"))


def _all_plural(view: View, at: int, groups: dict) -> bool:  # type: ignore[type-arg]
    """Whether the group before « qui » at `at`, and all groups that it completes, are plural."""
    last, comma = at - 1, between(view, at) == ","
    for _ in range(5):
        group = groups.get(last)
        first = group.first if group else _bare(view, last)
        if first is None or (group and group.shape & SINGULAR):
            return False
        low = view.low(first)
        opened = low if low in _OF else view.low(first - 1) if first else ""
        place = first if low in _OF else first - 1
        if opened not in _OF:
            return _alone(view, first) and (
                not comma or first == 0 or not any(one.has("N") for one in view.words[:first])
            )
        before = view.at(place - 1)
        if (
            before is None
            or not before.near
            or before.low
            in ("l'un", "un", "une", "l'une", "chacun", "chacune", "aucun", "aucune", "celui", "celle")
        ):
            return False
        if before.low in _MANY:
            return True
        if not before.has("N", "A", "S", "O", "P") and not before.verb("ppas") and before.readings:
            return (low == "des" or opened in ("de", "d'")) and _alone(
                view, place
            )  # « suggérer des dossiers qui »
        last = place - 1
        if last not in groups and not _bare_last(view, last):
            return False
    return False


def _alone(view: View, first: int) -> bool:
    """Whether no singular noun stands between the group at `first` and the verb before it: « un service destiné aux agents qui »."""
    for at in range(first - 1, -1, -1):
        word = view.words[at]
        led = view.low(at - 1) in forms.PERSONS or view.low(at - 1) in ("ne", "n'", "se", "s'")
        if (forms.finite(word) and (word.only("V") or word.low in forms.AUXILIARIES or led)) or (
            word.verb("inf") and not word.has("N")
        ):
            return True
        if word.low in ("que", "qu'", "où", "dont", "quand", "si"):
            return True
        if (
            word.has("N", "S")
            and not word.has("P", "D", "R", "C")
            and word.low not in TIMES
            and any(one.number != "p" for one in word.readings if one.pos in "NS")
        ):
            return False
        if not word.readings and word.text[:1].isupper():
            return False
    return True


def _bare_last(view: View, at: int) -> bool:
    return _bare(view, at) is not None


def _bare(view: View, last: int) -> int | None:
    """The first word of a plural noun without determiner and its adjectives that end at `last`."""
    at = last
    while at > 0 and view.words[at].near and view.words[at].only("A") and _plural(view, at):
        at -= 1
    word = view.words[at]
    if at and not (
        view.low(at - 1) in _OF or view.words[at - 1].has("D") or view.low(at - 1) in ("en", "par")
    ):
        return None
    if word.only("N", "A") and word.has("N") and _plural(view, at) and word.text.islower():
        return at
    return None


def _plural(view: View, at: int) -> bool:
    return all(one.number == "p" for one in view.words[at].readings) and bool(view.words[at].readings)


RULES: tuple[Rule, ...] = (
    rule("accord_qui_pluriel", "accord", "« Qui » reprend un nom au pluriel : le verbe est au pluriel.", "Qui fait l’action ? Plusieurs : -nt.", _who,
         (("Nous partirons dans les minutes qui suit.", "suivent"), ("Il écrit aux clients qui a payé.", "ont")),
         ("Vous recevrez un courriel dans les minutes qui suivent.", "C'est l'un des clients qui paie le mieux.", "La liste des clients qui est jointe suffit.", "C'est un service destiné aux agents qui leur permet d'agir.")),
)  # fmt: skip
