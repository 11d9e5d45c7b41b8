# ruff: noqa: D103, E501 -- a script that stands beside its data
"""Write `usuels.txt`: the words that our own office texts use, with the singular of their nouns, by which the likeliest fix of a misspelt word is chosen.

Usage: python knowledge/lexique/construire_usuels.py
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from ascom_coach.language.lexicon import lexicon

_ROOT = Path(__file__).resolve().parents[2]
_KINDS = {".md", ".yaml", ".txt"}
_LEAST = 3
"""Letters of a word that is kept."""


def main() -> None:
    found: Counter[str] = Counter()
    for folder in ("knowledge", "scenarios"):
        for path in sorted((_ROOT / folder).rglob("*")):
            if path.suffix in _KINDS and "lexique" not in path.parts:
                found.update(
                    re.findall(r"[a-zà-ÿœ]+(?:-[a-zà-ÿœ]+)*", path.read_text(encoding="utf-8").lower())
                )
    lemmas = {one.lemma for word in found for one in lexicon().analyses(word) if one.pos == "N"}
    kept = sorted(word for word in found.keys() | lemmas if len(word) >= _LEAST and lexicon().analyses(word))
    head = "# Mots de nos propres textes de bureau (construire_usuels.py) : à écriture égale, ils sont proposés d'abord.\n"
    Path(__file__).with_name("usuels.txt").write_text(head + "\n".join(kept) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
