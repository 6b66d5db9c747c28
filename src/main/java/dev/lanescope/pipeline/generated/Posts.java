package dev.lanescope.pipeline.generated;

import dev.lanescope.content.Page;
import dev.lanescope.content.Site;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// The pages that bear a date, newest first; those of one day in reading order.
final class Posts {

    /// How many stand on one page of the list.
    static final int TO_A_PAGE = 10;

    private static final Comparator<Page> ORDER = Posts::compare;

    private final List<Page> all;
    private final Map<Integer, Integer> places;
    private final Map<Integer, List<Page>> byYear = new LinkedHashMap<>();

    private Posts(List<Page> all) {
        this.all = all;
        this.places = HashMap.newHashMap(all.size());
        for (int place = 0; place < all.size(); place++) {
            places.put(all.get(place).id(), place);
        }
        for (Page page : all) {
            byYear.computeIfAbsent(day(page).getYear(), _ -> new ArrayList<>()).add(page);
        }
    }

    static Posts of(Site site) {
        return new Posts(newestFirst(site.pages().stream().filter(Posts::isPost)));
    }

    private static int compare(Page one, Page other) {
        int byDay = day(other).compareTo(day(one));
        return byDay == 0 ? Integer.compare(one.id(), other.id()) : byDay;
    }

    private static boolean isPost(Page page) {
        return page.info().date() != null;
    }

    private static List<Page> newestFirst(Stream<Page> dated) {
        return dated.sorted(ORDER).toList();
    }

    /// Those pages first that bear a date, newest first, then the others, in reading order.
    static List<Page> sorted(List<Page> pages) {
        return Stream.concat(
                        newestFirst(pages.stream().filter(Posts::isPost)).stream(),
                        pages.stream().filter(page -> !isPost(page)))
                .toList();
    }

    static LocalDate day(Page page) {
        return Objects.requireNonNull(page.info().date(), page.source());
    }

    List<Page> all() {
        return all;
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /// How many pages their list takes, with [#TO_A_PAGE] on each.
    int pageCount() {
        return (all.size() + TO_A_PAGE - 1) / TO_A_PAGE;
    }

    /// What stands on a page of the list, from 1.
    List<Page> onPage(int number) {
        int from = (number - 1) * TO_A_PAGE;
        return all.subList(from, Math.min(all.size(), from + TO_A_PAGE));
    }

    /// Every year with a post, the latest first.
    List<Integer> years() {
        return List.copyOf(byYear.keySet());
    }

    List<Page> of(int year) {
        return byYear.getOrDefault(year, List.of());
    }

    /// The newest of the pages with ids from `first` to before `end`.
    List<Page> newest(int first, int end, int atMost) {
        return all.stream()
                .filter(page -> page.id() >= first && page.id() < end)
                .limit(atMost)
                .toList();
    }

    /// The post that came after a page.
    Optional<Page> newer(Page page) {
        return beside(page, -1);
    }

    /// The post that came before a page.
    Optional<Page> older(Page page) {
        return beside(page, 1);
    }

    private Optional<Page> beside(Page page, int step) {
        Integer place = places.get(page.id());
        return place == null || place + step < 0 || place + step >= all.size()
                ? Optional.empty()
                : Optional.of(all.get(place + step));
    }
}
