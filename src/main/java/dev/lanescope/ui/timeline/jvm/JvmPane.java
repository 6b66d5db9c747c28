package dev.lanescope.ui.timeline.jvm;

import dev.lanescope.analysis.Durations;
import dev.lanescope.analysis.JvmAccount;
import dev.lanescope.analysis.JvmWords;
import dev.lanescope.chart.Picture;
import dev.lanescope.chart.ShareStrip;
import dev.lanescope.chart.TimeWindow;
import dev.lanescope.trace.JvmEvent;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.ui.kit.Hatch;
import dev.lanescope.ui.kit.Palette;
import dev.lanescope.ui.kit.PixelPane;
import dev.lanescope.ui.kit.StateLook;
import dev.lanescope.ui.timeline.frame.CounterLook;
import dev.lanescope.ui.timeline.frame.CursorLine;
import dev.lanescope.ui.timeline.frame.Frame;
import dev.lanescope.ui.timeline.frame.HoverCard;
import dev.lanescope.ui.timeline.frame.JvmStory;

import javafx.scene.canvas.Canvas;
import javafx.scene.control.Control;
import javafx.scene.control.Skin;
import javafx.scene.control.SkinBase;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// The JVM's own track below the lanes: collections in full height, other stops in half, under them
/// two dashes where the compiler was at work. It is there if the JVM was watched.
///
/// While a run goes on the story comes about a second late. Where it is not told yet the track is
/// striped, and its head says by how much it is behind.
///
/// With the keyboard, left and right go from event to event, up and down from stops to compilations
/// and back, Home and End to the first and the last one, and Enter fills the window with it. It is
/// a control so that these keys are its own while it has the focus.
public final class JvmPane extends Control {

    private static final int HEIGHT = 24;
    private static final List<Integer> COLLECTION_ROWS = rows(10, 2);
    private static final List<Integer> STOP_ROWS = rows(10, 7);
    private static final List<Integer> COMPILER_ROWS = List.of(20, 19, 16, 15);

    /// Where the rows of stops end, for the pointer.
    private static final int COMPILER_FROM = 13;

    private final Frame frame;
    private @Nullable Snapshot told;
    private final Supplier<OptionalLong> heardUpTo;
    private final PixelPane pixels = new PixelPane(this::paint);
    private final Canvas overlay = new Canvas();
    private final HoverCard card;
    private final JvmInk ink;
    private final JvmCursor cursor = new JvmCursor();

    /// @param heardUpTo up to where the run that goes on has been told; empty if none is
    public JvmPane(Frame frame, Supplier<OptionalLong> heardUpTo) {
        this.frame = frame;
        this.heardUpTo = heardUpTo;
        this.card = new HoverCard(frame);
        this.ink = new JvmInk(frame);
        setId("jvm");
        setAccessibleText("What the JVM did for itself over time");
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        overlay.setMouseTransparent(true);
        getChildren().addAll(pixels, overlay, new CursorLine(frame, this, 1), card.node());
        managedProperty().bind(visibleProperty());
        setVisible(false);
        frame.addPicture(this::update);
        frame.addInk(this::paintInk);
        frame.model().windowProperty().subscribe(_ -> card.hide());
        setOnMouseMoved(this::hover);
        setOnMouseExited(_ -> leave());
        setFocusTraversable(true);
        setOnKeyPressed(this::key);
        focusedProperty()
                .subscribe(focused -> {
                    if (!focused) {
                        card.hide();
                    }
                    frame.inkChanged();
                });
    }

    /// It paints itself.
    @Override
    protected Skin<?> createDefaultSkin() {
        return new SkinBase<Control>(this) {};
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        List<JvmEvent> events = frame.jvm().events();
        long from = (long) frame.model().windowProperty().get().startNanos();
        Optional<JvmEvent> now =
                switch (event.getCode()) {
                    case LEFT -> cursor.step(events, -1, from);
                    case RIGHT -> cursor.step(events, 1, from);
                    case HOME -> cursor.step(events, -events.size(), from);
                    case END -> cursor.step(events, events.size(), from);
                    case UP -> cursor.change(events, JvmCursor.Row.STOPS, from);
                    case DOWN -> cursor.change(events, JvmCursor.Row.COMPILATIONS, from);
                    case ENTER -> cursor.at(events);
                    default -> Optional.empty();
                };
        now.ifPresent(at -> {
            event.consume();
            if (event.getCode() == KeyCode.ENTER) {
                frame.model().stops().show(at);
            } else {
                bringIntoSight(at);
            }
            tell(at);
        });
    }

    private void bringIntoSight(JvmEvent event) {
        TimeWindow window = frame.model().windowProperty().get();
        boolean inSight =
                event.startNanos() < window.endNanos() && event.endNanos() > window.startNanos();
        if (!inSight) {
            double half = window.nanos() / 2;
            double middle = (event.startNanos() + event.endNanos()) / 2.0;
            frame.model().showWindow(new TimeWindow(middle - half, middle + half));
        }
    }

    private void tell(JvmEvent event) {
        int lanes = frame.trace().map(trace -> trace.lanes().size()).orElse(0);
        String words = JvmWords.cost(event, lanes) + ", at " + Durations.text(event.startNanos());
        setAccessibleText(words);
        double width = Math.max(1, getWidth() - Frame.HEAD);
        TimeWindow window = frame.model().windowProperty().get();
        double x = window.xOf((double) Math.max(0, event.startNanos()), width);
        card.showAbove(words, Frame.HEAD + Math.clamp(x, 0, width));
        frame.inkChanged();
    }

    private void paintInk() {
        ink.paint(overlay, behind());
        if (isFocused()) {
            ink.focus(overlay, cursor.at(frame.jvm().events()), cursor.row());
        }
    }

    private static List<Integer> rows(int bottom, int top) {
        return IntStream.rangeClosed(top, bottom).map(y -> bottom + top - y).boxed().toList();
    }

    private void update() {
        Optional<Snapshot> trace = frame.trace();
        setVisible(trace.filter(this::isWatched).isPresent());
        trace.filter(Snapshot::finished).ifPresentOrElse(this::tell, () -> told = null);
        pixels.repaint();
    }

    @SuppressWarnings("ReferenceEquality") // added up once a trace
    private void tell(Snapshot over) {
        if (told != over) {
            told = over;
            setAccessibleText("What the JVM did meanwhile: " + JvmAccount.words(over.jvm()));
        }
    }

    /// Of a run in which nothing happened the heap was counted all the same.
    private boolean isWatched(Snapshot trace) {
        return !trace.jvm().isEmpty()
                || (!trace.finished() && heardUpTo.get().isPresent())
                || trace.counters().stream().anyMatch(CounterLook.HEAP::suits);
    }

    /// How far the story is behind the live edge; empty if it is complete or not told at all.
    private OptionalLong behind() {
        OptionalLong heard = heardUpTo.get();
        Optional<Snapshot> live = frame.trace().filter(trace -> !trace.finished());
        return live.isEmpty() || heard.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(Math.max(0, live.get().endNanos() - heard.getAsLong()));
    }

    @Override
    protected void layoutChildren() {
        pixels.resizeRelocate(Frame.HEAD, 1, Math.max(1, getWidth() - Frame.HEAD), HEIGHT - 1);
        overlay.setWidth(getWidth());
        overlay.setHeight(HEIGHT);
        frame.changed();
    }

    private void paint(int[] argb, int width, int height) {
        Palette palette = frame.palette();
        Arrays.fill(argb, palette.ground().inset());
        var picture = new Picture(argb, width, height, width);
        TimeWindow window = frame.model().windowProperty().get();
        int stop = palette.state(StateLook.GC);
        JvmStory story = frame.jvm();
        ShareStrip.paint(story.stops(), window, picture, STOP_ROWS, stop);
        ShareStrip.paint(story.collections(), window, picture, COLLECTION_ROWS, stop);
        ShareStrip.paint(
                story.compilations(), window, picture, COMPILER_ROWS, palette.state(StateLook.JIT));
        behind().ifPresent(nanos -> paintUntold(argb, width, height, nanos));
    }

    /// Stripes where nothing is known yet.
    private void paintUntold(int[] argb, int width, int height, long behind) {
        TimeWindow window = frame.model().windowProperty().get();
        double end = frame.trace().map(Snapshot::endNanos).orElse(0L);
        int from = (int) Math.clamp(window.xOf(end - behind, width), 0, width);
        int to = (int) Math.clamp(window.xOf(end, width), 0, width);
        int stripe = frame.palette().ground().line2();
        for (int y = 0; y < height; y++) {
            for (int x = from; x < to; x++) {
                if (Hatch.FAINT.ink(x, y)) {
                    argb[y * width + x] = stripe;
                }
            }
        }
    }

    private void hover(MouseEvent event) {
        double x = event.getX() - Frame.HEAD;
        if (x < 0) {
            leave();
            return;
        }
        TimeWindow window = frame.model().windowProperty().get();
        double width = Math.max(1, getWidth() - Frame.HEAD);
        frame.model().cursorProperty().set(OptionalDouble.of(window.nanosAt(x, width)));
        boolean stops = event.getY() < COMPILER_FROM;
        List<JvmEvent> events =
                stops
                        ? frame.jvm().stopEvents()
                        : frame.jvm().events().stream()
                                .filter(happened -> !happened.kind().stopsTheWorld())
                                .toList();
        int lanes = frame.trace().map(trace -> trace.lanes().size()).orElse(0);
        JvmHover.words(
                        events,
                        (long) window.nanosAt(x - 1, width),
                        (long) window.nanosAt(x + 1, width),
                        lanes)
                .ifPresentOrElse(words -> card.showAbove(words, event.getX()), card::hide);
    }

    private void leave() {
        frame.model().cursorProperty().set(OptionalDouble.empty());
        card.hide();
    }
}
