package dev.lanescope.cli;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.claims.ClaimExperiment;
import dev.lanescope.claims.Here;
import dev.lanescope.claims.decision.DecisionTree;
import dev.lanescope.claims.evidence.ClaimCard;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/// Claims of others, and what is known of them here.
record ClaimsReport(List<ClaimCard> cards, Here here) {

    ClaimsReport {
        cards = List.copyOf(cards);
    }

    /// A line each.
    void printList(PrintStream out) {
        out.println(Plain.of("What others claimed, and what is known of it here: " + place()));
        out.println();
        var table = new TextTable(0, 1, 2);
        for (ClaimCard card : cards) {
            table.row(card.state().word(), card.claim().id(), card.claim().words());
        }
        table.lines().forEach(out::println);
        out.println();
        out.println(
                "  `lanescope claims FOLDER --test ID` does the experiment; `--claim ID` shows a"
                        + " card.");
    }

    /// The way through the decision tree of others.
    void printAdvice(DecisionTree.Path path, PrintStream out) {
        out.println();
        out.println("The decision tree of NoDupeLabs, answered by what was measured here:");
        for (DecisionTree.Step step : path.steps()) {
            out.println(
                    Plain.of(
                            "  "
                                    + step.question().words()
                                    + (step.answer().yes() ? " yes: " : " no: ")
                                    + step.answer().because()));
        }
        path.leaf().ifPresent(leaf -> out.println("  -> " + leaf.title() + ": " + leaf.model()));
        path.open()
                .ifPresent(ask ->
                        out.println("  " + ask.words() + " not known yet: test gil-threads."));
    }

    private String place() {
        return here.content()
                + ", "
                + Amounts.pages(here.pages())
                + ", "
                + Amounts.count(here.processors(), "processor");
    }

    /// All that is known of each.
    void printCards(PrintStream out) {
        for (ClaimCard card : cards) {
            out.println(card.claim().id() + ": " + card.state().word().toUpperCase(Locale.ROOT));
            var table = new TextTable(0, 1);
            table.row("claim", card.claim().words());
            table.row("claimed by", card.claim().by());
            if (!card.claim().elsewhere().isEmpty()) {
                table.row("elsewhere", card.claim().elsewhere());
            }
            table.row("here", card.state().why());
            card.outcome().ifPresent(each -> table.row("outcome", each.words()));
            if (!card.from().isEmpty()) {
                table.row("from", card.fromWords());
            }
            card.cautions().stream().sorted().forEach(each -> table.row("but", each));
            table.row("rule", card.claim().rule().words());
            for (ClaimExperiment each : card.claim().experiments()) {
                table.row("test", each.words(here));
            }
            table.lines().forEach(out::println);
            out.println();
        }
    }
}
