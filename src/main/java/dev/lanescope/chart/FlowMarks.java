package dev.lanescope.chart;

import dev.lanescope.analysis.Cause;
import dev.lanescope.analysis.ItemFlow;
import dev.lanescope.analysis.ItemVisit;
import dev.lanescope.analysis.SpanStory;
import dev.lanescope.analysis.ToldArrow;
import dev.lanescope.trace.Flow;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Span;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Where the arrows of cause and effect lie, for the chosen span alone: from the span that let it
/// go on, and the way of its page from submit over all lanes to done. In a trace of another tool it
/// is the arrows that this tool has drawn. What is only likely is dashed.
///
/// Places are pixels right of and below the upper left corner of the view, and may lie beyond it.
public final class FlowMarks {

    /// Of a page that is handed over more often, so many arrows nearest to the chosen span.
    private static final int MOST_HOPS = 24;

    /// How far above its span a page's beginning and end are marked.
    private static final double ABOVE = 3;

    /// What a mark tells.
    public enum Tone {
        /// Where the page came from and went.
        WAY,
        /// What let the span go on.
        CAUSE
    }

    /// One of them.
    public sealed interface Mark {
        Tone tone();
    }

    /// A curve that leaves to the right and arrives from the left.
    public record Arrow(double x, double y, double toX, double toY, boolean isDashed, Tone tone)
            implements Mark {

        /// How far beside its ends the points lie that bend it.
        public double bend() {
            return Math.clamp(Math.abs(toX - x) / 2, 12, 40);
        }
    }

    /// How long a page waited before it was taken up.
    public record Wait(double x, double y, double toX, Tone tone) implements Mark {}

    /// Where a page was submitted: a ring; where it was done: a disc.
    public record Dot(double x, double y, boolean isFilled, Tone tone) implements Mark {}

    private final Viewport view;
    private final boolean fixed;
    private final List<Mark> marks = new ArrayList<>();

    private FlowMarks(Viewport view, boolean fixed) {
        this.view = view;
        this.fixed = fixed;
    }

    /// All of them, those that lie below others first.
    ///
    /// @param fixed whether only those are wanted that may lie on the fixed rows: they touch one of
    ///   these, and nothing that is scrolled away beneath them
    public static List<Mark> of(Snapshot trace, Viewport view, SpanStory story, boolean fixed) {
        var found = new FlowMarks(view, fixed);
        story.flow().ifPresent(way -> found.addWay(way, story.span()));
        Stream.concat(
                        story.arrivals().stream().limit(MOST_HOPS),
                        story.departures().stream().limit(MOST_HOPS))
                .map(ToldArrow::flow)
                .forEach(found::addTold);
        story.before()
                .filter(why -> why.reason() != Cause.Reason.ARROW)
                .ifPresent(why -> found.addCause(trace, why));
        return found.marks;
    }

    private void addWay(ItemFlow way, Span chosen) {
        List<ItemVisit> visits = way.visits();
        ItemVisit first = visits.getFirst();
        double y = view.spanY(first.lane()) - ABOVE;
        double submit = view.xOf(way.submitNanos());
        add(new Wait(submit, y, view.xOf(first.startNanos()), Tone.WAY), first.lane());
        add(new Dot(submit, y, false, Tone.WAY), first.lane());
        int place = 0;
        while (place + 1 < visits.size()
                && visits.get(place + 1).startNanos() <= chosen.startNanos()) {
            place++;
        }
        int from = Math.max(1, place - MOST_HOPS / 2);
        int to = Math.min(visits.size(), from + MOST_HOPS);
        for (int at = from; at < to; at++) {
            ItemVisit before = visits.get(at - 1);
            ItemVisit next = visits.get(at);
            if (before.lane() != next.lane()) {
                addArrow(
                        before.endNanos(),
                        before.lane(),
                        next.startNanos(),
                        next.lane(),
                        false,
                        Tone.WAY);
            }
        }
        int last = visits.getLast().lane();
        add(new Dot(view.xOf(way.doneNanos()), view.spanY(last) - ABOVE, true, Tone.WAY), last);
    }

    private void addTold(Flow flow) {
        addArrow(flow.fromNanos(), flow.fromLane(), flow.toNanos(), flow.toLane(), false, Tone.WAY);
    }

    private void addCause(Snapshot trace, Cause why) {
        Span from = why.from();
        Span to = why.to();
        long effect = trace.stateOf(to).kind().isWork() ? to.startNanos() : to.endNanos();
        addArrow(
                from.endNanos(),
                from.lane(),
                effect,
                to.lane(),
                !why.reason().isCertain(),
                Tone.CAUSE);
    }

    private void addArrow(
            long from, int fromLane, long to, int toLane, boolean isDashed, Tone tone) {
        add(
                new Arrow(
                        view.xOf(from),
                        middle(fromLane),
                        view.xOf(to),
                        middle(toLane),
                        isDashed,
                        tone),
                fromLane,
                toLane);
    }

    private void add(Mark mark, int... lanes) {
        boolean touchesFixed = IntStream.of(lanes).anyMatch(view::isFixed);
        boolean touchesHidden =
                IntStream.of(lanes)
                        .anyMatch(lane ->
                                !view.isFixed(lane) && view.spanY(lane) < view.fixedHeight());
        if (!fixed || (touchesFixed && !touchesHidden)) {
            marks.add(mark);
        }
    }

    private double middle(int lane) {
        return view.spanY(lane) + view.layout().spanHeight() / 2.0;
    }
}
