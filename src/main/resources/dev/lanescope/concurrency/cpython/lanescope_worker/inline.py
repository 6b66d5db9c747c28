"""The text inside a block: emphasis, code, links, images and autolinks."""

from __future__ import annotations

import re
from html import escape
from typing import Dict, List, Optional, Tuple

from .blocks import AUTOLINK, DEEPEST

_PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
_SPECIAL = re.compile(r"[\\`*_~<&!\[]")
_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9-]*(?:[^<>\"']|\"[^\"<>]*\"|'[^'<>]*')*>|<!--.*?-->", re.S)
_ENTITY = re.compile(r"&(?:[A-Za-z][A-Za-z0-9]{1,31}|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});")
_UNSAFE = re.compile(r"^\s*(?:javascript|vbscript|data):", re.I)

#: What links are called, and where they lead: address and title.
Targets = Dict[str, Tuple[str, str]]


class Text:
    """What the texts of one page must know of each other."""

    def __init__(self, escape_html: bool) -> None:
        self.escape_html = escape_html
        self.targets: Targets = {}


def label_of(text: str) -> str:
    """What a link is known by, however it is written."""
    return " ".join(text.casefold().split())


def inline(text: str, page: Text, depth: int = 0) -> str:
    """The HTML of a text with emphasis, code, links and the like."""
    out: List[str] = []
    at = 0
    hopeless: set[str] = set()
    while at < len(text):
        found = _SPECIAL.search(text, at)
        if not found:
            out.append(_plain(text[at:]))
            break
        out.append(_plain(text[at : found.start()]))
        at = found.start()
        made = _special(text, at, page, depth, hopeless)
        if made is None:
            out.append(escape(text[at], quote=False))
            at += 1
        else:
            html, at = made
            out.append(html)
    return "".join(out)


def _plain(text: str) -> str:
    return escape(text, quote=False).replace("  \n", "<br>\n")


def _special(
    text: str, at: int, page: Text, depth: int, hopeless: set[str]
) -> Optional[Tuple[str, int]]:
    mark = text[at]
    if mark == "\\":
        if at + 1 < len(text) and text[at + 1] in _PUNCTUATION:
            return escape(text[at + 1], quote=False), at + 2
        if text.startswith("\\\n", at):
            return "<br>\n", at + 2
        return None
    if mark == "`":
        return _code(text, at, hopeless)
    if mark == "&":
        entity = _ENTITY.match(text, at)
        return (entity.group(), entity.end()) if entity else None
    if mark == "<":
        return _angle(text, at, page, hopeless)
    if depth >= DEEPEST:
        return None
    if mark == "!":
        if text.startswith("![", at):
            return _link(text, at + 1, page, depth, hopeless, image=True)
        return None
    if mark == "[":
        return _link(text, at, page, depth, hopeless, image=False)
    return _emphasis(text, at, page, depth, hopeless)


def _code(text: str, at: int, hopeless: set[str]) -> Optional[Tuple[str, int]]:
    end = at
    while end < len(text) and text[end] == "`":
        end += 1
    ticks = text[at:end]
    if ticks in hopeless:
        return ticks, end
    close = end
    while True:
        close = text.find(ticks, close)
        if close < 0:
            hopeless.add(ticks)
            return ticks, end
        after = close + len(ticks)
        if text[after : after + 1] != "`" and text[close - 1] != "`":
            break
        while close < len(text) and text[close] == "`":
            close += 1
    code = text[end:close].replace("\n", " ")
    if code.startswith(" ") and code.endswith(" ") and code.strip():
        code = code[1:-1]
    return "<code>" + escape(code, quote=False) + "</code>", after


def _angle(text: str, at: int, page: Text, hopeless: set[str]) -> Optional[Tuple[str, int]]:
    if "<" in hopeless or text.find(">", at) < 0:
        hopeless.add("<")
        return None
    auto = AUTOLINK.match(text, at)
    if auto:
        return f'<a href="{_address(auto.group(1))}">{escape(auto.group(1))}</a>', auto.end()
    tag = _TAG.match(text, at)
    if not tag:
        return None
    return (escape(tag.group(), quote=False) if page.escape_html else tag.group()), tag.end()


def _link(
    text: str, at: int, page: Text, depth: int, hopeless: set[str], image: bool
) -> Optional[Tuple[str, int]]:
    if "]" in hopeless:
        return None
    close = _closing(text, at)
    if close < 0:
        hopeless.add("]")
        return None
    if text[close + 1 : close + 2] != "(":
        return _reference(text, at, close, page, depth, image)
    end = text.find(")", close)
    if end < 0:
        return None
    inside = text[close + 2 : end]
    while inside.count("(") > inside.count(")") and len(inside) < 2000:
        end = text.find(")", end + 1)
        if end < 0:
            return None
        inside = text[close + 2 : end]
    target, _, title = inside.strip().partition(" ")
    label = text[at + 1 : close]
    named = f' title="{escape(title.strip()[1:-1])}"' if len(title.strip()) > 2 else ""
    address = _address(target.strip("<>"))
    if image:
        return f'<img src="{address}" alt="{escape(label)}"{named}>', end + 1
    shown = inline(label, page, depth + 1)
    return f'<a href="{address}"{named}>{shown}</a>', end + 1


def _reference(
    text: str, at: int, close: int, page: Text, depth: int, image: bool
) -> Optional[Tuple[str, int]]:
    label = text[at + 1 : close]
    end = close + 1
    name = label
    if text[end : end + 1] == "[":
        last = text.find("]", end)
        if last < 0:
            return None
        name = text[end + 1 : last] or label
        end = last + 1
    target = page.targets.get(label_of(name))
    if target is None:
        return None
    address = _address(target[0])
    named = f' title="{escape(target[1])}"' if target[1] else ""
    if image:
        return f'<img src="{address}" alt="{escape(label)}"{named}>', end
    return f'<a href="{address}"{named}>{inline(label, page, depth + 1)}</a>', end


def _closing(text: str, at: int) -> int:
    depth = 0
    while at < len(text):
        letter = text[at]
        if letter == "\\":
            at += 1
        elif letter == "[":
            depth += 1
        elif letter == "]":
            depth -= 1
            if depth == 0:
                return at
        at += 1
    return -1


def _address(target: str) -> str:
    if _UNSAFE.match(target):
        return "#"
    name, mark, rest = target.partition("#")
    if name.endswith(".md") and "://" not in name:
        name = name[:-3] + ".html"
    return escape(name + mark + rest)


def _emphasis(
    text: str, at: int, page: Text, depth: int, hopeless: set[str]
) -> Optional[Tuple[str, int]]:
    mark = text[at]
    double = text.startswith(mark * 2, at)
    width = 2 if double else 1
    if mark == "~" and not double:
        return None
    opener = mark * width
    if opener in hopeless:
        return opener, at + width
    begin = at + width
    if text[begin : begin + 1].strip() == "":
        return opener, begin
    if mark == "_" and at > 0 and text[at - 1].isalnum():
        return opener, begin
    close = begin
    while True:
        close = text.find(opener, close + 1)
        if close < 0:
            hopeless.add(opener)
            return opener, begin
        before, after = text[close - 1], text[close + width : close + width + 1]
        if before.isspace() or before == "\\" or (mark == "_" and after.isalnum()):
            continue
        if width == 1 and (after == mark or before == mark):
            close += 1
            continue
        break
    name = "del" if mark == "~" else "strong" if double else "em"
    inside = inline(text[begin:close], page, depth + 1)
    return f"<{name}>{inside}</{name}>", close + width
