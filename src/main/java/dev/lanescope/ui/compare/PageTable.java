package dev.lanescope.ui.compare;

import dev.lanescope.analysis.Durations;
import dev.lanescope.analysis.compare.PageAccount;
import dev.lanescope.trace.State;

import javafx.scene.Node;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Where the time of the chosen page went, run by run: queue, work, CPU, lock, channel, files. A
/// row leads to the page's longest span in that run.
final class PageTable {

    private record Row(RunLabel run, PageAccount account) {}

    private final FigureTable<Row> table;

    PageTable(CompareModel model) {
        table =
                new FigureTable<Row>(
                                "page-account",
                                "Where the time of the chosen page went, run by run",
                                row -> model.goToPageIn(row.run().number()))
                        .runColumn(Row::run)
                        .number("Begun at", 60, row -> time(row.account().beginNanos()))
                        .number("Took", 60, row -> time(row.account().wayNanos()))
                        .number("Work", 60, row -> part(row, State.Kind.WORK))
                        .number("CPU", 68, row -> cpu(row.account()))
                        .number("Queue", 60, row -> dotted(row.account().queueNanos()))
                        .number("Lock", 60, row -> part(row, State.Kind.LOCK))
                        .number("Channel", 60, row -> part(row, State.Kind.CHANNEL))
                        .number("Files", 60, row -> part(row, State.Kind.IO));
        model.marksProperty().subscribe(marks -> show(model, marks));
    }

    Node node() {
        return table.node();
    }

    private void show(CompareModel model, PageMarks marks) {
        List<Row> rows = new ArrayList<>();
        Map<Integer, PageAccount> accounts = marks.accounts();
        model.comparedProperty()
                .get()
                .ifPresent(now ->
                        now.entrants()
                                .forEach(entrant -> {
                                    PageAccount account = accounts.get(entrant.number());
                                    if (account != null) {
                                        rows.add(new Row(RunLabel.of(entrant), account));
                                    }
                                }));
        table.node().getItems().setAll(rows);
    }

    private static String time(long nanos) {
        return Durations.text(nanos, 3);
    }

    private static String dotted(long nanos) {
        return nanos == 0 ? "\u00b7" : time(nanos);
    }

    private static String part(Row row, State.Kind kind) {
        return dotted(row.account().nanos(kind));
    }

    private static String cpu(PageAccount account) {
        return account.cpuNanos().isPresent()
                ? (account.cpuIsExact() ? "" : "\u2248 ") + time(account.cpuNanos().getAsLong())
                : "not read";
    }
}
