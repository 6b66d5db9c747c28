package dev.lanescope.claims.tables;

import static dev.lanescope.claims.tables.TableFrame.cell;

import dev.lanescope.claims.Band;
import dev.lanescope.claims.Build;
import dev.lanescope.claims.Reading;
import dev.lanescope.claims.Side;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What it costs one worker that several could compute at once: by how much longer it takes than
/// where they could not, or share everything. The documents say about 40 % of CPython 3.13 and want
/// 10 % or less; whether that is reached is told by the whole interval.
public final class Overhead {

    /// What was said of 3.13, as a number of times.
    public static final double SAID = 1.40;

    /// Where an overhead has to lie.
    public static final Band TARGET = Band.atMost(1.10);

    static final TableFrame TABLE =
            new TableFrame(
                    "overhead",
                    "What computing at once costs one worker",
                    "The free-threading benchmarks of swap357/pybench; of the release notes of"
                            + " 3.13, over pyperformance",
                    "Runtime",
                    List.of("Longer than without", "At most 10 %"),
                    List.of(
                            python(
                                    "CPython 3.13 without the GIL",
                                    "about 40 %",
                                    Build.GIL_3_13,
                                    Build.FREE_3_13),
                            python(
                                    "CPython 3.14 without the GIL",
                                    "5 to 10 %",
                                    Build.GIL_3_14,
                                    Build.FREE_3_14),
                            python(
                                    "CPython without its GIL, same binary",
                                    "not said",
                                    Build.FREE_WITH_GIL,
                                    Build.FREE),
                            pair(
                                    "Interpreters of CPython with a GIL each",
                                    Lines.PYTHON,
                                    Side.python("threads", Build.WITH_GIL),
                                    Side.python("interpreters", Build.WITH_GIL)),
                            pair(
                                    "Isolated workers of the JVM",
                                    Lines.JVM,
                                    Side.jvm("fixed-pool"),
                                    Side.jvm("isolated")),
                            pair(
                                    "Threads of the JVM without one lock",
                                    Lines.JVM,
                                    Side.jvm("gil"),
                                    Side.jvm("fixed-pool"))));

    /// A runtime on the chart.
    ///
    /// @param entry its overhead
    /// @param verdict whether it is low enough; not measured where the overhead is not
    public record Bar(String runtime, Entry entry, Entry verdict) {

        /// What was measured; empty if nothing was.
        public Optional<Reading> reading() {
            return entry instanceof Entry.Measured measured
                    ? measured.readings().stream().findFirst()
                    : Optional.empty();
        }
    }

    private Overhead() {}

    /// Whether a table can be drawn as bars over the target.
    public static boolean isIn(FilledTable table) {
        return table.frame().id().equals(TABLE.id());
    }

    /// What the chart shows, from top to bottom.
    public static List<Bar> bars(FilledTable table) {
        var bars = new ArrayList<Bar>();
        for (FilledTable.Row row : table.rows()) {
            bars.add(
                    new Bar(
                            row.title(),
                            row.cells().getFirst().entries().getFirst(),
                            row.cells().getLast().entries().getFirst()));
        }
        return List.copyOf(bars);
    }

    private static TableFrame.Row python(String title, String theirs, Build with, Build without) {
        return row(
                title,
                theirs,
                Lines.PYTHON,
                Lines.overhead(
                        Side.python("sequential", with), Side.python("sequential", without)));
    }

    private static TableFrame.Row pair(String title, String label, Side shared, Side atOnce) {
        return row(title, "not said", label, Lines.overhead(shared, atOnce));
    }

    private static TableFrame.Row row(String title, String theirs, String label, Need overhead) {
        return TableFrame.row(
                title,
                cell(theirs, Lines.longer(overhead, label)),
                cell("the target of later releases", Lines.verdict(overhead, label, TARGET)));
    }
}
