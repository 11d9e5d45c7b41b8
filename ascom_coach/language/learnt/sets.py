"""The sets of function words that sound alike, and where their forms stand in a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ascom_coach.language.syntax.view import View, once

Forms = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChoiceSet:
    """Look-alike forms by label; a form is one or two words of a view (« s' » « est »).

    `doubted` lists the pairs (written, better) that were seen to be told apart well enough to be said.
    """

    name: str
    forms: dict[str, tuple[Forms, ...]]
    doubted: frozenset[tuple[str, str]]
    caution: float = 0.0
    """Log-odds asked for beyond what was learnt."""
    inside: bool = False
    """Whether only places joined to the word before are read."""

    def label_at(self, view: View, index: int) -> tuple[str, int] | None:
        """The label written at word `index` and the index of its last word, the longest form first."""
        for form, label in _labels(self.name).get(view.low(index), ()):
            last = index + len(form) - 1
            if (last == index or view.low(last) == form[1]) and view.glued(index, last):
                return label, last
        return None


@cache
def _labels(name: str) -> dict[str, list[tuple[Forms, str]]]:
    """First word → forms of the set that begin with it and their labels, the longest forms first."""
    found: dict[str, list[tuple[Forms, str]]] = {}
    for size in (2, 1):
        for label, forms in SETS[name].forms.items():
            for form in forms:
                if len(form) == size:
                    found.setdefault(form[0], []).append((form, label))
    return found


@cache
def _sets_with() -> dict[str, tuple[str, ...]]:
    """First word of a form → names of the sets that hold it."""
    found: dict[str, list[str]] = {}
    for name in SETS:
        for first in _labels(name):
            found.setdefault(first, []).append(name)
    return {first: tuple(names) for first, names in found.items()}


@once
def written(view: View) -> dict[str, list[tuple[int, str, int]]]:
    """Name of a set → where its forms stand in the sentence: first word, label, last word. All sets in one reading."""
    known = _sets_with()
    found: dict[str, list[tuple[int, str, int]]] = {}
    for index, word in enumerate(view.words):
        for name in known.get(word.low, ()):
            if written := SETS[name].label_at(view, index):
                found.setdefault(name, []).append((index, *written))
    return found


def _set(
    name: str, forms: dict[str, str], *pairs: str, caution: float = 0.0, inside: bool = False
) -> ChoiceSet:
    """`forms`: label → forms separated by spaces, « + » between the words of one; `pairs`: « written>better »."""
    read = {label: tuple(tuple(one.split("+")) for one in text.split()) for label, text in forms.items()}
    listed = [tuple(pair.split(">")) for pair in pairs] or [(a, b) for a in read for b in read if a != b]
    return ChoiceSet(name, read, frozenset((a, b) for a, b in listed), caution, inside)


SETS: dict[str, ChoiceSet] = {
    one.name: one
    for one in (
        _set("a", {"a": "a", "à": "à"}),
        _set("et", {"et": "et", "est": "est"}, caution=1.0),
        _set("on", {"on": "on", "ont": "ont"}),
        _set("son", {"son": "son", "sont": "sont"}),
        _set("ou", {"ou": "ou", "où": "où"}, caution=0.5, inside=True),
        _set("ce", {"ce": "ce", "se": "se"}),
        _set(
            "cest", {"c'est": "c'+est", "s'est": "s'+est", "ses": "ces ses", "sait": "sait sais"},
            "c'est>s'est", "s'est>c'est", "ses>c'est", "ses>s'est", "c'est>ses", "s'est>ses",
        ),
        _set("la", {"la": "la", "là": "là", "l'a": "l'+a"}, "la>là", "la>l'a", "l'a>la"),
        _set("sa", {"sa": "sa", "ça": "ça cela"}, "sa>ça", "ça>sa"),
        _set("peu", {"peu": "peu", "peut": "peut", "peux": "peux"}, "peu>peut", "peut>peu", "peux>peu", "peu>peux"),
        _set("quand", {"quand": "quand", "quant": "quant", "qu'en": "qu'+en"}, "quant>quand", "quand>qu'en"),
        _set("pres", {"près": "près", "prêt": "prêt prête prêts"}),
        _set("voir", {"voir": "voir", "voire": "voire"}),
        _set("sans", {"sans": "sans", "s'en": "s'+en"}),
        _set("leur", {"leur": "leur", "leurs": "leurs"}),
        _set("quelle", {"quelle": "quelle quelles", "qu'elle": "qu'+elle qu'+elles"}),
        _set("dans", {"dans": "dans", "d'en": "d'+en"}, "dans>d'en"),
        _set("ni", {"ni": "ni", "n'y": "n'+y"}),
        _set("mais", {"mais": "mais", "mes": "mes", "met": "met mets"}, "mais>mes"),
        _set("des", {"des": "des", "dès": "dès"}, "des>dès"),
        _set("ete", {"été": "été", "était": "était étais étaient"}, "était>été"),
    )
}  # fmt: skip
"""The sets of function words."""
