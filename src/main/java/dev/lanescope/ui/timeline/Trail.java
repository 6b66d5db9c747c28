package dev.lanescope.ui.timeline;

import dev.lanescope.chart.TimeWindow;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// Where somebody has been in a trace: every move can be undone, and done again. Moves that follow
/// each other closely, as those of a drag or a held key, are one.
final class Trail {

    private static final long ONE_MOVE_NANOS = 400_000_000;
    private static final int MOST = 200;

    private final Deque<TimeWindow> behind = new ArrayDeque<>();
    private final Deque<TimeWindow> ahead = new ArrayDeque<>();
    private long lastNanos;
    private boolean moving;

    /// A move begins, or goes on.
    ///
    /// @param from the window that is left
    /// @param nowNanos of any clock that only goes forward
    void leave(TimeWindow from, long nowNanos) {
        boolean goesOn = moving && nowNanos - lastNanos < ONE_MOVE_NANOS;
        lastNanos = nowNanos;
        moving = true;
        ahead.clear();
        if (!goesOn && !from.equals(behind.peek())) {
            behind.push(from);
            if (behind.size() > MOST) {
                behind.removeLast();
            }
        }
    }

    /// The window before the last move, if there was one.
    Optional<TimeWindow> back(TimeWindow now) {
        return step(now, behind, ahead);
    }

    /// The window that was left by going back.
    Optional<TimeWindow> forward(TimeWindow now) {
        return step(now, ahead, behind);
    }

    private Optional<TimeWindow> step(
            TimeWindow now, Deque<TimeWindow> from, Deque<TimeWindow> to) {
        moving = false;
        while (now.equals(from.peek())) {
            from.pop();
        }
        Optional<TimeWindow> there = Optional.ofNullable(from.poll());
        there.ifPresent(_ -> to.push(now));
        return there;
    }

    void forget() {
        behind.clear();
        ahead.clear();
        moving = false;
    }
}
