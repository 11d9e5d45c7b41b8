"""What is checked before anything is parsed: what a file really is, and whether its package is sound.

`sniffing` tells the format from the first bytes, `package` opens a zip (OOXML, ODF) within limits and parses its XML,
`ole` opens a compound file (Outlook, Word, Excel and PowerPoint before 2007).
"""
