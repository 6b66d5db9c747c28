package dev.lanescope.exchange.in.foreign;

import dev.lanescope.trace.Allowance;
import dev.lanescope.trace.Flow;
import dev.lanescope.trace.JvmEvent;
import dev.lanescope.trace.Lane;
import dev.lanescope.trace.NestedSlice;
import dev.lanescope.trace.Nesting;
import dev.lanescope.trace.Note;
import dev.lanescope.trace.Refusal;
import dev.lanescope.trace.RunInfo;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Trace;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// Puts lanes, counters and all else into a trace, whose first moment is 0.
record Assembly(Source source, Lanes lanes, Names names, Moments moments, Allowance allowance) {

    Snapshot assemble(
            Collection<Readings> counters,
            List<JvmEvent> jvm,
            List<Note> notes,
            Arrows arrows,
            Troubles troubles)
            throws Refusal {
        long origin = moments.first();
        long end = moments.nanos();
        int count = Math.max(1, lanes.tracks().size());
        if (end > Long.MAX_VALUE / count) {
            throw new Refusal(
                    "spans "
                            + end / 86_400_000_000_000L
                            + " days on "
                            + count
                            + " lanes, more than can be added up: did two clocks get mixed?");
        }
        StateTable table = lanes.states();
        var trace = new Trace(info(table, count), table.nothing());
        var nested = new ArrayList<NestedSlice>();
        var outlines = new ArrayList<NestedSlice>();
        for (int number = 0; number < lanes.tracks().size(); number++) {
            fill(trace, number, table, nested, outlines);
        }
        if (lanes.tracks().isEmpty()) {
            trace.lane(0).rename("no threads");
        }
        for (Readings readings : counters) {
            readings.fill(trace.counter(readings.title()), origin);
        }
        trace.happened(
                jvm.stream()
                        .map(event ->
                                new JvmEvent(
                                        event.kind(),
                                        event.name(),
                                        event.startNanos() - origin,
                                        event.endNanos() - origin))
                        .sorted(Comparator.comparingLong(JvmEvent::startNanos))
                        .toList());
        if (table.shared() > 0) {
            trace.remark(
                    names.size()
                            + " names are too many to give each a colour: those that took the least"
                            + " time ("
                            + table.shared()
                            + ") are called \""
                            + RunInfo.SHARED
                            + "\", and their spans tell the name.");
        }
        List<Flow> flows = arrows.flows(lanes.numbers(), origin, end, troubles);
        troubles.sentences().forEach(trace::remark);
        trace.finish(end);
        return trace.snapshot(() -> end)
                .withNotes(
                        notes.stream()
                                .map(note ->
                                        new Note(
                                                note.startNanos() - origin,
                                                note.endNanos() - origin,
                                                note.text()))
                                .sorted(Comparator.comparingLong(Note::startNanos))
                                .toList())
                .withTold(flows, Nesting.of(nested, outlines), lanes.origins());
    }

    private RunInfo info(StateTable table, int count) {
        return new RunInfo(
                RunInfo.FOREIGN,
                source.format(),
                count,
                source.file(),
                source.bytes(),
                source.started(),
                0,
                table.states(),
                table.items());
    }

    private void fill(
            Trace trace,
            int number,
            StateTable table,
            List<NestedSlice> nested,
            List<NestedSlice> outlines)
            throws Refusal {
        Track track = lanes.tracks().get(number);
        Lane lane = trace.lane(number);
        lane.rename(track.title());
        var filling =
                new Sweep.Lane() {
                    @Override
                    public void from(long nanos, int innermost, int outermost) {
                        if (nanos > 0 || innermost != Sweep.NOTHING) {
                            lane.append(
                                    nanos,
                                    table.code(innermost),
                                    table.item(innermost, outermost),
                                    Lane.NOT_READ);
                        }
                    }

                    @Override
                    public void between(int depth, long start, long end, int name) {
                        nested.add(new NestedSlice(number, depth, start, end, table.named(name)));
                    }

                    @Override
                    public void outline(int depth, long start, long end, int name) {
                        outlines.add(new NestedSlice(number, depth, start, end, table.named(name)));
                    }
                };
        new Sweep(moments.first(), moments.rounding(), names, filling)
                .over(track.slices(), new Slices(allowance));
    }
}
