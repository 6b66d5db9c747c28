package dev.lanescope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.analysis.compare.Comparison;
import dev.lanescope.analysis.compare.Gate;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Traces;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.LongStream;

/// What a gate says to people and to the script that called it.
class GateReportTest {

    private static Comparison study(long... millis) {
        List<Snapshot> runs =
                LongStream.of(millis)
                        .mapToObj(each -> Traces.of("parse@0 " + each + "000000, write@0 1000000"))
                        .toList();
        return Comparison.of(runs);
    }

    private static final Comparison KEPT = study(100, 101, 102, 99, 98);

    private static String told(GateReport report) {
        var out = new ByteArrayOutputStream();
        report.print(new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }

    private static GateReport against(Comparison now) {
        return new GateReport(Gate.of(KEPT, now, 1.1, false, false), KEPT);
    }

    @Test
    void what_is_slower_is_said_with_its_interval_and_the_stage_that_grew() {
        GateReport report = against(study(150, 151, 152, 149, 148));
        assertThat(report.exitCode()).isEqualTo(ExitCode.SLOWER);
        assertThat(told(report))
                .containsPattern(
                        "fixed-pool +1 +whole run +101\\.0 ms +151\\.0 ms +1\\.50 \\(1\\..*SLOWER")
                .containsPattern(
                        "SLOWER: fixed-pool x1, whole run: 1\\.50 \\(1\\.\\d\\d to 1\\.\\d\\d\\) times as"
                                + " long; of the stages `parse` grew most, from 100\\.0 ms to 150\\.0 ms")
                .contains("SHUT: 1 of 1 figure slower than allowed.");
    }

    @Test
    void that_nobody_can_tell_is_not_that_nothing_is_slower() {
        GateReport report = against(study(90, 100, 110, 120, 130));
        assertThat(report.exitCode()).isEqualTo(ExitCode.CANNOT_TELL);
        assertThat(told(report))
                .contains(
                        "CANNOT TELL: of 1 of 1 figure it is not shown that they are not slower.");
    }

    @Test
    void what_is_as_fast_as_before_is_let_through() {
        GateReport report = against(KEPT);
        assertThat(report.exitCode()).isEqualTo(ExitCode.ALL_CAME_OUT);
        assertThat(told(report)).contains("OPEN: nothing is slower than allowed.");
    }
}
