package dev.lanescope.claims;

import dev.lanescope.claims.ClaimExperiment.Faults;
import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.concurrency.code.CodeException;
import dev.lanescope.concurrency.code.CodeShelf;
import dev.lanescope.concurrency.code.ModelCode;
import dev.lanescope.concurrency.knobs.Fault;
import dev.lanescope.content.ContentException;
import dev.lanescope.content.ScanProgress;
import dev.lanescope.content.Site;
import dev.lanescope.content.SiteScanner;
import dev.lanescope.lab.CostLab;
import dev.lanescope.lab.Costs;
import dev.lanescope.recording.Workspace;
import dev.lanescope.recording.faults.FaultGrid;
import dev.lanescope.recording.faults.FaultVerdict;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Carries out the experiments that are no studies: trials of faults, and measurements of costs.
/// They take some seconds a case; an interrupt ends them, and nothing is left of them then.
public final class Trials {

    private Trials() {}

    /// What faults are tried out on.
    public static Site faultContent() throws ContentException, InterruptedException {
        return SiteScanner.scan(Workspace.sampleContent(), ScanProgress.NONE);
    }

    /// Tries each fault out under each model, over the sample content.
    ///
    /// @param measures what is asked for besides the pages that are lost
    /// @param doing told what is being done
    public static List<Reading> of(Faults asked, List<Measure> measures, Consumer<String> doing)
            throws Exception {
        var grid = new FaultGrid(faultContent());
        Map<Measure.PagesLost, FaultVerdict> tried = new LinkedHashMap<>();
        for (String model : asked.models()) {
            for (Fault.Kind kind : asked.kinds()) {
                doing.accept("trying out " + kind.id() + " under " + model);
                tried.put(new Measure.PagesLost(model, kind), grid.of(model(model), kind));
            }
        }
        return Readings.ofFaults(measures, tried);
    }

    /// Measures the costs of each model.
    ///
    /// @param measures what is asked for
    /// @param doing told what is being done
    public static List<Reading> of(
            ClaimExperiment.Costs asked, Site site, List<Measure> measures, Consumer<String> doing)
            throws Exception {
        return of(asked, measures, costs(asked, site, doing));
    }

    /// The costs of each model, by its id; what one process told is one sample.
    ///
    /// @param doing told what is being done
    public static Map<String, Costs> costs(
            ClaimExperiment.Costs asked, Site site, Consumer<String> doing) throws Exception {
        Map<String, Costs> costs = new HashMap<>();
        int all = asked.models().size() * asked.rounds();
        doing.accept("measuring costs, 1 of " + all);
        new CostLab(site)
                .measure(
                        asked.models().stream().map(Trials::model).toList(),
                        asked.rounds(),
                        new Counted(all, costs, doing));
        return costs;
    }

    /// What is asked for of measured costs.
    public static List<Reading> of(
            ClaimExperiment.Costs asked, List<Measure> measures, Map<String, Costs> costs)
            throws CodeException {
        List<Reading> found = new ArrayList<>(Readings.of(measures, costs));
        for (Measure each : measures) {
            if (each instanceof Measure.CodeRatio ratio
                    && asked.models().containsAll(List.of(ratio.of(), ratio.over()))) {
                found.add(code(ratio));
            }
        }
        return List.copyOf(found);
    }

    /// Counted in the very source that runs.
    private static Reading code(Measure.CodeRatio asked) throws CodeException {
        var shelf = new CodeShelf();
        double of = shelf.of(model(asked.of())).lines();
        double over = shelf.of(model(asked.over())).lines();
        return Reading.counted(asked.key(), asked.title(), of / over);
    }

    /// Counts what models are made of.
    ///
    /// @param measures what is asked for
    public static List<Reading> of(ClaimExperiment.Sources asked, List<Measure> measures)
            throws CodeException {
        var shelf = new CodeShelf();
        List<Reading> found = new ArrayList<>();
        for (Measure each : measures) {
            if (each instanceof Measure.Code code && asked.models().contains(code.model())) {
                ModelCode source = shelf.of(model(code.model()));
                int counted =
                        switch (code.aspect()) {
                            case LINES -> source.lines();
                            case STATES -> source.states();
                            case FAILURES -> source.failurePaths();
                        };
                found.add(Reading.counted(each.key(), each.title(), counted));
            }
        }
        return List.copyOf(found);
    }

    private static ConcurrencyModel model(String id) {
        return Models.byId(id).orElseThrow();
    }

    /// Adds up what was measured, and says how far it is.
    private static final class Counted implements CostLab.Receiver {
        private final int all;
        private final Map<String, Costs> costs;
        private final Consumer<String> doing;
        private int done;

        Counted(int all, Map<String, Costs> costs, Consumer<String> doing) {
            this.all = all;
            this.costs = costs;
            this.doing = doing;
        }

        @Override
        public void take(ConcurrencyModel model, Costs more) {
            costs.merge(model.id(), more.middles(), Costs::plus); // a process is one repeat
            done++;
            if (done < all) {
                doing.accept("measuring costs, " + (done + 1) + " of " + all);
            }
        }
    }
}
