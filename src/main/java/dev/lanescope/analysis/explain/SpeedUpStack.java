package dev.lanescope.analysis.explain;

import dev.lanescope.analysis.Durations;
import dev.lanescope.analysis.Preemption;
import dev.lanescope.trace.Snapshot;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Where the speed-up went that more workers did not bring: all lane time of a run, part by part,
/// against a run of the same content by one worker.
///
/// Both runs are divided up without a rest. What the run spent in a part beyond what the sequential
/// run spent there is lost; so time that one worker needs as well is not blamed on the many, and a
/// part may be negative, where several do better than one. The useful work is the makespan of the
/// sequential run. Hence the sum over all parts is lanes x makespan to the nanosecond, and in units
/// of the makespan the useful work is the speed-up and the sum is the number of lanes (speed-up
/// stacks: Eyerman, Du Bois and Eeckhout, ISPASS 2012).
///
/// What the sequential run waited at its [start][StartWait], and the run on all of its lanes did
/// not, is no work that was shared out: it is left out of the useful work, and [#leftOutNanos] says
/// how much that is.
///
/// Work that took longer is inflation only where the run's JVMs were [as warm][AsWarm]; else it is
/// not known which part of it was the compiler, and all of it is [StackPart#COLDER].
public final class SpeedUpStack {

    /// What a share is called, among those of states, in which a lane could have run and others had
    /// the processors.
    public static final String PREEMPTED = "without a processor";

    /// From so much of all lane time on it is worth saying that reading lies below zero.
    private static final double MUCH_BESIDE = 0.1;

    /// How much a part comes to.
    ///
    /// @param nanos of lane time; negative where the run did better than the sequential one
    /// @param byState what it is made of, by the name of the state; its sum is `nanos`
    public record Share(StackPart part, long nanos, Map<String, Long> byState) {

        public Share {
            byState = Map.copyOf(byState);
        }
    }

    private final List<Share> shares;
    private final long wallNanos;
    private final long oneNanos;
    private final long leftOutNanos;
    private final int lanes;
    private final boolean preemptionKnown;
    private final boolean asWarm;
    private final boolean heldUp;

    private SpeedUpStack(
            List<Share> shares,
            long wallNanos,
            long oneNanos,
            long leftOutNanos,
            int lanes,
            boolean preemptionKnown,
            boolean asWarm,
            boolean heldUp) {
        this.heldUp = heldUp;
        this.preemptionKnown = preemptionKnown;
        this.asWarm = asWarm;
        this.shares = List.copyOf(shares);
        this.wallNanos = wallNanos;
        this.oneNanos = oneNanos;
        this.leftOutNanos = leftOutNanos;
        this.lanes = lanes;
    }

    /// Divides up a run.
    ///
    /// @param one a finished run by one worker on one lane
    /// @throws IllegalArgumentException if it has more lanes than one
    public static SpeedUpStack of(Snapshot run, Snapshot one) {
        if (one.lanes().size() != 1) {
            throw new IllegalArgumentException(
                    "a sequential run with " + one.lanes().size() + " lanes");
        }
        boolean known = isPreemptionKnown(run) && isPreemptionKnown(one);
        Map<StackPart, Map<String, Long>> here = Division.of(run, known);
        Map<StackPart, Map<String, Long>> there = Division.of(one, known);
        var parts = new EnumMap<StackPart, Map<String, Long>>(StackPart.class);
        for (StackPart part : StackPart.values()) {
            parts.put(part, new LinkedHashMap<>(here.getOrDefault(part, Map.of())));
        }
        Map<String, Long> useful = parts.getOrDefault(StackPart.USEFUL, Map.of());
        long leftOut = 0;
        for (var beyond : StartWait.beyond(one, here, there).entrySet()) {
            Map<String, Long> states = there.getOrDefault(beyond.getKey(), Map.of());
            for (var state : beyond.getValue().entrySet()) {
                states.merge(state.getKey(), -state.getValue(), Long::sum);
                leftOut += state.getValue();
            }
        }
        there.forEach((part, states) ->
                states.forEach((state, nanos) -> {
                    parts.getOrDefault(part, Map.of()).merge(state, -nanos, Long::sum);
                    useful.merge(state, nanos, Long::sum);
                }));
        boolean asWarm = AsWarm.of(run.info(), one.info());
        if (!asWarm) {
            parts.put(StackPart.COLDER, parts.getOrDefault(StackPart.INFLATION, Map.of()));
            parts.put(StackPart.INFLATION, new LinkedHashMap<>());
        }
        var shares = new ArrayList<Share>();
        parts.forEach((part, states) -> {
            states.values().removeIf(nanos -> nanos == 0);
            long sum = states.values().stream().mapToLong(Long::longValue).sum();
            shares.add(new Share(part, sum, states));
        });
        return new SpeedUpStack(
                shares,
                run.endNanos(),
                one.endNanos(),
                leftOut,
                run.lanes().size(),
                known,
                asWarm,
                Latency.of(run.info()).isThere());
    }

    private static boolean isPreemptionKnown(Snapshot run) {
        return Preemption.of(run).isKnownOfAll(run);
    }

    /// Whether the system told of every lane of both runs how long it lacked a processor. If not,
    /// that part is nothing because it is not known, and what there was of it lies in the others.
    public boolean isPreemptionKnown() {
        return preemptionKnown;
    }

    /// Whether a part can be told.
    public boolean isKnown(StackPart part) {
        return switch (part) {
            case PREEMPTION -> preemptionKnown;
            case INFLATION -> asWarm;
            default -> true;
        };
    }

    /// All parts, the useful work first.
    public List<Share> shares() {
        return shares;
    }

    public Share share(StackPart part) {
        return shares.get(part.ordinal());
    }

    /// A part in units of the makespan: of the useful work the speed-up, of the others what they
    /// took from it.
    public double height(StackPart part) {
        return wallNanos == 0 ? 0 : (double) share(part).nanos() / wallNanos;
    }

    /// The makespan of the sequential run, without what is [left out][#leftOutNanos] of it, over
    /// that of this one.
    public double speedUp() {
        return wallNanos == 0 ? 0 : (double) (oneNanos - leftOutNanos) / wallNanos;
    }

    /// How much longer the sequential run waited at its start than this one on all lanes together;
    /// 0 where it did not.
    public long leftOutNanos() {
        return leftOutNanos;
    }

    /// Whether what was left out is worth saying: from a hundredth of the makespan on.
    public boolean isMuchLeftOut() {
        return leftOutNanos > 0 && leftOutNanos * 100 >= wallNanos;
    }

    /// What was left out in units of the makespan, as the parts are.
    public double leftOutHeight() {
        return wallNanos == 0 ? 0 : (double) leftOutNanos / wallNanos;
    }

    /// The makespan of the sequential run over that of this one: the useful work and what was left
    /// out of it.
    public double wholeSpeedUp() {
        return wallNanos == 0 ? 0 : (double) oneNanos / wallNanos;
    }

    /// What was left out, and why, if it is worth saying.
    public Optional<String> leftOut() {
        return isMuchLeftOut()
                ? Optional.of(
                        String.format(
                                Locale.ROOT,
                                "The sequential run waited %s longer at its start than this one on"
                                        + " all its lanes. That is no work that was shared out, so"
                                        + " it is left out: the useful work is %.2f, and with it"
                                        + " the speed-up is %.2f.",
                                Durations.text(leftOutNanos, 3),
                                height(StackPart.USEFUL),
                                wholeSpeedUp()))
                : Optional.empty();
    }

    /// That pages waited for a simulated disk beside the lanes, and so many at once that reading
    /// and writing lies below zero, if it is worth saying.
    public Optional<String> besideLanes() {
        boolean isMuch = -share(StackPart.IO).nanos() >= MUCH_BESIDE * lanes * wallNanos;
        return heldUp && isMuch
                ? Optional.of(
                        String.format(
                                Locale.ROOT,
                                "The disk is simulated, and pages waited for it beside the lanes,"
                                        + " many at once; the sequential run waited on its lane. So"
                                        + " reading and writing comes to \u2212%.2f lanes, and the"
                                        + " speed-up can be more than the number of lanes, %d.",
                                -height(StackPart.IO),
                                lanes))
                : Optional.empty();
    }

    /// What is to be said below the sum, a sentence or two each.
    public List<String> remarks() {
        return Stream.of(leftOut(), besideLanes()).flatMap(Optional::stream).toList();
    }

    /// What the parts must come to in units of the makespan.
    public int lanes() {
        return lanes;
    }

    public long wallNanos() {
        return wallNanos;
    }

    /// The sum of all parts.
    public long accounted() {
        return shares.stream().mapToLong(Share::nanos).sum();
    }

    /// Whether the parts come to lanes x makespan to the nanosecond, and the useful work to the
    /// makespan of the sequential run without what is left out of it.
    public boolean closes() {
        return accounted() == lanes * wallNanos
                && share(StackPart.USEFUL).nanos() == oneNanos - leftOutNanos;
    }
}
