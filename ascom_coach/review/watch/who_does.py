# ruff: noqa: E501 -- a pattern stays on one line
"""The look at who does what: who said « je » does it, who was told is who holds the matter, each person has their row."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ascom_coach.language import mentions, plain
from ascom_coach.review.generic.draft import Hit, wrong
from ascom_coach.review.watch.around_table import listed
from ascom_coach.review.watch.matters import roots
from ascom_coach.review.watch.watch import Watch
from ascom_coach.review.workbooks.grid import named

_NAME = r"(?:(?:M\.|Mme|Mlle|Monsieur|Madame) )?[A-ZÀ-Ý][\wà-ÿ’-]+(?: [A-ZÀ-Ý][\wà-ÿ’-]+){0,2}"
_ACTS = re.compile(
    rf"(?:^|(?<=[.!?:;,] )|(?<=\n)|(?<=\bque ))(?P<name>{_NAME})(?= (?:vous |te |leur |lui |la |le |les |y |en |nous |l’|s’)?[a-zà-ÿ]{{3,}}(?:ra|ront|t|e|a)\b)"
)
_SAYS_I = re.compile(r"(?<!\w)(?:je|j'|moi)(?!\w)|(?<!\w)(?:mets|compte|prends|donne|garde|laisse)-moi(?!\w)")
_HANDED = re.compile(
    rf"(?P<what>[a-zà-ÿ-]{{4,}}) (?:signalé|indiqué|communiqué|déclaré|donné|transmis|annoncé|demandé|confié|remis)e?s? (?:à|par|auprès de) (?P<name>{_NAME})"
)
_TITLE = re.compile(r"(?:M\.|Mme|Mlle|Monsieur|Madame) ")
_EXPECTS = re.compile(
    r"^ ?(?:(?:vous|te|t'|nous|l'|le|la|les|y) ?)?(?:compte(?:nt|ra)? sur|attend\w*|(?:sera|est|reste) (?:\w+ )?(?:la|present\w*|disponible|libre|d'accord|prevenu\w*)|"
    r"souhait\w*|demand\w*|prefer\w*|veut|voudrait|confirm\w*|accept\w*|accueill\w*|recevra|recoit)(?!\w)"
)
"""Who waits for it, wants it or is there when it happens does not do it."""
_AT_HOME = re.compile(r"(?:(?:mme|mlle|madame)\W[\w' -]+ chez elle|(?:m\.|monsieur) [\w' -]+ chez lui)(?!\w)")
_SPAN = 60
_VALUE = r"(?P<value>[\wÀ-ÿ-]*\d[\wÀ-ÿ-]*)"


def who_does(watch: Watch) -> Iterator[Hit]:
    """Who acts, who was told, what a list gives to a person."""
    if not watch.is_text:
        return
    cast = {name: _words(person.nom) for name, person in watch.story.scenario.personnages.items()}
    yield from _another_acts(watch, cast)
    yield from _another_told(watch, cast)
    yield from _another_row(watch)


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[a-z][\w'-]{2,}", plain(_TITLE.sub("", text))))


def _another_acts(watch: Watch, cast: dict[str, frozenset[str]]) -> Iterator[Hit]:
    """« M. Lemoine passera mardi à 11 h » when somebody else said « je peux y être mardi à 11 h »."""
    for fact in watch.story.scenario.faits:
        own = cast.get(fact.qui, frozenset())
        value = watch.story.current.get(fact.id, "")
        if not own or not any(_SAYS_I.search(plain(line)) and "{valeur}" in line for line in fact.reponses):
            continue
        if not any(watch.story.facts and name == fact.id for name, _ in watch.story.facts):
            continue  # no value to know the matter by
        for first, _ in mentions(watch.view.text, value, watch.context.today):
            start, end = _sentence(watch, first)
            said = watch.view.text[start:end]
            if own & _words(said):
                continue
            for match in _ACTS.finditer(said[: first - start]):
                who = _words(match["name"])
                if _EXPECTS.match(plain(said[match.end() :])) or _AT_HOME.match(plain(said[match.start() :])):
                    continue
                if any(who and who <= words for name, words in cast.items() if name != fact.qui):
                    message = f"Ce n’est pas cette personne qui l’a annoncé, quand on vous a parlé de ce point\u00a0: {fact.porte_sur}."
                    place = watch.view.place(start + match.start("name"), start + match.end("name"))
                    yield wrong(message, place, "Qui vous a dit « je » ?", mark=f".acteur.{fact.id}")
                    return


def _sentence(watch: Watch, offset: int) -> tuple[int, int]:
    return next((one for one in watch.draft.sentences if one[0] <= offset < one[1]), (offset, offset))


def _another_told(watch: Watch, cast: dict[str, frozenset[str]]) -> Iterator[Hit]:
    """« les régimes signalés à » somebody who has no part in it, when a person of the story holds the matter."""
    everybody = frozenset[str]().union(*cast.values()) if cast else frozenset()
    for number, match in enumerate(_HANDED.finditer(watch.view.text), 1):
        who, what = _words(match["name"]), roots(match["what"])
        holders = {one.qui for one in watch.story.scenario.faits if what & roots(one.porte_sur)}
        if len(holders) != 1 or not who or who & everybody or not who <= watch.story.words:
            continue
        holder = next(iter(holders))
        told = "\n".join((*watch.story.told, *watch.story.paper_lines)).split("\n")
        if any(what & roots(line) and who & _words(line) for line in told) or holder not in cast:
            continue
        message = "Ce n’est pas à cette personne qu’on le dit."
        place = watch.view.place(*match.span())
        yield wrong(message, place, "Qui s’en occupe ?", mark=f".chez{number}")


def _another_row(watch: Watch) -> Iterator[Hit]:
    """« Clément Vauquelin (poste 20) » when the list gives that person another one."""
    found: dict[tuple[str, str], set[str]] = {}
    for who, heading, value in listed(watch):
        found.setdefault((who, heading), set()).add(named(value))
    text = watch.view.text
    for (who, heading), values in found.items():
        if (
            len(who.split()) < 2
            or len(heading.split()) > 1
            or not any(re.search(r"\d", one) for one in values)
        ):
            continue
        for first, last in watch.view.find(who):
            after = text[last : last + _SPAN].partition("\n")[0]
            match = re.search(rf"(?<!\w){re.escape(heading)} ?:? ?(?:n° ?)?{_VALUE}", plain(after))
            if match is not None and named(match["value"]) not in values:
                message = "Un de vos documents donne autre chose à cette personne."
                place = watch.view.place(first, last + len(after[: match.end()]))
                yield wrong(message, place, "Comparez avec la liste.", mark=f".rang.{first}")
