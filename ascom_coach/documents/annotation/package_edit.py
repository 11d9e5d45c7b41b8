"""Changing a few parts of a package and nothing else: every untouched part keeps its exact content."""

from __future__ import annotations

import io
import posixpath
import zipfile
from typing import TYPE_CHECKING

from ascom_coach.documents.guard.package import Package, parse_xml
from ascom_coach.documents.refusals import refusal

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_STRICT = b"purl.oclc.org/ooxml"


class PackageEditor:
    """Pending changes over a checked package. `data` is the original file."""

    def __init__(self, data: bytes, name: str, family: str) -> None:
        self.data, self.name = data, name
        self.package = Package(data, name)
        self.package.check_xml(family)
        self._zip = zipfile.ZipFile(io.BytesIO(data))
        self._trees: dict[str, Element] = {}
        self._raw: dict[str, bytes] = {}

    def has(self, part: str) -> bool:
        """Whether a part exists, changes included."""
        return part in self._trees or part in self._raw or part in self.package.names

    def tree(self, part: str) -> Element:
        """The root of a part, to be changed in place; it is written again at the end."""
        if part not in self._trees:
            data = self._raw.pop(part) if part in self._raw else self._zip.read(part)
            if _STRICT in data:
                raise refusal("not_annotable", self.name)
            self._trees[part] = parse_xml(data, self.name, keep_all=True)
        return self._trees[part]

    def raw(self, part: str) -> bytes:
        """The bytes of a part."""
        return self._raw[part] if part in self._raw else self._zip.read(part)

    def put(self, part: str, data: bytes) -> None:
        """Add or replace a part."""
        self._raw[part] = data

    def free_name(self, pattern: str) -> str:
        """The first name of `xl/comments{}.xml` with a number not taken yet."""
        number = 1
        while self.has(pattern.format(number)):
            number += 1
        return pattern.format(number)

    def declare(self, part: str, content_type: str) -> None:
        """Give a part its content type."""
        from lxml import etree

        root = self.tree("[Content_Types].xml")
        etree.SubElement(root, f"{{{_TYPES}}}Override", PartName=f"/{part}", ContentType=content_type)

    def declare_extension(self, extension: str, content_type: str) -> None:
        """Give all parts with an extension a content type, unless they have one."""
        from lxml import etree

        root = self.tree("[Content_Types].xml")
        if not any((item.get("Extension") or "").lower() == extension for item in root):
            mark = etree.Element(f"{{{_TYPES}}}Default", Extension=extension, ContentType=content_type)
            root.insert(0, mark)

    def relate(self, part: str, kind: str, target: str) -> str:
        """Link a part to another one; returns the relationship id."""
        from lxml import etree

        folder, base = posixpath.split(part)
        rels = posixpath.join(folder, "_rels", base + ".rels")
        if not self.has(rels):
            self.put(rels, f'<Relationships xmlns="{_RELATIONS}"/>'.encode())
        root = self.tree(rels)
        taken = {item.get("Id") for item in root}
        number = len(taken) + 1
        while f"rId{number}" in taken:
            number += 1
        etree.SubElement(
            root, f"{{{_RELATIONS}}}Relationship", Id=f"rId{number}", Type=_OFFICE + kind, Target=f"/{target}"
        )
        return f"rId{number}"

    def result(self) -> bytes:
        """The new file: same parts in the same order, changed ones rewritten, new ones at the end."""
        from lxml import etree

        changed = dict(self._raw) | {
            part: etree.tostring(root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True)
            for part, root in self._trees.items()
        }
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as out:
            for info in self._zip.infolist():
                data = changed.pop(info.filename, None)
                kept = zipfile.ZipInfo(info.filename, info.date_time)
                kept.compress_type, kept.external_attr = info.compress_type, info.external_attr
                out.writestr(kept, self._zip.read(info) if data is None else data)
            for part, data in changed.items():
                added = zipfile.ZipInfo(part, (1980, 1, 1, 0, 0, 0))
                added.compress_type = zipfile.ZIP_DEFLATED
                out.writestr(added, data)
        return buffer.getvalue()
