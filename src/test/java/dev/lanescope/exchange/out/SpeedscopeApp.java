package dev.lanescope.exchange.out;

import static org.assertj.core.api.Assumptions.assumeThat;

import dev.lanescope.Chromium;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// speedscope as its makers release it: its npm package, fetched once by npm and kept in `target`.
final class SpeedscopeApp {

    private static final String VERSION = "1.25.0";
    private static final Path KEPT = Path.of("target", "npm").toAbsolutePath();

    private SpeedscopeApp() {}

    /// A copy of the app in a folder; its page is `index.html`.
    static Path orSkip(Path folder) throws Exception {
        Path archive = KEPT.resolve("speedscope-" + VERSION + ".tgz");
        Optional<Path> npm = Chromium.onThePath("npm");
        if (!Files.exists(archive) && npm.isPresent()) {
            Files.createDirectories(KEPT);
            carryOut(KEPT, npm.get().toString(), "pack", "--silent", "speedscope@" + VERSION);
        }
        assumeThat(archive)
                .as("npm cannot fetch speedscope %s: it is not tested with our files", VERSION)
                .exists();
        carryOut(folder, "tar", "xzf", archive.toString());
        return folder.resolve("package/dist/release");
    }

    private static void carryOut(Path folder, String... command)
            throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(List.of(command))
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly().waitFor();
        }
    }
}
