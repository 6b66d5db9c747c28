package dev.lanescope.concurrency.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.concurrency.catalog.Models;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.attribute.InnerClassesAttribute;
import java.lang.classfile.attribute.MethodParametersAttribute;
import java.lang.classfile.attribute.SourceFileAttribute;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/// What is shown as a model's source is what its classes were compiled from, and what is counted in
/// it is what these classes have.
class CodeShelfTest {

    private static final Path SOURCES = Path.of("src", "main", "java");

    private static final Map<String, SourceFile> SHOWN = new TreeMap<>();
    private static final Map<String, ByteArrayOutputStream> COMPILED = new TreeMap<>();

    @BeforeAll
    static void compileWhatIsShown() throws Exception {
        var shelf = new CodeShelf();
        for (ConcurrencyModel model : Models.all()) {
            ModelCode code = shelf.of(model);
            Stream.concat(code.own().stream(), code.common().stream())
                    .forEach(file -> SHOWN.put(file.path(), file));
        }
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (JavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            boolean compiled =
                    compiler.getTask(
                                    null,
                                    new InMemory(files),
                                    null,
                                    List.of(
                                            "-proc:none",
                                            "-nowarn",
                                            "-cp",
                                            System.getProperty("java.class.path")),
                                    null,
                                    SHOWN.values().stream().map(Text::new).toList())
                            .call();
            assertThat(compiled).isTrue();
        }
    }

    private static final class Text extends SimpleJavaFileObject {
        private final SourceFile file;

        Text(SourceFile file) {
            super(URI.create("string:///" + file.path()), Kind.SOURCE);
            this.file = file;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return file.text();
        }
    }

    private static final class InMemory extends ForwardingJavaFileManager<JavaFileManager> {
        InMemory(JavaFileManager files) {
            super(files);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("memory:///" + name), kind) {
                @Override
                public OutputStream openOutputStream() {
                    var bytes = new ByteArrayOutputStream();
                    COMPILED.put(name, bytes);
                    return bytes;
                }
            };
        }
    }

    @Test
    void every_file_that_is_shown_is_the_file_in_the_source_folder() throws Exception {
        assertThat(SHOWN).hasSizeGreaterThan(100);
        for (SourceFile file : SHOWN.values()) {
            assertThat(file.text()).isEqualTo(Files.readString(SOURCES.resolve(file.path())));
        }
    }

    @Test
    void what_is_shown_compiles_to_the_classes_that_run() throws Exception {
        for (String name : COMPILED.keySet()) {
            String file = "/" + name.replace('.', '/') + ".class";
            try (InputStream running = CodeShelf.class.getResourceAsStream(file)) {
                assertThat(running).as(name).isNotNull();
                assertThat(bare(COMPILED.get(name).toByteArray()))
                        .as(name)
                        .isEqualTo(bare(running.readAllBytes()));
            }
        }
    }

    /// Without what differs by the compiler's options: names of parameters and variables, lines,
    /// files, and the nested classes that only the types of variables name.
    private static byte[] bare(byte[] type) {
        var format =
                ClassFile.of(
                        ClassFile.DebugElementsOption.DROP_DEBUG,
                        ClassFile.LineNumbersOption.DROP_LINE_NUMBERS,
                        ClassFile.ConstantPoolSharingOption.NEW_POOL);
        ClassTransform bare =
                ClassTransform.dropping(element ->
                                element instanceof SourceFileAttribute
                                        || element instanceof InnerClassesAttribute)
                        .andThen(
                                ClassTransform.transformingMethods((method, element) -> {
                                    if (!(element instanceof MethodParametersAttribute)) {
                                        method.with(element);
                                    }
                                }));
        return format.transformClass(format.parse(type), bare);
    }

    @Test
    void states_are_the_fields_of_the_running_classes_that_change() throws Exception {
        Map<String, Integer> states =
                COMPILED.keySet().stream()
                        .collect(
                                Collectors.groupingBy(
                                        CodeShelfTest::fileOf,
                                        Collectors.summingInt(CodeShelfTest::changingFields)));
        for (SourceFile file : SHOWN.values()) {
            assertThat(file.states()).as(file.path()).isEqualTo(states.get(file.path()));
        }
    }

    private static String fileOf(String name) {
        int nested = name.indexOf('$');
        return (nested < 0 ? name : name.substring(0, nested)).replace('.', '/') + ".java";
    }

    private static int changingFields(String name) {
        try {
            Class<?> type = Class.forName(name, false, CodeShelf.class.getClassLoader());
            return (int)
                    Arrays.stream(type.getDeclaredFields())
                            .filter(field -> !field.isSynthetic())
                            .filter(CodeShelfTest::changes)
                            .count();
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean changes(Field field) {
        return !Modifier.isFinal(field.getModifiers())
                || field.getType().getName().startsWith("java.util.concurrent.");
    }

    @Test
    void a_model_comes_first_among_its_files_and_what_all_have_in_common_is_apart()
            throws Exception {
        for (ConcurrencyModel model : Models.all()) {
            ModelCode code = new CodeShelf().of(model);
            assertThat(code.own().getFirst().name())
                    .isEqualTo(model.getClass().getSimpleName() + ".java");
            assertThat(code.own()).extracting(SourceFile::path).doesNotHaveDuplicates();
            assertThat(code.own()).noneMatch(file -> file.path().contains("/kit/"));
            assertThat(code.common())
                    .extracting(SourceFile::shortPath)
                    .contains("ConcurrencyModel.java");
            assertThat(code.lines()).isPositive();
        }
    }

    @Test
    void lines_of_code_hold_more_than_comments() {
        assertThat(
                        CodeLines.in(
                                """
                                // one
                                int a; // two

                                /* three
                                 * four
                                 */ int b;
                                String c = "// no comment";
                                char d = '"'; /* five */
                                String e = \"""
                                    /* still text

                                    \""";
                                /// six
                                """))
                .isEqualTo(7);
        assertThat(CodeLines.in("")).isZero();
    }

    @Test
    void failure_paths_and_states_are_counted_as_the_compiler_reads_them() throws Exception {
        ReadSource read =
                ReadSource.of(
                        "a/A.java",
                        """
                        package a;
                        import java.util.concurrent.CountDownLatch;
                        class A {
                            // int not; throw catch
                            private final String said = "throw new Error(); catch (";
                            private final CountDownLatch over = new CountDownLatch(1);
                            private int count;
                            void go() {
                                int local = 0;
                                try { count++; }
                                catch (RuntimeException e) { throw e; }
                                finally { count--; }
                            }
                        }
                        """);
        assertThat(read.file().states()).isEqualTo(2);
        assertThat(read.file().failurePaths()).isEqualTo(2);
        assertThat(read.file().lines()).isEqualTo(13);
        assertThat(read.file().sha256()).matches("[0-9a-f]{64}");
    }
}
