"""A small language for turns of phrase: « [ban>banc] de (poissons|sable) » says what is wrong, what is right and where.

One pattern a line, words between spaces, one pair of brackets around what must change:

    [ban>banc] de (poissons|sable)          literal words, one among several
    [sent cou férir>sans coup férir]        several words
    [bans|ban>bancs|banc] de sable          the right one has the rank of the wrong one
    serrer* (le|les) [points>poings]        « serrer » in any of its forms; « (serrer|lever)* » either one
    [pécher*>pêcher*] (la|des) truite*      the same form of another word
    <D> [ver>vers]                          a class: a part of speech, then tags of the lexicon; « <N,A p> » either one,
                                            « <=V> » a word that has no other reading
    [bulletin>avis] (de paie|mensuel|!_)    several words in a group; « !_ » nothing follows
    très? [pret>prêt]                       « ? » after a word or a group: there or not
    [dés>dès] ~2 maintenant                 up to two words of any kind
    [leurs>leur] !(<N p>|<A p>)             « ! » at one end: not beside such a word
    (#|deux) [moi>mois]                     « # » in a group: a number in figures
    (ce|cette) <N> [-la>là]                 the word hangs by a hyphen on the one before
    ^ [sa>ça] <V>     [la>là] $             the sentence begins, or ends, there
    bonjour , [sa>ça] va                    a mark stands between; elsewhere only spaces may

Words are compared in lower case; a word in brackets with a capital inside a sentence is a name and left alone, unless
the right one has a capital too: « [aix en provence>Aix-en-Provence] », « l' [église>Église] catholique ».
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ascom_coach.language.lexicon import Analysis, lexicon
from ascom_coach.language.rules.base import Hit, cased
from ascom_coach.language.syntax.view import View, Word, views

_ATOM = re.compile(r"(?P<not>!)?(?P<body>\([^)]*\)\*?|<[^>]*>|~\d|[^\s?]+)(?P<maybe>\?)?")
_PATTERN = re.compile(r"(?P<left>[^\[\]]*)\[(?P<wrong>[^\[\]>]+)>(?P<right>[^\[\]>]+)\](?P<after>[^\[\]]*)")
_JOINED = re.compile(r" |'\w|-")


@dataclass(frozen=True, slots=True)
class _One:
    """A condition on one word: literal forms, lemmas in any form, or classes as (parts of speech, tags, only)."""

    words: frozenset[str] = frozenset()
    lemmas: frozenset[str] = frozenset()
    classes: tuple[tuple[frozenset[str], frozenset[str], bool], ...] = ()
    anything: bool = False
    figures: bool = False

    def fits(self, word: Word) -> bool:
        if self.anything or word.low in self.words:
            return True
        if self.figures and word.text[0].isdecimal():
            return True
        if self.lemmas and any(one.lemma in self.lemmas for one in word.readings):
            return True
        for parts, tags, only in self.classes:
            if only and not word.only(*parts):
                continue
            if any(one.pos in parts and one.tags >= tags for one in word.readings):
                return True
        return False


@dataclass(frozen=True, slots=True)
class Atom:
    """One element beside the brackets. `kind` is word, gap, mark, edge, not or either (one of several `ways`)."""

    kind: str
    one: _One = _One()
    least: int = 1
    most: int = 1
    ways: tuple[tuple[Atom, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Pattern:
    """A parsed line. `wrong` and `right` have the same ranks: words to find and what replaces them; or lemmas."""

    source: str
    before: str
    wrong: tuple[tuple[str, ...], ...]
    right: tuple[str, ...]
    behind: str
    by_lemma: bool
    shown: str
    """The first wrong form as the line writes it."""
    pairs: dict[str, tuple[tuple[tuple[str, ...], str], ...]]
    """First wrong word → the wrong forms that begin with it, each with the right one; of a lemma, all under ""."""

    @property
    def left(self) -> tuple[Atom, ...]:
        """What must stand before the brackets."""
        return _atoms(self.before)

    @property
    def after(self) -> tuple[Atom, ...]:
        """What must stand behind them."""
        return _atoms(self.behind)

    def hits(self, view: View, at: int) -> Iterator[Hit]:
        """What is wrong at the word `at` of the sentence, at most once."""
        words = view.words
        first = words[at]
        named = first.text[:1].isupper() and at and not view.text.isupper()
        for wrong, right in self._pairs_at(first):
            end = at + len(wrong)
            if end > len(words) or (end > at + 1 and words[at + 1].low != wrong[1].lstrip("-")):
                continue
            if (named and not right[:1].isupper()) or not view.glued(at, end - 1):
                continue
            if self.by_lemma:
                fixes = _same_form(first, wrong[0], right)
                if not fixes:
                    continue
            elif any(not _is(words[at + step], part) for step, part in enumerate(wrong)):
                continue
            else:
                fixes = (right,)
            span = view.text[first.start - view.offset : words[end - 1].end - view.offset]
            fixes = tuple(cased(first.text, fix) for fix in fixes)
            if span not in fixes and _forward(self.after, view, end) and _backward(self.left, view, at - 1):
                yield first.start, words[end - 1].end, fixes
                return

    def _pairs_at(self, first: Word) -> tuple[tuple[tuple[str, ...], str], ...]:
        """The wrong forms that begin with that word, with their right ones."""
        if self.by_lemma:
            return self.pairs.get("", ())
        hanging = self.pairs.get(f"-{first.low}", ()) if first.clitic else ()
        return (*self.pairs.get(first.low, ()), *hanging)


@cache
def parse(source: str) -> Pattern:
    """The pattern of one line. Raises ValueError with what is wrong with it."""
    source = source.replace("’", "'")
    match = _PATTERN.fullmatch(source.strip())
    if not match:
        raise ValueError(f"no [wrong>right] in {source!r}")
    wrong = tuple(words_of(one.strip()) for one in match["wrong"].split("|"))
    right = tuple(one.strip() for one in match["right"].split("|"))
    if len(right) == 1:
        right *= len(wrong)
    if len(wrong) != len(right) or not all(wrong) or not all(right):
        raise ValueError(f"not as many right forms as wrong ones in {source!r}")
    by_lemma = match["wrong"].strip().endswith("*")
    if by_lemma:
        if any(len(one) > 1 for one in wrong) or " " in match["wrong"].strip():
            raise ValueError(f"a lemma stands alone in its brackets: {source!r}")
        right = tuple(one.rstrip("*") for one in right)
    before, behind = match["left"].strip(), match["after"].strip()
    if "!" in before + behind and any(
        one.kind == "not" for one in (*_atoms(before)[1:], *_atoms(behind)[:-1])
    ):
        raise ValueError(f"« ! » stands at one end only: {source!r}")
    pairs: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for one, other in zip(wrong, right, strict=True):
        pairs.setdefault("" if by_lemma else one[0], []).append((one, other))
    shown = match["wrong"].split("|")[0].strip(" *")
    ranked = {key: tuple(rows) for key, rows in pairs.items()}
    return Pattern(source, before, wrong, right, behind, by_lemma, shown, ranked)


def _is(word: Word, part: str) -> bool:
    return word.low == part or (word.clitic and part == f"-{word.low}")


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text as a sentence has them, clitics apart."""
    if text.startswith("-"):
        return (text,)
    parts = text.lower().split()
    if all(part.isalpha() for part in parts):
        return tuple(parts)
    if text.endswith("'"):
        return words_of(f"{text}un")[:-1]
    return tuple(word.low for view in views(text.replace("*", "")) for word in view.words)


@cache
def _atoms(source: str) -> tuple[Atom, ...]:
    out = []
    for match in _ATOM.finditer(source):
        body, least = match["body"], 0 if match["maybe"] else 1
        if body in ("^", "$"):
            out.append(Atom("edge"))
        elif body == ",":
            out.append(Atom("mark", least=least))
        elif body.startswith("~"):
            out.append(Atom("gap", _One(anything=True), 0, int(body[1:])))
        elif match["not"]:
            ways = _ways(body)
            out.append(Atom("not", ways=ways) if ways else Atom("not", _one(body)))
        elif body.startswith("(") and not body.endswith("*") and (ways := _ways(body)):
            out.append(Atom("either", least=least, ways=ways))
        else:
            out.append(Atom("word", _one(body), least))
    return tuple(out)


def _ways(body: str) -> tuple[tuple[Atom, ...], ...]:
    """The ways of a group when one of them has several words or none; else nothing."""
    single: list[str] = []
    several: list[tuple[Atom, ...]] = []
    for part in (part.strip() for part in body.strip("()").split("|")):
        if part == "!_":
            several.append((Atom("not", _One(anything=True)),))
        elif part[:1] != "<" and len(words := words_of(part) if _JOINED.search(part) else (part,)) > 1:
            several.append(tuple(Atom("word", _One(frozenset([word]))) for word in words))
        else:
            single.append(part)
    if not several:
        return ()
    return ((Atom("word", _one(f"({'|'.join(single)})")),), *several) if single else tuple(several)


def _one(body: str) -> _One:
    parts = [body]
    if body.startswith("("):
        all_forms = "*" if body.endswith("*") else ""
        parts = [part.strip() + all_forms for part in body[1 : body.rindex(")")].split("|")]
    words, lemmas, classes = set(), set(), []
    for part in parts:
        if part == "_":
            return _One(anything=True)
        if part == "#":
            continue
        if part.startswith("<"):
            only = part.startswith("<=")
            head, *tags = part.strip("<=>").split()
            classes.append((frozenset(head.split(",")), frozenset(tags), only))
        elif part.endswith("*"):
            lemmas.add(part.rstrip("*"))
        elif part:
            words.add(part.lower())
    return _One(frozenset(words), frozenset(lemmas), tuple(classes), figures="#" in parts)


def _forward(atoms: tuple[Atom, ...], view: View, at: int, marked: bool = False) -> bool:
    """Whether the atoms fit from the word `at` on; `marked` when a mark was asked for just before it."""
    if not atoms:
        return True
    head, rest = atoms[0], atoms[1:]
    word = view.at(at)
    if head.kind == "edge":
        return word is None
    if head.kind == "either":
        if head.least == 0 and _forward(rest, view, at, marked):
            return True
        return any(_forward((*way, *rest), view, at, marked) for way in head.ways)
    if head.kind == "not":
        if head.ways:
            return not any(_forward(way, view, at) for way in head.ways)
        apart = word is None or not (word.near or (head.one.anything and _opened(view, at)))
        return apart or word is None or not head.one.fits(word)
    if head.kind == "mark":
        if head.least == 0 and _forward(rest, view, at):
            return True
        return word is not None and not word.near and _forward(rest, view, at, True)
    if head.least == 0 and _forward(rest, view, at, marked):
        return True
    for step in range(1, head.most + 1):
        here = view.at(at + step - 1)
        if here is None or here.near == (marked and step == 1) or not head.one.fits(here):
            return False
        if step >= head.least and _forward(rest, view, at + step):
            return True
    return False


def _opened(view: View, at: int) -> bool:
    """Whether a quotation or a bracket opens before the word at `at`: « cliquez pas sur « Continuer » » goes on."""
    gap = view.text[view.words[at - 1].end - view.offset : view.words[at].start - view.offset] if at else ""
    return gap.strip() in ("«", '"', "“", "(")


def _backward(atoms: tuple[Atom, ...], view: View, at: int, marked: bool = False) -> bool:
    """The same towards the beginning, the last atom first."""
    if not atoms:
        return True
    head, rest = atoms[-1], atoms[:-1]
    word = view.at(at)
    follower = view.at(at + 1)
    glued = follower is not None and follower.near and at >= 0
    if head.kind == "edge":
        return word is None
    if head.kind == "either":
        if head.least == 0 and _backward(rest, view, at, marked):
            return True
        return any(_backward((*rest, *way), view, at, marked) for way in head.ways)
    if head.kind == "not":
        if head.ways:
            return not any(_backward(way, view, at) for way in head.ways)
        return word is None or not glued or not head.one.fits(word)
    if head.kind == "mark":
        if head.least == 0 and _backward(rest, view, at):
            return True
        return word is not None and not glued and _backward(rest, view, at, True)
    if head.least == 0 and _backward(rest, view, at, marked):
        return True
    for step in range(1, head.most + 1):
        here, behind = view.at(at - step + 1), view.at(at - step + 2)
        if here is None or behind is None or behind.near == (marked and step == 1) or not head.one.fits(here):
            return False
        if step >= head.least and _backward(rest, view, at - step):
            return True
    return False


def _same_form(word: Word, lemma: str, other: str) -> tuple[str, ...]:
    """Forms of `other` with the tags that `word` has as a form of `lemma`."""
    wanted = [(one.pos, one.tags - {"t", "q"}) for one in word.readings if one.lemma == lemma]
    if not wanted:
        return ()
    return tuple(
        dict.fromkeys(
            form
            for pos, tags in wanted
            for form, one in _forms(other)
            if one.pos == pos and tags <= one.tags | {"e", "i"} and tags & one.tags
        )
    )


@cache
def _forms(lemma: str) -> tuple[tuple[str, Analysis], ...]:
    return lexicon().forms_of(lemma)
