package dev.lanescope.exchange.in.speedscope;

import dev.lanescope.exchange.in.foreign.Names;
import dev.lanescope.trace.Refusal;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import java.util.ArrayList;
import java.util.List;

/// The functions that profiles speak of by their number.
final class Frames {

    static final int MOST = 1 << 20;

    private final Names names;
    private final List<Integer> numbers = new ArrayList<>();

    Frames(Names names) {
        this.names = names;
    }

    /// Reads the list whose bracket the parser has just read.
    void read(JsonParser json) throws Refusal {
        for (JsonToken token = json.nextToken();
                token != JsonToken.END_ARRAY;
                token = json.nextToken()) {
            if (token != JsonToken.START_OBJECT) {
                throw new Refusal("is damaged: frame " + numbers.size() + " is no object");
            }
            if (numbers.size() == MOST) {
                throw new Refusal("has more than " + MOST + " frames, too many to show");
            }
            numbers.add(names.of(name(json)));
        }
    }

    private static String name(JsonParser json) {
        String name = "";
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            boolean isName = json.currentName().equals("name");
            if (json.nextToken().isStructStart()) {
                json.skipChildren();
            } else if (isName) {
                name = json.getString();
            }
        }
        return name;
    }

    int size() {
        return numbers.size();
    }

    /// The number among the names of the trace.
    int name(int frame) {
        return numbers.get(frame);
    }
}
