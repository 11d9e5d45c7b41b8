# ruff: noqa: E501 -- an example stays on one line
"""Singular « est », « sera », « a été » with a participle or an adjective that is only plural: wrong whatever the subject is.

« On » alone takes the plural behind a singular verb (« on est arrivés »), and « vous » or « nous » never stand before these forms.
"""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, rule
from ascom_coach.language.rules.groups.quantity import changed
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.frames import past
from ascom_coach.language.syntax.noungroup import only_adjective
from ascom_coach.language.syntax.view import View, Word

_IS = frozenset(["est", "était", "sera", "serait", "fut"])
_HAS = frozenset(["a", "avait", "aura", "aurait"])
_OWN = frozenset(["se", "s'"])
_LIGHT = frozenset(["ne", "n'", "en", "y", "lui", "leur", "me", "m'", "te", "t'", "nous", "vous"]) | _OWN
_NO = frozenset(
    [
        "tous",
        "toutes",
        "tels",
        "telles",
        "divers",
        "certains",
        "certaines",
        "autres",
        "mêmes",
        "seuls",
        "seules",
    ]
)


def _only_plural(word: Word) -> bool:
    """A participle, or an adjective and nothing else, that has no singular reading."""
    if word.low in _NO or not word.text.islower() or word.clitic or word.has("R", "P", "D", "C", "O", "G"):
        return False
    if not (word.verb("ppas") or only_adjective(word)) or (word.has("N") and not word.verb("ppas")):
        return False
    return forms.agrees(word, "", "p") and not forms.agrees(word, "", "s")


def _one_is(view: View) -> Iterator[Hit]:
    """« Personne n'est venus », « le mot « section » est utilisés », « le ton s'est apaisés »."""
    for at, word in enumerate(view.words[:-1]):
        if word.low not in _IS | _HAS or word.clitic or not word.text.islower():
            continue
        after = view.at(at + 1)
        if after and after.clitic:
            continue
        end = past(view, at + 1)
        if word.low in _HAS:
            if view.low(end) != "été":
                continue
            end = past(view, end + 1)
        target = view.at(end)
        if target is None or not view.glued(at, end) or not _only_plural(target):
            continue
        back = at - 1
        own = False
        while back >= 0 and view.low(back) in _LIGHT:
            own = own or view.low(back) in _OWN
            back -= 1
        if view.low(back) in ("on", "c'", "ce", "ça", "les", "tel", "telle") or any(
            one.low == "on" for one in view.words[max(0, at - 6) : at]
        ):
            continue
        if own and any(
            one.low in ("les", "que", "qu'", "combien") for one in view.words[max(0, at - 8) : at]
        ):
            continue  # « elle se les est achetés »
        behind = view.at(end + 1)
        if (
            behind
            and behind.near
            and behind.has("N")
            and not behind.has("P", "D", "V", "R", "C")
            and not target.verb("ppas")
        ):
            continue
        gender = "m" if forms.agrees(target, "m", "p") else "f"
        yield from changed(target, forms.agreed(target, gender, "s"))


RULES: tuple[Rule, ...] = (
    rule("accord_etre_singulier", "accord", "Le verbe est au singulier : ce qui le suit l’est aussi.", "Un seul est… : pas de -s.", _one_is,
         (("Personne n'est venus chercher le parapluie.", "venu"), ("Le mot « section » est utilisés ici.", "utilisé"), ("Le ton, d'abord vif, s'est apaisés.", "apaisé"), ("La porte a été fermées hier.", "fermée")),
         ("Personne n'est venu chercher le parapluie.", "On est arrivés à l'heure.", "Est-ce que tous sont venus ?", "Le travail est compris.", "Elle se les est achetés.", "Les mains qu'elle s'est lavées.", "Il est plusieurs fois passé.", "Rien n'est moins sûr.")),
)  # fmt: skip
