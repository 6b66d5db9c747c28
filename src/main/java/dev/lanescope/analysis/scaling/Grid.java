package dev.lanescope.analysis.scaling;

import dev.lanescope.analysis.compare.Bootstrap;
import dev.lanescope.analysis.compare.Comparison;
import dev.lanescope.analysis.compare.Contender;
import dev.lanescope.analysis.compare.Ratio;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;

/// One model whose workers are parted into groups (threads in processes, or in interpreters), with
/// several numbers of groups and several numbers of threads in each.
///
/// @param cells what was measured, by groups and then by threads; not every cell has to be
/// @param baseline what speed-ups are over
/// @param comparable whether the runs did the same; if not, no cell is told to be better
public record Grid(List<Cell> cells, Contender baseline, boolean comparable) {

    /// What can be said of a cell.
    public enum Rank {
        BEST("the best"),
        AS_GOOD("not shown to be slower"),
        SLOWER("slower"),
        /// The runs did not do the same, or there are too few.
        UNKNOWN("");

        private final String words;

        Rank(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /// One way to part the workers.
    ///
    /// @param groups how many processes or interpreters
    /// @param threads how many in each
    /// @param over how many times as long as the best cell; the intervals of all cells hold
    ///   together with 95 %
    /// @param speedUp over the baseline; likewise
    /// @param isBest whether its median is the least
    public record Cell(
            int groups,
            int threads,
            Contender contender,
            Ratio over,
            Ratio speedUp,
            boolean isBest) {

        public int workers() {
            return groups * threads;
        }

        public double medianNanos() {
            return median(contender);
        }

        /// Whether it is not shown to be slower than the best.
        public boolean isAsGood() {
            return isBest || (over.isSure() && over.low() <= 1);
        }

        /// E.g. `2 × 4`.
        public String title() {
            return groups + " \u00d7 " + threads;
        }
    }

    private record Place(int groups, int threads) {}

    private record Setting(String model, String but, String study) {}

    public Grid {
        cells = List.copyOf(cells);
    }

    /// Every model that ran with several numbers of groups and of threads, in the order of its
    /// first run.
    public static List<Grid> allOf(Comparison comparison) {
        var models = new LinkedHashMap<Setting, LinkedHashMap<Place, Contender>>();
        for (Contender contender : comparison.contenders()) {
            int threads = GroupedRun.threads(contender.info());
            int workers = contender.info().workers();
            if (workers % threads == 0) {
                var setting =
                        new Setting(
                                contender.info().model(),
                                GroupedRun.otherKnobs(contender.info()),
                                contender.study());
                models.computeIfAbsent(setting, _ -> new LinkedHashMap<>())
                        .merge(new Place(workers / threads, threads), contender, Contender::warmer);
            }
        }
        return models.values().stream()
                .filter(Grid::isGrid)
                .map(places -> of(places, comparison.baseline(), comparison.objections().isEmpty()))
                .toList();
    }

    private static boolean isGrid(LinkedHashMap<Place, Contender> places) {
        return places.keySet().stream().map(Place::groups).distinct().count() > 1
                && places.keySet().stream().map(Place::threads).distinct().count() > 1;
    }

    private static Grid of(
            LinkedHashMap<Place, Contender> places, Contender baseline, boolean comparable) {
        var best =
                places.entrySet().stream()
                        .min(Comparator.comparingDouble(entry -> median(entry.getValue())))
                        .orElseThrow();
        int others = places.size() - 1;
        var cells = new ArrayList<Cell>();
        places.forEach((place, contender) ->
                cells.add(
                        new Cell(
                                place.groups(),
                                place.threads(),
                                contender,
                                Bootstrap.ratio(contender.walls(), best.getValue().walls(), others),
                                Bootstrap.ratio(baseline.walls(), contender.walls(), places.size()),
                                place.equals(best.getKey()))));
        cells.sort(Comparator.comparingInt(Cell::groups).thenComparingInt(Cell::threads));
        return new Grid(cells, baseline, comparable);
    }

    private static double median(Contender contender) {
        return Bootstrap.median(
                contender.walls().stream().mapToDouble(Double::doubleValue).toArray());
    }

    /// The numbers of groups, from the least.
    public List<Integer> groups() {
        return List.copyOf(new TreeSet<>(cells.stream().map(Cell::groups).toList()));
    }

    /// The numbers of threads in each, from the least.
    public List<Integer> threads() {
        return List.copyOf(new TreeSet<>(cells.stream().map(Cell::threads).toList()));
    }

    public Optional<Cell> cell(int groups, int threads) {
        return cells.stream()
                .filter(cell -> cell.groups() == groups && cell.threads() == threads)
                .findFirst();
    }

    public Cell best() {
        return cells.stream().filter(Cell::isBest).findFirst().orElseThrow();
    }

    /// How a cell stands beside the others.
    public Rank rank(Cell cell) {
        if (!comparable) {
            return Rank.UNKNOWN;
        }
        if (cell.isBest()) {
            return Rank.BEST;
        }
        if (!cell.over().isSure()) {
            return Rank.UNKNOWN;
        }
        return cell.isAsGood() ? Rank.AS_GOOD : Rank.SLOWER;
    }

    /// How many times as long as the best a cell took, in words; nothing if that is not to be told.
    public Optional<String> overBest(Cell cell) {
        return comparable
                ? Optional.of(cell.isBest() ? Rank.BEST.words() : cell.over().words())
                : Optional.empty();
    }

    public String model() {
        return cells.getFirst().contender().info().model();
    }

    public String title() {
        return cells.getFirst().contender().info().modelTitle();
    }

    /// What its groups are called, several of them.
    public String groupWord() {
        return GroupedRun.groupWord(model());
    }

    /// How fast a cell is, from 0 for the slowest to 1 for the best; empty if all are even.
    public OptionalDouble speed(Cell cell) {
        double best = best().medianNanos();
        double worst = cells.stream().mapToDouble(Cell::medianNanos).max().orElseThrow();
        return worst <= best
                ? OptionalDouble.empty()
                : OptionalDouble.of((worst - cell.medianNanos()) / (worst - best));
    }
}
