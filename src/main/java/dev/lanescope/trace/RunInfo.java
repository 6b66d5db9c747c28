package dev.lanescope.trace;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// What a trace says about its run besides the spans.
///
/// @param model the id of the concurrency model, e.g. `fixed-pool`, or [#FOREIGN]
/// @param modelTitle what people call it, e.g. `Platform threads`
/// @param workers how many workers the run was given; a model may have more lanes, or fewer
/// @param setting what was not as usual, in words; empty if everything was
/// @param content the name of the content folder; of a foreign trace the name of its file
/// @param contentBytes how many bytes of Markdown it held
/// @param started wall-clock time of the first submit
/// @param renderedBefore how many pages the JVM of its workers had rendered before, of several the
///   one with the fewest; at 0 the run was cold, and the compiler was still at work for the first
///   few thousand
/// @param states every state a lane can be in; a state's code is its index here, at most 127
/// @param items the names of the items, in the order of the run
/// @param phases the parts of the run, each beginning when the one before is done; at least one,
///   and the first begins with item 0
/// @param facts what else is known, for people: the content, the settings, the machine, the result;
///   in the order in which it is told
public record RunInfo(
        String model,
        String modelTitle,
        int workers,
        String setting,
        String content,
        long contentBytes,
        Instant started,
        long renderedBefore,
        List<State> states,
        List<String> items,
        List<Phase> phases,
        List<Fact> facts) {

    /// The name of the phase in which the content's own pages are rendered.
    public static final String PAGES = "pages";

    /// The name of the phase in which pages are made of other pages.
    public static final String GENERATED = "generated";

    /// The id that stands for the model where a trace was recorded by another tool.
    public static final String FOREIGN = "foreign";

    /// The state of a lane about which the tool that recorded it told nothing.
    public static final String UNTOLD = "nothing recorded";

    /// The state that names of another tool's trace share which took the least time.
    public static final String SHARED = "other";

    private static final String PYTHON = "CPython ";

    /// State codes are bytes.
    public static final int MOST_STATES = 127;

    public RunInfo {
        states = List.copyOf(states);
        items = List.copyOf(items);
        phases = List.copyOf(phases);
        facts = List.copyOf(facts);
        if (workers < 1) {
            throw new IllegalArgumentException("a run with " + workers + " workers");
        }
        if (states.isEmpty() || states.size() > MOST_STATES) {
            throw new IllegalArgumentException(
                    states.size() + " states; 1 to " + MOST_STATES + " can be told apart");
        }
        if (phases.isEmpty() || phases.getFirst().firstItem() != 0) {
            throw new IllegalArgumentException("no phase begins with the first item: " + phases);
        }
        for (int phase = 0; phase < phases.size(); phase++) {
            int first = phases.get(phase).firstItem();
            if (first > items.size() || (phase > 0 && first < phases.get(phase - 1).firstItem())) {
                throw new IllegalArgumentException(
                        "phases " + phases + " do not divide " + items.size() + " items");
            }
        }
    }

    /// A run of which nothing else is known.
    public RunInfo(
            String model,
            String modelTitle,
            int workers,
            String setting,
            String content,
            long contentBytes,
            Instant started,
            long renderedBefore,
            List<State> states,
            List<String> items,
            List<Phase> phases) {
        this(
                model,
                modelTitle,
                workers,
                setting,
                content,
                contentBytes,
                started,
                renderedBefore,
                states,
                items,
                phases,
                List.of());
    }

    /// A run in one phase, everything as usual.
    public RunInfo(
            String model,
            String modelTitle,
            int workers,
            String content,
            long contentBytes,
            Instant started,
            long renderedBefore,
            List<State> states,
            List<String> items) {
        this(
                model,
                modelTitle,
                workers,
                "",
                content,
                contentBytes,
                started,
                renderedBefore,
                states,
                items,
                List.of(new Phase(PAGES, 0)));
    }

    /// Whether another tool has recorded this: then its lanes are that tool's threads, its states
    /// what ran on them, and pages there are none.
    public boolean isForeign() {
        return model.equals(FOREIGN);
    }

    /// Whether it is the state in which a lane is where the tool that recorded it told nothing: the
    /// last one.
    public boolean isUntold(int state) {
        return isForeign() && state == states.size() - 1 && states.getLast().name().equals(UNTOLD);
    }

    /// Whether it is the state that names of another tool's trace share because there are more of
    /// them than states: the last but one of as many as there can be.
    public boolean sharesState(int state) {
        return isForeign()
                && states.size() == MOST_STATES
                && state == MOST_STATES - 2
                && states.get(state).name().equals(SHARED);
    }

    /// Whether one thread did everything, in this JVM or in a Python: what others of its kind are
    /// held against.
    public boolean isSequential() {
        return model.equals("sequential") || model.equals("python-sequential");
    }

    /// Whether a real CPython did the work.
    public boolean isOfPython() {
        return model.startsWith("python-");
    }

    /// The CPython that did the work, by the name that `--runtime` takes; empty if it was this JVM,
    /// or in an older trace where nobody had chosen one.
    public Optional<String> python() {
        return setting.startsWith(PYTHON)
                ? Optional.of(setting.substring(PYTHON.length()).split(",", 2)[0])
                : Optional.empty();
    }

    /// The same with more facts; one whose name is known already takes the place of that.
    public RunInfo with(List<Fact> more) {
        var known = new LinkedHashMap<String, Fact>();
        facts.forEach(fact -> known.put(fact.name(), fact));
        more.forEach(fact -> known.put(fact.name(), fact));
        return new RunInfo(
                model,
                modelTitle,
                workers,
                setting,
                content,
                contentBytes,
                started,
                renderedBefore,
                states,
                items,
                phases,
                List.copyOf(known.values()));
    }

    /// How many of the items are pages of the content: those of the first phase.
    public int pages() {
        return phases.size() > 1 ? phases.get(1).firstItem() : items.size();
    }

    /// The phase that an item belongs to.
    public Phase phaseOf(int item) {
        int phase = phases.size() - 1;
        while (phase > 0 && phases.get(phase).firstItem() > item) {
            phase--;
        }
        return phases.get(phase);
    }

    /// How far the JVM had come before a run.
    public enum Temperature {
        /// Nothing was loaded or compiled.
        COLD("cold"),
        /// The compiler was at work; such runs get faster from one to the next by themselves.
        WARMING("warming up"),
        /// Most of what matters was compiled. A rule of thumb by pages, not a proof.
        WARM("warm");

        private final String words;

        Temperature(String words) {
            this.words = words;
        }

        /// For people.
        public String words() {
            return words;
        }
    }

    /// From how many pages on a JVM counts as warm.
    public static final int WARM_PAGES = 5_000;

    public Temperature temperature() {
        if (renderedBefore == 0) {
            return Temperature.COLD;
        }
        return renderedBefore < WARM_PAGES ? Temperature.WARMING : Temperature.WARM;
    }

    /// Whether the JVM had nothing behind it yet.
    public boolean isCold() {
        return temperature() == Temperature.COLD;
    }
}
