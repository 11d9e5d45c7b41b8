"""The workshop: documents, samples and answer key built from `fabrique.yaml`, byte for byte the same everywhere.

`building.py` is the way in; `source.py` reads the declarations, `items.py` the elements of a text, `docx*.py`,
`xlsx*.py`, `text.py` write each kind of file, `formula.py` and `functions.py` compute stored results.
"""
