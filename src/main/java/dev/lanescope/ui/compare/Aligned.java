package dev.lanescope.ui.compare;

import dev.lanescope.analysis.PagesDone;
import dev.lanescope.analysis.compare.RunStage;
import dev.lanescope.chart.TimeWarp;
import dev.lanescope.trace.Span;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The axis that compared runs share, and where each run's time lies on it. It is about as long as
/// the slowest run, so that zooming and moving feel the same whatever it counts.
///
/// @param by what stands at the same place
/// @param warps by the number of the run
/// @param length where the last run ends
/// @param unit how much of the axis a page takes, if it counts pages; the moment at which the
///   chosen page begins, if it is aligned by that; otherwise 0
/// @param pages how many the run with most of them did, if it counts pages; otherwise 0. What
///   follows the last page in a run lies beyond them
/// @param stages where each begins and ends on the axis; none if it is not aligned by stages
record Aligned(
        Alignment by,
        Map<Integer, TimeWarp> warps,
        double length,
        double unit,
        int pages,
        List<RunStage> stages) {

    static final Aligned NOTHING = new Aligned(Alignment.TIME, Map.of(), 1, 0, 0, List.of());

    Aligned {
        warps = Map.copyOf(warps);
        stages = List.copyOf(stages);
    }

    /// @param page what is chosen; by it runs can be aligned as well
    static Aligned of(Alignment by, Compared compared, PageMarks page) {
        return switch (by) {
            case TIME -> of(by, compared, Map.of(), 0, 0, List.of());
            case PAGES -> byPages(compared);
            case STAGE -> byStage(compared);
            case PAGE -> byPage(compared, page);
        };
    }

    private static Aligned of(
            Alignment by,
            Compared compared,
            Map<Integer, TimeWarp> warps,
            double unit,
            int pages,
            List<RunStage> stages) {
        double length = 1;
        for (Entrant entrant : compared.entrants()) {
            TimeWarp warp = warps.getOrDefault(entrant.number(), TimeWarp.NONE);
            length = Math.max(length, warp.placeOf((double) entrant.trace().endNanos()));
        }
        return new Aligned(by, warps, length, unit, pages, stages);
    }

    private static Aligned byPages(Compared compared) {
        int most =
                compared.entrants().stream().mapToInt(each -> each.pages().count()).max().orElse(0);
        double unit = (double) compared.endNanos() / Math.max(1, most);
        Map<Integer, TimeWarp> warps = new LinkedHashMap<>();
        for (Entrant entrant : compared.entrants()) {
            PagesDone pages = entrant.pages();
            double[] moments = new double[pages.count() + 1];
            double[] places = new double[pages.count() + 1];
            for (int done = 1; done <= pages.count(); done++) {
                moments[done] = pages.momentOf(done);
                places[done] = done * unit;
            }
            warps.put(entrant.number(), new TimeWarp(moments, places));
        }
        return of(Alignment.PAGES, compared, warps, unit, most, List.of());
    }

    /// Each stage is as wide as in the run that took longest for it; a run that does not have it
    /// stands still over it.
    private static Aligned byStage(Compared compared) {
        Map<String, Long> longest = new LinkedHashMap<>();
        for (Entrant entrant : compared.entrants()) {
            entrant.stages()
                    .forEach(stage -> longest.merge(stage.name(), stage.nanos(), Math::max));
        }
        List<RunStage> stages = new ArrayList<>();
        longest.forEach((name, nanos) -> {
            long start = stages.isEmpty() ? 0 : stages.getLast().endNanos();
            stages.add(new RunStage(name, start, start + nanos));
        });
        Map<Integer, TimeWarp> warps = new LinkedHashMap<>();
        for (Entrant entrant : compared.entrants()) {
            warps.put(entrant.number(), warp(entrant, stages));
        }
        return of(Alignment.STAGE, compared, warps, 0, 0, stages);
    }

    private static TimeWarp warp(Entrant entrant, List<RunStage> stages) {
        double[] moments = new double[stages.size() + 1];
        double[] places = new double[stages.size() + 1];
        for (int at = 0; at < stages.size(); at++) {
            String name = stages.get(at).name();
            long took =
                    entrant.stages().stream()
                            .filter(stage -> stage.name().equals(name))
                            .mapToLong(RunStage::nanos)
                            .sum();
            moments[at + 1] = moments[at] + took;
            places[at + 1] = stages.get(at).endNanos();
        }
        return new TimeWarp(moments, places);
    }

    /// Where the page began last, all others are moved to.
    private static Aligned byPage(Compared compared, PageMarks page) {
        double place = 0;
        for (Entrant entrant : compared.entrants()) {
            place = Math.max(place, begin(page, entrant).orElse(0.0));
        }
        Map<Integer, TimeWarp> warps = new LinkedHashMap<>();
        for (Entrant entrant : compared.entrants()) {
            double begun = begin(page, entrant).orElse(place);
            warps.put(entrant.number(), TimeWarp.shifted(begun, place));
        }
        return of(Alignment.PAGE, compared, warps, place, 0, List.of());
    }

    private static Optional<Double> begin(PageMarks page, Entrant entrant) {
        return page.in(entrant.number()).stream()
                .map(Span::startNanos)
                .min(Long::compare)
                .map(Long::doubleValue);
    }

    /// How many pages are done at a place of an axis that counts them.
    int pagesAt(double place) {
        return (int) Math.clamp(Math.floor(place / unit), 0, pages);
    }

    TimeWarp of(int run) {
        return warps.getOrDefault(run, TimeWarp.NONE);
    }

    /// The stage at a place of the axis; the last one beyond its end.
    Optional<RunStage> stageAt(double place) {
        return stages.stream()
                .filter(stage -> place < stage.endNanos())
                .findFirst()
                .or(() -> stages.isEmpty() ? Optional.empty() : Optional.of(stages.getLast()));
    }
}
