"""Questions that lean on what was just said: « combien ? », « et vous ? », « laquelle exactement ? »."""

from __future__ import annotations

import re

from ascom_coach.language import plain, stems

NAMED_AT_MOST = 1
"""Words with a meaning of their own, beside « il » or « elle »: the verb."""
_LEAD = r"(?:(?:et|mais|oui|ok|non|ah|bon|d'accord|donc|alors)[ ,]+)*"
_WORD = (
    r"(?:(?:a|de|pour|depuis|jusqu'a|avec|chez|par|en) )?"
    r"(?:qui|quoi|quand|combien|comment|ou|lequel|laquelle|lesquels|lesquelles|auquel|duquel"
    r"|quel jour|quelle date|quelle heure|quel montant|quel nombre|quel mois)"
)
_BARE = re.compile(
    rf"{_LEAD}(?:c'est |c'etait |ce sera |ca fait |soit )?(?:{_WORD}|pourquoi|c'est[- ]a[- ]dire|plus precisement)"
    r"(?: est[- ]ce)?"
    r"(?: (?:ca|cela|exactement|precisement|environ|au juste|au total|en tout|c'est|deja|donc|alors))*[ ?!.]*"
)
_SAME = re.compile(
    r"(?:et |mais )?(?:(?:pour |chez |avec )?(?:vous|toi|eux|lui|elle|elles)|pareil|idem|de (?:votre|ton) cote)[ ?!.]*"
)


_IT = re.compile(
    r"(?:^|\W)(?:il|elle|ils|elles)(?!\w)(?! y a)|(?:^|\W)(?:je|tu|on|vous|nous) (?:le|la|les|l') ?(?=[a-z])"
)
_SETTLED = re.compile(
    r"^(?:(?:ok|d'accord|oui|bon|bien|merci|super|parfait|alors|et|donc|lui|elle)[ ,.!]+)+(?=\w+ )"
)
_SHORT = 6


def speaks_of_it(piece: str) -> bool:
    """Whether a short piece speaks of « il » or « elle » and names next to nothing: « il se met où ? »."""
    said = _SETTLED.sub("", plain(piece).strip())
    return bool(_IT.search(said)) and len(said.split()) <= _SHORT and len(stems(said)) <= NAMED_AT_MOST


def leans(piece: str) -> bool:
    """Whether a piece asks something only together with what was just spoken of."""
    said = plain(piece).strip()
    return bool(_BARE.fullmatch(said) or _SAME.fullmatch(said))
