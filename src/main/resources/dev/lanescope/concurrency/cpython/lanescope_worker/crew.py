"""The executors: who does the pages, and when."""

from __future__ import annotations

import asyncio
import pickle
import queue
import signal
import time
from concurrent import futures
from typing import Any, Dict, List, Tuple

from . import BEGAN, lane, lines, worker
from .lane import Lane
from .page import Draft, PageWork, Site

#: The number of an item of the run, and that of its page in the site.
Tasks = List[Tuple[int, int]]

#: So many pages are under way in an event loop at most.
_IN_FLIGHT = 256


def _kept(job: Dict[str, Any], threads: int) -> int:
    """How long other threads may keep the lock that they share, in nanoseconds: each of them its
    turn, and once more, for turns end a little late. 0 if there are none."""
    return 2 * (threads - 1) * int(job["switch"])


class Sequential:
    """One thread does one page after the other."""

    def __init__(self, site: Site, job: Dict[str, Any]) -> None:
        own = Lane(lane.name_of_this_worker(), 0, bool(job["eager"]))
        self.work = PageWork(site, own)
        own.introduce(BEGAN, time.perf_counter_ns())

    def perform(self, tasks: Tasks) -> None:
        for item, number in tasks:
            page = self.work.site.page(number)
            worker.guarded(lambda: self.work.whole(item, page))

    def idle(self, tasks: int) -> None:
        for _ in range(tasks):
            worker.nothing()

    def close(self) -> None:
        return None


class Threads:
    """A `ThreadPoolExecutor`."""

    def __init__(self, site: Site, job: Dict[str, Any]) -> None:
        workers = int(job["workers"])
        self.pool = futures.ThreadPoolExecutor(
            workers,
            initializer=worker.start_thread,
            initargs=(site, _kept(job, workers), bool(job["eager"])),
        )

    def perform(self, tasks: Tasks) -> None:
        under_way = [self.pool.submit(worker.whole, item, number) for item, number in tasks]
        for future in under_way:
            future.result()

    def idle(self, tasks: int) -> None:
        _idle(self.pool, tasks)

    def close(self) -> None:
        self.pool.shutdown()


class Apart:
    """An executor whose workers share nothing: what they are to do is packed, and what came of it.

    Never more is packed than the workers need next, for a page can weigh as much as its site.
    """

    def __init__(self, site: Site, job: Dict[str, Any]) -> None:
        self.site = site
        self.job = job
        self.workers = int(job["workers"])
        self.batch = int(job["batch"])
        self.send = str(job["send"])
        if self.send == "site":
            site.whole()
        self.packed_nanos = 0
        self.packed_bytes = 0
        self.answered_bytes = 0
        self.pool = self.new_pool(self.workers)

    def new_pool(self, workers: int) -> futures.Executor:
        raise NotImplementedError

    def init_args(self) -> Tuple[str, str, bool]:
        import json

        return json.dumps(self.job), str(self.job["executor"]), bool(self.job["eager"])

    def submit(self, tasks: Tasks) -> "futures.Future[bytes]":
        began = time.perf_counter_ns()
        payload = worker.pack(self.site, tasks, self.send)
        self.packed_nanos += time.perf_counter_ns() - began
        self.packed_bytes += len(payload)
        return self.pool.submit(worker.apart, payload)

    def perform(self, tasks: Tasks) -> None:
        left = list(reversed(tasks))
        over: "queue.SimpleQueue[futures.Future[bytes]]" = queue.SimpleQueue()
        under_way: Dict["futures.Future[bytes]", Tasks] = {}
        while left or under_way:
            while left and len(under_way) < 2 * self.workers:
                fair = -(-len(left) // (2 * self.workers))
                part = [left.pop() for _ in range(min(self.batch, fair))]
                try:
                    future = self.submit(part)
                except futures.BrokenExecutor:  # since the last answer; those under way say so too
                    left.extend(reversed(part))
                    over = self.begin_again(under_way)
                    continue
                under_way[future] = part
                future.add_done_callback(over.put)
            if not under_way:
                continue
            future = over.get()
            try:
                self.heard(future.result())
            except futures.BrokenExecutor:
                over = self.begin_again(under_way)
            else:
                del under_way[future]

    def begin_again(
        self, under_way: Dict["futures.Future[bytes]", Tasks]
    ) -> "queue.SimpleQueue[futures.Future[bytes]]":
        """Mends what is broken, and gives the queue for the answers of what replaces it."""
        suspects = [task for part in under_way.values() for task in part]
        under_way.clear()
        self.mend(suspects)
        return queue.SimpleQueue()

    def heard(self, answer: bytes) -> None:
        self.answered_bytes += len(answer)
        lines.say(
            {
                "k": "packed",
                "t": self.packed_nanos,
                "b": self.packed_bytes,
                "r": self.answered_bytes,
            }
        )
        told = pickle.loads(answer)
        if isinstance(told, tuple):
            for line in told[1].splitlines(keepends=True):
                lines.pass_on(line)

    def mend(self, suspects: Tasks) -> None:
        raise RuntimeError("the pool is broken")

    def idle(self, tasks: int) -> None:
        _idle(self.pool, tasks)

    def close(self) -> None:
        self.pool.shutdown()


class Processes(Apart):
    """A `ProcessPoolExecutor`, which is of no use any more when one of its processes has died.

    Then what was under way is done again, each page alone in a process of its own: a page that ends
    that too is the culprit. After that all go on in a new pool.
    """

    def new_pool(self, workers: int) -> futures.Executor:
        import multiprocessing

        methods = multiprocessing.get_all_start_methods()
        method = "forkserver" if "forkserver" in methods else "spawn"
        lines.say({"k": "method", "m": method})
        self.started: List[Any] = []
        return futures.ProcessPoolExecutor(
            workers,
            mp_context=_keeping(multiprocessing.get_context(method), self.started),
            initializer=worker.start_apart,
            initargs=self.init_args(),
        )

    def mend(self, suspects: Tasks) -> None:
        self._lose_pool(broken=True)
        self.pool = self.new_pool(1)
        for task in sorted(suspects):
            try:
                self.heard(self.submit([task]).result())
            except futures.BrokenExecutor:
                lines.say({"k": "x", "i": task[0]})
                self._lose_pool(broken=True)
                self.pool = self.new_pool(1)
        self._lose_pool(broken=False)
        self.pool = self.new_pool(self.workers)

    def _lose_pool(self, broken: bool) -> None:
        """Until the last of its processes is gone they may speak of what they do.

        A pool that is broken ends its other processes itself.
        """
        now = time.perf_counter_ns()
        self.pool.shutdown()
        if broken:
            exits = {process.pid: process.exitcode for process in self.started}
            others = {-signal.SIGTERM, None}
            culprits = any(code not in others for code in exits.values())
            for pid, code in exits.items():
                by_pool = culprits and code in others
                lines.say({"k": "gone", "p": pid, "t": now, "x": code or 0, "b": by_pool})
        lines.say({"k": "lost"})


def _keeping(context: Any, started: List[Any]) -> Any:
    """A context of multiprocessing that keeps the processes that are made with it: how they ended
    nobody else tells."""
    make = type(context).Process

    def process(*args: Any, **kwargs: Any) -> Any:
        made = make(*args, **kwargs)
        started.append(made)
        return made

    keeping = type(context)()
    keeping.Process = process
    return keeping


class Interpreters(Apart):
    """An `InterpreterPoolExecutor`, of CPython 3.14 and newer: each thread has an interpreter and a
    lock of its own."""

    def new_pool(self, workers: int) -> futures.Executor:
        from concurrent.futures import InterpreterPoolExecutor  # type: ignore[attr-defined]

        pool: futures.Executor = InterpreterPoolExecutor(
            workers, initializer=worker.start_apart, initargs=self.init_args()
        )
        return pool


class Loop:
    """An `asyncio` loop that computes itself. What is gained is that pages wait side by side."""

    def __init__(self, site: Site, job: Dict[str, Any]) -> None:
        self.site = site
        kept = self.kept(job) if worker.has_gil() else 0
        self.lane = Lane(lane.name_of_this_worker(), kept, bool(job["eager"]))
        self.work = PageWork(site, self.lane)
        self.lane.introduce(BEGAN, time.perf_counter_ns())

    def kept(self, job: Dict[str, Any]) -> int:
        """How long other threads may keep the lock: there are none."""
        return 0

    def perform(self, tasks: Tasks) -> None:
        asyncio.run(self._all(tasks))

    async def _all(self, tasks: Tasks) -> None:
        room = asyncio.Semaphore(_IN_FLIGHT)

        async def one(item: int, number: int) -> None:
            async with room:
                await self.page(Draft(item, self.site.page(number)))

        await asyncio.gather(*(one(item, number) for item, number in tasks))

    async def page(self, draft: Draft) -> None:
        work = self.work
        try:
            await self.sleep(draft, "read", self.site.read_latency)
            work.begins(draft, "read")
            work.read(draft)
            work.compute(draft)
            await self.sleep(draft, "write", self.site.write_latency)
            work.write(draft)
        except asyncio.CancelledError:
            raise
        except BaseException as error:
            worker.guarded(lambda: self.over(draft, error))
        else:
            work.done(draft)

    def over(self, draft: Draft, error: BaseException) -> None:
        from .page import CannotGoOn

        if isinstance(error, CannotGoOn):
            raise error
        self.work.failed(draft, error)

    async def sleep(self, draft: Draft, stage: str, seconds: float) -> None:
        """While one page waits the loop does others; it waits itself when all do."""
        if seconds > 0:
            draft.stage = self.site.stages[stage]
            self.lane.item = draft.item
            self.lane.end(lane.FOR_IO)
            await asyncio.sleep(seconds)

    def idle(self, tasks: int) -> None:
        async def nothing() -> None:
            worker.nothing()

        async def everything() -> None:
            await asyncio.gather(*(nothing() for _ in range(tasks)))

        asyncio.run(everything())

    def close(self) -> None:
        return None


class LoopAndThreads(Loop):
    """An `asyncio` loop that lets threads do what would hold it up: `run_in_executor`."""

    def __init__(self, site: Site, job: Dict[str, Any]) -> None:
        super().__init__(site, job)
        workers = int(job["workers"])
        self.pool = futures.ThreadPoolExecutor(
            workers,
            initializer=worker.start_thread,
            initargs=(site, _kept(job, workers + 1), bool(job["eager"])),
        )

    def kept(self, job: Dict[str, Any]) -> int:
        return _kept(job, int(job["workers"]) + 1)

    async def page(self, draft: Draft) -> None:
        loop = asyncio.get_running_loop()
        await self.sleep(draft, "read", self.site.read_latency)
        if not await self.hand_over(loop, draft, _prepare):
            return
        await self.sleep(draft, "write", self.site.write_latency)
        await self.hand_over(loop, draft, _write)

    async def hand_over(self, loop: asyncio.AbstractEventLoop, draft: Draft, what: Any) -> bool:
        self.lane.mark(lane.DISPATCHING, lane.COMPUTES)
        future = loop.run_in_executor(self.pool, what, draft)
        self.lane.end(lane.FOR_WORK)
        return bool(await future)

    def idle(self, tasks: int) -> None:
        async def everything() -> None:
            loop = asyncio.get_running_loop()
            futures_of_all = (loop.run_in_executor(self.pool, worker.nothing) for _ in range(tasks))
            await asyncio.gather(*futures_of_all)

        asyncio.run(everything())

    def close(self) -> None:
        self.pool.shutdown()


def _idle(pool: futures.Executor, tasks: int) -> None:
    for future in [pool.submit(worker.nothing) for _ in range(tasks)]:
        future.result()


def _prepare(draft: Draft) -> bool:
    """All that comes before the writing; in a thread of the pool."""
    work = worker.work_here()
    try:
        work.begins(draft, "read")
        work.read(draft)
        work.compute(draft)
        work.lane.end()
        return True
    except BaseException as error:
        work.failed(draft, error)
        return False


def _write(draft: Draft) -> bool:
    work = worker.work_here()
    try:
        work.begins(draft, "write")
        worker.guarded(lambda: work.write(draft))
        work.done(draft)
        return True
    except (Exception, SystemExit) as error:
        work.failed(draft, error)
        return False


EXECUTORS = {
    "sequential": Sequential,
    "threads": Threads,
    "interpreters": Interpreters,
    "processes": Processes,
    "asyncio": Loop,
    "asyncio-threads": LoopAndThreads,
}
