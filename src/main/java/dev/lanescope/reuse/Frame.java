package dev.lanescope.reuse;

import dev.lanescope.content.Site;
import dev.lanescope.pipeline.RenderSettings;
import dev.lanescope.pipeline.fingerprint.ContentHash;
import dev.lanescope.pipeline.fingerprint.Fingerprint;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// What goes into every page of a site alike. If any of it changes, every page is rendered again.
///
/// @param program Lanescope, its libraries and the JDK
/// @param settings the render settings
/// @param templates the site's own templates
record Frame(ContentHash program, ContentHash settings, ContentHash templates) {

    static Frame of(Site site, RenderSettings settings) throws IOException {
        @Nullable Path own = settings.ownTemplates();
        return new Frame(
                Program.fingerprint(),
                new Fingerprint().add(settings).finish(),
                new Fingerprint()
                        .add(TemplateFiles.fingerprint(site.folder().resolve(Site.TEMPLATES)))
                        .add(own == null ? null : TemplateFiles.fingerprint(own))
                        .finish());
    }

    /// Why nothing made within another frame can be kept; empty if all is the same.
    Optional<String> differenceFrom(Frame last) {
        if (!program.equals(last.program)) {
            return Optional.of("Lanescope or its Java is another one than the last time");
        }
        if (!settings.equals(last.settings)) {
            return Optional.of("the settings are others than the last time");
        }
        return templates.equals(last.templates)
                ? Optional.empty()
                : Optional.of("a template has changed");
    }
}
