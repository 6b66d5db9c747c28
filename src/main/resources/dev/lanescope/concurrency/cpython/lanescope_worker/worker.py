"""One worker, wherever it lives: what a pool calls to make it and to let it work."""

from __future__ import annotations

import importlib
import json
import os
import pickle
import sys
import threading
import time
from typing import Any, Iterable, List, Tuple

from . import BEGAN, lane, lines
from .lane import Lane
from .page import CannotGoOn, Page, PageWork, Site

#: What a pool's task is: the number of an item, and the page or its number in the site.
Task = Tuple[int, Any]


class _Here(threading.local):
    """The calling thread's worker, where threads share an interpreter."""

    work: PageWork


_here = _Here()

#: The only worker of this process or interpreter, which has no threads: an interpreter that is
#: called again does not know its thread again.
_alone: List[PageWork] = []


def has_gil() -> bool:
    """Whether one lock lets only one thread of this interpreter compute, now."""
    return bool(getattr(sys, "_is_gil_enabled", lambda: True)())


def start_thread(site: Site, kept: int, eager: bool) -> None:
    """Makes the worker of a thread that shares its interpreter with others, which may keep its
    lock so long."""
    began = time.perf_counter_ns()
    _here.work = _start(site, began, kept if has_gil() else 0, eager, 0)


def start_apart(job: str, executor: str, eager: bool) -> None:
    """Makes the worker of a process or an interpreter, which has nothing but what it is sent."""
    lines.quiet()
    interpreter = 0
    if executor == "interpreters":
        here = importlib.import_module("concurrent.interpreters")  # from 3.14 on
        interpreter = int(here.get_current().id)
    else:
        if sys.platform == "win32":
            lines.keep()
        _end_with_parent()
    _alone.append(_start(Site(json.loads(job)), BEGAN, 0, eager, interpreter))


def _start(site: Site, began: int, kept: int, eager: bool, interpreter: int) -> PageWork:
    own = Lane(lane.name_of_this_worker(interpreter), kept, eager)
    work = PageWork(site, own)
    own.introduce(began, time.perf_counter_ns())
    return work


def _end_with_parent() -> None:
    """A process whose parent was killed would wait for ever."""
    from multiprocessing import connection, parent_process

    parent = parent_process()
    if parent is None:
        return

    sentinel = parent.sentinel

    def watch() -> None:
        connection.wait([sentinel])
        os._exit(4)

    threading.Thread(target=watch, daemon=True).start()


def work_here() -> PageWork:
    """The calling thread's worker."""
    return _here.work


def whole(item: int, number: int) -> None:
    """Does one page, in a thread."""
    work = _here.work
    guarded(lambda: work.whole(item, work.site.page(number)))


def nothing() -> None:
    """A task that takes nothing but what the executor takes."""


def guarded(work: Any) -> None:
    """Says so if nothing can go on."""
    try:
        work()
    except CannotGoOn as why:
        lines.say({"k": "no", "m": lines.head(str(why))})
        raise


def apart(payload: bytes) -> bytes:
    """Does what was packed elsewhere, in a process or an interpreter."""
    work = _alone[0]
    work.lane.mark(lane.DECODING)
    tasks: List[Task] = pickle.loads(payload)
    for item, what in tasks:
        page = what if isinstance(what, Page) else work.site.page(what)
        guarded(lambda page=page, item=item: work.whole(item, page))
    work.lane.mark(lane.ENCODING)
    answer = pickle.dumps([item for item, _ in tasks])
    work.lane.end()
    kept = lines.taken()
    return pickle.dumps((answer, kept)) if kept else answer


def pack(site: Site, tasks: Iterable[Tuple[int, int]], send: str) -> bytes:
    """Packs tasks for elsewhere: as the numbers of pages, as pages with their text, or as pages
    with all that hangs on them."""
    packed: List[Task] = []
    for item, number in tasks:
        if send == "path":
            packed.append((item, number))
        else:
            packed.append((item, _with_text(site, number, send)))
    return pickle.dumps(packed)


def _with_text(site: Site, number: int, send: str) -> Page:
    from .page import PageFailed, read_file

    page = site.page(number)
    if site.read_latency > 0:
        time.sleep(site.read_latency)  # whoever reads waits
    try:
        text = read_file(site.content, page.source)
    except PageFailed:
        return page  # whoever does it will find out, and can say so
    return page._replace(text=text, site=site.whole() if send == "site" else None)
