"""One error does not hide the next, and places are those of the text as it was written."""

from __future__ import annotations

from ascom_coach.language import EmbeddedEngine, proofread
from ascom_coach.language.cascade import hidden, repair
from ascom_coach.language.remarks import Remark
from ascom_coach.language.rules import rules


def remark(text: str, word: str, fix: str, counted: bool = True) -> Remark:
    start = text.index(word)
    return Remark(start, start + len(word), "orthographe", "x", word, "m", (fix,), ("integre",), counted)


def test_spans_come_back_from_the_repaired_text() -> None:
    text = "La facturre est arivée hier."
    fixed = repair(text, [remark(text, "facturre", "facture"), remark(text, "arivée", "arrivée")])
    assert fixed.text == "La facture est arrivée hier."
    assert [text[slice(*span)] for word in ("La", "est", "hier") if (span := _span(fixed.text, word, fixed))] == [
        "La", "est", "hier",
    ]  # fmt: skip
    assert fixed.back(3, 10) is None
    assert fixed.back(0, 14) is None


def _span(text: str, word: str, fixed: object) -> tuple[int, int] | None:
    start = text.index(word)
    return fixed.back(start, start + len(word))  # type: ignore[attr-defined]


def test_hints_and_overlaps_are_not_made() -> None:
    text = "Mme Sarr arrive."
    assert repair(text, [remark(text, "Sarr", "Sars", counted=False)]).edits == ()
    assert repair(text, [remark(text, "Sarr arrive", "A"), remark(text, "arrive", "B")]).text == "Mme A."


def test_a_misspelled_subject_does_not_hide_its_verb() -> None:
    text = "Bonjour,\nLes dosiers sera envoyé lundi."
    found = {one.quote for one in proofread(text, [EmbeddedEngine()]).remarks if one.counted}
    assert "dosiers" in found
    assert found & {"sera", "envoyé"}


def test_nothing_is_read_again_without_a_fix() -> None:
    seen: list[str] = []

    def read(text: str) -> list[Remark]:
        seen.append(text)
        return []

    assert hidden("Le dossier est prêt.\n\nMerci.", [], read) == []
    assert seen == []
    text = "Le dossier est prêt.\nLe clien arrive."
    hidden(text, [remark(text, "clien", "client")], read)
    assert seen == ["Le client arrive."]
    assert len(rules()) > 100


def test_a_slip_of_address_is_one_remark() -> None:
    text = "Bonjour Monsieur Benali,\n\nMerci pour votre proposition.\nPeux-tu livrer avant 11 h 30 ?"
    assert [one.rule for one in proofread(text, [EmbeddedEngine()]).remarks] == ["style_tutoiement"]
