"""French names of functions, and the stored form of a formula typed in French."""

from __future__ import annotations

import re
import unicodedata

FRENCH = {
    "SOMME": "SUM", "SOMME.SI": "SUMIF", "SOMME.SI.ENS": "SUMIFS", "SOMMEPROD": "SUMPRODUCT", "PRODUIT": "PRODUCT",
    "MOYENNE": "AVERAGE", "MOYENNE.SI": "AVERAGEIF", "MOYENNE.SI.ENS": "AVERAGEIFS", "NB": "COUNT",
    "NBVAL": "COUNTA", "NB.VIDE": "COUNTBLANK", "NB.SI": "COUNTIF", "NB.SI.ENS": "COUNTIFS",
    "MIN.SI.ENS": "MINIFS", "MAX.SI.ENS": "MAXIFS", "MEDIANE": "MEDIAN", "GRANDE.VALEUR": "LARGE",
    "PETITE.VALEUR": "SMALL", "RANG": "RANK", "EQUATION.RANG": "RANK.EQ", "ECARTYPE": "STDEV",
    "ECARTYPE.STANDARD": "STDEV.S", "ECARTYPE.PEARSON": "STDEV.P", "SOUS.TOTAL": "SUBTOTAL",
    "ARRONDI": "ROUND", "ARRONDI.SUP": "ROUNDUP", "ARRONDI.INF": "ROUNDDOWN", "ARRONDI.AU.MULTIPLE": "MROUND",
    "PLAFOND": "CEILING", "PLANCHER": "FLOOR", "ENT": "INT", "TRONQUE": "TRUNC", "RACINE": "SQRT",
    "PUISSANCE": "POWER", "SIGNE": "SIGN", "PAIR": "EVEN", "IMPAIR": "ODD",
    "SI": "IF", "SI.CONDITIONS": "IFS", "SI.MULTIPLE": "SWITCH", "SIERREUR": "IFERROR", "SI.NON.DISP": "IFNA",
    "ET": "AND", "OU": "OR", "OUX": "XOR", "NON": "NOT", "VRAI": "TRUE", "FAUX": "FALSE", "CHOISIR": "CHOOSE",
    "ESTVIDE": "ISBLANK", "ESTNUM": "ISNUMBER", "ESTTEXTE": "ISTEXT", "ESTNONTEXTE": "ISNONTEXT",
    "ESTERREUR": "ISERROR", "ESTERR": "ISERR", "ESTNA": "ISNA", "ESTLOGIQUE": "ISLOGICAL", "EST.PAIR": "ISEVEN",
    "EST.IMPAIR": "ISODD", "RECHERCHEV": "VLOOKUP", "RECHERCHEH": "HLOOKUP", "RECHERCHEX": "XLOOKUP",
    "RECHERCHE": "LOOKUP", "EQUIV": "MATCH", "EQUIVX": "XMATCH", "LIGNE": "ROW", "LIGNES": "ROWS",
    "COLONNE": "COLUMN", "COLONNES": "COLUMNS",
    "AUJOURDHUI": "TODAY", "MAINTENANT": "NOW", "ANNEE": "YEAR", "MOIS": "MONTH", "JOUR": "DAY", "HEURE": "HOUR",
    "SECONDE": "SECOND", "TEMPS": "TIME", "DATEVAL": "DATEVALUE", "TEMPSVAL": "TIMEVALUE", "JOURSEM": "WEEKDAY",
    "NO.SEMAINE": "WEEKNUM", "NO.SEMAINE.ISO": "ISOWEEKNUM", "MOIS.DECALER": "EDATE", "FIN.MOIS": "EOMONTH",
    "JOURS": "DAYS", "JOURS360": "DAYS360", "NB.JOURS.OUVRES": "NETWORKDAYS", "SERIE.JOUR.OUVRE": "WORKDAY",
    "CONCATENER": "CONCATENATE", "JOINDRE.TEXTE": "TEXTJOIN", "GAUCHE": "LEFT", "DROITE": "RIGHT", "STXT": "MID",
    "NBCAR": "LEN", "MAJUSCULE": "UPPER", "MINUSCULE": "LOWER", "NOMPROPRE": "PROPER", "SUPPRESPACE": "TRIM",
    "SUBSTITUE": "SUBSTITUTE", "REMPLACER": "REPLACE", "TROUVE": "FIND", "CHERCHE": "SEARCH", "TEXTE": "TEXT",
    "CNUM": "VALUE", "CAR": "CHAR", "EPURAGE": "CLEAN", "CTXT": "FIXED",
    "VPM": "PMT", "VC": "FV", "VA": "PV", "NPM": "NPER", "INTPER": "IPMT", "PRINCPER": "PPMT", "VAN": "NPV",
}  # fmt: skip
_NAME = re.compile(r"([A-Za-zÀ-ÿ][A-Za-zÀ-ÿ0-9.]*)(\s*\()")


def _plain(name: str) -> str:
    folded = unicodedata.normalize("NFKD", name.upper())
    return "".join(char for char in folded if not unicodedata.combining(char))


def to_english(formula: str) -> str:
    """The stored form of a formula, without its `=`: English names, commas, decimal points."""
    body = formula.strip().removeprefix("=")
    parts = re.split(r'("(?:[^"]|"")*")', body)
    plain = "".join(parts[::2])
    french = ";" in plain or any(_plain(name) in FRENCH for name, _ in _NAME.findall(plain))
    if not french:
        return body
    for index in range(0, len(parts), 2):
        text = parts[index]
        if ";" in plain or not re.search(r"\([^()]*,[^()]*\)", plain):
            text = re.sub(r"(?<![\w.])(\d+),(\d+)(?![\w.])", r"\1.\2", text)
        parts[index] = _NAME.sub(
            lambda match: FRENCH.get(_plain(match[1]), match[1]) + match[2], text.replace(";", ",")
        )
    return "".join(parts)
