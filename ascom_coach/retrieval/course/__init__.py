"""The trainer's own course beside the référentiel: added file by file, searched, never shown as official.

`open_course(folder)` gives a `Course`: `add(paths)`, `remove(names)`, `files()`, `search(...)`. The texts are kept in
one SQLite file, the vectors in a Chroma collection of their own that can always be made again from those texts.
"""

from __future__ import annotations

from ascom_coach.retrieval.course.chunks import Chunk, chunks_of
from ascom_coach.retrieval.course.door import Added, Course, CoursePassage, has_course, open_course
from ascom_coach.retrieval.course.shelf import CourseFile

__all__ = [
    "Added",
    "Chunk",
    "Course",
    "CourseFile",
    "CoursePassage",
    "chunks_of",
    "has_course",
    "open_course",
]
