package dev.lanescope.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FontsTest {

    @ParameterizedTest
    @EnumSource
    void a_face_is_ours_and_not_a_fallback_for_both_toolkits(Face face) throws Exception {
        String family = face.name().startsWith("SANS") ? "Inter" : "JetBrains Mono";
        assertThat(Fx.call(() -> face.fx(12)).getFamily()).startsWith(family);
        assertThat(face.awt(12).getFamily()).startsWith(family);
    }

    @ParameterizedTest
    @EnumSource
    void a_role_has_the_same_size_everywhere_and_none_is_too_small(TextRole role) throws Exception {
        assertThat(Fx.call(role::font).getSize()).isEqualTo(role.size());
        assertThat(role.awtFont().getSize2D()).isEqualTo((float) role.size());
        assertThat(role.size()).isGreaterThanOrEqualTo(9.5);
    }

    @Test
    void a_strong_face_is_heavier_than_its_plain_one() throws Exception {
        assertThat(Fx.call(() -> Face.SANS_STRONG.fx(12)).getName()).contains("Semi");
        assertThat(Fx.call(() -> Face.MONO_STRONG.fx(12)).getName()).contains("Bold");
    }

    @ParameterizedTest
    @EnumSource
    void every_icon_is_in_the_pack(Icons icon) throws Exception {
        assertThat(Fx.call(icon::node).getIconCode()).isNotNull();
    }

    @Test
    void the_app_has_an_icon_in_seven_sizes() throws Exception {
        assertThat(Fx.call(Logo::icons).stream().map(image -> (int) image.getWidth()))
                .containsExactly(16, 32, 48, 64, 128, 256, 512);
    }
}
