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
from ascom_coach.review.watch.matters import roots
from ascom_coach.review.watch.polarity import spans
from ascom_coach.review.watch.watch import Watch
from ascom_coach.scenarios.schema import Allowed

_KINDS: dict[str, tuple[tuple[str, ...], str]] = {
    "gratuit": (("geste", "avoir"),
        r"offerte?s?|offr(?:e|ons|irons|ira|ez)|gratuit\w*|gratis|sans frais|a (?:notre|nos|ma|mes) (?:charge|frais)|aux frais de la maison|cadeaux?|"
        r"(?:pris|prise|prises|prenons|prendrons|prend|prendra|prends)(?: [\w']+){0,4} en charge|faisons grace|fais grace|(?:est|sont|sera|seront) pour (?:nous|la maison)|"
        r"(?:ne|n')(?: ?(?:vous|te|leur|lui|nous))? ?(?:sera|seront|serez|seras|serait) (?:pas|point|plus) (?:factur|compt|demand|reclam)\w*(?! (?:deux|trois|a tort|une (?:seconde|deuxieme))(?!\w))|"
        r"(?:paier|payer|debourser|coutera|deboursez|payez|paiera)\w* (?:rien|pas un (?:sou|centime|euro))|rien a (?:payer|regler|debourser)|(?:ne|n') ?(?:paiera|paierez|paieront|paieras|payera|payerez|reglera|reglerez|regleront|devra|devrez) (?:pas|rien)(?! (?:deux|trois) fois)|"
        r"(?:annul|efface|oubli|supprim)\w*(?: [\w']+){0,2} (?:facture|dette|penalites?|frais)|(?:factures?|dettes?|penalites?|frais|lignes?) (?:est|sont|sera|seront) (?:annule|efface|supprime)\w*"),
    "remise": (("geste", "avoir"),
        r"remises?|reductions?|rabais|ristournes?|moitie prix|a moitie|demi-tarif|tarif (?:reduit|preferentiel)|(?:€|euros?) de moins|pour cent de moins|% de moins|"
        r"bons? d'achat|(?:reduis|reduir|baiss|diminu|divis)\w*(?: [\w']+){0,3} (?:de moitie|par deux|d'un (?:tiers|quart)|du (?:tiers|quart))|reduite?s? de moitie|la moitie (?:de|du)|deux pour le prix d'un|(?:factur|compt)\w* que la moitie|geste commercial|dedommag\w*|indemnis\w*"),
    "rembours": (("rembourser",),
        r"rembours\w*|(?:rend|rendr|restitu|revers)\w*(?: [\w']+){0,2} (?:argent|somme|acompte|montant)|trop[- ]percu|recredit\w*|(?:rend|rendr|restitu|revers)\w*(?: [\w']+){0,2} (?:difference|surplus)|(?:recev|enver|envoi|envoy|adress|etabli)\w* (?:\w+ )?un (?:cheque|virement|avoir)|(?:cheque|virement) (?:du|de la|de ce|de cette) (?:montant|somme|difference|ligne)|dedui(?:re|rez|rons|sez|sons|ra)\w* (?:cette|la|ce|le|ces|les|l')[^.;!?]{0,40} (?:de|du) (?:votre|vos|prochaine?|reglement|paiement)|(?:argent|somme|acompte)(?: [\w']+){0,3} (?:rendue?|restituee?)"),
    "repos": (("conge",),
        r"(?:demi-)?journees?(?: [\w']+){0,2} (?:de repos|de conges?|libres?|offertes?)|(?:repos|conges?|jours?|pauses?)(?: [\w']+){0,2} (?:en plus|supplementaires?|offerte?s?)|heures? (?:offerte?s?|libres?)|jours? de (?:repos|conges?)|"
        r"(?:partir|rentrer|sortir|finir|quitter)(?: [\w']+){0,3} plus tot|(?:dispense|libere)\w* (?:de|l'apres-midi|le)|(?:auront|aurez|aura|auras|prendrez|prendront|gagn(?:ez|eront|erez)) (?:leur|votre|un|une|ton) (?:\w+ )?(?:apres-midi|matinee|lundi|mardi|mercredi|jeudi|vendredi|samedi)(?: (?:apres-midi|matin|entier))?"),
    "prime": (("prime",),
        r"primes?|bonus|gratifications?|recompens\w*|cheques?[- ]cadeaux?|cartes?[- ]cadeaux?|bons?[- ]cadeaux?|augmentations? (?:de salaire|salariale)|paye?\w* (?:en )?double|(?:petite?s? )?enveloppes? (?=en fin|a la fin|pour (?:chacun|tous|votre)|de remerciement|surprise)|(?:recev|touch|aur)\w* (?:aussi |tous |toutes |egalement )?(?:un |une )(?:petite? )?(?:enveloppe|prime|pourboire|coup de pouce)|(?:plus|coup de pouce|petit quelque chose|surprise|extra) (?:sur|dans) (?:la|le|votre|vos|leurs?|les) (?:paies?|payes?|salaires?|fiches?|bulletins?|enveloppes?)|heures? payees? double"),
}  # fmt: skip
"""By kind of gift: the senses of the delegation that may allow it, and its words, on folded text."""
_PATTERNS = {kind: re.compile(rf"(?<![\w-])(?:{words})(?![\w-])") for kind, (_, words) in _KINDS.items()}
_DENIES = re.compile(
    r"(?<!\w)(?:pas|(?:ne |n')\w+ plus|jamais|sans|aucune?|ni|impossible)(?: [\w']+){0,4} ?$|(?<!\w)(?:ne |n')(?:[\w']+ ){0,2}$"
)
_OPEN = re.compile(
    r"\?|(?<!\w)(?:si (?:vous (?:le )?souhait|la direction|m\. |mme )|demand\w*|souhait\w*|reclam\w*|sollicit\w*|voudri\w*|propose(?:r|ra)? a|refus\w*|verifi\w*|apres (?:accord|validation)|sous reserve|peut-etre|attend\w* (?:un|une|de|votre))"
)
"""Words of a sentence that asks, quotes or leaves open: nothing is given away."""
_SHARE = re.compile(r"moitie|demi-tarif|%|pour cent|deux pour le prix")
_SAYS_NO = re.compile(r"factur|compt|demand|reclam| rien| pas ")
"""Words of gifts that carry their own « no »."""
_SMALL = roots("café thé eau parking")
"""Courtesies that any house offers, when the story has them at all."""
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
    for kind, pattern in _PATTERNS.items():
        match = pattern.search(clause)
        if match is not None:
            gift = _Gift(kind, clause, start, start + len(words), match.group())
            return not _allowed(watch, gift, _granted(watch))
    return False


def _gifts(watch: Watch) -> Iterator[_Gift]:
    text = watch.view.text
    for start, end in watch.draft.sentences:
        sentence = text[start:end]
        if _OPEN.search(plain(sentence)):
            continue
        for words, offset in spans(sentence):
            clause = plain(words)
            for kind, pattern in _PATTERNS.items():
                match = pattern.search(clause)
                denied = (
                    match is not None
                    and _DENIES.search(clause[: match.start()])
                    and not _SAYS_NO.search(match.group())
                )
                if match is not None and not denied:
                    first = start + offset
                    yield _Gift(kind, clause, first, first + len(words), match.group())
                    break


def _granted(watch: Watch) -> list[tuple[str, frozenset[str]]]:
    """(kind, roots) of the clauses of the story that give something, and of what the delegation allows."""
    found = []
    for line in watch.story.spoken:
        for words, _ in spans(line):
            clause = plain(words)
            found += [(kind, roots(clause)) for kind, pattern in _PATTERNS.items() if pattern.search(clause)]
            if re.search(r"(?<!\w)(?:je fais|fournis|fournit|on offre|je prends|est prevue?)(?!\w)", clause):
                found.append(("gratuit", roots(clause)))
    for entry in watch.story.scenario.delegation.autorise:
        kinds = [kind for kind, (senses, _) in _KINDS.items() if set(senses) & set(entry.sens)]
        found += [(kind, roots(entry.quoi)) for kind in kinds]
    return found


def _allowed(watch: Watch, gift: _Gift, granted: list[tuple[str, frozenset[str]]]) -> bool:
    senses = _KINDS[gift.kind][0]
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
    near = _object(gift)
    if near & _SMALL and any(word[:5] in near & _SMALL for word in watch.story.words):
        return True
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


def _object(gift: _Gift) -> frozenset[str]:
    """The roots of the thing given: the noun right before « offert », or the subject of « est offert »."""
    before, _, after = gift.clause.partition(gift.words)
    before = re.sub(
        r"(?:(?:vous|leur|te) )?(?:est|sont|sera|seront|etes|etait)(?: [\w]+ment)? ?$", "", before.strip()
    )
    nouns = _HEADS.findall(before)[-2:] or _HEADS.findall(after)[:2]
    return roots(" ".join(nouns))
