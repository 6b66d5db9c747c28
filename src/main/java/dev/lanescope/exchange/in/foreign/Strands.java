package dev.lanescope.exchange.in.foreign;

import dev.lanescope.trace.Allowance;
import dev.lanescope.trace.Refusal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/// Things that go on at the same time and have one name, such as requests: each is a strand with
/// slices that nest. Strands share as few lanes as possible, and two that overlap never share one.
public final class Strands {

    /// A strand that has no lane yet.
    private record Strand(Track slices, long first, long last) {}

    private record Row(int number, long freeFrom) {}

    private final String name;
    private final Moments moments;
    private final Allowance allowance;
    private final List<Track> strands = new ArrayList<>();
    private String group = "";
    private String process = "";
    private String processName = "";
    private double groupRank;

    Strands(String name, Moments moments, Allowance allowance) {
        this.name = Names.cut(name);
        this.moments = moments;
        this.allowance = allowance;
    }

    /// What identifies the process in the file, and what it is called.
    public void inProcess(String id, String called) {
        process = id;
        processName = called;
    }

    public void belongsTo(String newGroup, double rank) {
        group = newGroup;
        groupRank = rank;
    }

    /// A new strand, which begins with its first slice.
    public Track strand() throws Refusal {
        allowance.spend(200);
        var strand = new Track(name, moments, new Slices(allowance));
        strands.add(strand);
        return strand;
    }

    /// The lanes on which all strands have their place.
    List<Track> lanes() throws Refusal {
        List<Strand> waiting = new ArrayList<>();
        for (Track strand : strands) {
            if (strand.slices().size() > 0) {
                waiting.add(extent(strand));
            }
        }
        waiting.sort(Comparator.comparingLong(Strand::first));
        List<Track> lanes = new ArrayList<>();
        var rows =
                new PriorityQueue<Row>(
                        Comparator.comparingLong(Row::freeFrom).thenComparingInt(Row::number));
        for (Strand strand : waiting) {
            boolean free = !rows.isEmpty() && rows.peek().freeFrom() <= strand.first();
            int number = free ? rows.remove().number() : lanes.size();
            if (!free) {
                lanes.add(lane(number));
            }
            Slices from = strand.slices().slices();
            Slices to = lanes.get(number).slices();
            for (int i = 0; i < from.size(); i++) {
                to.add(from.start(i), from.end(i), from.name(i), from.isSoft(i));
            }
            rows.add(new Row(number, strand.last()));
        }
        return lanes;
    }

    private Track lane(int number) throws Refusal {
        String title = number == 0 ? name : name + " " + (number + 1);
        var lane = new Track(title, moments, new Slices(allowance));
        lane.belongsTo(group);
        lane.inProcess(process, processName);
        lane.rank(groupRank, Double.MAX_VALUE); // below the threads
        return lane;
    }

    private static Strand extent(Track strand) {
        Slices slices = strand.slices();
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (int i = 0; i < slices.size(); i++) {
            first = Math.min(first, slices.start(i));
            last = Math.max(last, slices.end(i));
        }
        return new Strand(strand, first, last);
    }

    int endAll(long at) {
        int count = 0;
        for (Track strand : strands) {
            count += strand.endAll(at);
        }
        return count;
    }
}
