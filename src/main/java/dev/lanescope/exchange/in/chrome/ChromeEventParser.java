package dev.lanescope.exchange.in.chrome;

import dev.lanescope.exchange.in.foreign.ForeignTrace;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Reads one event, keys in any order, and passes over what it does not know.
final class ChromeEventParser {

    private static final int MOST_KEY_LETTERS = 200;

    private final ChromeEvent event = new ChromeEvent();

    /// Reads the object whose brace the parser has just read.
    ChromeEvent read(JsonParser json) {
        event.clear();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = json.currentName();
            JsonToken value = json.nextToken();
            if (key.equals("args") && value == JsonToken.START_OBJECT) {
                readArguments(json);
            } else if (key.equals("id2") && value == JsonToken.START_OBJECT) {
                readId(json);
            } else if (value.isStructStart()) {
                json.skipChildren();
            } else {
                take(key, json);
            }
        }
        return event;
    }

    private void take(String key, JsonParser json) {
        switch (key) {
            case "name" -> event.name = json.getString();
            case "cat" -> event.category = key(json);
            case "ph" -> event.phase = json.getString();
            case "ts" -> event.nanos = time(json);
            case "dur" -> event.duration = time(json);
            case "pid" -> event.process = key(json);
            case "tid" -> event.thread = key(json);
            case "id" -> event.id = key(json);
            case "bind_id" -> event.bindId = key(json);
            case "bp" -> event.bindingPoint = json.getString();
            case "flow_in" -> event.flowsIn = json.getString().equals("true");
            case "flow_out" -> event.flowsOut = json.getString().equals("true");
            case "s" -> event.scope = json.getString();
            default -> {} // much else may stand in an event
        }
    }

    /// What tells things apart need not be endless.
    private static String key(JsonParser json) {
        String text = json.getString();
        return text.length() <= MOST_KEY_LETTERS ? text : text.substring(0, MOST_KEY_LETTERS);
    }

    private static long time(JsonParser json) {
        long nanos = Micros.nanos(json.getString());
        return ForeignTrace.isTellable(nanos) ? nanos : Micros.NONE;
    }

    /// What is local to a process must not meet what is global.
    private void readId(JsonParser json) {
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = json.currentName();
            if (json.nextToken().isStructStart()) {
                json.skipChildren();
            } else {
                event.id = key + " " + key(json);
            }
        }
    }

    private void readArguments(JsonParser json) {
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = json.currentName();
            JsonToken value = json.nextToken();
            if (value.isStructStart()) {
                json.skipChildren();
            } else if (value == JsonToken.VALUE_STRING && key.equals("name")) {
                event.argumentName = json.getString();
            } else if (value.isNumeric()) {
                double number = json.getDoubleValue();
                if (key.equals("sort_index")) {
                    event.sortIndex = number;
                }
                if (event.series.size() < ChromeEvent.MOST_SERIES) {
                    event.series.add(new ChromeEvent.Series(key, number));
                }
            }
        }
    }
}
