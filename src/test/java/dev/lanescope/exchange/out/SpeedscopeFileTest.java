package dev.lanescope.exchange.out;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Snapshot;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.TreeMap;

/// The speedscope file, read by Jackson: frames close in the order in which they opened, and time
/// never goes back. That speedscope itself opens it stands in [SpeedscopeTest].
class SpeedscopeFileTest {

    private record Open(int frame, long at) {}

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void frames_are_nested_in_time_and_states_have_the_same_nanoseconds(long seed)
            throws IOException {
        Snapshot trace = Sample.of(seed);
        JsonNode file =
                JsonMapper.shared().readTree(Sample.written(trace, ExportFormat.SPEEDSCOPE));
        JsonNode frames = file.get("shared").get("frames");
        int states = trace.info().states().size();
        var sums = new TreeMap<String, Long>();
        for (JsonNode profile : file.get("profiles")) {
            String lane = profile.get("name").asString();
            var open = new ArrayDeque<Open>();
            long last = 0;
            for (JsonNode event : profile.get("events")) {
                int frame = event.get("frame").asInt();
                long at = event.get("at").asLong();
                assertThat(at).isGreaterThanOrEqualTo(last);
                last = at;
                if (event.get("type").asString().equals("O")) {
                    open.push(new Open(frame, at));
                } else {
                    Open closed = open.pop();
                    assertThat(closed.frame()).isEqualTo(frame);
                    if (frame < states) {
                        String state = frames.get(frame).get("name").asString();
                        Sample.add(sums, lane, state, at - closed.at());
                    }
                }
            }
            assertThat(open).isEmpty();
            assertThat(last).isEqualTo(profile.get("endValue").asLong());
        }
        assertThat(sums).isEqualTo(Sample.sums(trace));
        assertThat(file.get("profiles").valueStream())
                .extracting(profile -> profile.get("name").asString())
                .isEqualTo(trace.lanes().stream().map(LaneView::name).toList());
    }
}
