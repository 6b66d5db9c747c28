package dev.lanescope.analysis.explain;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/// What would change what was found. Settings are told by their names, as the terminal's options
/// have them; whatever is not told stays as it was.
///
/// @param sentence what to do, for people
/// @param model the id of another model
/// @param workers another number of workers
/// @param knobs positions by the knob's name, such as `scheduling` and `heaviest-first`
public record Remedy(
        String sentence, Optional<String> model, OptionalInt workers, Map<String, String> knobs) {

    public Remedy {
        knobs = Map.copyOf(knobs);
    }

    /// Something that no setting does.
    static Remedy advice(String sentence) {
        return new Remedy(sentence, Optional.empty(), OptionalInt.empty(), Map.of());
    }

    static Remedy model(String sentence, String model) {
        return new Remedy(sentence, Optional.of(model), OptionalInt.empty(), Map.of());
    }

    static Remedy workers(String sentence, int workers) {
        return new Remedy(sentence, Optional.empty(), OptionalInt.of(workers), Map.of());
    }

    static Remedy knob(String sentence, String knob, String position) {
        return new Remedy(sentence, Optional.empty(), OptionalInt.empty(), Map.of(knob, position));
    }

    /// The same under another model.
    Remedy under(String other) {
        return new Remedy(sentence, Optional.of(other), workers, knobs);
    }

    /// The same with so many workers.
    Remedy with(OptionalInt number) {
        return new Remedy(sentence, model, number, knobs);
    }

    /// Whether there is a setting that does it, so that it can be tried out.
    public boolean isSetting() {
        return model.isPresent() || workers.isPresent() || !knobs.isEmpty();
    }

    /// The settings as options of the terminal, such as `--scheduling heaviest-first`; empty if
    /// there are none.
    public String options() {
        var options = new StringBuilder();
        model.ifPresent(id -> options.append(" --model ").append(id));
        workers.ifPresent(number -> options.append(" --workers ").append(number));
        new TreeMap<>(knobs)
                .forEach((knob, at) -> options.append(" --").append(knob).append(' ').append(at));
        return options.toString().strip();
    }
}
