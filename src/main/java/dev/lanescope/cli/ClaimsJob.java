package dev.lanescope.cli;

import dev.lanescope.analysis.compare.Comparison;
import dev.lanescope.claims.Claim;
import dev.lanescope.claims.ClaimExperiment;
import dev.lanescope.claims.Here;
import dev.lanescope.claims.evidence.ClaimCard;
import dev.lanescope.claims.evidence.Evidence;
import dev.lanescope.claims.tables.Tables;
import dev.lanescope.content.Site;
import dev.lanescope.exchange.report.ComparedTable;
import dev.lanescope.exchange.report.Report;
import dev.lanescope.exchange.report.TestedClaim;
import dev.lanescope.study.StudyResult;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/// The experiments of claims, one after the other; each is what its own command does. What several
/// claims ask for is done once.
final class ClaimsJob {

    private final StudyOptions options;
    private final Site site;
    private final Here here;
    private final Streams streams;
    private final CtrlC ctrlC;

    ClaimsJob(StudyOptions options, Site site, Here here, Streams streams, CtrlC ctrlC) {
        this.options = options;
        this.site = site;
        this.here = here;
        this.streams = streams;
        this.ctrlC = ctrlC;
    }

    ExitCode test(List<Claim> claims) throws Exception {
        var experiments = new LinkedHashSet<ClaimExperiment>();
        for (Claim claim : claims) {
            Optional<String> obstacle = claim.obstacle(here);
            if (obstacle.isPresent()) {
                throw TerminalException.badInput(
                        claim.id() + " cannot be tested here. " + obstacle.get());
            }
            experiments.addAll(claim.experiments());
        }
        long studies = experiments.stream().filter(ClaimExperiment.Turns.class::isInstance).count();
        if (studies != 1 && (!options.reports.get().isEmpty() || options.bundle.isThere())) {
            throw TerminalException.badInput(
                    "--report and --bundle keep one study, and these tests make "
                            + studies
                            + ": test one claim that makes one.");
        }
        TrialJob.expectRoom();
        var code = ExitCode.ALL_CAME_OUT;
        for (ClaimExperiment each : experiments) {
            ExitCode came = carryOut(each, claims);
            code = came == ExitCode.ALL_CAME_OUT ? code : came;
        }
        return code;
    }

    private ExitCode carryOut(ClaimExperiment experiment, List<Claim> claims) throws Exception {
        return switch (experiment) {
            case ClaimExperiment.Turns turns -> study(turns, claims);
            case ClaimExperiment.Faults faults -> {
                trial().faults(faults);
                yield ExitCode.ALL_CAME_OUT;
            }
            case ClaimExperiment.Costs costs -> {
                trial().costs(costs);
                yield ExitCode.ALL_CAME_OUT;
            }
            case ClaimExperiment.Sources sources -> {
                trial().sources(sources);
                yield ExitCode.ALL_CAME_OUT;
            }
        };
    }

    private TrialJob trial() {
        return new TrialJob(site, here, options.json.get() ? streams.still() : streams, ctrlC);
    }

    /// An ordinary study with its ordinary table, report and bundle.
    private ExitCode study(ClaimExperiment.Turns turns, List<Claim> claims) throws Exception {
        options.repeats.or(turns.repeats(here)); // as many as its intervals take together
        StudyPlan plan =
                options.plan(
                        turns.crew() == ClaimExperiment.Crew.UP_TO_TWICE_THE_CORES
                                ? StudyPlan.Verb.SWEEP
                                : StudyPlan.Verb.COMPARE,
                        turns.models(here),
                        turns.workers(here));
        var job = new StudyJob(options, options.look, plan, streams, ctrlC);
        StudyResult result = job.carryOut();
        Comparison comparison = result.comparison();
        if (!options.json.get()) {
            new StudyReport(comparison, job.circumstances(result), options.content())
                    .print(streams.out());
            streams.out().println();
        }
        Evidence found =
                Evidence.of(comparison.contenders(), here, Tables.measures(turns))
                        .but(result.noise());
        TrialJob.keep(found);
        var report = new Report(comparison, job.circumstances(result), Optional.empty());
        return job.keep(result, report.with(tested(claims), tables(found)));
    }

    /// Those tables in which the study has a part, with all that is known.
    private List<ComparedTable> tables(Evidence found) throws TerminalException {
        return Tables.filled(here, ClaimsCommand.kept().evidence()).stream()
                .filter(table -> table.restsOn(found))
                .map(TableText::of)
                .toList();
    }

    private List<TestedClaim> tested(List<Claim> claims) throws TerminalException {
        List<Evidence> known = ClaimsCommand.kept().evidence();
        var tested = new ArrayList<TestedClaim>();
        for (Claim claim : claims) {
            ClaimCard card = ClaimCard.of(claim, here, known);
            tested.add(
                    new TestedClaim(
                            claim.words(), claim.by(), card.state().word(), card.state().why()));
        }
        return tested;
    }
}
