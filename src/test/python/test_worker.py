"""What the worker program does, on whatever interpreter runs this: `python -m unittest`."""

from __future__ import annotations

import json
import os
import pickle
import subprocess
import sys
import tempfile
import unittest
from typing import Any, Dict, List

from lanescope_worker import front_matter, lane, lines, markdown, page, renderers, worker

STAGES = "read,front matter,parse,transform,render,generate,template,write".split(",")


def html(text: str, escape: bool = False) -> str:
    return markdown.render(markdown.parse(text), escape)


class MarkdownTest(unittest.TestCase):
    def test_headings_have_anchors_that_differ(self) -> None:
        self.assertEqual(
            html("# A b\n\n# A b #\nA c\n---\n"),
            '<h1 id="a-b">A b</h1>\n<h1 id="a-b-1">A b</h1>\n<h2 id="a-c">A c</h2>\n',
        )

    def test_emphasis_code_and_escapes(self) -> None:
        self.assertEqual(
            html("*a* **b** ~~c~~ `d<` \\*e snake_case_word &amp; & <"),
            "<p><em>a</em> <strong>b</strong> <del>c</del> <code>d&lt;</code> *e snake_case_word"
            " &amp; &amp; &lt;</p>\n",
        )

    def test_links_images_and_references(self) -> None:
        self.assertEqual(
            html('[a](b.md#c "t") ![d](e.png) [f][g] [h] <https://x.org>\n\n[g]: u\n[H]: v "w"\n'),
            '<p><a href="b.html#c" title="t">a</a> <img src="e.png" alt="d"> <a href="u">f</a>'
            ' <a href="v" title="w">h</a> <a href="https://x.org">https://x.org</a></p>\n',
        )

    def test_an_address_that_would_run_code_leads_nowhere(self) -> None:
        self.assertIn('href="#"', html("[a](javascript:alert)"))

    def test_lists_are_tight_or_loose_and_nest(self) -> None:
        self.assertEqual(
            html("- a\n  1. b\n- c\n"),
            "<ul>\n<li>a\n<ol>\n<li>b\n</li>\n</ol>\n</li>\n<li>c\n</li>\n</ul>\n",
        )
        self.assertEqual(html("- a\n\n- b\n").count("<p>"), 2)

    def test_code_keeps_what_it_holds(self) -> None:
        self.assertEqual(
            html("```rust\n# <a>\n\n```\n"),
            '<pre><code class="language-rust"># &lt;a&gt;\n\n</code></pre>\n',
        )
        self.assertEqual(html("    a\n"), "<pre><code>a\n</code></pre>\n")

    def test_tables_have_a_head_and_sides(self) -> None:
        made = html("| a | b |\n|---|--:|\n| c \\| d | e |\n")
        self.assertIn("<th>a</th>", made)
        self.assertIn('<td>c | d</td>\n<td style="text-align: right">e</td>', made)

    def test_raw_html_is_kept_or_shown(self) -> None:
        self.assertEqual(html("<div>\n*a*\n</div>\n"), "<div>\n*a*\n</div>\n")
        self.assertNotIn("<b>", html("a <b>c</b>\n", escape=True))

    def test_no_text_takes_for_ever(self) -> None:
        for text in (
            "[" * 20000,
            "*a " * 20000,
            "`" * 3 + "a`` " * 20000,
            "<a " * 20000,
            "> " * 500,
        ):
            html(text)


class LinesTest(unittest.TestCase):
    def setUp(self) -> None:
        self.said: List[bytes] = []
        self.before = lines.pass_on
        lines.pass_on = self.said.append

    def tearDown(self) -> None:
        lines.pass_on = self.before

    def test_no_line_is_longer_than_others_can_keep_apart(self) -> None:
        told: List[int] = []
        for at in range(40):
            told += (10**18 + at * 10**15, 10**17 + at * 10**14, -9)
        lines.put(*lines.moments("4194304.2147483647.4194304", 10**7, told))
        said = [line for text in self.said for line in text.splitlines(keepends=True)]
        self.assertEqual(len(said), 5)
        self.assertLessEqual(max(len(line) for line in said), lines.LONGEST)
        self.assertTrue(all(text.endswith(b"\n") for text in self.said))

    def test_of_all_but_the_first_moment_differences_are_told(self) -> None:
        said = lines.moments("w", 3, [100, 10, 0, 150, 40, 2, 180, 60, -3])
        self.assertEqual(json.loads(said[0])["e"], [100, 10, 0, 50, 30, 2, 30, 20, -3])

    def test_a_long_reason_is_cut(self) -> None:
        lines.say({"k": "f", "w": "1.2.3", "i": 1, "s": 2, "m": lines.head("\u20ac\n" * 10000)})
        self.assertLessEqual(len(self.said[0]), lines.LONGEST)

    def test_time_off_the_processor_under_a_lock_is_a_wait_for_it(self) -> None:
        own = lane.Lane("w", 10_000_000, False)
        if not own.locked:
            self.skipTest("this clock cannot tell")
        own.queue = -1
        own.begin(0, 2, lane.COMPUTES)
        own.last -= 5_000_000
        own.told = []
        own.tick()
        self.assertEqual((own.told[2], own.told[5]), (lane.FOR_LOCK, 2))
        self.assertGreater(own.told[3] - own.told[0], 4_000_000)

    def test_time_off_the_processor_while_it_writes_is_a_wait_if_others_may_keep_the_lock(
        self,
    ) -> None:
        for off, waits in ((5_000_000, True), (50_000_000, False)):
            own = lane.Lane("w", 10_000_000, False)
            if not own.locked:
                self.skipTest("this clock cannot tell")
            own.queue = -1
            own.begin(0, 7, lane.WRITES)
            own.last -= off
            own.told = []
            own.mark(lane.FOR_WORK)
            self.assertEqual(lane.FOR_LOCK in own.told[2::3], waits)

    def test_time_off_the_processor_while_it_reads_is_a_wait_for_the_lock_unless_a_disk_was_read(
        self,
    ) -> None:
        before = lane._blocks_read
        try:
            for blocks, waits in (([4, 4], True), ([4, 5], False), ([-1, -1], False)):
                own = lane.Lane("w", 10_000_000, False)
                if not own.locked:
                    self.skipTest("this clock cannot tell")
                own.queue = -1
                lane._blocks_read = lambda left=blocks: left.pop(0)
                own.begin(0, 0, lane.READS)
                own.last -= 5_000_000
                own.told = []
                own.mark(2, lane.COMPUTES)
                self.assertEqual(lane.FOR_LOCK in own.told[2::3], waits)
        finally:
            lane._blocks_read = before

    def test_what_is_said_together_is_written_together(self) -> None:
        own = lane.Lane("w", 0, False)
        own.end(lane.FOR_WORK, lines.done("w", 1, 2))
        self.assertEqual([text.count(b"\n") for text in self.said], [2])


class PageTest(unittest.TestCase):
    def test_front_matter_is_read_and_taken_off(self) -> None:
        head, text = front_matter.split('---\ntitle: "A: b"\ntags:\n  - c\n---\nText\n')
        self.assertEqual((head["title"], text), ("A: b", "Text\n"))
        head, text = front_matter.split("+++\ntitle = 'B'\n+++\nText\n")
        self.assertEqual((head["title"], text), ("B", "Text\n"))
        self.assertEqual(front_matter.split("---\nno end"), ({}, "---\nno end"))

    def test_what_is_no_regular_file_is_refused(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            if hasattr(os, "symlink") and hasattr(os, "O_NOFOLLOW"):
                os.symlink(__file__, os.path.join(folder, "a.md"))
                with self.assertRaisesRegex(page.PageFailed, "symbolic link"):
                    page.read_file(folder, "a.md")
            with self.assertRaisesRegex(page.PageFailed, "gone"):
                page.read_file(folder, "b.md")

    def test_pages_can_be_sent_by_number_with_text_and_with_their_site(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            write(folder, 200)
            site = page.Site(job("sequential", folder, folder, 200))
            sizes = [len(worker.pack(site, [(0, 0)], send)) for send in ("path", "page", "site")]
            self.assertLess(sizes[0], sizes[1])
            self.assertLess(10 * sizes[1], sizes[2])

    def test_a_page_with_its_site_has_sections_heads_and_the_pages_of_its_tags(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            os.mkdir(os.path.join(folder, "a"))
            for name, tags in (("a/x", "tags: [one, two]"), ("a/y", "tags:\n  - two"), ("z", "")):
                with open(os.path.join(folder, name + ".md"), "w", encoding="utf-8") as file:
                    file.write(f"---\ntitle: {name}\n{tags}\n---\n# Hello\n\ntags: none of them\n")
            asked = job("sequential", folder, folder, 0)
            asked["pages"] = [[f"{at}.md", f"{at}.html", at] for at in ("a/x", "a/y", "z", "gone")]
            packed = worker.pack(page.Site(asked), [(5, 0)], "site")
            ((item, sent),) = pickle.loads(packed)
            known = sent.site.known
            self.assertEqual((item, sent.text[:4]), (5, b"---\n"))
            self.assertEqual(
                [each.title for each in known.root.sections["a"].pages], ["a/x", "a/y"]
            )
            self.assertIs(known.root.sections["a"].around, known.root)
            self.assertEqual([each.output for each in known.tags["two"]], ["a/x.html", "a/y.html"])
            self.assertEqual(sorted(known.tags), ["one", "two"])
            self.assertEqual(known.root.pages[0].head["title"], "z")
            self.assertEqual(known.root.pages[1].tags, [])


    def test_tags_have_weight_in_the_site_that_is_sent(self) -> None:
        sizes = []
        for key in ("tags", "about"):
            with tempfile.TemporaryDirectory() as folder:
                for at in range(30):
                    with open(os.path.join(folder, f"p{at}.md"), "w", encoding="utf-8") as file:
                        file.write(f"---\ntitle: Page\n{key}: [one, two, of {at}]\n---\nText\n")
                asked = job("sequential", folder, folder, 30)
                sizes.append(len(worker.pack(page.Site(asked), [(0, 0)], "site")))
        self.assertGreater(sizes[0], sizes[1] + 30 * len("of 10"))


def write(folder: str, count: int) -> None:
    for number in range(count):
        with open(os.path.join(folder, f"p{number}.md"), "w", encoding="utf-8") as file:
            file.write(
                f"---\ntitle: Page {number}\n---\n# Page {number}\n\n" + "Some *words*.\n" * 40
            )


def job(executor: str, content: str, output: str, count: int, **more: Any) -> Dict[str, Any]:
    made = {
        "executor": executor,
        "workers": 2,
        "content": content,
        "output": output,
        "name": "test",
        "stages": STAGES,
        "renderer": "",
        "escape": False,
        "weight": 1,
        "readLatency": 0,
        "writeLatency": 0,
        "faults": [],
        "eager": False,
        "batch": 4,
        "send": "path",
        "switch": 5000000,
        "pages": [[f"p{at}.md", f"p{at}.html", f"Page {at}"] for at in range(count)],
    }
    made.update(more)
    return made


def run(what: Dict[str, Any], *instead: Dict[str, Any]) -> List[Dict[str, Any]]:
    """All that the program says while it carries out a job, or what is asked instead."""
    tasks = [[at, at] for at in range(len(what["pages"]))]
    asked = [{"ping": 1}, {"job": what}, *(instead or [{"do": tasks}])]
    text = "".join(json.dumps(message) + "\n" for message in [*asked, {"end": 1}])
    done = subprocess.Popen(
        [sys.executable, "-s", "-m", "lanescope_worker"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    assert done.stdin is not None and done.stdout is not None
    done.stdin.write(text.encode())
    done.stdin.flush()
    said = [json.loads(line) for line in done.stdout]
    done.stdout.close()
    done.stdin.close()
    done.wait()
    return said


class EndTest(unittest.TestCase):
    def test_whose_line_ends_takes_its_folder_along(self) -> None:
        with tempfile.TemporaryDirectory() as around:
            folder = os.path.join(around, "own")
            os.makedirs(os.path.join(folder, "pymp-left"))
            done = subprocess.Popen(
                [sys.executable, "-s", "-m", "lanescope_worker"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                env={**os.environ, "LANESCOPE_FOLDER": folder},
            )
            assert done.stdin is not None and done.stdout is not None
            self.assertIn(b"hello", done.stdout.readline())
            self.assertTrue(os.path.isdir(folder))
            done.stdin.close()
            done.stdout.close()
            done.wait()
            self.assertEqual(os.listdir(around), [])


class UnheardTest(unittest.TestCase):
    def end(self, dies: str) -> "subprocess.CompletedProcess[str]":
        """How a process ends in which a thread dies while all others wait."""
        program = (
            "import threading\n"
            "from concurrent import futures\n"
            "from lanescope_worker import unheard\n"
            "unheard.watch()\n"
            f"{dies}\n"
            "threading.Event().wait()\n"
        )
        return subprocess.run(
            [sys.executable, "-s", "-c", program], capture_output=True, text=True, timeout=60
        )

    def test_who_waits_for_a_thread_that_has_died_ends_with_it(self) -> None:
        for dies in (
            "threading.Thread(target=lambda: 1 // 0).start()",
            "futures.ThreadPoolExecutor(1, initializer=lambda: 1 // 0).submit(print)",
        ):
            ended = self.end(dies)
            self.assertEqual(ended.returncode, 1, dies)
            self.assertIn("Traceback", ended.stderr)
            self.assertTrue(ended.stderr.splitlines()[-1].startswith("ZeroDivisionError"), dies)


class ExecutorsTest(unittest.TestCase):
    def has_pool(self) -> bool:
        from concurrent import futures

        return hasattr(futures, "InterpreterPoolExecutor")

    def executors(self) -> List[str]:
        from lanescope_worker import crew

        some = list(crew.EXECUTORS)
        if not self.has_pool():
            some.remove("interpreters")
        return some

    def test_every_executor_writes_the_same_bytes_and_does_each_page_once(self) -> None:
        seen: Dict[str, Dict[str, bytes]] = {}
        for executor in self.executors():
            with tempfile.TemporaryDirectory() as folder:
                write(folder, 12)
                said = run(job(executor, folder, folder, 12))
                done = sorted(line["i"] for line in said if line["k"] == "d")
                self.assertEqual(done, list(range(12)), executor)
                self.assertEqual(said[-1]["k"], "bye")
                names = [name for name in sorted(os.listdir(folder)) if not name.endswith(".md")]
                seen[executor] = {name: page.read_file(folder, name) for name in names}
                self.assertEqual(len(names), 12, executor)
        for executor, files in seen.items():
            self.assertEqual(files, seen["sequential"], executor)

    def test_a_page_that_fails_costs_its_neighbours_nothing(self) -> None:
        for executor in self.executors():
            with tempfile.TemporaryDirectory() as folder:
                write(folder, 6)
                os.remove(os.path.join(folder, "p3.md"))
                said = run(job(executor, folder, folder, 6, faults=[[1, "exception"]]))
                failed = {line["i"]: line for line in said if line["k"] == "f"}
                self.assertEqual(sorted(failed), [1, 3], executor)
                self.assertIn("gone", failed[3]["m"])
                self.assertEqual(len([line for line in said if line["k"] == "d"]), 4, executor)

    def test_processes_lose_only_the_page_that_ends_its_process(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            write(folder, 12)
            said = run(job("processes", folder, folder, 12, faults=[[5, "halt"]]))
            self.assertEqual([line["i"] for line in said if line["k"] == "x"], [5])
            done = {line["i"] for line in said if line["k"] == "d"}
            self.assertEqual(done, set(range(12)) - {5})
            gone = [line for line in said if line["k"] == "gone"]
            self.assertEqual([line["x"] for line in gone if not line["b"]], [3, 3])
            workers = {int(line["w"].split(".")[0]) for line in said if line["k"] == "w"}
            self.assertLessEqual({line["p"] for line in gone if not line["b"]}, workers)

    def test_every_executor_tells_what_it_takes_without_pages(self) -> None:
        for executor in self.executors():
            with tempfile.TemporaryDirectory() as folder:
                said = run(job(executor, folder, folder, 1), {"idle": 50}, {"idle": 50})
                idled = [line["t"] for line in said if line["k"] == "idled"]
                self.assertEqual(len(idled), 2, executor)
                self.assertGreater(min(idled), 0, executor)

    def test_what_pickling_takes_is_told_by_what_is_sent(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            write(folder, 30)
            asked = [{"pickle": 30, "batch": 4, "send": send} for send in ("path", "page", "site")]
            said = run(
                job("interpreters" if self.has_pool() else "processes", folder, folder, 30), *asked
            )
            told = [line for line in said if line["k"] == "pickled"]
            self.assertLess(4 * told[0]["b"], told[1]["b"])
            self.assertLess(told[1]["b"], told[2]["b"])
            self.assertGreater(min(line["p"] for line in told), 0)
            self.assertGreater(min(line["u"] for line in told), 0)


class RenderersTest(unittest.TestCase):
    def test_the_best_one_works(self) -> None:
        for escape in (False, True):
            made = renderers.make(renderers.best(escape), escape)
            self.assertIn("<h1", made.render(made.parse("# a", lambda: None), lambda: None))


if __name__ == "__main__":
    unittest.main()
