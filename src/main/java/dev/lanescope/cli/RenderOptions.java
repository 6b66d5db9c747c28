package dev.lanescope.cli;

import dev.lanescope.pipeline.RenderSettings;
import dev.lanescope.pipeline.generated.BaseUrl;
import dev.lanescope.pipeline.generated.TemplateSet;

import java.io.IOException;
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

    private final Given<String> templates;
    private final Given<Path> ownTemplates;
    private final Given<String> baseUrl;
    private final Given<String> html;

    RenderOptions(OptionSheet sheet) {
        templates =
                sheet.text(
                                "--templates",
                                "SET",
                                "Which built-in templates: docs or blog. Default: docs.")
                        .or("docs");
        ownTemplates =
                sheet.path(
                        "--own-templates",
                        "DIR",
                        "A folder with templates of one's own, NAME.peb; they come before those in"
                                + " _templates and before the built-in ones.");
        baseUrl =
                sheet.text(
                                "--base-url",
                                "URL",
                                "Where the site will stand, such as https://example.org/docs/, for feed and"
                                        + " sitemap. Default: they hold relative addresses.")
                        .or("");
        html =
                sheet.text(
                                "--html",
                                "HOW",
                                "What becomes of raw HTML in the Markdown: keep, or escape for content one does"
                                        + " not trust; then its _templates are left aside too, but static files"
                                        + " are copied as they are. Default: keep.")
                        .or(KEEP);
    }

    /// The settings that were asked for.
    ///
    /// @throws TerminalException if there is no such set, folder or choice, or the address is none
    RenderSettings settings() throws TerminalException {
        if (!html.get().equals(KEEP) && !html.get().equals(ESCAPE)) {
            throw TerminalException.badInput(
                    "--html takes keep or escape, not " + html.get() + ".");
        }
        return new RenderSettings(
                html.get().equals(ESCAPE),
                set(),
                ownTemplates.isThere() ? folder(ownTemplates.get()) : null,
                base());
    }

    /// The folder that was named, which may be by a symbolic link; within it none is followed.
    private static Path folder(Path named) throws TerminalException {
        if (!Files.isDirectory(named)) {
            throw TerminalException.badInput(
                    "--own-templates: there is no folder " + named + "; name one.");
        }
        try {
            return named.toRealPath();
        } catch (IOException e) {
            throw TerminalException.badInput(
                    "--own-templates: "
                            + named
                            + " cannot be read ("
                            + e.getMessage()
                            + "); name another folder.");
        }
    }

    /// What was asked for that is not as usual, as one would type it; of one's own templates the
    /// place is left out, for this is passed on.
    List<String> words() {
        var words = new ArrayList<String>();
        if (!templates.get().equals(TemplateSet.DOCS.id())) {
            words.addAll(List.of("--templates", templates.get()));
        }
        if (ownTemplates.isThere()) {
            words.addAll(List.of("--own-templates", "DIR"));
        }
        if (!baseUrl.get().isEmpty()) {
            words.addAll(List.of("--base-url", baseUrl.get()));
        }
        if (!html.get().equals(KEEP)) {
            words.addAll(List.of("--html", html.get()));
        }
        return List.copyOf(words);
    }

    private TemplateSet set() throws TerminalException {
        return Arrays.stream(TemplateSet.values())
                .filter(set -> set.id().equals(templates.get()))
                .findFirst()
                .orElseThrow(() ->
                        TerminalException.badInput(
                                "--templates takes "
                                        + Arrays.stream(TemplateSet.values())
                                                .map(TemplateSet::id)
                                                .collect(Collectors.joining(" or "))
                                        + ", not "
                                        + templates.get()
                                        + "."));
    }

    private BaseUrl base() throws TerminalException {
        try {
            return BaseUrl.of(baseUrl.get());
        } catch (IllegalArgumentException e) {
            throw TerminalException.badInput("--base-url: " + e.getMessage() + ".");
        }
    }
}
