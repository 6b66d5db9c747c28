package dev.lanescope.exchange.in.speedscope;

import dev.lanescope.exchange.in.foreign.ForeignTrace;
import dev.lanescope.exchange.in.foreign.Track;
import dev.lanescope.trace.Refusal;

/// Makes slices of a profile. Of two samples that follow each other, the frames that are equal from
/// the outermost on are taken for one call that went on.
final class ProfileSlices {

    private final Profile profile;
    private final String title;
    private final Frames frames;
    private final ForeignTrace trace;

    /// @param title how to speak of the profile, e.g. `profile 2`
    ProfileSlices(Profile profile, String title, Frames frames, ForeignTrace trace) {
        this.profile = profile;
        this.title = title;
        this.frames = frames;
        this.trace = trace;
    }

    void make() throws Refusal {
        TimeUnit unit = TimeUnit.of(profile.unit, "is a profile that");
        if (unit == TimeUnit.NONE) {
            trace.troubles()
                    .add("profile counts samples without a time; one is shown as 1 ms", title);
        }
        Track track = trace.thread(profile.name.isBlank() ? title : profile.name);
        if (profile.hasEvents) {
            makeOfEvents(track, unit);
        } else {
            makeOfSamples(track, unit);
        }
    }

    private int name(int frame, String where) throws Refusal {
        if (frame >= frames.size()) {
            throw new Refusal(
                    "is damaged: "
                            + where
                            + " of "
                            + title
                            + " speaks of a frame that there is not");
        }
        return frames.name(frame);
    }

    private void makeOfEvents(Track track, TimeUnit unit) throws Refusal {
        if (profile.frames() != profile.amounts()) {
            throw new Refusal("is damaged: " + title + " has both events and samples");
        }
        long last = Long.MIN_VALUE;
        for (int i = 0; i < profile.amounts(); i++) {
            String where = "event " + (i + 1);
            long at = unit.nanos(profile.amount(i), title + " is damaged: its " + where);
            if (at < last) {
                throw new Refusal(
                        "is damaged: " + where + " of " + title + " lies before the one before it");
            }
            last = at;
            int frame = profile.frame(i);
            if (frame >= 0) {
                track.begin(at, name(frame, where));
            } else {
                close(track, at, name(~frame, where), where);
            }
        }
    }

    private void close(Track track, long at, int name, String where) throws Refusal {
        if (track.open() == 0 || track.openName() != name) {
            throw new Refusal(
                    "is damaged: " + where + " of " + title + " closes what is not open there");
        }
        track.end(at);
    }

    private void makeOfSamples(Track track, TimeUnit unit) throws Refusal {
        if (profile.samples != profile.amounts()) {
            throw new Refusal(
                    "is damaged: %s has %,d samples, but %,d weights"
                            .formatted(title, profile.samples, profile.amounts()));
        }
        double now = profile.startValue;
        int head = 0;
        for (int i = 0; i < profile.samples; i++) {
            String where = "sample " + (i + 1);
            long at = unit.nanos(now, title + " is damaged: its " + where);
            int length = profile.frame(head);
            int same = 0;
            while (same < Math.min(length, track.open())
                    && track.openName(same) == name(profile.frame(head + 1 + same), where)) {
                same++;
            }
            while (track.open() > same) {
                track.end(at);
            }
            for (int deep = same; deep < length; deep++) {
                track.begin(at, name(profile.frame(head + 1 + deep), where));
            }
            if (!(profile.amount(i) >= 0)) {
                throw new Refusal(
                        "is damaged: " + where + " of " + title + " weighs less than nothing");
            }
            now += profile.amount(i);
            head += 1 + length;
        }
        long end = unit.nanos(now, title + " is damaged: its end");
        trace.covers(unit.nanos(profile.startValue, title + " is damaged: its start"), end);
        while (track.open() > 0) {
            track.end(end);
        }
    }
}
