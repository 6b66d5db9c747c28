package dev.lanescope.exchange.in.foreign;

import dev.lanescope.trace.LaneOrigin;
import dev.lanescope.trace.Refusal;

import java.util.Arrays;
import java.util.Optional;

/// A lane in the making: the slices of one thread, some of which may still be open.
public final class Track {

    /// So many slices can stand open inside each other.
    static final int MOST_DEPTH = 10_000;

    private final Moments moments;
    private final Slices slices;
    private String name;
    private String group = "";
    private String process = "";
    private String processName = "";
    private String thread = "";
    private String threadName = "";
    private double rank;
    private double groupRank;
    private int[] openSlices = new int[4];
    private int open;

    Track(String name, Moments moments, Slices slices) {
        this.name = name;
        this.moments = moments;
        this.slices = slices;
    }

    /// What the lane will be called.
    public void rename(String newName) {
        name = Names.cut(newName);
    }

    /// What the thread belongs to, e.g. its process; empty if that needs no mention.
    public void belongsTo(String newGroup) {
        group = newGroup;
    }

    /// What identifies its process in the file, and what that is called.
    public void inProcess(String id, String called) {
        process = id;
        processName = called;
    }

    /// What identifies it in its process, and what the file calls it; both are empty for what is no
    /// thread.
    public void isThread(String id, String called) {
        thread = id;
        threadName = called;
    }

    /// What the file says of its process and thread; empty if it knows no processes.
    Optional<LaneOrigin> origin(int lane) {
        if (process.isEmpty()) {
            return Optional.empty();
        }
        String told = thread.isEmpty() ? name : threadName;
        return Optional.of(new LaneOrigin(lane, process, processName, thread, told));
    }

    /// Lanes stand in the order of their groups' ranks, then of their own, then as they came.
    public void rank(double ofGroup, double own) {
        groupRank = ofGroup;
        rank = own;
    }

    String title() {
        return group.isEmpty() ? name : group + " / " + name;
    }

    double rank() {
        return rank;
    }

    double groupRank() {
        return groupRank;
    }

    Track beside(String suffix, Slices others) {
        var track = new Track(name + suffix, moments, others);
        track.group = group;
        track.inProcess(process, processName);
        track.groupRank = groupRank;
        track.rank = rank;
        return track;
    }

    Slices slices() {
        return slices;
    }

    /// A slice whose beginning and end are known.
    public void slice(long start, long end, int sliceName) throws Refusal {
        moments.includeSlice(start, end);
        slices.add(start, end, sliceName, false);
    }

    /// A slice that lasts at most until `end`, but gives way to whatever begins before.
    public void softSlice(long start, long end, int sliceName) throws Refusal {
        moments.includeSlice(start, start);
        slices.add(start, end, sliceName, true);
    }

    /// Something has begun; its end will be told.
    public void begin(long at, int sliceName) throws Refusal {
        if (open == MOST_DEPTH) {
            throw new Refusal(
                    "has more than " + MOST_DEPTH + " slices that stand open inside each other");
        }
        if (open == openSlices.length) {
            openSlices = Arrays.copyOf(openSlices, 2 * open);
        }
        moments.include(at, at);
        openSlices[open++] = slices.size();
        slices.add(at, at, sliceName, false); // before those inside, even if it is as long
    }

    /// How many slices stand open.
    public int open() {
        return open;
    }

    /// When the slice began that was begun last and is still open.
    public long openSince() {
        return slices.start(openSlices[open - 1]);
    }

    public int openName() {
        return openName(open - 1);
    }

    /// What the slice is called that stands open at this depth, 0 for the outermost.
    public int openName(int depth) {
        return slices.name(openSlices[depth]);
    }

    /// What was begun last has ended.
    public void end(long at) {
        moments.includeSlice(openSince(), at);
        open--;
        slices.end(openSlices[open], at);
    }

    /// Ends all that stands open, at the end of the trace or when it began, if that is later.
    ///
    /// @return how many there were
    int endAll(long at) {
        int count = open;
        while (open > 0) {
            end(Math.max(at, openSince()));
        }
        return count;
    }
}
