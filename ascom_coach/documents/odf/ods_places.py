"""The cell of a LibreOffice workbook that has an address, taken out of the rows and cells it is repeated with."""

from __future__ import annotations

import copy
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ascom_coach.documents.cell_refs import MAX_COLUMN, MAX_ROW, column_number
from ascom_coach.documents.odf.odt_places import table_rows
from ascom_coach.documents.odf.shared import TABLE, repeat

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_ROWS, _COLUMNS = TABLE + "number-rows-repeated", TABLE + "number-columns-repeated"
_CELLS = (TABLE + "table-cell", TABLE + "covered-table-cell")


def cell_at(body: Element, ref: str) -> tuple[Element, bool]:
    """The cell at `Feuille!B7`, and whether it is that one: anything else gives the first cell of the sheet."""
    from lxml import etree

    sheet, _, address = ref.rpartition("!")
    tables = [table for table in body.iterfind(TABLE + "table") if table.find(TABLE + "table-source") is None]
    named = next((table for table in tables if table.get(TABLE + "name") == sheet), None)
    table = named if named is not None else tables[0] if tables else etree.SubElement(body, TABLE + "table")
    match = re.fullmatch(r"([A-Z]{1,3})([1-9]\d{0,6})", address.split(":")[0].replace("$", ""))
    exact = named is not None and match is not None
    column, row = (column_number(match.group(1)), int(match.group(2))) if exact and match else (1, 1)
    if row > MAX_ROW or column > MAX_COLUMN:
        column, row, exact = 1, 1, False
    line = _taken_out(table, table_rows(table), row, TABLE + "table-row", _ROWS)
    cells = [item for item in line if item.tag in _CELLS]
    return _taken_out(line, cells, column, TABLE + "table-cell", _COLUMNS), exact


def _taken_out(holder: Element, items: Sequence[Element], number: int, tag: str, count: str) -> Element:
    """The item that stands at `number`, alone: a repeated one is cut into what is before, itself, what is after."""
    from lxml import etree

    reached = 0
    for item in items:
        times = repeat(item.get(count), MAX_ROW)
        if reached + times >= number:
            before, after = number - reached - 1, reached + times - number
            if before:
                twin = copy.deepcopy(item)
                twin.tail = None
                _set_times(twin, count, before)
                item.addprevious(twin)
            if after:
                twin = copy.deepcopy(item)
                _set_times(twin, count, after)
                tail, item.tail = item.tail, None
                item.addnext(twin)
                twin.tail = tail
            _set_times(item, count, 1)
            return item
        reached += times
    if number - reached > 1:
        filler = etree.SubElement(holder, tag)
        _set_times(filler, count, number - reached - 1)
        if tag == TABLE + "table-row":
            etree.SubElement(filler, TABLE + "table-cell")
    return etree.SubElement(holder, tag)


def _set_times(item: Element, count: str, times: int) -> None:
    if times > 1:
        item.set(count, str(times))
    elif count in item.attrib:
        del item.attrib[count]
