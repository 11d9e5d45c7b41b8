"""A draft as the generic checks read it: its text, its parts, its date, its kind, what it states."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from email.utils import parsedate_to_datetime
from functools import cached_property

from ascom_coach.documents import Document
from ascom_coach.language import (
    Engine,
    Folded,
    ProofResult,
    Value,
    find_values,
    fold,
    letter_parts,
    plain,
    proofread,
    sentences,
)
from ascom_coach.review.context import PIECE
from ascom_coach.review.generic import money
from ascom_coach.review.generic.contracts import Generic, Kind
from ascom_coach.review.generic.sheet_grids import grids_in
from ascom_coach.review.languages import SENTENCE, proof_of
from ascom_coach.review.model import Severity, Status
from ascom_coach.review.text_view import Place, TextView
from ascom_coach.review.workbooks.grid import Grid

NOWHERE = dt.date(2026, 1, 5)
"""The day around which dates are read when nothing in the draft gives one."""
SHEETS = ("xlsx", "xlsm", "xltx", "ods", "csv")
_HEAD = 14
"""Blocks among which a letter or an invoice gives its date."""
MANY_CELLS = 3_000
_MOST_SENTENCES = 300
_DATED = re.compile(
    r"(?:(?<!\w)(?:date|emise?|etablie?|edite|fait|en date du)\b[^\d\n]{0,25}|^[a-z' -]{2,30}, (?:le )?|^\W*)$"
)
_PLACED = re.compile(r"^\W*(?:fait a )?[a-z][a-z' -]{1,40}(?:,| le) |^\W*date\b")
_OTHER_DAY = re.compile(
    r"prevu|prestation|livraison|livre|reunion|echeance|valable|validite|jusqu|avant|interven|debut|(?<!\w)fin(?!\w)|rendez|seance|"
    r"atelier|payable|regl|paiement|naissance|embauche|depart|arrivee|(?<!\w)du$"
)
"""Words of a line whose date is not that of the document."""
_LONG_LINE = 120
_REPLY = re.compile(
    r"^\W*(?:le \d.{5,80} a ecrit|-{2,} ?(?:message d'origine|message transfere|original message)|"
    r"de : .{3,60} envoye :)"
)
_EVENTS = (
    "flyer",
    "emailing",
    "publication",
    "newsletter",
    "page_web",
    "formulaire",
    "planning",
    "agenda",
    "catalogue",
)
"""Kinds whose first date is that of what they announce."""
_NO_TITLE = re.compile(
    r"|(?:document |page )?sans (?:titre|nom)(?: \d+)?|untitled(?: document)?|document|page|titre(?: de la page)?"
    r"|nouvelle? page"
)
_YEAR = re.compile(r"(?:19|20)\d\d|/\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class Hit:
    """What a check saw. A `defaut` counts only when it is `certain` and the production is confirmed.

    `mark` tells several hits of a check apart; `needs` says what was missing when nothing could be assessed;
    `severity` replaces that of the catalogue.
    """

    status: Status
    message: str
    place: Place = (None, "")
    hint: str = ""
    certain: bool = False
    mark: str = ""
    needs: str = ""
    severity: Severity | None = None


@dataclass(frozen=True)
class Draft:
    """One file without a scenario. `named` tells that the person said what it is; else `kind` is a guess."""

    document: Document
    kind: Kind | None
    production: Generic | None
    named: bool
    engines: Sequence[Engine]
    around: dt.date | None = None
    reasons: tuple[str, ...] = field(default=())
    sure: bool = False
    """Whether `around` is the day of the document, whatever it says of itself (the copies of a scenario)."""

    @property
    def kind_id(self) -> str:
        """The kind, empty when it was not recognised."""
        return self.kind.id if self.kind else ""

    @cached_property
    def view(self) -> TextView:
        """The body."""
        return TextView.of(self.document)

    @cached_property
    def whole(self) -> TextView:
        """The body with headers, footers and notes."""
        return TextView.of(self.document, sides=True)

    @cached_property
    def folded(self) -> Folded:
        """The body, folded."""
        return fold(self.view.text)

    @cached_property
    def parts(self) -> dict[str, tuple[int, int, int]]:
        """Parts of a letter or a mail."""
        return letter_parts(self.view.lines) if not self.document.sheets else {}

    @property
    def is_mail(self) -> bool:
        """A message file, or a text that gives its headers."""
        if self.document.mail is not None:
            return True
        head = "\n".join(plain(line) for line in self.view.lines[:8])
        return bool(re.search(r"^\W*(?:a|de|to|from|destinataire|cc) ?: ?\S*.*@", head, re.MULTILINE))

    @cached_property
    def day(self) -> dt.date | None:
        """The date of the document: the message's, the one beside the place, else the first full date of its head."""
        if self.sure:
            return self.around
        mail = self.document.mail
        if mail is not None and mail.date:
            try:
                return parsedate_to_datetime(mail.date).date()
            except (TypeError, ValueError):
                pass
        if self.document.sheets and len(self.view.blocks) > MANY_CELLS:
            return None
        lines = self.view.lines
        if "date_lieu" in self.parts:
            index, start, end = self.parts["date_lieu"]
            line = lines[index][start:end]
            found = self._dates(line)
            if (
                found
                and not _OTHER_DAY.search(plain(line))
                and (_PLACED.match(plain(line)) or self.kind_id not in _EVENTS)
            ):
                return found[0]
        for line in lines[:_HEAD] if self.kind_id not in _EVENTS else ():
            if len(line) >= _LONG_LINE:
                continue
            for value in find_values(line, self.around or NOWHERE):
                loose = value.unit or value.approximate or not isinstance(value.value, dt.date)
                if loose or value.kind != "date" or not _YEAR.search(line[value.start : value.end]):
                    continue
                before = plain(line[: value.start])
                if _DATED.search(before) and not _OTHER_DAY.search(before):
                    return value.value if isinstance(value.value, dt.date) else None
        return self.around

    def _dates(self, text: str) -> list[dt.date]:
        values = find_values(text, self.around or NOWHERE)
        return [
            one.value
            for one in values
            if one.kind == "date" and isinstance(one.value, dt.date) and _YEAR.search(one.text)
        ]

    @property
    def today(self) -> dt.date:
        """The day around which its dates are read."""
        return self.day or NOWHERE

    @cached_property
    def values(self) -> tuple[Value, ...]:
        """What the body states, with offsets in its text; nothing for a large workbook."""
        if len(self.view.blocks) > MANY_CELLS:
            return ()
        found: list[Value] = []
        for start, end in self.view.pieces(PIECE):
            inside = find_values(self.view.text[start:end], self.today)
            found += [replace(one, start=one.start + start, end=one.end + start) for one in inside]
        return tuple(found)

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """Spans of the sentences of the body."""
        return [(one.start, one.end) for one in sentences(self.view.text)]

    @cached_property
    def proof(self) -> ProofResult:
        """The French of the body; the names of a message's headers are left alone."""
        mail = self.document.mail
        people = " ".join((mail.sender, *mail.to, *mail.cc)) if mail else ""
        names = frozenset(re.findall(r"[^\W\d_][\w'’-]+", people))
        if len(self.view.blocks) > MANY_CELLS:
            return _sentences_alone(self.view, self.engines, names)
        return proof_of(self.view, self.engines, names)

    @cached_property
    def grids(self) -> tuple[Grid, ...]:
        """The tables of its sheets that have headings."""
        return tuple(grids_in(self.document))

    @cached_property
    def tables(self) -> money.Tables:
        """Its tables as rows of figures, its labelled lines last."""
        return money.rows_of(self.document)

    @cached_property
    def totals(self) -> tuple[money.Labelled, ...]:
        """Its labelled amounts."""
        return money.labelled(self.tables)

    @cached_property
    def order_lines(self) -> tuple[tuple[money.Item, ...], ...]:
        """Its lines of quantity × price, a table each."""
        return money.items(self.tables)

    @cached_property
    def numbers(self) -> frozenset[Decimal]:
        """Every number of its tables and beside its labels."""
        return money.numbers(self.tables)

    def sentence_at(self, offset: int) -> str:
        """The folded sentence around an offset."""
        for start, end in self.sentences:
            if start <= offset < end:
                return plain(self.view.text[start:end])
        return ""

    def at(self, match: re.Match[str]) -> Place:
        """The place of a match in the folded body."""
        return self.view.place(*self.folded.span(*match.span()))


def without_reply(document: Document) -> Document:
    """The document without the message it answers: lines that begin with « > », all that follows « a écrit : »."""
    kept = []
    for block in document.blocks:
        if block.kind in ("mail_line", "line"):
            if _REPLY.search(plain(block.text)):
                break
            if block.text.lstrip().startswith(">"):
                continue
        kept.append(block)
    return document if len(kept) == len(document.blocks) else replace(document, blocks=tuple(kept))


def _sentences_alone(view: TextView, engines: Sequence[Engine], names: frozenset[str]) -> ProofResult:
    """The French of a large workbook: its sentences, each once; names and codes are left alone."""
    result = proofread("", engines, names)
    seen: dict[str, int] = {}
    for index, block in enumerate(view.blocks):
        if len(block.text.split()) >= SENTENCE and len(seen) < _MOST_SENTENCES:
            seen.setdefault(block.text, index)
    remarks = [
        replace(one, start=one.start + view.start(index), end=one.end + view.start(index))
        for text, index in seen.items()
        for one in proofread(text, engines, names).remarks
    ]
    return replace(result, words=view.words, remarks=tuple(remarks))


def untitled(document: Document) -> bool:
    """Whether a web page has no title, or the one that its software puts there."""
    return bool(_NO_TITLE.fullmatch(plain(document.properties.get("title", "")).strip()))


def family_of(document: Document) -> str:
    """`classeur`, `message`, `page` or `texte`."""
    if document.sheets or document.type in SHEETS:
        return "classeur"
    if document.mail is not None:
        return "message"
    return "page" if document.type == "html" else "texte"


def good(message: str, place: Place) -> Hit:
    """Something found as it should be."""
    return Hit("conforme", message, place)


def wrong(message: str, place: Place, hint: str, *, certain: bool = False, mark: str = "") -> Hit:
    """Something to look at again."""
    return Hit("defaut", message, place, hint, certain, mark)
