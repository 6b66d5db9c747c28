package dev.lanescope.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.application.Application;
import javafx.css.CssParser;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

import javax.imageio.ImageIO;

/// Draws every part of the kit under both themes into `target/gallery-*.png`, to be looked at, and
/// holds what can be held without eyes: style sheets without a warning.
class GalleryTest {

    @BeforeAll
    static void startToolkit() throws Exception {
        Fx.start();
    }

    @ParameterizedTest
    @EnumSource
    void every_part_is_drawn_without_a_css_warning(Theme theme) throws Exception {
        PrintStream console = System.err;
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        WritableImage picture;
        Fx.run(() -> CssParser.errorsProperty().clear());
        System.setErr(new PrintStream(heard, true, StandardCharsets.UTF_8));
        try {
            picture = Fx.call(() -> draw(theme));
        } finally {
            System.setErr(console);
        }
        ImageIO.write(
                buffered(picture),
                "png",
                new File(
                        "target/gallery-"
                                + theme.name().toLowerCase(java.util.Locale.ROOT)
                                + ".png"));
        assertThat(heard.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(Fx.call(() -> CssParser.errorsProperty().toString())).isEqualTo("[]");
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
