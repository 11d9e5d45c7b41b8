# ruff: noqa: E501 -- a pattern stays on one line
"""Looks at what a letter, a note or a message cannot do without, and at who is named in it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from ascom_coach.language import Value, find_values, plain
from ascom_coach.review.generic.draft import Hit, wrong
from ascom_coach.review.standing import sentence
from ascom_coach.review.watch.matters import roots
from ascom_coach.review.watch.strange import rows_of_people
from ascom_coach.review.watch.watch import Watch

_LETTER, _NOTE = ("message_client", "lettre"), ("note",)
_POSTCODE = re.compile(r"(?<![\d/-])\d{5} [A-ZÀ-Þ]")
_TO = re.compile(r"^\W*(?:a|pour|destinataires?|to) ?: ?\w", re.MULTILINE)
_FROM = re.compile(r"^\W*(?:de(?: la part de)?|emis par|from|expediteur|emetteur) ?: ?\w", re.MULTILINE)
_HEADER = re.compile(r"^\W*(?:copies?|cc|objet|sujet) ?: ?\w", re.MULTILINE)
_GREETING = re.compile(
    r"^\W*(?:bonjour|bonsoir|salut|coucou|chere?s?|madame|monsieur|mesdames|messieurs|hello)(?!\w)"
)
_CALLED = re.compile(
    r"^\W*(?P<who>[a-z][\w'-]+(?: [a-z][\w'-]+)?) ?(?:[,!]|,? ?(?:bonjour|bonsoir|salut))\W*$"
)
_CLOSING = re.compile(
    r"^\W*(?:bonne (?:journee|soiree|route|fin)|bon (?:courage|week-end)|cordialement|bien a (?:toi|vous)|merci|a bientot|amicalement|salutations)\b[^.]*$"
)
_NAME = re.compile(r"[A-ZÀ-Þ][\w’.-]*(?:[ ,]+[\w’.-]+){0,7}")
_TITLED = re.compile(
    r"(?<!\w)(?P<title>M\.|Mr|Mme|Mlle|Monsieur|Madame) (?P<names>[A-ZÀ-Þ][\w’-]+(?: [A-ZÀ-Þ][\w’-]+)?)"
)
_SUBJECT = re.compile(r"^\W*(?:objet|sujet) ?: ?\w")
_FUNCTION = re.compile(r"(?P<name>[A-ZÀ-Þ][\w’-]+(?: [A-ZÀ-Þ][\w’-]+)+), (?P<what>[a-zà-ÿ][\w’ -]{3,40})")
_ROOT = 5
_TAIL, _HEAD, _TOP = 4, 8, 12
_FULL = re.compile(r"(?<![\w.-])(?P<one>[A-ZÀ-Þ][a-zà-ÿ][\w’-]*) (?P<two>[A-ZÀ-Þ][\w’-]+)(?![\w-])")


def lacking(watch: Watch) -> Iterator[Hit]:
    """A letter has its date and the recipient's address; a note its sender and a name under it; a message a
    recipient, a greeting and a name under it."""
    if not watch.is_text or watch.document.mail is not None or not watch.view.blocks:
        return
    kind, view = watch.context.production.type, watch.view
    lines = [line for line in view.lines if line.strip()]
    folded = plain("\n".join(lines))
    first, last = view.first(), view.last()
    tail = [line.strip() for line in lines[-_TAIL:]]
    named = any(_NAME.fullmatch(line.rstrip(",")) and not _CLOSING.match(plain(line)) for line in tail[-3:])
    if kind in _LETTER:
        head = lines[: next((i for i, _ in enumerate(lines) if _greets(lines, i)), _HEAD)]
        dated = any(value.kind == "date" and isinstance(value.value, dt.date) for value in watch.context.values
                    if value.start < _length(watch, head))  # fmt: skip
        if (
            not dated
            and any(_POSTCODE.search(line) for line in head)
            and "date_lieu" not in watch.draft.parts
        ):
            yield wrong(
                "Cette lettre n’est pas datée.", first, "Quel jour l’écrivez-vous, et d’où ?", mark=".date"
            )
        mailed = any(_TO.match(plain(line)) and "@" in line for line in head)
        if (
            not mailed
            and sum(bool(_POSTCODE.search(line)) for line in head) == 1
            and _has_letterhead(watch, head)
        ):
            message = "Je ne trouve pas l’adresse de votre destinataire."
            yield wrong(message, first, "À qui La Poste remettra-t-elle cette lettre ?", mark=".adresse")
        house = plain(watch.story.scenario.entreprise.nom)
        posted = any(_POSTCODE.search(line) for line in head)
        if (
            posted
            and house not in plain(view.text)
            and watch.document.type in ("docx", "docm", "odt", "pdf", "rtf")
        ):
            message = "Rien ne dit de quelle maison vient cette lettre."
            yield wrong(message, first, "Que voit-on en haut des lettres de la maison ?", mark=".entete")
    if kind in _NOTE:
        if not re.search(r"(?<!\w)note(?!\w)", plain("\n".join(lines[:_TOP]))) and "note" in watch.asked:
            yield wrong("Rien ne dit que ce texte est une note.", first, "Comment s’appelle ce que l’on vous a demandé ?",
                        mark=".titre")  # fmt: skip
        if not _FROM.search(folded) and _TO.search(folded):
            yield wrong(
                "Cette note ne dit pas de qui elle vient.",
                first,
                "Au nom de qui l’écrivez-vous ?",
                mark=".de",
            )
        if not named:
            yield wrong(
                "Personne ne signe cette note.", last, "Qui l’a écrite, et au nom de qui ?", mark=".nom"
            )
    if watch.reports and kind not in _NOTE:
        if (
            not _TO.search(folded)
            and _HEADER.search(folded)
            and re.search(r"^\W*(?:copie|cc)", folded, re.MULTILINE)
        ):
            yield wrong(
                "Ce message est en copie, et ne dit pas à qui il va.", first, "Qui doit agir ?", mark=".a"
            )
        if _HEADER.search(folded) and not any(
            _GREETING.match(plain(line)) or _calls(watch, line) for line in lines[:_HEAD]
        ):
            yield wrong(
                "Ce message ne salue personne.",
                first,
                "Comment parleriez-vous à cette personne ?",
                mark=".appel",
            )
        if "appel" in watch.draft.parts and _CLOSING.match(plain(tail[-1])):
            yield wrong("Personne ne signe ce message.", last, "Qui l’envoie ?", mark=".nom")


def _calls(watch: Watch, line: str) -> bool:
    """« Fanny, »: a line that is the name of somebody of the story calls that person."""
    match = _CALLED.match(plain(line))
    known = set(
        re.findall(r"\w+", plain(" ".join(one.nom for one in watch.story.scenario.personnages.values())))
    )
    return match is not None and set(match["who"].split()) <= known


def _greets(lines: list[str], rank: int) -> bool:
    """Whether a line greets; « Madame Vasseur » over a street or a postcode is the head of an address."""
    line = lines[rank].strip()
    below = lines[rank + 1 : rank + 4]
    address = line[-1:] not in ",!:" and any(_POSTCODE.search(one) for one in below)
    return bool(_GREETING.match(plain(line))) and not address


def _length(watch: Watch, head: list[str]) -> int:
    """Offset in the text where the lines of the head end."""
    return watch.view.text.find(head[-1]) + len(head[-1]) if head else 0


def _has_letterhead(watch: Watch, head: list[str]) -> bool:
    """Whether the one postcode of the head is that of the house."""
    house = plain(watch.story.scenario.entreprise.ville)
    return bool(house) and any(_POSTCODE.search(line) and house in plain(line) for line in head)


def strangers(watch: Watch) -> Iterator[Hit]:
    """A person named with a title is somebody of the story; in what leaves the house, no other client is named."""
    if not watch.is_text:
        return
    clients = _listed(watch) if watch.goes_out else set()
    cast = set(
        re.findall(r"\w{3,}", plain(" ".join(one.nom for one in watch.story.scenario.personnages.values())))
    )
    told = set(re.findall(r"\w{3,}", plain(" ".join(watch.story.current.values()) + watch.asked)))
    for number, match in enumerate(_TITLED.finditer(watch.view.text), 1):
        words = [plain(word) for word in match["names"].split()]
        place = watch.view.place(*match.span())
        if watch.whole and not any(word in watch.story.words for word in words):
            yield wrong(
                "Personne ne porte ce nom ici.", place, "Comparez avec vos documents.", mark=f".{number}"
            )
        elif words[-1] in clients and not {words[-1]} & (cast | told):
            message = "Vous parlez ici d’une autre personne que votre destinataire."
            yield wrong(message, place, "A-t-elle accepté que l’on parle d’elle ?", mark=f".{number}")
    if watch.goes_out and watch.context.production.type in ("emailing", "page_web"):
        yield from _in_full(watch, cast, told)


def _in_full(watch: Watch, cast: set[str], told: set[str]) -> Iterator[Hit]:
    """« Paule Estève, Rosa Ibarra » : clients of the lists, named in what leaves the house."""
    rows = [words for words, _ in rows_of_people(watch)]
    for number, match in enumerate(_FULL.finditer(watch.view.text), 1):
        words = {plain(match["one"]), plain(match["two"])}
        if any(words <= row for row in rows) and not words & (cast | told):
            message = "Vous nommez ici une personne de vos fichiers."
            place = watch.view.place(*match.span())
            yield wrong(message, place, "A-t-elle accepté que l’on parle d’elle ?", mark=f".nom{number}")


def _listed(watch: Watch) -> set[str]:
    """Folded names of the people that the workbooks handed out list, from the columns headed « Nom »."""
    found: set[str] = set()
    for document in watch.story.start.values():
        for sheet in document.sheets:
            heads = [cell for cell in sheet.cells.values() if re.match(r"noms?(?!\w)", plain(cell.text))]
            for head in heads:
                found |= {
                    plain(cell.text) for cell in sheet.cells.values()
                    if cell.column == head.column and cell.row > head.row and isinstance(cell.value, str)
                }  # fmt: skip
    return found


def function(watch: Watch) -> Iterator[Hit]:
    """Under the text, nobody takes the function of another person: « Camille Perrot, gérante »."""
    if not watch.is_text:
        return
    cast = watch.story.scenario.personnages.values()
    for block in [one for one in watch.view.blocks if one.text.strip()][-_TAIL:]:
        match = _FUNCTION.fullmatch(block.text.strip())
        if match is None:
            continue
        what = plain(match["what"]).split()[0]
        root = what[: max(_ROOT, len(what) - 2)].rstrip("e")
        name = set(plain(match["name"]).split())
        if len(root) < _ROOT or any(name & set(plain(one.nom).split()) for one in cast):
            continue
        if any(word.startswith(root) for one in cast for word in plain(one.role).split()):
            message = "Cette fonction est celle de quelqu’un d’autre."
            yield wrong(message, (block.locator, block.text), "À quel titre signez-vous ?")


_WEEK = roots("lundi mardi mercredi jeudi vendredi samedi dimanche date jour heures avant après")
_LIMIT = re.compile(r"(?<!\w)(?:avant|jusqu'au|d'ici|au plus tard|inscri\w+|limite|cloture)(?: \w+){0,2} ?$")


def subject_and_text(watch: Watch) -> Iterator[Hit]:
    """The coming day that the subject gives stands in the text: no other day near it takes its place."""
    if not watch.is_text:
        return
    view, today = watch.view, watch.context.today
    dates = [one for one in watch.context.values if one.kind == "date" and isinstance(one.value, dt.date)]
    above = [one for one in dates if _SUBJECT.match(plain(view.blocks[view.index(one.start)].text))]
    rank = view.index(above[0].start) if above else 0
    below = [one for one in dates if view.index(one.start) > rank]
    days = {_day(one) for one in below}
    if len({_day(one) for one in above}) != 1 or _day(above[0]) <= today or _day(above[0]) in days:
        return
    unknown = [one for one in below if _day(one) > today and not watch.story.knows(one)]
    odd = above[0] if not watch.story.knows(above[0]) else next(iter(unknown), None)
    if odd is None and _day(above[0]) in {_day(one) for _, one in watch.story.facts if one.kind == "date"}:
        plainly = (
            one for one in below
            if not _LIMIT.search(plain(view.text[max(0, one.start - 30) : one.start]))
            and not _of_its_own(watch, one, _day(above[0]))
        )  # fmt: skip
        odd = next((one for one in plainly if _day(one) > today), None)
    if odd is not None and any(_day(one) > today for one in below):
        message = "L’objet et le texte ne donnent pas le même jour."
        yield wrong(message, view.place(odd.start, odd.end), "Lequel des deux est juste ?")


def _of_its_own(watch: Watch, told: Value, subject: dt.date) -> bool:
    """Whether a day is that of another fact, in a sentence that speaks of it: « récupérées lundi 8 février »."""
    text = watch.view.text
    start, end = told.start, told.start + len(told.text)
    line = sentence(text, start)
    said = roots(line.replace(text[start:end], " "))
    held: dict[str, set[dt.date]] = {}
    for name, one in watch.story.facts:
        if one.kind == "date" and isinstance(one.value, dt.date):
            held.setdefault(name, set()).add(_day(one))
    main = frozenset(root for name, days in held.items() if subject in days for root in _matter(watch, name))
    return any(
        _day(told) in days and said & (_matter(watch, name) - main)
        for name, days in held.items()
        if subject not in days
    )


def _matter(watch: Watch, fact: str) -> frozenset[str]:
    """The roots of what the author says of a fact, without the words of its date."""
    value = watch.story.current[fact]
    for one in find_values(value, watch.context.today):
        value = value.replace(one.text, " ")
    known = watch.story.scenario.fact(fact)
    return roots(f"{value} {known.porte_sur} {' '.join(known.mots_cles)}") - _WEEK


def _day(value: Value) -> dt.date:
    assert isinstance(value.value, dt.date)
    return value.value.date() if isinstance(value.value, dt.datetime) else value.value


_SENTENCE = 6
_GUESSED = ("accord_relatif", "place_mot", "date_jour_semaine")
"""Rules that choose (which noun « qui » stands for, which look-alike a place asks for): they underline, they do not
charge. Days of the week have a look of their own."""
_CLOSING_WORDS = 3
"""Words of a closing: « À bientôt au verger, »."""
_SURE_RULES = ("typo_mot_double", "typo_elision")
"""Slips of the hand that anyone sees."""
_SURE = ("accord", "conjugaison", "homophones", "orthographe")


def sure_faults(watch: Watch) -> Iterator[Hit]:
    """A fault of grammar or spelling of which the embedded proofreader is sure, even where the rate of errors is low."""
    if not watch.is_text or not watch.context.engines:
        return
    for number, one in enumerate(watch.context.proof.remarks, 1):
        name = one.label == "orthographe" and one.quote[:1].isupper()
        block = watch.view.blocks[watch.view.index(one.start)]
        whole = len(block.text.split()) >= _SENTENCE and block.text.rstrip()[-1:] in ".!?;:"
        whole = whole or (len(block.text.split()) >= _CLOSING_WORDS and block.text.rstrip().endswith(","))
        if block.kind in ("title", "heading") or not whole or one.rule in _GUESSED:
            continue  # addresses and titles are no sentences
        sure = one.label in _SURE or one.rule in _SURE_RULES
        if one.counted and "integre" in one.sources and sure and not name:
            yield wrong(
                one.message, watch.view.place(one.start, one.end), "Relisez ces mots.", mark=f".{number}"
            )
