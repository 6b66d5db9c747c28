package dev.lanescope.concurrency.knobs;

import java.time.Duration;

/// What the same pages are made to be mostly: computing, both, or waiting for a disk. How work
/// scales depends on that before anything else. All write the same bytes.
///
/// The disk is simulated: it answers any number of pages at once, each after the same time.
public enum Load {
    CPU("cpu", "CPU", "Each page is made eight times: it computes, and hardly reads.", 8, 0),
    MIXED("mixed", "Mixed", "As usual, with 2 ms before each read.", 1, 2),
    IO("io", "I/O", "As usual, with 20 ms before each read: it mostly waits.", 1, 20);

    private final String id;
    private final String title;
    private final String sentence;
    private final int cpuWeight;
    private final int readMillis;

    Load(String id, String title, String sentence, int cpuWeight, int readMillis) {
        this.id = id;
        this.title = title;
        this.sentence = sentence;
        this.cpuWeight = cpuWeight;
        this.readMillis = readMillis;
    }

    /// What `--load` takes.
    public String id() {
        return id;
    }

    /// The name for people.
    public String title() {
        return title;
    }

    /// What it does, in one sentence.
    public String sentence() {
        return sentence;
    }

    public int cpuWeight() {
        return cpuWeight;
    }

    /// Before each read.
    public Duration readLatency() {
        return Duration.ofMillis(readMillis);
    }

    /// The same knobs with those that make the load in its positions.
    public Knobs on(Knobs knobs) {
        return knobs.withCpuWeight(cpuWeight).withLatency(readLatency(), Duration.ZERO);
    }
}
