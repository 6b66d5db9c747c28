package dev.lanescope.lab;

import dev.lanescope.concurrency.cpython.PythonCosts;
import dev.lanescope.concurrency.cpython.PythonModel;
import dev.lanescope.concurrency.knobs.Knobs;
import dev.lanescope.concurrency.knobs.Transport;

import java.io.IOException;

/// What one of CPython's executors takes for a task that does nothing, and where pages cross, what
/// it takes to pickle them: as their numbers, with their text, with their whole site.
///
/// @param model the model of the subject
record PythonTaskCosts(Subject subject, PythonModel model) {

    private static final int TASKS = 2_000;
    private static final int TIMES = 5;

    /// A page with its site weighs as much as all pages; more of them say nothing more.
    private static final int MOST_PAGES = 200;

    Costs measure() throws IOException {
        var samples = new Samples();
        try (PythonCosts python = python(Transport.RECORDS)) {
            python.idleNanos(TASKS); // to get going
            for (int time = 0; time < TIMES; time++) {
                samples.add(Figure.EMPTY_TASK, python.idleNanos(TASKS) / (double) TASKS);
            }
        }
        for (Transport transport : Transport.values()) {
            if (transport != Transport.REFERENCE && Figure.refusal(model, transport).isEmpty()) {
                pickle(transport, samples);
            }
        }
        return samples.costs();
    }

    private void pickle(Transport transport, Samples samples) throws IOException {
        int pages =
                Math.min(MOST_PAGES, subject.rendering().asFiles().orElseThrow().entries().size());
        try (PythonCosts python = python(transport)) {
            python.pickled(pages); // to get going
            for (int time = 0; time < TIMES; time++) {
                PythonCosts.Pickled told = python.pickled(pages);
                samples.add(Figure.bytes(transport), told.bytes() / (double) pages);
                samples.add(
                        Figure.time(transport),
                        (told.packNanos() + told.unpackNanos()) / (double) pages);
            }
        }
    }

    private PythonCosts python(Transport transport) throws IOException {
        return model.costs(
                subject.rendering(),
                subject.orders(subject.fewest(), Knobs.STANDARD.with(transport)));
    }
}
