"""A site as a page of a real generator knows it: sections in sections, their pages, and tags."""

from __future__ import annotations

import os
import re
from typing import Dict, List

from .front_matter import split

#: What stands above a page's text is hardly longer.
_HEAD = 16 * 1024

#: A list of names behind a key, in one line or in several: `tags: [a, b]`, or `- a` below it.
_NAMES = re.compile(
    r"^[ \t]*(?:tags|categories)[ \t]*[:=][ \t]*"
    r"(?:\[([^\]]*)\]|((?:\r?\n[ \t]*-[^\n]*)+)|([^\n]+))",
    re.MULTILINE,
)


class Section:
    """A folder: the sections and the pages in it, and the section around it."""

    def __init__(self, name: str, around: "Section | None") -> None:
        self.name = name
        self.around = around
        self.sections: Dict[str, Section] = {}
        self.pages: List[Known] = []

    def within(self, name: str) -> "Section":
        return self.sections.setdefault(name, Section(name, self))


class Known:
    """What is known of a page without its text."""

    def __init__(self, number: int, title: str, output: str, section: Section) -> None:
        self.number = number
        self.title = title
        self.output = output
        self.section = section
        self.head: Dict[str, str] = {}
        self.tags: List[str] = []


class Whole:
    """The navigation tree, every page's title, head and tags, and the pages of each tag."""

    def __init__(self, content: str, pages: "List[tuple[str, str, str]]") -> None:
        self.root = Section("", None)
        self.tags: Dict[str, List[Known]] = {}
        for number, (source, output, title) in enumerate(pages):
            section = self.root
            for folder in output.split("/")[:-1]:
                section = section.within(folder)
            known = Known(number, title, output, section)
            text = _begin(content, source)
            known.head, body = split(text)
            known.tags = names(text[: len(text) - len(body)])
            section.pages.append(known)
            for tag in known.tags:
                self.tags.setdefault(tag, []).append(known)


def _begin(content: str, source: str) -> str:
    """The first of a page; a page that cannot be read says so when it is its turn."""
    path = os.path.join(content, *source.split("/"))
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    flags |= getattr(os, "O_NONBLOCK", 0)
    try:
        handle = os.open(path, flags)
    except OSError:
        return ""
    try:
        return os.read(handle, _HEAD).decode("utf-8-sig", "replace")
    except OSError:
        return ""
    finally:
        os.close(handle)


def names(head: str) -> List[str]:
    """The tags and categories in what stands above a text."""
    found: List[str] = []
    for inline, below, single in _NAMES.findall(head):
        parts = inline.split(",") if inline else below.split("\n") if below else [single]
        for part in parts:
            name = part.strip().lstrip("-").strip().strip("\"'")
            if name and name not in found:
                found.append(name)
    return found
