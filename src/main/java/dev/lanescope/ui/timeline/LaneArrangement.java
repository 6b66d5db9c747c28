package dev.lanescope.ui.timeline;

import dev.lanescope.chart.Arrangement;
import dev.lanescope.chart.LaneGroup;
import dev.lanescope.chart.LaneGrouping;
import dev.lanescope.chart.LaneOrder;
import dev.lanescope.chart.LaneRoster;
import dev.lanescope.chart.LaneTitle;
import dev.lanescope.chart.RowMove;
import dev.lanescope.chart.Rows;
import dev.lanescope.trace.Snapshot;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// How the lanes on the timeline stand, and everything people can do about it; menus, drags and
/// commands all come here. What is shown is [#rowsProperty].
///
/// Rows are made anew when somebody wants them otherwise, when lanes come or are renamed, and when
/// the run ends. In between they stay, so a live run sorted by busy share does not jump about.
public final class LaneArrangement {

    private final ReadOnlyObjectWrapper<Rows> rows = new ReadOnlyObjectWrapper<>(Rows.plain(0));
    private final ReadOnlyObjectWrapper<Arrangement> wanted =
            new ReadOnlyObjectWrapper<>(Arrangement.USUAL);
    private final ReadOnlyBooleanWrapper filtering = new ReadOnlyBooleanWrapper();
    private Optional<Snapshot> trace = Optional.empty();
    private Optional<LaneRoster> roster = Optional.empty();

    /// Takes in a trace, or a later moment of the one before.
    ///
    /// @param same whether it is the run that was shown before
    void show(Optional<Snapshot> snapshot, boolean same) {
        boolean ended =
                same
                        && trace.filter(before -> !before.finished()).isPresent()
                        && snapshot.filter(Snapshot::finished).isPresent();
        trace = snapshot;
        if (!same) {
            wanted.set(wanted.get().forAnotherTrace());
            filtering.set(false);
            roster = Optional.empty();
        }
        Optional<LaneRoster> before = roster;
        roster =
                snapshot.map(now ->
                        before.map(its -> its.updated(now)).orElseGet(() -> LaneRoster.of(now)));
        if (ended || !isSame(before, roster)) {
            make();
        }
    }

    @SuppressWarnings("ReferenceEquality") // a roster that has not changed is the same one
    private static boolean isSame(Optional<LaneRoster> one, Optional<LaneRoster> other) {
        return one.isPresent() && other.isPresent() && one.get() == other.get();
    }

    private void make() {
        rows.set(
                trace.flatMap(now -> roster.map(its -> Rows.of(now, its, wanted.get())))
                        .orElseGet(() -> Rows.plain(0)));
    }

    private void change(UnaryOperator<Arrangement> how) {
        Arrangement to = how.apply(wanted.get());
        if (!to.equals(wanted.get())) {
            wanted.set(to);
            make();
        }
    }

    /// Sorts the lanes, and the groups by their first lanes. Of a run that goes on, as it is now.
    public void sortBy(LaneOrder order) {
        wanted.set(wanted.get().sortedBy(order));
        make();
    }

    public void groupBy(LaneGrouping grouping) {
        change(now -> now.groupedBy(grouping));
    }

    /// Puts a lane above all others, where it stays in sight.
    public void pin(int lane) {
        change(now -> now.pinning(lane));
    }

    public void unpin(int lane) {
        change(now -> now.unpinning(lane));
    }

    /// Pins a lane, or lets go of it if it is pinned.
    public void togglePin(int lane) {
        change(now -> now.pinned().contains(lane) ? now.unpinning(lane) : now.pinning(lane));
    }

    public void hide(int lane) {
        change(now -> now.hiding(Set.of(lane)));
    }

    /// Hides all lanes that are shown, but this one.
    public void hideOthers(int lane) {
        Set<Integer> others = new HashSet<>();
        for (int other = 0; other < rows.get().lanes(); other++) {
            if (other != lane && rows.get().rowOf(other) != Rows.NONE) {
                others.add(other);
            }
        }
        change(now -> now.hiding(others));
    }

    /// Brings a lane into the rows again, if it was hidden or filtered away, and expands its group.
    public void show(int lane) {
        if (rows.get().rowOf(lane) == Rows.NONE) {
            change(now -> now.showing(lane));
        }
        if (rows.get().rowOf(lane) == Rows.NONE) {
            stopFilter();
        }
        if (!rows.get().hasRow(lane)) {
            rows.get().groupOf(lane).map(LaneGroup::name).ifPresent(this::expand);
        }
    }

    /// Brings back every lane that was hidden.
    public void showHidden() {
        change(Arrangement::showingHidden);
    }

    /// Makes a group one row.
    public void collapse(String group) {
        change(now -> now.collapsing(group));
    }

    public void expand(String group) {
        change(now -> now.expanding(group));
    }

    /// Collapses a group, or expands it if it is collapsed.
    public void toggleGroup(String group) {
        change(now ->
                now.collapsed().contains(group) ? now.expanding(group) : now.collapsing(group));
    }

    public void collapseAll() {
        Set<String> all =
                rows.get().groups().stream().map(LaneGroup::name).collect(Collectors.toSet());
        change(now -> now.withCollapsed(all));
    }

    public void expandAll() {
        change(now -> now.withCollapsed(Set.of()));
    }

    /// Shows only lanes whose names contain all these words, and those that are pinned; all if it
    /// is blank.
    public void filter(String words) {
        change(now -> now.filteredBy(words));
    }

    /// Asks for words to filter by: the field for them appears.
    public void startFilter() {
        filtering.set(true);
    }

    /// Shows all names again and puts the field away.
    public void stopFilter() {
        filter("");
        filtering.set(false);
    }

    /// Whether lanes are filtered by their names, or about to be.
    boolean isFiltering() {
        return filtering.get() || !wanted.get().filter().isBlank();
    }

    /// Whether the field for words to filter by is wanted.
    public ReadOnlyBooleanProperty filteringProperty() {
        return filtering.getReadOnlyProperty();
    }

    /// Puts a row beside another one.
    public void move(RowMove move) {
        change(now -> move.applied(rows.get(), now));
    }

    /// Lets a lane change places with the one above it, among those that it stands with.
    public void moveUp(int lane) {
        step(lane, -1);
    }

    /// Lets a lane change places with the one below it, among those that it stands with.
    public void moveDown(int lane) {
        step(lane, +1);
    }

    private void step(int lane, int by) {
        stepOf(lane, by).ifPresent(this::move);
    }

    /// Whether a lane has another one, or a group, above (-1) or below (+1) it to change places
    /// with.
    public boolean canStep(int lane, int by) {
        return stepOf(lane, by).isPresent();
    }

    private Optional<RowMove> stepOf(int lane, int by) {
        Rows now = rows.get();
        return now.hasRow(lane) ? RowMove.step(now, now.rowOf(lane), by) : Optional.empty();
    }

    /// What a lane is called where it stands: below the name of its group that is not repeated.
    public String shortTitle(int lane) {
        return rows.get()
                .groupOf(lane)
                .map(group -> LaneTitle.within(title(lane), group.name()))
                .orElseGet(() -> title(lane));
    }

    /// What a lane is called.
    public String title(int lane) {
        return roster.filter(its -> lane < its.lanes()).map(its -> its.title(lane)).orElse("");
    }

    public Rows rows() {
        return rows.get();
    }

    public ReadOnlyObjectProperty<Rows> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /// What is wanted, for whoever shows it in a menu.
    public ReadOnlyObjectProperty<Arrangement> wantedProperty() {
        return wanted.getReadOnlyProperty();
    }
}
