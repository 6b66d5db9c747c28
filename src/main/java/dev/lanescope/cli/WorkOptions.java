package dev.lanescope.cli;

import dev.lanescope.concurrency.knobs.Knobs;
import dev.lanescope.concurrency.knobs.Load;

/// What the pages of all runs of a study are made to cost: computing and waiting; every model can.
final class WorkOptions {

    static final String LOAD = "--load";
    private static final String WEIGHT = "--cpu-weight";

    private final Given<String> load;
    private final LatencyOptions latency;
    private final Given<Integer> weight;

    WorkOptions(OptionSheet sheet) {
        load =
                sheet.text(
                        LOAD,
                        "KIND",
                        "What pages mostly do: cpu (each is made 8 times), mixed (2 ms before each read)"
                                + " or io (20 ms); what is given beside it wins. Default: as they are.");
        latency = new LatencyOptions(sheet);
        weight = sheet.number(WEIGHT, "N", "Make the HTML of each page N times. Default: 1.");
    }

    boolean areThere() {
        return load.isThere() || latency.isThere() || weight.isThere();
    }

    /// The knobs with what was asked for.
    ///
    /// @throws TerminalException if there is no such load, or a figure is none
    Knobs on(Knobs knobs) throws TerminalException {
        Knobs loaded =
                load.isThere()
                        ? Ids.find(LOAD, load.get(), Load.values(), Load::id).on(knobs)
                        : knobs;
        if (weight.isThere()) {
            int times = TerminalException.within(WEIGHT, weight.get(), 1, Knobs.MOST_WEIGHT);
            loaded = loaded.withCpuWeight(times);
        }
        return latency.on(loaded);
    }
}
