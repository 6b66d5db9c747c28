package dev.lanescope.concurrency.threads;

/// A carrier in the stead of one that a hanging page keeps. What was not given is not taken back,
/// or the JVM would be left with fewer carriers than it had. Used under the lock of one seat's
/// watch.
final class SpareCarrier {

    private boolean given;

    /// The page hangs.
    void give() {
        given = Carriers.oneMore();
    }

    /// The page has come back, and its carrier with it.
    void takeBack() {
        if (given) {
            given = false;
            Carriers.oneLess();
        }
    }
}
