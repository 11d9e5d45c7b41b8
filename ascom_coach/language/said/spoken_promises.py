# ruff: noqa: E501 -- a pattern stays on one line
"""What somebody commits to in a conversation, in the words of speech: « on vous rend vos sous », « c’est offert ».

`find_promises` reads the verbs of letters. In speech a promise has many grammars (« le devis part ce soir », « livré
demain sans faute »); there the act comes first: a sentence that commits (`spoken_acts`) promises what its words name.
"""

from __future__ import annotations

import datetime as dt
import re

from ascom_coach.language.said.acts import prepared
from ascom_coach.language.said.promises import LETTER_PATTERNS, Promise, find_promises
from ascom_coach.language.said.spoken import act_score, spoken_acts
from ascom_coach.language.values.grammar import find_values

_MONEY = r"(?:sous|argent|euros?|€|balles|somme|difference|trop[ -]percu|acompte|arrhes|caution|mise|frais|cotisation)"
_SENSES: dict[str, str] = {
    "rembourser": rf"(?:rend\w*|restitu\w*|reverser?\w*|recredit\w*)[^.!?]{{0,40}}{_MONEY}|{_MONEY}[^.!?]{{0,30}}(?:rend\w*|restitu\w*)"
    r"|rembours\w*|recredit\w*|(?:fais|ferai|lance|passe|fait) (?:le|un|votre) virement",
    "geste": r"gratuit\w*|gratis|offert\w*|offr\w*|cadeau|a (?:notre|nos|ma|mes) (?:charge|frais)|aux frais de la maison"
    r"|prend\w* (?:tout )?en charge|cest (?:pour )?la maison|(?:dedui\w*|enlev\w*|retir\w*|baiss\w*|rabat\w*|ote)[^.!?]{0,40}(?:€|%|euros?|facture|prix|note|total)"
    r"|(?:€|euros?|%|balles|pour cent) de moins(?! que)|(?:remise|ristourne|rabais|reduction|geste)s?|(?:ne |n')?(?:vous |te )?(?:facture|compte|paie|paye|payez|paierez|payerez)\w* (?:pas|rien)",
    "avoir": r"(?:un|l'|votre) ?avoir(?! (?:pas|ete|la|le|les|du|de la|\w+er)(?!\w))|bons? d'achat",
    "livrer": r"livr\w+|depos\w+|apport\w+|amen\w+|chez vous|devant (?:votre|ta) porte",
    "envoyer": r"envo[iy]\w*|expedi\w*|(?:re)?part(?:ent|ira|iront)? (?:par|ce|demain|aujourd|des|lundi|mardi|mercredi|jeudi|vendredi|samedi|avant)"
    r"|par (?:mail|courriel|courrier|la poste|retour)|transme\w+|adresse\w* (?:le|la|un|une|ca)",
    "rappeler": r"r?appel+(?:e|erai?|erons|era|lerai?|lera|ons)(?!\w)|rejoindr\w+|joindr\w+|recontact\w*|coup de fil|telephon\w+|bip\w*",
    "remplacer": r"remplac\w+|echang\w+|(?:refais?|referai|refait|recoup\w+|reimprim\w+|repren\w+|refabriqu\w+)",
    "annuler": r"annul\w+",
    "reparer": r"repar\w+|depann\w+|debloqu\w+|remets? en (?:etat|marche|route)|technicien|plombier|electricien|reparateur",
    "verifier": r"verifi\w+|control\w+|me renseign\w+",
    "prevenir": r"previen\w+|tien\w* au courant|tiendr\w+ au courant|avert\w+",
}  # fmt: skip
_PATTERNS = {sense: re.compile(rf"(?<![\w-])(?:{source})") for sense, source in _SENSES.items()}
_CARRYING = frozenset(["envoyer", "rappeler", "verifier", "prevenir"])
_SENTENCE = re.compile(r"[^.!?;\n]+(?:\.(?=\d)[^.!?;\n]*)*[.!?;\n]*")
_NOT = re.compile(
    r"(?<!\w)(?:pas|sans|jamais|aucun|ni|plus) (?:de |d'|le |la |les |un |une |vous |te )*$|(?<!\w)(?:ne |n')(?:(?:vous|te|le|la|les|lui|en|y) ?)*$"
)
_DOUBT = 0.15
"""Under this score a sentence commits to nothing, whatever its verb: « je m’appelle Rémi », « nous envoyer les factures »."""
_FREE = re.compile(r"(?:ne |n')?(?:vous |te )?(?:facture|compte|paie|paye)")
_IF = re.compile(r"(?<!\w)(?:si|sous reserve|a condition|en cas de|sauf si)(?!\w)")


def spoken_promises(text: str, today: dt.date) -> list[Promise]:
    """What a typed turn commits to: what `find_promises` reads rightly, then what sentences promise in other words.

    Each sense is told once per sentence. Raises SurroundingsError as `spoken_acts`.
    """
    found = [one for one in find_promises(text, today) if act_score(one.text, "engagement") > _DOUBT]
    values = find_values(text, today)
    for match in _SENTENCE.finditer(text):
        said = match.group().strip()
        if not said or said.endswith("?") or not any(one.act == "engagement" for one in spoken_acts(said)):
            continue
        start = match.start() + match.group().index(said[0])
        end = start + len(said.rstrip(".!; "))
        folded = prepared(said).text
        known = {one.sense for one in found if one.start < end and start < one.end}
        inside = tuple(value for value in values if start <= value.start and value.end <= end)
        found += [
            Promise(sense, start, end, text[start:end], inside, bool(_IF.search(folded)))
            for sense, pattern in _PATTERNS.items()
            if sense not in known and _names(pattern, folded)
        ]
    return sorted(found, key=lambda one: (one.start, one.sense))


def sense_named(folded: str) -> str:
    """The sense of the first deed that a folded text names, whoever does it; empty when no known verb does.

    A verb that only carries (« envoyer un avoir ») comes after what it carries.
    """
    found = [
        (sense in _CARRYING, match.start(), sense)
        for patterns in (_PATTERNS, LETTER_PATTERNS)
        for sense, pattern in patterns.items()
        if (match := pattern.search(folded))
    ]
    return min(found)[2] if found else ""


def _names(pattern: re.Pattern[str], folded: str) -> bool:
    """Whether a sentence that commits names a deed, other than to deny it."""
    return any(
        _FREE.match(match.group()) or not _NOT.search(folded[: match.start()])
        for match in pattern.finditer(folded)
    )
