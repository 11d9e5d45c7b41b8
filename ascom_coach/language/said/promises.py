# ruff: noqa: E501 -- a pattern or an example stays on one line
"""What a text promises: the sense of the verb, the values inside, and whether it hangs on a condition."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from ascom_coach.language.lexicon import lexicon
from ascom_coach.language.said.acts import clause_before, guarded, prepared
from ascom_coach.language.text import Folded
from ascom_coach.language.values.grammar import Value, find_values

_SENSES: dict[str, str] = {
    "rembourser": r"rembours\w*|restitu(?:er|e|ee|es|ees|ons|ez|era|erai|erons)|reverser(?:ai|ons|a)?|reversee?s?",
    "avoir": r"(?:un |l'|d'un )avoir(?= de | d'un| sur| a valoir| correspond|s? |[.,;!\n]|$)(?! (?:pas|a |le |la |les |un |une |du |des |\w+er\b))|note de credit",
    "geste": r"geste commercial|gestes? commerc\w*|remises?(?= de| d'| commerciale| exceptionnelle| sur| a hauteur|[.,;!]|$)|reductions?|ristourne|rabais|"
    r"bons? (?:d'achat|de reduction)|dedommag\w*|indemnis\w*|compensation|offr(?:e|ons|ir|irai|irons|ira)(?!s)|offerte?s?|deduir\w*|deduction|geste(?= de | d')",
    "livrer": r"livr(?:er|e|ee|es|ees|ons|ez|erai|erons|era|eront|aison|aisons)|expedi\w*|achemin\w*|apporter\w*|deposerons|reliv\w*",
    "envoyer": r"(?:r?envo[iy]\w*|renverr\w*|enverr\w*|adresser(?:ai|ons|a)?|adressons|transmett\w*|transmets|faire parvenir|fais parvenir|"
    r"ferai parvenir|ferons parvenir|parviendra|recevre[zs]|poster\w*|communiquer\w*)",
    "rappeler": r"r?appell?(?:e|er|erai|erons|era|ons)|recontact\w*|contacter(?:ai|ons|a)?|telephon\w*|reviens? vers|reviendr\w* vers|revenons vers|revenir vers",
    "remplacer": r"remplac\w*|echang(?:e|er|erons|erai|era|eons)|completer\w*",
    "annuler": r"annul\w*",
    "reparer": r"repar\w*|intervien\w*|intervention|depann\w*",
    "verifier": r"verifi\w*|me renseign\w*|nous renseign\w*|control\w*",
    "prevenir": r"prevenir\w*|previens|previendr\w*|tenir (?:au courant|informe)\w*|tiens (?:au courant|informe)\w*|tiendr\w* (?:au courant|informe)\w*|informer(?:ai|ons|a)|confirmer(?:ai|ons|a)",
}  # fmt: skip
_NOUNS = frozenset(["avoir", "geste"])
_SPEAKER = re.compile(
    r"(?<!\w)(?:je|j'|nous|on)(?: |$|(?<='))|(?<!\w)(?:vous|tu) (?:recevrez|recevras|serez|seras|aurez|auras|beneficierez)(?!\w)"
    r"|(?<!\w)(?:sera|seront|est prevue?|sont prevue?s|aura lieu|partira|partiront|parviendra|parviendront|arrivera|interviendra)(?!\w)"
)
_FUTURE_SHAPE = re.compile(
    r"(?<!\w)(?:sera|seront|serez|seras|recevrez|recevras|aurez|auras|beneficierez|partira|partiront|parviendra|"
    r"arrivera|aura lieu|vais|allons|va|m'engage|nous engageons|promets|promettons|garantis|garantissons|propose|proposons|"
    r"est prevue?|sont prevue?s|accorde|accordons|(?:vous|te) (?:offre|offrons|fais|fait|faisons|consens|consentons)|peux|pouvons|peut|souhaite|souhaitons|\w+(?:rai|rons))(?!\w)"
)
_GRANTED = re.compile(
    r"(?<!\w)(?:vous|te) (?:propose|offre|accorde|consent|est (?:accorde|offert|propose|consenti)e?)(?!\w)"
)
"""An offer that someone else makes: « la direction vous accorde… », « un avoir vous est accordé »."""
_PRESENT_FIRST = re.compile(
    r"(?:je|j'|nous|on)(?: (?:vous|te|lui|leur|le|la|les|l'|m'en|m'|en|nous|t'|s'en))* ?$"
)
_PAST = re.compile(
    r"(?:(?:j'ai|je vous ai|nous avons|nous vous avons|on a|avez|avait|avions|avais|a ete|ont ete|ai ete|vous a|vous ont|a deja|etait|etaient)"
    r"(?: (?:deja|bien|ete|pas|toujours|vous|egalement|aussitot|aussi))*) ?$"
)
_CONDITIONAL_FORM = re.compile(r"\w+(?:erais|rais|rions|rait|raient)(?!\w)")
_IF = re.compile(
    r"(?<!\w)(?:si|s')(?: |(?<='))(?:je|j'|nous|on|vous|tu|il|elle|ils|elles|le|la|les|l'|cela|ca|votre|vos|notre|mon|ma|c'|possible|besoin|jamais)"
    r"|sous reserve|a condition|sauf si|a moins que|sous condition|en cas de|apres (?:accord|validation|verification)|dans la mesure du possible|des reception"
)
_NEGATED = re.compile(
    r"(?<!\w)(?:ne|n')(?: |(?<='))[^.!?;]{0,40}(?:pas|plus|jamais|aucun|rien)(?!\w)[^.!?;,]{0,25}$|(?<!\w)(?:pas|sans|aucun|impossible de|refus\w* de) (?:de |vous |le |la |d'un |un )*$"
)
_NOT_DONE = re.compile(r"(?<!\w)(?:ne |n')(?:(?:vous|te|le|la|les|lui|leur|l'|nous|en|y) ?)*$")
_ASKED = re.compile(
    r"(?:souhait|demand|reclam|exig|voul|attend|vouloir|votre demande de|voudri|desir|sollicit|refus)\w* (?:[a-z']+ ){0,3}$"
)


_UNMARKED_QUESTION = re.compile(
    r"(?<!\w)(?:puis-je|peut-on|pouvons-nous|dois-je|devons-nous|doit-on|faut-il|(?:est-ce|esque|est ce) que? (?:je|nous|on))(?!\w)"
    r"|(?<!\w)(?:a qui|quand|combien|comment|ou|quoi|pour quand|a quelle (?:heure|adresse|date)|quel jour)$"
    r"|^ ?(?:a |de |pour |par |sur )?(?:quels?|quelles?|qui|quand|combien|comment) [^,]*(?<!\w)(?:je|nous|on)(?!\w)"
)
"""A question typed without its mark, as one types fast: « j’envoie ça comment », « à quel num puis-je vous rappeler »."""


@dataclass(frozen=True, slots=True)
class Promise:
    """A promise at `start:end` of the text (its clause). `sense` names what is promised (see `SENSES`).

    `values` are the values stated in its sentence; `conditional` is true for « si… », « sous réserve… »,
    « nous pourrions… »: an offer that binds less.
    """

    sense: str
    start: int
    end: int
    text: str
    values: tuple[Value, ...]
    conditional: bool


SENSES: tuple[str, ...] = tuple(_SENSES)
"""The senses: rembourser, avoir, geste, livrer, envoyer, rappeler, remplacer, annuler, reparer, verifier, prevenir."""
LETTER_PATTERNS = {
    sense: re.compile(rf"(?<![\w-])(?:{source})(?![\w-])") for sense, source in _SENSES.items()
}


def find_promises(text: str, today: dt.date) -> list[Promise]:
    """What the writer commits to in `text`. Refusals, questions, past facts and what others said are left out."""
    folded = prepared(text)
    values = find_values(text, today)
    found: list[Promise] = []
    for start, end in _sentences(folded.text):
        sentence = folded.text[start:end]
        if folded.text[end : end + 2].lstrip()[:1] == "?" or _UNMARKED_QUESTION.search(sentence.rstrip()):
            continue
        for sense, pattern in LETTER_PATTERNS.items():
            for match in pattern.finditer(sentence):
                at = start + match.start()
                if not _promised(folded.text, start, at, match.group(), sense):
                    continue
                found.append(_promise(text, folded, (start, end), at, sense, values))
                break
    return sorted(found, key=lambda promise: (promise.start, promise.sense))


def _sentences(text: str) -> list[tuple[int, int]]:
    out, begin = [], 0
    for match in re.finditer(r"[!?;\n]|\.(?!\d|\w)|$", text):
        if text[begin : match.start()].strip():
            out.append((begin, match.start()))
        begin = match.end()
    return out


def _promised(text: str, start: int, at: int, word: str, sense: str) -> bool:
    before = text[start:at]
    clause = clause_before(text, at)
    if _NOT_DONE.search(before) and not re.match(r"\w* que(?!\w)", text[at + len(word) :]):
        return False
    if _NEGATED.search(clause) or _ASKED.search(clause) or _PAST.search(before):
        return False
    if guarded(text, at, ("rapporte", "question", "negation")):
        return False
    own = word.split(maxsplit=1)[0]
    if _CONDITIONAL_FORM.fullmatch(own) or _CONDITIONAL_FORM.search(clause):
        return bool(re.search(r"(?<!\w)(?:je|j'|nous|on)", clause)) and "pourriez" not in clause
    future = re.match(r"\w+(?:erai|rai|rons)$", own) and _PRESENT_FIRST.search(before)
    if future and any(lexicon().verb(form, "ifut") for form in lexicon().spellings(own)):
        return True
    after = re.match(r"[^.!?;\n]{0,60}", text[at:])
    around = before[-90:] + (after.group() if after else "")
    if _PRESENT_FIRST.search(before) and sense not in _NOUNS:
        return True
    if sense in _NOUNS and _GRANTED.search(around):
        return True
    if re.match(r"(?:recevre|parviendra)", own):
        return True
    return bool(_SPEAKER.search(around)) and bool(_FUTURE_SHAPE.search(around))


def _promise(
    text: str, folded: Folded, sentence: tuple[int, int], at: int, sense: str, values: list[Value]
) -> Promise:
    first, last = folded.span(*sentence)
    while first < last and text[first] in " \u00a0\n\t,-":
        first += 1
    own = text[first:last]
    clause = folded.text[sentence[0] : sentence[1]]
    loose = bool(_IF.search(clause)) or bool(_CONDITIONAL_FORM.search(clause_before(folded.text, at + 12)))
    inside = tuple(value for value in values if first <= value.start and value.end <= last)
    return Promise(sense, first, last, own.rstrip(), inside, loose)
