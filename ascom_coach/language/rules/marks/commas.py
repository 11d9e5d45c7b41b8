# ruff: noqa: E501 -- a pattern or an example stays on one line
"""Commas and other marks that are missing: after an opening clause, around a precision, before a quotation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, by_pattern, by_view
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.view import View, plain_view

_OPENERS = frozenset(["si", "s'", "quand", "lorsque", "lorsqu'", "dès", "comme", "puisque", "puisqu'", "afin", "bien", "tant", "après", "avant", "pour"])  # fmt: skip
_HOLD = frozenset(["que", "qu'", "dont", "où", "qui", "et", "ou", "si", "s'", "comme", "quand", "lorsque", "mais", "car",
                   "ce", "à", "de", "d'", "pour", "puisque", "donc", "ni", "ne", "n'", "afin", "vers"])  # fmt: skip
_HUNG = frozenset(["le", "la", "les", "moi", "lui", "leur", "toi", "y", "en"])
_STARTS = frozenset(["je", "j'", "il", "elle", "on", "ils", "elles", "nous", "vous", "tu"])
_WHOLE = frozenset(["rien", "personne", "chacun", "chacune", "cela", "tout"])
_LINKS = (
    "de plus|en effet|par ailleurs|en revanche|par conséquent|en conséquence|malheureusement|d'autre part|d'une part|"
    "tout d'abord|par contre|pour finir|en outre|par la suite|à ce titre|à cet effet|dans ce cas|de ce fait|en résumé|"
    "en conclusion|en plus|de même|pour cela|pour ma part|de mon côté|de notre côté|à ce jour|pour rappel|pour conclure|pour information|sauf erreur de notre part|sauf erreur de ma part"
)  # fmt: skip


def _finite(view: View, at: int) -> bool:
    word = view.words[at]
    if word.low in forms.AUXILIARIES and word.low not in ("être", "avoir", "été", "eu", "ayant"):
        return True
    return forms.finite(word) and word.only("V", "A", "N") and not (word.has("N") and not word.only("V"))


def _opening_clause(view: View) -> Iterator[Hit]:
    """« Si le stock est insuffisant prévenez le service », « Quand vous arrivez vous devez signer »."""
    if len(view.words) < 5 or view.low(0) not in _OPENERS:
        return
    if view.low(0) in ("bien", "dès", "tant", "afin", "après", "avant", "pour") and view.low(1) not in (
        "que",
        "qu'",
    ):
        return
    seen = False
    for at in range(1, len(view.words)):
        word = view.words[at]
        if not word.near:
            return
        before = view.low(at - 1)
        if seen and before not in _HOLD and before[-1:] != "'" and not word.clitic:
            whole = word.low in _WHOLE and (
                view.low(at + 1) in ("ne", "n'") or word.low not in ("rien", "personne")
            )
            if (word.low in _STARTS or whole) and at + 1 < len(view.words) and view.low(at + 1) != "y":
                verb = at + 1
                while view.low(verb) in forms.CLITICS and verb + 1 < len(view.words):
                    verb += 1
                person = forms.PERSONS.get(word.low, "3s")
                if (
                    view.glued(at, verb)
                    and forms.has_person(view.words[verb], person)
                    and before not in _STARTS
                ):
                    yield view.words[at - 1].start, view.words[at - 1].end, (view.words[at - 1].text + ",",)
                    return
            hung = view.at(at + 1)
            hanging = hung is not None and hung.clitic and hung.low in _HUNG
            order = ((word.low.endswith("ez") and word.only("V")) or hanging) and word.verb("impe")
            order = order and before not in _STARTS
            told = view.low(at + 1) in ("de", "d'") if word.low == "merci" else _forbids(view, at)
            if told or (order and not _your_verb(view, at)):
                yield view.words[at - 1].start, view.words[at - 1].end, (view.words[at - 1].text + ",",)
                return
        seen = seen or _finite(view, at)


def _forbids(view: View, at: int) -> bool:
    """« n'hésitez pas » at `at`."""
    verb = view.at(at + 1)
    return view.low(at) in ("n'", "ne") and verb is not None and verb.low.endswith("ez") and verb.verb("impe") and view.low(at - 1) != "vous"  # fmt: skip


def _your_verb(view: View, at: int) -> bool:
    """Whether the verb at `at` belongs to a « vous » before it: none that has its own verb already."""
    for back in range(at - 1, max(-1, at - 4), -1):
        if _finite(view, back):
            return False
        if view.low(back) == "vous":
            return True
    return False


def _precision(view: View) -> Iterator[Hit]:
    """« La facture, reçue le 3 mars est payée »: a precision opened by a comma is not closed before the verb."""
    words = view.words
    comma = next((at for at in range(1, len(words)) if not words[at].near), 0)
    if not 2 <= comma <= 7 or not words[0].has("D") or view.low(0) in ("ce", "tout"):
        return
    first = words[comma]
    gap = view.text[words[comma - 1].end - view.offset : first.start - view.offset].strip()
    if gap != "," or any(
        forms.finite(word) and not word.has("N", "A", "P", "D", "R") for word in words[:comma]
    ):
        return
    if not first.verb("ppas") or first.has("N") or forms.finite(first):
        return
    for at in range(comma + 1, min(comma + 9, len(words))):
        if not words[at].near or words[at].low in ("ou", "et"):
            return
        if words[at].low in (
            "est",
            "sont",
            "a",
            "ont",
            "sera",
            "seront",
            "était",
            "étaient",
            "doit",
            "doivent",
        ):
            if view.low(at - 1) in _HOLD | {"il", "elle", "on", "qui", "n'", "ne", "y"} or at + 1 >= len(
                words
            ):
                return
            yield words[at - 1].start, words[at - 1].end, (words[at - 1].text + ",",)
            return


def _unclosed(text: str) -> Iterator[Hit]:
    """A parenthesis opened and never closed in its paragraph, or closed and never opened."""
    start = 0
    for line in text.split("\n"):
        if line.count("(") == line.count(")") + 1 and not re.search(r"[:;]-?\(", line):
            depth = [match.start() for match in re.finditer(r"\(", line)]
            at = depth[-1]
            word = re.match(r"\(\S*", line[at:])
            if word and ")" not in line[at:]:
                verb = re.search(
                    r" (?:est|sont|a|ont|sera|seront|reste|restent|doit|doivent|comprend|comprennent|peut|peuvent|coûte|coûtent)\b",
                    line[at:],
                )
                stop = verb.start() if verb and verb.start() < 60 else len(word.group())
                yield start + at, start + at + stop, (f"{line[at : at + stop].rstrip(' ,.;:')})",)
        start += len(line) + 1


_CALL = re.compile(
    r"(?:^|(?<=\n))(?P<c>(?:(?:bonjour|bonsoir)(?: (?:à (?:tous|toutes)|[\w.'’-]+)){0,3}|(?:madame, monsieur|mesdames, messieurs|madame, mademoiselle, monsieur)|(?:ch(?:er|ère)s? )?(?:madame|monsieur|mesdames|messieurs)"
    r"(?: (?:le|la) [\w-]+(?: [\w-]+)?)?|ch(?:er|ère)s? [\w-]+(?: [\w-]+)?))(?P<s> ?\.?)(?=[ \t]*\n\s*(?P<n>[^\n]+))",
    re.IGNORECASE,
)
"""A line that calls someone, its last sign, and the line that follows."""


def _titled(word: str) -> str:
    """A title by which someone is called takes a capital."""
    return word.capitalize() if word.lower() in ("madame", "monsieur", "mesdames", "messieurs") else word


def _call_line(text: str) -> Iterator[Hit]:
    """« Bonjour Madame » alone on its line, before the text: a comma ends it."""
    for match in _CALL.finditer(plain_view(text)):
        words = match["n"].split()
        told = (
            len(words) > 3
            and not words[0][0].isdecimal()
            and (match["n"].rstrip()[-1] in ".!?:," or len(words) > 7)
        )
        if told:
            start = match.start("c") + match["c"].rfind(" ") + 1
            yield start, match.end("s"), (_titled(text[start : match.end("c")]) + ",",)


_ASKED = re.compile(
    r"(?<![\w'-])(?P<v>(?:d')?(?:agréer|agréez|recevez|croyez|acceptez|accepter)|(?:de )?(?:recevoir|croire)|pri(?:e|ons))(?P<a>,?) "
    r"(?P<t>(?:ch(?:er|ère) )?(?:madame|monsieur|mesdames|messieurs)(?:(?: (?:le|la) [\w-]+)(?: (?!de |en )[\w-]{3,})?)??)(?P<b>,?)(?= (?:d'agréer|de (?:croire|recevoir|bien)|(?:à )?l'(?:[eé]xpr[a-zé]+|assurance|hommage)|nos |mes |en l'|à mes ))",
    re.IGNORECASE,
)
"""A closing formula: the verb, the title called, and what follows."""


def _closing(text: str) -> Iterator[Hit]:
    """« d'agréer Monsieur le Maire l'expression »: the title stands between two commas."""
    for match in _ASKED.finditer(plain_view(text)):
        if not match["a"]:
            yield match.start("v"), match.end("v"), (text[match.start("v") : match.end("v")] + ",",)
        if not match["b"]:
            start = match.start("t") + match["t"].rfind(" ") + 1
            yield start, match.end("t"), (_titled(text[start : match.end("t")]) + ",",)


def _rule(name: str, pattern: str, fix: str, message: str, test: str, wrong: tuple[str, str], right: str, group: str | int = 0,
          counted: bool = True) -> Rule:  # fmt: skip
    return Rule(
        f"ponct_{name}",
        "ponctuation",
        message,
        test,
        by_pattern(pattern, fix, group=group),
        (wrong,),
        (right,),
        counted,
    )


RULES: tuple[Rule, ...] = (
    Rule(
        "ponct_proposition_tete", "ponctuation", "La proposition qui ouvre la phrase est suivie d’une virgule.", "Déplacez-la à la fin : si la phrase tient, il fallait une virgule.",
        by_view(_opening_clause), (("Si le quai est fermé prévenez le gardien.", "fermé,"), ("Si tu vois le gardien préviens-le.", "gardien,"), ("Quand vous quittez le bureau merci de fermer.", "bureau,"), ("Quand le camion arrive vous devez signer le bon.", "arrive,")),
        ("Si le quai est fermé, prévenez le gardien.", "Si vous souhaitez que nous venions, appelez.", "Si le directeur vous appelle, répondez.",
         "Comme vous le savez, le guichet ferme.", "Si vous le pouvez, venez.", "Si vous partez vers tout autre lieu, appelez."),
    ),
    Rule(
        "ponct_precision", "ponctuation", "La précision ouverte par une virgule se ferme par une virgule.", "Enlevez la précision : les deux virgules s’en vont ensemble.",
        by_view(_precision), (("Le colis, expédié le 3 mars est toujours bloqué.", "mars,"),),
        ("Le colis, expédié le 3 mars, est toujours bloqué.", "Le colis expédié le 3 mars est bloqué."),
    ),
    Rule(
        "ponct_parenthese", "ponctuation", "Une parenthèse ouverte doit être fermée.", "Comptez-les : autant d’ouvrantes que de fermantes.",
        _unclosed, (("Le modèle choisi (réf. 4410 est en stock.", ""),), ("Le modèle choisi (réf. 4410) est en stock.", "Merci :-("),
    ),
    Rule(
        "ponct_ligne_appel", "ponctuation", "La formule d’appel, seule sur sa ligne, se termine par une virgule.", "On s’adresse à quelqu’un : une virgule, puis le texte.",
        _call_line, (("Bonjour Madame\nJe vous écris pour le devis du mois de mars.", "Madame,"), ("Cher Monsieur\n\nNous avons bien reçu votre lettre.", "Monsieur,")),
        ("Bonjour Madame,\nJe vous écris pour le devis.", "Monsieur Paul Roy\n12 rue du Port", "Madame\nMonsieur", "Bonjour !\nJe vous écris pour le devis du mois."),
    ),
    Rule(
        "ponct_titre_final", "ponctuation", "Dans la formule finale, le titre est entre deux virgules.", "Le titre interpelle le lecteur : une virgule avant, une après.",
        _closing, (("Je vous prie d'agréer Monsieur le Maire, l'expression de mon respect.", "d'agréer,"), ("Je vous prie de croire, Madame la Directrice à l'expression de mon respect.", "Directrice,")),
        ("Je vous prie d'agréer, Monsieur le Maire, l'expression de mon respect.", "Vous pouvez croire Madame Roy.", "Il faut recevoir Monsieur le Maire à l'entrée."),
    ),
    Rule(
        "ponct_quel_que", "ponctuation", "« Quel que soit… » en tête de proposition est suivi d’une virgule.", "Marquez une pause avant le sujet : c’est la virgule.",
        by_pattern(r"(?<![\w'-])(?:quel(?:le)?s? que|quelque|quelle?s?que) soi(?:en)?t (?:l[ea]s? |l'|votre |vos |notre |son |sa )(?:(?!que |qui |dont |où )[\w-]+ ){0,2}?(?P<w>(?!que |qui |dont |où )[\w-]+)(?= (?:je|j'|nous|vous|il|elle|on|ils|elles)(?![\w-]))", "\\g<w>,", group="w"),
        (("Quelle que soit la tâche je la finis.", "tâche,"),), ("Quelle que soit la tâche, je la finis.", "Quelle que soit la tâche que nous faisons, tout va."),
    ),
    _rule("connecteur", rf"(?:^|(?<=\n)|(?<=[.!?] ))(?P<c>{_LINKS})(?= (?:nous|je|j'|vous|il|elle|ils|elles|le|la|les|l'|votre|notre|nos|vos|un|une|cette|ce)\b)", "\\g<c>,",
          "Le mot de liaison qui ouvre la phrase est suivi d’une virgule.", "Marquez une pause en lisant : c’est la virgule.",
          ("De plus nous avons vérifié le stock.", "De plus,"), "De plus, nous avons vérifié le stock.", "c"),
    _rule("appel_double", r"(?:^|(?<=\n)|(?<=agréer, )|(?<=agréer )|(?<=croire, )|(?<=croire )|(?<=recevoir, )|(?<=Bonjour ))(?P<c>Madame Monsieur|Madame Mademoiselle Monsieur|Mesdames Messieurs)\b", "Madame, Monsieur",
          "Les titres de l’appel sont séparés par une virgule.", "Deux personnes possibles : une virgule entre les deux.",
          ("Madame Monsieur, votre contrat est prêt.", "Madame, Monsieur"), "Madame, Monsieur, votre contrat est prêt.", "c"),
    _rule("question_fin", r"(?:^|(?<=\n)|(?<=[.!?] ))(?:quel|quelle|quels|quelles|comment|pourquoi|combien|est-ce) [^.;:!?\n]{8,90}(?P<c> ?;)\s*$", " ?",
          "Une question directe se termine par un point d’interrogation.", "Attendez-vous une réponse ? Mettez « ? ».",
          ("Quel est le montant du dépôt de garantie ;", " ?"), "Quel est le montant du dépôt de garantie ?", "c"),
    _rule("annonce", r"(?<![\w'-])(?:dit|répondu|précisé|déclaré|indiqué|écrit|ajouté|demandé|conclu|répond|précise|déclare|indique|ajoute|conclut|rappelé|rappelle|promis|promet|assuré|assure|annoncé|annonce|affirmé|affirme|confirmé|expliqué|explique|insisté|lancé|noté|demande|écrit)(?P<c> )(?=«\s?[A-ZÀ-Ý])", " : ",
          "Les paroles rapportées sont annoncées par deux points.", "Verbe de parole, deux points, guillemets.",
          ("Le directeur a répondu « Nous verrons. »", " : "), "Le directeur a répondu : « Nous verrons. »", "c"),
    _rule("signe_double", r"(?P<d>(?P<k>[;:,])\s?(?P=k))(?!\d|\))", "\\g<k>",
          "Deux signes de ponctuation se suivent.", "Gardez celui qui convient.",
          ("La facture n'est pas réglée ;; une relance partira.", ""), "La facture n'est pas réglée ; une relance partira.", "d"),
    _rule("suivants", r"(?<=[a-zà-ÿ]{2}s )(?P<c>suivante?s)(?= (?:les? |la |l'|une? |\d)[^.:\n]{3,80},[^.:\n]{2,80}(?:,| et )[^.:\n]+\.)", "\\g<c> :",
          "Une liste annoncée par « suivants » s’ouvre par deux points.", "« les jours suivants : … ».",
          ("Nous fermons les jours suivants le 1er, le 8 et le 29 mai.", "suivants :"), "Nous fermons les jours suivants : le 1er, le 8 et le 29 mai.", "c"),
    _rule("sont_suivants", r"(?<=sont les )(?P<c>suivante?s)(?= (?:les? |la |l'|une? |\d))", "\\g<c> :",
          "Une liste annoncée par « suivants » s’ouvre par deux points.", "« les jours suivants : … ».",
          ("Les horaires sont les suivants le lundi à 9 h, le mardi à 14 h.", "suivants :"), "Les horaires sont les suivants : le lundi à 9 h, le mardi à 14 h.", "c"),
    _rule("nom_fonction", r"(?-i:(?:M\.|Mme|Mlle) [A-ZÀ-Ý][\w-]+)(?P<c> )(?=(?:notre|votre|sa|son|leur) (?:[a-zà-ÿ]+ ){0,2}[a-zà-ÿ]+, (?:vous|nous|est|a|sera|se|ne|n'|assurera|viendra|prendra|reste)\b)", ", ",
          "La fonction qui suit un nom est entre deux virgules.", "Enlevez la fonction : les deux virgules s’en vont ensemble.",
          ("M. Lebrun notre comptable, vous rappellera.", ", "), "M. Lebrun, notre comptable, vous rappellera.", "c"),
)  # fmt: skip
