"""Prompts are files: front matter (YAML), then `## système` and `## utilisateur` in Jinja2.

Front matter: `id`, `version`, `objet`, `entrees` (name to `sur` or `non_sur`), `max_tokens`,
`temperature` and optionally `sortie` (JSON schema of the answer). An input that comes from a person
or from their files is `non_sur`: it is cleaned of invisible characters and wrapped, before the template
sees it, in a fence whose marker is drawn anew for each request, so that no template can forget to.
"""

from __future__ import annotations

import re
import secrets
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ascom_coach.errors import RefusedInputError
from ascom_coach.models.child.wire import Message
from ascom_coach.resources import prompts_dir

_SHAPE = re.compile(r"\A---\n(.*?)\n---\n+## système\n(.*?)\n## utilisateur\n(.*)\Z", re.DOTALL)
TRUST = ("sur", "non_sur")


@dataclass(frozen=True)
class PromptFile:
    """One prompt: `inputs` maps each input to True when it is trusted; `schema` is the answer's, or None."""

    id: str
    version: int
    purpose: str
    inputs: Mapping[str, bool]
    schema: Mapping[str, Any] | None
    max_tokens: int
    temperature: float
    system: str
    user: str

    def render(self, values: Mapping[str, str], *, marker: str | None = None) -> list[Message]:
        """The two messages to send. `values` must hold exactly the declared inputs.

        Raises `RefusedInputError` when an input is missing or unknown, or the template is wrong.
        `marker` is drawn at random unless given (tests).
        """
        if set(values) != set(self.inputs):
            odd = ", ".join(sorted(set(values) ^ set(self.inputs)))
            raise RefusedInputError(
                f"La consigne «\u00a0{self.id}\u00a0» n’a pas reçu les entrées prévues\u00a0: {odd}."
            )
        marker = marker or secrets.token_hex(6)
        prepared = {
            name: values[name] if trusted else fence(values[name], marker)
            for name, trusted in self.inputs.items()
        }
        from jinja2 import TemplateError

        environment = _environment()
        try:
            system, user = (
                environment.from_string(text).render(prepared).strip() for text in (self.system, self.user)
            )
        except TemplateError as error:
            raise RefusedInputError(
                f"La consigne «\u00a0{self.id}\u00a0» est mal écrite\u00a0: {error}."
            ) from error
        return [{"role": "system", "content": system}, {"role": "user", "content": user}]


def _environment() -> Any:
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    return ImmutableSandboxedEnvironment(
        undefined=StrictUndefined, autoescape=False, trim_blocks=True, lstrip_blocks=True
    )


def clean(text: str) -> str:
    """The text without invisible, direction-changing or control characters (line ends and tabs stay)."""
    return "".join(
        char for char in text if char in "\n\t" or unicodedata.category(char) not in ("Cc", "Cf", "Co", "Cs")
    )


def fence(text: str, marker: str) -> str:
    """The text between two lines that carry `marker`; a copy of the marker inside the text is removed."""
    return f"<<<{marker}\n{clean(text).replace(marker, '')}\n{marker}>>>"


def load_prompt(prompt_id: str, folder: Path | None = None) -> PromptFile:
    """Read `<id>.md`, from `folder` (a trainer's own) when it is there, else from the shipped prompts.

    Raises `RefusedInputError` naming the file and its first problem.
    """
    paths = [base / f"{prompt_id}.md" for base in (folder, prompts_dir()) if base is not None]
    path = next((one for one in paths if one.is_file()), paths[-1])
    try:
        source = path.read_text(encoding="utf-8").replace("\r\n", "\n")
    except (OSError, UnicodeDecodeError) as error:
        raise RefusedInputError(
            f"La consigne «\u00a0{path.name}\u00a0» est illisible\u00a0: vérifiez le fichier."
        ) from error
    return parse_prompt(source, path.name)


def parse_prompt(source: str, name: str) -> PromptFile:
    """A prompt from its text; raises `RefusedInputError` naming `name` and the first problem."""
    import yaml

    shape = _SHAPE.match(source)
    if shape is None:
        raise RefusedInputError(
            f"{name}\u00a0: il faut un en-tête entre deux lignes «\u00a0---\u00a0», puis «\u00a0## système\u00a0»"
            " et «\u00a0## utilisateur\u00a0»."
        )
    try:
        head = yaml.safe_load(shape[1])
        inputs = {str(key): str(value) for key, value in head["entrees"].items()}
        prompt = PromptFile(
            id=str(head["id"]),
            version=int(head["version"]),
            purpose=str(head["objet"]),
            inputs={key: value == "sur" for key, value in inputs.items()},
            schema=head.get("sortie"),
            max_tokens=int(head["max_tokens"]),
            temperature=float(head["temperature"]),
            system=shape[2].strip(),
            user=shape[3].strip(),
        )
    except (yaml.YAMLError, KeyError, TypeError, ValueError, AttributeError) as error:
        raise RefusedInputError(
            f"{name}\u00a0: l’en-tête est incomplet ou mal écrit\u00a0; il faut id, version, objet, entrees,"
            " max_tokens et temperature."
        ) from error
    if wrong := [key for key, value in inputs.items() if value not in TRUST]:
        raise RefusedInputError(
            f"{name}\u00a0: l’entrée «\u00a0{wrong[0]}\u00a0» doit être «\u00a0sur\u00a0» ou «\u00a0non_sur\u00a0»."
        )
    if problems := check_prompt(prompt):
        raise RefusedInputError(f"{name}\u00a0: {problems[0]}")
    return prompt


def check_prompt(prompt: PromptFile) -> list[str]:
    """What is wrong with a prompt, in French (empty when all is well).

    Checked: the template can be read, each name it uses is declared and each declared input is used,
    and each input that is not trusted is found only inside its fence, and never in the system part.
    """
    from jinja2 import TemplateError, meta

    environment = _environment()
    try:
        used = set()
        for text in (prompt.system, prompt.user):
            used |= meta.find_undeclared_variables(environment.parse(text))
    except TemplateError as error:
        return [f"le texte ne se lit pas comme un gabarit\u00a0: {error}."]
    problems = [
        f"«\u00a0{name}\u00a0» est utilisé mais n’est pas déclaré dans entrees."
        for name in sorted(used - set(prompt.inputs))
    ]
    problems += [
        f"l’entrée «\u00a0{name}\u00a0» est déclarée mais ne sert pas."
        for name in sorted(set(prompt.inputs) - used)
    ]
    return problems or _taint_problems(prompt)


def _taint_problems(prompt: PromptFile) -> list[str]:
    """Render with a unique word per input and look where each one went."""
    words = {name: f"temoin{rank}x{secrets.token_hex(4)}" for rank, name in enumerate(prompt.inputs)}
    marker = secrets.token_hex(6)
    try:
        system, user = (message["content"] for message in prompt.render(words, marker=marker))
    except RefusedInputError as error:
        return [str(error)]
    outside = re.sub(rf"<<<{marker}\n.*?\n{marker}>>>", "", user, flags=re.DOTALL)
    return [
        f"l’entrée «\u00a0{name}\u00a0» n’est pas sûre et sort de sa clôture."
        for name, trusted in prompt.inputs.items()
        if not trusted and (words[name] in system or words[name] in outside)
    ]
