"""Listens to Lanescope: tells the time, makes a crew, and lets it do pages until the line ends."""

from __future__ import annotations

import json
import os
import platform
import queue
import sys
import threading
import time
import traceback
from typing import Any, Dict, Optional


def _listen(heard: "queue.SimpleQueue[Dict[str, Any]]") -> None:
    """Whoever speaks may be gone at any moment; then nothing that is done here matters."""
    for line in os.fdopen(0, "rb", closefd=False):
        heard.put(json.loads(line))
    if "multiprocessing" in sys.modules:
        from multiprocessing import active_children

        for child in active_children():  # one that computes in C would not notice
            child.kill()
    folder = os.environ.get("LANESCOPE_FOLDER")
    if folder:  # made for this process; whoever made it is gone
        import shutil

        shutil.rmtree(folder, ignore_errors=True)
    os._exit(0)


def main() -> None:
    from . import crew as crews
    from . import costs, lines, renderers, unheard, worker
    from .page import Site

    lines.quiet()
    unheard.watch()
    heard: "queue.SimpleQueue[Dict[str, Any]]" = queue.SimpleQueue()
    lines.say({"k": "hello", "version": platform.python_version(), "gil": worker.has_gil()})
    threading.Thread(target=_listen, args=(heard,), daemon=True).start()
    crew: Optional[Any] = None
    site: Optional[Site] = None
    while True:
        message = heard.get()
        if "ping" in message:
            lines.say({"k": "pong", "t": time.perf_counter_ns()})
        elif "job" in message:
            job = message["job"]
            job["renderer"] = job["renderer"] or renderers.best(bool(job["escape"]))
            lines.say({"k": "renderer", "m": job["renderer"]})
            sys.setswitchinterval(job["switch"] / 1e9)
            site = Site(job)
            crew = crews.EXECUTORS[job["executor"]](site, job)
        elif "do" in message and crew is not None:
            crew.perform([(item, page) for item, page in message["do"]])
            lines.say({"k": "over", "gil": worker.has_gil()})
        elif "idle" in message and crew is not None:
            costs.idle(crew, int(message["idle"]))
        elif "pickle" in message and site is not None:
            costs.pickled(site, int(message["pickle"]), int(message["batch"]), message["send"])
        elif "end" in message:
            if crew is not None:
                crew.close()
            lines.say({"k": "bye"})
            os._exit(0)


if __name__ == "__main__":
    try:
        main()
    except BaseException:
        traceback.print_exc()
        sys.stderr.flush()
        os._exit(1)  # nobody waits for threads that hang
