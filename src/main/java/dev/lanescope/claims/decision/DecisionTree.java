package dev.lanescope.claims.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The decision tree of NoDupeLabs' threading specification, as its author drew it: whoever
/// computes takes threads where they compute at once, else interpreters if things must stay local
/// and everything runs in them, else processes; whoever waits takes asyncio where the code is
/// written for it, else threads, or interpreters if things must stay local.
///
/// It asks for free threads before it asks for anything else; the program beside it, which asks for
/// the version first, contradicts it.
public final class DecisionTree {

    /// A place in the tree.
    public sealed interface Node {}

    /// A question, and where its answers lead.
    public record Ask(Question question, Node yes, Node no) implements Node {}

    /// An end.
    public record Take(Leaf leaf) implements Node {}

    /// What is known about a question.
    ///
    /// @param because the measurement, or that somebody said so
    public record Answer(boolean yes, String because) {}

    /// A question that was answered.
    public record Step(Question question, Answer answer) {}

    /// The way that was taken.
    ///
    /// @param leaf where it ended; empty if the answer to `open` is not known
    public record Path(List<Step> steps, Optional<Leaf> leaf, Optional<Question> open) {
        public Path {
            steps = List.copyOf(steps);
        }

        /// E.g. `Do pages mostly compute? yes. Can threads compute at once? no. → Processes`.
        public String words() {
            var words = new StringBuilder();
            for (Step step : steps) {
                words.append(step.question().words())
                        .append(step.answer().yes() ? " yes" : " no")
                        .append(" (")
                        .append(step.answer().because())
                        .append("). ");
            }
            leaf.ifPresent(end -> words.append("\u2192 ").append(end.title()));
            open.ifPresent(ask -> words.append(ask.words()).append(" not known yet"));
            return words.toString();
        }
    }

    /// The tree.
    public static final Node ROOT =
            new Ask(
                    Question.COMPUTES,
                    new Ask(
                            Question.AT_ONCE,
                            new Take(Leaf.THREADS),
                            new Ask(
                                    Question.ISOLATED,
                                    new Ask(
                                            Question.COMPATIBLE,
                                            new Take(Leaf.INTERPRETERS),
                                            new Take(Leaf.PROCESSES)),
                                    new Take(Leaf.PROCESSES))),
                    new Ask(
                            Question.ASYNC,
                            new Take(Leaf.ASYNCIO),
                            new Ask(
                                    Question.ISOLATED,
                                    new Take(Leaf.INTERPRETERS),
                                    new Take(Leaf.THREADS))));

    private DecisionTree() {}

    /// The way through the tree, as far as answers are known.
    public static Path path(Map<Question, Answer> known) {
        List<Step> steps = new ArrayList<>();
        Node at = ROOT;
        while (at instanceof Ask ask) {
            Answer answer = known.get(ask.question());
            if (answer == null) {
                return new Path(steps, Optional.empty(), Optional.of(ask.question()));
            }
            steps.add(new Step(ask.question(), answer));
            at = answer.yes() ? ask.yes() : ask.no();
        }
        return new Path(steps, Optional.of(((Take) at).leaf()), Optional.empty());
    }
}
