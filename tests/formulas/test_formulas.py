"""Formulas as learners write them, with the values that LibreOffice or the arithmetic gives."""

from __future__ import annotations

import datetime as dt
import io
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from ascom_coach.documents import parse_bytes
from ascom_coach.formulas import Calculator, Evaluator, Fault, NotComputedError, Source, to_english
from ascom_coach.formulas.functions import known
from ascom_coach.formulas.names import FRENCH
from ascom_coach.review.workbooks.results import Book, stale
from tests.benchmarks.formulas import DATA, rows, shown

FROZEN = json.loads((Path(__file__).parent / "frozen.json").read_text(encoding="utf-8"))


def test_the_frozen_set_agrees() -> None:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.title = DATA
    page.append(
        [
            "Réf",
            "Date",
            "Client",
            "Ville",
            "Article",
            "Quantité",
            "Prix HT",
            "Remise",
            "TVA",
            "Échéance",
            "Payé le",
        ]
    )
    for row in rows():
        page.append(row)
    sheet = book.create_sheet("Calculs")
    for rank, item in enumerate(FROZEN, 1):
        sheet.cell(rank, 1, f"={item['formula']}")
    out = io.BytesIO()
    book.save(out)
    read = Book(parse_bytes(out.getvalue(), "essai.xlsx"))
    assert len(FROZEN) > 200
    for rank, item in enumerate(FROZEN, 1):
        value = read.result("Calculs", rank, 1)
        assert shown(getattr(value, "code", value)) == item["value"], item["formula"]


class Shop(Source):
    """A1:C5: articles, quantities, prices."""

    ROWS = (
        ("Article", "Qté", "Prix"),
        ("Lampe", 4, "12.5"),
        ("Spot", 10, "8"),
        ("Prise", 0, "3.2"),
        ("Câble", 7, None),
    )

    def cell(self, sheet: str, row: int, column: int) -> Any:
        if row > 5 or column > 3:
            return None
        value = self.ROWS[row - 1][column - 1]
        if column == 1 or row == 1 or value is None:
            return value
        return Decimal(str(value))

    def extent(self, sheet: str) -> tuple[int, int]:
        return 5, 3


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        ('=RECHERCHEX("Spot";A2:A5;C2:C5)', Decimal(8)), ('=RECHERCHEX("Fil";A2:A5;C2:C5;"absent")', "absent"),
        ("=RECHERCHEX(5;B2:B5;A2:A5;;1)", "Câble"), ("=RECHERCHEX(5;B2:B5;A2:A5;;-1)", "Lampe"),
        ('=RECHERCHEX("Fil";A2:A5;C2:C5)', Fault("#N/A")), ('=EQUIVX("Prise";A:A)', Decimal(4)),
        ('=SOMME.SI(A2:A5;"<>Spot";B2:B5)', Decimal(11)), ("=SOMMEPROD(B2:B5;C2:C5)", Decimal(130)),
        ('=SI.CONDITIONS(B2>5;"beaucoup";B2>2;"assez";VRAI;"peu")', "assez"), ('=SIERREUR(B2/B4;"-")', "-"),
        ("=B2/B4", Fault("#DIV/0!")), ("=ARRONDI(1,005;2)", Decimal("1.01")), ("=MOYENNE(B2:B5)", Decimal("5.25")),
        ("=NB.SI(B2:B5;\">=4\")", Decimal(3)), ("=INDEX(A2:C5;EQUIV(\"Câble\";A2:A5;0);2)", Decimal(7)),
        ("=NBVAL(A:A)-1", Decimal(4)), ("=C5", Decimal(0)), ('=CONCATENER(A2;" : ";C2)', "Lampe : 12,5"),
        ('=TEXTE(1234,5;"# ##0,00 €")', "1\u202f234,50 €"), ('=TEXTE(0,055;"0,0%")', "5,5%"),
        ('=TEXTE(46153;"jjjj j mmmm aaaa")', "lundi 11 mai 2026"), ('=JOURSEM(46153;2)', Decimal(1)),
        ("=SOMMEPROD((GAUCHE(A2:A5;1)=\"P\")*1)", Decimal(1)), ("=SOMME(B2:B5)*20%", Decimal("4.2")),
        ("=SI(C5=\"\";\"à chiffrer\";C5)", "à chiffrer"), ("=NON(ESTNUM(A2))", True), ("=ANNÉE(46153)", Decimal(2026)),
    ],
)  # fmt: skip
def test_french_formulas_have_their_value(formula: str, value: Any) -> None:
    assert Evaluator(Shop()).value(to_english(formula)) == value


@pytest.mark.parametrize(
    "formula",
    ["AGGREGATE(9,5,B2:B5)", "OFFSET(A1,1,1)", "VLOOKUP(3,B2:C5,2)", "RAND()", "LET(x,1,x)", "A1:A3", "NOW()",
     "SUM(" * 80 + "1" + ")" * 80, "'"],
)  # fmt: skip
def test_what_is_out_of_reach_is_said(formula: str) -> None:
    with pytest.raises(NotComputedError):
        Evaluator(Shop()).value(formula)


def test_every_french_name_leads_to_a_function() -> None:
    # TODAY and the rest of the volatile ones have their own place.
    assert {name for name in FRENCH.values() if name not in known()} <= {"NOW"}
    assert len(known()) >= 120


def test_today_is_given() -> None:
    assert Calculator(today=dt.date(2026, 5, 11)).value(to_english("=AUJOURDHUI()+30")) == Decimal(46183)


def test_named_ranges_and_tables_of_a_workbook() -> None:
    from openpyxl.workbook.defined_name import DefinedName
    from openpyxl.worksheet.table import Table

    book = openpyxl.Workbook()
    page = book.create_sheet("Ventes", 0)
    for row in (["Article", "Prix", "TTC"], ["Lampe", 10, "=Tarif[[#This Row],[Prix]]*(1+Taux)"], ["Spot", 20, None],
                ["x", "=SUM(Tarif[Prix])", "=MAX(Ventes!B:B)"]):  # fmt: skip
        page.append(row)
    page.cell(8, 1, "=SUM(Ventes!B2:B3)+B99")
    page.add_table(Table(displayName="Tarif", ref="A1:C3"))
    book.defined_names["Taux"] = DefinedName("Taux", attr_text="0.2")
    out = io.BytesIO()
    book.save(out)
    read = Book(parse_bytes(out.getvalue(), "v.xlsx"))
    assert read.result("Ventes", 2, 3) == Decimal(12)
    assert read.result("Ventes", 4, 2) == Decimal(30)
    assert read.result("Ventes", 4, 3) == Decimal(30)
    assert read.result("Ventes", 8, 1) == Decimal(30)


def test_a_stored_result_that_no_longer_holds_is_seen_once() -> None:
    from dataclasses import replace

    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    for row in ([2, "=A1*10"], [3, "=A2*10"], [None, "=SUM(B1:B2)"], [None, "=B3*2"]):
        page.append(row)
    out = io.BytesIO()
    book.save(out)
    read = parse_bytes(out.getvalue(), "v.xlsx")
    [sheet] = read.sheets
    stored = {(1, 2): 20, (2, 2): 25, (3, 2): 45, (4, 2): 90}
    cells = {
        place: replace(cell, value=Decimal(stored[place])) if place in stored else cell
        for place, cell in sheet.cells.items()
    }
    wrong = list(stale(replace(read, sheets=(replace(sheet, cells=cells),))))
    assert [(cell.row, value) for cell, value in wrong] == [(2, Decimal(30))]
    cells[2, 2] = replace(cells[2, 2], value=Decimal(30))
    cells[3, 2] = replace(cells[3, 2], value=Decimal(50))
    cells[4, 2] = replace(cells[4, 2], value=Decimal(100))
    assert not list(stale(replace(read, sheets=(replace(sheet, cells=cells),))))


def test_a_workbook_has_one_budget_for_all_its_formulas() -> None:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    for row in range(1, 501):
        page.append([f"A{row % 9}", row, f"=SUMIF($A$1:$A$500,A{row},$B$1:$B$500)"])
    out = io.BytesIO()
    book.save(out)
    read = Book(parse_bytes(out.getvalue(), "v.xlsx"))
    assert read.result("Sheet", 1, 3) == Decimal(sum(range(1, 501, 9)))
    computed = 0
    for row in range(2, 501):
        try:
            read.result("Sheet", row, 3)
        except NotComputedError:
            break
        computed += 1
    assert 200 < computed < 300  # the rest stays as the file tells it
