"""All that is computed once per process from the référentiel and the knowledge, with nothing on disk."""

from __future__ import annotations

from functools import cache

from ascom_coach.language import lexicon
from ascom_coach.referential import Referential, load_referential
from ascom_coach.retrieval import knowledge
from ascom_coach.retrieval.absences import Absences
from ascom_coach.retrieval.classifier import ABSENT, load_classifier
from ascom_coach.retrieval.folding import words
from ascom_coach.retrieval.ranking import Ranker
from ascom_coach.retrieval.spelling import Speller
from ascom_coach.retrieval.store import Document
from ascom_coach.retrieval.thesaurus import Thesaurus
from ascom_coach.retrieval.wordlists import COMMON, GENERIC, STOP


class Brain:
    """Thesaurus, ranker, absence cards and speller, ready to use, and the documents to index."""

    def __init__(self, referential: Referential) -> None:
        self.referential = referential
        self.thesaurus = Thesaurus(knowledge.entries(), knowledge.sms(), knowledge.synonyms())
        self.synonyms = knowledge.synonyms()
        self.ranker = Ranker(referential, self.thesaurus, self.synonyms)
        self.absences = Absences(knowledge.cards())
        self.classifier = load_classifier()
        self.speller = make_speller()
        self.documents = self._documents()

    def _documents(self) -> tuple[Document, ...]:
        """Each passage with the phrasings that aim at it first or second."""
        said: dict[str, list[str]] = {}
        for entry in self.thesaurus.entries:
            for target in entry.targets[:2]:
                said.setdefault(target, []).extend(entry.phrases)
        return tuple(
            Document(one.id, ". ".join([one.text, *said.get(one.id, ())]), one.bloc or 0, one.kind)
            for one in self.referential.passages
        )


@cache
def make_speller() -> Speller:
    """Repairs towards the words of the thesaurus, the questions and the text; leaves any French word alone."""
    is_french = lexicon().has_folded
    asked = {
        word
        for entry in knowledge.questions()
        if not entry.targets[0].startswith(ABSENT)
        for one in entry.phrases
        for word in words(one)
        if is_french(word)
    }
    said = [one for entry in knowledge.entries() for one in entry.phrases]
    said += [one.text for one in load_referential().passages]
    trade = asked | {word for one in said for word in words(one)} | GENERIC | set(knowledge.synonyms())
    return Speller(knowledge.sms(), trade - STOP, STOP | COMMON, is_french=is_french)


@cache
def load_brain() -> Brain:
    """The brain of the référentiel that ships with the program, built once."""
    return Brain(load_referential())
