package dev.lanescope.cli;

import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Answers for programs: one JSON value, in UTF-8 whatever the terminal speaks.
final class Json {

    private Json() {}

    /// Prints a record, or a list of records, with its components in their order as keys.
    static void print(Object value, PrintStream out) {
        JsonMapper mapper =
                JsonMapper.builder()
                        .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build();
        byte[] text = (mapper.writeValueAsString(value) + "\n").getBytes(StandardCharsets.UTF_8);
        out.write(text, 0, text.length);
        out.flush();
    }

    /// A constant of an enum as programs write it: `lower case`.
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
