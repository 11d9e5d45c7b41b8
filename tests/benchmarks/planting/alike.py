# ruff: noqa: E501, PLR0912, SIM102, PLR1714 -- lists of words stay compact, one condition a line
"""Words that are said alike: function words told apart by what stands around them, « -er » for « -é », a verb for a noun."""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.syntax.view import View, Word
from planting.base import AVOIR, ETRE, PLURAL, PRONOUNS, SINGULAR, Plant, put, surely_finite, verb_forms

_SWAPS = (
    "a à", "à a", "et est", "est et", "ou où", "où ou", "on ont", "ont on", "son sont", "sont son", "ce se", "se ce",
    "sa ça", "ça sa", "la là", "là la", "peu peut", "peut peu", "peut peux", "quand quant", "quant quand",
    "dans d'en", "sans s'en", "plutôt plus+tôt", "davantage d'avantage", "voire voir", "voir voire", "près prêt", "prêt près",
    "mais mes", "mes mais", "ni n'y", "si s'y", "cet cette", "cette cet", "dû du", "sûr sur", "sur sûr", "été était",
    "était été", "ai est", "est ai", "ait est", "notre nôtre", "votre vôtre", "nôtre notre", "vôtre votre", "même mêmes",
    "ces ses", "ses ces", "ces c'est", "ses c'est", "sont sons", "quoique quoi+que", "dès des", "des dès",
    "différent différend", "censé sensé", "appel appelle", "envoi envoie", "travail travaille", "emploi emploie",
    "accueil accueille", "conseil conseille", "rappel rappelle", "essai essaie", "fois foi", "voie voix", "cours court",
    "point poing", "compte conte", "hors or", "or hors", "soi soit", "soit soi", "donc dont", "dont donc", "temps tant",
    "tant temps", "quelques quelque", "leur leurs", "leurs leur", "tout tous", "tous tout", "prix pris", "pris prix",
    "suit suis", "fait fais", "doit dois", "sait sais", "sait c'est", "ça ca", "très trés", "parmi parmis",
    "malgré malgrés", "désormais désormait", "vers vert", "sinon si+non", "bientôt bien+tôt", "afin a+fin",
    "reçu reçut", "lieu lieux", "moi mois", "mois moi", "reste restes", "fin faim", "plein plain", "sens sans",
)  # fmt: skip
_PAIRS: dict[str, list[str]] = {}
for _one in _SWAPS:
    _right, _wrong = _one.split(" ")
    _PAIRS.setdefault(_right, []).append(_wrong.replace("+", " "))
_TWO = {  # two words of a view for one or two others
    ("c'", "est"): ["s'est", "ces", "ses", "sait"], ("s'", "est"): ["c'est", "ces", "s'et"], ("l'", "a"): ["la", "là"],
    ("qu'", "en"): ["quand"], ("s'", "en"): ["sans"], ("d'", "en"): ["dans"], ("n'", "y"): ["ni"], ("s'", "y"): ["si"],
    ("qu'", "elle"): ["quelle"], ("qu'", "elles"): ["quelles"], ("l'", "ai"): ["les"], ("m'", "a"): ["ma"],
    ("n'", "est"): ["nait"], ("m'", "ont"): ["mon"], ("t'", "a"): ["ta"], ("parce", "que"): ["par ce que"],
    ("plus", "tôt"): ["plutôt"], ("quel", "que"): ["quelque"], ("y", "a"): ["y à"],
}  # fmt: skip


def plants(view: View) -> Iterator[Plant]:
    for at, word in enumerate(view.words):
        after = view.at(at + 1)
        if word.clitic or (after and after.clitic) or not (word.text.islower() or at == 0):
            continue
        yield from _one_word(view, at, word)
        for wrong in _TWO.get((word.low, view.low(at + 1)), ()):
            if after and after.near:
                kind = f"{word.low}{'' if word.low.endswith(chr(39)) else ' '}{after.low}>{wrong}"
                text = wrong[:1].upper() + wrong[1:] if word.text[:1].isupper() else wrong
                yield Plant(f"homophone {kind}", "homophones", word.start, after.end, text)
        yield from _heard_e(view, at, word)


def _one_word(view: View, at: int, word: Word) -> Iterator[Plant]:
    for wrong in _PAIRS.get(word.low, ()):
        if _wrong_here(view, at, word, wrong):
            yield put(f"homophone {word.low}>{wrong}", "homophones", word, wrong)


def _wrong_here(view: View, at: int, word: Word, wrong: str) -> bool:  # noqa: PLR0911 -- one line a pair
    before, after = view.at(at - 1), view.at(at + 1)
    low, behind = view.low(at - 1), view.low(at + 1)
    if word.low in ("ou", "est") and wrong in ("où", "et"):
        return bool(after)
    if word.low == "leur":
        if wrong == "leurs":  # a pronoun, or a determiner of a singular noun
            return bool(after and (surely_finite(after) or (before and before.low in PRONOUNS)))
    if word.low == "leurs":
        return bool(after and after.has("N") and any(one.number == "p" for one in after.readings))
    if word.low == "ses" and wrong == "ces":
        return False  # either is said of any plural
    if word.low == "ces" and wrong == "ses":
        return behind in ("derniers", "dernières", "deux") or view.low(at + 2) in ("derniers", "dernières")
    if word.low in ("quelques", "mêmes", "même", "lieu", "reste"):
        return low not in ("quand", "de", "eux", "y", "en") and (low in SINGULAR or word.low == "quelques")
    if word.low in ("sur", "vers"):
        return bool(after and (behind in SINGULAR | PLURAL))
    if word.low in ("tout", "tous"):
        return behind in SINGULAR | PLURAL and behind != "l'"
    if word.low == "si":
        return behind in PRONOUNS
    if word.low == "notre" or word.low == "votre":
        return bool(after and after.has("N", "A"))
    if word.low == "la":
        return bool(after and after.near and after.has("N") and not surely_finite(after))
    if word.low in ("fait", "doit", "sait", "suit"):
        return low not in ("je", "j'", "tu", "a", "ai") and low not in AVOIR | ETRE and low != "en"
    if word.low in ("peut", "peu"):
        return low != "je"
    if word.low == "des" and wrong == "dès":
        return bool(before and before.has("N"))
    if word.low == "donc":
        return bool(before and surely_finite(before))
    if word.low in ("voir", "dans", "sans", "mais", "a", "à"):
        return bool(after)
    return True


def _heard_e(view: View, at: int, word: Word) -> Iterator[Plant]:
    """« -er », « -é », « -ez », « -ait » put for one another."""
    verbs = [one for one in word.readings if one.pos == "V"]
    if not verbs or not word.low.endswith(("er", "é", "ée", "és", "ées", "ez", "ait", "ais", "aient")):
        return
    lemma = verbs[0].lemma
    if not lemma.endswith("er") or len({one.lemma for one in verbs}) > 1 or word.has("N"):
        return
    tags = frozenset().union(*(one.tags for one in verbs))
    low = view.low(at - 1)
    past = verb_forms(lemma, word.low, "ppas", "m", "s")
    inf = [lemma]
    you = verb_forms(lemma, word.low, "ipre", "2p")
    was = verb_forms(lemma, word.low, "iimp", "3s")
    if "inf" in tags:
        if not at:
            return  # « Ajouté la liste » may head a list
        for wrong in past:
            yield put("-er>-é", "conjugaison", word, wrong)
        for wrong in you:
            yield put("-er>-ez", "conjugaison", word, wrong)
        for wrong in was:
            yield put("-er>-ait", "conjugaison", word, wrong)
    elif "ppas" in tags:
        behind = low in AVOIR | ETRE or view.low(at - 2) in AVOIR | ETRE
        for wrong in inf:
            yield put("-é>-er" if behind else "-é>-er (loin)", "conjugaison", word, wrong)
        if behind:
            for wrong in [*was, *you]:
                yield put("-é>-ait, -ez", "conjugaison", word, wrong)
    elif (
        "2p" in tags
        and word.low.endswith("ez")
        and "ipre" in tags
        and low
        and word.near
        and low not in ("et", "puis", "ou")
    ):
        for wrong in [*inf, *past]:
            yield put("-ez>-er, -é", "conjugaison", word, wrong)
    elif "iimp" in tags and "3s" in tags and not low.endswith("'"):
        for wrong in [*past, *inf]:
            yield put("-ait>-é, -er", "conjugaison", word, wrong)
        for wrong in verb_forms(lemma, word.low, "ipre", "2p"):
            yield put("-ait>-é, -er", "conjugaison", word, wrong)
