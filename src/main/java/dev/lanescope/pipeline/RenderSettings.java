package dev.lanescope.pipeline;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/// How pages are rendered; the same for all workers of a run.
///
/// @param escapeHtml whether raw HTML in the Markdown is shown as text instead of being kept; for
///   content one does not trust
public record RenderSettings(boolean escapeHtml) {

    /// For one's own content: raw HTML is kept.
    public static final RenderSettings STANDARD = new RenderSettings(false);

    /// Writes them for a worker elsewhere.
    public void write(DataOutput out) throws IOException {
        out.writeBoolean(escapeHtml);
    }

    /// Reads what [#write] wrote.
    ///
    /// @throws IOException if it is something else
    public static RenderSettings read(DataInput in) throws IOException {
        return new RenderSettings(in.readBoolean());
    }
}
