"""How good is this very model, here: `cases` are fixed, `measuring` asks and counts, `table` is the page to keep."""
