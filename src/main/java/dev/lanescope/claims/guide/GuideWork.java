package dev.lanescope.claims.guide;

import dev.lanescope.claims.ClaimExperiment;
import dev.lanescope.claims.ClaimStudy;
import dev.lanescope.claims.Here;
import dev.lanescope.claims.Measure;
import dev.lanescope.claims.Reading;
import dev.lanescope.claims.Trials;
import dev.lanescope.claims.evidence.Evidence;
import dev.lanescope.claims.tables.Tables;
import dev.lanescope.content.Site;
import dev.lanescope.lab.Costs;
import dev.lanescope.lab.Figure;
import dev.lanescope.lab.curves.CurveBook;
import dev.lanescope.lab.curves.CurveLab;
import dev.lanescope.pipeline.RenderSettings;
import dev.lanescope.study.Study;
import dev.lanescope.study.StudyResult;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Carries out what steps do, but for studies, and says what studies bear on. An interrupt ends it,
/// and nothing is left of it then.
public final class GuideWork {

    private GuideWork() {}

    /// What is found.
    ///
    /// @param asked anything but settings that take turns
    /// @param doing told what is being done
    public static Evidence carryOut(
            GuideExperiment asked, Site site, Here here, Consumer<String> doing) throws Exception {
        return switch (asked) {
            case GuideExperiment.Look _ -> {
                doing.accept("asking Pythons for their names");
                yield Evidence.now(here, LookAround.now(), List.of());
            }
            case GuideExperiment.Packing _ -> {
                doing.accept("packing the site");
                yield Evidence.now(here, SitePacking.of(site), List.of());
            }
            case GuideExperiment.Curves curves ->
                    Evidence.now(here, curves(curves, site, doing), List.of());
            case GuideExperiment.Tested(ClaimExperiment.Costs costs) ->
                    Evidence.now(here, costs(costs, site, doing), List.of());
            case GuideExperiment.Tested(ClaimExperiment.Faults faults) -> {
                Site sample = Trials.faultContent();
                yield Evidence.now(here, Trials.of(faults, Tables.measures(), doing), List.of())
                        .of(sample.name(), sample.pages().size());
            }
            case GuideExperiment.Tested(ClaimExperiment.Sources sources) ->
                    Evidence.now(here, Trials.of(sources, Tables.measures()), List.of());
            case GuideExperiment.Pickling _, GuideExperiment.Tested(ClaimExperiment.Turns _) ->
                    throw new IllegalArgumentException("a study is carried out as one");
        };
    }

    private static List<Reading> curves(
            GuideExperiment.Curves asked, Site site, Consumer<String> doing) throws Exception {
        // Only its sheets count here, whatever was asked for.
        var book = new AtomicReference<>(new CurveBook(asked.plan().keySet().iterator().next()));
        String all = " of " + asked.measurements();
        doing.accept("measuring curves, 1" + all);
        new CurveLab(site)
                .measure(
                        asked.plan(),
                        asked.rounds(),
                        found -> {
                            int done = book.updateAndGet(now -> now.with(found)).measurements();
                            if (done < asked.measurements()) {
                                doing.accept("measuring curves, " + (done + 1) + all);
                            }
                        });
        return CurveReadings.of(book.get());
    }

    /// What claims ask for, and every figure of every model besides.
    private static List<Reading> costs(
            ClaimExperiment.Costs asked, Site site, Consumer<String> doing) throws Exception {
        return of(asked, Trials.costs(asked, site, doing));
    }

    /// @param costs by model
    static List<Reading> of(ClaimExperiment.Costs asked, Map<String, Costs> costs)
            throws Exception {
        var found = new LinkedHashMap<String, Reading>();
        Trials.of(asked, Tables.measures(), costs).forEach(each -> found.put(each.key(), each));
        costs.forEach((model, known) -> {
            for (Figure figure : Figure.values()) {
                var measure = new Measure.Cost(model, figure);
                known.of(figure)
                        .ifPresent(spread ->
                                found.putIfAbsent(
                                        measure.key(),
                                        Reading.ofRounds(measure.key(), measure.title(), spread)));
            }
        });
        return new ArrayList<>(found.values());
    }

    /// Whether it is a study, in which settings take turns.
    public static boolean isStudy(GuideExperiment experiment) {
        return experiment instanceof GuideExperiment.Pickling
                || experiment instanceof GuideExperiment.Tested(ClaimExperiment.Turns _);
    }

    /// The study to do.
    ///
    /// @param asked one that [is a study][#isStudy]
    /// @throws IOException with one sentence if a Python cannot be had
    public static Study study(GuideExperiment asked, Here here, Site site, RenderSettings settings)
            throws IOException {
        return asked instanceof GuideExperiment.Tested(ClaimExperiment.Turns turns)
                ? ClaimStudy.of(turns, here, site, settings)
                : PickleStudy.of(here, site, settings);
    }

    /// All that a claim, a table or a step of a guide is about and any runs may tell of.
    static List<Measure> measuresOfAnyRuns() {
        return Stream.concat(Tables.measuresOfAnyRuns().stream(), Prototype.MEASURES.stream())
                .distinct()
                .toList();
    }

    /// What a study bears on: what claims ask for, and how the time of a run divides.
    public static Evidence of(StudyResult result, Here here) {
        return Evidence.of(result.comparison().contenders(), here, measuresOfAnyRuns())
                .but(result.noise())
                .plus(PhaseReadings.of(result))
                .plus(PickleStudy.readings(result));
    }
}
