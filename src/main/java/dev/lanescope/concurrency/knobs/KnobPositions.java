package dev.lanescope.concurrency.knobs;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Knobs set by their names, as advice tells them: `scheduling` to `heaviest-first`.
public final class KnobPositions {

    private KnobPositions() {}

    /// The knobs with one of them in a position; empty if there is no such knob or position.
    ///
    /// @param id as [Knob#id]
    /// @param position as the terminal's option takes it
    public static Optional<Knobs> with(Knobs knobs, String id, String position) {
        return switch (id) {
            case "scheduling" -> Scheduling.parse(position).map(knobs::with);
            case "state" -> named(WorkerState.values(), WorkerState::id, position).map(knobs::with);
            case "buffers" -> named(Buffers.values(), Buffers::id, position).map(knobs::with);
            case "writes" -> named(Writes.values(), Writes::id, position).map(knobs::with);
            case "transport" -> named(Transport.values(), Transport::id, position).map(knobs::with);
            case "batch" -> number(position, 1, Knobs.MOST_IN_BATCH).map(knobs::withBatch);
            case "cpu-weight" -> number(position, 1, Knobs.MOST_WEIGHT).map(knobs::withCpuWeight);
            case "threads" -> number(position, 1, Knobs.MOST_THREADS).map(knobs::withThreads);
            case "warm-up" -> number(position, 0, Knobs.MOST_PASSES).map(knobs::withWarmUp);
            default -> Optional.empty();
        };
    }

    private static <T> Optional<T> named(T[] all, Function<T, String> id, String position) {
        return Stream.of(all).filter(each -> id.apply(each).equals(position)).findFirst();
    }

    private static Optional<Integer> number(String position, int least, int most) {
        return position.matches("\\d{1,6}")
                ? Optional.of(Integer.parseInt(position)).filter(n -> n >= least && n <= most)
                : Optional.empty();
    }
}
