package dev.lanescope.concurrency.crossing;

import dev.lanescope.concurrency.Workload;
import dev.lanescope.concurrency.kit.Batch;
import dev.lanescope.concurrency.kit.Shares;
import dev.lanescope.concurrency.kit.Shares.Share;
import dev.lanescope.concurrency.knobs.Knobs;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.stream.IntStream;

/// The items of one call of `perform`, and which of them no child has been given yet.
public final class Job<I, R> {

    private final Batch<I, R> batch;
    private final List<Queue<Share>> queues = new ArrayList<>();
    private final List<Queue<Integer>> begun = new ArrayList<>();
    private final int[] left;
    private final int[] takers;
    private final int atOnce;

    /// @param children how many of them take from it
    public Job(Batch<I, R> batch, Workload<I, ?, R> workload, Knobs knobs, int children) {
        this(batch, workload, knobs, Collections.nCopies(children, 1));
    }

    /// @param threads how many each child has
    public Job(Batch<I, R> batch, Workload<I, ?, R> workload, Knobs knobs, List<Integer> threads) {
        this.batch = batch;
        this.atOnce = knobs.batch();
        int[] owners = owners(threads);
        boolean dealt = Shares.queues(knobs.scheduling(), 2) > 1;
        this.left = new int[dealt ? threads.size() : 1];
        this.takers = new int[left.length];
        for (int owner : owners) {
            takers[dealt ? owner : 0]++;
        }
        for (int queue = 0; queue < left.length; queue++) {
            queues.add(new ArrayDeque<>());
        }
        threads.forEach(_ -> begun.add(new ArrayDeque<>()));
        int hands = dealt ? owners.length : 1;
        for (Share share : Shares.of(batch, workload, knobs.scheduling(), hands)) {
            int queue = dealt ? owners[share.queue()] : 0;
            queues.get(queue).add(share);
            left[queue] += share.items().size();
        }
    }

    /// Whose each thread is, in the order in which items are dealt out to them.
    private static int[] owners(List<Integer> threads) {
        return IntStream.range(0, threads.size())
                .flatMap(child -> IntStream.generate(() -> child).limit(threads.get(child)))
                .toArray();
    }

    public Batch<I, R> batch() {
        return batch;
    }

    /// The next items for a child: as many as cross at once, but never more than one thread's part
    /// of what is left, so that at the end nobody has much while others have nothing. What a child
    /// has begun of several items to be taken at once stays with it.
    ///
    /// @return indexes; empty if nothing is left for this child
    public synchronized List<Integer> take(int child) {
        int queue = child % queues.size();
        int most = Math.min(atOnce, Math.ceilDiv(left[queue], takers[queue]));
        Queue<Integer> mine = begun.get(child);
        List<Integer> items = new ArrayList<>();
        while (items.size() < most && !isEmptyFor(child)) {
            if (mine.isEmpty()) {
                mine.addAll(queues.get(queue).remove().items());
            }
            items.add(mine.remove());
        }
        left[queue] -= items.size();
        return items;
    }

    public synchronized boolean isEmptyFor(int child) {
        return begun.get(child).isEmpty() && queues.get(child % queues.size()).isEmpty();
    }
}
