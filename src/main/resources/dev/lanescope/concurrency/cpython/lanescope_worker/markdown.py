"""A small Markdown renderer, for Pythons that have no library for it.

It knows headings, paragraphs, lists, quotations, fenced and indented code, tables, rules, raw HTML,
emphasis, code, links, images and autolinks. It is no CommonMark: what it is for is honest work in
pure Python, the same on every interpreter. No input takes more than linear time but for nesting,
which is bounded.
"""

from __future__ import annotations

import re
from html import escape
from typing import Dict, Iterable, List

from .blocks import Block, Tick, nothing, parse
from .inline import Text, inline, label_of

__all__ = ["parse", "render"]

_NOT_A_WORD = re.compile(r"[^\w\- ]+")


def render(blocks: List[Block], escape_html: bool = False, tick: Tick = nothing) -> str:
    """Turns blocks into HTML."""
    out: List[str] = []
    page = _Page(escape_html, tick)
    page.collect(blocks)
    for block in blocks:
        _block(block, out, page)
    return "".join(out)


class _Page(Text):
    """What the blocks of one page must know of each other."""

    def __init__(self, escape_html: bool, tick: Tick) -> None:
        super().__init__(escape_html)
        self.tick = tick
        self.anchors: Dict[str, int] = {}

    def collect(self, blocks: Iterable[Block]) -> None:
        """Finds what links are defined, wherever that stands; the first one counts."""
        for block in blocks:
            if block.kind == "target":
                address, _, title = block.info.partition(" ")
                self.targets.setdefault(label_of(block.text), (address, title))
            elif block.children:
                self.collect(block.children)


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
