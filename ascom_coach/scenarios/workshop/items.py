"""The content items of a text document, whatever the file that holds them (docx or html)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ascom_coach.scenarios.workshop.source import FileSpec

_TEXT_OPTIONS = (
    "style", "gras", "italique", "alignement", "taille", "couleur", "espace_avant", "espace_apres", "retrait_cm",
)  # fmt: skip
KINDS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(
        ("titre", "sous-titre", "titre1", "titre2", "titre3", "paragraphe", "faux_titre"), _TEXT_OPTIONS
    ),
    **dict.fromkeys(("liste", "numerotee", "tirets"), _TEXT_OPTIONS),
    "adresse": (*_TEXT_OPTIONS, "position"),
    "tableau": ("entete", "lignes", "largeurs", "alignements", "entete_repetee"),
    "saut": (),
    "image": ("alt", "largeur_cm", "hauteur_cm", "couleur", "alignement"),
    "lien": (*_TEXT_OPTIONS, "vers"),
    "champ": ("texte",),
    "sommaire": (),
}
STYLES = (
    "normal", "titre", "sous-titre", "titre1", "titre2", "titre3", "puce", "numero", "adresse", "citation", "legende",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Item:
    """One element: its kind, its text or lines, its table, its options."""

    kind: str
    text: str = ""
    lines: tuple[str, ...] = ()
    header: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    options: Mapping[str, Any] = field(default_factory=dict)


def yes(value: Any) -> bool:
    """« oui » and its like."""
    return str(value).strip().lower() in ("oui", "vrai", "true", "1")


def items_of(spec: FileSpec, content: Any) -> list[Item]:
    """The items of a `contenu` list. Raises RefusedInputError."""
    if content in (None, "", {}):
        return []
    if isinstance(content, str):
        return [Item("paragraphe", part) for part in content.split("\n\n") if part.strip()]
    if not isinstance(content, list):
        raise spec.refuse("« contenu » est une liste : un élément par ligne, précédé d’un tiret.")
    return [_item(spec, entry) for entry in content]


def _item(spec: FileSpec, entry: Any) -> Item:
    if isinstance(entry, str):
        return Item("paragraphe", entry)
    if not isinstance(entry, dict) or not entry:
        raise spec.refuse(
            "un élément de « contenu » est un texte ou « paragraphe: … », « titre1: … », « tableau: … »."
        )
    kind = next((key for key in entry if key in KINDS), "")
    if not kind:
        first = next(iter(entry))
        spec.check_keys([first], KINDS, "contenu")
    value = entry[kind]
    options = {key: item for key, item in entry.items() if key != kind}
    if kind == "tableau":
        return _table(spec, value, options)
    if kind == "image" and isinstance(value, dict):
        value, options = (
            value.get("texte", ""),
            {**{k: v for k, v in value.items() if k != "texte"}, **options},
        )
    spec.check_keys(options, KINDS[kind], kind)
    if options.get("style") and options["style"] not in STYLES:
        raise spec.refuse(
            f"le style « {options['style']} » n’existe pas, choisissez parmi {', '.join(STYLES)}."
        )
    if kind in ("liste", "numerotee", "tirets", "adresse"):
        lines = value if isinstance(value, list) else str(value).rstrip("\n").split("\n")
        return Item(kind, lines=tuple(flat_text(spec, line) for line in lines), options=options)
    return Item(kind, flat_text(spec, value), options=options)


def flat_text(spec: FileSpec, value: Any) -> str:
    """A text; « Bonjour : madame » that YAML took for a rubric is joined again. Raises RefusedInputError."""
    if isinstance(value, str):
        return value
    if isinstance(value, dict) and len(value) == 1:
        key, rest = next(iter(value.items()))
        if rest == "" and re.fullmatch(r"[a-z][a-z0-9_]*", key):
            raise spec.refuse(f'mettez la variable entre guillemets : "{{{key}}}".')
        if isinstance(rest, str):
            return f"{key}: {rest}" if rest else f"{key}:"
    raise spec.refuse("un texte est attendu ici : mettez-le entre guillemets s’il contient « : ».")


def too_long(row: Sequence[Any], header: Sequence[str]) -> str:
    """The sentence for a row with more cells than headings, usually because of a decimal comma."""
    shown = ", ".join(str(cell) for cell in row)
    return (
        f"la ligne [{shown}] a {len(row)} cases pour {len(header)} colonnes : mettez entre guillemets les textes "
        'qui contiennent une virgule ("4,20 €").'
    )


def _table(spec: FileSpec, value: Any, options: Mapping[str, Any]) -> Item:
    if not isinstance(value, dict):
        raise spec.refuse("un « tableau » a une « entete » et des « lignes ».")
    body = {**value, **options}
    spec.check_keys(body, KINDS["tableau"], "tableau")
    header = tuple(flat_text(spec, cell) for cell in body.get("entete") or [])
    rows = []
    for row in body.get("lignes") or []:
        if isinstance(row, dict):
            spec.check_keys(row, header, "lignes")
            row = [row.get(name, "") for name in header]  # noqa: PLW2901
        if not isinstance(row, list):
            raise spec.refuse("une ligne de tableau s’écrit entre crochets : [un, deux, trois].")
        if header and len(row) > len(header):
            raise spec.refuse(too_long(row, header))
        rows.append(tuple(flat_text(spec, cell) for cell in row))
    return Item("tableau", header=header, rows=tuple(rows), options=body)
