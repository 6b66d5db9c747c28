package dev.lanescope.reuse;

import dev.lanescope.content.Site;
import dev.lanescope.pipeline.GeneratedInputs;
import dev.lanescope.pipeline.fingerprint.ContentHash;
import dev.lanescope.pipeline.fingerprint.Hasher;
import dev.lanescope.pipeline.generated.Digests;
import dev.lanescope.pipeline.generated.Generated;
import dev.lanescope.pipeline.generated.GeneratedPages;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// The files of a site that are made of pages, compared by what they are made of.
final class GeneratedFiles {

    private final GeneratedPages generated;
    private final GeneratedInputs inputs;

    GeneratedFiles(Site site, GeneratedPages generated) {
        this.generated = generated;
        this.inputs = new GeneratedInputs(site, generated);
    }

    GeneratedPages list() {
        return generated;
    }

    Set<String> outputs() {
        return generated.all().stream()
                .flatMap(file -> file.outputs().stream())
                .collect(Collectors.toSet());
    }

    /// Those that would not come out as they are.
    ///
    /// @param before what those that lie there are made of, by output
    List<Generated> stale(Map<String, ContentHash> before, Digests digests) {
        if (before.isEmpty()) {
            return generated.all();
        }
        return generated.all().stream().filter(file -> isStale(file, before, digests)).toList();
    }

    boolean isStale(Generated file, Map<String, ContentHash> before, Digests digests) {
        @Nullable ContentHash known = before.get(file.output());
        return known == null || !known.equals(inputs.of(file, digests));
    }

    /// What those that have just been made are made of, by output.
    ///
    /// @param there the files of the output folder
    Map<String, ContentHash> madeOf(
            Collection<Generated> made, Digests digests, Map<String, Written> there) {
        Map<String, ContentHash> madeOf = new HashMap<>();
        for (Generated file : made) {
            @Nullable Written written = there.get(file.output());
            if (written != null) {
                madeOf.put(file.output(), madeOf(file, digests, written));
            }
        }
        return madeOf;
    }

    /// Reads what has just been made, and adds it to what lies in the folder.
    ///
    /// @return the file that it is called by
    static Written read(Generated file, Path folder, Map<String, Written> there)
            throws IOException {
        var hasher = new Hasher();
        for (String path : file.outputs()) {
            there.put(path, Written.read(folder.resolve(path), hasher));
        }
        return Objects.requireNonNull(there.get(file.output()));
    }

    /// What a file that has just been made is made of. Where that is its bytes, they need not be
    /// made once more.
    ContentHash madeOf(Generated file, Digests digests, Written there) {
        return file.template().isEmpty() ? there.leaf().content() : inputs.of(file, digests);
    }
}
