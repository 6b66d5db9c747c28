package dev.lanescope.recording.apart;

import jdk.jfr.Recording;

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

    /// Records itself, as cold runs do, and ends as cases do: at once.
    static final class Recorder {
        public static void main(String[] args) throws IOException {
            try (var recording = new Recording()) {
                recording.start();
                Files.createTempFile("left-behind", "");
                System.out.println(ProcessHandle.current().pid());
                CaseProcess.over();
            }
        }
    }

    /// Says too much.
    static final class Babbler {
        public static void main(String[] args) {
            System.out.println("blah ".repeat(20_000));
        }
    }

    /// Says in a file where it is and what its process id is.
    private static void announce(String[] args) throws IOException {
        CaseProcess.endWithParent(Path.of(args[0]));
        Path unfinished = Path.of(args[1] + ".part");
        Files.writeString(unfinished, args[0] + "\n" + ProcessHandle.current().pid());
        Files.move(unfinished, Path.of(args[1]));
    }

    /// Ends when it is told to.
    static final class Listener {
        public static void main(String[] args) throws Exception {
            announce(args);
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException _) {
                CaseProcess.over();
            }
        }
    }

    /// Never ends by itself.
    static final class Hanger {
        public static void main(String[] args) throws Exception {
            announce(args);
            while (true) {
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException _) {
                    // it does not listen
                }
            }
        }
    }

    /// Runs another case, of the class that it is given.
    static final class Parent {
        public static void main(String[] args) throws Exception {
            of(Class.forName(args[2]), Duration.ofMinutes(5)).run(List.of(args[1]));
        }
    }
}
