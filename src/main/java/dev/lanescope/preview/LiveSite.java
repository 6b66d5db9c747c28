package dev.lanescope.preview;

import dev.lanescope.content.ContentException;
import dev.lanescope.content.KeptScan;
import dev.lanescope.content.Page;
import dev.lanescope.content.RelativePath;
import dev.lanescope.content.ScanSettings;
import dev.lanescope.content.Site;
import dev.lanescope.pipeline.LinkCheck;
import dev.lanescope.pipeline.PageRenderer;
import dev.lanescope.pipeline.Provenance;
import dev.lanescope.pipeline.RenderSettings;
import dev.lanescope.pipeline.generated.Digests;
import dev.lanescope.pipeline.generated.Generated;
import dev.lanescope.pipeline.generated.PageWords;
import dev.lanescope.pipeline.links.BrokenLink;
import dev.lanescope.pipeline.output.OutputException;
import dev.lanescope.pipeline.output.UnreadableSourceException;
import dev.lanescope.pipeline.template.Templates;
import dev.lanescope.reuse.Build;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/// A site whose output folder follows its content folder. After every update the output is that of
/// a clean build, but that a page which does not come out keeps its last HTML.
///
/// There are two ways. If only the texts of a few known pages were touched, these pages are
/// rendered by a renderer that is kept warm, and nothing else is looked at. In all other cases the
/// folder is scanned again and a [Build] upon the last one decides. Not for two threads at once.
public final class LiveSite {

    /// Below so many pages, making threads and templates takes longer than rendering.
    private static final int FEW = 16;

    private final Path folder;
    private final Path output;
    private final RenderSettings settings;
    private final int workers;
    private final KeptScan scan;
    private final Map<String, String> troubles = new TreeMap<>();
    private Build build;
    private PageRenderer renderer;
    private List<String> lastRendered = List.of();
    private int lastPages;
    private boolean owing;
    private boolean unchecked = true;
    private DeadLinks links = DeadLinks.NONE;

    /// What was broken when links were checked for the first time; null before that.
    private @Nullable List<BrokenLink> brokenAtFirst;

    /// Whether the folder could not be taken over as it was; what was touched then is not known.
    private boolean behind;

    /// Scans the folder and brings the output up to date, with what is kept from the last time.
    ///
    /// @param workers how many threads render where there is much to do
    /// @throws ContentException if the folder cannot be rendered
    /// @throws OutputException if the output folder is refused or cannot be written
    public LiveSite(
            Path folder, Path output, RenderSettings settings, ScanSettings drafts, int workers)
            throws ContentException, OutputException, IOException, InterruptedException {
        this.folder = folder;
        this.output = output;
        this.settings = settings;
        this.workers = workers;
        this.scan = new KeptScan(folder, drafts);
        this.build = Build.upon(scan.site(), settings, output);
        this.renderer = newRenderer();
        renderStale();
    }

    /// The site as it is now.
    public Site site() {
        return scan.site();
    }

    /// The output folder.
    public Path output() {
        return output;
    }

    /// What the last update has brought, seen as if all of it were new.
    public News news() {
        return news(true);
    }

    private News news(boolean everything) {
        return new News(
                lastRendered,
                lastPages,
                everything,
                scan.site().pages().size(),
                List.copyOf(troubles.values()),
                links);
    }

    /// Whether one of these paths was part of the site and is gone; editors that save by renaming
    /// put it back a moment later.
    public boolean misses(Collection<String> touched) {
        return touched.stream()
                .anyMatch(path ->
                        scan.isOrHolds(path)
                                && !scan.site().folder().resolve(path).toFile().exists());
    }

    /// Brings the output up to date after these paths, relative to the content folder, were
    /// touched. Whatever else has changed may stay unnoticed.
    ///
    /// @throws OutputException if the output folder can no longer be written
    public News refresh(Collection<String> touched)
            throws OutputException, IOException, InterruptedException {
        if (behind || touched.stream().anyMatch(LiveSite::isTemplate)) {
            return rescan();
        }
        List<String> seen = touched.stream().filter(LiveSite::isContent).toList();
        KeptScan.Look look = scan.look(seen);
        if (!look.known() || !look.assets().isEmpty() || look.pages().size() >= FEW) {
            return rescan();
        }
        List<String> rendered = new ArrayList<>();
        for (Page page : look.pages()) {
            @Nullable Provenance last = build.provenance(page).orElse(null);
            switch (Rendering.unlessSame(page, renderer, last == null ? null : last.content())) {
                case Rendering.Done(_, Provenance provenance) -> {
                    rendered.add(page.output());
                    troubles.remove(page.source());
                    owing |= last == null || !last.digest().words().equals(words(provenance));
                    unchecked = true;
                    build.amend(page, Optional.of(provenance));
                }
                case Rendering.Failed(_, String sentence) -> {
                    troubles.put(page.source(), sentence);
                    owing |= last != null;
                    unchecked = true;
                    build.amend(page, Optional.empty());
                }
                case Rendering.Same _ -> {}
            }
        }
        lastRendered = rendered;
        lastPages = rendered.size();
        return news(false);
    }

    private static PageWords words(Provenance provenance) {
        return provenance.digest().words();
    }

    /// Makes the files that are made of pages again, if a [#refresh] changed what those leave: the
    /// search index, the feed. They come after the page itself, which somebody is waiting for.
    public Optional<News> settle() throws OutputException, IOException {
        return settle(() -> false);
    }

    /// The same, unless something more urgent comes up; then it has to be asked again.
    ///
    /// @return empty if there was nothing to do, or it was not done
    public Optional<News> settle(BooleanSupplier urgent) throws OutputException, IOException {
        if (!owing || behind) {
            return Optional.empty();
        }
        List<String> made = new ArrayList<>();
        Digests digests = build.digests();
        for (Generated file : build.generated().all()) {
            if (urgent.getAsBoolean()) {
                return Optional.empty();
            }
            if (build.isOutdated(file, digests)) {
                boolean came = !make(List.of(file), digests).isEmpty();
                build.amend(file, digests, came);
                if (came) {
                    made.add(file.output());
                }
            }
        }
        owing = false;
        lastRendered = made;
        lastPages = 0;
        return Optional.of(news(false));
    }

    /// Whether there is anything left to do for [#settle] or [#checkLinks].
    public boolean isOwing() {
        return (owing || unchecked) && !behind;
    }

    /// Checks where the links of all pages lead, if something was rendered since that was done; the
    /// last thing to do, when all that somebody waits for is there.
    ///
    /// @return empty if there was nothing to do, nothing came of it, or something more urgent came
    ///   up; then it has to be asked again
    public Optional<News> checkLinks(BooleanSupplier urgent) {
        if (!unchecked || owing || behind) {
            return Optional.empty();
        }
        List<@Nullable Provenance> left = new ArrayList<>();
        for (Page page : site().pages()) {
            left.add(build.provenance(page).orElse(null));
        }
        Set<String> made =
                build.generated().all().stream().map(Generated::output).collect(Collectors.toSet());
        List<BrokenLink> found = LinkCheck.of(site(), left, made::contains, urgent);
        if (urgent.getAsBoolean()) {
            return Optional.empty();
        }
        unchecked = false;
        if (brokenAtFirst == null) {
            brokenAtFirst = found;
        }
        if (found.equals(links.all())) {
            return Optional.empty();
        }
        links = DeadLinks.of(site(), found, brokenAtFirst);
        lastRendered = List.of();
        lastPages = 0;
        return Optional.of(news(false));
    }

    /// Those of the files that came out.
    private List<Generated> make(List<Generated> files, Digests digests) throws OutputException {
        List<Generated> made = new ArrayList<>();
        for (Generated file : files) {
            Optional<String> trouble = Rendering.of(file, digests, renderer);
            if (trouble.isPresent()) {
                troubles.put(file.output(), trouble.get());
            } else {
                troubles.remove(file.output());
                made.add(file);
            }
        }
        return made;
    }

    /// Brings the output up to date, whatever has changed. Where the folder cannot be read as it is
    /// now, that is a trouble, and every later [#refresh] tries this again.
    ///
    /// @throws OutputException if the output folder can no longer be written
    public News rescan() throws OutputException, IOException, InterruptedException {
        try {
            Site site = scan.rescan();
            troubles.clear();
            build = build.next(site, settings);
            renderer = newRenderer();
            renderStale();
            behind = false;
            return news(true);
        } catch (ContentException e) {
            return fallBehind(e);
        } catch (UnreadableSourceException e) {
            return fallBehind(e);
        }
    }

    private News fallBehind(Exception why) {
        behind = true;
        troubles.put("", Files.isDirectory(folder) ? String.valueOf(why.getMessage()) : gone());
        lastRendered = List.of();
        lastPages = 0;
        return news(false);
    }

    private String gone() {
        return "The folder "
                + folder
                + " is gone; the site stays as it is, and goes on when the folder is back.";
    }

    /// Puts down what is known, for the next start.
    public void close() throws IOException {
        build.writeRecord();
    }

    private void renderStale() throws OutputException, IOException, InterruptedException {
        List<Page> stale = build.stale();
        Map<Integer, Provenance> provenances = new HashMap<>();
        List<String> rendered = new ArrayList<>();
        for (Rendering result : stale.size() < FEW ? few(stale) : many(stale)) {
            switch (result) {
                case Rendering.Done(Page page, Provenance provenance) -> {
                    provenances.put(page.id(), provenance);
                    rendered.add(page.output());
                }
                case Rendering.Failed(Page page, String sentence) ->
                        troubles.put(page.source(), sentence);
                case Rendering.Same _ -> {}
            }
        }
        List<Generated> made = make(build.staleGenerated(provenances), build.digests(provenances));
        lastPages = rendered.size();
        made.forEach(file -> rendered.add(file.output()));
        build.finishKeepingFailed(provenances, made);
        owing = false;
        unchecked = true;
        lastRendered = rendered;
    }

    private PageRenderer newRenderer() {
        return new PageRenderer(scan.site(), build.output(), settings, build.generated());
    }

    private List<Rendering> few(List<Page> pages) throws OutputException {
        List<Rendering> results = new ArrayList<>();
        for (Page page : pages) {
            results.add(Rendering.of(page, renderer));
        }
        return results;
    }

    private List<Rendering> many(List<Page> pages) throws OutputException, InterruptedException {
        return Rendering.all(pages, workers, this::newRenderer);
    }

    private static boolean isTemplate(String path) {
        return path.equals(Site.TEMPLATES)
                || (isBeside(path) && Templates.isTemplate(RelativePath.name(path)));
    }

    /// Whether a path lies in the folder of templates; it is none if an editor put it there.
    private static boolean isBeside(String path) {
        return path.startsWith(Site.TEMPLATES + "/");
    }

    /// Hidden files are no content, but the marker makes a folder one that is not read.
    private static boolean isContent(String path) {
        return RelativePath.name(path).equals(Site.MARKER)
                || (!("/" + path).contains("/.") && !isBeside(path));
    }
}
