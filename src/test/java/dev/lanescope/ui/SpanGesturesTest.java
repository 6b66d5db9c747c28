package dev.lanescope.ui;

import static dev.lanescope.ui.Hands.MS;
import static dev.lanescope.ui.WindowDriver.await;
import static dev.lanescope.ui.WindowDriver.onFx;
import static dev.lanescope.ui.WindowDriver.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lanescope.chart.LaneGrouping;
import dev.lanescope.ui.timeline.Chosen;
import dev.lanescope.ui.timeline.TimelineModel;

import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/// The walkthrough, second part: from span to span.
@OnScreen
class SpanGesturesTest extends OnThreeLanes {

    /// Page 1 being parsed on the second lane, from 40 ms to 240 ms.
    private static final Chosen PARSE = new Chosen(1, 3);

    @Test
    @Gesture("Choose a span")
    void a_click_chooses_the_span_under_it_and_the_inspector_tells_about_it(FxRobot robot)
            throws Exception {
        robot.clickOn(hands.at(1, 140));
        assertThat(hands.chosen()).hasValue(PARSE);
        assertThat(driver.texts("#span")).contains("parse", "200.0 ms", "worker 2");
    }

    @Test
    @Gesture("Choose and focus it")
    void a_double_click_chooses_and_brings_into_the_middle(FxRobot robot) throws Exception {
        hands.pinch(3);
        hands.doubleClick(hands.at(1, 180));
        assertThat(hands.chosen()).hasValue(PARSE);
        assertThat(hands.start() + hands.width() / 2).isCloseTo(140 * MS, within(1.0));
    }

    @Test
    @Gesture({"Previous span", "Next span"})
    void comma_and_period_and_the_arrows_go_along_the_lane(FxRobot robot) throws Exception {
        robot.clickOn(hands.at(1, 140));
        robot.type(KeyCode.COMMA);
        assertThat(hands.chosen()).hasValue(new Chosen(1, 2));
        robot.type(KeyCode.LEFT);
        assertThat(hands.chosen()).hasValue(new Chosen(1, 1));
        robot.type(KeyCode.PERIOD);
        assertThat(hands.chosen()).hasValue(new Chosen(1, 2));
        robot.type(KeyCode.RIGHT);
        assertThat(hands.chosen()).hasValue(PARSE);
    }

    @Test
    @Gesture({"Lane above", "Lane below"})
    void up_and_down_choose_what_other_lanes_did_at_that_time(FxRobot robot) throws Exception {
        robot.clickOn(hands.at(1, 140));
        robot.type(KeyCode.UP);
        assertThat(hands.chosen()).as("read of page 3, at 130 ms").hasValue(new Chosen(0, 5));
        robot.clickOn(hands.at(1, 140));
        robot.type(KeyCode.DOWN);
        assertThat(hands.chosen()).as("parse of page 2").hasValue(new Chosen(2, 2));
    }

    @Test
    @Gesture({"Follow the arrow to the cause", "Follow the arrow to the effect"})
    void brackets_follow_a_page_from_lane_to_lane_and_back(FxRobot robot) throws Exception {
        robot.clickOn(hands.at(2, 275));
        assertThat(driver.texts("#span")).contains("Came from");
        robot.type(KeyCode.OPEN_BRACKET);
        assertThat(hands.chosen()).as("the page was parsed on another lane").hasValue(PARSE);
        assertThat(driver.texts("#span")).contains("Let go on");
        robot.type(KeyCode.CLOSE_BRACKET);
        assertThat(hands.chosen()).hasValue(new Chosen(2, 4));
    }

    @Test
    @Gesture({"Choose a page as a whole", "Span to its page, and back"})
    void a_click_on_a_page_band_chooses_the_page_with_all_its_stages(FxRobot robot)
            throws Exception {
        robot.clickOn(hands.onBand(0, 150));
        assertThat(hands.chosen()).hasValue(Chosen.page(0, 5));
        assertThat(driver.texts("#page"))
                .contains("page-3", "150.0 ms", "read | 20.00 ms  13.3%", "parse | 90.00 ms  60.0%")
                .contains("write | 40.00 ms  26.7%", "CPU time", "Allocated");
        robot.type(KeyCode.COMMA);
        assertThat(hands.chosen()).as("the page before it").hasValue(Chosen.page(0, 1));
        robot.type(KeyCode.COMMA);
        assertThat(hands.chosen()).as("there is none before").hasValue(Chosen.page(0, 1));
        robot.type(KeyCode.PERIOD);
        robot.type(KeyCode.E);
        assertThat(hands.chosen()).as("its first span").hasValue(new Chosen(0, 5));
        robot.type(KeyCode.PERIOD).type(KeyCode.E);
        assertThat(hands.chosen()).as("back from its second").hasValue(Chosen.page(0, 5));
        robot.type(KeyCode.F).type(KeyCode.F);
        assertThat(hands.start()).as("fitted").isBetween(100 * MS, 130 * MS);
        robot.type(KeyCode.R);
        assertThat(hands.range().nanos()).isEqualTo(150_000_000);
    }

    @Test
    void a_page_that_was_on_two_lanes_says_so_and_leads_there(FxRobot robot) throws Exception {
        robot.clickOn(hands.onBand(2, 275));
        assertThat(hands.chosen()).hasValue(Chosen.page(2, 4));
        assertThat(driver.texts("#page")).contains("In all", "Also on");
        Hyperlink link =
                robot.from(robot.lookup("#page").<Node>query()).lookup(".hyperlink").query();
        robot.clickOn(link);
        assertThat(hands.chosen()).as("where it was parsed").hasValue(Chosen.page(1, 2));
    }

    @Test
    void a_place_with_many_spans_says_how_many_and_what_they_are(FxRobot robot) throws Exception {
        robot.moveTo(hands.at(0, 50));
        assertThat(hands.card()).doesNotContain("here");
        onFx(() -> hands.timeline().arrangement().groupBy(LaneGrouping.MODEL));
        onFx(() -> hands.timeline().arrangement().collapseAll());
        QuickRobot.settle();
        robot.moveTo(hands.at(0, 30));
        assertThat(hands.card()).contains("3 lanes", "3 spans here: ", "read 66.7%, parse 33.3%");
    }

    @Test
    void a_cause_on_a_hidden_lane_brings_the_lane_back(FxRobot robot) throws Exception {
        robot.clickOn(hands.at(1, 140)).type(KeyCode.H);
        robot.clickOn(hands.at(2, 275)).type(KeyCode.OPEN_BRACKET);
        assertThat(hands.chosen()).hasValue(PARSE);
        assertThat(read(() -> hands.timeline().arrangement().rows().hasRow(1))).isTrue();
    }

    @Test
    @Gesture("Let go of one thing")
    void escape_lets_go_of_one_thing_at_a_time(FxRobot robot) throws Exception {
        TimelineModel model = hands.timeline();
        int states = read(() -> model.shownProperty().get().orElseThrow().info().states().size());
        read(() -> {
            model.solo(1);
            return true;
        });
        robot.type(KeyCode.SLASH);
        robot.write("parse").type(KeyCode.ENTER);
        robot.clickOn(hands.at(1, 140)).type(KeyCode.M);
        await("measured", () -> model.measuredProperty().get().isPresent());

        robot.type(KeyCode.ESCAPE);
        assertThat(read(() -> model.measuredProperty().get())).isEmpty();
        assertThat(hands.chosen()).isPresent();
        robot.type(KeyCode.ESCAPE);
        assertThat(hands.chosen()).isEmpty();
        assertThat(read(() -> model.finder().isLooking())).isTrue();
        robot.type(KeyCode.ESCAPE);
        assertThat(read(() -> model.finder().isLooking())).isFalse();
        assertThat(read(() -> model.dimmedProperty().get())).hasSize(states - 1);
        robot.type(KeyCode.ESCAPE);
        assertThat(read(() -> model.dimmedProperty().get())).isEmpty();
    }
}
