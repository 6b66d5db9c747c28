package dev.lanescope.lab;

import dev.lanescope.concurrency.RunAborted;
import dev.lanescope.concurrency.cpython.PythonModel;
import dev.lanescope.concurrency.knobs.Knobs;

/// What it takes until a crew of one works, and until its first page is done.
record StartCosts(Subject subject) {

    private static final int TIMES = 4;

    Costs measure() throws RunAborted, InterruptedException, CostException {
        var samples = new Samples();
        for (int time = 0; time < TIMES; time++) {
            var watch = new CrewTimes();
            long begun = watch.nanos();
            try (var crew = subject.renderers(subject.fewest(), Knobs.STANDARD, watch)) {
                Subject.perform(crew, subject.pages().subList(0, 1));
            }
            Subject.endInterpreters();
            if (subject.model().isForeign()) {
                samples.add(Figure.PYTHON, (double) (watch.knownSince(PythonModel.CLOCK) - begun));
                samples.add(Figure.IMPORT, (double) watch.importingNanos());
            }
            samples.add(Figure.START, (double) (watch.firstWork() - begun));
            samples.add(Figure.FIRST_PAGE, (double) (watch.firstDone() - begun));
        }
        return samples.costs();
    }
}
