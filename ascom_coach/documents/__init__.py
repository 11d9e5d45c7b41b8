"""Opening files safely: any copy becomes one `Document`, with a place for each piece of text.

Start here:

- `read_document(path)` reads a file in a separate process, whatever its extension says it is;
- `read_documents(paths)` reads several, and gives a `RefusedFile` for those that cannot be read;
- `parse_bytes(data, name)` reads content in this process, for files of our own;
- `describe_place(locator)` says a place in words: « paragraphe 12 », « cellule B7 de la feuille « Ventes » »;
- `addressed_to_corrector(text)` says whether a text gives orders to whoever corrects, `address(text)` how surely;
- `convertible(path)` tells an old .doc, .xls or .ppt that LibreOffice can turn into today's format with `convert`;
- `annotate(path, remarks, out)` writes a copy with remarks, leaving the original's content untouched.

What happens to a file, in this order: `files` reads its bytes, `sandbox` hands them to a process apart, `guard` says
what they are and whether they are sound, `parsing` chooses the reader (`ooxml`, `odf`, `mail`, `texts`), `injection`
looks for orders to the corrector, `annotation` writes remarks in a copy.

A file that is refused raises `ascom_coach.errors.RefusedInputError` with one French sentence.
"""

from ascom_coach.documents.annotation.annotations import annotate
from ascom_coach.documents.conversion import convert, converted_place, convertible, office_program
from ascom_coach.documents.files import read_document, read_documents
from ascom_coach.documents.injection.address import Address, address, addressed_to_corrector, spread_over
from ascom_coach.documents.model import (
    Annotation,
    Block,
    BlockKind,
    Cell,
    CellValue,
    Chart,
    DocField,
    Document,
    Image,
    Link,
    Locator,
    Mail,
    Notice,
    RefusedFile,
    Sheet,
    StyleUse,
    Table,
)
from ascom_coach.documents.parsing import parse_bytes
from ascom_coach.documents.places import describe_place

__all__ = [
    "Address",
    "Annotation",
    "Block",
    "BlockKind",
    "Cell",
    "CellValue",
    "Chart",
    "DocField",
    "Document",
    "Image",
    "Link",
    "Locator",
    "Mail",
    "Notice",
    "RefusedFile",
    "Sheet",
    "StyleUse",
    "Table",
    "address",
    "addressed_to_corrector",
    "annotate",
    "convert",
    "converted_place",
    "convertible",
    "describe_place",
    "office_program",
    "parse_bytes",
    "read_document",
    "read_documents",
    "spread_over",
]  # fmt: skip
