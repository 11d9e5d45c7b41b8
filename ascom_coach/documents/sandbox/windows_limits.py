"""A memory ceiling for the current Windows process, by a job object. Failing to set it is not an error: the
checks made before parsing and the wall clock still hold."""

from __future__ import annotations

import ctypes
from typing import Any

_EXTENDED_LIMITS = 9
_PROCESS_MEMORY = 0x00000100
_KILL_ON_CLOSE = 0x00002000


class _Basic(ctypes.Structure):
    _fields_ = (
        ("PerProcessUserTimeLimit", ctypes.c_int64),
        ("PerJobUserTimeLimit", ctypes.c_int64),
        ("LimitFlags", ctypes.c_uint32),
        ("MinimumWorkingSetSize", ctypes.c_size_t),
        ("MaximumWorkingSetSize", ctypes.c_size_t),
        ("ActiveProcessLimit", ctypes.c_uint32),
        ("Affinity", ctypes.c_size_t),
        ("PriorityClass", ctypes.c_uint32),
        ("SchedulingClass", ctypes.c_uint32),
    )


class _Extended(ctypes.Structure):
    _fields_ = (
        ("BasicLimitInformation", _Basic),
        ("IoInfo", ctypes.c_uint64 * 6),
        ("ProcessMemoryLimit", ctypes.c_size_t),
        ("JobMemoryLimit", ctypes.c_size_t),
        ("PeakProcessMemoryUsed", ctypes.c_size_t),
        ("PeakJobMemoryUsed", ctypes.c_size_t),
    )


_job: list[Any] = []


def limit_memory(size: int) -> bool:
    """Put this process in a job of at most `size` bytes; returns whether Windows accepted."""
    loader = getattr(ctypes, "WinDLL", None)
    if loader is None:
        return False
    kernel = loader("kernel32", use_last_error=True)
    kernel.CreateJobObjectW.restype = ctypes.c_void_p
    kernel.GetCurrentProcess.restype = ctypes.c_void_p
    job = ctypes.c_void_p(kernel.CreateJobObjectW(None, None))
    if not job:
        return False
    limits = _Extended()
    limits.BasicLimitInformation.LimitFlags = _PROCESS_MEMORY | _KILL_ON_CLOSE
    limits.ProcessMemoryLimit = size
    accepted = kernel.SetInformationJobObject(
        job, _EXTENDED_LIMITS, ctypes.byref(limits), ctypes.sizeof(limits)
    )
    accepted = accepted and kernel.AssignProcessToJobObject(job, ctypes.c_void_p(kernel.GetCurrentProcess()))
    _job.append(job)
    return bool(accepted)
