package dev.lanescope.ui.kit;

import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.IntBuffer;

/// A picture made of plain pixels: whoever paints writes into an int array (or, for Java2D, into
/// the image over the same array), and the scene shows that very array without a copy.
///
/// One array element is one pixel of the scene, opaque or premultiplied 0xAARRGGBB. The array is
/// replaced when the pane changes its size.
public final class PixelPane extends Region {

    /// Called when the pane has a size and wants to be painted.
    public interface Painter {
        void paint(int[] pixels, int width, int height);
    }

    private final ImageView view = new ImageView();
    private final Painter painter;
    private int paints;
    private BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB_PRE);
    private PixelBuffer<IntBuffer> buffer = bufferOver(image);

    public PixelPane(Painter painter) {
        this.painter = painter;
        view.setSmooth(false);
        view.setManaged(false);
        getChildren().add(view);
        setMinSize(0, 0);
    }

    private static PixelBuffer<IntBuffer> bufferOver(BufferedImage image) {
        return new PixelBuffer<>(
                image.getWidth(),
                image.getHeight(),
                IntBuffer.wrap(pixelsOf(image)),
                PixelFormat.getIntArgbPreInstance());
    }

    private static int[] pixelsOf(BufferedImage image) {
        return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }

    @Override
    protected void layoutChildren() {
        int width = (int) Math.ceil(getWidth());
        int height = (int) Math.ceil(getHeight());
        if (width < 1 || height < 1) {
            return;
        }
        if (image.getWidth() != width || image.getHeight() != height) {
            image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
            buffer = bufferOver(image);
            view.setImage(new WritableImage(buffer));
            repaint();
        }
    }

    /// Paints anew and shows it with the next frame.
    public void repaint() {
        if (view.getImage() != null) {
            painter.paint(pixelsOf(image), image.getWidth(), image.getHeight());
            buffer.updateBuffer(_ -> null);
            paints++;
        }
    }

    /// How often it was painted.
    public int paints() {
        return paints;
    }

    /// The image over the same pixels, for painters that use Java2D.
    public BufferedImage image() {
        return image;
    }
}
