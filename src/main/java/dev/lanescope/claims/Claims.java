package dev.lanescope.claims;

import static dev.lanescope.claims.Side.jvm;
import static dev.lanescope.claims.Side.python;

import dev.lanescope.claims.ClaimExperiment.Crew;
import dev.lanescope.claims.ClaimExperiment.Faults;
import dev.lanescope.claims.ClaimExperiment.Turns;
import dev.lanescope.concurrency.knobs.Fault;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The list of claims. A new one is one entry here, or in a list beside it.
public final class Claims {

    static final String BENGAL = "Bengal, feasibility study of sub-interpreters; an estimate";
    static final String BENGAL_NOTES = "Bengal, research notes on Python 3.14; an estimate";
    static final String NODUPE = "NoDupeLabs, threading specification; nothing was measured";

    /// Where a speed-up lies if more workers bring nothing.
    public static final Band NOTHING_GAINED_BAND = Band.atMost(1.15);

    /// From an exception to a fault of native code.
    private static final List<Fault.Kind> CRASHES =
            List.of(Fault.Kind.EXCEPTION, Fault.Kind.EXIT, Fault.Kind.HALT, Fault.Kind.CRASH);

    private static final List<Claim> ALL =
            Stream.of(threads(), InterpreterClaims.ALL, CrashClaims.ALL, OtherClaims.ALL)
                    .flatMap(List::stream)
                    .toList();

    private Claims() {}

    /// All of them, in the order in which they are shown.
    public static List<Claim> all() {
        return ALL;
    }

    public static Optional<Claim> byId(String id) {
        return ALL.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /// All that any of them is about.
    public static List<Measure> measures() {
        return ALL.stream()
                .flatMap(each -> each.rule().conditions().stream())
                .map(Condition::measure)
                .distinct()
                .toList();
    }

    static Turns turns(Crew crew, Side... sides) {
        return new Turns(List.of(sides), crew);
    }

    static Claim speedUp(
            String id, String words, String by, String elsewhere, Side of, Side over, Band band) {
        return new Claim(
                id,
                words,
                by,
                elsewhere,
                List.of(turns(Crew.CORES, of, over)),
                ClaimRule.of(new Measure.SpeedUp(of, over), band));
    }

    /// One page goes wrong in several ways, and nothing but it may be lost.
    static Claim contained(String id, String words, String by, String note, String model) {
        return new Claim(
                id,
                words,
                by,
                note,
                List.of(new Faults(List.of(model), CRASHES)),
                lostAtMostOne(model, CRASHES));
    }

    static ClaimRule lostAtMostOne(String model, List<Fault.Kind> kinds) {
        return new ClaimRule(
                kinds.stream()
                        .map(kind ->
                                new Condition(new Measure.PagesLost(model, kind), Band.atMost(1)))
                        .toList());
    }

    /// What is claimed of threads, with a lock and without.
    private static List<Claim> threads() {
        Side alone = jvm("sequential");
        Side locked = jvm("gil");
        Side pool = jvm("fixed-pool");
        return List.of(
                speedUp(
                        "gil-threads",
                        "With a GIL, threads bring nothing for rendering.",
                        "All of the documents, on CPython with a GIL",
                        "909 ms alone, 1034 ms with 4 threads (loremipsumpy, Ryzen 5950X, 3.14).",
                        python("threads", Build.WITH_GIL),
                        python("sequential", Build.WITH_GIL),
                        NOTHING_GAINED_BAND),
                speedUp(
                        "gil-threads-jvm",
                        "Under one global lock, threads bring nothing for rendering.",
                        "Bengal, feasibility study, on CPython; here the JVM\u2019s stand-in for it",
                        "",
                        locked,
                        alone,
                        NOTHING_GAINED_BAND),
                speedUp(
                        "no-gil-threads",
                        "Without the GIL, threads render 1.5 to 2 times as fast.",
                        "Bengal, research notes, on 3.14 without the GIL",
                        "1.24 times as fast with 100 pages and 1.94 with 1,000 (Bengal, 3.14t,"
                                + " committed benchmarks).",
                        python("threads", Build.FREE),
                        python("threads", Build.FREE_WITH_GIL),
                        new Band(1.5, 2)),
                speedUp(
                        "no-lock-jvm",
                        "Without one global lock, threads render 1.5 to 2 times as fast.",
                        "Bengal, research notes, on CPython; here with the JVM\u2019s threads",
                        "",
                        pool,
                        locked,
                        new Band(1.5, 2)));
    }
}
