package dev.lanescope.pipeline;

import dev.lanescope.content.Page;
import dev.lanescope.content.Site;
import dev.lanescope.pipeline.links.BrokenLink;
import dev.lanescope.pipeline.output.OutputFolder;

import java.util.ArrayList;
import java.util.List;

/// A small site whose pages have all been through [Stage#TRANSFORM].
record TransformedSite(Site site, List<Draft> drafts) {

    static TransformedSite of(SmallSite small) throws Exception {
        return of(small, RenderSettings.STANDARD);
    }

    static TransformedSite of(SmallSite small, RenderSettings settings) throws Exception {
        Site site = small.scan();
        var renderer = new PageRenderer(site, OutputFolder.prepare(small.output(), site), settings);
        List<Draft> drafts = new ArrayList<>();
        for (Page page : site.pages()) {
            var draft = new Draft(page);
            for (Stage stage : Stage.values()) {
                if (stage.compareTo(Stage.TRANSFORM) <= 0) {
                    renderer.step(stage, draft);
                }
            }
            drafts.add(draft);
        }
        return new TransformedSite(site, drafts);
    }

    Draft draft(String source) {
        return drafts.get(site.page(source).orElseThrow().id());
    }

    PageDigest digest(String source) {
        return draft(source).digest();
    }

    /// The broken links as lines for people.
    List<String> broken() {
        return LinkCheck.of(site, left(), _ -> false).stream().map(BrokenLink::toString).toList();
    }

    /// What all pages left.
    List<Provenance> left() {
        return drafts.stream().map(Draft::provenance).toList();
    }
}
