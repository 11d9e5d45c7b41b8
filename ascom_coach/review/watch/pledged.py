# ruff: noqa: E501 -- a pattern stays on one line
"""The look at what is pledged: a result that nobody can answer for, or a promise that a report says was made aloud.

What a letter gives away is `gifts.given_away`; here the promise is told to the inside (« je leur ai promis 10 € »), handed
to a colleague to pass on (« dis-lui que c’est gratuit »), or it is an assurance on what nobody controls.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ascom_coach.language import plain
from ascom_coach.review.generic.draft import Hit, wrong
from ascom_coach.review.watch.confided import RELAYED, forbidden
from ascom_coach.review.watch.gifts import forbidden_gift
from ascom_coach.review.watch.polarity import spans
from ascom_coach.review.watch.watch import Watch

_TOLD = re.compile(
    r"(?<![\w'])(?:j'ai|nous avons|on a|je (?:lui|leur|l'|les) ?ai|nous (?:lui|leur) avons) (?:deja |bien |aussi |donc )?(?:dit|promis|annonc|assur|garanti|confirm|accord|offert|propos|ajout|indiqu|precis|ecri)\w*"
)
"""One’s own word, given to somebody before this message."""
_SURE = re.compile(
    r"(?<![\w-])(?:c'est (?:promis|garanti|certain|assure)|(?:reussite|succes|resultat|reprise|satisfaction|recolte|efficacite)s? (?:\w+ )?(?:garantie?|assuree?|certaine?)s?|(?:aucun|zero|sans) (?:echec|rate)s?|satisfaite?s? ou rembours\w*|"
    r"a coup sur|a tous les coups|(?:je|nous) (?:vous )?(?:garanti|promet|assur)\w*[^.;!?]{0,50} (?:ne |n')[^.;!?]{0,30} (?:plus|jamais|aucun\w*)|(?:ne |n')\w+ (?:plus )?jamais(?=[^.;!?]{0,30}(?:promis|garanti)))(?!\w)"
)
"""An assurance on what depends on nobody."""
_NOT = re.compile(
    r"(?<!\w)(?:ne (?:peut|peux|pouvons|puis|saurai\w*)|n'est pas|rien n'est|sans (?:le |la )?garantir|pas)(?!\w)"
)


def pledged(watch: Watch) -> Iterator[Hit]:
    """No result sworn to a reader; no promise above what was allowed, made aloud or left to a colleague."""
    if not watch.is_text:
        return
    said = plain("\n".join(watch.story.spoken))
    text, number = watch.view.text, 0
    for start, end in watch.draft.sentences:
        sentence = text[start:end]
        folded = plain(sentence)
        if sentence.rstrip().endswith("?"):
            continue
        match = _SURE.search(folded) if watch.goes_out else None
        message = ""
        if match is not None and not _NOT.search(folded[: match.start()]) and match.group() not in said:
            message = "Vous assurez un résultat dont personne ne peut répondre."
        elif (
            watch.reports
            and (_TOLD.search(folded) or RELAYED.search(folded))
            and _over(watch, sentence, start)
        ):
            message = "C’est promettre ce que personne ne vous a permis."
        if message:
            number += 1
            hint = "Qui peut en décider ?"
            mark = f".image{number}" if "photo" in folded else f".{number}"
            yield wrong(message, watch.view.place(start, end), hint, mark=mark)


_REFUSES = re.compile(r"(?<!\w)(?:(?:ne|n'|pas|rien|aucune?|sans|ni|jamais)(?!\w)|refus\w*)")
_FREE = re.compile(r"(?<!\w)(?:ne|n') ?\w+ (?:pas|rien)(?!\w)")


def _over(watch: Watch, sentence: str, start: int) -> bool:
    """Whether a clause of the sentence gives what is forbidden or above the limit."""
    for words, offset in spans(sentence):
        clause = plain(words)
        if forbidden_gift(watch, words, start + offset):
            denied = _REFUSES.search(clause)
            if denied is None or _FREE.search(clause):
                return True
        elif not _REFUSES.search(clause) and forbidden(clause, watch):
            return True
    return False
