package dev.lanescope.concurrency.processes;

import dev.lanescope.concurrency.crossing.Job;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;

/// What the child of one post has been given and has not answered, and what it has to be given
/// again because its predecessor died of something.
///
/// Usually two batches a thread are under way, so that a thread that is through with one finds the
/// next. What a dead child had not answered is suspected: each of these items is tried with nothing
/// else under way, and one that kills a child in spite of that is the culprit. If it is known which
/// item was to blame, the others are simply given again.
final class Ledger {

    private static final int BATCHES_A_THREAD = 2;

    /// Items that were given at once.
    private static final class Parcel {
        int open;
    }

    /// What is to be done with what a dead child had not answered.
    ///
    /// @param failed items that are given up
    /// @param died whether they killed their child, or else took too long
    record Verdict(List<Integer> failed, boolean died) {}

    private final int child;
    private final int window;
    private final Map<Integer, Parcel> open = new HashMap<>();
    private final Queue<Integer> suspects = new ArrayDeque<>();
    private final Queue<Integer> again = new ArrayDeque<>();
    private int parcels;
    private boolean isTrial;

    /// @param child its number in the crew
    Ledger(int child, int threads) {
        this.child = child;
        this.window = BATCHES_A_THREAD * threads;
    }

    /// The items to be given next; empty if none are now.
    List<Integer> next(Job<?, ?> job) {
        List<Integer> items = new ArrayList<>();
        if (!suspects.isEmpty() || isTrial) {
            if (!open.isEmpty() || suspects.isEmpty()) {
                return items;
            }
            isTrial = true;
            items.add(suspects.remove());
        } else if (parcels < window) {
            if (again.isEmpty()) {
                items.addAll(job.take(child));
            } else {
                items.add(again.remove());
            }
        }
        give(items);
        return items;
    }

    private void give(List<Integer> items) {
        if (items.isEmpty()) {
            return;
        }
        var parcel = new Parcel();
        parcel.open = items.size();
        parcels++;
        items.forEach(item -> open.put(item, parcel));
    }

    boolean isOpen(int item) {
        return open.containsKey(item);
    }

    /// How many items are under way.
    int size() {
        return open.size();
    }

    /// An item is answered; false if it was not under way.
    boolean answered(int item) {
        Parcel parcel = open.remove(item);
        if (parcel == null) {
            return false;
        }
        if (--parcel.open == 0) {
            parcels--;
        }
        if (open.isEmpty()) {
            isTrial = false;
        }
        return true;
    }

    /// Whether the child will be given nothing more of this job.
    boolean isExhausted(Job<?, ?> job) {
        return suspects.isEmpty() && again.isEmpty() && job.isEmptyFor(child);
    }

    /// The child is dead.
    ///
    /// @param overdue items for which it was killed
    /// @param silent whether it was killed because nothing was heard of it
    Verdict buried(Set<Integer> overdue, boolean silent) {
        List<Integer> late = open.keySet().stream().filter(overdue::contains).toList();
        List<Integer> failed = late.isEmpty() && isTrial ? List.copyOf(open.keySet()) : late;
        for (int item : open.keySet()) {
            if (!failed.contains(item)) {
                (late.isEmpty() ? suspects : again).add(item);
            }
        }
        open.clear();
        parcels = 0;
        isTrial = false;
        return new Verdict(failed, late.isEmpty() && !silent);
    }
}
