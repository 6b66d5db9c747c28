package dev.lanescope.claims;

import dev.lanescope.analysis.ComputeAndWait;
import dev.lanescope.analysis.RunSummary;
import dev.lanescope.analysis.compare.Bootstrap;
import dev.lanescope.analysis.compare.Comparison;
import dev.lanescope.analysis.compare.Contender;
import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.concurrency.knobs.Fault;
import dev.lanescope.lab.Costs;
import dev.lanescope.lab.Figure;
import dev.lanescope.lab.Spread;
import dev.lanescope.recording.faults.FaultVerdict;
import dev.lanescope.trace.Snapshot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What measures come to, out of what the app measures anyway. What was not run gives no reading;
/// runs that did not do the same give none either.
public final class Readings {

    /// The models that work alone; what the first of them says goes before the others.
    public static final List<String> ALONE = List.of("python-sequential", "sequential");

    private static final String PYTHON = "CPython ";

    /// Together all that a further worker takes; pages of memory that processes share count once.
    private static final List<Figure> MEMORY =
            List.of(Figure.HEAP, Figure.METASPACE, Figure.CODE_CACHE, Figure.CHILD_PSS);

    private Readings() {}

    /// The key of which part of its time a model that is alone computes, 0 to 1.
    public static String computing(String model) {
        return "computes:" + model;
    }

    /// Out of runs that took turns. Of a setting that ran cold and warm the warm runs tell, unless
    /// a measure is of cold ones.
    ///
    /// @param measures those that are asked for; the others are left aside
    public static List<Reading> of(List<Measure> measures, List<Contender> all, Here here) {
        List<Contender> ran =
                all.stream().sorted(Comparator.comparing(Contender::warmth).reversed()).toList();
        var found = new ArrayList<Reading>();
        for (Measure measure : measures) {
            switch (measure) {
                case Measure.SpeedUp asked -> speedUp(asked, ran, here).ifPresent(found::add);
                case Measure.BestWorkers asked -> found.addAll(best(asked, ran, here));
                case Measure.OfRuns asked -> told(asked, ran, here).ifPresent(found::add);
                case Measure.PagesLost _,
                        Measure.FewerLost _,
                        Measure.CodeRatio _,
                        Measure.Code _,
                        Measure.CostRatio _,
                        Measure.CrossingRatio _,
                        Measure.WorkerMemory _,
                        Measure.Cost _ -> {}
            }
        }
        if (measures.isEmpty() || measures.stream().anyMatch(each -> each.way() == Way.USUAL)) {
            found.addAll(computing(ran)); // runs that were slowed down do not tell
            found.addAll(StageReadings.of(ran, here));
        }
        return List.copyOf(found);
    }

    /// Of each model that is alone, a share for each run, from the least to the greatest of them.
    private static List<Reading> computing(List<Contender> ran) {
        return ALONE.stream()
                .flatMap(model ->
                        ran.stream()
                                .filter(each -> each.info().model().equals(model))
                                .flatMap(each -> computing(each).stream())
                                .limit(1))
                .toList();
    }

    private static Optional<Reading> computing(Contender alone) {
        List<Double> shares =
                alone.runs().stream()
                        .flatMap(run -> ComputeAndWait.of(run).stream())
                        .map(took -> 1 / (1 + took.waitByCompute()))
                        .toList();
        if (shares.isEmpty()) {
            return Optional.empty();
        }
        var spread = new Spread(shares);
        return Optional.of(
                new Reading(
                        computing(alone.info().model()),
                        alone.title(),
                        spread.median(),
                        spread.least(),
                        spread.most(),
                        shares.size()));
    }

    /// What each run says, from the least to the greatest of them.
    private static Optional<Reading> told(Measure.OfRuns asked, List<Contender> ran, Here here) {
        return ran.stream()
                .filter(each -> isOf(each, asked.side(), here.processors(), here))
                .filter(asked.way()::fits)
                .flatMap(each -> told(asked, each).stream())
                .findFirst();
    }

    private static Optional<Reading> told(Measure.OfRuns asked, Contender contender) {
        List<Double> told =
                contender.runs().stream()
                        .map(asked.quantity()::of)
                        .filter(OptionalDouble::isPresent)
                        .map(OptionalDouble::getAsDouble)
                        .toList();
        return told.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Reading.ofRounds(
                                asked.key(),
                                asked.quantity().title() + ", " + contender.title(),
                                new Spread(told)));
    }

    private static Optional<Reading> speedUp(
            Measure.SpeedUp asked, List<Contender> ran, Here here) {
        int workers = asked.crew().workers(here).getFirst();
        List<Contender> fitting = ran.stream().filter(asked.way()::fits).toList();
        for (Contender of : fitting) {
            for (Contender over : fitting) {
                if (isOf(of, asked.of(), workers, here)
                        && isOf(over, asked.over(), workers, here)
                        && isSameSetting(of, over, asked, here)) {
                    return against(asked.key(), of, over, 1);
                }
            }
        }
        return Optional.empty();
    }

    private static List<Reading> best(Measure.BestWorkers asked, List<Contender> ran, Here here) {
        List<Contender> sweep =
                ran.stream()
                        .filter(each -> isOf(each, asked.side(), here))
                        .filter(asked.way()::fits)
                        .toList();
        int wanted = asked.timesCores() * here.processors();
        Optional<Contender> chosen =
                sweep.stream().filter(each -> each.info().workers() == wanted).findFirst();
        List<Contender> others =
                sweep.stream()
                        .filter(each -> each.info().workers() != wanted)
                        .filter(each -> isAlike(chosen, each))
                        .toList();
        return chosen.stream()
                .flatMap(of ->
                        others.stream()
                                .flatMap(over ->
                                        against(asked.key(), of, over, others.size()).stream()))
                .toList();
    }

    private static boolean isAlike(Optional<Contender> one, Contender other) {
        return one.filter(each -> each.info().setting().equals(other.info().setting())).isPresent();
    }

    /// One against the other, if they did the same.
    ///
    /// @param together how many readings decide together
    private static Optional<Reading> against(
            String key, Contender of, Contender over, int together) {
        List<Snapshot> runs = Stream.of(of, over).flatMap(each -> each.runs().stream()).toList();
        if (!Comparison.of(runs).objections().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                Reading.of(
                        key, what(of, over), Bootstrap.ratio(over.walls(), of.walls(), together)));
    }

    /// What they have in common is said once.
    private static String what(Contender of, Contender over) {
        String setting = of.info().setting();
        return setting.isEmpty() || !setting.equals(over.info().setting())
                ? of.title() + " against " + over.title()
                : bare(of) + " against " + bare(over) + ", " + setting;
    }

    private static String bare(Contender contender) {
        return contender.info().modelTitle() + " \u00d7 " + contender.info().workers();
    }

    private static boolean isOf(Contender contender, Side side, int workers, Here here) {
        boolean asMany =
                Models.byId(side.model()).filter(each -> each.workers().isFixed()).isPresent()
                        || contender.info().workers() == workers;
        return asMany && isOf(contender, side, here);
    }

    private static boolean isOf(Contender contender, Side side, Here here) {
        return contender.info().model().equals(side.model())
                && (side.build() == Build.NONE
                        || here.runtime(side.build())
                                .filter(id -> contender.info().python().orElse("").equals(id))
                                .isPresent())
                && RunSummary.of(contender.median()).isComplete();
    }

    /// Everything but the runtime must be alike, and two runtimes be made alike: knobs that change
    /// the work are no claim's, and other flags of a build are none either.
    private static boolean isSameSetting(
            Contender of, Contender over, Measure.SpeedUp asked, Here here) {
        boolean oneRuntime = asked.of().build() == asked.over().build();
        return oneRuntime
                ? of.info().setting().equals(over.info().setting())
                : knobs(of).equals(knobs(over))
                        && here.unlike(asked.of().build(), asked.over().build()).isEmpty();
    }

    private static String knobs(Contender contender) {
        String setting = contender.info().setting();
        int end = setting.indexOf(',');
        return setting.startsWith(PYTHON) ? (end < 0 ? "" : setting.substring(end)) : setting;
    }

    /// Out of trials of faults.
    public static List<Reading> ofFaults(
            List<Measure> measures, Map<Measure.PagesLost, FaultVerdict> tried) {
        List<Reading> found = new ArrayList<>();
        tried.forEach((measure, verdict) -> found.add(lost(measure, verdict)));
        for (Measure each : measures) {
            if (each instanceof Measure.FewerLost(String model, String than, Fault.Kind fault)) {
                FaultVerdict here = tried.get(new Measure.PagesLost(model, fault));
                FaultVerdict there = tried.get(new Measure.PagesLost(than, fault));
                if (here != null && there != null) {
                    int fewer = there.pagesLost() - here.pagesLost();
                    found.add(Reading.counted(each.key(), each.title(), fewer));
                }
            }
        }
        return List.copyOf(found);
    }

    private static Reading lost(Measure.PagesLost asked, FaultVerdict verdict) {
        String how =
                switch (verdict.loss()) {
                    case PROCESS -> ", with the whole process";
                    case HANGS -> ", and the run never ended";
                    case NOTHING, PAGE, NEIGHBOURS, RUN -> "";
                };
        return Reading.counted(asked.key(), asked.title() + how, verdict.pagesLost());
    }

    /// Out of measured costs.
    ///
    /// @param costs by model
    public static List<Reading> of(List<Measure> measures, Map<String, Costs> costs) {
        return measures.stream().flatMap(each -> cost(each, costs).stream()).toList();
    }

    private static Optional<Reading> cost(Measure measure, Map<String, Costs> costs) {
        return switch (measure) {
            case Measure.CostRatio asked ->
                    ratio(
                            asked,
                            samples(costs, asked.of(), asked.figure()),
                            samples(costs, asked.over(), asked.figure()));
            case Measure.CrossingRatio asked ->
                    ratio(
                            asked,
                            samples(costs, asked.model(), asked.of()),
                            samples(costs, asked.model(), asked.over()));
            case Measure.Cost asked -> rounds(asked, samples(costs, asked.model(), asked.figure()));
            case Measure.WorkerMemory(String model) ->
                    rounds(measure, sums(costs.getOrDefault(model, Costs.NONE)));
            case Measure.SpeedUp _,
                    Measure.BestWorkers _,
                    Measure.OfRuns _,
                    Measure.PagesLost _,
                    Measure.FewerLost _,
                    Measure.Code _,
                    Measure.CodeRatio _ ->
                    Optional.empty();
        };
    }

    private static Optional<Reading> rounds(Measure asked, List<Double> rounds) {
        return rounds.isEmpty()
                ? Optional.empty()
                : Optional.of(Reading.ofRounds(asked.key(), asked.title(), new Spread(rounds)));
    }

    /// Of each round the memory of all kinds together, if all of them were measured in it.
    private static List<Double> sums(Costs costs) {
        List<List<Double>> kinds =
                MEMORY.stream()
                        .flatMap(figure -> Stream.ofNullable(costs.samples().get(figure)))
                        .toList();
        int rounds = kinds.stream().mapToInt(List::size).max().orElse(0);
        return kinds.stream().anyMatch(each -> each.size() != rounds)
                ? List.of()
                : IntStream.range(0, rounds)
                        .mapToObj(
                                round -> kinds.stream().mapToDouble(each -> each.get(round)).sum())
                        .toList();
    }

    private static Optional<Reading> ratio(Measure asked, List<Double> of, List<Double> over) {
        boolean known =
                !of.isEmpty() && !over.isEmpty() && over.stream().allMatch(each -> each > 0);
        return known
                ? Optional.of(Reading.of(asked.key(), asked.title(), Bootstrap.ratio(of, over)))
                : Optional.empty();
    }

    private static List<Double> samples(Map<String, Costs> costs, String model, Figure figure) {
        return costs.getOrDefault(model, Costs.NONE)
                .of(figure)
                .map(spread -> spread.samples())
                .orElse(List.of());
    }
}
