# ruff: noqa: E501 -- a pattern or an example stays on one line
"""Checks of who is spoken to: one person throughout, the right recipients, no personal data beyond need."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ascom_coach.language import plain
from ascom_coach.review.access_codes import ACCESS, secret_span
from ascom_coach.review.generic.comments import SENSITIVE, commented
from ascom_coach.review.generic.draft import Draft, Hit, good, wrong
from ascom_coach.review.text_view import Place

_MISS = re.compile(r"(?<![\w'])(?:madame|mme|mademoiselle|mlle)(?!\w)")
_SIR = re.compile(r"(?<![\w'])(?:monsieur|mr|m\.)(?!\w)")
_TITLED = re.compile(
    r"(?<!\w)(?:madame|mme|mademoiselle|mlle|monsieur|mr|m\.|maître|docteur|dr|bonjour|ch[eè]re?|bonsoir)[ .,]+(?P<name>[^\n,:<(@!]+)",
    re.IGNORECASE,
)
_NO_NAME = frozenset(
    [
        "a",
        "le",
        "la",
        "les",
        "l",
        "tous",
        "toutes",
        "tout",
        "monde",
        "madame",
        "monsieur",
        "mesdames",
        "messieurs",
        "mme",
        "m",
        "mr",
        "mlle",
        "et",
        "ou",
        "cher",
        "chere",
        "chers",
        "cheres",
        "client",
        "cliente",
        "clients",
        "collegue",
        "collegues",
        "maitre",
        "docteur",
        "directeur",
        "directrice",
        "responsable",
        "president",
        "presidente",
        "maire",
        "service",
        "equipe",
        "l'equipe",
        "de",
        "du",
        "des",
        "d",
        "en",
        "au",
        "aux",
        "gerant",
        "gerante",
        "partenaire",
        "partenaires",
        "adherent",
        "adherente",
        "adherents",
        "ami",
        "amie",
        "amis",
        "voisin",
        "voisins",
        "professeur",
        "bonjour",
        "bonsoir",
        "salut",
        "partenaires",
        "fournisseur",
        "fournisseurs",
        "abonne",
        "abonnes",
        "parents",
        "comptable",
        "secretaire",
    ]
)
_SHARED = frozenset(
    [
        "contact",
        "info",
        "infos",
        "service",
        "sav",
        "commercial",
        "commande",
        "commandes",
        "compta",
        "comptabilite",
        "direction",
        "accueil",
        "secretariat",
        "rh",
        "client",
        "clients",
        "administration",
        "support",
        "bonjour",
        "mairie",
        "agence",
        "bureau",
        "equipe",
        "atelier",
        "magasin",
        "boutique",
        "depot",
        "noreply",
        "presse",
    ]
)
_NIR = re.compile(
    r"(?<!\d)[12] ?\d\d ?(?:0[1-9]|1[0-2]|[2-9]\d) ?(?:\d\d|2[ab]) ?\d{3} ?\d{3}(?: ?/? ?(?P<key>\d\d))?(?!\d)"
)
_PERSON = re.compile(
    r"(?<![\w'])(?:m\.|mme|mlle|madame|monsieur|mr) [a-z][\w'-]+|(?:votre|notre|cette|ce) (?:collegue|salariee?|candidate?|cliente?)"
)
_MANY = 5


def one_correspondent(draft: Draft, lot: tuple[Draft, ...]) -> Iterator[Hit]:
    """Address, greeting and closing speak to the same person."""
    call = _line(draft, "appel")
    if not call:
        return
    called = _titles(call)
    place = _place(draft, "appel")
    seen = False
    closing = _line(draft, "politesse")
    if closing and _titles(closing) and called:
        seen = True
        if _titles(closing) != called and not (
            len(called) == 2 and _titles(closing) <= called and "," in call
        ):
            message = "La formule de fin ne s’adresse pas à la même personne que la formule d’appel."
            hint = "À qui écrivez-vous ? Reprenez les mêmes mots au début et à la fin."
            yield wrong(message, _place(draft, "politesse"), hint, certain=True, mark=".fin")
    to = _line(draft, "destinataire")
    mail = draft.document.mail
    if mail is not None and len(mail.to) == 1:
        to = mail.to[0]
    if to:
        titles, names = _titles(to), _names_to(to)
        if titles and called and len(titles) == len(called) == 1:
            seen = True
            if titles != called:
                message = "La formule d’appel n’a pas la même civilité que l’adresse du destinataire."
                yield wrong(message, place, "Qui est votre destinataire ?", certain=True, mark=".civilite")
        said = _names(call)
        same_title = not titles or not called or titles & called
        if said and names and same_title:  # another title already says that it is another person
            seen = True
            if not any(_alike(one, two) for one in said for two in names):
                message = "Le nom de la formule d’appel n’est pas celui du destinataire."
                yield wrong(message, place, "Le courrier vient-il d’un modèle ?", certain=True, mark=".nom")
    if seen:
        yield good("Vous vous adressez à la même personne du début à la fin.", place)


def _alike(one: str, two: str) -> bool:
    return one == two or (min(len(one), len(two)) >= 3 and (one in two or two in one))


def _line(draft: Draft, part: str) -> str:
    """The text of a part of the letter; empty when there is none."""
    if part not in draft.parts:
        return ""
    index, start, end = draft.parts[part]
    return draft.view.lines[index][start:end]


def _place(draft: Draft, part: str) -> Place:
    index, start, end = draft.parts[part]
    origin = draft.view.start(index)
    return draft.view.place(origin + start, origin + end)


def _titles(text: str) -> set[str]:
    folded = plain(text)
    return ({"f"} if _MISS.search(folded) else set()) | ({"m"} if _SIR.search(folded) else set())


def _words(text: str) -> set[str]:
    """Folded words that may be a name: a capital, more than two letters, no title and no function."""
    found = {plain(word) for word in re.findall(r"[A-ZÀ-ÖØ-Þ][\w’'-]+", text)}
    return {word for word in found if word not in _NO_NAME and len(word) > 2}


def _names(text: str) -> set[str]:
    """Names after a title or a greeting."""
    match = _TITLED.search(text)
    found = _words(match["name"]) if match else set()
    return found if len(found) <= 4 else set()


def _names_to(text: str) -> set[str]:
    """Names of an addressee: after a title, else those that the display name and the address both hold."""
    shown = text.partition("<")[0]
    found = _names(shown)
    local = re.search(r"([\w.+-]+)@", text)
    if found or not local:
        return found
    parts = {part for part in re.split(r"[._+-]", plain(local[1])) if len(part) > 2 and part.isalpha()}
    if parts & _SHARED:
        return set()
    both = _words(shown) if any(_alike(one, two) for one in _words(shown) for two in parts) else set()
    return both | (parts if both or len(parts) >= 2 else set())


def recipients(draft: Draft, lot: tuple[Draft, ...]) -> Iterator[Hit]:
    """Nobody sees the addresses of the others; what is internal stays inside."""
    mail = draft.document.mail
    if mail is None or not (mail.to or mail.cc or mail.bcc):
        return
    seen = [*mail.to, *mail.cc]
    hosts = [match[1] for one in seen if (match := re.search(r"@([\w.-]+)", plain(one)))]
    at = next((block for block in draft.view.blocks if block.locator.ref == ("a" if mail.to else "cc")), None)
    place: Place = (at.locator, at.text[:180]) if at else draft.view.first()
    sender = re.search(r"@([\w.-]+)", plain(mail.sender))
    outside = [host for host in hosts if sender and host != sender[1]]
    if len(outside) >= _MANY and len(set(outside)) >= 3:
        message = "Tous les destinataires voient les adresses des autres."
        hint = "Quel champ d’adresse les cache ?"
        yield wrong(message, place, hint, certain=draft.kind_id == "emailing", mark=".visibles")
    elif draft.kind_id in ("note", "compte_rendu", "planning") and outside and len(set(hosts)) > 1:
        message = "Ce message interne part aussi vers une adresse extérieure."
        yield wrong(message, place, "Cette personne doit-elle le lire ?", mark=".exterieur")
    else:
        yield good("Rien d’anormal parmi les destinataires.", place)


def personal_data(draft: Draft, lot: tuple[Draft, ...]) -> Iterator[Hit]:
    """No social security number, no word on a person's health or opinions, where the document can do without."""
    text = draft.folded.text
    remarks = list(commented(draft))
    yield from remarks
    told = {hit.place[0].ref for hit in remarks if hit.place[0] is not None}
    count = len(remarks)
    for match in _NIR.finditer(text):
        if not _valid_nir(match.group(), match["key"]):
            continue
        count += 1
        message = "On lit ici un numéro de sécurité sociale."
        yield wrong(
            message,
            draft.at(match),
            "Votre lecteur en a-t-il besoin ?",
            certain=draft.kind_id != "personnel",
            mark=f".nir{count}",
        )
    for what, pattern in SENSITIVE:
        for match in re.finditer(rf"(?<!\w){pattern}(?!\w)", text):
            said = draft.sentence_at(draft.folded.span(*match.span())[0])
            place = draft.at(match)
            if (not draft.sure and not _PERSON.search(said)) or (place[0] and place[0].ref in told):
                continue
            count += 1
            message = f"On lit ici une donnée sensible, {what}."
            yield wrong(
                message,
                place,
                "Pouvez-vous dire la même chose sans elle ?",
                mark=f".sensible{count}",
            )
            break
    for match in ACCESS.finditer(text) if not draft.sure else ():
        if re.search(r"\d", text[slice(*secret_span(match))]):
            count += 1
            message = "Un mot de passe ou un code d’accès est écrit en clair."
            yield wrong(message, draft.at(match), "Qui peut lire ce document ?", mark=f".acces{count}")
    if not count and draft.view.blocks:
        yield good("Je ne vois pas de donnée personnelle de trop.", draft.view.main())


def _valid_nir(text: str, key: str | None) -> bool:
    """The control key is 97 less the number modulo 97 (Corsica: 2A counts as 19, 2B as 18)."""
    digits = re.sub(r"[ /]", "", text)
    if key is None:
        return " " in text.strip()
    number = digits[:-2].replace("2a", "19").replace("2b", "18")
    return number.isdecimal() and 97 - int(number) % 97 == int(key)
