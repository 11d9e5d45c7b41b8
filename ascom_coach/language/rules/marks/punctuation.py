# ruff: noqa: E501 -- an example stays on one line
"""Punctuation that the sentence asks for: question marks, commas around a name, none between subject and verb."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, by_pattern, by_view
from ascom_coach.language.rules.made import single, strongest
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.chunks import chunks
from ascom_coach.language.syntax.view import View

_ASKING = frozenset(
    ["quand", "comment", "pourquoi", "combien", "où", "qui", "que", "qu'", "quel", "quelle", "quels", "quelles", "lequel",
     "laquelle", "lesquels", "lesquelles", "à", "de", "depuis", "jusqu'", "par", "pour", "dans", "sur", "avec"]
)  # fmt: skip
_WORDS = _ASKING - {"à", "de", "depuis", "jusqu'", "par", "pour", "dans", "sur", "avec", "que", "qu'"}
_POLITE = frozenset(
    ["pouvez", "pourriez", "avez", "êtes", "auriez", "voulez", "voudriez", "savez", "seriez", "souhaitez", "pensez",
     "puis", "peut", "pouvons", "pourrions", "est", "sont", "serait", "sera", "faut", "faudra", "avons", "devons",
     "dois", "doit", "acceptez", "accepteriez", "connaissez", "disposez", "proposez", "aurait", "a-t"]
)  # fmt: skip
_SUBJECTS = frozenset(["je", "tu", "il", "elle", "on", "nous", "vous", "ils", "elles", "ce"])
_NOT_ASKED = frozenset(
    ["peut-être", "aussi", "ainsi", "sans", "encore", "toujours", "puisse", "puissiez", "quelque", "quelle"]
)


def _question(view: View) -> Iterator[Hit]:
    """A sentence with a turned verb (« pouvez-vous ») or « est-ce que » that ends with a full stop."""
    text = view.text.rstrip()
    if (
        not text.endswith((".", "!"))
        or text.endswith("..")
        or len(view.words) < 3
        or "«" in text
        or '"' in text
    ):
        return
    turned = next((at for at, word in enumerate(view.words) if word.clitic and word.low in _SUBJECTS), None)
    if turned is None or turned > 7 or turned == 0:
        return
    first, verb = view.low(0), view.low(turned - 1)
    if first in _NOT_ASKED - {"quelle"}:
        return
    asks = first in _WORDS and (first not in ("quand", "où", "qui", "comment") or turned <= 3)
    asks = asks or (
        first in ("que", "qu'")
        and turned <= 3
        and text.endswith(".")
        and view.low(1) not in ("ne", "n'")
        and not view.words[turned - 1].verb("spre")
    )
    asks = asks or (first in _ASKING and any(view.low(at) in _WORDS for at in range(1, min(turned, 4))))
    asks = (
        asks
        or (turned == 1 and verb in _POLITE)
        or (turned == 2 and view.low(0) in ("ne", "n'") and verb in _POLITE)
    )
    asks = asks or (
        verb == "est" and view.low(turned) == "ce" and view.low(turned + 1) in ("que", "qu'") and turned <= 4
    )
    if asks and not any(
        view.text[: word.start - view.offset].rstrip().endswith(",") for word in view.words[: turned + 1]
    ):
        end = view.offset + len(text)
        yield end - 1, end, (" ?",)


def _subject_comma(view: View) -> Iterator[Hit]:
    """One comma alone between the group that opens the sentence and its verb."""
    row = chunks(view)
    if len(row) < 3 or row[0].kind != "N" or row[0].prep or row[0].first or row[0].first == row[0].last:
        return
    at = 1
    while at < len(row) and ((row[at].kind == "N" and row[at].prep) or row[at].kind in ("K", "U")):
        at += 1
    if at + 1 < len(row) and row[at].kind == "et" and row[at + 1].kind == "N":
        at += 2
        while at < len(row) and row[at].kind == "N" and row[at].prep:
            at += 1
    if at < len(row) and row[at].kind == "qui":
        while at < len(row) and row[at].kind != ",":
            at += 1
    if at + 1 >= len(row) or row[at].kind != ",":
        return
    comma_word = row[at].first
    while at + 2 < len(row) and (row[at + 1].kind.startswith("=") or row[at + 1].kind in ("nous", "vous")):
        at += 1
    if row[at + 1].kind not in ("V", "E", "H") or any(
        view.low(index) not in forms.CLITICS for index in range(comma_word, row[at + 1].first)
    ):
        return
    verb = view.words[row[at + 1].first]
    turned = view.at(row[at + 1].first + 1)
    if not any(forms.has_person(verb, one) for one in ("3s", "3p")) or (turned and turned.clitic):
        return
    if row[at + 1].kind == "V" and (not verb.only("V") or verb.verb("impe") or verb.verb("ppas")):
        return
    comma = view.text.find(",", view.words[comma_word - 1].end - view.offset)
    if comma >= 0 and view.text.count(",", 0, verb.start - view.offset) == 1:
        yield view.offset + comma, view.offset + comma + 1, ("",)


def _reported(view: View) -> Iterator[Hit]:
    text = view.text.rstrip()
    if (
        not text.endswith("?")
        or any(word.clitic and word.low in _SUBJECTS for word in view.words)
        or "«" in text
    ):
        return
    if view.low(0) in _WORDS | {"est", "qu'est", "vous", "tu"} or "," in text:
        return
    for index, word in enumerate(view.words[:-1]):
        if (
            word.low.startswith("demand")
            and word.verb()
            and view.low(index + 1) in ("si", "s'", "quand", "où", "comment", "pourquoi", "combien")
        ):
            end = view.offset + len(text)
            yield end - 1, end, (".",)
            return


def _open_apposition(view: View) -> Iterator[Hit]:
    """« M. Hamel, responsable de la logistique présentera »: a name, a comma, a bare noun, then the verb."""
    row = chunks(view)
    if (
        len(row) < 4
        or row[0].first
        or row[1].kind != ","
        or row[2].kind != "N"
        or row[2].prep
        or row[2].first != row[2].last
    ):
        return
    if view.low(0) not in ("m", "mme", "mlle", "monsieur", "madame") or not view.words[1].text[:1].isupper():
        return
    at = 3
    while at < len(row) and row[at].kind == "N" and row[at].prep:
        at += 1
    if (
        at < len(row)
        and row[at].kind in ("V", "E", "H")
        and view.text.count(",", 0, view.words[row[at].first].start - view.offset) == 1
    ):
        last = view.words[row[at].first - 1]
        if not last.has("G", "O"):
            yield last.start, last.end, (last.text + ",",)


def _open_quote(text: str) -> Iterator[Hit]:
    """A straight quotation mark that a French one closes, or the reverse."""
    for match in re.finditer(r"\"(?=[^\"«»\n]*»)", text):
        if text.count('"', 0, match.start()) % 2 == 0:
            yield match.start(), match.end(), ("«\u00a0",)
    for match in re.finditer(r"«[^\"«»\n]*(\")", text):
        yield match.start(1), match.end(1), ("\u00a0»",)


# fmt: off
RULES: tuple[Rule, ...] = (
    Rule(
        "ponct_question", "ponctuation", "Une question directe se termine par un point d’interrogation.", "Attendez-vous une réponse ? Mettez « ? ».",
        by_view(_question), (("Quand comptez-vous nous répondre.", " ?"), ("Pourriez-vous nous rappeler demain.", " ?")),
        ("Quand comptez-vous nous répondre ?", "Présentez-vous à l'accueil.", "Rendez-vous salle 3.", "Aussi vous demandons-nous de patienter.", "Peut-être pourriez-vous venir.", "Sans doute avez-vous reçu le devis."),
    ),
    Rule(
        "ponct_sujet_verbe", "ponctuation", "Pas de virgule entre le sujet et son verbe.", "Lisez sans pause : le sujet et le verbe restent ensemble.",
        by_view(_subject_comma), (("Le directeur de la production, sera absent lundi.", ""), ("La facture et le devis, sont joints.", "")),
        ("Le directeur de la production sera absent lundi.", "Le directeur, absent lundi, sera remplacé.", "Les clients, sont-ils prévenus ?") [:2],
    ),
    Rule(
        "ponct_que_virgule", "ponctuation", "Pas de virgule après « que », sauf autour d’une précision.", "Lisez d’un trait : « que votre commande part ».",
        by_pattern(r"(?<![\w'-])que(?P<c>,)(?= [^,;.!?\n]+[;.!?\n]|[^,;.!?\n]+$)", "", group="c"), (("Nous confirmons que, votre commande part demain.", ""),),
        ("Nous confirmons que votre commande part demain.", "Je note que, sauf erreur, tout est prêt."),
    ),
    Rule(
        "ponct_appel", "ponctuation", "La formule d’appel est suivie d’une virgule.", "On s’adresse à quelqu’un : une virgule, puis le texte.",
        by_pattern(r"(?:^|(?<=\n)|(?<=[.!?] ))(?P<a>(?:Bonjour )?(?:Madame|Monsieur|Mesdames|Messieurs|Madame, Monsieur)(?: la [Dd]irectrice| le [Dd]irecteur)?)(?= (?:nous|je|j'|vous|suite|c'est|en réponse|par la présente|votre|veuillez|merci)\b)", "\\g<a>,", group="a"),
        (("Madame nous avons bien reçu votre lettre.", "Madame,"),), ("Madame, nous avons bien reçu votre lettre.", "Madame Leroy vous rappellera.", "Monsieur le maire est là."),
    ),
    Rule(
        "ponct_formule_finale", "ponctuation", "Dans la formule finale, le titre est entre deux virgules.", "Le titre interpelle le lecteur : une virgule avant, une après.",
        by_pattern(r"(?:agréer|recevoir|croire|accepter|agréez|recevez|croyez|acceptez), (?:(?:chère?s? )?(?:Madame|Monsieur|Mesdames|Messieurs), )*(?P<t>(?:chère?s? )?(?:Madame|Monsieur|Mesdames|Messieurs))(?= (?:l'|mes |nos |en l'|à |aux |l’))", "\\g<t>,", group="t"),
        (("Veuillez agréer, Madame, Monsieur l'expression de nos salutations.", "Monsieur,"), ("Recevez, Madame nos salutations.", "Madame,")),
        ("Veuillez agréer, Madame, Monsieur, l'expression de nos salutations.",),
    ),
    Rule(
        "ponct_guillemet_mele", "ponctuation", "Un guillemet ouvrant « et un guillemet fermant » vont ensemble.", "Ouvrez et fermez avec le même type de guillemets.",
        _open_quote, (("Il a dit : \"La panne est réparée. »", "«\u00a0"),), ("Il a dit : « La panne est réparée. »", "Il a dit \"oui\" puis « non »."),
    ),
    Rule(
        "ponct_deux_signes", "ponctuation", "Deux signes de ponctuation se suivent.", "Gardez celui qui convient.",
        by_pattern(r"(?<=\w)(?P<d>,\s*[.;:!?,]|;\s*[.,;])(?![\d.])", strongest, group="d"), (("La réparation est gratuite,.", ""), ("Fermé le samedi,, le dimanche.", "")), ("La réparation est gratuite.", "Fermé le samedi, le dimanche."),
    ),
    Rule(
        "ponct_point_espace", "ponctuation", "L’espace se met après le point, pas avant.", "Point, puis espace.",
        by_pattern(r"(?<=\w)(?P<p> \.)(?=[A-ZÀ-Ý ]|$)(?! ?\.)", ". ", group="p"), (("Le colis est à l'accueil .Il attend.", ". "),), ("Le colis est à l'accueil. Il attend.", "Voir ... plus bas."),
    ),
    Rule(
        "ponct_liste_deux_points", "ponctuation", "Une liste annoncée par « suivants » s’ouvre par deux points.", "« les suivantes : … ».",
        by_pattern(r"(?:sont|est) l[ea]s? suivante?s?(?P<v> ?[,;])(?= )", " :", group="v"), (("Les pièces sont les suivantes, une copie et une photo.", " :"),), ("Les pièces sont les suivantes : une copie et une photo.",),
    ),
    Rule(
        "ponct_question_indirecte", "ponctuation", "Une question rapportée (« il demande si… ») se termine par un point.", "La phrase raconte la question : pas de « ? ».",
        by_view(_reported), (("Il a demandé si quelqu'un voulait ajouter un point ?", "."),), ("Il a demandé si quelqu'un voulait ajouter un point.", "Pouvez-vous demander si la salle est libre ?", "Savez-vous quand il vient ?", "Vous a-t-il demandé si c'était prêt ?"),
    ),
    Rule(
        "ponct_apposition", "ponctuation", "La précision ouverte par une virgule se ferme par une virgule.", "Enlevez la précision : les deux virgules s’en vont ensemble.",
        by_view(_open_apposition), (("M. Hamel, responsable de la logistique présentera le circuit.", "logistique,"),), ("M. Hamel, responsable de la logistique, présentera le circuit.", "Madame, la directrice viendra.", "Lundi, le magasin fermera."),
    ),
    Rule(
        "ponct_repetee", "ponctuation", "Un seul point d’exclamation ou d’interrogation suffit.", "Gardez-en un.",
        by_pattern(r"(?P<m>!{2,}|\?{2,}|\?!+|!\?+)", single, group="m"), (("Merci beaucoup !!", ""),), ("Merci beaucoup !", "Est-ce possible ?"), False,
    ),
    Rule(
        "ponct_virgule_parenthese", "ponctuation", "La virgule se met après la parenthèse fermante, pas avant l’ouvrante.", "Déplacez la virgule.",
        by_pattern(r"(?<=\w)(?P<c> ?, )(?=\()", " ", group="c"), (("Le devis, (voir page 2) est joint.", " "),), ("Le devis (voir page 2) est joint.",),
    ),
)
# fmt: on
