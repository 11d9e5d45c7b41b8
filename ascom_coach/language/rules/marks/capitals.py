# ruff: noqa: E501, SIM905 -- an example stays on one line, and lists of words read better as text
"""Capitals: peoples and languages, points of the compass, days and months, accents on a capital."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, by_view
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.view import View, Word, plain_view

_STEMS = """français allemand anglais italien espagnol belge suisse portugais néerlandais hollandais américain canadien québécois chinois
japonais marocain algérien tunisien européen africain asiatique russe polonais grec turc suédois danois norvégien finlandais irlandais écossais
gallois britannique roumain hongrois bulgare tchèque slovaque serbe croate albanais ukrainien luxembourgeois brésilien mexicain argentin chilien
colombien péruvien cubain indien pakistanais coréen vietnamien thaïlandais indonésien israélien palestinien libanais syrien irakien iranien
égyptien sénégalais ivoirien malien camerounais congolais malgache éthiopien érythréen soudanais nigérian australien parisien lyonnais
marseillais bordelais lillois toulousain nantais rennais strasbourgeois niçois breton normand alsacien corse basque catalan auvergnat
anglo-saxon nord-coréen sud-coréen sud-africain nord-africain sud-américain nord-américain latino-américain afro-américain savoyard lorrain picard berlinois londonien romain new-yorkais""".split()


def _forms(stem: str) -> dict[str, str]:
    """Forms of a people's name → its gender and number, « f » first."""
    if stem.endswith(("ien", "éen", "en")) and not stem.endswith("ain"):
        return {stem: "ms", stem + "s": "mp", stem + "ne": "fs", stem + "nes": "fp"}
    if stem == "grec":
        return {"grec": "ms", "grecs": "mp", "grecque": "fs", "grecques": "fp"}
    if stem == "turc":
        return {"turc": "ms", "turcs": "mp", "turque": "fs", "turques": "fp"}
    if stem == "breton":
        return {"breton": "ms", "bretons": "mp", "bretonne": "fs", "bretonnes": "fp"}
    if stem.endswith("e"):
        return {stem: "es", stem + "s": "ep"}
    if stem.endswith("s"):
        return {stem: "mi", stem + "e": "fs", stem + "es": "fp"}
    return {stem: "ms", stem + "s": "mp", stem + "e": "fs", stem + "es": "fp"}


_PEOPLE = {form: shape for stem in _STEMS for form, shape in _forms(stem).items()}
_LANGUAGES = frozenset("anglais français allemand espagnol italien portugais néerlandais russe chinois japonais arabe turc polonais grec suédois danois norvégien finnois hongrois roumain tchèque bulgare coréen vietnamien hébreu latin breton basque catalan corse occitan créole".split())  # fmt: skip
_MANY = frozenset(["les", "des", "deux", "trois", "quatre", "cinq", "six", "dix", "cent", "mille", "aux", "ces", "plusieurs", "quelques", "certains", "certaines",
                   "nos", "vos", "tous", "beaucoup", "nombreux", "millions", "milliers"])  # fmt: skip
_ONE = frozenset(["un", "une", "l'", "le", "la", "cet", "cette", "ce"])


def _acts(after: Word | None, low: str) -> bool:
    """Whether what follows « un américain » shows that a person is meant: a verb, the end, « sur deux »."""
    if after is None or after.low in ("est", "a", "qui", "arrive"):
        return True
    if low in ("un", "une") and after.low in ("sur", "et", "ou"):
        return True
    return after.near and forms.finite(after) and not after.has("A", "N")


def _peoples(view: View) -> Iterator[Hit]:
    """« les français », « deux américaines », « beaucoup de suisses », « l'américaine est arrivée »: persons, hence a capital."""
    for at, word in enumerate(view.words):
        shape = _PEOPLE.get(word.low)
        if not shape or not word.text[:1].islower() or word.clitic or not at or not word.near:
            continue
        before, after = view.words[at - 1], view.at(at + 1)
        low = before.low
        named = (
            after is not None
            and after.near
            and after.has("N")
            and not after.has("P", "C", "D", "R")
            and not after.verb()
        )
        if named and after and after.text[:1].islower():
            continue
        far = view.low(at - 2) if at > 1 and before.near else ""
        plural = low in _MANY or (
            low in ("de", "d'")
            and far
            in (
                "beaucoup",
                "millions",
                "milliers",
                "trop",
                "peu",
                "nombre",
                "plus",
                "moins",
                "combien",
                "centaines",
                "dizaines",
                "million",
            )
        )
        if (
            (far in ("les", "toutes") and low not in ("de", "d'"))
            or (far == "peu" and word.low in _LANGUAGES)
            or (low == "l'" and far == "à")
        ):
            continue  # « tous les deux espagnols », « un peu de français », « à l'anglaise »
        if plural and "s" not in shape:
            if (
                after
                and after.near
                and after.low in ("et", "ou")
                and view.at(at + 2)
                and view.words[at + 2].low in _PEOPLE
                and low in ("deux",)
            ):
                continue
            if (
                far
                and at > 1
                and view.words[at - 2].has("N")
                and low in ("des",)
                and view.words[at - 2].low in ("vins", "produits", "fromages")
            ):
                continue
            yield word.start, word.end, (word.text.title(),)
        elif word.low in _LANGUAGES or shape[1] not in "si" or not _acts(after, low):
            continue
        elif low in ("un", "une") or (low == "l'" and shape[0] == "f"):
            yield word.start, word.end, (word.text.title(),)


_LANGUAGE = "Anglais|Français|Allemand|Espagnol|Italien|Portugais|Russe|Chinois|Japonais|Arabe|Néerlandais|Latin|Grec|Turc|Polonais"
_LOWERED = re.compile(
    rf"(?:(?<![\w'-])(?:en|traduction|traduire|traduit|langue|vers|[Pp]rof\w*|cours|niveau|oral|écrit|accent|mot|mots|texte|texte|notions|bon|courant|[Cc]'est|parle|parler|parlons|parlez|parlent|lire|écrire|apprendre|étudier|déteste|aime|adore|maîtrise|pratique|comprend|comprendre|traduisons)(?: (?:bien|mal|couramment|un peu|aussi|en|de|du|le|d'|qu'|l'|de l'))? ?(?:en |de l'|du |le |l'|d'|qu'|de )?|(?<![\w-])(?:qu'|de l'|du [Ff]rançais (?:à|vers) (?:l'|du |de l')))(?P<n>{_LANGUAGE})(?![\w'-])(?! [A-Z])"
)


def _languages(text: str) -> Iterator[Hit]:
    """« en Russe », « professeur d'Anglais », « l'Anglais est ma langue préférée »: a language has no capital."""
    whole = plain_view(text)
    for match in _LOWERED.finditer(whole):
        after = whole[match.end() :].lstrip()[:12]
        if match["n"] in ("Français", "Anglais") and re.match(r"(?:qui|moyen|sur)\b", after):
            continue
        yield match.start("n"), match.end("n"), (match["n"].lower(),)
    for match in re.finditer(
        rf"(?<![\w-])(?:L'|l'|Le |le )(?P<n>{_LANGUAGE})(?= (?:est|était|reste|devient) (?:ma|une|la|sa|leur|notre|votre|difficile|facile|obligatoire|parlé)\b)",
        whole,
    ):
        yield match.start("n"), match.end("n"), (match["n"].lower(),)


_DAYS = "Lundi|Mardi|Mercredi|Jeudi|Vendredi|Samedi|Dimanche"
_MONTHS = "Janvier|Février|Mars|Avril|Juin|Juillet|Août|Septembre|Octobre|Novembre|Décembre"
_MONTHS_GROUP = f"(?:{_MONTHS})"
_CALENDAR = re.compile(
    rf"(?<=[a-zà-ÿ] )(?P<a>(?:{_DAYS})s?)(?=[.!?,;]| (?:le|au|à|pour|de|prochain|dernier|matin|soir|et|ou|\d)|$)(?! \d+ ?€)|(?<=\d )(?P<b>{_MONTHS}|Mai|Messidor|Thermidor|Brumaire|Vendémiaire|Ventôse|Germinal|Floréal|Prairial|Fructidor|Frimaire|Nivôse|Pluviôse)(?![\w'-])"
    rf"|(?<=, )(?P<c>(?!Mars){_MONTHS_GROUP})(?= (?:a|est|sera|fut|était|reste) )|(?<=beaux )(?P<d>(?:{_MONTHS})s?)|(?<=ᵉʳ )(?P<e>{_MONTHS}|Mai)|(?<=tous les )(?P<f>(?:{_DAYS})s)|(?<=ce mois de )(?P<g>{_MONTHS}|Mai)"
)


def _calendar(text: str) -> Iterator[Hit]:
    """« Je viendrai Lundi », « le 1er Mars », « Cette année, Avril a été chaud »."""
    whole = plain_view(text)
    for match in _CALENDAR.finditer(whole):
        name = match.lastgroup or "a"
        before = whole[: match.start(name)].split()
        if (
            (
                name == "a"
                and before
                and before[-1].lower() in ("robinson", "de", "du", "la", "black", "compagnon")
            )
            and before[-1].lower() != "de"
            and before[-1].lower() != "du"
        ):
            continue
        yield match.start(name), match.end(name), (match[name].lower(),)


_COMPASS = re.compile(
    r"(?<![\w'-])(?:(?:vers|au|à|direction|plein|côté|façade|exposée?s?|exposition|vent|vents|soleil|orientée?s?)(?: (?:le |l'|au |à l'|du |d'|de l'|plein ))?|(?:vers|dirige\w*|orient\w*|expos\w*)[^.!?]{0,15} (?:le |l'|au |à l'))\s?(?P<n>Nord-Est|Nord-Ouest|Sud-Est|Sud-Ouest|Nord|Sud|Est|Ouest)(?![\w'-])(?! (?:de la France|américain))"
)


def _compass(text: str) -> Iterator[Hit]:
    """« vers l'Est », « une façade au Nord »: a direction has no capital."""
    for match in _COMPASS.finditer(plain_view(text)):
        yield match.start("n"), match.end("n"), (match["n"].lower(),)


_CAPITAL_A = re.compile(
    r"(?:^|(?<=\n)|(?<=[.!?] )|(?<=— )|(?<=– ))(?P<a>A)(?= (?:la|l'|partir|cause|côté|propos|bientôt|demain|très|plus|tout|toute|tous|peine|noter|savoir|quelle|quel|quels|quelles|qui|quoi|chaque|ce|cette|cet|ces|mon|ma|mes|votre|vos|notre|nos|son|sa|ses|leur|leurs|défaut|titre|moins|midi|minuit|l|force|droite|gauche|vrai|vol|travers|aucun|aucune|n'en|t'[a-zà-ÿ]+er|vous|nous|[a-zà-ÿ']+(?:er|ir|re|oir)\b))"
)


_CAPITAL_E = re.compile(
    r"(?<![\w-])(?P<e>E)(?P<t>tats?-Unis|tats? (?:français|membres?|de droit|fédéral)|tat(?<=[ld]'Etat)|glise|pinay|vreux|tampes|quateur|gypte|cosse|coles? |lysée|vian|pinal|tienne|lodie|milie|ric Z|douard|ducation|conomie|nergie)",
    re.M,
)


def _accent_e(text: str) -> Iterator[Hit]:
    """« le budget de l'Etat », « Epinay », « Edouard »: inside the sentence too, the capital keeps its accent."""
    for match in _CAPITAL_E.finditer(plain_view(text)):
        tail = re.match(r"[\w-]*", plain_view(text)[match.end() :])
        end = match.start() + len("E" + match["t"].rstrip())
        yield (
            match.start(),
            end if match["t"].endswith(" ") else match.end() + (len(tail.group()) if tail else 0),
            ("É" + match["t"].rstrip() + (tail.group() if tail and not match["t"].endswith(" ") else ""),),
        )


def _accent(text: str) -> Iterator[Hit]:
    """« A partir de lundi », « A vaincre sans péril »: the capital keeps its accent."""
    for match in _CAPITAL_A.finditer(plain_view(text)):
        rest = plain_view(text)[match.end() :]
        if rest.rstrip().endswith("?") and re.match(r" (?:-|t-|tout |son |sa |leur )", rest):
            continue
        yield match.start("a"), match.end("a"), ("À",)


# fmt: off
RULES: tuple[Rule, ...] = (
    Rule("capitale_peuple", "typographie", "Le nom d’un habitant prend une majuscule ; l’adjectif et la langue n’en prennent pas.", "« les Français », mais « les clients français ».",
         by_view(_peoples), (("Les italiens aiment le café.", "Italiens"), ("Beaucoup de suisses viennent ici.", "Suisses"), ("Elle a reçu des parisiennes hier.", "Parisiennes")),
         ("Les Italiens aiment le café.", "Les clients italiens sont là.", "Elle apprend le français.", "Il parle un anglais parfait.")),
    Rule("capitale_langue", "typographie", "Le nom d’une langue s’écrit sans majuscule.", "« en anglais », mais « un Anglais ».",
         _languages, (("La notice est en Espagnol.", "espagnol"), ("Mon professeur d'Anglais est absent.", "anglais")), ("La notice est en espagnol.", "Un Anglais est venu.", "Les Français votent dimanche.")),
    Rule("capitale_calendrier", "typographie", "Les jours et les mois s’écrivent sans majuscule.", "Dans une phrase : lundi, mars.",
         _calendar, (("Je passerai Jeudi.", "jeudi"), ("Cette année, Juin a été froid.", "juin"), ("Nous fermons tous les Lundis.", "lundis")), ("Je passerai jeudi.", "Jeudi, je passerai.", "La planète Mars est rouge.")),
    Rule("capitale_direction", "typographie", "Un point cardinal qui indique une direction s’écrit sans majuscule.", "« vers le nord », mais « dans le Nord » (la région).",
         _compass, (("Le camion roule vers l'Est.", "est"), ("La façade est exposée au Sud.", "sud")), ("Le camion roule vers l'est.", "Il habite dans le Nord.", "L'Est de la France."), False),
    Rule("capitale_e_accent", "typographie", "La majuscule garde son accent.", "« l’État », comme « l’étape ».",
         _accent_e, (("Le budget de l'Etat augmente.", "État"), ("Elle habite à Epinay-sur-Orge.", "Épinay-sur-Orge")), ("Le budget de l'État augmente.", "Elle habite à Épinay-sur-Orge."), False),
    Rule("capitale_a_accent", "typographie", "La préposition « À » garde son accent en majuscule.", "Si l’on ne peut pas dire « Avait », c’est « À ».",
         _accent, (("A partir de lundi, le guichet ferme.", "À"), ("A quelle heure venez-vous ?", "À")), ("À partir de lundi, le guichet ferme.", "A-t-il signé ?"), False),
)
# fmt: on
