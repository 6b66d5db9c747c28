package dev.lanescope.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;

/// What an author of templates gets wrong is told in one sentence, with the template and the line.
@Timeout(60)
class TemplateMistakesTest {

    private static final String BUILT_IN =
            "; built in are [page, wide, home, posts, archive, year, terms, term, redirect]";

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{% from nothing import x %}|imports from nothing; what should name a template has no value",
                "TODO|TODO",
            })
    void a_mistake_is_told_where_it_stands(String template, String sentence) throws Exception {
        assertThat(own("one\ntwo {# a comment #}\n" + template).render())
                .containsExactly(
                        "a.md:2: template: _templates/own.peb:3: "
                                + sentence.replace("BUILT_IN", BUILT_IN));
    }

    private SmallSite own(String template) throws Exception {
        return new SmallSite(folder)
                .with("a.md", "---\ntemplate: own\n---\ntext\n")
                .with("_templates/macros.peb", "{% macro hi(name) %}hi {{ name }}{% endmacro %}")
                .with("_templates/own.peb", template);
    }
}
