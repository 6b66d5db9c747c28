package dev.lanescope.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.List;

/// Templates that came with somebody's content: they reach nothing but what they are given, and
/// they end.
@Timeout(60)
@Execution(ExecutionMode.CONCURRENT)
class HostileTemplatesTest {

    /// Eight million characters.
    private static final String HUGE =
            "{% set x = \"xxxxxxxx\" %}{% for i in range(1, 20) %}{% set x = x ~ x %}{% endfor %}";

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ page.class }}",
                "{{ page.class.classLoader }}",
                "{{ page['class'] }}",
                "{{ page.front.getClass() }}",
                "{{ \"\".getClass().forName(\"java.lang.Runtime\") }}",
                "{{ (1).TYPE }}",
                "{{ site.getClass() }}",
                "{{ body.bytes }}",
                "{{ [1].getClass() }}",
                "{{ {\"a\": 1}.getClass() }}",
                "{{ beans }}",
                "{{ context }}",
                "{{ locale.class }}",
                "{{ template.class }}",
                "{% for one in page %}{{ one.class }}{% endfor %}",
                "{% for one in page %}{{ one['class'].name }}{% endfor %}",
                "{% for one in page %}{{ one.getKey() }}{% endfor %}",
                "{% for one in page %}{{ one.getClass() }}{% endfor %}",
                "{% for one in page %}{{ one.setValue(1) }}{% endfor %}",
                "{% for one in page %}{{ one.key.class }}{{ one.value.bytes }}{% endfor %}",
                "{% for one in [1] %}{{ loop.class }}{% endfor %}",
                "{% for one in [1] %}{{ loop.getClass() }}{% endfor %}",
                "{% for one in [1] %}{{ loop['class'].classLoader }}{% endfor %}",
                "{% for one in [1] %}{{ loop.length.class }}{{ loop.index.TYPE }}{% endfor %}",
                "{% for one in [1] %}{{ loop.lengthValue }}{{ loop.iterableEvaluation }}{% endfor %}",
                "{% for one in [1] %}{{ loop.revindex.lazyLength }}{% endfor %}",
                "{% for one in [1] %}{{ loop.first.booleanValue() }}{% endfor %}",
                "{{ i18n(\"messages\", \"x\") }}",
                "{% include \"/etc/passwd\" %}",
                "{% include \"../content/secret\" %}",
                "{% include \"..\" %}",
                "{% include page.source %}",
                "{% extends \"/etc/passwd\" %}",
                "{% import \"file:///etc/passwd\" %}",
                "{% from \"../secret\" import x %}",
                "{% embed \"lanescope-page\" %}{% endembed %}",
                "{% cache 'x' %}{{ page.title }}{% endcache %}",
                "{% parallel %}x{% endparallel %}"
            })
    void a_template_learns_nothing_it_was_not_given(String template) throws Exception {
        var site = site(template).with("secret.peb", "root:SECRET");
        List<String> failures = site.render();
        if (failures.isEmpty()) {
            assertThat(site.page("a.html")).doesNotContain("root:", "class ", "java.", "jdk.");
        } else {
            assertThat(failures)
                    .singleElement()
                    .asString()
                    .startsWith("a.md:2: template: ")
                    .doesNotContain("\n", "Exception", "java.", "root:");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% for a in range(1, 2000000000) %}x{% endfor %}",
                "{% for a in 1..2000000000 %}{% endfor %}",
                "{% for a in range(9223372036854775806, 9223372036854775807) %}{% endfor %}",
                "{% for a in range(1, 100000) %}{% for b in range(1, 100000) %}{% endfor %}"
                        + "{% endfor %}",
                "{% for a in range(1, 2000) %}{% for b in range(1, 2000) %}{{ body }}{% endfor %}"
                        + "{% endfor %}",
                "{% macro m() %}{{ m() }}{{ m() }}{% endmacro %}{{ m() }}",
                "{% macro m(n) %}{% if n > 0 %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}"
                        + "{{ m(40) }}",
                "{% block b %}{{ block(\"b\") }}{% endblock %}",
                "{% include \"own\" %}",
                "{% include \"own\" %}{% include \"own\" %}",
                "{% set s = s ~ \"x\" %}{% if s | length < 40 %}{% include \"own\" with {\"s\": s} %}"
                        + "{% include \"own\" with {\"s\": s} %}{% endif %}",
                "{% extends \"own\" %}",
                "{% set x = \"xxxxxxxxxxxxxxxx\" %}{% for i in range(1, 60) %}{% set x = x ~ x %}"
                        + "{% endfor %}{{ x }}",
                "{% set x = [1, 2] %}{% for i in range(1, 60) %}{% set x = x | merge(x) %}"
                        + "{% endfor %}",
                "{% set x = \"aaaaaaaa\" %}{% for i in range(1, 60) %}"
                        + "{% set x = x | replace({\"a\": x}) %}{% endfor %}{{ x }}",
                "{{ \"%1999999999d\" | format(1) }}",
                HUGE
                        + "{{ [x, x, x, x, x, x, x, x] | merge([x, x, x, x, x, x, x, x, x, x]) | join }}",
                HUGE
                        + "{{ \"%1$s%1$s%1$s%1$s%1$s%1$s%1$s%1$s%1$s%1$s%1$s\" | format(x) | length }}",
            })
    void a_template_without_end_fails_its_page(String template) throws Exception {
        assertThat(site(template).with("b.md", "fine").render())
                .singleElement()
                .asString()
                .startsWith("a.md:2: template: ")
                .doesNotContain("\n", "Exception", "java.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% set y = \"a\" ~ x %}",
                "{% set y = x | upper %}",
                "{% set y = x | sha256 %}",
                "{% set y = x | escape %}",
                "{% set y = x | replace({\"b\": \"c\"}) %}",
                "{% set y = m(x) %}",
                "{% set y = x contains \"b\" %}",
                "{% set y = [x, x] contains \"b\" %}",
                "{% set y = x is empty %}",
                "{% set y = (x == z) %}",
                "{% set y = (x equals z) %}",
                "{% set y = (x != z) %}",
                "{% set y = ([x] == [z]) %}",
                "{% set y = \"a\" + x %}",
                "{% set y = range(1, 100000) + 1 %}",
                "{% set y = range(1, 100000) - 1 %}",
                "{% set y = range(1, 100000) %}",
                "{% set y = range(1, 100000) | merge([1]) %}",
                "{% set y = [x] %}",
                "{% set y = {\"k\": x} %}",
                "{% set y = {x: 1} %}",
                "{% set y = {l: 1} %}",
                "{% set y = {} | merge([l]) %}",
                "{% set y = [1, m({l: 1})] %}",
                "{% set y = true ? {l: 1} : 0 %}",
                "{% set y = page[{l: 1}] %}",
                "{% set y = (not ({l: 1} is empty)) %}",
                "{% set y = 1 | default({l: 1}) %}",
                "{% for j in {l: 1} %}{% endfor %}",
                "{% set y = e[l] %}",
                "{% set y = loop[l] %}",
                "{% set y = [e.value] %}",
                "{% include \"lanescope-redirect\" with {\"k\": {l: 1}} %}",
                "{% set y = page[l] %}",
                "{% set y = \"a#{l}b\" %}",
                "{% set y = \"a\" | replace({\"b\": l}) %}",
                "{% set y = \"a\" | format(l) %}",
                "{{ e }}",
                "{{ e | raw }}",
                "{{ {l: 1} is empty }}",
                "{% autoescape false %}{{ l }}{% endautoescape %}",
                "{% autoescape false %}{{ e }}{% endautoescape %}",
                "{{ true ? l : 1 }}",
                "{% filter slice(0, 1) %}{{ x }}{% endfilter %}",
                "{% filter slice(0, 1) %}{{ {l: 1} is empty }}{% endfilter %}",
            })
    void a_template_pays_for_what_it_makes_over_and_over(String again) throws Exception {
        String template =
                "{% macro m(x) %}{{ x | raw }}{% endmacro %}"
                        + HUGE
                        + "{% set z = \"x\" ~ (x | slice(1)) %}"
                        + "{% set l = [x] %}{% for e in {\"k\": l} %}"
                        + "{% for i in range(1, 100000) %}"
                        + again
                        + "{% endfor %}{% endfor %}";
        assertThat(site(template).with("b.md", "fine").render())
                .singleElement()
                .asString()
                .startsWith("a.md:2: template: _templates/own.peb")
                .contains(": makes too much");
    }

    /// A list of two lists of two lists, and so on, sixty deep.
    private static String deep(String name) {
        return "{% set N = [] %}{% for i in range(1, 60) %}{% set N = [N, N] %}{% endfor %}"
                .replace("N", name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ a }}",
                "{{ a | raw }}",
                "{{ a | join }}",
                "{{ \"\" ~ a }}",
                "{{ \"\" + a }}",
                "{{ a == b }}",
                "{{ a contains b }}",
                "{{ {\"c\": 1} contains a }}"
            })
    void a_list_that_holds_itself_many_times_is_not_read_to_its_end(String use) throws Exception {
        assertThat(site(deep("a") + deep("b") + use).with("b.md", "fine").render())
                .singleElement()
                .asString()
                .startsWith("a.md:2: template: _templates/own.peb:1: makes too much");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% set a = [1] %}{% for i in range(1, 60) %}{% set a = [a, a] %}{% endfor %}",
                "{% set a = [1] %}{% for i in range(1, 60) %}{% set a = {\"k\": a, \"l\": a} %}"
                        + "{% endfor %}",
                "{% set a = [1] %}{% for i in range(1, 60) %}{% set a = [a] + a %}{% endfor %}",
                "{% macro m(a, n) %}{% if n > 0 %}{{ m([a, a], n - 1) }}{% endif %}{% endmacro %}"
                        + "{{ m([1], 60) }}",
                "{% if a is null or a is iterable %}{% include \"own\" with {\"a\": [a, a]} %}"
                        + "{% endif %}",
            })
    void no_list_holds_itself_so_often_that_it_has_no_end(String template) throws Exception {
        assertThat(site(template).with("b.md", "fine").render())
                .singleElement()
                .asString()
                .startsWith("a.md:2: template: _templates/own.peb:1: makes too much");
    }

    @Test
    void lists_maps_and_texts_with_parts_are_what_they_were() throws Exception {
        var site =
                site(
                        "{% set k = \"b\" %}{% set m = {\"a\": [1, k], k: {\"c\": 2}} %}"
                                + "{{ m.a }} {{ m.b.c }} {{ m[k].c }} {{ \"a#{k}c#{1 + 1}\" }}"
                                + " {{ [] | length }}{{ {} | length }} {{ k is empty ? 1 : [k] }}"
                                + " {% for e in {\"k\": \"<\"} %}{{ e }}{% endfor %}"
                                + " {% filter upper %}a{{ k }}<{% endfilter %}"
                                + "{% autoescape false %}<{{ k }}>{{ \"<\" }}{% endautoescape %}"
                                + " {% macro n(x=[1, 2]) %}{{ x | join(\"+\") }}{% endmacro %}"
                                + "{{ n() }}");
        assertThat(site.render()).isEmpty();
        assertThat(site.page("a.html")).isEqualTo("[1, b] 2 2 abc2 00 [b] k=&lt; AB&lt;<b>< 1+2");
    }

    @Test
    void a_long_text_is_not_looked_for_in_a_long_text() throws Exception {
        String contains = "{{ x contains ((x | slice(1, 4000000)) ~ \"b\") }}";
        assertThat(site(HUGE + contains).render())
                .singleElement()
                .asString()
                .startsWith("a.md:2: template: _templates/own.peb:1: makes too much");
    }

    @Test
    void a_text_cannot_be_doubled_for_ever_by_adding() throws Exception {
        String doubled = "{% set x = x + x %}";
        assertThat(site(HUGE + doubled + doubled).render())
                .containsExactly("a.md:2: template: _templates/own.peb:1: + makes too much");
    }

    @Test
    void operators_do_what_they_did() throws Exception {
        var site =
                site(
                        "{{ 1 == 1.0 }} {{ \"a\" equals \"a\" }} {{ \"a\" != \"b\" }}"
                                + " {{ [1, \"a\"] == [1, \"a\"] }} {{ null == false }}"
                                + " {{ \"abc\" contains \"bc\" }} {{ [1, 2] contains 2 }}"
                                + " {{ {\"k\": 1} contains \"k\" }} {{ nothing contains 1 }}"
                                + " {{ 1 + 2 }} {{ \"a\" + 1 }} {{ 5 - 2 }} {{ [1, 2] + 3 }}"
                                + " {{ [1, 2] - 1 }} {{ \"a\" ~ 1 ~ null }} {{ \" \" is empty }}");
        assertThat(site.render()).isEmpty();
        assertThat(site.page("a.html"))
                .isEqualTo(
                        "true true true true false true true true false 3 a1 3 [1, 2, 3] [2] a1"
                                + " true");
    }

    @Test
    void each_pair_of_a_replacement_finds_a_text_of_bounded_length() throws Exception {
        String pairs = "{% set y = x ~ \"ab\" %}{{ \"ab\" | replace({\"a\": y, \"b\": y}) }}";
        assertThat(site(HUGE + pairs).render())
                .containsExactly("a.md:2: template: _templates/own.peb:1: replace makes too much");
    }

    @Test
    void the_text_of_a_page_may_be_longer_than_what_a_filter_may_make() throws Exception {
        int many = 5_000_000;
        var site =
                new SmallSite(folder)
                        .with("a.md", "---\ntemplate: own\n---\n    " + "<".repeat(many) + "\n")
                        .with("_templates/own.peb", "{{ body | raw }}");
        assertThat(site.render()).isEmpty();
        assertThat(site.page("a.html")).hasSizeGreaterThan(many * "&lt;".length());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% include [1] %}",
                "{% include \"lanescope-redirect\" with {[1]: 1} %}",
                "{{ block([1]) }}"
            })
    void a_value_that_cannot_stand_where_it_stands_is_told_of(String template) throws Exception {
        assertThat(site(template).render())
                .singleElement()
                .asString()
                .startsWith("a.md:2: template: _templates/own.peb:1: ");
    }

    @Test
    void a_template_may_replace_what_has_to_be_escaped() throws Exception {
        var site =
                site(
                        "{% set x = \"<a>\" %}{{ x | replace({\"<\": \"&lt;\", \">\": \"&gt;\"})"
                                + " | raw }}");
        assertThat(site.render()).isEmpty();
        assertThat(site.page("a.html")).isEqualTo("&lt;a&gt;");
    }

    @Test
    void a_pattern_is_taken_literally() throws Exception {
        String hard = "{{ \"" + "a".repeat(60) + "!\" | split(\"(a|a)+$\") | length }}";
        var site = site(hard + "{{ \"a.b.c\" | split(\".\") | join(\"-\") }}");
        assertThat(site.render()).isEmpty();
        assertThat(site.page("a.html")).isEqualTo("1a-b-c");
    }

    @Test
    void a_number_of_many_digits_cannot_be_squared_for_ever() throws Exception {
        String squares = "{% set x = x * x %}".repeat(40);
        var site =
                new SmallSite(folder)
                        .with("a.md", "---\ntemplate: own\nbig: " + "9".repeat(900) + "\n---\n")
                        .with("_templates/own.peb", "{% set x = page.front.big %}" + squares);
        assertThat(site.render())
                .singleElement()
                .asString()
                .startsWith("a.md:2: template: _templates/own.peb:1: ");
    }

    @Test
    void ordinary_templates_loop_and_join_as_before() throws Exception {
        var site =
                site(
                        "{% for i in 1..3 %}{{ i }}{% if i < 3 %},{% endif %}{% endfor %}"
                                + "{% macro m(a) %}<{{ a }}>{% endmacro %}{{ m(\"x\" ~ 1) }}"
                                + "{{ [3, 1, 2] | sort | join(\"\") }}");
        assertThat(site.render()).isEmpty();
        assertThat(site.page("a.html")).isEqualTo("1,2,3<x1>123");
    }

    private SmallSite site(String template) throws Exception {
        return new SmallSite(folder)
                .with("a.md", "---\ntemplate: own\n---\ntext\n")
                .with("_templates/own.peb", template);
    }
}
