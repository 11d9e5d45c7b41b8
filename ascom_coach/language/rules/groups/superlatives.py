# ruff: noqa: E501 -- an example stays on one line
"""« Des plus rares », « l'une des mieux notées », « tel » with its noun: words whose number the turn decides.

Norm: behind « des plus », « des moins », « des mieux », the adjective is plural and takes the gender of the noun (the
singular is met, and left alone, when one thing is spoken of);
« tel que » agrees with the noun before it (Grevisse and Goosse, « Le Bon Usage », 16e éd., 2016, §§ 248 and 993).
"""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, rule
from ascom_coach.language.rules.groups.quantity import changed
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.bundles import bundles
from ascom_coach.language.syntax.shapes import FEMALE, FP, FS, MALE, MP, MS, PLURAL, agreed_in, shape
from ascom_coach.language.syntax.view import View

_DEGREES = frozenset(["plus", "moins", "mieux"])
_ONES = {"un": MP, "une": FP, "celui": MP, "celle": FP}
_NEUTER = frozenset(["c'", "ce", "cela", "ça", "ceci", "tout", "rien"])


def _among(view: View) -> Iterator[Hit]:
    """« Un accueil des plus chaleureux », « l'une des mieux préparée »."""
    for at in range(1, len(view.words) - 2):
        if view.low(at) != "des" or view.low(at + 1) not in _DEGREES or not view.glued(at, at + 2):
            continue
        word, kind = view.words[at + 2], shape(view.words[at + 2])
        if not kind.adjective or not kind.nominal or kind.infinitive or (kind.finite and not kind.participle):
            continue
        if kind.adjective & PLURAL and view.low(at - 1) not in _ONES:
            continue  # « la cour des plus vieux »
        mask = _ONES.get(view.low(at - 1), 0) or _described(view, at)
        if mask and not kind.adjective & mask:
            yield from changed(word, agreed_in(word, mask))


def _described(view: View, at: int) -> int:
    """The plural set of the noun or the subject that the turn at `at` describes; 0 when nothing is sure."""
    before = view.words[at - 1]
    if before.low in forms.ETRE or before.low == "été":
        subject = view.words[: at - 1]
        if not subject or any(one.low in _NEUTER for one in subject):
            return 0
        group = next((one for one in bundles(view)[0] if one.free and one.last < at - 1), None)
        allowed = {"ils": MALE & PLURAL, "elles": FEMALE & PLURAL}.get(view.low(at - 2), 0)
        allowed = allowed or (group.shape if group else 0)
    else:
        group = next((one for one in bundles(view)[0] if one.last == at - 1), None)
        if not group and not (before.has("N") and shape(before).parts == {"N"}):
            return 0
        beside = group is not None and view.low(group.first - 1) in ("et", "ou")
        allowed = shape(before).noun if group is None else group.shape if beside else group.allowed
    if not allowed & PLURAL:
        return 0  # « un accueil des plus courtois »: behind one thing, some leave the singular
    return (MP if allowed & MALE else 0) | (FP if allowed & FEMALE else 0)


_SUCH = {"tel": MS, "telle": FS, "tels": MP, "telles": FP}


def _such(view: View) -> Iterator[Hit]:
    """« Des documents tel que », « une société telles que », « Tel est la règle »."""
    for at, word in enumerate(view.words[:-1]):
        said = _SUCH.get(word.low)
        if not said:
            continue
        mask = 0
        if view.low(at + 1) in ("que", "qu'") and at:
            gap = view.text[view.words[at - 1].end - view.offset : word.start - view.offset].strip()
            group = next((one for one in bundles(view)[0] if one.last == at - 1), None)
            if any(one.last < at - 1 and one.shape & said for one in bundles(view)[0]):
                continue  # « un choix de vis, tel que »
            adverbial = said == MS and view.low(at + 2) in forms.PERSONS
            if adverbial or (gap and group and any(one.has("N") for one in view.words[: group.first])):
                continue  # « jouez tel que vous le sentez », « un outil de cette série, tel que »
            if group and gap in ("", ",") and not (group.first and view.low(group.first - 1) in ("et", "ou")):
                mask = group.allowed
        elif view.low(at + 1) in forms.ETRE and view.words[at + 1].near and (at == 0 or not word.near):
            group = next((one for one in bundles(view)[0] if one.first == at + 2), None)
            joined = group is not None and view.low(group.last + 1) in ("et", "ou")
            mask = group.shape if group and not joined else 0
        if mask and not mask & said:
            wanted = next(form for form, bit in _SUCH.items() if bit & mask)
            yield from changed(word, (wanted,))


RULES: tuple[Rule, ...] = (
    rule("accord_des_plus", "accord", "Après « des plus », « des moins », « des mieux », l’adjectif est au pluriel, au genre du nom.", "« Parmi les plus… » : pluriel.", _among,
         (("C'est l'une des mieux notée.", "notées"), ("Nos offres sont des plus intéressante.", "intéressantes"), ("Des voisins des plus aimable.", "aimables")),
         ("C'est l'une des mieux notées.", "Une offre des plus intéressantes.", "La situation est des plus délicates.", "C'est des plus simple.", "Un des plus grands salons.", "La situation est des plus délicate.", "La cour des plus vieux.", "L'avis des plus anciens compte.")),
    rule("accord_tel_que", "accord", "« Tel » s’accorde avec le nom qu’il annonce ou qu’il reprend.", "Masculin : tel ; féminin : telle ; pluriel : -s.", _such,
         (("Joignez des pièces tel que le bail.", "telles"), ("Les services, tel que le tri, sont dus.", "tels"), ("Tel est la règle.", "Telle")),
         ("Joignez des pièces telles que le bail.", "Les services, tels que le tri, sont dus.", "Telle est la règle.", "Il prend les choses telles qu'elles sont.", "Le bail tel que signé reste valable.", "La liste des outils tels que le marteau.")),
)  # fmt: skip
