# ruff: noqa: E501 - patterns read better on one line
"""What has the shape of a question and asks for no fact: consent to a proposal, a favour, « d’autres questions ? »."""

from __future__ import annotations

import re

from ascom_coach.language import plain
from ascom_coach.rehearsal.understanding.questions import asks
from ascom_coach.rehearsal.understanding.small_talk import approach

_TAG = re.compile(
    r"(?:^|[ ,.;:]+)(?:et )?(?:(?:est-ce que )?(?:ca|cela) (?:vous|te) (?:va|convient)(?: comme ca)?"
    r"|c'est (?:bon|ok|d'accord|bien) pour (?:vous|toi)|(?:vous etes|tu es|etes-vous|es-tu) d'accord|on (?:fait|dit) (?:comme )?ca"
    r"|d'accord|ok)(?: alors)?[ ?!.]*$"
)
"""« …, ça vous va ? », at the end of what is proposed."""
_FAVOUR = re.compile(
    r"(?<!\w)(?:tu (?:peux|pourrais)|peux-tu|pourrais-tu|vous (?:pouvez|pourriez)|pouvez-vous|pourriez-vous|(?:ca|cela) (?:vous|te) derange de)"
    r" (?:(?:le|la|les|l'|lui|leur|en) ?)*(?:dire|prevenir|transmettre|avertir|informer|rappeler|annoncer|passer le (?:mot|message)|parler(?= (?:a|aux?|de|du|d')(?!\w)| avec)|(?<=lui )parler|(?<=leur )parler|(?<=en )parler)"
    r"(?: (?:ca|cela|le mot|tout ca))?(?: (?:a|aux|au|a l'|les|tes|vos|ton|ta|votre|la|le|l')(?: |\w)\w*| (?:lui|leur)(?!\w))?[^?]{0,30}[ ?!.]*$"
)
_TO_ME = re.compile(r"(?<!\w)(?:me|m'|nous|moi)(?!\w)|-moi")
_ANY_MORE = re.compile(
    r"(?:(?:et|sinon|bon|bien|alors|ok|ca marche|d'accord|tres bien|parfait|entendu|super|merci|note|c'est note)[ ,.]+)*(?:(?:est[- ]ce que )?(?:vous av(?:ez|iez)|vous auriez|tu avais|tu as|t'as|tu aurais|avez-vous|as-tu|auriez-vous|aurais-tu|(?:il )?y a"
    r"|y a-t-il|vous (?:voyez|vouliez|voulez)|tu (?:vois|voulais|veux)) )?(?:encore )?(?:d'|de )?(?:autre chose|autres? (?:choses?|questions?|points?|demandes?)|une autre (?:question|demande)|(?:des|une) questions?)"
    r"(?: (?:pour moi|a (?:me |nous )?(?:poser|dire|demander|signaler|ajouter|preciser)|a (?:voir|traiter|ajouter)|que je (?:dois|devrais) savoir))?[ ?!.]*$"
)

_THERE_IS = re.compile(
    r"(?:et |sinon |bon |ok )*(?:est[- ]ce que |(?:il )?y a|(?:tu|vous|t') ?(?:as|avez|avais|aviez|vois|voyez|voulais|vouliez) )"
)
_CHECKS = re.compile(
    r"[ ,.;:!?]+(?:et )?(?:c'est (?:bien )?(?:ca|cela|exact|correct|juste)|j'ai (?:bon|tout bon|tout|bien (?:compris|note|suivi))|on est d'accord"
    r"|(?:je (?:ne )?me trompe(?: pas)?)|(?:vous confirmez|tu confirmes)|(?:je (?:crois|suppose|pense)|j'imagine|il me semble)(?: bien)?|(?:c'est )?correct|(?:c'est|tout est) (?:bon|ok)|(?:ca )?(?:te|vous) va|ca va|d'accord|ok|non|hein)[ ?!.]*$"
)
"""« …, c’est bien ça ? »: what a summary ends with."""
_CHECKS_FIRST = re.compile(
    r"(?<!\w)(?:c'est (?:bon|ok|bien)|(?:ca|cela) (?:te|vous) (?:va|convient)|d'accord|ok)(?: pour (?:toi|vous))? si (?:je|on|j') ?(?:met[sz]?|note|marque|ecri[st]|di[st]|annonce|part sur|pars sur|prevoi[st]|bloque|reste)(?!\w)"
)
_SETS_OFF = re.compile(
    r"(?:(?:bon|bien|alors|ok|ca marche|d'accord|tres bien|parfait|entendu|super|merci|note|c'est note|oui|allez|compris|c'est compris|je|moi)[ ,.!]+)*"
    r"(?:je m'y mets|je m'y colle|j'y vais|j'y cours|je fonce|je file|je m'en occupe|je (?:commence|demarre|attaque)|on y va|c'est parti|au (?:travail|boulot)|je m'en charge)"
    r"(?: (?:tout de suite|de suite|maintenant|immediatement|alors|donc|sans attendre|des maintenant|aussitot|la))*[ .!]*"
)
"""« très bien, je m’y mets »: words with which one leaves a manager."""


_GIVES = re.compile(
    r"(?<!\w)(?:je|on|nous) (?:(?:peux|peut|pouvons|pourrais|pourrait|vais|va|allons|voudrais|voulais) )?(?:(?:donc|aussi|deja|bien|quand meme) )?(?:vous|te|t') ?(?:faire|propose[rz]?|proposons|offrir|offre|offrons|accorder|accorde|rendre|rends|rendons|rembourser|rembourse|verser|verse|restituer|restitue|deduire|deduis)"
    r" (?:(?:un|une|votre|la|l'|notre|\d+|le|ce) ?)*(?:petit |beau |bon )?(?:(?:deux|trois|quatre|cinq|six|dix|vingt|trente|quarante|cinquante|cent) |geste|remise|avoir|reduction|rabais|bon d'achat|dedommagement|\d+)"
    r"|(?<!\w)(?:je|on|nous) (?:(?:peux|peut|pouvons|pourrais|pourrait|vais|va|allons) )?(?:vous|t'|te) ?(?:offrir|offre|offrons) (?:une?|des) \w{3,}"
)
_WISH = re.compile(
    r"(?<!\w)(?:(?:vous|tu) (?:voulez|veux|preferez|preferes|aimez mieux|aimes mieux)|(?:voulez|preferez)-vous|(?:veux|preferes)-tu) (?:que (?:je|j'|nous|on)|qu'on|recevoir|plutot|un|une|par)"
)


def seeks_consent(text: str) -> bool:
    """Whether a piece ends with « ça vous va ? » after a proposal, or says only that."""
    folded = plain(text).strip()
    tag = _TAG.search(folded)
    if tag is None:
        return False
    agreeing = tag.group().strip(" ,.;:?!") in ("ok", "d'accord")
    if agreeing and ("?" not in folded or not tag.start()):
        return False  # « ok », « je note, d’accord »: it agrees
    return not asks(folded[: tag.start()])


def asks_favour(text: str) -> bool:
    """Whether a piece asks to tell somebody else: « tu peux le dire aux autres »; not « tu peux me dire »."""
    folded = plain(text)
    found = _FAVOUR.search(folded)
    return found is not None and not _TO_ME.search(found.group())


def offers_more(text: str) -> bool:
    """Whether a piece asks if there is anything else, as one does before leaving."""
    said = plain(text).strip()
    return bool(_ANY_MORE.fullmatch(said)) and ("?" in text or bool(_THERE_IS.match(said)))


def sets_off(text: str) -> bool:
    """Whether a piece only says that one goes to work."""
    return bool(_SETS_OFF.fullmatch(plain(text).strip()))


def puts_forward(text: str) -> bool:
    """Whether words end, or begin, by asking for a yes: « …, c’est ça ? », « c’est bon si je mets… »."""
    folded = plain(text).replace("’", "'")
    return bool(_CHECKS.search(folded) or _CHECKS_FIRST.search(folded))


def gives(text: str) -> bool:
    """Whether a piece offers a gesture to the person spoken to: « je peux vous faire un geste », asking no leave of them."""
    return bool(_GIVES.search(plain(text)))


def leaves_choice(text: str) -> bool:
    """Whether a piece asks what the other likes best: « vous voulez que je vous l’envoie par courrier ? »."""
    return bool(_WISH.search(plain(text)))


_ORDERS = re.compile(
    r"(?<!\w)(?:(?:dois|devrais|faut)[- ](?:je|il que j)|je (?:dois|devrais)(?! (?:y aller|filer|raccrocher|vous laisser|te laisser))|(?:il )?(?:faut|faudrait) (?:que (?:je|j'|on)|(?:la |le |les |lui |leur |l')?(?:prevenir|appeler|rappeler|envoyer|ecrire|dire|mettre|demander))"
    r"|(?:tu veux|vous voulez|tu preferes|vous preferez|veux-tu|voulez-vous) (?:que (?:je|j'|on)|qu'on)|je (?:lui |leur |te |vous |y )?(?:fais|dis|reponds|mets|ecris) quoi)(?!\w)"
)
_OPEN = re.compile(r"(?<!\w)(?:qui|quand|combien|quels?|quelles?|pourquoi|lequel|laquelle)(?!\w)")


def asks_orders(text: str) -> bool:
    """Whether a piece asks what to do rather than what is: « je dois prévenir l’atelier aussi ? », « je fais quoi ? »."""
    folded = plain(text).replace("’", "'")
    return bool(_ORDERS.search(folded)) and not _OPEN.search(folded)


_WILL_DO = re.compile(
    r"(?:(?:et|donc|alors|ok|bon|sinon|du coup)[ ,]+)*(?:je|on|nous) (?:(?:te|vous|lui|leur|les?|la|l'|t') ?)*(?!sui[st]|sais|sait|peux|peut|dois|doit|ai |a |avons|cherche|voudrais|vois|comprends)[a-z]{3,}"
)
_OPEN_TOO = re.compile(
    rf"{_OPEN.pattern}|(?<!\w)(?:quoi|comment|que|qu'est)(?!\w)|(?<!\w)ou(?= (?:je|on|est|sont|se)(?!\w)|[ ?!.]*$)"
)


def says_what_one_does(text: str) -> bool:
    """Whether a piece puts forward what one would do: « je t’envoie le courrier pour relecture ? », « on rembourse si… »."""
    folded = plain(text).replace("’", "'").strip()
    return bool(_WILL_DO.match(folded)) and not _OPEN_TOO.search(folded)


_WISHES = re.compile(
    r"(?:(?:allez|bon|bien|merci|super|et)[ ,!.]+)*(?:bon (?:courage|retablissement|anniversaire|week-?end|service)|bonne (?:chance|continuation|fete|ouverture|route)"
    r"|felicitations|tous mes voeux|bravo)(?!\w)"
)


def wishes(text: str) -> bool:
    """Whether a piece wishes something: « bon courage pour l’ouverture », « félicitations »."""
    return bool(_WISHES.match(plain(text).strip())) and "?" not in text


def asks_no_fact(text: str) -> bool:
    """Whether a piece is any of these."""
    return (
        seeks_consent(text)
        or asks_favour(text)
        or offers_more(text)
        or sets_off(text)
        or gives(text)
        or wishes(text)
        or approach(text) is not None
    )
