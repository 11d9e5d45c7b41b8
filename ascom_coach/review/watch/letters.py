# ruff: noqa: E501 -- a pattern or an example stays on one line
"""Looks at the parts of a letter or a message: its date, who it is for, what it announces, who signs."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace

from ascom_coach.documents import Block, Document
from ascom_coach.language import plain
from ascom_coach.review.generic.draft import Draft, Hit, wrong
from ascom_coach.review.table_lines import labelled
from ascom_coach.review.text_view import Place, clipped
from ascom_coach.review.watch.mail_heads import titled_above
from ascom_coach.review.watch.watch import Watch

_AROUND = 7
"""Days between the date of a document and that of the story."""
_TO = re.compile(r"^\W*(?:a|pour|destinataires?|to) ?: ?(?P<who>.+)$")
_COPIED = re.compile(
    r"^\W*(?:copies?|cc|cci|c\.c\.?)(?: a)? ?:? ?\w|(?<!\w)(?:copies?|cc)(?: a)? ?: ?\w|"
    r"(?<!\w)(?:en copie|copie a|copie pour|avec copie|pour info(?:rmation)?(?= ?:| a ))(?!\w)",
    re.MULTILINE,
)
_SUBJECT = re.compile(r"^\W*(?:objet|sujet|concerne)\b ?:? ?(?P<what>.*)$")
_HEADER = re.compile(r"^\W*(?:a|de|pour|destinataires?|copies?|cc|from|to) ?: ?\w")
_GREETING = re.compile(
    r"^\W*(?:bonjour|bonsoir|salut|coucou|cher|chere|hello)(?: (?:m\.|mme|monsieur|madame))? (?P<who>[a-z][\w'-]+(?: [a-z][\w'-]+)?) ?[,!.]?\W*$"
)
_ANYONE = frozenset(
    ["a", "tous", "toutes", "tout", "monde", "equipe", "l'equipe", "collegue", "collegues", "client", "cliente", "clients",
     "madame", "monsieur", "mesdames", "messieurs", "et", "toi", "vous", "les", "la", "le", "ami", "amis", "amie", "chef", "patron"]
)  # fmt: skip
_JOINED = re.compile(
    r"ci[- ]joint\w*|en pieces? jointes?|vous trouverez (?:ci|en)[- ](?:joint|annexe|piece)\w*|je (?:vous |te )?joins|nous (?:vous )?joignons"
)
_REDONE = re.compile(r"(?<!\w)(?:rectifi|corrig|modifi|nouve|mis a jour|mise a jour)\w*")
_VAGUE = 2
_TELLING = 4
"""Words of a title that say what a message is about."""
_SAYS_NOTHING = re.compile(
    r"(?:votre |la |ma |notre |une )?(?:reponse|message|mail|e-mail|courriel|courrier|lettre|note|mot|info|infos|information|informations|important|urgent|bonjour|divers|suite|test)(?: urgente?)?\W*"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_NAME = re.compile(r"[A-ZÀ-Þ][\w’.-]*(?:[ ,]+[\w’.-]+){0,5}")
_LAST = 4
_SHORT_LINE = 8


def _lines(watch: Watch) -> list[str]:
    return [plain(line).strip() for line in labelled(watch.view)]


def _line(watch: Watch, rank: int) -> Place:
    start = watch.view.start(rank)
    return watch.view.place(start, start + len(watch.view.blocks[rank].text))


_LATER_ROW = re.compile(r"t\d+\.r(?!1\.)")
"""Cells under the first row of a table."""


_DATE_LINE = re.compile(
    r"^\W*(?:(?:fait )?(?:a )?[a-z' -]{2,40},? )?le (?:[a-z]+di )?\d{1,2}(?:er)? [a-z]+ \d{4}\W*$"
)
"""« Nantes, le 3 mai 2027 »."""


def _item(block: Block) -> bool:
    return block.numbered or block.kind == "list_item" or re.match(r"\s*[-–—•*·]\s", block.text) is not None


def own_date(watch: Watch) -> Iterator[Hit]:
    """A letter is dated of the day of the story; a note, of a day within a week."""
    parts = watch.draft.parts
    if "date_lieu" not in parts or watch.document.mail is not None:
        return
    index, start, end = parts["date_lieu"]
    if _item(watch.view.blocks[index]) or (
        watch.context.production.type in ("page_web", "emailing")
        and not _DATE_LINE.match(plain(watch.view.blocks[index].text))
    ):
        return  # « Date : samedi 6 mars »: the day of what is announced
    if _SUBJECT.match(_lines(watch)[index]):
        return  # a row of heads, « Objet | inventaire du 23 janvier »
    origin = watch.view.start(index)
    dates = [
        value for value in watch.context.values
        if value.kind == "date" and origin + start <= value.start < origin + end and isinstance(value.value, dt.date)
        and _YEAR.search(value.text)
    ]  # fmt: skip
    for value in dates[:1]:
        assert isinstance(value.value, dt.date)
        locator, _ = place = watch.view.place(value.start, value.end)
        if locator is not None and _LATER_ROW.match(locator.ref):
            return  # a line of a planning, not the heading of a letter
        day = value.value.date() if isinstance(value.value, dt.datetime) else value.value
        written = _DATE_LINE.match(plain(watch.view.blocks[index].text))
        letter = watch.context.production.type in ("message_client", "lettre") and written is not None
        apart = abs((day - watch.context.today).days)
        if apart > _AROUND or (letter and apart):
            message = f"Ce document n’est pas daté d’aujourd’hui ({watch.context.today:%d/%m/%Y})."
            hit = wrong(message, place, "Quel jour l’écrivez-vous ?")
            yield hit if apart > _AROUND else replace(hit, severity="mineur")


def announced(watch: Watch) -> Iterator[Hit]:
    """What is said to be attached is attached, handed in beside, or stands among the documents received."""
    match = _JOINED.search(watch.draft.folded.text)
    mail = watch.document.mail
    if match is None or not watch.is_text or (mail is not None and mail.attachments):
        return
    start = watch.draft.folded.span(*match.span())[0]
    said = watch.draft.sentence_at(start)
    words = {word[:5] for word in re.findall(r"\w{4,}", said)}
    productions = watch.story.scenario.to_hand_in
    beside = [f"{one.titre} {one.id}" for one in productions if one.id != watch.context.production.id]
    received = [] if _REDONE.search(said) else [one.titre for one in watch.story.scenario.documents_remis]
    named = {word[:5] for text in (*beside, *received) for word in re.findall(r"\w{4,}", plain(text))}
    if words & named and mail is None:
        return  # in a mail, what is announced is inside
    message = "Vous annoncez une pièce jointe, et rien n’est joint."
    yield wrong(message, watch.draft.at(match), "Qu’aviez-vous l’intention de joindre ?")


def greeted(watch: Watch) -> Iterator[Hit]:
    """Who is greeted is who the message is for; without an addressee, somebody of the story."""
    lines = _lines(watch)
    rank, names = next(
        (
            (rank, _people(match["who"]))
            for rank, line in enumerate(lines)
            if (match := _GREETING.match(line))
        ),
        (0, set()),
    )
    if not names or not watch.is_text:
        return
    to = next((match["who"] for line in lines[:rank] if (match := _TO.match(line))), "")
    if watch.document.mail is not None:
        to = plain(" ".join(watch.document.mail.to))
    addressed = set(re.findall(r"\w+", to))
    if addressed and not names & addressed:
        meant = set(re.findall(r"\w+", plain(watch.context.production.titre)))
        cast = _people(plain(" ".join(one.nom for one in watch.story.scenario.personnages.values())))
        strange = names & cast and not addressed & cast
        line = next((at for at, one in enumerate(lines[:rank]) if _TO.match(one)), rank)
        wrong_line = line if strange or (names & meant and not addressed & meant) else rank
        message = "Vous ne saluez pas la personne à qui vous écrivez."
        yield wrong(message, _line(watch, wrong_line), "À qui va ce message ?")
    elif not addressed and not names & watch.story.words:
        yield wrong("Personne ne porte ce nom ici.", _line(watch, rank), "À qui va ce message ?")


def _people(text: str) -> set[str]:
    return {word for word in re.findall(r"[\w'-]+", text) if word not in _ANYONE and len(word) > _VAGUE}


_CLIENTS = re.compile(r"(?<!\w)(?:clients?|clientes?|clientele|public)(?!\w)")


def addressed(watch: Watch) -> Iterator[Hit]:
    """The person named as addressee is the one whom the demand names, when it names somebody."""
    lines = _lines(watch)
    found = next(
        ((rank, match["who"]) for rank, line in enumerate(lines[:8]) if (match := _TO.match(line))), None
    )
    if found is None or not watch.is_text:
        return
    rank, who = found
    if watch.reports and _CLIENTS.search(who) and not _CLIENTS.search(watch.asked):
        yield wrong(
            "Ce message est pour l’intérieur : il n’a pas à partir chez des clients.",
            _line(watch, rank),
            "Qui doit le recevoir ?",
        )
        return
    said = set(re.findall(r"\w{3,}", who))
    asked = set(re.findall(r"\w{3,}", watch.asked))
    persons = {}
    for person in watch.story.scenario.personnages.values():
        name = set(re.findall(r"\w{3,}", plain(person.nom))) - {"mme"}
        persons[person.nom] = (name, name | set(re.findall(r"\w{4,}", plain(person.role))))
    to_whom = plain(watch.context.production.titre)
    meant = [name for name, known in persons.values() if known & set(re.findall(r"\w{4,}", to_whom))]
    here = [name for name, _ in persons.values() if name & said]
    if not here or said & set(re.findall(r"\w{4,}", to_whom)):
        return
    if not any(one & said for one in meant) and not _collective(said, asked):
        yield wrong(
            "Ce message n’est pas demandé pour cette personne.", _line(watch, rank), "Qui doit le recevoir ?"
        )


def _collective(said: set[str], asked: set[str]) -> bool:
    return bool(said & asked & {"equipe", "atelier", "service", "clients", "tous"})


def copied(watch: Watch) -> Iterator[Hit]:
    """A copy that was asked for is shown."""
    if "copie" not in watch.asked or not watch.is_text:
        return
    mail = watch.document.mail
    if (mail is not None and (mail.cc or mail.bcc)) or _COPIED.search("\n".join(_lines(watch))):
        return
    place = watch.view.first()
    yield wrong("On ne voit pas à qui va la copie demandée.", place, "Qui doit aussi le savoir ?")


def subject(watch: Watch) -> Iterator[Hit]:
    """Where there are headers, there is a subject; a subject says more than a word."""
    if not watch.is_text or watch.document.mail is not None or watch.context.production.type == "page_web":
        return
    lines = _lines(watch)
    there = next(
        ((rank, match["what"]) for rank, line in enumerate(lines[:20]) if (match := _SUBJECT.match(line))),
        None,
    )
    if there is None:
        if any(
            one.kind in ("title", "heading") and len(one.text.split()) >= _TELLING
            for one in watch.view.blocks[:3]
        ):
            return  # the title of the message says what it is about
        if titled_above(watch):
            return
        loose = re.search(r"(?<!\w)(?:sms|tchat|oral|telephone)(?!\w)", watch.asked)
        bare = watch.context.production.type == "message_interne" and any(
            _GREETING.match(one) for one in lines[:4]
        )
        if any(_HEADER.match(line) for line in lines[:4]) or (bare and not loose):
            yield wrong(
                "Ce message n’a pas d’objet.", watch.view.first(), "De quoi parle-t-il, en une ligne ?"
            )
        return
    rank, what = there
    after = lines[rank + 1] if rank + 1 < len(lines) else ""
    called = _GREETING.match(after) or re.match(
        r"(?:madame|monsieur|mesdames|messieurs|chere?s?)(?!\w)", after
    )
    below = not what.strip() and after and not called and not _HEADER.match(after)
    if not below and (not what.strip() or _SAYS_NOTHING.fullmatch(what.strip())):
        yield wrong(
            "Cet objet ne dit pas de quoi il s’agit.", _line(watch, rank), "Que cherchera votre lecteur ?"
        )


def signed(watch: Watch) -> Iterator[Hit]:
    """A message that greets is signed, and a signature for somebody else names that person."""
    if not watch.is_text or watch.document.mail is not None or not watch.view.blocks:
        return
    tail = [line for line in watch.view.lines if line.strip()][-_LAST:]
    last = plain("\n".join(line for line in tail if len(line.split()) <= _SHORT_LINE))
    for name, value in watch.story.current.items():
        fact = watch.story.scenario.fact(name)
        match = re.search(r"pour (?:m\.|mme|monsieur|madame)? ?(?P<who>\w+)", plain(value))
        if "signature" not in plain(fact.porte_sur) or match is None or match["who"] in last:
            continue
        if _same_writing(watch, match["who"]):
            message = "La signature ne dit pas pour qui vous écrivez."
            yield wrong(message, watch.view.last(), "Que vous a-t-on dit de la signature ?")
    called = "appel" in watch.draft.parts
    named = [
        line
        for line in tail[-3:]
        if _NAME.fullmatch(line.strip().rstrip(",")) and line.strip()[-1:] not in ".!?"
    ]
    if called and not named and watch.reports:
        yield wrong("Personne ne signe ce message.", watch.view.last(), "Qui l’envoie ?", mark=".nom")


def _same_writing(watch: Watch, who: str) -> bool:
    """Whether this copy is the one that goes out in somebody's name: the letter, not what is written to that person."""
    return watch.context.production.type in ("message_client", "lettre") and who not in plain(watch.asked)


def footer(watch: Watch) -> Iterator[Hit]:
    """A document made from a model keeps the footer of the model."""
    if watch.document.type not in ("docx", "odt") or _foot(watch.document):
        return
    mine = _title(watch.draft)
    for document in watch.story.start.values():
        if (
            document.type in ("docx", "odt")
            and _foot(document)
            and mine
            and _title(Draft(document, None, None, True, ())) == mine
        ):
            message = "Le pied de page du modèle n’y est plus."
            yield wrong(message, watch.view.last(), "Que lisait-on en bas du modèle remis ?")
            return


def _foot(document: Document) -> str:
    return " ".join(block.text.strip() for block in document.blocks if block.kind == "footer").strip()


def _title(draft: Draft) -> str:
    return next((plain(clipped(block.text)) for block in draft.view.blocks if block.kind == "title"), "")
