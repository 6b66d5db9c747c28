package dev.lanescope.exchange.report;

import dev.lanescope.analysis.compare.Comparison;
import dev.lanescope.analysis.scaling.Grid;
import dev.lanescope.analysis.scaling.RuleCheck;
import dev.lanescope.analysis.scaling.Scaling;
import dev.lanescope.trace.TraceFileException;
import dev.lanescope.trace.WholeFile;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A comparison as something to hand to somebody: what was asked, what came out, how sure that is,
/// where the time went, what it does not say, and how to do it again.
///
/// @param scaling how the work scales with workers, if that was the question
/// @param grid processes by threads, if that was the question
/// @param rules what rules of thumb would have chosen, beside it
/// @param claims what others claimed of it, and what came of that here
/// @param tables tables of others that its runs have a part in
public record Report(
        Comparison comparison,
        Circumstances circumstances,
        Optional<Scaling> scaling,
        List<RuleCheck> rules,
        Optional<Grid> grid,
        List<TestedClaim> claims,
        List<ComparedTable> tables) {

    public Report {
        rules = List.copyOf(rules);
        claims = List.copyOf(claims);
        tables = List.copyOf(tables);
    }

    /// One that bears on no claim.
    public Report(
            Comparison comparison,
            Circumstances circumstances,
            Optional<Scaling> scaling,
            List<RuleCheck> rules,
            Optional<Grid> grid) {
        this(comparison, circumstances, scaling, rules, grid, List.of(), List.of());
    }

    /// The same with what it says about claims and tables of others.
    public Report with(List<TestedClaim> tested, List<ComparedTable> compared) {
        return new Report(comparison, circumstances, scaling, rules, grid, tested, compared);
    }

    /// One without rules of thumb.
    public Report(Comparison comparison, Circumstances circumstances, Optional<Scaling> scaling) {
        this(comparison, circumstances, scaling, List.of(), Optional.empty());
    }

    /// One of a grid of processes and threads.
    public Report(Comparison comparison, Circumstances circumstances, Grid grid) {
        this(comparison, circumstances, Optional.empty(), List.of(), Optional.of(grid));
    }

    /// Writes it, in place of a file that is there; it appears whole.
    public void write(Path file, ReportFormat format) throws TraceFileException {
        byte[] text = text(format).getBytes(StandardCharsets.UTF_8);
        WholeFile.write(file, out -> out.write(text));
    }

    /// All of it.
    public String text(ReportFormat format) {
        return switch (format) {
            case HTML -> new HtmlReport(this).text();
            case MARKDOWN -> new MarkdownReport(this).text();
        };
    }
}
