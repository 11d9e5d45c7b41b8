# ruff: noqa: E501 -- an example stays on one line, and lists of words read better as text
"""Signs of writing: missing spaces, quotation marks, suspension points, abbreviations, web addresses, capitals."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from ascom_coach.language.lexicon import lexicon
from ascom_coach.language.rules.base import Hit, Rule, by_pattern
from ascom_coach.language.rules.made import arrow, in_guillemets
from ascom_coach.language.syntax.view import plain_view

_SMALL = (
    "je|tu|il|elle|on|nous|vous|ils|elles|le|la|les|un|une|des|du|de|ce|cette|ces|mais|et|donc|car|pour|dans|avec|sur|"
    "toujours|sans|si|que|qui|merci|mon|ma|mes|votre|notre|par|au|aux|en|ça|cela"
)


def _stuck(text: str) -> Iterator[Hit]:
    """« refusé.de se sauver », « espace?manquant », « liste:les », « étage)qu'il »."""
    whole = plain_view(text)
    for match in re.finditer(rf"(?<=[a-zà-ÿ]{{2}})(?P<m>\.)(?P<w>{_SMALL})(?=[ '][a-zà-ÿ])", whole):
        yield match.start(), match.end(), (f". {match['w'].capitalize()}",)
    for match in re.finditer(r"(?<=[a-zà-ÿ])(?P<m> ?[;!?])(?P<w>[A-Za-zÀ-ÿ]{2,})(?![\w=&/])", whole):
        if "/" in whole[max(0, match.start() - 30) : match.start()].rsplit(" ", 1)[-1]:
            continue
        yield match.start(), match.end(), (f"\u00a0{match['m'].strip()} {match['w']}",)
    for match in re.finditer(r"(?<![\w])(?P<a>[a-zà-ÿ]{3,})(?P<m>:)(?P<w>[a-zà-ÿ]{2,})(?![\w@:/=.-])", whole):
        if match["a"] not in ("http", "https", "mailto", "file", "ftp", "tel"):
            yield match.start("m"), match.end(), (f"\u00a0: {match['w']}",)
    for match in re.finditer(r"\([^()\n]* [^()\n]*(?P<m>\))(?P<w>[a-zà-ÿ]{2,})", whole, re.I):
        yield match.start("m"), match.end(), (f") {match['w']}",)
    for match in re.finditer(r"(?<=[a-zà-ÿ]{3})(?P<m>…|\.\.\.)(?P<w>[a-zà-ÿ]{3,}|\()", whole):
        yield match.start(), match.end(), (f"… {match['w']}",)
    for match in re.finditer(r"(?<=[a-zà-ÿ]{2})(?P<m> ,)(?=[a-zà-ÿ])", whole):
        yield match.start(), match.end(), (", ",)


def _dots(text: str) -> Iterator[Hit]:
    """« .... », « arrivée ... », « viendra, … », « … etc. »."""
    whole = plain_view(text)
    for match in re.finditer(r"(?<![.…])(?:\.{4,5}|…\.+|\.+…)(?![.…])", whole):
        yield match.start(), match.end(), ("…",)
    for match in re.finditer(
        r"(?<=[^\W\d_])(?P<m> ?, ?(?:…|\.{3})(?: ?etc\.?)?| ?(?:…|\.{3}) ?etc\b\.?)", whole
    ):
        yield match.start(), match.end(), (", etc." if "etc" in match["m"] else "…",)
    for match in re.finditer(
        r"(?<=[^\W\d_])(?P<m> (?:…|\.{3,4})(?=\s?[?!]?\s*$)| …(?= ?[a-zà-ÿ]))", whole, re.M
    ):
        yield match.start(), match.end(), ("…",)


def _quotes(text: str) -> Iterator[Hit]:
    """« “mot » », « ''mot'' », « “mot », a mark turned the wrong way: quotation marks go by pairs of one kind."""
    start = 0
    for line in text.split("\n"):
        if not re.search(r"[“”„‘]|''|’’|«|»|\"", line):
            start += len(line) + 1
            continue
        for match in re.finditer(r"(?<!')''(?!')|‘‘|’’", line):
            opened = match.end() < len(line) and line[match.end()].isalnum()
            yield start + match.start(), start + match.end(), ("«\u00a0" if opened else "\u00a0»",)
        marks = [(at, char) for at, char in enumerate(line) if char in "“”"]
        ouvert = -1
        for at, char in marks:
            after, before = line[at + 1 : at + 2], line[at - 1 : at] if at else ""
            opens = (after.isalnum() or after in "«") and not before.isalnum()
            closes = (before.isalnum() or before in ".!?…»,") and not after.isalnum()
            if char == "“":
                if closes and not opens:
                    yield start + at, start + at + 1, ("”",)
                    ouvert = -1
                    continue
                ouvert = at
            elif ouvert < 0:
                yield start + at, start + at + 1, ("“",) if opens else ()
            else:
                ouvert = -1
        if ouvert >= 0:
            yield start + ouvert, start + ouvert + 1, ()
        for match in re.finditer(r"[“‘\"][^«»“”\"\n]{1,80}(?P<c>»)", line):
            if line.count("«", 0, match.start()) <= line.count("»", 0, match.start()):
                yield (
                    start + match.start("c"),
                    start + match.end("c"),
                    ("”" if match.group()[0] == "“" else "",),
                )
                yield start + match.start(), start + match.start() + 1, ("«\u00a0",)
        for match in re.finditer(
            r"«(?=[^«»\n]*«)(?![^«»\n]*«[^«»\n]*»[^«»\n]*»)|(?<=\w)\s?(?P<z>«)(?=\s?[.!?,]|\s*$)", line
        ):
            if match["z"] and line.count("«", 0, match.start()) > line.count("»", 0, match.start()):
                yield start + match.start("z"), start + match.end("z"), ("»",)
        start += len(line) + 1


_ABBREVIATIONS: tuple[tuple[str, str], ...] = (
    (r"(?<![\w'.-])c[-.]?[aà][-.]?d\.?(?=[\s,])(?<!cad )", "c.-à-d."),
    (r"(?<![\w'.-])cf(?=[ ,])", "cf."),
    (r"(?<![\w'.-])(?<=[ (])p(?= \d)", "p."),
    (r"(?<![\w'.-])(?:le |la |au |du )?(?P<n>no\.|nos\.|num\.)(?= ?\d)", "n°"),
    (r"(?<![\w'.-])(?P<n>Mlle|Mmes|Mlles|Dr|Pr|St|Ste)\.(?= [A-ZÀ-Ý])", "\\g<n>"),
    (r"(?<=\bet )al(?=[ ,)]|$)(?!\.)", "al."),
    (r"(?<![\w'.-])(?P<n>Ex)(?= [a-zà-ÿ])", "Ex. :"),
)


_SHORTENED = re.compile(r"\bc[-.]?[aà][-.]?d|\b(?:cf|al|Ex)\b|\bp \d|\b(?:nos?|num|Mlles?|Mmes|Dr|Pr|Ste?)\.")


def _abbreviations(text: str) -> Iterator[Hit]:
    """« c-à-d », « cf », « p 114 », « no. 12 », « Mlle. »."""
    whole = plain_view(text)
    if not _SHORTENED.search(whole):
        return
    for pattern, fix in _ABBREVIATIONS:
        for match in re.finditer(pattern, whole):
            group = "n" if "n" in match.re.groupindex and not fix.startswith("\\") else 0
            yield match.start(group), match.end(group), (match.expand(fix),)


_BOTH = re.compile(
    r"(?<![\w@/.-])(?P<w>[a-zà-ÿ·]{2,}?)(?:\((?:e|ne|le|ère|se|trice|rice|euse|fe|ve|es|nes|les)\)s?|[·.](?:e|ne|le|ve|ive|se|rice|trice|euse|elles?|ales?|es|nes)(?:[·.-]?s)?|-(?:e|ne|le|ve|trice|euse)-s|/(?:e|ne|le|se|ve|trice|euse)s?)(?![\w@/-]|\.\w)",
    re.I,
)


def _both(text: str) -> Iterator[Hit]:
    """« les inconnu(e)s », « un·e salarié·e », « Iranien-ne-s », « patron/ne »: two words in one; said once a text."""
    for match in _BOTH.finditer(text):
        if len(match["w"]) < 2 or match["w"].lower() in ("et", "km", "www", "http", "https", "fin"):
            continue
        opens = re.search(r"(?:^|[\n.!?] ?)$", text[: match.start()])
        if opens and lexicon().verb(match["w"].lower(), "ppas"):
            continue  # an offer of a job says « Rattaché(e) au chef de quai, vous… »
        yield match.start(), match.end(), ()
        return


def _url(text: str) -> Iterator[Hit]:
    """« wwww. », « http:/ », « http// », signs that a web address cannot hold."""
    for match in re.finditer(
        r"(?<!\w)(?:https?:?/{0,3})?w{4,}\.[\w.-]+[^\s,;)]*|(?<!\w)https?(?::/(?!/)|:(?!/)(?=www|\w+\.)|//)[^\s,;)]+|(?<!\w)https?://[^\s)]*[\^{}|][^\s)]*|(?<!\w)https?://[^\s)]*%(?![0-9A-Fa-f]{2})[^\s)]*",
        text,
    ):
        got = match.group().rstrip(".")
        fix = re.sub(r"w{4,}\.", "www.", got)
        fix = re.sub(r"^(https?)(?::/(?!/)|:(?!/)|//)", r"\1://", fix)
        yield match.start(), match.start() + len(got), (fix,) if fix != got else ()


_CAPITAL_SMALL = (
    "LE|LA|LES|UN|UNE|DES|DU|EN|CE|CETTE|CES|IL|ELLE|NOUS|VOUS|MON|MA|MES|VOTRE|NOTRE|POUR|DANS|AVEC|ET|MAIS"
)


def _shouted(text: str) -> Iterator[Hit]:
    """« LE chat », « pourquoi Je viens »: a capital too many on a small word."""
    whole = plain_view(text)
    for match in re.finditer(
        rf"(?:^|(?<=[.!?] )|(?<=\n))(?P<w>{_CAPITAL_SMALL})(?= [a-zà-ÿ]{{2,}} [a-zà-ÿ])", whole
    ):
        yield match.start(), match.end(), (match["w"].capitalize(),)
    for match in re.finditer(
        r"(?<=[a-zà-ÿ])(?P<g>,? |\) | \()(?P<w>Je|J'|Tu|Il|Elle|Ils|Elles|On)(?= ?(?:ne |n'|me |m'|te |t'|se |s'|y |en |l[ea] |l'|les )?(?P<v>[a-zà-ÿ]+))",
        whole,
    ):
        if re.search(r"(?:\bM|\bMme|\bDr|[«»\"])$", whole[: match.start()].rstrip()) or not lexicon().verb(
            match["v"]
        ):
            continue
        if whole.count("«", 0, match.start()) > whole.count("»", 0, match.start()):
            continue
        yield match.start("w"), match.end("w"), (match["w"].lower(),)


def _rule(name: str, message: str, test: str, find: Callable[[str], Iterator[Hit]], wrong: tuple[tuple[str, str], ...], right: tuple[str, ...],
          counted: bool = True) -> Rule:  # fmt: skip
    return Rule(f"signe_{name}", "typographie", message, test, find, wrong, right, counted)


# fmt: off
RULES: tuple[Rule, ...] = (
    _rule("colle", "On met une espace après ce signe.", "Signe, espace, mot.", _stuck,
          (("Il a refusé.de guerre lasse, j'ai cédé.", ". De"), ("Vous venez?demain, je pars.", ""), ("La caisse(celle du fond)qui bloque sera réparée.", ") qui")),
          ("Il a refusé. De guerre lasse, j'ai cédé.", "Le fichier notes.de.txt est prêt.", "Voir http://exemple.fr/page?lang=fr", "Il est 10:30.")),
    _rule("points", "Les points de suspension sont trois, collés au mot, et ne suivent ni virgule ni ne précèdent « etc. ».", "Trois points, sans espace avant.", _dots,
          (("Nous verrons....", "…"), ("Il prépare son arrivée ...", "…"), ("Des clous, des vis,... etc.", ", etc.")), ("Nous verrons…", "Nous verrons...", "Voir ... plus bas"), False),
    _rule("guillemets", "Les guillemets vont par deux, du même type.", "Ouvrez et fermez avec le même signe : « … ».", _quotes,
          (("Une remise “ exceptionnelle » est promise.", ""), ("Le mot ''urgent'' est souligné.", ""), ("C'est “compliqué.", "")), ("Une remise « exceptionnelle » est promise.", "Le mot “urgent” est souligné.", "Il a dit « “oui” ».")),
    _rule("guillemets_droits", "En français, les guillemets sont « » ; les guillemets droits viennent du clavier.", "Insertion, symbole : « et ».",
          by_pattern(r"(?<![\w\"=])(?P<q>\"[^\"\n]{2,80}\")(?![\w\"])", in_guillemets, group="q"), (("Le mot \"urgent\" est souligné.", ""),), ("Le mot « urgent » est souligné.", "Un écran de 24\" et un de 27\"."), False),
    _rule("adresse_web", "Cette adresse web est mal écrite.", "« https:// », puis « www. » s’il y a lieu.", _url,
          (("Voir wwww.exemple.fr pour la suite.", "www.exemple.fr"), ("Voir http:/www.exemple.fr ce soir.", "http://www.exemple.fr")), ("Voir www.exemple.fr.", "Voir https://exemple.fr/page?x=1.")),
    _rule("capitales", "Pas de capitale au milieu de la phrase pour ce petit mot, ni deux capitales de suite.", "Seule la première lettre de la phrase prend la majuscule.", _shouted,
          (("LE colis est arrivé ce matin.", "Le"), ("Voilà pourquoi Je viens demain.", "je")), ("Le colis est arrivé ce matin.", "Voilà pourquoi je viens.", "Il a dit : « Je viens. »"), False),
    _rule("tirets", "Le tiret d’incise ou de dialogue est long (–) et suivi d’une espace.", "Trait d’union entre deux lettres, tiret long entre deux parties de la phrase.",
          by_pattern(r"(?P<c>(?<![\w-])--(?![->])|(?:^|(?<=\n))-(?=[A-ZÀ-Ý][a-zà-ÿ']+,? [a-zà-ÿ])|(?:^|(?<=\s))–(?=[A-Za-zÀ-ÿ]))", "–\u00a0", group="c"), (("-Oui, nous viendrons.", ""), ("Il viendra -- je crois -- demain.", "")), ("– Oui, nous viendrons.", "- un café", "De -5 à 3 degrés."), False),
    _rule("signes_ecran", "Ces signes de clavier ont une forme imprimée : →, ≥, ≤.", "Insertion, puis Symbole, dans le traitement de texte.",
          by_pattern(r"(?<![<\w-])(?P<c>->|<-|=>|<=>|(?<=\d)>=|(?<=\d)<=|>=|<=)(?![>])", arrow, group="c"), (("Menu -> Fichier.", ""),), ("Menu → Fichier.", "Menu > Fichier."), False),
    _rule("abreviation", "Cette abréviation a une forme fixe : c.-à-d., cf., p. 12, n° 12, Mlle, et al.", "Un point si la dernière lettre du mot manque, aucun si elle y est.", _abbreviations,
          (("Il part, c-à-d qu'il quitte la ville.", "c.-à-d."), ("Voir le dossier no. 12.", "n°"), ("Bonjour Mlle. Petit.", "Mlle")), ("Il part, c.-à-d. qu'il quitte la ville.", "Voir le dossier n° 12.", "Ce cadre part.", "Bonjour Mlle Petit."), False),
    Rule("signe_deux_formes", "style", "Dans un texte suivi, écrivez les deux formes en entier plutôt que de les réunir par un signe.", "« les salariés et les salariées » se lit mieux à voix haute.",
          _both, (("Les inconnu(e)s du quartier.", ""), ("Chaque salarié.e signe.", ""), ("Des voisin-e-s sont venus.", "")), ("Les inconnus et inconnues du quartier.", "Le dossier (et la pièce) est là.", "Il est venu.", "Voir notes.txt."), False),
    _rule("espaces_guillemets", "Une seule espace à l’intérieur des guillemets.", "Guillemet, une espace, le texte.",
          by_pattern(r"«(?P<c>[ \u00a0]{2,})|(?P<d>[ \u00a0]{2,})»", "\u00a0"), (("Le mot «  urgent » suffit.", ""),), ("Le mot « urgent » suffit.",), False),
)
# fmt: on
