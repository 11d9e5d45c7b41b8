# ruff: noqa: E501 -- a pattern stays on one line
"""Looks at what a text says of a known matter: its own value, its own object, the right way round.

Each function takes the text and the `Lore` of the story and gives `Clash`es; a clash is certain only when the words leave
one reading, else it is a doubt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ascom_coach.language import Value, fold, lexicon, plain
from ascom_coach.review.watch.matters import Lore, Matter, key, roots

_KINDS = ("montant", "date", "heure")
_LABEL = r"(?<![\w-])(?P<label>[a-z][\w-]{3,}(?: (?:de|du|des|d'|pour|par|sur|avec|en|a|au|aux) ?(?:(?:la|le|les|votre|notre|cette|ce) |l')?[\w-]{3,}){0,3})"
_OF = re.compile(
    _LABEL
    + r" ?(?P<link>(?:(?:est|sont|sera|serait|reste|revient|s'eleve|se monte|coute|fixee?s?|bien|etant|de|d'|a|au|:|=|\() ?)+)$"
)
_ON = re.compile(
    _LABEL
    + r" ?(?P<link>(?:(?:est|sont|sera|seront|aura lieu|se tient|fixee?s?|prevue?s?|programmee?s?|le|la|au|a|pour|:|=) ?)+)$"
)
_STATED = re.compile(r"est|sont|sera|lieu|tient|fixe|prevu|programme|:|=")
QUOTED = re.compile(
    r"(?<!\w)(?:au lieu|a la place|et non|non pas|n[e'] ?\w+ plus|finalement|initial\w*|etai\w+|disai\w+|indiqu\w*|annonc\w*|"
    r"ancien\w*|corrig\w*|erreur|faux|fausse|dernier\w*|precedent\w*|avant c'etait|porte la|porte le|compte le|trouve|releve\w*|difference|"
    r"ecart|plutot que|contre)(?!\w)"
)
"""Words of a sentence that quotes, compares or corrects: another value has its place there."""
_OPEN = re.compile(r"\?|(?<!\w)(?:si|s'il|verifi\w*|confirm\w*|demand\w*|savoir|peut-etre|a moins)(?!\w)")
"""Words of a sentence that states nothing yet."""


_FILL = r"(?: (?:le|la|les|un|une|des?|du|a|au|que|encore|toujours|en|prix|tarif|montant))*\W*$"
_LEFT = re.compile(rf"(?<!\w)(?:disai\w+|indiquai\w*|annoncai\w*|affichai\w*|etai\w+|au lieu|et non){_FILL}")
_KEPT = re.compile(rf"(?<!\w)(?:gardee?s?|retenue?s?|mise?s?|corrige\w*|remplace\w* par|ecrit\w*){_FILL}")
"""What stands before the value that was given up, and before the one that was kept."""


@dataclass(frozen=True)
class Clash:
    """A span of the text (offsets in code points) that says another thing of `matter` than the story."""

    start: int
    end: int
    matter: Matter
    certain: bool


@dataclass(frozen=True)
class Said:
    """A text, its sentences (spans) and the values it states."""

    text: str
    sentences: Sequence[tuple[int, int]]
    values: Sequence[Value] = ()

    def sentence(self, offset: int) -> tuple[int, int]:
        """The sentence around an offset; an empty span at it when there is none."""
        return next((one for one in self.sentences if one[0] <= offset < one[1]), (offset, offset))


def other_values(said: Said, lore: Lore, leads: dict[int, str] | None = None) -> Iterator[Clash]:
    """A known amount, date or hour put for another matter: « facture de 240 € » when 240 € is the deposit.

    `leads` gives, by offset of a value, the words that name it from another cell of its row.
    """
    names = {one.start: _name_of(one, said, leads or {}) for one in said.values}
    for value in said.values:
        mine, named = key(value.kind, value.value), names[value.start]
        if value.kind not in _KINDS or value.approximate or not named:
            continue
        start, end = said.sentence(value.start)
        sentence = plain(said.text[start:end])
        matter = _owner(named, value.kind, mine, lore)
        if matter is None or QUOTED.search(sentence):
            continue
        if not matter.family and _OPEN.search(sentence):
            continue  # « peux-tu commander 11 paniers à 14,50 € ? » states its price all the same
        telling = _telling(named, matter, lore)
        if any(lore.together(word, mine) for word in telling):
            continue
        beside = [
            one
            for one in said.values
            if start <= one.start < end and key(one.kind, one.value) in matter.values
        ]
        if any(not names[one.start] or names[one.start] & named for one in beside):
            continue  # the right value stands beside: the sentence speaks of both
        others = [one for one in lore.matters if mine in one.values and not telling & one.label]
        if not others and matter.fact and value.kind == "montant" and _alone(matter, named, lore, mine):
            others = [matter]  # no other thing needs to bear that price: the words name this one alone
        if matter.family:  # a price is only known by its list: the other one must come from it too
            others = [one for one in others if one.family == matter.family]
        if others:
            yield Clash(value.start, value.end, matter, certain=True)


_SURE = 2


def _telling(named: frozenset[str], matter: Matter, lore: Lore) -> frozenset[str]:
    """The words that name a matter and none of its list: « amiral » in « panier de l’amiral »."""
    beside = [
        one.words
        for one in lore.matters
        if matter.family and one.family == matter.family and one is not matter
    ]
    return named - frozenset[str]().union(*beside) or named


def _alone(matter: Matter, named: frozenset[str], lore: Lore, mine: tuple[str, str]) -> bool:
    """Whether the words name this matter and no row of a list: « le tarif de la journée »."""
    plainly = len(named) >= _SURE or named <= matter.label
    return plainly and not any(
        named & one.words and mine in one.values for one in lore.matters if one is not matter
    )


def exchanged(said: Said, lore: Lore) -> Iterator[Clash]:
    """A correction told backwards (« la page disait 32 €, j’ai gardé 28 € » when 32 € is right), or a wrong value kept."""
    owners = {value: one for one in reversed(lore.matters) if one.fact for value in one.values}
    for start, end in said.sentences:
        inside = [one for one in said.values if start <= one.start < end and one.kind in _KINDS]
        before = {one.start: plain(said.text[max(start, one.start - 40) : one.start]) for one in inside}
        for left in (one for one in inside if _LEFT.search(before[one.start])):
            matter = owners.get(key(left.kind, left.value))
            for kept in (one for one in inside if _KEPT.search(before[one.start])):
                mine = key(kept.kind, kept.value)
                told = any(mine in unit.values for unit in lore.units)
                if matter is not None and kept.kind == left.kind and mine not in owners and told:
                    yield Clash(kept.start, kept.end, matter, certain=True)
        for kept in (one for one in inside if _KEPT.search(before[one.start])):
            mine, own = key(kept.kind, kept.value), roots(said.text[start : kept.start])
            named = [
                one
                for one in lore.matters
                if one.fact and one.label & own and [kind for kind, _ in one.values].count(kept.kind) == 1
            ]
            there = any(key(one.kind, one.value) in named[0].values for one in inside) if named else True
            if len(named) == 1 and not there and mine not in owners:
                yield Clash(kept.start, kept.end, named[0], certain=True)


def _name_of(value: Value, said: Said, leads: dict[int, str]) -> frozenset[str]:
    if value.start in leads:
        return roots(leads[value.start])
    start, _ = said.sentence(value.start)
    return _named(said.text[min(start, value.start) : value.start], value.kind)


def _named(before: str, kind: str) -> frozenset[str]:
    """The words that name a value, read just before it."""
    folded = re.split(r"[\n;!?]|, ", plain(before)[-140:])[-1]
    match = (_OF if kind == "montant" else _ON).search(folded)
    if match is None or (kind != "montant" and not _STATED.search(match["link"])):
        return frozenset()
    return roots(match["label"])


def _owner(named: frozenset[str], kind: str, mine: tuple[str, str], lore: Lore) -> Matter | None:
    """The one matter that these words name, when its value of that kind is one and another."""
    owners = [
        one for one in lore.matters if named <= one.words and any(known == kind for known, _ in one.values)
    ]
    values = {value for one in owners for value in one.values if value[0] == kind}
    return owners[0] if len(values) == 1 and mine not in values else None


_VAGUE = frozenset(
    (  # noqa: SIM905 -- a list of words reads as words
        "personne point moyen chose raison jour date heure nom numero nombre lieu facon maniere attente presence ce "
        "celui celle"
    ).split()
)
"""First words of a label that name too many things."""
_ORDINARY = frozenset(
    (  # noqa: SIM905 -- a list of words reads as words
        "seul seule meme meilleur meilleure plus moins bon bonne cas premier premiere dernier derniere suite fruit "
        "necessaire materiel reste tout toute document documents dossier papiers chose choses affaires besoin temps "
        "message point points liste fichier piece pieces reponse copie celle celui suivante suivant votre notre "
        "ensemble outils outil"
    ).split()
)
_NOT_AN_ACT = frozenset(
    (  # noqa: SIM905 -- a list of words reads as words
        "faire avoir etre joindre passer dire mettre payer donner aller venir voir savoir pouvoir devoir"
    ).split()
)
_DENIES = re.compile(r"(?<!\w)(?:ne|n'|pas|sans)(?!\w)")
_ARTICLE = r"(?:la |le |les |l'|un |une |des )"
_NOUN = r"[\w-]{3,}(?: (?:de |du |d'|a )[\w-]{3,})?"
_VALUE_OBJECT = re.compile(rf"^(?:{_ARTICLE})[\w-]{{3,}}")


def other_things(said: Said, lore: Lore) -> Iterator[Clash]:
    """Another object in the place of the one the story names: « emporter le circulateur » for « la sonde de pression »."""
    here = roots(said.text)
    folded = [(start, fold(said.text[start:end])) for start, end in said.sentences]
    for matter in lore.matters:
        if not matter.fact or matter.values or not _VALUE_OBJECT.match(plain(matter.text)):
            continue
        own = roots(matter.text) - matter.words
        if not own or own & here:
            continue  # the thing itself is named somewhere
        for start, sentence in folded:
            if QUOTED.search(sentence.text) or _OPEN.search(sentence.text) or _DENIES.search(sentence.text):
                continue
            for begin, stop, sure in _put_instead(sentence.text, matter, lore):
                first, last = sentence.span(begin, stop)
                yield Clash(start + first, start + last, matter, certain=sure)


def _put_instead(sentence: str, matter: Matter, lore: Lore) -> Iterator[tuple[int, int, bool]]:
    head = next(iter(re.findall(r"[a-z][\w-]{3,}", plain(matter.about))), "")
    if head and head not in _VAGUE:
        subject = rf"(?<![\w-]){re.escape(head)}s?(?: (?:a|de|du|des|d') ?[\w-]{{3,}}){{0,2}}"
        pattern = rf"{subject} (?:est|sont|sera|seront|:) (?P<thing>{_ARTICLE}{_NOUN})"
        for match in re.finditer(pattern, sentence):
            if _stranger(match["thing"], matter, lore):
                yield *match.span("thing"), match["thing"].startswith(("la ", "le ", "les ", "l'"))
    for verb in _acts(matter):
        vague = rf"(?<![\w-]){verb[:_STEM]}\w* (?P<thing>ce qu'il (?:faut|te faut|vous faut)|le necessaire|de quoi \w+|ce que tu (?:peux|veux))(?!\w)"
        yield from ((*match.span("thing"), True) for match in re.finditer(vague, sentence))
        pattern = rf"(?<![\w-]){verb[:_STEM]}\w* (?P<thing>(?:la |le |l'){_NOUN})"
        for match in re.finditer(pattern, sentence):
            noun = re.sub(_ARTICLE, "", match["thing"], count=1).split()[0]
            if _stranger(match["thing"], matter, lore) and lexicon().has(noun):
                yield *match.span("thing"), True


_STEM = 5


def _acts(matter: Matter) -> list[str]:
    """Verbs that say what one does with the thing: « la pièce à prévoir », keyword « emporter »."""
    words = [word for word in map(plain, matter.keywords) if " " not in word]
    words += re.findall(r"(?<!\w)a ([a-z]{4,}(?:er|ir|re))(?!\w)", plain(matter.about))
    return sorted(
        {word for word in words if re.fullmatch(r"[a-z]{3,}(?:er|ir|re)", word) and word not in _NOT_AN_ACT}
    )


def _stranger(thing: str, matter: Matter, lore: Lore) -> bool:
    """Whether a thing is none of those that the story puts near the matter."""
    words = re.findall(r"[\w-]{3,}", re.sub(rf"^{_ARTICLE}", "", thing))
    if not words or words[0] in _ORDINARY or words[0].rstrip("s") in _ORDINARY:
        return False
    found = roots(words[0])
    return bool(found) and not found & matter.words and not lore.near(found, matter.words)
