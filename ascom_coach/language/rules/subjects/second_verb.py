# ruff: noqa: E501 -- an example stays on one line
"""A second verb behind « et »: it has the subject of the first, and its number."""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, rule
from ascom_coach.language.rules.groups.quantity import changed
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.asides import sure_verb
from ascom_coach.language.syntax.frames import lemmas
from ascom_coach.language.syntax.shapes import PLURAL, SINGULAR
from ascom_coach.language.syntax.subject_sets import subjects
from ascom_coach.language.syntax.view import View, Word

_LINKS = frozenset(["et", "puis", "mais", "ou"])
_CLITICS = forms.CLITICS - {"nous", "vous"}
_BREAKS = frozenset(["qui", "que", "qu'", "dont", "où", "si", "s'il", "quand", "lorsque", "comme", "car", "plupart", "monde", "gens", "tout", "aucun", "personne"])  # fmt: skip


def _number(word: Word) -> str:
    """`s` or `p` of a sure verb of the third person, else nothing."""
    if not sure_verb(word) or word.low in ("soit", "soient") or "falloir" in lemmas(word):
        return ""
    single, plural = forms.has_person(word, "3s"), forms.has_person(word, "3p")
    return "" if single == plural else ("s" if single else "p")


def _second(view: View) -> Iterator[Hit]:
    """« Le jardinier taille les haies et ramassent les feuilles », « la mairie nous a écrit et nous demandent »."""
    if not any(word.low in _LINKS for word in view.words):
        return
    numbers: list[str] = []
    mask, end = next(iter(subjects(view)), (0, 0))
    headed = bool(mask & SINGULAR) != bool(mask & PLURAL) and view.words[0].has("D") and end > 1
    for at, word in enumerate(view.words):
        if word.low in _BREAKS:
            return
        if at and view.low(at - 1) in _LINKS and numbers:
            here = at
            while view.low(here) in _CLITICS or (
                view.low(here) in ("nous", "vous") and _third(view.at(here + 1))
            ):
                here += 1
            verb = view.at(here)
            found = _number(verb) if verb and view.glued(at, here) and not verb.clitic else ""
            turned = view.at(here + 1)
            if (
                verb
                and found
                and not (turned and turned.clitic)
                and set(numbers) == {"p" if found == "s" else "s"}
                and len(set(numbers)) == 1
            ):
                if view.words[0].text[:1].isupper() and _one_subject(view, at):
                    yield from changed(verb, forms.conjugated(verb, f"3{numbers[-1]}"))
                return
        if word.clitic:
            return
        if at and not (view.words[at - 1].has("D") and word.has("N")):
            if mark := _number(word):
                numbers.append(mark)
            elif headed and at == end and word.near and forms.finite(word) and not word.verb("ppas"):
                numbers.append("s" if mask & SINGULAR else "p")
            elif sure_verb(word) and any(forms.has_person(word, one) for one in ("1s", "2s", "1p", "2p")):
                return


def _third(word: Word | None) -> bool:
    return bool(word and _number(word))


def _one_subject(view: View, stop: int) -> bool:
    """Whether the sentence opens with its only subject: a group or a pronoun, and no other pronoun before `stop`."""
    first = view.words[0]
    others = sum(
        word.low in ("il", "elle", "ils", "elles", "on", "je", "j'", "tu", "ce", "c'")
        for word in view.words[1:stop]
    )
    return (
        first.has("D", "S", "P", "R", "N") or first.low in ("il", "elle", "ils", "elles", "on")
    ) and others == 0


RULES: tuple[Rule, ...] = (
    rule("accord_second_verbe", "accord", "Le second verbe a le même sujet que le premier : il prend le même nombre.", "Répétez le sujet devant le second verbe.", _second,
         (("Le jardinier taille les haies et ramassent les feuilles.", "ramasse"), ("Les agents trient le papier et le jette.", "jettent"), ("La mairie nous a écrit et nous demandent une réponse.", "demande"), ("À partir de lundi, les bus passeront par la gare et ne s'arrêtera plus ici.", "arrêteront")),
         ("Le jardinier taille les haies et ramasse les feuilles.", "Le gardien ouvre la grille et les agents entrent.", "La salle que tiennent les élus est prête et ferme tard.", "Le bus passe et des élèves montent.")),
)  # fmt: skip
