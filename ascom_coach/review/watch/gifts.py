# ruff: noqa: E501 -- a pattern stays on one line
"""The look at what a text gives away: a discount, a bill forgiven, a day off, a bonus that nobody allowed.

The verbs of letters are read by `language.find_promises` and judged by the controls; here a gift is known by its words,
whoever the grammar makes its subject: « à notre charge », « ne vous sera pas facturé », « une demi-journée de repos ».
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ascom_coach.language import find_values, plain
from ascom_coach.review.generic.draft import Hit, wrong
from ascom_coach.review.gift_words import KINDS, gift_in, gift_kinds, gifts_granted, leaves_open
from ascom_coach.review.watch.matters import roots
from ascom_coach.review.watch.polarity import spans
from ascom_coach.review.watch.watch import Watch
from ascom_coach.scenarios.schema import Allowed

_SHARE = re.compile(r"moitie|demi-tarif|%|pour cent|deux pour le prix")
_SMALL = roots("café thé eau parking")
"""Courtesies that any house offers, when the story has them at all."""
_MEAL = roots("repas déjeuner panier plateau")
"""Names of the meal of noon."""
_HEADS = re.compile(r"[a-z][\w-]{3,}")
_VERBS = frozenset(
    [
        "sera",
        "seront",
        "serez",
        "etre",
        "vous",
        "nous",
        "votre",
        "votres",
        "notre",
        "chaque",
        "tous",
        "toutes",
    ]
)


_ADVERB = r"(?:\w+ment|ensuite|aussi|alors|puis|bien sur|toujours|encore|meme|enfin|donc|la|ici|sur place)"
"""What may stand between « est » and « offert »."""


@dataclass(frozen=True)
class _Gift:
    kind: str
    clause: str
    start: int
    end: int
    words: str


def given_away(watch: Watch) -> Iterator[Hit]:
    """A gift that neither the delegation nor the story grants. An amount within the limit is left to its control."""
    if not watch.is_text or watch.reports:
        return
    granted = _granted(watch)
    for number, gift in enumerate(_gifts(watch), 1):
        if _allowed(watch, gift, granted):
            continue
        place = watch.view.place(gift.start, gift.end)
        yield wrong(
            "Personne ne vous a permis de donner cela.", place, "Qui peut en décider ?", mark=f".{number}"
        )


def forbidden_gift(watch: Watch, words: str, start: int) -> bool:
    """Whether a clause (at `start` in the text) gives what nobody allowed."""
    clause = plain(words)
    found = gift_in(clause)
    if found is None:
        return False
    gift = _Gift(found[0], clause, start, start + len(words), found[1])
    return not _allowed(watch, gift, _granted(watch))


def _gifts(watch: Watch) -> Iterator[_Gift]:
    text = watch.view.text
    for start, end in watch.draft.sentences:
        sentence = text[start:end]
        if leaves_open(sentence):
            continue
        for words, offset in spans(sentence):
            clause = plain(words)
            given = next(gifts_granted(clause), None)
            if given is not None:
                first = start + offset
                yield _Gift(given[0], clause, first, first + len(words), given[1])


def _granted(watch: Watch) -> list[tuple[str, frozenset[str]]]:
    """(kind, roots) of the clauses of the story that give something, and of what the delegation allows."""
    found = []
    for line in watch.story.spoken:
        for words, _ in spans(line):
            clause = plain(words)
            found += [(kind, roots(clause)) for kind in gift_kinds(clause)]
            if re.search(r"(?<!\w)(?:je fais|fournis|fournit|on offre|je prends|est prevue?)(?!\w)", clause):
                found.append(("gratuit", roots(clause)))
    for entry in watch.story.scenario.delegation.autorise:
        kinds = [kind for kind, (senses, _) in KINDS.items() if set(senses) & set(entry.sens)]
        found += [(kind, roots(entry.quoi)) for kind in kinds]
    return found


def _allowed(watch: Watch, gift: _Gift, granted: list[tuple[str, frozenset[str]]]) -> bool:
    senses = KINDS[gift.kind][0]
    covering = [one for one in watch.story.scenario.delegation.autorise if set(one.sens) & set(senses)]
    amounts = [
        one.value for one in watch.context.values
        if one.kind == "montant" and isinstance(one.value, Decimal) and one.value >= 1 and gift.start <= one.start < gift.end
    ]  # fmt: skip
    if covering and amounts:
        return not _above(watch, gift, covering) and not _to_all(gift, covering)
    if covering and gift.kind == "remise" and not _SHARE.search(gift.clause):
        return True  # « un geste commercial », still without its amount
    own = roots(" ".join(_HEADS.findall(gift.clause.replace(gift.words, " ")))) - roots(" ".join(_VERBS))
    if gift.kind == "repos" and any(
        kind == "repos" and known & roots(gift.clause) for kind, known in granted
    ):
        return True
    near = _object(gift) or _pointed_at(watch, gift)
    if near & _SMALL and any(word[:5] in near & _SMALL for word in watch.story.words):
        return True
    if near & _MEAL and not near & roots("petit"):
        near |= _MEAL
    return any(kind == gift.kind and known & (near or own) for kind, known in granted)


_ALL = re.compile(r"(?<!\w)(?:pour |a )(?:tous|toutes|tout le monde|chacun\w*|chaque \w+)(?!\w)")


def _above(watch: Watch, gift: _Gift, covering: Sequence[Allowed]) -> bool:
    """Whether the amount nearest to the words of the gift is above what was allowed."""
    if re.search(r"(?<!\w)(?:ne|n'|pas|aucune?|sans|impossible)(?!\w)", gift.clause):
        return False
    limits = [
        one.value for entry in covering for one in find_values(entry.maximum, watch.context.today)
        if one.kind == "montant" and isinstance(one.value, Decimal)
    ]  # fmt: skip
    at = gift.start + gift.clause.find(gift.words)
    near = [
        (abs(one.start - at), one.value) for one in watch.context.values
        if one.kind == "montant" and isinstance(one.value, Decimal) and gift.start <= one.start < gift.end
    ]  # fmt: skip
    return gift.kind == "remise" and bool(limits and near) and min(near)[1] > max(limits)


_NEWCOMERS = re.compile(
    r"(?<!\w)(?:jamais (?:venue?s?|participe|commande)|nouve(?:aux|lles?) (?:clients?|venus?|participants?|inscrits?)|premiere (?:fois|visite|commande))(?!\w)"
)
_REGULARS = re.compile(r"(?<!\w)(?:anciens?|anciennes?|habitues?|fideles?|deja venus?)(?!\w)")


def _to_all(gift: _Gift, covering: Sequence[Allowed]) -> bool:
    """« 5 € de moins pour tous » where the gift is for some: « pour les anciens participants »."""
    regulars = any(_REGULARS.search(plain(one.quoi)) for one in covering)
    if gift.kind == "remise" and regulars and _NEWCOMERS.search(gift.clause):
        return True
    some = all(re.search(r"(?<!\w)(?:pour|aux) (?:les )?[a-z]", plain(entry.quoi)) for entry in covering)
    return some and gift.kind == "remise" and bool(_ALL.search(gift.clause))


_GIVES = re.compile(r"offr(?:e|ons|irons|ira|ez)")
_PRONOUN = re.compile(
    r"^\W*(?:il|elle|ils|elles|ce|cela|c'|tout) ?(?:vous |nous |leur )?(?:(?:est|sont|sera|seront) ?)?$"
)


def _pointed_at(watch: Watch, gift: _Gift) -> frozenset[str]:
    """« Il est offert », « un panier, offert par la maison »: the roots of what was said just before."""
    before, _, after = gift.clause.partition(gift.words)
    if not _PRONOUN.search(before) and not (not before.strip() and after.startswith(" par ")):
        return frozenset()
    here = [start for start, _ in watch.draft.sentences if start < gift.start]
    said = watch.view.text[here[-1] : gift.start] if here else ""
    return roots(" ".join(_HEADS.findall(plain(said))))


def _object(gift: _Gift) -> frozenset[str]:
    """The roots of the thing given: the noun right before « offert », or the subject of « est offert »."""
    before, _, after = gift.clause.partition(gift.words)
    if _GIVES.fullmatch(gift.words):  # « la maison vous offre ensuite un panier »: the thing comes after
        return roots(" ".join(_HEADS.findall(re.sub(rf"^(?: {_ADVERB})+(?!\w)", "", after))[:2]))
    if _PRONOUN.search(before) or (not before.strip() and after.startswith(" par ")):
        return frozenset()
    before = re.sub(
        rf"(?:(?:vous|leur|te) )?(?:est|sont|sera|seront|etes|etait)(?: {_ADVERB}){{0,2}} ?$",
        "",
        before.strip(),
    )
    nouns = _HEADS.findall(before)[-2:] or _HEADS.findall(after)[:2]
    return roots(" ".join(nouns))
