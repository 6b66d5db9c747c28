package dev.lanescope.cli;

import dev.lanescope.pipeline.RenderSettings;
import dev.lanescope.pipeline.generated.BaseUrl;
import dev.lanescope.pipeline.generated.TemplateSet;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// How the site is to look: options that every command has which renders.
final class RenderOptions {

    private static final String KEEP = "keep";
    private static final String ESCAPE = "escape";

    @Option(
            names = "--templates",
            paramLabel = "SET",
            defaultValue = "docs",
            description = "Which built-in templates: docs or blog. Default: ${DEFAULT-VALUE}.")
    private String templates = "docs";

    @Option(
            names = "--own-templates",
            paramLabel = "DIR",
            description =
                    "A folder with templates of one's own, NAME.peb; they come before those in"
                            + " _templates and before the built-in ones.")
    private @Nullable Path ownTemplates;

    @Option(
            names = "--base-url",
            paramLabel = "URL",
            defaultValue = "",
            description =
                    "Where the site will stand, such as https://example.org/docs/, for feed and"
                            + " sitemap. Default: they hold relative addresses.")
    private String baseUrl = "";

    @Option(
            names = "--html",
            paramLabel = "HOW",
            defaultValue = KEEP,
            description =
                    "What becomes of raw HTML in the Markdown: keep, or escape for content one does"
                            + " not trust; then its _templates are left aside too, but static files"
                            + " are copied as they are. Default: ${DEFAULT-VALUE}.")
    private String html = KEEP;

    /// The settings that were asked for.
    ///
    /// @throws TerminalException if there is no such set, folder or choice, or the address is none
    RenderSettings settings() throws TerminalException {
        if (!html.equals(KEEP) && !html.equals(ESCAPE)) {
            throw TerminalException.badInput("--html takes keep or escape, not " + html + ".");
        }
        if (ownTemplates != null && !Files.isDirectory(ownTemplates)) {
            throw TerminalException.badInput(
                    "--own-templates: there is no folder " + ownTemplates + "; name one.");
        }
        return new RenderSettings(
                html.equals(ESCAPE),
                set(),
                ownTemplates == null ? null : ownTemplates.toAbsolutePath().normalize(),
                base());
    }

    /// What was asked for that is not as usual, as one would type it; of one's own templates the
    /// place is left out, for this is passed on.
    List<String> words() {
        var words = new ArrayList<String>();
        if (!templates.equals(TemplateSet.DOCS.id())) {
            words.addAll(List.of("--templates", templates));
        }
        if (ownTemplates != null) {
            words.addAll(List.of("--own-templates", "DIR"));
        }
        if (!baseUrl.isEmpty()) {
            words.addAll(List.of("--base-url", baseUrl));
        }
        if (!html.equals(KEEP)) {
            words.addAll(List.of("--html", html));
        }
        return List.copyOf(words);
    }

    private TemplateSet set() throws TerminalException {
        return Arrays.stream(TemplateSet.values())
                .filter(set -> set.id().equals(templates))
                .findFirst()
                .orElseThrow(() ->
                        TerminalException.badInput(
                                "--templates takes "
                                        + Arrays.stream(TemplateSet.values())
                                                .map(TemplateSet::id)
                                                .collect(Collectors.joining(" or "))
                                        + ", not "
                                        + templates
                                        + "."));
    }

    private BaseUrl base() throws TerminalException {
        try {
            return BaseUrl.of(baseUrl);
        } catch (IllegalArgumentException e) {
            throw TerminalException.badInput("--base-url: " + e.getMessage() + ".");
        }
    }
}
