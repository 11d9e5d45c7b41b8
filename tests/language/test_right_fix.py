"""When the benchmark of French errors says that a fix is right: word for word, or by the sentence that it leaves."""

from __future__ import annotations

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

from ascom_coach.language import Remark

_FILE = Path(__file__).parents[1] / "benchmarks" / "french_errors.py"
_SPEC = spec_from_file_location("french_errors", _FILE)
assert _SPEC
assert _SPEC.loader
judge = module_from_spec(_SPEC)
_SPEC.loader.exec_module(judge)


def remark(text: str, quote: str, *fixes: str) -> Remark:
    start = text.index(quote)
    return Remark(start, start + len(quote), "accord", "x", quote, "m", fixes, ("integre",))


def row(text: str, quote: str, *fixes: str) -> dict[str, object]:
    start = text.index(quote)
    return {"text": text, "span": [start, start + len(quote)], "corr": list(fixes)}


TEXT = "Les lettre a été posté."


@pytest.mark.parametrize(
    ("asked", "given", "verdict"),
    [
        (("lettre", "lettres"), [("lettre", "lettres")], (True, True)),
        (("lettre", "lettres"), [("Les lettre", "Les lettres")], (False, True)),
        (("lettre", "lettres"), [("Les lettre", "La lettre")], (False, False)),
        (("a été posté", "ont été postées"), [("a", "ont"), ("posté", "postées")], (False, True)),
        (("a été posté", "ont été postées"), [("a", "ont"), ("posté", "postés")], (False, False)),
        (("a été posté", "ont été postées"), [("a", "ont")], (False, False)),
    ],
)
def test_the_sentence_left_decides(
    asked: tuple[str, str], given: list[tuple[str, str]], verdict: object
) -> None:
    hits = [remark(TEXT, *one) for one in given]
    assert judge.rightly_fixed(row(TEXT, *asked), hits) == verdict


def test_only_the_first_three_count() -> None:
    assert judge.rightly_fixed(
        row(TEXT, "posté", "postées"), [remark(TEXT, "posté", "a", "b", "c", "postées")]
    ) == (
        False,
        False,
    )


def test_a_no_break_space_is_a_space_unless_it_is_the_fault() -> None:
    text = "Un rabais de 5%."
    assert judge.rightly_fixed(row(text, "5%", "5 %"), [remark(text, "%", "\u00a0%")]) == (False, True)
    text = "Un rabais de 5 %."
    assert judge.rightly_fixed(row(text, "5 %", "5\u00a0%"), [remark(text, "5 %", "5 %")]) == (False, False)
