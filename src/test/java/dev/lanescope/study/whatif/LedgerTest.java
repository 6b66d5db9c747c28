package dev.lanescope.study.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lanescope.analysis.replay.Order;
import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.content.ScanProgress;
import dev.lanescope.content.SiteScanner;
import dev.lanescope.recording.Experiment;
import dev.lanescope.study.Study;
import dev.lanescope.study.StudyResult;
import dev.lanescope.study.StudyRun;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/// Predictions and outcomes are added and never changed, and who changes them is found out.
@Execution(ExecutionMode.CONCURRENT)
class LedgerTest {

    private static final Forecast SAID = new Forecast.Told(100, 90, 120, 5, -0.02);
    private static final Forecast NOT_SAID = new Forecast.Withheld("The machine is too noisy.");

    private static final LedgerEntry.Outcome CAME =
            new LedgerEntry.Outcome(Instant.EPOCH, 5, 110, 105, 140, "2 of 2, then 2 of 2");

    @TempDir Path place;
    private Path file = Path.of("");
    private Ledger ledger = Ledger.in(file);
    private WhatIf asked;

    @BeforeEach
    void begin() throws Exception {
        file = place.resolve("data/predictions.ledger");
        ledger = Ledger.in(file);
        Path content = Files.createDirectory(place.resolve("content"));
        for (int page = 0; page < 400; page++) {
            Files.writeString(content.resolve("page-" + page + ".md"), "# Page\n\nSome *text*.\n");
        }
        asked =
                new WhatIf(
                        new Experiment(
                                SiteScanner.scan(content, ScanProgress.NONE),
                                place.resolve("out"),
                                Models.byId("fixed-pool").orElseThrow(),
                                1),
                        3,
                        Order.HEAVIEST_FIRST,
                        1);
    }

    private String predict(Forecast forecast) throws Exception {
        return ledger.predict("book", asked, "fixed-pool \u00d7 1, 5 runs", forecast, "2 of 2");
    }

    @Test
    void a_ledger_that_is_not_there_is_empty() throws Exception {
        assertThat(ledger.read()).isEqualTo(new Ledger.Contents(List.of(), List.of()));
        assertThat(file).doesNotExist();
    }

    /// Another window makes the file a moment before it writes the first line.
    @Test
    void a_ledger_that_was_only_just_made_is_empty() throws Exception {
        Files.createDirectories(file.getParent());
        Files.createFile(file);
        assertThat(ledger.read().entries()).isEmpty();
        predict(SAID);
        assertThat(ledger.read().entries()).hasSize(1);
    }

    @Test
    void a_prediction_stands_before_its_run_and_its_outcome_is_added() throws Exception {
        String id = predict(SAID);
        LedgerEntry said = ledger.read().entries().getFirst();
        assertThat(said.verdict()).isEqualTo(LedgerEntry.Verdict.NOT_RUN);
        assertThat(said.forecast()).isEqualTo(SAID);
        assertThat(said.what()).isEqualTo("Platform threads \u00d7 3, heaviest first");
        assertThat(said.machine()).contains("core");
        String before = Files.readString(file);
        StudyResult result = new StudyRun(new Study(List.of(asked.experiment()), 3, 1)).carryOut();
        ledger.measured(id, LedgerEntry.Outcome.of(result));
        assertThat(Files.readString(file)).startsWith(before);
        Ledger.Contents now = ledger.read();
        assertThat(now.complaints()).isEmpty();
        LedgerEntry.Outcome outcome = now.entries().getFirst().outcome().orElseThrow();
        assertThat(outcome.runs()).isEqualTo(3);
        assertThat(result.traces())
                .extracting(trace -> trace.endNanos())
                .contains(outcome.nanos(), outcome.leastNanos(), outcome.mostNanos());
        assertThat(now.entries().getFirst().verdict()).isEqualTo(LedgerEntry.Verdict.MISSED);
        assertThat(now.entries().getFirst().error().orElseThrow())
                .isEqualTo(outcome.nanos() / 100.0 - 1);
        assertThat(now.summary()).isEqualTo("0 of 1 predictions in their band");
    }

    @Test
    void what_came_within_the_band_is_counted() throws Exception {
        ledger.measured(predict(SAID), CAME);
        Ledger.Contents now = ledger.read();
        assertThat(now.entries().getFirst().verdict()).isEqualTo(LedgerEntry.Verdict.IN_BAND);
        assertThat(now.summary()).isEqualTo("1 of 1 predictions in their band");
    }

    @Test
    void what_was_withheld_is_written_down_with_its_reason() throws Exception {
        String id = predict(NOT_SAID);
        ledger.measured(id, CAME);
        LedgerEntry entry = ledger.read().entries().getFirst();
        assertThat(entry.forecast()).isEqualTo(NOT_SAID);
        assertThat(entry.verdict()).isEqualTo(LedgerEntry.Verdict.NOT_FORETOLD);
        assertThat(entry.error()).isEmpty();
    }

    @Test
    void a_line_that_was_changed_is_told_of_and_kept_and_the_others_count() throws Exception {
        predict(SAID);
        predict(NOT_SAID);
        predict(SAID);
        String changed =
                Files.readString(file).replaceFirst("\t100\t90\t120\t", "\t200\t90\t120\t");
        Files.writeString(file, changed);
        assertThat(ledger.read().entries()).hasSize(2);
        assertThat(ledger.read().complaints())
                .singleElement()
                .asString()
                .startsWith("Line 2 of " + file + " was changed")
                .endsWith("It is kept, and not counted.");
        predict(SAID);
        assertThat(Files.readString(file)).startsWith(changed);
        assertThat(ledger.read().entries()).hasSize(3);
        assertThat(ledger.read().complaints()).hasSize(1);
    }

    @Test
    void a_line_that_was_taken_out_is_missed_by_the_next() throws Exception {
        predict(SAID);
        predict(NOT_SAID);
        predict(SAID);
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        lines.remove(2);
        Files.write(file, lines);
        assertThat(ledger.read().entries()).hasSize(1);
        assertThat(ledger.read().complaints())
                .singleElement()
                .asString()
                .contains("Line 3", "a line before it is missing");
    }

    @Test
    void a_line_that_was_cut_off_does_not_spoil_the_next() throws Exception {
        predict(SAID);
        Files.writeString(file, "said\tabc", StandardOpenOption.APPEND);
        predict(SAID);
        assertThat(ledger.read().entries()).hasSize(2);
        assertThat(ledger.read().complaints()).singleElement().asString().startsWith("Line 3 of ");
    }

    @Test
    void a_second_outcome_makes_no_sense() throws Exception {
        String id = predict(SAID);
        ledger.measured(id, CAME);
        ledger.measured(id, CAME);
        ledger.measured("unknown", CAME);
        assertThat(ledger.read().entries()).hasSize(1);
        assertThat(ledger.read().complaints())
                .hasSize(2)
                .allMatch(each -> each.contains("makes no sense"));
    }

    @Test
    void two_windows_may_add_at_once() throws Exception {
        try (var both = Executors.newFixedThreadPool(2)) {
            Callable<String> add = () -> predict(SAID);
            for (var done : both.invokeAll(List.of(add, add, add, add, add, add, add, add))) {
                done.get();
            }
        }
        assertThat(ledger.read().entries()).hasSize(8);
        assertThat(ledger.read().complaints()).isEmpty();
    }

    @Test
    void another_file_is_neither_read_nor_added_to() throws Exception {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "My diary\n");
        assertThatThrownBy(ledger::read)
                .isInstanceOf(LedgerException.class)
                .hasMessageContaining("is no ledger of this Lanescope");
        assertThatThrownBy(() -> predict(SAID)).isInstanceOf(LedgerException.class);
        assertThat(file).hasContent("My diary");
    }

    @Test
    void words_with_tabs_and_lines_stay_in_their_field_and_long_ones_are_cut() throws Exception {
        ledger.predict("a\tb\nc" + "x".repeat(9_000), asked, "from", SAID, "probe");
        LedgerEntry entry = ledger.read().entries().getFirst();
        assertThat(entry.content()).startsWith("a b cxxx").hasSize(400);
        assertThat(entry.forecast()).isEqualTo(SAID);
    }
}
