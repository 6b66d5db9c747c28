package dev.lanescope.analysis.explain;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.analysis.Durations;
import dev.lanescope.analysis.PhaseTime;
import dev.lanescope.analysis.Stretch;
import dev.lanescope.trace.State;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Nothing was left to do while others of the same trade still worked.
///
/// Lanes are held against those that pass items through the same stages; a reader that is done
/// before the writers is no imbalance. Of each such group, and of each phase, what counts is the
/// idle time from a lane's last item to the last item of the group. It is worth saying from
/// [Rule#WORTH_SAYING] on. A page is to blame if it alone covers at least half of the longest idle
/// time; otherwise it is the sharing out.
final class Tail implements Rule {

    private static final int NEVER = -1;

    /// The end of one phase of one group of lanes.
    private record End(long idleNanos, int idleLane, long idleSince, int lastStay, int behind) {}

    @Override
    public Optional<Finding> examine(Examination run) {
        var ends = new ArrayList<End>();
        for (PhaseTime phase : run.phases()) {
            ends.addAll(endsOf(run, phase));
        }
        return ends.stream()
                .max(Order.by(End::idleNanos))
                .filter(end -> run.share(end.idleNanos()) >= WORTH_SAYING)
                .map(end -> finding(run, end));
    }

    private static List<End> endsOf(Examination run, PhaseTime phase) {
        int lanes = run.lanes().size();
        int firstItem = phase.phase().firstItem();
        int[] lastStay = new int[lanes];
        Arrays.fill(lastStay, NEVER);
        long[] stages = new long[lanes];
        Stays stays = run.stays();
        for (int stay = 0; stay < stays.size(); stay++) {
            int item = stays.item(stay);
            if (item >= firstItem && item < firstItem + phase.items()) {
                int lane = stays.lane(stay);
                lastStay[lane] = stay;
                stages[lane] |= stays.stages(stay);
            }
        }
        var ends = new ArrayList<End>();
        boolean[] seen = new boolean[lanes];
        for (int lane = 0; lane < lanes; lane++) {
            if (!seen[lane] && lastStay[lane] >= 0) {
                List<Integer> group = group(stages, lane, seen);
                end(run, group, lastStay).ifPresent(ends::add);
            }
        }
        return ends;
    }

    /// Those that share a stage with a lane, or with one that does.
    private static List<Integer> group(long[] stages, int lane, boolean[] seen) {
        var group = new ArrayList<Integer>();
        long all = stages[lane];
        for (boolean grown = true; grown; ) {
            grown = false;
            for (int other = 0; other < stages.length; other++) {
                if (!seen[other] && (stages[other] & all) != 0) {
                    seen[other] = true;
                    group.add(other);
                    grown |= (stages[other] | all) != all;
                    all |= stages[other];
                }
            }
        }
        seen[lane] = true;
        return group;
    }

    private static Optional<End> end(Examination run, List<Integer> group, int[] lastStay) {
        if (group.size() < 2) {
            return Optional.empty();
        }
        Stays stays = run.stays();
        Comparator<Integer> byEnd = Order.by((Integer lane) -> stays.endNanos(lastStay[lane]));
        int lastLane = group.stream().max(byEnd).orElseThrow();
        int firstLane = group.stream().min(byEnd).orElseThrow();
        long end = stays.endNanos(lastStay[lastLane]);
        long since = stays.endNanos(lastStay[firstLane]);
        long idle = 0;
        for (int lane : group) {
            idle += idle(run, lane, stays.endNanos(lastStay[lane]), end);
        }
        int behind = 0;
        for (int stay = lastStay[lastLane];
                stay >= 0 && stays.lane(stay) == lastLane && stays.startNanos(stay) >= since;
                stay--) {
            behind++;
        }
        return Optional.of(new End(idle, firstLane, since, lastStay[lastLane], behind));
    }

    private static long idle(Examination run, int lane, long from, long to) {
        long[] nanos = new long[run.run().info().states().size()];
        run.lanes().get(lane).add(from, to, nanos);
        long idle = 0;
        for (int state = 0; state < nanos.length; state++) {
            idle += run.run().state(state).kind() == State.Kind.IDLE ? nanos[state] : 0;
        }
        return idle;
    }

    private static Finding finding(Examination run, End end) {
        Stays stays = run.stays();
        int stay = end.lastStay();
        long until = stays.endNanos(stay);
        long idle = until - end.idleSince();
        int lane = stays.lane(stay);
        boolean isOnePage = 2 * stays.nanos(stay) >= idle;
        String why =
                isOnePage
                        ? run.item(stays.item(stay)) + " took " + Durations.text(stays.nanos(stay))
                        : run.laneName(lane)
                                + " still had "
                                + Amounts.count(end.behind(), "item")
                                + " to do";
        return new Finding(
                Illness.TAIL,
                run.share(end.idleNanos()),
                run.laneName(end.idleLane())
                        + " had nothing left to do for "
                        + Durations.text(idle)
                        + " ("
                        + Amounts.percent((double) idle / run.run().endNanos())
                        + " of the run) because "
                        + why
                        + ".",
                List.of(
                        new Stretch(end.idleSince(), until, List.of(end.idleLane())),
                        new Stretch(stays.startNanos(stay), until, List.of(lane))),
                isOnePage ? ofOnePage(run, stay) : ofSharing(run));
    }

    private static Remedy ofOnePage(Examination run, int stay) {
        boolean beganFirst =
                run.phases().stream()
                        .anyMatch(phase ->
                                Math.abs(run.stays().startNanos(stay) - phase.startNanos())
                                        < run.stays().nanos(stay) / 10);
        if (beganFirst || run.knob("scheduling").equals("heaviest-first")) {
            return Remedy.advice("Divide that page: it was begun early, and no order helps.");
        }
        Remedy first =
                Remedy.knob(
                        "Schedule the heaviest first, so that none of them is begun last.",
                        "scheduling",
                        "heaviest-first");
        return isOfQueue(run) ? first : first.under("fixed-pool");
    }

    static Remedy ofSharing(Examination run) {
        if (run.worksApart() && !run.knob("batch").equals("1")) {
            return Remedy.knob("Send pages one by one.", "batch", "1");
        }
        Remedy queue =
                Remedy.knob(
                        "Let whoever is free take the next page from one queue.",
                        "scheduling",
                        "shared-queue");
        String now = run.knob("scheduling");
        boolean isDealt = now.startsWith("round-robin") || now.startsWith("chunks");
        return isOfQueue(run) && !isDealt
                ? Remedy.knob("Schedule the heaviest first.", "scheduling", "heaviest-first")
                : isOfQueue(run) ? queue : queue.under("fixed-pool");
    }

    /// Whether the model takes the knob.
    private static boolean isOfQueue(Examination run) {
        return run.worksApart()
                || run.isOfPython()
                || run.isModel("fixed-pool")
                || run.isModel("gil");
    }
}
