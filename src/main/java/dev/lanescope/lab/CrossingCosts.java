package dev.lanescope.lab;

import dev.lanescope.concurrency.RunAborted;
import dev.lanescope.concurrency.knobs.Knobs;
import dev.lanescope.concurrency.knobs.Transport;

/// What it takes that a page crosses to where its worker lives, and its result back, by each
/// transport there is.
record CrossingCosts(Subject subject) {

    private static final int TIMES = 3;

    Costs measure() throws RunAborted, InterruptedException, CostException {
        var samples = new Samples();
        for (Transport transport : Transport.values()) {
            if (transport != Transport.REFERENCE
                    && Figure.refusal(subject.model(), transport).isEmpty()) {
                measure(transport, samples);
            }
        }
        return samples.costs();
    }

    private void measure(Transport transport, Samples samples)
            throws RunAborted, InterruptedException, CostException {
        var watch = new CrewTimes();
        int pages = subject.pages().size();
        Knobs knobs = Knobs.STANDARD.with(transport);
        try (var crew = subject.renderers(subject.fewest(), knobs, watch)) {
            Subject.perform(crew, subject.pages()); // to get going
            for (int time = 0; time < TIMES; time++) {
                double bytes = watch.bytes();
                double nanos = watch.crossingNanos();
                Subject.perform(crew, subject.pages());
                samples.add(Figure.bytes(transport), (watch.bytes() - bytes) / pages);
                samples.add(Figure.time(transport), (watch.crossingNanos() - nanos) / pages);
            }
        }
        Subject.endInterpreters();
    }
}
