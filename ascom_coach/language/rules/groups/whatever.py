# ruff: noqa: E501 -- an example stays on one line
"""« Quel que soit » with its subject; « lequel » and its like with the noun they stand for."""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, cased, rule
from ascom_coach.language.rules.groups.quantity import changed
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.bundles import bundles
from ascom_coach.language.syntax.shapes import ANY, FP, FS, MP, MS, PLURAL, SINGULAR, joined
from ascom_coach.language.syntax.view import View
from ascom_coach.language.text import plain
from ascom_coach.language.values.dates import MONTHS

_WHICH = {"quel": MS, "quelle": FS, "quels": MP, "quelles": FP}
_VERBS = frozenset(["soit", "soient", "fût", "fussent", "puisse", "puissent", "fut", "furent"])


def _whatever(view: View) -> Iterator[Hit]:
    """« Quelque que soit », « quel que soient son problème », « quelle que soit ses raisons »."""
    for at in range(len(view.words) - 3):
        if view.low(at) not in _WHICH or view.low(at + 1) not in ("que", "qu'"):
            continue
        verb = at + 3 if view.low(at + 2) == "en" else at + 2
        if view.low(verb) not in _VERBS:
            continue
        group = next((one for one in bundles(view)[0] if one.first == verb + 1), None)
        if not group or group.shape == ANY:
            continue
        mask = group.shape
        other = next((one for one in bundles(view)[0] if one.first == group.last + 2), None)
        if view.low(group.last + 1) in ("et", "ou"):
            if not other:
                continue
            mask = joined(mask, other.shape) | (mask if view.low(group.last + 1) == "ou" else 0)
        after = view.at(group.last + 1)
        listed = any(one.first == group.last + 1 for one in bundles(view)[0])
        if after and not after.near and listed and forms.has_person(view.words[verb], "3p"):
            continue  # a list
        person = "3p" if not mask & SINGULAR else "3s"
        right = forms.has_person(view.words[verb], person) or bool(mask & SINGULAR and mask & PLURAL)
        if _WHICH[view.low(at)] & mask and right:
            continue
        wanted = next((form for form, bit in _WHICH.items() if bit & mask), "")
        said = view.low(verb) if right else _of(view.low(verb), person)
        first, last = view.words[at], view.words[verb]
        between = view.text[first.end - view.offset : last.start - view.offset]
        yield first.start, last.end, (cased(first.text, wanted) + between + said,)


def _of(low: str, person: str) -> str:
    pairs = {"soit": "soient", "fût": "fussent", "puisse": "puissent", "fut": "furent"}
    back = {plural: single for single, plural in pairs.items()}
    return (pairs if person == "3p" else back).get(low, low)


_RELATIVES = {
    "lequel": MS, "laquelle": FS, "lesquels": MP, "lesquelles": FP, "auquel": MS, "auxquels": MP, "auxquelles": FP,
    "duquel": MS, "desquels": MP, "desquelles": FP,
}  # fmt: skip
_SAME = {
    "le": {MS: "lequel", FS: "laquelle", MP: "lesquels", FP: "lesquelles"},
    "au": {MS: "auquel", FS: "à laquelle", MP: "auxquels", FP: "auxquelles"},
    "du": {MS: "duquel", FS: "de laquelle", MP: "desquels", FP: "desquelles"},
}  # fmt: skip
_LINKS = frozenset(
    [
        "pour",
        "contre",
        "avec",
        "sur",
        "dans",
        "par",
        "sans",
        "chez",
        "vers",
        "selon",
        "sous",
        "derrière",
        "devant",
        "entre",
        "parmi",
        "après",
    ]
)


def _relative(view: View) -> Iterator[Hit]:
    """« La raison pour lequel », « les dossiers auquel », « le service à laquelle »."""
    groups = bundles(view)[0]
    for at in range(2, len(view.words)):
        low = view.low(at)
        if low not in _RELATIVES:
            continue
        family = "au" if low.startswith("au") else "du" if low.startswith(("du", "des")) else "le"
        back = at - 1
        if family == "le":
            if view.low(back) in ("à", "de") and low == "laquelle":
                family = {"à": "au", "de": "du"}[view.low(back)]
            elif view.low(back) not in _LINKS:
                continue
            back -= 1
        if plain(view.low(back)) in MONTHS:
            continue  # « votre message du 3 mars, dans lequel »
        group = next((one for one in groups if one.last == back), None)
        if not group or view.text[
            view.words[back].end - view.offset : view.words[back + 1].start - view.offset
        ].strip(" ,"):
            continue
        if family == "du" and (not group.free or view.low(group.first) in ("au", "à")):
            continue  # « au milieu de laquelle »
        mask = group.allowed
        for one in groups:
            if one.first < group.first and (
                not group.free or group.allowed != group.shape or not view.words[back + 1].near
            ):
                mask |= one.shape | joined(one.shape, group.shape)
        if mask & _RELATIVES[low] or view.low(at + 1) in ("de", "d'", "des"):
            continue
        start = view.words[at - 1] if family != "le" and low == "laquelle" else view.words[at]
        fix = next((form for bit, form in _SAME[family].items() if bit & group.shape), "")
        if start is view.words[at]:
            yield from changed(view.words[at], (fix,))
        else:
            yield start.start, view.words[at].end, (fix,)


RULES: tuple[Rule, ...] = (
    rule("accord_quel_que_soit", "accord", "« Quel que soit » : « quel » et le verbe s’accordent avec le nom qui suit.", "Remettez dans l’ordre : « sa raison, quelle qu’elle soit ».", _whatever,
         (("Quel que soient son problème, il appelle.", "Quel que soit"), ("Quelle que soit ses raisons, il part.", "Quelles que soient"), ("Quel que soit la date, prévenez.", "Quelle que soit")),
         ("Quel que soit son problème, il appelle.", "Quelles que soient ses raisons, il part.", "Quels que soient le jour et l'heure, prévenez.")),
    rule("accord_lequel", "accord", "« Lequel, laquelle, auquel, auxquelles… » prennent le genre et le nombre du nom qu’ils remplacent.", "Répétez le nom : « pour quelle raison », donc « pour laquelle ».", _relative,
         (("La raison pour lequel il part est simple.", "laquelle"), ("Les dossiers auquel je pense sont ici.", "auxquels"), ("Le service à laquelle j'écris est fermé.", "auquel")),
         ("La raison pour laquelle il part est simple.", "Les dossiers auxquels je pense sont ici.", "Le chef du service dans lequel je travaille est là.", "La liste des pièces sans lesquelles rien n'avance.")),
)  # fmt: skip
