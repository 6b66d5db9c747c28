package dev.lanescope.exchange.in.speedscope;

import dev.lanescope.exchange.in.foreign.ForeignTrace;
import dev.lanescope.trace.Allowance;
import dev.lanescope.trace.Refusal;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import java.util.ArrayList;
import java.util.List;

/// Reads the two parts of a speedscope file, in any order: the frames all profiles share, and the
/// profiles, each of which becomes a lane.
public final class SpeedscopeReader {

    private final ForeignTrace trace;
    private final Allowance allowance;
    private final Frames frames;
    private final List<Profile> profiles = new ArrayList<>();

    public SpeedscopeReader(ForeignTrace trace, Allowance allowance) {
        this.trace = trace;
        this.allowance = allowance;
        this.frames = new Frames(trace.names());
    }

    /// Reads the object under the key `shared`.
    public void readShared(JsonParser json) throws Refusal {
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            boolean isFrames = json.currentName().equals("frames");
            JsonToken value = json.nextToken();
            if (isFrames && value == JsonToken.START_ARRAY) {
                frames.read(json);
            } else {
                json.skipChildren();
            }
        }
    }

    /// Reads the list under the key `profiles`.
    public void readProfiles(JsonParser json) throws Refusal, InterruptedException {
        for (JsonToken token = json.nextToken();
                token != JsonToken.END_ARRAY;
                token = json.nextToken()) {
            if (token != JsonToken.START_OBJECT) {
                throw new Refusal("is damaged: " + title(profiles.size()) + " is no object");
            }
            if (profiles.size() == ForeignTrace.MOST_LANES) {
                throw new Refusal(
                        "has more than " + ForeignTrace.MOST_LANES + " profiles, too many to show");
            }
            profiles.add(new ProfileParser(allowance, title(profiles.size())).read(json));
        }
    }

    private static String title(int index) {
        return "profile " + (index + 1);
    }

    /// Call when all is read.
    public void finish() throws Refusal {
        for (int index = 0; index < profiles.size(); index++) {
            new ProfileSlices(profiles.get(index), title(index), frames, trace).make();
        }
        profiles.clear();
    }
}
