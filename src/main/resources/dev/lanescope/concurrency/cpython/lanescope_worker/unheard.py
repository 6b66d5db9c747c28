"""A thread that dies of what nobody caught: whoever waits for it would wait for ever, so that all
end with it, and say of what."""

from __future__ import annotations

import logging
import os
import sys
import threading
import traceback
from types import TracebackType
from typing import Any, Optional, Type


def _end(
    kind: Type[BaseException], why: Optional[BaseException], where: Optional[TracebackType]
) -> None:
    try:
        traceback.print_exception(kind, why, where)
        sys.stderr.flush()
    finally:
        os._exit(1)


class _OfPools(logging.Handler):
    """A pool tells its logger when a thread of its own dies, and leaves its tasks undone."""

    def emit(self, record: logging.LogRecord) -> None:
        if record.exc_info and record.exc_info[0] is not None:
            _end(*record.exc_info)


def watch() -> None:
    """From now on no thread of this process dies unheard."""

    def died(told: Any) -> None:
        if told.exc_type is not SystemExit:
            _end(told.exc_type, told.exc_value, told.exc_traceback)

    threading.excepthook = died
    logging.getLogger("concurrent.futures").addHandler(_OfPools(logging.CRITICAL))
