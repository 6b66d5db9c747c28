package dev.lanescope.study.rules;

import dev.lanescope.analysis.scaling.RuleOfThumb;
import dev.lanescope.study.rules.RulesOfThumb.Work;

import java.util.Locale;

/// How many workers Bengal takes to render pages, by where it runs (its workload "mixed"):
/// `min(max(least, cores x part), most, pages)`, and one below five pages or 5 KB.
enum BengalProfile {
    CI(4, 1.0),
    LOCAL(12, 0.75),
    PRODUCTION(16, 0.75);

    private static final int LEAST = 2;
    private static final int FEWEST_PAGES = 5;
    private static final long FEWEST_BYTES = 5 * 1024;

    private final int most;
    private final double part;

    BengalProfile(int most, double part) {
        this.most = most;
        this.part = part;
    }

    RuleOfThumb rule(Work work) {
        return RuleOfThumb.of(
                String.format(
                        Locale.ROOT,
                        "min(max(%d, %s), %d, pages)",
                        LEAST,
                        part == 1 ? "cores" : part + " \u00d7 cores",
                        most),
                "Bengal\u2019s profile " + name().toLowerCase(Locale.ROOT),
                workers(work));
    }

    private int workers(Work work) {
        if (work.pages() < FEWEST_PAGES || work.bytes() < FEWEST_BYTES) {
            return 1;
        }
        int wanted = Math.max(LEAST, (int) (work.cores() * part));
        return Math.min(Math.min(wanted, most), work.pages());
    }
}
