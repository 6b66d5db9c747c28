package dev.lanescope.lab.curves;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.analysis.compare.Bootstrap;
import dev.lanescope.analysis.compare.Ratio;
import dev.lanescope.lab.Spread;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What there is to win on this machine at most, what threads win of it, and how far two JVMs lie
/// apart that do the same. By medians, with intervals.
///
/// @param sheet of the kind [CurveKind#CEILING]
public record Prize(CurveSheet sheet) {

    private static final double MIDDLE = 0.5;
    private static final int LEAST_JVMS = 5;

    /// How many times as many pages so many together make as one JVM alone; empty if that was not
    /// measured.
    public Optional<Ratio> times(Ceiling way, int together) {
        List<Double> alone = samples(Ceiling.JVMS, 1);
        List<Double> all = samples(way, together);
        return alone.isEmpty() || all.isEmpty()
                ? Optional.empty()
                : Optional.of(Bootstrap.ratio(alone, all));
    }

    private List<Double> samples(Ceiling way, int together) {
        return sheet.of(way).points().getOrDefault(together, List.of());
    }

    /// By which part of the median JVMs lie off it that do the same alone.
    ///
    /// @param half of them less than this
    /// @param most none more
    /// @param jvms how many there were
    public record Apart(double half, double most, int jvms) {}

    /// Empty if too few were measured to say anything.
    public Optional<Apart> apart() {
        List<Double> alone = samples(Ceiling.JVMS, 1);
        if (alone.size() < LEAST_JVMS) {
            return Optional.empty();
        }
        double median = new Spread(alone).median();
        var off = new Spread(alone.stream().map(each -> Math.abs(each / median - 1)).toList());
        return Optional.of(new Apart(off.quantile(MIDDLE), off.most(), alone.size()));
    }

    /// What follows, in a sentence each.
    public List<String> words() {
        var words = new ArrayList<String>();
        for (int together : sheet.of(Ceiling.JVMS).points().keySet()) {
            if (together > 1) {
                times(Ceiling.JVMS, together).ifPresent(most -> words.add(words(together, most)));
            }
        }
        if (words.isEmpty() && !sheet.of(Ceiling.JVMS).points().isEmpty()) {
            words.add(
                    "This machine has one processor: there is nothing to win by computing at once.");
        }
        apart().map(Prize::words).ifPresent(words::add);
        return words;
    }

    private String words(int together, Ratio most) {
        String found =
                together
                        + " JVMs that share nothing make "
                        + most.words()
                        + " times the pages of one";
        if (!most.isSure()) {
            return found
                    + " by the medians; so few rounds carry no interval, "
                    + most.needed()
                    + " would.";
        }
        Optional<Ratio> threads = times(Ceiling.THREADS, together).filter(Ratio::isSure);
        if (threads.isPresent() && threads.get().low() > most.high()) {
            return found
                    + ", and threads of one JVM "
                    + threads.get().words()
                    + ": more than what should bound them, so something disturbed the JVMs. Measure"
                    + " again when nothing else runs.";
        }
        return found
                + ": no model with as many workers can be expected to make more"
                + threads.map(each ->
                                "; threads of one JVM make "
                                        + each.words()
                                        + ", "
                                        + Amounts.percent(each.value() / most.value())
                                        + " of that")
                        .orElse("")
                + ".";
    }

    private static String words(Apart apart) {
        return apart.jvms()
                + " JVMs that did the same alone lie "
                + Amounts.percent(apart.half())
                + " off their median (half of them less), at most "
                + Amounts.percent(apart.most())
                + ": between runs in different JVMs a smaller difference says nothing.";
    }
}
