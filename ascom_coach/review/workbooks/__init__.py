"""Tables of workbooks: found by their headings (`grid`), compared by meaning (`cells`), computed (`results`), drawn
(`charts`); what a column has in common (`columns`), and an error charged once at its root (`carried`).
"""
