package dev.lanescope.exchange.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

/// A table that somebody else drew, filled with what was measured, in reports.
class ComparedTableTest {

    private static final ComparedTable TABLE =
            new ComparedTable(
                    "What <b>costs</b>",
                    "somebody | else",
                    List.of("Runtime", "Overhead"),
                    List.of(List.of("JVM", "+5.0 % (+4.0 to +6.0) [1]; they say: 40 %")),
                    List.of("[1] book, 112 pages"),
                    List.of(new ComparedTable.Bar("JVM", 1.05, 1.04, 1.06, "pass")),
                    1.10);

    private static String text(ReportFormat format, ComparedTable... tables) {
        return Studies.report("book", 2, 500_000).with(List.of(), List.of(tables)).text(format);
    }

    @Test
    void each_figure_stands_in_its_cell_and_below_the_table_where_it_comes_from() {
        assertThat(text(ReportFormat.HTML, TABLE))
                .contains("What &lt;b&gt;costs&lt;/b&gt;", "Drawn by somebody | else")
                .contains("+5.0 % (+4.0 to +6.0) [1]; they say: 40 %", "[1] book, 112 pages");
        assertThat(text(ReportFormat.MARKDOWN, TABLE))
                .contains("### What", "they say: 40 %")
                .contains("somebody \\| else")
                .contains("book, 112 pages");
    }

    @Test
    void bars_are_drawn_with_their_interval_verdict_and_a_line_at_the_target() {
        String page = text(ReportFormat.HTML, TABLE);
        String chart = page.substring(page.indexOf("Overheads and their target"));
        assertThat(chart.substring(0, chart.indexOf("</svg>")))
                .contains("class=\"f-accent\"", "<circle", ">pass</text>", ">10 %</text>");
        assertThat(text(ReportFormat.HTML)).doesNotContain("Tables of others, filled here");
    }

    @Test
    void a_bar_far_beyond_the_target_stays_on_the_paper() {
        var far =
                new ComparedTable(
                        "Far",
                        "somebody",
                        List.of("Runtime"),
                        List.of(),
                        List.of(),
                        List.of(new ComparedTable.Bar("JVM", 9.0, 8.0, 12.0, "fail")),
                        1.10);
        String page = text(ReportFormat.HTML, far);
        assertThat(page)
                .containsPattern("<circle class=\"f-accent\" cx=\"[1-8][0-9]{2}\\.?[0-9]*\"");
    }
}
