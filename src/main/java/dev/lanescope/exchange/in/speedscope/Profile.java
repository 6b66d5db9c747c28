package dev.lanescope.exchange.in.speedscope;

import dev.lanescope.trace.Allowance;
import dev.lanescope.trace.Refusal;

import java.util.Arrays;

/// One profile as it stands in the file, before its frames are known, for they may come last.
///
/// An evented profile is a list of moments with the frame that opens or closes there, a sampled one
/// a list of weights, each with a stack of frames.
final class Profile {

    static final int MOST_STACK = 10_000;

    private final Allowance allowance;
    String name = "";
    String unit = "";
    String type = "";
    double startValue;
    boolean hasEvents;

    /// Evented: the moments. Sampled: the weights.
    private double[] amounts = new double[64];

    private int amountCount;

    /// Evented: the frame of each event, complemented where it closes. Sampled: all stacks behind
    /// each other, each after its length.
    private int[] frames = new int[64];

    private int frameCount;
    int samples;

    Profile(Allowance allowance) {
        this.allowance = allowance;
    }

    void addAmount(double amount) throws Refusal {
        if (amountCount == amounts.length) {
            allowance.spend(8L * amountCount);
            amounts = Arrays.copyOf(amounts, grown(amountCount));
        }
        amounts[amountCount++] = amount;
    }

    void addFrame(int frame) throws Refusal {
        if (frameCount == frames.length) {
            allowance.spend(4L * frameCount);
            frames = Arrays.copyOf(frames, grown(frameCount));
        }
        frames[frameCount++] = frame;
    }

    private int grown(int size) throws Refusal {
        if (size > 1 << 29) {
            throw new Refusal("has more events in a profile than can be shown");
        }
        return 2 * size;
    }

    void setFrame(int at, int frame) {
        frames[at] = frame;
    }

    int amounts() {
        return amountCount;
    }

    double amount(int index) {
        return amounts[index];
    }

    int frames() {
        return frameCount;
    }

    int frame(int index) {
        return frames[index];
    }
}
