package dev.lanescope.exchange.report;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.analysis.compare.Comparison;
import dev.lanescope.analysis.compare.Contender;
import dev.lanescope.chart.LaneLayout;
import dev.lanescope.chart.LanePaint;
import dev.lanescope.chart.LanesDrawing;
import dev.lanescope.chart.TimeWindow;
import dev.lanescope.chart.Viewport;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.State;

import java.util.List;

/// The lanes of the run in the middle of every setting, on one clock. However many settings and
/// lanes there are, the pictures stay within some megabytes: not every lane is drawn, and what is
/// missing is said.
record Timelines(Comparison comparison) {

    /// @param caption what it shows, and what of it is left out
    record Timeline(String svg, String caption) {}

    private static final int HEAD = 150;
    private static final int WIDTH = ReportSheet.WIDTH - HEAD - 12; // the drawing adds its edge
    private static final int LANE = 22;
    private static final int MOST_RUNS = 12;
    private static final int MOST_LANES = 16;
    private static final int LANES_IN_ALL = 48;

    List<Timeline> all() {
        List<Contender> drawn = drawn();
        long end =
                drawn.stream()
                        .mapToLong(contender -> contender.median().endNanos())
                        .max()
                        .orElse(1);
        int most = Math.clamp(LANES_IN_ALL / drawn.size(), 1, MOST_LANES);
        return drawn.stream().map(contender -> timeline(contender, end, most)).toList();
    }

    private List<Contender> drawn() {
        List<Contender> all = comparison.contenders();
        return all.subList(0, Math.min(MOST_RUNS, all.size()));
    }

    /// What is not drawn at all; empty if everything is.
    String missing() {
        int missing = comparison.contenders().size() - drawn().size();
        return missing == 0 ? "" : Amounts.count(missing, "further setting") + " not drawn.";
    }

    private Timeline timeline(Contender contender, long end, int most) {
        Snapshot trace = contender.median();
        int lanes = Math.clamp(trace.lanes().size(), 1, most);
        var view =
                new Viewport(
                        TimeWindow.fit(end),
                        LaneLayout.compact(trace.lanes().size(), LANE),
                        WIDTH,
                        lanes * LANE,
                        0);
        var sheet = new ReportSheet(trace.info().states());
        var drawing = new LanesDrawing(trace, view, HEAD, new Paint(trace.info().states()), ink());
        drawing.draw(sheet);
        int left = trace.lanes().size() - lanes;
        return new Timeline(
                sheet.svg(drawing.width(), drawing.height(sheet), drawing.title()),
                new Names(comparison).of(contender)
                        + (left <= 0 ? "" : ", without " + Amounts.count(left, "further lane")));
    }

    private static LanesDrawing.Ink ink() {
        return new LanesDrawing.Ink(
                ReportInk.GROUND.colour(),
                ReportInk.LINE.colour(),
                ReportInk.WORDS.colour(),
                ReportInk.MUTED.colour(),
                ReportInk::onState);
    }

    /// The colours by role; states are known to the [ReportSheet] by their code.
    private record Paint(List<State> states) implements LanePaint {

        @Override
        public boolean isHatched(int state) {
            return Look.of(states.get(state)).hatched();
        }

        @Override
        public int solid(int state) {
            return ReportInk.WORDS.colour();
        }

        @Override
        public int pattern(int state, int x, int y) {
            return ReportInk.WORDS.colour();
        }

        @Override
        public int ground() {
            return ReportInk.INSET.colour();
        }

        @Override
        public int band() {
            return ReportInk.BAND.colour();
        }

        @Override
        public int bandAlternate() {
            return ReportInk.BAND_ALTERNATE.colour();
        }
    }
}
