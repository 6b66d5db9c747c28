package dev.lanescope.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import java.nio.file.Path;
import java.util.List;

/// Hostile pages end. At these sizes what was quadratic took from half a minute to days; the limit
/// is not a measurement (that is [PathologicalGrowth]) and leaves the slowest machine room.
@Timeout(30)
@Execution(ExecutionMode.CONCURRENT)
class LinearTimeTest {

    private static final int SIZE = 200_000;

    @TempDir Path folder;

    static final List<PathologicalText> TEXTS = PathologicalText.ALL;

    @ParameterizedTest
    @FieldSource("TEXTS")
    void a_hostile_page_comes_out_or_is_refused_with_its_line(PathologicalText text)
            throws Exception {
        var site = new SmallSite(folder).with("page.md", "---\na: b\n---\n" + text.text(SIZE));
        List<String> failures = site.render();
        if (text.outcome().isEmpty()) {
            assertThat(failures).isEmpty();
            assertThat(site.page("page.html")).endsWith("</html>\n");
        } else {
            assertThat(failures).containsExactly("page.md" + text.outcome());
        }
    }

    @Test
    void a_page_of_ten_megabytes_comes_out() throws Exception {
        String paragraph = "Some *words* with `code`, a [link](b.md) and <b>more</b>.\n\n";
        var site = new SmallSite(folder).with("page.md", paragraph.repeat(10_000_000 / 60));
        assertThat(site.render()).isEmpty();
        assertThat(site.page("page.html")).hasSizeGreaterThan(10_000_000);
    }
}
