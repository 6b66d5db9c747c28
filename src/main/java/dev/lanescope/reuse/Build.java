package dev.lanescope.reuse;

import dev.lanescope.content.Page;
import dev.lanescope.content.Site;
import dev.lanescope.pipeline.Provenance;
import dev.lanescope.pipeline.RenderSettings;
import dev.lanescope.pipeline.fingerprint.ContentHash;
import dev.lanescope.pipeline.fingerprint.Hasher;
import dev.lanescope.pipeline.generated.Digests;
import dev.lanescope.pipeline.generated.Generated;
import dev.lanescope.pipeline.generated.GeneratedPages;
import dev.lanescope.pipeline.generated.PageWords;
import dev.lanescope.pipeline.output.OutputException;
import dev.lanescope.pipeline.output.OutputFolder;
import dev.lanescope.pipeline.output.OutputTree;
import dev.lanescope.pipeline.output.OutputTree.Leaf;
import dev.lanescope.pipeline.output.OutputUpdate;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/// A site on its way into an output folder, with or without what lies there from the last time.
///
/// ```java
/// Build build = Build.upon(site, settings, folder);
/// for (Page page : build.stale()) { ... render into build.output(), keep draft.provenance() ... }
/// for (Generated file : build.staleGenerated(provenances)) { ... make it ... }
/// String treeHash = build.finish(provenances, made);
/// ```
///
/// A build that is never finished leaves the record of the last one, or none, and files that the
/// next build recognises as not those of the record: it makes them again.
public final class Build {

    private final Site site;
    private final GeneratedFiles generated;
    private final Plan plan;
    private final OutputFolder output;
    private final Optional<String> whyAll;
    private final @Nullable Manifest last;
    private @Nullable Manifest record;
    private @Nullable List<Generated> staleFiles;

    private Build(
            Site site,
            GeneratedFiles generated,
            Plan plan,
            OutputFolder output,
            @Nullable Manifest last,
            Optional<String> whyAll) {
        this.site = site;
        this.generated = generated;
        this.plan = plan;
        this.output = output;
        this.last = last;
        this.whyAll = whyAll;
    }

    /// A build that renders everything into an emptied folder.
    ///
    /// @throws OutputException as [OutputFolder#prepare]
    public static Build clean(Site site, RenderSettings settings, Path folder)
            throws OutputException {
        return clean(site, settings, settings.generated(site), folder, Optional.empty());
    }

    /// A clean build of the pages only, which another program renders: it is finished by
    /// [#finishForeign].
    ///
    /// @throws OutputException as [OutputFolder#prepare]
    public static Build foreign(Site site, RenderSettings settings, Path folder)
            throws OutputException {
        var none = GeneratedPages.none(site, settings.templates(), settings.baseUrl());
        return clean(site, settings, none, folder, Optional.empty());
    }

    private static Build clean(
            Site site,
            RenderSettings settings,
            GeneratedPages made,
            Path folder,
            Optional<String> why)
            throws OutputException {
        var generated = new GeneratedFiles(site, made);
        Frame frame = frame(site, settings);
        var plan = new Plan(site, generated.list(), frame, Optional.empty(), folder, Set.of());
        OutputFolder output = OutputFolder.prepare(folder, site);
        output.makeFoldersFor(generated.outputs());
        return new Build(site, generated, plan, output, null, why);
    }

    /// A build that keeps what would come out as it is. Where nothing is known of the last build it
    /// is a clean one.
    ///
    /// @throws OutputException if the folder is refused, or cannot be read or written
    public static Build upon(Site site, RenderSettings settings, Path folder)
            throws OutputException {
        Optional<Manifest> last =
                OutputUpdate.isPossible(folder) ? ManifestFile.read(folder) : Optional.empty();
        if (last.isEmpty()) {
            var why = Optional.of("there is no record of an earlier build");
            return clean(site, settings, settings.generated(site), folder, why);
        }
        return upon(site, settings, folder, last.get());
    }

    private static Build upon(Site site, RenderSettings settings, Path folder, Manifest last)
            throws OutputException {
        var generated = new GeneratedFiles(site, settings.generated(site));
        Frame frame = frame(site, settings);
        OutputUpdate update = OutputUpdate.of(folder, site);
        var plan =
                new Plan(
                        site,
                        generated.list(),
                        frame,
                        Optional.of(last),
                        update.folder(),
                        update.files());
        Set<String> expected = new HashSet<>(generated.outputs());
        expected.addAll(site.assets());
        site.pages().forEach(page -> expected.add(page.output()));
        OutputFolder output = update.apply(expected, plan.missingAssets);
        output.makeFoldersFor(generated.outputs());
        return new Build(site, generated, plan, output, last, frame.differenceFrom(last.frame()));
    }

    /// The next build of a site that stays in memory, after one that was finished.
    public Build next(Site now, RenderSettings settings) throws OutputException {
        return upon(now, settings, output.path(), finished());
    }

    private static Frame frame(Site site, RenderSettings settings) throws OutputException {
        try {
            return Frame.of(site, settings);
        } catch (IOException e) {
            throw OutputUpdate.unreadable(site.folder().resolve(Site.TEMPLATES), e);
        }
    }

    /// The output folder: the files that are kept, the static files, and places for all pages.
    public OutputFolder output() {
        return output;
    }

    /// The pages that have to be rendered, by id.
    public List<Page> stale() {
        return List.copyOf(plan.stale);
    }

    /// How many pages are kept.
    public int kept() {
        return plan.pages.size();
    }

    /// Why no page could be kept, as part of a sentence, where there is one reason for all.
    public Optional<String> whyAll() {
        return whyAll;
    }

    /// The files that are made of pages; what a [PageRenderer][dev.lanescope.pipeline.PageRenderer]
    /// is given.
    public GeneratedPages generated() {
        return generated.list();
    }

    /// Those of them that have to be made, which depends on what the pages left.
    ///
    /// @param rendered what the pages that came out were made of, by id
    public List<Generated> staleGenerated(Map<Integer, Provenance> rendered) {
        staleFiles = generated.stale(plan.madeOf, digests(rendered));
        return staleFiles;
    }

    /// What a page that is kept was made of, and what it left.
    public Optional<Provenance> kept(Page page) {
        return Optional.ofNullable(plan.pages.get(page.source())).map(KeptPage::provenance);
    }

    /// What all pages left for the files made of them: those that were kept, and those that were
    /// rendered now.
    ///
    /// @param rendered what the pages that came out were made of, by id
    public Digests digests(Map<Integer, Provenance> rendered) {
        List<@Nullable PageWords> words = new ArrayList<>(site.pages().size());
        for (Page page : site.pages()) {
            words.add(
                    Optional.ofNullable(rendered.get(page.id()))
                            .or(() -> kept(page))
                            .map(provenance -> provenance.digest().words())
                            .orElse(null));
        }
        return Digests.of(words);
    }

    /// What all pages left, as of now.
    ///
    /// @throws IllegalStateException if the build has not been finished
    public Digests digests() {
        List<@Nullable PageWords> words = new ArrayList<>(site.pages().size());
        for (Page page : site.pages()) {
            words.add(provenance(page).map(known -> known.digest().words()).orElse(null));
        }
        return Digests.of(words);
    }

    /// Ends the build: deletes what pages, and files made of pages, that did not come out left from
    /// the last time, and writes the record.
    ///
    /// @param rendered what the pages that came out were made of, by id
    /// @param made the files made of pages that came out now
    /// @return the hash of the output folder; see [OutputTree#hash(Path)]
    /// @throws IOException if the folder cannot be read back
    public String finish(Map<Integer, Provenance> rendered, Collection<Generated> made)
            throws IOException {
        return finish(rendered, made, () -> false).orElseThrow();
    }

    /// The same, unless it is stopped; then no record is written.
    ///
    /// @param stopped asked between two files
    /// @return empty if it was stopped
    public Optional<String> finish(
            Map<Integer, Provenance> rendered, Collection<Generated> made, BooleanSupplier stopped)
            throws IOException {
        deleteOthers(rendered.keySet(), made);
        return end(rendered, made, stopped);
    }

    /// Ends a build whose pages another program rendered. What they were made of is not known, so
    /// the next build renders them all. Empty if it was stopped.
    public Optional<String> finishForeign(Set<Integer> rendered, BooleanSupplier stopped)
            throws IOException {
        deleteOthers(rendered, List.of());
        return end(Map.of(), List.of(), stopped);
    }

    private void deleteOthers(Set<Integer> rendered, Collection<Generated> made)
            throws IOException {
        for (Page page : plan.stale) {
            if (!rendered.contains(page.id())) {
                Files.deleteIfExists(output.file(page));
            }
        }
        Set<Generated> came = Set.copyOf(made);
        for (Generated file : staleFiles()) {
            if (!came.contains(file)) {
                for (String path : file.outputs()) {
                    Files.deleteIfExists(output.path().resolve(path));
                }
            }
        }
    }

    /// The same, but of a page or file that did not come out the last HTML stays; the next build
    /// makes it again.
    public String finishKeepingFailed(Map<Integer, Provenance> rendered, Collection<Generated> made)
            throws IOException {
        return end(rendered, made, () -> false).orElseThrow();
    }

    private Optional<String> end(
            Map<Integer, Provenance> rendered, Collection<Generated> made, BooleanSupplier stopped)
            throws IOException {
        var around = CompletableFuture.supplyAsync(plan::surroundings);
        SortedMap<String, Written> files = readBack(stopped);
        List<ContentHash> surroundings = around.join();
        if (stopped.getAsBoolean()) {
            return Optional.empty();
        }
        Map<String, Written> others = new TreeMap<>(files);
        site.pages().forEach(page -> others.remove(page.output()));
        site.assets().forEach(others::remove);
        Map<String, ContentHash> madeOf = keptMadeOf();
        madeOf.putAll(generated.madeOf(made, digests(rendered), files));
        var now =
                new Manifest(
                        plan.frame,
                        plan.targetsNow,
                        plan.pagesWith(rendered, surroundings, files),
                        plan.assetsIn(files),
                        others,
                        madeOf);
        if (last == null || !now.equals(last)) {
            ManifestFile.write(output.path(), now);
        }
        record = now;
        var leaves = new TreeMap<String, Leaf>();
        files.forEach((path, file) -> leaves.put(path, file.leaf()));
        return Optional.of(OutputTree.hash(leaves));
    }

    /// What those of the files made of pages are made of that were kept.
    private Map<String, ContentHash> keptMadeOf() {
        Map<String, ContentHash> kept = new TreeMap<>(plan.madeOf);
        staleFiles().forEach(file -> kept.remove(file.output()));
        kept.keySet().retainAll(generated.outputs());
        return kept;
    }

    private List<Generated> staleFiles() {
        if (staleFiles == null) {
            throw new IllegalStateException("nobody asked for the files made of pages");
        }
        return staleFiles;
    }

    /// Every file that lies in the output folder; only those that were not kept are read.
    ///
    /// @return not all of them if it was stopped
    private SortedMap<String, Written> readBack(BooleanSupplier stopped) throws IOException {
        Map<String, Written> known = new TreeMap<>();
        plan.pages.values().forEach(page -> known.put(page.output(), page.html()));
        plan.assets.forEach((path, file) -> known.put(path, file.copy()));
        keptMadeOf().keySet().forEach(path -> known.put(path, plan.others.get(path)));
        return new ReadBack(output.path(), known, stopped).files();
    }

    /// Notes that one page was rendered once more, after the build was finished and with the site
    /// unchanged around it.
    ///
    /// @param provenance what it was made of; empty if it did not come out
    public void amend(Page page, Optional<Provenance> provenance) throws IOException {
        Manifest before = finished();
        Map<String, KeptPage> pages = new TreeMap<>(before.pages());
        pages.remove(page.source());
        if (provenance.isPresent()) {
            pages.put(
                    page.source(),
                    new KeptPage(
                            Written.hashed(null, provenance.get().content()),
                            plan.surroundings().get(page.id()),
                            provenance.get(),
                            page.output(),
                            Written.read(output.file(page), new Hasher())));
        }
        record = before.with(pages);
    }

    /// Whether a file made of pages would come out otherwise since pages were
    /// [amended][#amend(Page, Optional)].
    ///
    /// @param digests what all pages left, as of now
    public boolean isOutdated(Generated file, Digests digests) {
        return generated.isStale(file, finished().madeOf(), digests);
    }

    /// Notes that a file made of pages was made once more.
    ///
    /// @param digests what it was made of
    /// @param came whether it came out
    public void amend(Generated file, Digests digests, boolean came) throws IOException {
        Manifest before = finished();
        Map<String, Written> others = new TreeMap<>(before.others());
        Map<String, ContentHash> madeOf = new TreeMap<>(before.madeOf());
        madeOf.remove(file.output());
        if (came) {
            Written there = GeneratedFiles.read(file, output.path(), others);
            madeOf.put(file.output(), generated.madeOf(file, digests, there));
        }
        record = before.with(others, madeOf);
    }

    /// Writes the record of a build that was amended.
    public void writeRecord() throws IOException {
        ManifestFile.write(output.path(), finished());
    }

    /// What a page was made of, and what it left, as of now; empty if it did not come out.
    public Optional<Provenance> provenance(Page page) {
        return Optional.ofNullable(finished().pages().get(page.source())).map(KeptPage::provenance);
    }

    private Manifest finished() {
        if (record == null) {
            throw new IllegalStateException("the build has not been finished");
        }
        return record;
    }
}
