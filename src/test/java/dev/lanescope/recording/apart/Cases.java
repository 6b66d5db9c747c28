package dev.lanescope.recording.apart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/// Programs that are run as cases, each in a JVM of its own.
final class Cases {

    private Cases() {}

    /// One that may take so long.
    static CaseProcess of(Class<?> main, Duration atMost) {
        return new CaseProcess(main, List.of("-Xmx64m"), Map.of(), atMost);
    }

    /// Says where it is, and ends with the exit code that it is given.
    static final class Talker {
        public static void main(String[] args) throws IOException {
            Files.createFile(Path.of(args[0], "left-behind"));
            System.out.println("not the last line");
            System.out.println(args[0]);
            System.exit(Integer.parseInt(args[1]));
        }
    }

    /// Says too much.
    static final class Babbler {
        public static void main(String[] args) {
            System.out.println("blah ".repeat(20_000));
        }
    }

    /// Never ends by itself. Writes its folder and its process id into a file.
    static final class Hanger {
        public static void main(String[] args) throws Exception {
            CaseProcess.endWithParent(Path.of(args[0]));
            Path unfinished = Path.of(args[1] + ".part");
            Files.writeString(unfinished, args[0] + "\n" + ProcessHandle.current().pid());
            Files.move(unfinished, Path.of(args[1]));
            while (true) {
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException _) {
                    // it does not listen
                }
            }
        }
    }

    /// Runs a [Hanger].
    static final class Parent {
        public static void main(String[] args) throws Exception {
            of(Hanger.class, Duration.ofMinutes(5)).run(List.of(args[1]));
        }
    }
}
