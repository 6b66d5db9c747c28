package dev.lanescope.ui.kit;

import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.ImagePattern;

/// The pattern of a lane that is not working: which pixels carry a stroke. Patterns are anchored at
/// the picture's origin, not at the span's, so neighbouring spans of one state join without a seam.
public enum Hatch {
    /// `\`, wide.
    BACKSLASH(6, 0.16, 0.90),
    /// `/`, dense.
    SLASH(4, 0.24, 0.95),
    /// Squares of two pixels.
    CHECKER(4, 0.16, 0.95),
    /// `-`, thin.
    DASH(4, 0.24, 0.95),
    /// `X`: stop-the-world.
    CROSS(5, 0.30, 0.80),
    /// `-`, bold.
    BOLD_DASH(4, 0.16, 0.85),
    /// `|`.
    BAR(4, 0.24, 0.95),
    /// Dots of two pixels.
    DOT(4, 0.16, 0.95),
    /// `^`, one beside the other.
    ZIGZAG(6, 0.16, 0.95),
    /// Thin lines far apart: nearly empty, for it is emptiness.
    FAINT(8, 0.16, 0.55),
    /// `+`, dense: barred.
    GRID(5, 0.30, 0.95);

    private final int cell;
    private final double groundAlpha;
    private final double strokeAlpha;

    Hatch(int cell, double groundAlpha, double strokeAlpha) {
        this.cell = cell;
        this.groundAlpha = groundAlpha;
        this.strokeAlpha = strokeAlpha;
    }

    /// After how many pixels the pattern repeats, in both directions.
    public int cell() {
        return cell;
    }

    /// Whether the pixel at x, y (any ints, also negative) carries a stroke.
    public boolean ink(int x, int y) {
        int across = Math.floorMod(x, cell);
        int down = Math.floorMod(y, cell);
        int rising = (across + down) % cell;
        int falling = Math.floorMod(across - down, cell);
        return switch (this) {
            case BACKSLASH -> falling < 2;
            case SLASH -> rising < 2;
            case CHECKER -> (across / 2 + down / 2) % 2 == 0;
            case DASH -> down == 0;
            case CROSS -> rising == 0 || falling == 0;
            case BOLD_DASH -> down < 2;
            case BAR -> across == 0;
            case DOT -> across < 2 && down < 2;
            case ZIGZAG -> (Math.min(across, cell - across) + down) % 3 == 0;
            case FAINT -> rising == 0;
            case GRID -> across == 0 || down == 0;
        };
    }

    /// The colour between the strokes when the hatch of this hue lies on an opaque `plot` ground.
    public int ground(int hue, int plot) {
        return Argb.over(Argb.withAlpha(hue, groundAlpha), plot);
    }

    /// The colour of the strokes when the hatch of this hue lies on an opaque `plot` ground.
    public int stroke(int hue, int plot) {
        return Argb.over(Argb.withAlpha(hue, strokeAlpha), plot);
    }

    /// The pattern as a paint for swatches and canvases, pixel for pixel at scale 1.
    public ImagePattern paint(int ground, int stroke) {
        int[] pixels = new int[cell * cell];
        for (int y = 0; y < cell; y++) {
            for (int x = 0; x < cell; x++) {
                pixels[y * cell + x] = ink(x, y) ? stroke : ground;
            }
        }
        WritableImage tile = new WritableImage(cell, cell);
        tile.getPixelWriter()
                .setPixels(0, 0, cell, cell, PixelFormat.getIntArgbInstance(), pixels, 0, cell);
        return new ImagePattern(tile, 0, 0, cell, cell, false);
    }
}
