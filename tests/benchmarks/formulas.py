"""Formulas computed here beside LibreOffice, to the cent.

    python tests/benchmarks/formulas.py [--soffice PATH] [--show 20] [--freeze FILE]

Builds a workbook of office data (sales, stock, invoices, planning, staff) and several hundred formulas that learners
write on it, lets LibreOffice (French locale, no window) compute it, and compares. `--freeze` writes a sample with the
values LibreOffice gave, for the normal tests (`tests/formulas/frozen.json`).
"""

from __future__ import annotations

import argparse
import datetime as dt
import io
import json
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl

from ascom_coach.documents import Cell, parse_bytes
from ascom_coach.formulas import NotComputedError
from ascom_coach.review.workbooks.results import Book

DATA = "Données"
FIRST, LAST = 2, 41
# Where Excel and LibreOffice do not agree, the answer here is Excel's.
AS_EXCEL = {"SQRT(-1)": "#NUM!", "TRUE>100": True}
LOCALE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Setup/L10N">
<prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>fr-FR</value></prop></item>
</oor:items>"""
TOWNS = ("Brest", "Quimper", "Lorient", "Vannes", "Rennes")
ARTICLES = ("Lampe", "Lampadaire", "Applique", "Abat-jour", "Ampoule", "Câble", "Prise", "Spot")


def rows() -> Iterator[list[Any]]:
    """Ref, date, client, ville, article, quantité, prix HT, remise, TVA, échéance, payé le, note."""
    draw = random.Random(20270111)
    for number in range(1, LAST - FIRST + 2):
        day = dt.date(2026, 1, 5) + dt.timedelta(days=draw.randrange(0, 300))
        due = day + dt.timedelta(days=draw.choice((15, 30, 45)))
        paid = due + dt.timedelta(days=draw.randrange(-10, 20)) if draw.random() < 0.7 else None
        yield [
            f"F-{number:03}", day, f"Client {draw.choice('ABCDEFG')}{draw.randrange(1, 9)}", draw.choice(TOWNS),
            draw.choice(ARTICLES), draw.randrange(1, 60), Decimal(draw.randrange(85, 25_000)) / 100,
            draw.choice((None, Decimal("0.05"), Decimal("0.1"), Decimal("0.125"))),
            draw.choice((Decimal("0.2"), Decimal("0.055"), Decimal("0.1"))), due, paid,
            draw.choice(("à relancer", "OK", "", "litige en cours", None, "  espace ", "Fragile ?")),
        ]  # fmt: skip


def formulas() -> list[str]:
    """English formulas on the sheet of data, in the forms learners write."""
    found: list[str] = []
    sheet = f"{DATA}!"

    def col(letter: str) -> str:
        return f"{sheet}${letter}${FIRST}:${letter}${LAST}"

    ref, day, client, town, article = (col(letter) for letter in "ABCDE")
    count, price, discount, rate, _, paid, note = (col(letter) for letter in "FGHIJKL")
    for row in range(FIRST, FIRST + 40):
        q, p, h, t = (f"{sheet}{letter}{row}" for letter in "FGHI")
        found += [
            f"{q}*{p}",
            f"ROUND({q}*{p}*(1-{h}),2)",
            f"ROUND(ROUND({q}*{p}*(1-{h}),2)*(1+{t}),2)",
            f'IF({sheet}K{row}="","impayée",IF({sheet}K{row}>{sheet}J{row},"en retard","à l\'heure"))',
        ]
    for town_name in TOWNS:
        found += [
            f'SUMIF({town},"{town_name}",{count})', f'COUNTIF({town},"{town_name}")',
            f'AVERAGEIF({town},"{town_name}",{price})', f'COUNTIFS({town},"{town_name}",{count},">=20")',
            f'SUMIFS({count},{town},"{town_name}",{price},"<100")',
            f'SUMPRODUCT(({town}="{town_name}")*{count}*{price})',
            f'MAXIFS({price},{town},"{town_name}")', f'MINIFS({price},{town},"{town_name}")',
            f'IFERROR(AVERAGEIFS({price},{town},"{town_name}",{article},"Spot"),0)',
        ]  # fmt: skip
    for name in ARTICLES:
        found += [
            f'SUMIF({article},"{name[:3]}*",{count})', f'COUNTIF({article},"<>{name}")',
            f'VLOOKUP("{name}",{sheet}$E${FIRST}:$I${LAST},2,FALSE)', f'MATCH("{name}",{article},0)',
            f'INDEX({price},MATCH("{name}",{article},0))', f'IFERROR(VLOOKUP("{name}s",{sheet}E2:G41,3,0),"absent")',
        ]  # fmt: skip
    for limit in ("10", "25,5", "100", "0"):
        point = limit.replace(",", ".")
        found += [f'COUNTIF({price},">{limit}")', f'SUMIF({price},"<={limit}")', f'COUNTIF({count},"<>{limit}")',
                  f'SUMIF({count},">"&{point},{price})', f"COUNTIF({count},{point})"]  # fmt: skip
    for operation in ("SUM", "AVERAGE", "MIN", "MAX", "COUNT", "COUNTA", "MEDIAN", "STDEV", "STDEV.S",
    "STDEV.P", "VAR",
                      "VARP", "PRODUCT"):  # fmt: skip
        for area in (price, count, discount, f"{sheet}F2:H6", f"{sheet}F2,{sheet}G3,12"):
            if operation != "PRODUCT" or area not in (price, count, discount):
                found.append(f"{operation}({area})")
    found += [f"COUNTBLANK({area})" for area in (paid, note, discount)]
    found += [
        f"SUM({sheet}F:F)",
        f"SUM({sheet}$F:$G)",
        f"COUNTA({sheet}A:A)-1",
        f"SUM({sheet}2:2)",
        f"MAX({sheet}J:J)",
    ]
    for rank in (1, 2, 3, 10, 40):
        found += [f"LARGE({price},{rank})", f"SMALL({count},{rank})", f"RANK({sheet}F{rank + 1},{count})",
                  f"RANK({sheet}G{rank + 1},{price},1)", f"INDEX({sheet}$A$2:$G$41,{rank},3)",
                  f'INDEX({ref},{rank})&" / "&INDEX({client},{rank})']  # fmt: skip
    found += [f"PERCENTILE({price},0.9)", f"QUARTILE({price},1)", f"QUARTILE({price},3)", f"MODE({count})"]
    amounts = (
        "1.005",
        "2.675",
        "0.285",
        "1234.565",
        "-2.5",
        "-1.005",
        "99.995",
        "33.333333",
        "0.045",
        "1250",
        "7.5",
    )
    for value in amounts:
        found += [
            f"ROUND({value},2)", f"ROUND({value},1)", f"ROUND({value},0)", f"ROUND({value},-1)", f"ROUNDUP({value},1)",
            f"ROUNDDOWN({value},1)", f"INT({value})", f"TRUNC({value},1)", f"TRUNC({value})", f"ABS({value})",
            f"SIGN({value})", f"ROUND({value}*1.2,2)", f"ROUND({value}/1.055,2)",
        ]  # fmt: skip
    for value, step in (
        ("37", "5"),
        ("12.3", "0.5"),
        ("7.24", "0.05"),
        ("-7", "-2"),
        ("100", "12"),
        ("0.29", "0.01"),
    ):
        found += [f"CEILING({value},{step})", f"FLOOR({value},{step})", f"MROUND({value},{step})",
                      f"MOD({value},{step})",
                  f"QUOTIENT({value},{step})"]  # fmt: skip
    found += ["SQRT(2)", "POWER(1.02,12)", "1.02^12-1", "2^0.5", "-2^2", "EXP(1)", "LN(10)", "LOG10(250)",
                  "LOG(8,2)", "PI()",
              "EVEN(3)", "ODD(4)", "10%*250", "1/3*3=1", "0.1+0.2=0.3", "0.1+0.2-0.3", "(1+5%)*(1-2%)", "5/0",
              "SQRT(-1)",
              "MOD(-7,3)", "1E3+1", "17-3*2^2/4", "\"12\"+3", "TRUE+1", "IF(2>1,\"oui\")",
              "IF(1>2,\"oui\")"]  # fmt: skip
    for row in range(FIRST, FIRST + 10):
        d, e, k = f"{sheet}B{row}", f"{sheet}J{row}", f"{sheet}K{row}"
        found += [
            f"YEAR({d})", f"MONTH({d})", f"DAY({d})", f"WEEKDAY({d})", f"WEEKDAY({d},2)", f"ISOWEEKNUM({d})",
            f"WEEKNUM({d},21)", f"WEEKNUM({d},2)", f"{e}-{d}", f"DAYS({e},{d})", f"EDATE({d},3)", f"EOMONTH({d},0)",
            f"EOMONTH({d},-1)+1", f"DATE(YEAR({d}),MONTH({d})+1,10)", f"NETWORKDAYS({d},{e})", f"WORKDAY({d},10)",
            f'DATEDIF({d},{e},"d")', f'DATEDIF(DATE(1998,7,14),{d},"y")', f'TEXT({d},"jj/mm/aaaa")',
            f'TEXT({d},"mmmm aaaa")', f'IF(ISBLANK({k}),"",{k}-{e})', f"MAX(0,{k}-{e})", f"DAYS360({d},{e},TRUE)",
            f'CHOOSE(MONTH({d}),"T1","T1","T1","T2","T2","T2","T3","T3","T3","T4","T4","T4")',
            f'IFS({sheet}F{row}>=40,"A",{sheet}F{row}>=20,"B",TRUE,"C")',
            f'SWITCH({sheet}D{row},"Brest",29,"Vannes",56,"autre")',
        ]  # fmt: skip
    found += [
        f'COUNTIFS({day},">="&DATE(2026,3,1),{day},"<="&DATE(2026,3,31))', f'SUMIFS({count},{day},">=01/03/2026")',
        f"SUMPRODUCT((MONTH({day})=3)*{count})", f"SUMPRODUCT({count},{price})", f"MAX({day})-MIN({day})",
        "TIME(8,30,0)", "TIME(12,15,0)-TIME(8,30,0)", "(TIME(17,0,0)-TIME(9,0,0))*24", "HOUR(0.75)", "MINUTE(0.52)",
        "SECOND(TIME(1,2,3))", 'DATEVALUE("11/05/2026")', 'TIMEVALUE("08:30")', "DATE(2024,2,29)-DATE(2023,2,28)",
        "DATE(2026,14,1)", "DATE(2026,3,0)", "NETWORKDAYS(DATE(2026,5,1),DATE(2026,5,31),DATE(2026,5,8))",
    ]  # fmt: skip
    for row in range(FIRST, FIRST + 7):
        a, c, e, n = (f"{sheet}{letter}{row}" for letter in "ACEL")
        found += [
            f"LEFT({a},1)", f"RIGHT({a},3)", f"MID({c},3,3)", f"LEN({e})", f"UPPER({e})", f"LOWER({c})",
            f"PROPER({c})",
            f"VALUE(RIGHT({a},3))", f"TRIM({n})", f"LEN(TRIM({n}))", f'SUBSTITUTE({a},"-","/")', f'FIND("-",{a})',
            f'IFERROR(SEARCH("LAM",{e}),0)', f'CONCATENATE({a}," ",{e})', f'{a}&" : "&{sheet}F{row}',
            f'TEXT({sheet}G{row},"0.00")', f'TEXT({sheet}F{row},"000")', f"REPLACE({a},1,2,\"AV\")",
            f"EXACT({e},UPPER({e}))",
            f'TEXTJOIN(", ",TRUE,{a},{n},{e})', f"ISTEXT({a})", f"ISNUMBER({sheet}G{row})", f"REPT(\"*\",{row})",
            f'TEXT({sheet}I{row},"0.0%")', f"{sheet}G{row}&\"\"",
        ]  # fmt: skip
    found += [
        "SUBTOTAL(9,F2:F41)".replace("F2:F41", count), f"SUBTOTAL(1,{price})", f"SUBTOTAL(3,{ref})",
        "IFERROR(1/0,\"-\")", "IFNA(NA(),0)", "ISERROR(1/0)", "ISNA(1/0)", "ISERR(NA())", "AND(1<2,2<3)",
        "OR(1>2,2>3)",
        "NOT(1>2)", "XOR(1<2,2<3)", f"AND({count}>0)".replace(f"{count}>0", "TRUE,1"), f"ROWS({price})",
        f"COLUMNS({sheet}A1:G1)", f"ROW({sheet}B7)", f"COLUMN({sheet}D1)", f"HLOOKUP(\"Ville\",{sheet}A1:L41,3,FALSE)",
        "VLOOKUP(12500,{0,0;10000,0.11;25000,0.3},2)", "VLOOKUP(12500,{0,0;10000,0.11;25000,0.3},2,TRUE)",
        "LOOKUP(55,{0,50,70},{\"C\",\"B\",\"A\"})", "MATCH(15,{5,10,20},1)", f'VLOOKUP("zzz",{sheet}A2:C41,2,FALSE)',
        f'MATCH("Amp*",{article},0)', "SUM({1,2;3,4})", f"SUMPRODUCT({count}*({price}>50)*(1-{rate}))",
        f'SUMPRODUCT(--({town}="Brest"),{count})', f"SUM({count})/COUNT({count})-AVERAGE({count})",
        "PMT(0.03/12,60,-15000)", "PMT(0.045/12,240,-180000)", "FV(0.02,10,-100)", "PV(0.03/12,60,-250)",
        "FV(0.01,12,-50,-1000,1)",
        "NPER(0.01,-150,5000)", "IPMT(0.03/12,1,60,-15000)", "PPMT(0.03/12,5,60,-15000)",
        "NPV(0.08,-1000,400,400,400)",
        "PMT(0,12,-1200)", 'CHAR(65)&CODE("a")', 'FIXED(1234.567,2)', 'N("x")+T("y")&""',
        'SUBSTITUTE("a-b-c","-","/",2)',
        'SEARCH("b","abcb",3)', 'FIND("é","René")', 'MID("abcdef",4,10)', "ISEVEN(4)", "ISODD(4)", 'LEN("")',
        "1=1", '"a"<"B"',
        '"é"="É"', '"10">9', "TRUE>100", f'COUNTIF({note},"")', f'COUNTIF({note},"*e*")', f'COUNTIF({note},"<>")',
        f'COUNTIF({note},"Fragile ~?")', f'COUNTIF({client},"Client A?")', f'SUMIF({ref},"F-01*",{count})',
    ]  # fmt: skip
    return list(dict.fromkeys(found))


def build() -> tuple[bytes, list[str]]:
    """The workbook (nothing computed) and its formulas, one a row of the second sheet."""
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
            "Note",
        ]
    )
    for row in rows():
        page.append(row)
    sheet = book.create_sheet("Calculs")
    listed = formulas()
    modern = ("IFS(", "SWITCH(", "TEXTJOIN(", "MAXIFS(", "MINIFS(", "XOR(", "ISOWEEKNUM(", "DAYS(", "IFNA(",
    "STDEV.S(",
              "STDEV.P(")  # fmt: skip
    for rank, formula in enumerate(listed, 1):
        stored = formula
        for name in modern:
            if formula.startswith(name) or f"({name}" in formula:
                stored = (
                    stored.replace(name, f"_xlfn.{name}") if name not in ("IFS(",) else f"_xlfn.{formula}"
                )
        sheet.cell(rank, 1, f"={stored}")
    out = io.BytesIO()
    book.save(out)
    return out.getvalue(), listed


def computed_by_office(data: bytes, office: str) -> dict[int, Cell]:
    """What LibreOffice gives, by row."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        (place / "profil" / "user").mkdir(parents=True)
        (place / "profil" / "user" / "registrymodifications.xcu").write_text(LOCALE, encoding="utf-8")
        (place / "formules.xlsx").write_bytes(data)
        subprocess.run(
            [office, f"-env:UserInstallation={(place / 'profil').as_uri()}", "--headless", "--convert-to",
             "xlsx:Calc MS Excel 2007 XML", "--outdir", str(place / "out"), str(place / "formules.xlsx")],
            check=True, capture_output=True, timeout=180,
        )  # fmt: skip
        read = parse_bytes((place / "out" / "formules.xlsx").read_bytes(), "formules.xlsx")
    return {row: cell for (row, column), cell in read.sheets[1].cells.items() if column == 1}


def shown(value: Any) -> Any:
    """A value as compared: numbers to the cent or 9 digits, days and hours as numbers, texts without odd spaces."""
    if isinstance(value, dt.datetime):
        return round((value - dt.datetime(1899, 12, 30)).total_seconds() / 86_400, 6)
    if isinstance(value, dt.date):
        return float((value - dt.date(1899, 12, 30)).days)
    if isinstance(value, dt.time):
        return round((value.hour * 3600 + value.minute * 60 + value.second) / 86_400, 6)
    if isinstance(value, bool):
        return value
    if isinstance(value, Decimal):
        number = float(value)
        return round(number, 6) if abs(number) < 1e6 else round(number, 2)
    return str(value or "").replace("\u202f", " ").replace("\u00a0", " ")


def main() -> int:
    """Print the agreement."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--soffice", default=shutil.which("soffice") or "")
    options.add_argument("--show", type=int, default=20)
    options.add_argument("--freeze", type=Path)
    chosen = options.parse_args()
    if not chosen.soffice:
        print("LibreOffice is not here: nothing to compare with.", file=sys.stderr)
        return 1
    data, listed = build()
    theirs = computed_by_office(data, chosen.soffice)
    document = parse_bytes(data, "formules.xlsx")
    book, sheet = Book(document), document.sheets[1]
    same, wrong, not_here = [], [], []
    for rank, formula in enumerate(listed, 1):
        there = theirs.get(rank)
        other = there.error or there.value if there is not None else None
        try:
            mine: Any = book.result(sheet.name, rank, 1)
        except NotComputedError:
            not_here.append(formula)
            continue
        mine = getattr(mine, "code", mine)
        other = AS_EXCEL.get(formula, other)
        (same if shown(mine) == shown(other) else wrong).append((formula, mine, other))
    for formula, mine, other in wrong[: chosen.show]:
        print(f"  differs: {formula}  here {mine!r}  LibreOffice {other!r}")
    for formula in not_here[: chosen.show]:
        print(f"  not computed: {formula}")
    print(
        f"{len(listed)} formulas: {len(same)} agree, {len(wrong)} differ, {len(not_here)} not computed here"
    )
    if chosen.freeze:
        kept = [{"formula": one, "value": shown(value)} for one, _, value in same]
        chosen.freeze.write_text(json.dumps(kept[::4], ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    return 0 if not wrong else 1


if __name__ == "__main__":
    raise SystemExit(main())
