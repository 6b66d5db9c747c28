package dev.lanescope.lab;

import dev.lanescope.concurrency.Observer;
import dev.lanescope.concurrency.RunAborted;
import dev.lanescope.concurrency.knobs.Knobs;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Map;

/// What a further worker takes, and how many threads there are. Crews of one and of some workers
/// render as many pages for each worker, and are looked at while they are still alive. Where only
/// one worker is possible, it is compared with none.
record MemoryCosts(Subject subject) {

    private static final ThreadMXBean JVM_THREADS = ManagementFactory.getThreadMXBean();

    Costs measure() throws RunAborted, InterruptedException, CostException {
        var samples = new Samples();
        int threadsBefore = JVM_THREADS.getThreadCount();
        int few = subject.fewest();
        int many = Math.min(CostCase.MORE_WORKERS, subject.model().workers().most());
        with(few); // loads what the model needs
        Footprint none = Footprint.now();
        Footprint ofFew = with(few);
        samples.add(Figure.THREADS, ofFew.threads() - threadsBefore);
        ofFew.childThreads().ifPresent(threads -> samples.add(Figure.CHILD_THREADS, threads));
        if (many > few) {
            Footprint ofMany = with(many);
            samples.add(Figure.THREADS_OF_MORE, ofMany.threads() - threadsBefore);
            differences(ofFew, ofMany, many - few, samples);
        } else {
            differences(none, ofFew, few, samples);
        }
        return samples.costs();
    }

    private Footprint with(int workers) throws RunAborted, InterruptedException, CostException {
        JVM_THREADS.resetPeakThreadCount();
        Footprint footprint;
        try (var crew = subject.renderers(workers, Knobs.STANDARD, Observer.nobody())) {
            for (int time = 0; time < workers; time++) {
                Subject.perform(crew, subject.pages());
            }
            footprint = Footprint.now();
        }
        Subject.endInterpreters();
        return footprint;
    }

    private static void differences(
            Footprint few, Footprint many, double workers, Samples samples) {
        Map<Figure, Long> before = few.bytes();
        many.bytes()
                .forEach((figure, bytes) ->
                        samples.add(figure, (bytes - before.getOrDefault(figure, 0L)) / workers));
    }
}
