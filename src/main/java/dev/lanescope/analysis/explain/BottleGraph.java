package dev.lanescope.analysis.explain;

import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.State;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// How much of a run each lane, or each stage, is to blame for: boxes on top of each other whose
/// heights come to the makespan, to the nanosecond (bottle graphs: Du Bois, Sartor, Eyerman and
/// Eeckhout, OOPSLA 2013).
///
/// Each moment is shared out evenly among the lanes that run in it. So a lane that runs alone is
/// charged all of that time, and one of four that run together a quarter: the height of its box.
/// The width is the time it ran over the height, which is how many lanes ran beside it, itself
/// included. What stands high and narrow is the bottleneck. Time in which nobody runs has a box of
/// its own.
///
/// A lane runs while it works, starts, encodes, decodes or hands over; otherwise it waits.
///
/// @param boxes the lanes or stages that ran at all, the highest first
/// @param nobodyNanos how long no lane ran
public record BottleGraph(List<Box> boxes, long nobodyNanos) {

    /// One lane or stage.
    ///
    /// @param number of the lane, or code of the stage's state
    /// @param heightNanos its share of the makespan
    /// @param ranNanos how long it ran, on all lanes together; never less than the height
    public record Box(int number, String name, long heightNanos, long ranNanos) {

        /// How many lanes ran on average while it did.
        public double width() {
            return heightNanos == 0 ? 0 : (double) ranNanos / heightNanos;
        }
    }

    public BottleGraph {
        boxes = List.copyOf(boxes);
    }

    /// A box for each lane.
    public static BottleGraph ofLanes(Snapshot run) {
        var pile = new Pile(run, run.lanes().size());
        double sharedOut = 0;
        double[] since = new double[run.lanes().size()];
        do {
            sharedOut += pile.share();
            if (!pile.sweep.step()) {
                break;
            }
            int lane = pile.sweep.changed();
            boolean ran = pile.runs[pile.sweep.before()];
            boolean runs = pile.runs[pile.sweep.stateOf(lane)];
            if (ran && !runs) {
                pile.heights[lane] += sharedOut - since[lane];
            } else if (runs && !ran) {
                since[lane] = sharedOut;
            }
            pile.change(ran, runs);
        } while (true);
        for (LaneView lane : run.lanes()) {
            int number = lane.number();
            if (pile.runs[pile.sweep.stateOf(number)]) {
                pile.heights[number] += sharedOut - since[number];
            }
            for (int state = 0; state < pile.runs.length; state++) {
                pile.ran[number] += pile.runs[state] ? pile.nanos(number, state) : 0;
            }
        }
        return pile.graph(run.lanes().stream().map(LaneView::name).toList());
    }

    /// A box for each state in which lanes run.
    public static BottleGraph ofStages(Snapshot run) {
        int states = run.info().states().size();
        var pile = new Pile(run, states);
        do {
            double share = pile.share();
            for (int state = 0; state < states && share > 0; state++) {
                pile.heights[state] += pile.runs[state] ? share * pile.sweep.lanesIn(state) : 0;
            }
            if (!pile.sweep.step()) {
                break;
            }
            pile.change(
                    pile.runs[pile.sweep.before()],
                    pile.runs[pile.sweep.stateOf(pile.sweep.changed())]);
        } while (true);
        for (int state = 0; state < states; state++) {
            for (int lane = 0; lane < run.lanes().size() && pile.runs[state]; lane++) {
                pile.ran[state] += pile.nanos(lane, state);
            }
        }
        return pile.graph(run.info().states().stream().map(State::name).toList());
    }

    /// Whether a lane in this state runs.
    static boolean runs(State state) {
        return switch (state.kind()) {
            case WORK, STARTING -> true;
            case CHANNEL ->
                    !state.name().equals(BackPressure.CHANNEL)
                            && !state.name().equals(BackPressure.ROOM);
            case QUEUE -> state.name().equals("dispatching");
            case LOCK, IO, IDLE, LOST -> false;
        };
    }

    /// A graph being made.
    private static final class Pile {
        final Snapshot run;
        final LaneSweep sweep;
        final boolean[] runs;
        final double[] heights;
        final long[] ran;
        private final long[][] nanos;
        private int running;
        private long nobody;

        Pile(Snapshot run, int boxes) {
            this.run = run;
            sweep = new LaneSweep(run);
            runs = new boolean[run.info().states().size()];
            heights = new double[boxes];
            ran = new long[boxes];
            nanos = new long[run.lanes().size()][runs.length];
            for (int state = 0; state < runs.length; state++) {
                runs[state] = runs(run.state(state));
                running += runs[state] ? sweep.lanesIn(state) : 0;
            }
            run.lanes().forEach(lane -> lane.add(0, run.endNanos(), nanos[lane.number()]));
        }

        long nanos(int lane, int state) {
            return nanos[lane][state];
        }

        /// What each running lane gets of the stretch; if there is none, nobody gets it.
        double share() {
            long length = sweep.toNanos() - sweep.fromNanos();
            nobody += running == 0 ? length : 0;
            return running == 0 ? 0 : (double) length / running;
        }

        void change(boolean ran, boolean runsNow) {
            running += (runsNow ? 1 : 0) - (ran ? 1 : 0);
        }

        /// Heights in whole nanoseconds: rounded down, and what is missing is given to those that
        /// lost most by that.
        BottleGraph graph(List<String> names) {
            long[] whole = Arrays.stream(heights).mapToLong(height -> (long) height).toArray();
            long missing = run.endNanos() - nobody - Arrays.stream(whole).sum();
            List<Integer> byLoss =
                    IntStream.range(0, whole.length)
                            .filter(box -> ran[box] > 0)
                            .boxed()
                            .sorted(
                                    Comparator.comparingDouble(
                                            (Integer box) -> whole[box] - heights[box]))
                            .toList();
            for (int at = 0; missing != 0 && !byLoss.isEmpty(); at++) {
                whole[byLoss.get(at % byLoss.size())] += Long.signum(missing);
                missing -= Long.signum(missing);
            }
            var boxes = new ArrayList<Box>();
            for (int box : byLoss) {
                boxes.add(new Box(box, names.get(box), whole[box], ran[box]));
            }
            boxes.sort(Order.by((Box box) -> -box.heightNanos()).thenComparingInt(Box::number));
            return new BottleGraph(boxes, nobody);
        }
    }
}
