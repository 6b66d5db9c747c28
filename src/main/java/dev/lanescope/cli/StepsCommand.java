package dev.lanescope.cli;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.concurrency.knobs.Knob;
import dev.lanescope.concurrency.knobs.Knobs;
import dev.lanescope.concurrency.knobs.Preset;
import dev.lanescope.content.Site;
import dev.lanescope.pipeline.RenderSettings;
import dev.lanescope.recording.Experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `lanescope steps FOLDER`: the four presets over the same pages, taking turns, and what each
/// gains over the one before.
final class StepsCommand implements Command {

    private final OptionSheet sheet =
            new OptionSheet(
                    this,
                    "steps",
                    "Render a folder in four steps from naive to fast, taking turns, and say what each"
                            + " step gains.");

    private static final int MOST_ROUNDS = 1_000;

    private final Given<Integer> rounds =
            sheet.number("--rounds", "N", "How often the presets take turns. Default: 5.").or(5);

    private final Given<Integer> warmUp =
            sheet.number(
                            "--warm-up",
                            "N",
                            "How often the workers of each run do the pages unrecorded before. Default: 1.")
                    .or(1);

    private final TargetOptions target = new TargetOptions(sheet);

    private final RenderOptions look = new RenderOptions(sheet);

    private final Given<Boolean> json =
            sheet.flag("--json", "Print one JSON object instead of text.");

    private final Streams streams;
    private final CtrlC ctrlC;

    StepsCommand(Streams streams, CtrlC ctrlC) {
        this.streams = streams;
        this.ctrlC = ctrlC;
    }

    @Override
    public OptionSheet sheet() {
        return sheet;
    }

    @Override
    public Integer call() throws Exception {
        TerminalException.within("--rounds", rounds.get(), 1, MOST_ROUNDS);
        TerminalException.within("--warm-up", warmUp.get(), 0, Knobs.MOST_PASSES);
        Choice choice = target.choice();
        refuse(choice);
        RenderSettings settings = look.settings();
        Streams watched = json.get() ? streams.still() : streams;
        Site site = target.scan(watched);
        Path output = target.output(site);
        List<Experiment> experiments = new ArrayList<>();
        for (Preset preset : Preset.values()) {
            experiments.add(
                    new Experiment(site, output, choice.model(), choice.workers(), settings, true)
                            .with(preset.knobs().withWarmUp(warmUp.get())));
        }
        if (!json.get()) {
            streams.out().println(announcement(site, choice));
            streams.out().println();
        }
        var steps =
                new Steps(
                        new Conductor(watched, ctrlC)
                                .takeTurns(
                                        experiments,
                                        rounds.get(),
                                        number -> Preset.values()[number].id()));
        if (json.get()) {
            Json.print(StepsJson.of(steps), streams.out());
        } else {
            steps.print(streams.out());
        }
        SiteRemarks.failures(steps.runs().getLast().median(), streams.err());
        return steps.exitCode().number();
    }

    private static void refuse(Choice choice) throws TerminalException {
        for (Preset preset : Preset.values()) {
            for (Knob knob : preset.knobs().turned()) {
                Optional<String> why = choice.model().refusal(preset.knobs().only(knob));
                if (why.isPresent()) {
                    throw TerminalException.badInput(
                            choice.model().id()
                                    + " cannot take the step "
                                    + preset.id()
                                    + ", which needs --"
                                    + knob.id()
                                    + ". "
                                    + why.get());
                }
            }
        }
    }

    private String announcement(Site site, Choice choice) {
        return site.name()
                + ": "
                + Amounts.count(site.pages().size(), "page")
                + ", "
                + Amounts.bytes(site.bytes())
                + " of Markdown; "
                + choice.model().id()
                + ", "
                + Amounts.count(choice.workers(), "worker")
                + "; "
                + Amounts.count(rounds.get(), "round")
                + ", "
                + (warmUp.get() == 1 ? "one unrecorded pass" : warmUp.get() + " unrecorded passes")
                + " before each run";
    }
}
