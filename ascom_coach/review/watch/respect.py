# ruff: noqa: E501 -- a pattern stays on one line
"""The look at how people are treated: the reader put off, suspected or belittled, somebody mocked or blamed, one's own
work complained of.

Threats, insults and the words of a chat are `sayings.tone`; here nothing is insulting by itself, and yet nobody would
say it aloud to the person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ascom_coach.language import plain
from ascom_coach.review.generic.draft import Hit, wrong
from ascom_coach.review.harsh_words import ATTACKS, rule
from ascom_coach.review.watch.watch import Watch

_PENALTY = r"toute? (?:absence|retard|annulation|oubli)[^.;!?]{0,40} (?:sera|seront) (?:factur|sanction|penalis|compt)\w*|vous (?:perdrez|perdriez) (?:vos|votre|tous|toutes|le|la|l')|(?:desinscri|refus|absen|retard)\w*[^.;!?]{0,40}, vous (?:perd|regrett|serez)\w*"
_HOUSE = r"(?:(?:atelier|service|bureau|equipe|standard|magasin|comptabilite) est|nous sommes) (?:\w+ )?(?:deborde|submerge|desorganise|en sous-effectif|depasse)\w*|personne (?:ici |chez nous )?ne (?:prend|lit|repond|note|suit|s'occupe|sait)|(?:ici|chez nous),? (?:c'est le|personne)"
_EASY = r"(?:(?<=^)|(?<=[.!?;] )|(?<=\n))on (?:vous|va|te|fait|s'occupe|regle|revient)(?= )|vite fait|promis(?= ?[.!])|jure(?= ?[.!])"


_OUT = (
    (rule(_PENALTY), "Cette phrase menace votre lecteur, et personne ne l’a demandé."),
    (rule(_HOUSE), "Les difficultés de la maison ne regardent pas votre lecteur."),
)
_LETTER = ((rule(_EASY), "Ces mots sont trop familiers pour une lettre."),)
_HINT = "Le diriez-vous à cette personne, devant vous ?"
_SORRY = re.compile(r"(?<!\w)(?:excuses?|desole\w*|regrett\w+|navree?s?)(?!\w)")


def respect(watch: Watch) -> Iterator[Hit]:
    """Nobody put off, suspected, belittled, mocked or blamed; no joke under an apology."""
    if not watch.is_text:
        return
    looked = list(ATTACKS)
    if watch.goes_out:
        looked += _OUT
    if watch.context.production.type in ("message_client", "lettre"):
        looked += _LETTER
    folded, number = watch.draft.folded, 0
    said = plain("\n".join(watch.story.paper_lines))
    for pattern, message in looked:
        for match in pattern.finditer(folded.text):
            if match.group() in said:
                continue  # the papers of the house say it so
            number += 1
            yield wrong(message, watch.view.place(*folded.span(*match.span())), _HINT, mark=f".{number}")
    yield from _joked(watch)


def _joked(watch: Watch) -> Iterator[Hit]:
    """« ! » in the letter that says sorry."""
    if watch.context.production.type not in ("message_client", "lettre"):
        return
    if not _SORRY.search(watch.draft.folded.text):
        return
    for number, (start, end) in enumerate(watch.draft.sentences, 1):
        words = watch.view.text[start:end]
        if words.rstrip().endswith("!") and len(words.split()) >= _FEW:
            message = "Ce ton enjoué tombe mal sous des excuses."
            yield wrong(message, watch.view.place(start, end), _HINT, mark=f".gai{number}")


_FEW = 4
