"""The decision: a fact, a clarification between a few, or nothing that is held here."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from ascom_coach.language import Repairer, Vocabulary, normalise_typed, plain, rejoined, words
from ascom_coach.rehearsal.understanding.asking import asking_tone
from ascom_coach.rehearsal.understanding.choice import POSSIBLE, SURE, likelihoods
from ascom_coach.rehearsal.understanding.concepts import vocabulary
from ascom_coach.rehearsal.understanding.ellipsis import conditional, leans, of_it, speaks_of_it
from ascom_coach.rehearsal.understanding.evidence import ABOUT_THE_GAME, POINT, Askable, Evidence
from ascom_coach.rehearsal.understanding.leanings import Company, Leanings
from ascom_coach.rehearsal.understanding.questions import (
    addresses,
    asks,
    expects,
    halves,
    named_choice,
    opens,
    questions,
    reports,
    states,
    wants,
)
from ascom_coach.rehearsal.understanding.small_talk import about_you
from ascom_coach.rehearsal.understanding.tones import (
    ASKED_TONE,
    FRENCH,
    FRENCH_REPAIRED,
    TONE,
    foreign,
    marks,
    tone_of,
)

Decision = Literal["fait", "clarifier", "aucun"]

# A fact of the person spoken to, so likely while no other of theirs is more than that share of it, is asked for…
ALONE = ((0.5, 0.2), (0.4, 0.05))
# …if what others know is not more than this share: one rather asks who knows.
OTHERS = 0.4
# Under it, the likeliest fact is not what words without any mark ask for.
FAINT = 0.2
# From it on, what one tells to have found is about a fact that was not told yet.
BROUGHT_UP = 0.9
# The same, when the words are about the person spoken to: « vous serez là demain ».
YOURS = 0.8
# A decoy under it is a chance likeness, not what was meant.
DECOY = 0.4
# The same for a piece that may not be a question.
UNMARKED_DECOY = 0.6
# A fact so likely is worth a clarification though a decoy resembles, or though nothing marks a question.
PLAUSIBLE = 0.45
# All facts together, under it, give way to a decoy that was not surely meant.
EVEN = 0.5
# Under it not even the likeliest fact is worth a question: many small chances are no doubt between two things.
LEAST = 0.09
# From it on a decoy that asks for the game itself is what was meant, whatever fact is likely; so is one that is so far
# ahead of the best fact, if it is clear where a fact is likely.
SURE_DECOY = 0.9
CLEAR_DECOY = 0.6
LEAD = 0.2
# From it, if the best fact is not half as near, a turn may be about the game.
GAME = 0.3
# From it on, what is asked under a condition may be what the person spoken to knows.
SOME = 0.25
# A second half under it is about nothing that is held here.
STRANGE = 0.15


@dataclass(frozen=True, slots=True)
class Reading:
    """What one question asks for. `candidates` are (id, score 0–1), best first, decoys left out."""

    text: str
    decision: Decision
    facts: tuple[str, ...]
    candidates: tuple[tuple[str, float], ...]
    decoy: str = ""
    asking: bool = True


# « Y a marqué quoi dessus » speaks of no brand.
_MARKED_ON = re.compile(r"(?<![\w'])(?:il y a|c'est|y a) marqu[ée](?!\w)")
# « Ça marque quoi ? » speaks of none either.
_SHOWS = re.compile(r"(?<=\w )(?<!je )(?<!on )(?<!tu )marqu(?:e|ent)(?= quoi(?!\w))")
# « Il s’appelle comment ? » speaks of no phone call.
_CALLED = re.compile(r"(?<![\w'])s['’]appel+(?:e|ent|ait|aient|erait)(?!\w)", re.IGNORECASE)
# « Attends le geste c’est combien »: a word that holds the other one opens no question.
_HELD = re.compile(
    r"^\W*(?:attends?|attendez|pardon|oula|houla|(?:excuse|excusez)[- ]moi|désolée?) +(?=[\w'’-]+ [\w'’-]+)",
    re.IGNORECASE,
)
_POLITE = re.compile(
    r"[ ,]*s['’]il (?:te|vous) pla[iî]t|[ ,]+(?:madame|monsieur|mademoiselle)(?=[ ?!.]*$)"
    r"|^(?:(?:bonjour|bonsoir|oui|alors|et|donc)[ ,]+)*(?:madame|monsieur|mademoiselle)[ ,]+"
    r"(?=(?:je|vous|on|il|elle|est|quel|quand|ou|comment|combien)(?!\w))",
    re.IGNORECASE,
)
"""What is said out of courtesy, to the person spoken to."""


@cache
def _trade() -> Vocabulary:
    """The words of the trade, the same for every scenario."""
    return Vocabulary(vocabulary())


class Reader:
    """Understands questions about a closed set of things. Deterministic, no model, a few milliseconds."""

    def __init__(self, askables: Sequence[Askable]) -> None:
        known = [q for item in askables for q in (*item.questions, *item.keywords, item.label)]
        self._repairer = Repairer(known, _trade())
        self.evidence = Evidence(askables, self.clean)
        self._leanings = Leanings(self.evidence.facts)
        self._own_decoys = frozenset(item.id for item in askables if item.decoy and item.own)

    def clean(self, text: str) -> str:
        """SMS written out, then each unknown word repaired towards the scenario and the trade."""
        repaired: str = _MARKED_ON.sub("il est affiché", self._repairer.repair_text(rejoined(text)))
        repaired = _SHOWS.sub("affiche", repaired)
        return _CALLED.sub("a pour nom", repaired)

    def read(
        self,
        text: str,
        *,
        about: str = "",
        held: Collection[str] = (),
        told: Collection[str] | None = None,
        refused: Collection[str] = (),
    ) -> list[Reading]:
        """One reading per question of the turn.

        `about` is the fact just spoken of, for « combien ? » or « et vous ? »; `held` are the facts that the person
        spoken to knows, which come before other people's; `told` those that were told, None when any may have been;
        `refused` those just offered, which were not meant.
        """
        company = Company(held, told, refused)
        cleaned = _HELD.sub("", named_choice(self.clean(text)))
        if foreign(normalise_typed(rejoined(text)), FRENCH) and foreign(cleaned, FRENCH_REPAIRED):
            return [Reading(cleaned, "aucun", (), ())]
        topic = self._label(about)
        readings: list[Reading] = []
        apart = True
        for piece in questions(cleaned):
            lean = bool(topic) and apart and leans(piece)  # « où, et quel jour ? » asks two things
            before = () if lean else [fact for reading in readings for fact in reading.facts]
            said = f"{piece} {topic}" if lean else piece
            spent = self._spent(about, piece) if lean else ""
            found = self._both(said, company) or [self._one(said, company, before, spent)]
            if lean and not found[0].facts:
                found = [_surer(found[0], self._one(piece, company, before))]
            elif topic and not lean and speaks_of_it(piece):
                found = [self._of_it(found[0], of_it(piece, topic), company, about)]
            if found[0].decision != "aucun" and not _theirs(found[0], company):
                found = self._conditions(piece, company) or found
            readings += found
            topic = self._label(*readings[-1].facts) or topic
            apart = piece.endswith("?")
        if len(readings) > 1 and not any(reading.decision == "fait" for reading in readings):
            whole = self._one(cleaned, company)
            if whole.decision != "aucun":
                return [whole]
        return readings

    def _label(self, *facts: str) -> str:
        """The public label of the first of some facts, empty when there is none."""
        return next((item.label for item in self.evidence.facts if facts and item.id == facts[0]), "")

    def _spent(self, about: str, piece: str) -> str:
        """The fact just spoken of, if it cannot be what « avec qui ? » asks after it: another kind of answer."""
        wanted = expects(piece)
        for item in self.evidence.facts:
            if wanted and item.id == about and item.answers != wanted:
                return "" if any(expects(question) == wanted for question in item.questions) else about
        return ""

    def _of_it(self, alone: Reading, said: str, company: Company, about: str) -> Reading:
        """« il se met où ? » after a name: read with the name's label, if alone it asks for nothing held."""
        if alone.facts and (not company.held or alone.facts[0] in company.held):
            return alone
        return _surer(alone, self._one(said, company, (), about), company.held)

    def _conditions(self, piece: str, company: Company) -> list[Reading]:
        """« si jamais il pleut, on peut annuler ? » read by halves, for what the person spoken to knows; else empty."""
        for part in conditional(piece):
            one = self._one(part, company)
            if one.decision != "aucun" and _theirs(one, company) and one.candidates[0][1] >= SOME:
                return [replace(one, text=piece)]
        return []

    def _both(self, piece: str, company: Company) -> list[Reading]:
        """Readings of the halves of a piece that surely names two things; empty when it names one.

        The second may be something that nobody holds.
        """
        for left, right in halves(piece):
            found = [self._one(left, company), self._one(right, company)]
            if found[1].facts and found[0].decision == "clarifier":
                return found
            if not found[0].facts:
                continue
            if found[1].decision == "clarifier" and found[1].candidates[0][0] != found[0].facts[0]:
                return found
            strange = found[1].decision == "aucun" and (found[1].decoy or found[1].candidates[0][1] < STRANGE)
            if strange or (found[1].facts and found[0].facts != found[1].facts):
                return found
        return []

    def _one(self, piece: str, company: Company, before: Collection[str] = (), spent: str = "") -> Reading:
        seen = self.evidence.weigh(_POLITE.sub("", piece) or piece)
        marked, asking = marks(piece)
        marked = marked or (asks(piece) and seen.decoy in ABOUT_THE_GAME and seen.against >= DECOY)
        asking = asking or marked
        handicaps = self._leanings.handicaps(piece, seen, company, before, spent)
        chances = likelihoods(seen, handicaps)
        ranked = sorted(
            zip((item.id for item in self.evidence.facts), chances, strict=True),
            key=lambda pair: (-pair[1], pair[0]),
        )
        candidates = tuple(ranked[:3])
        if candidates and self._brought_up(piece, candidates[0], company):
            asking = marked = True
        if candidates and not asking and self._only_this(piece, candidates[0], company):
            asking = marked = True
        surely = "?" in piece or opens(piece) or wants(piece)
        tone = tone_of(piece)
        if tone < ASKED_TONE and candidates and candidates[0][1] < FAINT and seen.against < DECOY:
            asking = marked = False  # a tone alone, about nothing in particular
        elsewhere = bool(company.held and candidates) and candidates[0][0] not in company.held
        if (
            tone < ASKED_TONE
            and elsewhere
            and seen.against < DECOY
            and not candidates[0][0].startswith(POINT)
        ):
            asking = marked = False  # one tells people more than one asks of them what others know
        if not surely and candidates:  # who says the value without asking reads it back
            first = candidates[0][0]
            at = next(at for at, item in enumerate(self.evidence.facts) if item.id == first)
            theirs = not company.held or first in company.held  # who does not hold it is told it
            known = company.told is None or first in company.told or not theirs
            asking = asking and not (known and self._leanings.says_value(at, piece))
        if not asking or not candidates:
            return Reading(piece, "aucun", (), candidates, asking=asking)
        if (
            seen.decoy
            and seen.decoy not in ABOUT_THE_GAME
            and not self._own(seen.decoy)
            and not about_you(piece)
        ):
            seen = replace(seen, decoy="", against=0.0, meant=False)
        top, likely = candidates[0][1], sum(chances)
        least = DECOY if top < PLAUSIBLE else CLEAR_DECOY
        ahead = seen.against >= SURE_DECOY or seen.against >= max(least, seen.best + LEAD)
        cheating = ahead and seen.decoy in ABOUT_THE_GAME
        # What may ask for the game itself is set apart on less: no model gets to choose a fact for it.
        game = seen.decoy in ABOUT_THE_GAME and seen.against >= max(GAME, 2 * seen.best)
        meant = seen.meant or game
        strong = max(DECOY if marked else UNMARKED_DECOY, seen.best)
        enough = SURE if meant else EVEN
        if cheating or (seen.against >= strong and top < PLAUSIBLE and likely < enough):
            return Reading(piece, "aucun", (), candidates, decoy=seen.decoy if cheating or meant else "")
        if not marked and top < PLAUSIBLE:
            return Reading(piece, "aucun", (), candidates, asking=False)
        playing = not (seen.decoy in ABOUT_THE_GAME and seen.against >= GAME)
        held = playing and candidates[0][0] in company.held
        if top >= SURE or (marked and held and _alone(candidates, company.held)):
            return Reading(piece, "fait", (candidates[0][0],), candidates)
        nearer = seen.against >= (DECOY if top < FAINT else seen.best)
        decoy = seen.decoy if game or (meant and nearer) else ""
        worth = likely >= POSSIBLE and top >= (LEAST if surely else FAINT)
        return Reading(piece, "clarifier" if worth else "aucun", (), candidates, decoy=decoy)

    def _own(self, decoy: str) -> bool:
        """Whether a decoy is the author's."""
        return decoy in self._own_decoys

    @staticmethod
    def _only_this(piece: str, best: tuple[str, float], company: Company) -> bool:
        """Whether words that nothing marks can hardly be about anything but one thing not told yet."""
        fact, score = best
        new = fact in company.held and company.told is not None and fact not in company.told
        if not new or states(piece):
            return False
        yours = score >= YOURS and addresses(piece)  # nobody is told what they do themselves
        return yours or (score >= BROUGHT_UP and asking_tone(piece) >= TONE)

    @staticmethod
    def _brought_up(piece: str, best: tuple[str, float], company: Company) -> bool:
        """Whether « j’ai deux lignes pour elle » brings up, before who knows, something that they did not tell yet."""
        fact, score = best
        new = fact in company.held and company.told is not None and fact not in company.told
        return new and score >= BROUGHT_UP and reports(piece)


def _alone(candidates: Sequence[tuple[str, float]], held: Collection[str]) -> bool:
    """Whether the first candidate is likely and every other far behind it; `held` is what the same person knows."""
    top = candidates[0][1]
    return any(
        top >= likely
        and all(
            score <= (share if fact in held or fact.startswith(POINT) else OTHERS) * top
            for fact, score in candidates[1:]
        )
        for likely, share in ALONE
    )


def _theirs(reading: Reading, company: Company) -> bool:
    """Whether the first thing that a reading may ask for is known to the person spoken to, if to anybody."""
    return not company.held or (bool(reading.candidates) and reading.candidates[0][0] in company.held)


def _surer(first: Reading, second: Reading, held: Collection[str] = ()) -> Reading:
    """The second reading when it alone is sure of something held, else the first."""
    return second if second.facts and (not held or second.facts[0] in held) else first


def same_label(said: str, label: str) -> bool:
    """Whether a choice typed in words names a label: « la livraison » for « la date de livraison »."""
    mine = {token.folded for token in words(plain(said)) if len(token.folded) > 3}
    theirs = {token.folded for token in words(plain(label)) if len(token.folded) > 3}
    return bool(mine) and mine <= theirs
