# ruff: noqa: E501 -- a pattern or an example stays on one line
"""Spaces, marks, capitals, hyphens, elision."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ascom_coach.language.lexicon import lexicon
from ascom_coach.language.rules.base import Fix, Hit, Rule, by_pattern, by_view
from ascom_coach.language.rules.made import guillemet, hyphened, inverted, ordinal, single, spaced, tight
from ascom_coach.language.spelling import with_ligature
from ascom_coach.language.syntax.morphology import PERSONS, has_person
from ascom_coach.language.syntax.view import View, plain_view
from ascom_coach.language.text import plain

_DAYS = "Lundi|Mardi|Mercredi|Jeudi|Vendredi|Samedi|Dimanche"
_MONTHS = "Janvier|Février|Mars|Avril|Mai|Juin|Juillet|Août|Septembre|Octobre|Novembre|Décembre"


def _calendar(text: str) -> Iterator[Hit]:
    whole = plain_view(text)
    pattern = rf"(?:\b(?:\d{{1,2}}|1er) (?P<month>{_MONTHS})\b)|(?:\b(?:le|ce|du|au|avant|pour|dès|depuis|chaque|de|un|prochain|et|prévu|prévue|livré|livrée) (?P<day>{_DAYS})\b(?! (?:saint|gras|des [A-Z])))"
    for match in re.finditer(pattern, whole):
        name = "month" if match["month"] else "day"
        yield match.start(name), match.end(name), (match[name].lower(),)


def _ends_sentence(before: str) -> bool:
    """Whether the full stop that ends `before` follows a word, not an abbreviation."""
    last = re.search(r"([^\W\d_]+)\.$", before)
    return last is not None and lexicon().has(last[1])


def _ligature(text: str) -> Iterator[Hit]:
    for match in re.finditer(r"[A-Za-zÀ-ÿœŒ]*[oO]e[A-Za-zà-ÿœ]*", text):
        if printed := with_ligature(match.group()):
            yield match.start(), match.end(), (printed,)


def _sentence_case(text: str) -> Iterator[Hit]:
    whole = plain_view(text)
    if len(whole.split()) < 4:
        return
    closed = whole.rstrip().endswith((".", "!", "?", "…"))
    for match in re.finditer(r"(?:^|(?<=[^.\d]\. )|(?<=\n\n))(?P<w>[a-zà-ÿœ])(?=[a-zà-ÿœ']* ?\w)", whole):
        before = whole[: match.start()].rstrip()
        inside = before.endswith(".") and whole[match.start() - 1] == " "
        if inside and not closed and not _ends_sentence(before):
            continue
        if before.endswith((",", ":", ";")) or not (
            closed or inside or _GREETING.match(whole, match.start())
        ):
            continue
        last = re.search(r"([^\W\d_]+)\.$", before)
        if last and ((len(last[1]) <= 4 and plain(last[1]) in _SHORT) or len(last[1]) == 1):
            continue
        if before.endswith(("...", "…")):
            continue
        word = re.match(r"[^\W\d_]+", whole[match.start() :])
        if word and not re.match(r"[\w]*[@.]\w", whole[match.start() :][:30]):
            yield (
                match.start(),
                match.start() + len(word.group()),
                (word.group()[:1].upper() + word.group()[1:],),
            )


_GREETING = re.compile(r"(?:bonjour|bonsoir|madame|monsieur|ch(?:er|ère)s?)\b")
_SHORT = frozenset(
    [
        "m",
        "mm",
        "mme",
        "mlle",
        "dr",
        "cf",
        "p",
        "art",
        "ex",
        "env",
        "tel",
        "n",
        "no",
        "ref",
        "fig",
        "vol",
        "ed",
        "av",
        "bd",
        "etc",
        "min",
        "max",
        "resp",
        "st",
        "ste",
        "pp",
        "sté",
        "soc",
    ]
)
_NO_ELISION = frozenset(
    [
        "oui",
        "onze",
        "onzième",
        "ouistiti",
        "yaourt",
        "yaourts",
        "yacht",
        "yachts",
        "yen",
        "yens",
        "yoga",
        "yeux",
        "ouate",
        "uhlan",
        "un",
        "unième",
        "oh",
        "ah",
        "y",
        "ok",
        "uns",
        "unes",
        "email",
        "e-mail",
        "ouï",
    ]
)


def _elision(view: View) -> Iterator[Hit]:
    for index in range(len(view.words) - 1):
        word, after = view.words[index], view.words[index + 1]
        if (
            word.clitic
            or not after.near
            or after.clitic
            or after.text[:1] not in "aeiouyàâéèêëîïôûœ"
            or len(after.text) < 2
        ):
            continue
        if after.low in _NO_ELISION or not after.readings or word.text.isupper():
            continue
        if (
            word.low in ("de", "que", "je", "ne", "jusque", "lorsque", "puisque")
            or (word.low in ("me", "te", "se") and after.verb())
            or (
                word.low in ("le", "la")
                and after.only("N", "V")
                and after.has("N")
                and not after.has("P")
                and view.low(index - 1) not in ("faites", "mets", "dis")
            )
        ):
            yield word.start, after.end, (word.text[:-1] + "'" + after.text,)


def _doubled(view: View) -> Iterator[Hit]:
    doubled = frozenset(
        [
            "le",
            "la",
            "les",
            "de",
            "du",
            "des",
            "un",
            "une",
            "et",
            "à",
            "au",
            "que",
            "dans",
            "pour",
            "sur",
            "avec",
            "par",
            "est",
            "ce",
            "je",
            "il",
            "elle",
            "on",
            "votre",
            "notre",
            "mon",
            "ne",
            "pas",
            "qui",
        ]
    )
    for index in range(len(view.words) - 1):
        one, two = view.words[index], view.words[index + 1]
        if one.low == two.low and two.near and one.low in doubled and not two.clitic and not one.clitic:
            yield one.start, two.end, (one.text,)


def _inversion(view: View) -> Iterator[Hit]:
    if not view.text.rstrip().endswith("?"):
        return
    verbs = frozenset(
        [
            "pouvez",
            "avez",
            "êtes",
            "souhaitez",
            "voulez",
            "pourriez",
            "auriez",
            "seriez",
            "savez",
            "devez",
            "allez",
            "acceptez",
            "préférez",
            "disposez",
            "confirmez",
        ]
    )
    for index in range(min(3, len(view.words) - 1)):
        one, two = view.words[index], view.words[index + 1]
        start = index == 0 or view.low(index - 1) in (
            "quand",
            "comment",
            "où",
            "combien",
            "pourquoi",
            "bonjour",
        )
        if (start and one.low in verbs and two.low == "vous" and two.near and not two.clitic) or (
            start
            and index
            and two.near
            and not two.clitic
            and two.low in PERSONS
            and has_person(one, PERSONS[two.low])
            and not (one.has("N") and not one.low.endswith(("ons", "ez")))
        ):
            yield one.start, two.end, (f"{one.text}-{two.text}",)


def _rule(
    name: str, pattern: str, fix: Fix | tuple[Fix, ...], message: str, test: str, wrong: tuple[tuple[str, str], ...],
    right: tuple[str, ...], group: str | int = 0, skip: str = "", counted: bool = True,
) -> Rule:  # fmt: skip
    fixes = fix if isinstance(fix, tuple) else (fix,)
    return Rule(
        f"typo_{name}",
        "typographie",
        message,
        test,
        by_pattern(pattern, *fixes, group=group, skip=skip),
        wrong,
        right,
        counted,
    )


RULES: tuple[Rule, ...] = (
    _rule(
        "espace_avant", r"(?<=[^\W_])(?P<m>[?!;])(?=\s|$|[?!»\")])", "\u00a0\\g<m>",
        "En français, on met une espace avant « ? », « ! » et « ; ».", "Signe double : espace avant et après.",
        (("Pouvez-vous venir?", "\u00a0?"),), ("Pouvez-vous venir ?", "Merci !"), group="m",
    ),
    _rule(
        "espace_deux_points", r"(?<=[a-zà-ÿ])(?P<m>:)(?=\s|$)", "\u00a0:",
        "En français, on met une espace avant les deux-points.", "Signe double : espace avant et après.",
        (("Voici la liste: tables et bancs.", "\u00a0:"),), ("Voici la liste : tables et bancs.", "Rendez-vous à 10:30."), group="m",
    ),
    _rule(
        "espace_euro", r"(?<=\d)(?P<m>€|%)", "\u00a0\\g<m>",
        "On met une espace entre le nombre et son symbole (€, %).", "Nombre, espace, symbole.",
        (("Cela coûte 30€ par mois.", "\u00a0€"),), ("Cela coûte 30 € par mois.",), group="m",
    ),
    Rule(
        "ponct_espace_virgule", "ponctuation", "Pas d’espace avant une virgule ou un point.", "Signe simple : espace après seulement.",
        by_pattern(r"(?P<m>(?<=[^\W\d_]) [,.](?=\s|$)|(?<=[\d%€)]) ,(?=\s[a-zà-ÿ])|(?<=[€%]) \.(?=\s|$))", tight, group="m"),
        (("Bonjour , je vous écris.", ""), ("Il attend au guichet 3 , près de la porte.", "")), ("Bonjour, je vous écris.", "Bonjour ... et merci."),
    ),
    Rule(
        "ponct_apres_virgule", "ponctuation", "On met une espace après la virgule ou le point-virgule.", "Après le signe, une espace.",
        by_pattern(r"(?:(?<=[^\W\d_])|(?<=[€%)]))(?P<c>(?P<m>[,;])(?P<w>[^\W\d_]+))", "\\g<m> \\g<w>", group="c"),
        (("Bonjour,je vous écris.", ", je"),), ("Bonjour, je vous écris.", "Le prix est de 3,50 €."),
    ),
    Rule(
        "ponct_apres_point", "ponctuation", "On met une espace après le point qui ferme une phrase.", "Après le point, une espace.",
        by_pattern(r"(?<![\w.-])(?-i:[A-ZÀ-Ý]?[a-zà-ÿœ]{3,})(?P<m>\.(?P<w>(?-i:[A-ZÀ-Ý][a-zà-ÿ]{2,})))(?![\w]*\.\w)", ". \\g<w>", group="m"),
        (("Le colis est parti.Vous le recevrez mardi.", ". Vous"),), ("Le colis est parti. Vous le recevrez mardi.",),
    ),
    Rule(
        "ponct_double_point", "ponctuation", "Deux points de suite : un point ferme la phrase, trois la suspendent.", "Un point, ou trois.",
        by_pattern(r"(?<![.])\.\.(?![.])", "."), (("Merci de votre réponse..", "."),), ("Merci de votre réponse.", "À suivre..."),
    ),
    Rule(
        "ponct_etc", "ponctuation", "« etc. » prend un seul point, sans points de suspension.", "« etc. » veut déjà dire « et le reste ».",
        by_pattern(r"\betc ?(?:\.{2,}|…)", "etc."), (("Des tables, des bancs, etc...", "etc."),), ("Des tables, des bancs, etc.",),
    ),
    Rule(
        "ponct_etc_virgule", "ponctuation", "On met une virgule avant « etc. ».", "« etc. » continue la liste : virgule avant.",
        by_pattern(r"(?<=[a-zà-ÿ])(?P<m> etc\b\.?)", ", etc.", group="m"),
        (("Des tables, des bancs etc.", ", etc."),), ("Des tables, des bancs, etc.",),
    ),
    _rule(
        "parentheses", r"\((?P<a> )(?=\w)|(?<=\w)(?P<b> )\)", tight,
        "Pas d’espace à l’intérieur des parenthèses.", "La parenthèse touche le mot qu’elle entoure.",
        (("Le total ( hors taxes ) change.", ""),), ("Le total (hors taxes) change.",),
    ),
    _rule(
        "guillemets", r"«(?=[^\s])|(?<=[^\s])»", guillemet,
        "On met une espace à l’intérieur des guillemets français.", "Guillemet, espace, texte, espace, guillemet.",
        (("La mention «payé» manque.", ""),), ("La mention « payé » manque.",),
    ),
    Rule(
        "typo_majuscule_phrase", "typographie", "Une phrase commence par une majuscule.", "Après un point : majuscule.",
        _sentence_case, (("votre colis est bien arrivé hier.", "Votre"), ("Merci de votre appel. nous répondons vite.", "Nous")),
        ("Votre colis est bien arrivé hier.", "Bonjour,\nnous avons reçu votre mail.", "Voir M. Roux, cf. page 3 du guide."),
    ),
    Rule(
        "typo_jours_mois", "typographie", "Les jours et les mois s’écrivent sans majuscule.", "Dans une phrase : lundi, mai.",
        _calendar, (("Nous livrons le Lundi.", "lundi"), ("Facture du 16 Mai.", "mai")),
        ("Nous livrons le lundi.", "Lundi, nous livrons.", "Facture du 16 mai."),
    ),
    Rule(
        "typo_oe_lie", "typographie", "« œ » s’écrit en une seule lettre ; les claviers ne la donnent pas tous.", "Un logiciel de texte la remet : cœur, sœur, œuvre.",
        _ligature, (("Ma soeur apporte son oeuvre.", "sœur"), ("La main-d'oeuvre est comptée.", "œuvre")), ("Ma sœur vient.", "Il est coefficient.", "La moelle et le poêle."),
        counted=False,
    ),
    Rule(
        "typo_elision", "typographie", "Devant une voyelle, le petit mot s’élide : l’, d’, qu’, n’…", "Dites-le à voix haute : « l’adresse ».",
        by_view(_elision), (("Nous avons la adresse.", "l'adresse"), ("Je espère que il viendra.", "J'espère")),
        ("Nous avons l'adresse.", "J'espère qu'il viendra.", "Le onze mai, que oui !", "Le yaourt et le oui."),
    ),
    Rule(
        "typo_mot_double", "typographie", "Ce mot est écrit deux fois de suite.", "Lisez la phrase à voix haute, mot à mot.",
        by_view(_doubled), (("Nous avons reçu le le colis.", "le"),), ("Nous avons reçu le colis.", "Nous nous réjouissons."),
    ),
    Rule(
        "typo_trait_inversion", "typographie", "Dans une question, le verbe et le pronom inversés sont reliés par un trait d’union.", "Verbe avant le sujet : trait d’union.",
        by_view(_inversion), (("Pouvez vous nous rappeler ?", "Pouvez-vous"),), ("Pouvez-vous nous rappeler ?", "Vous pouvez vous asseoir ?"),
    ),
    _rule(
        "est_ce_que", r"(?<![\w'-])(?P<e>est ce|ai je|est il|est elle|a t il|a t'il|a-t'il|a-t'elle|va t il|va t'il|va t'elle|y a t il|y a t'il)(?= (?:que|qu'|\w))(?<![lu]i est ce)", inverted,
        "L’inversion du sujet demande un trait d’union (« est-ce que », « a-t-il »).", "Verbe avant le sujet : trait d’union.",
        (("Est ce que vous venez demain ?", ""), ("Y a t'il un quai ?", "")), ("Est-ce que vous venez demain ?", "Y a-t-il un quai ?"),
        group="e", skip=r"[a-zà-ÿ]+ (?<!comment )(?<!quand )(?<!pourquoi )",
    ),
    _rule(
        "t_de_trop", r"(?<![\w'-])(?P<v>\w+t)-t-(?P<s>ils?|elles?|on)(?![\w'-])", "\\g<v>-\\g<s>",
        "Le verbe se termine déjà par t : pas de « -t- » en plus.", "« -t- » seulement après une voyelle.",
        (("Que faut-t-il apporter ?", "faut-il"),), ("Que faut-il apporter ?", "Où va-t-il ?"),
    ),
    _rule(
        "ci_trait", r"(?<![\w'-])(?P<a>ci) (?P<b>joint(?:e|s|es)?|dessous|dessus|après|contre|inclus(?:e|es)?)(?![\w'-])", "\\g<a>-\\g<b>",
        "Les mots formés avec « ci » prennent un trait d’union.", "« Ci- » est toujours attaché.",
        (("Vous trouverez ci joint le devis.", "ci-joint"),), ("Vous trouverez ci-joint le devis.",),
    ),
    _rule(
        "celui_ci", r"(?<![\w'-])(?P<a>celui|celle|ceux|celles) (?P<b>ci)(?![\w'-])", "\\g<a>-\\g<b>",
        "« Celui-ci » prend un trait d’union.", "« -ci » est toujours attaché.",
        (("Prenez celui ci.", "celui-ci"),), ("Prenez celui-ci.",),
    ),
    _rule(
        "rendez_vous", r"(?<![\w'-])(?:un|le|ce|du|au|votre|notre|nos|vos|prochain|mon|de|les|des|ces|prendre) (?P<r>rendez vous)(?![\w'-])", "rendez-vous",
        "Le nom « rendez-vous » prend un trait d’union.", "Si l’on peut dire « entretien », c’est le nom.",
        (("Je confirme notre rendez vous.", "rendez-vous"),), ("Je confirme notre rendez-vous.", "Vous vous rendez vous-même sur place."), group="r",
    ),
    _rule(
        "trait_fixe", r"(?<![\w'-])(?P<x>vis à vis|c'est à dire|week end|(?<=cet )après midi|(?<=l')après midi|au dessus|au dessous|au delà|sous traitants?|chef lieu|chiffre clé|mot clé|par derrière|sur le champ(?= ?[.,]))(?![\w'-])", hyphened,
        "Ce mot composé prend un trait d’union.", "Vérifiez le trait d’union dans un dictionnaire.",
        (("Passez cet après midi.", ""),), ("Passez cet après-midi.", "Après midi, le quai ferme."), group="x",
    ),
    _rule(
        "trait_de_trop", r"(?<![\w'-])(?P<x>parce-que|tout-de-suite|s'il-vous-plaît|tout-à-fait|bien-que|compte-tenu|tandis-que|au-fur-et-à-mesure|en-cours|d'ores-et-déjà|a-part|tout-le-monde)(?![\w'-])", spaced,
        "Cette expression s’écrit sans trait d’union.", "Aucun trait d’union ici.",
        (("Répondez tout-de-suite.", ""),), ("Répondez tout de suite.",),
    ),
    _rule(
        "peut_etre", r"(?:^|(?<=[.!?] )|(?<=\n))(?P<p>peut être)(?= (?:que|qu'|avez|pouvez|faut|est))", "peut-être",
        "L’adverbe « peut-être » prend un trait d’union.", "Si l’on peut dire « sans doute », c’est « peut-être ».",
        (("Peut être que le colis est perdu.", "Peut-être"),), ("Peut-être que le colis est perdu.", "Cela peut être utile."), group="p",
    ),
    _rule(
        "peut_etre_verbe", r"(?<![\w'-])(?:est|sera|aura|sont|seront|avez|ai|avons|ont|viendra|faudra|faut|arrivera|serons|pourra|pourrons|passera|passerai|viendrai|irai|vais|allons|va|restera|manque|reste) (?P<p>peut être)(?= (?!le |la |les )\w)", "peut-être",
        "L’adverbe « peut-être » prend un trait d’union.", "Si l’on peut dire « sans doute », c’est « peut-être ».",
        (("Il y aura peut être un retard.", "peut-être"),), ("Il y aura peut-être un retard.", "Ce qui reste peut être jeté."), group="p", skip=r"(?:qui|que|ce) ",
    ),
    _rule(
        "apostrophe_manquante", r"(?<![\w'-])(?P<a>[LlDd]) (?=[aeéèêioh][a-zà-ÿ]{2,})", "\\g<a>'",
        "Le petit mot élidé se colle au suivant par une apostrophe.", "« l’ », « d’ » : apostrophe, sans espace.",
        (("Voici l adresse de livraison.", "l'"),), ("Voici l'adresse de livraison.", "Un bidon de 5 l aussi."), group="a", skip=r"\d ?|(?:salle|plan|point|zone|option|bâtiment|lot|groupe|catégorie|type|classe|porte|quai|hall|annexe|permis|vitamine|niveau) ",
    ),
    _rule(
        "apostrophe_espace", r"(?<![\w'-])(?P<a>(?:[ldjnmtsc]|qu)' )(?=[aeéèêiouhyà]\w)", tight,
        "Pas d’espace après l’apostrophe.", "L’apostrophe touche les deux mots.",
        (("Nous avons l' adresse.", ""),), ("Nous avons l'adresse.",), group="a",
    ),
    _rule(
        "milliers", r"(?<![\w.,/-])(?P<a>\d{2,3})(?P<b>\d{3})(?= ?(?:€|euros?\b))", "\\g<a>\u00a0\\g<b>",
        "On sépare les milliers par une espace.", "Par groupes de trois chiffres en partant de la droite.",
        (("Un devis de 12500 euros.", "12\u00a0500"),), ("Un devis de 12 500 euros.",), counted=False,
    ),
    _rule(
        "monsieur", r"(?<![\w'-])(?P<m>Mr\.?|Mr)(?= [A-ZÀ-Ý])", "M.",
        "L’abréviation française de « Monsieur » est « M. » ; « Mr » est anglaise.", "M., Mme, Mlle.",
        (("Bonjour Mr Durand.", "M."),), ("Bonjour M. Durand.",), group="m", counted=False,
    ),
    _rule(
        "madame", r"(?<![\w'-])(?P<m>Mme\.)(?= [A-ZÀ-Ý])", "Mme",
        "« Mme » s’écrit sans point : la dernière lettre du mot y est.", "M. (avec point), Mme (sans point).",
        (("Bonjour Mme. Durand.", "Mme"),), ("Bonjour Mme Durand.",), group="m", counted=False,
    ),
    _rule(
        "ordinaux", r"(?<![\w'-])(?P<x>\d+(?:ème|éme|eme|ième|ieme)s?|1ère?s?|1ére)(?<!1er)(?![\w'-])", ordinal,
        "Les ordinaux s’abrègent 1er, 1re, 2e, 3e.", "Premier : 1er ; première : 1re ; puis 2e, 3e.",
        (("C'est la 2ème relance.", ""),), ("C'est la 2e relance.",), counted=False,
    ),
    _rule(
        "marques_repetees", r"(?<=\w)\u0020?(?:!{2,}|\?{2,})", single,
        "Un seul point d’exclamation ou d’interrogation suffit dans un écrit professionnel.", "Un seul signe.",
        (("Répondez vite !!!", ""),), ("Répondez vite !",), counted=False,
    ),
    _rule(
        "espaces_multiples", r"(?<=[\w,;]) {2,}(?=\w)", " ",
        "Il y a plusieurs espaces de suite.", "Une seule espace entre deux mots.",
        (("Nous avons  bien reçu.", " "),), ("Nous avons bien reçu.",), counted=False,
    ),
)  # fmt: skip
