"""What really leaves for a model, as a person can read it: the body of the request, field by field."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from ascom_coach.models.profile.profiles import ModelProfile, receiver

_KNOWN = ("openai", "mistral", "ollama_chat", "hosted_vllm", "lm_studio", "llamafile", "ovhcloud", "scaleway")


def request_body(profile: ModelProfile, request: Mapping[str, Any]) -> dict[str, Any]:
    """The JSON body that litellm sends for a request of `Gateway.payload` (a test holds it to the bytes sent)."""
    name = profile.model.partition("/")[2]
    schema, messages = request["schema"], list(request["messages"])
    if profile.provider == "ollama_chat":
        body: dict[str, Any] = {
            "model": name,
            "messages": [{**message, "images": []} for message in messages],
            "options": {
                "temperature": request["temperature"],
                "num_predict": request["max_tokens"],
                "num_ctx": request["context"],
            },
            "stream": True,
            "keep_alive": "30m",
            "think": False,
        }
        return body | ({"format": schema} if schema else {})
    body = {
        "model": name,
        "messages": messages,
        "temperature": request["temperature"],
        "max_tokens": request["max_tokens"],
        "stream": True,
    }
    if schema:
        body["response_format"] = {
            "type": "json_schema",
            "json_schema": {"name": "reponse", "schema": schema, "strict": True},
        }
    if request["usage"] and profile.provider != "mistral":
        body["stream_options"] = {"include_usage": True}
    return body


def payload_text(profile: ModelProfile, request: Mapping[str, Any]) -> str:
    """The same for reading: who receives it, then the words as they leave, line ends kept, then the settings."""
    body = request_body(profile, request)
    exact = profile.provider in _KNOWN
    lines = [f"À\u00a0: {receiver(profile)}", f"Modèle\u00a0: {body['model']}", ""]
    for message in body["messages"]:
        who = "Consigne donnée au modèle" if message["role"] == "system" else "Ce à quoi il répond"
        lines += [f"── {who}", message["content"], ""]
    rest = {name: value for name, value in body.items() if name not in ("messages", "model")}
    lines += [
        "── Réglages de la demande" if exact else "── Réglages (leur écriture dépend du fournisseur)",
        json.dumps(rest, ensure_ascii=False, indent=1),
        "",
        "Avec la demande partent aussi votre clé, l’adresse de votre connexion, et le nom et la version du programme"
        " d’envoi, du système et de Python. Rien d’autre.",
    ]
    return "\n".join(lines)


def vectors_body(profile: ModelProfile, request: Mapping[str, Any]) -> dict[str, Any]:
    """The JSON body that litellm sends for a request of `Embedder.payload` (a test holds it to the bytes sent)."""
    body = {"model": profile.model.partition("/")[2], "input": list(request["embed"])}
    return body | ({"keep_alive": "30m"} if profile.provider == "ollama" else {"encoding_format": "float"})
