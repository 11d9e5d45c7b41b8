"""The bodies of real requests over whole sessions of every shipped scenario: voice, router, judge, reference answer."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ascom_coach.coach import Coach
from ascom_coach.documents import Document, read_documents
from ascom_coach.errors import RefusedInputError
from ascom_coach.models.child.process import Child
from ascom_coach.models.guard.quantities import plain
from ascom_coach.rehearsal import commands
from ascom_coach.rehearsal.exploring import ACTS, VAGUE
from ascom_coach.scenarios import scenario_folders
from ascom_coach.voicing import ModelVoice

from .conftest import KEY
from .talking_server import PROBE_JSON, TalkingServer, is_probe
from .test_outgoing import ATTACKS, leaked

pytestmark = pytest.mark.xdist_group("litellm-child")
SHIPPED = sorted(scenario_folders())
SECRET_OF_ANOTHER = "Zoé Quidam a peur du camion violet"


def answers(body: dict[str, Any]) -> str:
    """A model of each use: repeats the line, names the last subject, quotes the copy, repeats the first passage."""
    if is_probe(body):
        return PROBE_JSON
    user = body["messages"][-1]["content"]
    if "Sujets possibles" in user:
        subjects = [
            line.partition(" :")[0] for line in user.splitlines() if line.startswith("S") and " : " in line
        ]
        return json.dumps({"sujet": subjects[-1]})
    if "Les réponses possibles" in user:
        copy = user.rpartition("<<<")[2].splitlines()[1:-1]
        line = max(copy, key=len)
        remark = {
            "citation": " ".join(line.split()[:8]),
            "constat": "Cet extrait montre bien où vous voulez en venir.",
        }
        return json.dumps({"remarques": [remark], "avis": "a"}, ensure_ascii=False)
    line = user.partition("sans rien y ajouter) :")[2].partition("Les derniers échanges")[0].strip()
    return json.dumps({"replique": line}, ensure_ascii=False)


@pytest.fixture
def coach(tmp_path: Path, child: Child, talk: TalkingServer) -> Iterator[Coach]:
    one = Coach(tmp_path / "dossier-prive")
    one._voice = ModelVoice(talk.profile(), lambda sentence: None, gateway=talk.gateway(child))
    yield one
    one._voice = None  # the child belongs to all the tests
    one.close()


def play(coach: Coach, name: str, talk: TalkingServer) -> tuple[Any, Any]:
    """Half of the subjects are asked; each step has its attacks, its unsure questions; a fair copy is handed in."""
    coach.choose_person("Zoé Quidam")
    other = coach.open_desk(name)
    other.do(commands.Note(SECRET_OF_ANOTHER))
    coach.choose_person("Léa")
    talk.say = answers
    desk = coach.open_desk(name, voice=coach.voice())
    while True:
        step = desk.stage.step(desk.state.step)
        for person in desk.stage.people(step):
            topics = range(1, len(desk.stage.topics(person)) + 1, 2)
            said = (ACTS["empathie"], *VAGUE, *ATTACKS[:3])
            for command in (
                commands.Address(person),
                *map(commands.Say, said),
                *map(commands.AskTopic, topics),
            ):
                try:
                    desk.do(command)
                except RefusedInputError:
                    break
        if desk.stage.following(desk.state.step) is None:
            break
        desk.do(commands.NextStep())
    folder = desk.stage.script.folder / "temoins" / "moyenne"
    desk.do(commands.HandInFiles(tuple(("", str(path)) for path in sorted(folder.iterdir()))))
    return desk, coach.appraise(coach.review_desk(desk), desk)


@pytest.mark.parametrize("name", SHIPPED)
def test_no_body_holds_what_must_stay_here(coach: Coach, talk: TalkingServer, name: str) -> None:
    desk, review = play(coach, name, talk)
    coach.phrase(coach.ask("Que faut-il respecter dans les documents produits ?"))
    bodies = [json.dumps(body, ensure_ascii=False) for body in talk.bodies]
    sent = talk.sent()
    kinds = ("La même réplique", "Sujets possibles", "Les réponses possibles", "Les passages trouvés")
    assert all(any(kind in body for body in bodies) for kind in kinds)
    assert any(one.appreciation for one in review.criteria)
    scenario = desk.scenario
    copies = [
        read for read in read_documents([path for _, path, _ in desk.copies()]) if isinstance(read, Document)
    ]
    own = " ; ".join([*(copy.text for copy in copies), *(line.text for line in desk.state.transcript)])
    public = f"{scenario.entreprise} ; {scenario.presentation}"
    locked = [fact for fact in scenario.faits if fact.id not in desk.state.told and not fact.aussi_dans]
    assert locked
    assert not [fact.id for fact in locked if leaked(fact, sent, f"{own} ; {public}")]
    hidden = [hint for hints in scenario.indices.values() for hint in hints]
    hidden += [odd.detail for odd in scenario.anomalies]
    hidden += [
        control.message for item in scenario.productions for control in item.controles if control.message
    ]
    assert not [text for text in hidden if text in sent]
    assert SECRET_OF_ANOTHER not in sent
    assert "Zoé" not in sent
    places = (str(coach.data), str(desk.stage.script.folder), str(desk.folder), desk.id, str(Path.cwd()), KEY)
    assert not [place for place in places if any(place in body for body in bodies)]
    _without_the_model_answer(desk, sent)


def _without_the_model_answer(desk: Any, sent: str) -> None:
    folder = desk.stage.script.folder
    keys = [folder / "corrige" / file for file in desk.scenario.corrige.values()]
    seen = [path for _, path, _ in desk.copies()]
    seen += [path for path in (folder / "documents").iterdir() if path.is_file()]
    known = plain(" ".join(one.text for one in read_documents(seen) if isinstance(one, Document)))
    sent = plain(sent)
    checked = 0
    for document in read_documents(keys):
        assert isinstance(document, Document)
        for block in document.visible:
            text = plain(block.text)
            if len(text.split()) >= 9 and text not in known:
                checked += 1
                assert text not in sent
    assert checked > 2
