"""What can go wrong, said once in French: what, where, what to do.

A door shows `str(error)` and ends with `error.status` (see the command line contract):
1 the input was refused, 2 wrong use, 3 the surroundings failed.
"""

from __future__ import annotations


class CoachError(Exception):
    """Base of every foreseen failure. The message is one clear French sentence."""

    status = 1


class RefusedInputError(CoachError):
    """A file, an answer or a scenario cannot be used as it is."""

    status = 1


class WrongUseError(CoachError):
    """A command or an argument that does not exist."""

    status = 2


class SurroundingsError(CoachError):
    """Disk full, read-only folder, locked database, damaged settings."""

    status = 3
