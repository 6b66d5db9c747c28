package dev.lanescope.exchange.in.speedscope;

import dev.lanescope.trace.Allowance;
import dev.lanescope.trace.Refusal;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Reads one profile, keys in any order.
final class ProfileParser {

    private final Allowance allowance;
    private final String title;
    private int entry;

    /// @param title how to speak of the profile, e.g. `profile 2`
    ProfileParser(Allowance allowance, String title) {
        this.allowance = allowance;
        this.title = title;
    }

    /// Reads the object whose brace the parser has just read.
    Profile read(JsonParser json) throws Refusal, InterruptedException {
        allowance.spend(1_000);
        var profile = new Profile(allowance);
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = json.currentName();
            JsonToken value = json.nextToken();
            switch (key) {
                case "name" -> profile.name = scalar(json, value);
                case "unit" -> profile.unit = scalar(json, value);
                case "type" -> profile.type = scalar(json, value);
                case "startValue" -> profile.startValue = number(json, value, "its start");
                case "events" -> readEvents(json, value, profile);
                case "samples" -> readSamples(json, value, profile);
                case "weights" -> readWeights(json, value, profile);
                default -> json.skipChildren();
            }
        }
        return profile;
    }

    private String scalar(JsonParser json, JsonToken value) throws Refusal {
        if (value.isStructStart()) {
            throw damaged("has no plain " + json.currentName());
        }
        return json.getString();
    }

    private double number(JsonParser json, JsonToken value, String what) throws Refusal {
        if (!value.isNumeric()) {
            throw damaged("has no number for " + what);
        }
        return json.getDoubleValue();
    }

    private void readEvents(JsonParser json, JsonToken value, Profile profile)
            throws Refusal, InterruptedException {
        list(value, "events");
        profile.hasEvents = true;
        entry = 0;
        while (json.nextToken() == JsonToken.START_OBJECT) {
            count();
            readEvent(json, profile);
        }
        end(json, "event");
    }

    private void readEvent(JsonParser json, Profile profile) throws Refusal {
        String type = "";
        double at = Double.NaN;
        double frame = -1;
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = json.currentName();
            JsonToken value = json.nextToken();
            switch (key) {
                case "type" -> type = scalar(json, value);
                case "at" -> at = number(json, value, "the time of event " + entry);
                case "frame" -> frame = number(json, value, "the frame of event " + entry);
                default -> json.skipChildren();
            }
        }
        boolean opens = type.equals("O");
        if (!opens && !type.equals("C")) {
            throw damaged("has an event that neither opens nor closes: event " + entry);
        }
        int number = frameNumber(frame, "event " + entry);
        profile.addAmount(at);
        profile.addFrame(opens ? number : ~number);
    }

    private int frameNumber(double frame, String where) throws Refusal {
        if (!(frame >= 0 && frame < Frames.MOST)) {
            throw damaged("speaks of a frame that there is not: " + where);
        }
        return (int) frame;
    }

    private void readSamples(JsonParser json, JsonToken value, Profile profile)
            throws Refusal, InterruptedException {
        list(value, "samples");
        entry = 0;
        while (json.nextToken() == JsonToken.START_ARRAY) {
            count();
            int head = profile.frames();
            profile.addFrame(0);
            for (JsonToken frame = json.nextToken();
                    frame != JsonToken.END_ARRAY;
                    frame = json.nextToken()) {
                if (profile.frames() - head > Profile.MOST_STACK) {
                    throw damaged(
                            "has a stack of more than "
                                    + Profile.MOST_STACK
                                    + " frames: sample "
                                    + entry);
                }
                double number = number(json, frame, "a frame of sample " + entry);
                profile.addFrame(frameNumber(number, "sample " + entry));
            }
            profile.setFrame(head, profile.frames() - head - 1);
            profile.samples++;
        }
        end(json, "sample");
    }

    private void readWeights(JsonParser json, JsonToken value, Profile profile)
            throws Refusal, InterruptedException {
        list(value, "weights");
        entry = 0;
        for (JsonToken weight = json.nextToken();
                weight != JsonToken.END_ARRAY;
                weight = json.nextToken()) {
            count();
            profile.addAmount(number(json, weight, "weight " + entry));
        }
    }

    private void list(JsonToken value, String what) throws Refusal {
        if (value != JsonToken.START_ARRAY) {
            throw damaged("has no list of " + what);
        }
    }

    private void end(JsonParser json, String what) throws Refusal {
        if (json.currentToken() != JsonToken.END_ARRAY) {
            throw damaged("has something else after " + what + " " + entry);
        }
    }

    private void count() throws InterruptedException {
        entry++;
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    private Refusal damaged(String what) {
        return new Refusal("is damaged: " + title + " " + what);
    }
}
