package dev.lanescope.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lanescope.trace.State;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class HatchTest {

    @Test
    void the_patterns_are_these() {
        assertThat(drawn(Hatch.BACKSLASH))
                .isEqualTo("##....\n.##...\n..##..\n...##.\n....##\n#....#");
        assertThat(drawn(Hatch.SLASH)).isEqualTo("##..\n#..#\n..##\n.##.");
        assertThat(drawn(Hatch.CHECKER)).isEqualTo("##..\n##..\n..##\n..##");
        assertThat(drawn(Hatch.DASH)).isEqualTo("####\n....\n....\n....");
        assertThat(drawn(Hatch.CROSS)).isEqualTo("#....\n.#..#\n..##.\n..##.\n.#..#");
        assertThat(drawn(Hatch.BOLD_DASH)).isEqualTo("####\n####\n....\n....");
        assertThat(drawn(Hatch.BAR)).isEqualTo("#...\n#...\n#...\n#...");
        assertThat(drawn(Hatch.DOT)).isEqualTo("##..\n##..\n....\n....");
    }

    @ParameterizedTest
    @EnumSource
    void a_pattern_repeats_after_its_cell_also_left_of_the_origin(Hatch hatch) {
        int cell = hatch.cell();
        for (int y = -9; y < 9; y++) {
            for (int x = -9; x < 9; x++) {
                assertThat(hatch.ink(x, y))
                        .isEqualTo(hatch.ink(x + cell, y))
                        .isEqualTo(hatch.ink(x, y - cell));
            }
        }
    }

    @Test
    void no_two_patterns_are_alike() {
        assertThat(Arrays.stream(Hatch.values()).map(hatch -> drawn(hatch, 24)))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void strokes_stand_out_from_the_ground_between_them(Theme theme) {
        Palette palette = theme.palette();
        for (StateLook look : StateLook.values()) {
            double least = look == StateLook.IDLE ? 1.3 : 2.4;
            assertThat(Argb.contrast(palette.hatchGround(look), palette.hatchStroke(look)))
                    .as(look.name())
                    .isGreaterThan(least);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_paint_has_the_pattern_pixel_for_pixel(Hatch hatch) throws Exception {
        Fx.run(() -> {
            var tile = hatch.paint(0xff000000, 0xffffffff).getImage();
            for (int y = 0; y < hatch.cell(); y++) {
                for (int x = 0; x < hatch.cell(); x++) {
                    assertThat(tile.getPixelReader().getArgb(x, y))
                            .isEqualTo(hatch.ink(x, y) ? 0xffffffff : 0xff000000);
                }
            }
        });
    }

    private static String drawn(Hatch hatch) {
        return drawn(hatch, hatch.cell());
    }

    private static String drawn(Hatch hatch, int side) {
        return IntStream.range(0, side)
                .mapToObj(y ->
                        IntStream.range(0, side)
                                .mapToObj(x -> hatch.ink(x, y) ? "#" : ".")
                                .collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void every_state_of_a_trace_that_is_not_work_has_a_look_of_its_own() {
        assertThat(
                        Arrays.stream(State.Kind.values())
                                .filter(kind -> !kind.isWork())
                                .map(StateLook::of))
                .doesNotHaveDuplicates();
        assertThatThrownBy(() -> StateLook.of(State.Kind.WORK))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
