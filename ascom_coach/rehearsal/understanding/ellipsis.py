# ruff: noqa: E501 - patterns read better on one line
"""Questions that lean on what was just said: « combien ? », « et vous ? », « laquelle exactement ? »."""

from __future__ import annotations

import re

from ascom_coach.language import plain, stems

NAMED_AT_MOST = 1
"""Words with a meaning of their own, beside « il » or « elle »: the verb."""
_LEAD = r"(?:(?:et|mais|oui|ok|non|ah|bon|d'accord|donc|alors)[ ,]+)*"
_WORD = (
    r"(?:(?:a|de|pour|avant|depuis|jusqu'a|avec|chez|par|en) )?"
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
_NAME_OF = re.compile(
    r"(?:le |la |l['’])?(?:(?:pre)?nom(?: complet| exact)?|num[ée]ro|adresse|t[ée]l[ée]phone|identit[ée]|orthographe) (?:de la |de l['’]|du |des |de |d['’])",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r"(?<!\w)(?:il|elle)(?= [a-z])")
_OBJECT = re.compile(r"(?<!\w)(je|tu|on|vous|nous) (?:le|la|les|l') ?(?=[a-z])(?P<rest>\w+)")
_BARE_THING = re.compile(
    r"(?:(?:ok|d'accord|bien|tres bien|parfait|merci|oui|bon|super|note|entendu)[ ,.!]+)*(?:et|sinon)(?: pour)?"
    r" (?:l[ea]s? |l'|mon |ma |mes |ton |ta |tes |votre |vos )(?P<thing>[\w' -]+?)[ ?!.]*"
)
_IF = re.compile(
    r"(?:(?:et|mais|alors|donc|ok|sinon)[ ,]+)*(?P<cond>(?:si(?: jamais)?|s'|au cas ou|quand) ?(?:jamais )?(?:il|elle|on|ca|je|tu|vous|ils|elles|y|quelqu'un|la|le|les|l') ?(?:[\w'-]+ ){1,6}?)[ ,]*(?:alors )?"
    r"(?P<main>(?:on|je|vous|tu|ca|il faut|faut|c'est|est-ce|qu'est|comment|combien|quand|qui|que|peut|puis)(?!\w).+)"
)
"""A condition, then what is asked."""


def speaks_of_it(piece: str) -> bool:
    """Whether a short piece speaks of « il » or « elle » and names next to nothing: « il se met où ? »."""
    said = _SETTLED.sub("", plain(piece).strip())
    return bool(_IT.search(said)) and len(said.split()) <= _SHORT and len(stems(said)) <= NAMED_AT_MOST


def leans(piece: str) -> bool:
    """Whether a piece asks something only together with what was just spoken of."""
    said = plain(piece).strip()
    return bool(_BARE.fullmatch(said) or _SAME.fullmatch(said))


def of_it(piece: str, label: str) -> str:
    """A short piece with what « il », « elle » or « le » stands for: of « le nom de l’apprenti », the apprentice."""
    named = _NAME_OF.match(label)
    if named is None:
        return f"{piece} {label}"
    joint = re.sub(r"(?:de |d['’])$", "", named.group()[-6:].lower())
    article = "le " if joint.endswith("du ") else "les " if joint.endswith("des ") else ""
    article = "la " if joint.endswith("de la ") else "l'" if joint.endswith(("l'", "l’")) else article
    thing = f"{article}{label[named.end() :]}"
    folded = plain(piece)
    if len(folded) == len(piece) and (found := _OBJECT.search(folded)):
        return f"{piece[: found.end(1)]} {piece[found.start('rest') : found.end()]} {thing}{piece[found.end() :]}"
    if len(folded) == len(piece) and (found := _SUBJECT.search(folded)):
        return f"{piece[: found.start()]}{thing}{piece[found.end() :]}"
    return f"{piece} {thing}"


def conditional(piece: str) -> tuple[str, ...]:
    """What is asked under a condition, then the condition itself; empty when a piece holds none."""
    folded = plain(piece)
    found = _IF.fullmatch(folded.strip()) if len(folded) == len(piece) else None
    return (found["main"], f"{found['cond'].strip()} ?") if found else ()


def bare_thing(piece: str) -> str:
    """What « et les grands ? » names and nothing else; empty for any other piece."""
    found = _BARE_THING.fullmatch(plain(piece).strip())
    return found["thing"] if found else ""
