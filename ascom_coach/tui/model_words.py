"""What the screen « Modèle » says, in words: one line per profile, its card, its connection test."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ascom_coach.model_settings import ProfileRow
    from ascom_coach.models import StateLine

_MARKS = {"ok": "✓", "échec": "✗", "non testé": "·"}
_KEYS = {
    "variable": "lue dans votre variable d’environnement",
    "trousseau": "gardée dans le trousseau du système",
    "fichier": "gardée dans un fichier que vous seul pouvez lire",
}


def label_of(row: ProfileRow) -> str:
    """One line of the list: in use or not, name, kind, model, what is missing."""
    mark = "●" if row.active else " "
    if row.name == "integre":
        return f"{mark} intégré — toujours prêt, sans connexion"
    if row.profile is None:
        return f"{mark} {row.name} — à corriger"
    words = [row.place, row.profile.model]
    if row.place == "hébergé" and row.agreed is None:
        words.append("accord à donner")
    elif not row.tested:
        words.append("à tester")
    return f"{mark} {row.name} — {', '.join(words)}"


def described(row: ProfileRow, forced: str = "", vectors: str = "") -> str:
    """The card of a profile; that of the embedded engine also says which `vectors` the search uses."""
    paragraphs: list[str] = []
    if forced:
        paragraphs.append(f"Pour cette fois, la variable ASCOM_MODELE impose « {forced} ».")
    if row.problem:
        paragraphs.append(row.problem)
    elif row.profile is None:
        paragraphs.append(
            "Le moteur intégré joue les personnages, comprend vos questions et relit vos écrits. Il suffit à tout.\n"
            "Un modèle ne fait que parler plus librement et donner un avis de plus, marqué comme le sien : aucun "
            "niveau ne dépend de lui."
        )
        if vectors:
            paragraphs.append(f"Recherche dans le référentiel (F7). {vectors}")
    else:
        paragraphs += _card(row)
    return "\n\n".join(paragraphs)


def _card(row: ProfileRow) -> list[str]:
    from ascom_coach.models import departure_notice

    profile = row.profile
    assert profile is not None
    where = profile.address or "l’adresse du fournisseur"
    lines = [f"Modèle : {profile.model}", f"Adresse : {where}"]
    if row.key:
        lines.append(f"Clé : {_KEYS[row.key]}")
    elif profile.key_env or profile.address is None:
        name = f" (variable {profile.key_env}, ou F3)" if profile.key_env else " (F3)"
        lines.append(f"Clé : aucune, à donner{name}")
    if row.tested:
        lines.append(f"Test de connexion réussi le {_day(row.tested)}")
    else:
        lines.append("Connexion pas encore testée : F5")
    card = ["\n".join(lines)]
    if row.place == "hébergé":
        agreed = (
            f"Votre accord date du {row.agreed:%d/%m/%Y} (F4)." if row.agreed else "Votre accord manque (F4)."
        )
        masked = (
            "Mails, téléphones, IBAN, SIRET, numéros de sécurité sociale et de carte sont masqués ; les noms de "
            "personnes ne le sont pas."
            if profile.mask
            else "Rien n’est masqué avant l’envoi (réglage « masquage »)."
        )
        card += [f"{departure_notice(profile)} {agreed}", masked, row.spent]
    else:
        card.append(departure_notice(profile))
    return card


def tested(lines: Sequence[StateLine], running: bool) -> str:
    """The test so far: a mark, the line, its detail, its remedy."""
    shown = []
    for line in lines:
        shown.append(f"{_MARKS[line.status]} {line.label} : {line.detail}")
        if line.remedy:
            shown.append(f"    → {line.remedy}")
    if running:
        shown.append("… le test continue.")
    elif any(line.status == "échec" for line in lines):
        shown.append("\nTout n’est pas prêt. Corrigez (F3), puis testez de nouveau (F5).")
    else:
        shown.append("\nTout est prêt. F6 met ce modèle en service.")
    return "\n".join(shown)


def _day(iso: str) -> str:
    return "/".join(reversed(iso.split("-")))
