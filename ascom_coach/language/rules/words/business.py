# ruff: noqa: E501 -- a pattern or an example stays on one line
"""Faults that business mails are full of: participles after « avoir », set phrases of letters, « des que », « si-joint »."""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.remarks import Label
from ascom_coach.language.rules.base import Hit, Rule, by_pattern, by_view
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.noungroup import numbers_of
from ascom_coach.language.syntax.view import View

_ADVERBS = frozenset(
    ["bien", "déjà", "toujours", "pas", "jamais", "aussi", "également", "encore", "malheureusement"]
)
_WHEN = frozenset(["hier", "aujourd'hui", "lundi", "mardi", "mercredi", "jeudi", "vendredi"])
_DETERMINERS = frozenset(
    [
        "le",
        "la",
        "les",
        "l'",
        "un",
        "une",
        "des",
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
        "ces",
    ]
)


def _no_agreement(view: View) -> Iterator[Hit]:
    """« nous avons reçus votre courrier »: the object comes after the verb."""
    for index in (0, 1):
        word = view.at(index)
        if (
            not word
            or word.low not in forms.PERSONS
            or word.clitic
            or (index and view.low(0) not in ("mais", "car", "donc"))
        ):
            continue
        at = index + 1
        if view.low(at) not in forms.AVOIR:
            continue
        at += 1
        while view.low(at) in _ADVERBS:
            at += 1
        target = view.at(at)
        after = view.at(at + 1)
        if after and after.low in _WHEN:
            at, after = at + 1, view.at(at + 2)
        if (
            not target
            or not after
            or not after.near
            or after.low not in _DETERMINERS
            or not view.glued(index, at)
        ):
            continue
        if target.verb("ppas") and not forms.agrees(target, "m", "s") and not target.verb("ipre"):
            yield target.start, target.end, forms.participles(target)


def _adjective_before(view: View) -> Iterator[Hit]:
    """« nos sincère salutations »."""
    plural = ("des", "ces", "mes", "tes", "ses", "nos", "vos", "quelques", "les")
    for index in range(len(view.words) - 2):
        word, adjective, noun = view.words[index], view.words[index + 1], view.words[index + 2]
        if word.low not in plural or not view.glued(index, index + 2) or adjective.clitic or noun.clitic:
            continue
        if (
            adjective.only("A")
            and numbers_of(adjective) == {"s"}
            and noun.has("N")
            and numbers_of(noun) == {"p"}
        ):
            gender = next((one.gender for one in noun.readings if one.pos == "N"), "")
            if fixes := forms.agreed(adjective, gender, "p"):
                yield adjective.start, adjective.end, fixes


def _relative(view: View) -> Iterator[Hit]:
    """« les clients qui attend »."""
    for index in range(len(view.words) - 3):
        word, noun, who = view.words[index], view.words[index + 1], view.words[index + 2]
        if (
            word.low not in ("les", "des", "ces", "nos", "vos")
            or who.low != "qui"
            or not view.glued(index, index + 2)
        ):
            continue
        before = view.at(index - 1)
        if (
            numbers_of(noun) != {"p"}
            or not noun.has("N")
            or (before and before.near and before.has("N"))
            or view.low(index - 1) in ("un", "une", "de", "d'")
        ):
            continue
        at = index + 3
        while view.low(at) in forms.CLITICS:
            at += 1
        verb = view.at(at)
        if (
            verb
            and view.glued(index, at)
            and forms.finite(verb)
            and forms.has_person(verb, "3s")
            and not forms.has_person(verb, "3p")
            and not verb.verb("ppas")
        ):
            yield verb.start, verb.end, forms.conjugated(verb, "3p")


def _this(view: View) -> Iterator[Hit]:
    """« de se contretemps »."""
    for index in range(1, len(view.words) - 1):
        word, noun = view.words[index], view.words[index + 1]
        if (
            word.low == "se"
            and view.low(index - 1) in ("de", "pour", "dans", "avec", "par", "sur", "sans")
            and noun.near
            and not noun.clitic
        ):
            masculine = noun.only("N") and {one.gender for one in noun.readings} == {"m"}
            if masculine:
                yield word.start, word.end, ("ce",)


def _itself(view: View) -> Iterator[Hit]:
    """« il c'est trompé »."""
    for index in range(len(view.words) - 3):
        if (
            view.low(index) in ("il", "elle", "on")
            and view.low(index + 1) == "c'"
            and view.low(index + 2) == "est"
            and view.glued(index, index + 3)
        ):
            reflexive = view.words[index + 3].verb("ppas", "q") and not view.words[index].clitic
            if reflexive:
                yield view.words[index + 1].start, view.words[index + 2].end, ("s'est",)


_HAVING = {
    "est": "a",
    "sont": "ont",
    "suis": "ai",
    "sommes": "avons",
    "êtes": "avez",
    "était": "avait",
    "étaient": "avaient",
}


def _been(view: View) -> Iterator[Hit]:
    """« Elle n'est pas été prévenue »: « été » is said with « avoir »."""
    for at in range(2, len(view.words) - 1):
        if view.low(at) not in ("été", "étés"):
            continue
        verb = at - 1
        while verb > 1 and view.low(verb) in _ADVERBS and view.words[verb].near:
            verb -= 1
        if (
            view.low(verb) in _HAVING
            and view.glued(verb - 1, at + 1)
            and view.low(verb - 1) not in ("c'", "ce")
            and view.words[at + 1].verb("ppas")
        ):
            yield view.words[verb].start, view.words[verb].end, (_HAVING[view.low(verb)],)


def _rule(
    name: str, label: Label, pattern: str, fix: str, message: str, test: str, wrong: str, right: str
) -> Rule:
    group = "x" if "(?P<x>" in pattern else 0
    return Rule(
        name,
        label,
        message,
        test,
        by_pattern(pattern, fix, group=group),
        ((wrong, fix if "\\" not in fix else ""),),
        (right,),
    )


RULES: tuple[Rule, ...] = (
    Rule(
        "accord_avoir_sans_cod", "accord", "Avec « avoir », le participe ne s’accorde pas avec le sujet.", "… quoi ? La réponse est après le verbe : pas d’accord.",
        by_view(_no_agreement), (("Nous avons bien reçus votre courrier.", "reçu"), ("Ils ont oubliés le bon.", "oublié")),
        ("Nous avons bien reçu votre courrier.", "Ils les ont oubliés."),
    ),
    Rule(
        "accord_adjectif_devant", "accord", "L’adjectif placé devant un nom pluriel se met au pluriel.", "Plusieurs : la marque du pluriel sur chaque mot.",
        by_view(_adjective_before), (("Voici nos sincère salutations.", "sincères"),), ("Voici nos sincères salutations.",),
    ),
    Rule(
        "accord_relatif", "accord", "Après « qui », le verbe s’accorde avec le nom qui précède.", "Remplacez « qui » par « ils » ou « elles ».",
        by_view(_relative), (("Les clients qui attend sont là.", "attendent"),), ("Les clients qui attendent sont là.", "Un de nos clients qui attend."),
    ),
    Rule(
        "homophone_se_ce_nom", "homophones", "Devant un nom, on écrit « ce ».", "Si l’on peut dire « cette chose », c’est « ce ».",
        by_view(_this), (("Je suis navré de se contretemps.", "ce"),), ("Je suis navré de ce contretemps.", "Il parle de se plaindre."),
    ),
    Rule(
        "homophone_c_est_s_est", "homophones", "Devant le participe d’un verbe pronominal, on écrit « s’est ».", "Si l’on peut dire « je me suis », c’est « s’est ».",
        by_view(_itself), (("Il c'est trompé d'adresse.", "s'est"),), ("Il s'est trompé d'adresse.", "C'est noté."),
    ),
    Rule(
        "conj_etre_ete", "conjugaison", "« Été » se conjugue avec « avoir » : « a été », « ont été ».", "On dit « j’ai été », jamais « je suis été ».",
        by_view(_been), (("Nadia n'est pas été comptée.", "a"), ("Les colis sont été livrés.", "ont")), ("Nadia n'a pas été comptée.", "C'est l'été prochain."),
    ),
    _rule("homophone_envoi", "homophones", r"(?<![\w'-])(?:je|j') ?(?:vous |te |t'|lui |leur )?(?P<x>envois?)(?![\w'-])", "envoie", "Le verbe s’écrit « envoie » ; « envoi » est le nom.", "Si l’on peut dire « j’expédie », c’est « envoie ».", "Je vous envoi le devis.", "Je vous envoie le devis."),
    _rule("homophone_rappel", "homophones", r"(?<![\w'-])(?:je|j') ?(?:vous |te |t'|lui |leur )(?P<x>rappel)(?![\w'-])", "rappelle", "Le verbe s’écrit « rappelle » ; « rappel » est le nom.", "Au futur : « je rappellerai ».", "Je vous rappel lundi.", "Je vous rappelle lundi."),
    _rule("conj_tenir_informe", "conjugaison", r"(?<![\w'-])(?:tenir|tiens|tient|tenons|tenez|tiendrai|tiendrons) (?P<x>informer)(?![\w'-])", "informé", "« Tenir informé » : c’est le participe passé.", "Si l’on peut dire « tenir prêt », c’est -é.", "Merci de me tenir informer.", "Merci de me tenir informé."),
    _rule("conj_il_y_as", "conjugaison", r"(?<![\w'-])il (?:n')?y (?P<x>as|à)(?![\w'-])", "a", "« Il y a » : c’est le verbe avoir à la troisième personne.", "Si l’on peut dire « il y avait », c’est « a ».", "Il y as deux cartons.", "Il y a deux cartons."),
    _rule("conj_avoir_dis", "conjugaison", r"(?<![\w'-])(?:ai|as|a|avons|avez|ont) (?:bien |déjà |pas )?(?P<x>dis)(?![\w'-])", "dit", "Le participe de « dire » s’écrit « dit ».", "Au féminin on entend « dite » : un t.", "Elle a dis oui.", "Elle a dit oui."),
    _rule("conj_avoir_ete", "conjugaison", r"(?<![\w'-])(?:ai|as|a|avons|avez|ont|avait|avaient) (?:bien |déjà |pas |toutes |tous )?(?P<x>étés|étaient|étées?)(?![\w'-])", "été", "« Été », participe du verbe être, est invariable.", "Toujours « été » après avoir.", "Les chaises ont étés comptées.", "Les chaises ont été comptées."),
    _rule("orthographe_des", "orthographe", r"(?<![\w'-])(?P<x>des)(?= (?:que|qu'|lors|réception|à présent|maintenant|aujourd'hui|demain)(?![\w-]))", "dès", "Au sens de « à partir de », « dès » prend l’accent grave.", "Si l’on peut dire « à partir de », c’est « dès ».", "Répondez des que possible.", "Répondez dès que possible."),
    _rule("homophone_reste_a", "homophones", r"(?<![\w'-])(?:reste|restons|tiens|tenons|restant|sommes) (?:bien sûr )?(?P<x>a)(?= (?:votre|vos|ta|leur) )", "à", "« À votre disposition » : la préposition prend l’accent.", "« avait » ne convient pas ici : c’est « à ».", "Je reste a votre disposition.", "Je reste à votre disposition."),
    _rule("orthographe_ci_joint", "orthographe", r"(?<![\w'-])(?P<x>[sç]i[- ]joint)(?=e?s?\b)", "ci-joint", "On écrit « ci-joint », avec un c et un trait d’union.", "« Ci » veut dire « ici ».", "Voir le plan si-joint.", "Voir le plan ci-joint."),
    _rule("typo_a_t_il", "typographie", r"(?<![\w'-])(?P<v>a|va|aura|sera|faudra) t-(?P<s>il|elle|on)(?![\w'-])", "\\g<v>-t-\\g<s>", "Le verbe, le t et le pronom sont reliés par deux traits d’union.", "A-t-il : deux traits d’union.", "Aura t-il le bon ?", "Aura-t-il le bon ?"),
    _rule("orthographe_gene", "orthographe", r"(?<![\w'-])(?:la|toute|une|cette|de) (?P<x>gène)(?![\w'-])", "gêne", "L’embarras s’écrit « gêne » ; le « gène » relève de la biologie.", "Pensez à « gêner ».", "Pardon pour la gène occasionnée.", "Pardon pour la gêne occasionnée."),
    _rule("homophone_ne_se", "homophones", r"(?<![\w'-])ne (?P<x>ce)(?= \w)", "se", "Après « ne », devant un verbe, on écrit « se ».", "Si l’on peut dire « me », c’est « se ».", "Cela ne ce reproduira plus.", "Cela ne se reproduira plus."),
    _rule("orthographe_attente", "orthographe", r"(?<![\w'-])(?:l'|une |votre )(?P<x>attende)(?![\w'-])", "attente", "Le nom s’écrit « attente ».", "Une attente, des attentes.", "Dans l'attende de vous lire.", "Dans l'attente de vous lire."),
    _rule("orthographe_jusqu", "orthographe", r"(?<![\w'-])(?P<x>j'usqu'[aà])(?![\w'-])", "jusqu'à", "« Jusqu’à » ne se coupe qu’une fois, devant la voyelle.", "« Jusque » : un seul mot.", "Voir j'usqu'a lundi.", "Voir jusqu'à lundi."),
    _rule("orthographe_cest_cedille", "orthographe", r"(?<![\w'-])(?P<x>ç'est)(?![\w'-])", "c'est", "« C’est » s’écrit sans cédille.", "La cédille ne se met que devant a, o, u.", "Mais ç'est urgent.", "Mais c'est urgent."),
    _rule("homophone_na", "homophones", r"(?<![\w'-])(?P<x>na)(?= (?:pas|plus|jamais|toujours|rien|aucune?|encore|pu|été|reçu)(?![\w'-]))", "n'a", "« N’a » est le verbe avoir avec la négation.", "Si l’on peut dire « n’avait », c’est « n’a ».", "Elle na pas le devis.", "Elle n'a pas le devis."),
    _rule("homophone_etres", "homophones", r"(?<![\w'-])(?:doit|doivent|devront|devra|peut|peuvent|pourront|devrait|devraient|pourrait|pourraient|vont|va|pour|sans) (?:pas |déjà |tous |toutes |bien )?(?P<x>êtres)(?![\w'-])", "être", "Le verbe « être » ne prend pas de s à l’infinitif.", "Si l’on peut dire « rester », c’est « être ».", "Les lots doivent êtres prêts.", "Les lots doivent être prêts."),
    _rule("typo_est_ce", "orthographe", r"(?<![\w'-])(?P<x>es[- ]ce)(?= qu[e'])", "est-ce", "« Est-ce que » : le verbe être et un trait d’union.", "« C’est » retourné : « est-ce ».", "Bonjour, es ce que je peux venir ?", "Est-ce que je peux venir ?"),
    _rule("lettre_attente", "orthographe", r"(?<![\w'-])dans (?P<x>attente)(?= (?:de|d')(?![\w-]))", "l'attente", "La formule est « dans l’attente de ».", "Le nom garde son article.", "Dans attente de votre appel, bonne journée.", "Dans l'attente de votre appel, bonne journée."),
    _rule("lettre_prie_de", "orthographe", r"(?<![\w'-])vous pri(?:e|ons|t) (?P<x>(?P<v>accepter|agréer))(?![\w'-])", "d'\\g<v>", "« Prier quelqu’un de » : le petit mot « de » est nécessaire.", "« Je vous prie de… »", "Je vous prie accepter mes excuses.", "Je vous prie d'accepter mes excuses."),
    _rule("lettre_prie_de_recevoir", "orthographe", r"(?<![\w'-])vous pri(?:e|ons|t) (?P<x>(?P<v>recevoir|croire|trouver|noter))(?![\w'-])", "de \\g<v>", "« Prier quelqu’un de » : le petit mot « de » est nécessaire.", "« Je vous prie de… »", "Je vous prie recevoir mes excuses.", "Je vous prie de recevoir mes excuses."),
    _rule("accord_presents", "accord", r"(?:^|(?<=\n))(?P<x>présent|absent|excusé)(?= ?: (?-i:M\.|Mme|Mlle|[A-ZÉ])[^,\n]*(?:,| et) (?-i:M\.|Mme|Mlle|[A-ZÉ]))", "\\g<x>s", "Plusieurs personnes suivent : le mot se met au pluriel.", "« Ils sont présents » : un s.", "Présent : M. Roy, Mme Lopez", "Présents : M. Roy, Mme Lopez"),
    _rule("accord_excusee", "accord", r"(?:^|(?<=\n))(?P<x>présent|absent|excusé)(?= ?: (?-i:Mme|Mlle|Madame) [^,\n]*(?:\n|$))", "\\g<x>e", "Une femme suit : le mot se met au féminin.", "« Elle est excusée » : un e.", "Excusé : Mme Lopez", "Excusée : Mme Lopez"),
    _rule("orthographe_lieux", "orthographe", r"(?<![\w'-])(?:rendre|quitter|rendez|quittez|visiter|libérer|nettoyer|occuper|état|sur) (?:les|des|ces|nos|vos) (?P<x>lieus)(?![\w'-])", "lieux", "Le pluriel de « lieu », l’endroit, s’écrit « lieux » ; le « lieu » au pluriel en s est un poisson.", "Endroit : lieux.", "Rendez les lieus propres.", "Les lieus mordent ce matin."),
    _rule("homophone_et_numero", "homophones", r"(?<![\w'-])(?:numéro|montant|prix|total|code|délai|tarif)(?: de (?:téléphone|commande|dossier|livraison|la facture))? (?P<x>et)(?= (?:le |de )?\d)", "est", "Entre le nom et ce qu’il vaut, c’est le verbe être.", "Si l’on peut dire « était », c’est « est ».", "Le numéro et le 01 99 00 12 34.", "Le numéro est le 01 99 00 12 34."),
    _rule("homophone_et_etat", "homophones", r"(?<![\w'-])(?<!entre )(?:ma|mon|notre|votre|sa|son|le|la|cette) (?!plus )[\w-]+ (?P<x>et)(?= (?:en panne|en retard|en congés?|en arrêt|malade|absente?|indisponible)(?: depuis| jusqu| aujourd| demain| lundi| ce | cette | pour |[.,;!]|$))", "est", "Entre le nom et son état, c’est le verbe être.", "Si l’on peut dire « était », c’est « est ».", "Ma voiture et en panne.", "Ma voiture est en panne."),
    _rule("orthographe_etiez", "conjugaison", r"(?<![\w'-])vous (?:n')?(?P<x>étier|étié|étiés)(?![\w'-])", "étiez", "Avec « vous », le verbe finit par -ez.", "Vous étiez, vous aviez : -iez.", "Vous étier absent.", "Vous étiez absent."),
    _rule("homophone_ou_savoir", "homophones", r"(?<![\w'-])(?:sais|sait|savons|savez|savoir|savais) (?:pas |plus |trop |bien |encore |vraiment |exactement |jamais |toujours )*(?P<x>ou)(?= (?:mettre|aller|envoyer|placer|trouver|chercher|écrire|déposer|ranger|poser|commencer|s'adresser|m'adresser|est|sont|en|il|elle|je|nous|on|vous)(?![\w-]))", "où", "L’endroit s’écrit « où », avec un accent.", "Si l’on ne peut pas dire « ou bien », c’est « où ».", "Je ne sais pas ou mettre la date.", "Je ne sais pas où mettre la date."),
    _rule("orthographe_au_moins", "orthographe", r"(?<![\w'-])(?P<x>aux)(?= (?:moins (?:\d|un|deux|trois|quatre|cinq|six|huit|dix|quinze|vingt|trente)|sujet d|lieu d|niveau d|début d|milieu d|fur )[\w']*)", "au", "Devant un mot au singulier, on écrit « au ».", "« aux » = « à les » : plusieurs.", "Comptez aux moins deux jours.", "Comptez au moins deux jours."),
    _rule("homophone_la_ou", "homophones", r"(?<![\w'-])(?P<x>la o[uù])(?= (?:il|elle|on|je|nous|vous|ils|c'est|c'était)(?![\w-]))", "là où", "L’endroit s’écrit « là où », avec deux accents.", "Si l’on peut dire « à l’endroit où », c’est « là où ».", "Posez-le la ou il était.", "Posez-le là où il était."),
    _rule("homophone_a_ville", "homophones", r"(?<![\w'-])(?:centre|formation|magasin|agence|siège|usine|bureau|salon|salons|entreprises?|travaille|habite|lieu|situé|située|installé|installée|stage|née?|rendez-vous) (?P<x>a)(?= (?-i:[A-ZÉ][a-zà-ÿ-]{3,})(?:[.,;!?\n]| (?:le|la|à|pour|et|depuis|dans) |$))", "à", "Devant un nom de ville, la préposition prend l’accent.", "Si l’on ne peut pas dire « avait », c’est « à ».", "Je suis en formation a Limoges.", "Je suis en formation à Limoges."),
    _rule("accord_derniere", "accord", r"(?<![\w'-])(?:semaine|année|fois|réunion|facture|livraison|commande) (?P<x>(?P<v>prochain))(?=[ .,;!?\n]|$)", "\\g<v>e", "L’adjectif s’accorde avec le nom qui précède.", "« La dernière » : féminin.", "Voir la semaine prochain.", "Voir la semaine prochaine."),
    _rule("accord_derniere_fois", "accord", r"(?<![\w'-])(?:semaine|année|fois|réunion|facture|livraison|commande) (?P<x>dernier)(?=[ .,;!?\n]|$)", "dernière", "L’adjectif s’accorde avec le nom qui précède.", "« La dernière » : féminin.", "Voir la semaine dernier.", "Voir la semaine dernière."),
    _rule("homophone_mai_clause", "homophones", r"(?<!en )(?<!de )(?<!fin )(?<!mi )(?<!mi-)(?<!début )(?<!courant )(?<!dès )(?<!\d )(?<!1er )(?<!premier )(?<!avril )(?<!et )(?<!ou )(?<!le )(?<!du )(?<!jusqu'au )(?<=[a-zà-ÿ]{3} )(?P<x>mai)(?= (?:les|il|elle|on|ils|elles|je|j'|c'est|malheureusement) ?)", "mais", "« Mais » oppose deux idées ; « mai » est le mois.", "Remplacez par « cependant » : si la phrase tient, c’est « mais ».", "Le prix est juste mai les délais sont longs.", "Le prix est juste, mais les délais sont longs."),
)  # fmt: skip
