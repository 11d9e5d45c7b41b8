# ruff: noqa: E501 -- a pattern stays on one line
"""Check of who was there: in minutes, nobody is both present and excused, or speaks while excused."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ascom_coach.language import plain
from ascom_coach.review.generic.draft import Draft, Hit, good, wrong
from ascom_coach.review.table_lines import labelled, under_heads

_THERE = r"(?:membres |personnes )?presente?s?|(?:etaient|sont) presente?s?|participante?s?|ont participe|assistaient"
_AWAY = r"(?:absente?s? )?excusee?s?|(?:etaient|sont) (?:absente?s?|excusee?s?)|absente?s?(?: (?:et )?excusee?s?)?"
_LABEL = re.compile(
    rf"^\W*(?:(?P<there>{_THERE})|(?P<away>{_AWAY}))(?: a la (?:reunion|seance))?(?: ?\(\d+\))?(?: ?: ?(?P<who>.*)|\W*)$"
)
_SAID = re.compile(
    r"(?P<who>[^.;:\n]{3,80}?) (?:est|etait|sont|etaient|s'est|se sont) (?:tous |toutes |tous deux )?excusee?s?(?!\w)"
)
_PERSON = re.compile(
    r"(?<![\w’'-])(?:(?P<lead>M\.|MM\.|Mr|Mme|Mmes|Mlle|Monsieur|Madame|[A-ZÀ-Ý][a-zà-ÿ]+(?:-[A-ZÀ-Ý][a-zà-ÿ]+)?) )?"
    r"(?P<name>[A-ZÀ-Ý][\w’'-]{2,}(?: [A-ZÀ-Ý]{2,})?)(?![\w-])"
)
_INSTEAD = re.compile(
    r"\(?(?:representee?s?|remplacee?s?|suppleee?s?|pouvoir (?:donne )?a)(?: par)? [^,;)\n]*\)?"
)
_PARTLY = re.compile(
    r"(?<!\w)(?:arriv\w+|retard|debut|jusqu'a|a partir|part(?:i|ie|is|ies)|en cours|visio\w*)(?!\w)"
)
_SPEAKS = re.compile(
    r"(?<![\w’'-])(?:(?:M\.|Mr|Mme|Mlle|Monsieur|Madame) )(?P<name>[A-ZÀ-Ý][\w’'-]{2,})(?: [A-ZÀ-Ý][\w’'-]+)? "
    r"(?:indique|précise|propose|demande|présente|rappelle|explique|annonce|souhaite|répond|ajoute|remercie|ouvre|signale|estime|suggère|insiste|confirme|intervient|prend la parole)(?!\w)"
)
_SENT = re.compile(
    r"(?<!\w)(?:par (?:ecrit|mail|courriel|telephone|message|visio\w*)|a (?:transmis|fait savoir|envoye)|avait|son absence|sa place|excuse\w*)(?!\w)"
)
"""What an absent person may have said before, or from afar."""
_LONG = 9
_TITLES = {
    "m.": "m",
    "mm.": "m",
    "mr": "m",
    "monsieur": "m",
    "mme": "mme",
    "mmes": "mme",
    "madame": "mme",
    "mlle": "mme",
}
Person = tuple[str, str]
"""(title or first name, family name), folded; the first is empty when only one name is given."""


def there_or_not(draft: Draft, lot: tuple[Draft, ...]) -> Iterator[Hit]:
    """Each person is present, or excused, or absent."""
    there: list[Person] = []
    away: list[tuple[Person, int]] = []
    for said, rank, present in _groups(draft):
        found = list(_people(said))
        there += found if present else []
        away += [] if present else [(one, rank) for one in found]
    if not there or not away:
        return
    both = [(one, rank) for one, rank in away if any(_same(one, other) for other in there)]
    for number, (_, rank) in enumerate(both, 1):
        block = draft.view.blocks[rank]
        message = "La même personne est présente et excusée : votre lecteur ne sait pas si elle était là."
        yield wrong(message, (block.locator, block.text[:180]), "Qu’avez-vous noté au début de la réunion ?",
                    certain=True, mark=f".{number}")  # fmt: skip
    both_or_spoke = bool(both)
    for number, (start, end, name) in enumerate(_speakers(draft), 1):
        absent = any(_same(("", name), other) for other, _ in away)
        if absent and not any(_same(("", name), other) for other in there):
            both_or_spoke = True
            message = "Cette personne est notée excusée ou absente, et le texte la fait parler à la réunion."
            yield wrong(
                message,
                draft.view.place(start, end),
                "Était-elle là, ou a-t-elle transmis ce point ?",
                mark=f".parle{number}",
            )
            break
    if not both_or_spoke:
        yield good("Chacun est présent ou excusé, pas les deux.", draft.view.first())


def _groups(draft: Draft) -> Iterator[tuple[str, int, bool]]:
    """(words, block, whether they name those who were there) of each list of people."""
    open_: bool | None = None
    for rank, line in enumerate(labelled(draft.view)):
        folded = plain(line).strip()
        match = _LABEL.match(folded)
        if match is not None:
            open_ = match["there"] is not None
            if match["who"]:
                yield line.partition(":")[2], rank, open_
                open_ = None
            continue
        if open_ is not None and folded:
            if len(folded.split()) <= _LONG and ":" not in folded and next(_people(line), None):
                yield line, rank, open_
                continue
            open_ = None
        for said in _SAID.finditer(folded):
            yield line[said.start("who") : said.end("who")], rank, False
    for head, text, rank in _columns(draft):
        match = _LABEL.match(plain(head).strip())
        if match is not None:
            yield text, rank, match["there"] is not None


def _speakers(draft: Draft) -> Iterator[tuple[int, int, str]]:
    """(start, end, family name) of those whom the text makes speak."""
    for match in _SPEAKS.finditer(draft.view.text):
        if not _SENT.search(draft.sentence_at(match.start())):
            yield *match.span(), plain(match["name"])


def _columns(draft: Draft) -> Iterator[tuple[str, str, int]]:
    """(head of its column, text, block) of the cells of tables."""
    places = {block.locator.ref: rank for rank, block in enumerate(draft.view.blocks)}
    for head, text, ref in under_heads(draft.view, rows=False):
        yield head, text, places[ref]


def _people(said: str) -> Iterator[Person]:
    kept = said
    for match in reversed(list(_INSTEAD.finditer(plain(said)))):
        kept = kept[: match.start()] + kept[match.end() :] if len(plain(said)) == len(said) else kept
    for part in re.split(r"[,;\n]| et ", kept):
        if _PARTLY.search(plain(part)):
            continue
        found = _PERSON.search(part)
        if found is not None:
            lead = plain(found["lead"] or "")
            yield _TITLES.get(lead, lead), plain(found["name"])


def _same(one: Person, other: Person) -> bool:
    """One name; a title and a first name may be those of two people of one family."""
    return one[1] == other[1] and (one[0] == other[0] or not one[0] or not other[0])
