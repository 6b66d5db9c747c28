package dev.lanescope.exchange.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.BrowserPage;
import dev.lanescope.Chromium;
import dev.lanescope.Wait;
import dev.lanescope.analysis.Durations;
import dev.lanescope.analysis.compare.Comparison;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// A report in a real browser, opened from the disk.
class ReportInBrowserTest {

    private static final Pattern ROW = Pattern.compile("<tr><th scope=\"row\">(.*?)</tr>");
    private static final Pattern CELL = Pattern.compile("<td>(.*?)</td>");

    @TempDir Path folder;
    private Path file = Path.of("");

    @BeforeEach
    void name() {
        file = folder.resolve("report.html");
    }

    private Chromium.Visit visit() throws Exception {
        return Chromium.orSkip(folder, "the report in a browser").visit(file.toUri().toString());
    }

    @Test
    void it_complains_of_nothing_and_asks_the_network_for_nothing() throws Exception {
        Studies.report("book", 2, 500_000).write(file, ReportFormat.HTML);
        Chromium.Visit visit = visit();
        assertThat(visit.complaints()).isEmpty();
        assertThat(visit.requests()).isEmpty();
        assertThat(visit.page()).contains("<title>book: what pays</title>", "</footer>");
    }

    @Test
    void the_table_shows_the_figures_of_the_comparison() throws Exception {
        Report report = Studies.report("book", 2, 500_000);
        report.write(file, ReportFormat.HTML);
        String table = between(visit().page(), "<table id=\"settings\">", "</table>");
        List<String> rows = ROW.matcher(table).results().map(row -> row.group(1)).toList();
        List<Comparison.Row> expected = report.comparison().rows();
        assertThat(rows).hasSameSizeAs(expected);
        Comparison.Row pool = expected.get(1);
        assertThat(CELL.matcher(rows.get(1)).results().map(cell -> cell.group(1)))
                .contains(
                        Durations.text(Math.round(pool.wallNanos())),
                        pool.speedUp().words(),
                        pool.pageSpeedUp().words(),
                        "the same",
                        pool.verdict().words());
    }

    @Test
    void every_column_of_the_figures_is_seen_on_a_screen_without_scrolling() throws Exception {
        Studies.broad().write(file, ReportFormat.HTML);
        var chromium = Chromium.orSkip(folder, "the report in a browser");
        try (BrowserPage page = chromium.open(file.toUri().toString())) {
            page.layOnScreen(1440, 900);
            Wait.until(() -> page.ask("innerWidth").equals("1440"));
            String tooWide =
                    "['settings', 'upkeep', 'pages'].filter(id => (e => e && e.scrollWidth >"
                            + " e.clientWidth)(document.getElementById(id)?.parentElement))";
            assertThat(page.ask("!!document.getElementById('settings')")).isEqualTo("true");
            assertThat(page.ask(tooWide)).isEmpty();
        }
    }

    @Test
    void hostile_names_run_nothing_and_load_nothing() throws Exception {
        Studies.report(Studies.SCRIPT, 2, 500_000).write(file, ReportFormat.HTML);
        Chromium.Visit visit = visit();
        assertThat(visit.page()).doesNotContain("<title>taken", "<img");
        assertThat(visit.complaints()).isEmpty();
        assertThat(visit.requests()).isEmpty();
    }

    @Test
    void even_markup_that_got_in_would_be_stopped_by_the_policy() throws Exception {
        Studies.report("book", 2, 500_000).write(file, ReportFormat.HTML);
        String evil =
                "<script>document.title='taken'</script><img src=\"http://localhost:9/x.png\">"
                        + "</body>";
        Files.writeString(file, Files.readString(file).replace("</body>", evil));
        Chromium.Visit visit = visit();
        assertThat(visit.page()).contains("<title>book: what pays</title>");
        assertThat(visit.complaints()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(visit.requests()).isEmpty();
    }

    @Test
    void a_page_without_a_policy_is_caught_asking() throws Exception {
        Files.writeString(file, "<!DOCTYPE html><img src=\"http://localhost:9/x.png\">");
        assertThat(visit().requests()).contains("http://localhost:9/x.png");
    }

    private static String between(String page, String from, String to) {
        int start = page.indexOf(from);
        assertThat(start).as(page).isNotNegative();
        return page.substring(start, page.indexOf(to, start));
    }
}
