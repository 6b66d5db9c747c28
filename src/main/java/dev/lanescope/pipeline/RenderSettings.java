package dev.lanescope.pipeline;

/// How pages are rendered; the same for all workers of a run.
///
/// @param escapeHtml whether raw HTML in the Markdown is shown as text instead of being kept; for
///   content one does not trust
public record RenderSettings(boolean escapeHtml) {

    /// For one's own content: raw HTML is kept.
    public static final RenderSettings STANDARD = new RenderSettings(false);
}
