"""One command in, events out. Pure: the same state, command and minute give the same events."""

from __future__ import annotations

from ascom_coach.errors import RefusedInputError
from ascom_coach.rehearsal import commands as do
from ascom_coach.rehearsal import events as ev
from ascom_coach.rehearsal.conversation import say
from ascom_coach.rehearsal.course import ends, enter, greet, hear, unforeseen
from ascom_coach.rehearsal.lines import shared
from ascom_coach.rehearsal.silence import noticed, wordless
from ascom_coach.rehearsal.telling import answer
from ascom_coach.rehearsal.turn import Turn
from ascom_coach.scenarios.schema import OralInstruction


def begin(turn: Turn, *, trainee: str) -> None:
    """The session opens and the first step begins."""
    script = turn.stage.script
    turn.emit(
        ev.Started, scenario=script.id, seed=script.seed, exam=turn.stage.exam, trainee=trainee,
        exam_hearings=turn.stage.exam_hearings, exam_transcript=turn.stage.exam_transcript,
    )  # fmt: skip
    first = turn.stage.following("")
    if first is not None:
        enter(turn, first)


def play(turn: Turn, command: do.Command) -> None:
    """Play a command. Raises RefusedInputError with one French sentence; then nothing happened."""
    if turn.state.over and not isinstance(command, do.RecordHandIn | do.SelfAssess | do.Note | do.Tick):
        raise RefusedInputError("La séance est terminée : ouvrez le bilan, ou recommencez le scénario.")
    unforeseen(turn)
    match command:
        case do.Say():
            _say(turn, command.text)
        case do.Choose() | do.ShowTopics() | do.AskTopic() | do.HearAgain() | do.AskHint():
            _help(turn, command)
        case do.NextStep():
            _next(turn)
        case do.Address():
            _address(turn, command.who)
        case do.Wait():
            turn.minute += max(0.0, command.minutes)
            turn.emit(ev.Waited, minutes=command.minutes)
            if command.minutes > 0:
                _silent(turn)
        case _:
            _work(turn, command)
    unforeseen(turn)


def _work(turn: Turn, command: do.Command) -> None:
    match command:
        case do.Note():
            turn.emit(ev.Noted, text=command.text)
        case do.RecordHandIn():
            for item in command.files:
                _record(turn, item)
        case do.SelfAssess():
            known = turn.stage.script.scenario.referentiel.criteres
            if command.criterion not in known:
                raise RefusedInputError(
                    f"« {command.criterion} » n’est pas un critère d’ici : choisissez parmi {', '.join(known)}."
                )
            turn.emit(ev.SelfAssessed, criterion=command.criterion, level=command.level)
        case do.Finish():
            ended = list(turn.state.closed.values())
            turn.emit(ev.Ended, end=ended[-1] if ended else "terminee")
        case _:
            return


def _record(turn: Turn, item: do.Stored) -> None:
    known = [production.id for production in turn.stage.script.scenario.to_hand_in]
    if item.production not in known:
        raise RefusedInputError(
            f"« {item.production} » n’est pas à remettre ici : ce scénario attend {', '.join(known)}."
        )
    last = turn.state.handed(item.production)
    if last and turn.stage.exam:
        raise RefusedInputError("En examen, une copie remise est scellée : on ne la remplace pas.")
    version = last.version + 1 if last else 1
    turn.emit(
        ev.HandedIn,
        production=item.production,
        path=item.path,
        stored=item.stored,
        sha256=item.sha256,
        version=version,
    )


def _present(turn: Turn) -> str:
    step = turn.stage.step(turn.state.step)
    people = turn.stage.people(step)
    if not people:
        raise RefusedInputError(
            "Personne n’est là pour vous répondre : écrivez votre document, puis remettez-le."
        )
    who = turn.state.speaking_to if turn.state.speaking_to in people else people[0]
    if who == people[0] and turn.state.step in turn.state.closed:
        raise RefusedInputError(_gone(turn, people))
    return who


def _gone(turn: Turn, people: tuple[str, ...]) -> str:
    """The first person left: what remains possible."""
    if len(people) == 1:
        return "La conversation est terminée : passez à l’étape suivante."
    others = ", ".join(turn.stage.character(person).nom for person in people[1:])
    gone = turn.stage.character(people[0]).nom
    return f"La conversation avec {gone} est terminée : parlez à {others}, ou passez à l’étape suivante."


def _say(turn: Turn, text: str) -> None:
    who = _present(turn)
    if wordless(text):
        turn.speak_for_trainee(text, who)
        _silent(turn)
        return
    acts = say(turn, text, who)
    ends(turn, who, acts)


def _silent(turn: Turn) -> None:
    who = noticed(turn)
    if who:
        ends(turn, who, set())


def _help(turn: Turn, command: do.Command) -> None:
    if turn.stage.exam and isinstance(command, do.ShowTopics | do.AskTopic | do.AskHint):
        raise RefusedInputError(
            "En examen, il n’y a ni liste de sujets ni indice : faites avec vos propres mots."
        )
    match command:
        case do.Choose():
            _choose(turn, command.number)
        case do.ShowTopics():
            topics = turn.stage.topics(_present(turn))
            turn.emit(ev.TopicsShown, facts=tuple(fact.id for fact in topics))
        case do.AskTopic():
            who = _present(turn)
            topics = turn.stage.topics(who)
            if not 1 <= command.number <= len(topics):
                raise RefusedInputError(f"Choisissez un sujet entre 1 et {len(topics)}.")
            if not turn.state.topics_open:  # a list just opened counts as one help with its choice
                turn.emit(ev.TopicsShown, facts=tuple(fact.id for fact in topics))
            answer(turn, who, topics[command.number - 1].id, "sujet")
        case do.HearAgain():
            _hear_again(turn)
        case do.AskHint():
            _hint(turn, command.control)


def _choose(turn: Turn, number: int) -> None:
    pending = turn.state.pending
    if not pending:
        raise RefusedInputError("Personne ne vous a demandé de choisir : posez votre question avec vos mots.")
    if number != 1 and len(pending) == 1:
        raise RefusedInputError("Répondez par oui ou par non, ou dites autrement ce que vous voulez savoir.")
    if not 1 <= number <= len(pending):
        raise RefusedInputError(f"Choisissez un numéro entre 1 et {len(pending)}.")
    answer(turn, _present(turn), pending[number - 1], "clarification")


def _hear_again(turn: Turn) -> None:
    step = turn.stage.step(turn.state.step)
    if not isinstance(step, OralInstruction):
        raise RefusedInputError("Il n’y a pas de consigne à réentendre dans cette étape.")
    if turn.state.hearings >= turn.stage.hearings(step, turn.state):
        register = turn.stage.character(step.qui).registre
        turn.say(
            step.qui,
            turn.pick(shared("trop_d_ecoutes", register), "ecoutes"),
            "écoutes épuisées",
            voiced=False,
        )
        return
    hear(turn, step, turn.state.hearings + 1)


def _hint(turn: Turn, control: str) -> None:
    hints = turn.stage.script.scenario.indices
    names = [control] if control else list(hints)
    for name in names:
        given = turn.state.hints.get(name, 0)
        if name in hints and given < len(hints[name]):
            turn.emit(ev.HintOpened, control=name, level=given + 1, text=hints[name][given])
            return
    raise RefusedInputError("Il n’y a plus d’indice : relisez vos notes et les documents remis.")


def _next(turn: Turn) -> None:
    following = turn.stage.following(turn.state.step)
    if following is None:
        raise RefusedInputError(
            "C’était la dernière étape : remettez vos documents, puis terminez la séance."
        )
    enter(turn, following)


def _address(turn: Turn, who: str) -> None:
    people = turn.stage.people(turn.stage.step(turn.state.step))
    names = {turn.stage.character(person).nom.lower(): person for person in people}
    person = who if who in people else names.get(who.lower(), "")
    if not person:
        there = ", ".join(f"{key} ({turn.stage.character(key).nom})" for key in people) or "personne"
        raise RefusedInputError(
            f"« {who} » n’est pas joignable dans cette étape : vous pouvez parler à {there}."
        )
    if person == people[0] and turn.state.step in turn.state.closed:
        raise RefusedInputError(_gone(turn, people))
    met = person in turn.state.met
    if met:
        character = turn.stage.character(person)
        lines = character.accuse_reception or shared("accuse_reception", character.registre)
        turn.say(person, turn.pick(lines, "reprise"), "reprise", voiced=False)
    else:
        greet(turn, person)
