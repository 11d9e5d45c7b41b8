"""`demander` and `index`: questions about the référentiel."""

from __future__ import annotations

import argparse
import sys
from dataclasses import asdict
from pathlib import Path

from ascom_coach.cli.output import dump, dump_line, lines_of, opened
from ascom_coach.coach import Coach
from ascom_coach.errors import RefusedInputError, WrongUseError
from ascom_coach.retrieval import Answer


def run(arguments: argparse.Namespace) -> int:
    """Answer one question or a file of them; rebuild the index."""
    with opened(arguments) as coach:
        return _index(coach, arguments) if arguments.command == "index" else _ask(coach, arguments)


def _ask(coach: Coach, arguments: argparse.Namespace) -> int:
    if arguments.k < 1:
        raise WrongUseError("Indiquez avec --k un nombre de passages à partir de 1.")
    if arguments.questions is None:
        if arguments.question is None:
            raise WrongUseError("Posez une question entre guillemets, ou donnez un fichier avec --questions.")
        answer = coach.ask(arguments.question, bloc=arguments.bloc, k=arguments.k)
        _show(coach.phrase(answer), arguments.json)
        return 0
    for line in lines_of(arguments.questions):
        if not line.strip():
            continue
        answer = coach.phrase(coach.ask(line, bloc=arguments.bloc, k=arguments.k))
        if arguments.json:
            dump_line(answer.to_json())
        else:
            print(f"— {line.strip()}")
            _show(answer, False)
            print()
    return 0


def _show(answer: Answer, as_json: bool) -> None:
    document = answer.to_json()
    if as_json:
        dump(document)
        return
    if worded := document.get("phrased"):
        print(f"{worded['text']}\n(mis en mots par {worded['model']}, à vérifier dans les passages)\n")
    print(document["answer"])
    for choice in document["choices"]:
        print(f"  · {choice if isinstance(choice, str) else choice.get('label', choice.get('text', ''))}")
    for passage in document["passages"]:
        ids = ", ".join(passage["ids"])
        mark = "" if passage["official"] else " (votre cours, non officiel)"
        bloc = f"bloc {passage['bloc']}, " if passage["bloc"] else ""
        source = passage["source"]
        if not passage["official"]:
            print(f"\n{source['file']}, {source['place']}{mark}\n{passage['text']}")
            continue
        print(f"\n[{ids}] {bloc}{source['place']}\n« {passage['text']} »")


def _index(coach: Coach, arguments: argparse.Namespace) -> int:
    if arguments.ajouter:
        return _add(coach, arguments)
    if arguments.retirer:
        gone = coach.remove_course([str(one) for one in arguments.retirer])
        if arguments.json:
            dump({"removed": gone})
        else:
            print("\n".join(f"«\u00a0{name}\u00a0» est retiré de vos cours." for name in gone))
        return 0
    from ascom_coach.cli.vectors import Steps
    from ascom_coach.retrieval import rebuild

    count = rebuild(coach.data / "index")
    known = coach.search().build_model_index(Steps())
    files = coach.course_files()
    if arguments.json:
        course = [asdict(one) | {"path": Path(one.path).name} for one in files]
        dump({"passages": count, "course": course} | ({"model": asdict(known)} if known else {}))
        return 0
    print(f"L’index du référentiel est reconstruit : {count} passages officiels.")
    if known is not None:
        from ascom_coach.searching import made_in_words

        print(made_in_words(known))
    if not files:
        print("Aucun cours ajouté. Pour en ajouter un : ascom-coach index --ajouter FICHIER")
    for one in files:
        print(f"  {one.name} : {passages(one.passages)}, ajouté le {french_date(one.added)}")
    return 0


def _add(coach: Coach, arguments: argparse.Namespace) -> int:
    def progress(done: int, total: int, name: str) -> None:
        if total > 1 and name:
            print(f"{done + 1}/{total} {name}", file=sys.stderr)

    done = coach.add_course(arguments.ajouter, progress)
    if arguments.json:
        dump({"files": [asdict(one) for one in done]})
    else:
        print("\n".join(one.sentence for one in done))
    if not done:
        raise RefusedInputError(
            "Ce dossier ne contient aucun document à ajouter (.docx, .odt, .pptx, .pdf, .md, .txt)."
        )
    return 1 if any(one.state == "refuse" for one in done) else 0


def passages(count: int) -> str:
    """« 1 passage », « 12 passages »."""
    return f"{count} passage{'s' if count > 1 else ''}"


def french_date(stamp: str) -> str:
    """« 25/11/2026 » from an ISO date and time."""
    return "/".join(reversed(stamp[:10].split("-")))
