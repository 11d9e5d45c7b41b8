# ruff: noqa: E501 -- an example stays on one line
"""The hyphen between an order and its pronoun, a turned verb and its subject, wherever the clause stands.

« …, appelez nous », « Tapez le deux fois », « la solution pourrait elle être… », « Aussi avons nous décidé ».
Norm: Grevisse and Goosse, « Le Bon Usage », 16e éd., 2016, §§ 107-108.
"""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, rule
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.spine_parts import between
from ascom_coach.language.syntax.view import View

_OBJECTS = frozenset(["nous", "moi", "le", "la", "les", "lui", "leur", "y", "en"])
_LINKS = frozenset(["et", "puis", "ou", "alors", "mais", "donc"])
_SUBJECTS = frozenset(["il", "elle", "on", "ils", "elles"])
_OWN = {"nous": "1p", "vous": "2p"}
_HELD = frozenset(
    ["que", "qu'", "qui", "dont", "où", "si", "s'", "quand", "comme", "lorsque", "vous", "nous"]
)


def _orders(view: View) -> Iterator[Hit]:
    """« Si vous êtes perdu, appelez nous au 12 », « Profitons en pour relire »."""
    for at in range(len(view.words) - 1):
        verb, whom = view.words[at], view.words[at + 1]
        if whom.low not in _OBJECTS or whom.clitic or not whom.near or not whom.text.islower():
            continue
        ending = "1p" if verb.low.endswith("ons") else "2p" if verb.low.endswith("ez") else ""
        if not ending or not verb.verb("impe") or not verb.only("V") or not _begins(view, at):
            continue
        if _serves(view, at + 1):
            continue
        yield verb.start, whom.end, (f"{verb.text}-{whom.text}",)


def _begins(view: View, at: int) -> bool:
    """Whether an order may begin at `at`: the head of the sentence, behind a comma or a link, with no subject of its own."""
    if at == 0:
        return True
    gap = between(view, at)
    if gap in (",", ";", ":"):
        return not any(word.low in ("vous", "nous") and between(view, here + 1) == "" and view.words[here + 1].low == view.low(at) for here, word in enumerate(view.words[:at]) if here + 1 < len(view.words))  # fmt: skip
    if gap or view.low(at - 1) not in _LINKS:
        return False
    return not any(word.low in _HELD for word in view.words[: at - 1])


def _serves(view: View, at: int) -> bool:
    """Whether the pronoun at `at` is an article, a determiner, a preposition or the pronoun of what follows."""
    low, after = view.low(at), view.at(at + 1)
    if after is None or not after.near:
        return low in ("la", "le", "les", "leur") and after is None and False
    if low in ("le", "la") and after.low in ("deux", "trois") and view.low(at + 2) == "fois":
        return False
    if low in ("le", "la", "les", "leur"):
        return not (
            after.has("P", "R") or after.low in ("toujours", "donc", "bien", "sans", "dès")
        ) or after.has("N", "A")
    if low == "en":
        return not (after.has("P") and after.low in ("pour", "par", "avant", "après")) or after.verb("ppre")
    if low == "y":
        return False
    if after.low in ("deux", "trois", "tous", "toutes", "même", "mêmes"):
        return True
    return after.verb("inf") or after.low in forms.CLITICS or (low in ("lui",) and after.has("C"))


def _turned(view: View) -> Iterator[Hit]:
    """« La solution pourrait elle être adoptée », « Aussi avons nous décidé », « auriez vous la gentillesse »."""
    for at in range(len(view.words) - 2):
        verb, who, after = view.words[at], view.words[at + 1], view.words[at + 2]
        if (
            who.clitic
            or not who.near
            or not after.near
            or not who.text.islower()
            or verb.clitic
            or not forms.finite(verb)
        ):
            continue
        if not (verb.only("V") or verb.low in forms.AUXILIARIES):
            continue
        if who.low in _SUBJECTS:
            person = forms.PERSONS[who.low]
            acts = after.verb("inf") or (after.verb("ppas") and verb.low in forms.AUXILIARIES)
            if not forms.has_person(verb, person) or not acts or forms.finite(after) or after.has("P", "D"):
                continue
            joint = "-t-" if verb.low[-1] in "aec" else "-"
            yield verb.start, who.end, (f"{verb.text}{joint}{who.text}",)
        elif (
            who.low in _OWN
            and verb.low in forms.AUXILIARIES | _MODALS
            and forms.has_person(verb, _OWN[who.low])
        ):
            if not at and not view.text.rstrip().endswith("?"):
                continue
            before = view.words[max(0, at - 4) : at]
            if any(one.low in (who.low, "qui", "que", "qu'") for one in before) or not (
                after.verb("ppas") or after.has("D") or after.verb("inf")
            ):
                continue
            if at and not (view.low(at - 1) in _BEFORE or not verb.near):
                continue
            yield verb.start, who.end, (f"{verb.text}-{who.text}",)


_MODALS = frozenset(
    ["pouvez", "pourriez", "voulez", "voudriez", "devez", "devons", "pouvons", "pourrions", "savez"]
)
_BEFORE = frozenset(
    ["aussi", "ainsi", "encore", "comment", "où", "quand", "pourquoi", "peut-être", "et", "donc"]
)


RULES: tuple[Rule, ...] = (
    rule("trait_ordre_pronom", "typographie", "À l’impératif, le pronom se joint au verbe par un trait d’union.", "« Appelez qui ? nous » : appelez-nous.", _orders,
         (("Si vous êtes perdu, appelez nous au 12.", "appelez-nous"), ("Tapez le deux fois.", "Tapez-le"), ("Profitons en pour relire.", "Profitons-en")),
         ("Si vous êtes perdu, appelez-nous au 12.", "Rangez le bureau.", "Saisissez les trois nombres.", "Passez en caisse.", "Payez la moitié.")),
    rule("trait_sujet_inverse", "typographie", "Le sujet placé après son verbe s’y joint par un trait d’union.", "Le verbe passe avant son sujet : un trait d’union.", _turned,
         (("La solution pourrait elle être adoptée ?", "pourrait-elle"), ("Aussi avons nous décidé de fermer.", "avons-nous"), ("Demain, auriez vous la gentillesse de passer ?", "auriez-vous")),
         ("La solution pourrait-elle être adoptée ?", "Ce que voit elle aussi.", "Nous avons nous aussi décidé.", "Ceux que vous avez vous plairont.")),
)  # fmt: skip
