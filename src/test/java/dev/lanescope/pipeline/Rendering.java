package dev.lanescope.pipeline;

import dev.lanescope.content.Page;
import dev.lanescope.content.Site;
import dev.lanescope.pipeline.generated.Digests;
import dev.lanescope.pipeline.generated.Generated;
import dev.lanescope.pipeline.generated.GeneratedPages;
import dev.lanescope.pipeline.generated.PageWords;
import dev.lanescope.pipeline.input.PageException;
import dev.lanescope.pipeline.output.OutputException;
import dev.lanescope.pipeline.output.OutputFolder;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// Renders a whole site on one thread, without models and recorder: first its pages, then the files
/// made of them.
final class Rendering {

    private final Site site;
    private final OutputFolder folder;
    private final GeneratedPages generated;
    private final PageRenderer renderer;
    private final List<String> failures = new ArrayList<>();

    Rendering(Site site, OutputFolder folder, RenderSettings settings) {
        this.site = site;
        this.folder = folder;
        this.generated = settings.generated(site);
        this.renderer = new PageRenderer(site, folder, settings, generated);
    }

    /// Renders everything and answers with the messages of what failed.
    List<String> all() throws Exception {
        Digests digests = pages();
        folder.makeFoldersFor(generated.all().stream().map(Generated::output).toList());
        for (Generated file : generated.all()) {
            carryOut(new Draft(file, digests), Stage.path(file));
        }
        return failures;
    }

    private Digests pages() throws OutputException {
        List<@Nullable PageWords> words = new ArrayList<>();
        for (Page page : site.pages()) {
            var draft = new Draft(page);
            words.add(carryOut(draft, Stage.PAGE_PATH) ? draft.digest().words() : null);
        }
        return Digests.of(words);
    }

    private boolean carryOut(Draft draft, List<Stage> path) throws OutputException {
        try {
            for (Stage stage : path) {
                renderer.step(stage, draft);
            }
            return true;
        } catch (PageException e) {
            failures.add(e.getMessage());
            return false;
        }
    }
}
