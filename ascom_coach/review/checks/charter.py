"""Checks of a document's dress: colours and fonts of the charter, pictures sharp enough and not stretched."""

from __future__ import annotations

from collections.abc import Sequence

from ascom_coach.documents import Document, Image, Locator
from ascom_coach.review.charter import (
    BLURRED,
    PRINTED,
    blurred,
    charter_colors,
    charter_fonts,
    other_colors,
    other_fonts,
    stretched,
)
from ascom_coach.review.context import Context
from ascom_coach.review.model import Finding
from ascom_coach.review.text_view import Place, clipped
from ascom_coach.scenarios import controls_look as ask

SEEN = ("docx", "docm", "dotx", "dotm", "odt", "pptx", "pptm", "potx", "ppsx", "odp", "html", "xlsx", "xlsm",
        "xltx", "ods")  # fmt: skip
STRETCHED = "Cette image est déformée : elle n’a plus ses proportions."
STRETCHED_HINT = "Que se passe-t-il si l’on tire l’image par un coin plutôt que par un côté ?"
SHARPER = "Existe-t-il un fichier plus grand de cette image, ou faut-il la montrer plus petite ?"
_MOST = 3


def charter_kept(control: ask.Charter, context: Context) -> list[Finding]:
    """The colours and the fonts are those of the charter, and the charter's are used."""
    document = context.document
    if document is None or document.type not in SEEN:
        return context.missing(control, "fichier", "Ce format ne montre ni les couleurs, ni les polices.")
    wrong: list[tuple[str, Place, str]] = []
    if control.couleurs:
        others = list(other_colors(document, control.couleurs, control.tolerance))
        for use in others[:_MOST]:
            message = f"Cette couleur (#{use.value}) n’est pas celle de la charte."
            wrong.append(
                (message, place_of(document, use.locator), "Quelle couleur la charte donne-t-elle ?")
            )
        if not others and not charter_colors(document, control.couleurs, control.tolerance):
            message = "Aucune couleur de la charte n’est employée : on ne reconnaît pas l’entreprise."
            wrong.append((message, context.view.first(), "Quelles couleurs la charte donne-t-elle ?"))
    if control.polices:
        fonts = list(other_fonts(document, control.polices))
        for use in fonts[:_MOST]:
            message = f"Cette police ({use.value}) n’est pas celle de la charte."
            wrong.append((message, place_of(document, use.locator), "Quelle police la charte donne-t-elle ?"))
        if not fonts and not charter_fonts(document, control.polices):
            message = "Aucune police de la charte n’est employée."
            wrong.append((message, context.view.first(), "Quelle police la charte donne-t-elle ?"))
    if wrong:
        return [
            context.found(control, "defaut", message, at=place, hint=hint, mark=f".{rank}")
            for rank, (message, place, hint) in enumerate(wrong, 1)
        ]
    return [context.found(control, "conforme", "La charte est suivie.", at=context.view.first())]


def place_of(document: Document, locator: Locator) -> Place:
    """A place with what is written there."""
    block = next((one for one in document.visible if one.locator == locator and one.text.strip()), None)
    return (block.locator, clipped(block.text)) if block is not None else (locator, "")


def pictures_fit(control: ask.Pictures, context: Context) -> list[Finding]:
    """Pictures keep their proportions and, on paper, have points enough."""
    images = context.document.images if context.document else ()
    if not images:
        return [context.found(control, "sans_objet", "Il n’y a pas d’image.")]
    if not any(known(image) for image in images):
        return context.missing(
            control, "fichier", "Ce format ne montre ni la taille des images, ni leur définition."
        )
    found: list[Finding] = []
    for image in images:
        at = image.locator, image.alt
        if stretched(image):
            found.append(
                context.found(control, "defaut", STRETCHED, at=at, hint=STRETCHED_HINT, mark=f".{len(found)}")
            )
        elif control.impression and blurred(image, BLURRED):
            found.append(
                context.found(control, "defaut", soft(image), at=at, hint=SHARPER, mark=f".{len(found)}")
            )
    if found:
        return found
    doubt = next((image for image in images if control.impression and blurred(image, PRINTED)), None)
    if doubt is not None:
        at = doubt.locator, doubt.alt
        return [context.found(control, "a_verifier", soft(doubt), at=at)]
    return [
        context.found(
            control, "conforme", "Les images sont nettes et gardent leurs proportions.", at=_at(images)
        )
    ]


def _at(images: Sequence[Image]) -> Place:
    return images[0].locator, images[0].alt


def known(image: Image) -> bool:
    """Whether the size of a picture on the page and its pixels are both told, or it is a drawing without pixels."""
    return image.dpi > 0 or image.format in ("svg", "emf", "wmf")


def soft(image: Image) -> str:
    """How sharp a picture will be once printed."""
    return (
        f"Imprimée à cette taille ({image.width:.1f} × {image.height:.1f} cm), cette image n’a que "
        f"{image.dpi:.0f} points par pouce : elle sera floue."
    ).replace(".", ",", 2)
