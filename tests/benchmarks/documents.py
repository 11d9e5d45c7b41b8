"""Times of the reading room beside the bare libraries: `python tests/benchmarks/documents.py`.

Prints one line a task: best of five, for python-docx or openpyxl alone, in this process, through the separate process
(cold once, then warm: its processor is only counted when it ends, cold), and read then reviewed as a draft.
"""

from __future__ import annotations

import io
import os
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from ascom_coach.documents import annotate, parse_bytes, read_document, read_documents  # noqa: E402
from ascom_coach.documents.sandbox.process import ReadingProcess  # noqa: E402
from ascom_coach.language import default_engines  # noqa: E402
from ascom_coach.review import Copy, Situation, review_copies  # noqa: E402

ENGINES = tuple(default_engines())


def letter(pages: int) -> bytes:
    import docx

    document = docx.Document()
    for page in range(pages):
        document.add_heading(f"Partie {page + 1}", 1)
        for line in range(14):
            document.add_paragraph(
                f"Paragraphe {line} de la partie {page} : " + "le stock est suivi chaque semaine. " * 5
            )
        table = document.add_table(6, 4)
        for cell in table._cells:
            cell.text = "valeur"
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def workbook(rows: int) -> bytes:
    import openpyxl

    book = openpyxl.Workbook()
    for row in range(rows):
        book.active.append(
            [row, f"Article {row % 300}", row % 12, row * 1.07, f"=C{row + 1}*D{row + 1}", "x", True, 0.2]
        )
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def best(action: Callable[[], Any], times: int = 5) -> tuple[float, float]:
    """The shortest wall time, and the least processor of this process and of those it ended, in seconds."""
    spent = []
    for _ in range(times):
        start, before = time.perf_counter(), _processor()
        action()
        spent.append((time.perf_counter() - start, _processor() - before))
    return min(wall for wall, _ in spent), min(processor for _, processor in spent)


def _processor() -> float:
    return sum(os.times()[:4])


def bare_docx(data: bytes) -> None:
    import docx

    document = docx.Document(io.BytesIO(data))
    for paragraph in document.paragraphs:
        _ = (paragraph.text, paragraph.style.name, [run.text for run in paragraph.runs])
    for table in document.tables:
        for cell in table._cells:
            _ = cell.text


def bare_xlsx(data: bytes) -> None:
    import openpyxl

    for values in (False, True):
        for sheet in openpyxl.load_workbook(io.BytesIO(data), data_only=values):
            for row in sheet.iter_rows(values_only=True):
                _ = row


def reviewed(data: bytes, name: str, production: str | None) -> None:
    """Read here and reviewed as a draft, by the embedded engines."""
    review_copies([Copy.of(parse_bytes(data, name))], Situation(production=production, engines=ENGINES))


def main() -> None:
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else float("nan")
    print(f"{os.cpu_count()} cores, load {load:.1f}; wall seconds, then seconds of processor in brackets")
    with tempfile.TemporaryDirectory() as folder:
        small, large = letter(10), workbook(10_000)
        word, excel = Path(folder, "lettre.docx"), Path(folder, "ventes.xlsx")
        word.write_bytes(small)
        excel.write_bytes(large)
        reviewed(letter(1), "l.docx", "P2.4")  # the lexicon is read once
        show(
            "docx 10 pages",
            {
                "python-docx": best(lambda: bare_docx(small)),
                "here": best(lambda: parse_bytes(small, "l.docx")),
                "isolated": best(lambda: read_document(word)),
                "isolated, cold": best(lambda: _cold(small), 3),
                "read and reviewed": best(lambda: reviewed(small, "l.docx", "P2.4"), 3),
            },
        )
        show(
            "xlsx 10 000 x 8",
            {
                "openpyxl": best(lambda: bare_xlsx(large), 2),
                "here": best(lambda: parse_bytes(large, "v.xlsx")),
                "isolated": best(lambda: read_document(excel)),
                "isolated, cold": best(lambda: _cold(large), 2),
                "read and reviewed": best(lambda: reviewed(large, "v.xlsx", "P1.3"), 3),
            },
        )
        paths = []
        for number in range(30):
            for name, data in ((f"l{number}.docx", small), (f"v{number}.xlsx", workbook(1000))):
                Path(folder, name).write_bytes(data)
                paths.append(Path(folder, name))
        show("class of 30, 60 files", {"isolated": best(lambda: read_documents(paths), 1)})
        notes = {
            "xlsx": best(lambda: annotate(excel, [], Path(folder, "x.xlsx"))),
            "docx": best(lambda: annotate(word, [], Path(folder, "x.docx"))),
        }
        show("annotated copy", notes)


def show(task: str, times: Mapping[str, tuple[float, float]]) -> None:
    figures = (f"{name} {wall:.3f} ({processor:.2f})" for name, (wall, processor) in times.items())
    print(f"{task:22}" + "  ".join(figures))


def _cold(data: bytes) -> None:
    process = ReadingProcess()
    try:
        process.parse(data, "copie")
    finally:
        process.close()


if __name__ == "__main__":
    main()
