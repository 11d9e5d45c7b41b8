# ruff: noqa: E501 -- an example stays on one line
"""Orders with a pronoun hung on them, « -là » and « -ci »: « manges-la », « demande-en », « va-t-en », « ce jour là »."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ascom_coach.language.lexicon import lexicon
from ascom_coach.language.rules.base import Hit, Rule, cased
from ascom_coach.language.syntax.view import plain_view

_HUNG = re.compile(
    r"(?<![\w'-])(?P<v>[a-zà-ÿ]{2,})-(?P<c>moi|toi|lui|leur|les|le|la|leurs|y|en)(?![\w'])", re.I
)
_SET = re.compile(
    r"(?<![\w'-])(?:aller-(?:y|vous-en)|donne(?:z|ns)?-là-(?:moi|lui|nous)|va-t-en(?! guerre)(?![\w-])|va-te-n|aie-je)(?![\w'-])",
    re.I,
)
_SET_FIXES = {
    "aller-y": "allez-y",
    "aller-vous-en": "allez-vous-en",
    "va-t-en": "va-t'en",
    "va-te-n": "va-t'en",
    "aie-je": "ai-je",
}
_GOES_ON = re.compile(r"-(?:moi|toi|nous|vous|en|y|lui|leur)(?![\w-])")


def _ordering(low: str) -> bool:
    """Whether the word is an imperative."""
    return any(one.pos == "V" and "impe" in one.tags for one in lexicon().analyses(low))


def _with_s(low: str) -> str:
    """« demande-en » → « demandes »: before « y » and « en » the order takes an s."""
    fits = _ordering(low) and low[-1:] in "ea" and low != "va" and lexicon().verb(low + "s")
    return low + "s" if fits else ""


def _as_order(low: str, pronoun: str) -> str:
    """The imperative nearest to a word that is none: « manges » → « mange », « prend » → « prends »."""
    is_verb = lexicon().verb(low)
    near = [low[:-1]] if low.endswith("es") else [low + "s", low + "e", low[:-1] + "s", low[:-1] + "ds"]
    good = [one for one in (*near, low + low[-1:] + "e") if _ordering(one)]
    likely = is_verb or (pronoun != "la" and (low[-1:] in "itdu" or pronoun in ("moi", "toi", "lui")))
    if good and likely:
        return good[0]
    if not is_verb or low.endswith(("ez", "ons", "er", "ant", "é")) or not lexicon().verb(low):
        return ""
    lemmas = dict.fromkeys(
        one.lemma for one in lexicon().analyses(low) if one.pos == "V" and {"1s", "2s", "3s", "3p"} & one.tags
    )
    made = (
        form
        for lemma in lemmas
        for form, one in lexicon().forms_of(lemma, low)
        if one.pos == "V" and {"impe", "2p"} <= one.tags
    )
    return next(made, "")


def _order(text: str) -> Iterator[Hit]:
    """« manges-la », « prend-lui », « oubli-moi », « demande-en »: an order has its own form before the pronoun."""
    whole = plain_view(text)
    if "-" not in whole:
        return
    for match in _SET.finditer(whole):
        low = match.group().lower()
        yield (
            match.start(),
            match.end(),
            (cased(match.group(), _SET_FIXES.get(low, low.replace("là", "la"))),),
        )
    for match in _HUNG.finditer(whole):
        low, pronoun = match["v"].lower(), match["c"].lower()
        rest = whole[match.end() : match.end() + 6]
        if rest.startswith("-") and (pronoun in ("y", "en") or not _GOES_ON.match(rest)):
            continue
        if whole[match.start() - 1 : match.start()] == "-" or lexicon().has(f"{low}-{pronoun}"):
            continue
        if pronoun in ("y", "en"):
            fix = _with_s(low)
        elif pronoun == "leurs":
            fix, pronoun = (low, "leur") if _ordering(low) else ("", "")
        else:
            fix = "" if _ordering(low) else _as_order(low, pronoun)
        if fix:
            yield match.start(), match.end(), (f"{cased(match['v'], fix)}-{pronoun}",)


_SHOWN = re.compile(
    r"(?<![\w'-])(?P<d>ce|cet|cette|ces) (?:(?:même|deux|trois|quatre|dernière?s?|petite?s?) )?(?P<n>[a-zà-ÿ]+)(?P<j>[ -])(?P<l>là|la|ci|si)(?![\w'-])",
    re.I,
)
_NOT_SHOWN = frozenset(["qui", "que", "est", "sont", "soit", "même", "sera", "fut", "était", "serait", "fût"])


def _there(text: str) -> Iterator[Hit]:
    """« ce chien-la », « ce moment là », « cette voiture si »."""
    whole = plain_view(text)
    for match in _SHOWN.finditer(whole):
        noun, place, apart = match["n"].lower(), match["l"].lower(), match["j"] == " "
        if apart != (place in ("là", "ci")) and not (apart and place in ("la", "si")):
            continue
        if noun in _NOT_SHOWN or not lexicon().is_pos(noun, "N", "O", "H", "A"):
            continue
        behind = whole[match.end() :].lstrip(" ")
        word = re.match(r"[\w']+", behind)
        if apart and place in ("la", "si") and (word or not behind or (place == "si" and behind[:1] != ",")):
            continue
        if (
            apart
            and place == "là"
            and word
            and word.group().lower() in ("où", "même", "bas", "haut", "dessus", "dedans", "dessous")
        ):
            continue
        yield match.start("n"), match.end(), (f"{match['n']}-{ {'la': 'là', 'si': 'ci'}.get(place, place) }",)


# fmt: off
RULES: tuple[Rule, ...] = (
    Rule("imperatif_forme", "conjugaison", "C’est un ordre : le verbe prend la forme de l’impératif devant le pronom.", "« mange-la », « prends-lui », mais « manges-en », « vas-y ».",
         _order, (("Prend-lui son manteau.", "Prends-lui"), ("Oublies-moi un instant.", "Oublie-moi"), ("Demande-en deux.", "Demandes-en")), ("Prends-lui son manteau.", "Oublie-moi.", "Demandes-en deux.", "Vas-y.", "Donnez-les-leur.", "Ce jour-là, tout ferme.")),
    Rule("trait_la_ci", "typographie", "Après « ce », « cette », « ces », le nom est relié à « là » ou « ci » par un trait d’union.", "« ce jour-là », « cette fois-ci ».",
         _there, (("À ce moment là, tout a changé.", "moment-là"), ("Ce chien-la aboie.", "chien-là"), ("Je préfère ce modèle ci.", "modèle-ci")), ("À ce moment-là, tout a changé.", "Ce dossier, là, est le vôtre.", "C'est ce point là où il insiste.", "S'il la signe, tant mieux.")),
)
# fmt: on
