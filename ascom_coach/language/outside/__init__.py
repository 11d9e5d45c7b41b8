"""Proofreaders from outside, for who wants them: LanguageTool on a server of our own, Grammalecte if it is here.

What LanguageTool is made of, and what of it is here:  `jars()`, `licences()`, `inspect(place)`            (lt_files)
Where it can come from:                                `source_of(path)`, `RepositorySource`… (lt_sources)
Put it here, repair it, take it away:                  `install`, `fetch_bundle`, `uninstall`   (lt_install, lt_bundle)
Which Java runs it:                                    `find_java()`                                        (lt_java)
Run it, share it, let it go:                           `OwnServer(place)`         (lt_server and its process, lt_keeper)
Engines for `proofread`:                               `OwnLanguageTool(server)`, `GrammalecteEngine(found)`

Imported late: nothing of this is needed to proofread. These modules touch disk, processes and loopback; only
`RepositorySource`, Maven and `fetch_bundle` go further, and only when a person asks for an installation.
"""

from ascom_coach.language.outside.grammalecte import Grammalecte, GrammalecteEngine, find_grammalecte
from ascom_coach.language.outside.lt_bundle import fetch_bundle
from ascom_coach.language.outside.lt_engine import PREPARING, OwnLanguageTool
from ascom_coach.language.outside.lt_files import VERSION, Installed, Jar, inspect, jars, licences, total_size
from ascom_coach.language.outside.lt_install import NO_SOURCE, install, lacking, megabytes, uninstall
from ascom_coach.language.outside.lt_java import NEEDED, Java, find_java
from ascom_coach.language.outside.lt_server import OwnServer
from ascom_coach.language.outside.lt_sources import (
    FolderSource,
    MavenSource,
    RepositorySource,
    Source,
    SourceError,
    maven,
    source_of,
)

__all__ = [
    "NEEDED",
    "NO_SOURCE",
    "PREPARING",
    "VERSION",
    "FolderSource",
    "Grammalecte",
    "GrammalecteEngine",
    "Installed",
    "Jar",
    "Java",
    "MavenSource",
    "OwnLanguageTool",
    "OwnServer",
    "RepositorySource",
    "Source",
    "SourceError",
    "fetch_bundle",
    "find_grammalecte",
    "find_java",
    "inspect",
    "install",
    "jars",
    "lacking",
    "licences",
    "maven",
    "megabytes",
    "source_of",
    "total_size",
    "uninstall",
]
