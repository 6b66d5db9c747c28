package dev.lanescope.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.concurrency.catalog.Models;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// What the colours were tuned for: they read on their ground, and an eye that lacks a cone still
/// tells one from the other.
class PaletteTest {

    @ParameterizedTest
    @EnumSource
    void words_on_a_stage_can_be_read(Theme theme) {
        theme.palette()
                .stages()
                .forEach((label, fill) ->
                        assertThat(Argb.contrast(fill.fill(), fill.ink()))
                                .as(label)
                                .isGreaterThanOrEqualTo(4.5));
    }

    @ParameterizedTest
    @CsvSource({"DARK, 5.3", "LIGHT, 3.0"})
    void stages_stand_out_from_the_plot(Theme theme, double least) {
        Palette palette = theme.palette();
        palette.stages()
                .forEach((label, fill) ->
                        assertThat(Argb.contrast(fill.fill(), palette.ground().inset()))
                                .as(label)
                                .isGreaterThanOrEqualTo(least));
    }

    @ParameterizedTest
    @CsvSource({"DARK, 3.2", "LIGHT, 2.8"})
    void states_stand_out_from_the_plot(Theme theme, double least) {
        Palette palette = theme.palette();
        for (StateLook look : StateLook.values()) {
            assertThat(Argb.contrast(palette.state(look), palette.ground().inset()))
                    .as(look.name())
                    .isGreaterThanOrEqualTo(look == StateLook.IDLE ? least : 4.0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void text_can_be_read_on_every_ground(Theme theme) {
        Palette.Ground g = theme.palette().ground();
        for (int ground : List.of(g.bg(), g.inset(), g.raise())) {
            for (int text : List.of(g.fg(), g.muted())) {
                assertThat(Argb.contrast(text, ground)).isGreaterThanOrEqualTo(5.9);
            }
            for (int text : List.of(g.accent(), g.ok(), g.warn(), g.bad())) {
                assertThat(Argb.contrast(text, ground)).isGreaterThanOrEqualTo(4.5);
            }
            assertThat(Argb.contrast(g.subtle(), ground)).isGreaterThanOrEqualTo(4.2);
            assertThat(Argb.contrast(g.fg(), Argb.over(g.sel(), ground))).isGreaterThanOrEqualTo(7);
        }
        assertThat(Argb.contrast(0xffffffff, g.accentEmphasis())).isGreaterThanOrEqualTo(4.5);
    }

    @ParameterizedTest
    @EnumSource
    void words_on_a_badge_can_be_read(Theme theme) {
        Palette palette = theme.palette();
        Palette.Ground g = palette.ground();
        for (int colour : List.of(g.accent(), g.ok(), g.warn(), g.bad())) {
            int badge = Argb.over(palette.faint(colour), g.bg());
            assertThat(Argb.contrast(colour, badge)).isGreaterThanOrEqualTo(4.5);
        }
    }

    @Test
    void every_eye_tells_the_stages_apart() {
        assertThat(nearest(fills(Theme.DARK)))
                .isEqualTo(Map.of("NORMAL", 34L, "PROTAN", 20L, "DEUTAN", 18L, "TRITAN", 23L));
        assertThat(nearest(fills(Theme.LIGHT)))
                .isEqualTo(Map.of("NORMAL", 35L, "PROTAN", 26L, "DEUTAN", 16L, "TRITAN", 16L));
    }

    @Test
    void every_eye_tells_the_five_common_states_apart() {
        assertThat(nearest(commonStates(Theme.DARK)))
                .isEqualTo(Map.of("NORMAL", 44L, "PROTAN", 29L, "DEUTAN", 29L, "TRITAN", 32L));
        assertThat(nearest(commonStates(Theme.LIGHT)))
                .isEqualTo(Map.of("NORMAL", 28L, "PROTAN", 20L, "DEUTAN", 15L, "TRITAN", 25L));
    }

    @ParameterizedTest
    @EnumSource
    void render_keeps_its_distance_from_every_state(Theme theme) {
        int render = theme.palette().stage("render").fill();
        for (int state : commonStates(theme)) {
            for (Sight sight : Sight.values()) {
                assertThat(sight.distance(render, state)).isGreaterThan(10);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_stage_nobody_knows_gets_a_readable_colour_that_stays(Theme theme) {
        Palette palette = theme.palette();
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 1000; i++) {
            String label = "stage " + random.nextInt();
            Palette.Fill fill = palette.stage(label);
            assertThat(palette.stage(label)).isEqualTo(fill);
            assertThat(Argb.contrast(fill.fill(), palette.ground().inset()))
                    .as("%s, seed %d", label, seed)
                    .isGreaterThanOrEqualTo(3.0);
            assertThat(Argb.contrast(fill.fill(), fill.ink()))
                    .as("%s, seed %d", label, seed)
                    .isGreaterThanOrEqualTo(4.5);
        }
    }

    @Test
    void a_model_nobody_knows_looks_like_no_known_one_and_stays() {
        List<ModelLook> known =
                Models.all().stream().map(ConcurrencyModel::id).map(ModelLook::of).toList();
        assertThat(known.stream().map(ModelLook::glyph))
                .as("form comes first")
                .doesNotHaveDuplicates();
        for (String id : List.of("cluster", "python-threads", "", "x")) {
            assertThat(ModelLook.of(id)).isEqualTo(ModelLook.of(id)).isNotIn(known);
        }
    }

    @Test
    void colours_come_from_css_notation_and_go_back() {
        assertThat(Argb.web(Argb.of("#3F86DE"))).isEqualTo("#3f86de");
        assertThat(Argb.web(0x80ff0000)).isEqualTo("rgba(255, 0, 0, 0.502)");
        assertThat(Argb.over(Argb.withAlpha(0xffffffff, 0.5), 0xff000000)).isEqualTo(0xff808080);
        assertThat(Argb.over(0xff123456, 0xff000000)).isEqualTo(0xff123456);
        assertThat(Argb.contrast(0xff000000, 0xffffffff)).isEqualTo(21);
        assertThat(Argb.fx(0x80ff0000).getOpacity()).isEqualTo((float) (128 / 255.0));
        assertThat(Argb.awt(0x80ff0000).getAlpha()).isEqualTo(128);
        assertThatThrownBy(() -> Argb.of("red"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("red");
    }

    private static List<Integer> fills(Theme theme) {
        return theme.palette().stages().values().stream().map(Palette.Fill::fill).toList();
    }

    private static List<Integer> commonStates(Theme theme) {
        Map<StateLook, Integer> states = new EnumMap<>(theme.palette().states());
        states.keySet()
                .retainAll(
                        List.of(
                                StateLook.QUEUE,
                                StateLook.LOCK,
                                StateLook.CHANNEL,
                                StateLook.IO,
                                StateLook.GC));
        return new ArrayList<>(states.values());
    }

    /// The smallest distance in a family for every eye, rounded.
    private static Map<String, Long> nearest(List<Integer> family) {
        Map<String, Long> nearest = new HashMap<>();
        for (Sight sight : Sight.values()) {
            double least = Double.MAX_VALUE;
            for (int i = 0; i < family.size(); i++) {
                for (int j = 0; j < i; j++) {
                    least = Math.min(least, sight.distance(family.get(i), family.get(j)));
                }
            }
            nearest.put(sight.name(), Math.round(least));
        }
        return nearest;
    }
}
