package dev.lanescope.cli;

import dev.lanescope.concurrency.knobs.Knobs;

import java.util.stream.Stream;

/// How long a run waits where a slow disk or network would make it wait; every model can.
final class LatencyOptions {

    static final String READ = "--read-latency";
    static final String WRITE = "--write-latency";

    private final Given<String> read;
    private final Given<String> write;

    LatencyOptions(OptionSheet sheet) {
        read = sheet.text(READ, "TIME", "Wait before each read, such as 20ms. Default: none.");
        write = sheet.text(WRITE, "TIME", "Wait before each write, such as 20ms. Default: none.");
    }

    boolean isThere() {
        return Stream.of(read, write).anyMatch(Given::isThere);
    }

    /// The knobs with what was asked for.
    ///
    /// @throws TerminalException if it is no time
    Knobs on(Knobs knobs) throws TerminalException {
        return knobs.withLatency(
                read.isThere() ? TimeText.parse(READ, read.get()) : knobs.readLatency(),
                write.isThere() ? TimeText.parse(WRITE, write.get()) : knobs.writeLatency());
    }
}
