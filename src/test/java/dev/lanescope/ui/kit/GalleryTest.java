package dev.lanescope.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.ui.OnScreen;

import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.controlsfx.control.PopOver;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import javax.imageio.ImageIO;

/// Draws every part of the kit under both themes into `target/gallery-*.png`, to be looked at, and
/// holds what can be held without eyes: style sheets without a warning.
@OnScreen
class GalleryTest {

    @BeforeAll
    static void startToolkit() throws Exception {
        Fx.start();
    }

    @ParameterizedTest
    @EnumSource
    void every_part_is_drawn_without_a_css_warning(Theme theme) throws Exception {
        List<String> heard = new CopyOnWriteArrayList<>();
        Handler ear = listener(heard);
        Logger log = Logger.getLogger("javafx");
        log.addHandler(ear);
        try {
            String name = "target/gallery-" + theme.name().toLowerCase(Locale.ROOT);
            write(Fx.call(() -> draw(theme)), name + ".png");
            Fx.call(() -> drawFloating(theme))
                    .forEach((part, picture) -> write(picture, name + "-" + part + ".png"));
        } finally {
            log.removeHandler(ear);
        }
        assertThat(heard).isEmpty();
    }

    @Test
    void a_css_warning_would_be_heard() throws Exception {
        List<String> heard = new CopyOnWriteArrayList<>();
        Handler ear = listener(heard);
        Logger log = Logger.getLogger("javafx");
        log.addHandler(ear);
        try {
            Fx.run(() -> {
                Label label = new Label("x");
                label.setStyle("-fx-text-fill: -no-such-colour;");
                new Scene(new Pane(label)).snapshot(null);
            });
        } finally {
            log.removeHandler(ear);
        }
        assertThat(heard).isNotEmpty();
    }

    private static Handler listener(List<String> heard) {
        return new Handler() {
            @Override
            public void publish(LogRecord line) {
                heard.add(line.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }

    /// What floats above a window: each has a scene of its own.
    private static Map<String, WritableImage> drawFloating(Theme theme) {
        Stage stage = new Stage();
        Button owner = new Button("owner");
        ComboBox<String> picker = new ComboBox<>();
        picker.getItems().addAll("fixed-pool", "sequential");
        picker.setValue("sequential");
        stage.setScene(new Scene(new VBox(owner, picker), 400, 300));
        stage.show();
        Tooltip tooltip = new Tooltip("What a tooltip says, in one line");
        tooltip.show(stage);
        ContextMenu menu =
                new ContextMenu(
                        new MenuItem("Open the page", Icons.EXTERNAL_LINK.node()),
                        new SeparatorMenuItem(),
                        new MenuItem("Delete the run"));
        menu.show(stage);
        PopOver popOver =
                Windows.popOver(new VBox(8, new Label("Queue size"), new Slider(0, 9, 4)));
        popOver.setTitle("Knobs");
        popOver.setHeaderAlwaysVisible(true);
        popOver.show(owner);
        picker.show();
        Map<String, WritableImage> pictures = new TreeMap<>();
        int ground = theme.palette().ground().bg();
        for (Window window : List.copyOf(Window.getWindows())) {
            if (window instanceof PopupWindow popup) {
                popup.getScene().setFill(Argb.fx(ground));
                pictures.put("floating-" + pictures.size(), popup.getScene().snapshot(null));
            }
        }
        Windows.hideAll();
        assertThat(Window.getWindows()).isEmpty();
        return pictures;
    }

    private static void write(WritableImage picture, String file) {
        try {
            ImageIO.write(buffered(picture), "png", new File(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static WritableImage draw(Theme theme) {
        Application.setUserAgentStylesheet(theme.stylesheet());
        Stage stage = new Stage();
        Scene scene = new Scene(Gallery.of(theme.palette()), 1440, 900);
        stage.setScene(scene);
        stage.show();
        try {
            return scene.snapshot(null);
        } finally {
            stage.hide();
        }
    }

    static BufferedImage buffered(WritableImage picture) {
        int width = (int) picture.getWidth();
        int height = (int) picture.getHeight();
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, picture.getPixelReader().getArgb(x, y));
            }
        }
        return image;
    }
}
