"""Which noun group a verb agrees with, when the row of chunks leaves no doubt; nothing otherwise.

Norms: agreement with the head and not with its complement; plural after « et », the masculine prevailing (Grevisse and
Goosse, « Le Bon Usage », 16e éd., 2016, §§ 427-446).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ascom_coach.language.syntax.chunks import Chunk, chunks
from ascom_coach.language.syntax.view import View

_OPENERS = frozenset(
    [
        "que",
        "qu",
        "dont",
        "où",
        "si",
        "quand",
        "lorsque",
        "lorsqu",
        "car",
        "mais",
        "puisque",
        "puisqu",
        ":",
        ";",
    ]
)
_VERBS = frozenset("VELH")
_INNER = frozenset(["je", "j'", "tu", "il", "elle", "on", "nous", "vous", "ils", "elles"])
_ALONE = frozenset(["aucun", "aucune", "chacun", "chacune", "mme", "mlle", "madame", "monsieur", "m"])
_CALLS = frozenset(["madame", "monsieur", "mesdames", "messieurs"])
_JOINING = frozenset(
    ["le", "la", "les", "nos", "vos", "notre", "votre", "mon", "ma", "mes", "son", "sa", "ses"]
)
"""After a complement with « de », a group joined by « et » that opens so is joined to the head."""
_MANY = frozenset(["bien", "peu", "plus", "moins", "beaucoup"])
COLLECTIVE = frozenset(
    ["plupart", "majorité", "moitié", "totalité", "ensemble", "nombre", "partie", "quantité", "dizaine",
     "douzaine", "quinzaine", "vingtaine", "trentaine", "quarantaine", "cinquantaine", "soixantaine",
     "centaine", "tiers", "quart", "série", "multitude",
     "minorité", "infinité", "foule", "groupe", "type", "sorte", "genre", "poignée", "paire", "reste",
     "pourcentage", "millier", "million", "part", "équipe", "couple", "maximum", "minimum", "total", "lot",
     "tas", "milliers", "millions", "façon", "fois", "peu", "équivalent", "types", "sortes", "genres"]
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Clause:
    """A subject (several heads when joined by « et ») and the index of the chunk of its verb."""

    heads: tuple[Chunk, ...]
    verb: int

    @property
    def number(self) -> str:
        """`s` or `p`."""
        return "p" if len(self.heads) > 1 else self.heads[0].number

    @property
    def gender(self) -> str:
        """`m`, `f`, or empty when unknown."""
        genders = {one.gender for one in self.heads}
        if len(genders) == 1:
            return genders.pop()
        return "m" if "m" in genders else ""


def clauses(view: View) -> Iterator[Clause]:
    """The sure subject-verb pairs of a sentence."""
    row = chunks(view)
    for start in _starts(view, row):
        found = _clause(view, row, start)
        if found and not _names(view, found.heads[0], row[found.verb].first):
            yield found


def _names(view: View, group: Chunk, verb: int) -> bool:
    """Whether the subject is what a thing is called, of no sure number: « Sites Faciles est prêt »."""
    first = view.words[group.first]
    if not first.text[:1].isupper():
        return False
    if first.has("D"):
        return (
            view.words[group.last].text[:1].isupper()
            and first.text[1:].islower()
            and group.last > group.first
        )
    if not view.words[group.last].has("N", "S") and group.first == group.last:
        return True
    return any(view.words[at].text[:1].isupper() for at in range(group.first + 1, verb))


_THOSE = frozenset(["celui", "celle", "ceux", "celles"])


def _starts(view: View, row: tuple[Chunk, ...]) -> Iterator[int]:
    for at, one in enumerate(row):
        if one.kind != "N" or one.prep or not one.number:
            continue
        alone = one.first == one.last and not view.words[one.first].text[:1].isupper()
        if alone and view.low(one.first) not in _ALONE:
            continue
        before = row[at - 1].kind if at else ""
        if at == 0:
            if one.first == 0 or all(word.only("R", "G", "C") for word in view.words[: one.first]):
                yield at
        elif before in _OPENERS and row[at - 1].last == one.first - 1:
            if view.low(row[at - 1].first - 1) in _THOSE:
                continue  # « ceux que le club prête étaient pris »
            if before not in ("que", "qu") or at < 2 or row[at - 2].kind not in ("N", "K", "U"):
                yield at
        elif (
            before == ","
            and at > 1
            and all(c.prep or c.kind in ("K", "U", "G", "I") for c in row[: at - 1])
            and row[0].prep
        ):
            yield at


def _clause(view: View, row: tuple[Chunk, ...], start: int) -> Clause | None:
    heads = [row[start]]
    group = view.words[row[start].first : row[start].last + 2]
    if view.low(row[start].first) in _CALLS and not group[-1].text[:1].isupper():
        return None
    first = row[start].first
    if {view.low(first - 1), view.low(first)} & _MANY or (
        view.low(first - 1) in ("d'", "de") and view.low(first - 2) in _MANY
    ):
        return None  # « plus d'un million de colis sont »
    if any(word.low in COLLECTIVE for word in group) and not _whole(view, row, start):
        return None
    at = start + 1
    joined = False
    while at < len(row):
        one = row[at]
        kind = one.kind
        if kind in _VERBS:
            return Clause(tuple(heads), at)
        if kind == "K" and row[start - 1].kind == "dont" and view.low(one.first) in ("fait", "finit", "dit"):
            return None  # « les lignes dont le montant fait partie du total sont »: the verb of « dont »
        if joined and kind == "N" and one.prep == "des":
            return None
        if kind == "et" and at + 1 < len(row) and row[at + 1].kind == "N" and not row[at + 1].prep:
            other = row[at + 1]
            if other.first == other.last or (
                _has_complement(row, start, at) and not _joins_head(view, row, start, at)
            ):
                return None
            heads.append(other)
            joined = True
            at += 2
            continue
        after = _past_modifier(view, row, at)
        if after is None:
            return None
        at = after
    return None


def _past_modifier(view: View, row: tuple[Chunk, ...], at: int) -> int | None:
    """Past what may stand between a subject and its verb; None when the chunk ends the search."""
    one = row[at]
    if one.kind.startswith("=") or one.kind in ("nous", "vous"):
        return at + 1 if _verb_follows(row, at) else None
    if one.kind in ("K", "U") or (one.kind == "N" and one.prep):
        return at + 1
    if one.kind == "N" and one.first == one.last and view.words[one.first].near:
        return at + 1
    if one.kind == "et" and at + 1 < len(row) and row[at + 1].kind in ("N", "K"):
        if "autres" in (view.low(row[at + 1].first), view.low(row[at + 1].first + 1)):
            return None  # « l'imprimante et d'autres appareils »: a second head
        return at + 2
    if one.kind == ",":
        return _after_apposition(row, at + 1)
    return _after_relative(row, at + 1) if one.kind in ("que", "qu") else None


def _after_apposition(row: tuple[Chunk, ...], at: int) -> int | None:
    """Past « , contrairement à l'emballage, » when the verb comes right after the second comma."""
    stop = at
    while stop < len(row) and row[stop].kind in ("N", "K", "U", "G", "à", "de", "P"):
        stop += 1
    if stop == at or stop + 1 >= len(row) or row[stop].kind != ",":
        return None
    if any(one.kind == "N" and not one.prep for one in row[at:stop]):
        return None
    return stop + 1 if row[stop + 1].kind in _VERBS else None


def _has_complement(row: tuple[Chunk, ...], start: int, stop: int) -> bool:
    """« l'envoi du devis et la facture »: what is joined to what is not sure."""
    return any(one.prep for one in row[start + 1 : stop])


def _joins_head(view: View, row: tuple[Chunk, ...], start: int, at: int) -> bool:
    """Whether the group after « et », at `at`, is joined to the head: only complements with « de » stand between."""
    if view.low(row[at + 1].first) not in _JOINING or view.low(row[at + 1].last + 1) in ("est", "sera"):
        return False
    return all(one.kind == "N" and one.prep in ("de", "des") for one in row[start + 1 : at])


def _whole(view: View, row: tuple[Chunk, ...], start: int) -> bool:
    """« L'ensemble du personnel », « la totalité de la somme »: singular beside a complement in the singular."""
    after = row[start + 1] if start + 1 < len(row) else None
    named = view.words[row[start].last].low in ("ensemble", "totalité", "reste", "équipe", "groupe", "couple")
    return bool(named and after and after.kind == "N" and after.prep == "de" and after.number == "s")


def _verb_follows(row: tuple[Chunk, ...], at: int) -> bool:
    return at + 1 < len(row) and (row[at + 1].kind in _VERBS or row[at + 1].kind.startswith("="))


def _after_relative(row: tuple[Chunk, ...], at: int) -> int | None:
    """Past « que vous nous avez envoyés (lundi) »: the place after the verb of the relative clause."""
    if at < len(row) and row[at].kind in _INNER:
        at += 1
    elif at < len(row) and row[at].kind == "N" and not row[at].prep:
        at += 1
        while at < len(row) and row[at].kind == "N" and row[at].prep:
            at += 1
    else:
        return None
    while at < len(row) and (row[at].kind.startswith("=") or row[at].kind in ("nous", "vous")):
        at += 1
    if at >= len(row) or row[at].kind not in _VERBS:
        return None
    at += 1
    while at < len(row) and (row[at].kind in ("être", "K", "I") or (row[at].kind == "N" and row[at].prep)):
        at += 1
    return at
