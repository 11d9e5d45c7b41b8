"""One question on its way to an answer: each rule looks in turn, and the first that applies decides."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ascom_coach.referential import absence
from ascom_coach.retrieval.answer import (
    NOT_SAID,
    Answer,
    Choice,
    Found,
    Zone,
    cut,
    sentence_for,
    sentence_for_list,
)
from ascom_coach.retrieval.brain import Brain
from ascom_coach.retrieval.classifier import ABSENT, features
from ascom_coach.retrieval.folding import flat, ids_in, stem, words
from ascom_coach.retrieval.intent import Intent, read_intent
from ascom_coach.retrieval.ranking import (
    ROW_KINDS,
    Card,
    Ranked,
    Terms,
    spread_over_blocs,
    spread_over_kinds,
    terms_of,
)
from ascom_coach.retrieval.spelling import Token
from ascom_coach.retrieval.store import Vectors

if TYPE_CHECKING:
    from ascom_coach.retrieval.course import Course
    from ascom_coach.retrieval.model_order import ModelOrder

ANSWER_FROM, PROPOSE_FROM = 0.2, 0.12
"""Evidence of the best passage: from the first on an answer, below the second the text is silent."""
SUBSTANCE_FROM, TITLE_FROM = 0.5, 0.4
"""Evidence asked of a question made of everyday verbs alone, and of one about the title or its exam."""
ABSENT_FROM = 0.25
"""Score of the classifier from which an absence card answers."""
COVERED_FROM = 0.34
"""Share of the question's subject that must be known for an answer without asking back."""
_LISTABLE = ("critere", "production", "competence", "activite", "outil", "bloc", "modalite")
_MANNER_STEMS = """
logiciel materiel outil numer document doc modalit deroul travail travaux droit dispos disposit communiqu
commun commercial gestion
"""
_MANNER = frozenset(_MANNER_STEMS.split())
"""Stems that name a kind of passage or a bloc."""
_BLOC_NAMES = frozenset({"communiqu", "commun", "commercial", "gestion"})
PURPOSE = (
    "Cet outil répond aux questions sur le référentiel ASCOM\u00a0: activités, compétences, "
    "productions, critères et conditions d’évaluation."
)
_NOT_FOUND = f"Reformulez avec le nom d’un document ou d’une tâche. {PURPOSE}"
_MENTION = re.compile(
    r"\b(?:quel(?:le)?s?|tous les|toutes les|liste des|les) (?:passages?|endroits?|lignes?|cases?)\b"
    r"|\b(?:a|en) quel(?:le)?s? (?:passages?|endroits?|lignes?)\b"
    r"|\bou (?:est ce qu on |qu on |ca |on )?parle\b|\bou (?:est il|est ce) question\b"
    r"|\bou (?:figure\w*|trouve\w*) les? mots?\b"
)
_MENTION_STEMS = frozenset(
    stem(word) for word in ("passage", "endroit", "ligne", "case", "mot", "question", "cite", "citent", "parlent",
                            "parle", "mentionnent", "evoquent", "contiennent", "figure", "trouve", "liste",
                            "concernent", "referentiel", "texte", "programme", "ascom")
)  # fmt: skip
_GROUPING = frozenset(
    stem(word) for word in ("composent", "comprend", "comprennent", "regroupe", "contient", "relevent")
)
_RULES = "Du titre et de son épreuve, il donne seulement les conditions d’évaluation ci-dessous."
_UNSURE = "Je ne suis pas sûr de bien comprendre. Pensez-vous à l’un de ces passages\u00a0?"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a rule decided."""

    zone: Zone
    sentence: str
    found: tuple[Found, ...]
    reason: str
    choices: tuple[Choice, ...] = ()


class Inquiry:
    """A question read once: words, hurried writing, subject, intent."""

    def __init__(self, brain: Brain, question: str, bloc: int | None, k: int) -> None:
        self._brain = brain
        self._question = question
        self._bloc = bloc
        self._k = k
        self._model: ModelOrder | None = None
        self._ordered = False
        self._tokens: list[Token] = brain.speller.read(words(question))
        self._terms: Terms = terms_of(self._tokens, brain.synonyms)
        self._raw = flat(question)
        written_out = " ".join(brain.speller.expand_sms(self._raw.split()))
        mended = " ".join(token.text for token in self._tokens if token.weight > 0.5)
        self._surfaces = (self._raw, written_out, mended)
        self._aimed = brain.classifier.scores(features(question, brain.speller, brain.synonyms))
        intent = read_intent(written_out)
        self._intent: Intent = intent if intent.kinds else read_intent(mended)

    def answer(
        self, vectors: Vectors, course: Course | None = None, model: ModelOrder | None = None
    ) -> Answer:
        """The verdict of the first rule that applies, as an answer; the course's passages stand beside it.

        With a `model`, its vectors order the passages of an answer; they settle neither the zone nor a refusal.
        """
        self._model = model
        verdict = (
            self._named()
            or self._card()
            or self._mentioned()
            or self._grouped()
            or self._listed()
            or self._learnt_absence()
        )
        if verdict is None:
            near = vectors.near(self._surfaces[2])
            ranked = self._brain.ranker.rank(self._terms, near, self._intent, self._aimed)
            verdict = self._silent(ranked) or self._by_evidence(ranked)
        engine = f"{vectors.engine}+{'modele+' if self._ordered else ''}lexique"
        beside = course.search(self._surfaces[2], self._terms) if course is not None else ()
        sentence = verdict.sentence
        if beside and verdict.zone == "absent":
            sentence += f" Votre cours en parle\u00a0: {beside[0].file}, {beside[0].place} (non officiel)."
        return Answer(
            self._question,
            verdict.zone,
            sentence,
            engine,
            verdict.found,
            verdict.choices,
            beside,
            verdict.reason,
        )

    def _named(self) -> Verdict | None:
        """Passages whose id is written in the question."""
        found: list[Found] = []
        for one in ids_in(self._question):
            base = one if self._brain.referential.has_passage(one) else one.rstrip("abcde")
            if not self._brain.referential.has_passage(base) or (len(base) == 2 and self._terms.weighted):
                continue
            kept = self._found(Ranked(self._brain.ranker.card(base), 1.0, 1.0, "identifiant"))
            if kept and all(kept.ids != each.ids for each in found):
                found.append(kept)
        return Verdict("repond", sentence_for(tuple(found)), tuple(found), "identifiant") if found else None

    def _card(self) -> Verdict | None:
        """An absence card whose words are in the question."""
        matched = self._brain.absences.match(*self._surfaces)
        if matched is None:
            return None
        card, said = matched
        return self._absent(card.sentence, card.passages, f"{card.id} : {said}")

    def _mentioned(self) -> Verdict | None:
        """Every passage that holds the words asked for: « dans quels passages parle-t-on de… »."""
        if not _MENTION.search(self._raw):
            return None
        roots = [
            root for root, _ in (*self._terms.topical, *self._terms.generic) if root not in _MENTION_STEMS
        ]
        cards = self._brain.ranker.holding(roots) if roots else ()
        blocs = set(self._intent.blocs)
        kept = (card for card in cards if not blocs or self._blocs(card) & blocs)
        found = tuple(
            one for one in (self._found(Ranked(card, 1.0, 1.0, "mots du texte")) for card in kept) if one
        )
        if not found:
            return None
        count = len(found)
        where = f"{count} passage{'s' if count > 1 else ''} du référentiel"
        return Verdict(
            "repond",
            f"Ces mots sont dans {where}\u00a0: {', '.join('/'.join(one.ids) for one in found)}.",
            found,
            "mots du texte",
        )

    def _grouped(self) -> Verdict | None:
        """The activities under a heading of the text, when a list is asked and the heading's words are all there is."""
        if "activite" not in self._intent.kinds and not self._intent.wants_list:
            return None
        subject = {root for root, _ in self._terms.topical} - _GROUPING
        for heading, cards in self._brain.ranker.groups.items():
            if (
                len(subject & heading) >= 2
                and subject <= heading | _MANNER
                and 2 * len(subject & heading) >= len(heading)
            ):
                found = tuple(
                    one for one in (self._found(Ranked(card, 1.0, 1.0, "liste")) for card in cards) if one
                )
                if found:
                    return Verdict("repond", sentence_for_list(found, ("activite",), ()), found, "liste")
        return None

    def _learnt_absence(self) -> Verdict | None:
        """The absence card that the question resembles more than any passage."""
        absent = {one: value for one, value in self._aimed.items() if one.startswith(ABSENT)}
        best = max(absent, key=lambda one: (absent[one], one))
        present = max(value for one, value in self._aimed.items() if one not in absent)
        if absent[best] < ABSENT_FROM or absent[best] < present:
            return None
        name = best.removeprefix(ABSENT)
        card = self._brain.absences.by_id.get(name)
        if card is None:
            return self._gap(name)
        return self._absent(card.sentence, card.passages, f"{card.id} : {absent[best]:.2f}")

    def _listed(self, subject_unknown: bool = False) -> Verdict | None:
        """A complete list, when kinds of passages and perhaps a bloc are named, and nothing else is known."""
        subject = {root for root, _ in self._terms.topical}
        if subject_unknown:
            if not self._intent.blocs:
                return None
        elif subject - _MANNER or (subject & _BLOC_NAMES and not self._intent.blocs):
            return None
        kinds = tuple(kind for kind in self._intent.kinds if kind in _LISTABLE)
        blocs = self._intent.blocs or ((self._bloc,) if self._bloc else ())
        if not kinds and self._intent.wants_list and re.search(r"\bblocs?\b", self._raw):
            kinds, blocs = ("bloc",), ()
        if not kinds and len(blocs) == 1 and self._intent.blocs:
            kinds = ("bloc", "competence")
        if not kinds:
            return None
        if kinds == ("critere",) and blocs == (3,):
            return self._gap("criteres_bloc3")
        cards = (
            card
            for kind in kinds
            for card in self._brain.ranker.cards
            if card.passage.kind == kind and (not blocs or self._blocs(card) & set(blocs))
        )
        found = tuple(one for one in (self._found(Ranked(card, 1.0, 1.0, "liste")) for card in cards) if one)
        if not found:
            return None
        sentence = sentence_for_list(found, kinds, blocs)
        if "critere" in kinds and (not blocs or 3 in blocs):
            sentence += f" {absence('criteres_bloc3').sentence}"
        return Verdict("repond", sentence, found, "liste")

    def _silent(self, ranked: Sequence[Ranked]) -> Verdict | None:
        """Criteria of bloc 3, and layout as a criterion of bloc 2, are not in the text."""
        best = max(ranked, key=lambda one: one.score, default=None)
        if self._intent.bloc == 3 and best is not None and best.card.passage.kind == "critere":
            return self._gap("criteres_bloc3")
        if [kind for kind in self._intent.kinds if kind in ROW_KINDS] != ["critere"]:
            return None
        criteria = [one for one in ranked if one.card.passage.kind == "critere"]
        subject = [one for one in ranked if one.card.passage.kind != "critere"]
        judged = max((one.evidence for one in criteria), default=0.0)
        layout = max((one.evidence for one in criteria if "K1.5" in one.card.ids), default=0.0)
        bloc = self._intent.bloc or self._bloc
        if bloc == 2 and layout >= max(judged, ANSWER_FROM):
            return self._gap("mise_en_forme_bloc2")
        top = max(subject, key=lambda one: one.evidence, default=None)
        about = top if top and top.evidence >= ANSWER_FROM else None
        if bloc == 3 or (bloc is None and about and about.card.passage.bloc == 3 and about.evidence > judged):
            return self._gap("criteres_bloc3", [about.card.passage.id] if about else [])
        return None

    def _by_evidence(self, ranked: list[Ranked]) -> Verdict:
        """Answer, ask back or stay silent, by the strength of the best passage."""
        strength = max((one.evidence for one in ranked), default=0.0)
        covered = self._brain.ranker.coverage(self._terms)
        reason = f"force {strength:.2f}, couverture {covered:.2f}"
        found = self._spread(ranked)
        weak = strength < ANSWER_FROM or covered < COVERED_FROM
        listed = self._listed(subject_unknown=True) if weak and self._intent.kinds else None
        if listed is not None:
            return listed
        silent = self._without_subject(ranked, strength, reason)
        if silent is not None:
            return silent
        if not found or strength < PROPOSE_FROM:
            return self._absent(_NOT_FOUND, (), reason)
        found = self._ordered_by_model() or found
        if weak:
            return Verdict("propose", _UNSURE, found, reason, tuple(map(_choice, found[:3])))
        return Verdict("repond", sentence_for(found), found, reason)

    def _spread(self, ranked: list[Ranked]) -> tuple[Found, ...]:
        """The passages to list, best first, each kind or bloc asked for represented."""
        row_kinds = [kind for kind in self._intent.kinds if kind in ROW_KINDS]
        if len(row_kinds) > 1:
            ranked = spread_over_kinds(ranked, row_kinds)
        elif self._intent.every_bloc:
            ranked = spread_over_blocs(ranked)
        return tuple(one for one in map(self._found, ranked) if one)[: self._k]

    def _ordered_by_model(self) -> tuple[Found, ...]:
        """The same with a model's vectors in place of the built-in ones; nothing when there is none or it fails."""
        near = self._model.near(self._question) if self._model is not None else None
        if near is None:
            return ()
        self._ordered = True
        return self._spread(self._brain.ranker.rank(self._terms, near, self._intent, self._aimed))

    def _without_subject(self, ranked: Sequence[Ranked], strength: float, reason: str) -> Verdict | None:
        """Everyday verbs alone, or a question about the title that nothing but the trade's rows resembles."""
        knows = self._brain.ranker.knows_subject(self._terms)
        if self._terms.topical and strength < SUBSTANCE_FROM and not knows:
            return self._absent(_NOT_FOUND, (), f"aucun mot de fond, {reason}")
        top = max(ranked, key=lambda one: one.evidence, default=None)
        procedural = self._intent.about_title and not self._intent.kinds and strength < TITLE_FROM
        if top is not None and procedural and top.card.passage.kind in ROW_KINDS:
            return self._absent(_RULES, ("M1", "M2", "M3"), f"règlement, {reason}")
        return None

    def _gap(self, code: str, before: Sequence[str] = ()) -> Verdict:
        gap = absence(code)
        return self._absent(gap.sentence, [*before, *gap.passages], code)

    def _absent(self, sentence: str, passages: Sequence[str], reason: str) -> Verdict:
        near: list[Found] = []
        for rank, one in enumerate(passages):
            score = max(0.1, 0.5 - 0.1 * rank)
            kept = self._found(Ranked(self._brain.ranker.card(one), 0.0, score, "le plus proche"))
            if kept and all(kept.ids != each.ids for each in near):
                near.append(kept)
        return Verdict("absent", f"{NOT_SAID}. {sentence}", tuple(near[: self._k]), reason)

    def _blocs(self, card: Card) -> set[int | None]:
        return {self._brain.referential.passage(one).bloc for one in card.ids}

    def _found(self, ranked: Ranked) -> Found | None:
        """The passage to list, or None when the bloc asked for leaves it out."""
        passage = ranked.card.passage
        if self._bloc is not None and passage.bloc is not None:
            twins = map(self._brain.referential.passage, ranked.card.ids)
            own = next((one for one in twins if one.bloc == self._bloc), None)
            if own is None:
                return None
            passage = own
        return Found(passage, ranked.card.ids, ranked.score, ranked.why)


def _choice(found: Found) -> Choice:
    passage = found.passage
    return Choice(passage.id, found.ids, passage.bloc, passage.kind, cut(passage.text))
