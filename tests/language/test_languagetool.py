# ruff: noqa: E501 -- a sentence stays on one line
"""The LanguageTool client against a local server that answers well, badly, slowly or not at all."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

import pytest

from ascom_coach.language import EmbeddedEngine, EngineUnavailableError, LanguageToolEngine, proofread


def match(
    offset: int, length: int, rule: str = "A_ACCENT", category: str = "CAT_HOMONYMES_PARONYMES"
) -> dict:
    return {
        "message": "Confusion probable.", "shortMessage": "", "replacements": [{"value": "à"}], "offset": offset, "length": length,
        "context": {"text": "…", "offset": 0, "length": length}, "sentence": "…", "type": {"typeName": "Other"},
        "rule": {"id": rule, "description": "", "issueType": "uncategorized", "category": {"id": category, "name": ""}},
        "ignoreForIncompleteSentence": False, "contextForSureMatch": 0,
    }  # fmt: skip


class Handler(BaseHTTPRequestHandler):
    mode = "ok"
    matches: ClassVar[list[dict]] = []
    release = threading.Event()
    asked: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        self._send(200, json.dumps([{"name": "French", "code": "fr", "longCode": "fr"}]))

    def do_POST(self) -> None:
        length = int(self.headers.get("Content-Length", 0))
        type(self).asked.append(self.rfile.read(length).decode())
        if self.mode == "slow":
            self.release.wait(5)
        if self.mode == "html":
            self._send(200, "<html><body>proxy</body></html>", "text/html")
        elif self.mode == "no_matches":
            self._send(200, json.dumps({"software": {}}))
        elif self.mode.isdigit():
            self._send(int(self.mode), "Error: too much")
        else:
            self._send(200, json.dumps({"matches": self.matches}))

    def _send(self, status: int, body: str, kind: str = "application/json") -> None:
        data = body.encode()
        try:
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)
        except OSError:
            return

    def log_message(self, *args: object) -> None:
        return


@pytest.fixture
def server() -> Iterator[tuple[str, type[Handler]]]:
    handler = type(
        "OneHandler", (Handler,), {"release": threading.Event(), "asked": [], "mode": "ok", "matches": []}
    )
    httpd = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=httpd.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{httpd.server_address[1]}", handler
    handler.release.set()
    httpd.shutdown()
    httpd.server_close()


def test_spans_after_an_emoji(server: tuple[str, type[Handler]]) -> None:
    url, handler = server
    text = "🙂👍 Il va a la gare 🙂 et 𝒳ab reste"
    utf16 = lambda part: len(text[: text.index(part)].encode("utf-16-le")) // 2  # noqa: E731
    handler.matches = [
        match(utf16("a la"), 1),
        match(utf16("𝒳ab"), 4, "X", "AGREEMENT"),
        match(utf16("reste"), 5),
    ]
    found = LanguageToolEngine(url).check(text)
    assert [one.quote for one in found] == ["a", "𝒳ab", "reste"]
    assert [one.label for one in found] == ["homophones", "accord", "homophones"]
    assert found[0].suggestions == ("à",)


def test_proxies_are_not_followed(server: tuple[str, type[Handler]], monkeypatch: pytest.MonkeyPatch) -> None:
    url, handler = server
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    assert LanguageToolEngine(url).check("Bonjour.") == []
    assert len(handler.asked) == 1


@pytest.mark.parametrize("mode", ["413", "500", "503", "html", "no_matches"])
def test_bad_answers_become_one_sentence(server: tuple[str, type[Handler]], mode: str) -> None:
    url, handler = server
    handler.mode = mode
    text = "Votre commande à été expédiée."
    result = proofread(text, [EmbeddedEngine(), LanguageToolEngine(url)])
    states = {one.id: one for one in result.engines}
    assert states["integre"].available
    assert not states["languagetool"].available
    assert states["languagetool"].reason.endswith("prend le relais.")
    assert [one.rule for one in result.remarks] == ["homophone_a_ete"]


def test_a_slow_server_is_given_up(server: tuple[str, type[Handler]]) -> None:
    url, handler = server
    handler.mode = "slow"
    with pytest.raises(EngineUnavailableError):
        LanguageToolEngine(url, timeout=0.15).check("Bonjour.")


def test_a_refused_connection() -> None:
    engine = LanguageToolEngine("http://127.0.0.1:1")
    for _ in range(3):
        with pytest.raises(EngineUnavailableError, match="prend le relais"):
            engine.check("Bonjour.")


def test_another_machine_is_refused_unless_allowed() -> None:
    with pytest.raises(EngineUnavailableError, match="refusée"):
        LanguageToolEngine("http://192.0.2.7:8081").check("Bonjour.")
    assert LanguageToolEngine("http://192.0.2.7:8081", allow_remote=True)._allowed


def test_the_same_place_becomes_one_remark(server: tuple[str, type[Handler]]) -> None:
    url, handler = server
    text = "Votre commande à été expédiée."
    handler.matches = [match(15, 1), match(0, 5, "FR_SPELLING_RULE", "TYPOS")]
    result = proofread(text, [EmbeddedEngine(), LanguageToolEngine(url)])
    assert [(one.quote, one.sources) for one in result.remarks] == [("à", ("integre", "languagetool"))]


def test_names_and_noise_are_dropped(server: tuple[str, type[Handler]]) -> None:
    url, handler = server
    text = "Mme Kerzolo - merci de venir."
    handler.matches = [
        match(4, 7, "FR_SPELLING_RULE", "TYPOS"),
        match(12, 1, "TIRET", "TYPOGRAPHY"),
        match(14, 8, "REMERCIER_POUR", "STYLE"),
    ]
    assert LanguageToolEngine(url).check(text) == []


def test_a_wide_remark_of_another_engine_never_joins_two_of_ours(server: tuple[str, type[Handler]]) -> None:
    url, handler = server
    text = "Votre commande à été expédiée et les document sont prêts."
    handler.matches = [match(0, len(text)), match(30, 20)]
    alone = proofread(text, [EmbeddedEngine()])
    both = proofread(text, [EmbeddedEngine(), LanguageToolEngine(url)])
    assert len(alone.remarks) == 2
    assert [(one.rule, one.start, one.end, one.counted) for one in both.remarks] == [
        (one.rule, one.start, one.end, one.counted) for one in alone.remarks
    ]
    assert both.counts == alone.counts
    assert all(one.sources == ("integre", "languagetool") for one in both.remarks)


def test_a_rule_unknown_to_us_is_a_hint(server: tuple[str, type[Handler]]) -> None:
    url, handler = server
    handler.matches = [match(0, 3, "REGLE_NOUVELLE", "CAT_NOUVELLE"), match(4, 8, "D_N", "AGREEMENT")]
    found = LanguageToolEngine(url).check("Les document sont prêts.")
    assert [(one.label, one.counted) for one in found] == [("style", False), ("accord", True)]


def test_a_rule_often_wrong_alone_is_a_hint_until_another_engine_agrees(
    server: tuple[str, type[Handler]],
) -> None:
    url, handler = server
    handler.matches = [match(22, 4, "D_N_QUE_R_AVOIR_PPA", "CAT_GRAMMAIRE")]
    right = proofread("Les notes que j'ai fait relire sont là.", [EmbeddedEngine(), LanguageToolEngine(url)])
    assert [one.counted for one in right.remarks] == [False]
    handler.matches = [match(23, 4, "D_N_QUE_R_AVOIR_PPA", "CAT_GRAMMAIRE")]
    wrong = proofread("Les notes que j'ai bien reçu sont là.", [EmbeddedEngine(), LanguageToolEngine(url)])
    assert [one.counted for one in wrong.remarks] == [True]
    assert wrong.remarks[0].sources == ("integre", "languagetool")
