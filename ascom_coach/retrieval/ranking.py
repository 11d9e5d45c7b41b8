"""Orders the passages for a question: everyday phrasings, words of the text, vectors, and priors."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ascom_coach.referential import Passage, Referential
from ascom_coach.retrieval.folding import stem, words
from ascom_coach.retrieval.intent import Intent
from ascom_coach.retrieval.lexical import Bm25
from ascom_coach.retrieval.spelling import Token
from ascom_coach.retrieval.thesaurus import Thesaurus
from ascom_coach.retrieval.wordlists import GENERIC, ROLES, STOP, WEAK

ROW_KINDS = ("activite", "competence", "production", "critere")
EVERYDAY, LEXICAL, VECTOR = 0.5, 0.2, 0.3
LEARNT = 2.0
"""Weight of the classifier beside that evidence."""
"""Shares of the three readings in the evidence for a passage."""
KIND_PRIOR, BLOC_PRIOR, LINK_SHARE, FAR_FROM_EXAM = 0.1, 0.08, 0.45, 0.1
_GENERIC_WEIGHT, _WEAK_WEIGHT, _ROLE_WEIGHT, _SUBSTANCE = 0.12, 0.4, 0.7, 0.7


@dataclass(frozen=True, slots=True)
class Card:
    """A passage shown once, under the id of the first of its twins."""

    passage: Passage
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Terms:
    """Stems of a question with their weights."""

    topical: tuple[tuple[str, float], ...]
    """What the question is about."""
    generic: tuple[tuple[str, float], ...]
    """How it asks."""

    @property
    def weighted(self) -> tuple[tuple[str, float], ...]:
        """Both, generic words lowered; alone, they keep their weight."""
        low = _GENERIC_WEIGHT if self.topical else 1.0
        return self.topical + tuple((root, weight * low) for root, weight in self.generic)


@dataclass(frozen=True, slots=True)
class Ranked:
    """A card with its evidence (what matched, 0 to 1) and its score (evidence and priors, 0 to 1)."""

    card: Card
    evidence: float
    score: float
    why: str


def terms_of(tokens: Sequence[Token], synonyms: Mapping[str, str]) -> Terms:
    """Split the words of a question into subject and manner."""
    topical: dict[str, float] = {}
    generic: dict[str, float] = {}
    for token in tokens:
        if token.text in STOP or not token.weight or (token.text.isdecimal() and len(token.text) < 3):
            continue
        if len(token.text) < 2:
            continue
        kept = generic if {token.text, token.text.removesuffix("s")} & GENERIC else topical
        meant = synonyms.get(token.text, token.text)
        root = stem(meant)
        share = _WEAK_WEIGHT if token.text in WEAK else _ROLE_WEIGHT if meant in ROLES else 1.0
        weight = token.weight * share
        kept[root] = max(kept.get(root, 0.0), weight)
    return Terms(tuple(topical.items()), tuple(generic.items()))


class Ranker:
    """Prepared once per process from the référentiel and the thesaurus."""

    def __init__(
        self, referential: Referential, thesaurus: Thesaurus, synonyms: Mapping[str, str] | None = None
    ) -> None:
        same = synonyms or {}
        self._referential = referential
        self._thesaurus = thesaurus
        self.cards: tuple[Card, ...] = tuple(
            Card(passage, referential.twins(passage.id))
            for passage in referential.passages
            if referential.twins(passage.id)[0] == passage.id
        )
        self._by_id = {one: card for card in self.cards for one in card.ids}
        stems = {
            card.passage.id: [
                stem(same.get(word, word)) for word in words(card.passage.text) if word not in STOP
            ]
            for card in self.cards
        }
        self.groups: dict[frozenset[str], list[Card]] = {}
        """The activities under each heading of the text, by the stems of the heading."""
        for card in self.cards:
            heading = frozenset(
                stem(same.get(word, word)) for word in words(card.passage.group) if word not in STOP
            )
            if card.passage.kind == "activite" and len(heading) > 2:
                self.groups.setdefault(heading, []).append(card)
        self._stems = {one: frozenset(roots) for one, roots in stems.items()}
        self._lexical = Bm25(stems)

    def card(self, passage_id: str) -> Card:
        """The card that shows this passage."""
        return self._by_id[passage_id]

    def holding(self, roots: Sequence[str]) -> tuple[Card, ...]:
        """The cards whose own text holds all these stems, in the order of the référentiel."""
        return tuple(card for card in self.cards if self._stems[card.passage.id].issuperset(roots))

    def vocabulary(self) -> frozenset[str]:
        """Folded words of the référentiel."""
        return frozenset(word for card in self.cards for word in words(card.passage.text) if word not in STOP)

    def coverage(self, terms: Terms) -> float:
        """Share of the question's subject that the référentiel or the thesaurus knows, 0 to 1."""
        total = known = 0.0
        for root, weight in terms.topical:
            rarity = weight * self._thesaurus.idf(root)
            total += rarity
            if root in self._lexical or self._thesaurus.knows(root):
                known += rarity
        return known / total if total else 1.0

    def knows_subject(self, terms: Terms) -> bool:
        """True when at least one word of substance is known; everyday verbs alone are no subject."""
        return any(
            weight >= _SUBSTANCE and (root in self._lexical or self._thesaurus.knows(root))
            for root, weight in terms.topical
        )

    def rank(
        self, terms: Terms, near: Mapping[str, float], intent: Intent, aimed: Mapping[str, float]
    ) -> list[Ranked]:
        """All cards with some evidence, best first.

        Args:
            terms: the question's stems.
            near: cosine of each passage with the question, by id.
            intent: priors; no passage is removed by them.
            aimed: what the classifier says of each label.
        """
        weighted = terms.weighted
        everyday = self._thesaurus.search(weighted)
        lexical = self._lexical.scores(weighted)
        evidence: dict[str, float] = {}
        why: dict[str, str] = {}
        for card in self.cards:
            one = card.passage.id
            hits = [everyday[twin] for twin in card.ids if twin in everyday]
            hit = max(hits, key=lambda each: each.score, default=None)
            value = (
                EVERYDAY * (hit.score if hit else 0.0)
                + LEXICAL * lexical.get(one, 0.0)
                + VECTOR * max(0.0, *(near.get(twin, 0.0) for twin in card.ids))
            )
            if value > 0.0:
                evidence[one] = value
                why[one] = f"« {hit.phrase} »" if hit else "mots du texte"
        linked = self._links(evidence, intent)
        ranked = []
        named = set(evidence) | set(linked) | {one for one, value in aimed.items() if value > 0.0}
        for one in named & set(self._by_id):
            value = evidence.get(one, 0.0)
            card = self._by_id[one]
            score = value + linked.get(one, 0.0) + LEARNT * max(0.0, aimed.get(one, 0.0))
            if card.passage.kind in intent.kinds:
                score += KIND_PRIOR
            elif card.passage.kind in ("outil", "modalite") and not intent.about_exam:
                score -= FAR_FROM_EXAM
            if intent.blocs and card.passage.bloc is not None:
                blocs = {self._referential.passage(twin).bloc for twin in card.ids}
                score += BLOC_PRIOR if blocs & set(intent.blocs) else -BLOC_PRIOR
            ranked.append(
                Ranked(card, value, 1.0 - math.exp(-max(0.0, score)), why.get(one, "même ligne du tableau"))
            )
        return sorted(ranked, key=lambda each: (-each.score, each.card.passage.id))

    def _links(self, evidence: Mapping[str, float], intent: Intent) -> dict[str, float]:
        """What the strongest passages lend to those of the wanted kinds on the same row."""
        wanted = [kind for kind in intent.kinds if kind in ROW_KINDS]
        lent: dict[str, float] = {}
        anchors = sorted(evidence, key=lambda one: (-evidence[one], one))[:4]
        for kind in wanted:
            for anchor in anchors:
                passage = self._by_id[anchor].passage
                if passage.kind == kind or passage.kind not in ROW_KINDS:
                    continue
                for rank, one in enumerate(self._referential.linked(anchor, kind)):
                    shown = self._by_id[one].passage.id
                    gift = LINK_SHARE * evidence[anchor] * 0.7**rank
                    lent[shown] = max(lent.get(shown, 0.0), gift)
        return lent


def spread_over_kinds(ranked: Sequence[Ranked], kinds: Sequence[str]) -> list[Ranked]:
    """The best passage of each wanted kind first, then the others in order."""
    first: list[Ranked] = []
    for kind in kinds:
        best = next((one for one in ranked if one.card.passage.kind == kind), None)
        if best is not None:
            first.append(best)
    first.sort(key=lambda one: -one.score)
    return first + [one for one in ranked if one not in first]


def spread_over_blocs(ranked: Sequence[Ranked]) -> list[Ranked]:
    """The best passage of each bloc first, then the others in order."""
    first: list[Ranked] = []
    for bloc in (1, 2, 3):
        best = next((one for one in ranked if one.card.passage.bloc == bloc), None)
        if best is not None:
            first.append(best)
    first.sort(key=lambda one: -one.score)
    return first + [one for one in ranked if one not in first]
