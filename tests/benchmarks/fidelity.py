"""What annotated copies keep, file by file: `python tests/benchmarks/fidelity.py [--dossier DOSSIER]`.

One line a file of the set (tests/documents/fidelity*.py): parts kept byte for byte, parts that hold the remarks, what
else changed (nothing should), remarks found again, milliseconds, and, with LibreOffice, whether both files open, how
many pages are drawn, which share of the dots differs, and how many of the remarks LibreOffice has at their place (it
writes the copy in another format, where they are read again). `--dossier` keeps the copies and their PDF.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from ascom_coach.documents import Annotation, Block, parse_bytes  # noqa: E402
from ascom_coach.documents.conversion import office_program  # noqa: E402
from tests.documents.builders import parts_of  # noqa: E402
from tests.documents.fidelity import (  # noqa: E402
    FILES,
    Copy,
    Pages,
    copy_of,
    lost_content,
    lost_markup,
    lost_parts,
    lost_remarks,
    pages_of,
    unlike,
)
from tests.documents.office import turned  # noqa: E402

_OTHERS = {
    "docx": "odt",
    "docm": "odt",
    "xlsx": "ods",
    "xlsm": "ods",
    "odt": "docx",
    "ods": "xlsx",
    "odp": "pptx",
    "pptx": "odp",
    "pptm": "odp",
}
_MODELS = {
    "dotx": "docx",
    "xltx": "xlsx",
    "ppsx": "pptx",
}  # LibreOffice gives templates another way out: the content is the same


def main() -> int:
    """Print the table; the status says whether anything was lost."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--dossier", type=Path)
    folder = parser.parse_args().dossier
    copies: dict[str, Copy] = {}
    spent: dict[str, float] = {}
    for name in FILES:
        start = time.perf_counter()
        copies[name] = copy_of(name)
        spent[name] = time.perf_counter() - start
    office = office_program() is not None
    pages, seen = (_pages(copies, folder), _seen(copies)) if office else ({}, {})
    print(f"{'file':<48}{'kept':>6}{'notes':>6}{'lost':>5}{'remarks':>9}{'ms':>6}  drawn")
    bad = 0
    for name, copy in copies.items():
        old = parts_of(copy.before)
        lost = lost_parts(copy) + lost_markup(copy) + lost_content(copy) + lost_remarks(copy)
        kept, found = (
            sum(part not in copy.changed for part in old),
            len(copy.remarks) - len(lost_remarks(copy)),
        )
        shown, fine = _shown(pages.get(f"{name} avant"), pages.get(f"{name} après")) if pages else ("-", True)
        shown += f", {seen[name]}/{len(copy.remarks)} seen" if seen else ""
        bad += bool(lost) or not fine or seen.get(name, found) != len(copy.remarks)
        print(f"{name:<48}{kept:>6}{len(copy.changed):>6}{len(lost):>5}{f'{found}/{len(copy.remarks)}':>9}"
              f"{spent[name] * 1000:>6.0f}  {shown} {' '.join(lost)}")  # fmt: skip
    print(
        f"\n{len(copies)} files, {bad} with a loss"
        + ("" if pages else "; LibreOffice absent, nothing was drawn")
    )
    return 1 if bad else 0


def _pages(copies: dict[str, Copy], folder: Path | None) -> dict[str, Pages]:
    files: dict[str, bytes] = {}
    names: dict[str, str] = {}
    for at, (name, copy) in enumerate(copies.items()):
        stem = copy.name.rpartition(".")[0]
        for when, data in (("avant", copy.before), ("après", copy.after)):
            file = f"{at:02}-{stem}-{when}.{_ending(copy)}"
            files[file], names[file.rpartition(".")[0]] = data, f"{name} {when}"
    made = turned(files, "pdf")
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
        for file, data in (*files.items(), *((f"{stem}.pdf", data) for stem, data in made.items())):
            (folder / file).write_bytes(data)
    return {names[stem]: pages_of(pdf) for stem, pdf in made.items()}


def _seen(copies: dict[str, Copy]) -> dict[str, int]:
    """By file, how many remarks LibreOffice itself found: it writes the copy in another format, which is read."""
    found: dict[str, int] = {}
    for target in sorted(set(_OTHERS.values())):
        files = {f"{at:02}.{_ending(copy)}": name for at, (name, copy) in enumerate(copies.items())}
        wanted = {file: name for file, name in files.items() if _OTHERS[file.rpartition(".")[2]] == target}
        made = turned({file: copies[name].after for file, name in wanted.items()}, target)
        for file, name in wanted.items():
            data = made.get(file.rpartition(".")[0])
            there = parse_bytes(data, f"copie.{target}").comments if data is not None else ()
            found[name] = sum(any(_is(remark, block) for block in there) for remark in copies[name].remarks)
    return found


def _is(remark: Annotation, block: Block) -> bool:
    cell = "!" in remark.locator.ref
    return remark.text in block.text and (not cell or block.locator.ref == remark.locator.ref)


def _ending(copy: Copy) -> str:
    ending = copy.name.rpartition(".")[2]
    return _MODELS.get(ending, ending)


def _shown(before: Pages | None, after: Pages | None) -> tuple[str, bool]:
    if before is None:
        return "LibreOffice does not open the original", False
    if after is None:
        return "LibreOffice does not open the copy", False
    if before.words != after.words:
        return "words lost or added", False
    share = unlike(before, after)
    dots = f"{share:.2%}" if before.dots else "no pdftoppm"
    return f"{len(before.words)} p., {dots}", share < 0.002


if __name__ == "__main__":
    raise SystemExit(main())
