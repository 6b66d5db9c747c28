package dev.lanescope.concurrency.processes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.concurrency.Observer;
import dev.lanescope.concurrency.Sums;
import dev.lanescope.concurrency.knobs.Knobs;
import dev.lanescope.concurrency.processes.wire.Bytes;
import dev.lanescope.concurrency.processes.wire.Message;
import dev.lanescope.concurrency.processes.wire.Message.Piece;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/// The cache of classes from which children start.
class TrainedCacheTest {

    private static final long HEAP = 256 << 20;

    @TempDir private Path temp;

    @Test
    void a_program_in_class_folders_has_none() {
        var program = new JavaCommand(System.getProperty("java.class.path"), HEAP, true);
        assertThat(TrainedCache.of(temp, program)).isEmpty();
    }

    @Test
    void another_process_makes_it_once_and_children_start_with_it() throws Exception {
        var program = new JavaCommand(onlyJars(), HEAP, true);
        Path folder = temp.resolve("cache");
        Files.createDirectories(folder);
        Files.createFile(folder.resolve("children-0123456789abcdef.aot")); // of an older version
        TrainedCache cache = TrainedCache.of(folder, program).orElseThrow();
        assertThat(cache.file()).isEmpty();

        var setup = setup();
        Process trainer = cache.train(setup, lesson()).orElseThrow();
        assertThat(cache.train(setup, lesson())).as("it is being made").isEmpty();
        assertThat(trainer.waitFor()).isZero();
        Path file = cache.file().orElseThrow();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files)
                    .as("nothing else is left")
                    .containsExactlyInAnyOrder(file, Path.of(file + ".tried"));
        }

        Files.delete(file);
        assertThat(cache.train(setup, lesson())).as("it was tried just now").isEmpty();
        Path tried = Path.of(file + ".tried");
        Files.setLastModifiedTime(tried, FileTime.from(Instant.now().minus(2, ChronoUnit.HOURS)));
        Process second = cache.train(setup, lesson()).orElseThrow();
        assertThat(second.waitFor()).as("a try of long ago does not count").isZero();

        ProcessBuilder command = program.worker(Optional.of(file));
        command.command().add(1, "-XX:AOTMode=on"); // or else it would start without
        Child child = new Launch(setup, Observer.nobody()).start(command, 1, "child", _ -> {});
        child.line().send(new Message.End());
        assertThat(child.bury()).isZero();
    }

    private static Message.Setup setup() {
        var recipe = new Sums().recipe();
        return new Message.Setup(
                recipe.kitchen(), Bytes.copyOf(recipe.ingredients()), Knobs.STANDARD, 1, "", false);
    }

    private static List<Piece> lesson() throws IOException {
        List<Piece> pieces = new ArrayList<>();
        for (int item = 0; item < 20; item++) {
            pieces.add(new Piece(item, Piece.WHOLE, Bytes.of(item, new Sums().itemForm())));
        }
        return pieces;
    }

    /// The class path of this test, its folders packed into jars.
    private String onlyJars() throws IOException {
        List<String> jars = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path path = Path.of(entry);
            if (Files.isDirectory(path)) {
                Path jar = temp.resolve(path.getFileName() + ".jar");
                pack(path, jar);
                jars.add(jar.toString());
            } else if (Files.isRegularFile(path)) {
                jars.add(entry);
            }
        }
        return String.join(File.pathSeparator, jars);
    }

    private static void pack(Path folder, Path jar) throws IOException {
        try (var out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString().replace(File.separatorChar, '/');
                if (Arrays.stream(new String[] {".class", ".properties"})
                        .anyMatch(name::endsWith)) {
                    out.putNextEntry(new ZipEntry(name));
                    Files.copy(file, out);
                    out.closeEntry();
                }
            }
        }
    }
}
