# ruff: noqa: E501 -- an example stays on one line
"""Agreement across a comma, behind « celui », behind a preposition alone, behind « un des »."""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, cased, rule
from ascom_coach.language.rules.groups.quantity import changed
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.bundle_words import FIRST, INTENSE
from ascom_coach.language.syntax.bundles import Bundle, bundles
from ascom_coach.language.syntax.noungroup import forms_of_noun
from ascom_coach.language.syntax.shapes import (
    FEMALE,
    FP,
    FS,
    MALE,
    MP,
    MS,
    PLURAL,
    PRONOUNS,
    SINGULAR,
    agreed_in,
    bits,
    shape,
)
from ascom_coach.language.syntax.view import View, Word

_FIXED = frozenset([
    "excepté", "vu", "attendu", "passé", "compris", "donné", "ci-joint", "entendu", "fini", "dit", "bref", "seul",
    "supposé", "sauf", "désolée", "désolés", "désolées", "résultat", "promis", "juré", "désolé", "merci", "soit",
    "quitte", "exact", "parfait", "bon", "fort", "tel", "certain", "plein"
])  # fmt: skip
_BEHIND = frozenset([
    "par", "dans", "de", "d'", "à", "en", "au", "aux", "sur", "du", "chez", "pour", "parmi", "avec", "depuis", "sous",
    "contre"
])  # fmt: skip


def apart(view: View, at: int) -> int | None:
    """Where the adjective set between commas stands, from the word after the first comma, over its adverbs."""
    here = at
    while (
        (word := view.at(here))
        and (word.low in INTENSE or (word.low.endswith("ment") and word.only("R")))
        and here < at + 3
    ):
        here += 1
    word = view.at(here)
    if not word or (here > at and not word.near) or not word.text.islower() or word.low in _FIXED:
        return None
    kind, after = shape(word), view.at(here + 1)
    good = kind.participle or (kind.plain_adjective and not kind.noun)
    if not good or not kind.nominal or kind.present or (kind.finite and not kind.participle):
        return None
    return here if after is None or not after.near or after.low in _BEHIND else None


def _mask_of_name(word: Word) -> int:
    names = [one for one in word.readings if one.pos == "S"]
    genders = {one.gender for one in names}
    return (
        bits(genders.pop(), "s")
        if len(genders) == 1 and word.text[:1].isupper() and len(names) == len(word.readings)
        else 0
    )


def _behind_comma(view: View) -> Iterator[Hit]:
    """« Le directeur, blessée par ces mots, », « Pauline, surnuméraires »."""
    groups = bundles(view)[0]
    first = groups[0] if groups and groups[0].first == 0 else None
    if first:
        last, mask = first.last, first.shape
    elif (
        view.words
        and view.words[0].text[:1].isupper()
        and (mask := _mask_of_name(view.words[0]))
        and mask in (MS, FS)
    ):
        last = 0
    else:
        return
    comma = view.at(last + 1)
    if (
        not comma
        or comma.near
        or view.text[view.words[last].end - view.offset : comma.start - view.offset].strip() != ","
    ):
        return
    at = apart(view, last + 1)
    if at is None:
        return
    word = view.words[at]
    if mask & shape(word).adjective or _fits_later(view, at, shape(word).adjective, groups):
        return
    yield from changed(word, agreed_in(word, mask))


def _fits_later(view: View, at: int, wanted: int, groups: tuple[Bundle, ...]) -> bool:
    """Whether a group or a pronoun right behind a later comma, the subject it may be, fits."""
    if any(one.first > at and not view.words[one.first].near and one.shape & wanted for one in groups):
        return True
    return any(
        not word.near and (word.low in ("on", "vous", "nous") or PRONOUNS.get(word.low, 0) & wanted)
        for word in view.words[at + 1 :]
    )


def _in_front(view: View) -> Iterator[Hit]:
    """« Connu depuis longtemps, l'île attire », « Découragés, je suis parti »."""
    at = 0
    while (word := view.at(at)) and at < 2 and (word.low.endswith("ment") and word.only("R")):
        at += 1
    if not word:
        return
    kind = shape(word)
    if not kind.participle and not (
        kind.adjective
        and word.low.rstrip("s")
        in ("absent", "accessible", "soucieux", "heureux", "absente", "accessibles", "fier", "fière")
    ):
        return
    if word.low in _FIXED or not kind.parts <= frozenset("NAV"):
        return
    here = at + 1
    while (other := view.at(here)) and other.near:
        if (other.verb("ipre") and not other.has("N", "A", "P", "D")) or other.low in (
            "que",
            "qu'",
            "qui",
            "le",
            "la",
            "les",
            "un",
            "une",
        ):
            return
        here += 1
    if (
        not other
        or here > at + 9
        or view.text[view.words[here - 1].end - view.offset : other.start - view.offset].strip() != ","
    ):
        return
    if here > at + 1 and view.words[at + 1].low not in _BEHIND and not view.words[at + 1].only("R"):
        return
    group = next((one for one in bundles(view)[0] if one.first == here), None)
    if other.low in ("son", "sa", "ses", "leur", "leurs"):
        return
    mask = (
        group.shape
        if group
        else PRONOUNS.get(other.low, 0)
        if other.low in ("je", "j'", "tu", "il", "elle", "ils", "elles")
        else 0
    )
    if (
        group
        and group.last + 1 < len(view.words)
        and (view.low(group.last + 1) in ("et", "ou") or not view.words[group.last + 1].near)
    ):
        return
    if mask and not mask & kind.adjective:
        yield from changed(word, agreed_in(word, mask))


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
    rule("accord_apposition", "accord", "L’adjectif placé entre virgules s’accorde avec le nom qu’il décrit.", "Qui est-ce qui est… ? Accordez avec la réponse.", _behind_comma,
         (("Le directeur, blessée par ces mots, quitta la salle.", "blessé"), ("Cette offre, souvent refusé, reste valable.", "refusée"), ("Julie, ravis de la nouvelle, a souri.", "ravie")),
         ("Le directeur, blessé par ces mots, quitta la salle.", "Le matin, fatigués par la route, les chauffeurs se reposent.", "Julie, ravie de la nouvelle, a souri.")),
    rule("accord_apposition_debut", "accord", "L’adjectif ou le participe placé en tête s’accorde avec le sujet qui suit la virgule.", "Qui est-ce qui est… ? Le sujet du verbe commande l’accord.", _in_front,
         (("Connu depuis longtemps, l'adresse attire du monde.", "Connue"), ("Découragés, je suis rentré.", "Découragé")),
         ("Connue depuis longtemps, l'adresse attire du monde.", "Découragés, ils sont rentrés.", "Vu le retard, la séance est levée.", "Arrivé à Nantes, le livreur appelle."), False),
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
