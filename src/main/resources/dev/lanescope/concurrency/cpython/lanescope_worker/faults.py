"""Pages that are made to fail, to see what their neighbours lose."""

from __future__ import annotations

import os
from typing import Any, List


#: So much may still be allocated before memory is full.
_ROOM = 256 << 20


def strike(kind: str) -> None:
    """Fails in this way; those that end the process do not come back."""
    if kind == "exception":
        raise RuntimeError("a fault was asked for here")
    if kind == "endless-loop":
        while True:
            pass
    if kind == "stack-overflow":
        strike(kind)
    if kind == "out-of-memory":
        _fill_memory()
    if kind == "poisoned-static":
        from . import front_matter

        front_matter.split = _broken
        raise RuntimeError("this page has broken a module")
    if kind == "exit":
        raise SystemExit(3)
    if kind == "halt":
        os._exit(3)
    if kind == "crash":
        os.abort()
    if kind == "nonsense":
        os.write(1, b"good morning\n")
    if kind == "vanish":
        _end_the_first_process()


def _fill_memory() -> None:
    """Allocates until there is no more; where the system can be told, that is soon."""
    kept: List[Any] = []
    try:
        import resource
    except ImportError:  # another system, or an interpreter that cannot have it
        kept.append(bytearray(1 << 62))
        return
    before = resource.getrlimit(resource.RLIMIT_AS)
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    try:
        with open("/proc/self/statm", encoding="ascii") as file:
            used = int(file.read().split()[0]) * resource.getpagesize()
    except OSError:
        pass
    resource.setrlimit(resource.RLIMIT_AS, (used + _ROOM, before[1]))
    try:
        while True:
            kept.append(bytearray(1 << 20))
    finally:
        kept.clear()
        resource.setrlimit(resource.RLIMIT_AS, before)


def _end_the_first_process() -> None:
    """Of a pool's processes the one that made them, whatever it does at the time."""
    import signal
    from multiprocessing import parent_process

    first = parent_process()
    pid = first.pid if first is not None and first.pid else os.getpid()
    os.kill(pid, getattr(signal, "SIGKILL", signal.SIGTERM))
    while True:
        pass


def _broken(text: str) -> Any:
    raise RuntimeError("a module that an earlier page has broken")
