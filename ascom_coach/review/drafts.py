"""A draft with no scenario: what can be said of it is said, nothing costs a level."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from ascom_coach.documents import Document, Locator
from ascom_coach.errors import RefusedInputError
from ascom_coach.language import Engine, ProofResult, find_values, letter_parts, mentions
from ascom_coach.referential import load_referential
from ascom_coach.review.cells import at
from ascom_coach.review.checks_layout import described, style_defect
from ascom_coach.review.checks_text import PART_WORDS
from ascom_coach.review.context import VERSION, passages
from ascom_coach.review.grid import open_sheets
from ascom_coach.review.languages import proof_of
from ascom_coach.review.model import Finding, Status
from ascom_coach.review.text_view import Place, TextView, clipped
from ascom_coach.review.unseen import unseen_in_draft

_LETTER = ("P1.5", "P2.1", "P2.4", "P3.4")
# Blanks of a model: [Nom], {prénom}, <<date>>, XXX, lorem ipsum, « à compléter », a line of dots.
_BLANK = re.compile(
    r"\[[^\W\d_][^\[\]\n]{1,40}\]|\{\{?[^\W\d_][\w .’'-]{1,40}\}\}?|<<[^<>\n]{2,40}>>|«[A-Z_]{3,30}»|\bX{3,}\b"
    r"|lorem ipsum|\bà compléter\b|\.{8,}|…{4,}|_{5,}",
    re.IGNORECASE,
)
_EXPECTED = ("objet", "appel", "politesse", "signature")
_NOWHERE = dt.date(2026, 1, 5)
_KINDS = {
    "date": "la date", "heure": "l’heure", "delai": "le délai", "montant": "le montant", "quantite": "la quantité",
    "pourcentage": "le pourcentage", "reference": "la référence", "telephone": "le téléphone", "courriel": "l’adresse",
}  # fmt: skip


def draft_findings(
    document: Document, production: str | None, bloc: int | None, instruction: str, engines: Sequence[Engine]
) -> tuple[list[Finding], ProofResult]:
    """Findings « à vérifier » on a draft, and its French. Raises RefusedInputError on an unknown production."""
    bloc = _bloc_of(production) or bloc
    view = TextView.of(document)
    proof = proof_of(view, engines)
    language, content, _ = _criteria(bloc)
    base = (production or "").rstrip("abcdef")
    found: list[Finding] = []

    def add(check: str, status: Status, message: str, place: Place, criterion: str, hint: str = "") -> None:
        found.append(
            Finding(
                id=f"brouillon.{check}.{len(found) + 1}", check=f"brouillon:{check}", version=VERSION,
                criterion=criterion, status=status, severity=None,
                locator=place[0] or Locator(document.path, "file", ""), quote=place[1],
                message=message, hint=hint, passages=passages(criterion, (base,) if base else ()), production=base,
            )
        )  # fmt: skip

    for value in find_values(instruction, _NOWHERE) if instruction else ():
        what = _KINDS.get(value.kind, "la valeur")
        spans = mentions(view.text, value.text, _NOWHERE)
        told = f"lu dans la consigne : {what} « {value.text} »"
        if spans:
            add(
                "consigne",
                "conforme",
                f"Vous reprenez ce qui est demandé ({told}).",
                view.place(*spans[0]),
                content,
                "",
            )
        else:
            hint = "Votre lecteur en a-t-il besoin pour agir ?"
            add("consigne", "a_verifier", f"Je ne retrouve pas ceci ({told}).", view.first(), content, hint)
    parts = letter_parts(view.lines)
    if (base in _LETTER or (not base and "appel" in parts)) and not document.sheets:
        mail = bool(document.mail and document.mail.subject)
        lacks = [name for name in _EXPECTED if name not in parts and not (name == "objet" and mail)]
        if lacks:
            told = ", ".join(PART_WORDS[name] for name in lacks)
            add("parties", "a_verifier", f"Je ne trouve pas {told}.", view.first(), content, "Est-ce voulu ?")
        elif view.blocks:
            add(
                "parties",
                "conforme",
                "Les parties habituelles d’un courrier sont là.",
                view.main(),
                content,
                "",
            )
    counted = [remark for remark in proof.remarks if remark.counted and "integre" in remark.sources]
    if view.blocks and counted:
        more = f"{len(counted)} remarques sur le français ; la première est ici."
        message = more if len(counted) > 1 else "Une remarque sur le français."
        add(
            "langue",
            "a_verifier",
            message,
            view.place(counted[0].start, counted[0].end),
            language,
            counted[0].message,
        )
    elif view.blocks:
        add("langue", "conforme", "Le correcteur intégré ne relève rien.", view.main(), language)
    if reason := unseen_in_draft(document):
        add("format", "non_evaluable", reason, view.first(), _criteria(bloc)[2])
    for status, check, message, place, criterion, hint in _form(document, view, base, bloc):
        add(check, status, message, place, criterion, hint)
    return found, proof


def draft_note(production: str | None, bloc: int | None) -> Finding:
    """What a draft alone does not allow, said once."""
    base = (production or "").rstrip("abcdef")
    criterion = _criteria(_bloc_of(production) or bloc)[1]
    return Finding(
        id="brouillon.niveau", check="brouillon:niveau", version=VERSION, criterion=criterion, status="non_evaluable",
        severity=None, locator=None, quote="", hint="", passages=passages(criterion, (base,) if base else ()),
        production=base, needs="modele_ou_formateur",
        message="Pas de niveau pour un brouillon seul : il faudrait la consigne détaillée, les documents de départ "
        "et un formateur pour juger l’argumentaire.",
    )  # fmt: skip


Note = tuple[Status, str, str, Place, str, str]


def _form(document: Document, view: TextView, base: str, bloc: int | None) -> Iterator[Note]:
    """What the file shows of its making: blanks left to fill, errors, typed lists, pictures without words."""
    _, content, tools = _criteria(bloc)
    match = _BLANK.search(view.text)
    if match:
        place = view.place(*match.span())
        yield (
            "a_verifier",
            "a_completer",
            "Il reste ici un texte à compléter.",
            place,
            content,
            "Que faut-il y écrire ?",
        )
    for sheet in open_sheets(document):
        wrong = next((cell for cell in sheet.cells.values() if cell.error), None)
        if wrong is not None:
            message, hint = (
                "Cette cellule affiche une erreur de calcul.",
                "Quelle cellule va-t-elle chercher ?",
            )
            yield "a_verifier", "erreur_calcul", message, at(wrong), content, hint
            break
    wanted = ("listes",) if base in _LETTER or not base else ("listes", "titres")
    defect = style_defect(document, wanted)
    if defect is not None:
        block, what = defect
        message = f"Le traitement de texte peut faire ce travail : {what}."
        hint = "Quelle fonction du logiciel suivrait les changements ?"
        yield "a_verifier", "styles", message, (block.locator, clipped(block.text)), tools, hint
    bare = next((image for image in document.images if not described(image)), None)
    if bare is not None:
        message = "Une image n’a pas de texte de remplacement : qui ne la voit pas perd l’information."
        yield "a_verifier", "images", message, (bare.locator, bare.alt), tools, "Que montre cette image ?"


def draft_criteria(production: str | None, bloc: int | None) -> tuple[str, ...]:
    """The criteria by which a jury would read the draft: those of its bloc; none when the bloc is not known."""
    number = bloc or _bloc_of(production)
    return tuple(one.id for one in load_referential().criteria(number)) if number else ()


def _bloc_of(production: str | None) -> int | None:
    """The bloc of a production. Raises RefusedInputError on an unknown one."""
    if not production:
        return None
    try:
        return load_referential().production(production).bloc
    except (KeyError, RefusedInputError):
        raise RefusedInputError(
            f"Je ne connais pas la production « {production} » : indiquez-en une du référentiel (P1.1 à P3.7)."
        ) from None


def _criteria(bloc: int | None) -> tuple[str, str, str]:
    """The criteria on language, content and tools of a bloc (ours for bloc 3); none when the bloc is unknown."""
    known = {1: ("K1.4", "K1.2", "K1.1"), 2: ("K2.5", "K2.2", "K2.1"), 3: ("KX3.3", "KX3.2", "KX3.4")}
    return known.get(bloc or 0, ("", "", ""))
