"""Which program of the system plays a wav. Pure: what exists is asked to a function."""

from __future__ import annotations

from collections.abc import Callable

WINSOUND = "winsound"
"""Windows plays a wav by itself, through Python's own module."""
_COMMANDS: dict[str, tuple[tuple[str, ...], ...]] = {
    "darwin": (("afplay",),),
    "linux": (("paplay",), ("pw-play",), ("aplay", "-q")),
}


def player_for(platform: str, which: Callable[[str], str | None]) -> tuple[str, ...] | None:
    """The command that takes the path of a wav as its last word; `("winsound",)` on Windows, None when there is none.

    `platform` as in `sys.platform`, `which` as `shutil.which`. Other systems are tried as Linux.
    """
    if platform == "win32":
        return (WINSOUND,)
    for name, *options in _COMMANDS.get(platform, _COMMANDS["linux"]):
        if path := which(name):
            return (path, *options)
    return None
