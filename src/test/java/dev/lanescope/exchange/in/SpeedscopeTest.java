package dev.lanescope.exchange.in;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.trace.Snapshot;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;

/// Files of speedscope, good and bad.
class SpeedscopeTest {

    private static final String FRAMES = "'shared':{'frames':[{'name':'a'},{'name':'b','line':7}]}";

    @TempDir Path folder;

    private static String file(String profiles) {
        return ("{'$schema':'https://www.speedscope.app/file-format-schema.json',"
                        + FRAMES
                        + ",'profiles':["
                        + profiles
                        + "]}")
                .replace('\'', '"');
    }

    private static String evented(String events) {
        return "{'type':'evented','name':'main','unit':'nanoseconds','startValue':0,"
                + "'endValue':9,'events':["
                + events
                + "]}";
    }

    private static String sampled(String unit, String samples, String weights) {
        return "{'type':'sampled','name':'main','unit':'%s','startValue':5,'endValue':9,'samples':[%s],'weights':[%s]}"
                .formatted(unit, samples, weights);
    }

    private Snapshot open(String profiles) throws Exception {
        return Opened.text(folder, file(profiles));
    }

    private String refused(String profiles) throws Exception {
        return Opened.refusal(folder, file(profiles));
    }

    @Test
    void an_evented_profile_is_a_lane() throws Exception {
        var trace =
                open(
                        evented(
                                "{'type':'O','frame':0,'at':1},{'type':'O','frame':1,'at':3},"
                                        + "{'type':'C','frame':1,'at':4},{'type':'C','frame':0,'at':9}"));
        assertThat(Opened.lanes(trace)).containsExactly("main: a@a 2, b@a 1, a@a 5");
        assertThat(trace.info().modelTitle()).isEqualTo("speedscope profile");
    }

    @Test
    void equal_frames_of_neighbouring_samples_are_one_call() throws Exception {
        var trace = open(sampled("microseconds", "[0],[0,1],[0,1],[],[1]", "1,2,3,4,5"));
        assertThat(Opened.lanes(trace))
                .containsExactly("main: a@a 1000, b@a 5000, - 4000, b@b 5000");
    }

    @Test
    void frames_may_come_after_the_profiles() throws Exception {
        String profiles = evented("{'type':'O','frame':1,'at':1},{'type':'C','frame':1,'at':4}");
        var trace =
                Opened.text(
                        folder,
                        ("{'profiles':[" + profiles + "]," + FRAMES + "}").replace('\'', '"'));
        assertThat(Opened.lanes(trace)).containsExactly("main: b@b 3");
    }

    @Test
    void samples_without_a_time_are_shown_as_milliseconds_and_that_is_told() throws Exception {
        var trace = open(sampled("none", "[0]", "3"));
        assertThat(Opened.lanes(trace)).containsExactly("main: a@a 3000000");
        assertThat(trace.remarks()).singleElement().asString().contains("one is shown as 1 ms");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'type':'O','frame':9,'at':1} | event 1 of profile 1 speaks of a frame",
                "{'type':'C','frame':0,'at':1} | event 1 of profile 1 closes what is not open",
                "{'type':'O','frame':0,'at':5},{'type':'C','frame':0,'at':1} | event 2 of profile 1 lies before",
                "{'type':'O','frame':0,'at':NaN} | event 1 lies at no possible time",
                "{'type':'Z','frame':0,'at':1} | neither opens nor closes: event 1",
                "{'type':'O','frame':-1,'at':1} | a frame that there is not: event 1",
                "{'type':'O','frame':'x','at':1} | no number for the frame of event 1",
                "7 | something else after event 0",
            })
    void a_broken_evented_profile_is_refused_in_one_sentence(String events, String why)
            throws Exception {
        assertThat(refused(evented(events))).contains(why);
    }

    @Test
    void broken_sampled_profiles_are_refused_in_one_sentence() throws Exception {
        assertThat(refused(sampled("seconds", "[0],[1]", "1"))).contains("2 samples, but 1 weight");
        assertThat(refused(sampled("seconds", "[0]", "-1"))).contains("weighs less than nothing");
        assertThat(refused(sampled("seconds", "[0]", "1e300"))).contains("no possible time");
        assertThat(refused(sampled("bytes", "[0]", "1"))).contains("counts bytes");
        assertThat(refused(sampled("fortnights", "[0]", "1"))).contains("unknown unit");
        assertThat(refused("")).contains("holds nothing");
    }
}
