package dev.lanescope.claims.guide;

import static dev.lanescope.claims.guide.Sought.needed;
import static dev.lanescope.claims.guide.Sought.welcome;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.claims.ClaimExperiment;
import dev.lanescope.claims.Here;
import dev.lanescope.claims.Reading;
import dev.lanescope.concurrency.knobs.Transport;
import dev.lanescope.lab.Figure;
import dev.lanescope.lab.Unit;
import dev.lanescope.lab.curves.CurveKind;
import dev.lanescope.lab.curves.Route;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What it takes that site and pages cross: all of it, only what is needed, by reference, through
/// shared memory; and pickled by a real CPython where there is one.
final class Crossing {

    private static final String FULL = key(Figure.SERIALIZATION_BYTES);
    private static final String NEEDED = key(Figure.RECORDS_BYTES);
    private static final GuideExperiment PICKLING = new GuideExperiment.Pickling();

    private static final List<Sought> OF_JVM =
            List.of(
                    needed(SitePacking.SITE_BYTES, "All that is known of the site", Unit.BYTES),
                    needed(SitePacking.SITE_TIME, "That, packed and unpacked", Unit.NANOSECONDS),
                    needed(SitePacking.TEXT_BYTES, "The text of all pages", Unit.BYTES),
                    needed(
                            SitePacking.SERIALIZABLE,
                            "Java serialization takes the site (1 is yes)",
                            Unit.THREADS),
                    needed(CurveReadings.SITE_BYTES, "The site, by page", Unit.BYTES),
                    needed(
                            CurveReadings.trip(Route.DIRECT),
                            "A page by reference: reading a byte",
                            Unit.NANOSECONDS),
                    needed(
                            CurveReadings.trip(Route.THREAD),
                            "A page by reference: to a thread and back",
                            Unit.NANOSECONDS),
                    needed(FULL, "A page in full, Java serialization", Unit.BYTES),
                    needed(
                            key(Figure.SERIALIZATION_TIME),
                            "That, packed, sent, unpacked",
                            Unit.NANOSECONDS),
                    needed(NEEDED, "A page, only what is needed: records", Unit.BYTES),
                    needed(
                            key(Figure.RECORDS_TIME),
                            "These, packed, sent, unpacked",
                            Unit.NANOSECONDS),
                    needed(
                            key(Figure.SHARED_MEMORY_BYTES),
                            "A page through shared memory",
                            Unit.BYTES),
                    needed(
                            key(Figure.SHARED_MEMORY_TIME),
                            "That, packed, sent, unpacked",
                            Unit.NANOSECONDS));

    private Crossing() {}

    private static String key(Figure figure) {
        return Prototype.key("processes", figure);
    }

    static List<GuideExperiment> experiments(Here here) {
        List<GuideExperiment> all = new ArrayList<>();
        all.add(new GuideExperiment.Packing());
        all.add(
                new GuideExperiment.Curves(
                        Map.of(
                                CurveKind.FREIGHT,
                                CurveKind.FREIGHT.rows(),
                                CurveKind.PING_PONG,
                                List.of(Route.DIRECT, Route.THREAD)),
                        1));
        all.add(
                new GuideExperiment.Tested(
                        new ClaimExperiment.Costs(
                                List.of(Prototype.ISOLATED, "processes"), Prototype.ROUNDS)));
        if (PICKLING.obstacle(here).isEmpty()) {
            all.add(PICKLING);
        }
        return all;
    }

    static List<Sought> sought(Here here) {
        List<Sought> sought = new ArrayList<>(OF_JVM);
        if (PICKLING.obstacle(here).isEmpty()) {
            sought.add(pickled(Transport.RECORDS, "A page to CPython, only what is needed"));
            sought.add(pickled(Transport.PICKLED_PAGES, "A page to CPython, pickled"));
            sought.add(times(Transport.PICKLED_PAGES, "A run with that, over only what is needed"));
            if (here.pages() <= GuideExperiment.Pickling.MOST_PAGES) {
                sought.add(
                        pickled(Transport.PICKLED_SITES, "A page to CPython, with its whole site"));
                sought.add(
                        times(
                                Transport.PICKLED_SITES,
                                "A run with its whole site, over only what is needed"));
            }
        }
        return sought;
    }

    private static Sought pickled(Transport way, String title) {
        return welcome(PickleStudy.bytes(way), title, Unit.BYTES); // where the worker tells
    }

    private static Sought times(Transport way, String title) {
        return needed(PickleStudy.times(way), title, Unit.RATIO);
    }

    /// What is left out here.
    static Optional<String> note(Here here) {
        return PICKLING.obstacle(here)
                .or(() ->
                        here.pages() > GuideExperiment.Pickling.MOST_PAGES
                                ? Optional.of(
                                        "With more than "
                                                + Amounts.pages(GuideExperiment.Pickling.MOST_PAGES)
                                                + " the whole site is not pickled for each of"
                                                + " them.")
                                : Optional.empty());
    }

    static String words(Found found) {
        Reading site = found.of(SitePacking.SITE_BYTES).orElseThrow();
        Reading time = found.of(SitePacking.SITE_TIME).orElseThrow();
        Reading full = found.of(FULL).orElseThrow();
        Reading least = found.of(NEEDED).orElseThrow();
        return "The site, "
                + Amounts.pages(found.here().pages())
                + ", is "
                + Unit.BYTES.words(site.value())
                + " without its text and takes "
                + Unit.NANOSECONDS.words(time.value())
                + " to pack and unpack. "
                + found.of(SitePacking.SERIALIZABLE).map(Reading::what).orElse("")
                + ". A page to a process is "
                + Unit.BYTES.words(full.value())
                + " in full and "
                + Unit.BYTES.words(least.value())
                + " if only what is needed is sent, there and back: "
                + Amounts.percent(least.value() / full.value())
                + " of it."
                + pickled(found);
    }

    private static String pickled(Found found) {
        return found.of(PickleStudy.times(Transport.PICKLED_PAGES))
                .map(page ->
                        " In CPython a run takes "
                                + page.words()
                                + " times as long with pickled pages as with only what is needed"
                                + found.of(PickleStudy.times(Transport.PICKLED_SITES))
                                        .map(site ->
                                                ", and "
                                                        + site.words()
                                                        + " times with the whole site")
                                        .orElse("")
                                + ".")
                .orElse("");
    }
}
