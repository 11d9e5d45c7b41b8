"""Grammalecte as a process of its own: its remarks under our labels, nothing when it is absent or broken."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from ascom_coach.language import LABELS, EmbeddedEngine, EngineUnavailableError, proofread
from ascom_coach.language.outside import Grammalecte, GrammalecteEngine, find_grammalecte
from ascom_coach.language.outside.grammalecte import DROPPED, TYPES

PACKAGE = """
import re
class GrammarChecker:
    def __init__(self, language):
        assert language == "fr"
    def getParagraphErrors(self, text, dOptions=None, bContext=False, bSpellSugg=False, bDebug=False):
        if "PANNE" in text:
            raise RuntimeError("panne")
        def found(word, kind):
            return [{"nStart": m.start(), "nEnd": m.end(), "sType": kind, "sRuleId": kind + "_1", "sMessage": kind,
                     "aSuggestions": ["x"]} for m in re.finditer(word, text)]
        words = [{"nStart": m.start(), "nEnd": m.end(), "sType": "WORD", "aSuggestions": ["message"]}
                 for m in re.finditer("mesage|Kerzolo|4002dn", text)]
        grammar = found("document ", "gn") + found("'", "apos") + found("à ete", "conf") + found("nouveau", "inconnu")
        return grammar, words
"""


@pytest.fixture
def found(tmp_path: Path) -> Grammalecte:
    folder = tmp_path / "langue" / "grammalecte" / "grammalecte"
    folder.mkdir(parents=True)
    (folder / "__init__.py").write_text(PACKAGE, encoding="utf-8")
    one = find_grammalecte("", tmp_path / "langue")
    assert one is not None
    return one


def test_remarks_keep_their_place_after_an_emoji_and_a_line_break(found: Grammalecte) -> None:
    text = "🙂 Les document sont là.\r\nL'objet à ete lu 𝒳 : mesage de Mme Kerzolo, 4002dn.\n\nEt les document nouveau."
    remarks = GrammalecteEngine(found).check(text)
    assert [(text[one.start : one.end], one.quote, one.label, one.counted) for one in remarks] == [
        ("document ", "document ", "accord", True),
        ("à ete", "à ete", "homophones", True),
        ("mesage", "mesage", "orthographe", True),
        ("document ", "document ", "accord", True),
        ("nouveau", "nouveau", "style", False),
    ]
    assert remarks[2].suggestions == ("message",)
    assert all(one.sources == ("grammalecte",) for one in remarks)


def test_a_failure_is_one_sentence_and_the_check_goes_on(found: Grammalecte) -> None:
    engine = GrammalecteEngine(found)
    result = proofread("PANNE. Votre commande à été expédiée.", [EmbeddedEngine(), engine])
    assert [(one.id, one.available) for one in result.engines] == [("integre", True), ("grammalecte", False)]
    assert result.engines[1].reason == "Grammalecte ne répond pas : le correcteur intégré prend le relais."
    assert [one.rule for one in result.remarks] == ["homophone_a_ete"]
    with pytest.raises(EngineUnavailableError):
        engine.check("Les document sont prêts.")
    for broken in (
        Grammalecte(sys.executable, str(Path(found.folder) / "absent")),
        Grammalecte("/absent/python3"),
    ):
        with pytest.raises(EngineUnavailableError, match="prend le relais"):
            GrammalecteEngine(broken).check("Bonjour.")


def test_it_is_never_imported_here(found: Grammalecte) -> None:
    GrammalecteEngine(found).check("Les document sont prêts.")
    assert "grammalecte" not in sys.modules


def test_where_it_is_looked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr("ascom_coach.language.outside.grammalecte._SYSTEM_EXTENSION", str(tmp_path / "rien"))
    assert find_grammalecte("", tmp_path) is None
    (tmp_path / "outil" / "grammalecte").mkdir(parents=True)
    (tmp_path / "outil" / "grammalecte" / "__init__.py").touch()
    script = tmp_path / "outil" / "grammalecte-cli.py"
    script.touch()
    expected = Grammalecte(sys.executable, str(tmp_path / "outil"))
    assert find_grammalecte(str(tmp_path / "outil"), tmp_path) == expected
    assert find_grammalecte(str(script), tmp_path) == expected
    program = tmp_path / "grammalecte-cli"
    program.write_text("#!/usr/bin/python3\n")
    program.chmod(0o755)
    assert find_grammalecte("", tmp_path) == Grammalecte("/usr/bin/python3")
    program.write_text("#!/bin/sh\n")
    assert find_grammalecte("", tmp_path) is None


def test_every_type_has_one_of_our_labels() -> None:
    assert all(label in LABELS for label, _ in TYPES.values())
    assert not DROPPED & set(TYPES)


def test_the_real_one_when_it_is_here() -> None:
    real = find_grammalecte("", Path("absent"))
    if real is None:
        pytest.skip("Grammalecte n’est pas installé ici (paquet Debian grammalecte-cli)")
    text = "🙂 Votre commande à été expédiée. Les document sont prêts. Merci de votre mesage."
    remarks = {one.quote: one for one in GrammalecteEngine(real).check(text)}
    assert remarks["à"].label == "homophones"
    assert remarks["document"].label == "accord"
    assert "documents" in remarks["document"].suggestions
    assert "message" in remarks["mesage"].suggestions
    assert GrammalecteEngine(real).check("Votre commande a été expédiée ; les documents sont prêts.") == []
