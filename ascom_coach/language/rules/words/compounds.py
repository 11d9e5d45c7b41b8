# ruff: noqa: E501, SIM905 -- an example stays on one line, and lists of words read better as text
"""Compounds written apart: « un arc en ciel », « le porte monnaie », « à Aix en Provence », « Jean Pierre »."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ascom_coach.language.lexicon import lexicon
from ascom_coach.language.rules.base import Hit, Rule, by_view, cased
from ascom_coach.language.syntax.view import View, once
from ascom_coach.language.values.numbers import WORDS

_FREE = frozenset(
    """peut-être en-cas en-cours chez-moi chez-toi chez-soi chez-lui chez-elle chez-nous chez-vous chez-eux sous-forme à-coup de-là en-tête
    à-peu-près sur-moi entre-deux on-dit par-là pour-cent tout-va contre-la en-avant pas-de-porte à-propos en-soi trois-quarts deux-points
    fait-tout bleu-vert non-linéaires vas-y sans-emploi avant-midi bien-voulu sur-mesure hors-taxe hors-taxes à-côté laisser-faire quatre-heures pour-soi va-vite je-ne-sais-quoi petits-pois
    petit-déjeuner petits-déjeuners vis-à-vis pas-à-pas compte-rendu comptes-rendus faire-part drive-in in-douze va-t'en pour-compte qui-vive
    sans-parti allez-y allons-y trois-points lâcher-prise toute-bonne bien-vivre tôt-fait cent-millième c'est-à-dire lui-même moi-même
    vous-même nous-même main-forte compte-pas contre-si m'as-tu-vu temps-réel open-source entre-bande tout-fait quelque-chose
    sous-seing faire-valoir hors-service hors-sol hors-saison assurance-maladie assurance-chômage assurance-vie sur-le-champ mal-être
    sans-façon face-à-face tête-à-tête poste-à-poste pair-à-pair ballon-sonde pied-à-terre long-métrage court-métrage longs-métrages
    courts-métrages moyen-âge sous-main jean-foutre prie-dieu laissez-faire savoir-vivre bien-jugé bien-portant vouloir-dire ouï-dire
    après-dîner avant-dîner tout-à-fait tout-de-suite vert-de-gris belle-de-jour tout-ou-rien va-tout touche-à-tout bouche-à-oreille
    presque-rien peu-ou-prou deux-mille in-petto laissé-aller nouveau-né mort-né dernier-né premier-né six-mois un-tel une-telle
    hors-la-loi sans-gêne sans-le-sou mal-en-point ras-le-bol va-et-vient terre-plein deux-roues trois-roues tout-petit tout-petits assurance-vieillesse assurance-invalidité
    assurance-décès assurance-incendie par-dessus par-derrière par-devant en-dessous états-unis""".split()
)  # fmt: skip
"""Words that also stand side by side without being a compound; the lists of turns of phrase tell some of them."""
_NUMBERS = WORDS | {"et"}
"""Numbers have their own rule (`groups.number_words`)."""
_WEAK = frozenset(
    """petit petite petits petites grand grande grands grandes beau bel belle beaux belles bon bonne bons bonnes bas basse hauts haut haute
    long longue gros grosse vieux vieille tout toute toutes tous faux fausse franc premier dernier demi double libre plein pleine
    moyen second nouveau jeune saint rouge bleu vert jaune blanc noir rose gris sourd bien mal trop pas non ici là plus moins aussi
    centre maître wagon homme robot point trois deux quatre cinq six cent mille un une mot chef maman papa bébé roi reine
    hors sans avant après entre contre sous sur pour par en à au""".split()
)  # fmt: skip
"""First words that often describe the second one: the compound is only likely."""
PLACED = frozenset(
    """un une le la l' les ce cet cette ces mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs au du aux des quel quelle
    aucun aucune chaque quelque quelques plusieurs certains certaines deux trois""".split()
)  # fmt: skip
_LINKED = frozenset(["de", "d'", "en", "sans", "avec", "par", "comme", "pour"])
BEFORE_VERB = frozenset(
    "je j' tu il elle on nous vous ils elles qui ne n' me te se m' t' s' ça cela y lui leur".split()
)
_OBJECTS = frozenset(["le", "la", "les", "l'", "leur"])
_PREPOSITIONS = frozenset(["sous", "sur", "contre", "avant", "après", "entre", "hors", "sans"])
_KIN = frozenset("père mère pères mères frère frères sœur sœurs parents parent fils fille filles enfants oncle oncles tante tantes".split())  # fmt: skip
POSSESSIVE = frozenset("mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs".split())
_LONGEST = 6


@cache
def _starts() -> dict[str, dict[tuple[str, ...], str]]:
    """First word → compounds that begin with it."""
    out: dict[str, dict[tuple[str, ...], str]] = {}
    for parts, form in lexicon().compounds.items():
        if 2 <= len(parts) <= _LONGEST and form.lower() not in _FREE and not _NUMBERS.issuperset(parts):
            out.setdefault(parts[0], {})[parts] = form
    return out


@once
def _compounds(view: View) -> tuple[tuple[int, int, str], ...]:
    """(first word, past the last one, compound) of the words that the lexicon writes with hyphens."""
    return tuple(_read(view))


def _read(view: View) -> Iterator[tuple[int, int, str]]:
    begun, at = _starts(), 0
    while at < len(view.words) - 1:
        known = begun.get(view.words[at].low)
        found = 0
        if known and not view.words[at].clitic:
            for end in range(min(len(view.words), at + _LONGEST), at + 1, -1):
                words = view.words[at:end]
                if (
                    not view.glued(at, end - 1)
                    or any(one.clitic for one in words[1:])
                    or view.text[words[0].start - view.offset : words[-1].end - view.offset].count("-")
                ):
                    continue
                form = known.get(tuple(one.low for one in words))
                if form:
                    yield at, end, form
                    found = end
                    break
        at = found or at + 1


def _common(view: View) -> Iterator[tuple[bool, Hit]]:
    """Common nouns and adjectives written apart; whether the place leaves no doubt."""
    for at, end, form in _compounds(view):
        words = view.words[at:end]
        kinds = {one.pos for one in lexicon().analyses(form)}
        if ("V" in kinds - {"N", "A"} and len(words) == 2) or kinds & {"S"} or form[:1].isupper():
            continue
        if any(one.text[:1].isupper() for one in (words if at else words[1:])):
            continue
        before = view.low(at - 1) if words[0].near and at else ""
        hit = (words[0].start, words[-1].end, (cased(words[0].text, form),))
        placed = before in PLACED and not (before in _OBJECTS and at > 1 and view.low(at - 2) in BEFORE_VERB)
        if before in ("un", "deux", "trois", "une") and words[0].low in _PREPOSITIONS:
            placed = (placed and before == "une") or (placed and view.low(at - 2) not in ("l'", "les", "d'"))
        if len(words) == 2 and words[0].low in ("grand", "grands", "grand'", "beau", "belle", "beaux", "petit", "petite", "petits", "petites"):  # fmt: skip
            if words[1].low in _KIN and before in POSSESSIVE:
                yield True, hit
            elif placed and words[0].low in ("grand", "grands") and words[1].low in ("mère", "mères", "parents", "parent", "père", "pères"):  # fmt: skip
                yield words[1].low not in ("père", "pères"), hit
            continue
        weak = words[0].low in _WEAK
        if len(words) > 2:
            twice = words[0].low == words[-1].low  # « le goutte-à-goutte », but « couler goutte à goutte »
            if (weak or twice) and not placed:
                continue
            yield not weak or placed, hit
        elif placed:
            yield not weak or words[0].low in _PREPOSITIONS, hit
        elif (
            before in _LINKED and not weak and not words[1].has("P", "D", "R") and not words[0].has("P", "D")
        ) or (not before and at == 0 and len(view.words) == 2 and not weak and "N" in kinds):
            yield False, hit


def _sure(view: View) -> Iterator[Hit]:
    for sure, hit in _common(view):
        if sure:
            yield hit


def _likely(view: View) -> Iterator[Hit]:
    for sure, hit in _common(view):
        if not sure:
            yield hit


def _proper(view: View) -> Iterator[tuple[bool, Hit]]:
    """Names of places and of people that take hyphens; whether it is a place."""
    for at, end, form in _compounds(view):
        words = view.words[at:end]
        if not form[:1].isupper() and form.lower() not in _REGIONS:
            continue
        if not words[0].text[:1].isupper() or not words[-1].text[:1].isupper():
            continue
        place = len(words) > 2 or words[0].low in _PLACE_STARTS
        if form.split("-")[0] in ("Tout", "Très", "Sud", "Nord"):
            continue
        yield place, (words[0].start, words[-1].end, (form,))


_REGIONS = frozenset(["états-unis"])
_PLACE_STARTS = frozenset("haute hautes haut bas basse val nouvelle grande sainte royaume".split())


def _places(view: View) -> Iterator[Hit]:
    for place, hit in _proper(view):
        if place:
            yield hit
    for at in range(1, len(view.words) - 2):
        one, link, two = view.words[at - 1], view.words[at], view.words[at + 1]
        if (
            link.low in ("sur", "sous", "lès", "en")
            and link.text.islower()
            and link.near
            and two.near
            and one.text[:1].isupper()
            and two.text[:1].isupper()
            and not (one.has("V", "P", "D", "R", "C") and at == 1)
            and two.low in _RIVERS
        ):
            yield one.start, two.end, (f"{one.text}-{link.text}-{two.text}",)


_RIVERS = frozenset(
    """seine loire marne saône rhône isère oise aisne meuse moselle garonne dordogne charente sarthe mayenne vienne cher indre creuse
    allier yonne aube eure orne aude tarn lot aveyron ardèche drôme durance var sorgue somme lys escaut sambre ill bruche doubs ain
    orge yvette essonne bièvre loing risle vilaine erdre sèvre mer bois château""".split()
)


def _first_names(view: View) -> Iterator[Hit]:
    for place, hit in _proper(view):
        if not place:
            yield hit


# fmt: off
RULES: tuple[Rule, ...] = (
    Rule("trait_compose", "typographie", "Ce mot composé prend un trait d’union.", "Ensemble, ces mots désignent une seule chose : reliez-les.",
         by_view(_sure), (("Un arc en ciel traverse le port.", "arc-en-ciel"), ("J'ai oublié mon porte monnaie.", "porte-monnaie"), ("C'est un contre exemple utile.", "contre-exemple"), ("Mon grand père viendra.", "grand-père")),
         ("Un arc-en-ciel traverse le port.", "Il les garde malades à la maison.", "La salle est sous forme de U.", "Il en est ainsi en cas de panne.")),
    Rule("trait_compose_doute", "typographie", "Le nom composé prend un trait d’union.", "Si les deux mots désignent une seule chose, reliez-les.",
         by_view(_likely), (("Elle répond avec sang froid.", "sang-froid"),), ("Elle répond avec sang-froid.", "Elle répond avec calme."), False),
    Rule("trait_lieu", "typographie", "Un nom de lieu composé prend des traits d’union.", "Plusieurs mots, un seul nom : reliez-les.",
         by_view(_places), (("Le salon se tient à Aix en Provence.", "Aix-en-Provence"), ("Il vit à Neuilly sur Marne depuis dix ans.", "Neuilly-sur-Marne")), ("Le salon se tient à Aix-en-Provence.", "La terrasse donne sur Seine et jardins.", "Paul en Provence.")[:2]),
    Rule("trait_prenom", "typographie", "Un nom propre composé prend un trait d’union.", "Plusieurs mots, un seul nom : reliez-les.",
         by_view(_first_names), (("Bonjour, Jean Pierre arrive à midi.", "Jean-Pierre"),), ("Jean-Pierre arrive à midi.", "Jean et Pierre arrivent à midi."), False),
)
# fmt: on
