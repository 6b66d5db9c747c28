package dev.lanescope.pipeline;

import dev.lanescope.content.Site;
import dev.lanescope.pipeline.fingerprint.ContentHash;
import dev.lanescope.pipeline.fingerprint.Fingerprint;
import dev.lanescope.pipeline.fingerprint.Hasher;
import dev.lanescope.pipeline.generated.Digests;
import dev.lanescope.pipeline.generated.Gatherer;
import dev.lanescope.pipeline.generated.Generated;
import dev.lanescope.pipeline.generated.GeneratedPages;
import dev.lanescope.pipeline.generated.Surroundings;

import java.util.Map;

/// What a generated file is made of, as one hash: the very values that its template is given, or,
/// where it has no template, its bytes. So it cannot know less than they do.
///
/// Not in it: the templates and the settings. Not for two threads at once.
public final class GeneratedInputs {

    private final Navigation navigation;
    private final Surroundings surroundings;
    private final Gatherer gatherer;
    private final Fingerprint fingerprint = new Fingerprint();
    private final Hasher hasher = new Hasher();

    public GeneratedInputs(Site site, GeneratedPages generated) {
        this.navigation = new Navigation(site);
        this.surroundings = new Surroundings(generated);
        this.gatherer = new Gatherer(generated);
    }

    /// The hash for one file; of a file without a template, the hash of its bytes.
    ///
    /// @param digests what the pages left for it
    public ContentHash of(Generated file, Digests digests) {
        if (file.template().isEmpty()) {
            return hasher.of(gatherer.file(file, digests));
        }
        Map<String, Object> model = gatherer.model(file, digests);
        PageTemplates.describe(file, model, navigation, surroundings);
        return fingerprint.add(file.template()).add(model).finish();
    }
}
