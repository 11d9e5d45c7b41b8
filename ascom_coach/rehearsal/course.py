"""The course of a session: entering steps, hearing instructions, unforeseen events, ends."""

from __future__ import annotations

from ascom_coach.rehearsal import events as ev
from ascom_coach.rehearsal.lines import shared
from ascom_coach.rehearsal.manners import holds_on, interrupted
from ascom_coach.rehearsal.telling import reply_of, tell
from ascom_coach.rehearsal.turn import Turn
from ascom_coach.scenarios.schema import Condition, Dialogue, OralInstruction, Step


def enter(turn: Turn, step: Step) -> None:
    """A step begins: the person there speaks first."""
    people = turn.stage.people(step)
    first = people[0] if people else ""
    turn.emit(ev.StepEntered, step_id=step.id, turn=0, who=first, kind=step.type)  # turns count within a step
    if isinstance(step, OralInstruction):
        if step.ouverture:
            turn.say(first, turn.pick(step.ouverture, "ouverture"), "ouverture", voiced=False)
        hear(turn, step, 1)
        return
    if isinstance(step, Dialogue) and first:
        greet(turn, first, opening=True)


def greet(turn: Turn, who: str, *, opening: bool = False) -> None:
    """A person speaks first: opening line, grievance, then what they say without being asked."""
    character = turn.stage.character(who)
    lines = character.ouverture if opening else (character.salutations or character.ouverture)
    turn.say(
        who,
        turn.pick(lines or shared("salutations", character.registre), "ouverture"),
        "ouverture",
        voiced=False,
    )
    if opening and character.grief:
        turn.say(who, character.grief, "ouverture", voiced=False)
    for fact in turn.stage.facts_of(who):
        if fact.acces == "spontane" and fact.id not in turn.state.told:
            tell(turn, fact, "spontané")
            turn.say(who, reply_of(turn, fact), "spontané", voiced=False)


def hear(turn: Turn, step: OralInstruction, hearing: int) -> None:
    """The instruction is said, point by point."""
    for rank, point in enumerate(step.points):
        interrupted(turn, step.qui, rank, len(step.points))
        words = point.dit
        if point.lapsus:
            register = turn.stage.character(step.qui).registre
            words = f"{point.lapsus} {turn.pick(shared('lapsus', register), 'lapsus')} {point.dit}"
        turn.spend(words)
        turn.emit(ev.Heard, who=step.qui, point=point.id, text=words, hearing=hearing)


def unforeseen(turn: Turn) -> None:
    """What is due by now in this step happens."""
    for twist in turn.stage.script.scenario.imprevus:
        if twist.id in turn.state.twists or twist.quand.etape != turn.state.step:
            continue
        elapsed = turn.minute - turn.state.step_minute
        due = twist.quand.minute is not None and elapsed >= twist.quand.minute
        due = due or (twist.quand.tours is not None and turn.state.turn >= twist.quand.tours)
        if due:
            change = twist.change
            turn.emit(
                ev.TwistFired, who=twist.qui, twist=twist.id,
                fact=change.fait if change else "", value=change.valeur if change else "",
            )  # fmt: skip
            turn.say(twist.qui, twist.dit, "imprévu", voiced=False)


def holds(turn: Turn, condition: Condition, who: str, acts: set[str]) -> bool:
    """Whether every key of a condition holds now, for the person `who`."""
    scenario = turn.stage.script.scenario
    state = turn.state
    present = turn.stage.people(turn.stage.step(state.step))
    essential = [fact.id for fact in scenario.faits if fact.essentiel and fact.qui in present]
    tests = (
        (condition.humeur_min, lambda value: turn.mood(who) >= value),
        (condition.humeur_max, lambda value: turn.mood(who) <= value),
        (condition.tours_min, lambda value: state.turn >= value),
        (condition.tours_max, lambda value: state.turn >= value),
        (condition.essentiels, lambda value: all(fact in state.told for fact in essential) is value),
        (condition.acte or None, lambda value: value in acts),
        (condition.fait or None, lambda value: value in state.told),
        (condition.imprevu or None, lambda value: value in state.twists),
        (condition.etape or None, lambda value: state.step == value),
        (condition.minute, lambda value: turn.minute - state.step_minute >= value),
    )
    return all(test(value) for value, test in tests if value is not None)


def ends(turn: Turn, who: str, acts: set[str]) -> None:
    """The conversation ends when an author's condition holds, when turns run out, or when it is closed."""
    step = turn.stage.step(turn.state.step)
    if not isinstance(step, Dialogue):
        return
    main = step.qui[0]
    if who != main and "cloture" in acts:
        other = turn.stage.character(who)
        turn.say(who, turn.pick(other.cloture or shared("fin", other.registre), "fin"), "fin", voiced=False)
    if step.id in turn.state.closed:
        return
    if "cloture" in acts and who == main and holds_on(turn, main):
        return
    character = turn.stage.character(main)
    for end in turn.stage.script.scenario.fins:
        if holds(turn, end.si, main, acts if who == main else acts - {"cloture"}):
            turn.say(main, end.dit or turn.pick(character.cloture or shared("fin", character.registre), "fin"), "fin",
                     voiced=False)  # fmt: skip
            turn.emit(ev.ConversationEnded, end=end.id, reason="condition du scénario")
            return
    if "cloture" in acts and who == main:
        turn.say(
            main,
            turn.pick(character.cloture or shared("fin", character.registre), "fin"),
            "fin",
            voiced=False,
        )
        turn.emit(ev.ConversationEnded, end="cloturee", reason="vous avez pris congé")
    elif step.tours_max is not None and turn.state.turn >= step.tours_max:
        turn.emit(ev.ConversationEnded, end="temps", reason="le nombre de répliques prévu est atteint")
