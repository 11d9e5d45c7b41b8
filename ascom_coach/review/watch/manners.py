# ruff: noqa: E501 -- a pattern stays on one line
"""Looks at how a text presents itself: under its own name, signed after its closing, in words that its reader has."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from ascom_coach.language import lexicon, plain, register_of
from ascom_coach.review.generic.draft import Hit, wrong
from ascom_coach.review.text_view import clipped
from ascom_coach.review.watch.matters import roots
from ascom_coach.review.watch.second_reader import reported, to_others
from ascom_coach.review.watch.watch import Watch
from ascom_coach.scenarios import controls as ask

_KINDS = {
    "note": r"note(?:s)?(?: de service| d'information| interne)?",
    "compte rendu": r"compte[ -]rendu|proces[ -]verbal|releve de decisions",
    "facture": r"facture", "devis": r"devis", "convocation": r"convocation", "rapport": r"rapport", "procédure": r"procedure|mode operatoire",
    "bon de commande": r"bon de commande", "contrat": r"contrat|avenant", "attestation": r"attestation",
}  # fmt: skip
"""Kinds of papers by the words that open their titles."""
_SHORT_TITLE = 8
_NAME = re.compile(r"[A-ZÀ-Þ][\w’.-]+(?: [A-ZÀ-Þ][\w’.-]+)+(?:, [\w’ -]{3,40})?")
_GREETED = re.compile(
    r"^\W*(?:bonjour|bonsoir|salut|coucou|chere?|hello) (?P<who>[a-z][\w'-]+)(?: [a-z][\w'-]+)? ?[,!.]?\W*$"
)
_SUBJECT = re.compile(r"^\W*(?:objet|sujet)\s?:\s?(?P<what>.+)$", re.IGNORECASE)
_PLAIN_SUBJECT = roots(  # what kind of exchange it is says nothing of its matter: « votre réclamation »
    "votre notre demande reponse reclamation plainte mecontentement appel suite message courrier information point points question urgent important rappel dossier concernant objet jour semaine lundi mardi mercredi jeudi vendredi samedi dimanche"
)
_FEW_WORDS = 25
_ACRONYM = re.compile(r"(?<![\w-])(?=[A-Z\d]*[A-Z][A-Z\d]*[A-Z])[A-Z][A-Z\d]{1,5}(?![\w-])")
_KNOWN = frozenset(
    re.findall(
        r"\w+",
        "TTC HT TVA RIB IBAN BIC CB PDF SMS SARL SAS SASU SA EURL RCS SIRET SIREN CGV SAV PJ PS RDV TEL FAX BP CEDEX EUR OK "
        "ZA ZI RGPD CNIL NB MM ME DR ST STE AM PM TGV SNCF CV CDD CDI RH RTT USB QR URL FAQ VIP DVD CD TV WIFI ASBL",
    )
)
_ENOUGH = 2
_JARGON = re.compile(
    r"(?<!\w)(?:shunt\w*|purger\w* la boucle|asap|forwarder\w*|checker\w*|deliverables?|workflow|process(?:er|e)?|feedback|onboarding|reporting|prioris\w+ le backlog|"
    r"downgrad\w*|upgrad\w*|debugg?\w*|rebooter\w*|deadline|brainstorm\w*|benchmark\w*|leads?|kpi)(?!\w)"
)


def own_name(watch: Watch) -> Iterator[Hit]:
    """A note is not called minutes, nor minutes a note: the title names the kind of paper that was asked."""
    if not watch.is_text:
        return
    asked = [name for name, words in _KINDS.items() if re.search(rf"(?<!\w)(?:{words})s?(?!\w)", watch.asked)]
    if len(asked) != 1:
        return
    for block in watch.view.blocks[:12]:
        title = plain(block.text).strip()
        if block.kind not in ("title", "heading") or len(title.split()) > _SHORT_TITLE:
            continue
        called = [name for name, words in _KINDS.items() if re.match(rf"(?:{words})s?(?!\w)", title)]
        if called and called != asked:
            message = f"On vous a demandé autre chose qu’un document de ce nom : {asked[0]}."
            yield wrong(
                message, (block.locator, clipped(block.text)), "Comment s’appelle ce que vous écrivez ?"
            )
            return


def signed_last(watch: Watch) -> Iterator[Hit]:
    """The name of who signs comes after the closing formula."""
    parts = watch.draft.parts
    if not watch.is_text or "politesse" not in parts or "appel" not in parts:
        return
    closing, call = parts["politesse"][0], parts["appel"][0]
    if closing <= call:
        return
    lines = watch.view.lines
    if any(_NAME.fullmatch(line.strip()) for line in lines[closing + 1 :]):
        return
    for rank in range(call + 1, closing):
        block = watch.view.blocks[rank]
        if _NAME.fullmatch(block.text.strip()) and block.kind not in (
            "heading",
            "title",
            "list_item",
            "table_cell",
        ):
            place = block.locator, block.text
            yield wrong(
                "La signature vient avant la formule de fin.",
                place,
                "Dans quel ordre vient la fin d’une lettre ?",
            )
            return


def said_tu(watch: Watch) -> Iterator[Hit]:
    """A colleague whom one calls « tu » in the story is not called « vous » in writing, nor the other way."""
    if (
        not watch.reports
        or not watch.is_text
        or any(isinstance(one, ask.Register) for one in watch.context.production.controles)
    ):
        return
    who = next(
        (match["who"] for line in watch.view.lines if (match := _GREETED.match(plain(line).strip()))), ""
    )
    people = [
        one for one in watch.story.scenario.personnages.values() if who and who in plain(one.nom).split()
    ]
    if len(people) != 1:
        return
    used = register_of(watch.view.text)
    wanted = people[0].registre_recu or people[0].registre
    odd = used.vouvoiement if wanted == "tutoiement" else used.tutoiement
    aside = to_others(watch, who)
    here = [
        span for span in odd
        if not any(start <= span[0] < end for start, end in aside)
        and not any(start <= span[0] < end and reported(watch.view.text[start : span[0]])
                    for start, end in watch.draft.sentences)
    ]  # fmt: skip
    for number, span in enumerate(here[:1], 1):
        told = "tutoyez" if wanted == "tutoiement" else "vouvoyez"
        message = f"Vous {told} cette personne dans l’échange, et pas ici."
        yield wrong(message, watch.view.place(*span), "Comment vous parlez-vous ?", mark=f".{number}")


def hard_words(watch: Watch) -> Iterator[Hit]:
    """In what leaves the house, no sentence of letters that nobody explained, and no words of the trade’s slang."""
    if not watch.goes_out or not watch.is_text:
        return
    for number, (start, end) in enumerate(watch.draft.sentences, 1):
        text = watch.view.text[start:end]
        if text.isupper() or _SUBJECT.match(text):
            continue
        found = [
            one for one in _ACRONYM.finditer(text)
            if one.group().rstrip("0123456789") not in _KNOWN and plain(one.group()) not in watch.story.words
        ]  # fmt: skip
        slang = _JARGON.search(plain(text))
        rare = [
            word for word in re.findall(r"(?<![\w’'-])[a-zà-ÿ]{5,}(?![\w-])", text)
            if not lexicon().has(word) and plain(word) not in watch.story.words
        ]  # fmt: skip
        hard = len(found) >= _ENOUGH or (found and rare)
        if hard or slang:
            first = found[0].span() if hard else (0, len(text))
            place = watch.view.place(start + first[0], start + first[1])
            yield wrong(
                "Votre lecteur ne connaît pas ces mots de métier.",
                place,
                "Comment le dire simplement ?",
                mark=f".{number}",
            )


_ACTS = re.compile(
    r"(?<!\w)(?:relance|impayee?s?|mise en demeure|commande|livraison|convocation|candidature|resiliation|invitation|devis|conges?|recrutement)(?!\w)"
)
"""Words that say what kind of paper it is: a text that has nothing of it is another one."""


def about_the_text(watch: Watch) -> Iterator[Hit]:
    """The subject says what the text is about: a word or a reference of it comes back below."""
    if not watch.is_text or watch.context.production.type == "page_web":
        return
    lines, mail = watch.view.lines, watch.document.mail
    rank, what = next(
        (
            (rank, match["what"])
            for rank, line in enumerate(lines[:20])
            if (match := _SUBJECT.match(line.strip()))
        ),
        (-1, ""),
    )
    if rank < 0 and mail is not None:
        what = mail.subject
    words = roots(what) - _PLAIN_SUBJECT
    below = "\n".join(line for line in lines[rank + 1 :])
    if not words or len(below.split()) < _FEW_WORDS:
        return
    counted = Counter(root for line in lines[rank + 1 :] for root in roots(line))
    cast = roots(" ".join(one.nom for one in watch.story.scenario.personnages.values()))
    job = roots(watch.asked) | _job(watch)
    title = roots(watch.story.scenario.titre)
    own = roots(watch.asked) | (
        title if title <= words else frozenset()
    )  # the whole title, not one word of it
    names = {plain(one)[:5] for one in watch.story.people} - (own - cast)
    known = {one for one in words if one in counted or one in job}
    digits = set(re.findall(r"\d{3,}", what))
    head = roots(re.split(r"[,:;–—]| - ", what)[0]) - _PLAIN_SUBJECT
    strange = len(head) >= _ENOUGH and not head & (set(counted) | job)
    told = roots(below) | roots(watch.asked)
    act = any(not roots(match.group()) & told for match in _ACTS.finditer(plain(what)))
    if not strange and not act and (known - names or digits & set(re.findall(r"\d{3,}", below))):
        return
    if not strange and not act and known and not words - names - known:
        return  # « Mme Vasseur » alone: a name may do
    place = (
        watch.view.place(watch.view.start(rank), watch.view.start(rank) + len(lines[rank]))
        if rank >= 0
        else watch.view.first()
    )
    yield wrong("Cet objet parle d’autre chose que le texte.", place, "De quoi votre texte parle-t-il ?")


def _job(watch: Watch) -> frozenset[str]:
    """The roots of what the whole work is about: the title of the scenario, and what every production asks for."""
    scenario = watch.story.scenario
    said = "\n".join((scenario.titre, *(f"{one.titre}\n{one.demande}" for one in scenario.productions)))
    return roots(said) - roots(" ".join(match.group() for match in _ACTS.finditer(plain(said))))
