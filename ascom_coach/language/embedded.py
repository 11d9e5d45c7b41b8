"""The embedded proofreader `integre`: lexicon and own rules. The same text gives the same remarks, everywhere."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from ascom_coach.language.cascade import hidden, misled
from ascom_coach.language.fixes.again import better
from ascom_coach.language.fixes.inflected import inflected
from ascom_coach.language.fixes.written import as_written
from ascom_coach.language.proofreading import merge
from ascom_coach.language.protect import hard_zones, touches
from ascom_coach.language.remarks import Remark
from ascom_coach.language.rules import rules
from ascom_coach.language.rules.base import Rule, cased
from ascom_coach.language.spelling import proposed, unknown_words

ENGINE_ID = "integre"


class EmbeddedEngine:
    """Engine `integre`."""

    id = ENGINE_ID

    def check(self, text: str) -> Sequence[Remark]:
        """Remarks on an NFC text. Nothing touches addresses, codes or quotations."""
        found = _read(text)
        wrong = misled(text, merge(found), _read)
        if wrong:
            places = {(one.start, one.end) for one in wrong}
            found = tuple(one for one in found if (one.start, one.end) not in places)
        every = [*found, *hidden(text, merge(found), _read)]
        return [as_written(text, one) for one in better(text, every, merge(every), _read)]


@lru_cache(maxsize=512)
def _read(text: str) -> tuple[Remark, ...]:
    """Remarks on the text as it is, what one error hides left out. A copy is often read again unchanged."""
    zones = hard_zones(text)
    found: list[Remark] = []
    for rule in rules():
        for start, end, fixes in rule.find(text):
            if start < end and not touches(zones, start, end):
                found.append(_remark(text, start, end, rule, fixes))
    for view, at, sure in unknown_words(text):
        word = view.words[at]
        if touches(zones, word.start, word.end):
            continue
        fixes = tuple(cased(word.text, fix) for fix in proposed(view, at, sure))
        found.append(
            Remark(
                word.start,
                word.end,
                "orthographe",
                "orthographe_mot_inconnu" if sure else "orthographe_a_verifier",
                text[word.start : word.end],
                "Ce mot n’est pas dans le lexique."
                if sure
                else "Mot inconnu du lexique : un nom propre ? À vérifier.",
                fixes,
                (ENGINE_ID,),
                sure,
                "Cherchez-le dans un dictionnaire, syllabe par syllabe.",
            )
        )
    return tuple(found)


def _remark(text: str, start: int, end: int, rule: Rule, fixes: tuple[str, ...]) -> Remark:
    removes = rule.label == "ponctuation"  # a mark too many; elsewhere, no fix means that none is known
    kept = tuple(dict.fromkeys(fix for fix in fixes if fix or removes))
    if rule.label == "style" and not rule.counted:
        kept = tuple(dict.fromkeys(inflected(text[start:end], fix) for fix in kept))
    return Remark(
        start,
        end,
        rule.label,
        rule.id,
        text[start:end],
        rule.message,
        kept,
        (ENGINE_ID,),
        rule.counted,
        rule.test,
    )
