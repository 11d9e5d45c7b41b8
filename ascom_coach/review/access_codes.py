# ruff: noqa: E501 -- a pattern stays on one line
"""A password or a door code told in clear, in folded text; `secret` is the code itself.

Source: recommendation of the CNIL on passwords (deliberation no 2022-100, 21 July 2022), as of 2026-11.
"""

from __future__ import annotations

import re

ACCESS = re.compile(
    r"(?:mots? de passe|code d'acces|identifiants?|mdp)\b[^.\n]{0,40}?(?: est | : ?|: ?|=| ?« ?)(?P<secret>[^\s«»]{4,})"
    r"|(?:digicode|code (?:du |de la |de l'|d')?(?:portail|porte|entree|immeuble|alarme|coffre|garage))(?: est| :|:)? ?(?P<door>\d[\da-z]{2,7})(?!\w)"
)


def secret_span(match: re.Match[str]) -> tuple[int, int]:
    """Where the code itself stands in the folded text."""
    return match.span("secret" if match["secret"] else "door")
