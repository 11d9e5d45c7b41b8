"""Spreadsheet formulas computed without any spreadsheet, to the cent.

`Calculator(lookup).value(to_english("=SOMME(C2:C9)*0,2"))` computes one formula; `Evaluator(source)` does it over a
whole workbook (names, tables, whole columns), errors included. `functions.known()` lists what is computed; beyond,
`NotComputedError` says so. `parse` and `walk` read what a formula is made of.
"""

from __future__ import annotations

from ascom_coach.formulas.computing import VOLATILE, Calculator, Cells, Evaluator, Lookup, Source
from ascom_coach.formulas.moving import as_written_at, moved
from ascom_coach.formulas.names import to_english
from ascom_coach.formulas.parsing import (
    Call,
    Constant,
    Name,
    Node,
    Operation,
    Reference,
    TableReference,
    parse,
    walk,
)
from ascom_coach.formulas.values import (
    Area,
    Fault,
    FaultError,
    NotComputedError,
    Scalar,
    Value,
    as_text,
    column_letters,
    column_number,
    decimal_text,
    number,
    number_in,
    serial,
)

__all__ = [
    "VOLATILE",
    "Area",
    "Calculator",
    "Call",
    "Cells",
    "Constant",
    "Evaluator",
    "Fault",
    "FaultError",
    "Lookup",
    "Name",
    "Node",
    "NotComputedError",
    "Operation",
    "Reference",
    "Scalar",
    "Source",
    "TableReference",
    "Value",
    "as_text",
    "as_written_at",
    "column_letters",
    "column_number",
    "decimal_text",
    "moved",
    "number",
    "number_in",
    "parse",
    "serial",
    "to_english",
    "walk",
]  # fmt: skip
