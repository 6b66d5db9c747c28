package dev.lanescope.pipeline;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/// Makes pages that look enough like Markdown to get deep into the parsers, and enough unlike it to
/// get lost there: snippets spliced, repeated, cut, and sprinkled with odd characters and bytes.
/// The same seed makes the same page.
record HostileText(Random random) {

    private static final List<String> HEADS =
            List.of(
                    "---\ntitle: A\n---\n",
                    "---\r\ntitle: \"B\"\r\ntags: [x, y]\r\n---\r\n",
                    "---\na: &a [1, 2]\nb: *a\nc: {d: e}\n---\n",
                    "---\ntext: |\n  one\n  two\nn: 1e400\nt: !!str 1\n---\n",
                    "+++\ntitle = \"C\"\n[a.b]\nc = [1, 2]\nd = 2026-01-02\n+++\n",
                    "{\"title\": \"D\", \"a\": [1, {\"b\": null}]}\n",
                    "---\ntemplate: page\n---\n",
                    "---\ntemplate: wide\nlang: '\"><x'\n---\n",
                    "---\ntemplate: nowhere\n---\n",
                    "---\n---\n",
                    "---\n",
                    "{");

    private static final List<String> SNIPPETS =
            List.of(
                    "# Heading {#id}\n",
                    "Heading\n===\n",
                    "a\n---\n",
                    "## a\n## a\n## a-1\n",
                    "*a*",
                    "**a** ",
                    "***a** b*",
                    "_a_",
                    "__a_ b_",
                    "~~a~~",
                    "~a~",
                    "***",
                    "* ",
                    "`a`",
                    "`` a ` b ``",
                    "```java\ncode\n```\n",
                    "~~~\n",
                    "    code\n",
                    "[a](b)",
                    "[a](<b c> \"t\")",
                    "[a][b]",
                    "[a]",
                    "![a](b)",
                    "[![a](b)](c)",
                    "[a]: /b \"t\"\n",
                    "[b]: <c>\n",
                    "[",
                    "]",
                    "](",
                    "![",
                    "[^a]",
                    "[^a]: note\n",
                    "[^a-2]: note\n",
                    "[^A]",
                    "[a](../x.md#y)",
                    "[a](page.md)",
                    "<b>",
                    "</b>",
                    "<br/>",
                    "<!-- c -->",
                    "<!--",
                    "<?p ?>",
                    "<![CDATA[x]]>",
                    "<div>\n",
                    "<a href=\"x\" b='c' d>",
                    "<https://a.b>",
                    "<a@b.c>",
                    "<",
                    ">",
                    "https://a.b/c?d=e&f",
                    "www.a.b",
                    "a@b.c",
                    "&amp;",
                    "&#0;",
                    "&#xD800;",
                    "&x;",
                    "> ",
                    "> [!NOTE]\n> x\n",
                    "- ",
                    "- a\n  - b\n",
                    "1. ",
                    "10) a\n",
                    "- [ ] a\n",
                    "| a | b |\n|---|:-:|\n| c | d |\n",
                    "|-|\n",
                    "a|b\n",
                    "\\",
                    "\\\n",
                    "  \n",
                    "\n",
                    "\n\n",
                    "\r",
                    "\r\n",
                    "\t",
                    " ",
                    "\u0000",
                    "\uFEFF",
                    "\uFFFD",
                    "\u202E",
                    "\uD83D\uDE00",
                    "\u0301",
                    "\u1E9E",
                    "\u00A0",
                    "\u2028",
                    "{{ page.title }}",
                    "{% include \"x\" %}",
                    "{{< x >}}",
                    "javascript:",
                    "</script>",
                    "\"",
                    "'",
                    "word",
                    "A longer sentence of words, as people write them. ");

    byte[] page() {
        var text = new StringBuilder();
        if (random.nextInt(3) == 0) {
            text.append(mangled(pick(HEADS)));
        }
        int pieces = 1 + random.nextInt(60);
        for (int i = 0; i < pieces; i++) {
            String piece = pick(SNIPPETS);
            int times = random.nextInt(20) == 0 ? 1 + random.nextInt(600) : 1;
            text.append(piece.repeat(times));
            if (random.nextInt(8) == 0 && text.length() < 20_000) {
                int from = random.nextInt(text.length());
                text.append(text, from, from + random.nextInt(text.length() - from + 1));
            }
        }
        String whole = random.nextInt(4) == 0 ? mangled(text.toString()) : text.toString();
        byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);
        if (random.nextInt(10) == 0 && bytes.length > 0) {
            for (int i = random.nextInt(5); i >= 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
        }
        return bytes;
    }

    /// A few characters changed, taken out or doubled.
    private String mangled(String text) {
        var mangled = new StringBuilder(text);
        for (int i = random.nextInt(4); i >= 0 && !mangled.isEmpty(); i--) {
            int at = random.nextInt(mangled.length());
            switch (random.nextInt(4)) {
                case 0 -> mangled.deleteCharAt(at);
                case 1 -> mangled.insert(at, pick(SNIPPETS));
                case 2 -> mangled.setCharAt(at, (char) random.nextInt(128));
                default -> mangled.setLength(at);
            }
        }
        return mangled.toString();
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
