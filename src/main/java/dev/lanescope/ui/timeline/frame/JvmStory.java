package dev.lanescope.ui.timeline.frame;

import dev.lanescope.analysis.Intervals;
import dev.lanescope.chart.Picture;
import dev.lanescope.chart.StopVeil;
import dev.lanescope.chart.TimeWindow;
import dev.lanescope.chart.VeilDrawing;
import dev.lanescope.trace.JvmEvent;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.ui.kit.Appearance;
import dev.lanescope.ui.kit.Argb;
import dev.lanescope.ui.kit.Palette;
import dev.lanescope.ui.kit.StateLook;
import dev.lanescope.ui.timeline.TimelineModel;

import java.util.List;

/// What the JVM did for itself, in the trace that is shown, as all pictures of the timeline need
/// it: when the world stood still, when the compiler was at work, and the veil over the lanes.
public final class JvmStory {

    private static final double TINT = 0.13;

    private final TimelineModel model;
    private final Appearance appearance;
    private List<JvmEvent> told = List.of();
    private List<JvmEvent> stopEvents = List.of();
    private Intervals collections = Intervals.ofStops(told);
    private Intervals stops = collections;
    private Intervals compilations = collections;

    JvmStory(TimelineModel model, Appearance appearance) {
        this.model = model;
        this.appearance = appearance;
    }

    /// All events of the trace, by start.
    @SuppressWarnings(
            "ReferenceEquality") // a trace gives the same list until there is more to tell
    public List<JvmEvent> events() {
        List<JvmEvent> now = model.shownProperty().get().map(Snapshot::jvm).orElseGet(List::of);
        if (now != told) {
            told = now;
            collections = Intervals.of(now, event -> event.kind() == JvmEvent.Kind.COLLECTION);
            stops = Intervals.ofStops(now);
            stopEvents = now.stream().filter(event -> event.kind().stopsTheWorld()).toList();
            compilations = Intervals.of(now, event -> !event.kind().stopsTheWorld());
        }
        return told;
    }

    /// Those that stopped the world, by start.
    public List<JvmEvent> stopEvents() {
        events();
        return stopEvents;
    }

    /// When garbage was collected while all stood still.
    public Intervals collections() {
        events();
        return collections;
    }

    /// When all stood still, for whatever reason.
    public Intervals stops() {
        events();
        return stops;
    }

    /// When at least one method was being compiled.
    public Intervals compilations() {
        events();
        return compilations;
    }

    /// How much of the time in view all stood still, 0 to 1.
    public double stoppedShareInView() {
        TimeWindow window = model.windowProperty().get();
        long end = model.shownProperty().get().map(Snapshot::endNanos).orElse(0L);
        long from = Math.clamp((long) window.startNanos(), 0, end);
        long to = Math.clamp((long) window.endNanos(), from, end);
        return to == from ? 0 : (double) stops().nanosWithin(from, to) / (to - from);
    }

    /// For how much of a stretch of the run the veil lies over the lanes.
    public long veiledNanos(double startNanos, double endNanos) {
        if (!model.stops().shownProperty().get()) {
            return 0;
        }
        long from = (long) Math.max(0, startNanos);
        return stops().nanosWithin(from, Math.max(from, (long) endNanos));
    }

    /// Lays the veil over lanes, if it is to be shown.
    public void veil(Picture picture) {
        veil(picture, model.windowProperty().get());
    }

    /// The same for a picture of another stretch of time.
    public void veil(Picture picture, TimeWindow window) {
        if (model.stops().shownProperty().get()) {
            StopVeil.paint(stops(), window, picture, look());
        }
    }

    /// The same for a file; nothing if it is not to be shown.
    public VeilDrawing veilDrawing() {
        boolean shown = model.stops().shownProperty().get();
        return new VeilDrawing(shown ? stops() : Intervals.ofStops(List.of()), look());
    }

    private StopVeil.Look look() {
        Palette palette = appearance.palette();
        return new StopVeil.Look(palette.veil(), palette.veilStroke(), StateLook.GC.hatch()::ink);
    }

    /// Tints a chart below the lanes, if stops are to be shown.
    ///
    /// @param fromX where the time axis begins in it
    public void tint(Picture picture, int fromX) {
        if (model.stops().shownProperty().get()) {
            int colour = Argb.withAlpha(appearance.palette().state(StateLook.GC), TINT);
            StopVeil.tint(stops(), model.windowProperty().get(), picture, fromX, colour);
        }
    }
}
