# ruff: noqa: E501 -- a pattern stays on one line
"""The look at who writes to whom: one signs with one's own name, for the house where one works; the header names those
who were asked for; people keep their title and their first name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ascom_coach.language import lexicon, plain
from ascom_coach.review.generic.draft import Hit, wrong
from ascom_coach.review.standing import proper
from ascom_coach.review.text_view import Place
from ascom_coach.review.watch.around_table import listed
from ascom_coach.review.watch.strange import rows_of_people
from ascom_coach.review.watch.watch import Watch

_COPY = re.compile(r"^\W*(?:copies?|cc|cci)(?: a| pour)? ?:? ?(?P<who>\S.*)$", re.IGNORECASE)
_TO = re.compile(r"^\W*(?:a|pour|destinataires?) ?: ?(?P<who>.+)$")
_FROM = re.compile(r"^\W*(?:de(?: la part de)?|emis par|from|expediteur|emetteur) ?: ?(?P<who>.+)$")
_TEAM = re.compile(
    r"(?<!\w)(?:equipe|tous|toutes|tout le|personnel|salarie\w*|collegues?|ensemble|atelier|services?|collaborat\w+|agents)(?!\w)"
)
_TEAM_SIGNS = re.compile(r"(?:L’|L')équipe (?:du |de la |de l’|des |de |d’)(?P<house>[A-ZÀ-Ý][\w’ -]+)[.,]?")
_COLLECTIVE = re.compile(
    r"^\W*(?:(?:le|la|les|votre|vos|notre) |l')(?:service|equipe|bureau|direction|secretariat|accueil|technicien\w*|standard)(?: [\w' -]+)?,?$"
)
_TITLED = re.compile(
    r"(?<!\w)(?P<title>M\.|Mr|Mme|Mlle|Monsieur|Madame) (?:[A-ZÀ-Ý][\wà-ÿ’-]+ )?(?P<name>[A-ZÀ-Ý][\wà-ÿ’-]+)"
)
_FULL = re.compile(
    r"(?<![\w.-])(?P<first>[A-ZÀ-Ý][a-zà-ÿ]+(?:-[A-ZÀ-Ý][a-zà-ÿ]+)?) (?P<name>[A-ZÀ-Ý][\wà-ÿ’-]+)(?![\w-])"
)
_SOMEBODY = re.compile(
    r"(?<!\w)(?:quelqu'un|une personne|on ne sait qui) (?=(?:passera|viendra|vous (?:appellera|rappellera|contactera|recevra)|interviendra|s'en occupera))"
)
_IMPERSONAL = re.compile(
    r"^\W*(?:a qui de droit|a l'attention de qui de droit|cher(?:e)? (?:client|cliente|usager|monsieur/madame)|bonjour a tous|madame, monsieur)(?: ?,)?\W*$"
)
_GREETING = re.compile(
    r"^\W*(?:bonjour|bonsoir|salut|coucou|chere?|hello) (?:(?:m\.|mme|monsieur|madame) )?(?P<who>[a-z][\w'-]+) ?[,!.]*$"
)
_WOMAN = frozenset(["mme", "mlle", "madame"])
_TITLES = _WOMAN | {"mr", "monsieur", "maitre", "docteur"}
_TAIL, _HEAD, _SHORT = 3, 12, 6
_INSIDE = ("message_interne", "note_interne", "fil", "note")


def who_writes(watch: Watch) -> Iterator[Hit]:
    """Header, greeting, names and signature."""
    if not watch.is_text or not watch.view.blocks:
        return
    yield from _signed_by_another(watch)
    yield from _other_house(watch)
    yield from _headers(watch)
    yield from _greeted(watch)
    yield from _called_otherwise(watch)
    for match in _SOMEBODY.finditer(watch.draft.folded.text) if watch.goes_out else ():
        place = watch.view.place(*watch.draft.folded.span(*match.span()))
        yield wrong("Votre lecteur ne sait pas qui viendra.", place, "Qui vous l’a dit ?", mark=".quelqu_un")


def _line(watch: Watch, rank: int) -> Place:
    start = watch.view.start(rank)
    return watch.view.place(start, start + len(watch.view.blocks[rank].text))


def _words(text: str) -> set[str]:
    return set(re.findall(r"[a-z][\w'-]{2,}", plain(text))) - {
        "mme",
        "mlle",
        "monsieur",
        "madame",
        "les",
        "des",
    }


def _signed_by_another(watch: Watch) -> Iterator[Hit]:
    """A message to the inside that bears, alone, the name of somebody of the story."""
    if watch.context.production.type not in _INSIDE or watch.document.mail is not None:
        return
    ranks = [rank for rank, block in enumerate(watch.view.blocks) if block.text.strip()][-_TAIL:]
    for rank in ranks:
        line = watch.view.blocks[rank].text.strip().rstrip(",.")
        bare = re.sub(r"^(?:M\.|Mme|Mlle|Monsieur|Madame) ", "", line)
        who = _words(bare.partition(",")[0])
        listed_there = len(who) > 1 and any(who <= words for words, _ in rows_of_people(watch))
        if listed_there and watch.whole and bare[:1].isupper() and not who & _house(watch):
            message = "Vous signez du nom d’une personne de vos listes."
            yield wrong(message, _line(watch, rank), "Qui écrit ce message ?", mark=".liste")
            return
        for person in watch.story.scenario.personnages.values():
            if who and who <= _words(person.nom) and len(line.split()) <= 5 and bare[:1].isupper():
                message = "Vous signez du nom de quelqu’un d’autre."
                yield wrong(message, _line(watch, rank), "Qui écrit ce message ?", mark=".autrui")
                return


def _house(watch: Watch) -> set[str]:
    """Words of the people whom the papers or the story put in the house, by any list that gives them a service."""
    return {
        word
        for who, heading, _ in listed(watch)
        if heading in ("service", "poste", "fonction")
        for word in _words(who)
    }


def _other_house(watch: Watch) -> Iterator[Hit]:
    """« L’équipe de » another house; a service where a person should sign."""
    house = _words(watch.story.scenario.entreprise.nom)
    ranks = [rank for rank, block in enumerate(watch.view.blocks) if block.text.strip()][-_TAIL - 1 :]
    for rank in ranks:
        match = _TEAM_SIGNS.fullmatch(watch.view.blocks[rank].text.strip())
        if match is not None and house and not _words(match["house"]) <= house:
            message = f"Ce nom n’est pas celui de la maison : {watch.story.scenario.entreprise.nom}."
            yield wrong(message, _line(watch, rank), "Pour qui écrivez-vous ?", mark=".maison")
        lone = _COLLECTIVE.match(plain(watch.view.blocks[rank].text).strip())
        short = len(watch.view.blocks[rank].text.split()) <= _SHORT and "appel" in watch.draft.parts
        if lone is not None and short and watch.context.production.type in ("message_client", "lettre"):
            yield wrong(
                "On ne voit pas qui a écrit cette lettre.",
                _line(watch, rank),
                "Que vous a-t-on dit de la signature ?",
                mark=".service",
            )


def _headers(watch: Watch) -> Iterator[Hit]:
    """Who sends, who receives, who gets a copy."""
    asked = _wanted(watch)
    note = watch.context.production.type == "note"
    for rank, line in enumerate(watch.view.lines[:_HEAD]):
        folded = plain(line).strip()
        copy, to, sender = _COPY.match(folded), _TO.match(folded), _FROM.match(folded)
        if copy is not None and watch.reports and "copie" in asked[1]:
            names = [one for one in re.split(r",|;| et ", copied(line)) if re.search(r"[A-ZÀ-Ý]\w{2,}", one)]
            if any(not _words(one) & asked[0] and _words(one) & watch.story.words for one in names):
                yield wrong(
                    "Une personne en copie n’est pas demandée.",
                    _line(watch, rank),
                    "Qui doit aussi le savoir ?",
                    mark=".copie",
                )
        elif to is not None and note and "equipe" in asked[1] and not _TEAM.search(to["who"]):
            yield wrong("Cette note est pour l’équipe.", _line(watch, rank), "Qui doit la lire ?", mark=".a")
        elif sender is not None and "@" in line:
            known = [address for address in re.findall(r"[\w.+-]+@[\w.-]+\w", line) if watch.whole]
            told = plain("\n".join((*watch.story.told, *watch.story.paper_lines)))
            if any(plain(address) not in told for address in known):
                yield wrong(
                    "Cette adresse d’envoi n’est dans aucun de vos documents.",
                    _line(watch, rank),
                    "De quelle adresse part ce message ?",
                    mark=".de",
                )
        elif sender is not None and note and not _words(sender["who"]) & _heads(watch):
            yield wrong(
                "Cette note ne part pas de cette personne.",
                _line(watch, rank),
                "Au nom de qui l’écrivez-vous ?",
                mark=".rang",
            )


def copied(line: str) -> str:
    """Who is in copy: « Copie : M. Lemoine », and « Copie à M. Lemoine : la facture est fausse »."""
    before, _, after = line.partition(":")
    named = re.search(r"(?<!\w)(?:à|a|pour) (?P<who>.+)$", before)
    return named["who"] if named else after


def _wanted(watch: Watch) -> tuple[set[str], str]:
    """Words that name those who were asked for (whoever says « moi » included), and all that was ordered, folded."""
    people = watch.story.scenario.personnages
    said = watch.asked
    words = set(re.findall(r"\w{3,}", said))
    for step in watch.story.scenario.etapes:
        for point in getattr(step, "points", ()):
            said += f"\n{plain(point.dit)}"
            words |= set(re.findall(r"\w{3,}", plain(point.dit)))
            speaker = people.get(
                getattr(step, "qui", "") if isinstance(getattr(step, "qui", ""), str) else ""
            )
            if speaker is not None and re.search(
                r"(?<!\w)moi en copie|en copie a moi|copie pour moi", plain(point.dit)
            ):
                words |= _words(speaker.nom)
    for person in people.values():
        if words & _words(person.role) & set(re.findall(r"\w{3,}", watch.asked)):
            words |= _words(person.nom)
    return words, said


def _heads(watch: Watch) -> set[str]:
    """Words of the people of the story, of their roles, and of the « De : » of the models."""
    words = {
        "direction",
        "directeur",
        "directrice",
        "gerant",
        "gerante",
        "responsable",
        "service",
        "bureau",
        "secretariat",
    }
    for person in watch.story.scenario.personnages.values():
        words |= _words(person.nom) | _words(person.role)
    for line in watch.story.paper_lines:
        match = _FROM.match(plain(line).strip())
        words |= _words(match["who"]) if match is not None else set()
    return words | _words(watch.story.scenario.entreprise.nom)


def _greeted(watch: Watch) -> Iterator[Hit]:
    """The person greeted is the one in the title of what was asked; a named client is not greeted as nobody."""
    cast = {name: _words(person.nom) for name, person in watch.story.scenario.personnages.items()}
    meant = {name for name, words in cast.items() if words & _words(watch.context.production.titre)}
    named = any(_TITLED.search(line) for line in watch.view.lines[:_HEAD])
    for rank, line in enumerate(watch.view.lines[: 2 * _HEAD]):
        folded = plain(line).strip()
        match = _GREETING.match(folded)
        if (
            watch.context.production.type in ("message_client", "lettre")
            and named
            and _IMPERSONAL.match(folded)
        ):
            yield wrong(
                "Vous connaissez le nom de cette personne.",
                _line(watch, rank),
                "Comment la salueriez-vous au téléphone ?",
                mark=".appel",
            )
            return
        if match is not None and watch.reports and meant:
            other = {name for name, words in cast.items() if match["who"] in words}
            if other and not other & meant:
                yield wrong(
                    "Ce message n’est pas demandé pour cette personne.",
                    _line(watch, rank),
                    "À qui l’écrivez-vous ?",
                    mark=".salue",
                )
            return


def _called_otherwise(watch: Watch) -> Iterator[Hit]:
    """« M. Vasseur » where every paper writes « Mme Vasseur »; « Odile Carrel » where the list says « Ondine »."""
    titles: dict[str, set[bool]] = {}
    for line in (*watch.story.told, *watch.story.paper_lines):
        for match in _TITLED.finditer(line):
            titles.setdefault(plain(match["name"]), set()).add(plain(match["title"]) in _WOMAN)
    for number, match in enumerate(_TITLED.finditer(watch.view.text), 1):
        known = titles.get(plain(match["name"]), set())
        if len(known) == 1 and (plain(match["title"]) in _WOMAN) not in known:
            yield wrong(
                "Vos documents donnent un autre titre à cette personne.",
                watch.view.place(*match.span()),
                "Madame ou monsieur ?",
                mark=f".titre{number}",
            )
    rows = [words for words, _ in rows_of_people(watch)]
    rows += [frozenset(_words(one.nom)) for one in watch.story.scenario.personnages.values()]
    rows += [frozenset(_words(value)) for value in watch.story.current.values() if proper(value)]
    rows += [frozenset(_words(who)) for who, _, _ in listed(watch)]
    known_words = watch.story.words
    told = [match for line in (*watch.story.told, *watch.story.paper_lines) for match in _FULL.finditer(line)]
    given = {plain(one["first"]) for one in told} - {plain(one["name"]) for one in told}
    for number, match in enumerate(_FULL.finditer(watch.view.text) if rows else (), 1):
        if plain(match["first"]) in _TITLES:
            continue  # « Mme Hourcade »
        if lexicon().verb(match["first"].lower(), "inf") or lexicon().verb(
            match["first"].lower(), "impe", "2p"
        ):
            continue  # « Contacter Clément » opens a sentence
        first, name = plain(match["first"]), plain(match["name"])
        if name in given:
            continue  # « Merci Fanny »
        family = [words for words in rows if name in words and len(words) > 1]
        if family and first not in known_words and not any(first in words for words in rows):
            yield wrong(
                "Ce n’est pas le prénom que donnent vos documents.",
                watch.view.place(*match.span()),
                "Comparez avec la liste.",
                mark=f".prenom{number}",
            )
