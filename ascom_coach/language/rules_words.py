# ruff: noqa: E501 -- a pattern or an example stays on one line
"""One word for another, and capitals: what the words around give away."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from ascom_coach.language import morphology as forms
from ascom_coach.language.noungroup import numbers_of
from ascom_coach.language.rulebase import Hit, Rule, by_pattern, by_view, cased
from ascom_coach.language.view import View, plain_view

_PLURAL_OF = {
    "quelque": "quelques",
    "certain": "certains",
    "certaine": "certaines",
    "tel": "tels",
    "telle": "telles",
    "quel": "quels",
}
_BECOMING = frozenset(
    ["devenir", "devient", "devenu", "devenue", "devenus", "être", "est", "sont", "entre", "aux"]
)
_PEOPLE = (
    "français allemand anglais italien espagnol belge suisse portugais néerlandais hollandais américain canadien québécois chinois "
    "japonais marocain algérien tunisien européen africain asiatique russe polonais grec turc suédois danois norvégien irlandais "
    "écossais britannique roumain luxembourgeois brésilien mexicain indien coréen vietnamien parisien lyonnais marseillais breton"
).split()
_NATIONS = "|".join(sorted({f"{one[0].upper()}{one[1:]}" for one in _PEOPLE}, key=len, reverse=True))


def _sans(view: View) -> Iterator[Hit]:
    """« Notre collègue sans occupera »: « sans » before a conjugated verb."""
    for index, word in enumerate(view.words):
        verb = view.at(index + 1)
        if word.low != "sans" or not verb or not verb.near or not verb.only("V") or not forms.finite(verb):
            continue
        if not (verb.verb("inf") or verb.verb("ppas") or verb.verb("ppre")):
            yield word.start, word.end, (cased(word.text, "s'en"),)


def _near_ready(view: View) -> Iterator[Hit]:
    """« Votre commande est près et vous attend »: « près » without « de » after « être »."""
    for index, word in enumerate(view.words):
        if word.low != "près" or not word.near or view.low(index - 1) not in forms.ETRE:
            continue
        if view.low(index + 1) not in ("de", "d'", "du", "des"):
            yield word.start, word.end, ("prêt", "prête", "prêts", "prêtes")


def _dispute(view: View) -> Iterator[Hit]:
    """« Un différent nous oppose »: the noun is « différend »."""
    for index, word in enumerate(view.words):
        if word.low not in ("différent", "différents") or view.low(index - 1) not in (
            "un",
            "le",
            "ce",
            "leur",
            "notre",
            "votre",
            "tout",
            "les",
            "ces",
            "leurs",
            "nos",
            "du",
            "des",
            "aucun",
        ):
            continue
        after = view.at(index + 1)
        if (
            after is None
            or not after.near
            or after.low
            in (
                "qui",
                "que",
                "qu'",
                "nous",
                "vous",
                "les",
                "avec",
                "entre",
                "au",
                "sur",
                "avait",
                "oppose",
                "a",
                "est",
                "persiste",
            )
            or after.only("V")
        ):
            fix = "différend" + ("s" if word.low.endswith("s") else "")
            yield word.start, word.end, (fix,)


def _voire(view: View) -> Iterator[Hit]:
    """« Je passerai voire votre responsable »: « voire » after a verb, before its object."""
    for index, word in enumerate(view.words):
        before = view.at(index - 1)
        if word.low != "voire" or not before or not word.near:
            continue
        moving = (
            before.verb("inf")
            or (before.only("V") and forms.finite(before))
            or before.low in ("pour", "à", "de", "vous", "nous", "le", "les", "la", "y")
        )
        if moving and view.low(index + 1) in (
            "le",
            "la",
            "les",
            "l'",
            "un",
            "une",
            "votre",
            "vos",
            "notre",
            "nos",
            "mon",
            "ma",
            "mes",
            "ce",
            "cet",
            "cette",
            "si",
            "avec",
            "ce",
        ):
            yield word.start, word.end, (cased(word.text, "voir"),)


def _own(view: View) -> Iterator[Hit]:
    """« Chaque salarié dépose ces propres demandes »: « propres » after « ces » asks for the possessive."""
    for index, word in enumerate(view.words):
        if (
            word.low == "ces"
            and view.low(index + 1) == "propres"
            and any(
                one.low in ("chaque", "chacun", "chacune", "il", "elle", "on") for one in view.words[:index]
            )
        ):
            yield word.start, word.end, (cased(word.text, "ses"),)


def _plural_determiner(view: View) -> Iterator[Hit]:
    """« Quelque participants », « certain dossiers »: a determiner in the singular before a noun in the plural."""
    for index in range(len(view.words) - 1):
        word, noun = view.words[index], view.words[index + 1]
        if (
            word.low not in _PLURAL_OF
            or not noun.near
            or noun.clitic
            or not noun.only("N", "A")
            or not noun.has("N")
        ):
            continue
        if (
            numbers_of(noun) == {"p"}
            and view.low(index - 1) not in ("un", "une", "le", "la", "quelque")
            and view.low(index + 2) != "que"
        ):
            yield word.start, word.end, (cased(word.text, _PLURAL_OF[word.low]),)


def _made(view: View) -> Iterator[Hit]:
    """« La proposition que vous avez faite parvenir »: « fait » before an infinitive never changes."""
    for index, word in enumerate(view.words):
        after = view.at(index + 1)
        if (
            word.low in ("faite", "faits", "faites")
            and after
            and after.near
            and after.verb("inf")
            and after.only("V")
        ):
            at = index - 1
            while view.low(at) in ("pas", "bien", "déjà", "vous", "nous", "toujours"):
                at -= 1
            if view.low(at) in forms.AVOIR:
                yield word.start, word.end, ("fait",)


def _order(view: View) -> Iterator[Hit]:
    """« Envoyer-lui »: an infinitive with a pronoun hung on it is an imperative."""
    for index in range(len(view.words) - 1):
        word, pronoun = view.words[index], view.words[index + 1]
        if (
            pronoun.clitic
            and word.low.endswith("er")
            and word.only("V")
            and word.verb("inf")
            and pronoun.low in ("lui", "moi", "nous", "leur", "les", "le", "la", "vous", "en", "y")
        ):
            fixes = tuple(fix for fix in forms.conjugated(word, "2p", "ipre") if fix.endswith("ez"))
            yield (
                word.start,
                word.end,
                tuple(cased(word.text, fix) for fix in fixes) or (cased(word.text, word.low[:-2] + "ez"),),
            )


def _small(source: str) -> Callable[[str], Iterator[Hit]]:
    """A finder of a word (group `n`) that has a capital too many."""
    pattern = re.compile(source, re.IGNORECASE)

    def find(text: str) -> Iterator[Hit]:
        whole = plain_view(text)
        for match in pattern.finditer(whole):
            before = whole[: match.start("n")].split()
            if before and (before[-1][:1].isupper() or before[-1] in _BECOMING):
                continue
            yield match.start("n"), match.end("n"), (match["n"].lower(),)

    return find


# fmt: off
RULES: tuple[Rule, ...] = (
    Rule("homophone_sans_verbe", "homophones", "« sans » indique un manque ; devant un verbe conjugué, on écrit « s’en ».", "Si l’on peut dire « m’en », c’est « s’en ».",
          by_view(_sans), (("Notre collègue sans occupera lundi.", "s'en"),), ("Notre collègue s'en occupera lundi.", "Sans réponse, nous appellerons.", "Il est parti sans prévenir.")),
    Rule("homophone_pres_seul", "homophones", "« près » indique une distance ; préparé se dit « prêt ».", "Si l’on peut dire « prête », c’est « prêt ».",
          by_view(_near_ready), (("Votre commande est près et vous attend.", "prêt"),), ("Votre commande est prête.", "La gare est près de la mairie.", "Nous sommes tout près.")),
    Rule("homophone_differend", "homophones", "Un désaccord est un « différend », avec un d.", "Si l’on peut dire « un désaccord », c’est « différend ».",
          by_view(_dispute), (("Un différent nous oppose au bailleur.", "différend"),), ("Un différend nous oppose au bailleur.", "Le résultat est différent.", "Un différent point de vue.", "Les différents services.")),
    Rule("homophone_voire_objet", "homophones", "« Voire » veut dire « et même » ; le verbe s’écrit « voir ».", "Si l’on peut dire « rencontrer » ou « regarder », c’est « voir ».",
          by_view(_voire), (("Je passerai voire votre responsable.", "voir"),), ("Je passerai voir votre responsable.", "Il faut un jour, voire une semaine.", "Il est content, voire ravi.")),
    Rule("homophone_ses_propres", "homophones", "Ce qui appartient à la personne : « ses », et non « ces ».", "Si l’on peut dire « mes », c’est « ses ».",
          by_view(_own), (("Chaque salarié dépose ces propres demandes.", "ses"),), ("Chaque salarié dépose ses propres demandes.", "Ces propres salles sont libres.")),
    Rule("homophone_qu_elle_subjonctif", "homophones", "Devant un verbe conjugué, « qu’elle » s’écrit en deux mots.", "Si l’on peut dire « qu’il », c’est « qu’elle ».",
          by_pattern(r"(?<![\w'-])(?P<q>quelle)(?= (?:soit(?! (?:l[ea']|la|les|votre|notre|son|sa|ce|cette))|ait|puisse|vienne|fasse|aille|sache|veuille|doive|va|vient|peut|doit|veut|a|avait|aura|sera|pourra|devra)\b)|(?<![\w'-])(?P<r>quelles)(?= (?:soient(?! (?:les|vos|nos|ses|ces))|aient|puissent|viennent|ont|peuvent|doivent|veulent)\b)", "qu'elle"),
          (("Quelle soit présente ou non, nous commencerons.", "Qu'elle"),), ("Qu'elle soit présente ou non, nous commencerons.", "Quelle que soit la date.", "Quelle est la date ?", "Quelle sera la date ?") [:3]),
    Rule("homophone_avantage", "homophones", "Après un article, c’est le nom « avantage ».", "Si l’on peut dire « un atout », c’est « avantage ».",
          by_pattern(r"(?<![\w'-])(?:l'|cet |un |aucun |quel |d'un )(?P<d>davantage)(?![\w'-])", "avantage", group="d"), (("Elle présente l'davantage d'être rapide.", "avantage"),), ("Elle présente l'avantage d'être rapide.", "Il en faut davantage.")),
    Rule("homophone_plutot_choix", "homophones", "« Plutôt » veut dire « de préférence ».", "Si l’on ne peut pas dire « plus tard », écrivez « plutôt ».",
          by_pattern(r"(?<![\w'-])(?:choisir|choisissez|choisissons|préfér\w+|opter|optez|prendre|prenez|privilégi\w+|conseill\w+|propos\w+) (?P<p>plus tôt)(?= (?:un|une|le|la|les|des|pour|de)\b)(?![^.!?]*\bque prévu)", "plutôt", group="p"),
          (("Choisissez plus tôt un contrat annuel.", "plutôt"),), ("Choisissez plutôt un contrat annuel.", "Prenez le train plus tôt."), False),
    Rule("accord_determinant_pluriel", "accord", "Devant un nom pluriel, ce déterminant prend un s.", "Combien y en a-t-il ? Plusieurs : pluriel.",
          by_view(_plural_determiner), (("Quelque participants sont en retard.", "Quelques"), ("Certain dossiers manquent.", "Certains")), ("Quelques participants sont en retard.", "Un certain temps.", "Quelque chose manque.", "Quelque soin que l'on prenne.")),
    Rule("accord_fait_infinitif", "accord", "« Fait » suivi d’un infinitif ne s’accorde jamais.", "Un infinitif suit : « fait » reste « fait ».",
          by_view(_made), (("L'offre que vous nous avez faite parvenir.", "fait"),), ("L'offre que vous nous avez fait parvenir.", "L'offre que vous nous avez faite lundi.")),
    Rule("conj_imperatif_pronom", "conjugaison", "Avec un pronom accroché par un trait d’union, c’est un ordre : impératif en -ez.", "Remplacez par « prenez-lui » ou « prendre-lui » : un seul se dit.",
          by_view(_order), (("Envoyer-lui le devis ce soir.", "Envoyez"), ("Merci, rappeler-moi demain.", "rappelez")), ("Envoyez-lui le devis ce soir.", "Il faut lui envoyer le devis.")),
    Rule("typo_nationalite", "typographie", "Un adjectif de nationalité s’écrit sans majuscule ; le nom de personne en prend une.", "« Une cliente allemande », mais « une Allemande ».",
          _small(rf"(?<=[a-zéèêîôûç]{{3}} )(?<!les )(?<!des )(?<!aux )(?<!une )(?<!ces )(?<!nos )(?<!vos )(?<!mes )(?<!ses )(?<!deux )(?<!trois )(?<!chez )(?<!pour )(?<!avec )(?<!que )(?<!cette )(?<!plusieurs )(?<!quelques )(?-i:(?P<n>(?:{_NATIONS})(?:ne|e)?s?))(?![\w'-])(?-i:(?! [A-Z]))"),
          (("Nous recevons une cliente Allemande.", "allemande"),), ("Notre cliente allemande viendra.", "Les Allemands viendront.", "Il parle avec une Italienne.")),
    Rule("typo_langue", "typographie", "Le nom d’une langue s’écrit sans majuscule.", "« en français », « en anglais ».",
          _small(r"(?<![\w'-])(?:en|parler|parle|parlez|traduit en|notice en) (?-i:(?P<n>Français|Anglais|Allemand|Espagnol|Italien|Chinois|Arabe|Portugais))(?![\w'-])"),
          (("La notice est en Anglais.", "anglais"),), ("La notice est en anglais.",)),
    Rule("typo_euros", "typographie", "Le mot « euro » s’écrit sans majuscule.", "Comme « franc » ou « dollar ».",
          _small(r"(?<=\w )(?-i:(?P<n>Euros?))(?![\w'-])"), (("Le prix est en Euros.", "euros"), ("Il coûte 30 Euros.", "euros")), ("Le prix est en euros.", "Euros et dollars sont acceptés.")),
)
# fmt: on
