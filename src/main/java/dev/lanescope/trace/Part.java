package dev.lanescope.trace;

import java.io.IOException;
import java.time.Instant;
import java.util.List;

/// What a chunk of a trace file says, unpacked and checked as far as that is possible without the
/// others.
sealed interface Part
        permits Part.Head, Part.Listed, Part.End, Part.Moment, LanesPart, CountersPart {

    /// What was known of a run when it began.
    ///
    /// @param items how many there are; their names come by themselves
    record Head(
            String model,
            String modelTitle,
            int workers,
            String setting,
            String content,
            long contentBytes,
            Instant started,
            long renderedBefore,
            List<State> states,
            List<Phase> phases,
            int items)
            implements Part {

        RunInfo with(List<String> names, List<Fact> facts) {
            return new RunInfo(
                    model,
                    modelTitle,
                    workers,
                    setting,
                    content,
                    contentBytes,
                    started,
                    renderedBefore,
                    states,
                    names,
                    phases,
                    facts);
        }
    }

    /// Entries of a list: of those said before, the first ones stay, and these follow them.
    ///
    /// @param form of which list
    /// @param place of the chunk
    /// @param from how many stay
    /// @param entries what follows
    record Listed<T>(EntryForm<T> form, Place place, int from, List<T> entries) implements Part {

        void appendTo(ReadLists lists, Allowance memory) throws IOException {
            List<T> list = form.list().apply(lists);
            if (from > list.size() || from + entries.size() > form.most()) {
                throw place.damaged(
                        from
                                + " and "
                                + entries.size()
                                + " more of "
                                + list.size()
                                + " "
                                + form.what());
            }
            list.subList(from, list.size()).clear();
            for (T entry : entries) {
                memory.spend(form.memory().applyAsLong(entry));
                list.add(entry);
            }
        }
    }

    /// Everything that began before this moment has been said.
    record Moment(long nanos) implements Part {}

    /// Everything has been said.
    ///
    /// @param nanos the makespan, or how far the run had come
    /// @param lanes how many lanes there are
    /// @param rows how many transitions were written
    record End(boolean finished, long nanos, int lanes, long rows) implements Part {}
}
