package dev.lanescope.ui.kit;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;

import java.util.List;

/// A few lanes drawn with the palette: stages with their names, states with their hatches, a veil.
final class Specimen {

    private Specimen() {}

    static Canvas spans(Palette palette) {
        Canvas canvas = new Canvas(860, 70);
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.setFill(Argb.fx(palette.ground().inset()));
        g.fillRect(0, 0, 860, 70);
        double x = 4;
        for (String stage :
                List.of(
                        "read",
                        "front matter",
                        "parse",
                        "transform",
                        "render",
                        "template",
                        "write",
                        "strange")) {
            Palette.Fill fill = palette.stage(stage);
            g.setFill(Argb.fx(fill.fill()));
            g.fillRect(x, 4, 88, 18);
            g.setFill(Argb.fx(fill.ink()));
            g.setFont(TextRole.AXIS.font());
            g.fillText(stage, x + 4, 17);
            x += 90;
        }
        x = 4;
        for (StateLook look : StateLook.values()) {
            g.setFill(look.hatch().paint(palette.hatchGround(look), palette.hatchStroke(look)));
            g.fillRect(x, 26, 88, 18);
            x += 90;
        }
        g.setFill(Argb.fx(palette.ground().raise2()));
        g.fillRect(4, 48, 200, 12);
        g.setFill(Argb.fx(palette.ground().muted()));
        g.setFont(TextRole.PAGE.font());
        g.fillText("ch10-01-syntax", 8, 57.5);
        return canvas;
    }
}
