package dev.lanescope.chart;

import java.util.Random;

/// Windows of time for tests.
final class Windows {

    private Windows() {}

    /// A window on a run, from all of it to a few nanoseconds, and now and then beyond its edges.
    static TimeWindow random(Random random, long endNanos) {
        TimeWindow fit = TimeWindow.fit(endNanos);
        double zoom = Math.pow(2, random.nextDouble(0, 14));
        double moment = random.nextDouble() * endNanos;
        TimeWindow window = fit.zoomed(zoom, moment).clamped(endNanos);
        double away = random.nextInt(5) == 0 ? window.nanos() * random.nextDouble(-1, 1) : 0;
        return random.nextInt(5) == 0 ? fit : window.panned(away);
    }
}
