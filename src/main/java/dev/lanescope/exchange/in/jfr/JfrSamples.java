package dev.lanescope.exchange.in.jfr;

import dev.lanescope.analysis.Durations;
import dev.lanescope.exchange.in.foreign.ForeignTrace;
import dev.lanescope.trace.Refusal;
import dev.lanescope.trace.State;

import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordedThread;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which method a thread was in when it was looked at. It counts as being there until something
/// else is known of the thread, but no longer than until the next look.
final class JfrSamples {

    private static final String JAVA = "jdk.ExecutionSample";
    private static final String NATIVE = "jdk.NativeMethodSample";
    private static final String CPU = "jdk.CPUTimeSample";
    private static final Duration USUAL = Duration.ofMillis(20);
    private static final Pattern PERIOD = Pattern.compile("(\\d{1,9}) ?(ns|us|ms|s)");

    private final ForeignTrace trace;
    private final JfrThreads threads;
    private final Map<Long, Long> periods = new HashMap<>();
    private long samples;
    private long longest;

    JfrSamples(ForeignTrace trace, JfrThreads threads) {
        this.trace = trace;
        this.threads = threads;
    }

    boolean take(RecordedEvent event, Stretch when) throws Refusal {
        return switch (event.getEventType().getName()) {
            case JAVA -> sample(event, "sampledThread", when, State.Kind.WORK);
            case NATIVE -> sample(event, "sampledThread", when, State.Kind.IO);
            case CPU -> sample(event, "eventThread", when, State.Kind.WORK);
            case "jdk.ActiveSetting" -> {
                readSetting(event);
                yield false;
            }
            default -> false;
        };
    }

    private boolean sample(RecordedEvent event, String field, Stretch when, State.Kind kind)
            throws Refusal {
        RecordedThread thread = Fields.thread(event, field);
        if (thread == null) {
            return false;
        }
        RecordedStackTrace stack = event.getStackTrace();
        boolean known = stack != null && !stack.getFrames().isEmpty();
        String method = known ? Fields.method(stack.getFrames().getFirst().getMethod()) : "";
        long period = periods.getOrDefault(event.getEventType().getId(), USUAL.toNanos());
        threads.lane(thread)
                .softSlice(
                        when.start(),
                        when.start() + period,
                        trace.names().of(method.isEmpty() ? "unknown method" : method, kind));
        samples++;
        longest = Math.max(longest, period);
        return true;
    }

    private void readSetting(RecordedEvent event) {
        if (Fields.text(event, "name").equals("period")) {
            Matcher period = PERIOD.matcher(Fields.text(event, "value"));
            if (period.matches()) {
                long unit =
                        switch (period.group(2)) {
                            case "ns" -> 1;
                            case "us" -> 1_000;
                            case "ms" -> 1_000_000;
                            default -> 1_000_000_000;
                        };
                periods.put(Fields.whole(event, "id"), Long.parseLong(period.group(1)) * unit);
            }
        }
    }

    void finish() {
        if (samples > 0) {
            trace.troubles()
                    .remark(
                            "What ran was sampled: a method counts from its sample until something"
                                    + " else is known of its thread, at most "
                                    + Durations.text(longest)
                                    + ". Short waits are missing where the recording had a"
                                    + " threshold.");
        }
    }
}
