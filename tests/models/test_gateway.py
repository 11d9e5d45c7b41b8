"""The gateway's rules with a child of our own and a clock of our own: no process, no wait."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from typing import Any

import pytest

from ascom_coach.models import Clocks, ErrorCode, Gateway, ModelError, make_profile

CLOCKS = Clocks(start=5, connect=1, first_word=10, silence=4, total=60)
LOCAL = make_profile("local", "ollama_chat/essai")
HOSTED = make_profile("loin", "mistral/essai")
HELLO = [{"role": "user", "content": "Bonjour"}]


def say(text: str, after: float = 0) -> dict[str, Any]:
    return {"after": after, "event": "fragment", "text": text}


def fail(code: ErrorCode, retry_after: float | None = None) -> dict[str, Any]:
    return {"after": 0, "event": "error", "code": code.value, "retry_after": retry_after}


DONE = {"after": 0, "event": "done", "finish": "stop"}


class FakeLink:
    """Plays one script per request; `after` is how many seconds pass before an event."""

    def __init__(self, *scripts: list[dict[str, Any]]) -> None:
        self.scripts = deque(scripts)
        self.time = 0.0
        self.asked: list[Mapping[str, Any]] = []
        self.slept: list[float] = []
        self.cancelled: list[int] = []
        self.ready = True

    def start(self) -> bool:
        return True

    def wait_ready(self, seconds: float) -> bool:
        return self.ready

    def ask(self, request: Mapping[str, Any]) -> int:
        self.asked.append(request)
        self.events = deque(self.scripts.popleft())
        return len(self.asked)

    def receive(self, number: int, seconds: float) -> dict[str, Any] | None:
        after = self.events[0]["after"] if self.events else 1e9
        if after > seconds:
            self.time += max(0.0, seconds)
            return None
        self.time += after
        return self.events.popleft()

    def cancel(self, number: int) -> None:
        self.cancelled.append(number)

    def forget(self, number: int) -> None:
        pass

    def close(self) -> None:
        pass

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.time += seconds


def gateway(link: FakeLink, profile: Any = LOCAL) -> Gateway:
    return Gateway(profile, clocks=CLOCKS, link=link, now=lambda: link.time, sleep=link.sleep, environ={})


def code_of(door: Gateway, **options: Any) -> ErrorCode:
    with pytest.raises(ModelError) as caught:
        door.complete(HELLO, **options)
    return caught.value.code


def test_a_whole_answer() -> None:
    link = FakeLink([say("Bon", 2), say("jour", 1), DONE])
    done = gateway(link).complete(HELLO)
    assert (done.text, done.first_word, done.seconds, done.tries, done.data) == ("Bonjour", 2, 3, 1, None)
    assert link.cancelled == []


def test_pieces_then_the_whole() -> None:
    pieces = gateway(FakeLink([say("Bon"), say("jour"), DONE])).stream(HELLO)
    assert [next(pieces), next(pieces)] == ["Bon", "jour"]
    with pytest.raises(StopIteration) as end:
        next(pieces)
    assert end.value.value.text == "Bonjour"


def test_closing_the_pieces_cancels() -> None:
    link = FakeLink([say("Bon"), say("jour"), DONE])
    pieces = gateway(link).stream(HELLO)
    next(pieces)
    pieces.close()
    assert link.cancelled == [1]


def test_an_object() -> None:
    schema = {"type": "object", "required": ["a"], "properties": {"a": {"type": "string"}}}
    link = FakeLink([say('{"a": "b"}'), DONE], [say("b"), DONE])
    door = gateway(link)
    assert door.complete(HELLO, schema=schema).data == {"a": "b"}
    assert door.complete(HELLO, schema=schema).data is None
    assert link.asked[0]["schema"] == schema


@pytest.mark.parametrize(
    ("script", "code"),
    [
        ([say("a", 11)], ErrorCode.FIRST_WORD_TIMEOUT),
        ([say("a"), say("b", 5)], ErrorCode.SILENCE),
        ([say("a", 3)] * 40, ErrorCode.TOTAL_TIMEOUT),
        ([{"after": 3, "event": "alive"}] * 9, ErrorCode.FIRST_WORD_TIMEOUT),
        ([DONE], ErrorCode.EMPTY),
        ([say(" \n"), DONE], ErrorCode.EMPTY),
        ([say("<html>"), DONE], ErrorCode.UNREADABLE),
        ([say("a"), {**DONE, "finish": "length"}], ErrorCode.TRUNCATED),
        ([say("a"), {**DONE, "finish": "content_filter"}], ErrorCode.FILTERED),
        ([say("a" * 30_000), DONE], ErrorCode.TRUNCATED),
        ([fail(ErrorCode.KEY)], ErrorCode.KEY),
        ([say("a"), fail(ErrorCode.CUT)], ErrorCode.CUT),
    ],
)
def test_failures_without_a_second_try(script: list[dict[str, Any]], code: ErrorCode) -> None:
    link = FakeLink(script)
    assert code_of(gateway(link)) is code
    assert len(link.asked) == 1
    assert link.time <= CLOCKS.total


def test_what_was_received_is_kept_with_the_error() -> None:
    with pytest.raises(ModelError) as caught:
        gateway(FakeLink([say("Bon"), fail(ErrorCode.CUT)])).complete(HELLO)
    assert caught.value.partial == "Bon"


@pytest.mark.parametrize("code", [ErrorCode.RATE, ErrorCode.BUSY, ErrorCode.CUT])
def test_a_passing_trouble_is_tried_again(code: ErrorCode) -> None:
    link = FakeLink([fail(code)], [fail(code)], [say("ok"), DONE])
    done = gateway(link).complete(HELLO)
    assert (done.text, done.tries) == ("ok", 3)
    assert all(0 < wait < 2 for wait in link.slept)


def test_the_delay_the_server_asks_for() -> None:
    link = FakeLink([fail(ErrorCode.RATE, 7)], [say("ok"), DONE])
    gateway(link).complete(HELLO)
    assert link.slept == [7]
    link = FakeLink([fail(ErrorCode.RATE, 40)])
    with pytest.raises(ModelError, match="40 secondes"):
        gateway(link).complete(HELLO)
    assert link.slept == []


def test_rest_after_three_failures_then_one_try() -> None:
    bad = [fail(ErrorCode.REFUSED)]
    link = FakeLink(bad, bad, bad, bad, [say("ok"), DONE])
    door = gateway(link)
    assert [code_of(door) for _ in range(4)] == [ErrorCode.REFUSED] * 3 + [ErrorCode.RESTING]
    link.time += 61
    assert code_of(door) is ErrorCode.REFUSED
    assert code_of(door) is ErrorCode.RESTING
    link.time += 61
    assert door.complete(HELLO).text == "ok"


def test_a_refused_text_does_not_bring_rest() -> None:
    link = FakeLink(*[[fail(ErrorCode.TOO_LONG)]] * 5)
    door = gateway(link)
    assert {code_of(door) for _ in range(5)} == {ErrorCode.TOO_LONG}


def test_a_child_that_does_not_start() -> None:
    link = FakeLink()
    link.ready = False
    assert code_of(gateway(link)) is ErrorCode.CHILD_MISSING


def test_a_hosted_model_sees_placeholders_and_we_see_the_values() -> None:
    message = [{"role": "user", "content": "Son mail : lea@lac.example"}]
    link = FakeLink([say("Écrivez à [MAI"), say("L_1]."), DONE], [say("ok"), DONE])
    assert gateway(link, HOSTED).complete(message).text == "Écrivez à lea@lac.example."
    assert link.asked[0]["messages"][0]["content"] == "Son mail : [MAIL_1]"
    gateway(link, LOCAL).complete(message)
    assert link.asked[1]["messages"] == message


def test_a_wait_is_given_up_at_once_whatever_is_waited_for() -> None:
    starting = FakeLink()
    starting.ready = False
    door = gateway(starting)
    looks: list[float] = []

    def look(seconds: float) -> bool:
        looks.append(seconds)
        if len(looks) == 3:
            door.cancel()
        return False

    starting.wait_ready = look  # type: ignore[method-assign]
    assert code_of(door) is ErrorCode.CANCELLED
    assert len(looks) == 3
    assert max(looks) <= 0.1

    pausing = FakeLink([fail(ErrorCode.BUSY, 9)], [say("Bonjour"), DONE])
    again = gateway(pausing)
    again._sleep = lambda seconds: again.cancel()
    assert code_of(again) is ErrorCode.CANCELLED
    assert pausing.cancelled == [2], "the next try is dropped before anything of it is heard"
    later = FakeLink([say("Bonjour"), DONE])
    again.link = later
    assert again.complete(HELLO).text == "Bonjour", "what is asked afterwards is answered"
