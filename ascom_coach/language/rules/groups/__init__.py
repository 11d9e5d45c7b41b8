"""Rules on agreement around a noun: inside its group, behind a verb of state, apart from it."""
