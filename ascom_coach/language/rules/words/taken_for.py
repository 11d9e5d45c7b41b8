# ruff: noqa: E501 -- a pattern or an example stays on one line
"""One word for another, and capitals: what the words around give away."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from ascom_coach.language.rules.base import Hit, Rule, by_pattern, by_view, cased
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.noungroup import numbers_of
from ascom_coach.language.syntax.view import View, plain_view

_PLURAL_OF = {
    "quelque": "quelques",
    "certain": "certains",
    "certaine": "certaines",
    "tel": "tels",
    "telle": "telles",
    "quel": "quels",
}
_BECOMING = frozenset(
    [
        "devenir",
        "devient",
        "devenu",
        "devenue",
        "devenus",
        "considéré",
        "considérée",
        "êtes",
        "suis",
        "aussi",
        "être",
        "est",
        "sont",
        "entre",
        "aux",
    ]
)
_PEOPLE = (
    "français", "allemand", "anglais", "italien", "espagnol", "belge", "suisse", "portugais", "néerlandais", "hollandais",
    "américain", "canadien", "québécois", "chinois", "japonais", "marocain", "algérien", "tunisien", "européen",
    "africain", "asiatique", "russe", "polonais", "grec", "turc", "suédois", "danois", "norvégien", "irlandais",
    "écossais", "britannique", "roumain", "luxembourgeois", "brésilien", "mexicain", "indien", "coréen", "vietnamien",
    "parisien", "lyonnais", "marseillais", "breton",
)  # fmt: skip
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


def _not_dispute(view: View) -> Iterator[Hit]:
    """« Un matériel différend »: after a noun, it is the adjective."""
    for index, word in enumerate(view.words):
        before = view.at(index - 1)
        if (
            word.low in ("différend", "différends")
            and before
            and word.near
            and (
                (before.has("N") and not before.has("D", "O", "P"))
                or before.low in forms.ETRE
                or before.low in ("très", "bien", "plus")
            )
        ):
            yield word.start, word.end, (word.text.replace("différend", "différent"),)


def _number_space(text: str) -> Iterator[Hit]:
    for match in re.finditer(r"(?<!\w)[nN]°(\d+)", text):
        yield match.start(), match.end(), (f"{match.group()[:2]}\u00a0{match[1]}",)


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
            and view.low(index + 2) not in ("que", "qu'")
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
    Rule("homophone_est_pronom", "homophones", "« est » est le verbe être ; « et » relie deux phrases.", "Si l’on peut dire « et puis », c’est « et ».",
          by_pattern(r"(?<=\w )(?<!c')(?<!où )(?<!qui )(?<!quel )(?<!quelle )(?<!quand )(?<!comment )(?<!ce )(?P<e>est)(?= (?:nous (?:vous |en |le |la |les |y |ne |n')*\w+ons|vous (?:nous |en |le |la |les |y |ne |n')*\w+ez|je |j'|ils |elles )\b)", "et", group="e"),
          (("Le contrat est signé mardi est nous vous en adressons une copie.", "et"),), ("Le contrat est signé et nous vous en adressons une copie.", "Où est-il ?", "Le client est vous l'avez dit absent.")[:2]),
    Rule("homophone_la_nom", "homophones", "Devant un nom, l’article « la » n’a pas d’accent.", "Si l’on peut dire « une », c’est « la ».",
          by_pattern(r"(?<![\w'-])(?P<l>là)(?= (?:semaine|journée|date|facture|commande|livraison|cliente|réunion|réponse|société|salle|fin|suite|lettre|demande|personne|direction|signature)\b)", "la", group="l"),
          (("Elle viendra là semaine prochaine.", "la"),), ("Elle viendra la semaine prochaine.", "Elle sera là lundi.")),
    Rule("homophone_pret_infinitif", "homophones", "« Prêt à » veut dire « préparé pour ».", "Si l’on peut dire « prête à », c’est « prêt ».",
          by_pattern(r"(?<![\w'-])(?P<p>près)(?= (?:à|pour) (?:être|vous |nous |l[ea'] ?|les )*\w+(?:er|ir|re|oir)\b)", "prêt", group="p"),
          (("Le catalogue est enfin près à être imprimé.", "prêt"),), ("Le catalogue est enfin prêt à être imprimé.", "Venez près de la porte.")),
    Rule("homophone_different_adjectif", "homophones", "L’adjectif « différent » s’écrit avec un t ; un « différend » est un désaccord.", "Si l’on peut dire « distinct », c’est « différent ».",
          by_view(_not_dispute), (("Les deux devis sont différends.", "différents"),), ("Les deux devis sont différents.", "Leur différend est réglé.")),
    Rule("homophone_met_mes", "homophones", "« met » est le verbe mettre ; « mes » est un possessif.", "Si l’on peut dire « mettait », c’est « met ».",
          by_pattern(r"(?<=[a-zéèê]{3} )(?P<m>mes)(?= (?:tout|en (?:œuvre|place|ligne|avant|vente|cause)|à (?:votre|notre|la|disposition|jour)|un|une|le|la|les|votre|vos|l'|fin|au)\b)", "met", group="m", skip=r"(?:avec|dans|pour|chez|sans|tous|toutes|de|par|que|et|sur) "),
          (("Le service mes tout en œuvre.", "met"),), ("Le service met tout en œuvre.", "Voici mes dossiers.")),
    Rule("homophone_ces_ci", "homophones", "Ce que l’on montre avec « -ci » ou « -là » demande « ces ».", "Si l’on peut dire « ceux-ci », c’est « ces ».",
          by_pattern(r"(?<![\w'-])(?P<s>ses)(?= (?:(?:deux|trois|quatre|cinq|six) )?[\wàâéèêîôûç]+-(?:ci|là)\b)", "ces", group="s"), (("Ses factures-ci sont réglées.", "Ces"),), ("Ces factures-ci sont réglées.", "Ses factures sont réglées.")),
    Rule("orthographe_ci_joins", "orthographe", "« Ci-joint » vient de « joindre » au participe : il finit par un t.", "Au féminin, on entend « ci-jointe ».",
          by_pattern(r"(?<![\w'-])ci-joins?(?![\w'-])", "ci-joint"), (("Vous trouverez ci-joins le devis.", "ci-joint"),), ("Vous trouverez ci-joint le devis.",)),
    Rule("accord_civilite", "typographie", "« Mme » et « M. » désignent une seule personne ; « Mmes » et « MM. » plusieurs.", "Combien de personnes ? Une seule : Mme, M.",
          by_pattern(r"(?<![\w'-])(?-i:(?P<m>Mmes))(?= [A-Z][\w'-]+ (?:est|a|sera|vous|n'est|n'a|viendra|assure|était|avait)\b)", "Mme", group="m"),
          (("Mmes Besson est en congé.", "Mme"),), ("Mme Besson est en congé.", "Mmes Besson et Roy sont en congé.")),
    Rule("typo_civilite", "typographie", "L’abréviation de civilité prend une majuscule devant un nom.", "Mme Roy, M. Roy, Mlle Roy.",
          by_pattern(r"(?<![\w'.-])(?-i:(?P<m>mme|mlle|mmes))(?= (?-i:[A-Z]))", "Mme", group="m"), (("La présidente, mme Chauvin, arrive.", "Mme"),), ("La présidente, Mme Chauvin, arrive.",)),
    Rule("typo_numero_espace", "typographie", "On met une espace après « n° ».", "n° 12.",
          _number_space, (("Le dossier n°4417 est clos.", "n°\u00a04417"),), ("Le dossier n° 4417 est clos.",)),
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
    Rule("typo_langue_liste", "typographie", "Le nom d’une langue s’écrit sans majuscule.", "« anglais, espagnol et portugais ».",
          _small(r"(?-i:français|anglais|allemand|espagnol|italien|chinois|arabe|portugais|russe)(?:,| et| ou) (?-i:(?P<n>Français|Anglais|Allemand|Espagnol|Italien|Chinois|Arabe|Portugais|Russe))(?![\w'-])"),
          (("Nous parlons anglais, Espagnol et portugais.", "espagnol"),), ("Nous parlons anglais, espagnol et portugais.", "Le guide anglais et Portugais se suivent.")[:1]),
    Rule("typo_euros", "typographie", "Le mot « euro » s’écrit sans majuscule.", "Comme « franc » ou « dollar ».",
          _small(r"(?<=\w )(?-i:(?P<n>Euros?))(?![\w'-])"), (("Le prix est en Euros.", "euros"), ("Il coûte 30 Euros.", "euros")), ("Le prix est en euros.", "Euros et dollars sont acceptés.")),
)
# fmt: on
