package dev.lanescope;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import dev.lanescope.ui.kit.FxThread;

import javafx.application.Platform;
import javafx.concurrent.Service;
import javafx.concurrent.Task;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The map of the house, as a test: which room may look into which. ARCHITECTURE.md tells the same
/// story in words; change the map, this table and that story together.
@Execution(ExecutionMode.CONCURRENT)
class ArchitectureTest {

    private static final String ROOT = "dev.lanescope";

    /// Room, and the rooms it may look into.
    private static final Map<String, Set<String>> MAP =
            new TreeMap<>(
                    Map.ofEntries(
                            entry("content"),
                            entry("pipeline", "content"),
                            entry("reuse", "content", "pipeline"),
                            entry("preview", "content", "pipeline", "reuse"),
                            entry("concurrency"),
                            entry("trace"),
                            entry(
                                    "recording",
                                    "content",
                                    "pipeline",
                                    "reuse",
                                    "concurrency",
                                    "trace"),
                            entry(
                                    "lab",
                                    "content",
                                    "pipeline",
                                    "concurrency",
                                    "trace",
                                    "recording",
                                    "analysis"),
                            entry(
                                    "study",
                                    "content",
                                    "concurrency",
                                    "trace",
                                    "recording",
                                    "analysis"),
                            entry(
                                    "claims",
                                    "content",
                                    "pipeline",
                                    "concurrency",
                                    "trace",
                                    "recording",
                                    "lab",
                                    "study",
                                    "analysis",
                                    "exchange"),
                            entry("analysis", "trace"),
                            entry("chart", "trace", "analysis"),
                            entry("exchange", "trace", "analysis", "chart"),
                            entry(
                                    "cli",
                                    "content",
                                    "pipeline",
                                    "preview",
                                    "concurrency",
                                    "trace",
                                    "recording",
                                    "lab",
                                    "study",
                                    "claims",
                                    "analysis",
                                    "exchange"),
                            entry(
                                    "ui",
                                    "content",
                                    "pipeline",
                                    "concurrency",
                                    "trace",
                                    "recording",
                                    "lab",
                                    "study",
                                    "claims",
                                    "analysis",
                                    "exchange",
                                    "chart")));

    private static Map.Entry<String, Set<String>> entry(String room, String... mayLookInto) {
        return Map.entry(room, Set.of(mayLookInto));
    }

    private static JavaClasses house;

    @BeforeAll
    static void readTheHouse() {
        ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
        house =
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages(ROOT);
    }

    @Test
    void a_room_looks_only_into_the_rooms_the_map_allows() {
        MAP.forEach((room, mayLookInto) -> {
            var allowed =
                    Stream.concat(mayLookInto.stream(), Stream.of(room))
                            .map(name -> ROOT + "." + name + "..")
                            .toArray(String[]::new);
            noClasses()
                    .that(resideInAPackage(ROOT + "." + room + ".."))
                    .should()
                    .dependOnClassesThat(
                            resideInAPackage(ROOT + "..").and(not(resideInAnyPackage(allowed))))
                    .because("room " + room + " may look into " + mayLookInto + " only")
                    .allowEmptyShould(true)
                    .check(house);
        });
    }

    @Test
    void every_package_belongs_to_a_room_of_the_map() {
        var rooms =
                house.stream()
                        .map(type -> type.getPackageName())
                        .filter(name -> !name.equals(ROOT))
                        .map(name -> name.substring(ROOT.length() + 1).split("\\.", 2)[0])
                        .collect(Collectors.toSet());
        assertThat(MAP.keySet()).containsAll(rooms);
    }

    @Test
    void there_are_no_circles() {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(house);
    }

    /// Each may look only into those before it; `jvm` and `charts` leave each other alone, and so
    /// do `jvm` and `lanes`.
    @Test
    void the_rooms_of_the_timeline_lie_behind_each_other() {
        String timeline = ROOT + ".ui.timeline";
        Map<String, Set<String>> map =
                Map.of(
                        "", Set.of(),
                        ".frame", Set.of(""),
                        ".lanes", Set.of("", ".frame"),
                        ".jvm", Set.of("", ".frame"),
                        ".charts", Set.of("", ".frame", ".lanes"));
        map.forEach((room, mayLookInto) -> {
            var allowed =
                    Stream.concat(mayLookInto.stream(), Stream.of(room))
                            .map(name -> timeline + name)
                            .toArray(String[]::new);
            noClasses()
                    .that(resideInAPackage(timeline + room))
                    .should()
                    .dependOnClassesThat(
                            resideInAPackage(timeline + "..").and(not(resideInAnyPackage(allowed))))
                    .because("ui/timeline has its views in rooms of their own")
                    .check(house);
        });
    }

    @Test
    void only_the_recording_reads_the_clock_but_for_auto_which_decides_by_it() {
        noClasses()
                .that(
                        resideInAnyPackage(
                                ROOT + ".content..",
                                ROOT + ".pipeline..",
                                ROOT + ".concurrency..",
                                ROOT + ".trace..",
                                ROOT + ".analysis..",
                                ROOT + ".chart.."))
                .and(not(resideInAPackage(ROOT + ".concurrency.auto")))
                .should()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .because("a second clock would be a second truth")
                .check(house);
    }

    @Test
    void only_the_window_knows_a_toolkit() {
        noClasses()
                .that(resideInAPackage(ROOT + "..").and(not(resideInAPackage(ROOT + ".ui.."))))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage(
                                "javafx..", "org.controlsfx..", "java.awt..", "org.jfree.."))
                .because("geometry, analysis and the terminal work without a display")
                .check(house);
    }

    @Test
    void there_is_one_door_to_the_fx_thread() {
        noClasses()
                .that()
                .areNotAssignableTo(FxThread.class)
                .should()
                .callMethod(Platform.class, "runLater", Runnable.class)
                .because("a flood of runLater freezes the window; use Background or FrameTicker")
                .check(house);
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Task.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Service.class)
                .because("Background is the one way to work off the FX thread")
                .check(house);
    }

    @Test
    void view_models_know_no_scene() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("Model")
                .and(resideInAPackage(ROOT + ".ui.."))
                .should()
                .dependOnClassesThat(resideInAnyPackage("javafx.scene..", "javafx.stage.."))
                .because("a view model is tested without a toolkit")
                .allowEmptyShould(true)
                .check(house);
    }

    @Test
    void names_say_what_a_thing_is() {
        classes()
                .should()
                .haveNameNotMatching(".*(Impl|Manager|Helper|Utils?|Abstract\\w*|Base)$")
                .because("such names say nothing; see CONTRIBUTING.md")
                .check(house);
    }

    @Test
    void every_package_introduces_itself() throws IOException {
        Path sources = Path.of("src/main/java");
        try (Stream<Path> files = Files.walk(sources)) {
            List<Path> silent =
                    files.filter(file -> file.toString().endsWith(".java"))
                            .map(Path::getParent)
                            .distinct()
                            .filter(folder -> Files.notExists(folder.resolve("package-info.java")))
                            .toList();
            assertThat(silent).as("packages without package-info").isEmpty();
        }
    }

    @Test
    void files_fit_the_mind() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            Map<String, Long> tooLong =
                    files.filter(file -> file.toString().endsWith(".java"))
                            .collect(Collectors.toMap(Path::toString, ArchitectureTest::lines));
            tooLong.values().removeIf(lines -> lines <= 400);
            assertThat(tooLong).as("files over 400 lines").isEmpty();
        }
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
