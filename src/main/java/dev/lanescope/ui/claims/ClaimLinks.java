package dev.lanescope.ui.claims;

import dev.lanescope.claims.ClaimExperiment;
import dev.lanescope.claims.ClaimStudy;
import dev.lanescope.claims.Here;
import dev.lanescope.claims.Reading;
import dev.lanescope.claims.Trials;
import dev.lanescope.claims.Way;
import dev.lanescope.claims.evidence.Evidence;
import dev.lanescope.claims.tables.Tables;
import dev.lanescope.content.Site;
import dev.lanescope.pipeline.RenderSettings;
import dev.lanescope.study.StudyResult;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// What claims and tables ask for, as things to do one after the other.
///
/// @param look how the site is to look, asked when a study is made ready
/// @param says told what is being done
record ClaimLinks(Told now, Supplier<RenderSettings> look, Consumer<String> says) {

    Chain.Link of(ClaimExperiment experiment) {
        return switch (experiment) {
            case ClaimExperiment.Turns turns -> study(turns);
            case ClaimExperiment.Faults faults ->
                    new Chain.Link.Attempt(() -> {
                        Site sample = Trials.faultContent();
                        return found(Trials.of(faults, Tables.measures(), says))
                                .of(sample.name(), sample.pages().size());
                    });
            case ClaimExperiment.Costs costs ->
                    new Chain.Link.Attempt(
                            () -> found(Trials.of(costs, now.site(), Tables.measures(), says)));
            case ClaimExperiment.Sources sources ->
                    new Chain.Link.Attempt(() -> found(Trials.of(sources, Tables.measures())));
        };
    }

    private Chain.Link study(ClaimExperiment.Turns turns) {
        Here here = now.here();
        return new Chain.Link.Measure(
                () -> ClaimStudy.of(turns, here, now.site(), look.get()),
                turns.words(here),
                turns.way() == Way.USUAL,
                result -> found(turns, result));
    }

    private Evidence found(ClaimExperiment.Turns turns, StudyResult result) {
        return Evidence.of(result.comparison().contenders(), now.here(), Tables.measures(turns))
                .but(result.noise());
    }

    private Evidence found(List<Reading> readings) {
        return Evidence.now(now.here(), readings, List.of());
    }
}
