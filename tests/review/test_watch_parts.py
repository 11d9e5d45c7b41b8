"""Looks at parts, persons, dress and columns: told at their place, quiet on copies that come close."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from ascom_coach.documents import parse_bytes
from ascom_coach.review import Copy, Situation, review_copies
from tests.benchmarks.mutation.copies import opened
from tests.benchmarks.mutation.other import put, sentence, swap
from tests.benchmarks.mutation.sheets import LAYOUTS, Table, laid_out
from tests.benchmarks.mutations import ENGINES, SHEETS
from tests.benchmarks.mutations_other import listed_by_third, placed, spoilt
from tests.review.test_watch import GOLD, MOT2, seen

TOLD = (
    ("lisible", "reponse", "pale text"),
    ("lisible", "reponse", "text too small to read"),
    ("lisible", "reponse", "one paragraph centred"),
    ("liste_tapee", "note", "list typed with hyphens"),
    ("liste_tapee", "emailing", "list typed with hyphens"),
    ("parties_attendues", "reponse", "no date"),
    ("parties_attendues", "reponse", "no recipient’s address"),
    ("parties_attendues", "note", "no sender"),
    ("parties_attendues", "note", "nobody signs"),
    ("parties_attendues", "message_atelier", "no greeting"),
    ("parties_attendues", "message_atelier", "no recipient"),
    ("parties_attendues", MOT2, "nobody signs"),
    ("personnes", "reponse", "another client’s data told"),
    ("personnes", "reponse", "manager under another name"),
    ("personnes", "emailing", "another client named"),
    ("fonction", "reponse", "function of the signer wrong"),
    ("objet_et_texte", "emailing", "day of the text unlike the subject’s"),
    ("ton", "message_atelier", "technician blamed"),
    ("ton", "reponse", "smiley"),
    ("ton", "note", "threat to the team"),
    ("date_a_venir", "base", "visit to come written as made"),
    ("majuscule", "base", "name without its capital"),
    ("colonne_privee", "base", "family written in the base"),
    ("colonne_privee", "liste", "birth told in a column more"),
    ("total_etrange", "planning_chiffre", "meals total typed"),
    ("total_etrange", "planning_chiffre", "total that adds itself"),
)


@pytest.mark.parametrize(("look", "name", "what"), TOLD)
def test_a_look_tells_its_fault_at_its_place(look: str, name: str, what: str) -> None:
    gold = GOLD[name]
    [fault] = [one for one in listed_by_third(gold) if one.name == what]
    trial = spoilt(gold, [fault], "as it is")
    assert trial is not None
    mine = [one for one in seen(gold, trial.data) if one.check == f"vigilance:{look}"]
    document = parse_bytes(trial.data, trial.name)
    assert any(placed(document, one, trial.wanted[0][2]) for one in mine), mine


Change = Callable[[Any], Any]
QUIET: tuple[tuple[str, str, Change], ...] = (
    ("parties_attendues", "reponse", swap("le 16 novembre 2026", "le lundi 16 novembre 2026")),
    ("parties_attendues", "note", swap("Camille Astruc, assistante,", "C. Astruc, assistante,")),
    ("parties_attendues", "message_atelier", swap("Bonjour Joris", "Salut Joris")),
    ("personnes", "reponse", sentence("Vous avez aussi", "M. Lemoine vous rappellera.")),
    ("personnes", "note", sentence("Un panier", "Mme Hourcade vous remercie.")),
    ("fonction", "reponse", swap("Camille Perrot, assistante", "Camille Perrot, secrétaire")),
    ("objet_et_texte", "emailing", sentence("Le samedi 6 mars", "Il reste des places le mardi 9 mars.")),
    ("objet_et_texte", "note", sentence("Les heures", "Le planning sera affiché vendredi 15 janvier.")),
    ("ton", "message_atelier", sentence("est de nouveau", "Merci de passer cette fois avec la pièce.")),
    ("ton", "note", sentence("aura lieu", "Rendez-vous : 8 h 30.")),
    ("liste_tapee", "note", sentence("Les heures", "Une semaine - la même - pour tous.")),
    ("lisible", "emailing", swap("Bonjour,", "Bonjour à toutes et à tous,")),
)  # fmt: skip


@pytest.mark.parametrize(
    ("look", "name", "change"), QUIET, ids=[f"{one[0]}-{i}" for i, one in enumerate(QUIET)]
)
def test_a_look_is_quiet_when_the_text_is_right(look: str, name: str, change: Change) -> None:
    gold = GOLD[name]
    copy = opened(gold.data, gold.name)
    assert change(copy) is not None
    assert [one for one in seen(gold, copy.data()) if one.check == f"vigilance:{look}"] == []


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", ["base", "planning_chiffre", "liste"])
def test_a_right_table_is_left_alone_in_every_layout(name: str, layout: str) -> None:
    gold = GOLD[name]
    sheet, header, _ = SHEETS[name]
    data = laid_out(Table(gold.data, sheet, header).data(), layout)
    assert seen(gold, data) == []


def test_a_cell_emptied_is_told_and_a_column_of_past_days_is_not() -> None:
    gold = GOLD["planning_chiffre"]
    table = Table(gold.data, *SHEETS["planning_chiffre"][:2])
    put("Clément Vauquelin", "Zone", None)(table)
    checks = [one.check for one in seen(gold, table.data())]
    assert "vigilance:cellule_videe" in checks
    assert "vigilance:date_a_venir" not in checks


@pytest.mark.parametrize("name", ["reponse", "note", MOT2, "emailing", "page_web"])
def test_the_french_of_a_gold_copy_is_not_charged(name: str) -> None:
    gold = GOLD[name]
    copies = [Copy.of(parse_bytes(gold.data, gold.name), production=gold.production.id)]
    situation = Situation(script=gold.script, engines=ENGINES, start_documents=gold.start)
    checks = [one.check for one in review_copies(copies, situation).findings if one.status == "defaut"]
    assert "vigilance:faute_sure" not in checks


def test_one_sure_fault_of_french_is_told_where_it_stands() -> None:
    gold = GOLD["reponse"]
    copy = opened(gold.data, gold.name)
    swap("vos messages sont restés", "vos messages son restés")(copy)
    copies = [Copy.of(parse_bytes(copy.data(), gold.name), production=gold.production.id)]
    situation = Situation(script=gold.script, engines=ENGINES, start_documents=gold.start)
    told = [one for one in review_copies(copies, situation).findings if one.check == "vigilance:faute_sure"]
    assert len(told) == 1
    assert "son" in told[0].quote
