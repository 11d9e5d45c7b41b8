# ruff: noqa: E501 -- an example stays on one line
"""Homophones that the kind of the next word gives away: « la » before a preposition, « leurs » before a verb, « si » after « on »."""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, by_pattern, by_view, cased
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.view import View, Word

_THIRD = frozenset(["il", "elle", "on", "ils", "elles", "qui"])
_ADVERBS = frozenset(["bien", "très", "mal", "déjà", "toujours", "trop", "assez", "aussi", "tout", "pas", "plus", "encore", "souvent"])  # fmt: skip
_HERE = frozenset(
    ["ce", "cet", "cette", "aujourd'hui", "demain", "depuis", "pour", "jusqu'", "dès", "avant", "après", "dans", "chez", "pendant",
     "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "mais", "et", "ni", "parce", "car"]
)  # fmt: skip
"""What follows « là » and never the article « la »."""
_PRONOMINAL = frozenset(
    ["passer", "tromper", "blesser", "produire", "dérouler", "engager", "plaindre", "excuser", "absenter", "inscrire", "arrêter",
     "casser", "terminer", "rendre", "présenter", "renseigner", "occuper", "charger", "retrouver", "réunir", "adresser", "améliorer",
     "dégrader", "détacher", "décrocher", "bloquer", "coincer", "ouvrir", "fermer", "éteindre", "allumer", "installer", "désister",
     "porter", "proposer", "rétracter", "renverser", "effondrer", "abîmer", "levé", "lever", "réveiller", "souvenir", "apercevoir",
     "rendormir", "évanouir", "enfuir", "garer", "spécialiser", "développer", "agrandir", "étendre", "révéler", "avérer", "perdre"]
)  # fmt: skip
_NEGATIVE = frozenset(["jamais", "rien", "pas", "guère", "aucun", "aucune", "personne", "nulle", "ni"])
_WITHOUT_PAS = frozenset(["pouvoir", "savoir", "oser", "cesser", "importer"])
_NEVER_OBJECT = frozenset(["le", "la", "l'", "les", "un", "une", "des", "notre", "nos", "votre", "vos", "ne", "n'", "j'", "c'", "ce", "on",
                           "il", "elle", "je", "nous", "vous", "ils", "elles", "rien", "personne", "aucun", "aucune", "sans", "pas",
                           "cela", "ça", "si", "s'", "quand", "dans", "surtout", "seulement", "toujours", "également"])  # fmt: skip
_CLITIC_ONLY = frozenset(["ne", "n'", "se", "s'", "y", "lui", "me", "m'", "te", "t'", "nous", "vous"])


_DEFINITE = frozenset(["le", "la", "l'", "les", "votre", "vos", "notre", "nos", "ce", "cet", "cette", "ces", "mon", "ma", "mes", "son", "sa", "ses"])  # fmt: skip
"""« Trois lots sont libres, dont les plans sont joints »: « dont » far from its noun asks for another article."""


def _only_verb(word: Word | None) -> bool:
    """Whether the word is a conjugated verb or an infinitive and nothing else."""
    return bool(
        word and word.only("V") and (forms.finite(word) or word.verb("inf")) and not word.verb("ppas")
    )


def _there(view: View) -> Iterator[Hit]:
    """« Il n'est pas la, rappelez », « posez-le la pour ce soir »: « la » with no noun to come."""
    for at, word in enumerate(view.words):
        if word.low != "la" or word.clitic or not at or not word.near:
            continue
        after = view.at(at + 1)
        gap = view.text[word.end - view.offset :][:2].strip()
        stops = gap[:1] in (",", ".", ";", "!", "?") or (after is None and not gap)
        follows = after is not None and after.near and after.low in _HERE
        if (stops and view.low(at - 1) not in ("de", "à", "un", "le", "note", "ce", "en")) or follows:
            yield word.start, word.end, ("là",)


def _had(view: View) -> Iterator[Hit]:
    """« Le patron la embauchée », « on la prévenu »: a participle cannot follow a pronoun without « avoir »."""
    for at, word in enumerate(view.words):
        part, before = view.at(at + 1), view.at(at - 1)
        if (
            word.low != "la"
            or word.clitic
            or not at
            or not word.near
            or not part
            or not part.near
            or not before
            or part.low == "lui"
        ):
            continue
        if (
            not part.verb("ppas")
            or forms.finite(part)
            or not part.low.endswith(("é", "ée", "i", "ie", "u", "ue", "it", "ite", "is", "ise"))
        ):
            continue
        subject = before.low in ("il", "elle", "on", "qui", "quelqu'un", "chacun") or (
            before.low == "ne" and view.low(at - 2) in ("personne", "il", "elle", "on", "nul", "rien", "qui")
        )
        named = (before.has("N", "S") and not before.has("P", "C", "V", "R", "D", "O")) or not before.readings
        named = named and (not before.has("A") or view.words[at - 2].has("D"))
        named = named and not (
            before.low == "fois" and view.low(at - 2) == "la"
        )  # « à la fois la vue et le son »
        if (subject and view.low(at - 2) not in ("à", "de", "d'", "pour", "avec", "chez")) or (
            named
            and _starts_alone(view, at - 1)
            and (
                part.low[0] in "aeéèêiouh"
                or not part.has("N")
                or part.low
                in (
                    "prévenue",
                    "reçue",
                    "vue",
                    "mise",
                    "prise",
                    "remise",
                    "tenue",
                    "entendue",
                    "crue",
                    "sortie",
                    "suivie",
                    "servie",
                )
                or view.low(at + 2) in ("par", "hier", "ce", "deux")
            )
        ):
            yield word.start, word.end, ("l'a",)


def _starts_alone(view: View, last: int) -> bool:
    """Whether the words up to `last` hold no verb: they can only be the subject."""
    first = last
    while (
        first > 0
        and view.words[first].near
        and view.low(first - 1) not in ("que", "qu'", "mais", "et", "car", "si", "dont", "qui")
    ):
        first -= 1
    return first <= last and not any(
        forms.finite(one) and not one.has("N", "A", "D", "P") for one in view.words[first : last + 1]
    )


def _to_them(view: View) -> Iterator[Hit]:
    """« qu'on leurs confirme »: before a verb, « leur »; « la leurs »: the possessive is singular."""
    for at, word in enumerate(view.words):
        if (
            word.low == "leurs"
            and word.near
            and view.low(at - 1) not in ("le", "la", "les", "des", "aux")
            and _only_verb(view.at(at + 1))
            and view.words[at + 1].near
        ):
            yield word.start, word.end, ("leur",)
        ends = at + 1 >= len(view.words) or not view.words[at + 1].near
        if word.low in ("leur", "leurs") and ends and word.near and at > 1:
            wanted = {
                "le": "leur",
                "la": "leur",
                "au": "leur",
                "du": "leur",
                "les": "leurs",
                "aux": "leurs",
                "des": "leurs",
            }.get(view.low(at - 1))
            if wanted and wanted != word.low:
                yield word.start, word.end, (wanted,)


def _that(view: View) -> Iterator[Hit]:
    """« pourquoi sa clignote »: « sa » before a verb."""
    for at, word in enumerate(view.words):
        if (
            word.low == "sa"
            and _only_verb(view.at(at + 1))
            and view.words[at + 1].near
            and forms.has_person(view.words[at + 1], "3s")
        ):
            yield word.start, word.end, (cased(word.text, "ça"), cased(word.text, "cela"))


_ASKING = frozenset(
    [
        "demander",
        "savoir",
        "voir",
        "dire",
        "vérifier",
        "ignorer",
        "regarder",
        "préciser",
        "indiquer",
        "décider",
    ]
)


def _there_to(view: View) -> Iterator[Hit]:
    """« on si habitue », « il faut si rendre »: « si » between a subject and its verb; « S'y le colis… »."""
    for at, word in enumerate(view.words):
        verb = view.at(at + 1)
        if word.low == "si" and at and word.near and verb and verb.near and not verb.clitic:
            third = (
                view.low(at - 1) in _THIRD
                and any(forms.has_person(verb, one) for one in ("3s", "3p"))
                and not verb.has("A", "R")
            )
            if third or (
                _only_verb(verb)
                and verb.verb("inf")
                and view.words[at - 1].verb()
                and not {one.lemma for one in view.words[at - 1].readings} & _ASKING
                and not view.words[at - 1].has("N", "A")
            ):
                yield word.start, word.end, ("s'y",)
        if word.low == "s'" and view.low(at + 1) == "y" and view.words[at + 1].near:
            later = view.at(at + 2)
            if later and later.near and later.low in _NEVER_OBJECT - {"ne", "n'"}:
                yield word.start, view.words[at + 1].end, (cased(word.text, "si"),)


def _reflexive(view: View) -> Iterator[Hit]:
    """« La visite c'est bien passée »: a subject, then the participle of a pronominal verb."""
    for at in range(1, len(view.words) - 2):
        word, being, before = view.words[at], view.words[at + 1], view.words[at - 1]
        if (
            word.low != "c'"
            or being.low not in ("est", "était")
            or not word.near
            or not before.has("N", "S", "A")
            or before.has("P", "C", "G")
        ):
            continue
        last = at + 2
        while view.low(last) in _ADVERBS:
            last += 1
        part = view.at(last)
        if (
            part
            and part.verb("ppas")
            and view.glued(at, last)
            and any(one.lemma in _PRONOMINAL for one in part.readings)
        ):
            yield word.start, being.end, ("s'" + being.low,)


def _not(view: View) -> Iterator[Hit]:
    """« On a jamais reçu »: after « on », the « n' » of a negation is not heard; « on n'a fini » has it for nothing."""
    for at, word in enumerate(view.words[:-1]):
        if word.low != "on" or word.clitic:
            continue
        rest = view.words[at + 1 :]
        end = next(
            (index for index, one in enumerate(rest) if index and not one.near and not one.clitic), len(rest)
        )
        clause = [one.low for one in rest[:end]]
        verb = rest[0]
        if (
            verb.near
            and verb.low[0] in "aeéèêiou"
            and forms.finite(verb)
            and not verb.clitic
            and len(clause) > 1
            and clause[1] in _NEGATIVE - {"personne", "ni"}
        ) and not (clause[1] == "pas" and len(clause) > 2 and clause[2] in ("mal", "que")):
            yield word.start, verb.end, (f"{word.text} n'{verb.low}",)
        if (
            verb.low == "n'"
            and len(rest) > 1
            and forms.finite(rest[1])
            and not {"pas", "plus", "point", "que", "qu'", "nul", "rien"} & set(clause)
        ):
            everything = {one.low for one in view.words}
            if not everything & (
                _NEGATIVE | {"que", "qu'", "pas", "plus", "sans", "point", "si"}
            ) and not any(one.lemma in _WITHOUT_PAS for one in rest[1].readings):
                yield word.start, rest[1].end, (f"{word.text} {rest[1].low}",)


def _but(view: View) -> Iterator[Hit]:
    """« J'ai appelé, mes personne ne répond »: « mes » before what no possessive goes with."""
    for at, word in enumerate(view.words[:-1]):
        after = view.words[at + 1]
        never = after.low in _NEVER_OBJECT and (after.low not in ("si", "personne", "dans") or not word.near)
        if word.low == "mes" and at and after.near and never and not after.clitic:
            yield word.start, word.end, ("mais",)


def _that_she(view: View) -> Iterator[Hit]:
    """« Elle dit quel n'a rien reçu »: « quel » before a pronoun."""
    for at, word in enumerate(view.words[:-1]):
        after = view.words[at + 1]
        if (
            word.low in ("quel", "quelle", "quels", "quelles")
            and at
            and after.near
            and not after.clitic
            and after.low in _CLITIC_ONLY | {"l'", "en"}
        ):
            if (
                after.low in ("nous", "vous") and not forms.finite(view.words[at + 2])
                if at + 2 < len(view.words)
                else True
            ):
                continue
            if not (after.low in ("ne", "n'") and view.low(at + 2) in ("fut", "est", "était", "sera")):
                yield word.start, word.end, ("qu'elles" if word.low.endswith("s") else "qu'elle", "qu'il")


def _of_which(view: View) -> Iterator[Hit]:
    """« ce don vous avez besoin »; « La séance est annulée, dont la salle est libre »."""
    for at, word in enumerate(view.words[:-1]):
        after, before = view.words[at + 1], view.at(at - 1)
        if not at or not before or not after.near:
            continue
        shown = before.low in ("ce", "celui", "celle", "ceux", "celles")
        shown = shown or (before.has("N") and not before.has("D", "P"))
        if (
            word.low in ("don", "dons")
            and word.near
            and shown
            and after.low in forms.PERSONS
            and not after.clitic
        ):
            yield word.start, word.end, ("dont",)
        if (
            (
                word.low == "dont"
                and not word.near
                and (before.verb("ppas") or before.has("R"))
                and not before.has("N", "P", "O")
                and view.low(0) in _DEFINITE
            )
            and any(one.low in forms.AUXILIARIES for one in view.words[: at - 1])
            and after.low in forms.PERSONS.keys() | {"le", "la", "les", "l'"}
        ):
            yield word.start, word.end, ("donc",)


# fmt: off
RULES: tuple[Rule, ...] = (
    Rule("homophone_la_ici", "homophones", "« Là » indique un lieu ou un moment ; « la » accompagne un nom.", "Si l’on peut dire « ici », c’est « là ».", by_view(_there),
         (("Le gérant n'est pas la, rappelez lundi.", "là"), ("Il sera la demain.", "là")), ("Le gérant n'est pas là, rappelez lundi.", "Elle la prend.", "La note la plus haute.", "Prenez-la.")),
    Rule("homophone_l_a_participe", "homophones", "Devant un participe, il faut l’auxiliaire : « l’a ».", "Si l’on peut dire « l’avait », c’est « l’a ».", by_view(_had),
         (("Le chef la embauchée en mars.", "l'a"), ("Mon frère la prévenue trop tard.", "l'a"), ("Personne ne la avertie du retard.", "l'a"), ("Hier, on la rappelé deux fois.", "l'a")), ("Le chef l'a embauchée en mars.", "La banque a la vue sur la mer.", "Il la prévient.", "Il faut qu'on la lui rende.", "Il aime à la fois la vue et le calme.")),
    Rule("homophone_leur_verbe", "homophones", "Devant un verbe, « leur » ne prend jamais de s ; « le leur » suit le nombre de son article.", "Si l’on peut dire « lui », c’est « leur » sans s.", by_view(_to_them),
         (("Il faut leurs confirmer la date.", "leur"), ("Ce badge est le leurs.", "leur")), ("Il faut leur confirmer la date.", "Ce badge est le leur.", "Ces badges sont les leurs.", "Leurs offres sont prêtes.")),
    Rule("homophone_sa_verbe", "homophones", "Devant un verbe, on écrit « ça » (ou mieux « cela »).", "Si l’on peut dire « cela », c’est « ça ».", by_view(_that),
         (("Dites-moi si sa convient.", "ça"),), ("Dites-moi si ça convient.", "Sa lettre est arrivée.")),
    Rule("homophone_s_y", "homophones", "« S’y » accompagne un verbe pronominal ; « si » pose une condition.", "Si l’on peut dire « m’y », c’est « s’y ».", by_view(_there_to),
         (("Le bureau est loin, mais elle si rend à pied.", "s'y"), ("S'y le colis tarde, appelez.", "Si")), ("Elle s'y rend à pied.", "Si le colis tarde, appelez.", "Il est si grand.", "On se demande s'il viendra.")),
    Rule("homophone_s_est_participe", "homophones", "Après le sujet, un verbe pronominal se construit avec « s’est ».", "Si l’on peut dire « me suis », c’est « s’est ».", by_view(_reflexive),
         (("La formation c'est bien déroulée.", "s'est"),), ("La formation s'est bien déroulée.", "C'est passé hier.")),
    Rule("homophone_on_n", "homophones", "Après « on », le « n’ » de la négation ne s’entend pas : il se met avec « pas », « jamais », « rien », et seulement alors.", "Remplacez « on » par « il » : « il n’a jamais », « il a fini ».", by_view(_not),
         (("On a jamais vu ce colis.", "On n'a"), ("Hier, on n'a fini tard.", "on a")), ("On n'a jamais vu ce colis.", "Hier, on a fini tard.", "On n'en parle plus.", "On n'ose le dire.", "On a rendez-vous.")),
    Rule("homophone_mais_clause", "homophones", "Pour opposer deux idées, on écrit « mais ».", "Si l’on peut dire « cependant », c’est « mais ».", by_view(_but),
         (("J'ai sonné, mes personne n'a ouvert.", "mais"),), ("J'ai sonné, mais personne n'a ouvert.", "Mes dossiers sont là.")),
    Rule("homophone_qu_elle_pronom", "homophones", "Devant un pronom ou « ne », on écrit « qu’elle » en deux mots.", "Si l’on peut dire « qu’il », c’est « qu’elle ».", by_view(_that_she),
         (("Elle dit quel n'a rien signé.", "qu'elle"),), ("Elle dit qu'elle n'a rien signé.", "Quelle ne fut pas ma surprise.", "Je ne sais quelle date choisir.")),
    Rule("homophone_dont_donc", "homophones", "« Dont » reprend un nom ; « donc » annonce une conséquence ; un « don » se donne.", "Si l’on peut dire « par conséquent », c’est « donc ».", by_view(_of_which),
         (("Voici ce don je parlais.", "dont"), ("La visite est reportée, dont la salle reste libre.", "donc")), ("Voici ce dont je parlais.", "Le client dont la facture manque.", "Trois colis, dont un abîmé.", "Douze places vous sont réservées, dont vous recevrez le plan.")),
    Rule("homophone_voire_degre", "homophones", "« Voire » veut dire « et même » ; « voir » est le verbe.", "Si l’on peut dire « et même », c’est « voire ».",
         by_pattern(r"(?<=\w), (?P<v>voir),? (?=(?:très|trop|plus|impossible|inutile|davantage|nul|nulle|(?:une?|deux|trois|quatre|cinq|six|dix|\d+) (?:heures?|jours?|semaines?|mois|ans?|années?|fois|minutes?|journées?))\b)", "voire", group="v"),
         (("Il faudra deux jours, voir une semaine.", "voire"),), ("Il faudra deux jours, voire une semaine.", "Pour le plan, voir la page 2.")),
    Rule("homophone_plutot_verbe", "homophones", "« Plutôt » veut dire « de préférence » ; « plus tôt » s’oppose à « plus tard ».", "Si l’on peut dire « plus tard », c’est « plus tôt ».",
         by_pattern(r"(?<![\w'-])(?:préf[éè]r\w+|choisir\w*|opt(?:er\w*|ons|ez|e)|prendr\w+|aimer\w+|conseill\w+|recommand\w+|privilégi\w+)(?: moi|-moi)? (?P<p>plus tôt)(?= (?:une?|les?|la|l'|des|pour|ce|cette|votre|son|sa|qu'une?) ?)(?![^.!?]*\bque (?:prévu|d'habitude))", "plutôt", group="p"),
         (("Je choisirais plus tôt une teinte claire.", "plutôt"),), ("Je choisirais plutôt une teinte claire.", "Nous pouvons prendre la route plus tôt.")),
    Rule("homophone_plus_tot_temps", "homophones", "Pour le temps, on écrit « plus tôt » en deux mots.", "Si l’on peut dire « plus tard », c’est « plus tôt ».",
         by_pattern(r"(?<![\w'-])(?:heures?|jours?|semaines?|mois|ans?|minutes?|années?|arriv\w+|commenc\w+|un peu|le) (?P<p>plutôt)(?= ?[.,;!?]| (?:que (?:d'habitude|prévu|convenu)|dans la|ce matin|possible)|$)", "plus tôt", group="p"),
         (("Elle est venue deux jours plutôt.", "plus tôt"),), ("Elle est venue deux jours plus tôt.", "Prenez plutôt le train.")),
    Rule("homophone_quoi_que", "homophones", "« Quoi que » veut dire « quelle que soit la chose que » ; « quoique », « bien que ».", "Si l’on peut dire « bien que », c’est « quoique ».",
         by_pattern(r"(?<![\w'-])(?P<q>quoique)(?= (?:je|tu|il|elle|on|nous|vous|ils|elles) (?:en |y |puis\w+ |ai\w* |ay\w+ )?(?:dis\w+|fass\w+|fai\w+|décid\w+|pens\w+|choisis\w+|veuill\w+|voul\w+|répond\w+|entrepr\w+|demand\w+|arriv\w+)(?: [\w-]+)?[,.;])", "quoi que"),
         (("Quoique vous décidiez, appelez-nous.", ""),), ("Quoi que vous décidiez, appelez-nous.", "Quoique vous soyez absent, nous viendrons.")),
    Rule("homophone_quoique", "homophones", "« Quoique », en un mot, veut dire « bien que ».", "Si l’on peut dire « bien que », c’est « quoique ».",
         by_pattern(r"(?<![\w'-])(?P<q>quoi que)(?= (?:très |peu |encore |assez |un peu |toujours |bien )*(?!ce|cette)[\wàâéèêîôû-]{3,}(?:ée?s?|te|nte?s?|ve|ble|eux|euse|if|ire)\b(?<!\bdises)(?<!\bfasses),? )|(?<![\w'-])(?P<r>quoi que)(?= (?:le|la|les|l'|votre|notre|mon|ma|ce|cette) ?\w+ (?:soit|ait|ne soit|n'ait|soient|aient)\b)", "quoique"),
         (("Quoi que fatigué, il a fini.", "Quoique"),), ("Quoique fatigué, il a fini.", "Quoi que vous fassiez, prévenez-nous.")),
    Rule("homophone_quelquefois", "homophones", "« Quelquefois », en un mot, veut dire « parfois ».", "Si l’on peut dire « parfois », c’est « quelquefois ».",
         by_pattern(r"(?<![\w'-])il (?:vous |nous |m'|lui |leur )?arriv\w+ (?P<q>quelques fois)(?= (?:de|d'|que|qu'))", "quelquefois", group="q"),
         (("Il m'arrive quelques fois de fermer tard.", "quelquefois"),), ("Il m'arrive quelquefois de fermer tard.", "Je l'ai vu quelques fois.")),
    Rule("homophone_tant_de", "homophones", "Pour la quantité, on écrit « tant de ».", "Si l’on peut dire « tellement », c’est « tant ».",
         by_pattern(r"(?<![\w'-])(?:y a|y avait|a|ai|avons|avez|ont|avait) (?P<t>temps)(?= d(?:e |')(?!travail|trajet|attente|pause|repos|parole|réponse|préparation)\w+)", "tant", group="t"),
         (("Il y a temps de bruit ici.", "tant"),), ("Il y a tant de bruit ici.", "Il a le temps de venir.")),
    Rule("homophone_m_a_sujet", "homophones", "« ma » est suivi d’un nom ; devant un participe, on écrit « m’a ».", "Si l’on peut dire « m’avait », c’est « m’a ».",
         by_pattern(r"(?<=[a-zà-ÿ]{3} )(?P<n>ma)(?= (?:dit|promis|répondu|écrit|demandé|proposé|confié|assuré|remis|rendu|transmis|prévenue?|rappelée?|envoyé|appris) (?:que|qu'|de|d'|l[ea]s?|une?|des|mon|mes|ce|cette|hier)\b)|(?:(?<=\bil )|(?<=\belle )|(?<=\bon )|(?<=\bqui )|(?<=\bcela )|(?<=\bça ))(?P<m>ma)(?= (?:bien |déjà |toujours |aussi |tout )?[a-zà-ÿ]+(?:é|i|u|it|is|ert)\b)", "m'a", skip=r"(?:avec|pour|dans|sur|de|par|sans|et|chez)(?: elle| on)? "),
         (("Elle ma rendu la clé.", ""), ("Le voisin ma dit que la rue est barrée.", "")), ("Elle m'a rendu la clé.", "Voici ma demande.", "Pour elle, ma demande est prête.")),
    Rule("homophone_tous_tout", "homophones", "« Tous » s’accorde avec un pluriel ; « tout », complément, ne change pas.", "« Toutes » au féminin : « elles sont toutes venues ».",
         by_pattern(r"(?<![\w'-])(?:sont|étaient|seront|sommes|étions|serons|soient) (?P<t>tout)(?= (?:venus|partis|arrivés|rentrés|passés|invités|conviés|présents|absents|prévenus|informés|livrés|réglés|vendus|signés|vérifiés|classés|envoyés|payés|contrôlés|occupés|réservés|complets|d'accord)\b)", "tous", group="t"),
         (("Les invités sont tout arrivés.", "tous"),), ("Les invités sont tous arrivés.", "Ils sont tout contents.")),
    Rule("homophone_tout_objet", "homophones", "« Tout », complément du verbe, ne prend pas la marque du pluriel.", "Si l’on peut dire « toute chose », c’est « tout ».",
         by_pattern(r"(?<![\w'-])(?P<s>(?:j'ai|tu as|il a|elle a|on a|[A-Z][a-zéèê]+ a)) (?P<t>tous)(?= [a-zà-ÿ]+(?:é|i|u|is|it)\b)", "tout", group="t", skip=r"(?:les|nous|vous) "),
         (("Elle a tous préparé pour lundi.", "tout"),), ("Elle a tout préparé pour lundi.", "Il les a tous préparés.")),
    Rule("homophone_part_par", "homophones", "« Par » indique un moyen ou une répartition ; une « part » se partage.", "Si l’on peut dire « chaque » ou « au moyen de », c’est « par ».",
         by_pattern(r"(?<![\w'-])(?P<p>part)(?= (?:personne|jour|mois|an|semaine|heure|mail|courriel|courrier|téléphone|virement|chèque|carte|exemple|erreur|retour|écrit|avance|voie|lot|colis|enfant|tête|trimestre|ligne|train|avion|ordre)\b)", "par", group="p", skip=r"(?:une|la|leur|sa|ma|notre|votre|cette|d'autre|d'une|quelque|nulle|à|il|elle|on|qui|train|car|bus|et|il en|n'en|ne) "),
         (("Comptez douze euros part personne.", "par"),), ("Comptez douze euros par personne.", "Une part par personne.", "Le car part mardi.")),
    Rule("homophone_faire_part", "homophones", "« Faire part », c’est annoncer : « part » prend un t.", "On peut dire « faire-part » : c’est « part ».",
         by_pattern(r"(?<![\w'-])(?:fai(?:re|s|t|sons|tes)|fer(?:ai|as|a|ons|ez|ont)|font) (?P<p>par)(?= ?[.;,]| d(?:e |')|$)", "part", group="p"),
         (("Je vous en ferai par.", "part"),), ("Je vous en ferai part.", "Faites-le par téléphone.")),
    Rule("homophone_parce_que", "homophones", "Pour une cause, on écrit « parce que ».", "Si l’on peut dire « car », c’est « parce que ».",
         by_pattern(r"(?<=[a-zà-ÿ]{3} )(?<!és )(?<!ée )(?<!ées )(?<!pris )(?<!prise )(?<!commencer )(?<!passe )(?<!çu )(?<!çue )(?<!onnez )(?<!inir )(?<!ncez )(?P<p>par ce qu(?:e |'))(?=(?:le|la|les|l'|il|elle|on|nous|votre|notre|je|j'|mon|ma|c'|ce))", "parce que ", group="p", skip=r"(?:suis|est|sommes|êtes|sont|été|était)(?: [a-zà-ÿ]+)? [a-zà-ÿ]+ |(?:commenc\w+|fini\w+|pass\w+|termin\w+|expliqu\w+) "),
         (("Nous reportons la visite par ce que le chef est absent.", "parce que "),), ("Nous reportons la visite parce que le chef est absent.", "Je suis surpris par ce que vous dites.", "Commencez par ce que vous savez.")),
)
# fmt: on
