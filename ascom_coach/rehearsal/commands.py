"""What a trainee can do, one value a thing, and the line that does it (`/suite`, `/a ID`, plain words)."""

from __future__ import annotations

from dataclasses import dataclass

from ascom_coach.errors import RefusedInputError


@dataclass(frozen=True, slots=True)
class Say:
    """Speak to the person present."""

    text: str


@dataclass(frozen=True, slots=True)
class NextStep:
    """Go to the next step."""


@dataclass(frozen=True, slots=True)
class Address:
    """Turn to somebody."""

    who: str


@dataclass(frozen=True, slots=True)
class Choose:
    """Answer a clarification, from 1."""

    number: int


@dataclass(frozen=True, slots=True)
class ShowTopics:
    """Open the list of topics."""


@dataclass(frozen=True, slots=True)
class AskTopic:
    """Ask a topic of the list, from 1."""

    number: int


@dataclass(frozen=True, slots=True)
class HearAgain:
    """Hear the instruction once more."""


@dataclass(frozen=True, slots=True)
class Note:
    """Keep notes (the whole text)."""

    text: str


@dataclass(frozen=True, slots=True)
class Wait:
    """Let minutes pass."""

    minutes: float


@dataclass(frozen=True, slots=True)
class AskHint:
    """Open the next hint of a control (the first with one left when `control` is empty)."""

    control: str = ""


@dataclass(frozen=True, slots=True)
class HandInFiles:
    """Hand in files: (production id or empty, path)."""

    files: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Stored:
    """A file already kept, ready to be recorded."""

    production: str
    path: str
    stored: str
    sha256: str


@dataclass(frozen=True, slots=True)
class RecordHandIn:
    """Record files that were kept."""

    files: tuple[Stored, ...]


@dataclass(frozen=True, slots=True)
class SelfAssess:
    """Give one's own level for a criterion."""

    criterion: str
    level: str


@dataclass(frozen=True, slots=True)
class Finish:
    """End the session."""


@dataclass(frozen=True, slots=True)
class Tick:
    """Only time passes: an unforeseen event may be due."""


Command = (
    Say | NextStep | Address | Choose | ShowTopics | AskTopic | HearAgain | Note | Wait | AskHint | HandInFiles
    | RecordHandIn | SelfAssess | Finish | Tick
)  # fmt: skip

LEVELS = ("non_atteint", "en_cours", "atteint", "solide")
HELP = (
    "/suite (étape suivante), /a ID (parler à quelqu’un), /choix N, /sujet [N] (liste des sujets), /encore, "
    "/note TEXTE, /attendre MINUTES, /indice, /remettre FICHIER…, /auto CRITERE NIVEAU, /fin"
)


def parse(line: str) -> Command | None:
    """The command of a reply line; None for a blank line or a comment (`#`). Raises RefusedInputError."""
    text = line.strip()
    if not text or text.startswith("#"):
        return None
    if not text.startswith("/"):
        return Say(text)
    word, _, rest = text[1:].partition(" ")
    rest = rest.strip()
    try:
        return _action(word.lower(), rest)
    except ValueError:
        raise RefusedInputError(f"« {text} » n’est pas une action complète : {HELP}.") from None


def _action(word: str, rest: str) -> Command:
    simple: dict[str, Command] = {
        "suite": NextStep(), "encore": HearAgain(), "fin": Finish(), "indice": AskHint(rest),
    }  # fmt: skip
    if word in simple:
        return simple[word]
    if word == "sujet":
        return AskTopic(int(rest)) if rest else ShowTopics()
    if word == "choix":
        return Choose(int(rest))
    if word == "attendre":
        return Wait(float(rest.replace(",", ".")))
    if word in {"a", "note", "remettre", "auto"} and not rest:
        raise ValueError(word)
    if word == "a":
        return Address(rest)
    if word == "note":
        return Note(rest)
    if word == "remettre":
        return HandInFiles(tuple(_file(piece) for piece in _pieces(rest)))
    if word == "auto":
        criterion, level = rest.split()
        if level not in LEVELS:
            raise ValueError(level)
        return SelfAssess(criterion, level)
    raise ValueError(word)


def _pieces(rest: str) -> list[str]:
    """Paths separated by spaces; quotes keep a path with spaces together, backslashes stay (Windows)."""
    pieces, current, quote = [], "", ""
    for char in rest:
        if quote:
            if char == quote:
                quote = ""
            else:
                current += char
        elif char in "\"'":
            quote = char
        elif char.isspace():
            if current:
                pieces.append(current)
            current = ""
        else:
            current += char
    return [*pieces, current] if current else pieces


def _file(piece: str) -> tuple[str, str]:
    """`production=chemin`, or the path alone."""
    name, separator, path = piece.partition("=")
    return (name, path) if separator and name.isidentifier() and path else ("", piece)
