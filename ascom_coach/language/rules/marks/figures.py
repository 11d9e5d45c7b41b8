# ruff: noqa: E501 -- a pattern or an example stays on one line
"""Figures: thousands, ordinals, units, hours and sizes written in two systems at once, postal codes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from ascom_coach.language.lexicon import lexicon
from ascom_coach.language.rules.base import Hit, Rule, by_pattern
from ascom_coach.language.rules.made import replaced
from ascom_coach.language.syntax.view import plain_view

_ROMAN = r"(?:X{0,3}(?:IX|IV|V?I{1,3}|V)|X{1,3})"


def _ordinal(text: str) -> Iterator[Hit]:
    """« 2nd », « 1ier », « 2 ème », « XIX-ième », « 16me »: how ordinals are shortened."""
    whole = plain_view(text)
    for match in re.finditer(
        rf"(?<![\w.,/'-])(?P<n>\d+|{_ROMAN})(?P<e>[ -]?(?:i?[èeé]mes?|me|nde?s?|iers?|i[èe]res?|[èe]res?)|ds|[ ]è)(?![\w'-])",
        whole,
    ):
        number, end = match["n"], match["e"].strip(" -")
        after_article = re.search(r"(?<![\w'-])(?:au|le|du|la) $", whole[: match.start()])
        if match["e"][0] == " " and end in ("me", "ere", "ères", "eres") and not after_article:
            continue
        if re.fullmatch(r"i?[èeé]mes?", end) and number.isdecimal() and match["e"][0] not in " -":
            continue  # told by `typo_ordinaux`
        many = "s" if end.endswith("s") else ""
        one = number in ("1", "I")
        if one:
            short = "re" if re.match(r"i?[èe]re", end) else "er"
        elif end.startswith(("nd", "ds")):
            short = "de" if "e" in end else "d"
        else:
            short = "e"
        if end in ("iers", "ier", "ières", "ière", "iere", "ieres", "ère", "ere", "ères", "eres") and not one:
            continue
        if one and end.startswith("nd"):
            continue
        yield match.start(), match.end(), (f"{number}{short}{many}",)


_CLOCK: tuple[tuple[str, str], ...] = (
    (r"(?<![\w.,/:-])(?P<a>[01]?\d|2[0-3]):(?P<b>[0-5]\d) ?h(?![\w])", "\\g<a>\u00a0h\u00a0\\g<b>"),
    (r"(?<![\w.,/:-])(?P<a>\d{1,2})\.(?P<b>\d) ?h(?![\w])", "\\g<a>,\\g<b>\u00a0h"),
    (r"(?<![\w.,/:-])(?P<a>\d{1,2}) ?h ?(?:am|pm|a\.m\.?|p\.m\.?)(?![\w])", "\\g<a>\u00a0h"),
    (r"(?<![\w-])heures? un quart(?![\w-])", "heures et quart"),
    (r"(?<![\w.,/:-])(?P<a>[01]?\d|2[0-3]) H (?P<b>[0-5]\d)(?![\w])", "\\g<a>\u00a0h\u00a0\\g<b>"),
    (r"(?<![\w.,/:-])(?P<a>\d)m(?P<b>\d\d)(?![\w])", "\\g<a>,\\g<b>\u00a0m"),
    (r"(?<![\w.,/:-])(?P<a>\d) mètres? (?P<b>\d\d)(?![\w])", "\\g<a>,\\g<b>\u00a0m"),
    (r"(?<![\w.,/:-])(?P<a>\d{1,3}) mille(?= [a-zà-ÿ])", "\\g<a>\u00a0000"),
    (r"(?<![\w.,/:-])(?P<a>[2-9]) cents?(?= [a-zà-ÿ])", "\\g<a>00"),
    (r"(?<![\w.,/:-])(?P<a>\d{1,3}) pour (?:100|cents?)(?![\w])", "\\g<a>\u00a0%"),
    (r"(?<![\w.,/:-])(?P<a>\d{1,3})k(?= |$)", "\\g<a>\u00a0k€"),
    (r"(?<=\d )(?:[kK]ilomètres?|[nN]œuds?|Hz|hertz) par heure(?![\w])|(?<=\d )Hz par seconde", "km/h"),
)


_MIXED = re.compile(r"\d ?(?:h|H|m|k|cent|pour|Hz|[kK]ilom|[nN]œuds?)|un quart")


def _clock(text: str) -> Iterator[Hit]:
    """« 20:03 h », « 15 h pm », « 1m80 », « 3 mille euros », « 100 pour 100 »: figures and words in two systems at once."""
    whole = plain_view(text)
    if not _MIXED.search(whole):
        return
    for pattern, fix in _CLOCK:
        for match in re.finditer(pattern, whole):
            yield match.start(), match.end(), (match.expand(fix),)


_PLURAL_UNITS = "€|%|euros?|dollars?|francs?|km|m|cm|mm|kg|g|t|l|m²|m2|m³|kWh|W|V|µA|mA|A|dB|Hz|kHz|MHz|Å|Ko|Mo|Go|octets?|min|s|ans"


def _thousands(text: str) -> Iterator[Hit]:
    """« 300000 personnes », « 12010 kg », « 3240 µA »: groups of three figures."""
    whole = plain_view(text)
    for match in re.finditer(
        rf"(?<![\w.,/:°#@+'-])(?<!\d )(?P<n>\d{{4,12}})(?:(?P<u> (?:{_PLURAL_UNITS})(?![\w/-]))|(?= (?P<w>[a-zà-ÿ]{{3,}}s)\b)|(?=[.!?]?$))",
        whole,
        re.M,
    ):
        number = match["n"]
        if number[0] == "0" and len(number) > 4:
            continue
        if not match["u"]:
            if len(number) < 5 or (match["w"] and not lexicon().is_pos(match["w"], "N")):
                continue
            if not match["w"] and re.search(
                r"(?:n°|no|numéro|réf\.?|référence|code|dossier|facture|client|contrat|commande|compte|tél\.?|poste|lot|siret|siren|devis|ticket|article)\W*(?:\w+\W*)?$",
                whole[: match.start()],
                re.I,
            ):
                continue
        elif len(number) == 4 and (
            match["u"].strip() == "ans"
            or (
                re.match(r"(?:19|20)\d\d", number)
                and match["u"].strip() in ("m", "s", "l", "t", "A", "V", "W")
            )
        ):
            continue
        shown = f"{int(number):,}".replace(",", "\u00a0")
        yield match.start("n"), match.end("n"), (shown,)
    for match in re.finditer(r"(?<![\w.,/-])\d{1,3}(?:\.\d{3}){2,}(?![\w.]\d|\d)", whole):
        yield match.start(), match.end(), (match.group().replace(".", "\u00a0"),)


_UNITS = {
    "kmh": "km/h", "km/H": "km/h", "Km/h": "km/h", "KM/H": "km/h", "Km/H": "km/h", "km/heure": "km/h", "mn": "min", "mns": "min", "hrs": "h", "hrs.": "h", "KW": "kW", "KWh": "kWh", "KWH": "kWh", "KW·h": "kWh", "kwh": "kWh",
    "EUR.": "EUR", "m2": "m²", "m3": "m³", "cm2": "cm²", "cm3": "cm³", "mm2": "mm²", "mm3": "mm³", "km2": "km²", "M2": "m²", "M3": "m³", "°K": "K", "Mhz": "MHz",
    "khz": "kHz", "Khz": "kHz", "hz": "Hz", "ghz": "GHz", "Ghz": "GHz", "MO": "Mo", "GO": "Go", "mo": "Mo", "go": "Go", "Ltr": "l", "Mètres": "mètres", "Litres": "litres",
    "Kilos": "kilos", "Kilomètres": "kilomètres", "Heures": "heures", "Minutes": "minutes", "Jours": "jours", "Euros": "euros", "Ans": "ans", "Semaines": "semaines", "Personnes": "personnes",
}  # fmt: skip
_UNIT_WORD = re.compile(
    r"(?<![\w.,/-])(?P<n>\d+(?:[ ,.]\d+)*)(?P<s> ?)(?P<u>"
    + "|".join(sorted(map(re.escape, _UNITS), key=len, reverse=True))
    + r")(?![\w/'²³-])"
)


def _units(text: str) -> Iterator[Hit]:
    """« 10 kmh », « 60 M2 », « 3 Mètres », « 15 hrs »."""
    whole = plain_view(text)
    for match in _UNIT_WORD.finditer(whole):
        yield match.start("u"), match.end("u"), (_UNITS[match["u"]],)


def _glued_unit(text: str) -> Iterator[Hit]:
    """« 3M€ », « 13,4¥ », « 3µs », « 20h30min », « 3k »."""
    whole = plain_view(text)
    for match in re.finditer(
        r"(?<![\w.,/-])(?P<n>\d+(?:,\d+)?)(?P<u>[kM]€|[$£¥]|°C|µ[smgAl]|[mkMG]?W|[mk]?V|mA|Ah|[kMG]?Hz|[kMGT]o|dB|ms|mg|kmh|km/h|mm2|cm2|cm3|mm3|kWh|hrs)(?![\w/'-])",
        whole,
    ):
        unit = _UNITS.get(match["u"], match["u"])
        yield match.start(), match.end(), (f"{match['n']}\u00a0{unit}",)


def _address(text: str) -> Iterator[Hit]:
    """« 29 200 Brest », « Brest 29200 »: a French postal code has five figures in a row and comes before the town."""
    whole = plain_view(text)
    for match in re.finditer(
        r"(?:(?<=, )|(?<=\n)|(?<=^))(?P<c>(?P<a>\d\d)[ .,·](?P<b>\d{3}))(?= [A-ZÀ-Ý][\w'-]+(?: [A-ZÀ-Ýls][\w'-]*)*\s*(?:[.,\n]|$))",
        whole,
    ):
        yield match.start("c"), match.end("c"), (match["a"] + match["b"],)
    for match in re.finditer(
        r"(?:rue|avenue|boulevard|place|quai|chemin|allée|impasse|route)\b[^.\n]{3,50}?, (?P<c>(?P<v>[A-ZÀ-Ý][A-Za-zÀ-ÿ'-]+) (?P<p>\d{5}|1\d{3}))(?=\s*(?:[.,\n]|$))",
        whole,
        re.I,
    ):
        if match["v"][:1].isupper():
            yield match.start("c"), match.end("c"), (f"{match['p']} {match['v']}",)


def _rule(name: str, message: str, test: str, find: Callable[[str], Iterator[Hit]], wrong: tuple[tuple[str, str], ...], right: tuple[str, ...],
          counted: bool = True) -> Rule:  # fmt: skip
    return Rule(f"chiffre_{name}", "typographie", message, test, find, wrong, right, counted)


# fmt: off
RULES: tuple[Rule, ...] = (
    _rule("ordinal", "Les ordinaux s’abrègent 1er, 1re, 2d, 2de, 2e, XXe.", "Premier : 1er ; première : 1re ; second : 2d ; puis 2e, 3e.", _ordinal,
          (("C'est la 2nde relance.", "2de"), ("Le 1ier du mois, on paie.", "1er"), ("Un acteur du XIX-ième siècle.", "XIXe")), ("C'est la 2de relance.", "Le 1er du mois.", "Il mesure 2 m.", "Au XXe siècle.", "Il reste 2 mes chers amis.")[:4], False),
    _rule("milliers", "Les milliers se séparent par une espace.", "Par groupes de trois chiffres, en partant de la droite.", _thousands,
          (("La ville compte 300000 habitants.", "300\u00a0000"), ("Le pont supporte 12500 kg.", "12\u00a0500")), ("La ville compte 300 000 habitants.", "La facture n° 20240 est payée.", "En 2024, tout change.", "Appelez le 0612345678."), False),
    _rule("unite_ecrite", "Les symboles d’unités ont une seule forme : km/h, min, h, kWh, m².", "Un symbole s’écrit toujours de la même façon.", _units,
          (("Il roulait à 90 kmh.", "km/h"), ("Une pièce de 12 m2.", "m²"), ("Il faut 3 Mètres de tissu.", "mètres")), ("Il roulait à 90 km/h.", "Une pièce de 12 m².", "Il faut 3 mètres de tissu."), False),
    _rule("unite_collee", "On met une espace entre le nombre et son symbole.", "Nombre, espace, symbole.", _glued_unit,
          (("Un bénéfice de 3M€ cette année.", "3\u00a0M€"), ("Il fait 25°C.", "25\u00a0°C")), ("Un bénéfice de 3 M€.", "Il fait 25 °C.", "Le modèle X20W."), False),
    _rule("code_postal", "Le code postal a cinq chiffres sans espace et précède la ville.", "« 29200 Brest ».", _address,
          (("12 rue du Port, 29 200 Brest.", "29200"), ("12 rue du Port, Brest 29200.", "29200 Brest")), ("12 rue du Port, 29200 Brest.", "Le prix, 29 200 euros, est ferme.")),
    _rule("lettre", "Dans un nombre, le zéro est un chiffre, non la lettre O.", "Tapez 0, pas O.",
          by_pattern(r"(?<![\w-])(?P<c>\d+O\d*)(?![\w-])", replaced(("O", "0")), group="c"), (("Le bilan de 2O24 est prêt.", ""),), ("Le bilan de 2024 est prêt.", "Le CO2 augmente.")),
    _rule("fois", "Le signe de la multiplication est « × ».", "× et non la lettre x ou l’astérisque.",
          by_pattern(r"(?<![\w.,°])(?P<n>(?!0[xX])\d{1,4}(?:,\d+)?)(?P<c> ?[xX*] ?)(?P<m>\d+(?:,\d+)?|10[⁻⁰-⁹]+)(?![\w])", "\u00a0×\u00a0", group="c"), (("Un écran de 800 x 600 points.", ""),), ("Un écran de 800 × 600 points.", "Le processeur x86."), False),
    _rule("mesure_melee", "Une heure, une taille ou un nombre s’écrit d’une seule façon : 20 h 03, 1,80 m, 3 000, 100 %.", "Tout en chiffres avec le symbole, ou tout en lettres.", _clock,
          (("Le bus passe à 20:03 h.", "20\u00a0h\u00a003"), ("Elle mesure 1m65.", "1,65\u00a0m"), ("Il gagne 3 mille euros.", "3\u00a0000")), ("Le bus passe à 20 h 03.", "Elle mesure 1,65 m.", "Deux mille euros.", "Il est neuf heures et quart."), False),
)
# fmt: on
