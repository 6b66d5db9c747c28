package dev.lanescope.claims.guide;

import java.util.List;

/// How a study ends: in exactly one of the outcomes that were expected, with what to do now and the
/// figures for that.
///
/// @param outcome `best`, `realistic` or `worst`
/// @param meaning what its author meant by that
/// @param sure whether the whole interval lies there
/// @param because the figure that decides, in a sentence
/// @param decision what to do, in a sentence
/// @param figures what it gains and what it costs
public record Verdict(
        String outcome,
        String meaning,
        boolean sure,
        String because,
        String decision,
        List<Figure> figures) {

    /// A line of the decision, in words.
    public record Figure(String name, String words) {}

    public Verdict {
        figures = List.copyOf(figures);
    }

    /// All of it in a few sentences.
    public String words() {
        return "Outcome: " + outcome + ", " + meaning + ". " + because + " " + decision;
    }
}
