package dev.lanescope.reuse;

import dev.lanescope.content.Page;
import dev.lanescope.content.ScanProgress;
import dev.lanescope.content.Site;
import dev.lanescope.content.SiteScanner;
import dev.lanescope.pipeline.Draft;
import dev.lanescope.pipeline.PageRenderer;
import dev.lanescope.pipeline.Provenance;
import dev.lanescope.pipeline.RenderSettings;
import dev.lanescope.pipeline.Stage;
import dev.lanescope.pipeline.generated.Digests;
import dev.lanescope.pipeline.generated.Generated;
import dev.lanescope.pipeline.input.PageException;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Builds for tests, done by one renderer.
public final class Builds {

    private Builds() {}

    /// What came of a build.
    ///
    /// @param rendered the sources of the pages that were rendered
    /// @param failed those that did not come out
    /// @param made the files that were made of pages
    /// @param failedFiles those of them that did not come out
    public record Result(
            Build build,
            List<String> rendered,
            List<String> failed,
            List<String> made,
            List<String> failedFiles,
            String hash) {}

    public static Result clean(Path content, Path output) throws Exception {
        return clean(content, output, RenderSettings.STANDARD);
    }

    public static Result clean(Path content, Path output, RenderSettings settings)
            throws Exception {
        Site site = SiteScanner.scan(content, ScanProgress.NONE);
        return carryOut(site, Build.clean(site, settings, output), settings);
    }

    static Result upon(Path content, Path output) throws Exception {
        return upon(content, output, RenderSettings.STANDARD);
    }

    static Result upon(Path content, Path output, RenderSettings settings) throws Exception {
        Site site = SiteScanner.scan(content, ScanProgress.NONE);
        return carryOut(site, Build.upon(site, settings, output), settings);
    }

    static Result carryOut(Site site, Build build) throws Exception {
        return carryOut(site, build, RenderSettings.STANDARD);
    }

    static Result carryOut(Site site, Build build, RenderSettings settings) throws Exception {
        var renderer = new PageRenderer(site, build.output(), settings);
        List<String> rendered = new ArrayList<>();
        List<String> failed = new ArrayList<>();
        Map<Integer, Provenance> provenances = new HashMap<>();
        for (Page page : build.stale()) {
            var draft = new Draft(page);
            try {
                for (Stage stage : Stage.PAGE_PATH) {
                    renderer.step(stage, draft);
                }
                rendered.add(page.source());
                provenances.put(page.id(), draft.provenance());
            } catch (PageException _) {
                failed.add(page.source());
            }
        }
        Digests digests = build.digests(provenances);
        List<Generated> made = new ArrayList<>();
        List<String> failedFiles = new ArrayList<>();
        for (Generated file : build.staleGenerated(provenances)) {
            var draft = new Draft(file, digests);
            try {
                for (Stage stage : Stage.path(file)) {
                    renderer.step(stage, draft);
                }
                made.add(file);
            } catch (PageException _) {
                failedFiles.add(file.output());
            }
        }
        return new Result(
                build,
                rendered,
                failed,
                made.stream().map(Generated::output).toList(),
                failedFiles,
                build.finish(provenances, made));
    }
}
