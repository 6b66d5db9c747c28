"""The blocks of a page: what its lines are, from headings to tables."""

from __future__ import annotations

import re
from typing import Callable, List, NamedTuple, Tuple

#: Nothing is nested deeper.
DEEPEST = 16

_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})[ \t]*([^`\s]*)")
_HEADING = re.compile(r"^ {0,3}(#{1,6})(?:[ \t]+(.*))?$")
_CLOSING_HASHES = re.compile(r"(?:^|[ \t])#+$")
_RULE = re.compile(r"^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_ITEM = re.compile(r"^( {0,3})([-*+]|\d{1,9}[.)])(?:([ \t]+)(\S.*)?)?$")
_QUOTE = re.compile(r"^ {0,3}> ?")
_HTML = re.compile(r"^ {0,3}<(?:[A-Za-z/!?])")
_TABLE_RULE = re.compile(r"^ {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_TARGET = re.compile(
    r"^ {0,3}\[([^\[\]]+)\]:[ \t]*<?([^\s<>]+)>?(?:[ \t]+[\"'(](.*)[\"')])?[ \t]*$"
)

#: An address in angle brackets; no block begins with one.
AUTOLINK = re.compile(r"<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*)>")


class Block(NamedTuple):
    """One block of a page: its kind, its text or code, what it holds, and a figure or a word."""

    kind: str
    text: str = ""
    children: Tuple["Block", ...] = ()
    level: int = 0
    info: str = ""


Tick = Callable[[], None]


def nothing() -> None:
    return None


def parse(text: str, tick: Tick = nothing) -> List[Block]:
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
        if not paragraph and _HTML.match(line) and not AUTOLINK.match(line.strip()):
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
