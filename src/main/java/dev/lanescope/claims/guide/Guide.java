package dev.lanescope.claims.guide;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A plan of research that somebody made, to be carried out here.
public enum Guide {
    FEASIBILITY(
            "feasibility",
            "Feasibility study",
            "Could isolated workers, sub-interpreters in CPython, render faster than threads, and"
                    + " are they worth their price?",
            "Bengal, sub-interpreter feasibility study and research notes on Python 3.14") {
        @Override
        public List<Phase> phases() {
            return FeasibilityStep.PHASES;
        }

        @Override
        public List<Next> next() {
            return List.of(
                    new Next("Measure the overhead of interpreters", FeasibilityStep.CHANNEL),
                    new Next("Test pickling of site and pages", FeasibilityStep.SERIALISABILITY),
                    new Next("Compare with threads", FeasibilityStep.PROTOTYPE),
                    new Next("Decide: implement, or say why not", FeasibilityStep.DECISION));
        }

        @Override
        public Optional<Verdict> verdict(Found found) {
            return FeasibilityVerdict.of(found);
        }
    },
    JIT(
            "jit",
            "JIT study",
            "Is there a JIT, how is it switched on, and does it pay for rendering after its"
                    + " warm-up?",
            "Bengal, research notes on Python 3.14, second phase") {
        @Override
        public List<Phase> phases() {
            return JitStep.PHASES;
        }

        @Override
        public List<Next> next() {
            return List.of(
                    new Next("Check for JIT support", JitStep.SUPPORT),
                    new Next("Test it with rendering", JitStep.RENDERING),
                    new Next("Hold warm-up against benefit", JitStep.WARM_UP),
                    new Next("Document findings", JitStep.FINDINGS));
        }

        @Override
        public Optional<Verdict> verdict(Found found) {
            return JitVerdict.of(found);
        }
    };

    /// A part of a plan.
    ///
    /// @param title as its author called it
    /// @param budget the hours its author planned, in words
    public record Phase(String title, String budget, List<Step> steps) {
        public Phase {
            steps = List.copyOf(steps);
        }
    }

    /// Something that its author wanted done next, and the step that does it.
    public record Next(String what, Step step) {}

    private final String id;
    private final String title;
    private final String question;
    private final String by;

    Guide(String id, String title, String question, String by) {
        this.id = id;
        this.title = title;
        this.question = question;
        this.by = by;
    }

    /// The guide with this id.
    public static Optional<Guide> byId(String id) {
        return Arrays.stream(values()).filter(each -> each.id.equals(id)).findFirst();
    }

    /// For commands and files.
    public String id() {
        return id;
    }

    public String title() {
        return title;
    }

    /// What it is to answer.
    public String question() {
        return question;
    }

    /// Whose plan it is.
    public String by() {
        return by;
    }

    /// Its parts, in their order.
    public abstract List<Phase> phases();

    /// Its author's list of what to do next.
    public abstract List<Next> next();

    /// In which of the three outcomes that were expected it ends, and why; empty as long as it has
    /// not ended.
    public abstract Optional<Verdict> verdict(Found found);

    /// All steps, in their order.
    public List<Step> steps() {
        return phases().stream().flatMap(phase -> phase.steps().stream()).toList();
    }

    /// The steps that measure something.
    Stream<Step> measured() {
        return steps().stream().filter(step -> !step.isConclusion());
    }
}
