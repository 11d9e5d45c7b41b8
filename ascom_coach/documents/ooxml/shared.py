"""What Word, Excel and PowerPoint packages share: namespaces, properties, macros, external links."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ascom_coach.documents.model import Locator, Notice
from ascom_coach.documents.refusals import printable, typeset

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from ascom_coach.documents.guard.package import Package

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
XDR = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
V = "{urn:schemas-microsoft-com:vml}"

_CORE_NAMES = {
    "title": "title", "subject": "subject", "creator": "author", "keywords": "keywords",
    "description": "description", "lastModifiedBy": "last_modified_by", "created": "created",
    "modified": "modified", "category": "category", "language": "language", "contentStatus": "status",
}  # fmt: skip
_APP_NAMES = {
    "Application": "application", "Company": "company", "Manager": "manager", "Template": "template",
    "Pages": "pages", "Words": "words",
}  # fmt: skip
_EXTERNAL_TEXT = {
    "attachedTemplate": "Le document est lié à un modèle extérieur (« {target} ») ; rien n’a été téléchargé.",
    "externalLinkPath": "Le classeur puise dans un autre fichier (« {target} ») ; rien n’a été ouvert.",
}


def local(element: Element) -> str:
    """The element's name without its namespace."""
    return str(element.tag).rsplit("}", 1)[-1]


def properties(package: Package) -> dict[str, str]:
    """Core, extended and custom properties that hold something."""
    found: dict[str, str] = {}
    for part, names in (("docProps/core.xml", _CORE_NAMES), ("docProps/app.xml", _APP_NAMES)):
        root = package.optional_xml(part)
        for item in root if root is not None else ():
            if local(item) in names and item.text and item.text.strip():
                found[names[local(item)]] = item.text.strip()
    custom = package.optional_xml("docProps/custom.xml")
    for item in custom if custom is not None else ():
        text = "".join(str(piece) for piece in item.itertext()).strip()
        if text:
            found[f"custom:{item.get('name') or ''}"] = text
    return found


def risk_notices(package: Package, path: str) -> list[Notice]:
    """Macros, embedded objects, and links to the outside other than plain hyperlinks."""
    place = Locator(path, "file", "")
    found: list[Notice] = []
    names = package.names
    if any(
        name.lower().endswith(("vbaproject.bin", "vbadata.xml")) or "/activex/" in name.lower()
        for name in names
    ):
        found.append(
            Notice("macro", "Le fichier contient des macros ; elles ne sont jamais exécutées ici.", place)
        )
    if any(
        "/embeddings/" in name.lower() and not name.lower().endswith((".xlsx", ".rels")) for name in names
    ):
        found.append(
            Notice("objet_incorpore", "Le fichier contient un objet incorporé ; il n’est pas relu.", place)
        )
    seen: set[tuple[str, str]] = set()
    for part in names:
        if not part.endswith(".rels"):
            continue
        for item in package.xml(part):
            kind = (item.get("Type") or "").rsplit("/", 1)[-1]
            target = item.get("Target") or ""
            if item.get("TargetMode") != "External" or kind == "hyperlink" or (kind, target) in seen:
                continue
            seen.add((kind, target))
            message = _EXTERNAL_TEXT.get(
                kind, "Le fichier est lié à un contenu extérieur (« {target} ») ; rien n’a été ouvert."
            )
            code = "modele_externe" if kind == "attachedTemplate" else "lien_externe"
            found.append(Notice(code, typeset(message.format(target=printable(target))), place))
    return [Notice(item.code, typeset(item.message), item.locator) for item in found[:30]]
