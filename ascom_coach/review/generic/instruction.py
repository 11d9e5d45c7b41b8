# ruff: noqa: E501 -- a pattern or an example stays on one line
"""An instruction received, read as a list of what is asked: dates, amounts, names, limits, parts, what to leave out.

Everything here is a reading that the person can correct: nothing costs a point until the list has come back confirmed.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from email.utils import parsedate_to_datetime
from itertools import pairwise
from typing import Literal

from ascom_coach.documents import Document, Locator
from ascom_coach.language import Value, find_values, fold, plain, sentences
from ascom_coach.review.generic.asked import asked_things
from ascom_coach.review.generic.bans import barred_acts, find_bans
from ascom_coach.review.generic.contracts import kinds
from ascom_coach.review.generic.dress_asked import asked_dress
from ascom_coach.review.generic.listed import listed_things, page_bounds
from ascom_coach.review.generic.plans import allowed_times
from ascom_coach.review.text_view import TextView

Role = Literal["a_trouver", "limite", "a_eviter", "pour_vous"]
ROLES: tuple[Role, ...] = ("a_trouver", "limite", "a_eviter", "pour_vous")
SORTS = (
    "date", "heure", "delai", "montant", "quantite", "pourcentage", "reference", "telephone", "courriel", "nom",
    "destinataire", "partie", "acte", "registre", "mots_max", "mots_min", "point", "mots",
    "ouverture", "couleur", "police",
)  # fmt: skip
_NOWHERE = dt.date(2026, 1, 5)

_MAX_AFTER = re.compile(
    r"^ ?(?:[a-z]+ ){0,2}(?:maximum|maxi?(?!\w)|au (?:plus|maximum)|tout au plus|grand maximum)|^ ?,? pas plus(?! d)"
)
_MAX_BEFORE = re.compile(
    r"(?:maximum|au plus|jusqu'a|pas plus de|dans la limite de|depass\w*(?: pas)?|plafonne\w* a|plafond de|limitee? a|excede\w*(?: pas)?|moins de)(?: de| les)? ?$"
)
_MIN_BEFORE = re.compile(r"(?:au moins|minimum|au minimum|pas moins de) ?(?:de )?$")
_YOURS = re.compile(
    r"(?:tu as|vous avez|duree ?:|vous disposez|tu disposes|il te reste|il vous reste|a rendre|rend(?:s|ez|re)|remet\w*|"
    r"il me (?:le |la |les )?faut|j'en ai besoin|je (?:le|la|les) (?:veux|voudrais)|je (?:veux|voudrais) (?:ca|cela|tout)(?!\w)|me l'envoyer|m'envoyer|envoie[- ]moi|envoyez[- ]moi|"
    r"(?<!\w)a (?:afficher|envoyer|poster|expedier|imprimer|distribuer|diffuser|publier|rendre)(?!\w)|montre[sz]?[- ](?:le |la |les )?moi|"
    r"soit (?:pret|fait|fini|parti)\w*|parte|termine\w*|fini[srt]\w*|duree de l'epreuve|temps (?:imparti|accorde))"
)
_TASK = re.compile(
    r"(?<!\w)(?:repond\w*|ecri\w*|redig\w*|prepar\w*|fai(?:s|re|tes)|envo\w+|cree[rz]?|complet\w*|mettre|met[sz]|relanc\w*)(?!\w)"
)
_BY = re.compile(r"(?:avant|pour|d'ici) (?:ce (?:soir|midi)|midi)?\W*$")
_DAY_BY = re.compile(
    r"^\W*(?:repond|ecri|redig|prepar|envo|cree|complet|relanc|previen|convoqu)\w*(?!.* (?:que |qu'|de \w+(?:er|ir|re) )).* (?:avant|pour|d'ici)(?: le)? ?$"
)
"""« Réponds à Mme Roy avant » a day: a deadline of the one who writes, not of the reader."""
_REPLACED = re.compile(
    r"(?:au lieu|a la place|plutot que|et pas|et non)(?: pas)?(?: d[eu'])? ?(?:le |la |les |l')?$"
)
"""Before a value: the one that is no longer right."""
_AUDIENCE = re.compile(r"(?:pour|a) (?:(?:tous|toutes) )?(?:les|nos|mes|vos|tes) $")
_SOON = re.compile(
    r"^(?:aujourd'hui|demain|ce (?:soir|matin|midi|jour)|cet(?:te)? apres-midi|hier|avant-hier|apres-demain)"
)
_TITLED = re.compile(
    r"(?<!\w)(?:M\.|[Mm]me|[Mm]lle|Me|Dr|[Mm]onsieur|[Mm]adame|[Mm]ademoiselle|[Mm]aître|[Dd]octeur)\s+"
    r"(?P<name>[A-ZÉÈÀÂÎÔÇ][\w’'-]+(?:\s+(?:de |du |d’|le |la )?[A-ZÉÈÀÂÎÔÇ][\w’'-]+){0,2})"
)
_FIRM = re.compile(
    r"(?:[Ss]ociété|[Ee]ntreprise|[Mm]aison|SARL|SASU?|EURL|[Aa]ssociation|[Cc]abinet|[Rr]estaurant|[Hh]ôtel|[Ll]ibrairie|[Gg]arage|"
    r"[Ff]ournisseur|[Tt]ransporteur|[ÉEée]tablissements|Ets)\s+(?:«\s*)?(?P<name>[A-ZÉÈÀÂÎÔÇ][\w’'&-]*(?:\s+(?:&\s+|et\s+)?[A-ZÉÈÀÂÎÔÇ][\w’'&-]+){0,3})"
)
_TO = re.compile(
    r"(?:ecri\w*|repond\w*|adress\w*|envo\w+|relanc\w*|convoqu\w*|invit\w*|previen\w*|prevenir|inform\w*|lettre|courrier|courriel|mail|message|mot|"
    r"convocation|relance|reponse|devis|attention)(?:\W+\w+){0,5}?\W+(?:a|pour|de|au|l'attention de)?\W*$"
)
_PLANNED = ("planning", "agenda")
_AUTHOR = re.compile(
    r"(?:,? (?:votre |notre |la |le |l')?(?:gerante?|directeur|directrice|responsable|cheffe?|patronne?|dirigeante?|president\w*)\b[^,.]{0,30},)? ?"
    r"(?:vous|te|t') ?(?:laisse|demande|confie|charge|ecrit|envoie|a laisse|a demande)"
)
"""After a name: the one who gives the instruction."""
_UNWELCOME = re.compile(
    r"(?:,[^,]{1,40},)? ?n'(?:est|sont|etait|etaient) (?:pas|plus) (?:invit|convi|convoqu|concern|destinatair)"
)
"""After a name: someone who is left out."""
_STREETS = ("rue", "avenu", "quai", "plac", "boulevard", "chemin", "rout", "alle", "impass", "cour")


@dataclass(frozen=True, slots=True)
class Demand:
    """One thing that the instruction asks. `value` is as read, `quote` verbatim around it."""

    role: Role
    sort: str
    value: str
    quote: str = ""
    place: Locator | None = None

    def to_json(self) -> dict[str, object]:
        """For `relire --json`."""
        where = self.place.to_json() if self.place else None
        return {
            "role": self.role,
            "sort": self.sort,
            "value": self.value,
            "quote": self.quote,
            "locator": where,
        }


@dataclass(frozen=True, slots=True)
class Instruction:
    """What was read. `confirmed`: the list came back from the person, who may have corrected it."""

    source: str
    demands: tuple[Demand, ...] = ()
    confirmed: bool = False
    day: dt.date | None = None
    kinds: tuple[str, ...] = ()

    @property
    def asked(self) -> bool:
        """Whether something is to be looked for."""
        return any(one.role != "pour_vous" for one in self.demands)


def read_instruction(source: Document | str, around: dt.date | None = None) -> Instruction:
    """Read a document, or a pasted text. What is said to the trainee (« avant 11 h ») is kept apart."""
    if isinstance(source, str):
        return _read(source, "", around, None)
    view = TextView(tuple(block for block in TextView.of(source).blocks if block.kind != "mail_header"))
    day = around
    if source.mail is not None and source.mail.date:
        with suppress(TypeError, ValueError):
            day = parsedate_to_datetime(source.mail.date).date()
    return _read(view.text, source.path, day, view)


def _read(text: str, path: str, around: dt.date | None, view: TextView | None) -> Instruction:
    day = around or _dated(text)
    folded = plain(text)
    named = [
        kind.id
        for kind in kinds()
        if any(re.search(rf"(?<!\w){re.escape(w)}s?(?!\w)", folded) for w in kind.titles)
    ]
    found: dict[tuple[str, str], Demand] = {}
    for start, end in _clauses(text):
        when = allowed_times(text[start:end]) if set(named) & set(_PLANNED) else ""
        for demand, at in _demands(text[start:end], day or _NOWHERE, when):
            if demand.sort == "date" and _same_day(demand.value, day):
                demand = replace(demand, role="pour_vous")  # noqa: PLW2901 - the date of the instruction itself
            place = view.place(start + at[0], start + at[1])[0] if view and view.blocks else None
            quote = " ".join(text[start:end].split())
            one = Demand(demand.role, demand.sort, demand.value, quote, place)
            found.setdefault((one.sort, plain(one.value)), one)
    addressed = {plain(one.value) for one in found.values() if one.sort == "destinataire"}
    demands = [one for one in found.values() if not (one.sort == "nom" and plain(one.value) in addressed)]
    return Instruction(path, tuple(demands), False, day, tuple(named))


def _same_day(text: str, day: dt.date | None) -> bool:
    return day is not None and any(one.value == day for one in find_values(text, day))


def _dated(text: str) -> dt.date | None:
    """The date that heads an instruction, with its year."""
    for line in text.split("\n")[:6]:
        for value in find_values(line, _NOWHERE) if len(line) < 60 else ():
            if value.kind == "date" and re.search(r"20\d\d", value.text) and isinstance(value.value, dt.date):
                return value.value
    return None


def _clauses(text: str) -> Iterator[tuple[int, int]]:
    """Sentences, without the greeting and the signature of the one who writes."""
    spans = [(one.start, one.end) for one in sentences(text)]
    for index, (start, end) in enumerate(spans):
        words = text[start:end].split()
        greeting = index == 0 and len(words) <= 4 and text[start:end].rstrip().endswith((",", "!"))
        signed = (
            index >= len(spans) - 2
            and len(words) <= 4
            and not re.search(r"\d|[.!?]$", text[start:end].rstrip())
        )
        if not greeting and not (signed and len(spans) > 2):
            yield start, end


def _demands(text: str, day: dt.date, when: str) -> Iterator[tuple[Demand, tuple[int, int]]]:
    if when:
        yield Demand("limite", "ouverture", when), (0, len(text))
    folded = fold(text)
    bans = find_bans(folded.text)
    banned = [folded.span(*ban.said) for ban in bans]

    def role(at: int) -> Role:
        return "a_eviter" if any(first <= at < last for first, last in banned) else "a_trouver"

    for value in _once(find_values(text, day), text):
        if not _is_noise(value, text) and not (when and value.kind in ("heure", "date", "delai")):
            yield _value(value, text, folded.text, banned), (value.start, value.end)
    for ban in bans:
        for what in ban.things:
            first, last = folded.span(*what)
            yield Demand("a_eviter", "mots", text[first:last]), (first, last)
    for act, (first, last) in barred_acts(folded.text):
        yield Demand("a_eviter", "acte", act), folded.span(first, last)
    for match in _TITLED.finditer(text):
        before, after = plain(text[: match.start()])[-70:], plain(text[match.end() :])
        if _AUTHOR.match(after):
            yield Demand("pour_vous", "nom", match.group()), match.span()
            continue
        if _UNWELCOME.match(after):
            yield Demand("a_eviter", "nom", match.group()), match.span()
            continue
        yield (
            Demand(role(match.start()), "destinataire" if _TO.search(before) else "nom", match.group()),
            match.span(),
        )
    for match in _FIRM.finditer(text):
        yield Demand(role(match.start("name")), "nom", match["name"]), match.span("name")
    for sort, shown, span in asked_dress(text):
        yield Demand(role(span[0]), sort, shown), span
    rest = list(folded.text)
    for ban in bans:
        rest[ban.start : ban.said[1]] = " " * (ban.said[1] - ban.start)
    left = replace(folded, text="".join(rest))
    for sort, shown, span in (*asked_things(text, left), *listed_things(text, left)):
        yield Demand("a_trouver", sort, shown), span
    for span in page_bounds(left):
        yield Demand("pour_vous", "quantite", text[slice(*span)]), span


def _once(values: list[Value], text: str) -> list[Value]:
    """« mardi prochain, le 3 novembre »: one day, told by its date."""
    loose = {
        one
        for one, two in pairwise(values)
        if one.kind == two.kind == "date"
        and not re.search(r"\d", one.text)
        and re.search(r"\d", two.text)
        and re.fullmatch(r" ?,? ?\(?(?:le |soit (?:le )?|donc (?:le )?)?", plain(text[one.end : two.start]))
    }
    return [one for one in values if one not in loose]


def _is_noise(value: Value, text: str) -> bool:
    """The number of a line of a list, the number of a street."""
    line = text[: value.start].rpartition("\n")[2]
    listed = not line.strip() and re.match(r"\s?[.)°]", text[value.end :]) is not None
    return value.kind == "quantite" and (listed or value.unit in _STREETS)


def _value(value: Value, text: str, folded: str, banned: list[tuple[int, int]]) -> Demand:
    before, after = plain(text[: value.start]), plain(text[value.end : value.end + 30])
    words = value.kind == "quantite" and value.unit == "mot"
    role: Role = "a_trouver"
    sort: str = value.kind
    shown = value.text.strip()
    if value.kind == "quantite" and not value.unit and re.match(r" ?(?:a|-|et) \d+ mots", after):
        return Demand("limite", "mots_min", str(value.value))
    if words:
        sort = "mots_min" if _MIN_BEFORE.search(before) else "mots_max"
        number = int(value.value) if not isinstance(value.value, str | dt.date | dt.time) else 0
        return Demand(
            "limite", sort, str(number * 6 // 5 if value.approximate and sort == "mots_max" else number)
        )
    if value.kind == "quantite" and value.unit == "page":
        return Demand("pour_vous", sort, shown)  # only its print shows how many pages a paper has
    if _MAX_AFTER.search(after) or _MAX_BEFORE.search(before):
        role = "limite" if value.kind in ("montant", "pourcentage", "quantite") else "a_trouver"
    elif any(first <= value.start < last for first, last in banned):
        role = "a_eviter"
    elif (
        (
            value.kind == "quantite"
            and value.unit
            in (
                "lign",
                "ligne",
                "minut",
                "exemplair",
                "paragraph",
                "decimal",
            )
        )
        or _REPLACED.search(before)
        or (value.kind == "quantite" and _AUDIENCE.search(before))
        or (value.kind == "date" and _DAY_BY.search(before))
        or _SOON.match(plain(shown))
        or (value.kind in ("heure", "delai", "date") and _YOURS.search(folded))
        or (value.kind == "heure" and _BY.search(before) and _TASK.search(before))
        or (value.kind == "quantite" and not value.unit)
    ):
        role = "pour_vous"
    return Demand(role, sort, shown)
