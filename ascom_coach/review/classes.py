"""A class of copies side by side: levels per criterion, frequent errors, copies worth looking at together. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any

from ascom_coach.language import plain
from ascom_coach.review.levels import ORDER
from ascom_coach.review.model import Finding, Review

NOBODY = frozenset(
    ("", "administrateur", "administrator", "admin", "user", "utilisateur", "utilisateur windows", "windows user",
     "microsoft office user", "openpyxl", "python-docx", "stagiaire", "poste", "pc", "eleve", "owner", "libreoffice",
     "invite", "ascom-coach", "root")
)  # fmt: skip
RARE_SHARE = 10
"""An error is rare when at most one copy in ten has it (three copies at least)."""
MIN_SHARED = 2
MIN_PASSAGES = 12
"""Runs of eight words in common, beyond the documents handed out, that are worth a look."""


@dataclass(frozen=True, slots=True)
class Trace:
    """What a copy has of its own, beyond what was handed out: `errors` (control, words), properties, runs of words."""

    errors: frozenset[tuple[str, str]] = frozenset()
    authors: frozenset[str] = frozenset()
    stamps: frozenset[str] = frozenset()
    digests: frozenset[str] = frozenset()
    passages: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class ClassCopy:
    """One trainee's copy: reviewed, or `problem` says in one sentence why not."""

    trainee: str
    review: Review | None = None
    problem: str = ""
    trace: Trace = field(default_factory=Trace)

    @property
    def remark(self) -> str:
        """Why the copy, or one of its files, could not be read; empty when all was."""
        refused = self.review.refused if self.review is not None else ()
        return self.problem or " ".join(item["reason"] for item in refused)


@dataclass(frozen=True, slots=True)
class Frequent:
    """An error that several copies have: how many, and an example with its trainee.

    `about` is for the trainer alone: the anomaly that was missed; empty for other errors.
    """

    check: str
    criterion: str
    copies: int
    example: Finding
    trainee: str
    about: str = ""

    @property
    def message(self) -> str:
        """What is to be put right, with what the trainer knows of it."""
        return f"{self.example.message} Ici : {self.about}." if self.about else self.example.message


@dataclass(frozen=True, slots=True)
class Alike:
    """Copies to look at together, with the reasons. It proves nothing."""

    trainees: tuple[str, ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClassReview:
    """The whole class. `levels`: criterion → level (or empty) → copies; `labels`: criterion → its official text."""

    scenario: str
    copies: tuple[ClassCopy, ...]
    levels: Mapping[str, Mapping[str, int]]
    labels: Mapping[str, str]
    frequent: tuple[Frequent, ...]
    alike: tuple[Alike, ...]

    def to_json(self) -> dict[str, Any]:
        """The contract of `relire --classe`."""
        return {
            "copies": [
                {
                    "trainee": copy.trainee, "problem": copy.problem or None,
                    **(copy.review.to_json() if copy.review else {}),
                }
                for copy in self.copies
            ],
            "summary": {
                "scenario": self.scenario or None,
                "read": sum(copy.review is not None for copy in self.copies),
                "problems": [
                    {"trainee": copy.trainee, "reason": copy.problem} for copy in self.copies if copy.problem
                ],
                "levels": {name: dict(counts) for name, counts in self.levels.items()},
                "frequent": [
                    {
                        "check": one.check, "criterion": one.criterion, "copies": one.copies, "trainee": one.trainee,
                        "message": one.message, "quote": one.example.quote,
                        "locator": one.example.locator.to_json() if one.example.locator else None,
                    }
                    for one in self.frequent
                ],
                "alike": [{"trainees": list(one.trainees), "reasons": list(one.reasons)} for one in self.alike],
            },
        }  # fmt: skip


def class_review(
    scenario: str, copies: Sequence[ClassCopy], about: Mapping[str, str] | None = None
) -> ClassReview:
    """Put copies side by side. `about`: « production.control » → what only a trainer may read of that control."""
    reviews = [copy.review for copy in copies if copy.review is not None]
    labels = {result.id: result.label for review in reviews for result in review.criteria}
    levels: dict[str, dict[str, int]] = {}
    for name in sorted(labels):
        counts: Counter[str] = Counter(
            result.level or "" for review in reviews for result in review.criteria if result.id == name
        )
        levels[name] = {level: counts.get(level, 0) for level in (*ORDER, "")}
    return ClassReview(
        scenario, tuple(copies), levels, labels, _frequent(copies, about or {}), tuple(alike(copies))
    )


def _frequent(copies: Sequence[ClassCopy], about: Mapping[str, str]) -> tuple[Frequent, ...]:
    """Controls that failed in at least two copies, most copies first."""
    seen: dict[str, list[tuple[Finding, str]]] = {}
    for copy in copies:
        mine: dict[str, Finding] = {}
        for finding in copy.review.findings if copy.review else ():
            if finding.status == "defaut":
                mine.setdefault(".".join(finding.id.split(".")[:2]), finding)
        for name, finding in mine.items():
            seen.setdefault(name, []).append((finding, copy.trainee))
    found = []
    for name, items in seen.items():
        if len(items) >= 2:
            example, trainee = next((pair for pair in items if pair[0].quote), items[0])
            found.append(Frequent(name, example.criterion, len(items), example, trainee, about.get(name, "")))
    return tuple(sorted(found, key=lambda one: (-one.copies, one.check)))


def alike(copies: Sequence[ClassCopy]) -> list[Alike]:
    """Copies with rare traces in common. Never an accusation: a shared computer or model leaves the same."""
    read = [copy for copy in copies if copy.review is not None]
    rare = _rare(read)
    groups: dict[tuple[str, ...], list[set[str]]] = {}
    for one, two in combinations(read, 2):
        reasons = []
        if one.trace.digests & two.trace.digests:
            reasons.append("un fichier identique, octet pour octet")
        errors = sorted(words for words in one.trace.errors & two.trace.errors if ("errors", words) in rare)
        if len(errors) >= MIN_SHARED:
            shown = " ; ".join(f"« {words} »" for _, words in errors[:3])
            reasons.append(f"{len(errors)} erreurs rares en commun ({shown})")
        runs = sum(("passages", run) in rare for run in one.trace.passages & two.trace.passages)
        if runs >= MIN_PASSAGES:
            reasons.append("de longs passages écrits avec les mêmes mots, absents des documents remis")
        names = sorted(name for name in one.trace.authors & two.trace.authors if ("authors", name) in rare)
        if names:
            reasons.append(f"le même auteur dans les propriétés des fichiers (« {names[0]} »)")
        if any(("stamps", stamp) in rare for stamp in one.trace.stamps & two.trace.stamps):
            reasons.append("la même date de création du fichier, à la seconde près")
        if reasons:
            _join(groups.setdefault(tuple(reasons), []), {one.trainee, two.trainee})
    order = {copy.trainee: rank for rank, copy in enumerate(copies)}
    found = [
        Alike(tuple(sorted(one, key=order.__getitem__)), why) for why, some in groups.items() for one in some
    ]
    return sorted(found, key=lambda one: (-len(one.reasons), order[one.trainees[0]]))


def _join(groups: list[set[str]], pair: set[str]) -> None:
    """Put a pair with the groups that hold one of them, for the same reasons."""
    touched = [group for group in groups if group & pair]
    merged = pair.union(*touched)
    groups[:] = [group for group in groups if group not in touched] + [merged]


def _rare(copies: Sequence[ClassCopy]) -> frozenset[tuple[str, Any]]:
    """Traces that few copies have."""
    most = max(3, len(copies) // RARE_SHARE)
    counts = Counter(
        (kind, trace)
        for copy in copies
        for kind in ("errors", "authors", "stamps", "passages")
        for trace in getattr(copy.trace, kind)
    )
    return frozenset(trace for trace, count in counts.items() if count <= most)


def trace_of(review: Review, files: Sequence[Any], handed_out: Sequence[Any]) -> Trace:
    """The traces of a copy: `files` are its documents, `handed_out` those that everybody received."""
    common = plain("\n".join(_texts(handed_out)))
    errors = {
        (finding.check, finding.quote.strip())
        for finding in review.findings
        if finding.status == "defaut"
        and len(finding.quote.strip()) > 3
        and plain(finding.quote.strip()) not in common
    }
    remarks: Any = review.language.get("remarks", ())
    errors |= {
        ("langue", str(remark["quote"]))
        for remark in remarks
        if remark.get("counted")
        and len(str(remark.get("quote", ""))) > 3
        and plain(str(remark["quote"])) not in common
    }
    shared = [dict(document.properties) for document in handed_out]
    given = {
        plain(value) for one in shared for key, value in one.items() if key in ("author", "last_modified_by")
    }
    authors = {
        plain(document.properties.get(key, "")): document.properties.get(key, "")
        for document in files
        for key in ("author", "last_modified_by")
    }
    stamps = {document.properties.get("created", "") for document in files} - {""}
    runs = _runs("\n".join(_texts(files))) - _runs("\n".join(_texts(handed_out)))
    return Trace(
        frozenset(errors), frozenset(name for key, name in authors.items() if key not in NOBODY | given),
        frozenset(stamps - {one.get("created", "") for one in shared}),
        frozenset(document.sha256 for document in files) - {document.sha256 for document in handed_out},
        frozenset(runs),
    )  # fmt: skip


def _texts(documents: Sequence[Any]) -> list[str]:
    found = [document.text for document in documents]
    found += [
        cell.text
        for document in documents
        for sheet in document.sheets
        for cell in sheet.cells.values()
        if isinstance(cell.value, str)
    ]
    return found


def _runs(text: str, size: int = 8) -> set[int]:
    """A number for each run of eight words; the same words give the same number on every machine."""
    from zlib import crc32

    words = plain(text).split()
    return {crc32(" ".join(words[at : at + size]).encode()) for at in range(len(words) - size + 1)}
