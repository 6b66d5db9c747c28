package dev.lanescope.ui.experiment;

import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.content.Site;
import dev.lanescope.lab.CostSheet;
import dev.lanescope.lab.Figure;
import dev.lanescope.lab.Spread;
import dev.lanescope.lab.Unit;
import dev.lanescope.ui.kit.Appearance;
import dev.lanescope.ui.kit.Windows;
import dev.lanescope.ui.session.Content;
import dev.lanescope.ui.session.CostFinding;
import dev.lanescope.ui.session.SessionModel;
import dev.lanescope.ui.session.Trial;

import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.Region;

import org.controlsfx.control.PopOver;
import org.jspecify.annotations.Nullable;

import java.util.Optional;

/// What each model costs: to start, for a task, for what crosses, in memory and threads.
final class CostTable {

    private static final String SAMPLE = "sample content";

    private final SessionModel session;
    private final Optional<Site> content;
    private final ComboBox<String> pages = new ComboBox<>();
    private final TrialTable<Figure> table;
    private final CurveTable curves;
    private @Nullable PopOver popOver;
    private CostSheet sheet = CostSheet.EMPTY;
    private @Nullable Trial<CostFinding> trial;

    CostTable(SessionModel session, Appearance appearance) {
        this.session = session;
        this.content =
                session.contentProperty().get() instanceof Content.Ready(Site site)
                        ? Optional.of(site)
                        : Optional.empty();
        table =
                new TrialTable<>(
                        session.trials(),
                        "costs",
                        "Each model in a process of its own, "
                                + CostFinding.ROUNDS
                                + " times. Medians; the tip of a cell tells how far they wander,"
                                + " and that of a head what is measured.",
                        "Measure all",
                        this::cell);
        for (Figure.Group group : Figure.Group.values()) {
            for (Figure figure : group.figures()) {
                String tip = group.title() + ": " + figure.head() + ". " + figure.sentence();
                table.column(figure, head(figure), tip, 118);
            }
        }
        pages.setId("costs-content");
        pages.setAccessibleText("Whose pages are used");
        content.ifPresent(site -> pages.getItems().add(site.name()));
        pages.getItems().add(SAMPLE);
        pages.getSelectionModel().selectFirst();
        table.choice(pages);
        table.on(this::start, this::cancel);
        curves = new CurveTable(session, appearance, content);
    }

    /// Two lines: what would be the same in several groups is told apart by the first.
    private static String head(Figure figure) {
        String above =
                switch (figure.group()) {
                    case STARTING -> "time to";
                    case BYTES -> "bytes by";
                    case CROSSING -> "time by";
                    case MEMORY -> "memory:";
                    case CHILDREN -> "children:";
                    case THREADS -> "threads:";
                };
        return above + "\n" + figure.head();
    }

    private void start() {
        sheet = CostSheet.EMPTY;
        table.refresh();
        boolean ofSample = // which comes last, and a folder of one's own may be called like it
                pages.getSelectionModel().getSelectedIndex() == pages.getItems().size() - 1;
        trial = session.trials().ofCosts(ofSample ? Optional.empty() : content);
        trial.begin(this::take, failure -> table.over(failure == null ? "All measured." : failure));
        table.says("The first figures take some seconds.");
    }

    private void take(CostFinding found) {
        sheet = sheet.with(found.model(), found.costs());
        table.says(sheet.measurements() + " of " + found.all() + " measured");
        table.refresh();
    }

    private void cancel() {
        if (trial != null) {
            trial.cancel();
        }
    }

    private TrialCell cell(ConcurrencyModel model, Figure figure) {
        if (!Figure.of(model).contains(figure)) {
            return new TrialCell("-", figure.whyMissing(model), "text-muted");
        }
        if (!sheet.has(model)) {
            return new TrialCell("not measured", "", "text-muted");
        }
        Unit unit = figure.group().unit();
        return sheet.of(model, figure)
                .map((Spread spread) ->
                        new TrialCell(
                                unit.words(spread.median()),
                                spread.words(unit) + " of " + spread.samples().size(),
                                ""))
                .orElseGet(() -> new TrialCell("-", sheet.whyMissing(model, figure), "text-muted"));
    }

    /// Whether it is about this content.
    boolean isOf(Content now) {
        return content.equals(
                now instanceof Content.Ready(Site site) ? Optional.of(site) : Optional.empty());
    }

    void show(Node owner) {
        if (popOver == null) {
            var tabs = new TabPane(tab("costs-of-models", "Models", table));
            tabs.setId("costs-tabs");
            tabs.getTabs().add(tab("costs-curves", "What they depend on", curves));
            popOver = Windows.popOver(tabs, "What models cost");
            popOver.setOnHidden(_ -> {
                cancel();
                table.close();
                curves.close();
            });
        }
        popOver.show(owner);
    }

    private static Tab tab(String id, String title, Region content) {
        content.setPadding(new Insets(8));
        var tab = new Tab(title, content);
        tab.setId(id);
        tab.setClosable(false);
        return tab;
    }
}
