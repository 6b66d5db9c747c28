package dev.lanescope.ui.compare;

import dev.lanescope.analysis.explain.SpeedUpStack;
import dev.lanescope.analysis.explain.StackPart;
import dev.lanescope.chart.Box;
import dev.lanescope.chart.StackBars;
import dev.lanescope.ui.kit.Appearance;
import dev.lanescope.ui.kit.Argb;
import dev.lanescope.ui.kit.GlyphInk;
import dev.lanescope.ui.kit.Hairlines;
import dev.lanescope.ui.kit.ModelLook;
import dev.lanescope.ui.kit.Palette;
import dev.lanescope.ui.kit.TextRole;

import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.text.TextAlignment;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;

/// Speed-up stacks as bars side by side, each up to the number of its lanes, or to all of their
/// time; see [StackScale]. Painted when they or the colours change; pointing at a part says what it
/// is, a click goes there.
final class StackChart extends Region {

    private static final double LEFT = 40;
    private static final double TOP = 22;
    private static final double SWITCH = 36;
    private static final double BOTTOM = 22;
    private static final double LEAST_NAMED = 15;
    private static final double LEAST_LABELLED = 28;

    private final Appearance appearance;
    private final Canvas canvas = new Canvas();
    private final Tooltip tip = new Tooltip();
    private List<Entrant> entrants = List.of();
    private Optional<Explained> explained = Optional.empty();
    private List<StackSlices> bars = List.of();
    private StackBars layout = new StackBars(List.of(), 0, 1);
    private final ScaleSwitch scales = new ScaleSwitch(this::choose);
    private Optional<StackScale> chosen = Optional.empty();

    /// @param onPart told which part of which run was clicked
    StackChart(Appearance appearance, BiConsumer<Entrant, StackPart> onPart) {
        this.appearance = appearance;
        setId("stacks");
        setAccessibleText("Speed-up stacks as bars; the table below says the same in figures");
        getStyleClass().add("plot");
        setMinHeight(140);
        canvas.setManaged(false); // it is as big as this, and not this as big as it
        getChildren().addAll(canvas, scales);
        Tooltip.install(this, tip);
        setOnMouseMoved(event -> tip.setText(words(event.getX(), event.getY())));
        setOnMouseClicked(event ->
                slice(event.getX(), event.getY())
                        .ifPresent(part ->
                                onPart.accept(
                                        bars.get(part.bar()).entrant(),
                                        bars.get(part.bar()).slices().get(part.part()).part())));
        appearance.themeProperty().subscribe(_ -> show(entrants));
    }

    /// @param stacked entrants that have stacks
    void show(List<Entrant> stacked) {
        entrants = List.copyOf(stacked);
        scales.setVisible(StackScale.differ(stacks()));
        scales.mark(scale());
        bars = entrants.stream().map(each -> StackSlices.of(each, appearance.palette())).toList();
        paint();
    }

    private void choose(StackScale wanted) {
        chosen = Optional.of(wanted);
        paint();
    }

    /// What the user has chosen, where there is a choice.
    private StackScale scale() {
        return chosen.filter(_ -> scales.isVisible()).orElse(StackScale.fitting(stacks()));
    }

    private List<SpeedUpStack> stacks() {
        return entrants.stream().map(StackChart::stack).toList();
    }

    private static SpeedUpStack stack(Entrant entrant) {
        return entrant.row().stack().orElseThrow();
    }

    /// Marks what a replay predicts without the lock: dashed, for it was not measured.
    void predict(Optional<Explained> now) {
        explained = now;
        paint();
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        scales.autosize();
        scales.relocate(8, 6);
        paint();
    }

    private double top() {
        return scales.isVisible() ? SWITCH + TOP : TOP;
    }

    private void paint() {
        GraphicsContext pen = canvas.getGraphicsContext2D();
        double width = canvas.getWidth();
        double height = canvas.getHeight();
        pen.clearRect(0, 0, width, height);
        if (bars.isEmpty() || width < LEFT + 20 || height < top() + BOTTOM + 20) {
            return;
        }
        pen.setTextBaseline(VPos.CENTER);
        layout =
                StackBars.of(
                        bars.stream()
                                .map(bar ->
                                        bar.slices().stream()
                                                .map(slice -> scaled(slice.height(), bar.entrant()))
                                                .toList())
                                .toList(),
                        scale().most(stacks()),
                        width - LEFT - 8,
                        height - top() - BOTTOM);
        paintScale(pen, width);
        for (StackBars.Part part : layout.parts()) {
            Box box = part.box();
            pen.setFill(bars.get(part.bar()).slices().get(part.part()).paint());
            pen.fillRect(
                    Math.rint(LEFT + box.x()),
                    top() + box.y(),
                    Math.rint(box.width()),
                    Math.max(0.5, box.height() - (box.height() > 3 ? 1 : 0)));
        }
        for (int bar = 0; bar < bars.size(); bar++) {
            paintSpeedUp(pen, bar, height);
        }
    }

    private double scaled(double inLanes, Entrant entrant) {
        return scale().of(inLanes, stack(entrant));
    }

    private void paintScale(GraphicsContext pen, double width) {
        Palette.Ground ground = appearance.palette().ground();
        boolean shares = scale() == StackScale.SHARES;
        int most = shares ? 100 : (int) scale().most(stacks());
        int step = shares ? 25 : Math.max(1, Math.ceilDiv(most, 6));
        pen.setFont(TextRole.NUM_SMALL.font());
        pen.setTextAlign(TextAlignment.RIGHT);
        for (int value = 0; value <= most; value += step) {
            double y = top() + layout.yOf(shares ? value / 100.0 : value);
            Hairlines.across(pen, Argb.fx(ground.line()), LEFT, width - 8, y);
            pen.setFill(Argb.fx(ground.muted()));
            pen.fillText(value + (shares ? "%" : "\u00d7"), LEFT - 6, y);
        }
        pen.setTextAlign(TextAlignment.RIGHT);
        pen.setFont(TextRole.AXIS.font());
        pen.fillText(
                shares ? "of its lanes" : most == 1 ? "1 lane" : most + " lanes",
                width - 8,
                scales.isVisible() ? SWITCH / 2 : top() + layout.yOf(most) - 9); // no bar is there
    }

    /// A line where the useful work ends, its figure below the line, the glyph below the bar.
    private void paintSpeedUp(GraphicsContext pen, int bar, double height) {
        Palette palette = appearance.palette();
        Entrant entrant = bars.get(bar).entrant();
        Box any =
                layout.parts().stream()
                        .filter(part -> part.bar() == bar)
                        .map(StackBars.Part::box)
                        .findFirst()
                        .orElse(new Box(0, 0, 0, 0));
        double left = LEFT + any.x();
        double speedUp = stack(entrant).speedUp();
        double y = top() + layout.yOf(scaled(speedUp, entrant));
        pen.setFill(Argb.fx(palette.ground().hl()));
        pen.fillRect(left - 4, Math.floor(y) - 1, any.width() + 8, 2);
        boolean roomy = top() + layout.yOf(0) - y > LEAST_NAMED + 6;
        if (roomy && any.width() >= LEAST_LABELLED) {
            pen.setFill(Argb.fx(palette.ground().bg()));
            pen.fillRoundRect(left + 3, y + 4, any.width() - 6, LEAST_NAMED, 4, 4);
            pen.setFill(Argb.fx(palette.ground().fg()));
            pen.setFont(TextRole.NUM_SMALL.font());
            pen.setTextAlign(TextAlignment.CENTER);
            pen.fillText(
                    String.format(Locale.ROOT, "%.2f", speedUp),
                    left + any.width() / 2,
                    y + 4 + LEAST_NAMED / 2);
        }
        explained
                .flatMap(now -> now.withoutLock(entrant))
                .ifPresent(predicted -> {
                    double at =
                            Math.floor(top() + layout.yOf(scaled(predicted.speedUp(), entrant)));
                    pen.setFill(Argb.fx(palette.ground().accent()));
                    for (double x = left - 4; x < left + any.width() + 4; x += 6) {
                        pen.fillRect(x, at - 1, 4, 2);
                    }
                });
        ModelLook look = ModelLook.of(entrant.info().model());
        GlyphInk.paint(
                pen,
                look.glyph(),
                left + any.width() / 2 - 5,
                height - BOTTOM + 7,
                10,
                Argb.fx(palette.model(look)),
                entrant.isSecond());
    }

    private Optional<StackBars.Part> slice(double x, double y) {
        return layout.at(x - LEFT, y - top());
    }

    private String words(double x, double y) {
        return slice(x, y)
                .map(part -> {
                    StackSlices bar = bars.get(part.bar());
                    StackPart what = bar.slices().get(part.part()).part();
                    SpeedUpStack stack = stack(bar.entrant());
                    return bar.entrant().title()
                            + "\n"
                            + what.title()
                            + String.format(Locale.ROOT, ": %.2f of ", stack.height(what))
                            + stack.lanes()
                            + " lanes\n"
                            + what.sentence();
                })
                .orElse("Where the lanes' time went: point at a part");
    }
}
