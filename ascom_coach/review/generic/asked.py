# ruff: noqa: E501 -- a pattern stays on one line
"""What a sentence of an instruction asks to see: parts, thanks or excuses, a form of address, points, words as they are."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from ascom_coach.language import Folded, find_values, stems

Asked = tuple[str, str, tuple[int, int]]
"""Sort, value, span in the text."""

_ATTACH = re.compile(
    r"(?<!\w)(?:joi(?:ns|ndre|gnez|gne)|mets? en piece jointe|en pj|en piece jointe|accompagne\w* d[eu'])"
)
_PART = re.compile(
    r"(?<!\w)(?:avec|ajout\w*|met[sz]|mettez|mettre|inser\w+|prevoi\w*|prevoyez|n'oublie\w* pas|soigne\w*|accompagne\w*|comport\w*|fai(?:s|tes) figurer|presente\w*)"
    r"(?:\W+\w+){0,2}?\W+(?P<part>objet|signature|references?|tableau|graphique|image|date)(?!\w)"
)
_SHOWN = re.compile(
    r"(?<!pas d')(?<!pas de )(?<!sans )(?<!\w)(?:un|une) (?:beau |petit |jolie? |belle )?(?P<part>tableau|graphique|photo|image|illustration|histogramme|camembert)(?!\w)(?! (?:de bord|ci-joint|recapitulatif joint))"
)
"""What a document is to show. « dans un tableau », « un graphique en barres »."""
_PART_IDS = {"objet": "objet", "signature": "signature", "reference": "references", "references": "references",
             "tableau": "tableau", "graphique": "graphique", "histogramme": "graphique", "camembert": "graphique",
             "image": "image", "photo": "image", "illustration": "image", "date": "date_lieu"}  # fmt: skip
_ACTS = (
    ("excuse", r"(?:present|adress|fai|formul|renouvel)\w*(?:[- ](?:lui|leur))? (?:nos|vos|des|mes|tes|toutes nos|ses|de sinceres) (?:\w+ )?excuses|excuse[szr]?[- ](?:toi|vous|nous)|(?<!\w)on s'excuse(?! pas)|t'excuser|vous excuser|nous excuser"),
    ("remerciement", r"(?<!\w)remercie[szr]?(?:[- ](?:le|la|les|lui))?(?!\w)"),
    ("empathie", r"rassure[szr]?|montre[szr]? (?:que|de l'empathie)|empathi\w+"),
)  # fmt: skip
_ASK = re.compile(
    r"(?<!\w)(?<!vous )(?<!te )(?<!t')(?:propos|demand|precis|indiqu|annonc|expliqu|confirm|inform|detaill|signal|insist|rappel|invit|decri|resum|mentionn|donn)(?:e|es|ez|er|s|vez|re|ons)?"
    r"(?:[- ](?:lui|leur|les|le|la))?\s+(?P<what>(?:[^,.;:!?\n]|(?<=\d)[.,](?=\d)){8,120})"
    r"|(?<!\w)(?:di(?:s|re|tes)|met[sz]|mett(?:re|ez)|ajout(?:e[rz]?|es)|precis(?:e[rz]?|es)|preven(?:ez|ir)|previen(?:s|dras?))(?:[- ](?:lui|leur|les|la|le|bien|donc|aussi))* (?:bien )?(?:que |qu')"
    r"(?P<that>(?:[^,.;:!?\n]|(?<=\d)[.,](?=\d)){8,120})"
)
"""What is to be told: a complement, or « dis-lui que »."""
_POINT_WORDS = 2
_NOWHERE = dt.date(2026, 1, 5)
_NUMBER_ITSELF = re.compile(
    r"(?:mon |le |notre |son )?(?:numero|telephone|portable|fixe|mail|courriel|adresse mail)(?: \w+)?$"
)
_MAKES = re.compile(
    r"(?<!\w)(?:fai(?:s|re|tes)|cree[rz]?|ajout\w*|met[sz]|mett(?:ez|re)|inser\w+|prevo\w+|present\w*|prepar\w*|construi\w*|constitu\w*|dress\w*)(?!\w)"
)
_SIGN = re.compile(r"(?<!\w)(?<!un )(?<!en )(?<!comme )(?:[Ss]igne[zrs]?|[Ss]ign(?:ature|ée?)(?= ?:))(?!\w)")
_SIGNED_BY = re.compile(
    r"(?:[Ss]igne[zrs]?|[Ss]ignature)(?: ?:| au nom de| pour| de la part de| (?:de ma part|à ma place|pour moi) ?[,:])? (?P<name>[A-ZÉÈÀÂÎÔÇ][\w’'-]+(?: (?:Le |La |Du |De |de )?[A-ZÉÈÀÂÎÔÇ][\w’'-]+)?)"
)
_TITLE = re.compile(
    r"(?:[Tt]itre|[Ii]ntitulée?|[Oo]bjet|[Ss]logan|[Mm]ention)s?(?: exacte?| :| sera| est)* ?[«“\"]\s?(?P<words>[^»”\"\n]{3,80}?)\s?[»”\"]"
)
"""Words to be written as they are."""


def asked_things(text: str, folded: Folded) -> Iterator[Asked]:
    """Parts, speech acts, form of address and points that a sentence asks for."""
    said = folded.text
    if match := _ATTACH.search(said):
        yield "partie", "pieces_jointes", folded.span(*match.span())
    if match := _SIGN.search(text):
        yield "partie", "signature", match.span()
    if match := _SIGNED_BY.search(text):
        yield "nom", match["name"], match.span("name")
    for match in _TITLE.finditer(text):
        yield "mots", match["words"], match.span("words")
    for match in (*_PART.finditer(said), *(_SHOWN.finditer(said) if _MAKES.search(said) else ())):
        yield "partie", _PART_IDS[match["part"]], folded.span(*match.span("part"))
    for act, words in _ACTS:
        if match := re.search(words, said):
            yield "acte", act, folded.span(*match.span())
    for word, register, other in (
        ("vouvoi", "vouvoiement", "tutoiement"),
        ("tutoi", "tutoiement", "vouvoiement"),
    ):
        if match := re.search(
            rf"(?P<no>(?<!\w)(?:ne (?:la |le |les )?|pas de |sans ))?(?<!\w){word}\w*(?P<pas> pas(?!\w))?",
            said,
        ):
            asked = other if match["no"] or match["pas"] else register
            yield "registre", asked, folded.span(*match.span())
    for match in _ASK.finditer(said):
        group = "what" if match["what"] else "that"
        words = re.split(r" (?:et|puis) (?=\w+(?:ez|er|e|es)\b)", match[group])[0].rstrip()
        if _NUMBER_ITSELF.match(words) and find_values(said[match.start(group) :], _NOWHERE)[:1]:
            continue  # « mon numéro direct, le 05… »: the number is looked for
        if len(stems(words)) >= _POINT_WORDS:
            at = folded.span(match.start(group), match.start(group) + len(words))
            yield "point", text[at[0] : at[1]], at
