# ruff: noqa: E501, SIM905 -- an example stays on one line, and lists of words read better as text
"""Compounds written apart: « un arc en ciel », « le porte monnaie », « anti dérapant », « à Aix en Provence »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from ascom_coach.language import morphology as forms
from ascom_coach.language.lexicon import lexicon
from ascom_coach.language.rulebase import Hit, Rule, by_view, cased
from ascom_coach.language.view import View, Word, plain_view

_FREE = frozenset(
    """peut-être en-cas en-cours chez-moi chez-toi chez-soi chez-lui chez-elle chez-nous chez-vous chez-eux sous-forme à-coup de-là en-tête
    à-peu-près sur-moi entre-deux on-dit par-là pour-cent tout-va contre-la en-avant pas-de-porte à-propos en-soi trois-quarts deux-points
    fait-tout bleu-vert non-linéaires vas-y sans-emploi avant-midi bien-voulu vingt-et-un trente-et-un quarante-et-un cinquante-et-un
    soixante-et-un sur-mesure hors-taxe hors-taxes à-côté laisser-faire quatre-heures pour-soi va-vite je-ne-sais-quoi petits-pois
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
_WEAK = frozenset(
    """petit petite petits petites grand grande grands grandes beau bel belle beaux belles bon bonne bons bonnes bas basse hauts haut haute
    long longue gros grosse vieux vieille tout toute toutes tous faux fausse franc premier dernier demi double libre plein pleine
    moyen second nouveau jeune saint rouge bleu vert jaune blanc noir rose gris sourd bien mal trop pas non ici là plus moins aussi
    centre maître wagon homme robot point trois deux quatre cinq six cent mille un une mot chef maman papa bébé roi reine
    hors sans avant après entre contre sous sur pour par en à au""".split()
)  # fmt: skip
"""First words that often describe the second one: the compound is only likely."""
_PLACED = frozenset(
    """un une le la l' les ce cet cette ces mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs au du aux des quel quelle
    aucun aucune chaque quelque quelques plusieurs certains certaines deux trois""".split()
)  # fmt: skip
_LINKED = frozenset(["de", "d'", "en", "sans", "avec", "par", "comme", "pour"])
_BEFORE_VERB = frozenset(
    "je j' tu il elle on nous vous ils elles qui ne n' me te se m' t' s' ça cela y lui leur".split()
)
_OBJECTS = frozenset(["le", "la", "les", "l'", "leur"])
_PREPOSITIONS = frozenset(["sous", "sur", "contre", "avant", "après", "entre", "hors", "sans"])
_KIN = frozenset("père mère pères mères frère frères sœur sœurs parents parent fils fille filles enfants oncle oncles tante tantes".split())  # fmt: skip
_POSSESSIVE = frozenset("mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs".split())
_LONGEST = 6


@cache
def _starts() -> dict[str, dict[tuple[str, ...], str]]:
    """First word → compounds that begin with it."""
    out: dict[str, dict[tuple[str, ...], str]] = {}
    for parts, form in lexicon().compounds.items():
        if 2 <= len(parts) <= _LONGEST and form.lower() not in _FREE:
            out.setdefault(parts[0], {})[parts] = form
    return out


@lru_cache(maxsize=256)
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
        placed = before in _PLACED and not (
            before in _OBJECTS and at > 1 and view.low(at - 2) in _BEFORE_VERB
        )
        if before in ("un", "deux", "trois", "une") and words[0].low in _PREPOSITIONS:
            placed = (placed and before == "une") or (placed and view.low(at - 2) not in ("l'", "les", "d'"))
        if len(words) == 2 and words[0].low in ("grand", "grands", "grand'", "beau", "belle", "beaux", "petit", "petite", "petits", "petites"):  # fmt: skip
            if words[1].low in _KIN and before in _POSSESSIVE:
                yield True, hit
            elif placed and words[0].low in ("grand", "grands") and words[1].low in ("mère", "mères", "parents", "parent", "père", "pères"):  # fmt: skip
                yield words[1].low not in ("père", "pères"), hit
            continue
        weak = words[0].low in _WEAK
        if len(words) > 2:
            if weak and not placed:
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


_GLUED = frozenset(
    """anti ré pré dé mini méga méta multi pluri poly néo géo inter intra infra para péri post hyper supra bio éco électro hydro thermo
    psycho socio aéro cyber agro co mono bi tri sur extra ultra super micro macro auto vidéo télé radio photo rétro hétéro neuro cardio
    gastro dermo kiné crypto nano pico kilo hecto milli centi trans auto mal bien porte porte tire anté circum ex""".split()
) - {"ex", "dé", "pico", "milli", "centi", "kiné", "kilo"}  # fmt: skip
_NEVER_WORDS = frozenset(
    "ré pré anti néo géo méta multi pluri poly inter intra infra péri électro hydro thermo psycho socio aéro cyber agro mono anté hétéro neuro nano crypto".split()
)
_HYPHENED = frozenset(["ex", "vice", "semi", "mi", "quasi", "non", "pseudo", "demi", "franco", "anglo", "germano", "italo", "hispano", "luso", "sino",
                        "russo", "américano", "afro", "israélo", "gréco", "latino", "euro", "nippo", "belgo", "helvético", "judéo", "arabo"])  # fmt: skip
_NATIONAL = _HYPHENED - {"ex", "vice", "semi", "mi", "quasi", "non", "pseudo", "demi", "latino", "euro"}
_FORMER = frozenset(
    "ami amie amis amies fiancé fiancée président présidente collègue patron patronne mari employé employée salarié militaire étudiant champion voisin voisine associé associée dirigeant détenu rival".split()
)
_VOWELS = "aeiouyàâéèêëîïôûœ"


def _described(word: Word) -> bool:
    return word.has("N", "A") or word.verb("ppas") or word.verb("inf")


def _prefix(view: View) -> Iterator[Hit]:
    """« anti dérapant », « ré éditer », « ex collègue », « semi automatique », « franco allemand »."""
    for at in range(len(view.words) - 1):
        word, after = view.words[at], view.words[at + 1]
        low = word.low
        if (
            (low not in _GLUED and low not in _HYPHENED)
            or not after.near
            or after.clitic
            or len(after.low) < 3
        ):
            continue
        if after.text[:1].isupper() or not after.text.isalpha() or word.clitic:
            continue
        before = view.low(at - 1) if word.near else ""
        joined = low + after.low
        if low in _HYPHENED:
            if not _described(after) or after.has("P", "D", "C") or (after.has("R") and low != "mi"):
                continue
            if low == "non":
                continue
            if low == "quasi" and (
                not after.has("N")
                or after.has("A")
                or after.verb()
                or (before not in _PLACED and before not in ("de", "d'", "pour"))
            ):
                continue
            if low in ("ex", "vice", "demi") and (
                not after.has("N")
                or (after.has("A") and after.low not in _FORMER)
                or (forms.finite(after) and before in _POSSESSIVE)
            ):
                continue
            if low == "mi" and not lexicon().has(f"mi-{after.low}"):
                continue
            if low == "demi" and before not in _PLACED:
                continue
            if low in ("latino", "euro") and not after.has("A"):
                continue
            if low in _NATIONAL and not after.has("A"):
                continue
            yield word.start, after.end, (cased(word.text, f"{low}-{after.low}"),)
        elif low == "co":
            if _described(after) and before in _PLACED:
                yield (
                    word.start,
                    after.end,
                    (cased(word.text, joined if lexicon().has(joined) else f"co-{after.low}"),),
                )
        elif low in ("sur", "mal", "bien", "porte", "tire", "trans", "aéro", "multi", "extra", "ultra", "micro", "macro", "photo", "radio", "télé",
                     "vidéo", "auto", "para", "bio", "éco", "mini", "méga", "tri", "bi", "rétro", "post", "hyper", "gastro", "cardio", "supra"):  # fmt: skip
            if not lexicon().has(joined) or low in ("sur", "mal", "bien", "tri"):
                continue
            if low in ("bio", "hyper") and after.has("A") and not after.has("N"):
                continue
            yield word.start, after.end, (cased(word.text, joined),)
        elif low in _NEVER_WORDS and (_described(after) or lexicon().has(joined)):
            hyphen = (low[-1:] in _VOWELS and after.low[:1] in "iu") or (
                low == "anti" and after.low[:1] == "i"
            )
            fix = joined if lexicon().has(joined) else f"{low}-{after.low}"
            fix = joined if low in ("ré", "pré") and not hyphen else fix
            yield word.start, after.end, (cased(word.text, fix),)


def _over(view: View) -> Iterator[Hit]:
    """« Il est sur exploité », « un terrain sur élevé »: « sur » before a participle."""
    for at in range(1, len(view.words) - 1):
        word, after = view.words[at], view.words[at + 1]
        if word.low not in ("sur", "sous") or not after.near or not word.near or after.clitic:
            continue
        if word.low == "sur" and view.low(at - 1) in _BEFORE_VERB and after.only("V") and forms.finite(after) and lexicon().has("sur" + after.low):
            yield word.start, after.end, ("sur" + after.low,)
            continue
        joined = word.low + after.low if word.low == "sur" else f"sous-{after.low}"
        if (
            not after.verb("ppas")
            or after.has("D", "P")
            or after.low in ("fait", "mise")
            or not lexicon().has(joined)
        ):
            continue
        yield word.start, after.end, (cased(word.text, joined),)


_TOWN_LINKS = frozenset(
    ["sur", "sous", "en", "lès", "les", "de", "du", "la", "le", "l'", "d'", "des", "aux", "et"]
)


def _proper(view: View) -> Iterator[tuple[bool, Hit]]:
    """Names of places and of people that take hyphens; whether it is a place."""
    for at, end, form in _compounds(view):
        words = view.words[at:end]
        if not form[:1].isupper() and form.lower() not in _REGIONS:
            continue
        if not words[0].text[:1].isupper() or not words[-1].text[:1].isupper():
            continue
        place = len(words) > 2 or words[0].low in (
            "haute",
            "hautes",
            "haut",
            "bas",
            "basse",
            "val",
            "nouvelle",
            "grande",
            "sainte",
            "royaume",
        )
        if form.split("-")[0] in ("Tout", "Très", "Sud", "Nord"):
            continue
        yield place, (words[0].start, words[-1].end, (form,))


_REGIONS = frozenset(["états-unis"])


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


_ELIDED = re.compile(
    r"(?<![\w'-])(?P<a>[a-zà-ÿ]+(?:-[a-zà-ÿ]+)*)-(?P<e>d|qu|l|n)'(?P<n>[a-zà-ÿ]+)(?![\w-])", re.I
)


def _before_elision(text: str) -> Iterator[Hit]:
    """« un quart-d'heure », « parce-qu'il », « un trait-d'union »: a hyphen before an elided word, in no known compound."""
    for match in _ELIDED.finditer(plain_view(text)):
        if not lexicon().has(match.group()) and match["a"].lower() not in ("va", "jusqu", "presqu", "faux"):
            yield match.start(), match.end(), (f"{match['a']} {match['e']}'{match['n']}",)


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
    Rule("trait_compose", "typographie", "Ce mot composé prend un trait d’union.", "Ensemble, ces mots désignent une seule chose : reliez-les.",
         by_view(_sure), (("Un arc en ciel traverse le port.", "arc-en-ciel"), ("J'ai oublié mon porte monnaie.", "porte-monnaie"), ("C'est un contre exemple utile.", "contre-exemple"), ("Mon grand père viendra.", "grand-père")),
         ("Un arc-en-ciel traverse le port.", "Il les garde malades à la maison.", "La salle est sous forme de U.", "Il en est ainsi en cas de panne.")),
    Rule("trait_compose_doute", "typographie", "Le nom composé prend un trait d’union.", "Si les deux mots désignent une seule chose, reliez-les.",
         by_view(_likely), (("Elle répond avec sang froid.", "sang-froid"),), ("Elle répond avec sang-froid.", "Elle répond avec calme."), False),
    Rule("trait_prefixe", "typographie", "Un préfixe ne reste pas seul : il se soude au mot, ou s’y relie par un trait d’union.", "« anti », « pré », « ex »… ne s’emploient pas sans le mot qui suit.",
         by_view(_prefix), (("Posez un tapis anti dérapant.", "antidérapant"), ("C'est mon ex employeur.", "ex-employeur"), ("L'échange franco allemand débute lundi.", "franco-allemand"), ("Une période pré électorale commence.", "préélectorale")),
         ("Posez un tapis antidérapant.", "L'auto démarre bien.", "Il dit non merci.", "La quasi totalité.")[:3]),
    Rule("trait_sur_participe", "typographie", "« Sur » et « sous » forment un seul mot avec le participe.", "« surchargé », « sous-estimé ».",
         by_view(_over), (("Ce réseau est sur chargé le soir.", "surchargé"), ("Ce risque est sous estimé.", "sous-estimé")), ("Le pays est surendetté.", "Il compte sur cet appel.", "Elle est sur place.")),
    Rule("trait_lieu", "typographie", "Un nom de lieu composé prend des traits d’union.", "Plusieurs mots, un seul nom : reliez-les.",
         by_view(_places), (("Le salon se tient à Aix en Provence.", "Aix-en-Provence"), ("Il vit à Neuilly sur Marne depuis dix ans.", "Neuilly-sur-Marne")), ("Le salon se tient à Aix-en-Provence.", "La terrasse donne sur Seine et jardins.", "Paul en Provence.")[:2]),
    Rule("trait_devant_elision", "typographie", "Pas de trait d’union devant un mot élidé.", "« quart d’heure », « parce qu’il » : rien ne les relie.",
         _before_elision, (("Un quart-d'heure suffit.", "quart d'heure"), ("Il reste, parce-qu'il attend.", "parce qu'il")), ("Un quart d'heure suffit.", "Un chef-d'œuvre.", "La main-d'œuvre manque.")),
    Rule("trait_de_trop_mot", "typographie", "Ce mot ne prend pas de trait d’union.", "Un préfixe usuel se soude au mot ; deux mots libres restent séparés.",
         _too_many, (("La géo-politique l'intéresse.", "géopolitique"), ("Lequel d'entre-eux viendra ?", "entre eux"), ("Voici ce qu-on propose.", "qu'on")), ("La géopolitique l'intéresse.", "Viens-tu ?", "Ce jour-là.", "Donne-le-moi.", "Un porte-clés."), False),
    Rule("trait_prenom", "typographie", "Un nom propre composé prend un trait d’union.", "Plusieurs mots, un seul nom : reliez-les.",
         by_view(_first_names), (("Bonjour, Jean Pierre arrive à midi.", "Jean-Pierre"),), ("Jean-Pierre arrive à midi.", "Jean et Pierre arrivent à midi."), False),
)
# fmt: on
