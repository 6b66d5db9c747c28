package dev.lanescope.ui.session;

import dev.lanescope.analysis.compare.Contender;
import dev.lanescope.trace.RunInfo;
import dev.lanescope.trace.StudyMark;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which runs are compared: those that people ticked. As long as nobody has ticked any, of the
/// newest run's content each setting's newest run, with its repeats that were as warm and belong to
/// the same study.
///
/// Lives on the FX thread, as all of the session.
public final class ChosenRuns {

    private record Setting(String model, int workers, String words) {
        static Setting of(RunInfo info) {
            return new Setting(info.model(), info.workers(), info.setting());
        }
    }

    private record Repeats(RunInfo.Temperature temperature, String study) {}

    // Held, because it listens to the session's list only weakly.
    private final ObservableList<RunRecord> runs;
    private final ReadOnlyObjectWrapper<List<RunRecord>> chosen =
            new ReadOnlyObjectWrapper<>(List.of());
    private final Set<Integer> ticked = new HashSet<>();
    private final Set<Integer> known = new HashSet<>();
    private boolean byHand;
    private boolean joins;

    public ChosenRuns(SessionModel session) {
        this.runs = session.runs();
        runs.subscribe(this::update);
        update();
    }

    /// In the order in which they happened.
    public ReadOnlyObjectProperty<List<RunRecord>> property() {
        return chosen.getReadOnlyProperty();
    }

    public boolean isChosen(RunRecord record) {
        return chosen.get().stream().anyMatch(each -> each.number() == record.number());
    }

    /// Adds a run to the comparison, or takes it out. From then on no run joins by itself.
    public void toggle(RunRecord record) {
        beginByHand();
        joins = false;
        if (!ticked.remove(record.number())) {
            ticked.add(record.number());
        }
        update();
    }

    /// Compares this one with what is chosen.
    public void add(RunRecord record) {
        beginByHand();
        ticked.add(record.number());
        update();
    }

    /// Compares exactly these, and does so until people choose others.
    public void choose(List<RunRecord> records) {
        joins = false;
        tick(records);
    }

    /// Compares these, and beside them every run of the same content that comes later, wrote the
    /// same and was as warm. What belongs to a study stands beside it and not in it.
    public void chooseAndJoin(List<RunRecord> records) {
        joins = true;
        tick(records);
    }

    private void tick(List<RunRecord> records) {
        byHand = true;
        ticked.clear();
        records.forEach(record -> ticked.add(record.number()));
        update();
    }

    /// Leaves the choice to the program again.
    public void chooseUsual() {
        byHand = false;
        joins = false;
        ticked.clear();
        update();
    }

    /// From what is chosen now.
    private void beginByHand() {
        if (!byHand) {
            byHand = true;
            ticked.clear();
            chosen.get().forEach(record -> ticked.add(record.number()));
        }
    }

    /// Those that came since it was last looked, as far as they fit.
    private void takeLater() {
        List<RunRecord> later = runs.stream().filter(record -> known.add(record.number())).toList();
        if (joins) {
            later.stream().filter(this::fits).forEach(record -> ticked.add(record.number()));
        }
    }

    private boolean fits(RunRecord later) {
        RunInfo info = later.trace().info();
        return isOfUse(later)
                && chosen.get().stream().allMatch(each -> isSameContent(each.trace().info(), info))
                && chosen.get().stream().noneMatch(later::differsFrom)
                && chosen.get().stream()
                        .map(each -> each.trace().info())
                        .filter(each -> Setting.of(each).equals(Setting.of(info)))
                        .allMatch(each -> each.temperature() == info.temperature());
    }

    private void update() {
        takeLater();
        List<RunRecord> now =
                byHand
                        ? runs.stream().filter(record -> ticked.contains(record.number())).toList()
                        : usual();
        List<RunRecord> inOrder = now.reversed();
        if (!inOrder.equals(chosen.get())) {
            chosen.set(inOrder);
        }
    }

    private List<RunRecord> usual() {
        List<RunRecord> complete = runs.stream().filter(ChosenRuns::isOfUse).toList();
        if (complete.isEmpty()) {
            return List.of();
        }
        RunInfo newest = complete.getFirst().trace().info();
        Map<Setting, Repeats> wanted = new HashMap<>();
        return complete.stream()
                .filter(record -> isSameContent(record.trace().info(), newest))
                .filter(record -> {
                    RunInfo info = record.trace().info();
                    Setting setting = Setting.of(info);
                    var repeats = new Repeats(Contender.asWarmAs(info), StudyMark.idOf(info));
                    wanted.putIfAbsent(setting, repeats);
                    return repeats.equals(wanted.get(setting));
                })
                .toList();
    }

    private static boolean isOfUse(RunRecord record) {
        return record.summary().isComplete()
                && !record.isStopped()
                && !record.trace().info().isForeign();
    }

    private static boolean isSameContent(RunInfo one, RunInfo other) {
        return one.content().equals(other.content())
                && one.contentBytes() == other.contentBytes()
                && one.items().size() == other.items().size();
    }
}
