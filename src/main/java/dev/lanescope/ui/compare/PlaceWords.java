package dev.lanescope.ui.compare;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.analysis.Durations;
import dev.lanescope.analysis.compare.RunStage;

/// A place of the axis in words: what it is in all runs, and what it is in one of them.
final class PlaceWords {

    private PlaceWords() {}

    /// What stands there in all runs: a moment, a number of pages, a stage.
    static String of(Aligned aligned, double place) {
        return switch (aligned.by()) {
            case TIME -> Durations.text(Math.round(place), 6);
            case PAGES -> Amounts.pages(aligned.pagesAt(place));
            case STAGE -> aligned.stageAt(place).map(stage -> inStage(stage, place)).orElse("");
            case PAGE -> {
                double since = place - aligned.unit();
                yield (since < 0 ? "\u2212" : "+") + Durations.text(Math.round(Math.abs(since)), 4);
            }
        };
    }

    private static String inStage(RunStage stage, double place) {
        double part = stage.nanos() == 0 ? 0 : (place - stage.startNanos()) / stage.nanos();
        return stage.name() + " " + Amounts.percent(Math.clamp(part, 0, 1));
    }

    /// What one run had done there, and when.
    static String in(Entrant entrant, Aligned aligned, double place) {
        double moment = aligned.of(entrant.number()).momentAt(place);
        String pages = Amounts.pages(entrant.pages().by(moment));
        if (aligned.by() == Alignment.TIME) {
            return pages;
        }
        long within = Math.clamp(Math.round(moment), 0, entrant.trace().endNanos());
        String time = Durations.text(within, 3);
        return aligned.by() == Alignment.PAGES ? time : time + " \u00b7 " + pages;
    }
}
