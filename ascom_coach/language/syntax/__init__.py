"""How a sentence is read, without a tree: its words, its noun groups, its subjects and its verbs.

A sentence as rules see it:        `view`        Other forms of a word:           `morphology`
Genders and numbers as sets:       `shapes`      Words around a verb:             `frames`
Determiner and noun:               `noungroup`   Whole noun groups:               `bundles` (with `bundle_…`)
A row of chunks, sure subjects:    `chunks`, `subjects`
All subjects, as sets:             `subject_sets`, `predicates`, `relative_objects`
What a wrong form was meant for:   `noun_guess`, `verb_guess`

Imports `text` and `lexicon`, and nothing of the rules that read it.
"""
