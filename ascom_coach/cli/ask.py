"""`demander` and `index`: questions about the référentiel."""

from __future__ import annotations

import argparse

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
        _show(coach.ask(arguments.question, bloc=arguments.bloc, k=arguments.k), arguments.json)
        return 0
    for line in lines_of(arguments.questions):
        if not line.strip():
            continue
        answer = coach.ask(line, bloc=arguments.bloc, k=arguments.k)
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
    print(document["answer"])
    for choice in document["choices"]:
        print(f"  · {choice if isinstance(choice, str) else choice.get('label', choice.get('text', ''))}")
    for passage in document["passages"]:
        ids = ", ".join(passage["ids"])
        mark = "" if passage["official"] else " (votre cours, non officiel)"
        bloc = f"bloc {passage['bloc']}, " if passage["bloc"] else ""
        print(f"\n[{ids}] {bloc}{passage['source']['place']}{mark}\n« {passage['text']} »")


def _index(coach: Coach, arguments: argparse.Namespace) -> int:
    if arguments.ajouter or arguments.retirer:
        raise RefusedInputError(
            "L’ajout de vos propres cours n’est pas encore possible : seul le référentiel officiel est dans l’index."
        )
    from ascom_coach.retrieval import rebuild

    count = rebuild(coach.data / "index")
    if arguments.json:
        dump({"passages": count})
    else:
        print(f"L’index du référentiel est reconstruit : {count} passages.")
    return 0
