# ruff: noqa: E501 -- an example stays on one line
"""Set agreements: « tout le », « eux-mêmes », « demi », written numbers, « quel que soit »."""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, by_pattern, by_view
from ascom_coach.language.rules.made import replaced
from ascom_coach.language.syntax.shapes import FEMALE, MALE, shape
from ascom_coach.language.syntax.view import View

_TENS = frozenset(["vingt", "trente", "quarante", "cinquante", "soixante", "mille", "cent"])


def _one_more(view: View) -> Iterator[Hit]:
    """« Vingt et un factures », « soixante-et-une dossiers »: « un » takes the gender of what is counted."""
    for at, word in enumerate(view.words[:-1]):
        joined = word.low.endswith(("-et-un", "-et-une"))
        apart = word.low in ("un", "une") and view.low(at - 1) == "et" and view.low(at - 2) in _TENS
        noun = view.words[at + 1]
        if not (joined or apart) or not noun.near or not noun.text.islower():
            continue
        kind = shape(noun)
        female = word.low.endswith("une")
        if kind.noun and kind.parts <= {"N", "V"} and not kind.noun & (FEMALE if female else MALE):
            yield word.start, word.end, (word.text[:-1] if female else word.text + "e",)


RULES: tuple[Rule, ...] = (
    Rule(
        "accord_et_un", "accord", "Dans un nombre, « un » prend le genre du nom compté.", "« Vingt et une pages », « vingt et un jours ».", by_view(_one_more),
        (("Il reste vingt et un factures.", "une"), ("Soixante-et-une dossiers attendent.", "Soixante-et-un")), ("Il reste vingt et une factures.", "Soixante-et-un dossiers attendent.", "Vingt et un élèves."),
    ),
    Rule(
        "accord_tout_singulier", "accord", "« Tout » s’accorde avec le nom qu’il annonce.", "Masculin : tout le ; féminin : toute la.",
        by_pattern(r"(?<![\w'-])(?P<t>tous|toute)(?= le (?!plus|mieux|monde entier)\w)|(?<![\w'-])(?P<u>tous|toutes) la(?= \w)", replaced((r"^(?:tous|toute)$", "tout"), (r"^(?:tous|toutes) la$", "toute la"))),
        (("Il a lu tous le dossier.", ""),), ("Il a lu tout le dossier.", "Tous les jours."),
    ),
    Rule(
        "accord_meme", "accord", "« Même » s’accorde avec le pronom pluriel.", "Ils sont plusieurs : -mêmes.",
        by_pattern(r"(?<![\w'-])(?P<p>eux|elles|ceux|celles)[- ]même(?![\w'-])", "\\g<p>-mêmes"), (("Ils viendront eux-même.", "eux-mêmes"),), ("Ils viendront eux-mêmes.", "Elle-même viendra."),
    ),
    Rule(
        "accord_demi", "accord", "« Demi » placé après le nom prend son genre ; placé avant, il ne change pas.", "Une heure et demie ; une demi-heure.",
        by_pattern(r"(?<![\w'-])heures? et (?P<d>demi|demis|demies)(?![\w'-])", "demie", group="d"), (("Deux heures et demi de retard.", "demie"),), ("Deux heures et demie de retard.",),
    ),
    Rule(
        "accord_demi_trait", "accord", "« Demi » placé avant le nom est invariable, avec un trait d’union.", "Une demi-heure, une demi-journée.",
        by_pattern(r"(?<![\w'-])(?P<d>demie[- ]|demi )(?=heures?|journées?|douzaines?|tarifs?|pension)", "demi-", group="d"), (("Une demie-heure suffit.", "demi-"),), ("Une demi-heure suffit.",),
    ),
    Rule(
        "accord_quel_que", "accord", "« Quel » de « quel que soit » s’accorde avec le nom qui suit.", "Quel que soit le prix ; quelle que soit la date.",
        by_pattern(r"(?<![\w'-])(?P<q>quelle)(?= que soit (?:le|ce) )|(?<![\w'-])(?P<r>quel)(?= que soit (?:la|sa|cette|ma) )", replaced((r"^quelle$", "quel"), (r"^quel$", "quelle"))),
        (("Quelle que soit le prix, dites-le.", ""),), ("Quelle que soit la date, dites-le.", "Quelle que soit son adresse."),
    ),
)  # fmt: skip
