"""Whether what a model wrote may be shown: pure functions over the text and what was allowed (`voice_request`).

`reply` judges a line of a character, `prose` a sentence beside official text, `quoting` a quote, `beginning` a first
sentence while the rest is still being written.
"""
