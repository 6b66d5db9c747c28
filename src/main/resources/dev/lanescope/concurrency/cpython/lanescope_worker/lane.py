"""What one worker does from now on, and since when: the Python side of a lane."""

from __future__ import annotations

import os
import threading
import time
from typing import List

from . import lines

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]

STARTING = -1
IMPORTING = -2
FOR_WORK = -3
FOR_LOCK = -4
FOR_IO = -5
DISPATCHING = -6
ENCODING = -7
DECODING = -8
NOTHING_LEFT = -9

#: What time off the processor means while a worker does something, where threads share a lock:
#: nothing is known of it, or it was spent waiting for the lock; in reading unless a disk was read;
#: in writing, which goes to the system's memory, unless it took longer than others may keep a lock.
UNKNOWN = 0
COMPUTES = 1
READS = 2
WRITES = 3

#: Time off the processor that is shorter than this is not shown by itself.
_SHORTEST_GAP = 200_000

_now = time.perf_counter_ns
_cpu = time.thread_time_ns


def name_of_this_worker(interpreter: int = 0) -> str:
    """Tells this worker from all others of the run."""
    return f"{os.getpid()}.{interpreter}.{threading.get_native_id()}"


class Lane:
    """Keeps the moments of one item and tells them when the item is over, so that nothing is
    written while it computes.

    Where one lock lets only one thread compute, time that a thread did not have the processor was
    spent waiting for that lock, but for what the kernel says it waited for a processor: `tick`
    finds such gaps between two blocks of a page. Threads give the lock away whenever they read or
    write, so that most of it is waited for there.

    `kept` says how long others may keep the lock, in nanoseconds; 0 if there is none.
    """

    def __init__(self, worker: str, kept: int, eager: bool) -> None:
        self.worker = worker
        self.eager = eager
        self.kept = kept
        self.locked = kept > 0 and time.get_clock_info("thread_time").resolution < 1e-6
        self.told: List[int] = []
        self.gaps: List[int] = []
        self.item = -1
        self.state = STARTING
        self.does = UNKNOWN
        self.blocks = 0
        self.last = 0
        self.last_cpu = 0
        self.queued = 0
        self.queue = -1
        if self.locked:
            try:
                self.queue = os.open("/proc/thread-self/schedstat", os.O_RDONLY)
                self.queued = self._queued()
            except OSError:
                self.queue = -1

    def mark(self, state: int, does: int = UNKNOWN) -> None:
        """From now on the worker does this."""
        now, cpu = _now(), _cpu()
        if self.does:
            self._gap(now, cpu)
        self.told += (now, cpu, state)
        self.state, self.does = state, does if self.locked else UNKNOWN
        self.last, self.last_cpu = now, cpu
        if self.does == READS:
            self.blocks = _blocks_read()
        if self.eager:
            self.flush()

    def mark_at(self, now: int, state: int) -> None:
        """The same of a moment that is past."""
        self.told += (now, _cpu(), state)
        self.state = state

    def begin(self, item: int, state: int, does: int) -> None:
        """An item begins. Said at once: if it ends its process, this is what is known of it."""
        self.item = item
        self.mark(state, does)
        self.flush()

    def tick(self) -> None:
        """Looks whether the worker had the processor since the last look."""
        if self.does:
            now, cpu = _now(), _cpu()
            self._gap(now, cpu)
            self.last, self.last_cpu = now, cpu

    def _gap(self, now: int, cpu: int) -> None:
        off = (now - self.last) - (cpu - self.last_cpu)
        if off >= _SHORTEST_GAP and self._is_for_lock(off):
            self.gaps.append(len(self.told))
            self.told += (now - off, cpu, FOR_LOCK, now, cpu, self.state)

    def _is_for_lock(self, off: int) -> bool:
        if self.does == READS:
            return self.blocks >= 0 and _blocks_read() == self.blocks
        return self.does != WRITES or off <= self.kept

    def _queued(self) -> int:
        return int(os.pread(self.queue, 96, 0).split()[1])

    def _correct_gaps(self) -> None:
        """Takes out of the gaps what the kernel says was waited for a processor, which is known
        for all of them together."""
        if self.queue < 0:
            return
        queued = self._queued()
        foreign = queued - self.queued
        self.queued = queued
        if not self.gaps:
            return
        told = self.told
        all_gaps = sum(told[at + 3] - told[at] for at in self.gaps)
        share = min(1.0, foreign / all_gaps) if all_gaps else 0.0
        for at in self.gaps:
            told[at + 3] -= int((told[at + 3] - told[at]) * share)

    def flush(self, *more: bytes) -> None:
        """Tells what has happened so far, and more."""
        self._correct_gaps()
        self.gaps = []
        told, self.told = self.told, []
        lines.put(*lines.moments(self.worker, self.item, told), *more)

    def end(self, state: int = FOR_WORK, *more: bytes) -> None:
        """The item is over, or the worker has nothing to do; `more` is said with it."""
        self.mark(state, COMPUTES)
        self.flush(*more)
        self.item = -1
        self.rest()

    def rest(self) -> None:
        """All is said: from now on the worker waits for nothing but what it waits for."""
        self.tick()
        self.does = UNKNOWN

    def introduce(self, began: int, imported: int) -> None:
        """The worker is there, and has what it needs."""
        lines.say({"k": "w", "w": self.worker, "b": began, "d": imported})
        self.end()


def _blocks_read() -> int:
    """How many blocks the calling thread has had read from a disk; -1 if nobody can tell."""
    if resource is None or not hasattr(resource, "RUSAGE_THREAD"):
        return -1
    return resource.getrusage(resource.RUSAGE_THREAD).ru_inblock
