"""The linter: what is wrong with a scenario, each problem with its line, its code and its remedy.

`verifying.py` is the way in; one file a family: how the YAML is written, references, leaks, reachability, wording,
fiction, files, coverage. Codes and their help are in `knowledge/aide/scenarios.yaml`.
"""
