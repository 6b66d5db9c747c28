package dev.lanescope.concurrency;

/// How many workers a model can be given.
///
/// @param least at least 1
/// @param most at least `least`
/// @param why if only one number is possible, the sentence that says why; otherwise empty
public record WorkerRange(int least, int most, String why) {

    /// More threads than this are a typing error, not an experiment.
    public static final int LIMIT = 1024;

    public WorkerRange {
        if (least < 1 || most < least) {
            throw new IllegalArgumentException("workers from " + least + " to " + most);
        }
        if (least == most && why.isEmpty()) {
            throw new IllegalArgumentException("exactly " + least + " workers, but no reason why");
        }
    }

    /// Any number from 1 to [#LIMIT].
    public static WorkerRange any() {
        return new WorkerRange(1, LIMIT, "");
    }

    /// Exactly this many, for the reason given.
    public static WorkerRange exactly(int workers, String why) {
        return new WorkerRange(workers, workers, why);
    }

    public boolean contains(int workers) {
        return workers >= least && workers <= most;
    }

    public boolean isFixed() {
        return least == most;
    }
}
