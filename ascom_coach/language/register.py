# ruff: noqa: E501 -- a pattern or an example stays on one line
"""Tutoiement and vouvoiement in a text, quotations aside."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ascom_coach.language.lexicon import lexicon
from ascom_coach.language.text import Folded
from ascom_coach.language.typed import fold_typed

_TU = re.compile(
    r"(?<![\w'-])(?:(?<!est )(?<!suis )(?<!etait )(?<!etais )(?<!etre )tu|toi|tes|ta(?= [a-z])|tien|tiens(?! compte| au| a |-|$)|tienne|tiennes|"
    r"te(?= [a-z]))(?![\w])|(?<![\w'-])t'(?!(?:il|elle|on)(?!\w))(?=[a-z])|(?<=-)(?:tu|toi)(?![\w-])|(?<![\w'-])ton(?= (?!de voix|sur ton)[a-z])"
)
_TON_NOUN = re.compile(
    r"(?:le|un|du|au|ce|bon|quel|meme|d'un|ce|mauvais|aucun|demi|changer? de|hausser? le|sur ce) $"
)
_VOUS = re.compile(
    r"(?<![\w'-])(?:vous(?! (?:deux|trois|quatre|tous|toutes)(?!\w))|votre|vos|votres?)(?![\w-])|(?<!rendez)-vous(?![\w-])|(?<![\w'-])veuillez(?!\w)"
)
_BEING = re.compile(
    r"\s(?:êtes|étiez|serez|seriez|soyez|avez été)(?: (?:tous|toutes|déjà|bien|enfin|donc|aussi))* (?P<state>[a-zà-ÿœ]{3,})(?![\w-])"
)
_LE_TIENS = re.compile(r"(?:je|j'|il|elle|on|le|la) (?:y |vous |le |la |me |m'en |en )?$")
_CLAUSE = re.compile(r"(?:^|[.;:!?\n] ?)(?P<verb>[a-z]+s)(?![\w'-])(?= )(?P<rest>[^.;:!?\n]*)")
_ORDER_ME = re.compile(
    r"(?<![\w'-])(?P<verb>[a-z]{2,}(?<!ez)(?<!tes)(?<!ons))-(?:le-|la-|les-)?(?:moi|nous)(?![\w-])"
)
"""« appelle-moi », « préviens-nous »: an order to one person, when the word is such a form."""
_POLITE = re.compile(r"(?<!\w)(?:vous|votre|vos)(?!\w)")
_QUOTE = re.compile(r"«[^»]*»|\"[^\"\n]{2,}\"|“[^”]*”")


@dataclass(frozen=True, slots=True)
class Register:
    """Spans where the text says « tu » (te, toi, ton…) and « vous » (votre, vos, veuillez…)."""

    tutoiement: tuple[tuple[int, int], ...]
    vouvoiement: tuple[tuple[int, int], ...]

    @property
    def main(self) -> str:
        """`tutoiement`, `vouvoiement`, `mixte` or an empty string when nobody is addressed."""
        if self.tutoiement and self.vouvoiement:
            return "mixte"
        return "tutoiement" if self.tutoiement else "vouvoiement" if self.vouvoiement else ""


def register_of(text: str) -> Register:
    """Where `text` says « tu » and where it says « vous ». Quotations are ignored, « rendez-vous » is no address."""
    blank = _QUOTE.sub(lambda match: " " * len(match.group()), text)
    folded = fold_typed(blank)
    tu = []
    for match in _TU.finditer(folded.text):
        before = folded.text[: match.start()]
        word = match.group()
        if word == "ton" and _TON_NOUN.search(before):
            continue
        if word == "tiens" and _LE_TIENS.search(before):
            continue
        tu.append(folded.span(*match.span()))
    tu += [folded.span(*span) for span in _orders(folded.text, blank, folded)]
    for match in _ORDER_ME.finditer(folded.text):
        start, end = folded.span(*match.span("verb"))
        if any({"impe", "2s"} <= one.tags for one in lexicon().analyses(blank[start:end].lower())):
            tu.append((start, end))
    vous = [
        folded.span(match.start() + match.group().startswith("-"), match.end())
        for match in _VOUS.finditer(folded.text)
        if not (tu and _several(blank[folded.span(*match.span())[1] :]))
    ]
    return Register(tuple(sorted(tu)), tuple(vous))


def _several(after: str) -> bool:
    """« vous êtes convenus », « vous vous retrouverez ensemble »: in a text that says « tu », « vous » is several people.

    What agrees in the plural, and in nothing else, tells them.
    """
    match = _BEING.match(after)
    if match is None:
        return False
    readings = [one.tags for one in lexicon().analyses(match["state"])]
    return bool(readings) and all("p" in tags for tags in readings)


def _orders(text: str, written: str, folded: Folded) -> Iterator[tuple[int, int]]:
    """« prévois une heure »: a clause that begins with an order to one person.

    Only forms that are nothing else; « Reviens vers vous demain » is a note that leaves its « je » out.
    """
    for match in _CLAUSE.finditer(text):
        start, end = folded.span(*match.span("verb"))
        word = written[start:end].lower()
        readings = lexicon().analyses(word)
        if not readings or any(one.pos != "V" or one.lemma == "être" for one in readings):
            continue
        orders = any({"impe", "2s"} <= one.tags for one in readings)
        other = any("3s" in one.tags or "ppas" in one.tags for one in readings)
        if orders and not other and not _POLITE.search(match["rest"]):
            yield match.span("verb")
