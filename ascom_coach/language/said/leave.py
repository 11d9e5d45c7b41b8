# ruff: noqa: E501 -- a pattern stays on one line
"""Leave asked before promising: « je peux lui offrir la livraison ? », « jusqu’à combien j’ai le droit ? »."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace

from ascom_coach.language.said.acts import prepared
from ascom_coach.language.said.promises import Promise
from ascom_coach.language.said.spoken_promises import sense_named
from ascom_coach.language.values.grammar import find_values
from ascom_coach.language.values.scan import Value

_MAY = re.compile(
    r"(?<!\w)(?:(?:je|on|nous) (?:ne )?(?:peux|peut|pouvons|pourrais|pourrait|pourrions)|puis[- ]?je|peut[- ]on|pouvons[- ]nous|pourrai[st][- ](?:je|on)"
    r"|(?:j'ai|ai[- ]je|on a|a[- ]t[- ]on|nous avons) (?:donc |bien )?le droit|droit (?:a|de|d')"
    r"|(?:je suis|suis[- ]je|on est|nous sommes) (?:autorise|habilite)\w*|(?:tu|vous) m'autorise\w*|m'autorise[sz]?-(?:tu|vous)"
    r"|(?:c'est|est[- ]ce|il est|est[- ]il) (?:possible|permis|autorise|envisageable)|possible (?:de|d'|que)"
    r"|(?:ca )?(?:te|vous) (?:va|derange|convient|ennuie) (?:pas )?(?:si|que)|(?:d'accord|ok|bon) (?:si|pour que) (?:je|on)|j'ai (?:ton|votre) (?:accord|feu vert) pour)(?!\w)"
)
_FAR = re.compile(
    r"jusqu'(?:a combien|ou|a quel(?:le)? (?:montant|prix|somme|hauteur))|(?:aller|monter|grimper) (?:jusqu'a|a) (?=\d)|(?:droit a|peux|peut) (?:combien|quoi|mettre combien|aller)"
    r"|combien (?:est-ce que )?(?:j'ai (?:le )?droit|(?:je|on) (?:peux|peut) (?:lui |leur )?(?:offrir|donner|accorder|lacher|enlever|deduire|promettre))"
    r"|(?<!\w)(?:ma (?:limite|marge)|mon (?:plafond|maximum|max)|quelle? (?:est )?(?:ma |la )?(?:limite|marge)|quel (?:est )?(?:mon |le )?(?:plafond|maximum|max))(?!\w)"
)
_TONE = re.compile(
    r"^(?:(?:et|alors|donc|bon|du coup|ok|sinon),? )*(?:on|je|nous) (?:ne )?(?:(?:lui|leur|la|le|les|l') ?)+(?!dis |dit |ecri|appel|rappel|demand)\w+"
    r"|^(?:(?:et|alors|donc),? )*(?:(?:tu|vous) (?:penses|pensez|crois|croyez|dirais|diriez) que |(?:d'apres|selon) (?:toi|vous),? |a (?:ton|votre) avis,? )?(?:c'est|c'etait|est[- ]ce) (?:de )?(?:notre|ma|la) (?:faute|responsabilite|erreur)"
)
_IF_WANTED = re.compile(
    r"^(?:(?:et|mais|alors|donc|bon|ok|du coup|sinon),? )*(?:(?:comment (?:ca se passe|je fais|on fait|faire)|(?:je|on) (?:fai[st]|di[st]|reponds?) quoi|qu'est-ce que je (?:fais|dis|reponds)),? )?(?:si|s') ?(?:elles?|ils?|on|la cliente|le client|l'adherente?|la dame|le monsieur|quelqu'un|(?:mme|madame|m|mr|monsieur) \w+)"
    r" (?:me |m'|nous |en )?(?:re)?(?:demande|reclame|veut|exige|souhaite|voudrait|reve d|insiste pour)(?:nt|ent)?(?: (?:avoir|obtenir))?(?!\w)"
)
"""« si elle demande un remboursement, je dis quoi ? »: leave asked through what the other would want."""
_GIVING = frozenset(["rembourser", "geste", "avoir", "annuler", "remplacer"])
"""What one asks leave for without a verb of leave: « on lui rembourse le déplacement ? »."""
_BEYOND = re.compile(r"(?<!\w)(?:depass\w+|au[- ]dela|au[- ]dessus|plus (?:de|que|haut)|davantage)(?!\w)")
_OWN = re.compile(r"(?<!\w)(?:je|j'|on|nous|ai-je|puis-je|ma|mon)")
_BARE = re.compile(r"\W*(?:et |mais |ok |oui,? )?jusqu'(?:a combien|ou)(?: (?:max|maxi|maximum))?\W*")
_THAT = re.compile(r"(?<!\w)(?:que |qu'(?=\w))")
_OTHER_QUESTION = re.compile(
    r"(?<!\w)(?:quand|comment|qui|quoi|pourquoi|combien|quels?|quelles?|lequel|laquelle|qu'est[- ]ce|que (?:puis|peut))(?!\w)|^(?:et |alors )?ou(?= est| je| on| puis| peut)"
    r"|(?:peux|peut|puis[- ]?je|pourrais|possible d[e']|droit d[e']) ?(?:vous |te |t'|en )?(?:avoir|savoir|connaitre|demander|poser|voir|entendre|aider)(?!\w)"
    r"|prefer\w+|(?<!\w)(?:vous|tu) (?:avoir|demander|poser|aider|comprendre|entendre)(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Leave:
    """Leave asked in one question. `deed` is what would be promised, its `sense` empty when no known verb names it;
    `said` what would be said (« c’est notre faute »); `how_far` when a limit is asked for rather than a yes; `beyond` when
    more than the amount said is asked for (« dépasser trente euros »).
    """

    deed: Promise
    said: str
    how_far: bool
    beyond: bool = False


def leave_asked(text: str, today: dt.date) -> Leave | None:
    """The leave that one question asks for, marked as a question or not; None when it asks for something else."""
    seen = prepared(text)
    folded = seen.text
    wanted = _IF_WANTED.search(folded)
    if wanted is not None:
        return _if_wanted(text, folded[wanted.end() :], today)
    may, far = _MAY.search(folded), _FAR.search(folded)
    if far is not None and not _OWN.search(folded) and not _BARE.fullmatch(folded):
        far = None
    if far is None and (_OTHER_QUESTION.search(folded) or not (may or _by_tone(text, folded))):
        return None
    begin = may.end() if may is not None else 0
    that = _THAT.search(folded, begin)
    said = text[seen.span(that.end(), len(folded))[0] :] if that and that.end() < len(folded) else ""
    if may is None and far is None and not said:
        said = text
    values = tuple(_in_euros(one) if far is not None else one for one in find_values(text, today))
    deed = Promise(sense_named(folded[begin:]), 0, len(text), text, values, conditional=False)
    return Leave(deed, said.rstrip(" ?"), how_far=far is not None, beyond=bool(_BEYOND.search(folded)))


def _if_wanted(text: str, thing: str, today: dt.date) -> Leave | None:
    """The leave asked for what a client may want: a deed that costs, or an amount."""
    beyond = bool(_BEYOND.search(thing))
    values = tuple(_in_euros(value) if beyond else value for value in find_values(text, today))
    sense = sense_named(thing)
    priced = any(value.kind == "montant" for value in values)
    if sense not in _GIVING and not priced:
        return None
    deed = Promise(sense, 0, len(text), text, values, conditional=False)
    return Leave(deed, "", how_far=priced and not sense, beyond=beyond)


def _in_euros(value: Value) -> Value:
    """« monter jusqu’à 40 », « plus que 35 » of what a client may want: it is money."""
    return (
        replace(value, kind="montant", unit="EUR") if value.kind == "quantite" and not value.unit else value
    )


def _by_tone(text: str, folded: str) -> bool:
    """Whether a question asks leave by its tone alone: « on lui fait un avoir ? », « c’est notre faute ? »."""
    match = _TONE.search(folded) if text.rstrip().endswith("?") else None
    if match is None:
        return False
    return match.group().endswith(("faute", "responsabilite", "erreur")) or sense_named(folded) in _GIVING
