"""Pages that are made to fail, to see what their neighbours lose."""

from __future__ import annotations

import os
from typing import Any, List


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
        kept: List[Any] = []
        while True:
            kept.append(bytearray(1 << 62))
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


def _broken(text: str) -> Any:
    raise RuntimeError("a module that an earlier page has broken")
