package dev.lanescope.claims;

import static dev.lanescope.claims.Claims.NODUPE;
import static dev.lanescope.claims.Side.python;

import dev.lanescope.claims.ClaimExperiment.Costs;
import dev.lanescope.claims.ClaimExperiment.Crew;
import dev.lanescope.lab.Figure;

import java.util.List;

/// What is claimed of numbers of workers, of what a build costs, and of what starting and sharing
/// cost.
final class OtherClaims {

    static final List<Claim> ALL =
            List.of(
                    twiceTheCores(),
                    oneThread(
                            "free-overhead-3-13",
                            "Without the GIL, one thread of 3.13 takes about 40 % longer.",
                            "The plan for 3.14, and the release notes of 3.13",
                            "The documents say about 40 %, 5 to 10 % and 1 to 5 %, each without its"
                                    + " base.",
                            Build.GIL_3_13,
                            Build.FREE_3_13,
                            new Band(1.35, 1.45)),
                    oneThread(
                            "free-overhead-3-14",
                            "Without the GIL, one thread of 3.14 takes 5 to 10 % longer.",
                            "The release notes of 3.14",
                            "9.0 % (Xeon) and 4.0 % (M4 Pro) over pyperformance, geometric mean"
                                    + " (facebookexperimental, November 2025).",
                            Build.GIL_3_14,
                            Build.FREE_3_14,
                            new Band(1.05, 1.10)),
                    oneThread(
                            "jit-5-15",
                            "The JIT makes rendering 5 to 15 % faster.",
                            "Bengal, research notes; an estimate",
                            "1.007 times slower with the JIT than without, pyperformance,"
                                    + " geometric mean (faster-cpython, 3.15a0, x86-64).",
                            Build.JIT_ON,
                            Build.JIT_OFF,
                            new Band(1.05, 1.15)),
                    Claims.speedUp(
                            "asyncio-computing",
                            "asyncio performs best, also where pages compute: at least as fast as"
                                    + " interpreters.",
                            NODUPE,
                            "",
                            python("asyncio", Build.WITH_GIL),
                            python("interpreters", Build.WITH_GIL),
                            Band.atLeast(1)),
                    startsFaster(),
                    everythingShared(),
                    sendLess());

    private OtherClaims() {}

    private static Claim twiceTheCores() {
        return new Claim(
                "twice-the-cores",
                "Twice as many workers as cores is the best number for what computes.",
                "NoDupeLabs, get_optimal_workers, for Python without the GIL",
                "5 to 6 workers beat 8 with 500 pages (Bengal).",
                List.of(Claims.turns(Crew.UP_TO_TWICE_THE_CORES, python("threads", Build.FREE))),
                ClaimRule.of(
                        new Measure.BestWorkers(python("threads", Build.FREE), 2),
                        Band.atLeast(1)));
    }

    private static Claim oneThread(
            String id,
            String words,
            String by,
            String elsewhere,
            Build faster,
            Build slower,
            Band band) {
        Side of = python("sequential", faster);
        Side over = python("sequential", slower);
        return new Claim(
                id,
                words,
                by,
                elsewhere,
                List.of(Claims.turns(Crew.ONE, of, over)),
                ClaimRule.of(new Measure.SpeedUp(of, over), band));
    }

    private static Claim startsFaster() {
        return new Claim(
                "interpreters-start-fast",
                "Interpreters start faster than processes.",
                NODUPE,
                "Twice as fast; but what crosses took 2 to 17 times as long until it was mended"
                        + " (cpython #148072).",
                List.of(
                        new Costs(
                                List.of("python-interpreters", "python-processes"),
                                Reading.ENOUGH_ROUNDS)),
                ClaimRule.of(
                        new Measure.CostRatio(
                                Figure.START, "python-processes", "python-interpreters"),
                        Band.atLeast(1)));
    }

    private static Claim everythingShared() {
        return new Claim(
                "every-object-shared",
                "Every object can be shared between interpreters: nothing crosses as bytes.",
                "A reading of the research notes; the documents contradict each other",
                "",
                List.of(new Costs(List.of("python-interpreters"), Reading.ENOUGH_ROUNDS)),
                ClaimRule.of(
                        new Measure.Cost("python-interpreters", Figure.PICKLED_PAGES_BYTES),
                        Band.atMost(0)));
    }

    private static Claim sendLess() {
        return new Claim(
                "send-less",
                "Sending only what is needed costs at most half as many bytes as all of a page.",
                "Bengal, feasibility study, design; here a page\u2019s text against the page with its site",
                "",
                List.of(new Costs(List.of("python-processes"), Reading.ENOUGH_ROUNDS)),
                ClaimRule.of(
                        new Measure.CrossingRatio(
                                "python-processes",
                                Figure.PICKLED_PAGES_BYTES,
                                Figure.PICKLED_SITES_BYTES),
                        Band.atMost(0.5)));
    }
}
