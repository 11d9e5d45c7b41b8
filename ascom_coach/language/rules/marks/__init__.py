"""Rules on what is not a word: punctuation, spaces, capitals, hyphens, apostrophes, dates and figures."""
