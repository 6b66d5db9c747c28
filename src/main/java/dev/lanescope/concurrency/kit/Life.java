package dev.lanescope.concurrency.kit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// The life of a worker that is more than a thread: an interpreter or a child process. It knows
/// which phase follows which, so whoever wants something that cannot be at the moment is told so,
/// or stopped, here and nowhere else.
///
/// ```
/// NEW -> INIT -> WARM <-> RUN -> DRAIN -> CLOSED
/// ```
///
/// A set-up that did not come to its end leads back to NEW. From every phase a worker can be asked
/// to end, and a process can die. Once it drains nothing but CLOSED can follow, whoever wants what.
///
/// Any thread may call it.
public final class Life {

    /// A part of a worker's life.
    public enum Phase {
        NEW("made; nothing is loaded yet"),
        INIT("is being set up"),
        WARM("ready, and waits for work"),
        RUN("works in a run"),
        DRAIN("ends what it has, and takes nothing more"),
        CLOSED("nothing of it is left");

        private final String sentence;

        Phase(String sentence) {
            this.sentence = sentence;
        }

        /// What it means, as part of a sentence.
        public String sentence() {
            return sentence;
        }

        /// For people, e.g. `Warm`.
        public String title() {
            return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
        }

        /// What may come next.
        public Set<Phase> next() {
            return switch (this) {
                case NEW -> EnumSet.of(INIT, DRAIN, CLOSED);
                case INIT -> EnumSet.of(NEW, WARM, DRAIN, CLOSED);
                case WARM -> EnumSet.of(RUN, DRAIN, CLOSED);
                case RUN -> EnumSet.of(WARM, DRAIN, CLOSED);
                case DRAIN -> EnumSet.of(CLOSED);
                case CLOSED -> EnumSet.noneOf(Phase.class);
            };
        }

        boolean isEnding() {
            return this == DRAIN || this == CLOSED;
        }
    }

    /// When a phase began, by [System#nanoTime].
    public record Moment(Phase phase, long nanos) {}

    /// So much of the past is kept.
    private static final int MOST_MOMENTS = 64;

    private final Deque<Moment> past = new ArrayDeque<>();
    private Phase phase = Phase.NEW;

    public Life() {
        past.add(new Moment(phase, System.nanoTime()));
    }

    public synchronized Phase phase() {
        return phase;
    }

    /// Goes over to another phase; to stay in one's own is always fine.
    ///
    /// @return false if it is ending already, so that this cannot be any more
    /// @throws IllegalStateException if the one does not follow the other: a mistake of the caller
    public synchronized boolean to(Phase wanted) {
        if (wanted == phase) {
            return true;
        }
        if (!phase.next().contains(wanted)) {
            if (phase.isEnding()) {
                return false;
            }
            throw new IllegalStateException(
                    "a worker that is " + phase + " cannot become " + wanted);
        }
        phase = wanted;
        if (past.size() == MOST_MOMENTS) {
            past.removeFirst();
        }
        past.add(new Moment(wanted, System.nanoTime()));
        return true;
    }

    /// Goes over to another phase if it is in a certain one.
    ///
    /// @return whether it was
    public synchronized boolean from(Phase known, Phase wanted) {
        return phase == known && to(wanted);
    }

    /// What came after what, as far as it is kept, from the oldest.
    public synchronized List<Moment> past() {
        return List.copyOf(past);
    }

    /// What it has gone through since a moment, e.g. `init, warm after 210 ms, run after 211 ms`.
    ///
    /// @param nanos by [System#nanoTime]; what began before is left out
    public String wordsSince(long nanos) {
        List<Moment> since = past().stream().filter(moment -> moment.nanos() - nanos >= 0).toList();
        return since.stream()
                .map(moment -> {
                    double millis = (moment.nanos() - since.getFirst().nanos()) / 1e6;
                    String name = moment.phase().name().toLowerCase(Locale.ROOT);
                    return millis == 0
                            ? name
                            : String.format(Locale.ROOT, "%s after %.1f ms", name, millis);
                })
                .collect(Collectors.joining(", "));
    }
}
