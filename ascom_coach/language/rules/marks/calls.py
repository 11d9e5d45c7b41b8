# ruff: noqa: E501, SIM905 -- an example stays on one line, and lists of words read better as text
"""Commas around what stands apart from the sentence: a person spoken to, a subject said twice, an opening adverb."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ascom_coach.language.lexicon import lexicon
from ascom_coach.language.rules.base import Hit, Rule, by_pattern, by_view
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.view import View, Word

_ORDER_TAILS = frozenset(["moi", "toi", "nous", "vous", "lui", "leur", "le", "la", "les", "y", "en"])


def _name(word: Word) -> bool:
    found = lexicon().analyses(word.text)
    return (
        word.text[:1].isupper()
        and word.text[1:].islower()
        and len(word.text) > 2
        and (not found or all(one.pos == "S" for one in found))
    )


def _called(view: View) -> Iterator[Hit]:
    """« Marion passe-moi le dossier », « Oublie-les Clara »: a comma parts the order from the person it is for."""
    words = view.words
    for at in range(1, len(words)):
        tail, verb = words[at], words[at - 1]
        if not tail.clitic or tail.low not in _ORDER_TAILS or not verb.verb("impe"):
            continue
        first = at - 2
        if first == 0 and verb.near and _name(words[0]) and not words[0].verb():
            yield words[0].start, verb.start, (words[0].text + ", ",)
        last = at
        while last + 1 < len(words) and words[last + 1].clitic:
            last += 1
        after = view.at(last + 1)
        if (
            after
            and after.near
            and _name(after)
            and last + 2 == len(words)
            and after.low not in ("madame", "monsieur")
        ):
            start = words[last].start
            yield start, after.start, (words[last].text + ", ",)


_SAME = {
    "moi": ("je", "j'"),
    "toi": ("tu",),
    "lui": ("il",),
    "elle": ("elle",),
    "nous": ("nous",),
    "vous": ("vous",),
    "eux": ("ils",),
    "elles": ("elles",),
}
_OPENERS = frozenset(
    "pourtant néanmoins toutefois cependant dehors dedans ici ailleurs autrefois jadis naguère évidemment heureusement malheureusement".split()
)


def _opening(view: View) -> Iterator[Hit]:
    """« Moi je pense », « Incontestablement ton avis compte », « Dehors il pleut »: what opens the sentence is set apart."""
    words = view.words
    if view.low(0) in ("mais", "et") and view.low(1).endswith("ment") and words[1].near:
        words = words[1:]
    if len(words) < 4:
        return
    first, second, third = words[0], words[1], words[2]
    if not second.near or first.clitic or second.clitic:
        return
    twice = _SAME.get(first.low)
    end = -1
    if twice and second.low in twice and third.near and ((third.verb() and forms.finite(third)) or third.low in forms.CLITICS) and not (first.low == second.low != third.low):  # fmt: skip
        end = 0
    elif (first.low.endswith("ment") and first.has("R") and not first.has("N", "V")) or first.low in _OPENERS:
        if second.low in forms.PERSONS or (
            second.has("D")
            and third.has("N", "A")
            and second.low not in ("du", "de", "des", "d'", "tout", "au", "aux")
        ):
            end = 0
    elif (
        first.low == "bien"
        and second.low in ("sûr", "entendu", "évidemment")
        and third.near
        and (third.low in forms.PERSONS or third.has("D"))
    ):
        end = 1
    elif (
        first.low == "de"
        and second.low == "toute"
        and third.low in ("évidence", "façon", "manière")
        and len(words) > 4
        and words[3].near
    ):
        end = 2 if words[3].low in forms.PERSONS or words[3].has("D") else -1
    if end >= 0 and words[end + 1].near:
        last = words[end]
        yield last.start, last.end + 1, (last.text + ", ",)


def _taken_up(view: View) -> Iterator[Hit]:
    """« Ces photos je les aime », « Le plus grand c'est Pierre »: the group that a pronoun takes up is set apart."""
    words = view.words
    if len(words) < 5 or not words[0].has("D") or words[0].low in ("ce", "tout", "au", "aux", "du"):
        return
    end = 1
    while (
        end < min(5, len(words) - 3)
        and words[end].near
        and words[end + 1].has("A", "N")
        and not words[end + 1].has("P", "D")
        and not words[end + 1].verb()
    ):
        end += 1
    noun, subject, obj = words[end], words[end + 1], words[end + 2]
    if not (noun.has("N", "A") and noun.near and subject.near and obj.near) or subject.clitic:
        return
    taken = (
        subject.low in ("je", "j'", "tu", "on", "nous", "vous", "il", "elle")
        and obj.low in ("le", "la", "les", "l'", "en")
        and forms.has_person(words[end + 3], forms.PERSONS[subject.low])
    )
    best = (
        words[1].low == "plus"
        and subject.low in ("c'", "ce", "cela", "ça")
        and obj.verb()
        and forms.finite(obj)
    )
    if taken and subject.low in ("il", "elle", "nous", "vous") and noun.verb():
        return
    if taken or best:
        yield noun.start, noun.end + 1, (noun.text + ", ",)


_BEFORE_LINK = re.compile(
    r"(?<![\w'-])(?P<c>(?P<w>[a-zà-ÿ]{3,}) (?P<k>c'est-à-dire|à savoir(?= (?:le|la|les|un|une|son|sa|ses|mon|ma|mes|l'|deux|trois|votre|vos|notre|nos|que)\b)|autrement dit|voire(?= [a-zà-ÿ]+[,.!]?)|y compris(?= (?:le|la|les))))",
    re.I,
)


def _before_link(view: View) -> Iterator[Hit]:
    """« le bureau c'est-à-dire la salle 3 », « fâchée voire furieuse »."""
    for match in _BEFORE_LINK.finditer(view.text):
        if match["w"].lower() in (
            "ou",
            "est",
            "sont",
            "mais",
            "reste",
            "reste",
            "cherche",
            "cherchons",
            "demande",
            "façon",
            "aller",
            "sans",
            "pour",
            "suis",
            "être",
            "veut",
            "veux",
            "bien",
        ):
            continue
        if match["k"].lower() == "à savoir" and (
            lexicon().verb(match["w"].lower()) and not lexicon().is_pos(match["w"].lower(), "N")
        ):
            continue
        start = view.offset + match.start()
        yield start, view.offset + match.end(), (f"{match['w']}, {match['k']}",)


# fmt: off
RULES: tuple[Rule, ...] = (
    Rule("ponct_interpellation", "ponctuation", "La personne à qui l’on parle est séparée du reste par une virgule.", "Enlevez le nom : la phrase tient sans lui.",
         by_view(_called), (("Marion passe-moi le dossier.", "Marion, "), ("Écoute-la Claire.", "la, ")), ("Marion, passe-moi le dossier.", "Écoute-la, Claire.", "Passe-moi le dossier Martin.", "Rendez-vous à Lyon."), False),
    Rule("ponct_tete", "ponctuation", "Le mot qui ouvre la phrase et porte sur toute la phrase est suivi d’une virgule.", "Marquez une pause en lisant : c’est la virgule.",
         by_view(_opening), (("Moi je pense qu'il viendra.", "Moi, "), ("Évidemment le magasin sera fermé.", "Évidemment, "), ("De toute façon elle viendra lundi.", "façon, "), ("Mais malheureusement il manque un lot.", "malheureusement, ")),
         ("Moi, je pense qu'il viendra.", "Seulement deux clients sont venus.", "Nous nous voyons lundi.", "Bien sûr que oui, il vient.", "Également appelé le lundi."), False),
    Rule("ponct_reprise", "ponctuation", "Le groupe repris par un pronom est détaché par une virgule.", "Enlevez-le : le pronom suffit.",
         by_view(_taken_up), (("Ces photos je les garde.", "photos, "), ("Le plus rapide c'est le train.", "rapide, ")), ("Ces photos, je les garde.", "Le client nous les rend.", "Les dossiers que je les laisse classer."), False),
    Rule("ponct_avant_liaison", "ponctuation", "« C’est-à-dire », « à savoir », « autrement dit » et « voire » sont précédés d’une virgule.", "Ce qui suit précise ce qui précède : une virgule avant.",
         by_view(_before_link), (("Il travaille au siège c'est-à-dire à Lyon.", "siège, c'est-à-dire"), ("Elle est fatiguée voire malade.", "fatiguée, voire")), ("Il travaille au siège, c'est-à-dire à Lyon.", "Cherchez à savoir le prix.", "Il faut aller voir le client."), False),
    Rule("ponct_soit", "ponctuation", "Dans « soit…, soit… », une virgule précède le second « soit ».", "Deux choix : une virgule entre les deux.",
         by_pattern(r"(?<![\w'-])soit [^,.;!?\n]{0,40}?(?<![\w'-])(?P<c>(?P<w>[a-zà-ÿ]+) soit)(?= )(?<!que soit)(?<!il soit)(?<!elle soit)(?<!on soit)(?<!ce soit)(?<!en soit)", "\\g<w>, soit", group="c"), (("Il vient soit lundi soit mardi.", "lundi, soit"),), ("Il vient soit lundi, soit mardi.", "Quoi qu'il en soit, il faut que ce soit fait."), False),
)
# fmt: on
