"""The decision: a fact, a clarification between a few, or nothing that is held here."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Literal

from ascom_coach.language import Repairer, lexicon, normalise_typed, plain, words
from ascom_coach.rehearsal.understanding import topics
from ascom_coach.rehearsal.understanding.concepts import vocabulary
from ascom_coach.rehearsal.understanding.ellipsis import leans
from ascom_coach.rehearsal.understanding.matching import (
    Features,
    Nearest,
    Weights,
    explained,
    features,
    keyword_share,
)
from ascom_coach.rehearsal.understanding.questions import asks, expects, may_ask, questions

Decision = Literal["fait", "clarifier", "aucun"]

# What is left of a fact's score when its value is not of the kind that the question word calls for.
MISMATCH = 0.7
# What being about the same topics adds, at most.
TOPIC = 0.5
# A straight answer: a score with its lead over the next fact (share of the score). Then: worth a clarification.
CLEAR = ((0.2, 0.6), (0.5, 0.15))
MAYBE = 0.06
# A decoy under it is a chance likeness, not what was meant.
DECOY = 0.4
# What a piece that may not be a question must score.
UNMARKED = 0.3
# From it on, a decoy that asks for the game itself is what was meant, whatever fact it resembles.
SURE_DECOY = 0.9
ABOUT_THE_GAME = frozenset(
    f"leurre:{name}"
    for name in ("corrige", "instructions-cachees", "indice-triche", "rediger-a-ma-place", "regles-du-jeu")
)
# Under it, a fact that a decoy beats is not worth a clarification.
WEAK = 0.1
# Shares of known words under which a turn is not taken for French: as typed, and once repaired.
FRENCH = 0.5
FRENCH_REPAIRED = 0.75
# What somebody else knows, when speaking to a person (share of its score).
ELSEWHERE = 0.85


@dataclass(frozen=True, slots=True)
class Askable:
    """Something that can be asked for. `decoy` marks what nobody holds; `answers` is the kind of its value."""

    id: str
    questions: tuple[str, ...]
    keywords: tuple[str, ...] = ()
    label: str = ""
    answers: str = ""
    decoy: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """What one question asks for. `candidates` are (id, score 0–1), best first, decoys left out."""

    text: str
    decision: Decision
    facts: tuple[str, ...]
    candidates: tuple[tuple[str, float], ...]
    decoy: str = ""
    asking: bool = True


@dataclass(frozen=True, slots=True)
class _Entry:
    item: Askable
    keywords: tuple[Features, ...]
    topics: topics.Topics
    known: frozenset[str]


class Reader:
    """Understands questions about a closed set of things. Deterministic, no model, a few milliseconds."""

    def __init__(self, askables: Sequence[Askable]) -> None:
        known = [
            *(q for item in askables for q in (*item.questions, *item.keywords, item.label)),
            *vocabulary(),
        ]
        self._repairer = Repairer(known)
        examples = [[features(self._clean(question)) for question in item.questions] for item in askables]
        self._weights = Weights([one for group in examples for one in group])
        self._entries = [
            _Entry(
                item,
                keywords := tuple(
                    features(self._clean(word)) for word in (*item.keywords, item.label) if word
                ),
                {} if item.decoy else topics.joined(self._clean(question) for question in item.questions),
                frozenset(unit for one in (*group, *keywords) for unit in self._weights.meaning(one)),
            )
            for item, group in zip(askables, examples, strict=True)
        ]
        self._meanings = Nearest([[self._weights.meaning(one) for one in group] for group in examples])
        self._letters = Nearest([[self._weights.letters(one) for one in group] for group in examples])

    def _clean(self, text: str) -> str:
        """SMS written out, then each unknown word repaired towards the scenario and the trade."""
        return self._repairer.repair_text(text)

    def read(self, text: str, *, about: str = "", held: Collection[str] = ()) -> list[Reading]:
        """One reading per question of the turn.

        `about` is the fact just spoken of, for « combien ? » or « et vous ? »; `held` are the facts that the person
        spoken to knows, which come before other people's.
        """
        cleaned = self._clean(text)
        if _foreign(normalise_typed(text), FRENCH) and _foreign(cleaned, FRENCH_REPAIRED):
            return [Reading(cleaned, "aucun", (), ())]
        topic = next((entry.item.label for entry in self._entries if entry.item.id == about), "")
        readings = []
        for piece in questions(cleaned):
            readings.append(self._one(f"{piece} {topic}" if topic and leans(piece) else piece, held))
            topic = self._topic(readings[-1]) or topic
        if len(readings) > 1 and not any(reading.decision == "fait" for reading in readings):
            whole = self._one(cleaned, held)
            if whole.decision != "aucun":
                return [whole]
        return readings

    def _topic(self, reading: Reading) -> str:
        """The public label of what a piece asked for, empty when it asked for nothing certain."""
        wanted = reading.facts[0] if reading.facts else ""
        return next((entry.item.label for entry in self._entries if wanted and entry.item.id == wanted), "")

    def scores(self, piece: str) -> list[tuple[Askable, float]]:
        """Every askable thing with its score, best first."""
        asked = features(piece)
        meanings = self._meanings.cosines(self._weights.meaning(asked))
        letters = self._letters.cosines(self._weights.letters(asked))
        known = self._weights.knows(asked)
        wanted = expects(piece)
        about = topics.topics(piece)
        found = []
        for entry, near, spelt in zip(self._entries, meanings, letters, strict=True):
            key = keyword_share(asked, entry.keywords, self._weights)
            said = explained(asked, entry.known, self._weights)
            score = 0.35 * near + 0.20 * spelt + 0.20 * key + 0.25 * said
            score *= 0.55 + 0.45 * known
            score += TOPIC * topics.alike(about, entry.topics)
            if wanted and entry.item.answers:
                score *= 1.12 if wanted == entry.item.answers else MISMATCH
            found.append((entry.item, min(1.0, score)))
        return sorted(found, key=lambda pair: (-pair[1], pair[0].id))

    def _one(self, piece: str, held: Collection[str] = ()) -> Reading:
        ranked = self.scores(piece)
        if held:
            ranked = [
                (item, score if item.decoy or item.id in held else score * ELSEWHERE)
                for item, score in ranked
            ]
            ranked.sort(key=lambda pair: (-pair[1], pair[0].id))
        facts = [(item.id, round(score, 4)) for item, score in ranked if not item.decoy]
        candidates = tuple(facts[:3])
        marked = asks(piece)
        asking = marked or may_ask(piece)
        if not asking or not candidates:
            return Reading(piece, "aucun", (), candidates, asking=asking)
        top = candidates[0][1]
        if not marked and top < UNMARKED:
            return Reading(piece, "aucun", (), candidates, asking=False)
        rival = candidates[1][1] if len(candidates) > 1 else 0.0
        decoy, against = next(((item.id, score) for item, score in ranked if item.decoy), ("", 0.0))
        cheating = against >= SURE_DECOY and decoy in ABOUT_THE_GAME
        if cheating or against >= max(DECOY, top) or (against >= top and top < WEAK):
            return Reading(piece, "aucun", (), candidates, decoy=decoy)
        clear = any(top >= score and top - rival >= lead * top for score, lead in CLEAR)
        if clear and against < top:
            return Reading(piece, "fait", (candidates[0][0],), candidates)
        if top >= MAYBE:
            return Reading(piece, "clarifier", (), candidates, decoy=decoy if against >= top else "")
        return Reading(piece, "aucun", (), candidates, decoy=decoy if against >= MAYBE else "")


def _foreign(text: str, share: float) -> bool:
    """Whether a turn of some length has less than `share` of its words in French: another language, or noise."""
    said = [token for token in words(text) if len(token.folded) >= 3 and token.folded.isalpha()]
    known = sum(lexicon().has_folded(token.text) for token in said)
    return len(said) >= 4 and known < len(said) * share


def same_label(said: str, label: str) -> bool:
    """Whether a choice typed in words names a label: « la livraison » for « la date de livraison »."""
    mine = {token.folded for token in words(plain(said)) if len(token.folded) > 3}
    theirs = {token.folded for token in words(plain(label)) if len(token.folded) > 3}
    return bool(mine) and mine <= theirs
