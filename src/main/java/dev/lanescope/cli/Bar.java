package dev.lanescope.cli;

import java.nio.charset.Charset;

/// A share drawn with letters: whole and eighth blocks where the stream can spell them, `#`
/// elsewhere.
final class Bar {

    private static final String EIGHTHS = "▏▎▍▌▋▊▉█";

    private final int width;
    private final boolean blocks;

    /// @param width of a share of 1, in columns
    Bar(int width, Charset charset) {
        this.width = width;
        this.blocks = charset.canEncode() && charset.newEncoder().canEncode(EIGHTHS);
    }

    /// @param share from 0 to 1; what lies outside is cut
    String of(double share) {
        double columns = Math.clamp(share, 0, 1) * width;
        if (!blocks) {
            return "#".repeat((int) Math.round(columns));
        }
        int eighths = (int) Math.round(columns * 8);
        String rest = eighths % 8 == 0 ? "" : EIGHTHS.substring(eighths % 8 - 1, eighths % 8);
        return "█".repeat(eighths / 8) + rest;
    }
}
