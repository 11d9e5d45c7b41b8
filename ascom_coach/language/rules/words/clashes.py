# ruff: noqa: E501, SIM905 -- an example stays on one line, and lists of words read better as text
"""Small words that cannot follow each other: « des les », « du notre », « le un », « lors de sa sorti »."""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.lexicon import lexicon
from ascom_coach.language.rules.base import Hit, Rule, by_view, cased
from ascom_coach.language.syntax.view import View, Word

_OWN = frozenset("mon ma mes ton ta tes son sa ses notre votre nos vos".split())
_SHOWN = _OWN | {"ce", "cet", "cette", "ces"}
_FUSED = {"du": "de", "des": "de", "au": "à", "aux": "à"}
_ALSO_NOUNS = frozenset(["son", "ton", "mon"])
_WHOLE = frozenset("les ces mes nos vos leurs ses".split())


def _fused(low: str, other: str, after: Word, noun: bool) -> bool:
    """« du notre », « aux ces », « des plusieurs », « des toutes les »."""
    if low not in _FUSED:
        return False
    if other in ("toutes", "tous"):
        return low != "au" and after.low in _WHOLE
    if other in _ALSO_NOUNS:
        return after.has("N") and not after.verb()
    if other in ("leur", "notre", "votre"):
        return noun
    return other in _SHOWN or other in ("plusieurs", "chaque") or (other == "quelques" and low != "aux")


def _article(low: str, other: str, after: Word, before: str) -> bool:
    """« le un travail », « la cette langue », « les mes clés »."""
    if low not in ("le", "la", "les"):
        return False
    if other in ("un", "une"):
        return after.low not in ("et", "ou") and low != "les" and before not in ("de", "entre", "ou")
    if other in ("ton", "mon"):
        return not after.verb()
    return other in _SHOWN - {"ta", "son", "notre", "votre"} or other in (
        "plusieurs",
        "certains",
        "certaines",
    )


def _two_owners(low: str, other: str, after: Word) -> bool:
    """« nos cette langue », « sa des »."""
    if low not in _SHOWN - {"ce"} - _ALSO_NOUNS or (low == "cette" and other == "une"):
        return False
    if other in _ALSO_NOUNS or other == "ce":
        return after.has("N")
    return other in _SHOWN or other in ("le", "les", "un", "une", "des")


def _fixes(low: str, other: str, after: Word, before: str) -> tuple[str, ...]:
    """What to write instead of the two words; nothing when they may stand together."""
    noun = after.has("N", "A") and not after.has("P", "C")
    if _fused(low, other, after, noun):
        return (f"{_FUSED[low]} {other}",)
    if not noun:
        return ()
    if low in _FUSED and other in ("le", "la", "les", "un", "une", "des", "aux"):
        return () if low == "des" and other == "les" and before in ("en", "les") else (low, other)
    if (low == "à" and other in ("au", "aux")) or (low == "de" and other in ("des", "au", "aux")):
        return (other,) if after.text[:1].islower() else ()
    if _article(low, other, after, before) or _two_owners(low, other, after):
        return other, low
    if low == "le" and other in ("leurs", "l'"):
        return ("leurs", "les leurs") if other == "leurs" else (other,)
    return ("un autre", other) if low == "un" and other in ("notre", "votre") else ()


def _two_determiners(view: View) -> Iterator[Hit]:
    """« du notre site », « aux ces enfants », « le un travail », « des plusieurs », « nos cette langue »."""
    for at in range(len(view.words) - 2):
        one, two, after = view.words[at], view.words[at + 1], view.words[at + 2]
        if not two.near or not after.near or one.clitic or two.clitic:
            continue
        if two.text[:1].isupper() or (one.text.isupper() and len(one.text) > 1):
            continue
        if fixes := _fixes(one.low, two.low, after, view.low(at - 1)):
            yield one.start, two.end, tuple(cased(one.text, fix) for fix in fixes)


def _participle_noun(view: View) -> Iterator[Hit]:
    """« lors de sa sorti », « dès sa mis en place », « sur sa lancé »: a masculine participle where a noun is needed."""
    for at in range(len(view.words) - 1):
        det, noun = view.words[at], view.words[at + 1]
        if det.low not in ("sa", "ma", "ta", "cette", "une") or not noun.near or noun.clitic:
            continue
        if noun.text[:1].isupper() or not noun.verb("ppas") or not _only_masculine(noun):
            continue
        after = view.at(at + 2)
        if after and after.near and after.has("N") and not after.has("P", "D", "C", "O"):
            continue
        fix = noun.low + "e"
        if any(one.pos == "N" and "f" in one.tags for one in lexicon().analyses(fix)):
            yield noun.start, noun.end, (fix,)


def _only_masculine(word: Word) -> bool:
    """Whether the word is a masculine noun, adjective or participle and cannot be a feminine one."""
    shapes = [one for one in word.readings if one.pos in "NA" or "ppas" in one.tags]
    if word.low[-1:] in "sx":
        return word.low in ("mis", "pris", "promis", "remis", "repris", "surpris")
    return bool(shapes) and all("m" in one.tags for one in shapes)


# fmt: off
RULES: tuple[Rule, ...] = (
    Rule("heurt_determinants", "orthographe", "Deux déterminants ne se suivent pas devant un nom.", "Gardez-en un seul : « le », « notre », « ces »…",
         by_view(_two_determiners), (("Il parle du notre projet.", "de notre"), ("Donnez-le aux ces clients.", "à ces"), ("C'est le un dossier urgent.", "un")),
         ("Il parle de notre projet.", "Donnez-les à ces clients.", "Il a l'un des meilleurs avis.", "Le tout un peu cher.", "Je le leur dirai.", "Il les a vus, ces clients.", "Elle vient du nôtre.")),
    Rule("heurt_nom_participe", "orthographe", "Après « sa », « ma » ou « cette », il faut un nom : il prend ici un « e ».", "« la sortie », « la mise en place ».",
         by_view(_participle_noun), (("Lors de sa sorti, il a souri.", "sortie"), ("Dès sa mis en place, tout a changé.", "mise")), ("Lors de sa sortie, il a souri.", "Sa facture est payée.", "Cette allée est longue.")),
)
# fmt: on
