"""Checks of how a document is made: real styles, pictures described, links, attachments."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from ascom_coach.documents import Block, Document, Image, Link
from ascom_coach.language import plain
from ascom_coach.review.context import Context
from ascom_coach.review.model import Finding
from ascom_coach.review.standing import spoken_of
from ascom_coach.review.text_view import Place, clipped
from ascom_coach.scenarios import controls as ask

SHORT_LINE = 10
"""Words of a line that invites to click."""
_MEANT = 0.6
"""How alike an address is to the one expected, from which it is taken for it."""
_STYLED = ("docx", "docm", "dotx", "dotm", "odt", "html")
_DASH = re.compile(r"^\s*(?:[-–—•*·]|\d{1,2}[.)])\s+\S")
_FILE_NAME = re.compile(
    r"^\s*[\w-]+\.(?:png|jpe?g|gif|bmp|svg|webp)\s*$|^(?:image|picture|photo|logo)\s*\d*$", re.IGNORECASE
)
_LABEL = re.compile(r"\s*(?:objet|ref\w*|p\.?j|date|lieu|de|a|destinataires?|expediteur)\s*[.:/]")
_ANNOUNCED = re.compile(r"ci[- ]joint|pieces? jointe|vous trouverez (?:ci|en) |je joins|nous joignons|\bpj\b")


def real_styles(control: ask.RealStyles, context: Context) -> list[Finding]:
    """Headings, lists, spacing, page field and header rows made with the word processor's own means."""
    document = context.document
    if document is None or document.type not in _STYLED:
        return [context.found(control, "sans_objet", "Ce format n’a pas de styles.")]
    defect = style_defect(document, control.attendus)
    if defect is not None:
        block, what = defect
        message = f"Le traitement de texte peut faire ce travail : {what}."
        hint = "Quelle fonction du logiciel ferait cela, et suivrait les changements ?"
        place = block.locator, clipped(block.text)
        return [context.found(control, "defaut", message, at=place, hint=hint)]
    message = "Les fonctions du logiciel sont bien utilisées."
    return [context.found(control, "conforme", message, at=context.view.first())]


def style_defect(document: Document, wanted: Sequence[str]) -> tuple[Block, str] | None:
    """The first of the wanted means that the document does without, with the block where it shows.

    `titres`, `listes`, `espacement`, `pagination`, `tableaux`; None when all are there or the format has no styles.
    """
    body = [
        block
        for block in document.blocks
        if block.kind in ("title", "heading", "paragraph", "list_item", "html")
    ]
    if document.type not in _STYLED or not body:
        return None
    for name in wanted:
        found: tuple[Block, str] | None = None
        if name == "titres":
            found = _headings(body)
        elif name == "listes":
            found = _lists(body)
        elif name == "espacement":
            found = _spacing(body)
        elif name == "pagination" and not any("PAGE" in field.code.upper() for field in document.fields):
            found = body[-1], "il n’y a pas de numéro de page automatique"
        elif name == "tableaux" and any(not table.header_repeated for table in document.tables):
            found = body[0], "la ligne de titre d’un tableau n’est pas répétée"
        if found is not None:
            return found
    return None


def _headings(body: list[Block]) -> tuple[Block, str] | None:
    """A short bold paragraph that stands for a heading, or no heading at all in a long document."""
    real = [block for block in body if block.kind in ("heading", "title")]
    fake = [
        block
        for block in body
        if block.kind in ("paragraph", "html") and block.bold and 0 < len(block.text.split()) <= 10
        and not block.text.rstrip().endswith((",", ".", ":")) and not _LABEL.match(plain(block.text))
        and block.style.lower() in ("normal", "standard", "", "p", "div")
    ]  # fmt: skip
    if fake:
        return fake[0], "un titre est fait en gras, sans style de titre"
    if not real and sum(len(block.text.split()) for block in body) > 150:
        return body[0], "aucun titre n’a de style de titre"
    return None


def _lists(body: list[Block]) -> tuple[Block, str] | None:
    items = [block for block in body if block.kind not in ("title", "heading")]  # « 2. Le lieu » heads a part
    typed = [block for block in items if not block.numbered and _DASH.match(block.text)]
    if len(typed) < 2:
        return None
    numbers = typed[0].text.lstrip()[:1].isdigit()
    return typed[0], f"une liste est faite avec des {'numéros' if numbers else 'tirets'} tapés"


def _spacing(body: list[Block]) -> tuple[Block, str] | None:
    run = 0
    for block in body:
        run = run + 1 if not block.text.strip() else 0
        if run >= 3:
            return block, "l’espace est fait avec des lignes vides"
        if re.search(r" {5,}|\t{3,}", block.text):
            return block, "l’alignement est fait avec des espaces ou des tabulations"
    return None


def alternative_text(control: ask.AlternativeText, context: Context) -> list[Finding]:
    """Every picture is described in words."""
    images = context.document.images if context.document else ()
    if not images:
        return [context.found(control, "sans_objet", "Il n’y a pas d’image.")]
    bare = [image for image in images if not described(image)]
    if bare:
        message = "Une image n’a pas de texte de remplacement : qui ne la voit pas perd l’information."
        hint = "Que faut-il savoir de cette image si l’on ne la voit pas ?"
        return [context.found(control, "defaut", message, at=(bare[0].locator, bare[0].alt), hint=hint)]
    return [
        context.found(control, "conforme", "Les images sont décrites.", at=(images[0].locator, images[0].alt))
    ]


def described(image: Image) -> bool:
    """Whether a picture has a text of its own, not the name of its file."""
    return bool(image.alt.strip()) and not _FILE_NAME.match(image.alt)


def links_valid(control: ask.LinksValid, context: Context) -> list[Finding]:
    """Links lead where they should; none is dead."""
    links = context.document.links if context.document else ()
    view = context.view
    for target in control.interdits:
        for link in links:
            if plain(target) in plain(link.target) or plain(target) in plain(link.text):
                message = "Ce lien ne mène plus nulle part."
                place = (link.locator, link.text or link.target)
                return [
                    context.found(control, "defaut", message, at=place, hint="Quelle est la bonne adresse ?")
                ]
        spans = view.find(target)
        if spans:
            message = "Cette adresse n’est plus la bonne."
            return [
                context.found(
                    control, "defaut", message, at=view.place(*spans[0]), hint="Quelle est la bonne ?"
                )
            ]
    for target in control.attendus:
        there = any(
            plain(target) in plain(link.target) or plain(target) in plain(link.text) for link in links
        )
        if not there and not view.find(target):
            message = "Il manque un lien que votre lecteur cherchera, ou son adresse n’est pas la bonne."
            near = _meant(target, links, _expected(context))
            spot: Place = (
                (near.locator, near.text or near.target) if near is not None else _inviting(control, context)
            )
            return [context.found(control, "defaut", message, at=spot, hint="Où doit-on pouvoir cliquer ?")]
    good = (links[0].locator, links[0].text or links[0].target) if links else view.main()
    return [context.found(control, "conforme", "Les liens sont les bons.", at=good)]


_STOPS = re.compile(r"desinscri|desabonn|unsubscri|opt-?out")
_LEAVES = re.compile(
    r"ne plus (?:recevoir|etre)|desinscri|desabonn|s'opposer|s'y opposer|plus recevoir|"
    r"vous recevez ce (?:message|mail|courriel)"
)
"""Words of the line that lets a reader stop the mailings."""


def _inviting(control: ask.LinksValid, context: Context) -> Place:
    """The words on which one would click: a short line in the first person, or one that speaks of the fact."""
    view = context.view
    if any(_STOPS.search(plain(target)) for target in control.attendus):
        about = next((one for one in view.blocks if _LEAVES.search(plain(one.text))), None)
        if about is not None:
            return about.locator, clipped(about.text)
    for pattern in (r"(?:je (?:m'|me |ne |re)|j'|cliquez)", r"(?:reserve[rz]|inscri|acced|consulte)"):
        for block in view.blocks:
            short = len(block.text.split()) <= SHORT_LINE and block.kind not in ("title", "heading")
            if short and re.match(pattern, plain(block.text)):
                return block.locator, clipped(block.text)
    words = [word for fact in control.faits for word in (context.scenario.fact(fact).porte_sur,)]
    return spoken_of(tuple(words), context) if words else view.last()


def _expected(context: Context) -> tuple[str, ...]:
    """The addresses that the links of this production should have."""
    controls = context.production.controles
    return tuple(
        one for control in controls if isinstance(control, ask.LinksValid) for one in control.attendus
    )


def _meant(target: str, links: Sequence[Link], wanted: Sequence[str]) -> Link | None:
    """The link that was perhaps meant to lead there: none of those expected elsewhere, the most like, much alike.

    Else the second of two links that lead to the same place.
    """
    free = [one for one in links if not any(plain(other) in plain(one.target) for other in wanted)]
    ranked = sorted(free, key=lambda one: -SequenceMatcher(None, plain(one.target), plain(target)).ratio())
    if ranked and SequenceMatcher(None, plain(ranked[0].target), plain(target)).ratio() >= _MEANT:
        return ranked[0]
    again = [one for rank, one in enumerate(links) if any(one.target == two.target for two in links[:rank])]
    return again[-1] if again else None


def attachments(control: ask.Attachments, context: Context) -> list[Finding]:
    """What is announced as attached is attached, or handed in with it."""
    view = context.view
    match = _ANNOUNCED.search(plain(view.text))
    attached = context.document.mail.attachments if context.document and context.document.mail else ()
    if match is None:
        return [context.found(control, "sans_objet", "Aucune pièce jointe n’est annoncée.")]
    if attached or context.others:
        return [context.found(control, "conforme", "La pièce annoncée est là.", at=view.main())]
    spans = [span for words in ("ci-joint", "pièce jointe", "PJ") for span in view.find(words)]
    place = view.place(*spans[0]) if spans else view.main()
    message = "Vous annoncez une pièce jointe, et rien n’est joint."
    return [
        context.found(control, "defaut", message, at=place, hint="Qu’aviez-vous l’intention de joindre ?")
    ]
