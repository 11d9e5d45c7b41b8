# ruff: noqa: E501 -- a pattern or an example stays on one line
"""The parts of a letter or a message: subject, place and date, greeting, closing, signature, enclosures…"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ascom_coach.language.text import fold, plain
from ascom_coach.language.values.dates import MONTHS

PARTS = (
    "objet",
    "date_lieu",
    "appel",
    "politesse",
    "signature",
    "pieces_jointes",
    "references",
    "destinataire",
)
"""The parts that `letter_parts` looks for."""

_OBJECT = re.compile(r"^\W*(?:objet|sujet|obj|object|concerne|subject)\b\W*\w")
_OBJECT_ALONE = re.compile(r"^\W*(?:objet|sujet)\b\W*$")
_MONTH = "|".join([*MONTHS, "janv", "fev", "avr", "juil", "sept", "oct", "nov", "dec"])
_DATE = rf"(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche),? )?(?:le )?(?:1er|\d{{1,2}}) (?:{_MONTH})\.?(?: \d{{4}})?|(?:le )?\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{2,4}}"
_DATE_PLACE = re.compile(
    rf"^\W*(?:(?:fait )?(?:a |de )?[a-z][a-z' -]{{1,40}}(?:\(\d+\))?,? (?:le )?(?:{_DATE})|(?:{_DATE})|date ?: ?(?:{_DATE}))\W*$"
)
_CALL = re.compile(
    r"^\W*(?:(?:bonjour|bonsoir|salut|coucou|hello)(?: (?:a (?:tous|toutes|toi|vous)(?: et a (?:tous|toutes))?|tout le monde|"
    r"(?:m|mme|mr|mlle|dr|me)\.? ?[\w' -]+|(?:cher|chere)[\w' -]*|madame[\w' ,-]*|monsieur[\w' ,-]*|mesdames[\w' ,-]*|messieurs[\w' ,-]*|l'equipe|[a-z][\w'-]+(?: [\w'-]+){0,2}))?"
    r"|(?:chers?|cheres?) (?:monsieur|madame|client|cliente|clients|collegues?|maitre|docteur|partenaires?|[a-z][\w'-]+)[\w' ,-]{0,40}"
    r"|(?:madame|monsieur|mesdames|messieurs|mademoiselle|maitre|docteur|mme|m|mr)\.?(?: (?:le |la |les )?[\w'-]+){0,4}"
    r"(?: ?(?:,|et|ou) ?(?:madame|monsieur|messieurs|mesdames)(?: [\w'-]+){0,3})*)"
    r" ?[,.!:]? ?$"
)
_CALL_INLINE = re.compile(
    r"^\W*(?:bonjour|bonsoir|madame,? monsieur|madame|monsieur)(?: (?:madame|monsieur|m\.?|mme|mr)?(?: ?[\w'-]+){0,3}?)? ?[,!] ?(?=\S)"
)
_CLOSING = re.compile(
    r"(?:veuillez|je vous prie|nous vous prions|prie[sz]?)[^.]{0,20}(?:agreer|recevoir|croire|accepter)|dans l'attente[^.]{0,90}(?:agreer|salutations|sentiments)"
    r"|(?:^|, ?)(?:recevez|agreez|croyez|acceptez)(?:,| )[^.]{0,25}(?:l'assurance|l'expression|en l'assurance|a l'assurance|salutations|sentiments|consideration|hommages|devouement)"
    r"|(?:salutations|sentiments|consideration) (?:distinguee?s?|respectueu\w+|les meilleure?s|devoues|cordiale?s|les plus|empresse\w*|sincere\w*)"
    r"|(?:sinceres|meilleures|cordiales|respectueuses|mes|nos) (?:\w+ )?salutations"
    r"|^\W*(?:bien |tres |plus )?(?:cordialement|amicalement|respectueusement|sincerement)(?: (?:votre|a vous|vôtre))?\W*$|^\W*(?:bien )?cordialement,"
    r"|^\W*(?:bien a (?:vous|toi)|cdt|cdlt|cordialement votre|a (?:tres )?bientot|a vous lire|bises|amities)\W*$"
    r"|^\W*(?:je vous souhaite |nous vous souhaitons )?(?:une |un )?(?:tres )?(?:bonne|belle|excellente|agreable) (?:journee|soiree|fin de (?:journee|semaine)|reception|semaine|apres-midi)\b.{0,40}$"
    r"|^\W*(?:bon|excellent) (?:week-end|apres-midi)\W*$"
)
_ENCLOSED = re.compile(
    r"^\W*(?:p\.? ?j\.?|pieces? (?:jointes?|a joindre)|annexes?|documents? joints?|fichiers? joints?|pcs jtes)\b ?(?:\(?s?\)?)? ?[:;.\-–—( ]|^\W*pj\W*$"
    r"|^\W*(?:p\.? ?j\.?|pieces? jointes?) ?: ?"
)
_REFERENCES = re.compile(
    r"^\W*(?:(?:vos|nos|v|n|votre|notre)(?:\.|/)? ?/? ?ref(?:erence)?s?\b|v/ ?ref|n/ ?ref|references?\b|ref\b|dossier (?:suivi par|n|:)|affaire suivie par|suivi par|n° (?:client|commande|dossier)|numero (?:client|de client|de commande|de dossier))"
    r".{0,60}$"
)
_FIELD = re.compile(r"^\W*(?:de|a|cc|cci|date|from|to|envoye(?: le)?|destinataires?|expediteur|copie) ?:")
_ADDRESSEE_FIELD = re.compile(
    r"^\W*(?:a|destinataires?|to|a l'attention de|a l'attn de)(?!\w) ?:? ?\S|^\W*a l'attention d|^\W*pour ?: ?\S"
)
_TITLE_NAME = re.compile(
    r"^\W*(?:madame|monsieur|m|mme|mr|mlle|mademoiselle|maitre|docteur|dr)\.? (?:et (?:madame|mme) )?(?!le |la |les )[\w'-]+(?: [\w'-]+){0,3}\W*$"
)
_POSTCODE = re.compile(r"(?<!\d)\d{5} [a-z]|(?<!\d)\d{2} \d{3} [a-z]{3}")
_STREET = re.compile(
    r"^\W*\d{1,4} ?(?:bis|ter)?,? (?:rue|avenue|av|boulevard|bd|place|chemin|allee|impasse|route|quai|cours|square|passage|zone|za|zi)\b"
)
_ROLE = re.compile(
    r"\b(?:assistante?|service|directeur|directrice|gerante?|responsable|secretaire|secretariat|conseill\w+|charge\w* de|gestionnaire|stagiaire|president\w*|"
    r"comptable|commerciale?|pour la direction|la direction|l'equipe|le service|p/o|po)\b"
)
_CONTACT = re.compile(r"@|(?:tel|telephone|mobile|port|fax|www\.|http)|0[1-9](?:[ .]?\d\d){4}")


def letter_parts(lines: Sequence[str]) -> dict[str, tuple[int, int, int]]:
    """Parts found among the lines (paragraphs) of a letter or a mail: `{part: (line, start, end)}`, lines from 0.

    Works on letters, mails and internal messages; a part that is missing has no entry. See `PARTS`.
    """
    folded = [plain(line).strip() for line in lines]
    found: dict[str, tuple[int, int, int]] = {}

    def mark(part: str, index: int) -> None:
        line = lines[index]
        start = len(line) - len(line.lstrip())
        found.setdefault(part, (index, start, len(line.rstrip())))

    call = next(
        (i for i, line in enumerate(folded) if _CALL.match(line) and not _looks_address(folded, i)), None
    )
    closing = _closing(folded, call)
    for index, line in enumerate(folded):
        if not line:
            continue
        if _OBJECT.match(line) or (_OBJECT_ALONE.match(line) and _is_object(folded[index + 1 : index + 2])):
            mark("objet", index)
        elif _ENCLOSED.match(line + " "):
            mark("pieces_jointes", index)
        elif _DATE_PLACE.match(line) and len(line) < 80:
            mark("date_lieu", index)
        elif _REFERENCES.match(line) and len(line) < 90:
            mark("references", index)
    if call is not None:
        mark("appel", call)
    else:
        for index, line in enumerate(folded):
            if match := _CALL_INLINE.match(line):
                span = fold(lines[index].strip()).span(0, match.end())
                offset = len(lines[index]) - len(lines[index].lstrip())
                found["appel"] = (index, offset, offset + span[1])
                call = index
                break
    if closing is not None:
        mark("politesse", closing)
    signature = _signature(folded, lines, closing, found)
    if signature is not None:
        mark("signature", signature)
    addressee = _addressee(folded, call, found)
    if addressee is not None:
        mark("destinataire", addressee)
    return found


def _looks_address(folded: Sequence[str], index: int) -> bool:
    """A name line of an address block: a street or a postcode follows within three lines."""
    if not _TITLE_NAME.match(folded[index]) or folded[index].endswith(","):
        return False
    return any(_POSTCODE.search(line) or _STREET.match(line) for line in folded[index + 1 : index + 4])


def _closing(folded: Sequence[str], call: int | None) -> int | None:
    first = (call + 1) if call is not None else 0
    hits = [i for i, line in enumerate(folded) if i >= first and line and _CLOSING.search(line)]
    strong = [i for i in hits if not re.match(r"^\W*(?:bonne|belle|excellente)", folded[i])]
    return next(iter(strong or hits), None)


def _signature(
    folded: Sequence[str], lines: Sequence[str], closing: int | None, found: dict[str, tuple[int, int, int]]
) -> int | None:
    if closing is None:
        last = [i for i, line in enumerate(folded) if line]
        taken = {place[0] for place in found.values()}
        candidates = [i for i in last[-3:] if i not in taken] if len(last) > 3 else []
    else:
        inline = re.search(r"(?:cordialement|bien a vous)\W+([\w'-]+(?: [\w'-]+){0,2})$", folded[closing])
        if inline and "votre" not in inline[1]:
            return closing
        candidates = [i for i in range(closing + 1, len(folded)) if folded[i]]
    for index in candidates:
        line = lines[index].strip()
        if _ENCLOSED.match(folded[index] + " ") or _CLOSING.search(folded[index]) or len(line) > 90:
            continue
        letters: list[str] = re.findall(r"[^\W\d_][\w'’-]*", line)
        capital = sum(word[:1].isupper() for word in letters)
        ended = line.endswith((".", "?", "!", ";")) and len(letters) > 4
        if (
            letters
            and not ended
            and (capital * 2 >= len(letters) or _ROLE.search(folded[index]) or _CONTACT.search(folded[index]))
        ):
            if (
                closing is None
                and not (1 < len(letters) <= 6 and capital * 2 >= len(letters))
                and not _ROLE.search(folded[index])
            ):
                continue
            return index
    return None


def _addressee(folded: Sequence[str], call: int | None, found: dict[str, tuple[int, int, int]]) -> int | None:
    stop = call if call is not None else min(len(folded), 15)
    for index, line in enumerate(folded[:stop]):
        if _ADDRESSEE_FIELD.match(line) and (":" in line or "attention" in line):
            return index
    for index in range(stop - 1, -1, -1):
        if _looks_address(folded, index):
            return index
    for index in range(stop):
        if _TITLE_NAME.match(folded[index]) and not _FIELD.match(folded[index]):
            return index
    posts = [i for i in range(stop) if _POSTCODE.search(folded[i])]
    if len(posts) >= 2:
        block = posts[-1]
        while (
            block > posts[-2] + 1 and folded[block - 1] and (block - 1) not in {p[0] for p in found.values()}
        ):
            block -= 1
        return block
    return None


def _is_object(following: list[str]) -> bool:
    """Whether the line after a lone « Objet : » (a cell of its own) holds the subject, and not the next part."""
    return any(
        re.search(r"\w", line)
        and not any(part.match(line) for part in (_CALL, _CALL_INLINE, _DATE_PLACE, _REFERENCES))
        for line in following
    )
