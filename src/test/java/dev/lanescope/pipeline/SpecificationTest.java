package dev.lanescope.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.content.PageText;
import dev.lanescope.pipeline.markdown.Markdown;

import org.commonmark.node.Node;
import org.commonmark.testutil.TestResources;
import org.commonmark.testutil.example.ExampleReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The examples of the CommonMark specification through our parser and our renderer, as the text of
/// a page whose links lead to no other page. Where we differ, we mean to.
class SpecificationTest {

    /// By number: what is different, and why. All others are the same to the letter.
    private static final Map<Integer, String> DIFFERENT =
            Map.ofEntries(
                    Map.entry(142, "Ruby is coloured"),
                    Map.entry(143, "Ruby is coloured"),
                    Map.entry(500, "an address with a colon before any slash is emptied: foo):"),
                    Map.entry(
                            596,
                            "only schemes that show something are linked, and irc: runs a program"),
                    Map.entry(598, "only schemes that show something are linked: a+b+c:d"),
                    Map.entry(
                            599, "only schemes that show something are linked: made-up-scheme://"),
                    Map.entry(601, "only schemes that show something are linked: localhost:5001"),
                    Map.entry(602, "plain addresses become links: <https://foo.bar/baz bim>"),
                    Map.entry(606, "plain mail addresses become links: <foo\\+@bar.example.com>"),
                    Map.entry(608, "plain addresses become links: < https://foo.bar >"),
                    Map.entry(611, "plain addresses become links: https://example.com"),
                    Map.entry(612, "plain mail addresses become links: foo@bar.example.com"));

    /// An example of a file, with real tabs.
    record Example(int number, String section, String source, String html) {

        @Override
        public String toString() {
            return number + " " + section;
        }
    }

    private final Markdown markdown = new Markdown(false);

    @ParameterizedTest
    @MethodSource("specification")
    void an_example_comes_out_as_the_specification_says(Example example) throws Exception {
        String why = DIFFERENT.get(example.number());
        if (why == null) {
            assertThat(html(example.source())).isEqualTo(example.html());
        } else {
            assertThat(html(example.source())).as(why).isNotEqualTo(example.html());
        }
    }

    @Test
    void there_are_652_examples() {
        assertThat(specification()).hasSize(652);
    }

    @ParameterizedTest
    @MethodSource("regressions")
    void what_once_went_wrong_in_other_parsers_goes_right_here(Example example) throws Exception {
        assertThat(html(example.source())).isEqualTo(example.html());
    }

    static Stream<Example> specification() {
        return examples(TestResources.getSpec());
    }

    static Stream<Example> regressions() {
        return TestResources.getRegressions().stream().flatMap(SpecificationTest::examples);
    }

    private static Stream<Example> examples(URL file) {
        var examples = ExampleReader.readExamples(file);
        return IntStream.range(0, examples.size()).mapToObj(i -> read(i + 1, examples.get(i)));
    }

    private static Example read(int number, org.commonmark.testutil.example.Example example) {
        return new Example(
                number,
                example.getSection(),
                example.getSource().replace('\u2192', '\t'),
                example.getHtml().replace('\u2192', '\t'));
    }

    private String html(String source) throws Exception {
        Node document = markdown.parse(PageText.decode(source.getBytes(StandardCharsets.UTF_8)));
        return markdown.render(document, Map.of());
    }
}
