# ruff: noqa: E501 -- a pattern stays on one line
"""The words by which a text gives something away: a discount, a bill forgiven, money back, a day off, a bonus."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ascom_coach.language import plain

KINDS: dict[str, tuple[tuple[str, ...], str]] = {
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
_PATTERNS = {kind: re.compile(rf"(?<![\w-])(?:{words})(?![\w-])") for kind, (_, words) in KINDS.items()}
_DENIES = re.compile(
    r"(?<!\w)(?:pas|(?:ne |n')\w+ plus|jamais|sans|aucune?|ni|impossible)(?: [\w']+){0,4} ?$|(?<!\w)(?:ne |n')(?:[\w']+ ){0,2}$"
)
_OPEN = re.compile(
    r"\?|(?<!\w)(?:si (?:vous (?:le )?souhait|la direction|m\. |mme )|demand\w*|souhait\w*|reclam\w*|sollicit\w*|voudri\w*|propose(?:r|ra)? a|refus\w*|verifi\w*|apres (?:accord|validation)|sous reserve|peut-etre|attend\w* (?:un|une|de|votre))"
)
"""Words of a sentence that asks, quotes or leaves open: nothing is given away."""
_SAYS_NO = re.compile(r"factur|compt|demand|reclam| rien| pas ")
"""Words of gifts that carry their own « no »."""


def gift_in(clause: str) -> tuple[str, str] | None:
    """(kind, words) of what a folded clause speaks of giving, whether it grants or denies it."""
    for kind, pattern in _PATTERNS.items():
        match = pattern.search(clause)
        if match is not None:
            return kind, match.group()
    return None


def gift_kinds(clause: str) -> list[str]:
    """Every kind of gift that a folded clause speaks of."""
    return [kind for kind, pattern in _PATTERNS.items() if pattern.search(clause)]


def gifts_granted(clause: str) -> Iterator[tuple[str, str]]:
    """(kind, words) of each gift that a folded clause grants; what it denies is left out."""
    for kind, pattern in _PATTERNS.items():
        match = pattern.search(clause)
        if match is None:
            continue
        if not _DENIES.search(clause[: match.start()]) or _SAYS_NO.search(match.group()):
            yield kind, match.group()


def leaves_open(sentence: str) -> bool:
    """Whether a sentence asks, quotes or leaves open: nothing is given away."""
    return _OPEN.search(plain(sentence)) is not None
