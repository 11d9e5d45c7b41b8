"""The process in which files of other people are parsed, with limits on time and memory on every system.

`process` starts and watches it from the main program, `worker` runs inside it, `wire` is what passes between the two.
"""
