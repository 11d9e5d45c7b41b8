# ruff: noqa: E501 -- an example stays on one line
"""Adjectives and participles with no determiner of their own: behind « celui », a preposition alone, « un des », « seul »."""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, cased, rule
from ascom_coach.language.rules.groups.quantity import changed
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.bundle_words import FIRST
from ascom_coach.language.syntax.bundles import bundles
from ascom_coach.language.syntax.noungroup import forms_of_noun
from ascom_coach.language.syntax.shapes import (
    FEMALE,
    FP,
    FS,
    MALE,
    MP,
    MS,
    PLURAL,
    SINGULAR,
    agreed_in,
    shape,
)
from ascom_coach.language.syntax.view import View

_THOSE = {"celui": MS, "celle": FS, "ceux": MP, "celles": FP}


def _those(view: View) -> Iterator[Hit]:
    """« Celui envoyés hier », « ceux proche de la gare »."""
    for at, word in enumerate(view.words[:-1]):
        mask = _THOSE.get(word.low)
        if not mask:
            continue
        target = view.words[at + 1]
        kind = shape(target)
        if (
            not target.near
            or target.clitic
            or not kind.adjective
            or not kind.nominal
            or kind.present
            or kind.infinitive
        ):
            continue
        if (kind.finite and not kind.participle) or (
            kind.noun and not kind.participle and kind.adjective not in (1, 2, 4, 8, 3, 12)
        ):
            continue
        if not mask & kind.adjective:
            yield from changed(target, agreed_in(target, mask))


_ALONE = frozenset([
    "de", "d'", "en", "à", "avec", "sans", "pour", "sur", "par", "comme", "lorsque", "puisque", "quand"
])  # fmt: skip


_ARE = frozenset(["sont", "étaient", "seront", "furent", "seraient"])
_TRAITS = frozenset(["qualité", "taille", "valeur", "nature", "marque", "facture", "envergure", "ampleur"])
"""« Ce sont de bonne qualité »: what things are like, and no things."""
_MANY = frozenset(["nombreux", "nombreuses", "divers", "diverses", "différents", "différentes", "multiples"])


def _bare(view: View) -> Iterator[Hit]:
    """« De grands avenue », « en pleine forme » : an adjective set first and its noun, without determiner."""
    for at in range(len(view.words) - 2):
        if view.low(at) not in _ALONE or not view.glued(at, at + 2):
            continue
        first, noun = view.words[at + 1], view.words[at + 2]
        if (
            view.low(at) in ("de", "d'")
            and first.low in ("plus", "très", "si", "aussi")
            and view.glued(at, at + 3)
            and at + 3 < len(view.words)
        ):
            first, noun = view.words[at + 2], view.words[at + 3]
        one, two = shape(first), shape(noun)
        if (
            not any(a.pos == "A" and a.lemma in FIRST for a in first.readings)
            or not one.nominal
            or not first.text.islower()
        ):
            continue
        if (
            not two.noun
            or not two.nominal
            or noun.clitic
            or not noun.text.islower()
            or (two.adjective and two.adjective & one.adjective)
        ):
            continue
        if view.low(at + 3) in ("et", "ou"):
            continue
        if two.present and view.at(at + 3) and view.words[at + 3].verb("ppas"):
            continue  # « le nombre de jeunes ayant signé »
        these = view.low(at - 2) == "ce" and view.low(at - 1) in _ARE and noun.low not in _TRAITS
        if these and two.noun and not (two.noun & PLURAL or two.finite):
            plural = agreed_in(first, MP if two.noun & MALE else FP)
            yield (
                first.start,
                noun.end,
                tuple(f"{a} {b}" for a in plural[:1] for b in forms_of_noun(noun, "p")[:1]),
            )
            continue
        if first.low in _MANY and two.noun and not two.noun & PLURAL:
            yield from changed(noun, tuple(forms_of_noun(noun, "p")))
            continue
        if (
            one.adjective & two.noun
            or first.low
            in ("nouveau", "long", "plein", "pleins", "seul", "fort", "même", "certain", "double")
            or (two.finite and two.noun & SINGULAR and first.low not in _MANY)
        ):
            continue
        gender = [mask for mask in (MALE, FEMALE) if two.noun & mask and not two.noun & ~mask]
        same = bool(gender) and bool(one.adjective & gender[0])
        fixes: list[str] = []
        if same and not one.adjective & SINGULAR:
            fixes += [f"{first.text} {form}" for form in forms_of_noun(noun, "p")]
        fixes += [f"{form} {noun.text}" for form in agreed_in(first, two.noun)]
        yield first.start, noun.end, tuple(fixes[:3])


_ONES = {
    "un": MALE,
    "une": FEMALE,
    "certains": MALE,
    "certaines": FEMALE,
    "aucun": MALE,
    "aucune": FEMALE,
    "chacun": MALE,
    "chacune": FEMALE,
}
_FLIP = {
    "un": "une",
    "une": "un",
    "certains": "certaines",
    "certaines": "certains",
    "aucun": "aucune",
    "aucune": "aucun",
    "chacun": "chacune",
    "chacune": "chacun",
}


def _one_of(view: View) -> Iterator[Hit]:
    """« Un des factures », « aucune de ces dossiers »."""
    for at in range(len(view.words) - 2):
        word = view.words[at]
        mask = _ONES.get(word.low)
        here = at + 1
        if not mask or view.low(here) not in ("des", "de") or view.low(at - 1) in ("la", "sa", "numéro", "à"):
            continue
        if view.low(here) == "de":
            here += 1
            if view.low(here) not in ("ces", "nos", "vos", "mes", "ses", "tes", "leurs"):
                continue
        noun = view.at(here + 1)
        if not noun or not view.glued(at, here + 1) or not noun.text.islower():
            continue
        kind = shape(noun)
        if not kind.noun or kind.adjective or not kind.nominal or kind.noun & mask or not kind.noun & PLURAL:
            continue
        yield (
            word.start,
            noun.end,
            (cased(word.text, _FLIP[word.low]) + view.text[word.end - view.offset : noun.end - view.offset],),
        )


_ALONE_FIRST = {"seul": MS, "seule": FS, "seuls": MP, "seules": FP}


def _only(view: View) -> Iterator[Hit]:
    """« Seul ces femmes peuvent nous aider », « Ici, seul des agents signent »."""
    for at, word in enumerate(view.words[:-2]):
        mask = _ALONE_FIRST.get(word.low, 0)
        if not mask or (at and word.near):
            continue
        group = next((one for one in bundles(view)[0] if one.first == at + 1), None)
        verb = view.at(group.last + 1) if group else None
        if not group or mask & group.shape or not verb or not verb.near or not shape(verb).finite:
            continue
        if view.low(at + 1) == "du" or (view.low(at + 1) == "des" and not forms.has_person(verb, "3p")):
            continue
        yield from changed(word, agreed_in(word, group.shape))


RULES: tuple[Rule, ...] = (
    rule("accord_seul_en_tete", "accord", "« Seul » placé en tête s’accorde avec le nom qui suit.", "« Ces femmes seules… » : féminin pluriel.", _only,
         (("Seul ces femmes peuvent nous aider.", "Seules"), ("Ici, seul les agents signent.", "seuls")), ("Seules ces femmes peuvent nous aider.", "Seul le directeur signe.", "Seul des trois, il signe.")),
    rule("accord_celui", "accord", "Après « celui, celle, ceux, celles », le participe ou l’adjectif prend le même genre et le même nombre.", "Remplacez par « celui qui est… », « ceux qui sont… ».", _those,
         (("Ceux arrivé hier repartent.", "arrivés"), ("Celle envoyés lundi est perdue.", "envoyée")), ("Ceux arrivés hier repartent.", "Celle envoyée lundi est perdue.", "Ceux qui restent sont prêts.")),
    rule("accord_sans_determinant", "accord", "L’adjectif placé devant le nom s’accorde avec lui, même sans déterminant.", "Masculin ou féminin ? Un ou plusieurs ? L’adjectif suit le nom.", _bare,
         (("Ils ont de grandes oreille.", "grandes oreilles"), ("Il avance à grande enjambées.", "grandes enjambées"), ("Ce sont de beau jouets.", "beaux jouets"), ("Ce sont de bon résultat.", "bons résultats"), ("Il existe de nombreux ouvrage.", "ouvrages")),
         ("Ils ont de grandes oreilles.", "Il avance à grandes enjambées.", "Il travaille à plein temps.", "De bon matin, tout est calme.")),
    rule("accord_un_des_genre", "accord", "« Un des », « certains des » prennent le genre du nom qui suit.", "« Une facture », donc « une des factures ».", _one_of,
         (("Un des factures manque.", "Une des factures"), ("Aucune de ces dossiers n'est complet.", "Aucun de ces dossiers")), ("Une des factures manque.", "Aucun de ces dossiers n'est complet.", "Certains des élèves sont là.")),
)  # fmt: skip
