"""A draft with no scenario: what can be said of it is said, nothing costs a level."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from ascom_coach.documents import Document, Locator
from ascom_coach.errors import RefusedInputError
from ascom_coach.language import Engine, ProofResult, find_values, letter_parts, mentions, proofread
from ascom_coach.referential import load_referential
from ascom_coach.review.checks_text import PART_WORDS
from ascom_coach.review.context import VERSION, passages
from ascom_coach.review.model import Finding, Status
from ascom_coach.review.text_view import Place, TextView

_LETTER = ("P1.5", "P2.1", "P2.4", "P3.4")
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
    proof = proofread(view.text, engines)
    language, content = _criteria(bloc)
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
                view.first(),
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
        add("langue", "conforme", "Le correcteur intégré ne relève rien.", view.first(), language)
    message = (
        "Pas de niveau pour un brouillon seul : il faudrait la consigne détaillée, les documents de départ "
        "et un formateur pour juger l’argumentaire."
    )
    add("niveau", "non_evaluable", message, (None, ""), content)
    return found, proof


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


def _criteria(bloc: int | None) -> tuple[str, str]:
    """The criteria on language and on content of a bloc (ours for bloc 3); none when the bloc is unknown."""
    return {1: ("K1.4", "K1.2"), 2: ("K2.5", "K2.2"), 3: ("KX3.3", "KX3.1")}.get(bloc or 0, ("", ""))
