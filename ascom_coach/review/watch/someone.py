# ruff: noqa: E501 -- a pattern stays on one line
"""Looks at who is who: the person of a matter, who gets a copy, who sends, who signs, whose number it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ascom_coach.language import lexicon, plain
from ascom_coach.review.generic.draft import Hit, wrong
from ascom_coach.review.standing import proper, somebody_else
from ascom_coach.review.text_view import TextView
from ascom_coach.review.watch.strange import rows_of_people
from ascom_coach.review.watch.watch import Watch
from ascom_coach.review.watch.who_writes import copied
from ascom_coach.scenarios import controls as ask

_WHO_ACTS = re.compile(
    r"(?:^|(?<=[.!?:;,] )|(?<=\n))(?P<name>[A-ZÀ-Ý][a-zà-ÿ-]{2,})(?= (?:vous |te |leur |lui |la |le |les |y |en )?(?P<verb>[a-zà-ÿ]{3,}))"
)
_COPY = re.compile(r"^\W*(?:copies?|cc|cci)(?: a| pour)? ?:? ?(?P<who>\S.*)$")
_FROM = re.compile(r"^\W*(?:de|from|expediteur|emetteur) ?: ?(?P<who>.+)$")
_ALL = re.compile(
    r"(?<!\w)(?:tout(?:e|es)? (?:l'|la |les |le )?\w+|tous|equipe|clients?|clientes|collegues|salaries)(?!\w)"
)
_FOR = re.compile(r"(?<!\w)(?:pour|p/o|p\.o\.?|par delegation de|au nom de) (?P<who>.+)$")
_NAME = re.compile(
    r"(?:(?:M\.|Mme|Mlle|Monsieur|Madame) )?[A-ZÀ-Ý][\w’-]+(?: [A-ZÀ-Ý][\w’-]+)*(?:, [\w’ -]{3,40}(?:, pour .+)?)?"
)
_OUTSIDE = re.compile(
    r"(?<!\w)(?:clients?|clientes?|partenaires?|presidente?|fournisseurs?|prestataires?|traiteur|usagers?|patiente?s?|locataires?|adherente?s?|voisine?s?|candidate?s?|association)(?!\w)"
)
_SOMEBODY = re.compile(r"(?:M\.|Mme|Mlle|[A-ZÀ-Ý][\w’-]+) [A-ZÀ-Ý][\w’-]+")
_LETTERS = ("message_client", "lettre")
_NEAR = 45


def other_person(watch: Watch) -> Iterator[Hit]:
    """The person of a matter is the one the story names; nobody acts whom no paper knows."""
    if not watch.is_text:
        return
    wanted = {
        name for control in watch.context.production.controles if isinstance(control, ask.FactsPresent)
        for name in control.faits
    }  # fmt: skip
    number = 0
    for fact in watch.story.scenario.faits:
        value = watch.story.current.get(fact.id, "")
        if fact.id in wanted or not proper(value):
            continue
        found = somebody_else(value, (fact.porte_sur, *fact.mots_cles), watch.context)
        if found is not None:
            number += 1
            message = f"Ce n’est pas la personne dont on vous a parlé pour {fact.porte_sur}."
            yield wrong(message, watch.view.place(*found), "Comparez avec vos notes.", mark=f".{number}")
    yield from _strangers_acting(watch)
    yield from _in_a_fault(watch)
    yield from _not_the_owner(watch)


def _strangers_acting(watch: Watch) -> Iterator[Hit]:
    """« Elsa passera » when nobody is called so."""
    for number, match in enumerate(_WHO_ACTS.finditer(watch.view.text) if watch.whole else (), 1):
        name = plain(match["name"])
        future = any({"ifut", "3s"} <= one.tags for one in lexicon().analyses(match["verb"]))
        known = name in watch.story.words or lexicon().has(match["name"].lower())
        if future and not known:
            place = watch.view.place(*match.span("name"))
            yield wrong("Personne ne porte ce nom ici.", place, "Qui fera cela ?", mark=f".acteur{number}")


def _in_a_fault(watch: Watch) -> Iterator[Hit]:
    """The person of a fault of the papers (« inscrite deux fois ») is not another one."""
    for number, one in enumerate(watch.story.scenario.anomalies if watch.reports else (), 1):
        head = re.match(r"(?:M\. |Mme )?[A-ZÀ-Ý][\w’-]+(?: [A-ZÀ-Ý][\w’-]+)*", one.detail)
        name = head.group() if head else ""
        about = re.sub(r"^\W+", "", one.detail[len(name) :])
        found = somebody_else(name, (about,), watch.context) if proper(name) else None
        if found is not None:
            message = "Vos documents ne disent pas cela de cette personne."
            place = watch.view.place(*found)
            yield wrong(message, place, "De qui s’agit-il ?", mark=f".faute{number}")


def _not_the_owner(watch: Watch) -> Iterator[Hit]:
    """« Mme Cormier (dossier I-2418) » when that file is another person’s."""
    values = [one for one in watch.context.values if one.kind in ("telephone", "courriel", "reference")]
    rows = list(rows_of_people(watch)) if values else []
    known = frozenset[str]().union(*(words for words, _ in rows)) if rows else frozenset()
    for number, value in enumerate(values, 1):
        said = plain(value.text).strip()
        owners = [words for words, text in rows if re.search(rf"(?<!\w){re.escape(said)}(?!\w)", text)]
        before = watch.view.text[max(0, value.start - _NEAR) : value.start].rpartition("\n")[2]
        before = re.split(r"[.!?] (?=[A-ZÀ-Ý])(?<!M\. )", before)[-1]
        capital = {plain(word) for word in re.findall(r"[A-ZÀ-Ý][\w’-]{2,}", before)}
        named = capital & known
        if len(owners) == 1 and named and not named & owners[0]:
            message = "Ce n’est pas cette personne qui a cela dans vos documents."
            place = watch.view.place(max(0, value.start - len(before)), value.end)
            yield wrong(message, place, "À qui est-ce ?", mark=f".proprietaire{number}")


def copied_too_many(watch: Watch) -> Iterator[Hit]:
    """Only those whom the demand names get a copy: no client, not everybody."""
    if not watch.is_text or not watch.reports or "copie" not in watch.asked:
        return
    for rank, line in enumerate(watch.view.lines[:10]):
        match = _COPY.match(plain(line).strip())
        if match is None:
            continue
        who, asked = plain(copied(line)) or match["who"], watch.asked
        everybody = _ALL.search(who)
        outsiders = [
            one.nom
            for one in watch.story.scenario.personnages.values()
            if _OUTSIDE.search(plain(one.role))
            and set(re.findall(r"\w{4,}", plain(one.nom))) & set(re.findall(r"\w{4,}", who))
            and not set(re.findall(r"\w{4,}", plain(f"{one.nom} {one.role}")))
            & set(re.findall(r"\w{4,}", asked))
        ]
        if (everybody and everybody.group() not in asked) or outsiders:
            start = watch.view.start(rank)
            place = watch.view.place(start, start + len(line))
            yield wrong(
                "Une personne en copie n’est pas demandée.", place, "Qui a besoin de lire ce message ?"
            )


def other_sender(watch: Watch) -> Iterator[Hit]:
    """Who sends is who the model or the signature says: « De : » names no other person of the story."""
    if not watch.is_text or watch.document.mail is not None:
        return
    lines = [plain(line).strip() for line in watch.view.lines]
    rank, who = next(
        ((rank, match["who"]) for rank, line in enumerate(lines[:12]) if (match := _FROM.match(line))),
        (-1, ""),
    )
    names = _names(who) & {plain(one) for one in watch.story.people}
    if rank < 0 or not names or "@" in who or not _SOMEBODY.search(watch.view.lines[rank]):
        return
    given = {
        name
        for paper in watch.story.start.values()
        if not paper.sheets and paper.mail is None
        for line in TextView.of(paper).lines[:12]
        if (match := _FROM.match(plain(line).strip())) and "@" not in line
        for name in _names(match["who"])
    }
    tail = [line for line in lines if line][-3:]
    signed = {name for line in tail if (match := _FOR.search(line)) for name in _names(match["who"])}
    if (given or signed) and not names & (given | signed):
        start = watch.view.start(rank)
        place = watch.view.place(start, start + len(watch.view.lines[rank]))
        yield wrong("Ce texte ne part pas de cette personne.", place, "Au nom de qui écrivez-vous ?")


def _names(text: str) -> set[str]:
    return set(re.findall(r"[a-z][\w'-]{3,}", plain(text)))


def own_signature(watch: Watch) -> Iterator[Hit]:
    """Where one signs for somebody, one’s own name stands above: neither that person’s alone, nor none."""
    if watch.context.production.type not in _LETTERS or watch.document.mail is not None or not watch.is_text:
        return
    asked = [
        match["who"]
        for fact in watch.story.scenario.faits
        if "signature" in plain(fact.porte_sur)
        and (
            match := re.search(
                r"pour (?:m\.|mme|monsieur|madame)? ?(?P<who>\w+)",
                plain(watch.story.current.get(fact.id, "")),
            )
        )
    ]
    lines = [line.strip() for line in watch.view.lines if line.strip()][-4:]
    named = [line for line in lines if _NAME.fullmatch(line.rstrip(","))]
    if not asked or len(watch.view.lines) < 6:
        return
    mine = [line for line in named if not any(who in plain(line) for who in asked)]
    mine += [
        line
        for line in named
        if re.search(r"(?<!\w)pour ", plain(line)) and not plain(line).startswith("pour ")
    ]
    if mine:
        return
    theirs = next((line for line in named if any(who in plain(line) for who in asked)), "")
    message = (
        "Vous signez du nom de quelqu’un d’autre." if theirs else "On ne voit pas qui a écrit cette lettre."
    )
    yield wrong(
        message,
        watch.view.last(),
        "Que vous a-t-on dit de la signature ?",
        mark=".autrui" if theirs else ".personne",
    )


def first_name(watch: Watch) -> Iterator[Hit]:
    """A client who is called Mme is not greeted by her first name."""
    if not watch.is_text or not watch.goes_out:
        return
    text = watch.view.text
    for match in re.finditer(
        r"(?m)^(?:Bonjour|Chère|Cher|Salut|Coucou) (?P<first>[A-ZÀ-Ý][\w’-]+) ?[,!.]?$", text
    ):
        first = re.escape(match["first"])
        titled = re.search(rf"(?:M\.|Mme|Mlle|Madame|Monsieur) {first} [A-ZÀ-Ý][\w’-]+", text)
        if titled:
            yield wrong("On ne salue pas un client par son prénom.", watch.view.place(*match.span()),
                        "Comment l’appelez-vous quand vous lui parlez ?")  # fmt: skip
