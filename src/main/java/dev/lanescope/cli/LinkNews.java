package dev.lanescope.cli;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.pipeline.links.BrokenLink;
import dev.lanescope.preview.DeadLinks;

import java.util.List;

/// Says which links of a site that is being written lead nowhere: only what is new, and of many the
/// first few.
final class LinkNews {

    private static final int TOLD = 5;

    private final Streams streams;
    private DeadLinks told = DeadLinks.NONE;

    LinkNews(Streams streams) {
        this.streams = streams;
    }

    /// Says what is new since the last time.
    void tell(DeadLinks now) {
        List<BrokenLink> broken = now.since(told);
        int mended = told.since(now).size();
        told = now;
        if (!broken.isEmpty()) {
            int count = broken.size();
            int before = now.all().size() - count;
            streams.err()
                    .println(
                            Amounts.count(count, "broken link")
                                    + (before == 0 ? ":" : " more, " + now.all().size() + " now:"));
            broken.stream()
                    .limit(TOLD)
                    .forEach(link -> streams.err().println("  " + Plain.of(link.toString())));
            if (count > TOLD) {
                streams.err()
                        .println("  and " + (count - TOLD) + " more; `run --json` lists them all");
            }
        } else if (mended > 0) {
            int left = now.all().size();
            streams.out()
                    .println(
                            left == 0
                                    ? "no link is broken any more"
                                    : Amounts.count(mended, "broken link")
                                            + " mended, "
                                            + left
                                            + " left");
            streams.out().flush();
        }
    }
}
