# ruff: noqa: E501 -- a pattern stays on one line
"""The look at what is said of the same thing elsewhere: how many, for whom, where, on which day, under which form.

Every source counts: facts, orders, what is known to be wrong, papers. What stands in none of them, beside words that one
of them ties to something else, is told.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from ascom_coach.language import all_values, fold, plain
from ascom_coach.review.generic.draft import Hit, wrong
from ascom_coach.review.watch.matters import roots
from ascom_coach.review.watch.watch import Watch

_NUMBERS = {"deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9, "dix": 10, "onze": 11,
            "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16, "vingt": 20, "trente": 30}  # fmt: skip
_COUNTED = re.compile(
    rf"(?<![\w,.:/-])(?P<number>{'|'.join(_NUMBERS)}|\d{{1,3}}) (?P<noun>[a-z]{{3,}}(?:s|x))(?![\w-])"
)
_GENERIC = frozenset(
    [
        "points",
        "erreurs",
        "lignes",
        "fautes",
        "corrections",
        "jours",
        "heures",
        "minutes",
        "semaines",
        "mois",
        "ans",
        "euros",
        "choses",
        "messages",
        "pages",
        "mots",
        "documents",
        "fichiers",
        "autres",
        "premiers",
        "premieres",
        "derniers",
        "dernieres",
        "personnes",
        "questions",
        "copies",
        "textes",
        "papiers",
        "dates",
        "prix",
        "remarques",
        "lieux",
        "parties",
        "phrases",
        "exemplaires",
        "fiches",
        "etapes",
        "kilometres",
        "metres",
        "degres",
        "grammes",
        "centimes",
        "sont",
        "fils",
    ]
)
"""Things that any text may count for itself."""
_TIMES = re.compile(r"fois(?= \d)")
"""« 12 fois 13,80 € » multiplies: it counts nothing."""
_EVERYBODY = re.compile(
    r"(?<!\w)(?:pour (?:tout le monde|tous|toutes|chacune?|chaque (?:client|participant|personne)\w*|l'ensemble)|a (?:tous|toutes|tout le monde|chacune?)|tout le monde|quels? que soi(?:t|ent)|sans (?:condition|exception)s?|present\w* ou (?:non|pas|absent\w*)|absent\w* compris\w*|meme (?:les |aux )?absent\w*)(?!\w)"
)
_LESS = re.compile(r"(?<!\w)(?:moins|reduction|remise|rabais|offert\w*|geste|avantage)(?!\w)")
_ONLY_FOR = re.compile(
    r"(?<!\w)(?:pour les|aux|a chaque|pour chaque|par) (?P<who>[a-z-]{4,}(?: [a-z-]{4,})?)"
)
_EACH = re.compile(r"(?<!\w)(?:a|pour|par) (?:chaque|chacun\w* des) (?P<who>[a-z-]{4,} [a-z-]{4,})(?!\w)")
_THE_DAY = re.compile(
    r"(?<!\w)(?:date (?:est|sera|reste)|a (?:bien )?lieu|aura (?:bien )?lieu|se (?:tient|tiendra|deroule\w*)|(?:est|sera) (?:bien )?(?:fixee?|prevue?)|c'est (?:bien )?)(?: (?:bien|donc|toujours|partout|le|pour|au))*\W*$"
)
_EVENTS = re.compile(
    r"(?<![\w-])(?:fuites?|inond\w+|incendies?|explos\w+|cambriol\w+|accidents?|bless(?:e|ee|es|ees|ures?)|hospitalis\w+|deces|decede\w*|greves?|court-circuit|intoxi\w+|degats? des eaux|effondr\w+|orages?|tempetes?|canicule|neige|verglas|vol(?:ee|ees|es)?(?= (?:de|d'|dans|au|a|par))|demenag\w+|licencie\w*|faillite|annul(?:e|ee|es|ees|er|ons|ation))(?![\w-])"
)
"""What happens to people and to houses, and that nobody makes up."""
_EVENT_ROOT = 5
_FAMILIES = (
    re.compile(r"(?<![\w-])(?:accident|bless|hospitalis|chute|malade|souffr|(?:cass|foul|tord|brul|coup|fractur)\w* (?:le|la|un|une|son|sa|les|des) )"),
    re.compile(r"(?<![\w-])(?:fuite|inond|degats? des eaux|rupture de canalis)"),
    re.compile(r"(?<![\w-])(?:annul|suspend|supprim|n'aura pas lieu)"),
)  # fmt: skip
"""Words that tell one event: « un greffeur blessé » of somebody who broke a wrist."""
_UNSURE = re.compile(
    r"\?|(?<!\w)(?:si|en cas (?:de|d')|s'il|sauf|pour eviter|contre|ni|sans|aucun\w*|pas)(?!\w)"
)
_CLAUSES = r"[;:()–—]| (?:avant|afin) (?:de |d['’]|que |qu['’])| puis | pour (?=(?:l['’]|la |le |les )?[a-zà-ÿ]{3,}(?:er|ir)\b)|, (?!(?:où|qui|que|dont|et|ou|pour|avec|aussi|puis) )"
_LEGAL = re.compile(r"(?<![\w.])(?:SARL|SAS|SASU|EURL|SCI|SNC|SA)(?![\w.])")


def same_thing(watch: Watch) -> Iterator[Hit]:
    """Numbers, beneficiaries, places, days and legal forms beside what the sources say of the same thing."""
    if not watch.is_text or not watch.whole:
        return
    yield from _counted(watch)
    yield from _for_all(watch)
    yield from _moved(watch)
    yield from _another_day(watch)
    yield from _happened(watch)
    for number, match in enumerate(_LEGAL.finditer(watch.view.text), 1):
        if plain(match.group()) not in watch.story.words:
            message = "Aucun de vos documents ne donne cette forme à la maison que vous nommez."
            yield wrong(
                message, watch.view.place(*match.span()), "Est-ce une société ?", mark=f".forme{number}"
            )


def _sources(watch: Watch) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*watch.story.told, *watch.story.paper_lines)))


def _number(word: str) -> int:
    return _NUMBERS.get(word) or int(word)


def _counted(watch: Watch) -> Iterator[Hit]:
    """« vingt paniers » where every line that counts them, near the same words, has twelve or eleven."""
    known: dict[str, list[tuple[int, frozenset[str]]]] = {}
    for line in _sources(watch):
        for match in _COUNTED.finditer(plain(line)):
            known.setdefault(match["noun"], []).append((_number(match["number"]), roots(line)))
    for start, end in watch.draft.sentences:
        folded = fold(watch.view.text[start:end])
        here = roots(folded.text)
        for match in _COUNTED.finditer(folded.text):
            noun, number = match["noun"], _number(match["number"])
            lines = known.get(noun, [])
            if (
                noun in _GENERIC
                or _TIMES.match(folded.text, match.start("noun"))
                or not lines
                or any(one == number for one, _ in lines)
            ):
                continue
            own = roots(noun) | roots(match["number"])
            if not any((words & here) - own for _, words in lines) or not number:
                continue
            first, last = folded.span(*match.span())
            message = "Personne n’a donné ce nombre, et il se lit ailleurs."
            place = watch.view.place(start + first, start + last)
            yield wrong(message, place, "Comparez avec vos documents.", mark=f".nombre{start + first}")


def _for_all(watch: Watch) -> Iterator[Hit]:
    """« moins 5 € pour tout le monde » where it is allowed for some; « présent ou non » where a paper says « présente »."""
    some = [
        roots(match["who"])
        for one in watch.story.scenario.delegation.autorise
        if (match := _ONLY_FOR.search(plain(one.quoi)))
    ]
    each = [roots(line) for line in watch.story.paper_lines if _EACH.search(plain(line))]
    for number, block in enumerate(watch.view.blocks, 1):
        folded, origin = fold(block.text), watch.view.start(number - 1)
        match = _EVERYBODY.search(folded.text)
        if match is None:
            continue
        first, last = (origin + one for one in folded.span(*match.span()))
        start, end = next((one for one in watch.draft.sentences if one[0] <= first < one[1]), (first, last))
        said = plain(watch.view.text[start:end])
        told = bool(_LESS.search(said)) and any(not words & roots(said) for words in some)
        if not told and re.search(r"absent|ou (?:non|pas)|sans|quel", match.group()):
            gone = roots(_EVERYBODY.sub(" ", said))
            told = any(len(words & gone) >= 3 for words in each)
        if told:
            message = "Ce n’est pas pour tout le monde."
            yield wrong(message, watch.view.place(first, last), "Qui y a droit ?", mark=f".tous{number}")


def _moved(watch: Watch) -> Iterator[Hit]:
    """A place or a thing that belongs to one matter, put where the sentence speaks of another one."""
    facts = [
        (one, watch.story.current.get(one.id, ""))
        for one in watch.story.scenario.faits
        if not all_values(watch.story.current.get(one.id, ""), watch.context.today)
    ]
    people = roots(" ".join(one.nom for one in watch.story.scenario.personnages.values()))
    paper = people | roots("\n".join(watch.story.paper_lines))
    orders = roots("\n".join(watch.story.lore.rules))
    spoken = {
        one.id: roots(" ".join((one.porte_sur, value, *one.mots_cles, *one.reponses))) for one, value in facts
    }
    for one, value in facts:
        others = frozenset[str]().union(*(words for name, words in spoken.items() if name != one.id))
        own = roots(value) - others - paper - orders
        own = frozenset(root for root in own if root not in roots(one.porte_sur))
        if not own or value[:1].isupper():
            continue
        for start, end in watch.draft.sentences:
            said = next(
                (
                    words
                    for words in map(roots, re.split(_CLAUSES, watch.view.text[start:end]))
                    if words & own
                ),
                frozenset[str](),
            )  # « dès son feu vert, je l’affiche » speaks of two matters, one after the other
            if len(said & spoken[one.id]) != 1:
                continue
            rival = next(
                (
                    two for two, _ in facts
                    if two.id != one.id and len(said & (spoken[two.id] - spoken[one.id])) >= 2
                ),
                None,
            )  # fmt: skip
            if rival is not None:
                message = f"Cela va avec autre chose\u00a0: {one.porte_sur}. Ici, vous parlez d’autre chose\u00a0: {rival.porte_sur}."
                yield wrong(
                    message,
                    watch.view.place(start, end),
                    "Comparez avec vos notes.",
                    mark=f".ailleurs{start}",
                )


def _another_day(watch: Watch) -> Iterator[Hit]:
    """« la date est bien le samedi 13 mars »: the day of nothing that anybody told."""
    days = {_day(one.value) for _, one in watch.story.facts if one.kind == "date"} - {None}
    months = {(day.year, day.month) for day in days if day is not None}
    for number, value in enumerate(watch.context.values, 1):
        day = _day(value.value) if value.kind == "date" else None
        if day is None or day in days or watch.story.knows(value) or day <= watch.context.today:
            continue
        start = next((one for one, end in watch.draft.sentences if one <= value.start < end), value.start)
        before = plain(watch.view.text[start : value.start])
        if (day.year, day.month) in months and _THE_DAY.search(before):
            message = "Personne n’a donné ce jour."
            place = watch.view.place(value.start, value.end)
            yield wrong(message, place, "Comparez avec vos notes.", mark=f".jour{number}")


def _happened(watch: Watch) -> Iterator[Hit]:
    """« inondée par une fuite »: an event that no line of the story tells."""
    told = "\n".join(plain(line) for line in _sources(watch))
    for number, match in enumerate(_EVENTS.finditer(watch.draft.folded.text), 1):
        root = match.group()[:_EVENT_ROOT]
        said = plain(watch.draft.sentence_at(watch.draft.folded.span(*match.span())[0]))
        if re.search(rf"(?<!\w){root}", told) or _UNSURE.search(said):
            continue
        if any(one.match(match.group()) and one.search(told) for one in _FAMILIES):
            continue
        message = "Personne ne vous a parlé de cela."
        yield wrong(message, watch.draft.at(match), "D’où cela vient-il ?", mark=f".evenement{number}")


def _day(value: object) -> dt.date | None:
    if isinstance(value, dt.datetime):
        return value.date()
    return value if isinstance(value, dt.date) else None
