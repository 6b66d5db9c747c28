package dev.lanescope.claims.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.lanescope.claims.Build;
import dev.lanescope.claims.ClaimExperiment;
import dev.lanescope.claims.ClaimExperiment.Costs;
import dev.lanescope.claims.ClaimExperiment.Faults;
import dev.lanescope.claims.ClaimExperiment.Sources;
import dev.lanescope.claims.ClaimExperiment.Turns;
import dev.lanescope.claims.Here;
import dev.lanescope.claims.Measure;
import dev.lanescope.claims.Reading;
import dev.lanescope.claims.Side;
import dev.lanescope.claims.Way;
import dev.lanescope.claims.evidence.Evidence;
import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.concurrency.knobs.Fault;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Tables of others: every cell has a figure with its whole interval and where it comes from, or
/// says that there is none and why.
class FilledTableTest {

    /// With the Python that comes along, and no other.
    private static final Here HERE = new Here("machine A", 2, "book", 112, List.of(), true);

    private static final Measure ISOLATED_OVERHEAD =
            Measure.SpeedUp.ofOne(Side.jvm("fixed-pool"), Side.jvm("isolated"));

    private static Evidence evidence(String machine, Reading... readings) {
        return new Evidence(
                Instant.parse("2026-11-22T10:00:00Z"),
                machine,
                "book",
                112,
                List.of(readings),
                List.of());
    }

    private static Evidence evidence(Reading... readings) {
        return evidence("machine A", readings);
    }

    private static Reading reading(Measure measure, double low, double value, double high) {
        return new Reading(measure.key(), measure.title(), value, low, high, 6, 6);
    }

    private static Reading few(Measure measure, double value) {
        return new Reading(measure.key(), measure.title(), value, value, value, 2, 6);
    }

    private static Reading lost(String model, Fault.Kind kind, int pages) {
        Measure measure = new Measure.PagesLost(model, kind);
        return new Reading(measure.key(), measure.title(), pages, pages, pages, 0);
    }

    /// One for each measure there is.
    private static Evidence everything() {
        return evidence(
                Tables.measures().stream()
                        .map(each -> reading(each, 0.9, 1, 1.05))
                        .toArray(Reading[]::new));
    }

    private static FilledTable table(String id, Evidence... evidence) {
        return FilledTable.of(Tables.byId(id).orElseThrow(), HERE, List.of(evidence));
    }

    private static List<Entry> entries(FilledTable table) {
        return table.cells().stream().flatMap(cell -> cell.entries().stream()).toList();
    }

    private static Stream<Entry> all(Evidence... evidence) {
        return Tables.filled(HERE, List.of(evidence)).stream()
                .flatMap(table -> entries(table).stream());
    }

    private static FilledTable.Cell cell(FilledTable table, String row, String column) {
        return table.cells().stream()
                .filter(each -> each.row().equals(row) && each.column().equals(column))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void each_table_has_the_rows_and_columns_of_its_document() {
        assertThat(Tables.all())
                .extracting(
                        TableFrame::id,
                        frame -> frame.rows().size(),
                        frame -> frame.columns().size())
                .containsExactly(
                        tuple("executors", 9, 3),
                        tuple("interpreters", 7, 3),
                        tuple("patterns", 6, 6),
                        tuple("recommended", 7, 4),
                        tuple("versions", 4, 2),
                        tuple("overhead", 6, 2));
        assertThat(Tables.all())
                .allSatisfy(frame -> {
                    assertThat(frame.by()).doesNotContain("Lanescope");
                    assertThat(frame.rows())
                            .flatExtracting(TableFrame.Row::cells)
                            .allSatisfy(cell -> assertThat(cell.theirs()).isNotBlank());
                });
    }

    @Test
    void with_nothing_measured_no_cell_has_a_figure_and_each_says_why() {
        assertThat(all())
                .isNotEmpty()
                .allSatisfy(entry -> {
                    assertThat(entry.words()).matches("not measured|n/a because .+");
                    assertThat(entry.why()).endsWith(".");
                });
        assertThat(Tables.filled(HERE, List.of()))
                .allSatisfy(table ->
                        assertThat(table.cells())
                                .allSatisfy(cell -> assertThat(cell.entries()).isNotEmpty()));
    }

    /// What a document says stands beside a cell; it is in no entry.
    @Test
    void nothing_of_what_a_document_says_gets_into_an_entry() {
        assertThat(all().map(Entry::words)).noneMatch(words -> words.matches(".*[0-9].*"));
    }

    @Test
    void with_everything_measured_each_cell_has_its_figure_interval_and_source() {
        Evidence evidence = everything();
        assertThat(all(evidence))
                .allSatisfy(entry -> {
                    if (entry instanceof Entry.Measured figure) {
                        assertThat(figure.from()).containsExactly(evidence);
                        assertThat(figure.readings()).isNotEmpty();
                        assertThat(figure.isSure()).isTrue();
                        assertThat(figure.again()).isEmpty();
                    } else {
                        assertThat(entry).isInstanceOf(Entry.Never.class);
                    }
                });
        assertThat(Tables.filled(HERE, List.of(evidence)))
                .allSatisfy(table -> {
                    assertThat(table.missing()).isEmpty();
                    assertThat(table.restsOn(evidence)).isTrue();
                    assertThat(table.summary()).endsWith("figures, all that there are");
                });
    }

    @Test
    void the_whole_interval_stands_in_the_cell() {
        Measure faster = new Measure.SpeedUp(Side.jvm("isolated"), Side.jvm("sequential"));
        FilledTable table = table("patterns", evidence(reading(faster, 1.5, 1.75, 1.9)));
        assertThat(cell(table, "InterpreterPoolExecutor", "CPU-bound").entries())
                .extracting(Entry::words)
                .containsExactly("1.75\u00d7 one alone (1.50 to 1.90)", "not measured");
        Measure memory = new Measure.WorkerMemory("isolated");
        table = table("patterns", evidence(reading(memory, 4.9e6, 5.1e6, 5.3e6)));
        assertThat(cell(table, "InterpreterPoolExecutor", "Memory").entries())
                .extracting(Entry::words)
                .contains("5.10 MB a further worker (4.90 to 5.30)");
    }

    @Test
    void too_few_repeats_are_told_without_an_interval_and_measured_again() {
        Measure faster = new Measure.SpeedUp(Side.jvm("isolated"), Side.jvm("sequential"));
        FilledTable table = table("patterns", evidence(few(faster, 1.75)));
        FilledTable.Cell cell = cell(table, "InterpreterPoolExecutor", "CPU-bound");
        assertThat(cell.entries().getFirst().words())
                .isEqualTo("1.75\u00d7 one alone, 2 runs, no interval");
        assertThat(table.summary()).startsWith("0 figures, 1 more of too few runs, ");

        assertThat(cell.missing())
                .anySatisfy(each ->
                        assertThat(each)
                                .isInstanceOfSatisfying(
                                        Turns.class,
                                        turns ->
                                                assertThat(turns.sides())
                                                        .contains(Side.jvm("isolated"))));
    }

    @Test
    void what_another_machine_measured_counts_for_nothing() {
        Reading reading = reading(ISOLATED_OVERHEAD, 1, 1.02, 1.04);
        assertThat(entries(table("overhead", evidence("machine B", reading))))
                .noneMatch(Entry.Measured.class::isInstance);
    }

    private static String verdict(double low, double value, double high) {
        FilledTable table =
                table("overhead", evidence(reading(ISOLATED_OVERHEAD, low, value, high)));
        return cell(table, "Isolated workers of the JVM", "At most 10 %")
                .entries()
                .getFirst()
                .words();
    }

    @Test
    void an_overhead_passes_or_fails_by_its_whole_interval() {
        assertThat(verdict(1.02, 1.05, 1.09)).isEqualTo("pass");
        assertThat(verdict(1.12, 1.35, 1.50)).isEqualTo("fail");
        assertThat(verdict(1.05, 1.08, 1.12)).isEqualTo("undecided");
        assertThat(
                        entries(table("overhead", evidence(few(ISOLATED_OVERHEAD, 1.05)))).stream()
                                .map(Entry::words))
                .contains("+5.0 %, 2 runs, no interval", "undecided");
    }

    @Test
    void a_runtime_that_is_not_here_says_so_and_is_not_asked_for() {
        FilledTable table = table("overhead");
        assertThat(cell(table, "CPython 3.13 without the GIL", "At most 10 %").entries())
                .singleElement()
                .isInstanceOfSatisfying(
                        Entry.Missing.class,
                        open ->
                                assertThat(open.obstacle())
                                        .hasValueSatisfying(why ->
                                                assertThat(why).startsWith("No CPython 3.13")));
        assertThat(table.missing())
                .allSatisfy(each -> assertThat(each.obstacle(HERE)).isEmpty())
                .hasSize(2);
        assertThat(table.summary()).contains("0 figures, 12 not measured, 6 of them cannot");
    }

    @Test
    void what_stays_local_is_counted_over_all_faults_and_says_how_many_were_not_tried() {
        List<Reading> tried =
                List.of(
                        lost("isolated", Fault.Kind.EXCEPTION, 1),
                        lost("isolated", Fault.Kind.POISONED_STATIC, 0),
                        lost("isolated", Fault.Kind.HALT, 48));
        FilledTable table = table("patterns", evidence(tried.toArray(Reading[]::new)));
        FilledTable.Cell cell = cell(table, "InterpreterPoolExecutor", "Isolation");
        assertThat(cell.entries().getFirst().words())
                .isEqualTo("2 of 3 faults cost their page at most, 5 not tried");
        assertThat(cell.missing())
                .filteredOn(each ->
                        each instanceof Faults(var models, _) && models.contains("isolated"))
                .singleElement()
                .satisfies(each -> assertThat(((Faults) each).kinds()).hasSize(5));
    }

    private static Reading[] rivals(double pool, double isolated, double processes) {
        return rivals(pool, isolated, processes, Set.of("processes"));
    }

    /// @param containing what costs no page but the one that goes wrong
    private static Reading[] rivals(
            double pool, double isolated, double processes, Set<String> containing) {
        var sides = List.of("fixed-pool", "isolated", "processes");
        var values = List.of(pool, isolated, processes);
        var alone = Side.jvm("sequential");
        return Stream.concat(
                        Stream.iterate(0, i -> i < 3, i -> i + 1)
                                .flatMap(i ->
                                        Stream.of(Way.USUAL, Way.WAITING)
                                                .map(way ->
                                                        reading(
                                                                new Measure.SpeedUp(
                                                                        Side.jvm(sides.get(i)),
                                                                        alone,
                                                                        ClaimExperiment.Crew.CORES,
                                                                        way),
                                                                values.get(i) - 0.1,
                                                                values.get(i),
                                                                values.get(i) + 0.1))),
                        sides.stream()
                                .flatMap(model ->
                                        Arrays.stream(Fault.Kind.values())
                                                .filter(kind -> !kind.isOfPython())
                                                .map(kind ->
                                                        lost(
                                                                model,
                                                                kind,
                                                                containing.contains(model)
                                                                        ? 1
                                                                        : 48))))
                .toArray(Reading[]::new);
    }

    @Test
    void a_column_is_best_at_what_no_other_is_ahead_in() {
        FilledTable table = table("executors", evidence(rivals(1.8, 1.75, 1.2)));
        assertThat(cell(table, "Best for", "Threads").entries().getFirst().words())
                .isEqualTo("what computes, what waits");
        assertThat(cell(table, "Best for", "Sub-interpreters").entries().getFirst().words())
                .as("the intervals overlap")
                .isEqualTo("what computes, what waits");
        assertThat(cell(table, "Best for", "Processes").entries().getFirst().words())
                .isEqualTo("isolation");
        FilledTable apart = table("executors", evidence(rivals(1.8, 1.5, 1.2)));
        assertThat(cell(apart, "Best for", "Sub-interpreters").entries().getFirst().words())
                .isEqualTo("none of it: another is ahead");
    }

    @Test
    void who_contains_as_much_as_another_ties_and_who_contains_nothing_is_best_at_nothing() {
        FilledTable two =
                table(
                        "executors",
                        evidence(rivals(1.8, 1.5, 1.2, Set.of("isolated", "processes"))));
        assertThat(cell(two, "Best for", "Sub-interpreters").entries().getFirst().words())
                .isEqualTo("isolation (a tie)");
        assertThat(cell(two, "Best for", "Processes").entries().getFirst().words())
                .isEqualTo("isolation (a tie)");
        FilledTable nobody = table("executors", evidence(rivals(1.8, 1.5, 1.2, Set.of())));
        assertThat(cell(nobody, "Best for", "Threads").entries().getFirst().words())
                .isEqualTo("what computes, what waits");
        assertThat(cell(nobody, "Best for", "Processes").entries().getFirst().words())
                .isEqualTo("none of it: another is ahead");
    }

    private static String ahead(double threads, double interpreters, double processes) {
        var alone = Side.jvm("sequential");
        var sides = List.of("fixed-pool", "isolated", "processes");
        var speeds = List.of(threads, interpreters, processes);
        Reading[] readings =
                Stream.iterate(0, at -> at < 3, at -> at + 1)
                        .map(at ->
                                reading(
                                        new Measure.SpeedUp(Side.jvm(sides.get(at)), alone),
                                        speeds.get(at) - 0.1,
                                        speeds.get(at),
                                        speeds.get(at) + 0.1))
                        .toArray(Reading[]::new);
        FilledTable table = table("recommended", evidence(readings));
        return cell(table, "The JVM", "Ahead where pages compute").entries().getFirst().words();
    }

    @Test
    void who_is_ahead_is_told_by_whole_intervals_and_only_if_it_gains() {
        assertThat(ahead(1.8, 1.5, 1.2)).isEqualTo("threads");
        assertThat(ahead(1.8, 1.75, 1.2)).isEqualTo("threads or interpreters: no difference shown");
        assertThat(ahead(0.8, 0.6, 0.7)).isEqualTo("none of them: one alone is faster");
    }

    @Test
    void what_is_missing_is_measured_together_and_by_nothing_more_than_it_takes() {
        List<ClaimExperiment> missing = table("patterns").missing();
        assertThat(missing).filteredOn(Costs.class::isInstance).hasSize(1);
        assertThat(missing).filteredOn(Faults.class::isInstance).hasSize(1);
        assertThat(missing)
                .filteredOn(each -> each instanceof Turns turns && isOfJvm(turns))
                .extracting(each -> ((Turns) each).way())
                .containsExactlyInAnyOrder(Way.USUAL, Way.WAITING);
        assertThat(missing).allMatch(each -> each.obstacle(HERE).isEmpty());
        FilledTable known = table("patterns", everything());
        assertThat(known.missing()).isEmpty();
        assertThat(FilledTable.missing(List.of(table("executors"), table("interpreters"))))
                .filteredOn(Sources.class::isInstance)
                .as("once for both")
                .hasSize(1);
    }

    private static boolean isOfJvm(Turns turns) {
        return turns.sides().stream().allMatch(side -> side.build() == Build.NONE);
    }

    @Test
    void every_model_that_is_measured_exists() {
        for (ClaimExperiment each : FilledTable.missing(Tables.filled(HERE, List.of()))) {
            List<String> models =
                    switch (each) {
                        case Turns turns -> turns.sides().stream().map(Side::model).toList();
                        case Faults faults -> faults.models();
                        case Costs costs -> costs.models();
                        case Sources sources -> sources.models();
                    };
            assertThat(models).allSatisfy(id -> assertThat(Models.byId(id)).isPresent());
        }
    }

    @Test
    void figures_of_any_runs_leave_out_what_only_a_fresh_process_tells() {
        assertThat(Tables.measuresOfAnyRuns()).noneMatch(each -> each.way() == Way.COLD);
        assertThat(Tables.measures()).anyMatch(each -> each.way() == Way.COLD);
        assertThat(Tables.measures()).extracting(Measure::key).doesNotHaveDuplicates();
    }
}
