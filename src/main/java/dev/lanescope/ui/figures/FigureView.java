package dev.lanescope.ui.figures;

import dev.lanescope.ui.kit.Appearance;
import dev.lanescope.ui.kit.Argb;
import dev.lanescope.ui.kit.Background;
import dev.lanescope.ui.kit.CopyTable;
import dev.lanescope.ui.kit.Latest;
import dev.lanescope.ui.kit.Palette;
import dev.lanescope.ui.kit.PlotCard;
import dev.lanescope.ui.timeline.Scope;
import dev.lanescope.ui.timeline.TimelineModel;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Control;
import javafx.scene.control.Skin;
import javafx.scene.control.SkinBase;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// A picture of the selection, or of what is in view: worked out in the background while it can be
/// seen, painted on a canvas, read out part by part under the pointer and the arrow keys.
///
/// It is a control so that arrow keys are its own while it has the focus.
///
/// @param <R> what is worked out
abstract class FigureView<R> extends Control {

    private final TimelineModel timeline;
    private final Appearance appearance;
    private final String name;
    private final Canvas canvas = new Canvas();
    private final PlotCard card = new PlotCard();
    private final Latest<Scope, R> latest;
    private final ScopeWatch watch;
    private @Nullable R result;
    private boolean pointed;

    /// @param name as a screen reader calls it
    FigureView(TimelineModel timeline, Appearance appearance, Background background, String name) {
        this.timeline = timeline;
        this.appearance = appearance;
        this.name = name;
        this.latest = new Latest<>(background, name, this::workOut, this::show);
        setFocusTraversable(true);
        setAccessibleText("The " + name);
        setMinSize(0, 0);
        setPrefHeight(240);
        setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        getStyleClass().add("plot");
        getChildren().addAll(canvas, card);
        this.watch = new ScopeWatch(timeline, this, latest::ask, this::forget);
        appearance.themeProperty().subscribe(_ -> repaint());
        focusedProperty().subscribe(_ -> repaint());
        setOnMouseMoved(this::move);
        setOnMouseExited(_ -> leave());
        setOnMousePressed(_ -> requestFocus());
        setOnMouseClicked(this::click);
        setOnKeyPressed(this::press);
    }

    /// It paints itself.
    @Override
    protected Skin<?> createDefaultSkin() {
        return new SkinBase<Control>(this) {};
    }

    /// Works out what is to be painted; in the background.
    abstract R workOut(Scope scope);

    /// What a result was worked out of.
    abstract Scope scopeOf(R result);

    abstract void paint(GraphicsContext pen, double width, double height, R shown);

    /// What lies at a place, in words; empty if nothing does.
    abstract String wordsAt(double x, double y, R shown);

    abstract void click(double x, double y, R shown);

    /// Does what a key asks for.
    ///
    /// @return in words where that led to; empty if the key means nothing
    abstract String key(KeyEvent event, R shown);

    abstract CopyTable table(R shown);

    final TimelineModel timeline() {
        return timeline;
    }

    final Palette palette() {
        return appearance.palette();
    }

    /// Whether the pointer is over the picture.
    final boolean isPointed() {
        return pointed;
    }

    /// The picture as a table; empty before there is one.
    final CopyTable table() {
        return result == null ? new CopyTable(List.of(), List.of()) : table(result);
    }

    private void show(R newResult) {
        watch.answered();
        if (!watch.isWanted(scopeOf(newResult))) {
            return;
        }
        result = newResult;
        setAccessibleText("The " + name + ", " + scopeOf(newResult).words());
        repaint();
    }

    private void forget() {
        latest.forget();
        result = null;
        setAccessibleText("The " + name);
        forgotten();
        repaint();
    }

    /// Lets go of what was made of a result.
    void forgotten() {}

    final void repaint() {
        GraphicsContext pen = canvas.getGraphicsContext2D();
        pen.setFill(Argb.fx(palette().ground().inset()));
        pen.fillRect(0, 0, canvas.getWidth(), canvas.getHeight());
        if (result != null && isVisible()) {
            paint(pen, canvas.getWidth(), canvas.getHeight(), result);
        }
        if (isFocused()) {
            pen.setStroke(Argb.fx(palette().ground().accent()));
            pen.strokeRect(0.5, 0.5, canvas.getWidth() - 1, canvas.getHeight() - 1);
        }
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        repaint();
    }

    private void move(MouseEvent event) {
        pointed = true;
        String words = result == null ? "" : wordsAt(event.getX(), event.getY(), result);
        say(words, event.getX(), event.getY());
        repaint();
    }

    private void say(String words, double x, double y) {
        if (words.isEmpty()) {
            card.hide();
        } else {
            card.show(words, x, y);
        }
    }

    private void leave() {
        pointed = false;
        card.hide();
        repaint();
    }

    private void click(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && result != null) {
            click(event.getX(), event.getY(), result);
        }
    }

    private void press(KeyEvent event) {
        if (result == null || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        String words = key(event, result);
        if (!words.isEmpty()) {
            setAccessibleText(words);
            say(words, 0, getHeight());
            repaint();
        }
    }
}
