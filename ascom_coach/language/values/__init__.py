"""One grammar for what a French text states: dates, hours, deadlines, amounts, quantities, references.

What a text states, around a day:     `grammar` (`scan` reads, `numbers`, `clock` and `dates` know the forms)
Opening hours, public holidays:       `hours`, `holidays`
Whether a text states a given value:  `compare`
"""
