# ruff: noqa: E501 -- a pattern or an example stays on one line
"""Register and style: SMS forms, familiarity, pleonasms, borrowed words. Hints, unless the form is plainly wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ascom_coach.language.data import load_yaml
from ascom_coach.language.lexicon import lexicon
from ascom_coach.language.register import register_of
from ascom_coach.language.rules.base import Fix, Hit, Rule, by_pattern, cased
from ascom_coach.language.rules.made import replaced
from ascom_coach.language.syntax.view import views
from ascom_coach.language.text import Token, plain, words

_ACCEPTED = frozenset(
    [
        "svp",
        "rdv",
        "tel",
        "ref",
        "refs",
        "num",
        "pj",
        "doc",
        "docs",
        "nb",
        "exp",
        "resp",
        "dest",
        "adr",
        "qte",
        "cdt",
        "rv",
        "h24",
        "wk",
        "ste",
        "ets",
    ]
)


_MIXED = re.compile(
    r"\b(?:[Vv]otre|[Vv]os|(?:[Pp]ouvez|[Pp]ourriez|[Aa]uriez|[Vv]oulez|[Êê]tes|[Aa]vez|[Ss]avez|[Ss]eriez)-vous|[Vv]ous [a-zà-ÿ]+ez|[Vv]euillez|(?:[Jj]e|[Nn]ous) vous (?:prions|prie|remercie|remercions|informe|informons|confirme|confirmons|adresse|adressons|envoie|envoyons))\b"
)
_FAMILIAR_YOU = re.compile(
    r"(?<![\w'’-])(?P<t>tes|(?<![Ll]e )(?<![Uu]n )(?<!bon )(?<![Aa]u )(?<![Cc]e )ton|ta|n['’]hésite(?= pas)|dis-moi|envoie-moi|rappelle-moi|tiens-moi)(?![\w-])(?! (?:supérieur|supérieure|neutre))"
)
_AND_YOU = re.compile(
    r"(?<= et )(?P<t>te)(?= (?:souhaite|prie|remercie|confirme|envoie|adresse|rappelle|joins))"
)
_FORMAL = {
    "ton": ("votre",),
    "ta": ("votre",),
    "tes": ("vos",),
    "tu": ("vous",),
    "te": ("vous",),
    "toi": ("vous",),
}


@cache
def _short() -> dict[str, str]:
    return {plain(key): full for key, full in load_yaml("sms.yaml")["abreviations"].items()}


_OUTSIDE = {
    "stp": "s'il vous plaît",
    "stpl": "s'il vous plaît",
    "slt": "bonjour",
    "tkt": "ne vous inquiétez pas",
}
"""What a professional text says where the abbreviation is that of a friend."""


def _named(text: str, before: Token | None, token: Token) -> bool:
    """« le programme PDF Mod »: a capital behind a word that has one."""
    if before is None or not (token.text[:1].isupper() and before.text[:1].isupper()):
        return False
    return text[before.end : token.start].strip() == "" and "\n" not in text[before.end : token.start]


def _sms(text: str) -> Iterator[Hit]:
    table = _short()
    before: Token | None = None
    for token in words(text):
        folded, named = token.folded, _named(text, before, token)
        before = token
        full = table.get(folded)
        if (
            full is None
            or named
            or len(folded) < 2
            or folded in _ACCEPTED
            or plain(full) == folded
            or token.text.isupper()
        ):
            continue
        if not lexicon().has_folded(folded) and text[token.end : token.end + 1] not in (".", "("):
            fixes = (_OUTSIDE.get(folded, full), full)
            yield token.start, token.end, tuple(dict.fromkeys(cased(token.text, fix) for fix in fixes))


_TITLED = re.compile(r"\b(?:Madame|Monsieur|Mesdames|Messieurs)\b")
_BY_NAME = re.compile(
    r"^\W*(?:(?:[Bb]onjour|[Bb]onsoir|[Ss]alut|[Cc]oucou|[Hh]ello|[Cc]h[eè]re?)\s+)?(?!Madame|Monsieur|Mesdames|Messieurs|Bonjour|Bonsoir|Salut|Merci)"
    r"[A-ZÀ-Þ][a-zà-ÿ’'-]{2,}\s?[,!]\s*$",
    re.MULTILINE,
)
"""« Salut Joris, » alone on its line: whoever reads « tu » here is Joris, even if the message turns to Monsieur later."""


def _mixed(text: str) -> Iterator[Hit]:
    titled, named = _TITLED.search(text), _BY_NAME.search(text)
    if titled is None or (named is not None and named.start() < titled.start()):
        return
    found = register_of(text)
    if 0 < len(found.tutoiement) <= max(1, len(found.vouvoiement) // 2):
        for start, end in found.tutoiement:
            yield start, end, _FORMAL.get(plain(text[start:end]), ())


def _both(text: str) -> Iterator[Hit]:
    """« Pouvez-vous me donner tes dates »: both ways of addressing the reader in one sentence."""
    for view in views(text):
        if "«" in view.text or '"' in view.text or not _MIXED.search(view.text):
            continue
        if any(word.low in ("tu", "toi", "t'", "tous", "toutes") for word in view.words):
            continue
        for match in (*_FAMILIAR_YOU.finditer(view.text), *_AND_YOU.finditer(view.text)):
            start = view.offset + match.start("t")
            fix = {
                "te": "vous",
                "tes": "vos",
                "ton": "votre",
                "ta": "votre",
                "dis-moi": "dites-moi",
                "envoie-moi": "envoyez-moi",
            }.get(match["t"].lower(), "")
            fix = fix or (match["t"].replace("hésite", "hésitez") if "hésite" in match["t"] else "")
            yield start, view.offset + match.end("t"), (cased(match["t"], fix),) if fix else ()


def _hint(name: str, pattern: str, fix: Fix, message: str, test: str, wrong: str, right: str) -> Rule:
    return Rule(
        f"style_{name}", "style", message, test, by_pattern(pattern, fix), ((wrong, ""),), (right,), False
    )


RULES: tuple[Rule, ...] = (
    Rule(
        "style_sms", "style", "Cette abréviation de SMS n’a pas sa place dans un écrit professionnel.", "Écrivez le mot en entier.",
        _sms, (("Merci bcp de votre aide.", "beaucoup"),), ("Merci beaucoup de votre aide.", "Merci de prendre RDV."),
    ),
    Rule(
        "style_tutoiement", "style", "Le texte vouvoie son lecteur : le tutoiement s’y est glissé.", "Relisez : tu ou vous, du début à la fin.",
        _mixed, (("Madame, nous avons reçu votre appel. Vous recevrez ton colis.", ""),),
        ("Madame, nous avons reçu votre appel. Vous recevrez votre colis.", "Salut, dis à ton client : « vous et votre colis »."),
    ),
    Rule(
        "style_tu_vous", "style", "La même phrase dit « tu » et « vous » à son lecteur.", "Choisissez : tu ou vous, du début à la fin.",
        _both, (("Pouvez-vous m'envoyer tes dates ?", "vos"), ("Vous aurez votre badge ce soir ; n'hésite pas à appeler.", "n'hésitez"), ("Nous vous prions de renvoyer ton contrat signé.", "votre"), ("Je vous remercie de votre appel et te souhaite une bonne journée.", "vous")),
        ("Pouvez-vous m'envoyer vos dates ?", "Envoie-moi tes dates.", "Le ton de votre lettre est juste.", "Vous donnez le ton."),
    ),
    _hint("au_jour", r"\bau jour d'aujourd'hui\b", "aujourd’hui", "« Au jour d’aujourd’hui » répète trois fois la même idée.", "Un seul mot suffit.", "Au jour d'aujourd'hui, rien.", "Aujourd'hui, rien."),
    _hint("voire_meme", r"\bvoir(?:e)? même\b", "voire", "« Voire » veut déjà dire « et même ».", "« Voire » suffit.", "Deux, voire même trois.", "Deux, voire trois."),
    _hint("puis_ensuite", r"\bpuis ensuite\b", "puis", "« Puis » et « ensuite » disent la même chose.", "Un seul suffit.", "Puis ensuite, signez.", "Puis signez."),
    _hint("comme_exemple", r"\bcomme par exemple\b", "comme", "« Comme » annonce déjà l’exemple.", "Un seul suffit.", "Des lots, comme par exemple le bleu.", "Des lots, comme le bleu."),
    _hint("car_en_effet", r"\bcar en effet\b", "car", "« Car » et « en effet » disent la même chose.", "Un seul suffit.", "Il reste, car en effet il aide.", "Il reste, car il aide."),
    _hint("prevoir_avance", r"\bprév(?:oir|enir|u|oyez) à l'avance\b", replaced((r" à l'avance$", "")), "On prévoit toujours à l’avance.", "« Prévoir » suffit.", "Il faut prévoir à l'avance.", "Il faut prévoir."),
    _hint("malgre_que", r"\bmalgré que\b", "bien que", "« Malgré que » est critiqué : préférez « bien que » (suivi du subjonctif).", "« Malgré » est suivi d’un nom.", "Il vient malgré que tard.", "Il vient bien que ce soit tard."),
    _hint("pallier_a", r"\bpalli(?:er|es?|ons|ez|ent|é|era|erons|ait) (?:à|au|aux)\b", replaced((r" à$", ""), (r" au$", " le"), (r" aux$", " les")), "« Pallier » se construit sans « à » : pallier un manque.", "On pallie quelque chose.", "Pour pallier à ce manque.", "Pour pallier ce manque."),
    _hint("niveau_de", r"\bau niveau (?:de la|du|des) (?=prix|livraison|commande|facturation|délais)", "", "« Au niveau de » est vague : dites « pour », « sur » ou « en ce qui concerne ».", "Cherchez le mot précis.", "Au niveau du prix, rien.", "Sur le prix, rien."),
    _hint("asap", r"\bASAP\b", "dès que possible", "« ASAP » est de l’anglais abrégé.", "Dites-le en français.", "Répondez ASAP.", "Répondez dès que possible."),
    _hint("deadline", r"\bdeadlines?\b", "date limite", "« Deadline » est anglais.", "Dites-le en français.", "Quelle est la deadline ?", "Quelle est la date limite ?"),
    _hint("forwarder", r"\b(?:forward(?:er|é|ée|e|ez)|checker|checkez|checké)\b", "", "Ce verbe est un anglicisme.", "Dites « transférer », « vérifier ».", "Pouvez-vous checker le stock ?", "Pouvez-vous vérifier le stock ?"),
    _hint("ok", r"(?:^|(?<=[.!?] ))OK\b(?= ?[,.])", "D’accord", "« OK » est familier dans un écrit au client.", "Écrivez « d’accord » ou « c’est noté ».", "OK, je note.", "D'accord, je note."),
    _hint("pas_de_souci", r"\bpas de soucis?\b", "cela convient", "« Pas de souci » est familier dans un écrit professionnel.", "Dites ce qui convient.", "Pas de souci pour lundi.", "Lundi convient."),
    _hint("du_coup", r"\bdu coup\b", "donc", "« Du coup » est familier dans un écrit professionnel.", "Remplacez par « donc ».", "Du coup, nous livrons.", "Nous livrons donc."),
    _hint("argent", r"(?:(?<=cents )|(?<=mille )|(?<=cent )|(?<=vingt )|(?<=\d ))balles\b", "euros", "« Balles » est familier pour parler d’argent.", "Écrivez « euros ».", "Il a coûté cent balles.", "Il a coûté cent euros."),
    _hint("bosse", r"\bbosse(?:nt|s)?(?= (?:aussi|le|chez|pour|dur|beaucoup|à|avec|depuis|encore|demain|dans))", "travaille", "« Bosser » est familier dans un écrit professionnel.", "Écrivez « travailler ».", "Il bosse chez nous.", "Il travaille chez nous."),
)  # fmt: skip
