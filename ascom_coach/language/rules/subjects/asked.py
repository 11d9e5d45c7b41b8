# ruff: noqa: E501 -- an example stays on one line
"""The verb of a question: « qui veut… ? » in the third person, « que font les agents ? » with the subject behind it.

Norm: « qui » asked alone takes the third person; the subject placed behind gives its number to the verb
(Grevisse and Goosse, « Le Bon Usage », §§ 727, 934).
"""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, rule
from ascom_coach.language.rules.groups.quantity import changed
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.bundles import bundles
from ascom_coach.language.syntax.frames import lemmas
from ascom_coach.language.syntax.shapes import SINGULAR
from ascom_coach.language.syntax.view import View

_WONDER = frozenset(
    ["savoir", "demander", "voir", "dire", "décider", "ignorer", "deviner", "chercher", "choisir", "vérifier"]
)
_IMPERSONAL = frozenset(
    ["falloir", "pleuvoir", "suffire", "valoir", "rester", "être", "arriver", "advenir", "importer"]
)


def _who(view: View) -> Iterator[Hit]:
    """« Qui veux tenir le stand ? », « je demande qui peux venir »."""
    for at, word in enumerate(view.words[:-1]):
        if word.low != "qui":
            continue
        before = view.words[at - 2 if at > 1 and view.words[at - 1].clitic else at - 1]
        asked = at == 0 or not word.near or bool(lemmas(before) & _WONDER and not before.has("N"))
        if not asked or (at and not word.near and not view.text.rstrip().endswith("?")):
            continue
        here = at + 1
        while view.low(here) in ("ne", "n'", "me", "m'", "te", "t'", "se", "s'", "lui", "y", "en", "leur"):
            here += 1
        verb, after = view.at(here), view.at(here + 1)
        if not verb or not view.glued(at, here) or (after and after.clitic) or not verb.only("V"):
            continue
        if not any(forms.has_person(verb, one) for one in ("1s", "2s")) or any(
            forms.has_person(verb, one) for one in ("3s", "3p")
        ):
            continue
        if after and after.low in forms.PERSONS:
            continue  # « Qui veux tu »: the hyphen is another matter
        yield from changed(verb, forms.conjugated(verb, "3s")[:1])


def _what(view: View) -> Iterator[Hit]:
    """« Que fait les techniciens ? », « combien coûte ces deux lots ? »."""
    if view.low(0) not in ("que", "qu'", "combien", "comment") or not view.text.rstrip().endswith("?"):
        return
    verb = view.at(1)
    if (
        not verb
        or not verb.near
        or not (verb.only("V") or verb.low == "fait")
        or verb.verb("inf")
        or not forms.has_person(verb, "3s")
    ):
        return
    if forms.has_person(verb, "3p") or lemmas(verb) & _IMPERSONAL:
        return
    starts = (2, 3) if view.low(2) in ("les", "ces", "vos", "nos", "mes", "ses", "leurs") else (2,)
    group = next((one for one in bundles(view)[0] if one.first in starts), None)
    if not group or group.shape & SINGULAR or not view.words[2].near or view.low(2) == "des":
        return
    after = view.at(group.last + 1)
    if after is None or not after.near or after.has("P", "D", "R") or after.verb("inf"):
        yield from changed(verb, forms.conjugated(verb, "3p")[:1])


RULES: tuple[Rule, ...] = (
    rule("personne_qui_demande", "accord", "Dans une question, « qui » veut la troisième personne : « qui veut », « qui peut ».", "Remplacez « qui » par « il ».", _who,
         (("Qui veux tenir le stand samedi ?", "veut"), ("Dites-moi qui dois signer.", "doit"), ("Qui ne connais pas ce client ?", "connait")),
         ("Qui veut tenir le stand ?", "Qui veux-tu voir ?", "Qui suis-je ?", "Moi qui veux partir, je reste.", "Qui sont les absents ?")),
    rule("accord_que_question", "accord", "Dans une question, le sujet peut suivre le verbe : accordez avec lui.", "Remettez le sujet devant : « les agents font ».", _what,
         (("Que fait les agents le samedi ?", "font"), ("Combien coûte ces deux lots ?", "coûtent")),
         ("Que font les agents le samedi ?", "Que faut-il prévoir ?", "Combien coûte ce lot ?", "Que reste les jours de pluie ?")),
)  # fmt: skip
