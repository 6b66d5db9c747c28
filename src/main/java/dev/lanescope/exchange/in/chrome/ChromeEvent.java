package dev.lanescope.exchange.in.chrome;

import java.util.ArrayList;
import java.util.List;

/// One event as it stands in the file; filled anew for each.
final class ChromeEvent {

    /// So many numbers of one counter event are read.
    static final int MOST_SERIES = 64;

    /// A number in the event's arguments.
    record Series(String key, double value) {}

    String name = "";
    String category = "";
    String phase = "";
    String scope = "";
    String process = "";
    String thread = "";
    String id = "";
    String bindId = "";
    String bindingPoint = "";
    boolean flowsIn;
    boolean flowsOut;
    String argumentName = "";
    double sortIndex;
    long nanos;
    long duration;
    final List<Series> series = new ArrayList<>();

    void clear() {
        name = "";
        category = "";
        phase = "";
        scope = "";
        process = "";
        thread = "";
        id = "";
        bindId = "";
        bindingPoint = "";
        flowsIn = false;
        flowsOut = false;
        argumentName = "";
        sortIndex = 0;
        nanos = Micros.NONE;
        duration = Micros.NONE;
        series.clear();
    }
}
