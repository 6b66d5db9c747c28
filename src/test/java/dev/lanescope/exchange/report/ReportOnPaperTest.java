package dev.lanescope.exchange.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.BrowserPage;
import dev.lanescope.Chromium;
import dev.lanescope.Wait;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Path;

/// How a report lies on paper, asked of a real browser that lays it out as it prints it.
class ReportOnPaperTest {

    private static final double MARGIN = 2 * 14 * 96 / 25.4;

    /// In CSS pixels, of which 96 are an inch.
    enum Sheet {
        A4(794, 1123),
        LETTER(816, 1056);

        final int width;
        final int height;

        Sheet(int width, int height) {
            this.width = width;
            this.height = height;
        }

        int inside() {
            return (int) Math.floor(width - MARGIN);
        }

        int tall() {
            return (int) Math.floor(height - MARGIN);
        }
    }

    /// Names what breaks a rule, one a line; empty if nothing does.
    private static String all(String selector, String broken) {
        return "Array.from(document.querySelectorAll('"
                + selector
                + "')).map(e => ({e, r: e.getBoundingClientRect(), s: getComputedStyle(e)}))"
                + ".filter(({e, r, s}) => "
                + broken
                + ").map(({e, r, s}) => e.tagName + ' ' + e.textContent.trim().slice(0, 40) + ' '"
                + " + Math.round(r.left) + '..' + Math.round(r.right) + ' high '"
                + " + Math.round(r.height) + ' ' + s.fontSize).slice(0, 12).join('\\n')";
    }

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource
    void nothing_is_cut_off_and_nothing_too_small_to_be_read(Sheet sheet) throws Exception {
        Path file = folder.resolve("report.html");
        Studies.broad().write(file, ReportFormat.HTML);
        var chromium = Chromium.orSkip(folder, "a report on paper");
        try (BrowserPage page = chromium.open(file.toUri().toString())) {
            page.layOnPaper(sheet.inside(), sheet.tall());
            assertThat(page.ask("matchMedia('print').matches")).isEqualTo("true");
            Wait.until(() -> page.ask("innerWidth").equals(String.valueOf(sheet.inside())));
            assertThat(page.ask(all("body *", "r.right > innerWidth + 0.5 || r.left < -0.5")))
                    .as("wider than the paper")
                    .isEmpty();
            assertThat(page.ask(all("th, td, pre, li, p", "e.scrollWidth > e.clientWidth + 1")))
                    .as("cut off in its box")
                    .isEmpty();
            String outside =
                    "(b => r.left < b.left - 1 || r.right > b.right + 1"
                            + " || r.bottom > b.bottom + 1 || r.top < b.top - 1)"
                            + "(e.ownerSVGElement.getBoundingClientRect())";
            assertThat(page.ask(all("figure svg text", outside)))
                    .as("words that reach out of their picture")
                    .isEmpty();
            assertThat(page.ask(all("figure, tr, li, pre, .answer", "r.height > innerHeight")))
                    .as("higher than a sheet")
                    .isEmpty();
            assertThat(page.ask(all("figure, tr, li, pre, .answer", "s.breakInside != \"avoid\"")))
                    .as("may be parted between two sheets")
                    .isEmpty();
            assertThat(page.ask(all("h2, h3", "s.breakAfter != \"avoid\"")))
                    .as("may stand alone at the foot of a sheet")
                    .isEmpty();
            String points =
                    "parseFloat(s.fontSize) * 0.75 * (e.ownerSVGElement"
                            + " ? e.getScreenCTM().a : 1) < 6.9";
            assertThat(
                            page.ask(
                                    all(
                                            "h1, h2, h3, p, li, th, td, pre, figcaption, svg text",
                                            points)))
                    .as("smaller than 7 points")
                    .isEmpty();
            String dark =
                    "((c => c.length < 4 || c[3] > 0.5 ? c[0] + c[1] + c[2] < 600 : false)"
                            + "(s.backgroundColor.match(/[\\d.]+/g).map(Number)))"
                            + " && s.backgroundColor != \"rgba(0, 0, 0, 0)\"";
            assertThat(page.ask(all("html, body, body *:not(svg *)", dark)))
                    .as("on a dark ground")
                    .isEmpty();
            assertThat(page.printedPages(sheet.width, sheet.height)).isBetween(3, 30);
        }
    }
}
