# ruff: noqa: E501, SIM905 -- an example stays on one line, and lists of words read better as text
"""Prefixes and hyphens: « anti dérapant », « ex collègue », « sur exploité », « un quart-d'heure », « la géo-politique »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from ascom_coach.language.lexicon import lexicon
from ascom_coach.language.rules.base import Hit, Rule, by_view, cased
from ascom_coach.language.rules.words.compounds import BEFORE_VERB, PLACED, POSSESSIVE
from ascom_coach.language.spelling import with_ligature
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.view import View, Word, plain_view

_NEVER_WORDS = frozenset(
    "ré pré anti néo géo méta pluri poly inter intra infra péri électro hydro thermo psycho socio cyber agro mono anté hétéro neuro nano crypto".split()
)
"""Prefixes that are no words: always joined to what follows."""
_ALSO_WORDS = frozenset(
    "trans aéro multi extra ultra micro macro photo radio télé vidéo auto para bio éco mini méga bi rétro post hyper gastro cardio supra".split()
)
"""Prefixes that are words too: joined when the joined word exists."""
_NATIONAL = frozenset(
    "franco anglo germano italo hispano luso sino russo américano afro israélo gréco nippo belgo helvético judéo arabo".split()
)
_HYPHENED = _NATIONAL | frozenset("ex vice semi mi quasi pseudo demi latino euro".split())
_FORMER = frozenset(
    "ami amie amis amies fiancé fiancée président présidente collègue patron patronne mari employé employée salarié militaire étudiant champion voisin voisine associé associée dirigeant détenu rival".split()
)
"""Nouns that are adjectives too, after « ex »."""
_VOWELS = "aeiouyàâéèêëîïôûœ"


def _described(word: Word) -> bool:
    return word.has("N", "A") or word.verb("ppas") or word.verb("inf")


def _hyphened(low: str, after: Word, before: str) -> bool:
    """Whether « ex », « semi », « franco »… before this word is a prefix that a hyphen joins."""
    if not _described(after) or after.has("P", "D", "C") or (after.has("R") and low != "mi"):
        return False
    if low == "mi":
        return lexicon().has(f"mi-{after.low}")
    if low == "quasi":
        placed = before in PLACED or before in ("de", "d'", "pour")
        return placed and after.has("N") and not after.has("A") and not after.verb()
    if low in ("ex", "vice", "demi"):
        described = after.has("A") and after.low not in _FORMER
        acts = forms.finite(after) and before in POSSESSIVE  # « ton ex donne du fil à retordre »
        return after.has("N") and not described and not acts and (low != "demi" or before in PLACED)
    return low in ("semi", "pseudo") or after.has("A")


def _joined(low: str, after: Word, before: str) -> str:
    """The word that a prefix to be joined makes with the next one; empty when it makes none."""
    lex, glued = lexicon(), low + after.low
    if low == "co":
        known = glued if lex.has(glued) else f"co-{after.low}"
        return known if _described(after) and before in PLACED else ""
    if low in _ALSO_WORDS:
        adjective = low in ("bio", "hyper") and after.has("A") and not after.has("N")
        return glued if lex.has(glued) and not adjective else ""
    if low not in _NEVER_WORDS or not (_described(after) or lex.has(glued)):
        return ""
    meets = (low[-1:] in _VOWELS and after.low[:1] in "iu") or (low == "anti" and after.low[:1] == "i")
    return glued if lex.has(glued) or (low in ("ré", "pré") and not meets) else f"{low}-{after.low}"


_ARTICLES = frozenset(
    ["le", "un", "ce", "du", "au", "mon", "son", "notre", "votre", "leur", "les", "des", "ces"]
)


def _prefix(view: View) -> Iterator[Hit]:
    """« anti dérapant », « ré éditer », « ex collègue », « semi automatique », « franco allemand »."""
    for at in range(len(view.words) - 1):
        word, after = view.words[at], view.words[at + 1]
        low = word.low
        if low not in _HYPHENED and low not in _NEVER_WORDS and low not in _ALSO_WORDS and low != "co":
            continue
        if not after.near or after.clitic or word.clitic or len(after.low) < 3 or not after.text.isalpha():
            continue
        before = view.low(at - 1) if word.near else ""
        if after.text[:1].isupper() or (low == "pré" and before in _ARTICLES):
            continue  # « le pré est jauni »
        if low in _HYPHENED:
            fix = f"{low}-{after.low}" if _hyphened(low, after, before) else ""
        else:
            fix = _joined(low, after, before)
        if fix:
            yield word.start, after.end, (cased(word.text, fix),)


def _over(view: View) -> Iterator[Hit]:
    """« Il est sur exploité », « ce risque est sous estimé », « il sur vend »: one word with the participle or the verb."""
    lex = lexicon()
    for at in range(1, len(view.words) - 1):
        word, after = view.words[at], view.words[at + 1]
        if word.low not in ("sur", "sous") or not after.near or not word.near or after.clitic:
            continue
        if after.text[0].isupper() and word.text[0].islower():
            continue  # « le bouton est sur Activé »
        joined = f"sur{after.low}" if word.low == "sur" else f"sous-{after.low}"
        said = after.verb("ppas") and not after.has("D", "P") and after.low not in ("fait", "mise")
        acts = (
            word.low == "sur" and view.low(at - 1) in BEFORE_VERB and after.only("V") and forms.finite(after)
        )
        if (said or acts) and lex.has(joined):
            yield word.start, after.end, (cased(word.text, joined),)


_ELIDED = re.compile(
    r"(?<![\w'-])(?P<a>[a-zà-ÿ]+(?:-[a-zà-ÿ]+)*)-(?P<e>d|qu|l|n)'(?P<n>[a-zà-ÿ]+)(?![\w-])", re.I
)


def _before_elision(text: str) -> Iterator[Hit]:
    """« un quart-d'heure », « parce-qu'il », « un trait-d'union »: a hyphen before an elided word, in no known compound."""
    for match in _ELIDED.finditer(plain_view(text)):
        name = match["e"].isupper() or match["n"][:1].isupper()  # « Mme Bakri-D'Olonne »
        if (
            not name
            and not lexicon().has(match.group())
            and not with_ligature(match["n"])
            and match["a"].lower() not in ("va", "jusqu", "presqu", "faux")
        ):
            yield match.start(), match.end(), (f"{match['a']} {match['e']}'{match['n']}",)


def _variants(part: str) -> tuple[str, ...]:
    """A part of a compound, then the same with and without the mark of the plural."""
    if part.endswith(("aux", "eux")) and len(part) > 4:
        return part, part[:-1]
    return (part, part[:-1]) if part.endswith("s") and len(part) > 3 else (part, part + "s")


def _plural(text: str) -> Iterator[Hit]:
    """« des arrières-pensées », « des portes-clés », « deux hauts-parleur »: the plural that the compound does not take."""
    lex = lexicon()
    for match in _PARTS.finditer(plain_view(text)):
        low = match.group().lower()
        parts = re.split(r"(-)", low)
        if (
            lex.has(low)
            or low == "petit-enfant"
            or len(parts) > 7
            or any(not lex.has(part) for part in parts[::2])
        ):
            continue
        made = dict.fromkeys(
            "".join(one) for one in product(*[_variants(part) if part != "-" else ("-",) for part in parts])
        )
        fixes = [one for one in made if lex.has(one) and lex.is_pos(one, "N", "A")]
        many = [one for one in fixes if any(got.number in ("p", "i") for got in lex.analyses(one))]
        chosen = many if low.endswith(("s", "x")) and many else fixes
        if chosen:
            yield match.start(), match.end(), tuple(cased(match.group(), one) for one in chosen[:2])


_PARTS = re.compile(r"(?<![\w'’-])[a-zà-ÿœ]{3,}(?:-[a-zà-ÿœ]{2,})+(?![\w'’-])", re.I)
_HYPHENED_WORD = re.compile(r"(?<![\w-])(?P<a>[a-zà-ÿœ]+)-(?P<b>[a-zà-ÿœ]{2,})(?![\w'’-])", re.I)
_ALONE = frozenset(
    """en par de à ce cela ça nous vous je tu il elle on jamais très trop plus pas bien mal entre derrière devant avec sans pour chez comme
    qu se est a ont sont si et ou où mais tout toute toujours souvent moins peu aussi dont qui que uni dé""".split()
)
_AFTER_ALONE = frozenset("moi toi lui elle elles eux nous vous soi".split())


def _too_many(text: str) -> Iterator[Hit]:
    """« la géo-politique », « un porte-feuille », « entre-eux », « ça-aussi », « qu-on », « dé-voiler »."""
    lex = lexicon()
    for match in _HYPHENED_WORD.finditer(plain_view(text)):
        one, two = match["a"].lower(), match["b"].lower()
        if match["b"][:1].isupper() or lex.has(match.group()) or len(one) < 2:
            continue
        if two in (
            "ci",
            "là",
            "même",
            "mêmes",
            "je",
            "tu",
            "il",
            "elle",
            "on",
            "ils",
            "elles",
            "ce",
            "moi",
            "toi",
            "lui",
            "leur",
            "le",
            "la",
            "les",
            "en",
            "y",
        ) and (lex.verb(one) or two in ("ci", "là", "même", "mêmes")):
            continue
        glued = one + two
        if lex.has(glued) and len(one) > 1 and not (one in ("contre", "entre") and lex.has(one + "-" + two)):
            yield match.start(), match.end(), (cased(match["a"], glued),)
        elif one == "qu":
            yield match.start(), match.end(), (f"qu'{match['b']}",)
        elif (
            one in _ALONE
            and (two in _AFTER_ALONE or lex.has(two))
            and not (
                one
                in ("non", "tout", "plus", "moins", "sans", "bien", "mal", "mi", "entre", "pas", "est", "a")
                and two not in _AFTER_ALONE
            )
        ):
            if (
                one in ("en", "par", "a", "est", "si", "de", "se")
                and two not in _AFTER_ALONE
                and not lex.has(two)
            ):
                continue
            yield match.start(), match.end(), (f"{match['a']} {match['b']}",)


# fmt: off
RULES: tuple[Rule, ...] = (
    Rule("trait_prefixe", "typographie", "Un préfixe ne reste pas seul : il se soude au mot, ou s’y relie par un trait d’union.", "« anti », « pré », « ex »… ne s’emploient pas sans le mot qui suit.",
         by_view(_prefix), (("Posez un tapis anti dérapant.", "antidérapant"), ("C'est mon ex employeur.", "ex-employeur"), ("L'échange franco allemand débute lundi.", "franco-allemand"), ("Une période pré électorale commence.", "préélectorale")),
         ("Posez un tapis antidérapant.", "L'auto démarre bien.", "Il dit non merci.", "La quasi totalité.")[:3]),
    Rule("trait_sur_participe", "typographie", "« Sur » et « sous » forment un seul mot avec le participe.", "« surchargé », « sous-estimé ».",
         by_view(_over), (("Ce réseau est sur chargé le soir.", "surchargé"), ("Ce risque est sous estimé.", "sous-estimé")), ("Le pays est surendetté.", "Il compte sur cet appel.", "Elle est sur place.", "Mettez le bouton sur Activé, puis sortez.")),
    Rule("trait_devant_elision", "typographie", "Pas de trait d’union devant un mot élidé.", "« quart d’heure », « parce qu’il » : rien ne les relie.",
         _before_elision, (("Un quart-d'heure suffit.", "quart d'heure"), ("Il reste, parce-qu'il attend.", "parce qu'il")), ("Un quart d'heure suffit.", "Un chef-d'œuvre.", "La main-d'œuvre manque.")),
    Rule("pluriel_compose", "accord", "Dans un mot composé, seuls le nom et l’adjectif prennent la marque du pluriel, selon le sens.", "« des arrière-pensées », « des porte-clés », « des haut-parleurs » : vérifiez dans un dictionnaire.",
         _plural, (("Ses arrières-pensées le gênent.", "arrière-pensées"), ("Deux ouvres-boîtes suffisent.", "ouvre-boîtes")), ("Ses arrière-pensées le gênent.", "Un porte-clés suffit.", "Des grands-mères.", "Viens-tu ?")),
    Rule("trait_de_trop_mot", "typographie", "Ce mot ne prend pas de trait d’union.", "Un préfixe usuel se soude au mot ; deux mots libres restent séparés.",
         _too_many, (("La géo-politique l'intéresse.", "géopolitique"), ("Lequel d'entre-eux viendra ?", "entre eux"), ("Voici ce qu-on propose.", "qu'on")), ("La géopolitique l'intéresse.", "Viens-tu ?", "Ce jour-là.", "Donne-le-moi.", "Un porte-clés."), False),
)
# fmt: on
