# ruff: noqa: E501 -- an example stays on one line
"""« Je souhaite de participer »: verbs that an infinitive follows directly, and « il y a » or « il faut » without « il ».

Norm: « souhaiter », « vouloir », « devoir », « pouvoir », « falloir » take the infinitive without « de » in the French of
today (Académie française, « Dictionnaire », 9e éd., under « souhaiter »: « de » is old-fashioned).
"""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, cased, rule
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.frames import lemmas
from ascom_coach.language.syntax.view import View

_BARE = frozenset(["souhaiter", "vouloir", "devoir", "pouvoir", "falloir", "espérer", "compter", "aimer"])
_OBJECTS = forms.CLITICS - {"ne", "n'"}
_SUBJECTS = frozenset(
    ["je", "j'", "tu", "il", "elle", "on", "nous", "vous", "ils", "elles", "qui", "ne", "n'"]
)


def _with_de(view: View) -> Iterator[Hit]:
    """« Je souhaite de participer », « nous voudrions de changer »."""
    for at in range(1, len(view.words) - 2):
        word, link = view.words[at], view.words[at + 1]
        if link.low not in ("de", "d'") or not link.near or not lemmas(word) & _BARE:
            continue
        if not forms.finite(word) or view.low(at - 1) not in _SUBJECTS or not word.near:
            continue
        person = forms.PERSONS.get(view.low(at - 1))
        if person and not forms.has_person(word, person):
            continue  # « nous vous souhaitons de réussir »
        if lemmas(word) & {"compter", "aimer"} and not word.verb("cond"):
            continue
        here = at + 2
        while view.low(here) in _OBJECTS:
            here += 1
        target = view.at(here)
        if target and target.verb("inf") and not target.has("N") and view.glued(at, here):
            yield link.start, view.words[at + 2].start, ("",)


def _dropped_it(view: View) -> Iterator[Hit]:
    """« Y a deux clients qui attendent », « Faudra lui répondre », « Sinon faudrait rappeler »."""
    for at in (0, 1, 2):
        word, after = view.at(at), view.at(at + 1)
        if word is None or after is None or not after.near or after.clitic:
            return
        if word.low == "y" and after.low in ("a", "avait", "aura", "aurait"):
            turned = view.at(at + 2)
            if turned and turned.clitic:
                return  # « Y aurait-il… ? »
            yield word.start, after.end, (cased(word.text, f"il y {after.low}"),)
            return
        if "falloir" in lemmas(word) and word.only("V") and forms.finite(word):
            yield word.start, word.end, (cased(word.text, f"il {word.low}"),)
            return
        if not word.only("R", "G", "C") or (at and not word.near):
            return


RULES: tuple[Rule, ...] = (
    rule("infinitif_sans_de", "homophones", "Ce verbe est suivi directement de l’infinitif, sans « de ».", "« Je veux partir », et non « je veux de partir » : de même ici.", _with_de,
         (("Je souhaite de participer au stage.", ""), ("Nous voudrions de changer la date.", ""), ("Elle souhaiterait de vous rencontrer.", "")),
         ("Je souhaite participer au stage.", "Il rêve de participer.", "Le devoir de répondre est pris au sérieux.", "Il ne peut de toute façon partir.", "Nous vous souhaitons de réussir.")),
    rule("style_il_omis", "style", "À l’écrit, « il » ne s’omet pas : « il y a », « il faut ».", "Ajoutez « il ».", _dropped_it,
         (("Y a deux clients qui attendent.", "Il y a"), ("Sinon faudra le relancer.", "il faudra")),
         ("Il y a deux clients qui attendent.", "Sinon, il faudra le relancer.", "Y a-t-il un souci ?", "Peu s'en faut."), False),
)  # fmt: skip
