"""The line to Lanescope: one JSON value a line, each at most `LONGEST` bytes and never written in
parts, so that lines of threads, interpreters and processes come through whole."""

from __future__ import annotations

import json
import os
import select
import sys
from typing import Any, Dict, List, Optional

LONGEST = 512

#: So many bytes come through whole if they are written at once.
_AT_ONCE = getattr(select, "PIPE_BUF", LONGEST)
_OUT = 1
_LONGEST_TEXT = 150


_kept: Optional[List[bytes]] = None


def say(message: Dict[str, Any]) -> None:
    """Says something to Lanescope; if nobody listens any more there is nothing left to do."""
    put(line(message))


def line(message: Dict[str, Any]) -> bytes:
    """A message as a line."""
    made = json.dumps(message, separators=(",", ":")).encode("ascii") + b"\n"
    if len(made) > LONGEST:
        raise ValueError(f"a line of {len(made)} bytes")
    return made


def put(*some: bytes) -> None:
    """Says some lines. As much as possible is written at once: each time a thread may lose the
    lock that it has."""
    text = b""
    for each in some:
        if len(text) + len(each) > _AT_ONCE:
            _out(text)
            text = b""
        text += each
    if text:
        _out(text)


def _out(text: bytes) -> None:
    if _kept is None:
        pass_on(text)
    else:
        _kept.append(text)


def keep() -> None:
    """From now on nothing is said here: somebody else passes it on, for this process does not have
    the line."""
    global _kept
    _kept = []


def taken() -> bytes:
    """What was kept since the last time."""
    if not _kept:
        return b""
    text = b"".join(_kept)
    _kept.clear()
    return text


def pass_on(line: bytes) -> None:
    """Says what has the form of lines already."""
    try:
        while line:
            line = line[os.write(_OUT, line) :]
    except OSError:
        os._exit(3)


def head(text: str) -> str:
    """As much of a text as fits on a line whatever it consists of."""
    words = " ".join(text.split())[:_LONGEST_TEXT]
    words = "".join(letter if letter.isprintable() else "?" for letter in words)
    return words.encode("ascii", "backslashreplace").decode("ascii")[: 2 * _LONGEST_TEXT]


def quiet() -> None:
    """Whatever code prints goes where it does not disturb the line."""
    sys.stdout = sys.stderr


#: So many moments fit on a line, whatever the clock says.
MOMENTS = 9


def moments(worker: str, item: int, told: List[int]) -> List[bytes]:
    """What a worker did, as lines: `told` is time, CPU time and state of one moment after the
    other. Of all but the first, a line tells the differences.

    This and `done` are said for every page, and put together by hand for that.
    """
    said = []
    for begin in range(0, len(told), 3 * MOMENTS):
        part = told[begin : begin + 3 * MOMENTS]
        for at in range(len(part) - 3, 2, -3):
            part[at] -= part[at - 3]
            part[at + 1] -= part[at - 2]
        numbers = str(part).replace(" ", "")
        said.append(f'{{"k":"s","w":"{worker}","i":{item},"e":{numbers}}}\n'.encode("ascii"))
    return said


def done(worker: str, item: int, written: int) -> bytes:
    """An item is done, as a line."""
    return f'{{"k":"d","w":"{worker}","i":{item},"b":{written}}}\n'.encode("ascii")
