"""Loans and savings: VPM, VC, VA, NPM, INTPER, PRINCPER, VAN."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from ascom_coach.formulas.values import Argument, FaultError, NotComputedError, number, numbers

Function = Callable[[Sequence[Argument]], Argument]
_ONE = Decimal(1)


def _given(arguments: Sequence[Argument], *places: int) -> list[Decimal]:
    return [number(arguments[at]) if len(arguments) > at else Decimal(0) for at in places]


def _growth(rate: Decimal, periods: Decimal) -> Decimal:
    if rate <= -1 or abs(periods) > 2_000:
        raise NotComputedError("rate")
    return (_ONE + rate) ** periods


def _payment(rate: Decimal, periods: Decimal, present: Decimal, future: Decimal, start: Decimal) -> Decimal:
    if not periods:
        raise FaultError("#NUM!")
    if not rate:
        return -(present + future) / periods
    growth = _growth(rate, periods)
    return -(present * growth + future) * rate / ((_ONE + rate * bool(start)) * (growth - 1))


def _after(rate: Decimal, periods: Decimal, payment: Decimal, present: Decimal, start: Decimal) -> Decimal:
    """What is left (or saved) after so many periods."""
    if not rate:
        return -(present + payment * periods)
    growth = _growth(rate, periods)
    return -(present * growth + payment * (_ONE + rate * bool(start)) * (growth - 1) / rate)


def _pmt(arguments: Sequence[Argument]) -> Argument:
    rate, periods, present, future, start = _given(arguments, 0, 1, 2, 3, 4)
    return _payment(rate, periods, present, future, start)


def _fv(arguments: Sequence[Argument]) -> Argument:
    rate, periods, payment, present, start = _given(arguments, 0, 1, 2, 3, 4)
    return _after(rate, periods, payment, present, start)


def _pv(arguments: Sequence[Argument]) -> Argument:
    rate, periods, payment, future, start = _given(arguments, 0, 1, 2, 3, 4)
    if not rate:
        return -(future + payment * periods)
    growth = _growth(rate, periods)
    return -(future + payment * (_ONE + rate * bool(start)) * (growth - 1) / rate) / growth


def _nper(arguments: Sequence[Argument]) -> Argument:
    rate, payment, present, future, start = _given(arguments, 0, 1, 2, 3, 4)
    if not rate:
        if not payment:
            raise FaultError("#NUM!")
        return -(present + future) / payment
    due = payment * (_ONE + rate * bool(start)) / rate
    ratio = (due - future) / (present + due) if present + due else Decimal(0)
    if ratio <= 0 or rate <= -1:
        raise FaultError("#NUM!")
    return ratio.ln() / (_ONE + rate).ln()


def _interest(arguments: Sequence[Argument]) -> Decimal:
    rate, rank, periods, present, future, start = _given(arguments, 0, 1, 2, 3, 4, 5)
    if not 1 <= rank <= periods:
        raise FaultError("#NUM!")
    if start:
        raise NotComputedError("IPMT")
    payment = _payment(rate, periods, present, future, start)
    return _after(rate, rank - 1, payment, present, start) * rate


def _principal(arguments: Sequence[Argument]) -> Argument:
    rate, periods, present, future, start = _given(arguments, 0, 2, 3, 4, 5)
    return _payment(rate, periods, present, future, start) - _interest(arguments)


def _npv(arguments: Sequence[Argument]) -> Argument:
    rate = number(arguments[0])
    flows = numbers(arguments[1:])
    return sum((flow / _growth(rate, Decimal(rank)) for rank, flow in enumerate(flows, 1)), Decimal(0))


FUNCTIONS: dict[str, Function] = {
    "PMT": _pmt, "FV": _fv, "PV": _pv, "NPER": _nper, "IPMT": _interest, "PPMT": _principal, "NPV": _npv,
}  # fmt: skip
