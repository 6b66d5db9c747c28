package dev.lanescope.pipeline.code;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Code in colour, and that nothing but colour is added.
class HighlighterTest {

    private static final Pattern MARKUP = Pattern.compile("<span class=\"tok-[a-z]+\">|</span>");

    private static final String[] PIECES = {
        "\"",
        "'",
        "/*",
        "*/",
        "<",
        "<!--",
        "-->",
        "{",
        "}",
        "\\",
        "a",
        "0",
        "//",
        "`",
        "(",
        ")",
        "#",
        "$",
        "${",
        "@",
        "[",
        "]",
        "\"\"\"",
        "R\"(",
        "&",
        "=begin\n",
        "=end\n",
        "<<A ",
        "A\n",
        "/",
        "q{",
        "-",
        "_",
        "1e",
        " ",
        "\t",
        "\n",
        "\n",
        "\u00e9",
        "<a ",
        "<?php",
        "?>",
        "<script>",
        "</script>",
        "<style>",
        "x=",
        "if ",
        "def ",
        "class ",
        "0x1F",
        "'''",
        "\u0000",
        "\u2028",
        "\ud834\udd1e",
        "\ud834",
        ":",
        "- ",
        "|\n",
        "~",
        "```",
        "rem ",
        ";",
        "^",
        "!",
        "http://x"
    };

    private final Highlighter highlighter = new Highlighter();

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "java~ class A { int x = 3; }~ keyword class, type int, number 3",
                "java~ foo(\"<a>\"); // b~ string \"<a>\", comment // b",
                "js~ const f = 'x';~ keyword const, string 'x'",
                "py~ def f(): return None~ keyword def, keyword return",
                "rs~ let x: u32 = 5;~ keyword let, type u32, number 5",
                "c++~ #include <new>~ meta #include",
                "sh~ echo \"$HOME\" # home~ function echo, comment # home",
                "json~ {\"a\": true}~ number true",
                "toml~ a = 1 # c~ comment # c",
                "html~ <b class=\"c\">~ name b, type class, string \"c\"",
                "sql~ SELECT 1~ keyword SELECT, number 1",
            })
    void the_parts_of_a_program_are_told_apart(String language, String code, String parts) {
        String html = String.valueOf(highlighter.highlight(language, code));
        for (String part : parts.split(", ", -1)) {
            String[] roleAndText = part.split(" ", 2);
            String text = roleAndText[1].replace("\"", "&quot;").replace("<", "&lt;");
            assertThat(html)
                    .contains(
                            "<span class=\"tok-"
                                    + roleAndText[0]
                                    + "\">"
                                    + text.replace(">", "&gt;")
                                    + "</span>");
        }
        assertThat(textOf(html)).isEqualTo(code);
    }

    @Test
    void a_comment_over_several_lines_is_one_span_and_ends_where_it_ends() {
        assertThat(highlighter.highlight("java", "/* a\n\n  b */ int c;\n"))
                .isEqualTo(
                        "<span class=\"tok-comment\">/* a\n\n  b */</span>"
                                + " <span class=\"tok-type\">int</span> c;\n");
    }

    @Test
    void a_lifetime_in_rust_is_no_character_that_never_ends() {
        assertThat(highlighter.highlight("rust", "fn f<'a>(s: &'a str, c: '\\'', d: 'x') -> u8"))
                .isEqualTo(
                        "<span class=\"tok-keyword\">fn</span> f&lt;'a&gt;(s: &amp;'a"
                                + " <span class=\"tok-type\">str</span>, c:"
                                + " <span class=\"tok-string\">'\\''</span>, d:"
                                + " <span class=\"tok-string\">'x'</span>) -&gt;"
                                + " <span class=\"tok-type\">u8</span>");
    }

    @Test
    void what_one_block_leaves_open_does_not_reach_the_next() {
        String code = "int a; // b\n";
        String alone = highlighter.highlight("java", code);
        highlighter.highlight("java", "/* never ends");
        assertThat(highlighter.highlight("java", code)).isEqualTo(alone);
    }

    @Test
    void unknown_languages_long_blocks_and_long_lines_stay_plain() {
        assertThat(highlighter.highlight("", "int a;")).isNull();
        assertThat(highlighter.highlight("klingon", "int a;")).isNull();
        String line = "a".repeat(Highlighter.MAX_LINE);
        assertThat(highlighter.highlight("java", line + "\n" + line)).isNotNull();
        assertThat(highlighter.highlight("java", "a\n" + line + "a\n")).isNull();
        assertThat(highlighter.highlight("java", "a\n" + line + "a")).isNull();
        assertThat(highlighter.highlight("java", "a\n".repeat(Highlighter.MAX_BLOCK / 2)))
                .isNotNull();
        assertThat(highlighter.highlight("java", "a\n".repeat(Highlighter.MAX_BLOCK / 2) + "a"))
                .isNull();
    }

    static Set<String> languages() {
        return new TreeSet<>(CodeLanguages.names());
    }

    /// Also: no lexer fails, none runs for ever, and none keeps anything from block to block.
    @ParameterizedTest
    @MethodSource("languages")
    void whatever_the_code_only_colour_is_added(String language) {
        long seed = Long.getLong("lanescope.seed", new Random().nextLong());
        var random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            var code = new StringBuilder();
            for (int i = random.nextInt(60); i >= 0; i--) {
                code.append(PIECES[random.nextInt(PIECES.length)]);
            }
            String html = highlighter.highlight(language, code.toString());
            assertThat(html).as("%s, seed %d: %s", language, seed, code).isNotNull();
            assertThat(textOf(String.valueOf(html))).as("seed %d", seed).isEqualTo(code.toString());
            assertThat(new Highlighter().highlight(language, code.toString()))
                    .as("by a fresh one, seed %d", seed)
                    .isEqualTo(html);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "rust,ignore; rust",
                "Rust; rust",
                "go {linenos=true}; go",
                "c++ title; c++",
                "C#; c#",
                "go-html-template; go-html-template",
                "{note}; ''",
                "aaaaaaaaaaaaaaaaaaaaaaaaa; ''"
            })
    void the_language_is_the_first_word_behind_the_fence(String info, String language) {
        assertThat(CodeLanguages.nameIn(info)).isEqualTo(language);
    }

    /// What a reader sees.
    private static String textOf(String html) {
        Matcher markup = MARKUP.matcher(html);
        return markup.replaceAll("")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
    }
}
