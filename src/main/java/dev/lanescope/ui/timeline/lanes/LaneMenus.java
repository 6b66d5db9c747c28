package dev.lanescope.ui.timeline.lanes;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.chart.Arrangement;
import dev.lanescope.chart.LaneGroup;
import dev.lanescope.chart.LaneGrouping;
import dev.lanescope.chart.LaneOrder;
import dev.lanescope.chart.LaneTitle;
import dev.lanescope.chart.Rows;
import dev.lanescope.ui.timeline.LaneArrangement;

import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;

import java.util.ArrayList;
import java.util.List;

/// The items of the menus about lanes: what can be done with one lane, with a group, with all. Made
/// when a menu opens, so that they say how things are then.
final class LaneMenus {

    private static final int MOST_LETTERS = 40;

    private final LaneArrangement lanes;

    LaneMenus(LaneArrangement lanes) {
        this.lanes = lanes;
    }

    /// What can be done with a row, and then with all.
    List<MenuItem> forRow(int row) {
        Rows rows = lanes.rows();
        List<MenuItem> items = new ArrayList<>();
        if (row != Rows.NONE) {
            rows.heading(row)
                    .ifPresentOrElse(
                            group -> items.add(toggle(group)),
                            () -> items.addAll(forLane(rows.lane(row))));
            items.add(new SeparatorMenuItem());
        }
        items.addAll(forAll());
        return items;
    }

    /// What can be done with a lane.
    List<MenuItem> forLane(int lane) {
        Rows rows = lanes.rows();
        String title = brief(lanes.title(lane));
        List<MenuItem> items = new ArrayList<>();
        items.add(
                rows.isPinned(lane)
                        ? item("Unpin " + title, () -> lanes.unpin(lane))
                        : item("Pin " + title + " on top", () -> lanes.pin(lane)));
        items.add(item("Hide " + title, () -> lanes.hide(lane)));
        items.add(item("Hide all others", () -> lanes.hideOthers(lane)));
        items.add(usable(item("Move up", () -> lanes.moveUp(lane)), lanes.canStep(lane, -1)));
        items.add(usable(item("Move down", () -> lanes.moveDown(lane)), lanes.canStep(lane, 1)));
        rows.groupOf(lane).ifPresent(group -> items.add(toggle(group)));
        return items;
    }

    /// What can be done with all lanes.
    List<MenuItem> forAll() {
        Rows rows = lanes.rows();
        List<MenuItem> items = new ArrayList<>();
        items.add(sorting());
        items.add(grouping());
        if (!rows.groups().isEmpty()) {
            boolean open = rows.groups().stream().anyMatch(group -> !group.isCollapsed());
            boolean closed = rows.groups().stream().anyMatch(LaneGroup::isCollapsed);
            items.add(usable(item("Collapse all groups", lanes::collapseAll), open));
            items.add(usable(item("Expand all groups", lanes::expandAll), closed));
        }
        items.add(new SeparatorMenuItem());
        items.add(item("Filter by name …", lanes::startFilter));
        String hidden = "Show " + Amounts.count(rows.hidden(), "hidden lane");
        items.add(usable(item(hidden, lanes::showHidden), rows.hidden() > 0));
        return items;
    }

    /// A name that leaves the menu narrower than the window.
    private static String brief(String name) {
        return LaneTitle.fit(name, MOST_LETTERS, String::length);
    }

    private MenuItem toggle(LaneGroup group) {
        String verb = group.isCollapsed() ? "Expand " : "Collapse ";
        return item(verb + brief(group.name()), () -> lanes.toggleGroup(group.name()));
    }

    private Menu sorting() {
        Arrangement now = lanes.wantedProperty().get();
        var menu = new Menu("Sort by");
        var group = new ToggleGroup();
        for (LaneOrder order : LaneOrder.values()) {
            var item = new RadioMenuItem(order.label());
            item.setMnemonicParsing(false);
            item.setToggleGroup(group);
            item.setSelected(order == now.order());
            item.setDisable(order == LaneOrder.MANUAL && now.manual().isEmpty());
            item.setOnAction(_ -> lanes.sortBy(order));
            menu.getItems().add(item);
        }
        return menu;
    }

    private Menu grouping() {
        Arrangement now = lanes.wantedProperty().get();
        var menu = new Menu("Group by");
        var group = new ToggleGroup();
        for (LaneGrouping grouping : LaneGrouping.values()) {
            var item = new RadioMenuItem(grouping.label());
            item.setToggleGroup(group);
            item.setSelected(grouping == now.grouping());
            item.setOnAction(_ -> lanes.groupBy(grouping));
            menu.getItems().add(item);
        }
        return menu;
    }

    private static MenuItem item(String text, Runnable action) {
        var item = new MenuItem(text);
        item.setMnemonicParsing(false); // names of threads may have underscores
        item.setOnAction(_ -> action.run());
        return item;
    }

    private static MenuItem usable(MenuItem item, boolean usable) {
        item.setDisable(!usable);
        return item;
    }
}
