"""What a format does not show, said in one sentence per kind of check: never a silent pass, never a penalty."""

from __future__ import annotations

from ascom_coach.documents import Document

_SOURCE = {
    "styles": ("les styles, les listes et la numérotation automatiques", ".docx ou .odt"),
    "texte_alternatif": ("les textes de remplacement des images", ".docx, .odt ou .pptx"),
    "charte": ("les couleurs et les polices", ".docx, .odt, .pptx ou .odp"),
    "images": ("la taille et la définition des images", ".docx, .odt, .pptx ou .odp"),
    "formules": ("les formules, seulement leurs résultats", ".xlsx ou .ods"),
    "colonnes_typees": ("la nature des cellules, nombre ou texte", ".xlsx ou .ods"),
    "graphique": ("les plages et les réglages d’un graphique, seulement son dessin", ".xlsx ou .ods"),
    "presentation_classeur": ("les titres figés, les filtres et les formats de nombres", ".xlsx ou .ods"),
    "cellule": ("les cellules du tableau", ".xlsx ou .ods"),
    "lignes": ("les cellules du tableau", ".xlsx ou .ods"),
    "ligne_presente": ("les cellules du tableau", ".xlsx ou .ods"),
    "ligne_absente": ("les cellules du tableau", ".xlsx ou .ods"),
    "creneaux": ("les cases d’un planning", ".xlsx, .ods, .docx ou .odt"),
    "total": ("les cellules du tableau", ".xlsx ou .ods"),
}
_NAMES = {"pdf": "Un PDF", "rtf": "Un fichier RTF, tel qu’il est lu ici,"}


def unseen(document: Document, check: str) -> str:
    """Why a check cannot be made on this file, and what to hand in; empty when it can."""
    name, lost = _NAMES.get(document.type), _SOURCE.get(check)
    if name is None or lost is None:
        return ""
    return f"{name} ne montre pas {lost[0]} : remettez aussi le fichier d’origine ({lost[1]})."


def unseen_in_draft(document: Document) -> str:
    """The same for a draft without a scenario, for the criterion on how the software was used; empty when it shows."""
    name = _NAMES.get(document.type)
    if name is None:
        return ""
    return (
        f"{name} ne montre ni les styles, ni les formules, ni les réglages : donnez le fichier d’origine (.docx, .odt, "
        ".xlsx ou .ods) pour que l’usage du logiciel soit relu."
    )
