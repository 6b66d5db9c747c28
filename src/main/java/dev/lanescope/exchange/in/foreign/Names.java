package dev.lanescope.exchange.in.foreign;

import dev.lanescope.trace.Allowance;
import dev.lanescope.trace.Refusal;
import dev.lanescope.trace.State;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What slices are called, each name kept once and known by its number. One word may stand for work
/// and for waiting; these are two names.
public final class Names {

    /// From so many on, new ones share a name.
    static final int MOST = 1 << 20;

    /// A name is cut here.
    static final int MOST_LETTERS = 1_000;

    /// What names share that came too late to be told apart.
    static final String TOO_MANY = "(one of too many names)";

    private static final long BYTES_EACH = 150;

    private final Map<State.Kind, Map<String, Integer>> numbers = new EnumMap<>(State.Kind.class);
    private final List<State> names = new ArrayList<>();
    private final Allowance allowance;

    Names(Allowance allowance) {
        this.allowance = allowance;
    }

    /// The number of a name for work.
    public int of(String name) throws Refusal {
        return of(name, State.Kind.WORK);
    }

    public int of(String name, State.Kind kind) throws Refusal {
        Map<String, Integer> known = numbers.computeIfAbsent(kind, _ -> new HashMap<>());
        Integer number = known.get(name);
        return number != null ? number : add(known, name, kind);
    }

    private int add(Map<String, Integer> known, String name, State.Kind kind) throws Refusal {
        String kept = names.size() >= MOST ? TOO_MANY : cut(name);
        Integer there = known.get(kept);
        if (there != null) {
            return there;
        }
        allowance.spend(BYTES_EACH + 2L * kept.length());
        names.add(new State(kept, kind));
        known.put(kept, names.size() - 1);
        return names.size() - 1;
    }

    /// A name as it can be shown: on one line, not empty, not endless.
    public static String cut(String name) {
        String line = name.isBlank() ? "(no name)" : name.strip();
        if (line.length() > MOST_LETTERS) {
            boolean splitsPair = Character.isHighSurrogate(line.charAt(MOST_LETTERS - 1));
            line = line.substring(0, splitsPair ? MOST_LETTERS - 1 : MOST_LETTERS) + "…";
        }
        return line.chars().anyMatch(Character::isISOControl)
                ? line.replaceAll("\\p{Cntrl}+", " ")
                : line;
    }

    int size() {
        return names.size();
    }

    /// The name and what it stands for.
    State get(int number) {
        return names.get(number);
    }
}
