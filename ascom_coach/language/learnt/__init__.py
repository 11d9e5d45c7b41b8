"""What was learnt from the project's own texts: which form fits a place, told by what stands around it.

Features of a place:                       `context`, `slots`
Look-alike forms; all forms of a word:     `choices` (`sets`, `settled`), `fitting`
Whether the learnt files are up to date:   `stamps`

Learnt by the scripts of `knowledge/lexique/contexte/`.
"""
