"""What a model server can do wrong, as data: each fault has a name, what is sent, and the code it must end in.

A fault is named in the model's name (`openai/cut`). `REFUSALS` answer with an HTTP status, `WHOLES` with bytes in
place of a stream, `STREAMS` play steps of a stream. The same names hold in the three wire formats.
"""

from __future__ import annotations

import json

GOOD = "Bien sûr. La livraison est prévue le 14 mars à 9 h 30."
HTML = "<html><head><title>{0}</title></head><body><center><h1>{0}</h1></center><hr>nginx</body></html>"
KEY_ECHO = "Incorrect API key provided: {key}."

# name → (status, text of the error or None for one that repeats the key, expected code)
REFUSALS: dict[str, tuple[int, str | None, str]] = {
    "s307": (307, "", "moved"),
    "s400": (400, None, "bad_request"),
    "s401": (401, None, "key"),
    "s402": (402, None, "payment"),
    "s403": (403, None, "forbidden"),
    "s404": (404, "The model `s404` does not exist", "model_missing"),
    "s405": (405, "Method Not Allowed", "unreadable"),
    "s408": (408, "Request Timeout", "busy"),
    "s409": (409, "Conflict", "bad_request"),
    "s410": (410, "Gone", "model_missing"),
    "s413": (413, "Request too large", "too_long"),
    "s415": (415, "Unsupported Media Type", "bad_request"),
    "s422": (422, "Unprocessable", "bad_request"),
    "s429": (429, None, "rate"),
    "s429_long": (429, None, "rate"),
    "s429_date": (429, None, "rate"),
    "s451": (451, "Unavailable For Legal Reasons", "forbidden"),
    "s500": (500, None, "server"),
    "s501": (501, "Not Implemented", "server"),
    "s502": (502, None, "busy"),
    "s503": (503, None, "busy"),
    "s504": (504, "Gateway Timeout", "busy"),
    "s507": (507, "Insufficient Storage", "server"),
    "s511": (511, "Network Authentication Required", "unreadable"),
    "s520": (520, "Web server returned an unknown error", "server"),
    "s529": (529, None, "busy"),
    "key_echo": (401, KEY_ECHO, "key"),
    "quota": (429, "You exceeded your current quota", "quota"),
    "capacity": (429, "Service tier capacity exceeded for this model.", "rate"),
    "context": (400, "This model's maximum context length is 4096 tokens", "too_long"),
    "context_llama": (400, "the request exceeds the available context size, try increasing it", "too_long"),
    "policy": (400, "blocked by the content filter policy", "filtered"),
    "schema": (400, "response_format json_schema is not supported", "schema"),
    "schema_500": (500, "Failed to parse grammar for json_schema", "schema"),
    "pull": (404, "model 'x' not found, try pulling it first", "model_missing"),
    "no_chat": (400, "\"bge-m3\" does not support chat", "bad_request"),
    "region": (403, "Country, region, or territory not supported", "forbidden"),
    "loading": (503, "Loading model", "busy"),
    "memory": (500, "model requires more system memory (9.6 GiB) than is available (5.1 GiB)", "memory"),
    "gpu_memory": (500, "llama runner process has terminated: cudaMalloc failed: out of memory", "memory"),
    "runner": (500, "llama runner process has terminated: exit status 2", "server"),
    "html_404": (404, HTML.format("404 Not Found"), "unreadable"),
    "html_500": (500, HTML.format("500 Internal Server Error"), "server"),
    "html_502": (502, HTML.format("502 Bad Gateway"), "busy"),
    "html_403": (403, HTML.format("403 Forbidden"), "forbidden"),
    "mute_500": (500, "", "server"),
    "mute_401": (401, "", "key"),
    "long_500": (500, "x" * 20_000, "server"),
}  # fmt: skip

# name → (bytes sent with status 200 as they are, content type, expected code)
WHOLES: dict[str, tuple[bytes, str, str]] = {
    "page": (b"<!DOCTYPE html><html>login</html>", "text/html", "empty"),
    "empty_body": (b"", "application/json", "empty"),
    "null": (b"null", "application/json", "empty"),
    "number": (b"42", "application/json", "empty|unreadable"),
    "no_choices": (b"{}", "application/json", "empty"),
    "error_200": (json.dumps({"error": {"message": "oops"}}).encode(), "application/json", "empty|server"),
    "plain_text": (b"It works!", "text/plain", "empty"),
    "picture": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "image/png", "unreadable|empty"),
}  # fmt: skip

Step = tuple[str, str]
_BEGUN: tuple[Step, ...] = (("say", "Bien sûr. "), ("say", "La livraison"))

# name → (steps, expected code)
STREAMS: dict[str, tuple[tuple[Step, ...], str]] = {
    "closed": ((("reset_first", ""),), "cut"),
    "closed_after_headers": ((("reset", ""),), "cut"),
    "not_http": ((("banner", ""),), "cut"),
    "gzip_lie": ((("gzip_lie", ""),), "unreadable"),
    "cut": ((*_BEGUN, ("reset", "")), "cut"),
    "fin": ((*_BEGUN, ("end", "")), "cut"),
    "half_chunk": ((*_BEGUN, ("half_chunk", "")), "cut"),
    "bad_event": ((*_BEGUN, ("raw", "{not json"), ("end", "")), "unreadable|cut"),
    "bad_bytes": ((*_BEGUN, ("bytes", ""), ("end", "")), "unreadable|cut"),
    "cut_event": ((*_BEGUN, ("half_event", ""), ("end", "")), "cut"),
    "error_first": ((("error", "internal failure"), ("end", "")), "server"),
    "error_later": ((*_BEGUN, ("error", "internal failure"), ("end", "")), "cut"),
    "stall": ((*_BEGUN, ("hang", "")), "silence"),
    "silence": ((("hang", ""),), "first_word_timeout"),
    "no_headers": ((("hang_first", ""),), "first_word_timeout"),
    "slow_headers": ((("slow_headers", ""),), "first_word_timeout"),
    "keepalive": ((("keepalive", ""),), "first_word_timeout"),
    "thinking": ((("thinking", ""),), "first_word_timeout"),
    "drip": ((("drip", ""),), "total_timeout"),
    "endless": ((("flood", ""),), "truncated"),
    "one_huge_piece": ((("say", "bla " * 20_000), ("finish", "stop")), "truncated"),
    "looping": ((*(("say", "encore "),) * 150, ("finish", "stop")), "looping"),
    "nothing_said": ((("finish", "stop"),), "empty"),
    "blank": ((("say", "   "), ("finish", "stop")), "empty"),
    "role_only": ((("say", ""), ("finish", "stop")), "empty"),
    "thought_only": ((("say", "<think>Voyons, le stagiaire veut la date.</think>"), ("finish", "stop")), "empty"),
    "thought_open": ((("say", "<think>Voyons, le stagiaire"), ("finish", "stop")), "empty"),
    "tool_call": ((("tool", ""), ("finish", "tool_calls")), "empty"),
    "page_text": ((("say", "<!DOCTYPE html><html><body>Connectez-vous"), ("finish", "stop")), "unreadable"),
    "filtered": ((("say", "Bien"), ("finish", "content_filter")), "filtered"),
    "length": ((("say", "La livraison est"), ("finish", "length")), "truncated"),
    "thought_too_long": ((("say", "<think>Voyons"), ("finish", "length")), "truncated"),
}  # fmt: skip

FAULTS: dict[str, str] = (
    {name: code for name, (_, _, code) in REFUSALS.items()}
    | {name: code for name, (_, _, code) in WHOLES.items()}
    | {name: code for name, (_, code) in STREAMS.items()}
)
"""Every fault and the code it ends in (`a|b` where litellm reads the three formats differently, both true)."""

_QUOTED = json.dumps({"replique": GOOD}, ensure_ascii=False)

# Answers that are none of a fault's business: what the guards of the voice are tried on, and oddities that are read.
ANSWERS = {
    "ok": GOOD,
    "json": _QUOTED,
    "fenced": f"```json\n{_QUOTED}\n```",
    "bad_json": '{"replique": "Bien sûr, la livr',
    "think": f"<think>Le stagiaire veut la date.</think>{GOOD}",
    "calm": "D’accord, c’est entendu.",
    "english": "Of course, the delivery is planned for 14 March at 9:30, and you will have it with the invoice.",
    "invented": "La livraison est prévue le 14 mars à 9 h 30, pour 480 euros.",
    "letter": "Objet : livraison\n\nMadame,\n\nLa livraison est prévue le 14 mars à 9 h 30.\n\nCordialement",
    "tutoiement": "Tu auras la livraison le 14 mars à 9 h 30.",
    "echo_user": "",
}
ODD_BUT_GOOD = (
    "think_tokens",
    "crlf",
    "no_space",
    "comments",
    "split_letters",
    "plain_type",
    "no_usage",
    "extra_fields",
    "late_start",
)
"""Streams with an oddity that real servers have; each says `GOOD`."""
