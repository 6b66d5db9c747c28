package dev.lanescope.ui.inspector;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.analysis.LaneTime;
import dev.lanescope.ui.kit.Icons;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.Locale;

/// The badge: the sum of all states against workers x makespan. It turns red if a nanosecond is
/// missing.
final class AccountSection extends VBox {

    private final Label percent = new Label();
    private final Label sum = new Label();

    AccountSection() {
        getStyleClass().add("section");
        setId("account");
        var title = new Label("Accounted lane time");
        title.getStyleClass().add("text-small-strong");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        percent.getStyleClass().add("num-strong");
        percent.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
        sum.getStyleClass().addAll("text-small", "text-muted");
        sum.setWrapText(true);
        var row = new HBox(title, space, percent);
        row.getStyleClass().add("row");
        getChildren().addAll(row, sum);
    }

    void show(LaneTime time) {
        boolean closes = time.closes();
        double share = time.due() == 0 ? 1 : (double) time.accounted() / time.due();
        percent.setText(String.format(Locale.ROOT, "%.4f %%", share * 100));
        percent.setGraphic((closes ? Icons.CHECK : Icons.WARNING).node());
        percent.getStyleClass().removeAll("text-ok", "text-bad");
        percent.getStyleClass().add(closes ? "text-ok" : "text-bad");
        String due =
                Amounts.count(time.lanes(), "lane") + " × " + Inspector.time(time.windowNanos());
        sum.setText(
                closes
                        ? "Σ of all states = " + due
                        : "Σ of all states misses "
                                + due
                                + " by "
                                + (time.due() - time.accounted())
                                + " ns");
    }
}
