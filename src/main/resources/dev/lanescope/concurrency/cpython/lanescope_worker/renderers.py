"""Which Markdown renderer does the work: a library that the runtime has, else our own."""

from __future__ import annotations

import importlib
from typing import Any, Callable, Tuple

from . import markdown

Tick = Callable[[], None]

#: In the order in which they are preferred; what is imported, and what people call it.
LIBRARIES = (("mistune", "mistune"), ("markdown_it", "markdown-it-py"), ("markdown", "Markdown"))


class Renderer:
    """Parses and renders in two steps, so that both are seen on the lanes.

    A library that cannot be asked for its tree does both when it renders.
    """

    name = "own"

    def __init__(self, escape_html: bool) -> None:
        self.escape_html = escape_html

    def parse(self, text: str, tick: Tick) -> Any:
        return markdown.parse(text, tick)

    def render(self, parsed: Any, tick: Tick) -> str:
        return markdown.render(parsed, self.escape_html, tick)


class Mistune(Renderer):
    name = "mistune"

    def __init__(self, escape_html: bool) -> None:
        super().__init__(escape_html)
        library = importlib.import_module("mistune")
        self.markdown = library.create_markdown(
            escape=escape_html, plugins=["strikethrough", "table"]
        )
        self.split = hasattr(library, "BlockState")

    def parse(self, text: str, tick: Tick) -> Any:
        if not self.split:
            return text
        state = self.markdown.block.state_cls()
        state.process(text.replace("\r\n", "\n").replace("\r", "\n"))
        self.markdown.block.parse(state, self.markdown.block.rules)
        return state

    def render(self, parsed: Any, tick: Tick) -> str:
        if not self.split:
            return str(self.markdown(parsed))
        return str(self.markdown.render_state(parsed))


class MarkdownIt(Renderer):
    name = "markdown-it-py"

    def __init__(self, escape_html: bool) -> None:
        super().__init__(escape_html)
        library = importlib.import_module("markdown_it")
        self.markdown = library.MarkdownIt("commonmark", {"html": not escape_html})
        self.markdown.enable("table").enable("strikethrough")

    def parse(self, text: str, tick: Tick) -> Any:
        return self.markdown.parse(text)

    def render(self, parsed: Any, tick: Tick) -> str:
        return str(self.markdown.renderer.render(parsed, self.markdown.options, {}))


class PythonMarkdown(Renderer):
    """Converts in one step, and keeps raw HTML."""

    name = "Markdown"

    def __init__(self, escape_html: bool) -> None:
        super().__init__(escape_html)
        library = importlib.import_module("markdown")
        self.markdown = library.Markdown(extensions=["tables", "fenced_code"])

    def parse(self, text: str, tick: Tick) -> Any:
        return text

    def render(self, parsed: Any, tick: Tick) -> str:
        return str(self.markdown.reset().convert(parsed))


_KNOWN = {"mistune": Mistune, "markdown-it-py": MarkdownIt, "Markdown": PythonMarkdown}


def found() -> Tuple[str, ...]:
    """The libraries that this runtime has, by the names people know them by."""
    from importlib.util import find_spec

    return tuple(name for module, name in LIBRARIES if find_spec(module) is not None)


def make(name: str, escape_html: bool) -> Renderer:
    """A renderer of that name; each worker has its own."""
    return _KNOWN.get(name, Renderer)(escape_html)


def best(escape_html: bool) -> str:
    """The name of the best one that works here. One that keeps raw HTML is none where that is to be
    shown as text."""
    for name in found():
        if escape_html and name == "Markdown":
            continue
        try:
            made = make(name, escape_html)
            made.render(made.parse("# a", lambda: None), lambda: None)
            return name
        except Exception:
            continue
    return Renderer.name
