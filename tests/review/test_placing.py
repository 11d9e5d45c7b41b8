"""Where a remark stands: on the word that is wrong, the link that leads elsewhere, the row that was renamed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from ascom_coach.documents import Document, parse_bytes
from ascom_coach.review import Copy, Finding, Situation, review_copies
from tests.benchmarks.mutation.copies import opened
from tests.benchmarks.mutation.other import sentence, swap
from tests.benchmarks.mutation.sheets import Table
from tests.benchmarks.mutations import SHEETS, Gold, golds
from tests.benchmarks.mutations_other import listed_for, placed, spoilt

GOLD = {
    f"{gold.production.id}-{gold.script.id}" if gold.production.id == "mot" else gold.production.id: gold
    for gold in golds([0])
}
MOT2, MOT3 = "mot-compter-la-toile", "mot-la-journee-du-greffage"


def control(gold: Gold, document: Document, name: str) -> list[Finding]:
    """The findings of one control."""
    situation = Situation(script=gold.script, production=gold.production.id, start_documents=gold.start)
    result = review_copies([Copy.of(document, production=gold.production.id)], situation)
    return [one for one in result.findings if one.id.split(".")[1] == name]


PLACED = (
    ("q2", MOT3, "name of the reader misspelt"),
    ("q4", MOT2, "reviewer’s name misspelt"),
    ("g2", "page_web", "hashtag cut in two"),
    ("g20", "page_web", "photographer’s name misspelt"),
    ("g21", "page_web", "association’s name misspelt"),
    ("n14", "note", "last year’s reservation of a room"),
    ("e19", "emailing", "button that leads nowhere"),
    ("e18", "emailing", "way out that leads to the registration"),
    ("g9", "page_web", "address of the link mistyped"),
    ("e3", "emailing", "half price for those who came"),
    ("e10", "emailing", "free of charge in other words"),
    ("c8", "reponse", "one sentence says tu"),
    ("g17", "page_web", "heading made of bold"),
    ("g17", "page_web", "list made with dashes"),
    ("c31", "base", "header with a typo"),
    ("k1", "liste", "number written otherwise"),
    ("c30", "base", "two telephones in one cell"),
)  # fmt: skip


@pytest.mark.parametrize(("name", "copy", "what"), PLACED, ids=[f"{one[0]}-{one[2]}" for one in PLACED])
def test_a_defect_stands_on_what_is_wrong(name: str, copy: str, what: str) -> None:
    gold = GOLD[copy]
    [fault] = [one for one in listed_for(gold) if one.name == what]
    trial = spoilt(gold, [fault], "as it is")
    assert trial is not None
    document = parse_bytes(trial.data, trial.name)
    wrong = [one for one in control(gold, document, name) if one.status == "defaut"]
    assert any(placed(document, one, trial.wanted[0][2]) for one in wrong), wrong
    clean = control(gold, parse_bytes(gold.data, gold.name), name)
    assert all(one.status != "defaut" for one in clean)


RIGHT: tuple[tuple[str, str, Callable[[Any], Any]], ...] = (
    ("q2", MOT3, swap("Mme Lacaze, à la mairie", "Madame LACAZE, à la mairie")),
    ("q4", MOT2, swap("Régis Maubert", "REGIS MAUBERT")),
    ("e3", "emailing", sentence("Le samedi 6 mars", "Le tarif n’est pas à moitié prix.")),
    ("e10", "emailing", sentence("Le samedi 6 mars", "Un bon geste ne coûte pas plus cher.")),
    ("c8", "reponse", sentence("passera chez vous", "Reçois vos messages au bureau.")),
    ("c4", "reponse", sentence("Vous avez aussi", "Nous restons à votre disposition pour les restes à payer.")),
)  # fmt: skip


@pytest.mark.parametrize(
    ("name", "copy", "change"), RIGHT, ids=[f"{one[0]}-{i}" for i, one in enumerate(RIGHT)]
)
def test_what_is_right_in_another_writing_stays_right(
    name: str, copy: str, change: Callable[[Any], Any]
) -> None:
    gold = GOLD[copy]
    text = opened(gold.data, gold.name)
    assert change(text) is not None
    found = control(gold, parse_bytes(text.data(), gold.name), name)
    assert found
    assert all(one.status != "defaut" for one in found), found


def test_a_refund_and_a_blame_in_other_words_are_told() -> None:
    gold = GOLD["reponse"]
    for what, name in (
        ("refund promised in other words", "c4"),
        ("technician blamed", "c7"),
        ("responsibility owned in other words", "c4"),
    ):
        [fault] = [one for one in listed_for(gold) if one.name == what]
        trial = spoilt(gold, [fault], "as it is")
        assert trial is not None
        assert [one.status for one in control(gold, parse_bytes(trial.data, trial.name), name)] == [
            "defaut"
        ], what


def test_a_line_of_a_list_is_no_addressee() -> None:
    gold = GOLD["note"]
    copy = opened(gold.data, gold.name)
    copy.drop(next(rank for rank, line in enumerate(copy.lines()) if line.startswith("À :")))
    [found] = control(gold, parse_bytes(copy.data(), gold.name), "n8")
    assert found.status == "defaut"
    assert "destinataire" in found.message


def test_a_row_really_added_is_not_a_renamed_one() -> None:
    gold = GOLD["liste"]
    sheet, header, _ = SHEETS["liste"]
    table = Table(gold.data, sheet, header)
    table.delete("C-105")
    table.copy_row("C-200", "C-103", Nom="Weber", Courriel="weber@courrier.example")
    found = [one.message for one in control(gold, parse_bytes(table.data(), gold.name), "k1")]
    assert any("a disparu" in one for one in found)
    assert any("ajoutée" in one for one in found)
