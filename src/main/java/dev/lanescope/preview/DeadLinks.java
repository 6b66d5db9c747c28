package dev.lanescope.preview;

import dev.lanescope.content.Page;
import dev.lanescope.content.Site;
import dev.lanescope.pipeline.links.BrokenLink;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The links of a site that lead nowhere, as far as they have been checked.
///
/// @param all by page, then by line
/// @param fresh those of them that led somewhere when the preview began
/// @param byPage all of them by the output of the page on which they stand
public record DeadLinks(
        List<BrokenLink> all, List<BrokenLink> fresh, Map<String, List<BrokenLink>> byPage) {

    /// What is known before the first check.
    public static final DeadLinks NONE = new DeadLinks(List.of(), List.of(), Map.of());

    /// So many of a kind are told in a page; nobody reads more there.
    private static final int TOLD = 5;

    public DeadLinks {
        all = List.copyOf(all);
        fresh = List.copyOf(fresh);
        byPage = Map.copyOf(byPage);
    }

    /// A link without its line, which moves with every word that is written above it.
    private record Name(String source, String destination, String why) {
        static Name of(BrokenLink link) {
            return new Name(link.source(), link.destination(), link.why());
        }
    }

    /// What a check has found.
    ///
    /// @param known what was broken when the preview began
    static DeadLinks of(Site site, List<BrokenLink> found, List<BrokenLink> known) {
        Map<String, List<BrokenLink>> byPage = new HashMap<>();
        for (BrokenLink link : found) {
            Optional<String> output = site.page(link.source()).map(Page::output);
            output.ifPresent(
                    page -> byPage.computeIfAbsent(page, _ -> new ArrayList<>()).add(link));
        }
        byPage.replaceAll((_, links) -> List.copyOf(links));
        return new DeadLinks(found, notAmong(known, found), byPage);
    }

    /// Those that are not among those that were broken before, on whatever line they stood.
    public List<BrokenLink> since(DeadLinks before) {
        return notAmong(before.all, all);
    }

    private static List<BrokenLink> notAmong(List<BrokenLink> known, List<BrokenLink> links) {
        Set<Name> names = new HashSet<>();
        known.forEach(link -> names.add(Name.of(link)));
        return links.stream().filter(link -> !names.contains(Name.of(link))).toList();
    }

    /// What somebody should know who looks at a page: its own broken links, and those of other
    /// pages that broke since the preview began; the first few of each.
    ///
    /// @param output the page's, such as `guide/index.html`
    List<String> seenFrom(String output) {
        List<BrokenLink> here = byPage.getOrDefault(output, List.of());
        List<String> lines = new ArrayList<>();
        add(here, lines);
        add(notAmong(here, fresh), lines);
        return lines;
    }

    private static void add(List<BrokenLink> links, List<String> lines) {
        links.stream().limit(TOLD).forEach(link -> lines.add(link.toString()));
        if (links.size() > TOLD) {
            lines.add("and " + (links.size() - TOLD) + " more");
        }
    }
}
