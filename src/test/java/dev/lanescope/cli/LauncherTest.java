package dev.lanescope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// `packaging/lanescope`, started for real. Where only its decisions are of interest, JDK and Maven
/// are scripts that say how they were called.
class LauncherTest {

    private static final String REAL_JDK = System.getProperty("java.home", "");

    @TempDir Path place;
    private Path elsewhere;
    private Checkout checkout;

    @BeforeEach
    void checkOut() throws IOException {
        assumeTrue(
                Files.isExecutable(Path.of("/bin/sh")), "skipped: no /bin/sh to run the launcher");
        elsewhere = Files.createDirectory(place.resolve("else where"));
        checkout = Checkout.in(place.resolve("my check out"));
    }

    @AfterEach
    void cutLinks() throws IOException {
        checkout.close();
    }

    @Test
    void it_runs_from_another_folder_and_passes_exit_codes_on() throws Exception {
        checkout.built();
        Answer.page(elsewhere, "my notes/index.md", "# Hello");
        var real = Map.of("LANESCOPE_JAVA_HOME", REAL_JDK);
        Answer run = launch(real, "run", "my notes", "--out", "my site");
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(elsewhere.resolve("my site/index.html")).isNotEmptyFile();

        Answer refused = launch(real, "run", "nowhere");
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.errLines()).singleElement().asString().contains("does not exist");
    }

    @Test
    void what_goes_wrong_underway_ends_with_3_and_leaves_nothing_half_written() throws Exception {
        checkout.built();
        Answer.page(elsewhere, "notes/big.md", "Words, many words.\n\n".repeat(100_000));
        Answer answer =
                Program.start(
                                elsewhere,
                                Map.of(
                                        "LANESCOPE_JAVA_HOME",
                                        REAL_JDK,
                                        "JAVA_OPTS",
                                        "-XX:-UsePerfData -Xmx512m"),
                                List.of(
                                        "/bin/sh",
                                        "-c",
                                        "ulimit -f 1024; trap '' XFSZ; exec \"$0\" \"$@\"",
                                        checkout.launcher().toString(),
                                        "run",
                                        "notes",
                                        "--out",
                                        "site"))
                        .answer();
        assertThat(answer.code()).as(answer.err()).isEqualTo(3);
        assertThat(answer.errLines()).singleElement().asString().startsWith("lanescope: big.html");
        assertThat(elsewhere.resolve("site/big.html")).doesNotExist();
        CtrlCTest.assertNothingHalfWritten(elsewhere.resolve("site"));
    }

    @Test
    void it_follows_a_symbolic_link_to_its_checkout() throws Exception {
        checkout.built();
        Path link = Files.createSymbolicLink(place.resolve("ls"), checkout.launcher());
        Answer answer = start(link, Map.of("LANESCOPE_JAVA_HOME", jdk("jdk", "25.0.3")), "models");
        assertThat(answer.code()).isZero();
        assertThat(answer.out()).contains("-Dlanescope.home=" + checkout.root().toRealPath());
    }

    @Test
    void arguments_and_java_options_reach_the_program() throws Exception {
        checkout.built();
        Answer answer =
                launch(
                        Map.of(
                                "LANESCOPE_JAVA_HOME",
                                jdk("jdk", "25"),
                                "JAVA_OPTS",
                                "-Xmx1g -Dx=y"),
                        "run",
                        "two words",
                        "$HOME *");
        assertThat(answer.outLines())
                .startsWith("-Xmx1g", "-Dx=y")
                .endsWith("dev.lanescope.Main", "run", "two words", "$HOME *", "started jdk");
    }

    @Test
    void the_window_starts_from_an_archive_of_its_classes() throws Exception {
        checkout.built();
        Path jar = jars();
        var environment =
                Map.of(
                        "LANESCOPE_JAVA_HOME",
                        jdk("jdk", "25"),
                        "DISPLAY",
                        ":0",
                        "LANESCOPE_AOT",
                        "off");
        Path real = jar.toRealPath();
        for (Answer window : List.of(launch(environment), launch(environment, place.toString()))) {
            assertThat(window.out()).contains("-XX:SharedArchiveFile=", ":" + real + ":");
        }
        assertThat(launch(environment, "models").out()).doesNotContain("Archive", real.toString());
    }

    @Test
    void the_terminal_makes_a_cache_before_its_first_run_and_never_beside_it() throws Exception {
        Path jar = packed();
        var environment = Map.of("LANESCOPE_JAVA_HOME", cachingJdk("jdk", "25", ""));
        Answer first = launch(environment, "run", "notes");
        assertThat(first.errLines())
                .containsExactly(
                        "lanescope: making a cache of its classes (once after every build)");
        assertThat(first.out()).contains("-XX:AOTCache=" + jar.resolveSibling("lanescope.aot"));

        Answer next = launch(environment, "run", "notes");
        assertThat(next.err()).isEmpty();
        assertThat(next.out())
                .contains("-XX:AOTCache=" + jar.resolveSibling("lanescope.aot"), ":" + jar + ":")
                .contains("-XX:TieredStopAtLevel=1");
        assertThat(launch(environment, "run", "notes", "--repeat=9").out())
                .as("a long run gets the second compiler")
                .contains("-XX:AOTCache=")
                .doesNotContain("Tiered");
        var off = new HashMap<>(environment);
        off.put("LANESCOPE_AOT", "off");
        assertThat(launch(off, "run", "notes").out()).doesNotContain("AOT", "Tiered");
        var own = new HashMap<>(environment);
        own.put("JAVA_OPTS", "-Xshare:auto");
        assertThat(launch(own, "run", "notes").out()).doesNotContain("AOT");
        assertThat(jar.resolveSibling("").toFile().list())
                .as("nothing is left of the making")
                .noneMatch(name -> name.startsWith("cache."));
    }

    @Test
    void a_run_of_very_many_pages_gets_the_second_compiler() throws Exception {
        packed();
        var environment = Map.of("LANESCOPE_JAVA_HOME", cachingJdk("jdk", "25", ""));
        launch(environment, "run", "notes"); // makes the cache
        Path top = place.resolve("site");
        Path site = Files.createDirectories(top.resolve("deep down"));
        for (int page = 1; page < 10_000; page++) {
            Files.createFile(site.resolve(page + ".md"));
        }
        String folder = top.toString();
        assertThat(launch(environment, "run", folder).out()).contains("-XX:TieredStopAtLevel=1");

        Files.createFile(site.resolve("one more.md"));
        assertThat(launch(environment, "run", folder).out())
                .contains("-XX:AOTCache=")
                .doesNotContain("Tiered");
    }

    @Test
    void a_command_that_measures_nothing_does_not_wait_for_the_cache() throws Exception {
        packed();
        Path go = place.resolve("go");
        String waits = "until [ -e '" + go + "' ]; do sleep 0.05; done";
        var environment = Map.of("LANESCOPE_JAVA_HOME", cachingJdk("jdk", "25", waits));
        Answer models = launch(environment, "models");
        assertThat(models.err()).isEmpty();
        assertThat(models.out()).contains("models").doesNotContain("AOT");
        Files.createFile(go);
        assertThat(launch(environment, "run", "notes").out()).contains("-XX:AOTCache=");
    }

    @Test
    void a_cache_that_cannot_be_made_is_not_tried_again_until_the_jdk_changes() throws Exception {
        packed();
        Path tries = place.resolve("tries");
        String count = "echo x >>'" + tries + "'; exit 1";
        var environment = Map.of("LANESCOPE_JAVA_HOME", cachingJdk("jdk", "25", count));
        launch(environment, "models");
        await("lanescope.aot.by");
        Answer next = launch(environment, "models");
        assertThat(next.code()).isZero();
        assertThat(next.out()).doesNotContain("AOT");
        assertThat(Files.readAllLines(tries)).hasSize(1);

        Path target = checkout.root().resolve("target");
        Files.delete(target.resolve("lanescope.aot.lock"));
        var newer = Map.of("LANESCOPE_JAVA_HOME", cachingJdk("newer", "26", ""));
        launch(newer, "models");
        await("lanescope.aot");
        assertThat(Files.readAllLines(tries)).hasSize(1);
    }

    @Test
    void without_the_jar_of_its_files_the_program_starts_from_its_folder() throws Exception {
        Path jar = packed();
        var environment = Map.of("LANESCOPE_JAVA_HOME", cachingJdk("jdk", "25", ""));
        launch(environment, "run", "notes"); // makes the cache
        Files.delete(jar.resolveSibling("files.jar"));
        assertThat(launch(environment, "run", "notes").out())
                .contains("target/classes:")
                .doesNotContain("AOT", jar + ":");
    }

    @Test
    void who_says_how_big_the_heap_is_is_not_told_how_big_its_parts_are() throws Exception {
        packed();
        var environment = new HashMap<String, String>();
        environment.put("LANESCOPE_JAVA_HOME", cachingJdk("jdk", "25", ""));
        launch(environment, "run", "notes"); // makes the cache
        assertThat(launch(environment, "run", "notes").out()).contains("-Xmn48m");
        environment.put("JAVA_OPTS", "-Xmx40m");
        assertThat(launch(environment, "run", "notes").out())
                .contains("-XX:AOTCache=", "-Xmx40m")
                .doesNotContain("-Xmn");
    }

    /// The two jars of the program, empty.
    private Path jars() throws IOException {
        Files.createFile(checkout.root().resolve("target/files.jar"));
        return Files.createFile(checkout.root().resolve("target/lanescope.jar"));
    }

    /// A checkout whose jar is older than everything made from now on.
    private Path packed() throws IOException {
        checkout.built();
        Path jar = jars();
        Checkout.setTime(jar, Instant.EPOCH.plusSeconds(1));
        return jar.toRealPath();
    }

    /// Waits until a file has appeared in the checkout's `target`.
    private void await(String name) throws Exception {
        Path folder = checkout.root().resolve("target");
        try (WatchService watch = folder.getFileSystem().newWatchService()) {
            folder.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
            while (!Files.exists(folder.resolve(name))) {
                WatchKey key = watch.poll(60, TimeUnit.SECONDS);
                assertThat(key).as("%s has not appeared", name).isNotNull();
                key.reset();
            }
        }
    }

    /// A JDK that says how it was started, and that can make a cache, but for what `instead` does.
    private String cachingJdk(String name, String version, String instead) throws IOException {
        String home = jdk(name, version);
        String script =
                """
                #!/bin/sh
                case $1 in
                    -XX:AOTCacheOutput=*) %s
                        echo made >"${1#*=}"; exit ;;
                esac
                printf '%%s\\n' "$@"
                """
                        .formatted(instead);
        Checkout.script(Path.of(home, "bin/java"), script);
        return home;
    }

    @Test
    void the_first_jdk_that_is_new_enough_is_taken() throws Exception {
        checkout.built();
        var environment =
                Map.of(
                        "LANESCOPE_JAVA_HOME",
                        jdk("too old", "24.0.2"),
                        "JAVA_HOME",
                        jdk("new", "26-ea"));
        Answer answer = launch(environment, "models");
        assertThat(answer.out()).contains("started new");
    }

    @Test
    void without_a_jdk_it_says_so_in_one_line() throws Exception {
        checkout.built();
        String script = Files.readString(checkout.launcher());
        String demanding = script.replace("needed=25", "needed=999");
        assertThat(demanding).isNotEqualTo(script);
        Files.writeString(checkout.launcher(), demanding);
        Answer answer = launch(Map.of(), "models");
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.errLines())
                .singleElement()
                .asString()
                .startsWith("lanescope: no JDK 999 or newer found");
    }

    @Test
    void it_builds_when_a_source_is_newer_and_only_then() throws Exception {
        checkout.built();
        var environment = withMaven("echo built; touch \"$PWD/built\"");
        assertThat(launch(environment, "models").err()).isEmpty();

        Files.writeString(checkout.root().resolve("src/main/New.java"), "class New {}");
        Checkout.setTime(checkout.stamp(), Instant.EPOCH.plusSeconds(1));
        Answer answer = launch(environment, "models");
        assertThat(answer.err()).contains("lanescope: building", "built");
        assertThat(answer.out()).as("what a program reads").doesNotContain("built\n");
        assertThat(checkout.root().resolve("built")).exists();

        assertThat(launch(environment, "models").err()).isEmpty();
    }

    @Test
    void a_build_that_fails_ends_it() throws Exception {
        Answer answer = launch(withMaven("echo no such symbol; exit 1"), "models");
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err()).contains("no such symbol", "the build failed");
        assertThat(checkout.stamp()).doesNotExist();
    }

    @Test
    void two_at_once_build_once() throws Exception {
        assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/flock")),
                "skipped: no flock, so builds are not kept apart here");
        var environment = withMaven("echo x >> builds; mkdir -p target/classes target/lib");
        var both =
                List.of(
                        Program.start(elsewhere, environment, command("models")),
                        Program.start(elsewhere, environment, command("models")));
        for (Program each : both) {
            assertThat(each.answer().code()).isZero();
        }
        assertThat(Files.readAllLines(checkout.root().resolve("builds"))).hasSize(1);
    }

    private Map<String, String> withMaven(String script) throws IOException {
        Checkout.script(place.resolve("bin/mvn"), "#!/bin/sh\n" + script + "\n");
        return Map.of(
                "LANESCOPE_JAVA_HOME",
                jdk("jdk", "25"),
                "PATH",
                place.resolve("bin") + ":" + System.getenv("PATH"));
    }

    /// A JDK whose `java` says its own name and its arguments, each on a line.
    private String jdk(String name, String version) throws IOException {
        Path home = place.resolve(name);
        Checkout.script(
                home.resolve("bin/java"),
                "#!/bin/sh\nprintf '%s\\n' \"$@\" 'started " + name + "'\n");
        Checkout.script(home.resolve("bin/javac"), "#!/bin/sh\n");
        Files.writeString(
                home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        return home.toString();
    }

    private Answer launch(Map<String, String> environment, String... args) throws Exception {
        return start(checkout.launcher(), environment, args);
    }

    private Answer start(Path launcher, Map<String, String> environment, String... args)
            throws Exception {
        var command = new ArrayList<String>();
        command.add(launcher.toString());
        command.addAll(List.of(args));
        return Program.start(elsewhere, environment, command).answer();
    }

    private List<String> command(String argument) {
        return List.of(checkout.launcher().toString(), argument);
    }
}
