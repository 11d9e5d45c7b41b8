"""PDF through pypdf: the text of each page, line by line. Places are `page3:l5`.

A PDF keeps letters and their positions, not paragraphs, styles or formulas: what needs those is not assessable here.
"""

from __future__ import annotations

import io
import logging
from typing import Any

from ascom_coach.documents.model import Block, Document, Link, Locator, Notice
from ascom_coach.documents.refusals import refusal

MAX_PAGES = 400
MAX_CHARACTERS = 4_000_000
MAX_CONTENT = (
    4_000_000  # bytes of page descriptions, about 2 s of reading; an ordinary page holds 5,000 to 50,000
)
_PROPERTIES = {"/Author": "author", "/Title": "title", "/Producer": "producer", "/Creator": "application"}


def read_pdf(data: bytes, path: str, sha256: str) -> Document:
    """A PDF's text, links and properties. Nothing in it is run, opened or fetched.

    Raises RefusedInputError for a protected, damaged or oversized file.
    """
    import pypdf
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = pypdf.PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise refusal("password", path)
        if len(reader.pages) > MAX_PAGES:
            raise refusal("too_long", path)
        return _read(reader, path, sha256)
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, OSError) as error:
        raise refusal("damaged", path) from error
    except RecursionError as error:
        raise refusal("too_deep", path) from error
    except MemoryError as error:
        raise refusal("memory", path) from error
    except ImportError as error:
        raise refusal("pdf", path) from error


def _read(reader: Any, path: str, sha256: str) -> Document:
    blocks: list[Block] = []
    links: list[Link] = []
    characters = drawn = 0
    for number, page in enumerate(reader.pages, 1):
        content = page.get_contents()
        drawn += len(content.get_data()) if content is not None else 0
        if drawn > MAX_CONTENT:
            raise refusal("too_long", path)
        text = page.extract_text() or ""
        characters += len(text)
        if characters > MAX_CHARACTERS:
            raise refusal("too_long", path)
        for at, line in enumerate((one for one in text.splitlines() if one.strip()), 1):
            blocks.append(Block(Locator(path, "line", f"page{number}:l{at}"), "line", line.strip()))
        links += _links(page, Locator(path, "line", f"page{number}"))
    meta = reader.metadata or {}
    properties = {name: str(meta[key])[:300] for key, name in _PROPERTIES.items() if meta.get(key)}
    properties["pages"] = str(len(reader.pages))
    notices = _notices(reader, path, bool(blocks))
    return Document(
        path, "pdf", sha256, blocks=tuple(blocks), links=tuple(links), properties=properties, notices=notices
    )


def _links(page: Any, place: Locator) -> list[Link]:
    found = []
    for kept in page.get("/Annots") or ():
        action = kept.get_object().get("/A") or {}
        target = action.get_object().get("/URI") if hasattr(action, "get_object") else None
        if target:
            found.append(Link(place, "", str(target)[:500]))
    return found


def _acts(action: Any) -> bool:
    """Whether what a PDF does when it opens is more than going to a page, which LibreOffice always writes."""
    seen = action.get_object() if hasattr(action, "get_object") else action
    return isinstance(seen, dict) and seen.get("/S") != "/GoTo"


def _notices(reader: Any, path: str, has_text: bool) -> tuple[Notice, ...]:
    whole = Locator(path, "file", "")
    said = []
    if not has_text:
        said.append(
            Notice(
                "pdf_sans_texte",
                "Ce PDF ne contient que des images\u00a0: donnez le fichier source pour qu’il soit relu.",
                whole,
            )
        )
    root = reader.trailer["/Root"]
    names = root.get("/Names") or {}
    if _acts(root.get("/OpenAction")) or "/AA" in root or "/JavaScript" in names:
        said.append(
            Notice(
                "pdf_action",
                "Ce PDF contient une action automatique\u00a0: elle n’a pas été exécutée.",
                whole,
            )
        )
    if "/EmbeddedFiles" in names:
        said.append(
            Notice(
                "pdf_fichier_joint",
                "Ce PDF contient des fichiers joints\u00a0: ils n’ont pas été ouverts.",
                whole,
            )
        )
    return tuple(said)
