package dev.lanescope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// `packaging/Pack.java`, started as the launcher starts it.
final class PackTest {

    private static final String HERE = "dev/lanescope/cli/";

    @TempDir private Path place;
    private Path jar = Path.of("");
    private Path others = Path.of("");

    @BeforeEach
    void pack() throws Exception {
        Path classes = place.resolve("classes");
        Files.createDirectories(classes.resolve(HERE));
        try (Stream<Path> files = Files.list(Path.of("target/test-classes", HERE))) {
            for (Path file : files.toList()) {
                if (file.getFileName().toString().startsWith("TypeSwitches")) {
                    Files.copy(file, classes.resolve(HERE).resolve(file.getFileName()));
                }
            }
        }
        Files.writeString(classes.resolve("a.txt"), "text");
        jar = place.resolve("packed.jar");
        others = place.resolve("others.jar");
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "packaging/Pack.java",
                                jar.toString(),
                                others.toString(),
                                classes.toString(),
                                "target/lib")
                        .inheritIO()
                        .start();
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void what_was_packed_decides_as_before() throws Exception {
        URL[] places = {jar.toUri().toURL()};
        try (var loader = new URLClassLoader(places, ClassLoader.getPlatformClassLoader())) {
            Class<?> packed = Class.forName(TypeSwitches.class.getName(), true, loader);
            assertThat(answers(packed)).isEqualTo(answers(TypeSwitches.class)).hasSize(15);
        }
    }

    private static List<?> answers(Class<?> type) throws Exception {
        var constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        @SuppressWarnings("unchecked")
        var switches = (Function<@Nullable Object, String>) constructor.newInstance();
        var everything = type.getDeclaredMethod("everything");
        everything.setAccessible(true);
        return ((List<?>) everything.invoke(null)).stream().map(switches).toList();
    }

    @Test
    void no_class_is_made_at_run_time_for_a_switch_over_nothing_but_types() throws Exception {
        try (var packed = new ZipFile(jar.toFile())) {
            List<Long> left =
                    packed.stream()
                            .filter(entry -> entry.getName().endsWith(".class"))
                            .map(entry -> typeSwitches(bytes(packed, entry)))
                            .filter(count -> count > 0)
                            .toList();
            assertThat(left).as("with a constant, and with a number").containsExactly(1L, 1L);
        }
    }

    @Test
    void what_is_no_class_is_packed_apart_as_it_is() throws Exception {
        try (var classes = new ZipFile(jar.toFile());
                var files = new ZipFile(others.toFile())) {
            assertThat(classes.stream()).allMatch(entry -> entry.getName().endsWith(".class"));
            assertThat(files.stream().map(ZipEntry::getName)).containsExactly("a.txt");
            assertThat(bytes(files, files.getEntry("a.txt"))).asString().isEqualTo("text");
        }
    }

    private static long typeSwitches(byte[] bytes) {
        return ClassFile.of().parse(bytes).methods().stream()
                .map(MethodModel::code)
                .flatMap(code -> code.stream())
                .flatMap(CodeModel::elementStream)
                .filter(InvokeDynamicInstruction.class::isInstance)
                .map(InvokeDynamicInstruction.class::cast)
                .filter(site -> site.bootstrapMethod().methodName().equals("typeSwitch"))
                .count();
    }

    private static byte[] bytes(ZipFile zip, ZipEntry entry) {
        try (InputStream in = zip.getInputStream(entry)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
