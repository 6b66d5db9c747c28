"""What stands above the text of a page."""

from __future__ import annotations

from typing import Dict, Tuple


def split(text: str) -> Tuple[Dict[str, str], str]:
    """The plain `key: value` lines at a page's head, and the text below it."""
    for mark, between in (("---", ":"), ("+++", "=")):
        if not text.startswith(mark):
            continue
        first, newline, rest = text.partition("\n")
        if first.rstrip() != mark:
            continue
        head: Dict[str, str] = {}
        at = 0
        while at < len(rest):
            end = rest.find("\n", at)
            end = len(rest) if end < 0 else end
            line = rest[at:end].rstrip()
            at = end + 1
            if line == mark:
                return head, rest[at:]
            key, found, value = line.partition(between)
            if found and not key.startswith((" ", "\t", "#", "-")):
                head[key.strip()] = value.strip().strip("\"'")
    return {}, text
