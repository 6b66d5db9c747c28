package dev.lanescope.concurrency.crossing;

import dev.lanescope.concurrency.Observer;

import java.util.LinkedHashSet;
import java.util.Set;

/// Says about a run that worker processes died in it: of the first ones how, of the others how
/// many.
public final class Deaths {

    private static final int MOST_TOLD = 3;

    private final Observer observer;
    private final Set<String> told = new LinkedHashSet<>();
    private int others;

    public Deaths(Observer observer) {
        this.observer = observer;
    }

    /// A worker process is gone.
    ///
    /// @param sentence which one and how, without the full stop
    public synchronized void died(String sentence) {
        if (told.size() < MOST_TOLD) {
            if (told.add(sentence)) {
                observer.remarks(sentence + ".");
            }
        } else {
            others++;
        }
    }

    /// No more of them die.
    public synchronized void close() {
        if (others > 0) {
            observer.remarks(
                    others == 1
                            ? "One more worker process died."
                            : others + " more worker processes died.");
            others = 0;
        }
    }
}
