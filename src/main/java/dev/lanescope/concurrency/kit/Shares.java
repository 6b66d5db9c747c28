package dev.lanescope.concurrency.kit;

import dev.lanescope.concurrency.Workload;
import dev.lanescope.concurrency.knobs.Scheduling;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// In which portions, in which order and from which queue the items of a batch are taken.
public final class Shares {

    private Shares() {}

    /// Some items that are taken at once.
    ///
    /// @param queue which queue they wait in, from 0
    /// @param items their indexes in the batch
    public record Share(int queue, List<Integer> items) {}

    /// All shares of a batch, in the order in which they are taken.
    ///
    /// @param queues how many there are: one for all, or one for each worker
    public static <I> List<Share> of(
            Batch<I, ?> batch, Workload<I, ?, ?> workload, Scheduling scheduling, int queues) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, batch.size()).boxed().toList());
        if (scheduling.order() == Scheduling.Order.HEAVIEST_FIRST) {
            order.sort(
                    Comparator.comparingLong((Integer index) -> workload.weight(batch.item(index)))
                            .reversed());
        }
        List<Share> shares = new ArrayList<>();
        for (int from = 0; from < order.size(); from += scheduling.chunk()) {
            int to = Math.min(from + scheduling.chunk(), order.size());
            shares.add(new Share(shares.size() % queues, List.copyOf(order.subList(from, to))));
        }
        return shares;
    }

    /// How many queues a way of scheduling takes.
    public static int queues(Scheduling scheduling, int workers) {
        return scheduling.order() == Scheduling.Order.ROUND_ROBIN ? workers : 1;
    }
}
