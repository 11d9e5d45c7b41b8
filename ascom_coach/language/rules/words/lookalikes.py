# ruff: noqa: E501 -- a pattern or an example stays on one line
"""Homophones in the turns where they are most often taken for one another: « s'avoir », « j'ai était », « veillez agréer »."""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, by_pattern, by_view, cased
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.noungroup import numbers_of
from ascom_coach.language.syntax.view import View

_KNEW = frozenset(["que", "qu'", "où", "quand", "comment", "pourquoi", "ce", "si", "bien", "déjà"])
_HEARD = frozenset(["vu", "su", "lu", "eu", "mis", "pris", "promis", "reçu", "voulu", "vendu", "rendu", "perdu", "vue", "lue", "reçue", "mise", "prise", "vendue"])  # fmt: skip


def _himself(view: View) -> Iterator[Hit]:
    """« il sait trompé », « il c'est trompé », « ils ce sont »: a subject pronoun, then what sounds like « se »."""
    for at, word in enumerate(view.words[:-1]):
        after = view.words[at + 1]
        before = view.low(at - 1)
        if word.low == "sait" and at and word.near and after.near and after.low not in _KNEW:
            last = at + 2 if after.low in ("très", "mal") else at + 1
            part = view.at(last)
            if (
                part
                and part.verb("ppas")
                and not forms.finite(part)
                and not part.verb("inf")
                and part.low != "tout"
            ):
                yield word.start, word.end, ("s'est",)
        if (
            before in ("il", "elle", "on")
            and word.low == "c'"
            and word.near
            and after.low in ("est", "était")
            and view.low(at - 2) not in ("à", "de", "pour")
        ):
            yield word.start, after.end, ("s'" + after.low,)
        if (
            before in ("ils", "elles", "qui")
            and word.low == "ce"
            and word.near
            and after.near
            and after.low in ("sont", "seront", "étaient", "seraient")
        ):
            part = view.at(at + 2)
            if before != "qui" or (part and part.verb("ppas")):
                yield word.start, word.end, ("se",)


def _had_it(view: View) -> Iterator[Hit]:
    """« je les vu hier », « tu la su »: a participle after a pronoun, and no « avoir »."""
    for at in range(1, len(view.words) - 1):
        word, part, before = view.words[at], view.words[at + 1], view.low(at - 1)
        if (
            not word.near
            or not part.near
            or word.clitic
            or not (
                part.low in _HEARD or (part.verb("ppas") and not forms.finite(part) and part.only("V", "A"))
            )
        ):
            continue
        if before == "je" and word.low in ("les", "la", "le"):
            yield word.start, word.end, ("l'ai", "les ai")
        elif (
            before in ("tu", "il", "elle", "on")
            and word.low == "la"
            and part.low in _HEARD
            and view.low(at - 2) not in ("à", "de", "pour", "avec", "chez")
        ):
            yield word.start, word.end, ("l'as" if before == "tu" else "l'a",)


def _rather(view: View) -> Iterator[Hit]:
    """« Elle est plus tôt satisfaite »: before an adjective, « plutôt »."""
    for at in range(1, len(view.words) - 2):
        if view.low(at) == "plus" and view.low(at + 1) == "tôt" and view.glued(at - 1, at + 2):
            after = view.words[at + 2]
            linking = view.low(at - 1) in forms.ETRE or any(
                one.lemma in ("sembler", "paraître", "rester") for one in view.words[at - 1].readings
            )
            if (
                linking
                and forms.adjective(after)
                and not after.has("P", "C", "R", "D")
                and after.low not in ("prévu", "prévue", "possible")
            ):
                yield view.words[at].start, view.words[at + 1].end, ("plutôt",)


def _work(view: View) -> Iterator[Hit]:
    """« Mon employé travail bien »: a subject, a noun heard as a verb, and no verb in the clause."""
    verbs = {
        "travail": "travaille",
        "appel": "appelle",
        "conseil": "conseille",
        "envoi": "envoie",
        "emploi": "emploie",
        "rappel": "rappelle",
    }
    for at in range(2, len(view.words) - 1):
        word = view.words[at]
        if (
            word.low not in verbs
            or not view.glued(0, at + 1)
            or not view.words[0].has("D", "S")
            or not view.words[at - 1].has("N")
        ):
            continue
        if any(
            (forms.finite(one) and not one.has("N", "A", "D", "P", "R"))
            or one.low in ("est", "a", "sont", "ont")
            for one in view.words
        ):
            continue
        if (
            view.words[at + 1].has("R", "P")
            or view.low(at + 1)
            in (
                "le",
                "la",
                "les",
                "un",
                "une",
                "des",
                "tous",
                "toutes",
                "votre",
            )
        ) and (
            not view.words[at - 1].has("A")
            or view.low(at - 2)
            in (
                "mon",
                "notre",
                "le",
                "la",
                "son",
                "votre",
                "ma",
                "sa",
            )
        ):
            yield word.start, word.end, (verbs[word.low],)


def _these(view: View) -> Iterator[Hit]:
    """« C'est clients attendent », « Quel vienne ou non »."""
    for at, word in enumerate(view.words[:-2]):
        if word.low in ("c'", "s'") and view.low(at + 1) == "est" and view.words[at + 2].near:
            noun = view.words[at + 2]
            starts = (
                at == 0
                or not word.near
                or view.low(at - 1)
                in ("de", "que", "avec", "pour", "dans", "et", "tous", "toutes", "sur", "à")
            )
            if (
                starts
                and noun.has("N")
                and not noun.has("R", "P", "C", "D")
                and numbers_of(noun) == {"p"}
                and noun.low not in ("elles", "eux")
                and not noun.verb()
            ):
                yield word.start, view.words[at + 1].end, (cased(word.text, "ces"), cased(word.text, "ses"))
        if word.low in ("quel", "quelle") and view.words[at + 1].near:
            verb = view.words[at + 1]
            if (
                verb.only("V")
                and forms.has_person(verb, "3s")
                and verb.low not in forms.ETRE
                and not verb.verb("ppas")
            ):
                yield word.start, word.end, (cased(word.text, "qu'elle"), cased(word.text, "qu'il"))


def _this_here(view: View) -> Iterator[Hit]:
    """« Ce dossier si est urgent »: « -ci » after what is shown."""
    for at in range(2, len(view.words) - 1):
        if (
            view.low(at) == "si"
            and view.low(at - 2) in ("ce", "cet", "cette", "ces")
            and view.words[at - 1].has("N")
            and view.glued(at - 2, at + 1)
        ):
            after = view.words[at + 1]
            if after.low in forms.AUXILIARIES or (after.only("V") and forms.finite(after)):
                yield view.words[at - 1].start, view.words[at].end, (view.words[at - 1].text + "-ci",)


def _rule(
    name: str,
    message: str,
    test: str,
    pattern: str,
    fix: str,
    wrong: tuple[tuple[str, str], ...],
    right: tuple[str, ...],
    skip: str = "",
) -> Rule:
    return Rule(
        f"pris_pour_{name}",
        "homophones",
        message,
        test,
        by_pattern(pattern, fix, group="w", skip=skip),
        wrong,
        right,
    )


_W = r"(?<![\w'-])"
# fmt: off
RULES: tuple[Rule, ...] = (
    Rule("pris_pour_se", "homophones", "Après le sujet, le verbe pronominal se construit avec « se » ou « s’ ».", "Si l’on peut dire « me » ou « me suis », c’est « se » ou « s’est ».", by_view(_himself),
         (("Le livreur sait trompé d'adresse.", "s'est"), ("Elle c'était absentée.", "s'était"), ("Ils ce sont perdus.", "se")), ("Le livreur s'est trompé d'adresse.", "Il sait bien travailler.", "Ce sont nos clients.", "Elle sait conduire.")),
    Rule("pris_pour_l_ai", "homophones", "Devant un participe, il faut l’auxiliaire : « l’ai », « l’as », « l’a ».", "Si l’on peut dire « l’avais » ou « l’avait », il faut l’apostrophe.", by_view(_had_it),
         (("Je les vu hier au guichet.", "l'ai"), ("Tu la su avant moi.", "l'as")), ("Je l'ai vu hier.", "Je les prends.", "Tu l'as su avant moi.")),
    Rule("pris_pour_plutot", "homophones", "« Plutôt », devant un adjectif, veut dire « assez ».", "Si l’on peut dire « assez », c’est « plutôt ».", by_view(_rather),
         (("La salle est plus tôt calme.", "plutôt"),), ("La salle est plutôt calme.", "La salle est plus tôt libre que prévu le mardi.") [:1]),
    Rule("pris_pour_travaille", "homophones", "La phrase n’a pas de verbe : ce mot en est un.", "Remplacez le sujet par « nous » : « nous travaillons ».", by_view(_work),
         (("Mon collègue travail ici depuis mai.", "travaille"),), ("Mon collègue travaille ici depuis mai.", "Un bon travail de groupe.", "Le contrat de travail est signé.")),
    Rule("pris_pour_ces", "homophones", "Devant un nom pluriel : « ces » ou « ses » ; devant un verbe : « qu’elle ».", "« Ceux-là » : ces ; « mes » : ses ; « qu’il » : qu’elle.", by_view(_these),
         (("C'est clients attendent un devis.", "Ces"), ("Quel vienne ou non, nous partons.", "Qu'elle")), ("Ces clients attendent un devis.", "C'est lundi.", "Quelle vienne ou non.") [:2]),
    Rule("pris_pour_ci", "homophones", "Ce que l’on montre prend « -ci », avec un trait d’union.", "Si l’on peut dire « celui-ci », c’est « -ci ».", by_view(_this_here),
         (("Ce lot si est vendu.", "lot-ci"),), ("Ce lot-ci est vendu.", "Dites à ce client si c'est prêt.") [:1]),
    _rule("savoir", "« Savoir » s’écrit en un mot.", "Si l’on peut dire « connaître », c’est « savoir ».", rf"{_W}(?P<w>s'avoir)(?![\w-])", "savoir", (("Il faudra s'avoir attendre.", "savoir"),), ("Il faudra savoir attendre.",)),
    _rule("sais", "Au sens de « connaître », on écrit « sais ».", "Si l’on peut dire « savais », c’est « sais ».", rf"{_W}(?P<w>s'ai|c'ai)(?![\w-])", "sais", (("Je ne s'ai pas où il est.", "sais"),), ("Je ne sais pas où il est.",)),
    _rule("c_etait", "« C’était » veut dire « cela était ».", "Si l’on peut dire « cela était », c’est « c’était ».", r"(?:^|(?<=[.,;] )|(?<=\bque )|(?<=\n))(?P<w>s'était)(?= (?:plus|moins|très|trop|une?|l[ea]s?|l'|pas|mieux|prévu|mon|ma|votre|notre|hier|lundi|urgent|possible|impossible|pour|à) ?\w)", "c'était",
          (("L'an dernier, s'était plus simple.", "c'était"),), ("L'an dernier, c'était plus simple.", "Il s'était trompé.")),
    _rule("c_est_que", "« C’est » veut dire « cela est ».", "Si l’on peut dire « cela est », c’est « c’est ».", rf"{_W}(?:dire|dites|dit|sais|sait|savez|pense|penses|pensez|crois|croyez|confirme|confirmez|note|précise) que (?P<w>s'est)(?= (?:fait|bon|prévu|possible|réglé|vrai|urgent|important|noté|d'accord|pour|une?|l[ea]s?|l'|votre|notre|pas|trop|très|déjà|en) ?)", "c'est",
          (("Vous dites que s'est réglé.", "c'est"),), ("Vous dites que c'est réglé.", "La question que s'est posée le juge.")),
    _rule("ca_cest", "Devant « c’est » ou « s’est », on écrit « ça ».", "Si l’on peut dire « cela », c’est « ça ».", rf"{_W}(?P<w>sa)(?= (?:c'|s')(?:est|était))", "ça", (("Voilà comment sa s'est passé.", "ça"),), ("Voilà comment ça s'est passé.",)),
    _rule("qu_en_est", "On demande « qu’en est-il de… ? ».", "Dites : « que pensez-vous de cela ? qu’en… ? ».", rf"{_W}(?P<w>quand|quant)(?= est-il (?:de|du|des|d'|pour))", "qu'en", (("Quand est-il de ma demande ?", "Qu'en"),), ("Qu'en est-il de ma demande ?", "Quand est-il parti ?")),
    _rule("quand_inf", "Pour le temps, on écrit « quand ».", "Si l’on peut dire « à quel moment », c’est « quand ».", rf"{_W}(?P<w>qu'en)(?= (?:comptez|pouvez|voulez|souhaitez|viendrez|serez|partez|pourrez|arrivez|passerez|livrez|pourrons|aura|doit)-(?:vous|nous|on|il|elle|t-on)(?: [a-zà-ÿ]+(?:er|ir|re)\b| ?\?))", "quand",
          (("Qu'en comptez-vous passer ?", "Quand"),), ("Quand comptez-vous passer ?",)),
    _rule("pres_lieu", "« Près de » indique une distance ; « prêt » veut dire préparé.", "Si l’on peut dire « loin de », c’est « près de ».", r"(?<=[a-zà-ÿ] )(?P<w>prêts?)(?! de (?:mon|ton|son|notre|votre|leur) (?:côté|bord)\b| de (?:ma|ta|sa|notre|votre|leur) part\b)(?= d(?:e (?:la|l'|chez|notre|votre|nos|vos|mon|ma|sa|son|\d+|cent|mille|deux|trois) ?|u |es )(?!\w+(?:er|ir)\b))", "près",
          (("Il habite prêt de la mairie.", "près"),), ("Il habite près de la mairie.", "Un prêt de la banque.", "Il est prêt à partir."), r"(?:un|le|ce|du|de|votre|notre|des|les|vos|mon|nos|son|demande|dossier|contrat|ces|quel|leur|au|aux|en|taux|deux|trois|par|remboursement|les) "),
    _rule("guere", "« Guère » veut dire « pas beaucoup ».", "Si l’on peut dire « pas beaucoup », c’est « guère ».", rf"{_W}(?:n'|ne |n'y |n'en |en )(?:[a-zà-ÿ]+ )?[a-zà-ÿ]+ (?P<w>guerres?)(?= ?[.,;]| (?:de|d'|plus|mieux|le|que)\b)", "guère", (("Il n'y en a guerre.", "guère"),), ("Il n'y en a guère.", "Ils ne veulent pas la guerre.", "La guerre est finie."), r"(?:la|de|une|en|cette|des) "),
    _rule("sans_cent", "Pour dire l’absence, on écrit « sans ».", "Si l’on peut dire « avec », c’est « sans ».", rf"{_W}(?P<w>cent|sang|s'en)(?= (?:votre|notre|vous|nous|lui|aucune?|regrets?|hésiter|hésitation|problèmes?|soucis?|difficultés?|permis|rendez-vous|rancune|condition|lunettes|retard|cesse|travail)\b)", "sans",
          (("Cent votre aide, rien n'était possible.", "Sans"), ("Il l'a fait cent regret.", "sans")), ("Sans votre aide, rien n'était possible.", "Nous avons deux cent problèmes.") [:1], r"(?:deux|trois|quatre|cinq|six|sept|huit|neuf|il|elle|on|pour) "),
    _rule("mois", "Le « mois » compte les jours ; « moi » désigne celui qui parle.", "Si l’on peut dire « trimestre », c’est « mois ».", rf"{_W}(?:le|ce|au|du|un|chaque|deux|trois|quatre|cinq|six|huit|dix|douze|quelques|plusieurs|prochain|dernier) (?P<w>mois?)(?<!mois)(?= (?:prochain|dernier|de|d'|suivant|en|et|après|plus|avant|à)\b| ?[.,;])", "mois",
          (("Le moi prochain, le tarif change.", "mois"),), ("Le mois prochain, le tarif change.", "Entre toi et moi.")),
    _rule("temps", "Le « temps » passe ; « tant » veut dire « tellement ».", "Si l’on peut dire « tellement », c’est « tant ».", rf"{_W}(?:beaucoup de|peu de|assez de|trop de|plus de|moins de|du|le|en même|combien de|perte de|gain de|manque de|à mi-|peu|tout le|quelque|mon|votre|notre) (?P<w>tant|tend)(?= ?[.,;!?]| (?:de|pour|partiel|plein|d'|à)\b|$)", "temps",
          (("Nous avons perdu beaucoup de tant.", "temps"),), ("Nous avons perdu beaucoup de temps.", "Il a tant de travail.")),
    _rule("tant_a", "Pour la quantité, on écrit « tant ».", "Si l’on peut dire « tellement », c’est « tant ».", rf"{_W}(?:y a|y avait|reste|restait) (?P<w>temps)(?= à (?:faire|dire|voir|régler|finir|préparer))", "tant", (("Il y a temps à faire.", "tant"),), ("Il y a tant à faire.", "Il a le temps.")),
    _rule("palier", "Un « palier » est un étage ; « pallier » veut dire remédier.", "Si l’on peut dire « étage », c’est « palier ».", rf"{_W}(?:le|du|un|même|de|premier|deuxième|chaque|sur|au) (?P<w>palliers?)(?! (?:l[ea]|les|ce|cette|un|à|au|aux|cet|ces|votre|nos|notre)\b)", "palier", (("Notre voisin de pallier a appelé.", "palier"),), ("Notre voisin de palier a appelé.", "Il faut pallier ce manque.")),
    _rule("pallier", "« Pallier » veut dire remédier à un manque ; un « palier » est un étage.", "Si l’on peut dire « compenser », c’est « pallier ».", rf"{_W}(?:de|pour|devons|devez|doit|doivent|faut|peut|pouvons|va|faudra|à) (?P<w>palier)(?= (?:ce|cette|cet|ces|l[ea]s?|l'|à|aux?|une?|votre|notre|nos|son|sa)\b)", "pallier", (("Nous devons palier ce manque.", "pallier"),), ("Nous devons pallier ce manque.", "Le palier du second.")),
    _rule("faim", "La « faim » fait manger ; la « fin » termine.", "Si l’on peut dire « appétit », c’est « faim ».", rf"{_W}(?:j'ai|tu as|il a|elle a|on a|avez|avons|ont|avoir|avait|ayant|mourir de|mort de)(?: très| si| encore)? (?P<w>fin)(?= ?[.,;!?]|$)", "faim", (("À midi, nous avons fin.", "faim"),), ("À midi, nous avons faim.", "La réunion prend fin.")),
    _rule("n_est_n_ait", "« N’ait » est un subjonctif : il suit « que ».", "Remplacez par « n’avait » ou « n’était ».", r"(?:^|(?<=[.!?,] )|(?<=\n)|(?<=mais )|(?<=et )|(?<=car ))(?:il|elle|on) (?P<w>n'ait)(?= (?:pas|plus|jamais|rien))", "n'est", (("Il n'ait pas venu.", "n'est"),), ("Il n'est pas venu.", "Bien qu'il n'ait pas signé.")),
    _rule("et_clause", "« et » relie deux phrases ; « est » est le verbe être.", "Si l’on peut dire « et puis », c’est « et ».", r"(?<=, )(?P<w>est)(?= (?:il|elle|on|ils|elles|nous|vous|je|j'|le|la|les) ?[a-zà-ÿ]+)(?! (?:le|la|les) (?:seule?|premi|dern|plus|moins))(?=[^?]*$)(?= (?:il|elle|on|ils|elles|nous|vous|je|j'))", "et",
          (("Le client a payé, est il est reparti.", "et"),), ("Le client a payé, et il est reparti.", "La salle, est-elle libre ?")),
    _rule("tout_sujet", "« Tout », au sens de « toute chose », reste au singulier.", "Si l’on peut dire « toute chose », c’est « tout ».", r"(?:^|(?<=[.,;] )|(?<=\n)|(?<=\bque )|(?<=\bsi ))(?P<w>tous)(?= (?:est|était|sera|va|doit|peut|s'est|se passe|cela|ceci|ce (?:qui|que|dont|qu'))\b)", "tout", (("Tous est prêt pour lundi.", "Tout"),), ("Tout est prêt pour lundi.", "Tous sont venus.")),
    _rule("part", "« Prendre part », c’est participer.", "Si l’on peut dire « participer », c’est « part ».", rf"{_W}(?:prend\w*|prenn\w+|pris|prenez|prenons) (?P<w>par|parti|pare)(?= (?:à|au|aux) (?:l[ae'] ?|ce|cette|votre|notre|nos|vote|débat|stage|jeu|concours|tirage|réunion)\w*)", "part", (("Veuillez prendre par au vote.", "part"),), ("Veuillez prendre part au vote.", "Il a pris parti pour vous.")),
    _rule("de_par", "« De par » veut dire « du fait de ».", "Si l’on peut dire « du fait de », c’est « de par ».", rf"{_W}de (?P<w>part)(?= (?:son|sa|ses|leur|leurs|notre|votre|nos|vos|mon|ma|le|la|les|l'|cette|ces) ?\w)", "par", (("De part son métier, il voyage.", "par"),), ("De par son métier, il voyage.", "De part et d'autre."), r"\bfaire "),
    _rule("compte_tour", "« Compte » vient de « compter ».", "Pensez à « compter » : c’est « compte ».", rf"{_W}(?:rendu|rends|rend|rendre|rendez|rendent|rendons|tenir|tient|tenu|tenez|tenant|tenons|pour (?:son|leur|votre|notre|le|mon)|règlement de|en fin de|bout du|tout|prendre en|prise en|pris en) (?P<w>contes?|comtes?)(?= ?[.,;]| (?:de|du|des|d'|que|qu'|propre|fait)\b|$)", "compte", (("Il s'est rendu conte de l'erreur.", "compte"), ("Il travaille pour son comte.", "compte")), ("Il s'est rendu compte de l'erreur.",)),
    _rule("fois_rang", "Pour compter, on écrit « fois ».", "Si l’on peut dire « plusieurs fois », c’est « fois ».", rf"{_W}(?:(?:deux|trois|quatr|cinqu|six|sept|huit|én)ième|premières?|seconde|dernière|prochaine|seule|autre|\d+e) (?P<w>foie?)(?= ?[.,;!?]| (?:que|qu'|de suite|par|en|depuis|dans|cette|ce|aujourd'hui)\b|$)", "fois", (("C'est la troisième foi que j'appelle.", "fois"),), ("C'est la troisième fois que j'appelle.",)),
    _rule("maitre", "Un « maître » dirige ou enseigne ; un « mètre » mesure.", "Si l’on peut dire « responsable », c’est « maître ».", rf"{_W}(?P<w>mètres?|mettre)(?= (?:de (?:stage|conférences?|maison|cérémonie)|d'(?:ouvrage|œuvre|oeuvre|hôtel|école|apprentissage|internat)))", "maître", (("Notre mètre d'ouvrage est absent.", "maître"),), ("Notre maître d'ouvrage est absent.",)),
    _rule("au_fait", "« Être au fait de », c’est être informé.", "Si l’on peut dire « au courant », c’est « au fait ».", rf"{_W}au (?P<w>faites?|faîtes?)(?= (?:de|du|des|d')(?! la gloire)(?! ?(?:la |l'|un |une |sa |son |cette |ce )?(?:toit|toiture|maison|colline|mur|arbre|clocher|pignon|pouvoir|carrière|puissance|charpente|échelle|honneurs|grange|tour)))", "fait", (("Elle est au faite du dossier.", "fait"),), ("Elle est au fait du dossier.", "Vous le faites.", "Il est monté au faîte du toit.")),
    _rule("si_condition", "Pour une condition, on écrit « si ».", "Si l’on peut dire « à condition que », c’est « si ».", r"(?<![\w-])(?<![-’'])(?P<w>ci)(?= (?:vous|nous|je|j'|l[ea]s?|l'|on|il|elle|possible|besoin|nécessaire|votre|notre|jamais)\b)", "si", (("Rappelez ci vous êtes libre.", "si"),), ("Rappelez si vous êtes libre.", "Celui-ci vous attend.")),
    _rule("ete", "Après « avoir », on écrit « été ».", "Si l’on peut dire « avait été », c’est « été ».", rf"{_W}(?:j'ai|as|a|avons|avez|ont|avais|avait|avaient|aurais|aurait|aurai|avoir|ayant)(?: pas| bien| déjà| toujours| aussi| plus)? (?P<w>étais|était|étaient|étés|étée|étées|étaiant)(?! [a-zà-ÿ]+ait)(?= \w)", "été", (("J'ai était absent hier.", "été"),), ("J'ai été absent hier.", "Ce qu'il a était prévu.") [:1]),
    _rule("des_que", "« Dès » veut dire « à partir de ».", "Si l’on peut dire « à partir de », c’est « dès ».", r"(?:^|(?<=[.!?,] )|(?<=\n))(?P<w>dés|des)(?= (?:réception|lors|maintenant|demain|aujourd'hui|que|qu'|à présent|son|sa|votre|notre|mon|lundi|mardi|mercredi|jeudi|vendredi)\b)", "dès", (("Dés réception, appelez-nous.", "Dès"),), ("Dès réception, appelez-nous.", "Des clients attendent.")),
    _rule("gre", "On « sait gré » : le mot est masculin et ne change pas.", "« De bon gré » : c’est le même mot.", rf"{_W}(?:saur\w+|ser\w+|sais|savons|savoir) (?P<w>grée?s|gréé|grée|grès)(?= (?:de|d'))", "gré", (("Je vous saurais grée de répondre.", "gré"),), ("Je vous saurais gré de répondre.",)),
    _rule("veuillez", "La politesse demande « veuillez » ; « veillez » veut dire « faites attention ».", "Si l’on peut dire « merci de », c’est « veuillez ».", rf"{_W}(?P<w>veillez|veuilliez|veuiller)(?= (?:agréer|trouver|recevoir|croire|noter|nous|me|excuser|accepter|prendre|contacter|patienter|confirmer|transmettre|adresser|envoyer|remplir|signer|vous|lui|leur|[a-zà-ÿ]{{4,}}er)\b)", "veuillez", (("Veillez agréer nos salutations.", "Veuillez"),), ("Veuillez agréer nos salutations.", "Veillez à fermer.") , r"(?:que vous|vous) "),
    _rule("veillez", "« Veillez à » veut dire « faites attention à ».", "Si l’on peut dire « faites attention à », c’est « veillez ».", rf"{_W}(?P<w>veuillez)(?= à (?:ce que|bien|ne|toujours|respecter|[a-zà-ÿ]+er)\b)", "veillez", (("Veuillez à bien fermer.", "Veillez"),), ("Veillez à bien fermer.", "Veuillez fermer.")),
    _rule("pret_pas", "« Prêt » veut dire préparé.", "Si l’on peut dire « prête », c’est « prêt ».", r"(?<![\w-])(?:est|sont|sera|seront|était|suis|sommes)(?: pas| toujours| enfin| bientôt| déjà| presque)?(?: encore| tout à fait)? (?P<w>près)(?= ?[.;!?]| (?:pour|et (?:vous|sera|nous))\b)", "prêt", (("Le dossier n'est pas encore près.", "prêt"),), ("Le dossier n'est pas encore prêt.", "La gare est tout près.", "Il est près de vous.")),
    _rule("seau", "Un « seau » se remplit ; un « sceau » authentifie.", "Si l’on peut dire « récipient », c’est « seau ».", rf"{_W}(?P<w>sceaux?|sauts?)(?= (?:d'eau|de (?:peinture|sable|ménage|plage|colle|béton)|à (?:champagne|glace|serpillière)))", "seau", (("Un sceau d'eau bloque l'entrée.", "seau"),), ("Un seau d'eau bloque l'entrée.",)),
    _rule("face", "« Face à » vient de « faire face » ; « fasse » est un subjonctif de « faire ».", "Si l’on peut dire « devant », c’est « face ».", rf"(?:^|(?<=[.!?,] )|{_W}(?:sommes|êtes|est|sont|faire|fait|font|faisons|faites|en|situé|située) )(?P<w>fasses?)(?= (?:à|au|aux|de)\b)", "face", (("Nous sommes fasse à un retard.", "face"),), ("Nous sommes face à un retard.", "Il faut qu'il fasse au mieux.")),
    _rule("court_tennis", "Le « court » est le terrain de tennis.", "« Un court de tennis » : au masculin, avec un t.", rf"{_W}(?P<w>cours?)(?= (?:de (?:tennis|squash|badminton) (?:est|sont|couvert|municipal|extérieur|n°|\d)))", "court", (("Le cour de tennis est fermé.", "court"),), ("Le court de tennis est fermé.", "Le cours de tennis a lieu lundi.")),
    _rule("solde", "Le « solde » est ce qui reste à payer.", "Si l’on peut dire « reste », c’est « solde ».", rf"{_W}(?P<w>sols?)(?= (?:de (?:tout compte|votre compte|la facture|la commande|votre facture)|débiteur|créditeur|à payer|restant))", "solde", (("Le sol de tout compte est signé.", "solde"),), ("Le solde de tout compte est signé.",)),
    _rule("fil", "Un « fil » conduit ou coud ; une « file » attend.", "Si l’on peut dire « câble », c’est « fil ».", rf"{_W}(?:un|au|du|le|ce) (?P<w>fils|file)(?= (?:électrique|conducteur|de (?:fer|cuivre|laine|coton|terre)|à coudre|du temps|des (?:jours|mois|ans)))", "fil", (("Un fils électrique pend au mur.", "fil"),), ("Un fil électrique pend au mur.", "Le fils de la gérante.")),
    _rule("attente", "Le nom est « attente » ; « attend » est le verbe.", "Si l’on peut dire « espoir », c’est « attente ».", rf"{_W}(?:votre|notre|longue|en|d'une|cette|une|son|l'|d')(?: longue)? ?(?P<w>attend|attends|attendent)(?= (?:de|d'|du)\b| ?[.,;]|$)", "attente", (("Merci pour votre attend.", "attente"), ("En attend de vous lire.", "attente")), ("Merci pour votre attente.", "Il vous attend."), r"(?:il|elle|on|qui|nous|vous|je|ne) "),
    _rule("soi", "« Soi » est le pronom ; « soit » est le verbe être.", "Si l’on peut dire « lui-même », c’est « soi ».", rf"{_W}(?:chez|confiance en|de|sur|pour) (?P<w>soit|sois)(?= ?[.,;!?]|-même| même|$)", "soi", (("On est mieux chez soit.", "soi"),), ("On est mieux chez soi.", "Qu'il soit là.")),
    _rule("hors", "« Hors » veut dire « en dehors de » ; « or » relie deux phrases.", "Si l’on peut dire « en dehors de », c’est « hors ».", rf"{_W}(?P<w>or)(?= (?:de (?:question|portée|service|propos|prix|contrôle)|d'(?:usage|atteinte|état)|service|saison|taxes?|sujet|délais?|contrat|période|forfait|connexion|vacances)\b)", "hors", (("C'est or de question.", "hors"),), ("C'est hors de question.", "Or, il pleut."), r"(?:l'|d'|en|des|un) ?"),
    _rule("aussi_tot", "« Aussi tôt que possible » : deux mots ; « aussitôt » veut dire « tout de suite ».", "Si l’on peut dire « aussi vite », c’est « aussi tôt ».", rf"{_W}(?P<w>aussitôt)(?= que (?:possible|vous|prévu|je l'espérais)\b(?<!que vous)| que possible)", "aussi tôt", (("Répondez aussitôt que possible.", "aussi tôt"),), ("Répondez aussi tôt que possible.", "Aussitôt dit, aussitôt fait.")),
    _rule("eh_bien", "L’interjection s’écrit « eh bien ».", "Si l’on peut dire « voilà », c’est « eh bien ».", r"(?:^|(?<=[.!?] )|(?<=\n))(?P<w>et bien|hé bien)(?= ?[,!])", "eh bien", (("Et bien, nous voilà prêts.", "Eh bien"),), ("Eh bien, nous voilà prêts.", "Et bien sûr, il pleut.")),
    _rule("qu_il_faut", "« Il faut » demande « qu’il ».", "Dites la phrase au passé : « ce qu’il fallait ».", rf"{_W}(?P<w>qui)(?= (?:(?:vous|nous|lui|leur|me|te) )?(?:faut|fallait|faudra|faudrait)\b)", "qu'il", (("Voici ce qui faut signer.", "qu'il"),), ("Voici ce qu'il faut signer.", "Celui qui vend.")),
    _rule("dont", "« Dont » s’écrit en un mot.", "Si l’on peut dire « de qui » ou « de quoi », c’est « dont ».", rf"{_W}(?P<w>d'ont|d'on)(?= (?:je|j'|tu|il|elle|on|nous|vous|ils|elles|l[ea]s?|l'|une?|votre|notre)\b)", "dont", (("Le lot d'ont je parle est vendu.", "dont"),), ("Le lot dont je parle est vendu.",)),
    _rule("cote", "Le « côté » prend deux accents ; une « cote » est une mesure, une « côte » un rivage.", "« À côté », « de l’autre côté » : côté.", rf"{_W}(?:à|de|du|l'autre|ce|d'un|de chaque|son|notre|votre|mon|aucun|bon|mauvais|(?:mettre|laisser|mis|laissé) de) ?(?P<w>coté|cotés)(?= (?:de|du|des|d'|gauche|droit|pile|cour|rue|jardin)\b| ?[.,;!?]|$)", "côté", (("Passez de l'autre coté.", "côté"),), ("Passez de l'autre côté.", "Le titre est coté en Bourse.")),
    _rule("prix", "Le « prix » se paie ; « pris » vient de prendre.", "Si l’on peut dire « tarif », c’est « prix ».", rf"{_W}(?:le|un|au|du|bon|à tout|ce|votre|notre|quel|vos|nos|des|les|meilleur|hors de|petits?) (?P<w>pris|prie|pri|prit)(?= (?:de|du|des|d'|hors|unitaire|total|est|sont|ttc|ht|public|moyen|affiché|indiqué|net|fixe)\b| ?[.,;?]|$)", "prix", (("Le pris du lot a baissé.", "prix"),), ("Le prix du lot a baissé.", "Il l'a pris.")),
    _rule("pris", "« Pris » vient de prendre ; le « prix » se paie.", "Si l’on peut dire « prise », c’est « pris ».", rf"{_W}(?:ai|as|a|avons|avez|ont|avait|avaient|est|sont|été|être|aurait)(?: bien| déjà| pas)? (?P<w>prix)(?= (?:note|contact|rendez-vous|en (?:charge|compte)|l[ea]s?|l'|du|un|une|part|soin|connaissance|congé|fin|la|des|mes|vos|nos|votre|notre|feu|acte|effet)\b)", "pris", (("Nous avons prix note de l'appel.", "pris"),), ("Nous avons pris note de l'appel.", "Il a un prix.")),
    _rule("clerc", "Un « clerc » travaille chez un notaire ; « clair » veut dire net.", "Si l’on peut dire « net », c’est « clair ».", rf"{_W}(?P<w>clairs?)(?= (?:de (?:notaire|l'étude)|d'(?:huissier|avoué)|principal))", "clerc", (("Le clair de notaire a appelé.", "clerc"),), ("Le clerc de notaire a appelé.", "C'est clair.")),
    _rule("jeun", "« À jeun » veut dire sans avoir mangé.", "« À jeun » ne change jamais.", rf"{_W}(?:à|être|venir|restez|rester|soyez) (?:à )?(?P<w>jeunes?|jeûn|jeûnes?)(?= ?[.,;]| (?:pour|depuis|avant|le)\b|$)", "jeun", (("Venez à jeune pour la prise de sang.", "jeun"),), ("Venez à jeun pour la prise de sang.", "Il est jeune.")),
    _rule("enfin_fin", "« Enfin » s’écrit en un mot.", "Si l’on peut dire « pour finir », c’est « enfin ».", r"(?:^|(?<=[.!?,;] )|(?<=\n))(?P<w>en fin|en faim)(?= ?,)", "enfin", (("En fin, le bureau fermera.", "Enfin"),), ("Enfin, le bureau fermera.", "En fin de mois, le bureau ferme.")),
)
# fmt: on
