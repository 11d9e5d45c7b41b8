"""Annotated copies of every kind of file keep all the rest: see `fidelity`, and the whole table by the benchmark."""

from __future__ import annotations

import pytest

from .fidelity import FILES, copy_of, lost_content, lost_markup, lost_parts, lost_remarks, pages_of, unlike
from .office import needs_office, turned

DRAWN = ("Word · suivi des modifications",
    "Word · contrôles en blocs", "Word · graphique incorporé", "Excel · graphique", "Excel · notes déjà là",
         "PowerPoint · commentaire déjà là", "LibreOffice · tableau et listes", "LibreOffice · graphique")  # fmt: skip


def test_the_set_is_wide() -> None:
    assert len(FILES) >= 50
    assert set(DRAWN) <= set(FILES)


@pytest.mark.parametrize("name", FILES)
def test_nothing_but_the_remarks_changes(name: str) -> None:
    copy = copy_of(name)
    assert lost_parts(copy) == []
    assert lost_markup(copy) == []
    assert lost_content(copy) == []
    assert lost_remarks(copy) == []


def test_a_loss_is_seen() -> None:
    from dataclasses import replace

    from .builders import pack, parts_of

    copy = copy_of("Excel · macros (xlsm)")
    parts = parts_of(copy.after)
    assert lost_parts(
        replace(copy, after=pack({name: data for name, data in parts.items() if "vba" not in name}))
    ) == ["xl/vbaProject.bin"]
    letter = copy_of("Word · lettre")
    parts = parts_of(letter.after)
    spoilt = {**parts, "word/document.xml": parts["word/document.xml"].replace(b"relance", b"rappel")}
    assert lost_markup(replace(letter, after=pack(spoilt))) == ["word/document.xml"]


@pytest.mark.soffice
@needs_office
def test_libreoffice_draws_the_same_pages() -> None:
    copies = {name: copy_of(name) for name in DRAWN}
    files = {}
    for at, copy in enumerate(copies.values()):
        ending = copy.name.rpartition(".")[2]
        files |= {f"avant{at}.{ending}": copy.before, f"apres{at}.{ending}": copy.after}
    pages = {name: pages_of(pdf) for name, pdf in turned(files, "pdf").items()}
    for at, name in enumerate(copies):
        assert unlike(pages[f"avant{at}"], pages[f"apres{at}"]) < 0.002, name
        assert any(pages[f"avant{at}"].words), name
