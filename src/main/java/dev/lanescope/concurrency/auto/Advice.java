package dev.lanescope.concurrency.auto;

import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.concurrency.knobs.Knobs;
import dev.lanescope.concurrency.threads.FixedPool;
import dev.lanescope.concurrency.threads.Sequential;
import dev.lanescope.concurrency.threads.VirtualThreads;

import java.util.Locale;

/// Which model fits what a probe found, with how many workers, and why.
///
/// @param why one sentence for people, with the figures it rests on
record Advice(ConcurrencyModel model, int workers, String why) {

    /// Work that computes less than this share of its time mostly waits. Half: below it, one core
    /// can serve two threads.
    private static final double COMPUTES = 0.5;

    /// What starting a thread and waking it takes, by far; sharing out less work than this costs
    /// more than it brings.
    private static final long WORTH_SHARING_NANOS = 500_000;

    /// Waiting less than this, in all of the probe, is no reason for anything.
    private static final long SHORTEST_WAIT_NANOS = 1_000_000;

    /// Whether items spend most of their time waiting.
    static boolean waits(Probe probe) {
        return probe.cpuShare() < COMPUTES && probe.waitedNanos() >= SHORTEST_WAIT_NANOS;
    }

    /// What was chosen and why.
    String words() {
        return model.id() + " with " + workers + (workers == 1 ? " worker. " : " workers. ") + why;
    }

    /// @param rest what the items weigh that are left
    /// @param most how many workers there may be
    static Advice on(Probe probe, long rest, int most, int cores, Knobs knobs) {
        int workers = Math.min(most, cores);
        if (waits(probe)) {
            return waiting(probe, workers, most, cores, knobs);
        }
        long left = probe.nanosFor(rest);
        if (workers > 1 && left >= WORTH_SHARING_NANOS) {
            return new Advice(
                    new FixedPool(), workers, found(probe) + ", and " + room(most, cores));
        }
        String why =
                workers == 1
                        ? (cores == 1 ? "there is one core" : "one worker is all that was allowed")
                        : String.format(
                                Locale.ROOT,
                                "the rest takes %.1f ms, too little to share",
                                left / 1e6);
        return new Advice(new Sequential(), 1, found(probe) + ", and " + why + ".");
    }

    private static Advice waiting(Probe probe, int workers, int most, int cores, Knobs knobs) {
        var virtual = new VirtualThreads();
        if (virtual.refusal(knobs).isEmpty()) {
            return new Advice(
                    virtual, workers, found(probe) + ", so each gets a virtual thread to wait in.");
        }
        int threads = (int) Math.clamp(Math.ceil(cores / probe.cpuShare()), 1, most);
        return new Advice(
                new FixedPool(),
                threads,
                found(probe)
                        + (threads < most
                                ? ", so " + threads + " threads keep " + cores + " cores busy."
                                : ", so there are as many threads as were allowed."));
    }

    private static String room(int most, int cores) {
        return most < cores
                ? most + " of " + cores + " cores are all that was allowed."
                : "there are " + cores + " cores: a thread for each.";
    }

    private static String found(Probe probe) {
        return String.format(
                Locale.ROOT,
                "The first %s %.0f %% of the time",
                probe.items() == 1 ? "page computes" : probe.items() + " pages compute",
                probe.cpuShare() * 100);
    }
}
