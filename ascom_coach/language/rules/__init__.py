"""The rules of the embedded proofreader: narrow, each with its explanation, its test to apply and its examples.

What a rule is, and the ways to write one:          `base` (`needed`: the quick look before a search)
Turns of phrase and forms listed in `knowledge/`:   `word_patterns`, `wordlists`, `heard`
Agreement in the noun group, attributes:            `groups/`
Subject and verb:                                   `subjects/`
Infinitive, participle, mood, tense:                `verbs/`
Homophones and words taken for others, register:    `words/`
Punctuation, typography, capitals, dates:           `marks/`

A file of rules holds `RULES` and stands once in the list below, in the order in which rules that say the same of the
same place speak first.
"""

from __future__ import annotations

import gc
from functools import cache
from importlib import import_module

from ascom_coach.language.rules.base import Rule

FILES = (
    "words.homophones",
    "verbs.auxiliary_slot",
    "verbs.infinitive_or_participle",
    "verbs.conjugation",
    "verbs.infinitive",
    "verbs.infinitive_slot",
    "verbs.infinitive_after",
    "verbs.infinitive_by_verb",
    "verbs.infinitive_sure",
    "verbs.infinitive_listed",
    "verbs.infinitive_for_quality",
    "verbs.participle_second",
    "verbs.bare_infinitive",
    "verbs.participle_form",
    "verbs.after_auxiliary",
    "verbs.heard_participle",
    "verbs.polite_and_promised",
    "verbs.tenses",
    "verbs.moods_asked",
    "verbs.mood_clause",
    "verbs.mood_main",
    "verbs.moods_whatever",
    "verbs.having_or_to",
    "verbs.finite_then_a",
    "verbs.no_subject",
    "verbs.having",
    "groups.quantity",
    "groups.adjectives",
    "subjects.person",
    "subjects.you_have",
    "subjects.pronoun_slot",
    "verbs.order_forms",
    "verbs.order_hyphens",
    "subjects.turned_question",
    "subjects.asked",
    "subjects.some_of",
    "verbs.participle_slot",
    "subjects.clitic_slot",
    "groups.noun_slot",
    "subjects.special",
    "subjects.subject_words",
    "groups.relative_pronoun",
    "verbs.tense_pairs",
    "verbs.condition",
    "subjects.subject_forms",
    "groups.state",
    "groups.number_of_being",
    "groups.pairs",
    "groups.headings",
    "groups.inside",
    "groups.crowded",
    "groups.bundle",
    "groups.behind",
    "groups.second_adjective",
    "groups.apposition",
    "groups.aside",
    "groups.called",
    "groups.undetermined",
    "groups.predicate",
    "groups.objects",
    "verbs.object_participle",
    "subjects.subject_number",
    "groups.whatever",
    "groups.dozens",
    "groups.figures",
    "groups.superlatives",
    "groups.turns",
    "groups.number_words",
    "groups.written_numbers",
    "subjects.agreement",
    "subjects.spine",
    "subjects.those_who",
    "subjects.who_many",
    "subjects.first_verb",
    "subjects.behind",
    "subjects.clause_subject",
    "subjects.noun_for_verb",
    "subjects.syntax",
    "verbs.neighbours",
    "verbs.misplaced",
    "verbs.participles",
    "verbs.clauses",
    "words.confused",
    "words.confusions",
    "subjects.distance",
    "subjects.second_verb",
    "verbs.places",
    "groups.apart",
    "verbs.moods",
    "words.taken_for",
    "words.noun_or_verb",
    "words.sounds",
    "words.where_place",
    "words.plain_pairs",
    "words.links",
    "words.to_or_has",
    "words.one_verb",
    "words.lookalikes",
    "words.slips",
    "words.collocations",
    "marks.punctuation",
    "marks.commas",
    "marks.missing",
    "marks.comma_missing",
    "marks.comma_extra",
    "marks.comma_links",
    "marks.comma_lists",
    "marks.comma_between",
    "marks.run_on",
    "marks.openings",
    "marks.comma_seam",
    "marks.comma_order",
    "marks.question_turned",
    "marks.comma_asides",
    "marks.endings",
    "words.listed",
    "words.register",
    "words.business",
    "marks.typography",
    "marks.apostrophes",
    "marks.calendar",
    "marks.calls",
    "groups.tout",
    "marks.capitals",
    "marks.common_capitals",
    "words.clashes",
    "marks.cuts",
    "words.compounds",
    "marks.hyphens",
    "words.euphony",
    "marks.hyphen_plain",
    "marks.signs",
    "marks.figures",
    "subjects.turned",
    "verbs.orders",
    "marks.written",
    "words.style",
    "words.style_turns",
    "words.negation",
    "words.joined_by_is",
    "words.context",
    "words.fit",
)


@cache
def rules() -> tuple[Rule, ...]:
    """All rules of the embedded proofreader. The collector rests meanwhile: what is made here, a lot, stays."""
    collects = gc.isenabled()
    gc.disable()
    try:
        return tuple(rule for name in FILES for rule in import_module(f"{__name__}.{name}").RULES)
    finally:
        if collects:
            gc.enable()
