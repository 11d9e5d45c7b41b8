# ruff: noqa: E501 -- a pattern stays on one line
"""The look at facts turned round: « la garantie ne couvre pas » where the story says that it covers.

A clause is reduced to what it denies or affirms (a verb, or one of two opposite words) and to the roots of its other
words. Two clauses clash when they speak of the same thing, one yes, one no.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from ascom_coach.language import fold, plain
from ascom_coach.review.watch.matters import Lore, Matter, roots
from ascom_coach.review.watch.meanings import QUOTED, Clash, Said

Claim = tuple[str, bool, frozenset[str]]
"""(sense, affirmed or denied, roots of the other words)."""
_CLAUSE = re.compile(r"[^.;:!?,()\n]+")
_LINKED = re.compile(r" (?:mais|car|donc|puisque|parce que|lorsque|quand|tandis que) ")
_DENIED = re.compile(
    r"(?<!\w)(?:ne |n')(?:\w+'|(?:la|le|les|vous|nous|se|lui|leur|en|y) )?(?P<verb>[a-z]{2,})(?: \w+)? (?:pas|jamais|aucun\w*)(?: (?P<next>[a-z]{3,}))?(?! que)(?!\w)"
)
_BARE = frozenset(
    [
        "est",
        "sont",
        "sera",
        "seront",
        "a",
        "ont",
        "aura",
        "auront",
        "peut",
        "peuvent",
        "doit",
        "doivent",
        "va",
        "vont",
        "fait",
        "etait",
        "avait",
        "soit",
        "faut",
    ]
)
"""Verbs that say nothing by themselves: the word they carry is looked at."""
_POINTED = re.compile(r"indiquee?s? (?:au|aux|dans|sur|ci)")
"""« dans la zone indiquée au planning » quotes nobody."""
_VERB = 4
_SURE = 2
_NO_MEASURE = r"(?! (?!dans|sans|sous|chez|vers|dehors|puis|mais|plus|tous|toutes|alors|apres|depuis|jamais|pas|les|des|mes|ses|ces)[a-z]{3,}[sx](?!\w))"
"""« à deux reprises », « à deux pas » measure something: nobody is two there, as in « un seul déplacement » nobody is alone."""
_OPPOSITES = (
    (r"obligatoires?", r"facultati\w+|optionnel\w*|conseillee?s?|recommandee?s?"),
    (r"gratuit\w*|offert\w*|inclus\w*|compris\w*|fournie?s?|servie?s?|prete?s? sur place", r"a apporter|apporte[rz]|payant\w*|en sus|en supplement|non compris\w*|vendue?s?|a (?:votre|leur|sa) charge"),
    (r"autorise\w*|permis\w*", r"interdit\w*|defendu\w*"),
    (r"ouvert\w*(?! (?:\w+ ){0,4}jusqu)", r"fermee?s?"),
    (r"possibles?", r"impossibles?"),
    (r"disponibles?", r"indisponibles?"),
    (r"libres?|vacante?s?", r"(?:deja |toujours )?(?:reservee?s?|prise?s?|occupee?s?)"),
    (r"(?:assez|suffisamment) (?:grande?s?|vastes?)", r"trop petite?s?|exigue?s?"),
    (r"presente?s?", r"absente?s?"),
    (r"acceptee?s?", r"refusee?s?"),
    (r"recuperee?s?", r"payee?s?"),
    (r"a distance|en teletravail|de chez (?:elle|lui|eux|soi)|(?:par|en) visio\w*", r"sur place|avec nous|parmi nous|en presentiel|a nos cotes"),
    (r"a distance|en teletravail", r"en (?:conge|vacances|arret)\w*|absente?s?|malades?"),
    (r"par (?:personne|tete)|chacune?", r"par (?:famille|foyer|couple|groupe|table)|pour (?:deux|trois|quatre|toute la famille)(?: personnes)?"),
    (rf"(?:a|par) deux{_NO_MEASURE}|en binomes?|a plusieurs|ensemble|en equipes?", r"(?:(?<!un )(?<!une )|(?=seule personne))seule?s?|individuellement|chacune? de (?:son|leur|votre|notre) cote|tout seule?s?"),
    (r"assise?s?", r"debout"),
    (r"le matin|matinee", r"l'apres-midi"),
    (r"definiti(?:f|ve)s?", r"provisoires?|temporaires?"),
    (r"nouve(?:au|l|lle|aux|lles)", r"ancien\w*"),
    (r"individuel\w*", r"collecti(?:f|ve)s?"),
    (r"complete?s?", r"incomplete?s?"),
    (r"remboursables?", r"non remboursables?"),
    (r"limitee?s?", r"illimitee?s?"),
    (r"remplie?s?|pleine?s?", r"vides?"),
    (r"emporte[rz]?|prendre|prendrai|prends|prevois|apporte[rz]?|prenez", r"command(?:er|ez|e)|achet(?:er|ez)|fai(?:re|tes|s) venir"),
    (r"maintenue?s?|maintenir", r"annulee?s?|annuler|reportee?s?|reporter|suspendue?s?"),
    (r"(?:est|sont) (?:deja )?(?:regle|resolu|repare|verifie|corrige|solde)\w*|deja (?:regle|resolu|repare|verifie|solde)\w*", r"a (?:verifier|regler|resoudre|confirmer)|en attente"),
    (r"augment\w+|en hausse", r"diminu\w+|en baisse|baisse\w*"),
    (r"recuperee?s?", r"perdue?s?|deduite?s?|retenue?s? sur"),
    (r"(?:par|en) (?:courriel|e-?mail|mail)", r"par (?:courrier|la poste|telephone)|en main propre"),
    (r"l'(?:entree|accueil)|au rez-de-chaussee", r"(?:au|a l') ?(?:premier|deuxieme|dernier|sous-sol)"),
    (r"interieur", r"exterieur|dehors|en plein air"),
    (r"debutante?s?|aucune experience", r"experimentee?s?|confirmee?s? seulement|inities?"),
)  # fmt: skip
_MOMENTS = roots(
    "matin matinée soir soirée midi après jour journée semaine lundi mardi mercredi jeudi vendredi samedi dimanche"
)
"""« libre ce matin-là »: two things that share their morning are not one thing."""
_OPEN = re.compile(r"\?|(?<!\w)(?:si|s'il|verifi\w*|demand\w*|savoir|peut-etre|a moins|sauf|hors)(?!\w)")
_YES = re.compile(r"^(oui|non)(?!\w)")


def turned_round(said: Said, lore: Lore, *, by_papers: bool = False) -> Iterator[Clash]:
    """Clauses that say yes where a fact says no, or the other way; a clause that a
    document says too is left alone. `by_papers`: opposite words of the documents and of the orders count too."""
    told = [
        (matter, clause)
        for matter in lore.matters
        if matter.fact
        for line in matter.said
        for clause in clauses(line)
    ]
    papers = [clause for line in lore.papers for clause in clauses(line)]
    absent = list(_absent(lore))
    ordered = list(_opposed((*lore.rules, *lore.papers))) if by_papers else []
    undone = {verb for one in lore.matters for line in one.said for verb in _undone(line)}
    faults = list(_opposed(lore.faults))
    for start, end in said.sentences:
        sentence = said.text[start:end]
        done = _done(sentence, undone)
        if done is not None:
            yield Clash(start + done[0], start + done[1], _POINT, certain=True)
            continue
        if QUOTED.search(_POINTED.sub(" ", plain(sentence))) or _OPEN.search(plain(sentence)):
            continue
        for words, offset in spans(sentence):
            clash = _against(words, lore.matters, told, papers) or _there_after_all(words, absent)
            clash = clash or _against_papers(words, ordered) or _against_papers(words, faults)
            if clash is not None:
                matter, certain = clash
                yield Clash(start + offset, start + offset + len(words), matter, certain)


_POINT = Matter("ce point", frozenset(), frozenset(), "", frozenset())
"""What a rule or a paper is about: nobody gave it a name."""
_LACKS = re.compile(
    r"(?<!\w)(?:plus (?:de |d')|pas (?:de |d')|sans |ni |aucune? |manque (?:de |d'))(?P<thing>[a-z][\w-]{2,}(?: (?:de |du |d'|en )?[a-z][\w-]{3,})?)"
)
_HAS = re.compile(
    r"(?<!\w)(?:avec|fonctionn\w+|march(?:e|ent)|est (?:la|revenu\w*|disponible|arrive\w*)|il y a|reste|(?:a|ont|avons|avez|avait|avaient) (?:toujours |encore |bien )?(?:donn\w+|obten\w+|sign\w+|recu\w*|l'\w+|l\w+|d\w+|du|un|son|leur|toujours)|dispos\w+)(?!\w)"
)
_NO = re.compile(r"(?<!\w)(?:ne|n'|pas|plus|sans|aucune?|ni|personne|rien|jamais)(?!\w)")

_DEPRIVED = re.compile(
    r"(?<!\w)(?:prive\w*|depourvu\w*|manqu\w+|en panne|a l'arret|arrete\w*|coupee?s?|hors service)(?!\w)"
)
"""Words of privation, which say no without a negation."""


def _against_papers(words: str, ordered: Sequence[Claim]) -> tuple[Matter, bool] | None:
    """A clause with one of two opposite words where orders and papers all have the other one, of the same things."""
    for sense, yes, about in claims(plain(words)) if ordered else ():
        alike = [(way, other) for known, way, other in ordered if known == sense and about & other]
        if any(way == yes for way, _ in alike):
            continue
        if any(len(about & other) >= min(_SURE, len(about), len(other)) for _, other in alike):
            return _POINT, True
    return None


def _opposed(lines: Sequence[str]) -> Iterator[Claim]:
    return (one for line in lines for clause in clauses(line) for one in claims(clause) if one[0][0] == "=")


_NOBODY = re.compile(
    r"(?<!\w)(?:personne|aucun\w* \w+) n(?:e |')(?:m'|t'|l'|vous |nous |lui |leur )*(?:a |ont )?(?P<verb>[a-z]{5,})"
)
_DONE = re.compile(
    r"(?<!\w)(?:(?:nous|on|je|l'equipe|le technicien|quelqu'un) (?:vous |l'|les |lui |leur |t'|m')*(?:avons|a|ai|ont)|j'(?:ai|avais)) (?:deja |bien |aussitot |pourtant |ensuite )*(?P<verb>[a-z]{5,})"
)


def _undone(line: str) -> Iterator[str]:
    """Beginnings of the verbs that nobody did, by a line of the story: « personne n’a rappelé »."""
    yield from (match["verb"][:5] for match in _NOBODY.finditer(plain(line)))


def _done(sentence: str, undone: set[str]) -> tuple[int, int] | None:
    """Where a sentence says that we did what the story says nobody did."""
    folded = fold(sentence)
    for match in _DONE.finditer(folded.text) if undone and "?" not in sentence else ():
        if match["verb"][:5] in undone and not _NO.search(folded.text[: match.end()]):
            return folded.span(*match.span())
    return None


def _absent(lore: Lore) -> Iterator[tuple[Matter, frozenset[str]]]:
    """What the facts say is not there: « plus d’eau chaude » gives the roots of « eau chaude »."""
    for matter in lore.matters:
        for line in matter.said if matter.fact else ():
            yield from ((matter, thing) for thing in _lacking(line))
    yield from ((_POINT, thing) for line in lore.rules for thing in _lacking(line))


def _lacking(line: str) -> Iterator[frozenset[str]]:
    things = (roots(match["thing"]) for match in _LACKS.finditer(plain(line)))
    return (thing for thing in things if len(thing) >= _SURE)


def _there_after_all(
    words: str, absent: Sequence[tuple[Matter, frozenset[str]]]
) -> tuple[Matter, bool] | None:
    """The matter of something that a clause says is there, and that the story lacks."""
    clause = plain(words)
    if not absent or not _HAS.search(clause) or _NO.search(clause) or _DEPRIVED.search(clause):
        return None
    here = roots(clause)
    return next(((matter, True) for matter, thing in absent if thing <= here), None)


def _against(
    words: str, matters: Sequence[Matter], told: Sequence[tuple[Matter, str]], papers: Sequence[str]
) -> tuple[Matter, bool] | None:
    """The fact that a clause of the copy turns round, and whether that is certain."""
    answered = _yes_or_no(words, matters)
    if answered is not None:
        return answered, True
    for matter, clause in told:
        shared = clash(words, clause, matter.words if clause == plain(matter.text) else frozenset())
        if not shared:
            continue
        if any(agrees(words, other) for _, other in told) or any(agrees(words, other) for other in papers):
            return None
        return matter, shared >= _SURE
    return None


@lru_cache(maxsize=4_000)
def clauses(text: str) -> tuple[str, ...]:
    """The clauses of a text, folded."""
    return tuple(plain(words) for words, _ in spans(text))


def spans(text: str) -> Iterator[tuple[str, int]]:
    """(clause, offset) of a text."""
    for match in _CLAUSE.finditer(text):
        begin = match.start()
        for piece in re.split(f"({_LINKED.pattern})", match.group()):
            if piece and len(piece.split()) > 1 and not _LINKED.fullmatch(plain(piece)):
                lead = len(piece) - len(piece.lstrip())
                yield piece.strip(), begin + lead
            begin += len(piece)


@lru_cache(maxsize=8_000)
def claims(clause: str) -> tuple[Claim, ...]:
    """(sense, affirmed or denied, other roots) of a folded clause."""
    found: list[Claim] = []
    for rank, sides in enumerate(_OPPOSITES):
        for side, pattern in enumerate(sides):
            for match in re.finditer(rf"(?<![\w-])(?:{pattern})(?![\w-])", clause):
                denied = re.search(r"(?<!\w)(?:pas|jamais|aucun\w*) (?:\w+ )?$", clause[: match.start()])
                rest = roots(clause[: match.start()] + " " + clause[match.end() :]) - _MOMENTS
                found.append((f"={rank}", (side == 0) != bool(denied), rest))
    for match in _DENIED.finditer(clause):
        word = match["verb"]
        if word in _BARE:
            word = match["next"] or ""
        if len(word) >= _VERB:
            rest = roots(clause.replace(word, " "))
            found.append((word[:_VERB], False, rest))
    return tuple(found)


def clash(one: str, two: str, names: frozenset[str] = frozenset()) -> int:
    """How many words two clauses share when one denies what the other affirms; 0 when they do not.

    `names` are other words for what the second one speaks of.
    """
    first, second = plain(one), plain(two)
    best = 0
    for here, there in ((first, second), (second, first)):
        for sense, yes, about in claims(here):
            for about_there in _stated(there, sense, yes=not yes):
                mine, theirs = (about, about_there) if here is first else (about_there, about)
                theirs |= names
                shared = mine & theirs
                smaller = min(len(mine), len(theirs))
                if shared and (len(shared) >= _SURE or len(shared) == smaller):
                    best = max(best, len(shared) if len(shared) < smaller else max(_SURE, len(shared)))
    return best


def agrees(one: str, two: str) -> bool:
    """Whether two clauses say the same of the same words."""
    second = plain(two)
    return any(
        about & about_there
        for sense, yes, about in claims(plain(one))
        for about_there in _stated(second, sense, yes=yes)
    )


def _stated(clause: str, sense: str, *, yes: bool) -> Iterator[frozenset[str]]:
    """The other roots of a clause, for each time that it says `sense` that way."""
    made = claims(clause)
    yield from (about for known, way, about in made if known == sense and way == yes)
    if yes and not sense.startswith("=") and not any(known == sense for known, _, _ in made):
        for match in re.finditer(rf"(?<![\w'-]){sense}\w*", clause):
            yield roots(clause[: match.start()] + " " + clause[match.end() :])


def _yes_or_no(words: str, matters: Sequence[Matter]) -> Matter | None:
    """The fact whose value begins with oui or non, and that a clause turns round."""
    clause = plain(words)
    verbs = [sense for sense, yes, _ in claims(clause) if not yes and not sense.startswith("=")]
    for matter in matters:
        answer = _YES.match(plain(matter.text))
        if answer is None:
            continue
        names = roots(clause) & matter.words
        denied = any(word.startswith(verb) for verb in verbs for word in matter.words)
        plainly = not re.search(r"(?<!\w)(?:ne|n'|pas|aucun\w*|sans|non)(?!\w)", clause)
        if len(names) >= _SURE and (denied if answer[1] == "oui" else plainly):
            return matter
    return None
