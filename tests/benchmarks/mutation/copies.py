"""Copies that can be spoilt line by line, whatever their format: Word, web page, plain text."""

from __future__ import annotations

import copy
import html
import io
import re
from typing import Any, Protocol


class Editable(Protocol):
    """A text copy: its lines, changed in place, then its bytes."""

    def lines(self) -> list[str]: ...
    def set(self, at: int, text: str) -> None: ...
    def drop(self, at: int) -> None: ...
    def insert(self, at: int, text: str) -> None: ...
    def data(self) -> bytes: ...


class TextCopy:
    def __init__(self, data: bytes) -> None:
        self._lines = data.decode("utf-8").split("\n")

    def lines(self) -> list[str]:
        return list(self._lines)

    def set(self, at: int, text: str) -> None:
        self._lines[at] = text

    def drop(self, at: int) -> None:
        del self._lines[at]

    def insert(self, at: int, text: str) -> None:
        self._lines[at:at] = [text, ""]

    def data(self) -> bytes:
        return "\n".join(self._lines).encode("utf-8")


class WordCopy:
    def __init__(self, data: bytes) -> None:
        import docx

        self.document = docx.Document(io.BytesIO(data))

    @property
    def paragraphs(self) -> list[Any]:
        return list(self.document.paragraphs)

    def lines(self) -> list[str]:
        return [one.text for one in self.paragraphs]

    def set(self, at: int, text: str) -> None:
        paragraph = self.paragraphs[at]
        if not paragraph.runs:
            paragraph.add_run(text)
            return
        paragraph.runs[0].text = text
        for run in paragraph.runs[1:]:
            run.text = ""

    def drop(self, at: int) -> None:
        element = self.paragraphs[at]._p
        element.getparent().remove(element)

    def insert(self, at: int, text: str) -> None:
        """Before a paragraph, as an ordinary one."""
        body = next(one for one in self.paragraphs if len(one.text.split()) > 12)
        fresh = copy.deepcopy(body._p)
        self.paragraphs[at]._p.addprevious(fresh)
        self.set(next(i for i, one in enumerate(self.paragraphs) if one._p is fresh), text)

    def data(self) -> bytes:
        out = io.BytesIO()
        self.document.save(out)
        return out.getvalue()


class PageCopy:
    """A web page: its lines are the texts between tags."""

    def __init__(self, data: bytes) -> None:
        self.parts = re.split(r"(<[^>]*>)", data.decode("utf-8"))
        start = next((i for i, one in enumerate(self.parts) if one.startswith("<body")), 0)
        self._places = [
            i for i, one in enumerate(self.parts) if i > start and one.strip() and not one.startswith("<")
        ]

    def lines(self) -> list[str]:
        return [html.unescape(self.parts[i]) for i in self._places]

    def set(self, at: int, text: str) -> None:
        self.parts[self._places[at]] = html.escape(text, quote=False)

    def drop(self, at: int) -> None:
        self.parts[self._places.pop(at)] = ""

    def insert(self, at: int, text: str) -> None:
        last = max(i for i, one in enumerate(self.parts) if "</p>" in one)
        self.parts[last] += f"<p>{html.escape(text, quote=False)}</p>"

    def data(self) -> bytes:
        return "".join(self.parts).encode("utf-8")


def opened(data: bytes, name: str) -> Editable:
    """The copy in a file."""
    kind = name.rpartition(".")[2]
    return {"docx": WordCopy, "html": PageCopy}.get(kind, TextCopy)(data)
