package dev.lanescope.trace;

/// Everything that a snapshot says, as text: two snapshots are equal if their texts are.
final class TraceText {

    private TraceText() {}

    static String of(Snapshot snapshot) {
        var text = new StringBuilder();
        text.append(snapshot.info()).append('\n');
        text.append(snapshot.endNanos()).append(' ').append(snapshot.finished()).append('\n');
        for (LaneView lane : snapshot.lanes()) {
            text.append(lane.name()).append(' ').append(lane.number()).append('\n');
            for (int span = 0; span < lane.size(); span++) {
                text.append(lane.startNanos(span)).append(' ');
                text.append(lane.state(span)).append(' ');
                text.append(lane.item(span)).append(' ');
                text.append(lane.cpuNanos(span)).append(' ');
                text.append(lane.allocatedBytes(span)).append('\n');
            }
            text.append(lane.cpuTime(lane.size() - 1)).append('\n');
        }
        for (CounterView counter : snapshot.counters()) {
            text.append(counter.name()).append('\n');
            for (int i = 0; i < counter.size(); i++) {
                text.append(counter.nanos(i)).append(' ').append(counter.value(i)).append('\n');
            }
        }
        snapshot.remarks().forEach(remark -> text.append(remark).append('\n'));
        snapshot.jvm().forEach(event -> text.append(event).append('\n'));
        snapshot.notes().forEach(note -> text.append(note).append('\n'));
        snapshot.flows().forEach(flow -> text.append(flow).append('\n'));
        snapshot.nesting().slices().forEach(slice -> text.append(slice).append('\n'));
        snapshot.nesting().outlines().forEach(slice -> text.append(slice).append('\n'));
        snapshot.origins().forEach(origin -> text.append(origin).append('\n'));
        return text.toString();
    }
}
