package dev.lanescope.claims.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.claims.ClaimExperiment;
import dev.lanescope.claims.Here;
import dev.lanescope.claims.Measure;
import dev.lanescope.claims.Reading;
import dev.lanescope.claims.Readings;
import dev.lanescope.claims.tables.Tables;
import dev.lanescope.content.ScanProgress;
import dev.lanescope.content.Site;
import dev.lanescope.content.SiteScanner;
import dev.lanescope.lab.Costs;
import dev.lanescope.lab.Figure;
import dev.lanescope.lab.curves.Compiling;
import dev.lanescope.lab.curves.Contest;
import dev.lanescope.lab.curves.Curve;
import dev.lanescope.lab.curves.CurveBook;
import dev.lanescope.lab.curves.CurveFinding;
import dev.lanescope.lab.curves.CurveKind;
import dev.lanescope.lab.curves.Row;
import dev.lanescope.pipeline.RenderSettings;
import dev.lanescope.recording.Folders;
import dev.lanescope.recording.faults.FaultVerdict;
import dev.lanescope.study.Study;
import dev.lanescope.study.StudyRun;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What a step seeks is what its experiments find: by the same keys, or it would never be done.
///
/// What is quick is really done, and studies with one repeat. What takes minutes is not measured
/// again: its figures are made up, and told by those who tell real ones.
class SoughtTest {

    @TempDir Path temp;

    private Site site() throws Exception {
        int pages = 4 * Runtime.getRuntime().availableProcessors() + 4;
        return SiteScanner.scan(Folders.withPages(temp, pages), ScanProgress.NONE);
    }

    @ParameterizedTest
    @EnumSource
    void every_step_seeks_only_what_its_own_experiments_find(Guide guide) throws Exception {
        Site site = site();
        Here here = Here.with(site);
        for (Step step : guide.measured().toList()) {
            if (step.obstacle(here).isPresent()) {
                continue; // such as on one processor
            }
            Set<String> found = new HashSet<>();
            for (GuideExperiment each : step.experiments(here)) {
                found.addAll(keys(found(each, site, here)));
            }
            assertThat(found)
                    .as(step.title())
                    .containsAll(
                            step.sought(here).stream()
                                    .filter(each -> each.needed() || isTold(each.key()))
                                    .map(Sought::key)
                                    .toList());
        }
    }

    /// Whether it is told on every machine.
    private static boolean isTold(String key) {
        return !key.equals(LookAround.NAMES) && !key.startsWith(PickleStudy.BYTES);
    }

    @Test
    void the_claim_that_decides_is_about_figures_that_steps_find() {
        Set<String> measures =
                GuideWork.measuresOfAnyRuns().stream()
                        .map(Measure::key)
                        .collect(Collectors.toSet());
        assertThat(measures)
                .contains(
                        Prototype.GAIN,
                        Prototype.OVER_LOCK,
                        Prototype.FREE_OVER_LOCK,
                        Prototype.PYTHON_GAIN,
                        Prototype.START,
                        Prototype.CODE,
                        JitStep.PYTHON_GAIN);
    }

    private static Set<String> keys(List<Reading> readings) {
        return readings.stream().map(Reading::key).collect(Collectors.toSet());
    }

    private List<Reading> found(GuideExperiment experiment, Site site, Here here) throws Exception {
        if (GuideWork.isStudy(experiment)) {
            Study asked = GuideWork.study(experiment, here, site, RenderSettings.STANDARD);
            var once = new Study(asked.settings(), 1, asked.seed(), asked.cold());
            return GuideWork.of(new StudyRun(once).carryOut(), here).readings();
        }
        return switch (experiment) {
            case GuideExperiment.Curves curves -> CurveReadings.of(book(curves));
            case GuideExperiment.Tested(ClaimExperiment.Costs costs) ->
                    GuideWork.of(costs, madeUp(costs));
            case GuideExperiment.Tested(ClaimExperiment.Faults faults) ->
                    Readings.ofFaults(Tables.measures(), madeUp(faults));
            case GuideExperiment.Look _,
                    GuideExperiment.Packing _,
                    GuideExperiment.Pickling _,
                    GuideExperiment.Tested _ ->
                    GuideWork.carryOut(experiment, site, here, _ -> {}).readings();
        };
    }

    private static Map<String, Costs> madeUp(ClaimExperiment.Costs asked) {
        var every =
                new Costs(
                        Arrays.stream(Figure.values())
                                .collect(Collectors.toMap(each -> each, _ -> List.of(2.0))));
        return asked.models().stream().collect(Collectors.toMap(each -> each, _ -> every));
    }

    private static Map<Measure.PagesLost, FaultVerdict> madeUp(ClaimExperiment.Faults asked) {
        var tried = new HashMap<Measure.PagesLost, FaultVerdict>();
        var verdict = new FaultVerdict(FaultVerdict.Loss.PAGE, 1, 0, 0, "");
        asked.models()
                .forEach(model ->
                        asked.kinds()
                                .forEach(kind ->
                                        tried.put(new Measure.PagesLost(model, kind), verdict)));
        return tried;
    }

    private static CurveBook book(GuideExperiment.Curves asked) {
        var book = new CurveBook(CurveKind.JIT);
        for (Map.Entry<CurveKind, List<Row>> each : asked.plan().entrySet()) {
            for (Row row : each.getValue()) {
                book = book.with(new CurveFinding(each.getKey(), row, curve(each.getKey(), row)));
            }
        }
        return book;
    }

    /// At a few points that this kind has.
    private static Curve curve(CurveKind kind, Row row) {
        var points = new TreeMap<Integer, List<Double>>();
        switch (kind) {
            case JIT -> {
                boolean compiled = !row.equals(Compiling.INTERPRETED);
                points.put(40, List.of(compiled ? 5e6 : 4e6));
                points.put(80, List.of(compiled ? 1.1e6 : 4e6));
                points.put(160, List.of(compiled ? 1e6 : 4e6));
            }
            case PING_PONG -> points.put(Contest.PAYLOAD, List.of(30e3));
            case BREAK_EVEN -> {
                points.put(2_000, List.of(0.5));
                points.put(8_000, List.of(1.5));
            }
            default -> {
                points.put(1_000, List.of(1e5));
                points.put(2_000, List.of(2e5));
            }
        }
        return new Curve(points);
    }
}
