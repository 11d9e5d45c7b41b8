"""The controls that a scenario names, by idea; `registry` says which function answers for which type."""
