package dev.lanescope.ui.kit;

/// Repaints once before the next frame, however often it is asked to: pictures only if what they
/// show has changed, and the ink that lies on them every time.
public final class Repainter {

    private final Runnable pictures;
    private final Runnable ink;
    private boolean pending;
    private boolean picturesToo;
    private int picturesPainted;
    private int inksPainted;

    /// @param pictures what is made of many spans
    /// @param ink what is quickly painted over it
    public Repainter(Runnable pictures, Runnable ink) {
        this.pictures = pictures;
        this.ink = ink;
    }

    /// What the pictures show has changed.
    public void changed() {
        picturesToo = true;
        inkChanged();
    }

    /// Only what lies on the pictures has changed.
    public void inkChanged() {
        if (!pending) {
            pending = true;
            FxThread.later(this::repaint);
        }
    }

    private void repaint() {
        pending = false;
        if (picturesToo) {
            picturesToo = false;
            picturesPainted++;
            pictures.run();
        }
        inksPainted++;
        ink.run();
    }

    /// How often the pictures were painted.
    public int picturesPainted() {
        return picturesPainted;
    }

    /// How often the ink was painted.
    public int inksPainted() {
        return inksPainted;
    }
}
