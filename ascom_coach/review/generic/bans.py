# ruff: noqa: E501 -- a pattern stays on one line
"""What an instruction says to leave out: « sans promettre de remise », « parle pas du camion », « pas de prix »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ascom_coach.language import stems

_TELL = (
    r"parl|mentionn|evoqu|cit|donn|promet|promis|indiqu|di[st]|reconn|propos|annonc|communiqu|accord|offr|reproch|accus|precis|ecri|engag|"
    r"rapport|racont|revel|devoil|met[st]|mett|rappel"
)
_INFINITIVES = (
    "parler|mentionner|evoquer|citer|donner|promettre|reconnaitre|annoncer|proposer|accorder|communiquer|preciser|dire|"
    "rapporter|raconter|reveler|devoiler|mettre|rappeler|offrir"
)
_GRANTED = (
    r"(?:gestes?|remises?|rabais|ristournes?|reductions?|remboursements?|avoirs?|cadeaux?|gratuites?|dedommagements?|indemnisations?|"
    r"indemnites?|compensations?|promesses?|engagements?|excuses?|echeanciers?|delais? supplementaires?)"
)
_TOLD = (
    r"(?:prix|tarifs?|montants?|chiffres?|dates?|delais?|noms?|details?|explications?|justifications?|raisons?|commentaires?|reproches?|"
    r"coordonnees|numeros?|adresses?)"
)
"""What one gives, and what one tells: « pas de peluches » on a poster is something to say."""
_VERB = re.compile(
    rf"(?:(?<!\w)(?:ne |n')(?:\w+ ){{0,2}}?(?:(?:pas|surtout pas|rien|jamais) )?(?P<verb>{_TELL})\w*(?:[- ](?:lui|leur|pas|surtout|jamais|rien))*|"
    rf"(?<!\w)(?:tu |vous |on )?(?:{_TELL})\w*(?:[- ](?:lui|leur))?(?: surtout)? (?:pas|rien|jamais)(?= (?:de|du|des|que|la|le|les|un|une)(?!\w)| [dl]'| qu')|"
    rf"(?<!\w)(?:sans|inutile de|(?:pas|aucun) besoin de|pas la peine de|evite[zr]?(?: de)?|interdiction de|interdit de) (?:(?:lui|leur|en) )?(?:{_INFINITIVES}))(?P<what>[^.;!?\n]*)"
)
_NONE = re.compile(
    rf"(?:(?<=[.;:,!?\n(–—]) ?|^\W*|(?<=[.;:,!?\n(–—] )|(?<!\w)(?:et|mais|surtout|absolument) )(?:surtout |donc |par contre )?"
    rf"(?:pas d(?:e |')|aucune? |ni )(?P<what>(?:(?:autre|nouvelle?|grosse?) )?(?:{_GRANTED}|{_TOLD})(?!\w)(?: commercia\w+)?)"
)
_BARRED = re.compile(
    r"(?<!\w)(?:pas de|aucune?|sans|evite[zr]? (?:les|toute?)|(?:ne |n')(?:la |le |les |lui )?) ?(?P<what>menac|reproch)\w*"
)
_LEAD = re.compile(
    r"^\W*(?:(?:ni |de )?(?:parler|mentionner|evoquer|citer|donner|promettre|reconnaitre|annoncer|proposer|dire) |pas |surtout |de |du |des |d'|la |le |les |l'|a |au |aux |que |qu'|un |une |lui |leur |nos |notre |son |sa |ses |aucune? )+"
)
_CUT = re.compile(r" (?:et|mais|car|pour|tant que|avant)(?!\w) ?|,")


@dataclass(frozen=True, slots=True)
class Ban:
    """A ban in a folded text: where it begins, the span of all that it speaks of, and the things to leave out."""

    start: int
    said: tuple[int, int]
    things: tuple[tuple[int, int], ...]


def find_bans(folded: str) -> list[Ban]:
    """Bans of a folded sentence, in order."""
    found = [
        Ban(match.start(), match.span("what"), tuple(_things(match))) for match in _VERB.finditer(folded)
    ]
    for match in _NONE.finditer(folded):
        if not any(one.start <= match.start("what") < one.said[1] for one in found):
            found.append(Ban(match.start(), match.span("what"), (match.span("what"),)))
    return sorted(found, key=lambda one: one.start)


def barred_acts(folded: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """Speech acts that a folded sentence rules out, each with its span: « pas de menace », « sans reproche »."""
    for match in _BARRED.finditer(folded):
        yield ("menace" if match["what"].startswith("menac") else "reproche"), match.span()


def _things(match: re.Match[str]) -> Iterator[tuple[int, int]]:
    """« sans promettre A ni citer B » gives A and B."""
    at = match.start("what")
    for piece in re.split(r"( ni )", match["what"]):
        words = _first(piece)
        lead = _LEAD.match(words)
        start = at + (lead.end() if lead else 0)
        end = at + len(words.rstrip(" ,"))
        if start < end and piece != " ni " and stems(match.string[start:end]):
            yield start, end
        at += len(piece)


def _first(piece: str) -> str:
    """The first thing named; « entre Paul et Nadia » is one."""
    for cut in _CUT.finditer(piece):
        if not re.search(r"(?<!\w)entre [\w'-]+$", piece[: cut.start()]):
            return piece[: cut.start()]
    return piece
