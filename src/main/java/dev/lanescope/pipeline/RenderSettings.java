package dev.lanescope.pipeline;

import dev.lanescope.content.Site;
import dev.lanescope.pipeline.generated.BaseUrl;
import dev.lanescope.pipeline.generated.GeneratedPages;
import dev.lanescope.pipeline.generated.TemplateSet;

import org.jspecify.annotations.Nullable;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.file.Path;

/// How pages are rendered; the same for all workers of a run.
///
/// @param escapeHtml whether raw HTML in the Markdown is shown as text instead of being kept, and
///   the content's own templates are left aside; for content one does not trust
/// @param templates which of the built-in templates
/// @param ownTemplates a folder whose `NAME.peb` come before those of the content folder's
///   `_templates` and before the built-in ones; null for none
/// @param baseUrl where the site will stand, for feed and sitemap
public record RenderSettings(
        boolean escapeHtml, TemplateSet templates, @Nullable Path ownTemplates, BaseUrl baseUrl) {

    /// For one's own content: raw HTML is kept.
    public static final RenderSettings STANDARD =
            new RenderSettings(false, TemplateSet.DOCS, null, BaseUrl.NONE);

    /// The standard settings, with a choice about raw HTML.
    public RenderSettings(boolean escapeHtml) {
        this(escapeHtml, TemplateSet.DOCS, null, BaseUrl.NONE);
    }

    /// The same with other built-in templates.
    public RenderSettings with(TemplateSet set) {
        return new RenderSettings(escapeHtml, set, ownTemplates, baseUrl);
    }

    /// The same with a folder of one's own templates.
    public RenderSettings with(Path templateFolder) {
        return new RenderSettings(escapeHtml, templates, templateFolder, baseUrl);
    }

    /// The same with raw HTML kept, or shown as text.
    public RenderSettings withRawHtml(boolean kept) {
        return new RenderSettings(!kept, templates, ownTemplates, baseUrl);
    }

    /// The same for a site that will stand there.
    public RenderSettings with(BaseUrl base) {
        return new RenderSettings(escapeHtml, templates, ownTemplates, base);
    }

    /// The files that are made of a site's pages under these settings.
    public GeneratedPages generated(Site site) {
        return GeneratedPages.of(site, templates, baseUrl);
    }

    /// Writes them for a worker elsewhere.
    public void write(DataOutput out) throws IOException {
        out.writeBoolean(escapeHtml);
        out.writeUTF(templates.name());
        out.writeUTF(ownTemplates == null ? "" : ownTemplates.toString());
        out.writeUTF(baseUrl.text());
    }

    /// Reads what [#write] wrote.
    ///
    /// @throws IOException if it is something else
    public static RenderSettings read(DataInput in) throws IOException {
        try {
            boolean escapeHtml = in.readBoolean();
            TemplateSet templates = TemplateSet.valueOf(in.readUTF());
            String folder = in.readUTF();
            return new RenderSettings(
                    escapeHtml,
                    templates,
                    folder.isEmpty() ? null : Path.of(folder),
                    new BaseUrl(in.readUTF()));
        } catch (IllegalArgumentException e) {
            throw new IOException("these bytes are not settings: " + e.getMessage(), e);
        }
    }
}
