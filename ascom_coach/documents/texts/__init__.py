"""Web pages, PDF, RTF, plain text, Markdown and CSV: one reader each."""
