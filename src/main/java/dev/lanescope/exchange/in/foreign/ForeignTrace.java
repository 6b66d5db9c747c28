package dev.lanescope.exchange.in.foreign;

import dev.lanescope.trace.Allowance;
import dev.lanescope.trace.JvmEvent;
import dev.lanescope.trace.Note;
import dev.lanescope.trace.Refusal;
import dev.lanescope.trace.Snapshot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// What a reader has found in another tool's file, on that tool's clock: threads with slices,
/// things that overlap, counters, what the JVM did, notes. When all is read, [#finish] makes the
/// trace.
public final class ForeignTrace {

    /// So many lanes can be shown.
    public static final int MOST_LANES = 1 << 16;

    static final int MOST_COUNTERS = 1 << 12;
    static final int MOST_NOTES = 1_000;
    private static final long JVM_EVENT_BYTES = 100;

    private final Allowance allowance;
    private final Names names;
    private final Moments moments = new Moments();
    private final Troubles troubles = new Troubles();
    private final List<Track> tracks = new ArrayList<>();
    private final List<Strands> strands = new ArrayList<>();
    private final Map<String, Readings> counters = new LinkedHashMap<>();
    private final List<JvmEvent> jvm = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();
    private final Arrows arrows;

    public ForeignTrace(Allowance allowance) {
        this.allowance = allowance;
        this.names = new Names(allowance);
        this.arrows = new Arrows(allowance);
    }

    public Names names() {
        return names;
    }

    public Troubles troubles() {
        return troubles;
    }

    /// What leads from slice to slice.
    public Arrows arrows() {
        return arrows;
    }

    /// Whether a moment is near enough to be told from all others; 73 years from zero.
    public static boolean isTellable(long nanos) {
        return nanos >= -Moments.FARTHEST && nanos <= Moments.FARTHEST;
    }

    /// The trace lasts at least from here to there, even if nothing was going on.
    public void covers(long start, long end) {
        moments.include(start, end);
    }

    /// The moments of the file may be off by so much.
    public void roundedTo(long nanos) {
        moments.roundedTo(nanos);
    }

    /// A new lane.
    public Track thread(String name) throws Refusal {
        payForLane();
        var track = new Track(Names.cut(name), moments, new Slices(allowance));
        tracks.add(track);
        return track;
    }

    /// Things that may overlap.
    public Strands strands(String name) throws Refusal {
        payForLane();
        var more = new Strands(name, moments, allowance);
        strands.add(more);
        return more;
    }

    private void payForLane() throws Refusal {
        if (tracks.size() + strands.size() >= MOST_LANES) {
            throw new Refusal("has more than " + MOST_LANES + " threads, which cannot be shown");
        }
        allowance.spend(500);
    }

    /// The counter of that name; beyond [#MOST_COUNTERS] they are left out.
    public void count(String name, long at, double value) throws Refusal {
        count("", name, at, value);
    }

    /// The same of one of several owners, who may have counters of one name; what is said of the
    /// owner before that name comes later, by [#nameOwners].
    ///
    /// @param owner what identifies it in the file
    public void count(String owner, String name, long at, double value) throws Refusal {
        String key = owner + '\n' + name;
        Readings readings = counters.get(key);
        if (readings == null) {
            if (counters.size() >= MOST_COUNTERS) {
                troubles.add("reading of too many counters was left out", "");
                return;
            }
            allowance.spend(500 + 4L * key.length());
            readings = new Readings(owner, name, moments, allowance);
            counters.put(key, readings);
        }
        readings.add(at, value);
    }

    /// Call when all is read.
    ///
    /// @param words what stands before the names of an owner's counters
    public void nameOwners(UnaryOperator<String> words) {
        counters.values().forEach(readings -> readings.nameOwner(words));
    }

    /// The JVM did something for itself.
    public void jvm(JvmEvent.Kind kind, String name, long start, long end) throws Refusal {
        allowance.spend(JVM_EVENT_BYTES + 2L * name.length());
        moments.include(start, end);
        jvm.add(new JvmEvent(kind, Names.cut(name), start, end));
    }

    /// Something happened that concerns everything.
    public void note(long at, String text) {
        note(at, at, text);
    }

    /// Somebody wrote something down about a stretch of everything.
    public void note(long start, long end, String text) {
        if (notes.size() >= MOST_NOTES) {
            troubles.add("mark of the whole trace was left out beyond " + MOST_NOTES, "");
            return;
        }
        moments.include(start, end);
        notes.add(new Note(start, end, Names.cut(text)));
    }

    /// Makes lanes of everything.
    ///
    /// @throws Refusal if there is nothing to show, or it cannot be shown
    public Snapshot finish(Source source) throws Refusal {
        if (moments.isEmpty()) {
            throw new Refusal("holds nothing that can be shown on lanes" + troubles.first());
        }
        long last = moments.last();
        long unended = 0;
        for (Track track : tracks) {
            unended += track.endAll(last);
        }
        for (Strands several : strands) {
            unended += several.endAll(last);
        }
        if (unended > 0) {
            troubles.remark(
                    unended == 1
                            ? "1 slice was still open at the end of the file, and lasts until there."
                            : unended
                                    + " slices were still open at the end of the file, and last"
                                    + " until there.");
        }
        List<Track> all = new ArrayList<>(tracks);
        for (Strands several : strands) {
            all.addAll(several.lanes());
        }
        var lanes = new Lanes(all, names, moments, allowance, troubles);
        return new Assembly(source, lanes, names, moments, allowance)
                .assemble(counters.values(), jvm, notes, arrows, troubles);
    }
}
