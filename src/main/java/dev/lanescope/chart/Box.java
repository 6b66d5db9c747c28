package dev.lanescope.chart;

/// A rectangle on the screen, in pixels. It may reach beyond the view.
public record Box(double x, double y, double width, double height) {

    public boolean contains(double atX, double atY) {
        return atX >= x && atX < x + width && atY >= y && atY < y + height;
    }
}
