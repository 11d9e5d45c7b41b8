"""The real LanguageTool 6.8, when `ASCOM_TEST_JARS` names a folder with its files (`langue installer` fills one)."""

from __future__ import annotations

import contextlib
import os
import re
import signal
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

from ascom_coach.language import LABELS, EmbeddedEngine, proofread
from ascom_coach.language.lt_labels import CATEGORIES, is_counted, is_known, label_of
from ascom_coach.language.outside import OwnLanguageTool, OwnServer, inspect
from ascom_coach.language.outside.lt_keeper import ask

pytestmark = [pytest.mark.languagetool, pytest.mark.xdist_group("languagetool")]
FAULTY = "Votre commande à été expédiée hier. Les document que vous avez demandé sont prêts, nous vous les envoyons."
RIGHT = "Votre commande a été expédiée hier. Les documents que vous avez demandés sont prêts, nous vous les envoyons."


def _listed(place: Path) -> Iterator[tuple[str, str]]:
    """(rule, category) of the rule files inside the French jar."""
    found = inspect(place, thorough=False)
    assert found.folder is not None
    jar = next(name for name in found.class_path if name.startswith("language-fr"))
    with zipfile.ZipFile(found.folder / jar) as archive:
        for name in ("grammar.xml", "style.xml"):
            tree = ElementTree.fromstring(archive.read(f"org/languagetool/rules/fr/{name}"))
            for category in tree.iter("category"):
                for rule in category:
                    if rule.get("id"):
                        yield rule.get("id", ""), category.get("id", "")


def test_every_rule_of_the_files_has_one_of_our_labels(real_place: Path) -> None:
    rules = list(_listed(real_place))
    assert len(rules) > 2000
    assert [one for one in rules if not is_known(*one)] == []
    assert {label_of(*one) for one in rules} == set(LABELS)


def test_every_rule_that_the_server_runs_has_one_of_our_labels(real_server: OwnServer) -> None:
    told = ask(real_server.facts["port"], "/v2/configinfo?language=fr", seconds=30)
    rules = {(one["ruleId"], one["categoryId"]) for one in told["rules"]}
    assert len({rule for rule, _ in rules}) > 2100
    assert [one for one in sorted(rules) if not is_known(*one)] == []
    assert {category for _, category in rules} <= set(CATEGORIES)
    labels = {rule: label_of(rule, category) for rule, category in rules}
    assert labels["FR_SPELLING_RULE"] == "orthographe"
    assert (labels["A_ACCENT"], labels["CONFUSION_OU"]) == ("homophones", "homophones")
    assert (labels["D_N"], labels["AUX_AVOIR"]) == ("accord", "accord")
    assert (labels["JE_VERBE"], labels["SUBJ_LOCU"]) == ("conjugaison", "conjugaison")
    assert not any(is_counted(*one) for one in rules if label_of(*one) == "style")


def test_a_faulty_text_and_a_right_one(real_server: OwnServer) -> None:
    engine = OwnLanguageTool(real_server)
    found = {one.quote: one for one in engine.check(f"🙂 {FAULTY}")}
    assert "Les document" in found or "document" in found
    assert any("à" in quote for quote in found)
    assert engine.check(RIGHT) == []
    alone = proofread(FAULTY, [EmbeddedEngine()])
    both = proofread(FAULTY, [EmbeddedEngine(), engine])
    assert [one.available for one in both.engines] == [True, True]
    ours = lambda result: [one.rule for one in result.remarks if one.counted and "integre" in one.sources]  # noqa: E731
    assert ours(alone) == ours(both)
    assert {one.start for one in alone.remarks} <= {one.start for one in both.remarks}


@pytest.mark.parametrize("text", ["", "ok", "Oui.", "a", "…", "🙂", "Bonjour,\n\nMerci.\n", "x" * 39_000])
def test_texts_of_all_sizes_are_answered(real_server: OwnServer, text: str) -> None:
    OwnLanguageTool(real_server).check(text)


def test_too_long_a_text_is_said(real_server: OwnServer) -> None:
    result = proofread("mot " * 11_000, [OwnLanguageTool(real_server)])
    assert "trop long" in result.engines[0].reason


def test_proxies_are_not_followed(real_server: OwnServer, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    assert OwnLanguageTool(real_server).check(FAULTY)


@pytest.mark.skipif(not Path("/proc/net/tcp").exists(), reason="seul Linux montre ainsi ses connexions")
def test_it_speaks_to_this_machine_only(real_server: OwnServer) -> None:
    """Every socket of Java after checks: on 127.0.0.1 (as IPv4 or IPv4 in IPv6), none anywhere else."""
    pid = real_server.facts["pid"]
    own = set()
    for link in Path(f"/proc/{pid}/fd").iterdir():
        with contextlib.suppress(FileNotFoundError):  # closed meanwhile
            if found := re.match(r"socket:\[(\d+)\]", str(link.readlink())):
                own.add(found[1])
    rows = [
        line.split()
        for name in ("tcp", "tcp6", "udp", "udp6")
        for line in Path(f"/proc/{pid}/net/{name}").read_text().splitlines()[1:]
    ]
    ends = {end.rpartition(":")[0] for row in rows if row[9] in own for end in row[1:3]}
    nowhere = {"00000000", "0" * 32, "0000000000000000FFFF000000000000"}
    assert ends - nowhere
    assert ends - nowhere <= {"0100007F", "0000000000000000FFFF00000100007F"}
    listening = [row[1] for row in rows if row[9] in own and row[3] == "0A"]
    assert len(listening) == 1
    assert listening[0].endswith(f"0100007F:{real_server.facts['port']:04X}")


@pytest.mark.skipif(sys.platform == "win32", reason="un signal de ce système")
def test_killed_it_starts_again_once_for_every_window(real_place: Path, real_server: OwnServer) -> None:
    window = OwnServer(real_place)
    window.settle()
    first = window.facts
    assert first["pid"] == real_server.facts["pid"]
    os.kill(first["pid"], signal.SIGKILL)
    result = proofread(FAULTY, [EmbeddedEngine(), OwnLanguageTool(window, patience=0.01)])
    assert result.remarks
    for one in (window, real_server):
        with one._changed:
            one._changed.wait_for(lambda: one._facts["starts"] == 2 and one._facts["state"] == "ready", 120)  # noqa: B023
        assert one.facts["pid"] != first["pid"]
        assert OwnLanguageTool(one).check(FAULTY)
    window.close()
    assert real_server.facts["state"] == "ready"
