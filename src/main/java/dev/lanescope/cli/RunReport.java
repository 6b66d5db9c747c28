package dev.lanescope.cli;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.analysis.Durations;
import dev.lanescope.analysis.JvmAccount;
import dev.lanescope.analysis.Preemption;
import dev.lanescope.content.Site;
import dev.lanescope.recording.Machine;
import dev.lanescope.recording.RunResult;
import dev.lanescope.trace.RunInfo;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;

/// What people read after a run.
///
/// @param trace where the trace of the median run lies, if it was kept
record RunReport(Site site, Repeats repeats, Optional<Path> trace) {

    void print(PrintStream out) {
        RunResult median = repeats.median();
        RunInfo info = median.trace().info();
        out.println(
                Plain.of(site.name())
                        + ": "
                        + Amounts.count(site.pages().size(), "page")
                        + ", "
                        + Amounts.bytes(site.bytes())
                        + " of Markdown");
        out.println(
                info.modelTitle()
                        + " ("
                        + info.model()
                        + "), "
                        + Amounts.count(info.workers(), "worker")
                        + ", "
                        + temperature(repeats.runs().getFirst().trace().info()));
        if (!info.setting().isEmpty()) {
            out.println("Knobs: " + info.setting());
        }
        RunPython.lines(repeats).forEach(out::println);
        median.trace().remarks().forEach(out::println);
        out.println();
        printFigures(median, out);
        out.println();
        LaneTimeTable.print(median.trace(), out);
        FindingText.print(median.trace().withFacts(Machine.facts()), site.folder().toString(), out);
        out.println();
        printPlaces(median, out);
    }

    private void printFigures(RunResult median, PrintStream out) {
        var table = new TextTable(0, 1);
        table.row("pages", pages(median));
        table.row("wall time", wall() + PhaseText.of(median.trace()));
        table.row(
                "throughput",
                Amounts.rate(repeats.pagesPerSecond())
                        + " pages/s, "
                        + Amounts.bytes(Math.round(repeats.bytesPerSecond()))
                        + "/s of Markdown");
        if (repeats.experiment().jvmWatched()) {
            JvmAccount jvm = JvmAccount.of(median.trace());
            table.row("JVM", jvm.words() + stopped(jvm));
            Preemption preemption = Preemption.of(median.trace());
            if (preemption.isKnown()) {
                table.row("no processor", preemption.words(median.trace()));
            }
        }
        table.row(
                "besides",
                Durations.text(median.phases().prepareNanos())
                        + " preparing the output folder, "
                        + (median.phases().warmUpNanos() == 0
                                ? ""
                                : Durations.text(median.phases().warmUpNanos()) + " warming up, ")
                        + Durations.text(median.phases().verifyNanos())
                        + " reading it back");
        table.lines().forEach(out::println);
    }

    private static String stopped(JvmAccount jvm) {
        return jvm.stoppedNanos() == 0
                ? ""
                : "; all lanes stood still for " + Amounts.percent(jvm.stoppedShare());
    }

    private static String pages(RunResult median) {
        return median.done()
                + " came out, "
                + median.failures().size()
                + " failed"
                + (median.generated() == 0
                        ? ""
                        : "; " + Amounts.count(median.generated(), "file") + " made of them");
    }

    private String wall() {
        String median = Durations.text(repeats.medianNanos());
        int runs = repeats.runs().size();
        return runs == 1
                ? median
                : median
                        + " (median of "
                        + Amounts.count(runs, "run")
                        + ", from "
                        + Durations.text(repeats.leastNanos())
                        + " to "
                        + Durations.text(repeats.mostNanos())
                        + ")";
    }

    private String temperature(RunInfo first) {
        if (repeats.experiment().knobs().warmUp() > 0) {
            return "warmed up";
        }
        if (!first.isCold()) {
            return "warm";
        }
        return first.model().startsWith("python-")
                ? "cold: its interpreters are new"
                : "cold: the first run of its JVM";
    }

    private void printPlaces(RunResult median, PrintStream out) {
        var table = new TextTable(0, 1);
        table.row("site", median.output().toString());
        table.row(
                "tree hash",
                repeats.sameOutput()
                        ? median.treeHash()
                        : "DIFFERENT from run to run: do not compare these times");
        SiteRemarks.links(median, table);
        trace.ifPresent(file -> table.row("trace", file.toString()));
        SiteRemarks.leftOut(site, table);
        table.lines().forEach(out::println);
    }
}
