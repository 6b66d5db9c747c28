package dev.lanescope.reuse;

import dev.lanescope.content.FileStamp;
import dev.lanescope.content.Page;
import dev.lanescope.content.Site;
import dev.lanescope.pipeline.PageSurroundings;
import dev.lanescope.pipeline.Provenance;
import dev.lanescope.pipeline.fingerprint.ContentHash;
import dev.lanescope.pipeline.fingerprint.Hasher;
import dev.lanescope.pipeline.generated.Generated;
import dev.lanescope.pipeline.generated.GeneratedPages;
import dev.lanescope.pipeline.links.LinkTargets;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// What of the last build still holds, and what has to be made. It reads both folders and changes
/// neither.
///
/// A page is kept if its bytes, its surroundings, the answers to its links' questions and the
/// [Frame] are what they were, and its HTML lies there as it was written. The questions about files
/// come last, because they may mean reading them.
final class Plan {

    private final Site site;
    private final Path folder;
    private final Set<String> there;
    private final Hasher hasher = new Hasher();
    private final LinkTargets targets;
    private final PageSurroundings around;
    private @Nullable List<ContentHash> surroundings;

    final Frame frame;
    final long targetsNow;

    /// When each page's file was looked at, it looked like this; no entry where it had no stamp.
    final Map<Integer, FileStamp> stamps = new HashMap<>();

    final Map<String, FileStamp> assetStamps = new HashMap<>();
    final Map<String, KeptPage> pages = new TreeMap<>();
    final Map<String, KeptFile> assets = new TreeMap<>();
    final Map<String, Written> others = new TreeMap<>();
    final List<Page> stale = new ArrayList<>();
    final List<String> missingAssets = new ArrayList<>();

    /// What the files made of pages that lie there as they were written are made of, by path.
    final Map<String, ContentHash> madeOf = new TreeMap<>();

    /// @param there the files of the output folder
    Plan(
            Site site,
            GeneratedPages generated,
            Frame frame,
            Optional<Manifest> last,
            Path folder,
            Set<String> there) {
        this.site = site;
        this.frame = frame;
        this.folder = folder;
        this.there = there;
        this.targets = new LinkTargets(site);
        this.targetsNow = targets.fingerprint();
        this.around = new PageSurroundings(site, generated);
        boolean sameFrame = last.map(Manifest::frame).filter(frame::equals).isPresent();
        boolean sameTargets = last.map(Manifest::targets).filter(t -> t == targetsNow).isPresent();
        for (Page page : site.pages()) {
            KeptPage before = last.map(record -> record.pages().get(page.source())).orElse(null);
            @Nullable KeptPage kept = sameFrame ? keep(page, before, sameTargets) : null;
            if (kept == null) {
                stale.add(page);
                stamp(page);
            } else {
                pages.put(page.source(), kept);
            }
        }
        for (String asset : site.assets()) {
            KeptFile before = last.map(record -> record.assets().get(asset)).orElse(null);
            @Nullable KeptFile kept = keep(asset, before);
            if (kept == null) {
                missingAssets.add(asset);
                stamp(asset);
            } else {
                assets.put(asset, kept);
            }
        }
        last.ifPresent(record -> keepOthers(record, sameFrame, generated));
    }

    /// What every page takes from the site around it, by id. A clean build asks only when the pages
    /// are done: it has nothing to compare it with.
    List<ContentHash> surroundings() {
        List<ContentHash> known = surroundings;
        if (known == null) {
            known = site.pages().stream().map(around::of).toList();
            surroundings = known;
        }
        return known;
    }

    /// The pages that are kept and those that were rendered, by source.
    ///
    /// @param rendered what the pages that came out were made of, by id
    /// @param around what every page takes from the site around it, by id
    /// @param files the files of the output folder
    Map<String, KeptPage> pagesWith(
            Map<Integer, Provenance> rendered,
            List<ContentHash> around,
            Map<String, Written> files) {
        Map<String, KeptPage> all = new TreeMap<>(pages);
        for (Page page : stale) {
            @Nullable Provenance provenance = rendered.get(page.id());
            @Nullable Written html = files.get(page.output());
            if (provenance != null && html != null) {
                var source = Written.hashed(stamps.get(page.id()), provenance.content());
                ContentHash surroundings = around.get(page.id());
                all.put(
                        page.source(),
                        new KeptPage(source, surroundings, provenance, page.output(), html));
            }
        }
        return all;
    }

    /// The static files that are kept and those that were copied, by path.
    ///
    /// @param files the files of the output folder
    Map<String, KeptFile> assetsIn(Map<String, Written> files) {
        Map<String, KeptFile> all = new TreeMap<>(assets);
        for (String asset : missingAssets) {
            @Nullable Written copy = files.get(asset);
            if (copy != null) {
                var source = Written.hashed(assetStamps.get(asset), copy.leaf().content());
                all.put(asset, new KeptFile(source, copy));
            }
        }
        return all;
    }

    private @Nullable KeptPage keep(Page page, @Nullable KeptPage before, boolean sameTargets) {
        if (before == null
                || !before.fits(page, surroundings().get(page.id()))
                || !there.contains(page.output())
                || !(sameTargets || before.provenance().lookups().stillHold(targets, page))) {
            return null;
        }
        @Nullable Written source =
                before.source().ifUntouched(site.folder().resolve(page.source()), hasher);
        if (source == null) {
            return null;
        }
        @Nullable Written html = before.html().ifUntouched(folder.resolve(page.output()), hasher);
        return html == null
                ? null
                : new KeptPage(
                        source, before.surroundings(), before.provenance(), before.output(), html);
    }

    private void stamp(Page page) {
        try {
            @Nullable FileStamp stamp = FileStamp.of(site.folder().resolve(page.source()));
            if (stamp != null) {
                stamps.put(page.id(), stamp);
            }
        } catch (IOException _) {
            // rendering it will say why
        }
    }

    private @Nullable KeptFile keep(String asset, @Nullable KeptFile before) {
        if (before == null || !there.contains(asset)) {
            return null;
        }
        @Nullable Written source =
                before.source().ifUntouched(site.folder().resolve(asset), hasher);
        @Nullable Written copy = before.copy().ifUntouched(folder.resolve(asset), hasher);
        return source == null || copy == null ? null : new KeptFile(source, copy);
    }

    private void stamp(String asset) {
        try {
            @Nullable FileStamp stamp = FileStamp.of(site.folder().resolve(asset));
            if (stamp != null) {
                assetStamps.put(asset, stamp);
            }
        } catch (IOException _) {
            // copying it will say why
        }
    }

    private void keepOthers(Manifest last, boolean sameFrame, GeneratedPages generated) {
        last.others()
                .forEach((path, file) -> {
                    @Nullable Written now =
                            there.contains(path)
                                    ? file.ifUntouched(folder.resolve(path), hasher)
                                    : null;
                    if (now != null) {
                        others.put(path, now);
                    }
                });
        if (sameFrame) {
            madeOf.putAll(last.madeOf());
            for (Generated file : generated.all()) {
                if (!others.keySet().containsAll(file.outputs())) {
                    madeOf.remove(file.output());
                }
            }
            madeOf.keySet().retainAll(others.keySet());
        }
    }
}
