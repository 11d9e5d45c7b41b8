"""The question of a turn that nobody can answer, when another one was answered: « Pour la couleur, aucune idée. »"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ascom_coach.language import elided, find_values, lexicon, plain, stems
from ascom_coach.rehearsal.again import heard_from
from ascom_coach.rehearsal.clarifying import ask_which, doubtful_facts
from ascom_coach.rehearsal.lines import shared
from ascom_coach.rehearsal.said_before import bare, naming, words_of
from ascom_coach.rehearsal.turn import Turn
from ascom_coach.rehearsal.understanding import Reading
from ascom_coach.rehearsal.understanding.choice import POSSIBLE
from ascom_coach.rehearsal.understanding.questions import expects

_NOUN = re.compile(
    r"(?<!\w)(?:(?:quels?|quelles?)(?: est| sont)? (?:l'|(?:la|le|les) )?"
    r"|(?:comme|la|le|les|un|une|votre|vos|ton|ta|tes) |l'|d')"
    r"(?P<noun>[a-z]{3,})(?!\w)"
)
_PRONOUN = re.compile(r"(?<!\w)(?:je|tu|on|il|elle|nous|vous|ils|elles|qui|ne) $")
_CHOICE = re.compile(r"(?<!\w)(?:le|la|les)quel(?:le)?s?[ ?!.]*$")
_NAME_OF = re.compile(r"(?<!\w)(?:pre)?nom(?!\w)")
_FULL_NAME = re.compile(r"[A-ZÀ-Ý][\w’'-]+(?: [A-ZÀ-Ý][\w’'-]+)+")
"""A first name and a name: who told it told both."""
_NO_THING = frozenset(
    [
        "accord",
        "reste",
        "fait",
        "peu",
        "plus",
        "moins",
        "meme",
        "autre",
        "autres",
        "temps",
        "coup",
        "fois",
        "moment",
    ]
)


_HOLDS = {
    "date": frozenset(["date", "heure", "delai"]),
    "nombre": frozenset(["montant", "quantite", "pourcentage"]),
}


def dodge_the_rest(turn: Turn, who: str, readings: Sequence[Reading], told: Sequence[str]) -> None:
    """`who` answered something (`told`: facts), and says that they cannot answer the first of the other questions."""
    left = next((one for one in readings if one.decision != "fait" and one.asking), None)
    likely = left is not None and left.candidates and left.candidates[0][1] >= POSSIBLE
    if left is not None and likely and left.candidates[0][0] in told:
        return  # « il faut venir avec quoi ? un sécateur ? »: the second question said the first again
    if left is not None and told and _same_thing(turn, told, left.text):
        return  # « le week-end qui vient, ou celui d’après ? »: the other half of the same question
    if left is None or _CHOICE.search(plain(left.text)):  # « je prends lequel ? »: what was told says which
        return
    noun = _noun(left.text)
    doubt = [fact for fact in doubtful_facts(turn, who, [left]) if fact.id not in told]
    if doubt and _known(turn, who, noun):
        ask_which(turn, who, doubt)
        return
    name = left.decoy.removeprefix("leurre:")
    own = next((item.reponses for item in turn.stage.script.scenario.leurres if item.id == name), ())
    if own:
        turn.say(who, turn.pick(own, "leurre"), "hors sujet")
    elif noun and any(set(stems(noun)) & set(stems(point.dit)) for point in heard_from(turn, who)):
        return  # one does not deny knowing of what one spoke of
    elif (noun or _plainly_asks(left.text)) and not _covered(turn, told, left.text):
        subject = _with_article(noun) if noun and not _known(turn, who, noun) else "le reste"
        line = turn.pick(shared("pour_le_reste", turn.stage.character(who).registre), "reste")
        turn.say(who, line.replace("{sujet}", subject), "ne sait pas")


def _same_thing(turn: Turn, told: Sequence[str], text: str) -> bool:
    """Whether a question names only what was told in this turn and asks for no other kind of answer, or ends the
    author's own question for it.
    """
    facts = [turn.stage.script.scenario.fact(key) for key in told]
    if any(bare(question) == bare(turn.heard_text) for fact in facts for question in fact.questions):
        return True  # the author's own words for it
    named = naming(text)
    same = bool(named) and named <= _named_by(turn, told)
    return same and (not expects(text) or _covered(turn, told, text))


def _named_by(turn: Turn, told: Sequence[str]) -> set[str]:
    """The stems with which the author names some facts."""
    facts = [turn.stage.script.scenario.fact(key) for key in told]
    return {stem for fact in facts for source in words_of(fact) for stem in stems(source)}


def _plainly_asks(text: str) -> bool:
    """Whether a question without a noun is still one of its own: « elle part quand », not « combien de fois »."""
    return bool(expects(text)) and "combien" not in plain(text) and len(text.split()) >= 3


def _covered(turn: Turn, told: Sequence[str], text: str) -> bool:
    """Whether what was told in this turn holds the kind of answer asked for: « mardi à 8 h » gives the hour too."""
    if _NAME_OF.search(plain(text)) and any(
        _FULL_NAME.fullmatch(turn.state.told.get(fact, "")) for fact in told
    ):
        return True
    kinds = _HOLDS.get(expects(text), frozenset())
    today = turn.stage.script.scenario.date_fictive
    values = [turn.state.told.get(fact, "") for fact in told]
    return any(value.kind in kinds for text in values for value in find_values(text, today))


def _noun(text: str) -> str:
    """The noun a question is about, spelt as the lexicon does; empty when none is sure (« age », « âge »)."""
    for match in _NOUN.finditer(plain(text)):
        word = match["noun"]
        if _PRONOUN.search(plain(text)[: match.start()]):
            continue  # « on les inscrit »
        typed = text[match.start("noun") : match.end("noun")] if len(plain(text)) == len(text) else word
        forms = [typed] if typed != word else list(lexicon().spellings(word))
        nouns = [form for form in forms if form.islower() and lexicon().is_pos(form, "N")]
        if len(nouns) == 1 and word not in _NO_THING:
            return nouns[0]
    return ""


def _with_article(noun: str) -> str:
    """« la couleur », « le gaz », « les horaires », « l’année »; « le reste » when the gender is not sure."""
    readings = [one for one in lexicon().analyses(noun) if one.pos == "N"]
    genders, numbers = {one.gender for one in readings}, {one.number for one in readings}
    if numbers == {"p"}:
        return f"les {noun}"
    if numbers & {"p", ""} or len(genders) != 1 or not genders <= {"m", "f"}:
        return "le reste"
    return elided("la " if genders == {"f"} else "le ", noun)


def _known(turn: Turn, who: str, noun: str) -> bool:
    """Whether something that `who` holds is spoken of with that noun, if any: one does not deny knowing of it."""
    wanted = set(stems(noun))
    return any(wanted & set(stems(source)) for source in spoken_of(turn, who))


def spoken_of(turn: Turn, who: str) -> Iterator[str]:
    """The words in which what `who` holds may be spoken of: labels, values, keywords, examples."""
    for fact in turn.stage.facts_of(who):
        yield from (fact.porte_sur, fact.valeur, *fact.mots_cles, *fact.questions)
