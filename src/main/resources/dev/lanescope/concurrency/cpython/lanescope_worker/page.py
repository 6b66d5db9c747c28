"""What is done to one page, stage by stage: from the bytes of its file to the file of its HTML."""

from __future__ import annotations

import errno
import os
import stat
import time
from html import escape
from typing import Any, Dict, List, NamedTuple, Optional, Tuple

from . import front_matter, lines, renderers
from . import lane as lanes
from .lane import Lane

MAX_BYTES = 64 * 1024 * 1024


class Page(NamedTuple):
    """A page as it is sent when pages are sent by themselves: with its text, or with its site,
    which is then what its template goes by."""

    number: int
    source: str
    output: str
    title: str
    text: Optional[bytes] = None
    site: Optional["Site"] = None


class Site:
    """What all pages have in common: the folders, all pages, and how they are to be rendered."""

    def __init__(self, job: Dict[str, Any]) -> None:
        self.content: str = job["content"]
        self.output: str = job["output"]
        self.name: str = job["name"]
        self.stages: Dict[str, int] = {name: at for at, name in enumerate(job["stages"])}
        self.renderer: str = job["renderer"]
        self.escape_html: bool = job["escape"]
        self.weight: int = job["weight"]
        self.read_latency: float = job["readLatency"] / 1e9
        self.write_latency: float = job["writeLatency"] / 1e9
        self.faults: Dict[int, str] = {int(item): kind for item, kind in job["faults"]}
        self.pages: List[Tuple[str, str, str]] = [
            (str(source), str(output), str(title)) for source, output, title in job["pages"]
        ]

        self.known: Any = None

    def whole(self) -> "Site":
        """With all that a page of a real generator knows of its site; it is read once."""
        if self.known is None:
            from .whole import Whole

            self.known = Whole(self.content, self.pages)
        return self

    def page(self, number: int) -> Page:
        source, output, title = self.pages[number]
        return Page(number, source, output, title)


class PageFailed(Exception):
    """Why a page did not come out, in words for people."""


class CannotGoOn(Exception):
    """Why no page can come out any more, such as a full disk."""


class Draft:
    """A page on its way through the stages."""

    def __init__(self, item: int, page: Page) -> None:
        self.item = item
        self.page = page
        self.raw = b""
        self.text = ""
        self.title = page.title
        self.parsed: Any = None
        self.html = ""
        self.bytes = b""
        self.stage = 0


#: What a stage does, if it does not compute.
_DOES = {"read": lanes.READS, "write": lanes.WRITES}


class PageWork:
    """One worker's way to do pages: its renderer, and the lane on which it says what it does."""

    def __init__(self, site: Site, lane: Lane) -> None:
        self.site = site
        self.lane = lane
        self.renderer = renderers.make(site.renderer, site.escape_html)

    def whole(self, item: int, page: Page) -> None:
        """Takes a page through all stages and says what became of it."""
        draft = Draft(item, page)
        try:
            if page.text is None:
                self.begins(draft, "read")
                self.wait(draft, "read", self.site.read_latency)
                self.read(draft)
            else:
                self.begins(draft, "front matter")
                draft.raw = page.text
            self.compute(draft)
            self.wait(draft, "write", self.site.write_latency)
            self.write(draft)
        except CannotGoOn:
            raise
        except BaseException as error:
            self.failed(draft, error)
        else:
            self.done(draft)

    def begins(self, draft: Draft, stage: str) -> None:
        draft.stage = self.site.stages[stage]
        self.lane.begin(draft.item, draft.stage, _DOES.get(stage, lanes.COMPUTES))

    def wait(self, draft: Draft, stage: str, seconds: float) -> None:
        """A slow disk or network, simulated."""
        if seconds > 0:
            draft.stage = self.site.stages[stage]
            self.lane.mark(lanes.FOR_IO)
            time.sleep(seconds)

    def _enter(self, draft: Draft, stage: str) -> None:
        draft.stage = self.site.stages[stage]
        if self.lane.state != draft.stage or self.lane.item != draft.item:
            self.lane.item = draft.item
            self.lane.mark(draft.stage, _DOES.get(stage, lanes.COMPUTES))

    def read(self, draft: Draft) -> None:
        self._enter(draft, "read")
        draft.raw = read_file(self.site.content, draft.page.source)

    def compute(self, draft: Draft) -> None:
        """The stages that need a processor and nothing else."""
        self._enter(draft, "front matter")
        self._strike(draft)
        try:
            text = draft.raw.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise PageFailed(f"is not UTF-8 at byte {error.start}; save it as UTF-8") from None
        head, draft.text = front_matter.split(text)
        draft.title = head.get("title") or draft.title
        self._enter(draft, "parse")
        draft.parsed = self.renderer.parse(draft.text, self.lane.tick)
        self._enter(draft, "render")
        for _ in range(self.site.weight - 1):
            parsed = self.renderer.parse(draft.text, self.lane.tick)
            self.renderer.render(parsed, self.lane.tick)
        draft.html = self.renderer.render(draft.parsed, self.lane.tick)
        self._enter(draft, "template")
        draft.bytes = template(draft.page.site or self.site, draft).encode("utf-8")

    def write(self, draft: Draft) -> None:
        self._enter(draft, "write")
        write_file(self.site.output, draft.page.output, draft.item, draft.bytes)

    def done(self, draft: Draft) -> None:
        self.lane.item = draft.item
        written = len(draft.bytes)
        self.lane.end(lanes.FOR_WORK, lines.done(self.lane.worker, draft.item, written))

    def failed(self, draft: Draft, error: BaseException) -> None:
        self.lane.item = draft.item
        kind = "" if isinstance(error, PageFailed) else type(error).__name__
        why = ": ".join(filter(None, (kind, str(error))))
        said = {
            "k": "f",
            "w": self.lane.worker,
            "i": draft.item,
            "s": draft.stage,
            "m": lines.head(why),
        }
        self.lane.end(lanes.FOR_WORK, lines.line(said))

    def _strike(self, draft: Draft) -> None:
        """A page that is to fail does so when it begins to compute."""
        kind = self.site.faults.pop(draft.item, "")
        if kind:
            from . import faults

            faults.strike(kind)


def read_file(folder: str, source: str) -> bytes:
    """A page's bytes; never through a symbolic link at its place."""
    path = os.path.join(folder, *source.split("/"))
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    flags |= getattr(os, "O_NONBLOCK", 0)  # to open a pipe would wait for somebody to write
    try:
        handle = os.open(path, flags)
    except OSError as error:
        raise PageFailed(f"read: {_reason(error)}") from None
    try:
        now = os.fstat(handle)
        if not stat.S_ISREG(now.st_mode):
            raise PageFailed("read: is no regular file; scan the folder again")
        if now.st_size > MAX_BYTES:
            raise PageFailed(f"read: is bigger than {MAX_BYTES >> 20} MB; split it")
        parts: List[bytes] = []
        while True:
            part = os.read(handle, 1 << 20)
            if not part:
                return b"".join(parts)
            parts.append(part)
    finally:
        os.close(handle)


def _reason(error: OSError) -> str:
    if error.errno == errno.ENOENT:
        return "the file is gone; scan the folder again"
    if error.errno == errno.ELOOP:
        return "has become a symbolic link, which is not followed; scan the folder again"
    if error.errno == errno.EACCES:
        return "no permission to read it; give yourself access"
    return error.strerror or str(error)


def write_file(folder: str, output: str, item: int, data: bytes) -> None:
    """Writes a file so that it appears whole. Its folder is there already."""
    path = os.path.join(folder, *output.split("/"))
    part = os.path.join(os.path.dirname(path), f".lanescope-{os.getpid()}-{item}.part")
    try:
        with open(part, "wb", buffering=0) as file:
            view = memoryview(data)
            while view:
                view = view[file.write(view) :]
        os.replace(part, path)
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EROFS):
            raise CannotGoOn(f"nothing can be written to {folder}: {error.strerror}") from None
        raise PageFailed(f"write: {error.strerror or error}") from None


def template(site: Site, draft: Draft) -> str:
    """The page's HTML with all that stands around it."""
    number = draft.page.number
    up = "../" * draft.page.output.count("/")
    parts = [
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>',
        escape(draft.title, quote=False),
        "</title>\n</head>\n<body>\n<nav>\n",
        f"<p>{escape(site.name, quote=False)}</p>\n",
        _trail(draft.page.output),
    ]
    if number > 0:
        parts.append(_link_to(site, number - 1, up, "prev"))
    if number + 1 < len(site.pages):
        parts.append(_link_to(site, number + 1, up, "next"))
    parts += ("</nav>\n<main>\n", draft.html, "</main>\n</body>\n</html>\n")
    return "".join(parts)


def _trail(output: str) -> str:
    folders = output.split("/")[:-1]
    return "<p>" + escape(" / ".join(folders), quote=False) + "</p>\n" if folders else ""


def _link_to(site: Site, number: int, up: str, relation: str) -> str:
    _, output, title = site.pages[number]
    return f'<a rel="{relation}" href="{escape(up + output)}">{escape(title, quote=False)}</a>\n'
