package dev.lanescope.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/// Pages that are not to be published yet.
class DraftsTest {

    @TempDir Path temporary;
    private ContentFolder folder;

    @BeforeEach
    void folder() {
        folder = new ContentFolder(temporary);
    }

    @Test
    void a_draft_is_left_out_and_listed() throws Exception {
        folder.with("a.md", "a")
                .with("b.md", "---\ndraft: true\n---\n")
                .with("c.md", "+++\ndraft = \"True\"\n+++\n")
                .with("c2.md", "---\ndraft: yes\n---\n")
                .with("c3.md", "---\ndraft: On\n---\n")
                .with("c4.md", "---\nDraft: y\n---\n")
                .with("c5.md", "{\"draft\": 1}")
                .with("c6/_index.md", "---\nCascade:\n  Draft: true\n---\n")
                .with("c6/a.md", "a")
                .with("d.md", "---\ndraft: no\n---\n")
                .with("e.md", "---\ndraft: later\n---\n");
        Site site = folder.scan();
        assertThat(ContentFolder.sources(site))
                .containsExactlyInAnyOrder("a.md", "c6/_index.md", "d.md", "e.md");
        assertThat(site.drafts())
                .containsExactly("b.md", "c.md", "c2.md", "c3.md", "c4.md", "c5.md", "c6/a.md");
        assertThat(site.skipped()).hasSize(7).allMatch(each -> each.endsWith(" (a draft)"));
    }

    @Test
    void a_scan_that_asks_for_drafts_has_them_all() throws Exception {
        folder.with("a.md", "a").with("b.md", "---\ndraft: true\n---\n");
        Site site = folder.scanWithDrafts();
        assertThat(ContentFolder.sources(site)).containsExactly("a.md", "b.md");
        assertThat(site.drafts()).isEmpty();
        assertThat(site.skipped()).isEmpty();
    }

    @Test
    void a_draft_takes_no_name_from_a_page_and_no_section_stands_for_drafts_alone()
            throws Exception {
        folder.with("guide/index.md", "---\ndraft: true\ntitle: Not yet\n---\n")
                .with("guide/readme.md", "# Now\n")
                .with("later/a.md", "---\ndraft: true\n---\n");
        Site site = folder.scan();
        assertThat(ContentFolder.outputs(site)).containsExactly("guide/index.html");
        assertThat(site.section("guide").orElseThrow().title()).isEqualTo("Now");
        assertThat(site.section("later")).isEmpty();
    }

    @Test
    void a_page_dated_in_the_future_is_a_page() throws Exception {
        folder.with("a.md", "---\ndate: 2999-01-01\npublishDate: 2999-01-01\n---\n");
        assertThat(folder.scan().pages()).hasSize(1);
    }

    @Test
    void a_folder_of_drafts_only_is_refused_with_a_way_out() throws Exception {
        folder.with("a.md", "---\ndraft: true\n---\n").with("b.md", "---\ndraft: true\n---\n");
        assertThatThrownBy(folder::scan)
                .isInstanceOf(ContentException.class)
                .hasMessageContaining(temporary.toRealPath().toString())
                .hasMessageEndingWith("use --drafts.");
        assertThat(folder.scanWithDrafts().pages()).hasSize(2);
    }

    @Test
    void a_broken_page_is_no_draft_for_somebody_must_hear_that_it_is_broken() throws Exception {
        folder.with("a.md", "---\ndraft: true\ntitle: [\n---\n");
        assertThat(folder.scan().pages()).hasSize(1);
    }
}
