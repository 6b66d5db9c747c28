package dev.lanescope.cli;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Switches over types of every kind.
final class TypeSwitches implements Function<@Nullable Object, String> {

    private sealed interface Shape {

        private static String named(Shape shape) {
            return switch (shape) {
                case Circle(int width) when width > 9 -> "big circle";
                case Circle(int width) -> "circle of " + width;
                case Square _ -> "square";
            };
        }
    }

    private record Circle(int width) implements Shape {}

    private record Square() implements Shape {}

    private sealed interface Coloured {}

    private enum Colour implements Coloured {
        RED,
        GREEN
    }

    private record Grey(int share) implements Coloured {}

    @Override
    public String apply(@Nullable Object what) {
        return switch (what) {
            case Integer number when number < 0 -> "negative";
            case Integer number when number == 0 -> "nought";
            case Integer _ -> "positive";
            case Number _ -> "other number";
            case int[] many -> many.length + " numbers";
            case Coloured coloured -> shade(coloured);
            case String text -> text;
            case List<?> list -> "list of " + each(list);
            case Map<?, ?> map -> kind(map);
            case null -> "nothing";
            default -> "anything";
        };
    }

    private static String shade(Coloured coloured) {
        return switch (coloured) {
            case Colour.RED -> "red";
            case Colour.GREEN -> "green";
            case Grey(int share) -> "grey " + share;
        };
    }

    private static String each(List<?> list) {
        return list.stream()
                .map(one ->
                        switch (one) {
                            case Shape shape -> Shape.named(shape);
                            default -> "things";
                        })
                .collect(Collectors.joining(" and "));
    }

    private static String kind(Map<?, ?> map) {
        return switch (map) {
            case HashMap<?, ?> _ -> "hash map";
            default -> "map";
        };
    }

    static List<@Nullable Object> everything() {
        return Arrays.asList(
                null,
                -3,
                0,
                7,
                2.5,
                new int[] {1, 2},
                Colour.RED,
                Colour.GREEN,
                new Grey(50),
                "word",
                List.of(new Circle(12), new Circle(3), new Square(), "x"),
                List.of(),
                new HashMap<String, String>(),
                Map.of(),
                'c');
    }
}
