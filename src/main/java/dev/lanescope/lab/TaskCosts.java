package dev.lanescope.lab;

import dev.lanescope.concurrency.Observer;
import dev.lanescope.concurrency.RunAborted;
import dev.lanescope.concurrency.knobs.Knobs;

import java.util.List;
import java.util.stream.IntStream;

/// What it takes to have a task done that does nothing.
record TaskCosts(Subject subject) {

    private static final int TASKS = 2_000;
    private static final int TIMES = 5;

    Costs measure() throws RunAborted, InterruptedException, CostException {
        var samples = new Samples();
        List<Integer> tasks = IntStream.range(0, TASKS).boxed().toList();
        try (var crew =
                subject.hire(
                        new EmptyTasks(), subject.fewest(), Knobs.STANDARD, Observer.nobody())) {
            Subject.perform(crew, tasks); // to get going
            for (int time = 0; time < TIMES; time++) {
                long begun = System.nanoTime();
                Subject.perform(crew, tasks);
                samples.add(Figure.EMPTY_TASK, (System.nanoTime() - begun) / (double) TASKS);
            }
        }
        Subject.endInterpreters();
        return samples.costs();
    }
}
