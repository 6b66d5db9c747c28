package dev.lanescope.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/// What a template may ask of loops, maps and lists, and that it changes none it was given.
class TemplateValuesTest {

    @TempDir Path folder;

    @Test
    void a_list_that_a_template_was_given_stays_as_it_was() throws Exception {
        String list =
                "{{ (page.front.L + [\"d\"]) }}{{ (page.front.L - \"c\") }}{{ page.front.L | sort }}"
                        + "{{ page.front.L | rsort }}{{ page.front.L | reverse }}{{ page.front.L }}";
        String mine = "{% set x = [3, 1] %}{{ x | sort }}{{ x + 2 }}{{ x }}";
        var site =
                new SmallSite(folder)
                        .with("_index.md", "---\ncascade: {all: [c, a, b], template: own}\n---\n")
                        .with("a.md", "---\nown: [c, a, b]\n---\n")
                        .with("b.md", "---\nown: [c, a, b]\n---\n")
                        .with(
                                "_templates/own.peb",
                                list.replace("L", "all") + list.replace("L", "own") + mine);
        assertThat(site.render()).isEmpty();
        String all = "[c, a, b, d][a, b][a, b, c][c, b, a][b, a, c][c, a, b]";
        String own = "[1, 3][3, 1, 2][3, 1]";
        assertThat(site.page("a.html")).isEqualTo(all + all + own);
        assertThat(site.page("b.html")).isEqualTo(all + all + own);
    }

    @Test
    void a_loop_says_where_it_stands() throws Exception {
        var site =
                site(
                        "{% for c in [\"a\", \"b\", \"c\"] %}{{ loop.index }}{{ loop.revindex }}"
                                + "{{ loop.length }}{{ loop.first }}{{ loop['last'] }}{{ loop.none }}"
                                + "{{ loop.index + 1 }}{% if not loop.last %}, {% endif %}{% endfor %}"
                                + " {% for c in [1, 2] %}{% for d in [1] %}{{ loop.length }}{% endfor %}"
                                + "{{ loop.length }}{% endfor %}"
                                + " {% for c in [] %}x{% else %}none{% endfor %}");
        assertThat(site.render()).isEmpty();
        assertThat(site.page("a.html"))
                .isEqualTo("023truefalse1, 113falsefalse2, 203falsetrue3 1212 none");
    }

    @Test
    void an_entry_of_a_map_has_a_key_and_a_value() throws Exception {
        var site =
                new SmallSite(folder)
                        .with(
                                "a.md",
                                "---\ntemplate: own\nextra: {x: 1, class: [2], y: {z: <3>}}\n---\n")
                        .with(
                                "_templates/own.peb",
                                "{% for e in page.front.extra %}{{ loop.index }}{{ e.key }}="
                                        + "{{ e['value'] }}{{ e.other }};{% endfor %}"
                                        + "{% for e in page.front.extra.y %}{{ e.value }}{% endfor %}");
        assertThat(site.render()).isEmpty();
        assertThat(site.page("a.html")).isEqualTo("0x=1;1class=[2];2y={z=&lt;3&gt;};&lt;3&gt;");
    }

    private SmallSite site(String template) throws Exception {
        return new SmallSite(folder)
                .with("a.md", "---\ntemplate: own\n---\ntext\n")
                .with("_templates/own.peb", template);
    }
}
