package dev.lanescope.cli;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.claims.Here;
import dev.lanescope.claims.guide.Guide;
import dev.lanescope.claims.guide.GuidePaper;
import dev.lanescope.claims.guide.GuideState;
import dev.lanescope.claims.guide.Sought;
import dev.lanescope.claims.guide.Step;
import dev.lanescope.claims.guide.StepState;
import dev.lanescope.claims.guide.Verdict;

import java.io.PrintStream;

/// Where a guide stands, for people.
record GuideText(GuideState state) {

    void print(PrintStream out) {
        Guide guide = state.guide();
        Here here = state.here();
        out.println(
                Plain.of(
                        guide.title()
                                + ": "
                                + here.content()
                                + ", "
                                + Amounts.pages(here.pages())
                                + ", "
                                + Amounts.count(here.processors(), "processor")
                                + "; "
                                + state.summary()));
        out.println(Plain.of("A plan of " + guide.by() + "."));
        int number = 0;
        for (Guide.Phase phase : guide.phases()) {
            out.println();
            out.println(Plain.of(phase.title() + times(phase)));
            for (Step step : phase.steps()) {
                number++;
                print(number, step, out);
            }
        }
        out.println();
        out.println("What its author wanted done next; only evidence ticks it");
        for (GuideState.Tick tick : state.checklist()) {
            out.println((tick.done() ? "  [x] " : "  [ ] ") + tick.what());
        }
        out.println();
        state.verdict().ifPresentOrElse(verdict -> print(verdict, out), () -> open(out));
    }

    /// E.g. `: planned were 1 to 2 hours, it took 4 min 12 s here`.
    private String times(Guide.Phase phase) {
        String spent = state.spent(phase).words();
        String planned = phase.budget().isEmpty() ? "" : "planned were " + phase.budget();
        String here = spent.isEmpty() ? "" : "it " + spent;
        String comma = planned.isEmpty() || here.isEmpty() ? "" : ", ";
        return planned.isEmpty() && here.isEmpty() ? "" : ": " + planned + comma + here;
    }

    private void print(int number, Step step, PrintStream out) {
        StepState now = state.state(step);
        out.println(
                Plain.of(
                        "  " + number + " " + step.id() + ": " + now.word() + ". " + step.asked()));
        if (!now.why().isEmpty()) {
            out.println(Plain.of("    " + now.why()));
        }
        step.note(state.here()).ifPresent(note -> out.println(Plain.of("    " + note)));
        if (now instanceof StepState.NotBegun && !step.isConclusion()) {
            out.println(Plain.of("    " + takes(step, state.here())));
        }
        if (now instanceof StepState.Done && !step.isConclusion()) {
            figures(step, out);
        }
    }

    private void figures(Step step, PrintStream out) {
        var table = new TextTable(0, 1);
        for (Sought each : step.sought(state.here())) {
            state.found()
                    .of(each.key())
                    .ifPresent(known -> table.row("  " + each.name(known), each.words(known)));
        }
        table.lines().forEach(out::println);
    }

    /// E.g. `about 3 min 30 s: costs of isolated, processes, 6 rounds`.
    static String takes(Step step, Here here) {
        return "about "
                + GuidePaper.time(step.estimate(here))
                + ": "
                + String.join(
                        "; ",
                        step.experiments(here).stream().map(each -> each.words(here)).toList());
    }

    private static void print(Verdict verdict, PrintStream out) {
        out.println(
                Plain.of(
                        "Outcome, of three that were expected: "
                                + verdict.outcome()
                                + " ("
                                + verdict.meaning()
                                + ")"));
        out.println(Plain.of("  " + verdict.because()));
        out.println(Plain.of("  " + verdict.decision()));
        var table = new TextTable(0, 1);
        verdict.figures().forEach(each -> table.row(each.name(), each.words()));
        table.lines().forEach(out::println);
    }

    private void open(PrintStream out) {
        out.println(
                "`lanescope guide FOLDER --study "
                        + state.guide().id()
                        + " --step N` does a step, `--step all` those that are not done.");
    }
}
