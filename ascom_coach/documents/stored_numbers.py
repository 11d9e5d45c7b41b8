"""Numbers as a workbook keeps them."""

from __future__ import annotations

from decimal import Decimal


def number(text: str) -> Decimal | None:
    """The number as stored, None if it is none.

    Beyond 15 significant digits, which is what Excel keeps and shows, it is rounded there: the file then holds the
    binary neighbour of what was typed (`0.28000000000000003` for 0.28).
    """
    try:
        value = Decimal(text.strip())
    except ArithmeticError:
        return None
    if not value.is_finite() or (value and abs(value.adjusted()) > 308):
        return None
    digits = len(value.as_tuple().digits)
    if digits <= 15:
        return value
    if value == value.to_integral_value() and digits <= 20:
        return value
    return value.quantize(Decimal(1).scaleb(value.adjusted() - 14)).normalize() + Decimal(0)
