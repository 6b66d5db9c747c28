package dev.lanescope.exchange.report;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.analysis.compare.Comparison;
import dev.lanescope.analysis.compare.Contender;
import dev.lanescope.trace.Fact;
import dev.lanescope.trace.RunInfo;
import dev.lanescope.trace.ShellWords;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What a report knows of its runs beside the figures.
record ReportFacts(Comparison comparison, Circumstances circumstances) {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    /// The names of the facts that are of the machine and not of the work.
    private static final List<String> MACHINE =
            List.of("Processor", "Memory", "System", "Java", "Java options", "Collector");

    private static final Set<String> TOLD_ELSEWHERE =
            Set.of(
                    "Output hash",
                    "Content hash",
                    "Study",
                    "Result",
                    "Lanescope",
                    "Knobs",
                    "Options",
                    "Peak memory",
                    "Worker start",
                    "CPU used by others");

    /// What was done.
    List<Fact> setting() {
        RunInfo info = comparison.baseline().info();
        var facts = new ArrayList<Fact>();
        facts.add(
                new Fact(
                        "Content",
                        info.content()
                                + ", "
                                + Amounts.count(info.pages(), "page")
                                + ", "
                                + Amounts.bytes(info.contentBytes())
                                + " of Markdown"));
        String common = new Names(comparison).common();
        if (!common.isEmpty()) {
            facts.add(new Fact("All settings", common));
        }
        agreed("Content hash").ifPresent(hash -> facts.add(new Fact("Content hash", hash)));
        facts.add(
                new Fact(
                        "Order",
                        circumstances.isStudy()
                                ? Amounts.count(circumstances.repeats(), "round")
                                        + " in which each setting ran once, in an order drawn anew"
                                        + " from seed "
                                        + circumstances.seed()
                                : "one by one, as somebody began them"));
        for (Fact fact : info.facts()) {
            boolean here = !MACHINE.contains(fact.name()) && !TOLD_ELSEWHERE.contains(fact.name());
            if (here) {
                agreed(fact.name()).ifPresent(value -> facts.add(new Fact(fact.name(), value)));
            }
        }
        agreed("Knobs").ifPresent(knobs -> facts.add(new Fact("Knobs", knobs)));
        facts.add(new Fact("First run", MOMENT.format(info.started())));
        return List.copyOf(facts);
    }

    /// Where it was done.
    List<Fact> machine() {
        var facts = new ArrayList<Fact>();
        for (String name : MACHINE) {
            agreed(name).ifPresent(value -> facts.add(new Fact(name, value)));
        }
        circumstances
                .before()
                .ifPresent(probe -> facts.add(new Fact("It gave before", told(probe))));
        circumstances.after().ifPresent(probe -> facts.add(new Fact("It gave after", told(probe))));
        facts.add(
                new Fact(
                        "Report",
                        "by Lanescope "
                                + circumstances.version()
                                + ", "
                                + MOMENT.format(circumstances.written())));
        return List.copyOf(facts);
    }

    private static String told(Circumstances.Probe probe) {
        return probe.words() + (probe.quiet() ? "" : ": others used it as well");
    }

    /// What all runs say alike.
    private Optional<String> agreed(String name) {
        return new Contender(
                        comparison.contenders().stream()
                                .flatMap(contender -> contender.runs().stream())
                                .toList())
                .fact(name);
    }

    /// What to type to do it again, with quotes where a shell needs them.
    String command() {
        return ShellWords.line(circumstances.command());
    }
}
