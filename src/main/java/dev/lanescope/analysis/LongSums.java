package dev.lanescope.analysis;

import java.util.Arrays;

/// Sums by key, both plain longs: a table with open addressing, for millions of additions without
/// an object each. [Long#MIN_VALUE] is no key.
final class LongSums {

    /// What is done with each sum.
    @FunctionalInterface
    interface Visitor {
        void sum(long key, long sum);
    }

    private static final long FREE = Long.MIN_VALUE;

    private long[] keys = filled(256);
    private long[] sums = new long[256];
    private int size;

    private static long[] filled(int length) {
        long[] keys = new long[length];
        Arrays.fill(keys, FREE);
        return keys;
    }

    void add(long key, long amount) {
        int at = place(keys, key);
        if (keys[at] == FREE) {
            keys[at] = key;
            size++;
        }
        sums[at] += amount;
        if (size * 2 > keys.length) {
            grow();
        }
    }

    private static int place(long[] keys, long key) {
        int mask = keys.length - 1;
        int at = Long.hashCode(key * 0x9E3779B97F4A7C15L) & mask; // spreads neighbouring keys
        while (keys[at] != FREE && keys[at] != key) {
            at = (at + 1) & mask;
        }
        return at;
    }

    private void grow() {
        long[] moreKeys = filled(keys.length * 2);
        long[] moreSums = new long[keys.length * 2];
        for (int at = 0; at < keys.length; at++) {
            if (keys[at] != FREE) {
                int to = place(moreKeys, keys[at]);
                moreKeys[to] = keys[at];
                moreSums[to] = sums[at];
            }
        }
        keys = moreKeys;
        sums = moreSums;
    }

    /// In no order.
    void forEach(Visitor visitor) {
        for (int at = 0; at < keys.length; at++) {
            if (keys[at] != FREE) {
                visitor.sum(keys[at], sums[at]);
            }
        }
    }
}
