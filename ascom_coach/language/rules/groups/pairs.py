# ruff: noqa: E501 -- an example stays on one line
"""Two qualities of one thing, or one of each of two things: « léger mais tenace », « l'une grise et l'autre verte ».

Norm: each adjective takes the gender and number of the noun or pronoun it describes (Grevisse and Goosse, § 338).
"""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, rule
from ascom_coach.language.rules.groups.predicate import participles_in
from ascom_coach.language.rules.groups.quantity import changed
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.bundle_words import INTENSE
from ascom_coach.language.syntax.bundles import Bundle, bundles
from ascom_coach.language.syntax.frames import past
from ascom_coach.language.syntax.noungroup import SHADES
from ascom_coach.language.syntax.shapes import FP, FS, MP, MS, agreed_in, shape
from ascom_coach.language.syntax.view import View, Word

_LINKS = frozenset(["et", "mais", "ou", "voire"])
_COLOURS = (
    frozenset(["orange", "marron", "crème", "citron", "bordeaux", "turquoise", "argent", "kaki", "ocre"])
    | SHADES
)
_FIXED = frozenset(["orange", "marron", "crème", "kaki", "debout", "bien", "mal", "non", "près", "sûr"])
_FIRST = {"un": MS, "une": FS, "uns": MP, "unes": FP}


def _plain(word: Word | None) -> bool:
    """An adjective that is nothing else and changes with its noun."""
    if not word or not word.text.islower() or word.clitic or word.low in _COLOURS or "-" in word.low:
        return False
    kind = shape(word)
    return kind.plain_adjective and not kind.noun


def _adjective(word: Word) -> bool:
    """An adjective or participle, be it a noun too, and no verb."""
    kind = shape(word)
    return word.text.islower() and bool(kind.adjective) and kind.plain_adjective and word.low not in _COLOURS


def _holder(view: View, at: int) -> Bundle | None:
    """The group that the adjective at `at` stands behind: at once, behind a comma, a complement or other adjectives."""
    group = next((one for one in reversed(bundles(view)[0]) if one.first < at), None)
    if not group or at - group.last > 5:
        return None
    for place in range(group.last + 1, at):
        word = view.words[place]
        step = word.low in INTENSE or word.low in ("de", "d'", "en", "à") or word.only("R")
        if not (step or _plain(word) or (word.has("N") and view.words[place - 1].has("P"))):
            return None
    return group


def _linked(view: View) -> Iterator[Hit]:
    """« Une odeur, léger mais tenace », « une méthode simple et peu coûteux »."""
    for at in range(2, len(view.words) - 1):
        if view.low(at) not in _LINKS or not view.words[at].near:
            continue
        right_at = at + 1
        while view.low(right_at) in INTENSE or view.low(right_at) in (
            "peu",
            "pas",
            "toujours",
            "souvent",
            "parfois",
            "toutefois",
        ):
            right_at += 1
        if view.low(right_at) == "un" and view.low(right_at + 1) == "peu":
            right_at += 2
        left, right = view.words[at - 1], view.at(right_at)
        after = view.at(right_at + 1)
        if not right or not _adjective(left) or not _plain(right) or not view.glued(at, right_at):
            continue
        if after and after.near and (after.has("N", "A") or after.low in ("et", "ou", "mais")):
            continue
        group = _holder(view, at - 1)
        if not group or group.shape not in (MS, FS, MP, FP) or group.noun >= at - 1:
            continue
        own = group.first == 0 or not view.words[group.first - 1].has("N", "P")
        if group.allowed != group.shape and not own:
            shared = shape(left).adjective & group.allowed
            opposed = view.low(at) == "mais" or not left.near
            if opposed and shared and not shape(left).adjective & shape(right).adjective:
                yield from changed(right, agreed_in(right, shared))
            continue
        one, two = shape(left).adjective & group.shape, shape(right).adjective & group.shape
        if one and not two:
            yield from changed(right, agreed_in(right, group.shape))
        elif two and not one:
            yield from changed(left, agreed_in(left, group.shape))


def _each(view: View) -> Iterator[Hit]:
    """« L'une grise et l'autre vert », « l'une est pleine, l'autre vide »: both have the gender of « l'une »."""
    for at, word in enumerate(view.words[:-3]):
        mask = _FIRST.get(word.low, 0)
        if view.low(at + 1) in ("et", "ou", "ni"):
            continue  # « l'une et l'autre sont prêts »
        before = view.at(at - 2)
        if (
            not mask
            or view.low(at - 1) not in ("l'", "les")
            or (before and before.has("P") and view.words[at - 1].near)
        ):
            continue
        for place in range(at + 2, min(at + 12, len(view.words) - 1)):
            if view.low(place) not in ("autre", "autres") or view.low(place - 1) not in ("l'", "les"):
                continue
            if view.words[place - 2].has("P"):
                break  # « l'un à l'autre »
            here = place + 1
            if view.low(here) in forms.ETRE:
                here += 1
            here = past(view, here)
            target = view.at(here)
            if not target or not view.glued(place, here) or target.low in _FIXED or not target.text.islower():
                continue
            kind = shape(target)
            if kind.adjective and kind.nominal and not kind.finite and not kind.adjective & mask:
                yield from changed(target, agreed_in(target, mask))
            break


def _for_participle(view: View) -> Iterator[Hit]:
    """« Un vendeur dynamique et motiver »: behind an adjective and « et », the participle."""
    for at in range(2, len(view.words) - 1):
        last = past(view, at + 1)
        left, word = view.words[at - 1], view.at(last)
        if (
            view.low(at) not in ("et", "ou", "mais")
            or not word
            or not view.glued(at - 1, last)
            or word.clitic
        ):
            continue
        if not _adjective(left) or not word.only("V") or not word.verb("inf") or not word.low.endswith("er"):
            continue
        if any(one.verb("inf") or one.low in ("de", "à", "pour") for one in view.words[:at]):
            continue
        group = _holder(view, at - 1)
        after = view.at(last + 1)
        if not group or (after and after.near and not after.has("P") and last == at + 1):
            continue
        yield from changed(word, participles_in(word, group.shape))


RULES: tuple[Rule, ...] = (
    rule("accord_deux_qualites", "accord", "Deux adjectifs qui décrivent la même chose s’accordent tous deux avec elle.", "Dites le nom avec chaque adjectif, l’un après l’autre.", _linked,
         (("Une odeur de peinture, léger mais tenace, reste dans le hall.", "légère"), ("La visite du musée, gratuite mais instructif, plaît à tous.", "instructive")),
         ("Une odeur de peinture, légère mais tenace, reste dans le hall.", "C'est une méthode simple et peu coûteuse.", "Les secteurs public et privé recrutent.", "Une chemise blanche et orange.")),
    rule("participe_deux_qualites", "conjugaison", "Après un adjectif et « et », la seconde qualité est un participe, en -é.", "Remplacez par « vendu » ou « vendre ».", _for_participle,
         (("Il nous faut un vendeur dynamique et motiver.", "motivé"), ("C'est une équipe soudée et motiver pour la saison.", "motivée")), ("Il nous faut un vendeur dynamique et motivé.", "Il veut rester calme et parler.", "Le client est content et va payer.")),
    rule("accord_l_un_l_autre", "accord", "« L’une… l’autre » sont du même genre : l’adjectif suit.", "« L’une est grise, l’autre est verte ».", _each,
         (("Il a deux valises, l'une grise et l'autre vert.", "verte"), ("L'une est pleine et l'autre est fermé.", "fermée"), ("L'un est poli, l'autre grossière.", "grossier")),
         ("Il a deux valises, l'une grise et l'autre verte.", "L'un est pris, l'autre libre.", "L'une est pleine, l'autre non.")),
)  # fmt: skip
