"""A small Markdown renderer, for Pythons that have no library for it.

It knows headings, paragraphs, lists, quotations, fenced and indented code, tables, rules, raw HTML,
emphasis, code, links, images and autolinks. It is no CommonMark: what it is for is honest work in
pure Python, the same on every interpreter. No input takes more than linear time but for nesting,
which is bounded.
"""

from __future__ import annotations

import re
from html import escape
from typing import Callable, Dict, Iterable, List, NamedTuple, Optional, Tuple

DEEPEST = 16

_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})[ \t]*([^`\s]*)")
_HEADING = re.compile(r"^ {0,3}(#{1,6})(?:[ \t]+(.*))?$")
_CLOSING_HASHES = re.compile(r"(?:^|[ \t])#+$")
_RULE = re.compile(r"^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_ITEM = re.compile(r"^( {0,3})([-*+]|\d{1,9}[.)])(?:([ \t]+)(\S.*)?)?$")
_QUOTE = re.compile(r"^ {0,3}> ?")
_HTML = re.compile(r"^ {0,3}<(?:[A-Za-z/!?])")
_TABLE_RULE = re.compile(r"^ {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_TARGET = re.compile(r"^ {0,3}\[([^\[\]]+)\]:[ \t]*<?([^\s<>]+)>?(?:[ \t]+[\"'(](.*)[\"')])?[ \t]*$")
_PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
_SPECIAL = re.compile(r"[\\`*_~<&!\[]")
_AUTOLINK = re.compile(r"<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*)>")
_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9-]*(?:[^<>\"']|\"[^\"<>]*\"|'[^'<>]*')*>|<!--.*?-->", re.S)
_ENTITY = re.compile(r"&(?:[A-Za-z][A-Za-z0-9]{1,31}|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});")
_NOT_A_WORD = re.compile(r"[^\w\- ]+")
_UNSAFE = re.compile(r"^\s*(?:javascript|vbscript|data):", re.I)


class Block(NamedTuple):
    """One block of a page: its kind, its text or code, what it holds, and a figure or a word."""

    kind: str
    text: str = ""
    children: Tuple["Block", ...] = ()
    level: int = 0
    info: str = ""


Tick = Callable[[], None]


def _nothing() -> None:
    return None


def parse(text: str, tick: Tick = _nothing) -> List[Block]:
    """Splits a page into blocks. `tick` is called now and then, so that others can look at the
    clock."""
    return _blocks(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), 0, tick)


def _blocks(lines: List[str], depth: int, tick: Tick) -> List[Block]:
    blocks: List[Block] = []
    paragraph: List[str] = []

    def end_paragraph() -> None:
        if paragraph:
            blocks.append(Block("paragraph", "\n".join(line.strip() for line in paragraph)))
            paragraph.clear()

    at = 0
    while at < len(lines):
        tick()
        line = lines[at].expandtabs(4)
        if not line.strip():
            end_paragraph()
            at += 1
            continue
        fence = _FENCE.match(line)
        if fence:
            end_paragraph()
            at = _fenced(lines, at, fence.group(1), fence.group(2), blocks)
            continue
        heading = _HEADING.match(line)
        if heading:
            end_paragraph()
            title = _CLOSING_HASHES.sub("", (heading.group(2) or "").strip()).strip()
            blocks.append(Block("heading", title, level=len(heading.group(1))))
            at += 1
            continue
        if paragraph and line.strip("= ") == "" and line.lstrip().startswith("="):
            title = " ".join(part.strip() for part in paragraph)
            paragraph.clear()
            blocks.append(Block("heading", title, level=1))
            at += 1
            continue
        if paragraph and line.strip("- ") == "" and line.lstrip().startswith("-"):
            title = " ".join(part.strip() for part in paragraph)
            paragraph.clear()
            blocks.append(Block("heading", title, level=2))
            at += 1
            continue
        if _RULE.match(line):
            end_paragraph()
            blocks.append(Block("rule"))
            at += 1
            continue
        if depth < DEEPEST and _QUOTE.match(line):
            end_paragraph()
            inside: List[str] = []
            while at < len(lines) and lines[at].strip():
                inside.append(_QUOTE.sub("", lines[at].expandtabs(4), count=1))
                at += 1
            blocks.append(Block("quote", children=tuple(_blocks(inside, depth + 1, tick))))
            continue
        item = _ITEM.match(line)
        if depth < DEEPEST and item and (item.group(4) or not paragraph):
            end_paragraph()
            at = _list(lines, at, depth, blocks, tick)
            continue
        if not paragraph and line.startswith("    "):
            at = _indented(lines, at, blocks)
            continue
        if not paragraph and _HTML.match(line) and not _AUTOLINK.match(line.strip()):
            begin = at
            while at < len(lines) and lines[at].strip():
                at += 1
            blocks.append(Block("html", "\n".join(lines[begin:at])))
            continue
        target = None if paragraph else _TARGET.match(line)
        if target:
            info = f"{target.group(2)} {target.group(3) or ''}"
            blocks.append(Block("target", target.group(1), info=info))
            at += 1
            continue
        if not paragraph and "|" in line and at + 1 < len(lines):
            if "|" in lines[at + 1] and _TABLE_RULE.match(lines[at + 1]):
                at = _table(lines, at, blocks)
                continue
        paragraph.append(line)
        at += 1
    end_paragraph()
    return blocks


def _fenced(lines: List[str], at: int, mark: str, info: str, blocks: List[Block]) -> int:
    indent = len(lines[at]) - len(lines[at].lstrip(" "))
    code: List[str] = []
    at += 1
    while at < len(lines):
        line = lines[at]
        bare = line.strip()
        if bare and not bare.strip(mark[0]) and len(bare) >= len(mark):
            at += 1
            break
        own = len(line) - len(line.lstrip(" "))
        code.append(line[min(indent, own) :])
        at += 1
    blocks.append(Block("code", "".join(line + "\n" for line in code), info=info))
    return at


def _indented(lines: List[str], at: int, blocks: List[Block]) -> int:
    code: List[str] = []
    while at < len(lines):
        line = lines[at].expandtabs(4)
        if line.strip() and not line.startswith("    "):
            break
        code.append(line[4:])
        at += 1
    while code and not code[-1].strip():
        code.pop()
    blocks.append(Block("code", "".join(line + "\n" for line in code)))
    return at


def _list(lines: List[str], at: int, depth: int, blocks: List[Block], tick: Tick) -> int:
    first = _ITEM.match(lines[at].expandtabs(4))
    assert first is not None
    ordered = first.group(2)[0].isdigit()
    kind = first.group(2)[-1]
    start = int(first.group(2)[:-1]) if ordered else 0
    items: List[Block] = []
    loose = False
    while at < len(lines):
        item = _ITEM.match(lines[at].expandtabs(4))
        if not item or item.group(2)[-1] != kind or _RULE.match(lines[at]):
            break
        spaces = len(item.group(3) or " ")
        width = len(item.group(1)) + len(item.group(2)) + (spaces if spaces <= 4 else 1)
        inside = [lines[at].expandtabs(4)[width:]]
        at += 1
        blank = False
        while at < len(lines):
            line = lines[at].expandtabs(4)
            if not line.strip():
                blank = True
                inside.append("")
                at += 1
                continue
            indent = len(line) - len(line.lstrip(" "))
            if indent >= width:
                if blank:
                    loose = True
                inside.append(line[width:])
            elif blank or _ITEM.match(line) or _HEADING.match(line) or _FENCE.match(line):
                break
            else:
                inside.append(line.lstrip(" "))
            blank = False
            at += 1
        while inside and not inside[-1]:
            inside.pop()
        if blank and at < len(lines) and _ITEM.match(lines[at].expandtabs(4)):
            loose = True
        items.append(Block("item", children=tuple(_blocks(inside, depth + 1, tick))))
    info = "ordered" if ordered else "bullet"
    children = items if loose else [_tight(item) for item in items]
    blocks.append(Block("list", children=tuple(children), level=start, info=info))
    return at


def _tight(item: Block) -> Block:
    return Block(
        "item",
        children=tuple(
            Block("text", child.text) if child.kind == "paragraph" else child
            for child in item.children
        ),
    )


def _table(lines: List[str], at: int, blocks: List[Block]) -> int:
    def cells(line: str) -> List[str]:
        line = line.strip()
        if line.startswith("|"):
            line = line[1:]
        if line.endswith("|") and not line.endswith("\\|"):
            line = line[:-1]
        parts = line.replace("\\|", "\0").split("|")
        return [part.strip().replace("\0", "|") for part in parts]

    head = cells(lines[at])
    aligned = [
        "center"
        if rule.startswith(":") and rule.endswith(":")
        else "right"
        if rule.endswith(":")
        else "left"
        if rule.startswith(":")
        else ""
        for rule in cells(lines[at + 1])
    ]
    if len(aligned) != len(head):
        blocks.append(Block("paragraph", lines[at].strip()))
        return at + 1
    rows = [Block("row", children=tuple(Block("cell", text) for text in head))]
    at += 2
    while at < len(lines) and lines[at].strip() and not _QUOTE.match(lines[at]):
        row = (cells(lines[at]) + [""] * len(head))[: len(head)]
        rows.append(Block("row", children=tuple(Block("cell", text) for text in row)))
        at += 1
    blocks.append(Block("table", children=tuple(rows), info=",".join(aligned)))
    return at


def render(blocks: List[Block], escape_html: bool = False, tick: Tick = _nothing) -> str:
    """Turns blocks into HTML."""
    out: List[str] = []
    page = _Page(escape_html, tick)
    page.collect(blocks)
    for block in blocks:
        _block(block, out, page)
    return "".join(out)


class _Page:
    """What the blocks of one page must know of each other."""

    def __init__(self, escape_html: bool, tick: Tick) -> None:
        self.escape_html = escape_html
        self.tick = tick
        self.anchors: Dict[str, int] = {}
        self.targets: Dict[str, Tuple[str, str]] = {}

    def collect(self, blocks: Iterable[Block]) -> None:
        """Finds what links are defined, wherever that stands; the first one counts."""
        for block in blocks:
            if block.kind == "target":
                address, _, title = block.info.partition(" ")
                self.targets.setdefault(_label(block.text), (address, title))
            elif block.children:
                self.collect(block.children)


def _label(text: str) -> str:
    return " ".join(text.casefold().split())


def _block(block: Block, out: List[str], page: _Page) -> None:
    page.tick()
    kind = block.kind
    if kind == "paragraph":
        out.append("<p>" + inline(block.text, page) + "</p>\n")
    elif kind == "text":
        out.append(inline(block.text, page) + "\n")
    elif kind == "heading":
        anchor = _anchor(block.text, page.anchors)
        level = block.level
        out.append(f'<h{level} id="{anchor}">{inline(block.text, page)}</h{level}>\n')
    elif kind == "code":
        language = f' class="language-{escape(block.info)}"' if block.info else ""
        out.append(f"<pre><code{language}>{escape(block.text, quote=False)}</code></pre>\n")
    elif kind == "rule":
        out.append("<hr>\n")
    elif kind == "html":
        out.append((escape(block.text, quote=False) if page.escape_html else block.text) + "\n")
    elif kind == "quote":
        out.append("<blockquote>\n")
        for child in block.children:
            _block(child, out, page)
        out.append("</blockquote>\n")
    elif kind == "list":
        ordered = block.info == "ordered"
        start = f' start="{block.level}"' if ordered and block.level != 1 else ""
        out.append(f"<ol{start}>\n" if ordered else "<ul>\n")
        for item in block.children:
            out.append("<li>")
            for child in item.children:
                _block(child, out, page)
            out.append("</li>\n")
        out.append("</ol>\n" if ordered else "</ul>\n")
    elif kind == "table":
        _render_table(block, out, page)


def _render_table(table: Block, out: List[str], page: _Page) -> None:
    aligned = table.info.split(",")
    out.append("<table>\n")
    for number, row in enumerate(table.children):
        name = "th" if number == 0 else "td"
        out.append("<thead>\n<tr>\n" if number == 0 else "<tr>\n")
        for cell, side in zip(row.children, aligned):
            style = f' style="text-align: {side}"' if side else ""
            out.append(f"<{name}{style}>{inline(cell.text, page)}</{name}>\n")
        out.append("</tr>\n</thead>\n<tbody>\n" if number == 0 else "</tr>\n")
    out.append("</tbody>\n</table>\n")


def _anchor(title: str, taken: Dict[str, int]) -> str:
    words = _NOT_A_WORD.sub("", title.lower()).strip().replace(" ", "-") or "section"
    count = taken.get(words, 0)
    taken[words] = count + 1
    return words if count == 0 else f"{words}-{count}"


def inline(text: str, page: _Page, depth: int = 0) -> str:
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
    text: str, at: int, page: _Page, depth: int, hopeless: set[str]
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


def _angle(
    text: str, at: int, page: _Page, hopeless: set[str]
) -> Optional[Tuple[str, int]]:
    if "<" in hopeless or text.find(">", at) < 0:
        hopeless.add("<")
        return None
    auto = _AUTOLINK.match(text, at)
    if auto:
        return f'<a href="{_address(auto.group(1))}">{escape(auto.group(1))}</a>', auto.end()
    tag = _TAG.match(text, at)
    if not tag:
        return None
    return (escape(tag.group(), quote=False) if page.escape_html else tag.group()), tag.end()


def _link(
    text: str, at: int, page: _Page, depth: int, hopeless: set[str], image: bool
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
    text: str, at: int, close: int, page: _Page, depth: int, image: bool
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
    target = page.targets.get(_label(name))
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
    text: str, at: int, page: _Page, depth: int, hopeless: set[str]
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
