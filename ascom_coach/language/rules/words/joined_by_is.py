# ruff: noqa: E501 -- an example stays on one line
"""« est » between two subjects of a verb in the plural: it can only be « et », « le vernis et la peinture sèchent »."""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, rule
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.bundles import Bundle, bundles
from ascom_coach.language.syntax.view import View


def _ends(view: View, at: int, groups: dict[int, Bundle]) -> int:
    """The place behind the group or the name that begins at `at`; 0 when there is none."""
    if at in groups:
        return groups[at].last + 1
    word = view.at(at)
    named = (
        word is not None
        and word.text[:1].isupper()
        and word.text[1:].islower()
        and not word.has("D", "P", "C")
    )
    return at + 1 if named else 0


def _joined(view: View) -> Iterator[Hit]:
    """« Sophie est Karim tiendront le stand », « le vernis est la peinture sèchent vite »."""
    if not any(word.low == "est" for word in view.words[1:6]):
        return
    groups = {one.first: one for one in bundles(view)[0]}
    at = _ends(view, 0, groups)
    if not at or view.low(at) != "est" or not view.glued(0, at):
        return
    here = _ends(view, at + 1, groups)
    if not here or view.low(0) in ("ce", "c'", "qui"):
        return
    while view.low(here) in ("ne", "n'", "se", "s'", "vous", "nous", "lui", "y", "en"):
        here += 1
    verb = view.at(here)
    if not verb or not view.glued(at, here) or not (verb.only("V") or verb.low in forms.ETRE | forms.AVOIR):
        return
    if forms.has_person(verb, "3p") and not forms.has_person(verb, "3s") and not verb.verb("ppas"):
        yield view.words[at].start, view.words[at].end, ("et",)


RULES: tuple[Rule, ...] = (
    rule("homophone_est_deux_sujets", "homophones", "Deux sujets reliés : « et », sans s.", "Si l’on peut dire « et aussi », c’est « et ».", _joined,
         (("Sophie est Karim tiendront le stand.", "et"), ("Le vernis est la peinture sèchent en une heure.", "et")),
         ("Sophie est la chef.", "Le vernis et la peinture sèchent.", "Le plus dur est la route qui mène au quai.", "Paul est Breton.")),
)  # fmt: skip
