"""Papers that leave the program: reports, annotated copies, the French of files."""

from __future__ import annotations

import dataclasses
import tempfile
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

from ascom_coach.errors import RefusedInputError, SurroundingsError

if TYPE_CHECKING:
    from ascom_coach.desk import Desk
    from ascom_coach.language import Remark
    from ascom_coach.review import Review
    from ascom_coach.scenarios import Scenario, Script


def start_documents(script: Script, folder: Path | None = None) -> dict[str, Any]:
    """Documents handed out, by id, from the folder of a session or made for the seed; missing ones are left out."""
    from ascom_coach.documents import Document, read_documents

    if folder is None and script.seed:
        from ascom_coach.scenarios import build_documents

        with tempfile.TemporaryDirectory() as place:
            build_documents(script, Path(place))
            return start_documents(script, Path(place) / "documents")
    here = folder or script.folder / "documents"
    known = [(item.id, here / item.fichier) for item in script.scenario.documents_remis]
    known = [(key, path) for key, path in known if path.is_file()]
    read = read_documents([path for _, path in known], shown_as=[path.name for _, path in known])
    return {key: item for (key, _), item in zip(known, read, strict=True) if isinstance(item, Document)}


def write_report(
    review: Review,
    path: Path,
    *,
    desk: Desk | None = None,
    scenario: Scenario | None = None,
    today: str = "",
    lessons: Mapping[str, str] | None = None,
) -> Path:
    """Write a review as a .docx or .html report. Raises RefusedInputError on another ending."""
    from ascom_coach.review import report_docx, report_html

    played = desk.scenario if desk else scenario
    title = played.titre if played else "Relecture d’un brouillon"
    trainee = desk.row.person if desk else ""
    story: dict[str, Any] = {"title": title, "trainee": trainee, "date": today, "lessons": lessons or {}}
    if desk is not None:
        names = {key: person.nom for key, person in desk.scenario.personnages.items()}
        names["stagiaire"] = "Vous"
        story["transcript"] = [
            (names.get(line.who, line.who), line.text, line.n) for line in desk.state.transcript
        ]
        story["instructions"] = desk.instructions(review)
        story["mood"] = [(names.get(p.who, p.who), p.mood, p.reason) for p in desk.state.mood_curve]
        story["self_assessment"] = dict(desk.state.self_assessment)
        story["voices"] = model_turns(desk.rehearsal.events)
    if played is not None:
        story["fictional_date"] = played.date_fictive
    suffix = path.suffix.lower()
    if suffix not in (".docx", ".html"):
        raise RefusedInputError(f"« {path.name} » : choisissez un rapport en .docx ou en .html.")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if suffix == ".html":
            path.write_text(report_html(review, **story), encoding="utf-8")
        else:
            report_docx(review, path=path, **story)
    except OSError:
        raise SurroundingsError(
            f"Je n’ai pas pu écrire « {path} » : fermez-le s’il est ouvert, ou choisissez un autre dossier."
        ) from None
    return path


def model_turns(events: Iterable[Any]) -> list[tuple[int, str, str]]:
    """What a model did in a session: (event number, work, model and prompt)."""
    turns = []
    for event in events:
        if getattr(event, "engine", ""):
            turns.append((event.n, "réplique", event.engine))
        elif (
            getattr(event, "model", "") and getattr(event, "prompt", "") and not getattr(event, "reason", "")
        ):
            turns.append((event.n, "lecture d’une question", f"{event.model}, consigne {event.prompt}"))
    return turns


def annotate_copies(review: Review, files: Sequence[tuple[str, Path]], target: Path) -> list[Path]:
    """Copies of the files with a remark at each defect or doubt; the originals are not touched.

    `files` pairs the path shown in the review with the file on disk. Files of one name get a number, and a copy never
    takes the place of its original.
    """
    from ascom_coach.documents import Annotation, annotate

    try:
        target.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise SurroundingsError(
            f"Je ne peux pas écrire dans « {target} » : choisissez un autre dossier."
        ) from None
    written = []
    taken: set[str] = set()
    for shown, path in files:
        remarks = [
            Annotation(finding.locator, f"[{finding.criterion}] {finding.message} {finding.hint}".strip())
            for finding in review.findings
            if finding.locator is not None
            and finding.locator.file == shown
            and finding.status in ("defaut", "a_verifier")
        ]
        written.append(annotate(path, remarks, target / _copy_name(PurePath(shown), path, target, taken)))
    return written


def _copy_name(shown: PurePath, path: Path, target: Path, taken: set[str]) -> str:
    """The name of an annotated copy: that of the review, unlike those already given and unlike the original."""
    ending = ".remarques.txt" if path.suffix.lower() == ".txt" else shown.suffix
    same = target.resolve() == path.parent.resolve()
    rank = 1
    while True:
        number = f" ({rank})" if rank > 1 else ""
        name = f"{shown.stem}{' annoté' if same else ''}{number}{ending}"
        if name.casefold() not in taken:
            taken.add(name.casefold())
            return name
        rank += 1


def proofread_files(files: Sequence[Path], engines: Sequence[Any]) -> dict[str, Any]:
    """The French of files, as it stands (contract of `langue corriger`)."""
    from ascom_coach.documents import RefusedFile, read_documents
    from ascom_coach.language import proofread
    from ascom_coach.review import measures

    result: dict[str, Any] = {"files": [], "refused": []}
    for document in read_documents(files, shown_as=[path.as_posix() for path in files]):
        if isinstance(document, RefusedFile):
            result["refused"].append({"path": document.path, "reason": document.reason})
            continue
        if document.type in ("txt", "md"):
            pieces: list[tuple[Any, str]] = [(None, _whole_text(Path(document.path), document.text))]
        else:
            pieces = [(block.locator, block.text) for block in document.visible]
            pieces += [
                (cell.locator, cell.text)
                for sheet in document.sheets
                for cell in sheet.cells.values()
                if isinstance(cell.value, str) and not cell.formula
            ]
        remarks: list[tuple[Any, str, Remark]] = []
        states: dict[str, dict[str, Any]] = {}
        words = 0
        for locator, text in pieces:
            found = proofread(text, engines)
            words += found.words
            for state in found.engines:
                if (
                    not state.available or state.id not in states
                ):  # a failure half-way is not hidden by what follows
                    states[state.id] = state.to_json()
            remarks += [(locator, text, remark) for remark in found.remarks]
        whole = "\n".join(text for _, text in pieces)
        told = measures(whole, words, [remark for _, _, remark in remarks])
        if not document.sheets:
            remarks += _advice(pieces, whole)
        result["files"].append(
            {"path": document.path, "words": words, "engines": list(states.values()),
             "remarks": [_record(*one) for one in remarks],
             "readability": told["readability"], "families": told["families"]}
        )  # fmt: skip
    return result


def _record(locator: Any, text: str, remark: Remark) -> dict[str, Any]:
    """A remark with its family and the sentence around it."""
    from ascom_coach.language import family_of, sentences

    around = next((one for one in sentences(text) if one.start <= remark.start < one.end), None)
    return {
        **dataclasses.asdict(remark),
        "locator": locator.to_json() if locator else None,
        "family": family_of(remark.rule, remark.label),
        "sentence": around and {
            "text": around.text, "start": remark.start - around.start, "end": min(remark.end, around.end) - around.start
        },
    }  # fmt: skip


def _advice(pieces: Sequence[tuple[Any, str]], whole: str) -> list[tuple[Any, str, Remark]]:
    """Advice on the tone of the whole text, each at its piece."""
    from ascom_coach.language import tone_advice

    starts = list(accumulate((len(text) + 1 for _, text in pieces), initial=0))
    found = []
    for remark in tone_advice(whole):
        index = bisect_right(starts, remark.start) - 1
        locator, text = pieces[index]
        start, end = remark.start - starts[index], min(remark.end - starts[index], len(text))
        found.append(
            (locator, text, dataclasses.replace(remark, start=start, end=end, quote=text[start:end]))
        )
    return found


def _whole_text(path: Path, fallback: str) -> str:
    """The decoded text of a txt or md file, so that offsets are those of the file."""
    try:
        data = path.read_bytes()
    except OSError:
        return fallback
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")
