"""A zipped document (OOXML or ODF), checked before anything in it is parsed.

The limits come from hostile files measured against the usual libraries: a 100 KB document can hold eight
million elements, an archive can hold the same name twice, a DOCTYPE can cut the text silently.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ascom_coach.documents.guard.sniffing import ODF_TYPES, PACKAGE_TYPES
from ascom_coach.documents.refusals import MAX_XML_MB, refusal

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

MAX_PARTS = 3000
MAX_TOTAL = 250_000_000
MAX_RATIO = 150
RATIO_FLOOR = 1_000_000
MAX_TAGS = {"docx": 500_000, "odt": 500_000, "pptx": 500_000, "odp": 500_000, "xlsx": 800_000, "ods": 800_000}
_XML_ENDINGS = (".xml", ".rels", ".vml", ".rdf", ".xhtml")
_STRICT = b"http://purl.oclc.org/ooxml/"
_STRICT_NAMES: tuple[tuple[bytes, bytes], ...] = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/spreadsheetml/main",
        b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/presentationml/main",
        b"http://schemas.openxmlformats.org/presentationml/2006/main",
    ),
    (b"http://purl.oclc.org/ooxml/drawingml/main", b"http://schemas.openxmlformats.org/drawingml/2006/main"),
    (
        b"http://purl.oclc.org/ooxml/drawingml/chart",
        b"http://schemas.openxmlformats.org/drawingml/2006/chart",
    ),
    (
        b"http://purl.oclc.org/ooxml/drawingml/spreadsheetDrawing",
        b"http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing",
    ),
    (
        b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing",
        b"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)


@dataclass(frozen=True, slots=True)
class Relation:
    """A relationship of a part: the last word of its type, and its target resolved inside the package."""

    id: str
    type: str
    target: str
    external: bool


class Package:
    """The parts of a checked archive. Every failure is a RefusedInputError that names the file."""

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            infos = self._zip.infolist()
        except (
            zipfile.BadZipFile,
            ValueError,
            OSError,
            EOFError,
            UnicodeError,
            NotImplementedError,
        ) as error:
            raise refusal("truncated", name) from error
        self._infos = {info.filename: info for info in infos}
        self._check_directory(infos)
        self._content_types: dict[str, str] | None = None
        self._cache: dict[str, bytes] = {}

    def _check_directory(self, infos: list[zipfile.ZipInfo]) -> None:
        names = [info.filename.casefold() for info in infos]
        if len(names) > MAX_PARTS:
            raise refusal("too_many", self.name)
        if len(set(names)) != len(names) or any(_suspicious(name) for name in names):
            raise refusal("bad_names", self.name)
        if any(info.flag_bits & 0x1 for info in infos):
            raise refusal("password", self.name)
        if any(info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for info in infos):
            raise refusal("damaged", self.name)
        total = 0
        for info in infos:
            total += info.file_size
            if info.filename.lower().endswith(_XML_ENDINGS) and info.file_size > MAX_XML_MB * 1_000_000:
                raise refusal("part_too_big", self.name)
            if info.file_size > RATIO_FLOOR and info.file_size > MAX_RATIO * max(info.compress_size, 1):
                raise refusal("bomb", self.name)
        if total > MAX_TOTAL:
            raise refusal("bomb", self.name)

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the parts, in the order of the archive."""
        return tuple(self._infos)

    def read(self, part: str) -> bytes:
        """The bytes of a part. Raises RefusedInputError when it is absent or damaged."""
        if part in self._cache:
            return self._cache[part]
        try:
            data = self._zip.read(self._infos[part])
        except KeyError as error:
            raise refusal("damaged", self.name) from error
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            OSError,
            ValueError,
            NotImplementedError,
            RuntimeError,
        ) as error:
            raise refusal("truncated", self.name) from error
        if _STRICT in data:
            for strict, transitional in _STRICT_NAMES:
                data = data.replace(strict, transitional)
        self._cache[part] = data
        return data

    def head(self, part: str, size: int) -> bytes:
        """The first bytes of a part; none when it is absent or damaged."""
        try:
            with self._zip.open(self._infos[part]) as stream:
                return stream.read(size)
        except (KeyError, zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError):
            return b""

    def kind(self) -> str:
        """`docx`, `xlsm`, `odt`… from the package itself. Raises RefusedInputError for other archives."""
        if "mimetype" in self._infos:
            mime = self.read("mimetype").strip()
            if mime in ODF_TYPES:
                if "encrypted-package" in self._infos or self._has_encrypted_parts():
                    raise refusal("password", self.name)
                return ODF_TYPES[mime]
            raise refusal("unknown", self.name)
        if "[Content_Types].xml" not in self._infos:
            raise refusal("archive", self.name)
        types = self.content_types()
        main = next(
            (
                types.get(rel.target, "")
                for rel in self.relations("").values()
                if rel.type == "officeDocument"
            ),
            "",
        )
        for candidate in (main, *types.values()):
            for marker, kind in PACKAGE_TYPES:
                if marker in candidate.lower():
                    return kind
        raise refusal("unknown", self.name)

    def _has_encrypted_parts(self) -> bool:
        manifest = "META-INF/manifest.xml"
        return manifest in self._infos and b"encryption-data" in self.read(manifest)

    def content_types(self) -> dict[str, str]:
        """Content type of each part that declares its own."""
        if self._content_types is None:
            root = self.xml("[Content_Types].xml")
            self._content_types = {
                (item.get("PartName") or "").lstrip("/"): item.get("ContentType") or ""
                for item in root
                if item.tag.endswith("}Override")
            }
        return self._content_types

    def check_xml(self, family: str) -> None:
        """Refuse document type declarations and too many elements before any parser sees them."""
        tags = 0
        for part in self._infos:
            if not part.lower().endswith(_XML_ENDINGS):
                continue
            data = self.read(part)
            plain = data.replace(b"\x00", b"") if b"\x00" in data[:200] else data
            if re.search(rb"<!(?:DOCTYPE|ENTITY)", plain, re.I):
                raise refusal("doctype", self.name)
            tags += data.count(b"<")
            if tags > MAX_TAGS[family]:
                raise refusal("too_many", self.name)

    def xml(self, part: str) -> Element:
        """The root element of a part, parsed with no entity, no network and no deep tree."""
        return parse_xml(self.read(part), self.name)

    def optional_xml(self, part: str | None) -> Element | None:
        """Same as `xml`, or None when the part does not exist."""
        return self.xml(part) if part and part in self._infos else None

    def relations(self, part: str) -> dict[str, Relation]:
        """Relationships of a part by id; the empty name stands for the package."""
        folder, base = posixpath.split(part)
        root = self.optional_xml(posixpath.join(folder, "_rels", base + ".rels"))
        found: dict[str, Relation] = {}
        for item in root if root is not None else ():
            target = item.get("Target") or ""
            external = item.get("TargetMode") == "External"
            if not external:
                target = (
                    target.lstrip("/")
                    if target.startswith("/")
                    else posixpath.normpath(posixpath.join(folder, target))
                )
            ident = item.get("Id") or ""
            found[ident] = Relation(ident, (item.get("Type") or "").rsplit("/", 1)[-1], target, external)
        return found

    def main_part(self) -> str:
        """The part that the package's `officeDocument` relationship names."""
        for relation in self.relations("").values():
            if relation.type == "officeDocument" and relation.target in self._infos:
                return relation.target
        raise refusal("damaged", self.name)


def parse_xml(data: bytes, name: str, *, keep_all: bool = False) -> Element:
    """Parse bytes safely; `keep_all` keeps comments and instructions, for parts that will be written again.

    Raises RefusedInputError for XML that is broken or too deep.
    """
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=not keep_all,
        remove_pis=not keep_all,
    )
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise refusal("too_deep" if "depth" in str(error).lower() else "damaged", name) from error
    except ValueError as error:
        raise refusal("damaged", name) from error


def _suspicious(name: str) -> bool:
    parts = name.replace("\\", "/").split("/")
    return name.startswith(("/", "\\")) or ".." in parts or ":" in parts[0] or "\x00" in name
