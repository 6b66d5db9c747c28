package dev.lanescope.content;

import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// How much YAML would be if each alias (`*a`) were written out as what its anchor (`&a`) stands
/// for. The library does write them out where it merges (`<<`), without a bound, and without an end
/// if an alias lies within its own anchor: so both are refused before it is asked.
final class WrittenOut {

    /// A node that has begun and not ended.
    private static final class Open {
        private final Optional<Anchor> anchor;
        private long size = 1;

        Open(Optional<Anchor> anchor) {
            this.anchor = anchor;
        }
    }

    private final Map<Anchor, Long> sizes = new HashMap<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private final Set<Anchor> within = new HashSet<>();

    private WrittenOut() {}

    /// Whether a text has aliases at all.
    static boolean concerns(String yaml) {
        return yaml.indexOf('&') >= 0 && yaml.indexOf('*') >= 0;
    }

    /// @param events in the order of the text
    static void check(Iterable<Event> events) throws BrokenPageException {
        var sum = new WrittenOut();
        for (Event event : events) {
            sum.add(event);
        }
    }

    private void add(Event event) throws BrokenPageException {
        switch (event.getEventId()) {
            case MappingStart, SequenceStart -> {
                var begun = new Open(((NodeEvent) event).getAnchor());
                begun.anchor.ifPresent(within::add);
                open.push(begun);
            }
            case MappingEnd, SequenceEnd -> {
                Open ended = open.pop();
                ended.anchor.ifPresent(anchor -> sizes.put(anchor, ended.size));
                ended.anchor.ifPresent(within::remove);
                grow(ended.size, event);
            }
            case Scalar -> {
                ((NodeEvent) event).getAnchor().ifPresent(anchor -> sizes.put(anchor, 1L));
                grow(1, event);
            }
            case Alias -> grow(sizeOf((AliasEvent) event), event);
            default -> {}
        }
    }

    private long sizeOf(AliasEvent alias) throws BrokenPageException {
        if (within.contains(alias.getAlias())) {
            throw new BrokenPageException(
                    line(alias),
                    "front matter: *" + alias.getAlias() + " stands within what it stands for");
        }
        return sizes.getOrDefault(alias.getAlias(), 1L);
    }

    private void grow(long more, Event at) throws BrokenPageException {
        if (open.isEmpty()) {
            return;
        }
        open.getFirst().size += more;
        if (open.getFirst().size > PlainValues.MAX_VALUES) {
            throw new BrokenPageException(
                    line(at),
                    "front matter: with its aliases written out it has more than "
                            + PlainValues.MAX_VALUES
                            + " values");
        }
    }

    /// The front matter begins on the second line of the page.
    private static int line(Event event) {
        return event.getStartMark().map(Mark::getLine).orElse(-1) + 2;
    }
}
