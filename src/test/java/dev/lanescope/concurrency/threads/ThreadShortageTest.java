package dev.lanescope.concurrency.threads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.concurrency.Observer;
import dev.lanescope.concurrency.Orders;
import dev.lanescope.concurrency.RunAborted;
import dev.lanescope.concurrency.StopSignal;
import dev.lanescope.concurrency.Sums;
import dev.lanescope.concurrency.catalog.Models;

import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/// What happens when the system gives fewer threads than were ordered: a sentence, and an end.
@EnabledOnOs(OS.LINUX)
class ThreadShortageTest {

    private static final int WORKERS = 64;

    /// Each thread wants so much of the address space that some ten of them are all there can be.
    private static final String SCARCE =
            "ulimit -v 6000000; MALLOC_ARENA_MAX=1 exec \"$0\" -Xss256m -Xmx64m -XX:+UseSerialGC"
                    + " -XX:CompressedClassSpaceSize=32m -XX:ReservedCodeCacheSize=32m"
                    + " -XX:TieredStopAtLevel=1 -Xshare:off -classpath \"$1\" \"$2\" \"$3\"";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fixed-pool",
                "thread-per-page",
                "work-stealing",
                "event-loop-offload",
                "staged",
                "gil"
            })
    void a_run_that_gets_too_few_threads_ends_with_a_sentence(String model) throws Exception {
        Process process =
                new ProcessBuilder(
                                "sh",
                                "-c",
                                SCARCE,
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                System.getProperty("java.class.path"),
                                Scarce.class.getName(),
                                model)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("it ends").isTrue();
            String said =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(said.lines().filter(line -> line.startsWith("ABORTED")))
                    .singleElement()
                    .asString()
                    .endsWith("threads could be started; use fewer");
        } finally {
            process.destroyForcibly();
        }
    }

    /// A run with too many workers for its process.
    static final class Scarce {
        public static void main(String[] args) throws Exception {
            List<Integer> items = IntStream.range(0, 1000).boxed().toList();
            try {
                Models.byId(args[0])
                        .orElseThrow()
                        .run(
                                Sums.thatBlock(),
                                items,
                                Orders.of(WORKERS),
                                Observer.nobody(),
                                new StopSignal());
            } catch (RunAborted e) {
                System.out.println("ABORTED " + e.getMessage());
            }
            System.out.flush();
            Runtime.getRuntime().halt(0);
        }
    }
}
