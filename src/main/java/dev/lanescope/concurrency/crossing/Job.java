package dev.lanescope.concurrency.crossing;

import dev.lanescope.concurrency.Workload;
import dev.lanescope.concurrency.kit.Batch;
import dev.lanescope.concurrency.kit.Shares;
import dev.lanescope.concurrency.kit.Shares.Share;
import dev.lanescope.concurrency.knobs.Knobs;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/// The items of one call of `perform`, and which of them no child has been given yet.
public final class Job<I, R> {

    private final Batch<I, R> batch;
    private final List<Queue<Share>> queues = new ArrayList<>();
    private final int[] left;
    private final int children;
    private final int atOnce;

    /// @param children how many of them take from it
    public Job(Batch<I, R> batch, Workload<I, ?, R> workload, Knobs knobs, int children) {
        this.batch = batch;
        this.children = children;
        this.atOnce = knobs.batch();
        int count = Shares.queues(knobs.scheduling(), children);
        this.left = new int[count];
        for (int queue = 0; queue < count; queue++) {
            queues.add(new ArrayDeque<>());
        }
        for (Share share : Shares.of(batch, workload, knobs.scheduling(), count)) {
            queues.get(share.queue()).add(share);
            left[share.queue()] += share.items().size();
        }
    }

    public Batch<I, R> batch() {
        return batch;
    }

    /// The next items for a child: as many as cross at once, but never more than its part of what
    /// is left, so that at the end nobody has much while others have nothing.
    ///
    /// @return indexes; empty if nothing is left for this child
    public synchronized List<Integer> take(int child) {
        int queue = child % queues.size();
        int part = Math.ceilDiv(left[queue] * queues.size(), children);
        List<Integer> items = new ArrayList<>();
        Queue<Share> shares = queues.get(queue);
        while (items.size() < Math.min(atOnce, part) && !shares.isEmpty()) {
            items.addAll(shares.remove().items());
        }
        left[queue] -= items.size();
        return items;
    }

    public synchronized boolean isEmptyFor(int child) {
        return queues.get(child % queues.size()).isEmpty();
    }
}
