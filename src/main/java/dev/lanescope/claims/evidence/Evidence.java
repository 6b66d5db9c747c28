package dev.lanescope.claims.evidence;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.analysis.compare.Comparison;
import dev.lanescope.analysis.compare.Contender;
import dev.lanescope.claims.Here;
import dev.lanescope.claims.Measure;
import dev.lanescope.claims.Reading;
import dev.lanescope.claims.Readings;
import dev.lanescope.trace.RunInfo;
import dev.lanescope.trace.Snapshot;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Readings that were made together: when, on which machine, of which content.
///
/// @param cautions what weakens them, in sentences
public record Evidence(
        Instant when,
        String machine,
        String content,
        int pages,
        List<Reading> readings,
        List<String> cautions) {

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    public Evidence {
        readings = List.copyOf(readings);
        cautions = List.copyOf(cautions);
    }

    /// What was read here just now.
    public static Evidence now(Here here, List<Reading> readings, List<String> cautions) {
        return new Evidence(
                Instant.now(), here.machine(), here.content(), here.pages(), readings, cautions);
    }

    /// What runs bear on that took turns, or were made one by one. Of runs of several folders only
    /// those of the open one count; if there are none, those of the folder of the newest run.
    ///
    /// @param ran at least one
    /// @param measures what is asked for
    public static Evidence of(List<Contender> ran, Here here, List<Measure> measures) {
        List<Snapshot> all = ran.stream().flatMap(each -> each.runs().stream()).toList();
        RunInfo newest =
                all.stream()
                        .map(Snapshot::info)
                        .max(
                                Comparator.comparing((RunInfo each) -> isOf(each, here))
                                        .thenComparing(RunInfo::started))
                        .orElseThrow();
        List<Snapshot> runs =
                all.stream().filter(each -> isSameContent(each.info(), newest)).toList();
        return new Evidence(
                newest.started(),
                here.machine(),
                newest.content(),
                newest.pages(),
                Readings.of(measures, Contender.group(runs), here),
                doubts(Comparison.of(runs)));
    }

    private static List<String> doubts(Comparison comparison) {
        return Stream.concat(comparison.differences().stream(), comparison.cautions().stream())
                .toList();
    }

    private static boolean isOf(RunInfo run, Here here) {
        return run.content().equals(here.content()) && run.pages() == here.pages();
    }

    private static boolean isSameContent(RunInfo one, RunInfo other) {
        return one.content().equals(other.content())
                && one.pages() == other.pages()
                && one.contentBytes() == other.contentBytes();
    }

    /// The same of other content, for what is always done with that.
    public Evidence of(String otherContent, int otherPages) {
        return new Evidence(when, machine, otherContent, otherPages, readings, cautions);
    }

    /// The same, weakened by more.
    public Evidence but(Optional<String> caution) {
        List<String> all = Stream.concat(cautions.stream(), caution.stream()).distinct().toList();
        return new Evidence(when, machine, content, pages, readings, all);
    }

    /// E.g. `rust-book, 112 pages, 2026-11-22 12:04`.
    public String words() {
        return content
                + ", "
                + Amounts.pages(pages)
                + ", "
                + WHEN.format(when.atZone(ZoneId.systemDefault()));
    }

    Stream<Reading> readings(String key) {
        return readings.stream().filter(each -> each.key().equals(key));
    }

    /// The same with more readings, made together with these.
    public Evidence plus(List<Reading> more) {
        List<Reading> all = Stream.concat(readings.stream(), more.stream()).toList();
        return new Evidence(when, machine, content, pages, all, cautions);
    }

    boolean isOfMachine(Here here) {
        return machine.equals(here.machine());
    }

    /// Whether it was read of the folder that is open.
    public boolean isOfContent(Here here) {
        return content.equals(here.content()) && pages == here.pages();
    }
}
