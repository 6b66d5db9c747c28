"""How the Python of this program is written, by rules that need nothing but Python itself."""

from __future__ import annotations

import ast
import os
import sys
import unittest
from typing import Iterator, List, Tuple

LONGEST = 100
MOST_LINES = 400
OLDEST = (3, 9)


def sources() -> Iterator[Tuple[str, str]]:
    """Each file of ours that can be reached, and its text."""
    import lanescope_worker

    folders = [os.path.dirname(lanescope_worker.__file__), os.path.dirname(__file__)]
    folders.extend(filter(None, os.environ.get("LANESCOPE_SCRIPTS", "").split(os.pathsep)))
    for folder in folders:
        for name in sorted(os.listdir(folder)):
            if name.endswith(".py"):
                with open(os.path.join(folder, name), encoding="utf-8", newline="") as file:
                    yield name, file.read()


def unannotated(tree: ast.AST) -> Iterator[str]:
    """The functions of which somebody has to guess what goes in or comes out."""
    for node in ast.walk(tree):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            given = node.args.posonlyargs + node.args.args + node.args.kwonlyargs
            given += [each for each in (node.args.vararg, node.args.kwarg) if each]
            known = [each.annotation is not None or each.arg in ("self", "cls") for each in given]
            if node.returns is None or not all(known):
                yield f"{node.name}, line {node.lineno}"


class SourceTest(unittest.TestCase):
    def test_all_of_it_is_looked_at(self) -> None:
        names = [name for name, _ in sources()]
        for name in ("crew.py", "page.py", "test_source.py"):
            self.assertIn(name, names)

    def test_lines_are_short_and_end_where_they_end(self) -> None:
        wrong: List[str] = []
        for name, text in sources():
            for number, line in enumerate(text.split("\n"), 1):
                if len(line) > LONGEST or line != line.rstrip() or "\t" in line:
                    wrong.append(f"{name}, line {number}")
            if not text.endswith("\n") or text.endswith("\n\n"):
                wrong.append(f"{name}, its end")
            if text.count("\n") > MOST_LINES:
                wrong.append(f"{name}, {text.count(chr(10))} lines")
        self.assertEqual(wrong, [])

    def test_every_function_says_what_goes_in_and_comes_out(self) -> None:
        wrong = [
            f"{name}: {where}"
            for name, text in sources()
            for where in unannotated(ast.parse(text, name))
        ]
        self.assertEqual(wrong, [])

    def test_the_oldest_python_can_read_it(self) -> None:
        for name, text in sources():
            with self.subTest(name):
                ast.parse(text, name, feature_version=OLDEST)

    def test_the_rules_can_fail(self) -> None:
        self.assertEqual(list(unannotated(ast.parse("def f(a) -> int: ..."))), ["f, line 1"])
        self.assertEqual(list(unannotated(ast.parse("def f(a: int, *b: str) -> int: ..."))), [])
        self.assertEqual(list(unannotated(ast.parse("async def f(): ..."))), ["f, line 1"])

    @unittest.skipIf(sys.version_info < (3, 10), "says nothing: `match` is unknown here")
    def test_what_the_oldest_python_cannot_read_is_noticed(self) -> None:
        with self.assertRaises(SyntaxError):
            ast.parse("match 1:\n    case 1: ...\n", feature_version=OLDEST)
