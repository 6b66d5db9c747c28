package dev.lanescope.claims.guide;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.claims.Here;
import dev.lanescope.claims.Reading;
import dev.lanescope.exchange.report.Paper;
import dev.lanescope.recording.Release;
import dev.lanescope.trace.Fact;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A guide as a report: a section for each step, filled as far as it is done.
public final class GuidePaper {

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final List<String> HEAD = List.of("Figure", "Here", "Repeats", "What it is");
    private static final List<String> DECISION_HEAD = List.of("Decision", "Here");

    private GuidePaper() {}

    /// All that is known at the moment.
    public static Paper of(GuideState state) {
        Guide guide = state.guide();
        Here here = state.here();
        List<Paper.Section> sections = new ArrayList<>();
        int number = 0;
        for (Guide.Phase phase : guide.phases()) {
            for (Step step : phase.steps()) {
                number++;
                sections.add(section(number, phase, step, state));
            }
        }
        sections.add(checklist(state));
        return new Paper(
                guide.title() + ": " + here.content(),
                guide.question() + " A plan of " + guide.by() + ".",
                state.verdict().map(Verdict::words).orElse("Not over: " + state.summary() + "."),
                sections,
                state.cautions(),
                List.of(
                        new Fact("Content", here.content() + ", " + Amounts.pages(here.pages())),
                        new Fact("Machine", here.machine()),
                        new Fact("Processors", Integer.toString(here.processors()))),
                List.of(
                        "lanescope",
                        "guide",
                        here.content(),
                        "--study",
                        guide.id(),
                        "--step",
                        "all"),
                Release.number(),
                Instant.now());
    }

    private static Paper.Section section(
            int number, Guide.Phase phase, Step step, GuideState state) {
        StepState now = state.state(step);
        List<String> sentences = new ArrayList<>();
        sentences.add(step.asked());
        sentences.add(
                now instanceof StepState.Done ? now.why() : capital(now.word()) + ". " + now.why());
        step.note(state.here()).ifPresent(sentences::add);
        sentences.add(how(phase, step, state, now));
        return new Paper.Section(
                number + ". " + step.title(),
                sentences.stream().filter(each -> !each.isBlank()).toList(),
                step.isConclusion() ? DECISION_HEAD : HEAD,
                step.isConclusion() ? decision(state) : figures(step, state));
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    /// What was done, what it took, and what its author had planned for it.
    private static String how(Guide.Phase phase, Step step, GuideState state, StepState now) {
        if (step.isConclusion()) {
            return "";
        }
        Here here = state.here();
        String done =
                String.join(
                        "; ",
                        step.experiments(here).stream().map(each -> each.words(here)).toList());
        String took = state.record().of(step).words();
        return "Done by: "
                + done
                + "."
                + (took.isEmpty() ? "" : " It " + took + ".")
                + (phase.budget().isEmpty()
                        ? ""
                        : " Its author planned "
                                + phase.budget()
                                + " for \u201c"
                                + phase.title()
                                + "\u201d.")
                + (now instanceof StepState.Done(_, Instant when)
                        ? " Last figure: " + WHEN.format(when.atZone(ZoneId.systemDefault())) + "."
                        : "");
    }

    private static List<List<String>> figures(Step step, GuideState state) {
        List<List<String>> rows = new ArrayList<>();
        for (Sought each : step.sought(state.here())) {
            state.found().of(each.key()).ifPresent(reading -> rows.add(row(each, reading)));
        }
        return rows;
    }

    private static List<String> row(Sought sought, Reading reading) {
        return List.of(
                sought.name(reading),
                sought.words(reading),
                reading.isCounted() ? "counted" : Integer.toString(reading.repeats()),
                reading.what());
    }

    private static List<List<String>> decision(GuideState state) {
        return state.verdict()
                .map(verdict ->
                        verdict.figures().stream()
                                .map(each -> List.of(each.name(), each.words()))
                                .toList())
                .orElse(List.of());
    }

    private static Paper.Section checklist(GuideState state) {
        return new Paper.Section(
                "What its author wanted done next",
                List.of("Ticked by evidence only."),
                List.of("Done", "What"),
                state.checklist().stream()
                        .map(each -> List.of(each.done() ? "yes" : "no", each.what()))
                        .toList());
    }

    /// A time in words, e.g. `2 min 41 s`.
    public static String time(Duration time) {
        long seconds = Math.max(1, Math.round(time.toMillis() / 1e3));
        if (seconds < 60) {
            return seconds + " s";
        }
        long minutes = seconds / 60;
        return minutes < 60
                ? minutes + " min " + seconds % 60 + " s"
                : minutes / 60 + " h " + minutes % 60 + " min";
    }
}
