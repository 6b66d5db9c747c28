package dev.lanescope.concurrency.processes.wire;

import dev.lanescope.concurrency.knobs.Knobs;

import java.io.Serializable;
import java.util.List;

/// One thing that a parent says to its child, or the child to its parent.
///
/// A child is set up once; it answers that it is ready. Then it gets work, batch by batch, and
/// reports what its threads did with it. Told to end, it finishes the stages under way, reports
/// once more and closes the line.
public sealed interface Message {

    /// To the child: what it is to do.
    ///
    /// @param kitchen name of the class that builds the workload
    /// @param memory the file through which bytes are shared; empty for none
    /// @param rehearsal whether nothing is to be written, because the work is only done so that the
    ///   JVM can see it
    record Setup(
            String kitchen,
            Bytes ingredients,
            Knobs knobs,
            int threads,
            String memory,
            boolean rehearsal)
            implements Message {}

    /// To the child: say what your clock says.
    record Ping() implements Message {}

    /// To the child: a batch, for one of its threads.
    record Work(List<Piece> pieces) implements Message, Serializable {
        public Work {
            pieces = List.copyOf(pieces);
        }
    }

    /// An item to be done.
    ///
    /// @param number its number in the run
    /// @param common id of what it has in common with others, or [#WHOLE]
    record Piece(int number, int common, Bytes item) implements Serializable {

        /// Nothing has to be added to the item.
        public static final int WHOLE = -1;
    }

    /// To the child: what the items that follow have in common. It replaces the one before, of
    /// which no item is under way.
    record Common(int id, Bytes bytes) implements Message {}

    /// To the child: for now no more work follows.
    record NothingLeft() implements Message {}

    /// To the child: this is the end.
    record End() implements Message {}

    /// To the parent: the workload has been built.
    record Ready() implements Message {}

    /// To the parent: what the clock says.
    record Pong(long nanos) implements Message {}

    /// To the parent: what one of the threads did since the last report.
    record Report(int thread, List<Event> events) implements Message, Serializable {
        public Report {
            events = List.copyOf(events);
        }
    }

    /// To the parent: the whole run cannot go on.
    ///
    /// @param sentence for the user
    record Aborted(String sentence) implements Message {}
}
