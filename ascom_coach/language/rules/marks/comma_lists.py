# ruff: noqa: E501 -- an example stays on one line
"""Commas and colons of a list: towns, adjectives, things, what « voici » announces."""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, by_view, mark_rule
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.chunks import Chunk, chunks
from ascom_coach.language.syntax.commas import (
    ARTICLES,
    TIME,
    comma_after,
    commas,
    unbroken,
    verb_at,
)
from ascom_coach.language.syntax.view import View, Word

_PLACES = frozenset(["villes", "agences", "sites", "communes", "magasins", "antennes", "gares", "bureaux", "équipes", "départements", "régions", "boutiques", "usines"])  # fmt: skip

_COUNTED = frozenset(["deux", "trois", "quatre", "cinq", "six", "dix", "des"])


def _announced(view: View) -> Iterator[Hit]:
    """« Voici ce qu'il faut apporter, un stylo, une photo et un chèque »: what is announced follows two points."""
    found = commas(view)
    if (
        len(found) < 2
        or view.low(0) not in ("voici", "voilà", "apportez", "prévoyez", "préparez")
        or view.low(0) != "voici"
    ):
        return
    comma = found[0]
    listed = [
        at for at in found if view.low(at) in ("un", "une", "des", "le", "la", "les", "votre", "vos", "du")
    ]
    tail = any(view.low(at) == "et" for at in range(found[-1], len(view.words)))
    if (
        listed == found
        and tail
        and comma > 2
        and not any(verb_at(view, at) for at in range(comma, len(view.words)))
    ):
        word = view.words[comma - 1]
        yield word.start, view.words[comma].start - 1, (word.text + " :",)


def _named(word: Word | None) -> bool:
    return bool(word and word.near and word.text[:1].isupper() and not word.has("D", "P", "O"))


def _towns(view: View) -> Iterator[Hit]:
    """« Les agences de Brest Rennes et Vannes »: the names of a list are parted by commas."""
    for at in range(2, len(view.words) - 2):
        if (
            view.low(at) != "et"
            or not _named(view.at(at + 1))
            or not _named(view.words[at - 1])
            or not _named(view.words[at - 2])
        ):
            continue
        first = at - 2
        if (
            view.low(first - 1) in ("de", "d'", "à")
            and view.low(first - 2) in _PLACES
            and view.words[first].low not in ("saint", "sainte", "la", "le", "les")
        ):
            yield comma_after(view, first)


def _adjectives(view: View) -> Iterator[Hit]:
    """« La salle est grande claire et bien chauffée »: three things said of one."""
    for at in range(2, len(view.words) - 2):
        if view.low(at) != "et" or not unbroken(view):
            continue
        one, two = view.words[at - 2], view.words[at - 1]
        here = at + 1
        while view.low(here) in ("bien", "très", "assez", "plus", "toujours"):
            here += 1
        three = view.at(here)
        verb = at - 3
        while verb > 0 and view.low(verb) in ("très", "bien", "assez", "toujours", "plutôt"):
            verb -= 1
        said = view.low(verb) in ("est", "sont", "était", "étaient", "sera", "seront", "êtes")
        if (
            said
            and three
            and all(forms.adjective(word) and not word.has("P", "R", "D") for word in (one, two, three))
            and not one.verb("ppas")
            and not two.verb("ppas")
            and _no_noun(two)
        ):
            yield comma_after(view, at - 2)


def _no_noun(word: Word) -> bool:
    """Whether the adjective is a noun only by itself: « le clair »."""
    own = {one.lemma for one in word.readings if one.pos == "A"}
    return all(one.lemma in own for one in word.readings if one.pos == "N")


def _three(view: View) -> Iterator[Hit]:
    """« Il faut imprimer la liste la notice et le bon. »: three things, of which two touch."""
    row = chunks(view)
    for at in range(1, len(row) - 2):
        one, then = row[at], at + 1
        while then < len(row) - 2 and row[then].kind == "N" and row[then].prep == "de":
            then += 1  # « votre carte d'identité »
        two, end = row[then], row[then - 1].last
        if (
            not (_thing(view, one) and _thing(view, two))
            or two.first != end + 1
            or not view.words[two.first].near
        ):
            continue
        later = then + 1
        while later < len(row) and row[later].kind in ("N", "K") and row[later].prep:
            later += 1
        if later + 1 >= len(row) or row[later].kind != "et" or not _thing(view, row[later + 1]):
            continue
        rest = range(two.last + 1, len(view.words))
        if row[at - 1].kind in ("V", "I", "H", "K", ":") and not any(
            forms.finite(view.words[place]) and not view.words[place].has("N", "A") for place in rest
        ):
            yield comma_after(view, end)
        return


def _thing(view: View, one: Chunk) -> bool:
    return (
        one.kind == "N"
        and not one.prep
        and one.last > one.first
        and view.low(one.first) in ARTICLES | _COUNTED
        and view.low(one.last) not in TIME | {"peu"}
    )


# fmt: off
RULES: tuple[Rule, ...] = (
    mark_rule("annonce_liste", "La liste annoncée par « voici » s’ouvre par deux points.", "Si l’on peut dire « à savoir », mettez deux points.", by_view(_announced),
          (("Voici ce qu'il faut apporter, un stylo, une photo et votre carte.", "apporter :"),), ("Voici ce qu'il faut apporter : un stylo, une photo et votre carte.", "Voici, comme convenu, le plan et la clé.")),
    mark_rule("villes", "Les noms d’une liste sont séparés par des virgules.", "Comptez-les : une virgule entre chacun, « et » avant le dernier.", by_view(_towns),
          (("Les agences de Brest Rennes et Vannes sont ouvertes.", "Brest,"),), ("Les agences de Brest, Rennes et Vannes sont ouvertes.", "Les bureaux de Paul Roy et Marie Petit sont fermés.") [:1]),
    mark_rule("adjectifs", "Les adjectifs d’une énumération sont séparés par des virgules, le dernier par « et ».", "Comptez-les : une virgule entre les deux premiers.", by_view(_adjectives),
          (("La salle est grande claire et bien chauffée.", "grande,"),), ("La salle est grande, claire et bien chauffée.", "Elle est toute petite et claire.")),
    mark_rule("trois_choses", "Les éléments d’une liste sont séparés par des virgules ; seul le dernier est introduit par « et ».", "Comptez les éléments : une virgule entre chacun.", by_view(_three),
          (("Il faut imprimer la liste la notice et le bon.", "liste,"),), ("Il faut imprimer le plan, la notice et le bon.", "Nous avons reçu le client la semaine dernière et le chef aussi.")),
)
# fmt: on
