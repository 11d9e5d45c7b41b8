"""The embedded proofreader `integre`: lexicon and own rules. The same text gives the same remarks, everywhere."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from ascom_coach.language.cascade import hidden
from ascom_coach.language.lexicon import lexicon
from ascom_coach.language.proofreading import merge
from ascom_coach.language.protect import hard_zones, touches
from ascom_coach.language.remarks import Remark
from ascom_coach.language.rulebase import Rule, cased
from ascom_coach.language.spelling import suggestions, unknown_words

ENGINE_ID = "integre"


@cache
def rules() -> tuple[Rule, ...]:
    """All rules of the embedded proofreader."""
    from ascom_coach.language import (
        rules_adjectives,
        rules_agreement,
        rules_all,
        rules_apart,
        rules_apostrophes,
        rules_apposition,
        rules_bundle,
        rules_business,
        rules_calendar,
        rules_calls,
        rules_capitals,
        rules_clashes,
        rules_clauses,
        rules_clitic_slot,
        rules_collocations,
        rules_commas,
        rules_compounds,
        rules_confused,
        rules_confusions,
        rules_conjugation,
        rules_context,
        rules_cuts,
        rules_distance,
        rules_dozens,
        rules_euphony,
        rules_figures,
        rules_fit,
        rules_group,
        rules_having,
        rules_homophones,
        rules_hyphens,
        rules_infinitive,
        rules_infinitive_after,
        rules_infinitive_slot,
        rules_links,
        rules_listed,
        rules_lookalikes,
        rules_marks,
        rules_misplaced,
        rules_mood_clause,
        rules_mood_main,
        rules_moods,
        rules_moods_asked,
        rules_negation,
        rules_neighbours,
        rules_noun_slot,
        rules_object_participle,
        rules_objects,
        rules_order_forms,
        rules_order_hyphens,
        rules_orders,
        rules_participle_form,
        rules_participle_slot,
        rules_participles,
        rules_person,
        rules_predicate,
        rules_pronoun_slot,
        rules_punctuation,
        rules_quantity,
        rules_register,
        rules_relative_pronoun,
        rules_signs,
        rules_sounds,
        rules_state,
        rules_style,
        rules_subject_forms,
        rules_subject_number,
        rules_subject_words,
        rules_subjects,
        rules_syntax,
        rules_tense_pairs,
        rules_tenses,
        rules_turned,
        rules_turned_question,
        rules_typography,
        rules_verbs,
        rules_whatever,
        rules_words,
        rules_written,
        rules_written_numbers,
    )

    return (
        *rules_homophones.RULES,
        *rules_verbs.RULES,
        *rules_conjugation.RULES,
        *rules_infinitive.RULES,
        *rules_infinitive_slot.RULES,
        *rules_infinitive_after.RULES,
        *rules_participle_form.RULES,
        *rules_tenses.RULES,
        *rules_moods_asked.RULES,
        *rules_mood_clause.RULES,
        *rules_mood_main.RULES,
        *rules_having.RULES,
        *rules_quantity.RULES,
        *rules_adjectives.RULES,
        *rules_person.RULES,
        *rules_pronoun_slot.RULES,
        *rules_order_forms.RULES,
        *rules_order_hyphens.RULES,
        *rules_turned_question.RULES,
        *rules_participle_slot.RULES,
        *rules_clitic_slot.RULES,
        *rules_noun_slot.RULES,
        *rules_subjects.RULES,
        *rules_subject_words.RULES,
        *rules_relative_pronoun.RULES,
        *rules_tense_pairs.RULES,
        *rules_subject_forms.RULES,
        *rules_state.RULES,
        *rules_group.RULES,
        *rules_bundle.RULES,
        *rules_apposition.RULES,
        *rules_predicate.RULES,
        *rules_objects.RULES,
        *rules_object_participle.RULES,
        *rules_subject_number.RULES,
        *rules_whatever.RULES,
        *rules_dozens.RULES,
        *rules_written_numbers.RULES,
        *rules_agreement.RULES,
        *rules_syntax.RULES,
        *rules_neighbours.RULES,
        *rules_misplaced.RULES,
        *rules_participles.RULES,
        *rules_clauses.RULES,
        *rules_confused.RULES,
        *rules_confusions.RULES,
        *rules_distance.RULES,
        *rules_apart.RULES,
        *rules_moods.RULES,
        *rules_words.RULES,
        *rules_sounds.RULES,
        *rules_links.RULES,
        *rules_lookalikes.RULES,
        *rules_collocations.RULES,
        *rules_punctuation.RULES,
        *rules_commas.RULES,
        *rules_marks.RULES,
        *rules_listed.RULES,
        *rules_register.RULES,
        *rules_business.RULES,
        *rules_typography.RULES,
        *rules_apostrophes.RULES,
        *rules_calendar.RULES,
        *rules_calls.RULES,
        *rules_all.RULES,
        *rules_capitals.RULES,
        *rules_clashes.RULES,
        *rules_cuts.RULES,
        *rules_compounds.RULES,
        *rules_hyphens.RULES,
        *rules_euphony.RULES,
        *rules_signs.RULES,
        *rules_figures.RULES,
        *rules_turned.RULES,
        *rules_orders.RULES,
        *rules_written.RULES,
        *rules_style.RULES,
        *rules_negation.RULES,
        *rules_context.RULES,
        *rules_fit.RULES,
    )


class EmbeddedEngine:
    """Engine `integre`."""

    id = ENGINE_ID

    def check(self, text: str) -> Sequence[Remark]:
        """Remarks on an NFC text. Nothing touches addresses, codes or quotations."""
        found = _read(text)
        return [*found, *hidden(text, merge(found), _read)]


@lru_cache(maxsize=64)
def _read(text: str) -> tuple[Remark, ...]:
    """Remarks on the text as it is, what one error hides left out. A copy is often read again unchanged."""
    zones = hard_zones(text)
    found: list[Remark] = []
    for rule in rules():
        for start, end, fixes in rule.find(text):
            if start < end and not touches(zones, start, end):
                found.append(_remark(text, start, end, rule, fixes))
    for word, sure in unknown_words(text):
        if touches(zones, word.start, word.end):
            continue
        likely = suggestions(word.low) if sure else lexicon().spellings(word.low)[:3]
        fixes = tuple(cased(word.text, fix) for fix in likely)
        found.append(
            Remark(
                word.start,
                word.end,
                "orthographe",
                "orthographe_mot_inconnu" if sure else "orthographe_a_verifier",
                text[word.start : word.end],
                "Ce mot n’est pas dans le lexique."
                if sure
                else "Mot inconnu du lexique : un nom propre ? À vérifier.",
                fixes,
                (ENGINE_ID,),
                sure,
                "Cherchez-le dans un dictionnaire, syllabe par syllabe.",
            )
        )
    return tuple(found)


def _remark(text: str, start: int, end: int, rule: Rule, fixes: tuple[str, ...]) -> Remark:
    kept = tuple(dict.fromkeys(fix for fix in fixes if fix))
    return Remark(
        start,
        end,
        rule.label,
        rule.id,
        text[start:end],
        rule.message,
        kept,
        (ENGINE_ID,),
        rule.counted,
        rule.test,
    )
