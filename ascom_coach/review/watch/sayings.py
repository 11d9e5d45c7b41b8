# ruff: noqa: E501 -- a pattern or an example stays on one line
"""Looks at how a copy speaks: nothing said twice, nobody attacked, no shouting, no chat."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ascom_coach.language import find_acts, plain
from ascom_coach.review.checks_text import ACT_WORDS
from ascom_coach.review.generic.draft import Hit, wrong
from ascom_coach.review.watch.watch import Watch

_ENOUGH = 8
"""Words from which a paragraph is not repeated by chance."""
_RUDE = ("menace", "insulte", "reproche")
_SHOUT = re.compile(r"!{2,}|(?<![\w-])[A-ZÀ-ÖØ-Þ]{3,}(?:[ ,;’'-]+[A-ZÀ-ÖØ-Þ]{2,}){3,}")
_CHAT = re.compile(
    r"(?<![\w'-])(?:coucou|pas de souci|au top|no souci|on gere|super cool|tkt|stp|rdv|bcp|qqn|qqch|cdlt|"
    r"bisous?|(?:grosses )?bises|mdr|lol|ouais|trucs?|machin|boulot|bosser|galere|relou|vachement|sympas?|se marrer|on va [^.;]{0,20}marrer|rigoler|kiffer)(?![\w'-])"
)
_SMILEY = re.compile(r"(?<!\S)[:;]-?[)(DPp](?!\w)|[\U0001F600-\U0001F64F]")
_SHARP = re.compile(
    r"(?<!\w)(?:ni faite?s? ni a faire|n'importe (?:comment|quoi)|pour une fois|cette fois(?= ?[.!])|tache(?:z)? (?:de |d')(?!ne pas vous)|"
    r"(?:essai\w+|tach\w+) de ne pas oublier|bacle\w*|(?:rale|plaint|oublie|trompe)\w* (?:encore|toujours)|"
    r"(?:seront|sera) (?:\w+ment )?(?:sanctionne|puni)\w*|sous peine de (?:sanction|renvoi|licenciement))(?!\w)"
)
"""Reproach, order or threat in plain words."""
_JUDGED = re.compile(
    r"(?:client|cliente|dame|monsieur|collegue|personne)s? (?:\w+ )?(?:penibles?|insupportables?|agaca\w+|casse-pieds|desagreables?|"
    r"hysteriques?|mal eleve\w*|impossibles?|bornee?s?|ridicules?|incompetente?s?)"
)


def repeated(watch: Watch) -> Iterator[Hit]:
    """The same paragraph stands twice."""
    if not watch.is_text:
        return
    seen: set[str] = set()
    for number, block in enumerate(watch.view.blocks, 1):
        words = " ".join(plain(block.text).split())
        if len(words.split()) < _ENOUGH:
            continue
        if words in seen:
            place = block.locator, block.text[:180]
            yield wrong(
                "Ce paragraphe est déjà plus haut.", place, "Lequel des deux garder ?", mark=f".{number}"
            )
        seen.add(words)


def tone(watch: Watch) -> Iterator[Hit]:
    """No threat, insult or reproach; no shouting; no words of a chat; nobody judged."""
    if not watch.is_text:
        return
    view, number = watch.view, 0
    controlled = {
        name for control in watch.context.production.controles for name in getattr(control, "actes", ())
        if getattr(control, "type", "") == "actes_absents"
    }  # fmt: skip
    for act in find_acts(view.text):
        if act.act in _RUDE and act.act not in controlled:
            number += 1
            yield wrong(f"On lit ici {ACT_WORDS[act.act]}.", view.place(act.start, act.end),
                        "Comment dire la même chose sans attaquer ?", mark=f".{number}")  # fmt: skip
    for match in _SHOUT.finditer(view.text):
        if view.blocks[view.index(match.start())].kind in ("title", "heading", "header", "footer"):
            continue
        number += 1
        yield wrong(
            "Ici, le texte crie.",
            view.place(*match.span()),
            "Que perdrait la phrase sans cela ?",
            mark=f".{number}",
        )
    for match in _SMILEY.finditer(view.text):
        number += 1
        yield wrong("Cette figure est celle d’une conversation.", view.place(*match.span()),
                    "La mettriez-vous sur un papier à en-tête ?", mark=f".{number}")  # fmt: skip
    folded = watch.draft.folded
    for pattern, message in (
        (_CHAT, "Ces mots sont ceux d’une conversation."),
        (_JUDGED, "Ces mots jugent quelqu’un."),
        (_SHARP, "Ces mots attaquent ou menacent quelqu’un."),
    ):
        for match in pattern.finditer(folded.text):
            number += 1
            yield wrong(message, view.place(*folded.span(*match.span())), "Comment l’écrire pour un client ou un chef ?",
                        mark=f".{number}")  # fmt: skip
