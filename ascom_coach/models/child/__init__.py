"""The process apart in which litellm lives: it takes two seconds and 200 MB to load, and would freeze a screen.

`process` starts and watches it, `worker` runs inside it (the only file that imports litellm), `wire` is what passes
between the two, `warmth` its rehearsal before the first question.
"""
