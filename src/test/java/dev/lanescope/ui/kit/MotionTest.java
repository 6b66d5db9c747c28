package dev.lanescope.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.Optional;

/// Who decides how much the window moves by itself.
class MotionTest {

    private final @Nullable String told = System.getProperty(Motion.PROPERTY);

    @BeforeEach
    void asIfNobodyHadToldTheProcess() {
        System.clearProperty(Motion.PROPERTY);
    }

    @AfterEach
    void restore() {
        if (told != null) {
            System.setProperty(Motion.PROPERTY, told);
        }
    }

    private static boolean isReduced(Optional<Boolean> chosen, boolean system) {
        return Motion.of(chosen, system).reducedProperty().get();
    }

    @Test
    void the_system_decides_until_somebody_chooses() {
        assertThat(isReduced(Optional.empty(), true)).isTrue();
        assertThat(isReduced(Optional.empty(), false)).isFalse();
        assertThat(isReduced(Optional.of(false), true)).isFalse();
        assertThat(isReduced(Optional.of(true), false)).isTrue();
    }

    @Test
    void a_property_of_the_process_goes_before_both() {
        System.setProperty(Motion.PROPERTY, "true");
        assertThat(isReduced(Optional.of(false), false)).isTrue();
        System.setProperty(Motion.PROPERTY, "false");
        assertThat(isReduced(Optional.of(true), true)).isFalse();
        System.clearProperty(Motion.PROPERTY);
    }
}
