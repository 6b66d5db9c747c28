package dev.lanescope.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/// Markdown on which a careless parser takes time that grows with the square of the page, or worse:
/// the cases that cmark and commonmark-java test, and what reading our libraries added to them.
///
/// @param name what it is, in a few words
/// @param ofSize makes a text of about so many characters
/// @param outcome what is said of a big page of it, after the file's name; empty if it comes out
record PathologicalText(String name, IntFunction<String> ofSize, String outcome) {

    private static final String BRACKETS =
            ":4: too many brackets are open at once in this paragraph; close or escape them (\\[)";
    private static final String DEFINITIONS =
            ": its link definitions, used so often, come to too much; shorten them";
    private static final String CELLS =
            ":14: a table has more than 200000 missing or empty cells; fill or split it";
    private static final String LINES =
            ":20005: a paragraph has too many lines that look like lists or tables; put blank lines"
                    + " between";
    private static final String DEEP = ": nests too deeply (more than 500 levels)";

    PathologicalText(String name, IntFunction<String> ofSize) {
        this(name, ofSize, "");
    }

    static final List<PathologicalText> ALL =
            List.of(
                    inline("<"),
                    inline("<a"),
                    inline("<a:b"),
                    inline("<a b=\""),
                    inline("<a b='c' d=\""),
                    inline("<!--"),
                    inline("<!-- >"),
                    inline("<?"),
                    inline("<?a "),
                    inline("<![CDATA["),
                    inline("<!A "),
                    inline("<!"),
                    inline("</"),
                    then("< then >", "<", ">", 1),
                    new PathologicalText(
                            "tag of many attributes", n -> "x <a" + " b".repeat(n / 2)),
                    new PathologicalText(
                            "block tag of many attributes", n -> "<a" + " b".repeat(n / 2)),
                    new PathologicalText(
                            "long mail address", n -> "<a@" + "b.".repeat(n / 2) + "c>"),
                    repeated("["),
                    repeated("!["),
                    repeated("[^"),
                    repeated("[a]("),
                    repeated("[a](<b"),
                    repeated("[a](b \""),
                    repeated("[a][b"),
                    repeated("[a](b)"),
                    repeated("[a\\](b)"),
                    repeated("![a](b"),
                    repeated("[^a]"),
                    repeated("[]"),
                    repeated("]"),
                    then("[ then ]", "[", "]", 1),
                    then("![ then ]", "![", "]", 2).fails(BRACKETS),
                    then("![ then ](a)", "![", "](a)", 2).fails(BRACKETS),
                    then("[ then ](a)", "[", "](a)", 1),
                    then("[ then [a](b)", "[", "[a](b)", 3).fails(BRACKETS),
                    then("[ then ][x]", "[", "][x]", 1).fails(BRACKETS),
                    then("[a then b]", "[ (](", "b)", 2),
                    new PathologicalText(
                                    "![ then ] with a definition",
                                    n -> "[x]: y\n\n" + "![".repeat(n / 3) + "]".repeat(n / 3))
                            .fails(BRACKETS.replace(":4", ":6")),
                    new PathologicalText(
                                    "long definition used often",
                                    n -> "[x]: " + "y".repeat(n / 2) + "\n\n" + "[x]".repeat(n / 6))
                            .fails(DEFINITIONS),
                    new PathologicalText("definitions", n -> numbered(n, "[x", "]: /y\n")),
                    repeated("[x]: "),
                    repeated("[x]: y\n"),
                    repeated("[^a]: ").fails(DEEP),
                    new PathologicalText("footnotes", n -> numbered(n, "[^a", "]: b\n")),
                    new PathologicalText(
                            "footnote references", n -> "[^a]: b\n\n" + "[^a]".repeat(n / 4)),
                    repeated("*a_ "),
                    repeated("*a "),
                    repeated("a* "),
                    repeated("*"),
                    repeated("**a *b "),
                    repeated("a*b"),
                    repeated("_a"),
                    repeated("*a **b "),
                    then("emphasis nested", "*a **b ", "c** d*", 1).fails(DEEP),
                    new PathologicalText("a**b then c* ", n -> "a**b" + "c* ".repeat(n / 3)),
                    then("a ~~~b then b~ ", "a ~~~b", "b~ ", 1),
                    repeated("~~a ~b"),
                    then("*a then b**", "*a ", "b** ", 1).fails(DEEP),
                    new PathologicalText("growing backtick runs", PathologicalText::backticks),
                    repeated("`"),
                    repeated("`a``b"),
                    new PathologicalText(
                                    "table columns and short rows",
                                    n ->
                                            "a|".repeat(n / 8)
                                                    + "\n"
                                                    + "-|".repeat(n / 8)
                                                    + "\n"
                                                    + "|b\n".repeat(n / 6))
                            .fails(CELLS),
                    new PathologicalText(
                            "table rows", n -> "|a|b|\n|-|-|\n" + "|c|d|\n".repeat(n / 6)),
                    new PathologicalText(
                            "table columns", n -> "a|".repeat(n / 4) + "\n" + "-|".repeat(n / 4)),
                    repeated("a|b|c\n|-|\n").fails(LINES),
                    repeated("||\n"),
                    repeated("|"),
                    repeated("(\n"),
                    repeated("1\n"),
                    repeated("=x\n"),
                    repeated("-\n"),
                    repeated("=\n"),
                    repeated("a\n"),
                    repeated("\\\n"),
                    repeated("https://a.b"),
                    repeated("https://"),
                    repeated("www."),
                    repeated("www.a"),
                    repeated("a@"),
                    repeated("a@b."),
                    repeated("a.b@c.d"),
                    repeated(":"),
                    repeated("://"),
                    repeated("a"),
                    repeated("@"),
                    repeated("a."),
                    repeated("http://a("),
                    repeated("http://a.b/\"("),
                    repeated(">").fails(DEEP),
                    repeated("> \n"),
                    repeated("- "),
                    repeated("* a\n"),
                    repeated("1. ").fails(":4" + DEEP),
                    repeated("- x\n\n"),
                    new PathologicalText("lists by indentation", PathologicalText::indented)
                            .fails(":254" + DEEP),
                    new PathologicalText(
                                    "blank lines in nested lists",
                                    n -> "- ".repeat(300) + "x" + "\n".repeat(n / 4))
                            .fails(":4" + DEEP),
                    new PathologicalText(
                                    "lines in nested quotes",
                                    n -> "> ".repeat(500) + "x\n" + "y\n".repeat(n / 2))
                            .fails(DEEP),
                    new PathologicalText("a line of spaces", n -> " ".repeat(n) + "x"),
                    new PathologicalText(
                                    "a line of spaces in nested lists",
                                    n -> "- ".repeat(300) + "x\n" + " ".repeat(n) + "x")
                            .fails(":4" + DEEP),
                    new PathologicalText("a line of -", n -> "x\n" + "-".repeat(n)),
                    new PathologicalText("a line of - x", n -> "x\n" + "-".repeat(n) + "x"),
                    new PathologicalText("a line of =", n -> "x\n" + "=".repeat(n) + "x"),
                    new PathologicalText("a line of # ", n -> "# a" + " #".repeat(n / 2) + "b"),
                    repeated("# a\n"),
                    repeated("```\n"),
                    repeated("<div>\n"),
                    repeated("\t"),
                    repeated("\t-"),
                    repeated("&"),
                    repeated("&a"),
                    repeated("&#1"),
                    repeated("&amp;"),
                    repeated("\\"),
                    repeated("\u0000"),
                    repeated("\r"),
                    repeated("\uD83D\uDE00"),
                    repeated("!"),
                    repeated("> [!NOTE]\n> x\n\n"),
                    repeated("- [ ] a\n"),
                    new PathologicalText(
                            "headings of one name with ids asked for",
                            n -> numbered(n / 2, "# x {#a-", "}\n") + "# a\n".repeat(n / 8)));

    private PathologicalText fails(String how) {
        return new PathologicalText(name, ofSize, how);
    }

    /// Such a text.
    String text(int size) {
        return ofSize.apply(size);
    }

    @Override
    public String toString() {
        return name;
    }

    private static PathologicalText repeated(String unit) {
        String name = unit.replace("\n", "\\n").replace("\t", "\\t").replace("\r", "\\r");
        return new PathologicalText(
                name.replace("\u0000", "NUL") + " x n", n -> unit.repeat(n / unit.length()));
    }

    /// Within a paragraph, where it cannot begin a block.
    private static PathologicalText inline(String unit) {
        return new PathologicalText(unit + " x n", n -> "x " + unit.repeat(n / unit.length()));
    }

    /// As many of one as of the other, the first given a share of the whole.
    private static PathologicalText then(String name, String one, String other, int share) {
        return new PathologicalText(
                name,
                n -> {
                    int each = n / (one.length() * share + other.length());
                    return one.repeat(each * share) + other.repeat(each);
                });
    }

    private static String numbered(int size, String before, String after) {
        var text = new StringBuilder(size + 40);
        for (int i = 0; text.length() < size; i++) {
            text.append(before).append(i).append(after);
        }
        return text.toString();
    }

    private static String backticks(int size) {
        List<String> runs = new ArrayList<>();
        for (int length = 1, all = 0; all < size; length++) {
            runs.add("`".repeat(length));
            all += length + 1;
        }
        return String.join("a", runs);
    }

    private static String indented(int size) {
        var text = new StringBuilder(size);
        for (int depth = 0; text.length() < size; depth = (depth + 1) % 400) {
            text.append("  ".repeat(depth)).append("- x\n");
        }
        return text.toString();
    }
}
