package dev.lanescope.pipeline.template;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The templates that come along are known by heart; here they are held against what lies there.
class TemplateLoaderTest {

    @ParameterizedTest
    @ValueSource(strings = {"docs", "blog"})
    void every_template_that_comes_along_is_found(String set) throws Exception {
        List<String> names = Stream.concat(names(""), names(set)).toList();

        assertThat(names).contains("page", "base", "term").doesNotHaveDuplicates();
        for (String name : names) {
            assertThat(text(set, name)).as(name).isNotBlank();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"docs", "blog"})
    void each_set_has_its_own_page_and_layout_and_nothing_else(String set) throws Exception {
        assertThat(names(set)).containsExactlyInAnyOrder("page", "layout");
        assertThat(text("docs", "page")).isNotEqualTo(text("blog", "page"));
    }

    @Test
    void a_template_that_nobody_has_does_not_exist() {
        var loader = new TemplateLoader("docs", null, null);

        assertThat(loader.resourceExists("nobody")).isFalse();
        assertThat(loader.resourceExists("../output/site")).isFalse();
        assertThat(loader.resourceExists("page")).isTrue();
    }

    private static String text(String set, String name) throws IOException {
        try (var reader =
                new BufferedReader(
                        new TemplateLoader(set, null, null)
                                .getReader(TemplateLoader.OURS + name))) {
            return reader.readAllAsString();
        }
    }

    /// What lies in the folder of all sets, or in that of one.
    private static Stream<String> names(String set) throws Exception {
        Path folder =
                Path.of(TemplateLoader.class.getResource("base.peb").toURI())
                        .resolveSibling(set.isEmpty() ? "." : set);
        try (var files = Files.list(folder.normalize())) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".peb"))
                    .map(name -> name.substring(0, name.length() - ".peb".length()))
                    .toList()
                    .stream();
        }
    }
}
