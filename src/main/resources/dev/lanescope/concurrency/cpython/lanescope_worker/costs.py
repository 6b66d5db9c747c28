"""What an executor takes by itself, and what pickling takes: measured without doing pages."""

from __future__ import annotations

import pickle
import time
from typing import Any

from . import lines, worker
from .page import Site


def idle(crew: Any, tasks: int) -> None:
    """Lets a crew do tasks that do nothing, and says how long that took."""
    began = time.perf_counter_ns()
    crew.idle(tasks)
    lines.say({"k": "idled", "t": time.perf_counter_ns() - began})


def pickled(site: Site, pages: int, batch: int, send: str) -> None:
    """Packs pages as they are packed for workers elsewhere, and unpacks them, a batch at a time."""
    packing = unpacking = packed = 0
    if send == "site":
        site.whole()  # read once a run, which is no part of packing
    for first in range(0, pages, batch):
        numbers = range(first, min(first + batch, pages))
        began = time.perf_counter_ns()
        payload = worker.pack(site, [(number, number) for number in numbers], send)
        between = time.perf_counter_ns()
        pickle.loads(payload)
        unpacking += time.perf_counter_ns() - between
        packing += between - began
        packed += len(payload)
    lines.say({"k": "pickled", "b": packed, "p": packing, "u": unpacking})
