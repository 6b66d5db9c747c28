package dev.lanescope.pipeline;

import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/// Prints how the time for each [PathologicalText] grows when the text does: all stages of the
/// page, in milliseconds, for pages of 10 KB, 100 KB, 200 KB and 1 MB; what takes longer than the
/// limit is given up. Arguments: a part of the names to measure, if not all.
///
/// Run it when nothing else runs: `mvn test-compile exec:exec@pathological`.
final class PathologicalGrowth {

    private static final int[] SIZES = {10_000, 100_000, 200_000, 1_000_000};
    private static final long LIMIT_SECONDS = 5;

    private PathologicalGrowth() {}

    public static void main(String[] arguments) throws InterruptedException {
        String part = arguments.length == 0 ? "" : arguments[0];
        for (int warmUp = 0; warmUp < 3; warmUp++) {
            for (PathologicalText text : PathologicalText.ALL) {
                outcome(text.text(2_000));
            }
        }
        for (PathologicalText text : PathologicalText.ALL) {
            if (text.name().contains(part)) {
                var line = new StringBuilder("%-42s".formatted(text.name()));
                for (int size : SIZES) {
                    String outcome = outcome(text.text(size));
                    line.append("%14s".formatted(outcome));
                    if (outcome.startsWith(">")) {
                        break;
                    }
                }
                System.out.println(line);
            }
        }
        System.exit(0); // whatever was given up is still busy
    }

    private static String outcome(String text) throws InterruptedException {
        var outcome = new AtomicReference<>("> " + LIMIT_SECONDS + " s");
        Thread thread = Thread.ofPlatform().daemon().start(() -> outcome.set(timed(text)));
        thread.join(TimeUnit.SECONDS.toMillis(LIMIT_SECONDS));
        return outcome.get();
    }

    private static String timed(String text) {
        try {
            var site = new SmallSite(Files.createTempDirectory("pathological"));
            site.with("page.md", text);
            long start = System.nanoTime();
            List<String> failures = site.render();
            double millis = (System.nanoTime() - start) / 1e6;
            String how = failures.isEmpty() ? "" : " refused";
            return String.format(Locale.ROOT, "%.0f%s", millis, how);
        } catch (OutOfMemoryError _) {
            return "> memory";
        } catch (Exception e) {
            throw new IllegalStateException(text.substring(0, Math.min(20, text.length())), e);
        }
    }
}
