package dev.lanescope.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A template writes the same bytes in every JVM, whatever it prints: no order that a JVM draws for
/// itself, and no address in its memory.
@Timeout(120)
class TemplateBytesTest {

    /// The JVM that the test compares with its own.
    static final class Other {

        private Other() {}

        static void main(String[] folder) throws Exception {
            List<String> failures = new SmallSite(Path.of(folder[0])).render();
            if (!failures.isEmpty()) {
                throw new AssertionError(failures);
            }
        }
    }

    @TempDir Path folder;

    @Test
    void what_is_given_to_templates_has_one_order_in_all_jvms() throws Exception {
        var site =
                new SmallSite(folder)
                        .with("a.md", "---\ntags: [x, y]\ndate: 2026-05-03\n---\n## One\n")
                        .with("guide/b.md", "---\ncategories: [z]\n---\n## Two\n")
                        .with("guide/c.md", "---\naliases: [old.html]\n---\n")
                        .with(
                                "_templates/page.peb",
                                "{{ page }}{{ pages }}{{ site }}{{ section }}{{ sections }}"
                                        + "{{ trail }}{{ contents }}{{ tags }}{{ categories }}"
                                        + "{{ previous }}{{ next }}{{ ways }}{{ below }}"
                                        + "{% for one in page %}{{ one }};{% endfor %}"
                                        + "{% for one in page %}{{ loop.index }}{{ one.key }}="
                                        + "{{ one.value }}{{ loop }}{% endfor %}"
                                        + "{{ \"a b\" | split(\" \") }}"
                                        + "{{ page | merge({\"more\": 1}) }}")
                        .with("_templates/home.peb", "{{ page }}{{ groups }}")
                        .with("_templates/terms.peb", "{{ page }}{{ terms }}")
                        .with("_templates/term.peb", "{{ page }}{{ posts }}");
        TreeMap<String, String> here = new TreeMap<>();
        assertThat(site.render()).isEmpty();
        written(here);
        assertThat(here.get("a.html"))
                .startsWith("{href=a.html, title=One, description=, tags=[x, y], language=,")
                .contains("[a, b]");
        for (String file : here.keySet()) {
            Files.delete(folder.resolve("output").resolve(file));
        }
        Process other =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Other.class.getName(),
                                folder.toString())
                        .inheritIO()
                        .start();
        assertThat(other.waitFor()).isZero();
        Map<String, String> there = new TreeMap<>();
        written(there);
        assertThat(there).isEqualTo(here);
    }

    private void written(Map<String, String> files) throws Exception {
        Path output = folder.resolve("output");
        try (var found = Files.walk(output)) {
            for (Path file : found.filter(path -> path.toString().endsWith(".html")).toList()) {
                files.put(output.relativize(file).toString(), Files.readString(file));
            }
        }
    }

    @Test
    void a_text_that_is_split_is_a_list() throws Exception {
        String parts = "(\"a.b.c\" | split(\".\"))";
        var site =
                own(
                        ("{{ P }} {{ P[1] }} {{ P | reverse | join }} {{ P | length }}"
                                        + " {{ P contains nothing }} {{ nothing | split(\".\") }}")
                                .replace("P", parts));
        assertThat(site.render()).isEmpty();
        assertThat(site.page("a.html")).isEqualTo("[a, b, c] b cba 3 false ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{{ template }}|template",
                "{{ _context }}|_context",
                "{{ _context.template }}|_context",
                "{% for x in template %}{% endfor %}|template",
                "{% set x = [1, template] %}|template",
                "{% if _context is map %}{% endif %}|_context",
                "{{ \"a#{template}\" }}|template",
                "{% filter upper %}{{ template }}{% endfilter %}|template",
                "{% macro m(x=template) %}{% endmacro %}|template",
            })
    void an_object_of_the_librarys_own_is_refused(String use, String name) throws Exception {
        assertThat(own("\n" + use).render())
                .containsExactly(
                        "a.md:2: template: _templates/own.peb:2: '"
                                + name
                                + "' is Pebble's own and no value; name what is wanted itself");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ m }}",
                "{{ [m] }}",
                "{{ m ~ 1 }}",
                "{{ m == 1 }}",
                "{{ m | raw }}",
                "{{ m | default(1) }}",
                "{{ \"a\" | replace({\"a\": m}) }}",
            })
    void the_name_of_imported_macros_is_no_value(String use) throws Exception {
        var site = own("{% import \"macros\" as m %}\n" + use);
        site.with("_templates/macros.peb", "{% macro hi() %}hi{% endmacro %}");
        assertThat(site.render())
                .containsExactly(
                        "a.md:2: template: _templates/own.peb:2: a name of imported macros is no"
                                + " value; call one of them");
        assertThat(own("{% import \"macros\" as m %}{{ m.hi() }}").render()).isEmpty();
        assertThat(site.page("a.html")).isEqualTo("hi");
    }

    @Test
    void a_template_that_extends_nothing_is_refused() throws Exception {
        assertThat(own("\n{% extends page.front.layout %}").render())
                .containsExactly(
                        "a.md:2: template: _templates/own.peb:2: extends nothing; what should name"
                                + " a template has no value");
    }

    private SmallSite own(String template) throws Exception {
        return new SmallSite(folder)
                .with("a.md", "---\ntemplate: own\n---\ntext\n")
                .with("_templates/own.peb", template);
    }
}
