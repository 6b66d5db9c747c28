package dev.lanescope.claims;

import dev.lanescope.analysis.RunSummary;
import dev.lanescope.analysis.compare.Contender;
import dev.lanescope.analysis.compare.Upkeep;
import dev.lanescope.lab.Unit;
import dev.lanescope.trace.Snapshot;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// Something that each run tells of itself.
public enum Quantity {
    PROCESSORS("cpu-over-wall", "CPU time over makespan", Unit.RATIO, Way.USUAL),
    PEAK("peak", "memory at the peak, all processes", Unit.BYTES, Way.COLD),
    CHILDREN("children", "memory of its processes at the peak", Unit.BYTES, Way.USUAL),
    WORKER_START("worker-start", "start of a worker", Unit.NANOSECONDS, Way.USUAL);

    private final String id;
    private final String title;
    private final Unit unit;
    private final Way way;

    Quantity(String id, String title, Unit unit, Way way) {
        this.id = id;
        this.title = title;
        this.unit = unit;
        this.way = way;
    }

    String id() {
        return id;
    }

    public String title() {
        return title;
    }

    public Unit unit() {
        return unit;
    }

    /// How the runs have to be made that tell it.
    Way way() {
        return way;
    }

    /// Empty if the run does not tell it.
    OptionalDouble of(Snapshot run) {
        return switch (this) {
            case PROCESSORS -> processors(RunSummary.of(run));
            case PEAK -> number(upkeep(run).peakBytes());
            case CHILDREN -> number(upkeep(run).childBytes());
            case WORKER_START -> number(upkeep(run).startNanos());
        };
    }

    private static OptionalDouble processors(RunSummary run) {
        return run.cpuNanos().isEmpty() || run.wallNanos() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) run.cpuNanos().getAsLong() / run.wallNanos());
    }

    private static Upkeep upkeep(Snapshot run) {
        return Upkeep.of(new Contender(List.of(run)));
    }

    private static OptionalDouble number(OptionalLong whole) {
        return whole.isPresent()
                ? OptionalDouble.of((double) whole.getAsLong())
                : OptionalDouble.empty();
    }
}
