package dev.lanescope.concurrency.cpython;

import dev.lanescope.concurrency.Observer;

import java.io.IOException;

/// A Python that is asked what its executor takes by itself, apart from what pages take. All times
/// are by its own clock.
public final class PythonCosts implements AutoCloseable {

    private final PythonProcess python;
    private final Job job;

    private PythonCosts(PythonProcess python, Job job) {
        this.python = python;
        this.job = job;
    }

    static PythonCosts start(PythonProcess python, Job job) throws IOException {
        var costs = new PythonCosts(python, job);
        try {
            python.greet(Observer.nobody());
            python.say(job.json());
            return costs;
        } catch (IOException e) {
            python.kill();
            costs.close();
            throw e;
        }
    }

    /// What it took to pack pages and to unpack them again.
    public record Pickled(long bytes, long packNanos, long unpackNanos) {}

    /// How long it takes to have tasks done that do nothing, all handed in at once.
    public long idleNanos(int tasks) throws IOException {
        python.say("{\"idle\":" + tasks + "}");
        return answer(Said.Idled.class).nanos();
    }

    /// Packs the first pages as the job says, in one thread, and unpacks them.
    public Pickled pickled(int pages) throws IOException {
        python.say(job.pickle(pages));
        var told = answer(Said.Pickled.class);
        return new Pickled(told.bytes(), told.packNanos(), told.unpackNanos());
    }

    /// What it says besides, e.g. that a worker has come, is of no interest.
    private <S extends Said> S answer(Class<S> kind) throws IOException {
        while (true) {
            Said said = python.hear();
            if (said == null) {
                throw new IOException(python.name() + " has ended while it was measured");
            }
            if (kind.isInstance(said)) {
                return kind.cast(said);
            }
        }
    }

    @Override
    public void close() {
        python.close();
    }
}
