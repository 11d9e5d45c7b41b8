from __future__ import annotations

import socket
import ssl
from types import SimpleNamespace
from typing import Any

import pytest

from ascom_coach.models import ErrorCode, ModelError, french_sentence
from ascom_coach.models.errors_map import classify, retry_after


def made(name: str, text: str = "", *, cause: BaseException | None = None, **fields: Any) -> Exception:
    """An exception of a class named like the library's, without the library."""
    error = type(name, (Exception,), {})(text)
    for field, value in fields.items():
        setattr(error, field, value)
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (
            made("InternalServerError", "Connection error.", status_code=500, cause=ConnectionRefusedError()),
            "refused",
        ),
        (made("InternalServerError", status_code=500, cause=socket.gaierror(-2, "x")), "unknown_host"),
        (made("InternalServerError", status_code=500, cause=ssl.SSLError("bad")), "tls"),
        (made("InternalServerError", status_code=500, cause=made("RemoteProtocolError")), "cut"),
        (made("APIConnectionError", "All connection attempts failed"), "refused"),
        (made("AuthenticationError", "key sk-1234 is wrong", status_code=401), "key"),
        (made("RateLimitError", "slow down", status_code=429), "rate"),
        (made("RateLimitError", "you exceeded your quota", status_code=429), "quota"),
        (made("RateLimitError", "request too large", status_code=429), "too_long"),
        (made("ContextWindowExceededError", status_code=400), "too_long"),
        (made("BadRequestError", "json_schema is not supported", status_code=400), "schema"),
        (made("BadRequestError", "blocked by content filter", status_code=400), "filtered"),
        (made("BadRequestError", "no", status_code=400), "bad_request"),
        (made("APIError", status_code=402), "payment"),
        (made("APIError", status_code=403), "forbidden"),
        (made("NotFoundError", status_code=404), "model_missing"),
        (made("InternalServerError", "boom", status_code=500), "server"),
        (made("ServiceUnavailableError", status_code=503), "busy"),
        (made("APIError", status_code=529), "busy"),
        (made("Timeout", status_code=408), "silence"),
        (made("Timeout", status_code=408, cause=made("ConnectTimeout")), "connect_timeout"),
        (made("MidStreamFallbackError", status_code=500, is_pre_first_chunk=False), "cut"),
        (TypeError("unexpected"), "unknown"),
    ],
)
def test_the_cause_behind_the_class(error: Exception, code: str) -> None:
    assert classify(error) == code


def test_a_loop_of_causes_ends() -> None:
    error = ValueError("x")
    error.__context__ = other = KeyError("y")
    other.__context__ = error
    assert classify(error) is ErrorCode.UNKNOWN


def test_the_delay_asked_for() -> None:
    response = SimpleNamespace(headers={"retry-after": "7"}, status_code=429)
    assert retry_after(made("Outer", cause=made("Inner", response=response))) == 7
    assert (
        retry_after(made("Outer", response=SimpleNamespace(headers={"retry-after": "Wed, 21 Oct"}))) is None
    )


@pytest.mark.parametrize("code", list(ErrorCode))
def test_each_code_has_a_cause_and_an_action_in_french(code: ErrorCode) -> None:
    sentence = french_sentence(code)
    cause, colon, action = sentence.partition("\u00a0: ")
    assert len(cause) > 15
    assert colon
    assert len(action) > 10
    assert sentence.endswith(".")
    assert " :" not in sentence
    assert "'" not in sentence
    assert str(ModelError(code)) == sentence
