package dev.lanescope.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What index pages give the pages below them.
class CascadeTest {

    @TempDir Path temporary;
    private ContentFolder folder;

    @BeforeEach
    void folder() {
        folder = new ContentFolder(temporary);
    }

    @Test
    void a_cascade_is_for_the_pages_below_and_for_no_others() throws Exception {
        folder.with("index.md", "home")
                .with("other.md", "other")
                .with("guide/_index.md", "---\ncascade: {tags: [g], date: 2024-01-31}\n---\n")
                .with("guide/a.md", "a")
                .with("guide/deep/index.md", "deep")
                .with("guide/deep/b.md", "b")
                .with("guideline/c.md", "c");
        Site site = folder.scan();
        for (Page page : site.pages()) {
            boolean below =
                    List.of("guide/a.md", "guide/deep/index.md", "guide/deep/b.md")
                            .contains(page.source());
            assertThat(page.info().tags())
                    .as(page.source())
                    .isEqualTo(below ? List.of("g") : List.of());
            assertThat(page.info().date())
                    .as(page.source())
                    .isEqualTo(below ? LocalDate.of(2024, 1, 31) : null);
            assertThat(site.defaults(page).containsKey("tags")).as(page.source()).isEqualTo(below);
        }
    }

    @Test
    void the_nearest_section_wins_and_a_page_s_own_values_win_over_all() throws Exception {
        folder.with("index.md", "---\ncascade: {description: far, tags: far, title: far}\n---\n")
                .with("guide/index.md", "---\ncascade:\n  description: near\n  tags: near\n---\n")
                .with("guide/a.md", "---\ndescription: own\n---\n");
        PageInfo info = ContentFolder.page(folder.scan(), "guide/a.md").info();
        assertThat(info.description()).isEqualTo("own");
        assertThat(info.tags()).containsExactly("near");
        assertThat(info.title()).isEqualTo("far");
    }

    @Test
    void a_value_of_one_s_own_wins_even_if_it_says_nothing() throws Exception {
        folder.with("index.md", "---\ncascade: {date: 2024-01-31, tags: [a]}\n---\n")
                .with("a.md", "---\ndate: yesterday\ntags: []\n---\n");
        PageInfo info = ContentFolder.page(folder.scan(), "a.md").info();
        assertThat(info.date()).isNull();
        assertThat(info.tags()).isEmpty();
    }

    @Test
    void weight_and_draft_cascade() throws Exception {
        folder.with("a/index.md", "---\nweight: 2\ncascade: {draft: true}\n---\n")
                .with("a/hidden.md", "x")
                .with("a/shown.md", "---\ndraft: false\n---\n")
                .with("b/index.md", "---\nweight: 1\ncascade: {weight: 5}\n---\n")
                .with("b/light.md", "---\nweight: 4\n---\n")
                .with("b/heavy.md", "x");
        Site site = folder.scan();
        assertThat(ContentFolder.sources(site))
                .containsExactly(
                        "b/index.md", "b/light.md", "b/heavy.md", "a/index.md", "a/shown.md");
        assertThat(site.drafts()).containsExactly("a/hidden.md");
    }

    @Test
    void a_draft_s_cascade_holds_so_that_what_it_hides_stays_hidden() throws Exception {
        folder.with("a.md", "a")
                .with("b/index.md", "---\ndraft: true\ncascade: {draft: true}\n---\n")
                .with("b/c/secret.md", "x");
        Site site = folder.scan();
        assertThat(ContentFolder.sources(site)).containsExactly("a.md");
        assertThat(site.drafts()).containsExactly("b/c/secret.md", "b/index.md");
    }

    @Test
    void of_a_list_the_maps_without_a_target_count_and_the_first_wins() throws Exception {
        folder.with(
                        "index.md",
                        """
                        ---
                        cascade:
                        - _target: {path: /x/**}
                          description: targeted
                        - target: {kind: page}
                          description: targeted
                        - description: first
                          target: _blank
                        - description: second
                          tags: [a]
                        - nonsense
                        ---
                        """)
                .with("a.md", "a");
        Site site = folder.scan();
        assertThat(site.sections().getFirst().defaults())
                .isEqualTo(
                        Map.of("description", "first", "target", "_blank", "tags", List.of("a")));
    }

    @Test
    void addresses_and_cascades_themselves_do_not_cascade() throws Exception {
        folder.with(
                        "index.md",
                        "---\ncascade: {slug: x, aliases: [/y/], cascade: {a: b}, kept: 1}\n---\n")
                .with("a.md", "a")
                .with("b.md", "b");
        Site site = folder.scan();
        assertThat(site.sections().getFirst().defaults()).isEqualTo(Map.of("kept", 1));
        assertThat(ContentFolder.outputs(site)).containsExactly("index.html", "a.html", "b.html");
        assertThat(site.skipped()).isEmpty();
    }

    @Test
    void a_cascade_on_an_ordinary_page_means_nothing() throws Exception {
        folder.with("a.md", "---\ncascade: {tags: [a]}\n---\n").with("b.md", "b");
        assertThat(folder.scan().sections().getFirst().defaults()).isEmpty();
    }

    @Test
    void an_index_page_that_lost_the_name_is_no_page_below() throws Exception {
        folder.with("index.md", "---\ncascade: {tags: [a]}\n---\n")
                .with("index.html", "static files keep their names")
                .with("readme.md", "r")
                .with("page.md", "p");
        Site site = folder.scan();
        assertThat(ContentFolder.page(site, "readme.md").info().tags()).isEmpty();
        assertThat(ContentFolder.page(site, "page.md").info().tags()).containsExactly("a");
        assertThat(site.defaults(ContentFolder.page(site, "readme.md"))).isEmpty();
    }

    @Test
    void sections_without_a_cascade_share_the_defaults_of_the_one_around() throws Exception {
        folder.with("index.md", "---\ncascade: {a: 1}\n---\n").with("b/c/d.md", "d");
        Site site = folder.scan();
        Map<String, Object> top = site.sections().getFirst().defaults();
        assertThat(site.sections()).hasSize(3);
        assertThat(site.sections())
                .allSatisfy(section -> assertThat(section.defaults()).isSameAs(top));
        Site copy = Site.fromBytes(site.toBytes());
        Map<String, Object> copied = copy.sections().getFirst().defaults();
        assertThat(copy.sections())
                .allSatisfy(section -> assertThat(section.defaults()).isSameAs(copied));
    }

    @Test
    void defaults_keep_their_order_and_kinds_on_the_way_through_bytes() throws Exception {
        folder.with(
                        "index.md",
                        """
                        ---
                        cascade:
                          z: 1
                          b: 12345678901
                          y: 1.5
                          a: true
                          x: [t, {k: [2]}]
                          big: 123456789012345678901234567890
                        ---
                        """)
                .with("g/index.md", "---\ncascade: {n: new, b: [], m: {}}\n---\n")
                .with("g/p.md", "p");
        Site site = folder.scan();
        Site copy = Site.fromBytes(site.toBytes());
        Map<String, Object> defaults = site.section("g").orElseThrow().defaults();
        assertThat(defaults.keySet()).containsExactly("z", "b", "y", "a", "x", "big", "n", "m");
        assertThat(defaults).containsEntry("big", "123456789012345678901234567890");
        assertThat(copy.section("g").orElseThrow().defaults().toString())
                .isEqualTo(defaults.toString());
        assertThat(copy.sections()).isEqualTo(site.sections());
    }

    @Test
    void a_cascade_of_ten_thousand_keys_is_ignored_and_reported() throws Exception {
        String keys =
                IntStream.range(0, 10_000)
                        .mapToObj(i -> "  k" + i + ": " + i + "\n")
                        .collect(Collectors.joining());
        folder.with("index.md", "---\ntitle: Home\ncascade:\n" + keys + "---\n").with("a.md", "a");
        Site site = folder.scan();
        assertThat(site.sections().getFirst().defaults()).isEmpty();
        assertThat(site.sections().getFirst().title()).isEqualTo("Home");
        assertThat(site.skipped())
                .containsExactly("index.md (its cascade has more than 100 keys and was ignored)");
    }

    @Test
    void a_cascade_that_holds_too_much_within_one_key_is_ignored_and_reported() throws Exception {
        folder.with("index.md", "---\ncascade: {a: " + "x".repeat(70_000) + "}\n---\n")
                .with("b/index.md", "---\ncascade: {a: [" + "1,".repeat(2_000) + "]}\n---\n")
                .with("b/c.md", "c");
        Site site = folder.scan();
        assertThat(site.sections()).allMatch(section -> section.defaults().isEmpty());
        assertThat(site.skipped()).hasSize(2);
    }

    @Test
    void cascades_that_together_have_too_many_keys_stop_at_the_outer_one() throws Exception {
        for (int depth = 0; depth < 30; depth++) {
            int from = depth * 10;
            String keys =
                    IntStream.range(from, from + 10)
                            .mapToObj(i -> "k" + i + ": 1")
                            .collect(Collectors.joining(", "));
            folder.with("d/".repeat(depth) + "index.md", "---\ncascade: {" + keys + "}\n---\n");
        }
        Site site = folder.scan();
        assertThat(site.sections().getLast().defaults()).hasSize(Cascade.MAX_KEYS);
        assertThat(site.skipped()).hasSize(20).allMatch(why -> why.contains("more than 100 keys"));
    }

    @Test
    void a_cascade_nested_a_thousand_deep_costs_its_page_and_no_other() throws Exception {
        String deep = "{a: ".repeat(1_000) + "1" + "}".repeat(1_000);
        folder.with("index.md", "---\ncascade: " + deep + "\n---\n").with("a.md", "# A\n");
        Site site = folder.scan();
        assertThat(site.sections().getFirst().defaults()).isEmpty();
        assertThat(ContentFolder.page(site, "a.md").title()).isEqualTo("A");
    }
}
