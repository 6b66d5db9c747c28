package dev.lanescope.ui.timeline.frame;

import dev.lanescope.analysis.LaneTime;
import dev.lanescope.analysis.PhaseTime;
import dev.lanescope.chart.LaneRaster;
import dev.lanescope.chart.Rows;
import dev.lanescope.trace.RunInfo;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.ui.kit.Appearance;
import dev.lanescope.ui.kit.Palette;
import dev.lanescope.ui.kit.Repainter;
import dev.lanescope.ui.kit.Theme;
import dev.lanescope.ui.kit.ThemePaint;
import dev.lanescope.ui.timeline.TimelineModel;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What all pictures of the timeline are painted with, and when: the trace, the colours, and one
/// repaint for any number of changes before the next frame.
///
/// There are three layers. *Pictures* are made of many spans and change with trace, window and
/// colours; *ink* (words, selection) lies on them and changes with what is chosen as well; what
/// follows the *cursor* are small nodes of their own. So moving the pointer repaints next to
/// nothing.
public final class Frame {

    /// Width of the column left of the time axis: names of lanes, titles of charts.
    public static final int HEAD = 108;

    private final TimelineModel model;
    private final Appearance appearance;
    private final JvmStory jvm;
    private static final long LIVE_ACCOUNT_NANOS = 200_000_000;

    private final List<Runnable> pictures = new ArrayList<>();
    private final List<Runnable> inks = new ArrayList<>();
    private final List<Runnable> cursors = new ArrayList<>();
    private final Repainter repainter = new Repainter(this::paintPictures, this::paintInk);
    private @Nullable LaneTime account;
    private @Nullable Snapshot accountOf;
    private long accountAt;
    private List<PhaseTime> phases = List.of();
    private @Nullable Snapshot phasesOf;
    private @Nullable LaneRaster raster;
    private @Nullable Theme rasterTheme;
    private Set<Integer> rasterDimmed = Set.of();
    private @Nullable RunInfo rasterInfo;

    public Frame(TimelineModel model, Appearance appearance) {
        this.model = model;
        this.appearance = appearance;
        this.jvm = new JvmStory(model, appearance);
        model.shownProperty()
                .subscribe(shown -> {
                    if (shown.isEmpty()) {
                        forget();
                    }
                    changed();
                });
        model.windowProperty().subscribe(_ -> changed());
        model.arrangement().rowsProperty().subscribe(_ -> changed());
        model.selectionProperty().subscribe(_ -> inkChanged());
        model.story().property().subscribe(_ -> inkChanged());
        model.brushProperty().subscribe(_ -> inkChanged());
        model.rangeProperty().subscribe(_ -> inkChanged());
        model.measuredProperty().subscribe(_ -> inkChanged());
        model.pausedProperty().subscribe(_ -> inkChanged());
        model.finder().matchesProperty().subscribe(_ -> changed());
        model.dimmedProperty().subscribe(_ -> changed());
        model.cursorProperty().subscribe(_ -> cursors.forEach(Runnable::run));
        model.stops().shownProperty().subscribe(_ -> changed());
        appearance.themeProperty().subscribe(_ -> changed());
    }

    /// Registers a picture that is repainted whenever the spans in it may have changed.
    public void addPicture(Runnable repaint) {
        pictures.add(repaint);
    }

    /// Registers what lies on a picture; repainted after it, and when something else is chosen.
    public void addInk(Runnable repaint) {
        inks.add(repaint);
    }

    /// Registers what follows the cursor; told where to be after every repaint, and when the
    /// pointer moves.
    public void addCursor(Runnable place) {
        cursors.add(place);
    }

    /// Repaints everything once, before the next frame.
    public void changed() {
        repainter.changed();
    }

    /// Repaints all ink once, before the next frame.
    public void inkChanged() {
        repainter.inkChanged();
    }

    private void paintPictures() {
        pictures.forEach(Runnable::run);
    }

    private void paintInk() {
        inks.forEach(Runnable::run);
        cursors.forEach(Runnable::run);
    }

    private void forget() {
        account = null;
        accountOf = null;
        phases = List.of();
        phasesOf = null;
        raster = null;
        rasterInfo = null;
    }

    /// How often all pictures were painted.
    public int picturesPainted() {
        return repainter.picturesPainted();
    }

    /// How often all ink was painted.
    public int inksPainted() {
        return repainter.inksPainted();
    }

    /// The account of the trace; of one that still grows it may be a moment old.
    @SuppressWarnings("ReferenceEquality") // the very run, without comparing thousands of names
    public LaneTime account(Snapshot trace) {
        long now = System.nanoTime();
        boolean sameRun = accountOf != null && accountOf.info() == trace.info();
        boolean fresh = !trace.finished() && now - accountAt < LIVE_ACCOUNT_NANOS;
        boolean sameLanes = account != null && account.lanes() == trace.lanes().size();
        if (account == null || !sameLanes || (accountOf != trace && !(sameRun && fresh))) {
            account = LaneTime.of(trace);
            accountOf = trace;
            accountAt = now;
        }
        return account;
    }

    /// The phases of a run that is over and had more than one; nothing of any other.
    @SuppressWarnings("ReferenceEquality") // computed once a trace
    public List<PhaseTime> phases(Snapshot trace) {
        if (phasesOf != trace) {
            boolean several = trace.finished() && trace.info().phases().size() > 1;
            phases = several ? PhaseTime.of(trace) : List.of();
            phasesOf = trace;
        }
        return phases;
    }

    public TimelineModel model() {
        return model;
    }

    public Optional<Snapshot> trace() {
        return model.shownProperty().get();
    }

    /// What the JVM did meanwhile.
    public JvmStory jvm() {
        return jvm;
    }

    /// What stands where.
    public Rows rows() {
        return model.arrangement().rows();
    }

    public Palette palette() {
        return appearance.palette();
    }

    public Appearance appearance() {
        return appearance;
    }

    /// The raster for the trace in the colours of now.
    @SuppressWarnings("ReferenceEquality") // the very run, without comparing thousands of names
    public LaneRaster raster(Snapshot trace) {
        Theme theme = appearance.theme();
        Set<Integer> dimmed = model.dimmedProperty().get();
        if (raster == null
                || theme != rasterTheme
                || !dimmed.equals(rasterDimmed)
                || trace.info() != rasterInfo) {
            raster =
                    new LaneRaster(
                            trace.info(),
                            new ThemePaint(theme.palette(), trace.info().states(), dimmed));
            rasterTheme = theme;
            rasterDimmed = dimmed;
            rasterInfo = trace.info();
        }
        return raster;
    }
}
