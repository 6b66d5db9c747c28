package dev.lanescope.exchange.out;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.UnknownFieldSet;
import com.google.protobuf.UnknownFieldSet.Field;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Reads a Perfetto trace as its trace processor does: packets in the order of their time stamps,
/// equal ones in the order of the file; slices that must nest; names that were told before they are
/// used. It complains about everything that is otherwise.
final class PerfettoReader {

    /// A slice of a track.
    record Slice(
            String track,
            String name,
            String category,
            long startNanos,
            long nanos,
            int depth,
            long correlation,
            long cpuNanos) {}

    /// An arrow from slice to slice, by the moments at which they begin.
    record Arrow(String fromTrack, long fromNanos, String toTrack, long toNanos) {}

    private record Open(
            String name, String category, long startNanos, long correlation, long cpu) {}

    private final Map<Long, String> tracks = new HashMap<>();
    private final Map<Long, Long> ranks = new HashMap<>();
    private final Map<Long, String> names = new HashMap<>();
    private final Map<Long, String> categories = new HashMap<>();
    private final Map<Long, String> annotations = new HashMap<>();
    private final Map<Long, Deque<Open>> open = new HashMap<>();
    private final List<Slice> slices = new ArrayList<>();
    private final List<String> instants = new ArrayList<>();
    private final Map<Long, String> processes = new TreeMap<>();
    private final Map<Long, Arrow> leaving = new HashMap<>();
    private final List<Arrow> arrows = new ArrayList<>();
    private final List<String> readings = new ArrayList<>();
    private long counterSum;

    private record Event(long nanos, UnknownFieldSet fields) {}

    static PerfettoReader read(byte[] file) throws IOException {
        var reader = new PerfettoReader();
        var events = new ArrayList<Event>();
        var packets = UnknownFieldSet.parseFrom(file);
        assertThat(packets.asMap()).containsOnlyKeys(1);
        boolean first = true;
        for (var bytes : packets.getField(1).getLengthDelimitedList()) {
            var packet = UnknownFieldSet.parseFrom(bytes);
            assertThat(number(packet, 10)).as("sequence").isEqualTo(1);
            assertThat(number(packet, 13)).as("flags").isEqualTo(first ? 1 : 2);
            first = false;
            reader.learn(packet);
            if (packet.hasField(11)) {
                assertThat(packet.hasField(8)).isTrue();
                events.add(new Event(number(packet, 8), message(packet, 11)));
            }
        }
        events.sort(Comparator.comparingLong(Event::nanos));
        events.forEach(reader::take);
        assertThat(reader.open.values()).as("slices that never end").allMatch(Deque::isEmpty);
        return reader;
    }

    private void learn(UnknownFieldSet packet) throws IOException {
        if (packet.hasField(12)) {
            var interned = message(packet, 12);
            learn(interned.getField(1), categories);
            learn(interned.getField(2), names);
            learn(interned.getField(3), annotations);
        }
        if (packet.hasField(60)) {
            var track = message(packet, 60);
            long uuid = number(track, 1);
            assertThat(tracks).doesNotContainKey(uuid);
            tracks.put(uuid, track.hasField(2) ? text(track, 2) : "process");
            if (track.hasField(3)) {
                var process = message(track, 3);
                String name = process.hasField(6) ? text(process, 6) : "";
                processes.put(number(process, 1), name);
            }
            if (track.hasField(4)) {
                var thread = message(track, 4);
                assertThat(processes).as("told before").containsKey(number(thread, 1));
                tracks.put(uuid, number(thread, 1) + "/" + text(thread, 5));
            }
            if (track.hasField(5)) {
                assertThat(tracks).as("parent").containsKey(number(track, 5));
                ranks.put(uuid, number(track, 12));
            } else {
                assertThat(number(track, 11)).as("children by their rank").isEqualTo(3);
            }
        }
        if (packet.hasField(11)) {
            var event = message(packet, 11);
            if (event.hasField(10)) {
                assertThat(names).as("told before").containsKey(number(event, 10));
            }
        }
    }

    private static void learn(Field interned, Map<Long, String> into) throws IOException {
        for (var bytes : interned.getLengthDelimitedList()) {
            var named = UnknownFieldSet.parseFrom(bytes);
            assertThat(into.put(number(named, 1), text(named, 2))).as("told twice").isNull();
        }
    }

    private void take(Event event) {
        UnknownFieldSet fields = event.fields();
        long uuid = number(fields, 11);
        String track = known(tracks, uuid);
        var stack = open.computeIfAbsent(uuid, _ -> new ArrayDeque<>());
        switch ((int) number(fields, 9)) {
            case 1 -> {
                bind(fields, track, event.nanos());
                stack.push(
                        new Open(
                                name(fields),
                                category(fields),
                                event.nanos(),
                                number(fields, 52),
                                cpu(fields)));
            }
            case 2 -> {
                Open begun = stack.pop();
                bind(fields, track, begun.startNanos());
                slices.add(
                        new Slice(
                                track,
                                begun.name(),
                                begun.category(),
                                begun.startNanos(),
                                event.nanos() - begun.startNanos(),
                                stack.size(),
                                begun.correlation(),
                                begun.cpu()));
            }
            case 3 -> instants.add(name(fields));
            case 4 -> count(event, track);
            default -> throw new AssertionError(fields);
        }
    }

    private void count(Event event, String track) {
        UnknownFieldSet fields = event.fields();
        counterSum += number(fields, 30);
        double value =
                fields.hasField(44)
                        ? Double.longBitsToDouble(fields.getField(44).getFixed64List().getFirst())
                        : number(fields, 30);
        readings.add(track + " " + event.nanos() + " " + value);
    }

    /// As Perfetto does: the first slice with an id is where an arrow begins, and it ends where
    /// that id is said to.
    private void bind(UnknownFieldSet fields, String track, long sliceNanos) {
        for (long id : fields.getField(47).getFixed64List()) {
            leaving.put(id, new Arrow(track, sliceNanos, "", 0));
        }
        for (long id : fields.getField(48).getFixed64List()) {
            @Nullable Arrow from = leaving.remove(id);
            assertThat(from).as("arrow %s ends before it begins", id).isNotNull();
            if (from != null) {
                arrows.add(new Arrow(from.fromTrack(), from.fromNanos(), track, sliceNanos));
            }
        }
    }

    Map<Long, String> processes() {
        return processes;
    }

    List<Arrow> arrows() {
        assertThat(leaving).as("arrows that lead nowhere").isEmpty();
        return arrows;
    }

    List<String> readings() {
        return readings;
    }

    private String name(UnknownFieldSet event) {
        return event.hasField(23) ? text(event, 23) : known(names, number(event, 10));
    }

    private String category(UnknownFieldSet event) {
        return event.hasField(22) ? text(event, 22) : known(categories, number(event, 3));
    }

    private long cpu(UnknownFieldSet event) {
        if (!event.hasField(4)) {
            return 0;
        }
        var annotation = message(event, 4);
        assertThat(known(annotations, number(annotation, 1))).isEqualTo("cpu_ns");
        return number(annotation, 4);
    }

    private static String known(Map<Long, String> names, long number) {
        @Nullable String name = names.get(number);
        if (name == null) {
            throw new AssertionError("name " + number + " was never told");
        }
        return name;
    }

    private static long number(UnknownFieldSet message, int field) {
        var values = message.getField(field).getVarintList();
        return values.isEmpty() ? 0 : values.getLast();
    }

    private static String text(UnknownFieldSet message, int field) {
        return message.getField(field)
                .getLengthDelimitedList()
                .getLast()
                .toString(StandardCharsets.UTF_8);
    }

    private static UnknownFieldSet message(UnknownFieldSet message, int field) {
        try {
            return UnknownFieldSet.parseFrom(
                    message.getField(field).getLengthDelimitedList().getLast());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    List<Slice> slices() {
        return slices;
    }

    List<String> instants() {
        return instants;
    }

    long counterSum() {
        return counterSum;
    }

    List<String> tracksByRank() {
        return ranks.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(entry -> tracks.get(entry.getKey()))
                .toList();
    }
}
